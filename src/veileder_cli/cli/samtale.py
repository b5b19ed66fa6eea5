"""The conversation at the terminal: questions, result, and what one may do with it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from veileder_cli.errors import SaveError
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import Svar
from veileder_cli.interview.asking import Asker, Back, Choice
from veileder_cli.interview.loop import Interview
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering
from veileder_cli.render.document import Document
from veileder_cli.render.layout import to_text
from veileder_cli.render.result import first_screen, whole_result
from veileder_cli.sprak import _

_ALT, _HVORFOR, _ENDRE, _LAGRE, _AVSLUTT = "alt", "hvorfor", "endre", "lagre", "avslutt"
_FAKTORER = "faktorer"
_MENY = (
    Choice(_ALT, _("Hele resultatet")),
    Choice(_HVORFOR, _("Hvorfor")),
    Choice(_ENDRE, _("Endre svar")),
    Choice(_LAGRE, _("Lagre råd")),
    Choice(_AVSLUTT, _("Avslutt")),
)
# Last, so that the others keep their numbers; the whole menu stands on one line of 80.
_MENY_MED_FAKTORER = (*_MENY, Choice(_FAKTORER, _("Faktorer")))
_JA = "ja"
_TOM_SKJERM = (
    Choice(_JA, _("Ja, tøm den (andre bruker maskinen)")),
    Choice("nei", _("Nei, la det stå")),
)
_HVA_NAA = _("Hva vil du gjøre nå?")
_FILNAVN = _("Navn på fila (for eksempel raad.html):")
_OM_LAGRING = _(
    "Fila får rådene og kontaktene, ikke svarene dine. Bare du kan lese den. Også rådene kan røpe "
    "hva saken gjelder, så lagre bare der ingen andre leser. Navnet slutter på "
    ".html (til utskrift), .txt eller .md."
)


class Conversation:
    """One conversation from the first question to the end; nothing of it is kept."""

    def __init__(
        self,
        veileder: Veileder,
        asker: Asker,
        nodlinje: str,
        width: Callable[[], int],
        today: Callable[[], date],
    ) -> None:
        """Hold what is asked of and through; `width` gives the terminal's columns now."""
        self._veileder = veileder
        self._asker = asker
        self._nodlinje = nodlinje
        self._width = width
        self._today = today
        self._intervju = Interview(veileder, asker, nodlinje)

    def ask(self) -> Svar:
        """Ask everything, and give the answers."""
        return self._intervju.run()

    def run(self) -> None:
        """Ask, show the result, and do what the person wants with it until they are done."""
        self._intervju.run()
        self._show_first()
        tittel = _HVA_NAA
        while (valg := self._asker.ask_key(tittel, self._menu)) != _AVSLUTT:
            tittel = self._do(valg) or _HVA_NAA
        self._end()

    @property
    def _menu(self) -> tuple[Choice, ...]:
        """What can be done with the result; what was skipped can be taken now."""
        return _MENY_MED_FAKTORER if self._intervju.skipped else _MENY

    def _do(self, valg: str) -> str:
        """Do what was chosen, and say how it went where that is not to be seen."""
        vurdering = evaluate(self._veileder, self._intervju.svar)
        match valg:
            case "alt":
                self._show_pages(whole_result(self._veileder, vurdering))
            case "hvorfor":
                self._show_pages(self._why(vurdering))
            case "endre":
                self._intervju.review()
                self._show_first()
            case "faktorer":
                self._intervju.take_skipped()
                self._show_first()
            case "lagre":
                beskjed = self._save(vurdering)
                self._show_first()
                return beskjed
        return ""

    def _why(self, vurdering: Vurdering) -> Document:
        from veileder_cli.render.reasons import reasons  # noqa: PLC0415 - few ask why
        from veileder_cli.what_if import find_alternatives  # noqa: PLC0415 - as above

        andre = find_alternatives(self._veileder, self._intervju.svar)
        return reasons(self._veileder, vurdering, andre)

    def _show_first(self) -> None:
        self._asker.clear()
        vurdering = evaluate(self._veileder, self._intervju.svar)
        tekst = to_text(first_screen(self._veileder, vurdering), self._width())
        self._asker.show(tekst.removesuffix("\n"))

    def _show_pages(self, dokument: Document) -> None:
        self._asker.show_pages(to_text(dokument, self._width()))

    def _save(self, vurdering: Vurdering) -> str:
        """Save the guidance to a new file that the person names, and say where it is."""
        from veileder_cli.eksport.file import save_text  # noqa: PLC0415 - after the questions
        from veileder_cli.render.printable import guidance_file  # noqa: PLC0415 - as above

        sporsmal = f"{_OM_LAGRING}\n\n{_FILNAVN}"
        while not isinstance(navn := self._asker.ask_text(sporsmal), Back):
            try:
                raad = guidance_file(self._veileder, vurdering, navn, self._today())
                fil = save_text(Path(navn), raad)
            except SaveError as error:
                sporsmal = _("Ikke lagret: {grunn}. Skriv et annet navn.\n\n{filnavn}").format(
                    grunn=error.grunn, filnavn=_FILNAVN
                )
                continue
            return _("Rådene er lagret i {fil}.").format(fil=fil)
        return ""

    def _end(self) -> None:
        """Offer to empty the screen: others may use the machine."""
        if not self._asker.can_wipe:
            self._asker.show(
                _("Lukk vinduet når du er ferdig, så ingen andre ser hva du har svart.")
            )
            return
        if self._asker.ask_key(_("Skal skjermen tømmes?"), _TOM_SKJERM, enter_is_first=True) == _JA:
            self._asker.wipe()
