"""Conditions in words: every word of the vocabulary, and what it takes that they do not hold."""

import dataclasses
from pathlib import Path
from typing import Final

import pytest

from guider import FJORDVIK, OYVIK, TRONDHEIM, load
from veileder_cli.innhold.vilkarstekst import Vilkarsord, Vilkarstekst, one_line, outline
from veileder_cli.model.betingelse import (
    Alle,
    Alltid,
    Betingelse,
    HarKontakt,
    HarTrinn,
    HarVarsel,
    Ikke,
    Noen,
    Rollegruppe,
    RuteEr,
    Sett,
    SvarEr,
    SvarFra,
    Tegnkrav,
    Ubesvart,
    Usikker,
    Vilkar,
)
from veileder_cli.model.veileder import Veileder

NOD: Final = SvarEr("nod", ("ja",))
ROET: Final = SvarEr("utvikling", ("roet-seg",))
RADSLAG: Final = SvarEr("til_na", ("radslag-holdt",))


@pytest.fixture(scope="module")
def guide() -> Veileder:
    return load(FJORDVIK)


@pytest.mark.parametrize(
    ("betingelse", "sagt", "nektet"),
    [
        (Alltid(), "alltid", "aldri"),
        (
            SvarFra("utvikling", "som-for"),
            "svaret på «Utvikling» er «Som før» eller «Sterkere»",
            "svaret på «Utvikling» er verken «Som før» eller «Sterkere»",
        ),
        (Alle(()), "alltid", "aldri"),
        (Noen(()), "aldri", "alltid"),
        (NOD, "svaret på «Nød» er «Ja»", "svaret på «Nød» er ikke «Ja»"),
        (
            SvarEr("nod", ("ja", "nei")),
            "svaret på «Nød» er «Ja» eller «Nei»",
            "svaret på «Nød» er verken «Ja» eller «Nei»",
        ),
        (
            RADSLAG,
            "«Holdt rådslag» er krysset av på «Til nå»",
            "«Holdt rådslag» er ikke krysset av på «Til nå»",
        ),
        (
            Sett(Tegnkrav(klasse=("alvor",))),
            "du har sett minst ett tegn av klassen «Alvor»",
            "du har ikke sett noe tegn av klassen «Alvor»",
        ),
        (
            Sett(Tegnkrav(klasse=("vag",), minst=2)),
            "du har sett minst to tegn av klassen «Vag»",
            "du har sett færre enn to tegn av klassen «Vag»",
        ),
        (
            Usikker(Tegnkrav(minst=12)),
            "du er usikker på minst 12 tegn",
            "du er usikker på færre enn 12 tegn",
        ),
        (Usikker(Tegnkrav()), "du er usikker på minst ett tegn", "du er ikke usikker på noe tegn"),
        (
            Ubesvart("utvikling"),
            "«Utvikling» er ikke besvart, eller svaret er «Vet ikke»",
            "«Utvikling» er besvart med noe annet enn «Vet ikke»",
        ),
        (Ubesvart("nod"), "«Nød» er ikke besvart", "«Nød» er besvart"),
        (
            Rollegruppe("egen-sak"),
            "rollen din er i gruppa «egen sak»",
            "rollen din er ikke i gruppa «egen sak»",
        ),
        (
            Rollegruppe("skal-varsle"),
            "rollen din er «Jeg arbeider på en skole»",
            "rollen din er ikke «Jeg arbeider på en skole»",
        ),
        (
            Vilkar("om-en-annen"),
            "vilkåret «om en annen» gjelder",
            "vilkåret «om en annen» gjelder ikke",
        ),
        (
            Vilkar("ingen-nod"),
            "svaret på «Nød» er ikke «Ja»",
            "svaret på «Nød» er «Ja»",
        ),
        (
            RuteEr(("radslag",)),
            "ruta er «Hold rådslag»",
            "ruta er ikke «Hold rådslag»",
        ),
        (
            RuteEr(("radslag",), traff=True),
            "en rad som gjelder er «Hold rådslag»",
            "en rad som gjelder er ikke «Hold rådslag»",
        ),
        (HarTrinn(ja=True), "ruta har et neste trinn", "ruta har ikke noe neste trinn"),
        (HarTrinn(ja=False), "ruta har ikke noe neste trinn", "ruta har et neste trinn"),
        (
            HarKontakt("utsyn"),
            "«Utsyn» er på kontaktlista",
            "«Utsyn» er ikke på kontaktlista",
        ),
    ],
)
def test_a_condition_and_its_denial_are_said(
    guide: Veileder, betingelse: Betingelse, sagt: str, nektet: str
) -> None:
    ord_ = Vilkarsord(guide)
    assert one_line(ord_.tell(betingelse)) == sagt
    assert one_line(ord_.tell(Ikke(betingelse))) == nektet
    assert one_line(ord_.tell(Ikke(Ikke(betingelse)))) == sagt


