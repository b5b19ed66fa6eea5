"""A local folder over a guide: who people are and how they are reached, never what is advised."""

import shutil
from pathlib import Path

import pytest

from guider import FJORDVIK, load
from veileder_cli.editions import Utgave
from veileder_cli.errors import ContentError
from veileder_cli.loader import CHECKSUM, checksum, load_veileder
from veileder_cli.model.innhold import Nummer
from veileder_cli.model.kilde import Merke
from veileder_cli.model.veileder import Veileder

META = "eier: Fjordvik skole\noppdatert: 2026-03-01\n"
NUMMER = "kontakter: {id: uroteam, numre: {telefon: 00 00 00 09}}"


def over(folder: Path, meta: str = META, **filer: str) -> Veileder:
    """Load Fjordvik's guide with a local folder of these files over it."""
    return load_veileder(Utgave("fjordvik/2025-01", FJORDVIK, lokalt=local(folder, meta, **filer)))


def local(folder: Path, meta: str = META, **filer: str) -> Path:
    mappe = folder / "lokalt"
    mappe.mkdir()
    for navn, tekst in {"lokalt": meta, **filer}.items():
        (mappe / f"{navn}.yaml").write_text(tekst, "utf-8")
    return mappe


def refused(folder: Path, meta: str = META, **filer: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        over(folder, meta, **filer)
    return [str(p) for p in caught.value.problems]


def test_a_contact_gets_its_local_number_and_keeps_the_rest(tmp_path: Path) -> None:
    ny = over(tmp_path, kontakter=NUMMER).kontakt["uroteam"]
    gammel = load(FJORDVIK).kontakt["uroteam"]
    assert ny.numre == (Nummer(telefon="00 00 00 09"),)
    assert (ny.funksjon, ny.trinn, ny.hvis) == (gammel.funksjon, gammel.trinn, gammel.hvis)


def test_it_is_marked_as_local_with_owner_and_day_and_says_where_the_rest_is_from(
    tmp_path: Path,
) -> None:
    ny = over(tmp_path, kontakter=NUMMER).kontakt["uroteam"]
    assert (ny.merke, ny.oppgitt) == (Merke.TILLEGG, "2026-03-01")
    assert ny.kilde.kapittel == load(FJORDVIK).kontakt["uroteam"].kilde.kapittel
    assert all(ord_ in ny.kilde.redaksjonen for ord_ in ("numre", "Fjordvik skole", "2026-03-01"))


def test_what_is_laid_over_is_told(tmp_path: Path) -> None:
    guide = over(tmp_path, kontakter=NUMMER, roller="roller: {id: trener, navn: Jeg trener laget}")
    assert guide.lokalt
    assert guide.lokalt.eier == "Fjordvik skole"
    assert [*guide.lokalt_endret] == ["kontakter: uroteam (numre)", "roller: trener (navn)"]
    assert guide.rolle["trener"].navn == "Jeg trener laget"


def test_a_contact_may_be_added_with_all_that_a_contact_needs(tmp_path: Path) -> None:
    ny = "kontakter: {id: vakt, funksjon: Vakta, numre: {telefon: 00 00 00 10}"
    assert ["mangler" in f for f in refused(tmp_path, kontakter=f"{ny}}}")] == [True] * 3
    shutil.rmtree(tmp_path / "lokalt")
    resten = "beskrivelse: A, hvorfor: B, anonymt: {kan: ja, tekst: C}"
    assert over(tmp_path, kontakter=f"{ny}, {resten}}}").kontakt["vakt"].merke is Merke.TILLEGG


@pytest.mark.parametrize(
    "felt",
    ["hvis: {alltid: nei}", "trinn: prat", "paakrevd: ja", "merke: lov", "fjernes: ja"],
)
def test_who_is_shown_when_is_not_changed_locally(tmp_path: Path, felt: str) -> None:
    (feil,) = refused(tmp_path, kontakter=f"kontakter:\n  - id: uroteam\n    {felt}\n")
    assert feil.startswith("lokalt/kontakter.yaml:3: kontakter[uroteam]: feltet «")


@pytest.mark.parametrize(
    "felt", ["grupper: [tilsatt]", "kontakter: {forst: [utsyn]}", "plikter: []"]
)
def test_what_a_role_means_is_not_changed_locally(tmp_path: Path, felt: str) -> None:
    (feil,) = refused(tmp_path, roller=f"roller: {{id: trener, {felt}}}")
    assert feil.startswith("lokalt/roller.yaml:1: roller[trener]: feltet «")


@pytest.mark.parametrize("del_", ["regler", "varsler", "sporsmal", "trinn", "veileder"])
def test_the_acute_route_and_the_notices_are_out_of_reach(tmp_path: Path, del_: str) -> None:
    (feil,) = refused(tmp_path, **{del_: f"{del_}: {{id: straks, fjernes: ja}}"})
    assert feil.startswith(f"lokalt/{del_}.yaml: en lokal mappe kan ikke endre")


def test_a_contact_that_the_guide_requires_cannot_be_changed(tmp_path: Path) -> None:
    mappe = Path(shutil.copytree(FJORDVIK, tmp_path / "fjordvik" / "2025-01"))
    fil = mappe / "kontakter.yaml"
    paakrevd = "  - id: nodnummer\n    paakrevd: ja\n"
    fil.write_text(fil.read_text("utf-8").replace("  - id: nodnummer\n", paakrevd), "utf-8")
    lokalt = local(tmp_path, kontakter="kontakter: {id: nodnummer, numre: {telefon: 00 00 00 00}}")
    with pytest.raises(ContentError, match="påkrevd"):
        load_veileder(Utgave("fjordvik/2025-01", mappe, lokalt=lokalt))


@pytest.mark.parametrize("nummer", ["112", "00 00 00 12"])
def test_whom_the_acute_route_names_cannot_be_changed_though_it_is_not_so_marked(
    tmp_path: Path, nummer: str
) -> None:
    mappe = Path(shutil.copytree(FJORDVIK, tmp_path / "fjordvik" / "2025-01"))
    fil = mappe / "kontakter.yaml"
    fil.write_text(fil.read_text("utf-8").replace('"112"', f'"{nummer}"'), "utf-8")
    lokalt = local(tmp_path, kontakter="kontakter: {id: nodnummer, numre: {telefon: 00 00 00 00}}")
    with pytest.raises(ContentError) as caught:
        load_veileder(Utgave("fjordvik/2025-01", mappe, lokalt=lokalt))
    assert [p.sti for p in caught.value.problems] == ["kontakter[nodnummer]"]


def test_the_emergency_number_cannot_be_changed_though_no_urgent_row_names_it(
    tmp_path: Path,
) -> None:
    mappe = Path(shutil.copytree(FJORDVIK, tmp_path / "fjordvik" / "2025-01"))
    fil = mappe / "regler.yaml"
    fil.write_text(fil.read_text("utf-8").replace("    stopper: ja\n", ""), "utf-8")
    lokalt = local(tmp_path, kontakter="kontakter: {id: nodnummer, funksjon: Vakta}")
    with pytest.raises(ContentError, match="nødnummer"):
        load_veileder(Utgave("fjordvik/2025-01", mappe, lokalt=lokalt))


@pytest.mark.parametrize(
    ("kontakt", "feil"),
    [
        ("{id: uroteam, numre: []}", "uten noen måte å nås på"),
        ("{id: uroteam}", "endrer ingenting"),
        ("{id: uroteam, via: a}, {id: uroteam, via: b}", "står flere ganger"),
    ],
)
def test_nothing_is_lost_without_a_word(tmp_path: Path, kontakt: str, feil: str) -> None:
    (funnet,) = refused(tmp_path, kontakter=f"kontakter: [{kontakt}]")
    assert feil in funnet


def test_a_number_that_is_someone_elses_now_may_give_way_to_another_way(tmp_path: Path) -> None:
    via = "kontakter: {id: uroteam, numre: [], via: gjennom sentralbordet}"
    assert over(tmp_path, kontakter=via).kontakt["uroteam"].numre == ()


@pytest.mark.parametrize(
    "fil",
    ["tullball.yaml", "kontakter.yaml.txt", "kontakter.YAML", "roller.yml", "mer/roller.yaml"],
)
def test_a_file_that_is_not_read_is_told(tmp_path: Path, fil: str) -> None:
    mappe = local(tmp_path)
    (mappe / "mer").mkdir()
    (mappe / fil).write_text(NUMMER, "utf-8")
    with pytest.raises(ContentError, match="blir ikke lest") as caught:
        load_veileder(Utgave("fjordvik/2025-01", FJORDVIK, lokalt=mappe))
    assert [p.fil for p in caught.value.problems] == [f"lokalt/{fil}"]


def test_a_guide_whose_rules_cannot_be_read_is_told_of_with_it(tmp_path: Path) -> None:
    mappe = Path(shutil.copytree(FJORDVIK, tmp_path / "fjordvik" / "2025-01"))
    (mappe / "regler.yaml").write_text("regler: 3\n", "utf-8")
    with pytest.raises(ContentError, match="regler"):
        load_veileder(Utgave("f", mappe, lokalt=local(tmp_path, kontakter=NUMMER)))


def test_a_new_role_needs_a_guide_of_its_own(tmp_path: Path) -> None:
    (feil,) = refused(tmp_path, roller="roller: {id: vaktmester, navn: Vaktmester}")
    assert "lag en egen veileder" in feil


@pytest.mark.parametrize(
    "meta", ["eier: Skolen\n", "oppdatert: 2026-01-01\n", "{eier: A, farge: B}\n"]
)
def test_a_folder_says_whose_it_is_and_of_which_day(tmp_path: Path, meta: str) -> None:
    assert all(f.startswith("lokalt/lokalt.yaml:1: ") for f in refused(tmp_path, meta))


def test_entries_have_ids_of_the_guide(tmp_path: Path) -> None:
    (feil,) = refused(tmp_path, kontakter="kontakter: [{funksjon: Vakta}]")
    assert "hver oppføring må ha «id»" in feil


def test_what_the_guide_advises_is_the_same_with_it(tmp_path: Path) -> None:
    guide = over(tmp_path, kontakter=NUMMER)
    assert guide.regler == load(FJORDVIK).regler
    assert guide.varsler == load(FJORDVIK).varsler


def test_over_approved_content_it_is_checked_without_running_the_cases(tmp_path: Path) -> None:
    mappe = Path(shutil.copytree(FJORDVIK, tmp_path / "fjordvik" / "2025-01"))
    utgave = Utgave(
        "fjordvik/2025-01", mappe, levert=True, lokalt=local(tmp_path, kontakter=NUMMER)
    )
    (mappe / CHECKSUM).write_text(f"{checksum(utgave)}\n", "ascii")
    assert load_veileder(utgave, frozenset()).kontakt["uroteam"].oppgitt == "2026-03-01"
