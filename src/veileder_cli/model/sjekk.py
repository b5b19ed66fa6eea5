"""The guide's parts that the interview rests on: roles, questions, rules, notices, cases."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Final

from veileder_cli.model.betingelse import Alltid, Betingelse
from veileder_cli.model.innhold import Utsagn
from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.tekst import Sokeord, Tekst
from veileder_cli.records import dataclass

VET_IKKE: Final = "vet-ikke"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolle:
    """Who the user is: `grupper` are tags for conditions, `kontakter` lists per purpose.

    `plikter`: duties that come with the role, outside the steps; those that hold are shown.
    """

    id: str
    navn: Tekst
    merke: Merke
    kilde: Kilde
    grupper: tuple[str, ...] = ()
    kontakter: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    emner: tuple[Sokeord, ...] = ()
    plikter: tuple[Utsagn, ...] = ()


class Sporsmalstype(StrEnum):
    """How a question is asked and where its choices come from."""

    JA_NEI = "ja-nei"
    ETT = "ett"
    FLERE = "flere"
    ROLLE = "rolle"
    TEGN = "tegn"
    USIKRE_TEGN = "usikre-tegn"
    RISIKO = "risiko"
    BESKYTTELSE = "beskyttelse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Valg:
    """A choice: `verdi` is stored, `tekst` is shown, `hjelp` says what counts."""

    verdi: str
    tekst: Tekst
    hjelp: Tekst = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sporsmal:
    """A question: asked when `nar` holds on the answers to the questions before it.

    `navn`: a word or two for it, where its answer is shown again.
    `vet_ikke_teller`: "vet ikke" is a fact of its own, not the same as no answer.
    `uten_svar`: what a missing answer and "vet ikke" are taken as.
    `avklar`: why it is worth finding out, shown when it is unanswered.
    `ordnet`: the choices go from least to most, so that conditions may say "this much or more".
    `begreper`: the terms in the question. `teller`, `teller_ikke`: an example on each side.
    """

    id: str
    navn: Tekst
    type: Sporsmalstype
    tekst: Tekst
    hvorfor: Tekst
    merke: Merke
    kilde: Kilde
    hjelp: Tekst = ""
    valg: tuple[Valg, ...] = ()
    nar: Betingelse = Alltid()
    vet_ikke_teller: bool = False
    uten_svar: str = ""
    valgfritt: bool = False
    avklar: Tekst = ""
    ordnet: bool = False
    begreper: tuple[str, ...] = ()
    teller: tuple[Utsagn, ...] = ()
    teller_ikke: tuple[Utsagn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trinnvalg:
    """A step that is taken when the condition holds; the first that holds is the next step."""

    trinn: str
    hvis: Betingelse = Alltid()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontaktvalg:
    """A contact by id, or the list that the user's role has under `rollens`."""

    kontakt: str = ""
    rollens: str = ""
    hvorfor: Tekst = ""
    hvis: Betingelse = Alltid()


class Utfall(StrEnum):
    """Where a route without a next step ends."""

    ANNET_SPOR = "annet-spor"
    AVSLUTT = "avslutt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A row of the decision table; `id` is the name of the route.

    `setter_rute`: nei for rows that only add contacts beside the route.
    `stopper`: when this row sets the route, no other row adds anything.
    `haster`: the interview offers the result as soon as this row sets the route.
    Of `tittel` and `hvem` the first that holds is used; of `din_del` all that hold.
    """

    id: str
    tittel: tuple[Utsagn, ...]
    merke: Merke
    kilde: Kilde
    hvis: Betingelse
    hvem: tuple[Utsagn, ...] = ()
    din_del: tuple[Utsagn, ...] = ()
    trinn: tuple[Trinnvalg, ...] = ()
    samtidig: tuple[Trinnvalg, ...] = ()
    kontakter: tuple[Kontaktvalg, ...] = ()
    setter_rute: bool = True
    stopper: bool = False
    haster: bool = False
    utfall: Utfall | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelsett:
    """regler.yaml: named conditions, the decision table, and what goes with every result.

    `kontakter_forst` come before those of the rows, whichever row sets the route. `forbered`: what
    to have ready. `samtalestart`: how one may begin to talk about what is unknown. `nytt_blikk`:
    when to look again. `stotte`: help for the one who worries. Of each those that hold are shown.
    """

    vilkar: Mapping[str, Betingelse] = field(default_factory=dict)
    regler: tuple[Regel, ...] = ()
    kontakter_forst: tuple[Kontaktvalg, ...] = ()
    forbered: tuple[Utsagn, ...] = ()
    samtalestart: tuple[Utsagn, ...] = ()
    nytt_blikk: tuple[Utsagn, ...] = ()
    stotte: tuple[Utsagn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Varsel:
    """A notice; `tekster` that hold are shown in order. `paakrevd`: no overlay may remove it."""

    id: str
    tittel: Tekst
    tekster: tuple[Utsagn, ...]
    merke: Merke
    kilde: Kilde
    vises_nar: Betingelse
    paakrevd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Forventning:
    """What a case must lead to; only what is given is checked.

    `trinn`: a step id, or "ingen" for no next step. `kontakter`: how the list begins.
    """

    rute: str
    trinn: str = ""
    kontakter: tuple[str, ...] = ()
    har_kontakter: tuple[str, ...] = ()
    uten_kontakter: tuple[str, ...] = ()
    varsler: tuple[str, ...] = ()
    uten_varsler: tuple[str, ...] = ()
    samtidig: tuple[str, ...] = ()
    tiltak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tilfelle:
    """A made-up case: `navn` is a sentence, `svar` is an answers file's content.

    `fortelling`: the same as a story, for those who practise; one without is only a check.
    """

    navn: str
    svar: Mapping[str, tuple[str, ...]]
    forvent: Forventning
    fortelling: Tekst = ""
