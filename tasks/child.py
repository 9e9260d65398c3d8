"""Runs a program in the foreground and never leaves it behind."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Mapping, Sequence
from types import FrameType
from typing import Any, NoReturn

from .tree import ROOT, environment

# Time for a child to end its own children (a database, a browser) before it is killed.
GRACE = 30.0


def interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def call(command: Sequence[str], extra: Mapping[str, str] | None = None, **more: Any) -> int:
    """Runs `command` with the checkout's environment and gives its exit code.

    Told to end, by Ctrl-C or a signal, it passes that on, waits for the child and raises KeyboardInterrupt.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    child = subprocess.Popen(
        command, cwd=more.pop("cwd", ROOT), env={**environment(), **(extra or {})}, **more
    )
    try:
        return child.wait()
    except KeyboardInterrupt:
        # A terminal has sent SIGINT to the child as well; SIGTERM is for all other cases.
        child.terminate()
        raise
    finally:
        try:
            child.wait(GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
