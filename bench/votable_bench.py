"""Our VOTable decoder beside astropy and, where it is installed, STILTS (G1, G2, G4, G5, G6).

The same files, in turn, each reader in a process of its own; CPU seconds with the start of the program
in them. Answers: rows in each run (STILTS only
reads and discards); and all three readers' columns are hashed in one canonical form and
compared, STILTS' by what it writes when it copies the table.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import votable_check
from figures import HERE, Figures, long, spend
from peers import said, stilts, version

FORMS = ("tabledata", "binary2")
# Rows of each table, and of those whose hashes are compared: the same table, but its first rows.
ROWS = {"random": 1_000_000, "wide": 20_000, "obscore": 100_000, "arrays": 100_000}
COMPARED = {"random": 50_000, "wide": 2_000, "obscore": 20_000, "arrays": 20_000}
# Bytes a second of 100 Mbit/s.
RATE = 12_500_000
ASTROPY = """
import sys
from astropy.io.votable import parse
print(sum(len(table.array) for table in parse(sys.argv[1]).iter_tables()))
"""


def make(folder: Path, rows: dict[str, int]) -> dict[str, Path]:
    asked = [f"{name}={count}" for name, count in rows.items()]
    subprocess.run(["node", str(HERE / "make-votable.mjs"), str(folder), *asked], check=True)
    return {f"{name} {form}": folder / f"{name}-{form}.vot" for name in rows for form in FORMS}


def readers() -> dict[str, list[str]]:
    jar = stilts()
    return {
        "ours": ["node", str(HERE / "votable.mjs"), "--time"],
        "astropy": [sys.executable, "-c", ASTROPY],
        **({"stilts": [*jar, "tpipe", "ifmt=votable", "omode=discard"]} if jar else {}),
    }


def rows_told(who: str, out: str) -> int:
    return json.loads(out)["tables"][0]["rows"] if who == "ours" else int(out)


def timed(figures: Figures, folder: Path) -> dict[tuple[str, str], float]:
    """CPU seconds by work and reader; those of `decoder` are ours without the start of Node."""
    took: dict[tuple[str, str], float] = {}
    for work, file in make(folder, ROWS).items():
        expected = ROWS[work.split()[0]]
        runs: dict[str, list[tuple[float, float]]] = {}
        alone: list[float] = []
        for _ in range(20 if long() else 3):
            for who, command in readers().items():
                spent = spend([*command, f"in={file}" if who == "stilts" else str(file)])
                if who != "stilts" and rows_told(who, spent.out) != expected:
                    raise RuntimeError(f"{who} read other than {expected} rows of {work}")
                runs.setdefault(who, []).append((spent.cpu, spent.peak))
                if who == "ours":
                    alone.append(json.loads(spent.out)["cpu_seconds"])
        took[work, "decoder"] = median(alone)
        for who, values in runs.items():
            took[work, who] = median(cpu for cpu, _ in values)
            ratio = took[work, who] / took[work, "ours"]
            size = file.stat().st_size / 1e6
            figures.add(
                work, who, rows=expected, MB=size, cpu=took[work, who], ratio=ratio, peak_mb=max(values)[1]
            )
    return took


def arriving(figures: Figures, folder: Path) -> None:
    """G4 to G6: at a network's pace, and as fast as it goes with all columns kept."""
    for form in FORMS:
        work = f"random {form}"
        file = folder / f"random-{form}.vot"
        command = ["node", str(HERE / "columns.mjs"), str(file)]
        kept = json.loads(spend(command).out)
        beyond = kept["grown_mb"] - kept["columns_mb"]
        figures.add(f"{work}, kept", "ours", columns_mb=kept["columns_mb"], beyond_mb=beyond)
        paced = json.loads(spend([*command, str(RATE)]).out)
        if {kept["rows"], paced["rows"]} != {ROWS["random"]}:
            raise RuntimeError(f"{paced['rows']} rows of {work}")
        over = paced["seconds"] / paced["transfer"]
        first = paced["first_rows"] * 1000
        figures.add(f"{work}, 100 Mbit/s", "ours", transfer=paced["transfer"], over=over, first_ms=first)
        figures.goal("G4", f"{work} at 100 Mbit/s, to the last row", over, 1.05, "of the transfer")
        figures.goal("G5", f"{work}, first byte to first 50 rows", first, 100, "ms")
        figures.goal("G6", f"{work}, memory beyond the columns", beyond, 80, "MiB")


def compared(figures: Figures, folder: Path) -> int:
    """Differences between the three readers."""
    files = make(folder, COMPARED)
    wrong: list[str] = []
    columns = 0
    documents = votable_check.ours(list(files.values()), trim=True)
    for (work, file), document in zip(files.items(), documents, strict=True):
        columns += len(document["tables"][0]["fields"])
        wrong += [f"{work}, astropy: {words}" for words in votable_check.differences(file, document)]
        if jar := stilts():
            copy = folder / "copy.vot"
            said(*jar, "tcopy", f"in={file}", "ifmt=votable", f"out={copy}", "ofmt=votable(format=BINARY2)")
            ours, theirs = (one["tables"][0] for one in votable_check.ours([file, copy], trim=False))
            pairs = zip(ours["fields"], ours["hashes"], theirs["hashes"], strict=True)
            wrong += [f"{work}, STILTS: {field['name']}" for field, a, b in pairs if a != b]
    for words in wrong:
        print(words, file=sys.stderr)
    figures.add("columns compared", "all", columns=columns, different=len(wrong))
    return len(wrong)


def main() -> int:
    python = Path(sys.executable)
    peers = [f"astropy {version(python, 'astropy')}"]
    if jar := stilts():
        peers.append(
            next(line.strip() for line in said(*jar, "-version").splitlines() if "STILTS version" in line)
        )
    else:
        print(
            "Without STILTS: apt-get install -y --no-install-recommends stilts, or STILTS_JAR=…", flush=True
        )
    figures = Figures("votable", node=said("node", "--version"), peers=peers)
    with tempfile.TemporaryDirectory(prefix="esap-bench-") as name:
        folder = Path(name)
        took = timed(figures, folder)
        arriving(figures, folder)
        wrong = compared(figures, folder)
    figures.goal("G1", "1M × 10 TABLEDATA, decoder alone", took["random tabledata", "decoder"], 1.0, "s CPU")
    figures.goal("G2", "1M × 10 BINARY2, decoder alone", took["random binary2", "decoder"], 0.3, "s CPU")
    figures.close()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
