"""Asks what the flow says, one screen at a time; the answers are its only state."""

from veileder_cli.evaluate import evaluate
from veileder_cli.facts import Svar
from veileder_cli.flow import Skjerm, next_screen, previous_screen, screens
from veileder_cli.interview.asking import Asker, Back, Choice, Prompt
from veileder_cli.interview.prompts import answer_lines, screen_prompt, to_value
from veileder_cli.model.veileder import Veileder

_VIS = "vis"
_FORTSETT = "fortsett"


class Interview:
    """One conversation: its answers live here, in memory, and nowhere else."""

    def __init__(self, veileder: Veileder, asker: Asker, topplinje: str) -> None:
        """Start without answers; `topplinje` stands over every question."""
        self._veileder = veileder
        self._asker = asker
        self._topplinje = topplinje
        self._tilbudt: set[str] = set()
        self._svar: dict[str, tuple[str, ...]] = {}

    @property
    def svar(self) -> Svar:
        """The answers so far, by screen."""
        return self._svar

    def run(self) -> Svar:
        """Ask until every question is answered and reviewed, or a result that cannot wait is."""
        if not self._ask_from(next_screen(self._veileder, self._svar)):
            self.review()
        return self._svar

    def review(self) -> None:
        """Show all answers, and let any of them be changed, until the person goes on."""
        while (skjerm := self._choose_screen()) is not None:
            if self._ask_from(skjerm):
                return

    def _ask_from(self, skjerm: Skjerm | None) -> bool:
        """Ask this screen and those that are still unanswered; tell whether to stop at once."""
        while skjerm is not None:
            valgt = self._asker.ask(self._prompt(skjerm))
            if isinstance(valgt, Back):
                skjerm = previous_screen(self._veileder, self._svar, skjerm.nokkel) or skjerm
                continue
            self._svar[skjerm.nokkel] = to_value(valgt)
            skjerm = next_screen(self._veileder, self._svar)
            if self._cannot_wait(skjerm):
                return True
        return False

    def _prompt(self, skjerm: Skjerm) -> Prompt:
        alle = [s.nokkel for s in screens(self._veileder, self._svar)]
        nr = alle.index(skjerm.nokkel)
        fremdrift = f"Spørsmål {nr + 1} av {len(alle)}"
        return screen_prompt(
            skjerm, self._svar, f"{self._topplinje}\n{fremdrift}", kan_tilbake=nr > 0
        )

    def _cannot_wait(self, neste: Skjerm | None) -> bool:
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
            help="Vil du se hva du gjør nå? Du kan svare på resten etterpå.",
            choices=(
                Choice(_VIS, "Vis hva jeg gjør nå"),
                Choice(_FORTSETT, "Svar på resten først"),
            ),
            chosen=(),
            many=False,
            can_go_back=False,
        )
        return self._asker.ask(prompt) == (_VIS,)

    def _choose_screen(self) -> Skjerm | None:
        """Ask which answer to change; None when the person wants the result."""
        skjermer = [s for s in screens(self._veileder, self._svar) if s.nokkel in self._svar]
        neste = next_screen(self._veileder, self._svar)
        prompt = Prompt(
            title="Se over svarene dine. Vil du endre noe?",
            header=self._topplinje,
            help="Velg et svar for å endre det, eller vis resultatet.",
            choices=(
                Choice(_VIS, "Vis resultatet"),
                *((Choice(_FORTSETT, "Svar på resten"),) if neste else ()),
                *(Choice(s.nokkel, self._summary(s)) for s in skjermer),
            ),
            chosen=(),
            many=False,
            can_go_back=False,
        )
        valgt = self._asker.ask(prompt)
        if valgt == (_FORTSETT,):
            return neste
        return next((s for s in skjermer if (s.nokkel,) == valgt), None)

    def _summary(self, skjerm: Skjerm) -> str:
        gruppe = f" ({skjerm.gruppe})" if skjerm.gruppe else ""
        return f"{skjerm.sporsmal.navn}{gruppe}: {answer_lines(skjerm, self._svar)}"
