"""The command line; see `python -m services --help`."""

from __future__ import annotations

import argparse
import sys

from .run import run
from .service import NAMES, Service, ServiceError, named


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m services", description="Real services for tests and the demo."
    )
    commands = parser.add_subparsers(dest="do", required=True)
    what = f"names with commas between, of: {', '.join(NAMES)}"
    install = commands.add_parser(
        "install", help="install what the services run on; nothing where that is there"
    )
    install.add_argument("names", help=what)
    beside = commands.add_parser(
        "run", help="run a command with the services beside it; ESAP_SERVICES names their facts"
    )
    beside.add_argument("names", help=what)
    beside.add_argument("command", nargs=argparse.REMAINDER, help="-- and the command with its arguments")
    given = parser.parse_args()
    try:
        services = {name: named(name) for name in given.names.split(",") if name}
        return install_all(services) if given.do == "install" else run_beside(services, given.command)
    except ServiceError as error:
        print(error, file=sys.stderr)
        return 1


def install_all(services: dict[str, Service]) -> int:
    missing = [line for service in services.values() if (line := service.install())]
    for line in missing:
        print(line, file=sys.stderr)
    return 1 if missing else 0


def run_beside(services: dict[str, Service], command: list[str]) -> int:
    words = command[1:] if command[:1] == ["--"] else command
    if not words:
        raise ServiceError("What should run beside the services? python -m services run NAMES -- COMMAND")
    return run(services, words)


if __name__ == "__main__":
    sys.exit(main())
