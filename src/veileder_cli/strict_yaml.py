"""PyYAML made strict: every scalar is text as written; all that YAML does beyond that is refused.

A guide may come from anyone, so the limits stand here. PyYAML's events are followed with an own
stack: nothing recurses, and the first fault stops its parser.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn

import yaml

from veileder_cli.errors import ContentError, Problem
from veileder_cli.sprak import _
from veileder_cli.yaml_faults import MARKED, translate

MAX_BYTES: Final = 1 << 20
MAX_DEPTH: Final = 20
MAX_NODES: Final = 50_000
_LOADER: "type[yaml.SafeLoader | yaml.CSafeLoader]" = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Controls, line separators, lone surrogates and what turns the direction of text: a terminal could
# show something else than the file says. CR only before LF: lines are counted as editors do.
_CONTROL: Final = re.compile(
    r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Refused before PyYAML sees it. Tab: the C scanner allows more of them than the pure one. %TAG:
# libyaml compares each with all before (18 s for 1 MiB). \U beyond U+10FFFF: the pure one crashes.
_TRAP: Final = re.compile(r"\t|^%|(?<!\\)(?:\\\\)*\\U(?!000|0010)[0-9A-Fa-f]{8}", re.MULTILINE)
_TRAPS: Final = {
    "\t": (_("tabulator"), _("bytt den ut med mellomrom")),
    "%": (_("linja begynner med %"), _("ta bort linja, eller sett mellomrom foran %")),
    "\\": (_("ukjent tegnkode etter \\U"), _("skriv selve tegnet")),
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text as written, without quotes; empty where the file has no value."""

    text: str
    line: int
    fil: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list; `line` is where it begins."""

    items: tuple["Node", ...]
    line: int
    fil: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under a key; `line` is the key's."""

    value: "Node"
    line: int
    fil: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and what stands under them, in the file's order; `line` is where it begins."""

    items: Mapping[str, Entry]
    line: int
    fil: str = field(default="", compare=False)


Node = Scalar | SequenceNode | MappingNode


def read_text(path: Path, root: Path) -> str:
    """Read a small UTF-8 file that is below `root` also when links are followed; strip a BOM.

    Raises ContentError. Checked before it is opened, since opening a pipe would hang.
    """
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    try:
        target = path.resolve(strict=True)
        if not target.is_relative_to(root.resolve()):
            _refuse(name, 0, _("fila er en lenke ut av mappa"), _("legg selve fila i mappa"))
        if not target.is_file():
            _refuse(name, 0, _("dette er ikke en vanlig fil"), _("bytt den ut med en tekstfil"))
        with target.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        _refuse(name, 0, _("fila finnes ikke"), _("lag den, eller rett navnet"))
    except (OSError, RuntimeError, ValueError):  # RuntimeError: links in a ring, Python < 3.13
        _refuse(name, 0, _("fila kan ikke leses"), _("sjekk at du har tilgang til den"))
    return _decode(data, name)


def read_stdin(name: str) -> str:
    """Read standard input as a small UTF-8 text. Raises ContentError."""
    return _decode(sys.stdin.buffer.read(MAX_BYTES + 1), name)


