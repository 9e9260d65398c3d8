"""Regular expressions that mean the same in Python, which checks them, and in JavaScript, which uses them."""

from __future__ import annotations

import re
import warnings

LONGEST = 300
# Letters behind a backslash that both languages read alike; digits refer to groups.
ESCAPES = frozenset("dDwWsSbBtnrfv123456789")
ENDLESS = re.compile(r"[*+]|\{\d*,\}")
PIECE = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])*\]|\((?:\?[^)]?)?|\)|[*+?]|\{\d*(?:,\d*)?\}|\||.", re.DOTALL)


def good_pattern(text: str) -> str:
    """`text`, or a ValueError that says in a sentence what of it does not work in both languages.

    What can take for ever on a text that does not fit is refused, too: a page can't stop it.
    """
    if len(text) > LONGEST:
        raise ValueError(f"it has more than {LONGEST} characters")
    groups: list[bool] = []
    """Of each open group: has it a repetition without end, or alternatives?"""
    closed = False
    """Was the last piece the end of a group that has?"""
    before = ""
    for piece in PIECE.findall(text):
        if piece[0] == "\\" and piece[1:].isalnum() and piece[1:] not in ESCAPES:
            raise ValueError(f"`{piece}` does not mean the same in JavaScript")
        if piece[0] == "[" and (piece.startswith(("[]", "[^]")) or "[" in re.sub(r"\\.", "", piece[1:])):
            raise ValueError("`[` and a leading `]` in a class of characters are written `\\[` and `\\]`")
        for escape in re.findall(r"\\([A-Za-z0-9])", piece if piece[0] == "[" else ""):
            if escape not in ESCAPES:
                raise ValueError(f"`\\{escape}` does not mean the same in JavaScript")
        if piece[0] == "(" and piece not in {"(", "(?:", "(?=", "(?!"}:
            raise ValueError(f"`{piece}` is not for use here: only (…), (?:…), (?=…) and (?!…) are")
        if piece == "{,}" or re.fullmatch(r"\{,\d+\}", piece):
            raise ValueError(f"`{piece}` needs its first number")
        endless = ENDLESS.fullmatch(piece) is not None
        if piece == "+" and ENDLESS.fullmatch(before):
            raise ValueError("a `+` behind a repetition is not for use here")
        if endless and closed:
            raise ValueError("what is in a repeated group can't repeat without end or have alternatives")
        closed = False
        if piece[0] == "(":
            groups.append(False)
        elif piece == ")" and groups:
            closed = groups.pop()
            if groups and closed:
                groups[-1] = True
        elif groups and (endless or piece == "|"):
            groups[-1] = True
        before = piece
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            re.compile(text)
        except (re.error, OverflowError, RecursionError, Warning) as error:
            raise ValueError(f"it is no regular expression: {error}") from error
    return text


def good_product_pattern(text: str) -> str:
    """As `good_pattern`, with exactly one group: the pass, which rows of one product share."""
    if re.compile(good_pattern(text)).groups != 1:
        raise ValueError("it has exactly one group in parentheses; others are written (?:…)")
    return text
