"""Every statement must show where it comes from, and its mark must agree with that."""

from collections.abc import Iterator

from veileder_cli.integrity.fault import Fault, Felt, walk_fields
from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _


def source_faults(veileder: Veileder) -> Iterator[Fault]:
    """Find empty sources, and marks that claim another origin than the source gives."""
    for felt in walk_fields(veileder):
        if isinstance(felt.verdi, Kilde):
            yield from _source(felt, felt.verdi)


def _source(felt: Felt, kilde: Kilde) -> Iterator[Fault]:
    if kilde == Kilde():
        tiltak = _("oppgi kapittel, regelverk, url eller redaksjonen")
        yield Fault(felt.sti, _("kilden er tom"), tiltak)
        return
    match felt.eier.merke:
        case Merke.VEILEDEREN if not kilde.kapittel:
            feil = _("merket er «veilederen», men kapittel mangler")
            yield Fault(felt.sti, feil, _("oppgi kapittel"))
        case Merke.LOV if not (kilde.regelverk or kilde.url):
            feil = _("merket er «lov», men loven mangler")
            yield Fault(felt.sti, feil, _("oppgi regelverk eller url"))
        case Merke.TILLEGG if not kilde.redaksjonen:
            yield Fault(
                felt.sti,
                _("merket er «tillegg», men det står ikke hvorfor"),
                _("skriv grunnen under «redaksjonen»"),
            )
        case _:
            pass
