"""Imports from the bundle the code that was compiled for the Python that runs it.

All modules of a version are one file of the archive: as files of their own they would be listed at
every start, which took a quarter of it. Goes into the bundle as it is; see decision 0012.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from marshal import loads
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any
from zipimport import zipimporter
from zlib import decompress

SOURCES = "src"


class Compiled(zipimporter):
    """Finds modules by name in the file that compile.py made.

    To all who ask, a module stands among the sources, so what lies beside them is found there.
    """

    def __init__(self, archive: str, code: bytes) -> None:
        """Hold the modules, each packed until it is imported."""
        super().__init__(archive)
        self._modules: dict[str, tuple[bool, bytes]] = loads(code)  # noqa: S302 - the bundle's own
        self._sources = Path(archive, SOURCES)

    def find_spec(  # type: ignore[override] # as one of sys.meta_path is asked
        self, fullname: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Give where the module is, if it is here."""
        if fullname not in self._modules:
            return None
        place = self._sources.joinpath(*fullname.split("."))
        is_package = self.is_package(fullname)
        origin = place / "__init__.py" if is_package else place.with_suffix(".py")
        loader: Any = self  # which the type hints of 3.11 do not know to be one
        spec = ModuleSpec(fullname, loader, origin=str(origin), is_package=is_package)
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(str(place))
        return spec

    def is_package(self, fullname: str) -> bool:
        """Tell whether it has modules inside."""
        return self._modules[fullname][0]

    def get_code(self, fullname: str) -> CodeType:
        """Unpack the code."""
        code: CodeType = loads(decompress(self._modules[fullname][1]))  # noqa: S302 - as above
        return code

    def get_source(self, fullname: str) -> None:
        """Give none: nobody is shown a traceback."""

    def get_resource_reader(self, fullname: str) -> Any:
        """Give what reads the files beside a package's sources."""
        folder = self._sources.joinpath(*fullname.split(".")[:-1])
        return zipimporter(str(folder)).get_resource_reader(fullname)


def install(archive: str) -> None:
    """Import from the archive before all else; a Python that came later compiles the sources."""
    sys.path[:1] = [str(Path(archive, SOURCES)), archive]
    try:
        code = zipimporter(archive).get_data(f"py{sys.version_info[0]}{sys.version_info[1]}")
    except OSError:
        return
    sys.meta_path.insert(0, Compiled(archive, code))
