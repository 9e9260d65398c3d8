"""Where one instance of the archive lives, as whom it runs, and with which programs."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..process import Process, dies_with_parent
from ..service import ServiceError

HERE = Path(__file__).parent
POSTGRES = Path("/usr/lib/postgresql/15/bin")
# DaCHS lives with Debian's Python and astropy, and must not see those of a virtual environment.
PYTHON = "/usr/bin/python3"


@dataclass(frozen=True)
class Place:
    """One instance: its folder, and the port that its web server has or will have."""

    folder: Path
    port: int

    @property
    def base(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def socket(self) -> Path:
        """The folder of PostgreSQL's Unix socket: the only way to reach it."""
        return self.folder / "run"

    @property
    def user(self) -> str:
        """PostgreSQL refuses to run as root."""
        return "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name

    @property
    def group(self) -> str:
        return grp.getgrgid(pwd.getpwnam(self.user).pw_gid).gr_name

    @property
    def env(self) -> dict[str, str]:
        return {
            "PATH": f"{POSTGRES}:/usr/bin:/bin",
            "HOME": str(self.folder / "run"),
            "TMPDIR": str(self.folder / "run"),
            "LANG": "C.UTF-8",
            "GAVOSETTINGS": str(self.folder / "gavo.rc"),
            "GAVOCUSTOM": "/nonexistent",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    @property
    def other(self) -> str | None:
        """The user that the servers run as, where that is not who runs this."""
        return self.user if os.geteuid() == 0 else None

    def own(self) -> None:
        """Gives the folder to the user that the servers run as."""
        if self.other:
            subprocess.run(["chown", "-R", f"{self.user}:{self.group}", self.folder], check=True)

    def call(self, *command: str | Path) -> str:
        """Runs a program and gives what it printed; a failure is a ServiceError with its last words."""
        other = {"user": self.other, "group": self.other, "extra_groups": []} if self.other else {}
        done = subprocess.run(
            command, cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, errors="replace", check=False,
            preexec_fn=dies_with_parent(os.getpid(), signal.SIGTERM), **other,
        )  # fmt: skip
        with (self.folder / "build.log").open("a") as log:
            log.write(f"$ {' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
        if done.returncode:
            words = (done.stderr or done.stdout).strip()[-1000:]
            raise ServiceError(f"vo: `{' '.join(map(str, command))}` failed:\n{words}")
        return done.stdout

    def launch(self, *command: str | Path, log: str, ending: signal.Signals = signal.SIGTERM) -> Process:
        """Starts a server of this instance; what it prints goes to a file of that name in its folder."""
        with (self.folder / log).open("ab") as output:
            return Process(
                list(map(str, command)),
                env=self.env,
                cwd=self.folder,
                user=self.other,
                output=output,
                ending=ending,
            )


def installed() -> bool:
    extensions = Path("/usr/share/postgresql/15/extension")
    return (
        shutil.which("dachs", path="/usr/bin") is not None
        and (POSTGRES / "initdb").exists()
        and all((extensions / f"{name}.control").exists() for name in ("pg_sphere", "q3c"))
    )
