import io
import os
import sys
import termios
from dataclasses import replace

import pytest

from terminal import Terminal
from veileder_cli.facts import TA_MED
from veileder_cli.interview.asked import asked_screens
from veileder_cli.interview.asking import Answer, Back, Choice, Forward, HelpPart, Prompt
from veileder_cli.interview.plain import PASTED, PlainAsker
from veileder_cli.interview.prompts import screen_prompt
from veileder_cli.interview.typed import NotUnderstood, answer_of
from veileder_cli.model.veileder import Veileder

JA_NEI = (Choice("ja", "Ja"), Choice("nei", "Nei"), Choice("vet-ikke", "Vet ikke"))
ALDER = (
    Choice("under-18", "Under 18 år"),
    Choice("over-18", "18 år eller eldre"),
    Choice("vet-ikke", "Vet ikke"),
)
TEGN = (
    Choice("symboler", "Bruker symboler", heading="Interesser", help="Også på klær."),
    Choice("materiale", "Ser, deler eller lager materiale", heading="Interesser"),
    Choice("trusler", "Truer andre", heading="Aktiviteter"),
    Choice("trygler", "Trygler andre"),
    Choice("ingen", "Ingen av disse", exclusive=True),
    Choice("vet-ikke", "Vet ikke", exclusive=True),
)


def prompt(
    choices: tuple[Choice, ...] = JA_NEI,
    *,
    many: bool = False,
    chosen: tuple[str, ...] = (),
    can_go_back: bool = True,
) -> Prompt:
    return Prompt("Tittel", "Hode: ring 112", "Hjelpen.", choices, chosen, many, can_go_back)


def ask(question: Prompt, typed: str, width: int = 79) -> tuple[Answer, str]:
    stdout = io.StringIO()
    answer = PlainAsker(io.StringIO(typed), stdout, lambda: width).ask(question)
    return answer, stdout.getvalue()


@pytest.mark.parametrize("line", ["2", "2.", " 2) ", "Nei", "nei", "N", "ne"])
def test_a_number_a_text_or_its_beginning_is_an_answer(line: str) -> None:
    assert answer_of(prompt(), line) == ("nei",)


@pytest.mark.parametrize(
    "line",
    ["1 3", "1,3", "3, 1", "1;3", "1, 3,", "Bruker symboler, Truer andre", "bruk, 3"],
)
def test_several_answers_are_separated_by_space_or_comma(line: str) -> None:
    assert answer_of(prompt(TEGN, many=True), line) == ("symboler", "trusler")


def test_a_text_with_a_comma_in_it_can_be_typed() -> None:
    line = "ser, deler eller lager materiale"
    assert answer_of(prompt(TEGN, many=True), line) == ("materiale",)


def test_a_number_that_is_no_choice_may_be_the_beginning_of_a_text() -> None:
    assert answer_of(prompt(ALDER), "18") == ("over-18",)


@pytest.mark.parametrize(
    "line", ["", "   ", ",", "0", "4", "99", "-1", "1.2", "x", "ja nei", "1 2"]
)
def test_anything_else_is_no_answer_to_one(line: str) -> None:
    assert isinstance(answer_of(prompt(), line), NotUnderstood)


@pytest.mark.parametrize("line", ["", ",", "1 9", "1, x", "tr", "1 5", "5 6", "Ingen, Truer andre"])
def test_anything_else_is_no_answer_to_many(line: str) -> None:
    assert isinstance(answer_of(prompt(TEGN, many=True), line), NotUnderstood)


def test_a_beginning_that_fits_several_says_which() -> None:
    answer = answer_of(prompt(TEGN, many=True), "tr")
    assert isinstance(answer, NotUnderstood)
    assert answer.lists
    assert "3. Truer andre\n4. Trygler andre" in answer.why


def test_a_long_line_that_is_no_answer_is_not_repeated_whole() -> None:
    answer = answer_of(prompt(), "hun het " + "noe langt " * 30)
    assert isinstance(answer, NotUnderstood)
    assert len(answer.why) < 100


@pytest.mark.parametrize("line", ["t", "T", "tilbake", "Tilbake"])
def test_t_goes_back(line: str) -> None:
    assert answer_of(prompt(), line) is Back.BACK


