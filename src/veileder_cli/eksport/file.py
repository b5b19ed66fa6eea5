"""Saves a text to a new file that only its owner can read, whole or not at all."""

import os
import tempfile
from pathlib import Path

from veileder_cli.errors import SaveError
from veileder_cli.sprak import _


def save_text(sti: Path, tekst: str) -> Path:
    """Write the text as UTF-8 and give the path. Raises SaveError; never overwrites a file.

    The text is written beside the target with owner-only rights, then put in place in one step.
    """
    try:
        mal = sti.expanduser()
        if not mal.parent.is_dir():
            raise SaveError(str(sti), _("mappa finnes ikke"))
        _write_beside(mal, tekst)
    except FileExistsError as error:
        raise SaveError(str(sti), _("fila finnes fra før")) from error
    except (OSError, RuntimeError, ValueError) as error:  # no home folder, or a name with a NUL
        raise SaveError(str(sti), _("det går ikke an å skrive der")) from error
    return mal


def _write_beside(mal: Path, tekst: str) -> None:
    nr, midlertidig = tempfile.mkstemp(dir=mal.parent, prefix=".veileder-")
    try:
        with os.fdopen(nr, "w", encoding="utf-8", newline="\n") as fil:
            fil.write(tekst)
            fil.flush()
            os.fsync(fil.fileno())
        _put_in_place(Path(midlertidig), mal)
    finally:
        Path(midlertidig).unlink(missing_ok=True)


def _put_in_place(kilde: Path, mal: Path) -> None:
    """Give the file its name; a hard link refuses a name that is taken, in the same step."""
    try:
        mal.hardlink_to(kilde)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if mal.exists():
            raise FileExistsError(mal) from None
        kilde.replace(mal)
