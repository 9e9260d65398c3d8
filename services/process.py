"""A service's process: it ends when it is told to, and also when whoever started it is gone."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

# From <sys/prctl.h>.
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36


def prctl(option: int, value: int) -> None:
    """Linux's prctl(2); other systems have nothing like it, and go without."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)


def dies_with_parent(parent: int, number: signal.Signals) -> Callable[[], None]:
    """What a child has to run before it becomes another program, to get a signal when `parent` ends.

    Only good for children started by the main thread: Linux takes the death of the thread.
    """

    def arrange() -> None:
        prctl(PR_SET_PDEATHSIG, number)
        if os.getppid() != parent:
            os._exit(1)

    return arrange


def adopt_orphans() -> None:
    """Makes this process the parent of all its descendants that lose theirs."""
    prctl(PR_SET_CHILD_SUBREAPER, 1)


def descendants(of: int) -> list[int]:
    """Process ids of all that came from a process, nearest first. Linux; empty elsewhere."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # The name in parentheses may hold anything, blanks and parentheses too.
            state, parent = entry.read_text(errors="replace").rpartition(")")[2].split()[:2]
            if state != "Z":
                children.setdefault(int(parent), []).append(int(entry.parent.name))
    found = [of]
    for pid in found:
        found.extend(children.get(pid, []))
    return found[1:]


def end_descendants(grace: float) -> None:
    """Ends all that came from this process: asks, and after `grace` seconds kills."""
    me = os.getpid()
    end = time.monotonic() + grace
    signalled: set[int] = set()
    while left := descendants(me):
        late = time.monotonic() > end
        for pid in left:
            if late or pid not in signalled:
                signalled.add(pid)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL if late else signal.SIGTERM)
        reap()
        time.sleep(0.05)
    reap()


def reap() -> None:
    """Takes the exit codes of orphans that this process adopted."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


class Process:
    """A program in a process group of its own."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        user: str | None = None,
        output: int | IO[bytes] = subprocess.DEVNULL,
        ending: signal.Signals = signal.SIGTERM,
    ) -> None:
        """Starts it. `user`: as whom, if that is somebody else; `ending`: the signal that ends it cleanly."""
        other = {"user": user, "group": user, "extra_groups": []} if user else {}
        self.ending = ending
        self.child = subprocess.Popen(
            command, env=env, cwd=cwd, stdin=subprocess.DEVNULL, stdout=output,
            stderr=None if output == subprocess.PIPE else output, start_new_session=True,
            preexec_fn=dies_with_parent(os.getpid(), ending), **other,
        )  # fmt: skip

    @property
    def ended(self) -> bool:
        return self.child.poll() is not None

    def stop(self, grace: float = 5.0) -> None:
        """Ends the program, and what is left of its process group."""
        if not self.ended:
            self.child.send_signal(self.ending)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.child.wait(grace)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.child.pid, signal.SIGKILL)
        self.child.wait()
