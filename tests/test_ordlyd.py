"""What neither the content nor the program may ever say."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import veileder_cli
from tekster import texts
from veileder_cli.model.veileder import Veileder

SRC = Path(veileder_cli.__file__).parent
LOOK_UP_WORDS = ("synonymer", "boyninger", "emner")
"""Words that people may search with, whatever they are."""

FORBIDDEN = {
    "a risk level": r"risiko(nivå|score|vurdering|gruppe)|\b(lav|middels|høy|stor) risiko\b",
    "points": r"(?<!ingen[ -])(?<!veilederens )\bpoeng",
    "a percentage": r"\d ?%(?![;}])|\bprosent\b",
    "a count of signs": r"\b(\d+|flere|mange) av (de )?\d+ (tegn|faktorer)|\btegnene teller\b",
    "danger of a person": r"\bu?farlig(e|ere)?\b|ingen grunn til bekymring|\bharmløs",
    "a person as a verdict": r"\ber (en |blitt |blitt en )?(voldelig )?(radikalisert|ekstremist)\b",
    "full anonymity": r"\b(helt|fullstendig|garantert|(?<!ikke )alltid) anonym",
    "someone as told": r"(PST|politiet|kommunen|barnevernet|lederen) (er|blir|har blitt) varslet",
    "something as sent": r"\b(meldingen|bekymringen|saken|svarene) (er|blir) sendt\b",
    "a legal conclusion": r"\b(dette|det) er (straffbart|ulovlig|forbudt|kriminelt)\b",
}
AGAINST = re.compile(
    r"\btelefon(en|er)\b|\bprofil|\bkonto(er|en)\b|\bopptak\b|\bkonfront", re.IGNORECASE
)
"""What one must be advised against, where it is mentioned at all."""
NOT = re.compile(r"\b(ikke|aldri|ingen)\b", re.IGNORECASE)


def _content(veileder: Veileder) -> Iterator[tuple[str, str]]:
    for sti, tekst in texts(veileder):
        if not {*sti.split(".")} & {*LOOK_UP_WORDS}:
            yield sti, tekst


def _program() -> Iterator[tuple[str, str]]:
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield f"{path.relative_to(SRC)}:{node.lineno}", node.value


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN)
def test_never_said(veileder: Veileder, pattern: str) -> None:
    forbidden = re.compile(pattern, re.IGNORECASE)
    said = [(sti, t) for sti, t in (*_content(veileder), *_program()) if forbidden.search(t)]
    assert said == []


def test_searching_following_recording_and_confronting_are_only_advised_against(
    veileder: Veileder,
) -> None:
    sentences = [
        (sti, setning)
        for sti, tekst in (*_content(veileder), *_program())
        for setning in re.split(r"(?<=[.!?:]) ", tekst)
        if AGAINST.search(setning)
    ]
    assert sentences
    assert [s for s in sentences if not NOT.search(s[1])] == []


def test_the_texts_are_found_at_all(veileder: Veileder) -> None:
    assert sum(1 for _ in _content(veileder)) > 5000
    assert sum(1 for _ in _program()) > 500
