"""Names the signs that a condition asks for: which ones, and how many."""

from collections.abc import Mapping
from typing import Final

from veileder_cli.model.betingelse import Tegnkrav
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.listing import any_of
from veileder_cli.sprak import _, joined, quoted

_TALL: Final = (
    *(_("null"), _("ett"), _("to"), _("tre"), _("fire"), _("fem")),
    *(_("seks"), _("sju"), _("åtte"), _("ni"), _("ti")),
)


def signs(veileder: Veileder, krav: Tegnkrav, *, ikke: bool) -> tuple[str, bool]:
    """Name the signs, and say whether the sentence about them is to be denied.

    Where it takes several, what denies it is that they are fewer.
    """
    tegn = {t.id: t.tekst for liste in veileder.svarbare_tegn.values() for t in liste}
    if krav.minst == 1 and len(krav.id) == 1 and not krav.klasse:
        return _("tegnet «{tegn}»").format(tegn=tegn[krav.id[0]]), ikke
    if krav.minst == 1:
        tekst = _("noe tegn {hvilke}") if ikke else _("minst ett tegn {hvilke}")
    elif ikke:
        tekst = _("færre enn {antall} tegn {hvilke}")
    else:
        tekst = _("minst {antall} tegn {hvilke}")
    antall = _TALL[krav.minst] if krav.minst < len(_TALL) else str(krav.minst)
    sagt = tekst.format(antall=antall, hvilke=_which(veileder, krav, tegn)).strip()
    return sagt, ikke and krav.minst == 1


def _which(veileder: Veileder, krav: Tegnkrav, tegn: Mapping[str, str]) -> str:
    """Say which signs count: those of the classes and those that are named, or "" for any."""
    navn = {k.id: k.navn for k in veileder.bekymringstegn.klasser}
    klasser = any_of(quoted(navn[k]) for k in krav.klasse) if krav.klasse else ""
    navngitt = joined(quoted(tegn[i]) for i in krav.id) if krav.id else ""
    if klasser and navngitt:
        tekst = _("av klassen {klasser} eller blant {tegn}")
        return tekst.format(klasser=klasser, tegn=navngitt)
    if klasser:
        return _("av klassen {klasser}").format(klasser=klasser)
    return _("blant {tegn}").format(tegn=navngitt) if navngitt else ""
