"""A local folder over a guide: who people are and how they are reached, never what is advised."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from veileder_cli.convert import FAILED, Reader, Sted
from veileder_cli.errors import ContentError, Problem
from veileder_cli.layers import Lag, list_files
from veileder_cli.merge import Merger
from veileder_cli.model.innhold import Lokalt
from veileder_cli.model.sjekk import Regelsett
from veileder_cli.model.veileder import PARTS
from veileder_cli.nearest import suggest
from veileder_cli.sprak import _
from veileder_cli.strict_yaml import Entry, MappingNode, Node, Scalar, SequenceNode

LOCAL: Final = "lokalt.yaml"
_REACHED: Final = frozenset(
    {"funksjon", "beskrivelse", "hvorfor", "numre", "epost", "adresse", "apningstider"}
    | {"hele_dognet", "bydel", "nettside", "via", "etterpa", "emner", "anonymt"}
    | {"oppgitt", "sist_verifisert"}
)
_ALLOWED: Final[Mapping[str, frozenset[str]]] = {
    "kontakter": _REACHED,
    "roller": frozenset({"navn", "emner"}),
    "lenker": frozenset({"navn", "url", "beskrivelse", "del_av"}),
}
"""What a local folder may change: conditions and lists are the guide's alone."""
_MAY_ADD: Final = frozenset({"kontakter", "lenker"})
_WAYS: Final = ("numre", "epost", "adresse", "nettside", "via")
_EMERGENCY: Final = re.compile(r"11\d")
"""Three digits in Norway: the emergency numbers."""
_TAKE_AWAY: Final = _("ta den bort")
_OWN_GUIDE: Final = _("lag en egen veileder som arver denne, se docs/innhold.md")


@dataclass(slots=True)
class Overlay:
    """A local folder as read: whose it is, its nodes by part, and what it turned out to change.

    `steder`: where it says whose it is, by path. `grunner`: the reasons as they are shown, each
    with the guide's own part of it and that of the program, in the language that it speaks.
    """

    lokalt: Lokalt
    noder: Mapping[str, Node]
    steder: Mapping[str, Sted] = field(default_factory=dict)
    grunner: dict[str, tuple[str, str]] = field(default_factory=dict)
    endret: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def lay(self, navn: str, under: Node) -> Node:
        """Lay the part's local entries over the guide's, each with its new mark and source."""
        if navn not in self.noder:
            return under
        merger = Merger()
        merger.note_doubles(self.noder[navn], navn)
        gamle = merger.by_id(under) or {}
        for id_, ny in (merger.by_id(self.noder[navn]) or {}).items():
            sti = f"{navn}[{id_}]"
            self.problems += _refused(navn, ny, gamle.get(id_), sti)
            self.endret.append(f"{navn}: {id_} ({', '.join(k for k in ny.items if k != 'id')})")
            under = merger.entries(under, self._marked(navn, ny, gamle.get(id_)), sti)
        self.problems += merger.problems
        return under

    def urgent_faults(self, regler: object) -> Iterator[Problem]:
        """Whom the acute route names is not changed, whether or not the contact is so marked."""
        if not isinstance(regler, Regelsett):
            return  # not asked for, or told as faults of its own
        lokale = Merger().by_id(self.noder["kontakter"]) if "kontakter" in self.noder else None
        akutte = (r for r in regler.regler if r.haster and r.stopper)
        for id_ in dict.fromkeys(v.kontakt for r in akutte for v in r.kontakter):
            sti = f"kontakter[{id_}]"
            if lokale and id_ in lokale and all(p.sti != sti for p in self.problems):
                feil = _("kontakten hører til den akutte ruta, så den kan ikke endres lokalt")
                yield Problem(lokale[id_].fil, lokale[id_].line, sti, feil, _TAKE_AWAY)

    def _marked(self, navn: str, ny: MappingNode, gammel: MappingNode | None) -> MappingNode:
        """Say of an entry that it is local: by whom, from when, and what is changed."""
        hva = ", ".join(k for k in ny.items if k != "id")
        rettet = _("Rettet lokalt ({hva}) av {eier}, {dato}.")
        lagt_til = _("Lagt til lokalt av {eier}, {dato}.")
        eier, dato = self.lokalt.eier, self.lokalt.oppdatert
        grunn = (rettet if gammel else lagt_til).format(hva=hva, eier=eier, dato=dato)
        kilde = gammel.items["kilde"].value if gammel and "kilde" in gammel.items else None
        items = dict(kilde.items) if isinstance(kilde, MappingNode) else {}
        for_ = items.get("redaksjonen")
        if for_ and isinstance(for_.value, Scalar):
            tekst = for_.value.text.strip()
            self.grunner[f"{tekst} {grunn}"] = (tekst, grunn)
            grunn = f"{tekst} {grunn}"
        else:
            self.grunner[grunn] = ("", grunn)
        nye = {
            "merke": _scalar("tillegg", ny),
            "kilde": Entry(
                MappingNode({**items, "redaksjonen": _scalar(grunn, ny)}, ny.line, ny.fil),
                ny.line,
                ny.fil,
            ),
        }
        if navn == "kontakter" and "oppgitt" not in ny.items:
            nye["oppgitt"] = _scalar(self.lokalt.oppdatert, ny)
        return replace(ny, items={**ny.items, **nye})


