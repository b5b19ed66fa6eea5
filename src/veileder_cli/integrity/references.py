"""Every id that one entry names another by must exist, and be given once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from veileder_cli.integrity.fault import Fault, Felt, walk_fields
from veileder_cli.model.innhold import Begrep, Kapittel, Kontakt, Lenke, Tiltak
from veileder_cli.model.kilde import Kilde
from veileder_cli.model.sjekk import Forventning, Kontaktvalg, Rolle, Sporsmal, Trinnvalg
from veileder_cli.model.tegn import Bekymringstegn, Faktor, Tegndel
from veileder_cli.model.veileder import Veileder
from veileder_cli.nearest import suggest
from veileder_cli.sprak import _, ngettext

LISTBARE: Final = (
    "begreper",
    "bekymringstegn",
    "faktorer",
    "trinn",
    "tiltak",
    "aktorer",
    "regelverk",
    "lenker",
    "kontakter",
)
"""The parts that a chapter may list after its text."""

_PEKER: Final[Mapping[tuple[type, str], str]] = {
    (Kilde, "kapittel"): "kapittel",
    (Kilde, "regelverk"): "regelverk",
    (Begrep, "se_ogsa"): "begrep",
    (Bekymringstegn, "klasse"): "tegnklasse",
    (Tegndel, "klasse"): "tegnklasse",
    (Bekymringstegn, "samme_som"): "spurt-tegn",
    (Faktor, "samme_som"): "faktor-eller-tegn",
    (Sporsmal, "begreper"): "begrep",
    (Tiltak, "lenker"): "lenke",
    (Tiltak, "kontakter"): "kontakt",
    (Lenke, "del_av"): "lenke",
    (Kontakt, "trinn"): "trinn",
    (Trinnvalg, "trinn"): "trinn",
    (Kontaktvalg, "kontakt"): "kontakt",
    (Kontaktvalg, "rollens"): "rolleliste",
    (Kapittel, "lister"): "del",
    (Forventning, "rute"): "rute",
    (Forventning, "trinn"): "ventet-trinn",
    (Forventning, "kontakter"): "kontakt",
    (Forventning, "har_kontakter"): "kontakt",
    (Forventning, "uten_kontakter"): "kontakt",
    (Forventning, "varsler"): "varsel",
    (Forventning, "uten_varsler"): "varsel",
    (Forventning, "samtidig"): "trinn",
    (Forventning, "tiltak"): "tiltak",
}
"""Which kind of thing each field of the model names."""

_KALT: Final[Mapping[str, str]] = {
    "begrep": _("begrep"),
    "del": _("del av veilederen"),
    "faktor-eller-tegn": _("faktor eller tegn"),
    "kapittel": _("kapittel"),
    "kontakt": _("kontakt"),
    "rolleliste": _("kontaktliste hos en rolle"),
    "lenke": _("lenke"),
    "regelverk": _("regelverk"),
    "rollegruppe": _("rollegruppe"),
    "rute": _("rute"),
    "spørsmål": _("spørsmål"),
    "tegn": _("tegn"),
    "spurt-tegn": _("tegn det blir spurt om"),
    "tegnklasse": _("tegnklasse"),
    "tiltak": _("tiltak"),
    "trinn": _("trinn"),
    "ventet-trinn": _("trinn i en forventning"),
    "varsel": _("varsel"),
    "vilkår": _("vilkår"),
}
"""What each kind is called in the language that is spoken; another is a text already."""


def reference_faults(veileder: Veileder) -> Iterator[Fault]:
    """Find ids that lead nowhere, and ids, numbers and names that are given twice."""
    finnes = _targets(veileder)
    kilder: set[tuple[int, str]] = set()  # statements inside an entry share its source
    for felt in walk_fields(veileder):
        samme = isinstance(felt.eier, Kilde) and (id(felt.eier), felt.navn) in kilder
        if isinstance(felt.eier, Kilde):
            kilder.add((id(felt.eier), felt.navn))
        if not samme:
            yield from _dangling(felt, finnes)
        if isinstance(felt.verdi, tuple):
            yield from _repeated(felt.sti, "id", felt.verdi)
    yield from _repeated_across(veileder)


def _repeated_across(veileder: Veileder) -> Iterator[Fault]:
    """What is looked up by id, number or name must have its own, also across lists."""
    tegn = tuple(t for gruppe in veileder.svarbare_tegn.values() for t in gruppe)
    faktorer = tuple(f for liste in veileder.faktorer_av_type.values() for f in liste)
    for sti, felt, rader in (
        ("bekymringstegn", "id", tegn),
        ("faktorer", "id", faktorer),
        ("kapitler", "nummer", veileder.kapitler),
        ("trinn", "nummer", veileder.trinn),
        ("tilfeller", "navn", veileder.tilfeller),
    ):
        yield from _repeated(sti, felt, rader)


def unknown(ord_: str, slag: str, finnes: tuple[str, ...], sti: str) -> Fault:
    """Make the fault for an id that does not exist, with the nearest that does."""
    ellers = _("legg til «{id}», eller rett id-en").format(id=ord_)
    feil = _("«{id}» finnes ikke som {slag}").format(id=ord_, slag=_KALT.get(slag, slag))
    return Fault(sti, feil, suggest(ord_, finnes, ellers))


def used_twice(felt: str, verdi: str, antall: int) -> tuple[str, str]:
    """Say that a value which is to be one entry's own is used several times, and what to do."""
    feil = ngettext(
        "{felt} «{verdi}» er brukt {antall} gang",
        "{felt} «{verdi}» er brukt {antall} ganger",
        antall,
    )
    tiltak = _("gi hver sin {felt}")
    return feil.format(felt=felt, verdi=verdi, antall=antall), tiltak.format(felt=felt)


