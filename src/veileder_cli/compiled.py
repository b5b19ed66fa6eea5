"""The compiled form of shipped content: the same records, in lines of JSON that load quickly.

`innhold.kompiler` writes it beside the YAML when the program is built. A part of it is used only
while every file that it was made from is unchanged; else the YAML is read, and checked as ever.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass, replace
from enum import StrEnum
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, cast

from veileder_cli.editions import TRANSLATIONS, Utgave
from veileder_cli.model import betingelse, innhold, kilde, sjekk, tegn
from veileder_cli.model.rows import Rows
from veileder_cli.model.veileder import PARTS, Veileder
from veileder_cli.records import make, values_before_defaults

FOLDER: Final = "kompilert"
FORMAT: Final = 1
LAZY: Final = {
    "aktorer": "Tiltak",
    "begreper": "Begrep",
    "kapitler": "Kapittel",
    "kontakter": "Kontakt",
    "lenker": "Lenke",
    "regelverk": "Regelverk",
}
"""Parts that are looked up, and their class: a line each, made when it is asked for."""
SEARCHED: Final = frozenset(PARTS) - {"sporsmal", "regler", "varsler"}
"""Parts in which something is looked up by name: a translation has them untranslated too."""

_TUPLE: Final = ""
_HERE: Final = Path(__file__).parent
_CHECKOUT: Final = _HERE.parent.parent / "pyproject.toml"
_CODE: Final = (
    "compiled.py",
    "convert.py",
    "layers.py",
    "loader.py",
    "merge.py",
    "strict_yaml.py",
    "translate.py",
    "translations.py",
    "vocabulary.py",
)
_CODE_FOLDERS: Final = ("lookup", "model")


def load_guide(utgave: Utgave, deler: frozenset[str] | None = None) -> Veileder:
    """Give the parts asked for, or all but the cases; compiled where that may stand for the YAML.

    Raises ContentError as loader.load_veileder does.
    """
    deler = frozenset(PARTS) if deler is None else deler
    som_levert = utgave.levert and not utgave.lokalt
    kompilert = _Compiled(utgave)
    ferdig = kompilert.guide(deler, utgave.sprak) if som_levert else None
    if ferdig is None:
        from veileder_cli.loader import load_veileder  # noqa: PLC0415 - the slow way

        return load_veileder(utgave, deler)
    return ferdig


class _Compiled:
    """The compiled form of one edition; each file of the YAML is compared once."""

    def __init__(self, utgave: Utgave) -> None:
        self._mappe = utgave.mappe
        self._is_unchanged = cache(self._compare)

    def guide(self, deler: frozenset[str], sprak: str = "") -> Veileder | None:
        """Give the parts in the language, or None where one of them is missing or stale.

        In a language that the guide does not have they are as they were written.
        """
        if not sprak or not (self._mappe / TRANSLATIONS / f"{sprak}.yaml").is_file():
            return self._parts(deler)
        egen = self._parts(deler & SEARCHED)
        if egen is None or sprak == egen.om.sprak:
            return egen and self._parts(deler)
        oversatt = self._parts(deler, in_language(sprak))
        return oversatt and replace(oversatt, sprak=sprak, egen=egen)

    def _parts(self, deler: frozenset[str], etter: str = "") -> Veileder | None:
        verdier: dict[str, Any] = {}
        for navn in ("om", *deler):
            tekst = self._text(f"{navn}{etter}.jsonl")
            if tekst is None:
                return None
            verdier[navn] = self._part(navn, etter, tekst)
        return Veileder(**verdier)

    def _part(self, navn: str, etter: str, tekst: bytes) -> Any:
        if navn not in LAZY:
            return read_value(tekst)
        return Rows(
            tekst.split(b"\n") if tekst else [],
            make=read_value,
            start_of=lambda id_: _json([LAZY[navn], id_])[:-1],
            words=lambda: self._index(f"{navn}{etter}.index"),
        )

    def _index(self, fil: str) -> str | None:
        tekst = self._text(fil)
        return None if tekst is None else tekst.decode()

    def _text(self, navn: str) -> bytes | None:
        """Read a file; its first line says what the rest is, and what it was made from."""
        try:
            linje, _, tekst = (self._mappe / FOLDER / navn).read_bytes().partition(b"\n")
            hode = json.loads(linje)
        except (OSError, ValueError):
            return None
        helt = hode["sum"] == sha256(tekst).hexdigest()
        return tekst if helt and self._is_fresh(hode) else None

    def _is_fresh(self, hode: Mapping[str, Any]) -> bool:
        return (
            hode["format"] == FORMAT
            and (not _CHECKOUT.is_file() or hode["kode"] == code_checksum())
            and all(self._is_unchanged(fil, sum_) for fil, sum_ in hode["kilder"].items())
        )

    def _compare(self, fil: str, sum_: str) -> bool:
        try:
            return sha256((self._mappe / fil).read_bytes()).hexdigest() == sum_
        except OSError:
            return False


def in_language(sprak: str) -> str:
    """Give what the names of the files of a part end with in another language than the guide's."""
    return f"-{sprak}"


