"""Starts the command line."""

import gc
import os
import sys
from typing import Final

from veileder_cli.sprak import choose, use

_SELDOM: Final = 100_000
"""So many new objects are made before Python looks for rubbish: what a start makes is kept, and
to look through it each 700 objects took a tenth of a look-up."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(_SELDOM)
    try:
        use(choose(sys.argv[1:], os.environ))
        from veileder_cli.cli.app import run  # noqa: PLC0415 - Ctrl-C may come while it loads

        kode = run(sys.argv[1:])
    except KeyboardInterrupt:
        kode = 130
    sys.exit(kode)


if __name__ == "__main__":
    main()
