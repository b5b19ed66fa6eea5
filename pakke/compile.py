"""Compiles a folder of sources with the Python that runs it: python compile.py SOURCES TARGET.

The compiled code says nothing of when or where it was made, and is never compared with the
sources at run time, so that the same sources give the same bytes. Descriptions of modules and
functions are left out of it; they are a tenth of its size, and stand in the sources.
"""

import ast
import marshal
import sys
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path

_DESCRIBED = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef)
_UNCHECKED = (1).to_bytes(4, "little")
"""The mark of PEP 552 for code that goes by the sources' hash, and is not held against it."""


def main(source: Path, target: Path) -> None:
    """Compile every file, in order, to the same place below the target."""
    for file in sorted(source.rglob("*.py")):
        name = file.relative_to(source)
        compiled = target / name.with_suffix(".pyc")
        compiled.parent.mkdir(parents=True, exist_ok=True)
        compiled.write_bytes(compile_source(file.read_bytes(), name.as_posix()))


def compile_source(source: bytes, name: str) -> bytes:
    """Give what a .pyc file has: its mark, the sources' hash, the code."""
    tree = ast.parse(source, name)
    for node in ast.walk(tree):
        if isinstance(node, _DESCRIBED) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]
            node.body = node.body or [ast.Pass()]
            ast.fix_missing_locations(node)
    code = compile(tree, name, "exec", dont_inherit=True)
    return MAGIC_NUMBER + _UNCHECKED + source_hash(source) + marshal.dumps(code)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
