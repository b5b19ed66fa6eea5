"""Whole interviews with the real program in a real terminal, from the first question to the end."""

import json
import re
import stat
from pathlib import Path

from samtale import (
    ALL,
    CHANGE,
    ENOUGH,
    FILE_NAME,
    HAS_MORE,
    MARKED,
    MENU,
    MORE,
    QUIT,
    RESULT,
    REVIEW,
    SAVE,
    START,
    WHY,
    WIPE,
    Samtale,
    Svar,
    dont_know,
)
from veileder_cli.cli.sjekk import today
from veileder_cli.facts import TA_MED
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Document
from veileder_cli.render.layout import to_text
from veileder_cli.render.printable import guidance_file
from veileder_cli.render.reasons import reasons
from veileder_cli.render.result import whole_result
from veileder_cli.what_if import find_alternatives

TEACHER: Svar = {
    "rolle": "ungdomsskole",
    "alder": "under-18",
    "tegn.uttalelser": ("legitimerer-vold", "hatretorikk"),
    "foresatte_trygge": "ja",
    "ressursperson": "ja",
}
FAMILY = "familie-vold-eller-omsorgssvikt"
WORRIED_ABOUT_ONESELF: Svar = {"rolle": "meg-selv", "alder": "over-18"}
OFFER = "Vis hva jeg gjør nå"
REST_FIRST = "Svar på resten først"
VOID = "gjelder ikke lenger."
ROOM = 24 - 3


def flat(text: str) -> str:
    return " ".join(text.split())


def assert_in_order(shown: str, *texts: str) -> None:
    rest = flat(shown)
    for text in texts:
        assert flat(text) in rest, (text, shown)
        rest = rest.partition(flat(text))[2]


def assert_first_screen(terminal: Samtale) -> None:
    """All that must be seen at once is on the one screen, in its order, with the menu."""
    vurdering = terminal.vurdering
    steps = [vurdering.trinn.tittel] if vurdering.trinn else []
    assert vurdering.varsler[0].varsel.tittel in terminal.lines[0]
    assert_in_order(
        terminal.screen,
        vurdering.varsler[0].varsel.tittel,
        vurdering.tittel.tekst,
        *steps,
        *(u.tekst for u in vurdering.din_del),
        *(rad.kontakt.funksjon for rad in vurdering.kontakter[:2]),
        MENU,
    )


def read_pages(terminal: Samtale, document: Document) -> None:
    """Read page after page; each is whole, and together they are the document."""
    lines = to_text(document, 80).splitlines()
    while lines:
        page, lines = lines[:ROOM], lines[ROOM:]
        terminal.wait_for(
            "\n".join([*page[-3:], f"1 Vis mer 2 Ferdig {HAS_MORE}" if lines else ""])
        )
        assert terminal.lines[: len(page)] == page
        if lines:
            terminal.press(MORE)
    terminal.wait_for(MENU)


def shown_why(terminal: Samtale) -> Document:
    andre = find_alternatives(terminal.veileder, terminal.svar)
    return reasons(terminal.veileder, terminal.vurdering, andre)


def test_an_employee_gets_from_the_first_question_to_the_result_and_its_reasons(
    veileder: Veileder,
) -> None:
    with Samtale(veileder) as terminal:
        terminal.answer_all(TEACHER)
        terminal.wait_for(REVIEW)
        terminal.see_result()
        vurdering = terminal.vurdering
        assert (vurdering.rute, [k.kontakt.id for k in vurdering.kontakter[:2]]) == (
            "droft",
            ["leder", "ressursperson"],
        )
        assert_first_screen(terminal)
        terminal.press(WHY)
        read_pages(terminal, shown_why(terminal))
        terminal.press(ALL)
        read_pages(terminal, whole_result(veileder, vurdering))
        terminal.press(WHY)
        terminal.wait_for(HAS_MORE)
        terminal.press(ENOUGH)
        terminal.wait_for(MENU)
        terminal.press(QUIT)
        terminal.wait_for(WIPE)
        terminal.press("2")
        assert terminal.is_restored()
        assert terminal.exit_code() == 0
        assert b"\x1b[3J" not in terminal.output
        assert vurdering.grunner[0].regel.id in terminal.screen


