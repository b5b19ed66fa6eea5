"""Starts the command line."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from veileder_cli.cli.app import run  # noqa: PLC0415 - so that Ctrl-C at start is quiet too

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
