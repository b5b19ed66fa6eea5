"""Saves texts as the files of a new folder, all of them or none."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from veileder_cli.errors import SaveError
from veileder_cli.sprak import _

_OPPTATT = _("mappa finnes fra før og er ikke tom")


def check_free(mappe: Path) -> None:
    """Raise SaveError where the folder cannot become a new one: it is taken, or stood in."""
    try:
        if mappe.is_symlink() or (mappe.exists() and not mappe.is_dir()):
            raise SaveError(str(mappe), _("det finnes en fil eller en lenke med det navnet"))
        if mappe.is_dir() and any(mappe.iterdir()):
            raise SaveError(str(mappe), _OPPTATT)
        if mappe.is_dir() and mappe.samefile(Path.cwd()):
            raise SaveError(str(mappe), _("du står i mappa, så skriv navnet på en ny mappe"))
    except (OSError, RuntimeError, ValueError) as error:
        raise SaveError(str(mappe), _("det går ikke an å skrive der")) from error


def save_folder(mappe: Path, filer: Mapping[str, str]) -> None:
    """Write the texts as UTF-8 by their paths in the folder. Raises SaveError; overwrites nothing.

    All is written beside the folder, which then gets its name in one step; whatever interrupts
    leaves no part of it, and none of the folders above it that were made for it.
    """
    check_free(mappe)
    over = [m for m in mappe.absolute().parents if not m.exists()]
    try:
        mappe.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=mappe.parent, prefix=".veileder-") as midlertidig:
            ny = Path(midlertidig) / "ny"
            _write(ny, filer)
            _put_in_place(ny, mappe)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        _remove_empty(over)
        opptatt = mappe.is_dir() and any(mappe.iterdir())
        grunn = _OPPTATT if opptatt else _("det går ikke an å skrive der")
        raise SaveError(str(mappe), grunn) from error
    except BaseException:
        _remove_empty(over)
        raise


def _write(rot: Path, filer: Mapping[str, str]) -> None:
    rot.mkdir()
    for navn, tekst in filer.items():
        (rot / navn).parent.mkdir(exist_ok=True)
        (rot / navn).write_text(tekst, "utf-8", newline="\n")


def _put_in_place(ny: Path, mappe: Path) -> None:
    """Give the folder its name; an empty one gives way, one with files in it never does."""
    if mappe.is_dir():
        mappe.rmdir()
    ny.rename(mappe)


def _remove_empty(mapper: list[Path]) -> None:
    for mappe in mapper:
        try:
            mappe.rmdir()
        except OSError:
            return
