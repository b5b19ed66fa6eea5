"""A guide's folder is read whole or not at all: every fault at once, at its place."""

import shutil
from pathlib import Path

import pytest

from guider import FJORDVIK, broken_copy, change, expected, faults, load, problems
from veileder_cli.answers_file import load_answers
from veileder_cli.editions import Utgave
from veileder_cli.errors import AnswersError, ContentError
from veileder_cli.loader import CHECKSUM, checksum, load_veileder, read_guide

LENKER = frozenset({"lenker"})
ETT_TILFELLE = """
tilfeller:
  - navn: Lovlige samlinger er ingen grunn.
    svar: {sett_hort: samling}
    forvent: {rute: for-lite}
"""


def copy(folder: Path) -> Path:
    return Path(shutil.copytree(FJORDVIK, folder / "fjordvik" / "2025-01"))


def approve(mappe: Path) -> Utgave:
    utgave = Utgave("fjordvik/2025-01", mappe, levert=True)
    (mappe / CHECKSUM).write_text(f"{checksum(utgave)}\n", "ascii")
    return utgave


def write(fil: Path, tekst: str) -> Path:
    fil.write_bytes(tekst.encode())
    return fil


# --- faults ---


@pytest.mark.parametrize("fault", faults("lesing"))
def test_a_fault_in_the_files_is_told_with_place_and_remedy(tmp_path: Path, fault: str) -> None:
    assert problems(broken_copy(fault, tmp_path)) == expected(fault)


@pytest.mark.parametrize("fault", faults("tilfeller"))
def test_what_the_cases_contradict_is_told_with_place_and_remedy(
    tmp_path: Path, fault: str
) -> None:
    assert problems(broken_copy(fault, tmp_path)) == expected(fault)


@pytest.mark.parametrize("navn", ["tiltak.yaml.txt", "Tiltak.YAML", "sprak/mer/en.yaml"])
def test_a_file_that_is_meant_to_be_read_and_is_not_is_told(tmp_path: Path, navn: str) -> None:
    mappe = copy(tmp_path)
    (mappe / "sprak" / "mer").mkdir(parents=True)
    write(mappe / navn, "tiltak: []\n")
    with pytest.raises(ContentError) as caught:
        read_guide(mappe)
    assert [p.fil for p in caught.value.problems] == [navn]


def test_rules_that_no_case_reaches_are_refused_in_content_from_outside(tmp_path: Path) -> None:
    mappe = copy(tmp_path)
    (mappe / "tilfeller" / "uten-trinn.yaml").unlink()
    write(mappe / "tilfeller" / "trinnene.yaml", ETT_TILFELLE)
    with pytest.raises(ContentError) as caught:
        load(mappe)
    rader = [regel.id for regel in load(FJORDVIK).regler.regler]
    assert [p.sti for p in caught.value.problems] == [
        f"regler.regler[{rad}]" for rad in rader if rad != "for-lite"
    ]


def test_the_cases_are_not_asked_before_the_guide_hangs_together(tmp_path: Path) -> None:
    mappe = broken_copy("ukjent-begrep", tmp_path)
    shutil.rmtree(mappe / "tilfeller")
    assert not [p for p in problems(mappe) if p.startswith("regler.yaml")]


def test_a_folder_of_cases_that_is_a_link_out_of_the_guide_is_refused(tmp_path: Path) -> None:
    mappe = copy(tmp_path)
    (mappe / "tilfeller").rename(tmp_path / "utenfor")
    (mappe / "tilfeller").symlink_to(tmp_path / "utenfor")
    with pytest.raises(ContentError) as caught:
        load(mappe)
    assert [p.fil for p in caught.value.problems] == [
        "tilfeller/trinnene.yaml",
        "tilfeller/uten-trinn.yaml",
    ]


def test_the_guides_own_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "lenke").symlink_to(copy(tmp_path))
    assert load(tmp_path / "lenke") == load(FJORDVIK)


def test_two_cases_may_not_have_the_same_name(tmp_path: Path) -> None:
    mappe = copy(tmp_path)
    forste, neste = (t.navn for t in load(mappe).tilfeller[:2])
    change(mappe / "tilfeller" / "trinnene.yaml", {"bytt": forste, "med": neste})
    assert [p for p in problems(mappe) if f"navn «{neste}» er brukt 2 ganger" in p]


# --- places ---


