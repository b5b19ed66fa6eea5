import pytest

from rich_program import HEAD
from veileder_cli.interview.page import Line, Page, Row, Sheet, Size, lay_out
from veileder_cli.interview.redraw import new_lines, split_pointer

LONG = "Et svar som er så langt at det ikke får plass på ei smal linje, men går over to."
ROWS = (Row("Ja", "[ ] "), Row(LONG, "[ ] "), Row("Nei", "[ ] "))


def page(pointed: int, rows: tuple[Row, ...] = ROWS, message: str = "") -> Page:
    return lay_out(Sheet(HEAD, "Tittelen", "", rows, pointed, message, "Taster"), Size(60, 24), 0)


def texts(before: Page, after: Page) -> list[str]:
    return [after.lines[number].text for number in sorted(new_lines(before, after))]


@pytest.mark.parametrize("start", [0, 2])
def test_all_lines_of_the_row_come_to_are_new_and_the_row_left_is_not(start: int) -> None:
    moved = texts(page(start), page(1))
    assert len(moved) > 1
    assert " ".join(" ".join(moved).split()) == f"> [ ] {LONG}"


def test_a_mark_is_read_with_its_row() -> None:
    marked = (*ROWS[:2], Row("Nei", "[x] "))
    assert texts(page(2), page(2, marked)) == ["> [x] Nei"]


def test_a_message_is_read_alone_when_it_comes_and_nothing_when_it_goes() -> None:
    assert texts(page(0), page(0, message="Feil tast.")) == ["! Feil tast."]
    assert texts(page(0, message="Feil tast."), page(0)) == [""]


def test_nothing_is_new_where_nothing_has_changed() -> None:
    assert not new_lines(page(1), page(1))


def test_only_the_pointer_has_the_look_of_what_is_chosen() -> None:
    assert split_pointer(Line("> Ja", "pointed")) == (("class:pointed", "> "), ("", "Ja"))
    assert split_pointer(Line("  mer", "pointed")) == (("", ""), ("", "  mer"))
    assert split_pointer(Line("> 3", "title")) == (("", ""), ("class:title", "> 3"))
