"""What a typed line means as an answer: numbers, texts or a part of a text; pure."""

import re
from typing import TYPE_CHECKING, Final

from veileder_cli.interview.asking import (
    NO_WAY_BACK,
    Answer,
    Back,
    Choice,
    Forward,
    Prompt,
    exclusive_conflict,
    unsure_of,
)
from veileder_cli.records import dataclass
from veileder_cli.sprak import _, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

HELP_WORDS: Final = frozenset({"?", "hjelp", _("hjelp")})
BACK_WORDS: Final = frozenset({"t", "tilbake", _("tilbake")})
FORWARD_WORDS: Final = frozenset({"f", "fram", _("fram")})
LONGEST_ECHO: Final = 40
SHORTEST_PART: Final = 3
"""So many letters may be taken from inside a text; fewer say too little."""
_DOUBT: Final = frozenset({"?", "usikker", _("usikker")})
_MARKS: Final = frozenset({"sett", "usikker", _("sett"), _("usikker")})
_WORD: Final = "|".join(map(re.escape, sorted(_MARKS)))
_NUMBERS: Final = re.compile(rf"(?:[0-9]{{1,4}}[.)]?\s*(?:\?|(?:{_WORD})\b)?\s*)+")
_NUMBER: Final = re.compile(rf"([0-9]{{1,4}})[.)]?\s*(\?|(?:{_WORD})\b)?")
_MARKED: Final = re.compile(rf"(.+?)\s*(\?|\b(?:{_WORD}))")


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The line is no answer; `why` says so to the person, and may itself list what fits."""

    why: str
    lists: bool = False


def answer_of(prompt: Prompt, line: str) -> Answer | NotUnderstood:
    """Read one typed line; anything in doubt is no answer."""
    typed = _plain(line)
    if not typed:
        return NotUnderstood(_("En tom linje er ikke et svar."))
    if typed in BACK_WORDS:
        return Back.BACK if prompt.can_go_back else NotUnderstood(NO_WAY_BACK)
    if typed in FORWARD_WORDS and prompt.can_go_forward:
        return Forward.FORWARD
    return _values(prompt, typed)


def _values(prompt: Prompt, typed: str) -> tuple[str, ...] | NotUnderstood:
    found: set[str] = set()
    if isinstance(parts := _parts(prompt, typed), NotUnderstood):
        return parts
    for part, unsure in parts:
        choice = _choice(prompt, part)
        if isinstance(choice, NotUnderstood):
            return choice
        if unsure and choice.exclusive:
            return NotUnderstood(_("«{text}» kan ikke være usikkert.").format(text=choice.text))
        found.add(unsure_of(choice.value) if unsure else choice.value)
    if not found:
        return NotUnderstood(_("{typed} er ikke et svar.").format(typed=_echo(typed)))
    if not prompt.many and len(found) > 1:
        return NotUnderstood(_("Her kan du bare gi ett svar."))
    if fault := _twice(prompt, found) or exclusive_conflict(prompt, found):
        return NotUnderstood(fault)
    alle = (v for c in prompt.choices for v in (c.value, unsure_of(c.value)))
    return tuple(value for value in alle if value in found)


def _twice(prompt: Prompt, found: set[str]) -> str:
    both = [c.text for c in prompt.choices if {c.value, unsure_of(c.value)} <= found]
    return (
        _("«{both}» står både som sett og som usikker. Velg det ene.").format(both=both[0])
        if both
        else ""
    )


def _parts(prompt: Prompt, typed: str) -> list[tuple[str, bool]] | NotUnderstood:
    """Split at commas and, between numbers, at spaces; a choice's text may hold both.

    Each part is said to be unsure or not.
    """
    if not isinstance(_choice(prompt, typed), NotUnderstood):
        return [(typed, False)]
    parts = [part for part in (p.strip() for p in re.split("[,;]", typed)) if part]
    if not prompt.unsure:
        return [(word, False) for part in parts for word in _words(part)]
    marked = [pair for part in parts for pair in _marked(part)]
    words = {mark for _, mark in marked}
    if "" in words and words & _MARKS:
        return NotUnderstood(_("Skriv «sett» eller «usikker» bak hvert svar, med komma mellom."))
    return [(part, mark in _DOUBT) for part, mark in marked]


def _marked(part: str) -> list[tuple[str, str]]:
    """Read "3 sett", "5?" or a text with the word after it, as a text and its mark."""
    if _NUMBERS.fullmatch(part):
        pairs: list[tuple[str, str]] = _NUMBER.findall(part)
        return pairs
    match = _MARKED.fullmatch(part)
    return [(match[1], match[2])] if match else [(part, "")]


def _words(part: str) -> list[str]:
    words = part.split()
    return words if all(_number(word) is not None for word in words) else [part]


def _choice(prompt: Prompt, part: str) -> Choice | NotUnderstood:
    number = _number(part)
    if number is not None and 1 <= number <= len(prompt.choices):
        return prompt.choices[number - 1]
    hits = _hits([_plain(choice.text) for choice in prompt.choices], part)
    if len(hits) == 1:
        return prompt.choices[hits[0]]
    return _why_not(prompt, part, hits, number)


def _hits(texts: list[str], part: str) -> list[int]:
    """Find the texts that are the part, else begin with it, else hold it: first in, first out."""
    ways: list[Callable[[str], bool]] = [part.__eq__, lambda text: text.startswith(part)]
    if len(part) >= SHORTEST_PART:
        ways += [lambda text: f" {part}" in text, lambda text: part in text]
    return next(filter(None, ([i for i, t in enumerate(texts) if way(t)] for way in ways)), [])


def _why_not(prompt: Prompt, part: str, hits: list[int], number: int | None) -> NotUnderstood:
    if hits:
        rows = "\n".join(f"{hit + 1}. {prompt.choices[hit].text}" for hit in hits)
        why = _("{part} passer på flere svar:\n{rows}\nSkriv tallet.").format(
            part=_echo(part), rows=rows
        )
        return NotUnderstood(why, lists=True)
    if number is not None:
        why = _("Det finnes ikke noe svar {number}. Tallene går fra 1 til {last}.").format(
            number=number, last=len(prompt.choices)
        )
        return NotUnderstood(why)
    return NotUnderstood(_("{part} er ikke et av svarene.").format(part=_echo(part)))


def _echo(part: str) -> str:
    return quoted(part if len(part) <= LONGEST_ECHO else part[:LONGEST_ECHO] + "...")


def _number(word: str) -> int | None:
    digits = word.rstrip(".)")
    return int(digits) if re.fullmatch("[0-9]{1,4}", digits) else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