def test_every_entry_is_placed_on_the_line_where_it_begins() -> None:
    linjer = {fil.name: fil.read_text("utf-8").splitlines() for fil in FJORDVIK.glob("*.yaml")}
    steder = read_guide(FJORDVIK).steder
    oppforinger = {sti: sted for sti, sted in steder.items() if f"{sti}.id" in steder and sti}
    assert len(oppforinger) > 60
    for sti, sted in oppforinger.items():
        id_ = sti.rsplit("[", 1)[1].removesuffix("]")
        assert f"id: {id_}" in linjer[sted.fil][sted.linje - 1], sti


# --- what is read, and what is trusted ---


def test_approved_content_is_read_in_part(tmp_path: Path) -> None:
    utgave = approve(copy(tmp_path))
    guide = load_veileder(utgave, LENKER)
    assert guide.lenker == load(FJORDVIK).lenker
    assert not guide.trinn


def test_approved_content_is_not_checked_again(tmp_path: Path) -> None:
    utgave = approve(broken_copy("ukjent-begrep", tmp_path))
    assert load_veileder(utgave).begreper


def test_approved_content_that_has_changed_since_is_checked_in_full(tmp_path: Path) -> None:
    utgave = approve(copy(tmp_path))
    change(utgave.mappe / "begreper.yaml", {"bytt": "[uro]", "med": "[uroen]"})
    with pytest.raises(ContentError):
        load_veileder(utgave, LENKER)


@pytest.mark.parametrize("fil", ["lenker.yaml", "tilfeller/trinnene.yaml"])
def test_a_file_that_is_renamed_is_a_change(tmp_path: Path, fil: str) -> None:
    utgave = approve(copy(tmp_path))
    godkjent = checksum(utgave)
    (utgave.mappe / fil).rename(utgave.mappe / f"{fil}-ny.yaml")
    assert checksum(utgave) != godkjent


def test_content_from_outside_is_checked_though_it_says_it_is_approved(tmp_path: Path) -> None:
    mappe = approve(broken_copy("ukjent-begrep", tmp_path)).mappe
    with pytest.raises(ContentError):
        load_veileder(Utgave("fjordvik/2025-01", mappe), LENKER)


def test_content_from_outside_is_read_whole_whatever_is_asked_for() -> None:
    assert load_veileder(Utgave("fjordvik/2025-01", FJORDVIK), LENKER) == load(FJORDVIK)


# --- answers ---


@pytest.mark.parametrize(
    ("navn", "tekst"),
    [
        ("svar.yaml", "nod: nei\ntil_na: [prat-holdt]\nsett_hort: []\n"),
        ("svar.json", '{"nod": "nei", "til_na": ["prat-holdt"], "sett_hort": []}'),
        ("svar.json", '{\n\t"nod": "nei",\n\t"til_na": "prat-holdt",\n\t"sett_hort": []\n}\n'),
        ("svar.yaml", "\ufeffnod: nei\r\ntil_na: prat-holdt\r\nsett_hort: []\r\n"),
    ],
)
def test_answers_may_be_yaml_or_json(tmp_path: Path, navn: str, tekst: str) -> None:
    assert load_answers(write(tmp_path / navn, tekst)) == {
        "nod": ("nei",),
        "til_na": ("prat-holdt",),
        "sett_hort": (),
    }


def test_answers_are_text_as_written(tmp_path: Path) -> None:
    fil = write(tmp_path / "svar.yaml", "a: NO\nb: 0235\nc: 1.0\nd: null\ne: 2026-02-15\n")
    assert [*load_answers(fil).values()] == [
        ("NO",),
        ("0235",),
        ("1.0",),
        ("null",),
        ("2026-02-15",),
    ]


@pytest.mark.parametrize(
    "tekst", ["", "- nod\n", "nod", "nod:\n", "nod: {a: b}\n", "nod: nei\nnod: ja\n", "nod: &a b\n"]
)
def test_answers_that_cannot_be_read_are_refused(tmp_path: Path, tekst: str) -> None:
    fil = write(tmp_path / "svar.yaml", tekst)
    with pytest.raises(AnswersError) as caught:
        load_answers(fil)
    assert caught.value.fil == str(fil)
    assert len(caught.value.feil) == 1


def test_every_fault_of_an_answers_file_is_told(tmp_path: Path) -> None:
    fil = write(tmp_path / "svar.yaml", "nod:\nhvem: {a: b}\ntil_na: [[a]]\n")
    with pytest.raises(AnswersError) as caught:
        load_answers(fil)
    steder = [linje.split(":")[0] for linje in caught.value.feil]
    assert steder == ["linje 1", "linje 2", "linje 3"]


def test_an_answers_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnswersError):
        load_answers(tmp_path / "borte.yaml")