def _targets(veileder: Veileder) -> Mapping[str, tuple[str, ...]]:
    faktorer = tuple(f.id for liste in veileder.faktorer_av_type.values() for f in liste)
    trinn = tuple(veileder.trinn_med_id)
    return {
        "kapittel": tuple(k.nummer for k in veileder.kapitler),
        "regelverk": _ids(veileder.regelverk),
        "begrep": _ids(veileder.begreper),
        "tegnklasse": _ids(veileder.bekymringstegn.klasser),
        "spurt-tegn": tuple(veileder.tegnklasse),
        "faktor-eller-tegn": (*faktorer, *veileder.tegnklasse),
        "lenke": _ids(veileder.lenker),
        "kontakt": tuple(veileder.kontakt),
        "trinn": trinn,
        "ventet-trinn": (*trinn, "ingen"),
        "rolleliste": tuple(n for r in veileder.roller for n in r.kontakter),
        "del": LISTBARE,
        "rute": tuple(r.id for r in veileder.regler.regler if r.setter_rute),
        "varsel": _ids(veileder.varsler),
        "tiltak": _ids(veileder.tiltak),
    }


def _ids(rader: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(rad.id for rad in rader)


def _dangling(felt: Felt, finnes: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    slag = _PEKER.get((type(felt.eier), felt.navn), "")
    verdier = felt.verdi
    if isinstance(felt.eier, Rolle) and felt.navn == "kontakter":
        slag, verdier = "kontakt", tuple(k for liste in felt.verdi.values() for k in liste)
    if not slag:
        return
    for ord_ in verdier if isinstance(verdier, tuple) else (verdier,):
        if ord_ and ord_ not in finnes[slag]:
            yield unknown(ord_, slag, finnes[slag], felt.sti)


def _repeated(sti: str, felt: str, rader: tuple[Any, ...]) -> Iterator[Fault]:
    verdier = Counter(v for r in rader if isinstance(v := getattr(r, felt, None), str))
    for verdi, antall in verdier.items():
        if antall > 1:
            yield Fault(f"{sti}[{verdi}]", *used_twice(felt, verdi, antall))