def test_answers_are_changed_in_the_review_and_after_the_result(veileder: Veileder) -> None:
    factors = f"risikofaktorer:{TA_MED}"
    with Samtale(veileder) as terminal:
        terminal.answer_all(TEACHER)
        terminal.wait_for(REVIEW)
        # in the review: factors are taken along after all
        terminal.choose(veileder.sporsmal_med_id["risikofaktorer"].navn)
        terminal.answer(TA_MED, nokkel=factors)
        terminal.answer_all({"risikofaktorer.familie": (FAMILY,)})
        terminal.wait_for(REVIEW)
        terminal.see_result()
        assert "barnevern" in [k.kontakt.id for k in terminal.vurdering.kontakter]
        assert_first_screen(terminal)
        # after the result: an answer that hides most questions
        terminal.press(CHANGE)
        terminal.wait_for(REVIEW)
        terminal.choose(veileder.sporsmal_med_id["rolle"].navn)
        terminal.wait_for_question("rolle")
        terminal.wait_to_be_at(f"{veileder.rolle['ungdomsskole'].navn} {MARKED}")
        before = dict(terminal.svar)
        terminal.answer("meg-selv", nokkel="rolle")
        terminal.wait_for(f"og «{veileder.sporsmal_med_id['risikofaktorer'].navn}» {VOID}")
        terminal.choose("Nei, behold")
        terminal.wait_for(f"{veileder.rolle['ungdomsskole'].navn} 4.")
        terminal.svar = before
        terminal.choose(veileder.sporsmal_med_id["rolle"].navn)
        terminal.answer("meg-selv", nokkel="rolle")
        terminal.wait_for(VOID)
        terminal.choose("Ja, endre")
        terminal.wait_for(REVIEW)
        navn = {a.nokkel: a.skjerm.sporsmal.navn for a in terminal.screens.values()}
        assert [*navn] == ["fare_na", "rolle", "alder"]
        assert_in_order(terminal.screen, RESULT, *navn.values())
        assert veileder.sporsmal_med_id["tegn"].navn not in terminal.flowing
        terminal.see_result()
        assert terminal.vurdering.rute == "selv"
        assert_first_screen(terminal)


def test_back_by_key_and_by_row_shows_the_answer_that_was_given(veileder: Veileder) -> None:
    with Samtale(veileder) as terminal:
        terminal.answer("nei")
        terminal.answer("nav")
        terminal.answer("over-18")
        terminal.wait_for_question("lovbrudd")
        terminal.press("esc")
        terminal.wait_for_question("alder")
        terminal.wait_to_be_at(f"{terminal.question('alder').choices[1].text} {MARKED}")
        terminal.choose("Tilbake")
        terminal.wait_for_question("rolle")
        terminal.wait_to_be_at(f"{veileder.rolle['nav'].navn} {MARKED}")
        assert terminal.screen.count(MARKED) == 1
        terminal.answer("ntnu", nokkel="rolle")
        # what is answered is not asked again
        terminal.answer("nei", nokkel="lovbrudd")
        terminal.answer("voksen-hjemvendt", "barn-av-fremmedkriger")
        terminal.wait_for_question("tegn.interesser")
        terminal.choose("Tilbake")
        terminal.wait_for_question("utland")
        assert terminal.screen.count("[x]") == 2
        terminal.answer("barn-av-fremmedkriger", nokkel="utland")
        terminal.wait_for_question("tegn.interesser")


def test_danger_now_goes_straight_to_the_result_and_the_screen_is_wiped_at_the_end(
    veileder: Veileder,
) -> None:
    with Samtale(veileder) as terminal:
        terminal.answer("ja")
        terminal.wait_for_result()
        assert terminal.vurdering.rute == "akutt"
        assert_first_screen(terminal)
        assert REVIEW not in terminal.screen + terminal.scrolled_off
        terminal.press(QUIT)
        terminal.wait_for(WIPE)
        terminal.press("enter")
        assert terminal.is_restored()
        assert terminal.exit_code() == 0
        assert terminal.output.endswith(b"\x1b[3J")
        assert terminal.flowing == ""


def test_a_result_that_cannot_wait_is_offered_and_the_rest_can_be_answered_after_it(
    veileder: Veileder,
) -> None:
    with Samtale(veileder) as terminal:
        terminal.answer("nei")
        terminal.answer("ungdomsskole")
        terminal.answer("under-18")
        terminal.answer("ja")
        terminal.wait_for(OFFER)
        assert_in_order(terminal.screen, "112", terminal.vurdering.tittel.tekst, OFFER, REST_FIRST)
        terminal.choose(OFFER)
        terminal.wait_for_result()
        assert terminal.vurdering.rute == "avverging"
        assert_first_screen(terminal)
        terminal.press(CHANGE)
        terminal.wait_for(REVIEW)
        terminal.choose("Svar på resten")
        assert terminal.asked == "utland"
        terminal.answer()
        terminal.wait_for_question("tegn.interesser")


