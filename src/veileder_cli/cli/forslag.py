"""What may be put in for a value: the guide's own words, from no more of it than holds them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from textwrap import shorten
from typing import Any, Final, NamedTuple

from typer._click import Context, Parameter
from typer._click.shell_completion import CompletionItem
from typer.models import TyperPath

from veileder_cli.cli.declared import fold as in_ascii
from veileder_cli.cli.options import Hvilket
from veileder_cli.compiled import load_guide
from veileder_cli.editions import list_editions, shipped_content
from veileder_cli.lookup.words import fold
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import BOKMAL, LANGUAGES, current, language_of

_LENGST: Final = 60


class _Ord(NamedTuple):
    """A word that may be typed, and what it is; `andre` is offered only when it has been begun."""

    ord_: str
    hva: str = ""
    andre: bool = False


def values(ctx: Context, param: Parameter, typed: str) -> list[CompletionItem]:
    """Give the values that begin with what is typed, however its letters are written."""
    kind = getattr(param.type, "inner", param.type)
    if isinstance(kind, TyperPath):
        return [CompletionItem(typed, type="file" if kind.file_okay else "dir")]
    words = WORDS.get(f"{ctx.info_name} {param.name}") or WORDS.get(param.name or "")
    if words is None:
        return list(kind.shell_complete(ctx, param, typed))
    fitting = _fitting(ctx, param, typed, words(ctx))
    return [CompletionItem(w, help=shorten(hva, _LENGST, placeholder=" ...")) for w, hva in fitting]


def _fitting(
    ctx: Context, param: Parameter, typed: str, words: Iterable[_Ord]
) -> Iterator[tuple[str, str]]:
    """Choose the words, each once; of several words, those that are not typed yet."""
    before = ctx.params.get(param.name or "") if param.nargs < 0 else None
    typed_before = " ".join(before or ())
    start = f"{fold(typed_before)} {fold(typed)}".strip() if typed_before else fold(typed)
    given: set[str] = set()
    for ord_, hva, andre in words:
        rest = ord_.split(" ", len(before))[-1] if before else ord_
        whole = not before or fold(ord_).startswith(f"{fold(typed_before)} ")
        value = _as_typed(rest, typed)
        if whole and (start or not andre) and fold(ord_).startswith(start) and value not in given:
            given.add(value)
            yield value, hva


def _as_typed(ord_: str, typed: str) -> str:
    """Write the word with ASCII letters where it has been begun so: shells compare letters."""
    ord_ = ord_[:1].lower() + ord_[1:] if ord_[1:].islower() else ord_
    if ord_.casefold().startswith(typed.casefold()):
        return ord_
    return in_ascii(ord_)


def _guide(ctx: Context, *deler: str) -> Veileder:
    return load_guide(_which(ctx).edition(), frozenset(deler))


def _which(ctx: Context) -> Hvilket:
    innhold, lokalt = (ctx.params.get(navn) for navn in ("innhold", "lokalt"))
    sprak = language_of(ctx.params.get("sprak") or "") or current()
    return Hvilket(
        innhold=Path(innhold) if innhold else None,
        utgave=ctx.params.get("utgave") or "",
        lokalt=Path(lokalt) if lokalt else None,
        sprak=sprak if sprak in LANGUAGES else BOKMAL,
    )


def _terms(ctx: Context) -> Iterator[_Ord]:
    veileder = _guide(ctx, "begreper")
    begreper = veileder.begreper
    yield from (_Ord(b.navn, b.forklaring) for b in begreper)
    yield from (_Ord(s, b.navn, andre=True) for b in begreper for s in b.synonymer)
    for b, egen in zip(begreper, veileder.egen.begreper if veileder.egen else (), strict=False):
        yield from (_Ord(s, b.navn, andre=True) for s in (egen.navn, *egen.synonymer))


def _contacts(ctx: Context) -> Iterator[_Ord]:
    veileder = _guide(ctx, "kontakter")
    kontakter = veileder.kontakter
    yield from (_Ord(k.id, k.funksjon) for k in kontakter)
    yield from (_Ord(emne, k.funksjon, andre=True) for k in kontakter for emne in k.emner)
    for k, egen in zip(kontakter, veileder.egen.kontakter if veileder.egen else (), strict=False):
        yield from (_Ord(emne, k.funksjon, andre=True) for emne in egen.emner)


def _roles(ctx: Context) -> Iterator[_Ord]:
    return (_Ord(r.id, r.navn) for r in _guide(ctx, "roller").roller)


def _steps(ctx: Context) -> Iterator[_Ord]:
    return (_Ord(t.nummer, t.tittel) for t in _guide(ctx, "trinn").trinn)


def _chapters(ctx: Context) -> Iterator[_Ord]:
    return (_Ord(k.nummer, k.tittel) for k in _guide(ctx, "kapitler").kapitler)


def _named(del_: str) -> Callable[[Context], Iterator[_Ord]]:
    def words(ctx: Context) -> Iterator[_Ord]:
        alle: Iterable[Any] = getattr(_guide(ctx, del_), del_)
        return (_Ord(e.id, e.navn) for e in alle)

    return words


def _editions(ctx: Context) -> Iterator[_Ord]:
    mappe = _which(ctx).innhold
    for utgave in reversed(list_editions(mappe or shipped_content())):
        yield _Ord(utgave.navn.split("/")[-1], utgave.navn)
        yield _Ord(utgave.navn)


def _languages(_ctx: Context) -> Iterator[_Ord]:
    return (_Ord(kode) for kode in LANGUAGES)


WORDS: Final[Mapping[str, Callable[[Context], Iterator[_Ord]]]] = {
    "term": _terms,
    "kontakt sok": _contacts,
    "rolle": _roles,
    "trinn": _steps,
    "nummer": _steps,
    "tiltak sok": _named("tiltak"),
    "aktorer sok": _named("aktorer"),
    "regelverk sok": _named("regelverk"),
    "lenker sok": _named("lenker"),
    "kapittel": _chapters,
    "tekst": _terms,
    "utgave": _editions,
    "sprak": _languages,
}
"""The parameters that take the guide's words: by name, or by command and name."""
