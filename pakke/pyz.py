"""The one-file bundle: sources, compiled code, content and licences in a zip that Python starts."""

import os
import subprocess
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatch
from pathlib import Path

from pakke.zipping import Files, write_zip

CONTENT = "veileder_cli/content/"
TEMPLATES = ("veileder_cli/innhold/mal/", "veileder_cli/cli/skall/")
LEFT_OUT = (
    "pygments/*",  # colours of program code: only in what is left out of Rich
    "markdown_it/cli/*",
    "markdown_it/tree.py",
    "*/__main__.py",
    "*/testing.py",
    "*/tests/*",
    "rich/_unicode_data/unicode[4-9]*.py",  # how wide letters were in older Unicode
    "rich/_unicode_data/unicode1[0-6]*.py",
    "rich/layout.py",
    "rich/logging.py",
    "rich/markdown.py",
    "rich/prompt.py",
    "rich/syntax.py",
    "rich/traceback.py",
    "rich/tree.py",
    "typer/cli.py",
    "typer/rich_utils.py",
    "prompt_toolkit/contrib/*",  # prompts over a network
    "snowballstemmer/*_stemmer.py",
    "wcwidth/table_grapheme_overrides/_known_*.py",  # the oddities of single terminals
)
"""What dependencies have that the program never reaches."""
KEPT = frozenset({"snowballstemmer/english_stemmer.py", "snowballstemmer/norwegian_stemmer.py"})
"""What is reached of what is left out."""
INSTEAD = {
    "prompt_toolkit/key_binding/digraphs.py": b"DIGRAPHS = {}\n",  # for keys as in Vi
    "rich/_unicode_data/_versions.py": b'VERSIONS = ("17.0.0",)\n',  # the newest alone
    "rich/_emoji_codes.py": b"EMOJI = {}\n",  # names of pictures
    "snowballstemmer/__init__.py": b"",  # which loads every language
}
"""The files of dependencies that are changed: as they are, they take room and load slowly."""
LISTED = "filer.txt"
"""Where the archive lists its files, as `veileder_cli.zipped` reads it."""

_START = Path(__file__).with_name("start.py")
_IMPORTER = Path(__file__).with_name("importer.py")
_COMPILE = Path(__file__).with_name("compile.py")
_SHEBANG = b"#!/usr/bin/env python3\n"
_SMALLER = ("-X", "no_debug_ranges")  # no columns for tracebacks, which the program never shows
_TAG = "import sys; print('py%d%d' % sys.version_info[:2])"


def build_pyz(target: Path, site: Files, papers: Files, pythons: Iterable[str], epoch: int) -> Path:
    """Write the bundle of what `site` has, which is named as in a folder of installed packages.

    `papers` are put beside the code; `pythons` compile, one for each version.
    """
    sources = {n: INSTEAD.get(n, data) for n, data in site.items() if _is_code(n)}
    content = {
        name.removeprefix("veileder_cli/"): data
        for name, data in site.items()
        if name.startswith(CONTENT)
    }
    files = {
        "__main__.py": _START.read_bytes(),
        "importer.py": _IMPORTER.read_bytes(),
        **papers,
        **content,
        **_metadata(site),
    }
    beside = {n: d for n, d in site.items() if n.startswith(TEMPLATES) or n.endswith(".mo")}
    files |= {f"src/{name}": data for name, data in (sources | beside).items()}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        compiled = dict(pool.map(lambda python: compile_with(python, sources), pythons))
    files |= compiled
    files[LISTED] = "\n".join(sorted(files)).encode()
    write_zip(target, files, epoch, start=_SHEBANG, stored=compiled)
    target.chmod(0o755)
    return target


def compile_with(python: str, sources: Files) -> tuple[str, bytes]:
    """Give the sources as compiled by one Python, under the name of its version."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "src"), Path(folder, "ut")
        for name, data in sources.items():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes(data)
        env = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
        run = [python, "-S", *_SMALLER]
        tag = subprocess.check_output([*run, "-c", _TAG], env=env, text=True).strip()
        subprocess.run([*run, str(_COMPILE), str(source), str(target)], env=env, check=True)
        return tag, target.read_bytes()


def _is_code(name: str) -> bool:
    own = name.startswith("veileder_cli/")
    reached = own or name in KEPT or not any(fnmatch(name, pattern) for pattern in LEFT_OUT)
    return name.endswith(".py") and reached


def _metadata(site: Files) -> Files:
    """Give the packages' own descriptions, where prompt_toolkit looks up which version it is."""
    return {n: d for n, d in site.items() if fnmatch(n, "prompt_toolkit-*.dist-info/METADATA")}
