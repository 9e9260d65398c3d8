"""Pydantic's errors as sentences that an operator can act on."""

from __future__ import annotations

from pydantic_core import ErrorDetails

from ..foreign import foreign

# Of this machine; problems are shown in the browser.
LOCAL = frozenset({"path", "file", "proxy", "direct", "authorities"})


def sentence(error: ErrorDetails) -> str:
    """One sentence for one error of a profile."""
    key = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "")
    match error["type"]:
        case "missing":
            return f"`{key}` is missing."
        case "extra_forbidden":
            return f"there is no `{foreign(key, 60)}` here."
        case "literal_error":
            expected = error.get("ctx", {}).get("expected", "")
            return f"`{key}` is {foreign(repr(error['input']), 60)}; it may be {expected}."
        case "model_type" | "model_attributes_type" | "dict_type":
            return "this is a mapping, as in `key: value`."
        case "tuple_type":
            return f"`{key}` is a list, one line with `- …` for each entry."
        case "value_error":
            return f"`{key}`: {error['msg'].removeprefix('Value error, ').rstrip('.')}."
        case _:
            words = error["msg"][:1].lower() + error["msg"][1:]
            if key in LOCAL:
                return f"`{key}`: {words}."
            return f"`{key}` is {foreign(repr(error['input']), 60)}: {words}."
