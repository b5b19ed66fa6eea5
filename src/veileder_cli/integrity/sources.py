"""Every statement must show where it comes from, and its mark must agree with that."""

from collections.abc import Iterator

from veileder_cli.integrity.fault import Fault, Felt, walk_fields
from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.veileder import Veileder


def source_faults(veileder: Veileder) -> Iterator[Fault]:
    """Find empty sources, and marks that claim another origin than the source gives."""
    for felt in walk_fields(veileder):
        if isinstance(felt.verdi, Kilde):
            yield from _source(felt, felt.verdi)


def _source(felt: Felt, kilde: Kilde) -> Iterator[Fault]:
    if kilde == Kilde():
        yield Fault(felt.sti, "kilden er tom", "oppgi kapittel, regelverk, url eller redaksjonen")
        return
    match felt.eier.merke:
        case Merke.VEILEDEREN if not kilde.kapittel:
            yield Fault(felt.sti, "merket er «veilederen», men kapittel mangler", "oppgi kapittel")
        case Merke.LOV if not (kilde.regelverk or kilde.url):
            yield Fault(felt.sti, "merket er «lov», men loven mangler", "oppgi regelverk eller url")
        case Merke.TILLEGG if not kilde.redaksjonen:
            yield Fault(
                felt.sti,
                "merket er «tillegg», men det står ikke hvorfor",
                "skriv grunnen under «redaksjonen»",
            )
        case _:
            pass
