"""The real guide, read once for as long as the process lives: pytest reads conftest.py anew."""

from dataclasses import fields
from functools import cache
from typing import Any

from veileder_cli.editions import choose_edition
from veileder_cli.loader import read_guide
from veileder_cli.model.veileder import Veileder


class Guide(Veileder):
    """A guide that a failing test can name without writing all of it out."""

    def __repr__(self) -> str:
        return f"<{self.om.id} {self.om.utgave}>"

    def _repr_pretty_(self, printer: Any, _cycle: object) -> None:
        printer.text(repr(self))


@cache
def trondheim() -> Veileder:
    """Read the files only: what hangs together badly is for the tests of integrity to show."""
    lest = read_guide(choose_edition(None, "trondheim/2021-11").mappe).veileder
    return Guide(**{f.name: getattr(lest, f.name) for f in fields(lest)})
