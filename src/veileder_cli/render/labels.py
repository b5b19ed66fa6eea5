"""What questions and answers are called in front of people."""

from veileder_cli.model.sjekk import VET_IKKE, Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _

JA_NEI = {"ja": _("Ja"), "nei": _("Nei")}


def question_name(veileder: Veileder, sporsmal: str) -> str:
    """Give the word or two that a question is called by."""
    return veileder.sporsmal_med_id[sporsmal].navn


def answer_text(veileder: Veileder, sporsmal: str, svar: str) -> str:
    """Give an answer's own words: a choice, a role, a sign or a factor."""
    spurt = veileder.sporsmal_med_id[sporsmal]
    egne = {v.verdi: v.tekst for v in spurt.valg}
    if svar in egne:
        return egne[svar]
    if svar == VET_IKKE:
        return _("Vet ikke")
    match spurt.type:
        case Sporsmalstype.ROLLE:
            return veileder.rolle[svar].navn
        case Sporsmalstype.TEGN | Sporsmalstype.USIKRE_TEGN:
            tegn = {t.id: t.tekst for liste in veileder.svarbare_tegn.values() for t in liste}
            return tegn[svar]
        case Sporsmalstype.RISIKO | Sporsmalstype.BESKYTTELSE as type_:
            return next(f.tekst for f in veileder.faktorer_av_type[type_] if f.id == svar)
        case _:
            return JA_NEI[svar]
