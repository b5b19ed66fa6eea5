"""Compiles a folder of sources with the Python that runs it: python compile.py SOURCES TARGET.

The compiled code says nothing of when or where it was made, and is never compared with the
sources at run time, so that the same sources give the same bytes.
"""

import sys
from pathlib import Path
from py_compile import PycInvalidationMode, compile  # noqa: A004


def main(source: Path, target: Path) -> None:
    """Compile every file, in order, to the same place below the target."""
    for file in sorted(source.rglob("*.py")):
        name = file.relative_to(source)
        compile(
            str(file),
            cfile=str(target / name.with_suffix(".pyc")),
            dfile=name.as_posix(),
            doraise=True,
            invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
