"""Runs a command with services beside it, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import IO, Any, NoReturn

from .process import adopt_orphans, dies_with_parent, end_descendants
from .service import Service

# A fixed short place: a Unix socket's path has at most 107 characters, and another user has to get there.
PLACE = Path("/tmp")
PREFIX = "esap-run-"
# In seconds. Together less than what the commands of `tasks/` wait for this program.
INTERRUPT_GRACE = 3.0
COMMAND_GRACE = 8.0
STRAY_GRACE = 3.0
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Told(BaseException):
    """A signal told this program to end. No Exception, so that nothing takes it for a service's failure."""

    def __init__(self, number: int) -> None:
        super().__init__(f"signal {number}")
        self.number = number


def told(number: int, frame: FrameType | None) -> NoReturn:
    deaf()
    raise Told(number)


def deaf() -> None:
    """From here on only cleaning up is left; a second Ctrl-C must not break that off."""
    for number in ENDINGS:
        signal.signal(number, signal.SIG_IGN)


@contextlib.contextmanager
def listening() -> Iterator[None]:
    """Turns the first of the signals that end a program into `Told`."""
    # What was ignored from the start, as with nohup, stays ignored.
    mine = [number for number in ENDINGS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, told) for number in mine}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def remove_forgotten() -> None:
    """Removes the folders of runs that were killed: those whose lock nobody holds."""
    for folder in PLACE.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError), (folder / "lock").open("r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def run_folder() -> Iterator[Path]:
    """A folder for this run, removed at its end. Others may pass through it but not list it."""
    remove_forgotten()
    made = Path(tempfile.mkdtemp(prefix="esap-new-", dir=PLACE))
    made.chmod(0o711)
    lock: IO[str] = (made / "lock").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    # Under this name others look for forgotten ones, so only now that it is locked.
    folder = made.rename(PLACE / made.name.replace("esap-new-", PREFIX))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.close()


def run(services: Mapping[str, Service], command: Sequence[str]) -> int:
    """Starts the services, runs `command` with ESAP_SERVICES naming their facts, and ends everything.

    Gives the command's exit code, or 128 and the number of the signal that ended it or this program.
    Raises ServiceError when a service does not start.
    """
    adopt_orphans()
    try:
        with listening(), run_folder() as folder, contextlib.ExitStack() as ending:
            ending.callback(end_descendants, STRAY_GRACE)
            try:
                facts: dict[str, Any] = {}
                for name, service in services.items():
                    own = folder / name
                    own.mkdir()
                    ending.callback(service.stop)
                    facts[name] = service.start(own)
                file = folder / "services.json"
                file.touch(0o600)
                file.write_text(json.dumps(facts, indent=2))
                return foreground(command, {**os.environ, "ESAP_SERVICES": str(file)})
            finally:
                deaf()
    except Told as signalled:
        return 128 + signalled.number


def foreground(command: Sequence[str], env: Mapping[str, str]) -> int:
    """Runs the command in this process group: the terminal's Ctrl-C reaches it too."""
    try:
        child = subprocess.Popen(command, env=env, preexec_fn=dies_with_parent(os.getpid(), signal.SIGTERM))
    except OSError as error:
        print(f"{command[0]}: {error.strerror}", flush=True)
        return 127
    try:
        code = child.wait()
        return code if code >= 0 else 128 - code
    except Told as signalled:
        # The terminal has sent Ctrl-C to the command as well, which should end in its own way.
        if signalled.number == signal.SIGINT:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(INTERRUPT_GRACE)
        child.terminate()
        raise
    finally:
        try:
            child.wait(COMMAND_GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
