from __future__ import annotations

import json
import subprocess

import pytest

from .pattern import good_pattern, good_product_pattern

GOOD = [
    r"^[A-Z]{1,2}[0-9]{2,3}[A-Z0-9]*$",
    r"[A-Z]+\d{4,}",
    r"(?:E[A-Z]|N)\d\d(?!X)[\w.+-]?",
    r"a|b|(c|d){2}",
    r"[^\]\[]+?",
    r"\(\?P<not a group>\)",
    r"(\w)\1",
    r"2\d{3}\.\d\.\d{5}\.[SLTV]",
]
BAD = [
    "(", "a)", "[a", "*", "a{2,1}", "(?i)a", "(?P<name>a)", "(?<name>a)", "(?<=a)b", "(?<!a)b", "(?#a)",
    "(?>a)", "(a)(?(1)b|c)", r"\Aa", r"a\Z", r"\pL", r"\N{DASH}", r"\x41", r"\u0041", r"[\a]", r"\0",
    "[]a]", "[^]a]", "[[a]", "[a&&b]", "a{,3}", "a{,}", "a++", "a*+", "(a+)+", "(a|b)*", "((a+)b){2,}",
    "(?:a|aa)+$", "x" * 301,
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_what_means_the_same_in_both_languages(text: str) -> None:
    assert good_pattern(text) == text


@pytest.mark.parametrize("text", BAD)
def test_what_does_not_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"^\S.*[^.\n]$"):
        good_pattern(text)


def test_javascript_takes_all_that_is_good() -> None:
    program = "JSON.parse(process.argv[1]).forEach(text => new RegExp(text))"
    subprocess.run(["node", "-e", program, json.dumps(GOOD)], check=True, timeout=60)


def test_a_product_has_one_group() -> None:
    assert good_product_pattern(r"~\?([^_]+_\d+_\d+_\d+)_")
    for text in (r"a", r"(a)(b)", r"(?:a)"):
        with pytest.raises(ValueError, match="exactly one group"):
            good_product_pattern(text)
