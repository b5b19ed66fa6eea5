"""Writes the texts in other languages as gettext reads them; run by make and by a build."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SPRAK = Path(__file__).parent.parent / "src" / "veileder_cli" / "sprak"
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""What is written as the time of creation: today's would make every build another."""


def compiled(po: Path) -> bytes:
    """Compile a catalogue; a text marked as uncertain is left out."""
    katalog = read_po(BytesIO(po.read_bytes()), locale=po.stem)
    katalog.creation_date = UNDATED
    ut = BytesIO()
    write_mo(ut, katalog)
    return ut.getvalue()


def main() -> None:
    """Write each compiled catalogue beside what it is made of."""
    for po in sorted(SPRAK.glob("*.po")):
        po.with_suffix(".mo").write_bytes(compiled(po))


if __name__ == "__main__":
    main()
