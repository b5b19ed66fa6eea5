"""One question as one screen of lines: head, scrolling list, foot; pure, wrapped, never cut."""

from typing import NamedTuple

from veileder_cli.interview.asking import HelpPart
from veileder_cli.interview.wrapping import wrap
from veileder_cli.records import dataclass
from veileder_cli.sprak import _

WIDEST = 100
MIN_LIST = 5
MIN_HELP = 3
MAX_HINT = 3
POINTER = "> "
NO_POINTER = "  "
MORE = _("(trykk ? for resten)")
HELP_KEYS = _("Piltastene blar. Enter eller Esc går til spørsmålet. Ctrl-X går raskt ut.")


class Line(NamedTuple):
    """A line of the screen and the class of its style."""

    text: str
    style: str = ""


class Size(NamedTuple):
    """The terminal's size."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row that can be pointed at; `mark` stands before its text, `gap` is a blank line above."""

    text: str
    mark: str = ""
    heading: str = ""
    help: str = ""
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a question has to show, before it is laid out for a size."""

    header: str
    title: str
    help: str
    rows: tuple[Row, ...]
    pointed: int
    message: str
    keys: str
    about: tuple[HelpPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a screen, where the cursor stands, and how far the list is scrolled.

    The row that is pointed at is `height` lines from the cursor on.
    """

    lines: list[Line]
    cursor: int
    top: int
    height: int = 0


class _Span(NamedTuple):
    """Where a row stands in the scrolling part: from `start` to before `end`, text at `text`."""

    start: int
    text: int
    end: int