def test_dont_know_answers_everything(veileder: Veileder) -> None:
    with Samtale(veileder) as terminal:
        while skjerm := terminal.skjerm:
            terminal.answer(dont_know(skjerm))
        assert {*terminal.screens} >= {"alder", "grad"}
        terminal.see_result()
        assert terminal.vurdering.avklar
        assert_first_screen(terminal)


def test_the_guidance_is_saved_without_the_answers(veileder: Veileder, tmp_path: Path) -> None:
    (tmp_path / "min.txt").write_text("mitt eget")
    with Samtale(veileder, folder=tmp_path) as terminal:
        terminal.answer_all(WORRIED_ABOUT_ONESELF)
        terminal.see_result()
        terminal.press(SAVE)
        terminal.wait_for(FILE_NAME)
        for name in ("min.txt", "finnes/ikke.txt", "/proc/raad.txt", "~finnes-ikke-her/raad.txt"):
            terminal.send(name)
            terminal.wait_for(f"> {name}")
            terminal.press("enter")
            terminal.wait_until_gone(f"> {name}")
            terminal.wait_for("Ikke lagret")
        terminal.send("råd.txt")
        terminal.wait_for("> råd.txt")
        terminal.press("enter")
        terminal.wait_for("lagret i råd.txt")
        terminal.wait_for("Trykk et tall")
        assert terminal.vurdering.varsler[0].varsel.tittel in terminal.lines[0]
        terminal.press(SAVE)
        terminal.wait_for(FILE_NAME)
        terminal.press("esc")
        terminal.wait_for(MENU)
    saved = tmp_path / "råd.txt"
    assert {f.name for f in tmp_path.iterdir()} == {"min.txt", "råd.txt"}
    assert (tmp_path / "min.txt").read_text() == "mitt eget"
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    text = saved.read_text("utf-8")
    assert text == guidance_file(veileder, terminal.vurdering, saved.name, today())
    assert veileder.rolle["meg-selv"].navn not in text
    assert not any(s.tekst in flat(text) for s in veileder.sporsmal)


def test_what_is_asked_and_answered_stands_a_change_of_the_windows_size(
    veileder: Veileder,
) -> None:
    with Samtale(veileder) as terminal:
        terminal.answer("nei")
        terminal.wait_for_question("rolle")
        for columns, rows in ((50, 40), (100, 24), (60, 15), (80, 24)):
            terminal.resize(columns, rows)
            terminal.press("home", "down")
            terminal.wait_to_be_at(veileder.roller[0].navn)
            assert all(len(line) <= columns for line in terminal.lines)
            terminal.wait_for_question("rolle")
        terminal.answer("meg-selv")
        terminal.answer("over-18")
        terminal.wait_for(REVIEW)
        terminal.see_result()
        terminal.resize(70, 30)
        terminal.press(WHY)
        terminal.wait_for(f"«{terminal.vurdering.rute}»")
        terminal.resize(80, 24)
        terminal.press(ENOUGH)
        terminal.wait_for(MENU)
        terminal.press(QUIT)
        terminal.wait_for(WIPE)


def test_no_colour_is_sent_where_it_is_not_wanted(veileder: Veileder) -> None:
    with Samtale(veileder, env={"NO_COLOR": "1"}) as terminal:
        terminal.answer_all(WORRIED_ABOUT_ONESELF)
        terminal.see_result()
        terminal.press(WHY)
        terminal.wait_for(f"«{terminal.vurdering.rute}»")
        codes = re.findall(rb"\x1b\[([0-9;]*)m", terminal.output)
        assert {int(c or 0) for code in codes for c in code.split(b";")} <= {0, 1, 4, 7}


def test_the_interview_can_end_in_json(veileder: Veileder) -> None:
    with Samtale(veileder, "--json") as terminal:
        terminal.answer_all(WORRIED_ABOUT_ONESELF)
        terminal.wait_for(REVIEW, START)
        terminal.choose(RESULT)
        assert terminal.exit_code() == 0
        text = terminal.output.decode()
        assert json.loads(text[text.rindex('{\r\n  "rute"') :])["rute"] == "selv"
