"""What all parts of a profile have in common, and the kinds of text that stand in them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ..outbound.url import UrlError, check_url


class Part(BaseModel):
    """A part of the profile: nothing in it but what is named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)


def good_url(text: str) -> str:
    try:
        check_url(text)
    except UrlError as error:
        raise ValueError(str(error)) from error
    return text


def good_origin(text: str) -> str:
    """An origin as the web writes it: scheme, host, and the port where it is not the usual one."""
    target = check_url(good_url(text.rstrip("/")))
    if target.path != "/" or "?" in text:
        raise ValueError("an origin is only scheme, host and port, as in https://archive.example.org")
    return target.origin


def good_file(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}", text):
        raise ValueError("this is the name of a file beside the profile: letters, digits, `.`, `_`, `-`")
    return text


Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
Label = Annotated[str, Field(min_length=1, max_length=80)]
Url = Annotated[str, AfterValidator(good_url)]
Origin = Annotated[str, AfterValidator(good_origin)]
FileName = Annotated[str, AfterValidator(good_file)]
Column = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_.-]{0,63}$")]
