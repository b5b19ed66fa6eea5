"""Asks what the flow says, one screen at a time; the answers are its only state."""

from typing import Final

from veileder_cli.evaluate import evaluate
from veileder_cli.facts import Svar
from veileder_cli.interview.about import about
from veileder_cli.interview.asked import Asked, asked_screens, beside, next_asked, voided
from veileder_cli.interview.asking import Asker, Back, Choice, Forward, Prompt
from veileder_cli.interview.prompts import answer_lines, screen_prompt, to_value
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _, joined, quoted

_VIS: Final = "vis"
_FORTSETT: Final = "fortsett"
_ENDRE: Final = "endre-likevel"
_BEHOLD: Final = "behold"


class Interview:
    """One conversation: its answers live here, in memory, and nowhere else."""

    def __init__(self, veileder: Veileder, asker: Asker, topplinje: str) -> None:
        """Start without answers; `topplinje` stands over every question."""
        self._veileder = veileder
        self._asker = asker
        self._topplinje = topplinje
        self._tilbudt: set[str] = set()
        self._svar: dict[str, tuple[str, ...]] = {}
        self._alle = asked_screens(veileder, self._svar)

    @property
    def svar(self) -> Svar:
        """The answers so far, by screen."""
        return self._svar

    def run(self) -> Svar:
        """Ask until every question is answered and reviewed, or a result that cannot wait is."""
        asked = next_asked(self._alle, self._svar)
        while not self._ask_from(asked) and self.review():
            asked = self._alle[-1]
        return self._svar

    def review(self) -> bool:
        """Show all answers, and let any be changed, until the person goes on, or back (True)."""
        while not isinstance(valgt := self._choose(), Back):
            if valgt is None or self._ask_from(valgt, changing=valgt.is_answered(self._svar)):
                return False
        return True

    @property
    def skipped(self) -> tuple[Asked, ...]:
        """The optional questions that were skipped as a whole."""
        return tuple(a for a in self._alle if a.skjerm.ta_med and self._svar.get(a.nokkel) == ())

    def take_skipped(self) -> None:
        """Ask again whether each optional question that was skipped is to be taken along."""
        for asked in self.skipped:
            if self._ask_from(asked, changing=True):
                return

    def _ask_from(self, asked: Asked | None, *, changing: bool = False) -> bool:
        """Ask this one and those that are still unanswered; tell whether to stop at once.

        `changing` one answer, the way back leads to where it was chosen, by what came since.
        """
        trail: list[str] = []
        while asked is not None:
            valgt = self._asker.ask(self._prompt(asked, changing=changing))
            if isinstance(valgt, Back):
                asked = self._last_of(trail) if changing else self._beside(asked, -1) or asked
            elif isinstance(valgt, Forward):
                asked = self._beside(asked, 1)
            elif self._keep(asked, to_value(valgt)):
                neste = next_asked(self._alle, self._svar)
                if (stopp := self._cannot_wait(neste)) is True:
                    return True
                if stopp is False:
                    trail.append(asked.nokkel)
                    asked = neste
        return False

    def _last_of(self, trail: list[str]) -> Asked | None:
        """Take the last off the trail that is still asked; None when it leads no further back."""
        alle = {a.nokkel: a for a in self._alle}
        while trail:
            if (nokkel := trail.pop()) in alle:
                return alle[nokkel]
        return None

    def _beside(self, asked: Asked, step: int) -> Asked | None:
        return beside(self._alle, asked.nokkel, step)

    def _prompt(self, asked: Asked, *, changing: bool) -> Prompt:
        alle = [a.nokkel for a in self._alle]
        nr = alle.index(asked.nokkel)
        return screen_prompt(
            asked,
            self._svar,
            _("{topplinje}\nSpørsmål {verdi} av {alle}").format(
                topplinje=self._topplinje, verdi=nr + 1, alle=len(alle)
            ),
            kan_tilbake=changing or nr > 0,
            kan_fram=not changing and asked.is_answered(self._svar),
            about=about(self._veileder, asked),
        )

    def _keep(self, asked: Asked, verdier: tuple[str, ...]) -> bool:
        """Keep the answer, and drop those it makes void; False when it is to be asked again.

        What stops everything asks nothing first: then the others wait where they are.
        """
        nye = {**self._svar, **asked.as_svar(verdier)}
        alle = asked_screens(self._veileder, nye)
        bort = voided(self._alle, self._svar, alle)
        if bort and not (self._is_urgent(nye) and not next_asked(alle, nye)):
            valgt = self._ask_about_void(bort)
            if isinstance(valgt, Back):
                return False
            if valgt == (_BEHOLD,):
                return True
            nye = {k: v for k, v in nye.items() if not any(k in a.keys for a in bort)}
        self._svar, self._alle = nye, alle
        return True

    def _ask_about_void(self, bort: tuple[Asked, ...]) -> tuple[str, ...] | Back | Forward:
        """Say which answers would no longer count; a question that was skipped is no loss."""
        navn = dict.fromkeys(a.skjerm.sporsmal.navn for a in bort if not self._was_skipped(a))
        if not navn:
            return (_ENDRE,)
        return self._asker.ask(
            Prompt(
                title=_("Svarene på {navn} gjelder ikke lenger. Vil du endre likevel?").format(
                    navn=joined(map(quoted, navn))
                ),
                header=self._topplinje,
                help=_(
                    "Endrer du, blir de slettet. Beholder du det gamle svaret, står alt som før."
                ),
                choices=(
                    Choice(_BEHOLD, _("Nei, behold det gamle svaret")),
                    Choice(_ENDRE, _("Ja, endre og slett dem")),
                ),
                chosen=(),
                many=False,
                can_go_back=True,
            )
        )

    def _was_skipped(self, asked: Asked) -> bool:
        return asked.skjerm.ta_med and self._svar[asked.nokkel] == ()

    def _is_urgent(self, svar: Svar) -> bool:
        return evaluate(self._veileder, svar).regel.haster

    def _cannot_wait(self, neste: Asked | None) -> bool | Back:
        """Offer the result, once for each route that cannot wait for the other questions."""
        vurdering = evaluate(self._veileder, self._svar)
        if not vurdering.regel.haster or vurdering.rute in self._tilbudt:
            return False
        self._tilbudt.add(vurdering.rute)
        if neste is None:
            return True
        prompt = Prompt(
            title=f"{vurdering.tittel.tekst}.",
            header=self._topplinje,
            help=_("Vil du se hva du gjør nå? Du kan svare på resten etterpå."),
            choices=(
                Choice(_VIS, _("Vis hva jeg gjør nå")),
                Choice(_FORTSETT, _("Svar på resten først")),
            ),
            chosen=(),
            many=False,
            can_go_back=True,
        )
        valgt = self._asker.ask(prompt)
        if isinstance(valgt, Back):
            self._tilbudt.discard(vurdering.rute)
            return valgt
        return valgt == (_VIS,)

    def _choose(self) -> Asked | Back | None:
        """Ask which answer to change; None when the person wants the result."""
        besvart = [a for a in self._alle if a.is_answered(self._svar)]
        neste = next_asked(self._alle, self._svar)
        prompt = Prompt(
            title=_("Se over svarene dine. Vil du endre noe?"),
            header=self._topplinje,
            help=_("Velg et svar for å endre det, eller vis resultatet."),
            choices=(
                Choice(_VIS, _("Vis resultatet")),
                *((Choice(_FORTSETT, _("Svar på resten")),) if neste else ()),
                *(Choice(a.nokkel, self._summary(a)) for a in besvart),
            ),
            chosen=(),
            many=False,
            can_go_back=True,
            numbered=True,
        )
        valgt = self._asker.ask(prompt)
        if isinstance(valgt, Back):
            return valgt
        if valgt == (_FORTSETT,):
            return neste
        return next((a for a in besvart if (a.nokkel,) == valgt), None)

    def _summary(self, asked: Asked) -> str:
        gruppe = f" ({asked.skjerm.gruppe})" if asked.skjerm.gruppe else ""
        return f"{asked.skjerm.sporsmal.navn}{gruppe}: {answer_lines(asked, self._svar)}"
