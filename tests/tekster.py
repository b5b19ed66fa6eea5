"""Goes through everything in a guide, so that a test can say something of all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any


def parts(objekt: Any, sti: str = "") -> Iterator[tuple[str, Any]]:
    """Give the object and everything in it, each with its path."""
    yield sti, objekt
    if isinstance(objekt, Mapping):
        under = [(str(nokkel), verdi) for nokkel, verdi in objekt.items()]
    elif isinstance(objekt, tuple):
        under = [(getattr(e, "id", str(nr)), e) for nr, e in enumerate(objekt, start=1)]
    elif is_dataclass(objekt):
        under = [(f.name, getattr(objekt, f.name)) for f in fields(objekt)]
    else:
        return
    for navn, verdi in under:
        yield from parts(verdi, f"{sti}.{navn}".removeprefix("."))


def texts(objekt: Any) -> Iterator[tuple[str, str]]:
    """Give every text in the object, with its path."""
    for sti, verdi in parts(objekt):
        if isinstance(verdi, str) and not isinstance(verdi, Enum):
            yield sti, verdi


def all_text(objekt: Any) -> str:
    """Give all text in the object as one."""
    return "\n".join(tekst for _, tekst in texts(objekt))


def characters(tekst: str) -> str:
    """Give the letters and digits, which facts are compared by."""
    return "".join(filter(str.isalnum, tekst))