@cache
def code_checksum() -> str:
    """Give a checksum of the code that the compiled form depends on; it changes in a checkout."""
    verdi = sha256()
    moduler = (f for mappe in _CODE_FOLDERS for f in sorted((_HERE / mappe).glob("*.py")))
    for fil in (*(_HERE / navn for navn in _CODE), *moduler):
        verdi.update(sha256(fil.read_bytes()).digest())
    return verdi.hexdigest()


def whole_file(kilder: Mapping[str, str], tekst: bytes) -> bytes:
    """Put the first line before the text of a compiled file; `kilder` are its files' checksums."""
    sum_ = sha256(tekst).hexdigest()
    hode = {"format": FORMAT, "kode": code_checksum(), "sum": sum_, "kilder": kilder}
    return _json(hode) + b"\n" + tekst


def write_value(verdi: Any) -> bytes:
    """Write a value of the model in one line; what a record's class has by default is left out."""
    return _json(_as_json(verdi))


def read_value(linje: bytes) -> Any:
    """Make a value of the model from its line."""
    return _make(json.loads(linje))


def _json(verdi: Any) -> bytes:
    return json.dumps(verdi, ensure_ascii=False, separators=(",", ":")).encode()


def _as_json(verdi: Any) -> Any:
    """Give a list for all that is not text, number or mapping: what it is, and what it holds."""
    if isinstance(verdi, StrEnum):
        return [type(verdi).__name__, verdi.value]
    if isinstance(verdi, tuple):
        return [_TUPLE, *map(_as_json, verdi)]
    if isinstance(verdi, Mapping):
        return {nokkel: _as_json(element) for nokkel, element in verdi.items()}
    if is_dataclass(verdi):
        return [type(verdi).__name__, *map(_as_json, values_before_defaults(verdi))]
    return verdi


def _make(verdi: Any) -> Any:
    if type(verdi) is list:
        deler = [v if type(v) is str else _make(v) for v in verdi]
        return _MAKERS[deler[0]](deler)
    if type(verdi) is dict:
        return {nokkel: _make(element) for nokkel, element in verdi.items()}
    return verdi


def _maker(ting: Any) -> Callable[[list[Any]], Any]:
    """Give what makes a value of a class from a list: the class's name, then what it holds."""
    if is_dataclass(ting):
        return partial(make, cast("type[Any]", ting))
    medlemmer = {str(m.value): m for m in ting}
    return lambda deler: medlemmer[deler[1]]


_MAKERS: Final[Mapping[str, Callable[[list[Any]], Any]]] = {
    _TUPLE: lambda deler: tuple(deler[1:]),
    **{
        navn: _maker(ting)
        for modul in (betingelse, innhold, kilde, sjekk, tegn)
        for navn, ting in vars(modul).items()
        if isinstance(ting, type) and ting.__module__ == modul.__name__
    },
}
"""How each class of the model is made again."""
