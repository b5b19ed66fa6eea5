"""Makes the files of a new guide from the templates in mal/, which are YAML that people can read.

A placeholder, $word, is an id or a number, or stands inside double quotes, where no value can
end the text: values are escaped as JSON, which YAML's double quotes read. A line that is only
"# <word>" gives way to a piece from mal/biter/, once for each step or role, or to nothing.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from string import Template
from typing import Final, TypeAlias

from veileder_cli.editions import META
from veileder_cli.innhold.skjema import DELER, file_name, schema_of
from veileder_cli.loader import CASES, OTHERS
from veileder_cli.model.sjekk import VET_IKKE
from veileder_cli.model.veileder import PARTS

SKJEMAER: Final = "skjema"
"""The folder inside the guide for the schemas that its files name in their first line."""

LIKELY_TITLE: Final = "Når du er bekymret i {kommune}"
LIKELY_ROLES: Final = "Ansatt i skolen, Annen ansatt i kommunen, Innbygger"
_TILFELLER: Final = ("reglene", "rollene")
_BIT: Final = re.compile(r" *# <([a-z-]+)>")
_ASCII: Final = str.maketrans({"æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "å": "a", "Å": "a"})
_LENGST: Final = 40
# Words that an answer may hold beside the ids of the roles.
_OPPTATT: Final = frozenset({VET_IKKE, "ingen-av-disse", "hopp-over"})
_INGEN: Final = "  []\n"

_Verdier: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppskrift:
    """What a new guide is made of; every text is one line that the strict reader accepts."""

    kommune: str
    utgave: str
    tittel: str
    eier: str
    trinn: int
    roller: tuple[str, ...]


def build_guide(oppskrift: Oppskrift, i_dag: date) -> dict[str, str]:
    """Give every file of the guide, by its path in the folder; valid as it is."""
    verdier = _values(oppskrift, i_dag)
    biter = _pieces(oppskrift)
    guide = {
        navn: _modeline(navn) + _fill(navn, verdier, biter)
        for navn in (
            META,
            *(f"{del_}.yaml" for del_ in PARTS),
            *OTHERS,
            *(f"{CASES}/{navn}.yaml" for navn in _TILFELLER),
        )
    }
    return guide | {
        f"{SKJEMAER}/{file_name(del_)}": json.dumps(schema_of(del_), ensure_ascii=False, indent=1)
        + "\n"
        for del_ in DELER
    }


def slug(tekst: str) -> str:
    """Make an id of a name, or "" where it has no letter or digit that an id may have."""
    norsk = unicodedata.normalize("NFC", tekst).translate(_ASCII)
    ascii_ = unicodedata.normalize("NFKD", norsk).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-")[:_LENGST].strip("-")


def quoted(tekst: str) -> str:
    """Write a text as YAML reads it, between double quotes."""
    return json.dumps(tekst, ensure_ascii=False)


def _values(oppskrift: Oppskrift, i_dag: date) -> _Verdier:
    return {
        "kommune_id": slug(oppskrift.kommune) or "kommune",
        "kommune": _inside(oppskrift.kommune),
        "utgave": _inside(oppskrift.utgave),
        "tittel": _inside(oppskrift.tittel),
        "eier": _inside(oppskrift.eier),
        "i_dag": i_dag.isoformat(),
        "rute": "til-trinn-1" if oppskrift.trinn else "snakk-med-noen",
    }


def _pieces(oppskrift: Oppskrift) -> Mapping[str, str]:
    """Give what stands where a template has "# <word>": one piece for each step or role."""
    trinn = [{"nr": str(n), "forrige": str(n - 1)} for n in range(1, oppskrift.trinn + 1)]
    rute = "til-trinn-1" if trinn else "snakk-med-noen"
    roller = [
        {"rolle_id": id_, "rolle": _inside(navn), "rute": rute, "setning": _inside(setning)}
        for id_, navn, setning in _roles(oppskrift.roller)
    ]
    valg = {"gjort-valg": _repeat("gjort-valg", trinn[:-1])}
    return {
        "trinn": _repeat("trinn", trinn) or _INGEN,
        "rolle": _repeat("rolle", roller),
        "rolletilfelle": _repeat("rolletilfelle", roller),
        "gjort": _fill("biter/gjort.yaml", {}, valg) if trinn[1:] else "",
        "trinnrader": _repeat("rad-senere", trinn[:0:-1]) + _first("rad", trinn),
        "trinntilfelle": _first("tilfelle", trinn) + _repeat("tilfelle-senere", trinn[1:]),
    }


def _first(hva: str, trinn: list[dict[str, str]]) -> str:
    return _fill(f"biter/{hva}-{'forste' if trinn else 'uten-trinn'}.yaml", {}, {})


def _roles(roller: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Give each role an id of its own, and a sentence for its case."""
    brukt = set(_OPPTATT)
    for nr, navn in enumerate(roller, start=1):
        id_ = slug(navn)
        while not id_ or id_ in brukt:
            id_ = f"{id_ or 'rolle'}-{nr}"
        brukt.add(id_)
        yield id_, navn, f"Rolle {nr} ({navn}) har sett et tegn."


def _repeat(bit: str, rader: list[dict[str, str]]) -> str:
    return "".join(_fill(f"biter/{bit}.yaml", rad, {}) for rad in rader)


def _fill(navn: str, verdier: _Verdier, biter: Mapping[str, str]) -> str:
    linjer = (files("veileder_cli.innhold") / "mal" / navn).read_text("utf-8").splitlines()
    return "".join(
        biter[bit[1]]
        if (bit := _BIT.fullmatch(linje))
        else f"{Template(linje).substitute(verdier)}\n"
        for linje in linjer
    )


def _modeline(navn: str) -> str:
    """The line by which an editor finds the file's schema, as the way goes from the file."""
    mappe, _, _ = navn.rpartition("/")
    del_ = mappe or navn.removesuffix(".yaml")
    opp = "../" if mappe else ""
    return f"# yaml-language-server: $schema={opp}{SKJEMAER}/{file_name(del_)}\n"


def _inside(tekst: str) -> str:
    return quoted(tekst)[1:-1]