def test_the_first_question_has_no_way_back() -> None:
    assert isinstance(answer_of(prompt(can_go_back=False), "t"), NotUnderstood)


def test_an_empty_line_repeats_the_choices_even_where_there_is_an_earlier_answer() -> None:
    answer, shown = ask(prompt(chosen=("ja",)), "\n\n2\n")
    assert answer == ("nei",)
    assert shown.count("Skriv tallet") == shown.count("\n\nSkriv tallet") == 3
    assert shown.count("1. Ja (det svarte du sist)") == 3
    assert shown.count("Tittel") == 1


def test_the_earlier_answer_is_marked_in_words() -> None:
    _, shown = ask(prompt(chosen=("nei",)), "1\n")
    assert "2. Nei (det svarte du sist)\n" in shown


def test_header_title_help_and_choices_come_in_this_order() -> None:
    _, shown = ask(prompt(), "1\n")
    places = [shown.index(text) for text in ("112", "Tittel", "Hjelpen.", "1. Ja", "3. Vet ikke")]
    assert places == sorted(places)


def test_a_heading_stands_once_above_its_group() -> None:
    _, shown = ask(prompt(TEGN, many=True), "1\n")
    assert shown.count("Interesser\n") == 1
    assert "\n\nAktiviteter\n3. Truer andre\n" in shown


def test_a_question_mark_repeats_the_question_with_the_help_of_its_choices() -> None:
    _, shown = ask(prompt(TEGN, many=True), "?\n1\n")
    assert shown.count("Også på klær.") == 1
    assert shown.count("1. Bruker symboler\n") == 2


def test_the_answer_is_repeated_in_words() -> None:
    _, shown = ask(prompt(), "3\n")
    assert shown.endswith("Du svarte: Vet ikke\n")


def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost() -> None:
    long = Choice("lang", "Et svar som er så langt at det ikke får plass på ei smal linje " * 3)
    _, shown = ask(prompt((*JA_NEI, long), many=True), "4\n", width=40)
    question = shown.split("Svar:")[0]
    assert max(map(len, question.splitlines())) <= 40
    assert " ".join(long.text.split()) in " ".join(question.split())


def test_nothing_that_is_shown_can_move_the_cursor() -> None:
    evil = Choice("rad", "Rad\x1b[2J\x07\r en\x9b2J")
    _, shown = ask(prompt((*JA_NEI, evil)), "\x1b[A\n4\n")
    assert not [char for char in shown if char != "\n" and not char.isprintable()]


