"""The model's fields are the schema: what YAML may hold, and what each fault is told as."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from veileder_cli.convert import FAILED, Reader, hints_of, label, suggest
from veileder_cli.errors import Problem
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
from veileder_cli.model.innhold import Avsnitt, Begrep, Kapittel, Tiltak
from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.sjekk import Kontaktvalg, Regel, Rolle, Sporsmal, Sporsmalstype
from veileder_cli.model.tegn import Faktorliste
from veileder_cli.strict_yaml import Entry, MappingNode, Node, Scalar, SequenceNode, parse
from veileder_cli.vocabulary import ORD

KILDE = "merke: veilederen\nkilde: {kapittel: 1}\n"
BEGREP = f"id: uro\nnavn: Uro\nforklaring: Noe uroer deg.\n{KILDE}"
REGEL = f"id: rad\nhvis: {{alltid: ja}}\ntittel: {{tekst: Gjør noe}}\n{KILDE}"
NEI = SvarEr("nod", ("nei",))

BETINGELSER: dict[str, tuple[str, Betingelse]] = {
    "alltid": ("{alltid: ja}", Alltid()),
    "alle": ("{alle: [{alltid: ja}, {svar: {nod: nei}}]}", Alle((Alltid(), NEI))),
    "noen": ("{noen: {svar: {nod: nei}}}", Noen((NEI,))),
    "ikke": ("{ikke: {svar: {nod: nei}}}", Ikke(NEI)),
    "svar": ("{svar: {nod: [nei, vet-ikke]}}", SvarEr("nod", ("nei", "vet-ikke"))),
    "svar_fra": ("{svar_fra: {nod: nei}}", SvarFra("nod", "nei")),
    "ubesvart": ("{ubesvart: nod}", Ubesvart("nod")),
    "sett": ("{sett: {klasse: [a, b], minst: 2}}", Sett(Tegnkrav(klasse=("a", "b"), minst=2))),
    "usikker": ("{usikker: {id: a}}", Usikker(Tegnkrav(id=("a",)))),
    "rollegruppe": ("{rollegruppe: tilsatt}", Rollegruppe("tilsatt")),
    "vilkar": ("{vilkar: trygt}", Vilkar("trygt")),
    "rute": ("{rute: [a, b]}", RuteEr(("a", "b"))),
    "traff": ("{traff: a}", RuteEr(("a",), traff=True)),
    "har_trinn": ("{har_trinn: nei}", HarTrinn(ja=False)),
    "kontakt": ("{kontakt: a}", HarKontakt("a")),
    "varsel": ("{varsel: a}", HarVarsel("a")),
}


def read(type_: Any, yaml: str) -> Any:
    leser = Reader()
    verdi = leser.read(type_, parse(yaml, "fil.yaml"), "", {})
    assert leser.problems == []
    return verdi


def refuse(type_: Any, yaml: str) -> list[Problem]:
    leser = Reader()
    leser.read(type_, parse(yaml, "fil.yaml"), "", {})
    return leser.problems


# --- values ---


@pytest.mark.parametrize("tekst", ["NO", "116111", "+47 00 00 00 01", "0235", "1.10", "~", "true"])
def test_text_is_text_as_written(tekst: str) -> None:
    assert read(str, tekst) == tekst


def test_only_ja_and_nei_are_truth_values() -> None:
    assert read(bool, "ja") is True
    assert read(bool, "nei") is False
    for tekst in ("Ja", "yes", "true", "1", "''"):
        assert len(refuse(tuple[bool, ...], f"[{tekst}]")) == 1


def test_only_digits_are_a_number() -> None:
    assert read(int, "12") == 12
    for tekst in ("to", "1.5", "-1", "1_000", "1e3", "''", "²"):
        assert len(refuse(tuple[int, ...], f"[{tekst}]")) == 1


def test_a_single_element_needs_no_brackets() -> None:
    assert read(tuple[str, ...], "en") == read(tuple[str, ...], "[en]") == ("en",)
    assert read(tuple[Kontaktvalg, ...], "{kontakt: en}") == (Kontaktvalg(kontakt="en"),)


def test_a_list_may_be_empty() -> None:
    assert read(tuple[str, ...], "[]") == ()


def test_keys_are_read_into_a_mapping_in_order() -> None:
    rolle = read(Rolle, f"id: nabo\nnavn: Nabo\nkontakter: {{b: [x, y], a: z}}\n{KILDE}")
    assert [*rolle.kontakter.items()] == [("b", ("x", "y")), ("a", ("z",))]


def test_what_is_left_out_is_as_the_model_says() -> None:
    begrep = read(Begrep, BEGREP)
    assert (begrep.synonymer, begrep.utdyping) == ((), ())


def test_a_value_is_without_blanks_around_it() -> None:
    assert read(str, "|\n  en linje\n") == "en linje"


# --- sources that are inherited ---


def test_a_statement_has_the_mark_and_source_of_what_it_stands_in() -> None:
    begrep = read(Begrep, f"{BEGREP}utdyping: {{tekst: Mer}}")
    assert (begrep.utdyping[0].merke, begrep.utdyping[0].kilde) == (begrep.merke, begrep.kilde)


def test_a_statements_own_source_counts_before_that_around_it() -> None:
    eget = "{tekst: Mer, merke: tillegg, kilde: {redaksjonen: Fordi}}"
    begrep = read(Begrep, f"{BEGREP}utdyping: {eget}")
    assert begrep.utdyping[0].merke is Merke.TILLEGG
    assert begrep.utdyping[0].kilde == Kilde(redaksjonen="Fordi")
    assert begrep.merke is Merke.VEILEDEREN


def test_only_statements_inherit_their_source() -> None:
    kapittel = f"id: en\nnummer: 1\ntittel: En\navsnitt: {{tittel: A, tekst: B}}\n{KILDE}"
    assert [p.sti for p in refuse(Kapittel, kapittel)] == ["avsnitt", "avsnitt"]


def test_a_source_with_a_fault_is_told_once_however_many_inherit_it() -> None:
    yaml = f"{BEGREP}utdyping: [{{tekst: A}}, {{tekst: B}}]".replace("kapittel", "kapitel")
    assert [(p.sti, p.linje) for p in refuse(Begrep, yaml)] == [("kilde", 5)]


def test_a_mark_that_is_missing_is_told_once_however_many_would_inherit_it() -> None:
    yaml = f"{BEGREP}utdyping: [{{tekst: A}}, {{tekst: B}}]".replace("merke: veilederen\n", "")
    assert len(refuse(Begrep, yaml)) == 1


# --- conditions ---


@pytest.mark.parametrize("ord_", ORD)
def test_each_word_makes_its_condition(ord_: str) -> None:
    yaml, betingelse = BETINGELSER[ord_]
    assert read(Betingelse, yaml) == betingelse


def test_never_is_the_denial_of_always() -> None:
    assert read(Betingelse, "{alltid: nei}") == Ikke(Alltid())


def test_answers_to_several_questions_must_all_be_given() -> None:
    assert read(Betingelse, "{svar: {nod: nei, alder: ung}}") == Alle(
        (NEI, SvarEr("alder", ("ung",)))
    )


def test_no_demand_on_the_signs_is_any_sign() -> None:
    assert read(Betingelse, "{sett: {}}") == Sett(Tegnkrav())


@pytest.mark.parametrize(
    ("yaml", "sti"),
    [
        ("{python: ja}", "hvis"),
        ("{alltid: ja, ikke: {alltid: ja}}", "hvis"),
        ("{}", "hvis"),
        ("alltid", "hvis"),
        ("[{alltid: ja}]", "hvis"),
        ("{alltid: kanskje}", "hvis.alltid"),
        ("{alle: [{alltid: ja}, {nesten: ja}]}", "hvis.alle[2]"),
        ("{ikke: [{alltid: ja}]}", "hvis.ikke"),
        ("{svar: nod}", "hvis.svar"),
        ("{svar: {nod: {ja: nei}}}", "hvis.svar.nod"),
        ("{sett: {klasse: a, minst: mange}}", "hvis.sett.minst"),
        ("{sett: {klase: a}}", "hvis.sett"),
        ("{rute: }", "hvis.rute"),
    ],
)
def test_a_condition_outside_the_vocabulary_is_refused_where_it_stands(yaml: str, sti: str) -> None:
    assert [p.sti for p in refuse(Regel, REGEL.replace("{alltid: ja}", yaml))] == [sti]


# --- faults ---


def test_an_unknown_key_is_told_on_its_own_line_with_the_nearest_known() -> None:
    [problem] = refuse(Begrep, f"{BEGREP}synonym: Engstelse\n")
    assert (problem.linje, problem.sti) == (6, "")
    assert "synonymer" in problem.tiltak


def test_an_unknown_key_like_no_other_is_told_with_all_there_are() -> None:
    [problem] = refuse(Begrep, f"{BEGREP}xyzw: Noe\n")
    assert all(f.name in problem.tiltak for f in fields(Begrep))


def test_every_missing_field_is_told() -> None:
    manglende = refuse(Begrep, "navn: Uro")
    pakrevd = ("id", "forklaring", "merke", "kilde")
    assert len(manglende) == len(pakrevd)
    assert all(navn in p.feil for navn, p in zip(pakrevd, manglende, strict=True))


@pytest.mark.parametrize("id_", ["uro", "0", "a-b", "a_b", "a-1_b", "02800"])
def test_letters_digits_hyphens_and_underscores_make_an_id(id_: str) -> None:
    assert read(Tiltak, f"id: {id_}\nnavn: A\nkort: B\nforklaring: C\n{KILDE}").id == id_


@given(st.text("aA0-_æ .", min_size=1).filter(lambda t: t.strip() == t))
def test_nothing_else_makes_an_id(id_: str) -> None:
    node = parse(f"- id: '{id_}'\n  navn: A\n  kort: B\n  forklaring: C\n  {_inline()}", "f")
    leser = Reader()
    leser.read(tuple[Tiltak, ...], node, "tiltak", {})
    deler = id_.replace("_", "-").split("-")
    gyldig = all(del_ and set(del_) <= {"a", "0"} for del_ in deler)
    assert [p.sti for p in leser.problems] == ([] if gyldig else [f"tiltak[{id_}].id"])


def _inline() -> str:
    return KILDE.strip().replace("\n", "\n  ")


@pytest.mark.parametrize("type_", [str, int, bool, Merke, Kilde, tuple[str, ...]])
@pytest.mark.parametrize("yaml", ["{a: [b]}", "[[a]]"])
def test_a_value_of_another_kind_is_refused_once(type_: Any, yaml: str) -> None:
    assert len(refuse(type_, yaml)) == 1


def test_faults_do_not_hide_each_other() -> None:
    yaml = f"{BEGREP}se_ogsa: {{}}\nutdyping: [{{tekst: ''}}, {{teks: A}}]\n"
    assert [p.sti for p in refuse(Begrep, yaml)] == [
        "se_ogsa",
        "utdyping[1].tekst",
        "utdyping[2]",
        "utdyping[2]",
    ]


@pytest.mark.parametrize(
    ("yaml", "navn"),
    [("{navn: A, id: b}", "b"), ("{navn: A}", "A"), ("{tekst: A}", "3"), ("A", "3")],
)
def test_an_element_is_named_by_id_or_name_or_number(yaml: str, navn: str) -> None:
    assert label(parse(yaml, "f"), 3) == navn


def test_the_nearest_word_is_suggested_or_all_of_them() -> None:
    assert "tittel" in suggest("titel", ("tittel", "nummer"))
    assert "nummer" not in suggest("titel", ("tittel", "nummer"))
    assert "tittel, nummer" in suggest("xyz", ("tittel", "nummer"))


# --- whatever the file holds ---

NOKLER = sorted(
    {felt for type_ in (Begrep, Regel, Sporsmal, Kilde, Tegnkrav) for felt in hints_of(type_)}
    | {*ORD, "rart"}
)
TEKSTER = [*Merke, *Sporsmalstype, "ja", "nei", "2", "", "uro", "æ", " "]


def _branches(node: SearchStrategy[Node]) -> SearchStrategy[Node]:
    linje = st.integers(1, 99)
    return st.builds(SequenceNode, st.lists(node, max_size=3).map(tuple), linje) | st.builds(
        MappingNode,
        st.dictionaries(st.sampled_from(NOKLER), st.builds(Entry, node, linje), max_size=6),
        linje,
    )


NODER: SearchStrategy[Node] = st.recursive(
    st.builds(Scalar, st.sampled_from(TEKSTER), st.integers(1, 99)), _branches, max_leaves=12
)


@pytest.mark.parametrize("type_", [Begrep, Regel, Sporsmal, Faktorliste, Avsnitt, Betingelse])
@given(node=NODER)
def test_whatever_stands_there_becomes_a_value_or_a_fault_with_a_place(
    type_: Any, node: Node
) -> None:
    leser = Reader()
    verdi = leser.read(type_, node, "sti", {})
    assert verdi is not FAILED or leser.problems
    assert leser.problems or isinstance(verdi, type_)
    for problem in leser.problems:
        assert 1 <= problem.linje < 100
        assert problem.sti.startswith("sti")
        assert problem.feil
        assert problem.tiltak
