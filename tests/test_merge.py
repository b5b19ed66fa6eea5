"""Laying one guide's files over another's: entries by id, fields by name."""

from typing import Any

import pytest

from veileder_cli.merge import Merger
from veileder_cli.strict_yaml import MappingNode, Node, Scalar, parse

UNDER = """
- {id: a, navn: Gammel, tekst: Står}
- {id: b, navn: Andre}
- {id: c, navn: Tredje}
"""


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, MappingNode):
        return {k: plain(e.value) for k, e in node.items.items()}
    return [plain(n) for n in node.items]


def entries(over: str, under: str = UNDER) -> Any:
    merger = Merger()
    node = merger.entries(parse(under, "under"), parse(over, "over"), "rader")
    assert merger.problems == []
    return plain(node)


def ids(over: str) -> str:
    return "".join(rad["id"] for rad in entries(over))


def test_an_entry_keeps_the_fields_that_nothing_is_laid_over() -> None:
    forst, *_ = entries("- {id: a, navn: Ny}")
    assert forst == {"id": "a", "navn": "Ny", "tekst": "Står"}


def test_a_single_entry_needs_no_list() -> None:
    assert entries("{id: a, navn: Ny}")[0]["navn"] == "Ny"


@pytest.mark.parametrize(
    ("over", "order"),
    [
        ("- {id: d}", "abcd"),
        ("- {id: d, foran: b}", "adbc"),
        ("- {id: c, foran: a}", "cab"),
        ("- {id: d, foran: a}\n- {id: e, foran: d}", "edabc"),
        ("- {id: b, fjernes: ja}", "ac"),
    ],
)
def test_entries_are_added_moved_and_removed(over: str, order: str) -> None:
    assert ids(over) == order


def test_the_words_that_move_and_remove_are_no_fields() -> None:
    assert entries("- {id: d, navn: Ny, foran: a}")[0] == {"id": "d", "navn": "Ny"}


@pytest.mark.parametrize("over", ["- {id: x, fjernes: ja}", "- {id: a, foran: x}"])
def test_an_id_that_is_not_there_is_told_with_its_place(over: str) -> None:
    merger = Merger()
    merger.entries(parse(UNDER, "under"), parse(f"# merknad\n{over}", "over"), "rader")
    (problem,) = merger.problems
    assert (problem.fil, problem.linje) == ("over", 2)
    assert problem.sti.startswith("rader[")


@pytest.mark.parametrize(
    ("over", "sti"),
    [
        ("- {id: a, fjernes: nei}", "rader[a].fjernes"),
        ("- {id: a, foran: a}", "rader[a].foran"),
        ("- {id: a, foran: [b, c]}", "rader[a].foran"),
        ("- {id: a, navn: En}\n- {id: a, navn: To}", "rader[a]"),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_taken_away(over: str, sti: str) -> None:
    merger = Merger()
    node = merger.entries(parse(UNDER, "under"), parse(over, "over"), "rader")
    assert [(p.fil, p.sti) for p in merger.problems] == [("over", sti)]
    assert [rad["id"] for rad in plain(node)] == ["a", "b", "c"]


def test_a_double_in_the_guide_below_is_told_too() -> None:
    merger = Merger()
    merger.entries(parse("- {id: a}\n- {id: a}", "under"), parse("- {id: b}", "over"), "rader")
    assert [(p.fil, p.linje) for p in merger.problems] == [("under", 2)]


def test_lists_of_entries_inside_an_entry_are_laid_over_too() -> None:
    under = "- {id: k, tegn: [{id: a, tekst: En}, {id: b, tekst: To}], ord: [x]}"
    over = "- {id: k, tegn: [{id: b, tekst: Ny}, {id: a, fjernes: ja}], ord: [y]}"
    assert entries(over, under) == [{"id": "k", "tegn": [{"id": "b", "tekst": "Ny"}], "ord": ["y"]}]


def test_a_condition_is_replaced_whole() -> None:
    under = "- {id: r, hvis: {svar: {a: ja}}}"
    assert entries("- {id: r, hvis: {ubesvart: a}}", under)[0]["hvis"] == {"ubesvart": "a"}


def test_fields_of_a_file_are_laid_over_by_name() -> None:
    under = parse("vilkar: {a: {alltid: ja}, b: {alltid: ja}}\nregler: [{id: r}]\nord: [x]", "u")
    over = parse("vilkar: {b: {alltid: nei}}\nregler: {id: s, foran: r}", "o")
    assert isinstance(under, MappingNode)
    assert isinstance(over, MappingNode)
    assert plain(Merger().fields(under, over, "regler")) == {
        "vilkar": {"a": {"alltid": "ja"}, "b": {"alltid": "nei"}},
        "regler": [{"id": "s"}, {"id": "r"}],
        "ord": ["x"],
    }


def test_a_list_without_ids_is_replaced() -> None:
    assert entries("- bare tekst") == ["bare tekst"]
