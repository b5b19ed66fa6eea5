"""What a typed line means as an answer: numbers, texts or the beginning of a text; pure."""

import re

from veileder_cli.interview.asking import NO_WAY_BACK, Answer, Back, Prompt, exclusive_conflict
from veileder_cli.records import dataclass

HELP_WORDS = frozenset({"?", "hjelp"})
BACK_WORDS = frozenset({"t", "tilbake"})
LONGEST_ECHO = 40


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The line is no answer; `why` says so to the person."""

    why: str


def answer_of(prompt: Prompt, line: str) -> Answer | NotUnderstood:
    """Read one typed line; anything in doubt is no answer."""
    typed = _plain(line)
    if not typed:
        return NotUnderstood("En tom linje er ikke et svar.")
    if typed in BACK_WORDS:
        return Back.BACK if prompt.can_go_back else NotUnderstood(NO_WAY_BACK)
    return _values(prompt, typed)


def _values(prompt: Prompt, typed: str) -> tuple[str, ...] | NotUnderstood:
    found: set[str] = set()
    for part in _parts(prompt, typed):
        value = _value(prompt, part)
        if isinstance(value, NotUnderstood):
            return value
        found.add(value)
    if not found:
        return NotUnderstood(f"{_echo(typed)} er ikke et svar.")
    if not prompt.many and len(found) > 1:
        return NotUnderstood("Her kan du bare gi ett svar.")
    if conflict := exclusive_conflict(prompt, found):
        return NotUnderstood(conflict)
    return tuple(choice.value for choice in prompt.choices if choice.value in found)


def _parts(prompt: Prompt, typed: str) -> list[str]:
    """Split at commas and, between numbers, at spaces; a choice's text may hold both."""
    if not isinstance(_value(prompt, typed), NotUnderstood):
        return [typed]
    parts = [part.strip() for part in re.split("[,;]", typed)]
    return [word for part in parts if part for word in _words(part)]


def _words(part: str) -> list[str]:
    words = part.split()
    return words if all(_number(word) is not None for word in words) else [part]


def _value(prompt: Prompt, part: str) -> str | NotUnderstood:
    number = _number(part)
    if number is not None and 1 <= number <= len(prompt.choices):
        return prompt.choices[number - 1].value
    texts = [_plain(choice.text) for choice in prompt.choices]
    hits = [i for i, text in enumerate(texts) if text == part] or [
        i for i, text in enumerate(texts) if text.startswith(part)
    ]
    if len(hits) == 1:
        return prompt.choices[hits[0]].value
    return NotUnderstood(_why_not(prompt, part, hits, number))


def _why_not(prompt: Prompt, part: str, hits: list[int], number: int | None) -> str:
    if hits:
        numbers = ", ".join(str(hit + 1) for hit in hits)
        return f"{_echo(part)} passer på flere svar: {numbers}. Skriv tallet."
    if number is not None:
        return f"Det finnes ikke noe svar {number}. Tallene går fra 1 til {len(prompt.choices)}."
    return f"{_echo(part)} er ikke et av svarene."


def _echo(part: str) -> str:
    return f"«{part if len(part) <= LONGEST_ECHO else part[:LONGEST_ECHO] + '...'}»"


def _number(word: str) -> int | None:
    digits = word.rstrip(".)")
    return int(digits) if re.fullmatch("[0-9]{1,4}", digits) else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