def test_a_notice_is_called_by_its_title(guide: Veileder) -> None:
    varsel = guide.varsler[0]
    assert one_line(Vilkarsord(guide).tell(HarVarsel(varsel.id))).count(varsel.tittel) == 1


def test_signs_are_named_one_or_several(guide: Veileder) -> None:
    forste, andre, *_ = guide.tegnklasse
    ord_ = Vilkarsord(guide)
    assert one_line(ord_.tell(Sett(Tegnkrav(id=(forste,))))).startswith("du har sett tegnet «")
    begge = one_line(ord_.tell(Sett(Tegnkrav(id=(forste, andre), klasse=("vag",)))))
    assert begge.startswith("du har sett minst ett tegn av klassen «Vag» eller blant «")


def test_to_deny_all_is_to_deny_any_and_groups_in_their_like_are_one(guide: Veileder) -> None:
    ord_ = Vilkarsord(guide)
    nektet = ord_.tell(Ikke(Alle((NOD, ROET))))
    assert nektet == Vilkarstekst(
        "", alle=False, deler=(ord_.tell(Ikke(NOD)), ord_.tell(Ikke(ROET)))
    )
    flatt = ord_.tell(Alle((NOD, Alle((ROET, Ikke(Noen((RADSLAG, RADSLAG))))))))
    assert len(flatt.deler) == 4
    assert flatt.alle


def test_brackets_show_what_belongs_together(guide: Veileder) -> None:
    a, b, c = (Vilkarsord(guide).tell(x).tekst for x in (NOD, ROET, RADSLAG))
    fortalt = Vilkarsord(guide).tell(Alle((NOD, Noen((ROET, RADSLAG)))))
    assert one_line(fortalt) == f"{a}, og ({b}, eller {c})"
    assert [*outline(fortalt)] == [(0, "alt dette gjelder:"), (1, a), (1, f"{b}, eller {c}")]


def test_a_long_group_within_another_is_a_list_of_its_own() -> None:
    lang = Vilkarstekst("", alle=False, deler=(Vilkarstekst("x" * 100), Vilkarstekst("y" * 100)))
    dybder = [dybde for dybde, _ in outline(Vilkarstekst("", deler=(Vilkarstekst("z"), lang)))]
    assert dybder == [0, 1, 1, 2, 2]


def test_named_conditions_and_groups_are_found_inside_each_other(guide: Veileder) -> None:
    ord_ = Vilkarsord(guide)
    assert [*ord_.named([Vilkar("om-en-annen")])] == ["om-en-annen"]
    assert ord_.groups([Vilkar("om-en-annen")]) == ("egen-sak",)
    assert ord_.groups([Rollegruppe("skal-varsle")]) == ()
    innpakket = dataclasses.replace(
        guide.regler, vilkar={**guide.regler.vilkar, "ytre": Alle((Vilkar("om-en-annen"), NOD))}
    )
    ytre = Vilkarsord(dataclasses.replace(guide, regler=innpakket))
    assert [*ytre.named([Vilkar("ytre")])] == ["om-en-annen", "ytre"]


@pytest.mark.parametrize("mappe", [TRONDHEIM, FJORDVIK, OYVIK], ids=lambda m: m.parent.name)
def test_every_condition_of_a_guides_rules_can_be_said(mappe: Path) -> None:
    veileder = load(mappe)
    ord_ = Vilkarsord(veileder)
    for regel in veileder.regler.regler:
        assert one_line(ord_.tell(regel.hvis))
    for varsel in veileder.varsler:
        assert one_line(ord_.tell(varsel.vises_nar))