def _decode(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        _refuse(name, 0, _("fila er større enn 1 MiB"), _("del innholdet opp, eller kort det ned"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(
            name, data.count(b"\n", 0, error.start) + 1, _("ikke UTF-8"), _("lagre fila som UTF-8")
        )
    _refuse_any(_CONTROL, text, name)
    return text


def parse(text: str, name: str) -> Node:
    """Turn the text of the file `name` into nodes, or raise ContentError.

    Every repeated key is reported; another fault ends the reading and comes after those.
    """
    _refuse_any(_CONTROL, text, name)
    _refuse_any(_TRAP, text, name)
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.feed(event)
    except yaml.MarkedYAMLError as error:
        builder.refuse(*translate(error, text.count("\n") + 1))
    return builder.result()


@dataclass(slots=True)
class _Open:
    """A mapping whose end has not come yet, or a list (`entries` is None)."""

    fil: str
    line: int
    entries: dict[str, Entry] | None = None
    items: list[Node] = field(default_factory=list)
    flow: bool = False
    key: Scalar | None = None

    def awaits_key(self) -> bool:
        return self.entries is not None and self.key is None

    def take(self, node: Node) -> None:
        if self.entries is None:
            self.items.append(node)
        elif self.key:
            self.entries.setdefault(self.key.text, Entry(node, self.key.line, self.fil))
            self.key = None
        elif isinstance(node, Scalar):
            self.key = node

    def closed(self) -> Node:
        if self.entries is None:
            return SequenceNode(tuple(self.items), self.line, self.fil)
        return MappingNode(self.entries, self.line, self.fil)


@dataclass(slots=True)
class _Builder:
    """Takes the events one at a time, judges each node where it begins; `stack[0]` is the file."""

    name: str
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self.stack.append(_Open(self.name, 1))

    def feed(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.NodeEvent):
            self._check(event, line)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self.stack.pop().closed()
            self.stack[-1].take(closed)
        elif isinstance(event, yaml.DocumentStartEvent) and self.stack[0].items:
            self.refuse(line, _("nytt dokument i samme fil"), _("ta bort linja med ---"))

    def result(self) -> Node:
        root = next(iter(self.stack[0].items), Scalar("", 1, self.name))
        if root == Scalar("", root.line):
            self.refuse(1, _("fila er tom"), _("skriv innholdet, eller slett fila"))
        if self.problems:
            raise ContentError(tuple(self.problems))
        return root

    def refuse(self, line: int, feil: str, tiltak: str) -> NoReturn:
        _refuse(self.name, line, feil, tiltak, *self.problems)

    def _check(self, event: yaml.NodeEvent, line: int) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            feil = _("mer enn {antall} verdier i fila").format(antall=MAX_NODES)
            self.refuse(line, feil, _("del innholdet opp"))
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self.refuse(line, *MARKED)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        scalar = Scalar(event.value, line, self.name)
        if _CONTROL.search(scalar.text):
            self.refuse(line, _("koden for et styretegn"), _("ta bort koden som begynner med \\"))
        if self.stack[-1].flow and "?" in scalar.text and not event.style:  # ends it in pure PyYAML
            self.refuse(line, _("? mellom [ ] eller { }"), _("sett teksten i hermetegn"))
        if self.stack[-1].awaits_key():
            self._check_key(scalar, plain=not event.style)
        self.stack[-1].take(scalar)

    def _check_key(self, key: Scalar, *, plain: bool) -> None:
        if plain and key.text == "<<":
            self.refuse(key.line, _("<< (YAML-fletting)"), _("skriv feltene helt ut"))
        if first := (self.stack[-1].entries or {}).get(key.text):
            feil = _("«{nokkel}» står også på linje {linje}").format(
                nokkel=" ".join(key.text[:60].split()), linje=first.line
            )
            self.problems.append(Problem(self.name, key.line, "", feil, _("endre den ene")))

    def _open(self, event: yaml.CollectionStartEvent, line: int) -> None:
        if len(self.stack) > MAX_DEPTH:
            feil = _("mer enn {antall} nivåer inni hverandre").format(antall=MAX_DEPTH)
            self.refuse(line, feil, _("gjør det flatere"))
        if self.stack[-1].awaits_key():
            self.refuse(line, _("en liste eller { } som nøkkel"), _("sett nøkkelen i hermetegn"))
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(
            _Open(self.name, line, {} if is_mapping else None, flow=bool(event.flow_style))
        )


def _refuse_any(pattern: re.Pattern[str], text: str, name: str) -> None:
    if found := pattern.search(text):
        kode = f"U+{ord(found[0][0]):04X}"
        control = _("usynlig styretegn ({kode})").format(kode=kode), _("slett tegnet")
        line = text.count("\n", 0, found.start()) + 1
        _refuse(name, line, *_TRAPS.get(found[0][0], control))


def _refuse(name: str, line: int, feil: str, tiltak: str, *before: Problem) -> NoReturn:
    raise ContentError((*before, Problem(name, line, "", feil, tiltak))) from None
