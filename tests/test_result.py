"""The result as documents: what is shown first, all of it, why, and what may be saved."""

import pytest
from hypothesis import given

from conftest import Les, Vurder
from orakel import TEGN
from strategier import Svar, chosen, see, svar
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering
from veileder_cli.render.document import Document, Heading
from veileder_cli.render.labels import answer_text, question_name
from veileder_cli.render.layout import to_text
from veileder_cli.render.reasons import reasons
from veileder_cli.render.result import first_screen, guidance, whole_result
from veileder_cli.what_if import find_alternatives

CHOSEN = ("tegn", "tegn_usikker", "risikofaktorer", "gjort")
"""The questions whose answers, as they are worded, tell what was answered."""
VOLD: Svar = see({"rolle": "nav", "alder": "over-18"}, "hatkriminalitet", "endrer-nettverk")


def _text(dokument: Document) -> str:
    return " ".join(to_text(dokument, 80).split())


def _headings(dokument: Document) -> list[str]:
    return [blokk.tekst for blokk in dokument if isinstance(blokk, Heading)]


def _reasons(veileder: Veileder, les: Les, vurdering: Vurdering, answers: Svar) -> str:
    return _text(reasons(veileder, vurdering, find_alternatives(veileder, les(answers).svar)))


@given(svar())
def test_what_may_be_saved_holds_no_answer(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    saved = _text(guidance(veileder, vurder(answers))).casefold()
    told = {answer_text(veileder, q, v) for q in CHOSEN for v in chosen(answers, q)}
    assert [tekst for tekst in told if tekst.casefold() in saved] == []
    assert "du svarte" not in saved
    assert "du har svart" not in saved


def test_weak_signs_and_their_number_leave_no_trace_in_what_may_be_saved(
    veileder: Veileder, vurder: Vurder
) -> None:
    one, more = (
        _text(guidance(veileder, vurder(see({"rolle": "nav"}, *tegn))))
        for tegn in (("endrer-nettverk",), ("endrer-utseende", "intoleranse", "fiendebilder"))
    )
    assert one == more


@given(svar())
def test_the_first_screen_begins_what_may_be_saved(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    vurdering = vurder(answers)
    first, saved = (f(veileder, vurdering) for f in (first_screen, guidance))
    same = len(first) - 2 if vurdering.kontakter else len(first)
    assert first[:same] == saved[:same]


@given(svar())
def test_the_whole_result_is_the_guidance_and_what_to_clarify(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    vurdering = vurder(answers)
    saved, whole = (f(veileder, vurdering) for f in (guidance, whole_result))
    assert whole[: len(saved)] == saved
    rest = _text(whole[len(saved) :])
    names = [question_name(veileder, a.sporsmal) for a in vurdering.avklar]
    assert [navn for navn in names if navn not in rest] == []
    assert bool(rest) is bool(names)


@given(svar())
def test_every_contact_and_notice_stands_in_the_guidance(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    vurdering = vurder(answers)
    saved = _text(guidance(veileder, vurdering))
    wanted = [
        *(rad.kontakt.funksjon for rad in vurdering.kontakter),
        *(n.telefon for rad in vurdering.kontakter for n in rad.kontakt.numre),
        *(rad.hvorfor for rad in vurdering.kontakter),
        *(rad.varsel.tittel for rad in vurdering.varsler),
        *(" ".join(u.tekst.split()) for rad in vurdering.varsler[1:] for u in rad.tekster),
        *(t.navn for t in vurdering.tiltak),
    ]
    assert [tekst for tekst in wanted if tekst not in saved] == []


@given(svar())
def test_all_that_one_can_act_on_is_told(veileder: Veileder, vurder: Vurder, answers: Svar) -> None:
    """Duties, what to have ready, what others do, when to look again, support, and the contacts."""
    vurdering = vurder(answers)
    told = _text(whole_result(veileder, vurdering))
    statements = (
        *vurdering.din_del,
        *vurdering.plikter,
        *(vurdering.forbered if vurdering.kontakter else ()),
        *vurdering.nytt_blikk,
        *vurdering.stotte,
        *(vurdering.samtalestart if vurdering.avklar else ()),
    )
    wanted = [
        *(u.tekst for u in statements),
        *(a.hvorfor for a in vurdering.avklar),
        *(veileder.trinn_med_id[t].tittel for t in vurdering.samtidig),
        *(t for k in vurdering.kontakter for t in (k.kontakt.etterpa, k.kontakt.anonymt.tekst)),
    ]
    assert [tekst for tekst in wanted if " ".join(tekst.split()) not in told] == []


def test_the_parts_come_in_the_order_they_are_needed(veileder: Veileder, vurder: Vurder) -> None:
    answers = {**VOLD, "gjort": ["droftet-internt"]}
    headings = _headings(whole_result(veileder, vurder(answers)))
    assert headings[:3] == ["Neste steg", "Din del nå", "Snakk med"]
    assert len(headings) == len({*headings}) == 11


def test_a_number_of_the_guide_is_said_to_be_old_wherever_it_is_shown(
    veileder: Veileder, vurder: Vurder
) -> None:
    vurdering = vurder(VOLD)
    old = veileder.om.kontaktforbehold_kort or veileder.om.kontaktforbehold
    for document in (first_screen, guidance, whole_result):
        assert old.tekst in _text(document(veileder, vurdering))


def test_emergency_numbers_are_not_said_to_be_old(veileder: Veileder, vurder: Vurder) -> None:
    old = veileder.om.kontaktforbehold_kort or veileder.om.kontaktforbehold
    assert old.tekst not in _text(first_screen(veileder, vurder({"fare_na": "ja"})))


# --- why ---


@given(svar())
def test_the_reasons_name_every_rule_that_matched_and_its_answers(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    vurdering = vurder(answers)
    why = _text(reasons(veileder, vurdering, ()))
    for grunn in vurdering.grunner:
        assert f"«{grunn.regel.id}»" in why
        for bevis in grunn.svar:
            assert answer_text(veileder, bevis.sporsmal, bevis.svar) in why


@pytest.mark.parametrize(
    "answers", [VOLD, {"fare_na": "ja"}, {"rolle": "frivillig", "tegn": ["reiser"]}]
)
def test_the_reasons_say_what_other_answer_would_have_changed_the_step(
    veileder: Veileder, vurder: Vurder, les: Les, answers: Svar
) -> None:
    why = _reasons(veileder, les, vurder(answers), answers)
    for a in find_alternatives(veileder, les(answers).svar):
        uten = "ikke " if a.fjernet else ""
        svar_ = f"{uten}«{answer_text(veileder, a.sporsmal, a.svar)}»"
        assert f"{question_name(veileder, a.sporsmal)}: {svar_}" in why
        assert a.vurdering.tittel.tekst in why


def test_every_answer_has_words_of_its_own(veileder: Veileder) -> None:
    labels = {answer_text(veileder, "tegn", tegn) for tegn in TEGN}
    assert len(labels) == len(TEGN)
    assert answer_text(veileder, "rolle", "vet-ikke") == "Vet ikke"
    assert answer_text(veileder, "lovbrudd", "ja") == "Ja"
    assert answer_text(veileder, "fare_na", "vet-ikke") != "Vet ikke"
