import pytest

from rich_program import LONG, NOTHING_CHOSEN, NOTHING_TICKED, ONE_READY, WRONG_KEY, many, one, run


def test_arrows_and_enter_choose_one() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("down", "down", "enter")
        terminal.wait_for("FIKK [('nei',)]")
        assert terminal.exit_code() == 0


def test_the_first_row_is_no_answer() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("enter")
        terminal.wait_for(NOTHING_CHOSEN)
        terminal.press("down")
        terminal.wait_until_gone(NOTHING_CHOSEN)
        terminal.press("enter")
        terminal.wait_for("FIKK [('ja',)]")


def test_the_row_is_pointed_out_by_a_character_and_by_the_cursor() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        assert terminal.cursor_line == f"> {ONE_READY}"
        terminal.press("down")
        assert terminal.cursor_line == "> Ja"
        assert [line for line in terminal.lines if line.startswith(">")] == ["> Ja"]


def test_home_end_and_page_keys_move() -> None:
    with run(many(LONG)) as terminal:
        terminal.wait_for("> [ ] Tegn 1 ")
        terminal.press("pagedown")
        terminal.wait_for("> [ ] Tegn 6 ")
        terminal.press("end")
        terminal.wait_for("> Tilbake")
        terminal.press("pageup")
        terminal.wait_for("> [ ] Tegn 18 ")
        terminal.press("home")
        terminal.wait_for("> [ ] Tegn 1 ")


def test_only_the_persons_own_earlier_answer_is_pointed_at() -> None:
    with run(one(chosen=("nei",))) as terminal:
        terminal.wait_for("> Nei (det svarte du sist)")
        terminal.press("enter")
        terminal.wait_for("FIKK [('nei',)]")


@pytest.mark.parametrize(
    "key", ["j", "k", "a", "i", "x", "1", "2", "\t", "\x1bOP", "\x0a", "space"]
)
def test_other_keys_neither_move_nor_answer(key: str) -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("down", key)
        terminal.settle(0.2)
        assert terminal.cursor_line == "> Ja"
        assert "FIKK" not in terminal.screen


def test_space_ticks_and_enter_goes_on() -> None:
    with run(many()) as terminal:
        terminal.wait_for("[ ] Bruker symboler")
        terminal.press("space", "down", "down", "space")
        terminal.wait_for("[x] Bruker symboler")
        terminal.wait_for("[x] Truer andre")
        terminal.press("enter")
        terminal.wait_for("FIKK [('symboler', 'trusler')]")


def test_nothing_ticked_is_refused() -> None:
    with run(many()) as terminal:
        terminal.wait_for("[ ] Bruker symboler")
        terminal.press("enter")
        terminal.wait_for(NOTHING_TICKED)
        terminal.press("space")
        terminal.wait_until_gone(NOTHING_TICKED)
        terminal.press("enter")
        terminal.wait_for("FIKK [('symboler',)]")


def test_an_exclusive_row_with_others_is_told_at_once_and_refused() -> None:
    with run(many()) as terminal:
        terminal.wait_for("[ ] Bruker symboler")
        terminal.press("space", "down", "down", "down", "space")
        terminal.wait_for("«Ingen av disse» kan ikke velges sammen med andre svar.")
        terminal.press("enter")
        terminal.settle()
        assert "FIKK" not in terminal.screen
        terminal.press("home", "space", "enter")
        terminal.wait_for("FIKK [('ingen',)]")


def test_earlier_ticks_stand_when_the_person_comes_back() -> None:
    with run(many(chosen=("trusler",))) as terminal:
        terminal.wait_for("[x] Truer andre")
        assert terminal.screen.count("[x]") == 1
        terminal.press("enter")
        terminal.wait_for("FIKK [('trusler',)]")


@pytest.mark.parametrize("key", ["a", "i", "j", "k", "1"])
def test_letters_and_numbers_tick_nothing(key: str) -> None:
    with run(many()) as terminal:
        terminal.wait_for("[ ] Bruker symboler")
        terminal.press(key)
        terminal.wait_for(WRONG_KEY)
        assert "[x]" not in terminal.screen
        assert terminal.cursor_line == "> [ ] Bruker symboler"


def test_headings_stand_above_their_groups_and_are_never_pointed_at() -> None:
    with run(many()) as terminal:
        terminal.wait_for("[ ] Bruker symboler")
        terminal.press("down", "down")
        at = terminal.lines.index("> [ ] Truer andre")
        assert terminal.lines[at - 1] == "Aktiviteter"
        assert terminal.lines.count("Interesser") == 1


def test_the_help_of_a_row_is_shown_when_it_is_pointed_at() -> None:
    with run(many()) as terminal:
        terminal.wait_for("Hjelp: Også på klær.")
        terminal.press("down")
        terminal.wait_until_gone("Også på klær.")


def test_a_question_mark_shows_all_help_and_escape_comes_back_to_the_row() -> None:
    with run(many()) as terminal:
        terminal.wait_for("[ ] Bruker symboler")
        terminal.press("down", "?")
        terminal.wait_for("Enter eller Esc går til spørsmålet")
        terminal.wait_for("Også på klær.")
        terminal.press("esc")
        terminal.wait_for("> [ ] Ser på materiale")
