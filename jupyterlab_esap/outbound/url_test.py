from __future__ import annotations

import random
from urllib.parse import urlsplit

import pytest
from yarl import URL

from .url import UrlError, check_url

GOOD = {
    "http://evn-vo.jive.eu/tap": "http://evn-vo.jive.eu/tap",
    "https://archive.example.org": "https://archive.example.org/",
    "https://archive.example.org:443/x": "https://archive.example.org/x",
    "http://archive.example.org/cone?": "http://archive.example.org/cone",
    "http://archive.example.org:8080/x?a=b&c=%2f../d#e": "http://archive.example.org:8080/x?a=b&c=%2f../d",
    "http://127.0.0.1:8080/tap": "http://127.0.0.1:8080/tap",
    "http://[2001:db8::1]:8080/": "http://[2001:db8::1]:8080/",
    "https://a_b.example.org/J%2FA+A/table?RA=1.5&DEC=-2": "https://a_b.example.org/J%2FA+A/table?RA=1.5&DEC=-2",
    "https://x.org/?ID=ivo://jive.eu/~?EK048&sig=a%2Bb%3D": "https://x.org/?ID=ivo://jive.eu/~?EK048&sig=a%2Bb%3D",
    'https://x.org/cone?cat=II/246|out&q={a}"<b>': 'https://x.org/cone?cat=II/246|out&q={a}"<b>',
    "https://xn--mnchen-3ya.example/": "https://xn--mnchen-3ya.example/",
}
BAD = [
    "", "/tap", "//h/tap", "tap", "ftp://h/", "file:///etc/passwd", "gopher://h/", "javascript:alert(1)",
    "data:text/plain,x",
    "unix:///var/run/docker.sock", "jar:http://h/!/", "HTTP://h/", " http://h/", "http:/h/",
    "http:h/", "http:///tap", "http://", "http://?x", "http://u@h/", "http://u:p@h/", "http://good.org@evil.org/",
    "http://good.org%40evil.org/", "http://good.org\\@evil.org/", "http://h\\evil/", "http://h/\\..\\x",
    "http://h/a b", "http://h/\tx", "http://h/\r\nHost: evil", "http://h/\x00", "http://h\r\n/", "http://é.org/",
    "http://h/é", "http://h/%", "http://h/%g0", "http://h/%0", "http://h/..", "http://h/../x", "http://h/a/../b",
    "http://h/./x", "http://h/a/.", "http://h/%2e%2e/x", "http://h/%2E%2e/x", "http://h/.%2e/x", "http://h/%2e/x",
    "http://h/..%2fx", "http://h/a%2f..%2fb", "http://h/%2f..", "http://h/a%5c..%5cb", "http://h/a%5cb",
    "http://h/%252e%252e/x", "http://h/%25252e%25252e/x", "http://h/..;/x", "http://h/..;a=b/x", "http://h//evil",
    "http://h/%00", "http://h/a%0d%0aHost:x", "http://h/a%7f", "http://h./", "http://h..g/", "http://.h/",
    "http://-h/", "http://h:0/", "http://h:65536/", "http://h:99999999/", "http://h:8o/", "http://h:/x:y:z@",
    "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://127.0.1/",
    "http://0x7f.1/", "http://127.0.0.1./", "http://127.0.0.256/", "http://[::1/",
    "http://[1:2]/", "http://[::1.2]/", "http://[::1%25eth0]/",
    "http://h/%25252525252525252e",
]  # fmt: skip


@pytest.mark.parametrize(("text", "sent"), GOOD.items())
def test_a_url_is_sent_as_it_is(text: str, sent: str) -> None:
    assert check_url(text).url == sent


@pytest.mark.parametrize("text", BAD)
def test_what_two_readers_may_read_differently_is_refused(text: str) -> None:
    with pytest.raises(UrlError):
        check_url(text)


def test_whatever_passes_means_the_same_to_other_parsers() -> None:
    """5,000 good URLs with some characters changed: refused, or read alike by urllib, by yarl and by us."""
    chance = random.Random(20260701)  # The same in each run.
    odd = "\x00\t\r\n \\/@:?#%[]{}|^`\"<>;.&=+~!$'()*,-_aZ09é\u2028\ufeff\uff0f\u3002"
    passed = 0
    for _ in range(5000):
        letters = list(chance.choice(list(GOOD)))
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(letters))
            letters[at : at + chance.randint(0, 1)] = chance.choice(odd)
        text = "".join(letters)
        try:
            target = check_url(text)
        except UrlError:
            continue
        passed += 1
        sent = target.url
        assert sent.isascii()
        assert sent.isprintable()
        assert " " not in sent
        split = urlsplit(sent)
        assert (split.hostname, split.username, split.fragment) == (target.host.strip("[]"), None, "")
        url = URL(sent, encoded=True)
        assert (url.raw_path_qs, url.port) == (f"{target.path}{target.query}", target.port)
        assert check_url(sent) == target
    assert 500 < passed < 4500
