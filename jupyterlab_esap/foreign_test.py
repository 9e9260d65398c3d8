from __future__ import annotations

import pytest

from .foreign import foreign


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, naïve 3C 84 ✓", "plain words, naïve 3C 84 ✓"),
        ("red \x1b[31m", "red \\u001b[31m"),
        ("two\r\nlines", "two\\u000d\\u000alines"),
        ("c1 \x9b2J", "c1 \\u009b2J"),
        ("bidi \u202egnp.exe", "bidi \\u202egnp.exe"),
        ("para\u2029graph \u2066isolate", "para\\u2029graph \\u2066isolate"),
        ("lone \ud800", "lone \\ud800"),
    ],
)
def test_nothing_in_foreign_text_acts(text: str, shown: str) -> None:
    assert foreign(text) == shown
    foreign(text).encode()


def test_foreign_text_is_cut() -> None:
    assert len(foreign("x" * 10_000)) == 200
    assert len(foreign("\x1b" * 10_000)) == 200
    assert foreign("x" * 200) == "x" * 200
