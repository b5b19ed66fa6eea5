"""Writes the texts in other languages as gettext reads them; run by make and by a build."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SPRAK = Path(__file__).parent.parent / "src" / "veileder_cli" / "sprak"
RARELY = "sjelden"
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""What is written as the time of creation: today's would make every build another."""
RARE = (
    *("innhold/", "cli/innhold", "integrity/", "answers", "convert.py", "coverage.py"),
    *("layers.py", "loader.py", "merge.py", "nearest.py", "overlay.py", "strict_yaml.py"),
    *("render/listing.py", "translations.py", "yaml_faults.py"),
)
"""The modules whose texts no look-up shows: what authors and faults are told."""


def compiled(po: Path) -> dict[str, bytes]:
    """Compile a catalogue to two files, so that a look-up reads the one with its texts alone.

    A text marked as uncertain is left out.
    """
    katalog = read_po(BytesIO(po.read_bytes()), locale=po.stem)
    filer = {f"{po.stem}.mo": Catalog(po.stem), f"{po.stem}.{RARELY}.mo": Catalog(po.stem)}
    ofte, sjelden = filer.values()
    for melding in katalog:
        if melding.id:
            er_sjelden = all(fil.startswith(RARE) for fil, _ in melding.locations)
            (sjelden if er_sjelden else ofte)[melding.id] = melding
    return {navn: _written(del_) for navn, del_ in filer.items()}


def _written(katalog: Catalog) -> bytes:
    katalog.creation_date = UNDATED
    ut = BytesIO()
    write_mo(ut, katalog)
    return ut.getvalue()


def main() -> None:
    """Write each compiled catalogue beside what it is made of."""
    for po in sorted(SPRAK.glob("*.po")):
        for navn, data in compiled(po).items():
            (SPRAK / navn).write_bytes(data)


if __name__ == "__main__":
    main()
