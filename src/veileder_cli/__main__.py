"""Starts the command line."""

import os
import sys

from veileder_cli.sprak import choose, use


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        use(choose(sys.argv[1:], os.environ))
        from veileder_cli.cli.app import run  # noqa: PLC0415 - Ctrl-C may come while it loads

        kode = run(sys.argv[1:])
    except KeyboardInterrupt:
        kode = 130
    sys.exit(kode)


if __name__ == "__main__":
    main()
