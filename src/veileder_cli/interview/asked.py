"""What is asked at one time: a screen of the flow, or signs together with the doubts about them.

The answers stay those of the flow's screens, each by its own key: seen signs under one, unsure
ones under the other. So nobody else knows that the two are asked in one go.
"""

from veileder_cli.facts import Svar, read_facts, screen_keys
from veileder_cli.flow import Skjerm, screens
from veileder_cli.interview.asking import base_of, is_unsure, unsure_of
from veileder_cli.model.sjekk import VET_IKKE, Sporsmal, Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.records import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A screen; `usikre` is the question about doubts that is asked on it, under `nokkel_usikre`.

    Values are as `asking.Prompt` has them: a sign, or `unsure_of` it.
    """

    skjerm: Skjerm
    usikre: Sporsmal | None = None
    nokkel_usikre: str = ""

    @property
    def nokkel(self) -> str:
        """The key of the screen."""
        return self.skjerm.nokkel

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that its answers are kept under."""
        return (self.nokkel, self.nokkel_usikre) if self.usikre else (self.nokkel,)

    @property
    def questions(self) -> tuple[Sporsmal, ...]:
        """The questions it asks."""
        return (self.skjerm.sporsmal, *((self.usikre,) if self.usikre else ()))

    def is_answered(self, svar: Svar) -> bool:
        """Whether there is an answer, known or "don't know"."""
        return all(nokkel in svar for nokkel in self.keys)

    def given(self, svar: Svar) -> tuple[str, ...] | None:
        """Give what was answered; None where it was not asked yet."""
        if self.nokkel not in svar:
            return None
        usikre = svar.get(self.nokkel_usikre, ()) if self.usikre else ()
        return (*svar[self.nokkel], *(unsure_of(v) for v in usikre if v != VET_IKKE))

    def as_svar(self, verdier: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """Lay the values out by the keys; "don't know" is said of both questions."""
        if not self.usikre or verdier == (VET_IKKE,):
            return dict.fromkeys(self.keys, verdier)
        return {
            self.nokkel: tuple(v for v in verdier if not is_unsure(v)),
            self.nokkel_usikre: tuple(base_of(v) for v in verdier if is_unsure(v)),
        }


def asked_screens(veileder: Veileder, svar: Svar) -> tuple[Asked, ...]:
    """List what is asked, in its order, given the answers so far."""
    tegn = veileder.sporsmal_av_type(Sporsmalstype.TEGN)
    stilte = read_facts(veileder, svar).stilles
    usikre = next((s for s in stilte if s.type is Sporsmalstype.USIKRE_TEGN), None)
    if not usikre or tegn not in {s.id for s in stilte}:
        return tuple(map(Asked, screens(veileder, svar)))
    nokler = dict(
        zip(
            screen_keys(veileder, veileder.sporsmal_med_id[tegn]),
            screen_keys(veileder, usikre),
            strict=True,
        )
    )
    return tuple(
        Asked(s, usikre, nokler[s.nokkel]) if s.nokkel in nokler else Asked(s)
        for s in screens(veileder, svar)
        if s.sporsmal is not usikre
    )


def next_asked(alle: tuple[Asked, ...], svar: Svar) -> Asked | None:
    """Give the first that has no answer, or None when all have one."""
    return next((a for a in alle if not a.is_answered(svar)), None)


def beside(alle: tuple[Asked, ...], nokkel: str, step: int) -> Asked | None:
    """Give the one so many steps after this one (or before it), or None beyond the ends."""
    sted = next((i for i, a in enumerate(alle) if a.nokkel == nokkel), 0) + step
    return alle[sted] if 0 <= sted < len(alle) else None


def voided(before: tuple[Asked, ...], svar: Svar, after: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """List what was asked and answered before, and is no longer asked after."""
    igjen = {a.nokkel for a in after}
    return tuple(a for a in before if a.is_answered(svar) and a.nokkel not in igjen)