@pytest.mark.parametrize("typed", ["", "\n", "1", "tull\n"])
def test_the_end_of_the_input_is_an_interrupt_and_never_an_answer(typed: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        ask(prompt(), typed)


def ask_text(typed: str) -> str | Back:
    return PlainAsker(io.StringIO(typed), io.StringIO()).ask_text("Hva skal filen hete?")


def test_a_file_name_is_read_as_it_is_typed() -> None:
    assert ask_text("\n  Råd og vink.txt \n") == "Råd og vink.txt"


def test_t_goes_back_from_the_file_name() -> None:
    assert ask_text("t\n") is Back.BACK


def test_a_file_name_can_be_interrupted() -> None:
    with pytest.raises(KeyboardInterrupt):
        ask_text("")


PROGRAM = """
import sys, time
from veileder_cli.interview.asking import *
from veileder_cli.interview.plain import PlainAsker
asker = PlainAsker(sys.stdin, sys.stdout)
try:
    for prompt in {prompts!r}:
        time.sleep(0.3)
        print("FIKK", asker.ask(prompt))
except KeyboardInterrupt:
    sys.exit(130)
"""


def run_plain(*prompts: Prompt, columns: int = 80) -> Terminal:
    return Terminal([sys.executable, "-c", PROGRAM.format(prompts=prompts)], columns=columns)


def test_a_terminal_gets_no_escape_sequence() -> None:
    with run_plain(prompt(), prompt(TEGN, many=True)) as terminal:
        terminal.type_line("tull")
        terminal.wait_for("ikke et av svarene")
        terminal.type_line("1")
        terminal.wait_for("FIKK ('ja',)")
        terminal.type_line("1 3")
        terminal.wait_for("FIKK ('symboler', 'trusler')")
        assert terminal.exit_code() == 0
        assert b"\x1b" not in terminal.output


def test_pasted_lines_answer_neither_the_question_nor_those_that_follow() -> None:
    with run_plain(prompt(), prompt(TEGN, many=True)) as terminal:
        terminal.type_line("1\r1\r1")
        terminal.wait_for(PASTED)
        terminal.settle()
        assert "Du svarte" not in terminal.screen
        terminal.type_line("2")
        terminal.wait_for("Du svarte: Nei")


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_leave(key: str) -> None:
    with run_plain(prompt()) as terminal:
        terminal.wait_for("Svar:")
        terminal.send(key)
        assert terminal.exit_code() == 130


@pytest.mark.parametrize(
    ("typed", "given"), [("\n", "2026-12"), ("?\n\n", "2026-12"), ("y\n", "y")]
)
def test_enter_alone_gives_the_default_where_there_is_one(typed: str, given: str) -> None:
    asker = PlainAsker(io.StringIO(typed), io.StringIO())
    assert asker.ask_text("Hvilken utgave?", default="2026-12") == given


# --- signs: seen, unsure or neither ---


def signs(*, chosen: tuple[str, ...] = ()) -> Prompt:
    return Prompt("Tegn?", "", "", TEGN, chosen, many=True, can_go_back=True, unsure=True)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("1", ("symboler",)),
        ("1, 3?", ("symboler", "trusler?")),
        ("3? 1", ("symboler", "trusler?")),
        ("1 sett, 3 usikker", ("symboler", "trusler?")),
        ("3 usikker 1 sett", ("symboler", "trusler?")),
        ("bruker symboler, truer usikker", NotUnderstood),
        ("bruker symboler, truer?", ("symboler", "trusler?")),
        ("1 3 usikker", NotUnderstood),
        ("1, 3 usikker", NotUnderstood),
        ("1, 1?", NotUnderstood),
        ("5?", NotUnderstood),
        ("1?, 5", NotUnderstood),
        ("?1", NotUnderstood),
        ("ingen", ("ingen",)),
        ("vet", ("vet-ikke",)),
    ],
)
def test_what_is_seen_and_what_is_unsure_is_typed_in_one_line(
    line: str, answer: tuple[str, ...] | type
) -> None:
    found = answer_of(signs(), line)
    assert found == answer or (answer is NotUnderstood and isinstance(found, NotUnderstood))


def test_a_doubt_is_no_answer_where_doubts_are_not_asked_for() -> None:
    assert isinstance(answer_of(prompt(TEGN, many=True), "1?"), NotUnderstood)


def test_seen_and_unsure_are_repeated_apart_in_words() -> None:
    _, shown = ask(signs(), "3?, 1\n")
    assert shown.endswith("Du svarte: sett: Bruker symboler. usikker: Truer andre\n")


def test_an_earlier_doubt_is_marked_as_one() -> None:
    _, shown = ask(signs(chosen=("symboler", "trusler?")), "5\n")
    assert "1. Bruker symboler (det svarte du sist)\n" in shown
    assert "3. Truer andre (det svarte du sist: usikker)\n" in shown


# --- parts of words, forward, help ---


@pytest.mark.parametrize(("line", "value"), [("symboler", "symboler"), ("lager mat", "materiale")])
def test_a_part_of_a_text_that_only_one_has_is_an_answer(line: str, value: str) -> None:
    assert answer_of(prompt(TEGN), line) == (value,)


def test_a_part_that_several_have_lists_just_those() -> None:
    answer, shown = ask(prompt(TEGN), "andre\n3\n")
    assert answer == ("trusler",)
    narrowed = shown.split("Svar: ")[1]
    assert "3. Truer andre\n4. Trygler andre\n" in narrowed
    assert "1. Bruker symboler" not in narrowed


def test_one_or_two_letters_from_inside_a_text_say_too_little() -> None:
    assert isinstance(answer_of(prompt(TEGN), "ym"), NotUnderstood)


@pytest.mark.parametrize("line", ["f", "Fram"])
def test_f_goes_forward_where_there_is_an_answer_to_keep(line: str) -> None:
    question = replace(prompt(chosen=("ja",)), can_go_forward=True)
    assert answer_of(question, line) is Forward.FORWARD
    assert "Skriv f for å gå fram" in ask(question, f"{line}\n")[1]
    assert isinstance(answer_of(prompt(), line), NotUnderstood)


