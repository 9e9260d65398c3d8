"""Judges the archive by `stilts taplint`: `python -m services.archive.taplint`, no part of the tests.

Needs STILTS (on Debian: apt-get install -y --no-install-recommends stilts). Starts an archive of its own,
runs the stages that apply to it, prints errors, warnings and failures, and ends with 1 if there are errors.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .service import Archive

# Left out: UPL and LOC, for uploads and for observing plans, neither of which there is here.
STAGES = "TMV TME TMS TMC CPV CAP AVV QGE QPO QAS UWS MDQ OBS EXA"


def main() -> int:
    if shutil.which("stilts") is None:
        print("STILTS is needed: as root, apt-get install -y --no-install-recommends stilts", file=sys.stderr)
        return 2
    archive = Archive()
    with tempfile.TemporaryDirectory() as folder:
        try:
            tap = archive.start(Path(folder))["tap"]
            command = ["stilts", "taplint", f"tapurl={tap}", f"stages={STAGES}"]
            said = subprocess.run(command, capture_output=True, text=True, check=False)
        finally:
            archive.stop()
    lines = said.stdout.splitlines()
    print("\n".join(line for line in lines if re.match(r"[EWF]-|Totals", line)) or said.stderr)
    # Without a total it has not come to its end, whatever it has not complained of.
    return 0 if any(line.startswith("Totals: Errors: 0;") for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
