"""The base of all messages."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Message(BaseModel):
    """A JSON object with exactly these members. What is None is left out of the text."""

    # Validators are built when a message is first used: a start of the server pays nothing for them.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def text(self) -> str:
        """The message as JSON."""
        return self.model_dump_json(exclude_none=True)
