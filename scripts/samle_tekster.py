"""Brings the catalogues up to date with the program; what is new has no translation."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from kompiler_sprak import SPRAK

KODE = SPRAK.parent
HEADER = """\
msgid ""
msgstr ""
"Language: {}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
KEYWORDS = {"_": None, "ngettext": (1, 2)}


def collect() -> Catalog:
    """Gather the texts of the program, with the files that they stand in."""
    samlet = Catalog(project="veileder", charset="utf-8")
    for fil, _linje, tekst, merknader, _ in extract_from_dir(KODE, keywords=KEYWORDS):
        samlet.add(tekst, locations=[(Path(fil).as_posix(), None)], auto_comments=merknader)
    return samlet


def updated(po: Path, samlet: Catalog) -> bytes:
    """Give the catalogue with the texts of today; those that are gone are left out."""
    katalog = read_po(BytesIO(po.read_bytes()), locale=po.stem)
    katalog.update(samlet, no_fuzzy_matching=True)
    katalog.obsolete.clear()
    ut = BytesIO()
    write_po(ut, katalog, width=100, sort_output=True, omit_header=True)
    return HEADER.format(katalog.locale).encode() + ut.getvalue()


def main() -> None:
    """Write each catalogue anew."""
    samlet = collect()
    for po in sorted(SPRAK.glob("*.po")):
        po.write_bytes(updated(po, samlet))


if __name__ == "__main__":
    main()
