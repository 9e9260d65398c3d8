"""`python -m services run` passes on what it should and leaves nothing behind, however it ends."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tasks.tree import ROOT

RUN = [sys.executable, "-m", "services", "run", "faults", "--"]
# Says where it and the services are, leaves a child that nobody waits for in a session of its own, and stays.
LINGER = """
import json, os, subprocess, sys, time
child = subprocess.Popen(["sleep", "1000"], start_new_session=True)
facts = json.load(open(os.environ["ESAP_SERVICES"]))
print(json.dumps([os.getpid(), child.pid, os.environ["ESAP_SERVICES"], facts["faults"]["base"]]), flush=True)
time.sleep(1000)
"""


def alive(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(f"{url}/html", timeout=5).close()
    except (urllib.error.URLError, OSError):
        return False
    return True


def wait_for(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + 20
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()


@pytest.mark.parametrize(
    ("program", "code"),
    [("import sys; sys.exit(7)", 7), ("import os; os.kill(os.getpid(), 9)", 128 + 9), ("", 0)],
)
def test_exit_code_is_the_commands(program: str, code: int) -> None:
    assert subprocess.run([*RUN, sys.executable, "-c", program], cwd=ROOT, check=False).returncode == code


def test_command_that_is_not_there() -> None:
    done = subprocess.run([*RUN, "/no/such/program"], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 127
    assert done.stdout == "/no/such/program: No such file or directory\n"


def test_service_that_is_not_there() -> None:
    command = [sys.executable, "-m", "services", "run", "tape", "--", "true"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("No such service: tape. There are: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL])
def test_nothing_is_left(number: signal.Signals) -> None:
    with subprocess.Popen([*RUN, sys.executable, "-c", LINGER], cwd=ROOT, stdout=subprocess.PIPE) as runner:
        assert runner.stdout is not None
        command, orphan, file, base = json.loads(runner.stdout.readline())
        assert answers(base)
        assert all(map(alive, (command, orphan)))
        runner.send_signal(number)
        code = runner.wait(30)
    assert code == (-9 if number == signal.SIGKILL else 128 + number)
    assert wait_for(lambda: not alive(command))
    assert wait_for(lambda: not answers(base))
    if number == signal.SIGKILL:
        # Nobody is there to end what the command has let go; the folder goes with the next run.
        os.kill(orphan, signal.SIGKILL)
        subprocess.run([*RUN, "true"], cwd=ROOT, check=True)
    assert not alive(orphan)
    assert not Path(file).parent.exists()


def test_nothing_is_left_after_an_ordinary_end() -> None:
    program = LINGER.replace("time.sleep(1000)", "")
    done = subprocess.run(
        [*RUN, sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    _, orphan, file, base = json.loads(done.stdout)
    assert not alive(orphan)
    assert not answers(base)
    assert not Path(file).parent.exists()
