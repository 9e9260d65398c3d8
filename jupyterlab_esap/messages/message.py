"""The base of all messages."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Message(BaseModel):
    """A JSON object with exactly these members. What is None is left out of the text."""

    # Validators are built when a message is first used: a start of the server pays nothing for them.
    # A member whose name Python keeps for itself has an underscore in code and none in the JSON.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)

    def to_json(self) -> str:
        """The message as JSON."""
        return self.model_dump_json(exclude_none=True, by_alias=True)