def test_a_question_mark_says_why_and_what_the_words_mean() -> None:
    about = (HelpPart("Hvorfor", ("Derfor.",)), HelpPart("Ordene", ("Ord: en. [kap. 1]",)))
    _, shown = ask(replace(prompt(), about=about), "?\n1\n")
    first, again = shown.split("Svar: ")[:2]
    assert "Derfor." not in first
    assert "\nHvorfor\n- Derfor.\n\nOrdene\n- Ord: en. [kap. 1]\n" in again
    assert "1. Ja" in again


def test_an_address_is_never_broken() -> None:
    address = "https://eksempel.no/en/lang/adresse/som/ikke/faar/plass/paa/linja"
    _, shown = ask(prompt((*JA_NEI, Choice("se", f"Se {address} for mer"))), "1\n", width=40)
    assert address in shown


def test_after_a_stop_the_label_is_said_again() -> None:
    argv = [sys.executable, "-c", PROGRAM.format(prompts=(prompt(),))]
    shell = 'set -m; "$@"; echo STOPPET; sleep 0.3; fg >/dev/null; echo SLUTT $?'
    with Terminal(["sh", "-c", shell, "sh", *argv]) as terminal:
        terminal.wait_for("Svar:")
        terminal.send("\x1a")
        terminal.wait_for("STOPPET")
        terminal.wait_for("Du er tilbake.")
        terminal.type_line("2")
        terminal.wait_for("FIKK ('nei',)")
        terminal.wait_for("SLUTT 0")
        assert b"\x1b" not in terminal.output


def test_every_question_can_be_answered_with_numbers_and_with_words(veileder: Veileder) -> None:
    taken = {f"{id_}:{TA_MED}": (TA_MED,) for id_ in ("risikofaktorer", "beskyttelsesfaktorer")}
    for asked in asked_screens(veileder, {"fare_na": ("nei",), **taken}):
        question = screen_prompt(asked, {}, "", kan_tilbake=True)
        for number, choice in enumerate(question.choices, start=1):
            assert answer_of(question, str(number)) == (choice.value,)
            assert answer_of(question, choice.text) == (choice.value,)


def test_what_is_explained_once_is_said_shortly_after_that_and_whole_when_asked_for() -> None:
    stdout = io.StringIO()
    asker = PlainAsker(io.StringIO("1\n1\nhjelp\n1\n"), stdout, lambda: 79)
    said: list[str] = []
    for _ in range(3):
        before = len(stdout.getvalue())
        asker.ask(prompt())
        said.append(stdout.getvalue()[before:])
    first, second, third = said
    assert "foran svaret" in first
    assert "Hjelpen." in first
    assert "foran svaret" not in second
    assert "Skriv tallet, t (tilbake), hjelp eller x" in second
    assert "Hjelpen." not in second
    assert third.index("Skriv tallet,") < third.index("Hjelpen.") < third.index("foran svaret")


def test_a_help_that_is_another_is_said() -> None:
    stdout = io.StringIO()
    asker = PlainAsker(io.StringIO("1\n1\n"), stdout, lambda: 79)
    asker.ask(prompt())
    asker.ask(replace(prompt(), help="Noe annet."))
    assert "Noe annet." in stdout.getvalue()


class Watched(io.TextIOWrapper):
    """A terminal's stream that remembers each piece that was written."""

    def write(self, text: str) -> int:
        self.pieces = [*getattr(self, "pieces", []), text]
        return super().write(text)


@pytest.mark.parametrize(("lines", "most"), [(6, 6), (12, 5)])
def test_what_is_longer_than_the_screen_comes_in_halves_for_who_reads_the_screen(
    lines: int, most: int
) -> None:
    text = "\n".join(f"Linje {number}" for number in range(lines))
    master, slave = os.openpty()
    termios.tcsetwinsize(slave, (10, 80))
    with os.fdopen(master), Watched(os.fdopen(slave, "wb", buffering=0), "utf-8") as stdout:
        PlainAsker(io.StringIO(), stdout).show(text)
        assert "".join(stdout.pieces) == f"{text}\n"
        assert max(piece.count("\n") for piece in stdout.pieces) == most
