"""An exercise at the terminal: a made-up case, the questions, and what the guide would say."""

from collections.abc import Callable
from typing import Final

from veileder_cli.cli.funn import found
from veileder_cli.evaluate import evaluate
from veileder_cli.interview.asking import Asker, Choice, HelpPart, Prompt
from veileder_cli.interview.loop import Interview
from veileder_cli.interview.marked import MarkedAsker
from veileder_cli.lookup.find import Oppslag, find
from veileder_cli.model.sjekk import Tilfelle
from veileder_cli.model.veileder import Veileder
from veileder_cli.practice import compare_with_case, exercises
from veileder_cli.render.document import Document
from veileder_cli.render.layout import to_text
from veileder_cli.render.practice import comparison
from veileder_cli.render.result import whole_result
from veileder_cli.sprak import _

MERKE: Final = _("ØVELSE")
_AVSLUTT: Final = "avslutt"
_SAMMENLIGN, _RESULTAT, _SAKEN, _ENDRE, _NY = "sammenlign", "resultat", "saken", "endre", "ny"
_MENY: Final = (
    Choice(_SAMMENLIGN, _("Veilederens råd")),
    Choice(_RESULTAT, _("Mine råd")),
    Choice(_SAKEN, _("Saken")),
    Choice(_ENDRE, _("Endre svar")),
    Choice(_NY, _("Ny øvelse")),
    Choice(_AVSLUTT, _("Avslutt")),
)
_START: Final = (Choice("start", _("Begynn")),)
_OM_SAKENE: Final = _("Sakene er oppdiktet. Svarene dine blir ikke lagret.")
_SVAR_SOM_I_SAKEN: Final = _(
    "Svar ut fra det som står her. Hjelpen til hvert spørsmål har saken. Det saken ikke sier noe "
    "om, svarer du «vet ikke» eller «nei» på."
)
_INGEN: Final = _("Denne veilederen har ingen saker å øve på.")


class Practice:
    """Exercises until the person is done; nothing can be saved, and every screen is marked."""

    def __init__(
        self, veileder: Veileder, asker: Asker, nodlinje: str, width: Callable[[], int]
    ) -> None:
        """Take a guide with its cases; `width` gives the terminal's columns now."""
        self._veileder = veileder
        self._innerst = asker
        self._asker = MarkedAsker(asker, MERKE)
        self._nodlinje = nodlinje
        self._width = width
        self._saker = exercises(veileder)

    def run(self, sok: str) -> None:
        """Practise on the case that is asked for, or is chosen. Raises NotFoundError."""
        if not self._saker:
            self._asker.show(_INGEN)
            return
        sak = self._named(sok) if sok else self._choose()
        while self._practise(sak):
            sak = self._choose()

    def _named(self, sok: str) -> Tilfelle:
        oppslag = tuple(
            Oppslag(t, MERKE, (str(nr),), (t.navn,), t.fortelling)
            for nr, t in enumerate(self._saker, start=1)
        )
        sak: Tilfelle = found(oppslag, _("øvelse"), sok, find(oppslag, sok))[0]
        return sak

    def _choose(self) -> Tilfelle:
        """Ask by how the stories begin: a case's name tells how it ends."""
        prompt = Prompt(
            title=_("Hvilken sak vil du øve på?"),
            header=self._nodlinje,
            help=_OM_SAKENE,
            choices=tuple(
                Choice(str(nr), _beginning(t.fortelling)) for nr, t in enumerate(self._saker)
            ),
            chosen=(),
            many=False,
            can_go_back=False,
            numbered=True,
        )
        svar = self._asker.ask(prompt)
        return self._saker[int(svar[0])] if isinstance(svar, tuple) else self._saker[0]

    def _practise(self, sak: Tilfelle) -> bool:
        """Tell, ask, and show what the guide says; tell whether the person wants another case."""
        self._asker = MarkedAsker(self._innerst, MERKE, HelpPart(_("Saken"), (sak.fortelling,)))
        self._tell(sak)
        intervju = Interview(self._veileder, self._asker, self._nodlinje)
        intervju.run()
        valg = _SAMMENLIGN
        while valg not in {_NY, _AVSLUTT}:
            if valg == _ENDRE:
                intervju.review()
            if valg == _SAKEN:
                self._show(sak.fortelling)
            elif valg == _RESULTAT:
                vurdering = evaluate(self._veileder, intervju.svar)
                self._show_pages(whole_result(self._veileder, vurdering))
            else:
                funn = compare_with_case(self._veileder, sak, intervju.svar)
                self._show_pages(comparison(self._veileder, funn))
            valg = self._asker.ask_key(_("Hva vil du nå?"), _MENY)
        return valg == _NY

    def _tell(self, sak: Tilfelle) -> None:
        self._show(f"{sak.fortelling}\n\n{_SVAR_SOM_I_SAKEN} {_OM_SAKENE}")
        self._asker.ask_key(_("Er du klar?"), _START, enter_is_first=True)

    def _show(self, tekst: str) -> None:
        self._asker.clear()
        self._asker.show(tekst)

    def _show_pages(self, dokument: Document) -> None:
        self._asker.show_pages(to_text(dokument, self._width()))


def _beginning(fortelling: str) -> str:
    """Give the first two sentences."""
    return ". ".join(fortelling.split(". ")[:2]).removesuffix(".") + "."
