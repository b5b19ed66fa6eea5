"""Writes the texts in other languages as gettext reads them; run by make and by a build."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SPRAK = Path(__file__).parent.parent / "src" / "veileder_cli" / "sprak"


def main() -> None:
    """Compile each catalogue; a text marked as uncertain is left out."""
    for po in sorted(SPRAK.glob("*.po")):
        with po.open("rb") as inn, po.with_suffix(".mo").open("wb") as ut:
            write_mo(ut, read_po(inn, locale=po.stem))


if __name__ == "__main__":
    main()
