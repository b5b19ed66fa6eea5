"""Runs the guide's cases: which fail, and what no case reaches; pure."""

from collections.abc import Iterator

from veileder_cli.answers import Svarfeil, read_answers
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import possible_values
from veileder_cli.integrity import Fault
from veileder_cli.model.sjekk import Forventning, Sporsmalstype, Tilfelle
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering
from veileder_cli.nearest import suggest
from veileder_cli.records import dataclass
from veileder_cli.sprak import _


@dataclass(frozen=True, slots=True)
class Avvik:
    """What a case expects of one field and what came instead.

    `skulle_ikke`: what was expected not to come, and came.
    """

    felt: str
    ventet: tuple[str, ...]
    kom: tuple[str, ...]
    skulle_ikke: bool = False


@dataclass(frozen=True, slots=True)
class Utfall:
    """A case that was run; `vurdering` is None where its answers have faults."""

    tilfelle: Tilfelle
    feil: tuple[Svarfeil, ...]
    vurdering: Vurdering | None
    avvik: tuple[Avvik, ...]


@dataclass(frozen=True, slots=True)
class Udekket:
    """Something that no case reaches, by kind and id."""

    slag: str
    id: str


def run_cases(veileder: Veileder) -> tuple[Utfall, ...]:
    """Run every case; a case with a fault in its answers is reported, not raised."""
    return tuple(_run(veileder, tilfelle) for tilfelle in veileder.tilfeller)


def find_uncovered(veileder: Veileder, utfall: tuple[Utfall, ...]) -> tuple[Udekket, ...]:
    """List rules, roles, questions, notices and contacts of the rules that no case reaches."""
    vurderinger = [u.vurdering for u in utfall if u.vurdering]
    natt = {
        "regel": {
            *(v.rute for v in vurderinger),
            *(g.regel.id for v in vurderinger for g in v.grunner if not g.regel.setter_rute),
        },
        "rolle": {svar for u in utfall for svars in u.tilfelle.svar.values() for svar in svars},
        "spørsmål": {s for u in utfall for s in u.tilfelle.svar},
        "varsel": {r.varsel.id for v in vurderinger for r in v.varsler},
        "kontakt": {r.kontakt.id for v in vurderinger for r in v.kontakter},
    }
    return tuple(
        Udekket(slag, id_)
        for slag, ider in _reachable(veileder).items()
        for id_ in ider
        if id_ not in natt[slag]
    )


def case_faults(veileder: Veileder) -> tuple[Fault, ...]:
    """List cases that fail, steps without contact, and rules that no case reaches."""
    utfall = run_cases(veileder)
    return (
        *(feil for u in utfall for feil in _case_faults(u)),
        *(
            Fault(
                f"regler.regler[{udekket.id}]",
                _("ingen av tilfellene kommer til denne regelen"),
                _("skriv et tilfelle som gjør det"),
            )
            for udekket in find_uncovered(veileder, utfall)
            if udekket.slag == "regel"
        ),
    )


def _case_faults(utfall: Utfall) -> Iterator[Fault]:
    sti = f"tilfeller[{utfall.tilfelle.navn}]"
    for feil in utfall.feil:
        tiltak = suggest(feil.verdi, feil.lovlige) if feil.lovlige else _("rett svaret")
        yield Fault(f"{sti}.svar.{feil.sporsmal}", feil.feil, tiltak)
    for avvik in utfall.avvik:
        yield Fault(
            f"{sti}.forvent.{avvik.felt}", _unlike(avvik), _("rett tilfellet, eller regelen")
        )
    vurdering = utfall.vurdering
    if vurdering and vurdering.trinn and not vurdering.kontakter:
        feil_ = _("svarene gir et trinn, men ingen kontakt")
        yield Fault(sti, feil_, _("gi regelen en kontakt for dem"))


def _unlike(avvik: Avvik) -> str:
    """Say what came instead of what was expected."""
    tekst = (
        _("skulle ikke ha {ventet}, men det kom {kom}")
        if avvik.skulle_ikke
        else _("ventet {ventet}, men det kom {kom}")
    )
    return tekst.format(ventet=", ".join(avvik.ventet), kom=", ".join(avvik.kom) or _("ingen"))


def _run(veileder: Veileder, tilfelle: Tilfelle) -> Utfall:
    ark = read_answers(veileder, tilfelle.svar)
    if ark.feil:
        return Utfall(tilfelle, ark.feil, None, ())
    vurdering = evaluate(veileder, ark.svar)
    return Utfall(tilfelle, (), vurdering, tuple(_deviations(tilfelle.forvent, vurdering)))


def _deviations(forvent: Forventning, vurdering: Vurdering) -> Iterator[Avvik]:
    trinn = vurdering.trinn.id if vurdering.trinn else "ingen"
    kontakter = tuple(r.kontakt.id for r in vurdering.kontakter)
    varsler = tuple(r.varsel.id for r in vurdering.varsler)
    tiltak = tuple(t.id for t in vurdering.tiltak)
    if forvent.rute != vurdering.rute:
        yield Avvik("rute", (forvent.rute,), (vurdering.rute,))
    if forvent.trinn and forvent.trinn != trinn:
        yield Avvik("trinn", (forvent.trinn,), (trinn,))
    if forvent.kontakter != kontakter[: len(forvent.kontakter)]:
        yield Avvik("kontakter", forvent.kontakter, kontakter)
    for felt, skal, kom in (
        ("har_kontakter", forvent.har_kontakter, kontakter),
        ("varsler", forvent.varsler, varsler),
        ("samtidig", forvent.samtidig, vurdering.samtidig),
        ("tiltak", forvent.tiltak, tiltak),
    ):
        if mangler := tuple(s for s in skal if s not in kom):
            yield Avvik(felt, mangler, kom)
    for felt, ikke, kom in (
        ("uten_kontakter", forvent.uten_kontakter, kontakter),
        ("uten_varsler", forvent.uten_varsler, varsler),
    ):
        if likevel := tuple(i for i in ikke if i in kom):
            yield Avvik(felt, likevel, kom, skulle_ikke=True)


def _reachable(veileder: Veileder) -> dict[str, tuple[str, ...]]:
    """What the cases together are to reach; only contacts that some rule can give."""
    rolle = veileder.sporsmal_av_type(Sporsmalstype.ROLLE)
    regler = veileder.regler.regler
    valg = [*veileder.regler.kontakter_forst, *(v for r in regler for v in r.kontakter)]
    direkte = [v.kontakt for v in valg if v.kontakt]
    lister = {v.rollens for v in valg if v.rollens}
    rollenes = [
        k for r in veileder.roller for n, liste in r.kontakter.items() if n in lister for k in liste
    ]
    return {
        "regel": tuple(r.id for r in regler),
        "rolle": possible_values(veileder, veileder.sporsmal_med_id[rolle]) if rolle else (),
        "spørsmål": tuple(veileder.sporsmal_med_id),
        "varsel": tuple(v.id for v in veileder.varsler),
        "kontakt": tuple(dict.fromkeys((*direkte, *rollenes))),
    }