def lay_out(sheet: Sheet, size: Size, top: int) -> Page:
    """Fit the sheet to the size; the row that is pointed at is always in view."""
    width = min(size.columns - 1, WIDEST)
    head, foot, message = _frame(sheet, width, size.rows)
    space = max(1, size.rows - len(head) - len(foot) - len(message) - 2)
    body, spans = _body(sheet, width, max(MIN_LIST, space // 2))
    # A line is kept for the message where there is room: it moves nothing that is read anew.
    last = message or [Line("")]
    has_room = len(body) + len(last) - len(message) <= space
    foot = [*foot, *last] if has_room else [*message, *foot]
    pointed = spans[sheet.pointed]
    new_top = _scroll(top, spans, pointed, space)
    end = _last_whole(spans, new_top, space)
    above = _out_of_sight(sum(span.text < new_top for span in spans), _("over"), hidden=new_top > 0)
    below = _out_of_sight(
        sum(span.text >= end for span in spans), _("under"), hidden=end < len(body)
    )
    visible = body[new_top:end]
    if len(body) > space:
        visible += [Line("")] * (space - len(visible))
    cursor = len(head) + 1 + pointed.text - new_top
    height = min(pointed.end, end) - pointed.text
    return Page([*head, above, *visible, below, *foot], cursor, new_top, height)


def lay_out_help(sheet: Sheet, size: Size, top: int) -> Page:
    """Show the help of the question and of each of its rows; the title stays above where it can."""
    width = min(size.columns - 1, WIDEST)
    head, body = [*_lines(sheet.title, width, "title"), Line("")], _lines(sheet.help, width)
    body += [line for part in sheet.about for line in _part(part, width)]
    for row in sheet.rows:
        if row.help:
            body += _part(HelpPart(row.text, (row.help,)), width)
    foot = _lines(HELP_KEYS, width)
    if size.rows - len(head) - len(foot) - 1 < MIN_HELP:
        head, body = [], head + body
    space = max(1, size.rows - len(head) - len(foot) - 1)
    new_top = max(0, min(top, len(body) - space))
    below = _out_of_sight(0, _("under"), hidden=new_top + space < len(body))
    return Page([*head, *body[new_top : new_top + space], below, *foot], 0, new_top)


def _part(part: HelpPart, width: int) -> list[Line]:
    """A heading and its lines; each line is a point of its own, marked where there are several."""
    first = "- " if len(part.lines) > 1 else "  "
    lines = [line for text in part.lines for line in _lines(text, width, "", first)]
    return [Line(""), *_lines(part.heading, width, "heading"), *lines]


def _frame(sheet: Sheet, width: int, rows: int) -> tuple[list[Line], list[Line], list[Line]]:
    """Head, foot, message; in a low window first the hint goes, then the header, then the keys."""
    header = [*_lines(sheet.header, width, "header"), Line("")] if sheet.header else []
    title = _lines(sheet.title, width, "title")
    message = _lines(sheet.message, width, "message", "! ") if sheet.message else []
    keys = _lines(sheet.keys, width, "keys")
    for head, foot in (
        (header + title, _hint(sheet, width) + keys),
        (header + title, keys),
        (title, keys),
        (title, []),
    ):
        if rows - len(head) - len(foot) - len(message) - 2 >= MIN_LIST:
            return head, foot, message
    return [], [], message


def _hint(sheet: Sheet, width: int) -> list[Line]:
    """Show the help of the row that is pointed at, in a space as high as the longest needs."""
    helps = [
        _short(_("Hjelp: {help}").format(help=row.help) if row.help else "", width, MAX_HINT)
        for row in sheet.rows
    ]
    height = max(map(len, helps))
    if not height:
        return []
    shown = helps[sheet.pointed]
    return [*shown, *[Line("")] * (height - len(shown) + 1)]


def _body(sheet: Sheet, width: int, max_help: int) -> tuple[list[Line], list[_Span]]:
    body = _short(sheet.help, width, max_help)
    body += [Line("")] if body else []
    spans: list[_Span] = []
    for index, row in enumerate(sheet.rows):
        start = len(body) if index else 0
        body += _above(row, width, first=index == 0)
        text = len(body)
        body += _row_lines(row, width, pointed=index == sheet.pointed)
        spans.append(_Span(start, text, len(body)))
    return body, spans


def _above(row: Row, width: int, *, first: bool) -> list[Line]:
    gap = [Line("")] if not first and (row.gap or row.heading) else []
    return gap + (_lines(row.heading, width, "heading") if row.heading else [])


def _row_lines(row: Row, width: int, *, pointed: bool) -> list[Line]:
    first = (POINTER if pointed else NO_POINTER) + row.mark
    return _lines(row.text, width, "pointed" if pointed else "", first)


def _scroll(top: int, spans: list[_Span], pointed: _Span, space: int) -> int:
    """Find the new top, as near the old one as shows the row; it is never inside another row."""
    total = spans[-1].end
    if total <= space:
        return 0
    start = pointed.start if pointed.end - pointed.start <= space else pointed.text
    wanted = min(start, max(top, pointed.end - space), total - space)
    starts: list[int] = [*range(spans[0].text), *(span.start for span in spans), pointed.text]
    return min(at for at in starts if at >= wanted)


def _last_whole(spans: list[_Span], top: int, space: int) -> int:
    """Find the end of the last row that is shown whole; a row that has no room at all is cut."""
    whole = [span.end for span in spans if top < span.end <= top + space]
    return max(whole, default=top + space)


def _out_of_sight(count: int, where: str, *, hidden: bool) -> Line:
    if not hidden:
        return Line("")
    return Line(
        _("  ({count} til {where})").format(count=count, where=where)
        if count
        else _("  (mer {where})").format(where=where),
        "keys",
    )


def _short(text: str, width: int, most: int) -> list[Line]:
    lines = _lines(text, width) if text else []
    return lines if len(lines) <= most else [*lines[: most - 1], Line(MORE)]


def _lines(text: str, width: int, style: str = "", first: str = "") -> list[Line]:
    wrapped = wrap(text, width, first, " " * len(first), break_addresses=True)
    return [Line(line.replace("\xa0", " "), style) for line in wrapped]
