"""What may be typed at a question, in words: many screen readers are silent at a sign like "?"."""

from typing import Final

from veileder_cli.interview.asking import Prompt
from veileder_cli.interview.haste import QUICK_WORD
from veileder_cli.sprak import _

LEAVE: Final = _("Skriv {quick_word} for å gå raskt ut. Ctrl-C avslutter.").format(
    quick_word=QUICK_WORD
)


def may_be_typed(prompt: Prompt) -> str:
    """Say all of it, as is done the first time, in the help and after what is no answer."""
    if prompt.unsure:
        how = _(
            "Skriv tallene for det du har sett eller hørt, med komma mellom, og trykk Enter. "
            "Er du usikker på noe, skriver du for eksempel «1 sett, 2 usikker». "
            "Et spørsmålstegn bak tallet betyr også usikker: «1,2?»."
        )
    elif prompt.many:
        how = _("Skriv ett eller flere tall med mellomrom eller komma mellom, og trykk Enter.")
    else:
        how = _("Skriv tallet foran svaret, eller noe av teksten, og trykk Enter.")
    back = _(" Skriv t for å gå tilbake.") if prompt.can_go_back else ""
    forward = _(" Skriv f for å gå fram.") if prompt.can_go_forward else ""
    return _("{how}{back}{forward} Skriv hjelp eller ? for å få hjelp. {leave}").format(
        how=how, back=back, forward=forward, leave=LEAVE
    )


def may_be_typed_again(prompt: Prompt) -> str:
    """Say it shortly to who has heard all of it before; whoever listens hears it each time."""
    if prompt.unsure:
        how = _("Skriv tallene, for eksempel «1 sett, 2 usikker»")
    elif prompt.many:
        how = _("Skriv ett eller flere tall")
    else:
        how = _("Skriv tallet")
    back = _(", t (tilbake)") if prompt.can_go_back else ""
    forward = _(", f (fram)") if prompt.can_go_forward else ""
    return _("{how}{back}{forward}, hjelp eller {quick_word} (raskt ut).").format(
        how=how, back=back, forward=forward, quick_word=QUICK_WORD
    )
