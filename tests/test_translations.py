"""The files of translations, and what the check of a guide says about them."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from den_ekte import trondheim
from guider import FJORDVIK, TRONDHEIM, load
from veileder_cli.editions import Utgave
from veileder_cli.errors import ContentError
from veileder_cli.innhold.valider import check_guide
from veileder_cli.loader import load_veileder
from veileder_cli.translate import translate
from veileder_cli.translations import list_languages, read_translations

TITTEL = load(FJORDVIK).om.tittel


def guide(folder: Path, tekst: str, navn: str = "en") -> Path:
    mappe = Path(shutil.copytree(FJORDVIK, folder / "fjordvik" / "2025-01"))
    (mappe / "sprak").mkdir()
    (mappe / "sprak" / f"{navn}.yaml").write_text(tekst, "utf-8")
    return mappe


def one(fra: str = TITTEL, til: str = "When you worry") -> str:
    return f'sprak: en\ntekster:\n  - fra: "{fra}"\n    til: {til}\n'


def test_a_guide_is_had_in_the_language_asked_for(tmp_path: Path) -> None:
    mappe = guide(tmp_path, one())
    assert list_languages(mappe) == ("en",)
    assert load_veileder(Utgave("f", mappe, sprak="en")).om.tittel == "When you worry"
    assert load_veileder(Utgave("f", mappe)).om.tittel == TITTEL


@pytest.mark.parametrize("sprak", ["", "nb", "nn", "tlh", "../../etc"])
def test_without_translations_the_guide_stays_as_it_is(tmp_path: Path, sprak: str) -> None:
    mappe = guide(tmp_path, one())
    assert load_veileder(Utgave("f", mappe, sprak=sprak)).om.tittel == TITTEL


def test_a_guide_has_the_texts_of_the_one_it_builds_on(tmp_path: Path) -> None:
    guide(tmp_path, one())
    meta = "id: sund\nkommune: Sund\nutgave: 2026-01\neier: Sund\ninnholdsdato: 2026-01-01\n"
    sund = tmp_path / "sund" / "2026-01"
    (sund / "sprak").mkdir(parents=True)
    (sund / "veileder.yaml").write_text(f"{meta}arver: fjordvik/2025-01\n", "utf-8")
    (sund / "sprak" / "en.yaml").write_text(one("Ta en prat", "Talk"), "utf-8")
    assert read_translations(sund, "en") == {TITTEL: ("When you worry",), "Ta en prat": ("Talk",)}


@pytest.mark.parametrize(
    ("tekst", "feil"),
    [
        ("sprak: nn\ntekster: []\n", "men har språket «nn»"),
        ("sprak: en\ntekster: [{fra: A, til: B}, {fra: A, til: C}]\n", "på to måter"),
        ("sprak: en\n", "feltet «tekster» mangler"),
        ("sprak: en\ntekster: [{fra: A}]\n", "feltet «til» mangler"),
        ("sprak: en\ntekster: [{fra: A, til: &x B}]\n", "foran en verdi"),
    ],
)
def test_a_faulty_file_is_told_with_its_place(tmp_path: Path, tekst: str, feil: str) -> None:
    mappe = guide(tmp_path, tekst)
    with pytest.raises(ContentError) as caught:
        read_translations(mappe, "en")
    (problem,) = caught.value.problems
    assert problem.fil == "sprak/en.yaml"
    assert feil in problem.feil
    assert problem in check_guide(mappe, date(2025, 2, 1)).feil


def test_the_check_warns_of_each_text_that_is_missing_and_of_what_is_left_over(
    tmp_path: Path,
) -> None:
    mappe = guide(tmp_path, one("Borte", "Gone"))
    advarsler = [a for a in check_guide(mappe, date(2025, 2, 1)).advarsler if a.slag == "sprak"]
    (mangler,) = (a.problem for a in advarsler if a.problem.sti == "tittel")
    assert (mangler.fil, mangler.linje) == ("veileder.yaml", 6)
    (igjen,) = (a.problem for a in advarsler if not a.problem.sti)
    assert (igjen.fil, igjen.linje, "«Borte»" in igjen.feil) == ("sprak/en.yaml", 3, True)


def test_a_single_text_needs_no_list(tmp_path: Path) -> None:
    mappe = guide(tmp_path, f"sprak: en\ntekster: {{fra: '{TITTEL}', til: Worry}}\n")
    assert read_translations(mappe, "en") == {TITTEL: ("Worry",)}


def test_a_text_that_a_guide_has_changed_is_not_left_over_in_the_one_it_builds_on(
    tmp_path: Path,
) -> None:
    guide(tmp_path, one())
    sund = tmp_path / "sund" / "2026-01"
    sund.mkdir(parents=True)
    meta = "id: sund\nkommune: Sund\nutgave: 2026-01\neier: Sund\ninnholdsdato: 2026-01-01\n"
    (sund / "veileder.yaml").write_text(f"{meta}arver: fjordvik/2025-01\ntittel: Ny\n", "utf-8")
    advarsler = [a for a in check_guide(sund, date(2025, 2, 1)).advarsler if a.slag == "sprak"]
    assert advarsler
    assert all(a.problem.sti for a in advarsler)


def test_translations_into_the_guides_own_language_are_said_to_be_in_vain(tmp_path: Path) -> None:
    mappe = guide(tmp_path, f"sprak: nb\ntekster: [{{fra: '{TITTEL}', til: A}}]\n", "nb")
    advarsler = [a for a in check_guide(mappe, date(2025, 2, 1)).advarsler if a.slag == "sprak"]
    assert [a.problem.fil for a in advarsler] == ["sprak/nb.yaml"]


def test_a_guide_without_translations_is_not_warned_of() -> None:
    assert not [a for a in check_guide(FJORDVIK, date(2025, 2, 1)).advarsler if a.slag == "sprak"]


@pytest.mark.parametrize("sprak", ["nn", "en"])
def test_the_guide_that_ships_has_every_text_in_every_language(sprak: str) -> None:
    oversatt = translate(trondheim(), read_translations(TRONDHEIM, sprak))
    assert oversatt.mangler == {}
    assert oversatt.ubrukt == ()


@pytest.mark.parametrize("sprak", ["nn", "en"])
def test_numbers_sections_and_addresses_are_the_same_in_every_language(sprak: str) -> None:
    for fra, (til, *_) in read_translations(TRONDHEIM, sprak).items():
        assert _facts(til) == _facts(fra), fra


def _facts(tekst: str) -> list[str]:
    return sorted(re.findall(r"\d+(?:[ -]\d+)*|https?://\S+|§§?", tekst))
