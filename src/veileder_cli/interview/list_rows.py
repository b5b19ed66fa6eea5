"""The rows of a list question and what each stands for; pure."""

from typing import Final

from veileder_cli.interview.asking import Back, Forward, Prompt, Way, unsure_of
from veileder_cli.records import dataclass
from veileder_cli.sprak import _

EARLIER: Final = _(" (det svarte du sist)")
EARLIER_UNSURE: Final = _(" (det svarte du sist: usikker)")
SEEN: Final = _("sett")
UNSURE: Final = _("usikker")
CHOSEN: Final = _("valgt")
LONG_LIST: Final = 9
"""With more choices than this, what is typed after "/" narrows the list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: an answer's value, a way out, or None for the first row, which is no answer."""

    answer: str | Way | None
    text: str
    heading: str = ""
    help: str = ""
    gap: bool = False
    exclusive: bool = False


def entries_of(prompt: Prompt) -> tuple[Entry, ...]:
    """List the choices, with the row that is no answer before them and the ways after them."""
    first = () if prompt.many else (Entry(None, _("(velg med piltastene)")),)
    choices = tuple(_entry(prompt, index) for index in range(len(prompt.choices)))
    ways = (
        *((Entry(Back.BACK, _("Tilbake"), gap=True),) if prompt.can_go_back else ()),
        *((Entry(Forward.FORWARD, _("Fram")),) if prompt.can_go_forward else ()),
    )
    return (*first, *choices, *ways)


def _entry(prompt: Prompt, index: int) -> Entry:
    choice = prompt.choices[index]
    number = f"{index + 1}. " if prompt.numbered else ""
    earlier = EARLIER if choice.value in prompt.chosen and not prompt.many else ""
    return Entry(
        choice.value,
        f"{number}{choice.text}{earlier}",
        choice.heading,
        choice.help,
        gap=prompt.many and choice.exclusive and not prompt.choices[index - 1].exclusive,
        exclusive=choice.exclusive,
    )


def mark_of(prompt: Prompt, entry: Entry, answers: frozenset[str]) -> str:
    """Say before the row's text what it is answered with: in words where there are three."""
    if not prompt.many or not isinstance(entry.answer, str):
        return ""
    ticked = entry.answer in answers
    if not prompt.unsure:
        return "[x] " if ticked else "[ ] "
    word = (CHOSEN if entry.exclusive else SEEN) if ticked else ""
    word = UNSURE if unsure_of(entry.answer) in answers else word
    return f"[{word}]".ljust(len(UNSURE) + 3) if word else f"[{' ' * len(UNSURE)}] "


def earlier_of(prompt: Prompt, value: str) -> str:
    """Say after a choice that it was the person's own earlier answer, and how."""
    if unsure_of(value) in prompt.chosen:
        return EARLIER_UNSURE
    return EARLIER if value in prompt.chosen else ""


def in_words(prompt: Prompt, answer: tuple[str, ...]) -> str:
    """Say an answer in the words of its choices; where one may be unsure, which are what."""
    sure = [c for c in prompt.choices if c.value in answer]
    doubts = [c for c in prompt.choices if unsure_of(c.value) in answer]
    alone = not prompt.unsure or any(c.exclusive for c in sure)
    parts = (("" if alone else f"{SEEN}: ", sure), (f"{UNSURE}: ", doubts))
    return ". ".join(
        f"{word}{'; '.join(c.text for c in choices)}".removesuffix(".")
        for word, choices in parts
        if choices
    )


def keys_of(prompt: Prompt) -> str:
    """Say what the keys do."""
    if prompt.unsure:
        choose = _("mellomrom bytter: sett, usikker, tomt (også s, u, i), Enter går videre")
    else:
        choose = _("mellomrom velger, Enter går videre") if prompt.many else _("Enter velger")
    number = _(", tall går til raden") if prompt.numbered else ""
    back = _(", Esc går tilbake") if prompt.can_go_back else ""
    forward = _(", høyre pil går fram") if prompt.can_go_forward else ""
    search = _(", / leter") if can_search(prompt) else ""
    help_ = _(", ? gir hjelp") if has_help(prompt) else ""
    ways = f"{back}{forward}{search}{help_}"
    return _(
        "Piltastene flytter, {choose}{number}{ways}, Ctrl-X går raskt ut, Ctrl-C avslutter."
    ).format(choose=choose, number=number, ways=ways)


def can_search(prompt: Prompt) -> bool:
    """Whether the list is long enough to be narrowed by typing."""
    return len(prompt.choices) > LONG_LIST


def has_help(prompt: Prompt) -> bool:
    """Whether there is anything to show for `?`."""
    return bool(prompt.help or prompt.about) or any(choice.help for choice in prompt.choices)


def wrong_key(prompt: Prompt) -> str:
    """Say what to use instead of a key that does nothing."""
    use = _("piltastene, mellomrom og Enter") if prompt.many else _("piltastene og Enter")
    use = (
        _("s (sett), u (usikker), i (ingen av dem), {use}").format(use=use)
        if prompt.unsure
        else use
    )
    return _("Den tasten gjør ingenting her. Bruk {use}.").format(use=use)


def fits(entry: Entry, search: str) -> bool:
    """Whether a row is found by what was typed: each word stands somewhere in it."""
    text = f"{entry.heading} {entry.text}".casefold()
    return all(word in text for word in search.casefold().split())
