"""What people read in the interview and in a result is easy to read, counted.

LIX (Läsbarhetsindex, Björnsson) is the average number of words in a sentence plus the percentage of
words of more than six letters; below 30 is very easy, 45 is an ordinary newspaper. Counted here:

- A word is letters, with hyphens inside; numbers and section signs are none.
- A sentence ends with a full stop, an exclamation or a question mark, or with its text. A colon
  ends none, which is stricter than Björnsson.
- What is no sentence is left out: headings, names of contacts, steps and measures, and marks. They
  would make the average look better than it is. Names and terms in a sentence count as any word.
- Signs and factors are the guide's own words and are left out; the help to each sign is ours.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import veileder_cli
from veileder_cli.coverage import run_cases
from veileder_cli.model.sjekk import Sporsmal
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Block, Document, Heading, Paragraph
from veileder_cli.render.result import whole_result

HARDEST, LONGEST_ON_AVERAGE, LONGEST = 45, 20, 25
LONG_WORD = 6
SRC = Path(veileder_cli.__file__).parent

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MARK = re.compile(r"\s*\[(?:Veilederen|Lov|Tillegg)[^\]]*\]")
_END = re.compile(r"(?<=[.!?])[»\")]*\s+")
_WHOLE = re.compile(r"[.!?][»\")]*$")


class Lesbarhet(NamedTuple):
    """How hard a text is to read."""

    lix: float
    average: float


def sentences(texts: Iterable[str]) -> list[str]:
    """Give the sentences of the texts; a text that is only a name or a label has none."""
    whole = (tekst for t in texts if _WHOLE.search(tekst := _MARK.sub("", t).strip()))
    return [s for tekst in whole for s in _END.split(tekst) if _WORD.search(s)]


def measure(texts: Iterable[str]) -> Lesbarhet:
    found = [_WORD.findall(setning) for setning in sentences(texts)]
    words = [ord_ for setning in found for ord_ in setning]
    average = len(words) / len(found)
    long = sum(len(ord_.replace("-", "")) > LONG_WORD for ord_ in words)
    return Lesbarhet(average + 100 * long / len(words), average)


def too_hard(texts: Iterable[str]) -> bool:
    lix, average = measure(texts)
    return lix > HARDEST or average > LONGEST_ON_AVERAGE


# --- what is read ---


def _question(sporsmal: Sporsmal) -> Iterator[str]:
    yield from (sporsmal.tekst, sporsmal.hjelp, sporsmal.hvorfor, sporsmal.avklar)
    yield from (tekst for v in sporsmal.valg for tekst in (v.tekst, v.hjelp))
    yield from (u.tekst for u in (*sporsmal.teller, *sporsmal.teller_ikke))


def _help_to_signs(veileder: Veileder) -> list[str]:
    return [tegn.hjelp for gruppe in veileder.svarbare_tegn.values() for tegn in gruppe]


def _of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        return
    if isinstance(block, Paragraph):
        yield from block.tekst.splitlines()
        return
    yield block.innledning
    for punkt in block.punkter:
        yield from (punkt.tekst, *punkt.under)


def _read(document: Document) -> list[str]:
    return [tekst for block in document for tekst in _of_block(block)]


def _results(veileder: Veileder) -> dict[str, list[str]]:
    """Give the texts of every case's result, those of the program's own among them."""
    return {
        u.tilfelle.navn: _read(whole_result(veileder, u.vurdering))
        for u in run_cases(veileder)
        if u.vurdering
    }


def _said_by_the_interview() -> list[str]:
    """Give the program's own sentences around the questions, a part of an f-string as it is."""
    files = (*(SRC / "interview").glob("*.py"), SRC / "cli" / "samtale.py")
    said = []
    for tree in (ast.parse(fil.read_text("utf-8")) for fil in sorted(files)):
        docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        said += [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs
        ]
    return said


# --- easy to read ---


def test_every_question_is_easy_to_read(veileder: Veileder) -> None:
    assert [s.id for s in veileder.sporsmal if too_hard(_question(s))] == []


def test_the_help_to_the_signs_is_easy_to_read(veileder: Veileder) -> None:
    assert not too_hard(_help_to_signs(veileder))


def test_every_case_leads_to_a_result_that_is_easy_to_read(veileder: Veileder) -> None:
    results = _results(veileder)
    assert results
    assert [navn for navn, texts in results.items() if too_hard(texts)] == []


def test_what_the_interview_itself_says_is_easy_to_read() -> None:
    said = _said_by_the_interview()
    assert sentences(said)
    assert not too_hard(said)


def test_no_sentence_of_the_interview_or_a_result_runs_on(veileder: Veileder) -> None:
    texts = {
        *(tekst for s in veileder.sporsmal for tekst in _question(s)),
        *_help_to_signs(veileder),
        *(tekst for result in _results(veileder).values() for tekst in result),
        *_said_by_the_interview(),
    }
    assert [s for s in sentences(texts) if len(_WORD.findall(s)) > LONGEST] == []


def test_the_stories_for_practice_are_easy_to_read(veileder: Veileder) -> None:
    stories = [t.fortelling for t in veileder.tilfeller if t.fortelling]
    assert stories
    assert [s for s in stories if too_hard([s])] == []


# --- the counting ---


@pytest.mark.parametrize(
    ("tekst", "lix"),
    [
        ("Du kan ringe nå.", 4),
        ("Du kan ringe nå. Spør hva du kan gjøre!", 4.5),
        ("Du kan ringe radikaliseringskoordinatoren.", 4 + 25),
        ("Hva vet du: Ring 02800 nå. [Lov: strl. § 196]", 5),
    ],
)
def test_the_counting_is_lix(tekst: str, lix: float) -> None:
    assert measure([tekst]).lix == pytest.approx(lix)


def test_a_heading_or_a_name_makes_nothing_easier() -> None:
    sentence = "Radikaliseringskoordinatoren samordner kommunens forebyggende arbeid."
    assert measure([sentence]) == measure([sentence, "Kontakt", "Helse og velferd [Tillegg]"])


def test_the_prose_of_an_authority_is_too_hard() -> None:
    assert too_hard(
        ["Forvaltningsorganet foretar helhetsvurderinger av forholdsmessigheten ved deling."]
    )
