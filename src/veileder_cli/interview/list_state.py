"""How a list question stands: the row pointed at, the marks, what is looked for; no keys here.

Which row is pointed at and which are ticked lives in questionary's own control; it has no third
state, so what one is unsure of lives here.
"""

from typing import Any, Final, Protocol

from veileder_cli.interview.asking import (
    Prompt,
    Way,
    exclusive_conflict,
    unsure_of,
)
from veileder_cli.interview.list_rows import (
    can_search,
    entries_of,
    fits,
    has_help,
    keys_of,
    mark_of,
)
from veileder_cli.interview.page import Row, Sheet
from veileder_cli.sprak import _

NOTHING_CHOSEN: Final = _("Velg med piltastene først, og trykk så Enter.")
NOTHING_TICKED: Final = _("Ingenting er valgt. Trykk mellomrom på det som passer, og så Enter.")
NO_HELP: Final = _("Det er ingen hjelpetekst til dette spørsmålet.")
NOT_KEPT: Final = _(
    "Du har endret noe her. Enter tar vare på det. "
    "Samme tast en gang til går uten å ta vare på det."
)


class Control(Protocol):
    """What is used of questionary's list: it names rows by their number as text."""

    pointed_at: int
    selected_options: list[Any]


class ListState:
    """One question's list; every change of it goes through here."""

    def __init__(self, prompt: Prompt, control: Control) -> None:
        """Take the question, and the control where its earlier answer is ticked."""
        self.prompt = prompt
        self.entries = entries_of(prompt)
        self.message = ""
        self.help_top: int | None = None
        self.search = ""
        self.is_typing = False
        self._control = control
        self._number = ""
        self._unsure = {
            index
            for index, entry in enumerate(self.entries)
            if isinstance(entry.answer, str) and unsure_of(entry.answer) in prompt.chosen
        }

    # --- what is seen ---

    @property
    def visible(self) -> list[int]:
        """The rows that are shown: all, or those that fit what was typed."""
        found = [
            index
            for index, entry in enumerate(self.entries)
            if isinstance(entry.answer, str) and fits(entry, self.search)
        ]
        return found if self.search and found else [*range(len(self.entries))]

    def sheet(self, notes: str) -> Sheet:
        """All that the question has to show as it stands now."""
        rows: list[Row] = []
        answers, heading = frozenset(self.answers), ""
        for index in self.visible:
            entry = self.entries[index]
            shown = entry.heading if entry.heading != heading else ""
            heading = entry.heading or heading
            mark = mark_of(self.prompt, entry, answers)
            rows.append(Row(entry.text, mark, shown, entry.help, entry.gap))
        prompt = self.prompt
        return Sheet(
            prompt.header,
            prompt.title,
            "\n\n".join(text for text in (notes, prompt.help) if text),
            tuple(rows),
            self.visible.index(self._control.pointed_at),
            " ".join(text for text in (self._looking_for, self.message) if text),
            keys_of(prompt),
            prompt.about,
        )

    @property
    def _looking_for(self) -> str:
        """Say what narrows the list, and that what is ticked outside it still counts."""
        if not self.search and not self.is_typing:
            return ""
        if not self.search:
            return _("Skriv en del av et ord. Esc viser alle.")
        shown = {*self.visible}
        if len(shown) == len(self.entries):
            return _("Ingen svar har «{search}». Alle vises. Esc slutter å lete.").format(
                search=self.search
            )
        hidden = len([i for i in (*self._ticked, *self._unsure) if i not in shown])
        others = _(" {hidden} som er valgt, vises ikke nå.").format(hidden=hidden) if hidden else ""
        how = _("Pil ned eller Enter går til lista.") if self.is_typing else ""
        found = _("Leter etter «{search}»: {shown} av {choices} svar.").format(
            search=self.search, shown=len(shown), choices=len(self.prompt.choices)
        )
        return (
            _("{found}{others} {how} Esc viser alle.")
            .format(found=found, others=others, how=how)
            .replace("  ", " ")
        )

    # --- what it is answered with ---

    @property
    def pointed(self) -> str | Way | None:
        """What the row that is pointed at stands for."""
        return self.entries[self._control.pointed_at].answer

    @property
    def _ticked(self) -> list[int]:
        return [int(number) for number in self._control.selected_options]

    @property
    def answers(self) -> tuple[str, ...]:
        """What is marked now, in the order of the rows."""
        ticked = {*self._ticked}
        marked: list[str] = []
        for index, entry in enumerate(self.entries):
            if isinstance(entry.answer, str):
                marked += [entry.answer] if index in ticked else []
                marked += [unsure_of(entry.answer)] if index in self._unsure else []
        return tuple(marked)

    @property
    def fault(self) -> str:
        """Why the rows as they stand are no answer; empty when they are."""
        if not self.prompt.many:
            return NOTHING_CHOSEN if self.pointed is None else ""
        return exclusive_conflict(self.prompt, self.answers) if self.answers else NOTHING_TICKED

    @property
    def is_changed(self) -> bool:
        """Whether ticks would be lost by going from here without an answer."""
        return self.prompt.many and {*self.answers} != {*self.prompt.chosen}

    # --- what changes it ---

    def move(self, step: int, *, around: bool = False) -> None:
        """Point at another of the rows that are shown, or scroll the help."""
        self.message, self.is_typing, self._number = "", False, ""
        if self.help_top is not None:
            self.help_top += step
            return
        rows = self.visible
        place = rows.index(self._control.pointed_at) + step
        place = place % len(rows) if around else max(0, min(place, len(rows) - 1))
        self._control.pointed_at = rows[place]

    def mark(self, *, seen: bool, unsure: bool = False) -> None:
        """Mark the row that is pointed at, or take its mark away."""
        index = self._control.pointed_at
        number = str(index)
        if (number in self._control.selected_options) != seen:
            change = self._control.selected_options
            change.append(number) if seen else change.remove(number)
        self._unsure = (self._unsure | {index}) if unsure else (self._unsure - {index})
        self.message = exclusive_conflict(self.prompt, self.answers)

    def toggle(self) -> None:
        """Give the row that is pointed at its next mark: none, seen, and unsure where it may."""
        index = self._control.pointed_at
        if index in self._ticked:
            self.mark(seen=False, unsure=self._may_be_unsure)
        else:
            self.mark(seen=index not in self._unsure)

    def mark_by_letter(self, letter: str) -> None:
        """Mark as seen (s), unsure (u) or neither (i); a row that stands alone is just chosen."""
        unsure = letter == "u" and self._may_be_unsure
        self.mark(seen=letter == "s" or (letter == "u" and not unsure), unsure=unsure)

    @property
    def _may_be_unsure(self) -> bool:
        entry = self.entries[self._control.pointed_at]
        return self.prompt.unsure and not entry.exclusive

    def type_number(self, digit: str) -> None:
        """Go to the row with the number that is being typed."""
        first = 0 if self.prompt.many else 1
        self._number += digit
        if not 1 <= int(self._number) <= len(self.prompt.choices):
            self._number = digit
        self.message = ""
        if 1 <= int(self._number) <= len(self.prompt.choices):
            self.end_search()
            self._control.pointed_at = int(self._number) - 1 + first
        else:
            self._number = ""
            self.message = _("Tallene går fra 1 til {last}.").format(last=len(self.prompt.choices))

    def begin_search(self) -> None:
        """Let what is typed narrow the list from now on."""
        self.message, self.is_typing = "", can_search(self.prompt)

    def type_search(self, text: str) -> None:
        """Narrow the list by the text as it is now, and point at the first that fits."""
        self.message, self.search = "", text
        if self._control.pointed_at not in self.visible:
            self._control.pointed_at = self.visible[0]

    def end_search(self) -> bool:
        """Show all rows again; tell whether anything was looked for."""
        was = bool(self.search or self.is_typing)
        self.message, self.search, self.is_typing = "", "", False
        return was

    def open_help(self) -> None:
        """Show the help, or go back from it."""
        self.message = ""
        if self.help_top is not None:
            self.help_top = None
        elif has_help(self.prompt):
            self.help_top = 0
        else:
            self.message = NO_HELP

    def may_leave(self) -> bool:
        """Whether to go from here now; warned once where ticks would be lost."""
        if not self.is_changed or self.message == NOT_KEPT:
            return True
        self.message = NOT_KEPT
        return False
