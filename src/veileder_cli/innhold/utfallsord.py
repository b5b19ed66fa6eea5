"""The sentences about differences of outcome: what is compared, and what comes and goes."""

from collections.abc import Callable, Mapping
from typing import Final

from veileder_cli.innhold.utfall import Resultat
from veileder_cli.sprak import _

GJELDER: Final = _(
    "Det gjelder rute, neste trinn, trinn som går samtidig, kontakter og rekkefølgen på dem, "
    "varsler og tiltak. Tekstene er ikke med her."
)
HVORDAN: Final = _(
    "Alle svar er regnet med. Hver forskjell er vist med færrest mulig svar, og begge utgavene er "
    "kjørt med svarene."
)

BARE_I_GAMMEL: Final = _(
    "Dette finnes bare i den gamle. Svar som den nye ikke har, regnes som ikke gitt der. En "
    "forskjell som finnes uten slike svar, er vist uten dem:"
)
BARE_I_NY: Final = _(
    "Dette finnes bare i den nye. Svar som den gamle ikke har, regnes som ikke gitt der. En "
    "forskjell som finnes uten slike svar, er vist uten dem:"
)
BYTTET_TYPE: Final = _(
    "Disse spørsmålene har byttet type, så svarene kan ikke føres over: {navn}. De er regnet som "
    "ubesvart i begge. Hva svar på dem fører til, er ikke sammenlignet."
)
GIKK_OG_KOM: Final[Mapping[str, tuple[str, str]]] = {
    "kontakt": (
        _("Kontakten {navn} er ikke lenger med {hvor}"),
        _("Kontakten {navn} er nå med {hvor}"),
    ),
    "varsel": (
        _("Varselet {navn} blir ikke lenger vist {hvor}"),
        _("Varselet {navn} blir nå vist {hvor}"),
    ),
    "samtidig": (
        _("Trinnet {navn} går ikke lenger samtidig {hvor}"),
        _("Trinnet {navn} går nå samtidig {hvor}"),
    ),
    "tiltak": (
        _("Tiltaket {navn} blir ikke lenger foreslått {hvor}"),
        _("Tiltaket {navn} blir nå foreslått {hvor}"),
    ),
}
"""What is said of something that is no longer there, and of something that is now."""

LISTER: Final[tuple[tuple[str, str, str, Callable[[Resultat], tuple[str, ...]]], ...]] = (
    (
        *("kontakt", _("Kontakter som kommer til: {navn}"), _("Kontakter som faller bort: {navn}")),
        lambda r: r.kontakter,
    ),
    (
        *("varsel", _("Varsler som kommer til: {navn}"), _("Varsler som faller bort: {navn}")),
        lambda r: r.varsler,
    ),
    (
        "samtidig",
        _("Trinn som nå går samtidig: {navn}"),
        _("Trinn som ikke lenger går samtidig: {navn}"),
        lambda r: r.samtidig,
    ),
    (
        *("tiltak", _("Tiltak som kommer til: {navn}"), _("Tiltak som faller bort: {navn}")),
        lambda r: r.tiltak,
    ),
)
"""By kind: what comes and what goes, and where it stands in an outcome."""
