"""Says which screens a set of answers leads to and which one is next; pure."""

from collections.abc import Container

from veileder_cli.facts import GRUPPERTE, TA_MED, Svar, optional_key, read_asked, screen_keys
from veileder_cli.model.sjekk import VET_IKKE, Sporsmal, Sporsmalstype, Valg
from veileder_cli.model.veileder import Veileder
from veileder_cli.records import dataclass

_FLERVALG = GRUPPERTE | {Sporsmalstype.FLERE}
_TEGNTYPER = frozenset({Sporsmalstype.TEGN, Sporsmalstype.USIKRE_TEGN})


@dataclass(frozen=True, slots=True)
class Skjerm:
    """One screen of the interview: a question, or one group of it, with its choices.

    `ta_med` marks the screen that asks whether an optional question is to be taken at all;
    its answer is ("ta-med",) or ().
    """

    nokkel: str
    sporsmal: Sporsmal
    valg: tuple[Valg, ...]
    gruppe: str = ""
    ta_med: bool = False

    @property
    def verdier(self) -> tuple[str, ...]:
        """The values that may be chosen, apart from "vet-ikke"."""
        return tuple(v.verdi for v in self.valg if v.verdi != VET_IKKE)

    @property
    def flere(self) -> bool:
        """Whether several choices may be given."""
        return self.sporsmal.type in _FLERVALG and not self.ta_med


def screens(veileder: Veileder, svar: Svar) -> tuple[Skjerm, ...]:
    """List the screens in the order they are shown, given the answers so far."""
    skjermer: list[Skjerm] = []
    stilles, situasjon = read_asked(veileder, svar)
    for sporsmal in stilles:
        if sporsmal.valgfritt:
            nokkel = optional_key(sporsmal)
            skjermer.append(Skjerm(nokkel, sporsmal, (), ta_med=True))
            if svar.get(nokkel) != (TA_MED,):
                continue
        skjermer += _question_screens(veileder, sporsmal, situasjon.sett)
    return _interleave(tuple(skjermer))


def _question_screens(veileder: Veileder, sporsmal: Sporsmal, sett: Container[str]) -> list[Skjerm]:
    nokler = screen_keys(veileder, sporsmal)
    if sporsmal.type not in GRUPPERTE:
        return [Skjerm(nokler[0], sporsmal, _plain_choices(veileder, sporsmal))]
    grupper = _groups(veileder, sporsmal, sett)
    return [
        Skjerm(nokkel, sporsmal, valg, navn)
        for nokkel, (navn, valg) in zip(nokler, grupper, strict=True)
        if valg
    ]


def _plain_choices(veileder: Veileder, sporsmal: Sporsmal) -> tuple[Valg, ...]:
    if sporsmal.type is Sporsmalstype.ROLLE:
        return tuple(Valg(verdi=r.id, tekst=r.navn) for r in veileder.roller)
    if sporsmal.type is Sporsmalstype.JA_NEI:
        return (Valg(verdi="ja", tekst="Ja"), Valg(verdi="nei", tekst="Nei"), *sporsmal.valg)
    return sporsmal.valg


def _groups(
    veileder: Veileder, sporsmal: Sporsmal, sett: Container[str]
) -> list[tuple[str, tuple[Valg, ...]]]:
    """Name and choices per group; a sign already seen is not asked again as unsure."""
    if sporsmal.type in _TEGNTYPER:
        alt_sett = sett if sporsmal.type is Sporsmalstype.USIKRE_TEGN else ()
        return [
            (
                kategori.navn,
                tuple(
                    Valg(verdi=t.id, tekst=t.tekst, hjelp=t.hjelp)
                    for t in veileder.svarbare_tegn[kategori.id]
                    if t.id not in alt_sett
                ),
            )
            for kategori in veileder.bekymringstegn.kategorier
        ]
    risiko = sporsmal.type is Sporsmalstype.RISIKO
    return [
        (
            gruppe.navn,
            tuple(
                Valg(verdi=f.id, tekst=f.tekst)
                for f in (gruppe.risiko if risiko else gruppe.beskyttelse)
                if not f.samme_som
            ),
        )
        for gruppe in veileder.faktorer.grupper
    ]


def _interleave(skjermer: tuple[Skjerm, ...]) -> tuple[Skjerm, ...]:
    """Put "unsure of any of these?" right after the signs of the same category."""
    usikre = {
        s.nokkel.removeprefix(s.sporsmal.id): s
        for s in skjermer
        if s.sporsmal.type is Sporsmalstype.USIKRE_TEGN
    }
    tegn = [s for s in skjermer if s.sporsmal.type is Sporsmalstype.TEGN]
    if not tegn:
        return skjermer
    ut: list[Skjerm] = []
    for skjerm in skjermer:
        if skjerm.sporsmal.type is Sporsmalstype.USIKRE_TEGN:
            continue
        ut.append(skjerm)
        etter = usikre.get(skjerm.nokkel.removeprefix(skjerm.sporsmal.id))
        if skjerm.sporsmal.type is Sporsmalstype.TEGN and etter:
            ut.append(etter)
    return tuple(ut)
