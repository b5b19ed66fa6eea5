"""The rows of a list question, what each stands for, and the texts around them; pure."""

from collections.abc import Collection

from veileder_cli.interview.asking import Back, Choice, Prompt, starts_group
from veileder_cli.interview.page import Row, Sheet
from veileder_cli.records import dataclass

EARLIER = " (det svarte du sist)"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: an answer's value, the way back, or None for the first row, which is no answer."""

    answer: str | Back | None
    text: str
    heading: str = ""
    help: str = ""
    gap: bool = False


def entries_of(prompt: Prompt) -> tuple[Entry, ...]:
    """List the choices, with the row that is no answer before them and the way back after them."""
    first = () if prompt.many else (Entry(None, "(velg med piltastene)"),)
    choices = tuple(_entry(prompt, index, choice) for index, choice in enumerate(prompt.choices))
    back = (Entry(Back.BACK, "Tilbake", gap=True),) if prompt.can_go_back else ()
    return (*first, *choices, *back)


def _entry(prompt: Prompt, index: int, choice: Choice) -> Entry:
    earlier = EARLIER if choice.value in prompt.chosen and not prompt.many else ""
    return Entry(
        choice.value,
        choice.text + earlier,
        choice.heading if starts_group(prompt.choices, index) else "",
        choice.help,
        gap=prompt.many and choice.exclusive and not prompt.choices[index - 1].exclusive,
    )


def sheet_of(
    prompt: Prompt, notes: str, pointed: int, ticked: Collection[int], message: str
) -> Sheet:
    """All that the question has to show as it stands now."""
    rows = tuple(
        Row(entry.text, _mark(prompt, entry, index in ticked), entry.heading, entry.help, entry.gap)
        for index, entry in enumerate(entries_of(prompt))
    )
    intro = "\n\n".join(text for text in (notes, prompt.help) if text)
    return Sheet(prompt.header, prompt.title, intro, rows, pointed, message, keys_of(prompt))


def _mark(prompt: Prompt, entry: Entry, is_ticked: bool) -> str:  # noqa: FBT001 - private
    if not prompt.many or not isinstance(entry.answer, str):
        return ""
    return "[x] " if is_ticked else "[ ] "


def keys_of(prompt: Prompt) -> str:
    """Say what the keys do."""
    choose = "mellomrom velger, Enter går videre" if prompt.many else "Enter velger"
    back = ", Esc går tilbake" if prompt.can_go_back else ""
    return f"Piltastene flytter, {choose}{back}, Ctrl-X går raskt ut, Ctrl-C avslutter."


def has_help(prompt: Prompt) -> bool:
    """Whether there is anything to show for `?`."""
    return bool(prompt.help) or any(choice.help for choice in prompt.choices)


def wrong_key(prompt: Prompt) -> str:
    """Say what to use instead of a key that does nothing."""
    use = "piltastene, mellomrom og Enter" if prompt.many else "piltastene og Enter"
    return f"Den tasten gjør ingenting her. Bruk {use}."
