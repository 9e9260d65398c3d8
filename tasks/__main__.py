"""The command line; see `python3 -m tasks --help`."""

from __future__ import annotations

import argparse
import sys

from . import demo, parts
from .setup import SetupError, setup


def main() -> int:
    parser = argparse.ArgumentParser(prog="npm run", description="Commands of this checkout.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("setup", help="install what the checkout needs and build it")
    show = commands.add_parser("demo", help="JupyterLab with the suite and real services, at a printed URL")
    show.add_argument("--port", type=int, default=0, help="of JupyterLab; default: a free one")
    show.add_argument(
        "--vo", choices=list(demo.ARCHIVES), default="own", help="the archive: the demo's own, or DaCHS"
    )
    show.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    test = commands.add_parser("test", help="everything, or only the named parts")
    test.add_argument("part", nargs="*", help=f"of: {', '.join(parts.PARTS)}")
    test.add_argument("--without", default="", help="services that can't be had here, by name: vo,…")
    test.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    bench = commands.add_parser("bench", help="figures beside those of the peers")
    bench.add_argument("name", nargs="*", help="of: import, relay, start, votable; and long for many runs")
    given = parser.parse_args()
    # Told to end, let every `finally` run: services and folders are cleaned up there.
    try:
        if given.command == "setup":
            setup()
            return 0
        if given.command == "demo":
            return demo.inside(given.port) if given.inside else demo.outside(given.port, given.vo)
        if given.command == "bench":
            return parts.bench(given.name)
        if given.inside:
            return parts.inside(given.part)
        return parts.outside(given.part, [name for name in given.without.split(",") if name])
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
