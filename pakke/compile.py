"""Compiles a folder of sources with the Python that runs it: python compile.py SOURCES TARGET.

TARGET gets all modules in one file: by name, whether it is a package, and its code, packed. The
code says nothing of when or where it was made, so that the same sources give the same bytes.
Descriptions of modules and functions are left out of it; they are a tenth of its size, and stand
in the sources.
"""

import ast
import marshal
import sys
from pathlib import Path
from zlib import compress

_DESCRIBED = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef)
_PACKAGE = "__init__"
_WITHOUT_REFERENCES = 2
"""The form of marshal in which equal values are always written alike."""


def main(source: Path, target: Path) -> None:
    """Compile every file, in order."""
    modules = {}
    for file in sorted(source.rglob("*.py")):
        name = file.relative_to(source)
        is_package = name.stem == _PACKAGE
        parts = name.parent.parts if is_package else (*name.parent.parts, name.stem)
        code = compile_source(file.read_bytes(), name.as_posix())
        modules[".".join(parts)] = (is_package, compress(code, 9))
    target.write_bytes(marshal.dumps(modules, _WITHOUT_REFERENCES))


def compile_source(source: bytes, name: str) -> bytes:
    """Give the code without descriptions, as marshal writes it."""
    tree = ast.parse(source, name)
    for node in ast.walk(tree):
        if isinstance(node, _DESCRIBED) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]
            node.body = node.body or [ast.Pass()]
            ast.fix_missing_locations(node)
    return marshal.dumps(compile(tree, name, "exec", dont_inherit=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
