"""What the help of a question says: why it is asked, what its words mean, what counts."""

from typing import Final

from veileder_cli.interview.asked import Asked
from veileder_cli.interview.asking import HelpPart
from veileder_cli.model.innhold import Utsagn
from veileder_cli.model.sjekk import Sporsmal
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.sources import Sourced, short_source
from veileder_cli.sprak import _

_HVORFOR: Final = _("Hvorfor vi spør")
_ORDENE: Final = _("Hva ordene betyr")
_TELLER: Final = _("Dette teller")
_TELLER_IKKE: Final = _("Dette teller ikke")


def about(veileder: Veileder, asked: Asked) -> tuple[HelpPart, ...]:
    """Gather the help of all that is asked on the screen; parts without lines are left out."""
    spor = asked.questions
    deler = (
        HelpPart(_HVORFOR, tuple(_sourced(veileder, s.hvorfor, s) for s in spor)),
        HelpPart(_ORDENE, _terms(veileder, spor)),
        HelpPart(_TELLER, _statements(veileder, tuple(u for s in spor for u in s.teller))),
        HelpPart(
            _TELLER_IKKE, _statements(veileder, tuple(u for s in spor for u in s.teller_ikke))
        ),
    )
    return tuple(del_ for del_ in deler if del_.lines)


def _terms(veileder: Veileder, spor: tuple[Sporsmal, ...]) -> tuple[str, ...]:
    """Explain each term once, with its source, in the order the questions name them."""
    begreper = {b.id: b for b in veileder.begreper}
    ider = dict.fromkeys(id_ for s in spor for id_ in s.begreper if id_ in begreper)
    return tuple(
        _sourced(veileder, f"{b.navn}: {b.forklaring}", b) for b in map(begreper.__getitem__, ider)
    )


def _statements(veileder: Veileder, utsagn: tuple[Utsagn, ...]) -> tuple[str, ...]:
    return tuple(_sourced(veileder, u.tekst, u) for u in utsagn)


def _sourced(veileder: Veileder, tekst: str, rad: Sourced) -> str:
    return f"{tekst} [{short_source(rad, veileder)}]"
