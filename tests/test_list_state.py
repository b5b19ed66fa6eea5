"""How a list stands: three marks, what is looked for, numbers, and what would be lost."""

from types import SimpleNamespace

from rich_program import LONG, TEGN
from veileder_cli.interview.asking import Choice, Prompt, unsure_of
from veileder_cli.interview.list_state import NOT_KEPT, ListState


def listed(
    choices: tuple[Choice, ...] = TEGN,
    *,
    many: bool = True,
    unsure: bool = True,
    chosen: tuple[str, ...] = (),
    numbered: bool = False,
) -> ListState:
    prompt = Prompt(
        "Hva?", "", "", choices, chosen, many, can_go_back=True, unsure=unsure, numbered=numbered
    )
    ticked = [str(n) for n, c in enumerate(choices) if c.value in chosen]
    return ListState(prompt, SimpleNamespace(pointed_at=0, selected_options=ticked))


def marks(state: ListState) -> list[str]:
    return [row.mark.strip() for row in state.sheet("").rows]


def test_one_key_goes_through_seen_unsure_and_neither() -> None:
    state = listed()
    seen = []
    for _ in range(4):
        state.toggle()
        seen.append(state.answers)
    assert seen == [("symboler",), (unsure_of("symboler"),), (), ("symboler",)]


def test_each_letter_marks_at_once_whatever_stood_there() -> None:
    for before in ("s", "u", "i"):
        for letter, answers in (("s", ("symboler",)), ("u", ("symboler?",)), ("i", ())):
            state = listed()
            state.mark_by_letter(before)
            state.mark_by_letter(letter)
            assert state.answers == answers


def test_the_marks_are_words() -> None:
    state = listed(chosen=("symboler", unsure_of("materiale")))
    assert marks(state) == ["[sett]", "[usikker]", *["[       ]"] * 3, ""]


def test_a_row_that_stands_alone_is_chosen_and_never_unsure() -> None:
    state = listed()
    state.move(3)
    for press in (state.toggle, lambda: state.mark_by_letter("u")):
        press()
        assert state.answers == ("ingen",)
        assert "[valgt]" in marks(state)
    state.toggle()
    assert state.answers == ()


def test_none_of_these_and_a_doubt_cannot_stand_together() -> None:
    state = listed()
    state.mark_by_letter("u")
    state.move(3)
    state.toggle()
    assert "Ingen av disse" in state.message
    assert state.fault == state.message


def test_without_doubts_one_key_ticks_and_takes_away() -> None:
    state = listed(unsure=False)
    state.toggle()
    assert marks(state)[0] == "[x]"
    state.toggle()
    assert marks(state)[0] == "[ ]"


# --- what is looked for ---


def test_what_is_typed_narrows_the_list_and_keeps_the_marks() -> None:
    state = listed(LONG)
    state.toggle()
    state.begin_search()
    state.type_search("TEGN slutt2")
    assert [row.text.split()[1] for row in state.sheet("").rows] == ["2", "20", "21", "22"]
    state.mark_by_letter("u")
    assert "1 som er valgt, vises ikke nå" in state.sheet("").message
    assert state.end_search()
    assert state.answers == ("tegn-1", "tegn-2?")
    assert len(state.sheet("").rows) == len(LONG) + 1


def test_where_nothing_fits_all_is_shown_and_it_is_said() -> None:
    state = listed(LONG)
    state.begin_search()
    state.type_search("finnes ikke")
    assert len(state.sheet("").rows) == len(LONG) + 1
    assert "Ingen svar har «finnes ikke»" in state.sheet("").message


def test_arrows_stay_within_what_is_shown() -> None:
    state = listed(LONG)
    state.begin_search()
    state.type_search("slutt22")
    state.move(1, around=True)
    state.toggle()
    assert state.answers == ("tegn-22",)


def test_a_short_list_is_not_looked_in() -> None:
    state = listed()
    state.begin_search()
    assert not state.is_typing


# --- numbers ---


def test_digits_go_to_the_row_with_the_number() -> None:
    state = listed(LONG, many=False, unsure=False, numbered=True)
    at = []
    for digit in "123":
        state.type_number(digit)
        at.append(state.pointed)
    assert at == ["tegn-1", "tegn-12", "tegn-3"]
    state.move(1)
    state.type_number("2")
    assert state.pointed == "tegn-2"


def test_a_number_that_no_row_has_moves_nothing() -> None:
    state = listed(many=False, unsure=False, numbered=True)
    state.type_number("2")
    state.move(0)
    state.type_number("9")
    assert state.pointed == "materiale"
    assert "1 til 5" in state.message


# --- what would be lost ---


def test_marks_that_would_be_lost_are_told_of_once() -> None:
    state = listed()
    assert state.may_leave()
    state.toggle()
    assert not state.may_leave()
    assert state.message == NOT_KEPT
    assert state.may_leave()


def test_an_earlier_answer_that_stands_as_it_was_is_not_lost() -> None:
    state = listed(chosen=("symboler", unsure_of("materiale")))
    assert state.may_leave()
    state.toggle()
    assert not state.may_leave()
    state.move(1)
    assert not state.may_leave()
