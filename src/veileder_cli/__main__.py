"""Starts the command line."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        from veileder_cli.cli.app import run  # noqa: PLC0415 - Ctrl-C may come while it loads

        kode = run(sys.argv[1:])
    except KeyboardInterrupt:
        kode = 130
    sys.exit(kode)


if __name__ == "__main__":
    main()
