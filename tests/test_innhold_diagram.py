"""Decision diagrams: each operation against the sets of combinations that they stand for."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from veileder_cli.innhold.diagram import FALSE, MOST_VARIABLES, TRUE, Diagram, Node, TooLargeError

SIZES = (2, 3, 2, 4)
ALLE = frozenset(product(*map(range, SIZES)))
PRISER = ((0, 1), (0, 1, 1), (0, 2), (0, 1, 1, 2))
Mengde = frozenset[tuple[int, ...]]


def new(grense: int = 10_000, tick: Callable[[int], None] = lambda _: None) -> Diagram:
    return Diagram(SIZES, grense, tick)


def of(diagram: Diagram, mengde: Mengde) -> Node:
    """Build a set one combination at a time."""
    hver = [
        diagram.conj(*(diagram.within(var, [verdi]) for var, verdi in enumerate(kombinasjon)))
        for kombinasjon in sorted(mengde)
    ]
    return diagram.disj(*hver)


def has(diagram: Diagram, node: Node) -> Mengde:
    return frozenset(k for k in ALLE if diagram.has(node, dict(enumerate(k))))


mengder = st.frozensets(st.sampled_from(sorted(ALLE)), max_size=12)


@given(en=mengder, annen=mengder)
def test_the_operations_are_those_of_sets(en: Mengde, annen: Mengde) -> None:
    d = new()
    a, b = of(d, en), of(d, annen)
    assert has(d, d.conj(a, b)) == en & annen
    assert has(d, d.disj(a, b)) == en | annen
    assert has(d, d.minus(a, b)) == en - annen
    assert has(d, d.differ(a, b)) == en ^ annen
    assert has(d, d.neg(a)) == ALLE - en


@given(mengde=mengder)
def test_equal_sets_are_one_node_however_they_are_made(mengde: Mengde) -> None:
    d = new()
    assert of(d, mengde) == d.neg(of(d, ALLE - mengde))
    assert (of(d, mengde) == FALSE) is (not mengde)


@given(data=st.data(), mengde=mengder, var=st.integers(0, len(SIZES) - 1))
def test_remap_asks_of_the_exchanged_value(data: DataObject, mengde: Mengde, var: int) -> None:
    d = new()
    verdi = st.integers(0, SIZES[var] - 1)
    ny = data.draw(st.lists(verdi, min_size=SIZES[var], max_size=SIZES[var]))
    ventet = {k for k in ALLE if (*k[:var], ny[k[var]], *k[var + 1 :]) in mengde}
    assert has(d, d.remap(of(d, mengde), var, ny)) == ventet


@given(mengde=mengder)
def test_the_cheapest_combination_is_in_the_set_and_none_is_cheaper(mengde: Mengde) -> None:
    d = new()
    billigst = d.cheapest(of(d, mengde), PRISER)

    def price(kombinasjon: tuple[int, ...]) -> int:
        return sum(p[v] for p, v in zip(PRISER, kombinasjon, strict=True))

    if billigst is None:
        assert not mengde
    else:
        hele = tuple(billigst.get(var, 0) for var in range(len(SIZES)))
        assert hele in mengde
        assert price(hele) == min(map(price, mengde))


def test_what_is_always_so_needs_no_variable() -> None:
    d = new()
    assert d.within(1, [0, 1, 2]) == TRUE
    assert d.cheapest(TRUE, PRISER) == {}


def test_it_gives_up_past_the_limit_and_says_how_far_it_came() -> None:
    with pytest.raises(TooLargeError) as feil:
        of(new(grense=20), ALLE)
    assert feil.value.explored == 21


def test_it_refuses_more_variables_than_it_can_follow() -> None:
    Diagram([2] * MOST_VARIABLES, 10, lambda _: None)
    with pytest.raises(TooLargeError):
        Diagram([2] * (MOST_VARIABLES + 1), 10, lambda _: None)


def test_as_many_variables_as_it_takes_can_be_followed_to_the_end() -> None:
    d = Diagram([2] * MOST_VARIABLES, 10_000, lambda _: None)
    alle = d.conj(*(d.within(var, [1]) for var in reversed(range(MOST_VARIABLES))))
    ingen = d.conj(*(d.within(var, [0]) for var in reversed(range(MOST_VARIABLES))))
    minst_en = d.neg(ingen)
    assert d.minus(alle, minst_en) == FALSE
    assert len(d.cheapest(alle, [(0, 1)] * MOST_VARIABLES) or {}) == MOST_VARIABLES
    assert d.remap(alle, MOST_VARIABLES - 1, [1, 0]) != alle


def test_it_tells_how_much_is_explored() -> None:
    hort: list[int] = []
    d = Diagram([2] * 24, 100_000, hort.append)
    halve = [d.conj(d.within(var, [1]), d.within(var + 12, [1])) for var in range(12)]
    d.disj(*halve)
    assert hort == [4096 * nr for nr in range(1, len(hort) + 1)]
    assert hort