def read_overlay(mappe: Path) -> Overlay:
    """Read a local folder. Raises ContentError with every fault of its files."""
    lag, leser = Lag(mappe, mappe.resolve().name), Reader()
    lokalt = leser.read(Lokalt, lag.read(LOCAL), "lokalt", {})
    noder: dict[str, Node] = {}
    for fil in list_files(mappe):
        navn = fil.removesuffix(".yaml")
        if navn in _ALLOWED:
            noder |= _part(lag, navn, leser)
        elif fil != LOCAL:
            leser.problems.append(_unread(fil, f"{lag.navn}/{fil}"))
    if leser.problems or lokalt is FAILED:
        raise ContentError(tuple(leser.problems))
    return Overlay(lokalt, noder, leser.steder)


def _unread(fil: str, vist: str) -> Problem:
    """Tell a part that is the guide's alone from a name that nothing reads."""
    if fil.removesuffix(".yaml") in {"veileder", *PARTS}:
        feil = _("en lokal mappe kan ikke endre denne delen av veilederen")
        return Problem(vist, 0, "", feil, _OWN_GUIDE)
    lovlige = (LOCAL, *(f"{navn}.yaml" for navn in _ALLOWED))
    return Problem(vist, 0, "", _("fila blir ikke lest"), suggest(fil, lovlige))


def _part(lag: Lag, navn: str, leser: Reader) -> dict[str, Node]:
    node = lag.read(f"{navn}.yaml")
    if not isinstance(node, MappingNode) or set(node.items) != {navn}:
        feil = _("fila har ikke den formen den skal ha")
        leser.fault(node, navn, feil, _("begynn med «{felt}:»").format(felt=navn))
        return {}
    liste = node.items[navn].value
    if Merger().by_id(liste) is None:
        leser.fault(liste, navn, _("hver oppføring må ha «id»"), _("skriv id-en fra veilederen"))
    return {navn: liste}


def _refused(navn: str, ny: MappingNode, gammel: MappingNode | None, sti: str) -> Iterator[Problem]:
    """Find what a local entry may not do."""
    if gammel is None and navn not in _MAY_ADD:
        feil = _("veilederen har ingen med denne id-en, og en lokal mappe kan ikke lage en ny")
        yield Problem(ny.fil, ny.line, sti, feil, _OWN_GUIDE)
    if gammel and ("paakrevd" in gammel.items or _is_emergency(gammel)):
        feil = _("kontakten er et nødnummer eller merket påkrevd, så den kan ikke endres lokalt")
        yield Problem(ny.fil, ny.line, sti, feil, _TAKE_AWAY)
    if ny.items.keys() == {"id"}:
        feil = _("oppføringen endrer ingenting")
        yield Problem(ny.fil, ny.line, sti, feil, _("skriv det som er nytt"))
    if gammel and _is_reached(gammel.items) and not _is_reached({**gammel.items, **ny.items}):
        feil = _("kontakten blir stående uten noen måte å nås på")
        tiltak = _("skriv det nye nummeret, eller «via:» og hvordan man når dem")
        yield Problem(ny.fil, ny.line, sti, feil, tiltak)
    lovlige = _ALLOWED[navn]
    for felt, entry in ny.items.items():
        if felt != "id" and felt not in lovlige:
            feil = _("feltet «{felt}» kan ikke endres lokalt").format(felt=felt)
            yield Problem(entry.fil, entry.line, sti, feil, suggest(felt, tuple(sorted(lovlige))))


def _is_emergency(kontakt: MappingNode) -> bool:
    """Tell whether the contact is an emergency number, whatever its id and mark."""
    node = kontakt.items["numre"].value if "numre" in kontakt.items else None
    numre = node.items if isinstance(node, SequenceNode) else (node,)
    telefoner = (
        n.items["telefon"].value
        for n in numre
        if isinstance(n, MappingNode) and "telefon" in n.items
    )
    return any(isinstance(t, Scalar) and _EMERGENCY.fullmatch(t.text.strip()) for t in telefoner)


def _is_reached(items: Mapping[str, Entry]) -> bool:
    """Tell whether there is anything to reach the contact by."""
    verdier = (items[felt].value for felt in _WAYS if felt in items)
    return any(bool(v.text.strip()) if isinstance(v, Scalar) else bool(v.items) for v in verdier)


def _scalar(tekst: str, ved: MappingNode) -> Entry:
    return Entry(Scalar(tekst, ved.line, ved.fil), ved.line, ved.fil)
