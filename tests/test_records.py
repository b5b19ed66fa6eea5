from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace

import pytest

from veileder_cli.records import dataclass, make, values_before_defaults


@dataclass(frozen=True, slots=True)
class Punkt:
    """Two given and one that may be left out."""

    x: int
    y: int
    merker: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnetPunkt:
    """The same fields in another class."""

    x: int
    y: int
    merker: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Kart:
    """By keyword only, with a value made anew for each."""

    punkter: dict[str, Punkt] = field(default_factory=dict)


def test_a_record_is_made_by_position_or_name() -> None:
    assert Punkt(1, 2) == Punkt(y=2, x=1) == Punkt(1, y=2, merker=())


@pytest.mark.parametrize("given", [{}, {"x": 1}, {"x": 1, "y": 2, "z": 3}])
def test_what_is_missing_or_unknown_is_refused(given: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="Punkt"):
        Punkt(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [((1, 2, (), 4), {}), ((1, 2), {"x": 1})])
def test_too_many_values_and_one_given_twice_are_refused(
    given: tuple[tuple[object, ...], dict[str, int]],
) -> None:
    with pytest.raises(TypeError, match="Punkt"):
        Punkt(*given[0], **given[1])  # type: ignore[arg-type]


def test_a_record_by_keyword_refuses_positions() -> None:
    with pytest.raises(TypeError):
        Kart({})  # type: ignore[misc]


def test_records_are_equal_by_class_and_values() -> None:
    assert Punkt(1, 2) != AnnetPunkt(1, 2)
    assert Punkt(1, 2) != (1, 2, ())
    assert len({Punkt(1, 2), Punkt(1, 2), Punkt(2, 1)}) == 2


@pytest.mark.parametrize("record", [Punkt(1, 2), Kart()])
def test_a_record_cannot_be_changed(record: object) -> None:
    with pytest.raises(FrozenInstanceError):
        record.x = 3  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        del record.x  # type: ignore[attr-defined]


def test_a_default_that_is_made_is_made_for_each() -> None:
    assert Kart().punkter is not Kart().punkter


def test_the_standard_library_knows_a_record() -> None:
    assert is_dataclass(Punkt)
    assert [f.name for f in fields(Punkt)] == ["x", "y", "merker"]
    assert replace(Punkt(1, 2), y=3) == Punkt(1, 3)
    match Punkt(1, 2):
        case Punkt(x, y):
            assert (x, y) == (1, 2)


def test_a_record_says_what_it_holds() -> None:
    assert repr(Punkt(1, 2)) == "Punkt(x=1, y=2, merker=())"


@pytest.mark.parametrize("record", [Punkt(1, 2), Punkt(1, 2, ("a",)), Kart()])
def test_values_in_order_make_the_record_again(record: Punkt | Kart) -> None:
    assert make(type(record), ["navn", *values_before_defaults(record)]) == record


def test_defaults_at_the_end_are_left_out() -> None:
    assert values_before_defaults(Punkt(1, 2)) == [1, 2]
    assert values_before_defaults(Kart()) == []
