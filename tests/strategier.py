"""Random valid answers for hypothesis: what a user may answer, asked or not."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from orakel import FAMILIEFAKTOR, ROLLER, TEGN

Verdi = str | Sequence[str]
Svar = Mapping[str, Verdi]
"""Answers as an answers file has them: question by question."""

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


def _tegn(draw: DrawFn) -> dict[str, Verdi]:
    """Draw signs seen and unsure, most often few, and never one that is both."""
    drawn = draw(st.lists(st.sampled_from(TEGN), unique=True, max_size=5))
    seen = draw(st.integers(0, len(drawn)))
    sett: Verdi = drawn[:seen]
    if not sett and draw(st.booleans()):
        sett = "vet-ikke"
    return {"tegn": sett, "tegn_usikker": drawn[seen:]}


@st.composite
def svar(draw: DrawFn) -> dict[str, Verdi]:
    """Draw valid answers: any question may be left out, also one that would be asked.

    Danger now is rare, since it hides all other answers.
    """
    few = st.sampled_from(JA_NEI_VET_IKKE)
    choices: dict[str, SearchStrategy[Verdi]] = {
        "fare_na": st.sampled_from(("nei",) * 8 + ("vet-ikke", "ja")),
        "rolle": st.sampled_from((*ROLLER, "vet-ikke")),
        "alder": st.sampled_from(("under-18", "over-18", "vet-ikke")),
        "grad": st.sampled_from(GRAD),
        "gjort": _several(GJORT, most=len(GJORT)),
        "utland": _several(UTLAND, most=2),
        "risikofaktorer": _several((FAMILIEFAKTOR,), most=1),
    }
    choices |= dict.fromkeys(JA_NEI_SPORSMAL, few)
    choices["lovbrudd"] = st.sampled_from(("nei",) * 4 + ("vet-ikke", "ja"))
    drawn = {sporsmal: draw(values) for sporsmal, values in choices.items()}
    drawn |= _tegn(draw)
    left_out = draw(st.sets(st.sampled_from(sorted(drawn)), max_size=6))
    return {sporsmal: value for sporsmal, value in drawn.items() if sporsmal not in left_out}
