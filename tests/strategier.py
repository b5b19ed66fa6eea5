"""Random valid answers for hypothesis: what a user may answer, asked or not."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from orakel import FAMILIEFAKTOR, ROLLER, TEGN

Verdi = str | list[str]

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


def _several(ids: tuple[str, ...], most: int) -> SearchStrategy[Verdi]:
    return st.lists(st.sampled_from(ids), unique=True, max_size=most)


def _tegn(draw: DrawFn) -> dict[str, Verdi]:
    """Draw signs seen and unsure, most often few, and never one that is both."""
    chosen = draw(st.lists(st.sampled_from(TEGN), unique=True, max_size=5))
    seen = draw(st.integers(0, len(chosen)))
    return {"tegn": chosen[:seen], "tegn_usikker": chosen[seen:]}


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
