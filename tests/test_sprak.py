"""The program's texts in other languages: chosen once, complete, and true to the original."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from kompiler_sprak import UNDATED, compiled
from samle_tekster import collect, updated

from veileder_cli import sprak

KODE = Path(sprak.__file__).parent.parent
NORSK = re.compile(
    r"[æøåÆØÅ].*\s|\s.*[æøåÆØÅ]|(?:^|\s)(?:ikke|og|er|det|den|som|skal|kan|har|med|uten|eller|ingen|bare)\s"
)
"""More than one word, with a letter or a word that is Norwegian alone."""
KOMMANDO = re.compile(r"(?:innhold|sjekk|søk) |\{")
"""The examples that help shows are commands, and what stands in braces is YAML."""
PAA_BOKMAL = (
    *("innhold/skjematekster", "innhold/ny.py"),  # content, which is bokmål as the templates are
)
"""What speaks bokmål alone."""
KATALOGER = sorted(Path(sprak.__file__).parent.glob("*.po"))
ANDRE = [k for k in sprak.LANGUAGES if k != sprak.BOKMAL]


@pytest.mark.parametrize(
    ("argv", "environ", "kode"),
    [
        (["om", "--sprak", "en"], {}, "en"),
        (["om", "--sprak=nn"], {"VEILEDER_SPRAK": "en"}, "nn"),
        (["om"], {"VEILEDER_SPRAK": "nn", "LANG": "en_US.UTF-8"}, "nn"),
        (["om"], {"LANG": "en_GB.UTF-8"}, "en"),
        (["om"], {"LC_ALL": "nn_NO.UTF-8", "LANG": "en_US.UTF-8"}, "nn"),
        (["om"], {"LANG": "nb_NO.UTF-8"}, "nb"),
        (["om"], {"LANG": "no_NO"}, "nb"),
        (["om"], {"LANG": "C.UTF-8"}, "nb"),
        (["om"], {"LC_ALL": "", "LANG": "de_DE"}, "nb"),
        (["om", "--sprak"], {}, "nb"),
        (["om", "--sprak", "tlh"], {"LANG": "en_US"}, "tlh"),
        (["om", "--språk", "en"], {}, "en"),
        (["om", "--sprak=no"], {}, "nb"),
        (["om", "--sprak="], {"LANG": "en_US"}, "nb"),
        (["om"], {"VEILEDER_SPRAK": "EN-gb"}, "en"),
        ([], {}, "nb"),
    ],
)
def test_the_option_goes_before_the_variable_and_that_before_the_machine(
    argv: list[str], environ: Mapping[str, str], kode: str
) -> None:
    assert sprak.choose(argv, environ) == kode


def test_there_is_a_catalogue_for_each_language() -> None:
    assert [k.stem for k in KATALOGER] == sorted(ANDRE)


@pytest.mark.parametrize("katalog", KATALOGER, ids=lambda k: k.stem)
def test_every_text_of_the_program_is_in_the_catalogue_with_a_translation(katalog: Path) -> None:
    assert katalog.read_bytes() == updated(katalog, collect()), "run make sprak"
    assert [m.id for m in _messages(katalog) if not all(_texts(m.string)) or m.fuzzy] == []


def test_every_text_of_the_program_goes_through_the_catalogues() -> None:
    funn = {
        navn: utenfor
        for fil in sorted(KODE.rglob("*.py"))
        if not (navn := fil.relative_to(KODE).as_posix()).startswith(PAA_BOKMAL)
        and (utenfor := [*_outside(ast.parse(fil.read_text("utf-8")))])
    }
    assert funn == {}


@pytest.mark.parametrize("katalog", KATALOGER, ids=lambda k: k.stem)
def test_a_translation_has_the_same_places_for_values_and_the_same_names(katalog: Path) -> None:
    for melding in _messages(katalog):
        for oversatt in _texts(melding.string):
            assert _fixed(oversatt) == _fixed(_texts(melding.id)[-1]), melding.id


@pytest.mark.parametrize("katalog", KATALOGER, ids=lambda k: k.stem)
def test_the_compiled_catalogues_are_those_of_today(katalog: Path) -> None:
    kompilert: dict[tuple[str, ...], tuple[str, ...]] = {}
    for navn in compiled(katalog):
        with (katalog.parent / navn).open("rb") as fil:
            deres = {_texts(m.id): _texts(m.string) for m in read_mo(fil) if m.id}
        assert kompilert.keys() & deres.keys() == set()
        kompilert |= deres
    ventet = {_texts(m.id): _texts(m.string) for m in _messages(katalog)}
    assert kompilert == ventet, "run make sprak"


def test_a_catalogue_comes_out_the_same_whenever_it_is_compiled() -> None:
    for data in compiled(KATALOGER[0]).values():
        with BytesIO(data) as fil:
            assert read_mo(fil).creation_date == UNDATED


@pytest.mark.parametrize("kode", sprak.LANGUAGES)
def test_the_program_speaks_the_language(kode: str) -> None:
    run = [sys.executable, "-m", "veileder_cli", "kontakt", "--help", "--sprak", kode]
    sagt = subprocess.run(run, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    tittel = {"nb": "Bruk:", "nn": "Bruk:", "en": "Usage:"}[kode]
    assert sagt.startswith(tittel)
    assert "112" in sagt


def test_without_a_catalogue_the_texts_are_as_they_are_written() -> None:
    sprak.use("tlh")
    try:
        assert sprak._("Vis denne hjelpen og avslutt.") == "Vis denne hjelpen og avslutt."
        assert sprak.ngettext("én", "flere", 2) == "flere"
    finally:
        sprak.use(sprak.BOKMAL)


def _outside(tre: ast.AST) -> Iterator[str]:
    """Give what looks like a text in Norwegian and is neither looked up nor a docstring."""
    kjent: set[int] = set()
    for node in ast.walk(tre):
        match node:
            case ast.Call(func=ast.Name("_" | "ngettext"), args=deler):
                kjent |= {id(under) for del_ in deler for under in ast.walk(del_)}
            case ast.Expr(ast.Constant() as tekst):
                kjent.add(id(tekst))
    for node in ast.walk(tre):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            is_text = NORSK.search(node.value) and not KOMMANDO.match(node.value)
            if is_text and id(node) not in kjent:
                yield node.value


def _messages(katalog: Path) -> Iterator[Message]:
    return (m for m in read_po(BytesIO(katalog.read_bytes()), locale=katalog.stem) if m.id)


def _texts(tekst: object) -> tuple[str, ...]:
    return tuple(map(str, tekst)) if isinstance(tekst, list | tuple) else (str(tekst),)


def _fixed(tekst: str) -> list[str]:
    """Give what is the same in every language: places for values, commands, options, numbers."""
    return sorted(re.findall(r"\{\w*\}|--\w+|\b\d+\b", tekst))
