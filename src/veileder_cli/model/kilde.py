"""Where a statement comes from: its mark and its source."""

from enum import StrEnum

from veileder_cli.model.tekst import Tekst
from veileder_cli.records import dataclass


class Merke(StrEnum):
    """Where a statement comes from: the guide, a law, or the editors of this tool."""

    VEILEDEREN = "veilederen"
    LOV = "lov"
    TILLEGG = "tillegg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kilde:
    """The source of one statement; at least one field is filled in (checked by integrity)."""

    kapittel: tuple[str, ...] = ()
    sted: Tekst = ""
    regelverk: tuple[str, ...] = ()
    url: str = ""
    redaksjonen: Tekst = ""
