"""The back end that marks what it shows passes on all else as it is."""

from io import StringIO

from veileder_cli.interview.asking import Choice, HelpPart, Prompt
from veileder_cli.interview.marked import MarkedAsker
from veileder_cli.interview.plain import PlainAsker

CHOICES = (Choice("a", "A"), Choice("b", "B"))
PROMPT = Prompt("Hva?", "Over", "", CHOICES, (), many=False, can_go_back=False)


def marked(typed: str, *about: HelpPart) -> tuple[MarkedAsker, StringIO]:
    out = StringIO()
    return MarkedAsker(PlainAsker(StringIO(typed), out, lambda: 80), "ØVELSE", *about), out


def test_a_question_is_marked_in_its_title_and_its_answer_comes_through() -> None:
    asker, out = marked("2\n")
    assert asker.ask(PROMPT) == ("b",)
    assert "ØVELSE: Hva?" in out.getvalue()
    assert "Over" in out.getvalue()


def test_what_is_given_stands_first_in_the_help() -> None:
    asker, out = marked("?\n1\n", HelpPart("Saken", ("Det var en gang.",)))
    assert asker.ask(PROMPT) == ("a",)
    assert "Saken\n- Det var en gang." in out.getvalue()


def test_a_menu_a_line_of_text_and_what_is_shown_are_marked() -> None:
    asker, out = marked("1\nnavn\n")
    assert asker.ask_key("Nå?", PROMPT.choices) == "a"
    assert asker.ask_text("Hvilken fil?") == "navn"
    asker.show("En tekst.")
    asker.show_pages("En lang tekst.")
    asker.show_pages("En til.", top="Tittel")
    said = out.getvalue()
    assert "ØVELSE: Nå?" in said
    assert "ØVELSE: Hvilken fil?" in said
    assert "ØVELSE: En tekst." in said
    assert "ØVELSE\nEn lang tekst." in said
    assert "ØVELSE: Tittel\nEn til." in said


def test_it_can_wipe_what_the_other_can() -> None:
    asker, _ = marked("")
    assert asker.can_wipe is PlainAsker.can_wipe
