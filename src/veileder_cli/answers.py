"""Reads a file's answers, question by question, into answers by screen; pure."""

from collections.abc import Iterator, Mapping

from veileder_cli.facts import GRUPPERTE, Svar, possible_values, read_facts, screen_keys
from veileder_cli.model.sjekk import VET_IKKE, Sporsmal, Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.records import dataclass
from veileder_cli.sprak import _

_FLERE = GRUPPERTE | {Sporsmalstype.FLERE}


@dataclass(frozen=True, slots=True)
class Svarfeil:
    """A fault in one answer, with the words that were probably meant to choose among."""

    sporsmal: str
    feil: str
    lovlige: tuple[str, ...] = ()
    verdi: str = ""


@dataclass(frozen=True, slots=True)
class Svarark:
    """Answers by screen; `ignorert` are valid answers to what would not be asked."""

    svar: Svar
    feil: tuple[Svarfeil, ...]
    ignorert: tuple[str, ...]


def read_answers(veileder: Veileder, gitt: Mapping[str, tuple[str, ...]]) -> Svarark:
    """Check every answer and lay it out by screen; an empty tuple means "none of these"."""
    feil = (*_faults(veileder, gitt), *_seen_and_unsure(veileder, gitt))
    if feil:
        return Svarark({}, feil, ())
    svar: dict[str, tuple[str, ...]] = {}
    for sporsmal in veileder.sporsmal:
        if sporsmal.id in gitt:
            svar |= _by_screen(veileder, sporsmal, gitt[sporsmal.id])
    return Svarark(svar, (), tuple(_ignored(veileder, gitt, svar)))


def _faults(veileder: Veileder, gitt: Mapping[str, tuple[str, ...]]) -> Iterator[Svarfeil]:
    for id_, verdier in gitt.items():
        sporsmal = veileder.sporsmal_med_id.get(id_)
        if sporsmal is None:
            yield Svarfeil(id_, _("ukjent spørsmål"), tuple(veileder.sporsmal_med_id), id_)
            continue
        lovlige = (*possible_values(veileder, sporsmal), VET_IKKE)
        for verdi in verdier:
            if verdi not in lovlige:
                feil = _("ukjent svar «{svar}»").format(svar=verdi)
                yield Svarfeil(id_, feil, lovlige, verdi)
        if sporsmal.type not in _FLERE and len(verdier) != 1:
            yield Svarfeil(id_, _("spørsmålet skal ha ett svar"))
        if VET_IKKE in verdier and len(verdier) > 1:
            feil = _("«{svar}» kan ikke stå sammen med andre svar").format(svar=VET_IKKE)
            yield Svarfeil(id_, feil)


def _seen_and_unsure(veileder: Veileder, gitt: Mapping[str, tuple[str, ...]]) -> Iterator[Svarfeil]:
    sett = gitt.get(veileder.sporsmal_av_type(Sporsmalstype.TEGN), ())
    usikre = veileder.sporsmal_av_type(Sporsmalstype.USIKRE_TEGN)
    for tegn in gitt.get(usikre, ()):
        if tegn in sett and tegn != VET_IKKE:
            feil = _("«{tegn}» står både som sett og som usikkert").format(tegn=tegn)
            yield Svarfeil(usikre, feil)


def _by_screen(
    veileder: Veileder, sporsmal: Sporsmal, verdier: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """Give each group of a question its own values; a factor's double stands for the factor."""
    nokler = screen_keys(veileder, sporsmal)
    if verdier == (VET_IKKE,):
        return dict.fromkeys(nokler, verdier)
    if sporsmal.type not in GRUPPERTE:
        return {nokler[0]: verdier}
    if sporsmal.type in {Sporsmalstype.TEGN, Sporsmalstype.USIKRE_TEGN}:
        grupper = [[t.id for t in tegn] for tegn in veileder.svarbare_tegn.values()]
    else:
        risiko = sporsmal.type is Sporsmalstype.RISIKO
        faktorer = veileder.faktorer_av_type[sporsmal.type]
        dobbel = {f.id: f.samme_som for f in faktorer if f.samme_som}
        verdier = tuple(dict.fromkeys(dobbel.get(v, v) for v in verdier))
        grupper = [
            [f.id for f in (g.risiko if risiko else g.beskyttelse)]
            for g in veileder.faktorer.grupper
        ]
    return {
        nokkel: tuple(v for v in verdier if v in gruppe)
        for nokkel, gruppe in zip(nokler, grupper, strict=True)
    }


def _ignored(veileder: Veileder, gitt: Mapping[str, tuple[str, ...]], svar: Svar) -> Iterator[str]:
    stilles = {s.id for s in read_facts(veileder, svar).stilles}
    yield from (id_ for id_ in gitt if id_ not in stilles)
    for type_, faktorer in veileder.faktorer_av_type.items():
        valgt = gitt.get(veileder.sporsmal_av_type(type_), ())
        yield from (f.id for f in faktorer if f.id in valgt and f.samme_som in veileder.tegnklasse)
