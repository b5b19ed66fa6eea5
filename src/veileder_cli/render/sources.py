"""Says in few words where a statement comes from."""

from typing import Protocol

from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _, joined

MARK = {Merke.VEILEDEREN: _("Veilederen"), Merke.LOV: _("Lov"), Merke.TILLEGG: _("Tillegg")}


class Sourced(Protocol):
    """Anything that says where it comes from."""

    @property
    def merke(self) -> Merke:
        """Its mark."""

    @property
    def kilde(self) -> Kilde:
        """Its source."""


def short_source(rad: Sourced, veileder: Veileder) -> str:
    """Give the mark with chapter or section: "Veilederen kap. 6", "Lov: straffeloven § 196"."""
    if rad.merke is Merke.VEILEDEREN:
        return _("{mark} kap. {kapittel}").format(
            mark=MARK[rad.merke], kapittel=joined(rad.kilde.kapittel)
        )
    if rad.merke is Merke.LOV and rad.kilde.regelverk:
        return f"{MARK[rad.merke]}: {_laws(rad.kilde, veileder)}"
    return MARK[rad.merke]


def full_source(rad: Sourced, veileder: Veileder) -> str:
    """Give all that is known of the source, law with date and address."""
    kilde = rad.kilde
    lover = veileder.lov
    sted = f", {kilde.sted}" if kilde.sted else ""
    deler = {
        Merke.VEILEDEREN: [
            _("kap. {kapittel}{sted}").format(kapittel=joined(kilde.kapittel), sted=sted)
        ]
        if kilde.kapittel
        else [],
        Merke.LOV: [
            *(
                _("{navn}, slik den gjaldt {gjelder_per}, {url}").format(
                    navn=lover[i].navn, gjelder_per=lover[i].gjelder_per, url=lover[i].url
                )
                for i in kilde.regelverk
                if i in lover
            ),
            kilde.url,
        ],
        Merke.TILLEGG: [kilde.redaksjonen],
    }
    forst = sorted(deler, key=lambda merke: merke is not rad.merke)
    return ". ".join(
        f"{MARK[merke]}: {'; '.join(filter(None, deler[merke]))}".removesuffix(".")
        for merke in forst
        if any(deler[merke])
    )


def _laws(kilde: Kilde, veileder: Veileder) -> str:
    lover = veileder.lov
    return _(" og ").join(lover[id_].kort if id_ in lover else id_ for id_ in kilde.regelverk)
