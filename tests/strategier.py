"""Random valid answers for hypothesis: what a user may answer, asked or not."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from orakel import FAMILIEFAKTOR, KLASSER, ROLLER, TEGN
from veileder_cli.flow import Skjerm, screens
from veileder_cli.model.veileder import Veileder

Verdi = str | Sequence[str]
Svar = Mapping[str, Verdi]
"""Answers as an answers file has them: question by question."""

UTEN_VOLD = tuple(tegn for tegn in TEGN if tegn not in KLASSER["vold"])
JA_NEI_VET_IKKE = ("ja", "nei", "vet-ikke")
GRAD = ("ikke-droftet", "avkreftet", "uklar", "avklart", "hoy", "vet-ikke")
GJORT = (
    "dialog",
    "droftet-internt",
    "droftet-kommune-politi",
    "meldt",
    "bekymringssamtale",
    "tverrfaglig",
    "oppfolging",
)
UTLAND = ("voksen-hjemvendt", "barn-av-fremmedkriger", "planlegger-reise")
JA_NEI_SPORSMAL = (
    "lovbrudd",
    "andre_forklaringer",
    "flere_instanser",
    "fortsatt",
    "barn_berort",
    "foresatte_trygge",
    "ressursperson",
)


def as_read(svar: Svar) -> Mapping[str, tuple[str, ...]]:
    """Write answers the way a file of them is read: every value a tuple."""
    return {
        sporsmal: (verdi,) if isinstance(verdi, str) else tuple(verdi)
        for sporsmal, verdi in svar.items()
    }


def next_screen(veileder: Veileder, svar: Mapping[str, tuple[str, ...]]) -> Skjerm | None:
    """Give the first screen without an answer, or None when all are answered."""
    return next((s for s in screens(veileder, svar) if s.nokkel not in svar), None)


def chosen(svar: Svar, sporsmal: str) -> set[str]:
    """Give what was chosen of a question's choices; "vet-ikke" chooses nothing."""
    verdi = svar.get(sporsmal, ())
    return {verdi} - {"vet-ikke"} if isinstance(verdi, str) else set(verdi)


def see(svar: Svar, *tegn: str) -> dict[str, Verdi]:
    """Add seen signs; one that is seen is not unsure any more."""
    usikre = chosen(svar, "tegn_usikker")
    ut = {**svar, "tegn": sorted(chosen(svar, "tegn") | {*tegn})}
    return ut | {"tegn_usikker": sorted(usikre - {*tegn})} if usikre & {*tegn} else ut


def _several(ids: tuple[str, ...], most: int) -> SearchStrategy[Verdi]:
    chosen_ids: SearchStrategy[Verdi] = st.lists(st.sampled_from(ids), unique=True, max_size=most)
    return st.integers(0, 9).flatmap(lambda n: chosen_ids if n else st.just("vet-ikke"))


def _tegn(draw: DrawFn, among: Sequence[str]) -> dict[str, Verdi]:
    """Draw signs seen and unsure, most often few, and never one that is both."""
    least = draw(st.sampled_from((1, 1, 1, 0)))
    drawn = draw(st.lists(st.sampled_from(among), unique=True, min_size=least, max_size=5))
    seen = draw(st.integers(0, len(drawn)))
    sett: Verdi = drawn[:seen]
    if not sett and draw(st.booleans()):
        sett = "vet-ikke"
    return {"tegn": sett, "tegn_usikker": drawn[seen:]}


def _anything() -> dict[str, SearchStrategy[Verdi]]:
    """Any answer to any question; danger now is rare, since it hides all other answers."""
    choices: dict[str, SearchStrategy[Verdi]] = {
        "fare_na": st.sampled_from(("nei",) * 8 + ("vet-ikke", "ja")),
        "rolle": st.sampled_from((*ROLLER, "vet-ikke")),
        "alder": st.sampled_from(("under-18", "over-18", "vet-ikke")),
        "grad": st.sampled_from(GRAD),
        "gjort": _several(GJORT, most=len(GJORT)),
        "utland": _several(UTLAND, most=2),
        "risikofaktorer": _several((FAMILIEFAKTOR,), most=1),
    }
    few = st.sampled_from(JA_NEI_VET_IKKE)
    return choices | dict.fromkeys(JA_NEI_SPORSMAL, few) | {"lovbrudd": few}


def _under_way() -> dict[str, SearchStrategy[Verdi]]:
    """Nothing urgent, and something is done: the rows in the middle of the table."""
    some = st.lists(st.sampled_from(GJORT[:3]), unique=True, min_size=1)
    more = st.lists(st.sampled_from(GJORT), unique=True, min_size=1, max_size=4)
    return _anything() | {
        "gjort": some | some | more,
        "utland": st.just(()),
        "lovbrudd": st.just("nei"),
    }


def _calm() -> dict[str, SearchStrategy[Verdi]]:
    """Nothing urgent, and little is done: the rows at the end of the table."""
    return _under_way() | {
        "gjort": _several(("dialog",), most=1),
        "grad": st.sampled_from(("ikke-droftet", "vet-ikke")),
        "flere_instanser": st.just("nei"),
    }


@st.composite
def svar(draw: DrawFn) -> dict[str, Verdi]:
    """Draw valid answers: any question may be left out, also one that would be asked.

    Answers drawn freely seldom come further down the table than its urgent rows, so most are
    drawn with less in them.
    """
    kind = draw(st.sampled_from((_anything, _under_way, _calm)))
    drawn = {sporsmal: draw(values) for sporsmal, values in kind().items()}
    drawn |= _tegn(draw, TEGN if kind is _anything else UTEN_VOLD)
    left_out = draw(st.sets(st.sampled_from(sorted(drawn)), max_size=4))
    return {sporsmal: value for sporsmal, value in drawn.items() if sporsmal not in left_out}
