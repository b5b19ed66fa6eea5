"""The start of the bundle: takes the code compiled for this Python, or says that it is too old.

Every Python must be able to read this file, also those that are too old for the rest; so it has
ASCII alone and the syntax of Python 2.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - that is what this file is for
    sys.stderr.write(
        "Feil: veileder krever Python 3.11 eller nyere. Dette er Python %d.%d.\n"  # noqa: UP031
        "Installer en nyere Python, eller be IT om pakken som har Python med.\n"
        "Er noen i fare? Ring 112.\n" % (sys.version_info[0], sys.version_info[1])
    )
    sys.exit(2)

from importer import install  # type: ignore[import-not-found] # beside it in the bundle

install(sys.path[0])

from veileder_cli.__main__ import main  # noqa: E402

main()
