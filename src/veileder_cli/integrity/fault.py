"""A fault of the model, and the walk through the model that finds them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from veileder_cli.model.betingelse import Alltid, Betingelse
from veileder_cli.records import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a path of the model, and what to do about it."""

    sti: str
    feil: str
    tiltak: str


@dataclass(frozen=True, slots=True)
class Felt:
    """A field of the model: whose it is, its value and its path."""

    eier: Any
    navn: str
    verdi: Any
    sti: str


def walk_fields(objekt: Any, sti: str = "") -> Iterator[Felt]:
    """Go through all fields below an object; conditions are values, not gone into."""
    if isinstance(objekt, tuple):
        for nr, element in enumerate(objekt, start=1):
            yield from walk_fields(element, f"{sti}[{element_label(element, nr)}]")
    elif isinstance(objekt, Mapping):
        for nokkel, element in objekt.items():
            yield from walk_fields(element, f"{sti}.{nokkel}")
    elif is_dataclass(objekt) and not is_condition(objekt):
        for f in fields(objekt):
            verdi = getattr(objekt, f.name)
            under = f"{sti}.{f.name}" if sti else f.name
            yield Felt(objekt, f.name, verdi, under)
            yield from walk_fields(verdi, under)


def element_label(element: Any, nr: int) -> str:
    """Name an element as the reader of the files does: by id, else name, else number."""
    return getattr(element, "id", "") or getattr(element, "navn", "") or str(nr)


def is_condition(verdi: Any) -> bool:
    """Tell whether a value of the model is a condition."""
    return isinstance(verdi, Betingelse) and not isinstance(verdi, Alltid)
