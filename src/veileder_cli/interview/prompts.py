"""Turns what is asked into a prompt, and the answer to it into a value."""

from typing import Final

from veileder_cli.facts import TA_MED, Svar
from veileder_cli.flow import Skjerm
from veileder_cli.interview.asked import Asked
from veileder_cli.interview.asking import Choice, HelpPart, Prompt, base_of, unsure_of
from veileder_cli.model.sjekk import VET_IKKE, Sporsmalstype
from veileder_cli.sprak import _

INGEN: Final = "ingen-av-disse"
_HOPP_OVER: Final = "hopp-over"
_INGEN_TEKST: Final = _("Ingen av disse")
_VET_IKKE_TEKST: Final = _("Vet ikke")
_JA_NEI: Final = {"ja": _("Ja"), "nei": _("Nei")}
_SETT_OG_USIKKER: Final = _(
    "Sett: du så eller hørte det selv. Usikker: du har det fra andre, eller er i tvil. "
    "Hva det betyr, kommer senere."
)


def screen_prompt(  # noqa: PLR0913 - what stands on a screen, each by its name
    asked: Asked,
    svar: Svar,
    topplinje: str,
    *,
    kan_tilbake: bool,
    kan_fram: bool = False,
    about: tuple[HelpPart, ...] = (),
) -> Prompt:
    """Make the prompt, with the person's own earlier answer where there is one."""
    skjerm, gitt = asked.skjerm, asked.given(svar)
    return Prompt(
        title=f"{skjerm.sporsmal.tekst} ({skjerm.gruppe})"
        if skjerm.gruppe
        else skjerm.sporsmal.tekst,
        header=topplinje,
        help=f"{skjerm.sporsmal.hjelp} {_SETT_OG_USIKKER}".strip()
        if asked.usikre
        else skjerm.sporsmal.hjelp,
        choices=_choices(skjerm),
        chosen=() if gitt is None else _as_chosen(skjerm, gitt),
        many=skjerm.flere,
        can_go_back=kan_tilbake,
        can_go_forward=kan_fram,
        about=about,
        unsure=asked.usikre is not None,
    )


def to_value(valgt: tuple[str, ...]) -> tuple[str, ...]:
    """Give what is kept: no choices for "none of these" and for a question that is skipped."""
    return () if valgt in {(INGEN,), (_HOPP_OVER,)} else valgt


def answer_lines(asked: Asked, svar: Svar) -> str:
    """Say what was answered, in the words of the choices; what one is unsure of comes last."""
    tekster = {c.value: c.text for c in _choices(asked.skjerm)}
    valgt = _as_chosen(asked.skjerm, asked.given(svar) or ())
    sett = ", ".join(tekster[v] for v in valgt if v in tekster)
    usikre = ", ".join(t for v, t in tekster.items() if unsure_of(v) in valgt)
    if not asked.usikre or not usikre:
        return sett
    i_tvil = f"{asked.usikre.navn}: {usikre}"
    return ". ".join((sett.removesuffix("."), i_tvil)) if sett else i_tvil


def _choices(skjerm: Skjerm) -> tuple[Choice, ...]:
    if skjerm.ta_med:
        return (Choice(TA_MED, _("Ja, ta dem med")), Choice(_HOPP_OVER, _("Nei, hopp over")))
    # yes and no are the program's own words, in every language
    faste = _JA_NEI if skjerm.sporsmal.type is Sporsmalstype.JA_NEI else {}
    egne = tuple(
        Choice(v.verdi, faste.get(v.verdi, v.tekst), v.verdi == VET_IKKE, v.hjelp)
        for v in skjerm.valg
    )
    ingen = (Choice(INGEN, _INGEN_TEKST, exclusive=True),) if skjerm.flere else ()
    har_vet_ikke = any(c.value == VET_IKKE for c in egne)
    vet_ikke = () if har_vet_ikke else (Choice(VET_IKKE, _VET_IKKE_TEKST, exclusive=True),)
    return (*egne, *ingen, *vet_ikke)


def _as_chosen(skjerm: Skjerm, gitt: tuple[str, ...]) -> tuple[str, ...]:
    """Give the choices that stand for a value; one that is no longer offered is left out."""
    tilbudt = {c.value for c in _choices(skjerm)}
    igjen = tuple(v for v in gitt if base_of(v) in tilbudt)
    return igjen or ((_HOPP_OVER,) if skjerm.ta_med else (INGEN,))
