"""Which guide is chosen: the newest, or the one asked for by either name."""

from pathlib import Path

import pytest

from veileder_cli.editions import META, choose_edition, list_editions, shipped_content
from veileder_cli.errors import EditionError


def content(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).mkdir(parents=True)
        (folder / name / META).touch()
    return folder


def test_the_newest_edition_is_chosen(tmp_path: Path) -> None:
    content(tmp_path, "fjordvik/2025-01", "fjordvik/2026-02", "fjordvik/2024-12")
    assert choose_edition(tmp_path, "").navn == "fjordvik/2026-02"


def test_editions_are_listed_oldest_first(tmp_path: Path) -> None:
    content(tmp_path, "fjordvik/2025-01", "oyvik/2024-06", "fjordvik/2023-11")
    assert [utgave.navn for utgave in list_editions(tmp_path)] == [
        "fjordvik/2023-11",
        "oyvik/2024-06",
        "fjordvik/2025-01",
    ]


@pytest.mark.parametrize("name", ["2025-01", "fjordvik/2025-01"])
def test_an_edition_is_chosen_by_either_name(tmp_path: Path, name: str) -> None:
    content(tmp_path, "fjordvik/2025-01", "fjordvik/2026-02")
    utgave = choose_edition(tmp_path, name)
    assert (utgave.navn, utgave.mappe) == (
        "fjordvik/2025-01",
        tmp_path / "fjordvik" / "2025-01",
    )


@pytest.mark.parametrize("name", ["", "2025-01"])
def test_one_of_several_municipalities_must_be_named(tmp_path: Path, name: str) -> None:
    content(tmp_path, "fjordvik/2025-01", "oyvik/2025-01")
    with pytest.raises(EditionError) as caught:
        choose_edition(tmp_path, name)
    assert caught.value.flere
    assert caught.value.finnes == ("fjordvik/2025-01", "oyvik/2025-01")


def test_an_edition_that_one_municipality_has_needs_no_municipality(tmp_path: Path) -> None:
    content(tmp_path, "fjordvik/2025-01", "oyvik/2026-02")
    assert choose_edition(tmp_path, "2026-02").navn == "oyvik/2026-02"


def test_an_unknown_edition_is_answered_with_those_there_are(tmp_path: Path) -> None:
    content(tmp_path, "fjordvik/2025-01", "fjordvik/2026-02")
    with pytest.raises(EditionError) as caught:
        choose_edition(tmp_path, "2019-01")
    assert not caught.value.flere
    assert (caught.value.utgave, caught.value.finnes) == (
        "2019-01",
        ("fjordvik/2025-01", "fjordvik/2026-02"),
    )


def test_a_folder_without_guides_has_none(tmp_path: Path) -> None:
    (tmp_path / "fjordvik" / "2025-01").mkdir(parents=True)
    with pytest.raises(EditionError) as caught:
        choose_edition(tmp_path, "")
    assert caught.value.finnes == ()


def test_the_folder_may_be_the_guide_itself(tmp_path: Path) -> None:
    mappe = content(tmp_path, "fjordvik/2025-01") / "fjordvik" / "2025-01"
    utgave = choose_edition(mappe, "fjordvik/2025-01")
    assert (utgave.navn, utgave.mappe) == ("fjordvik/2025-01", mappe)


def test_a_guide_is_named_after_its_folder_from_inside_it_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content(tmp_path, "fjordvik/2025-01")
    monkeypatch.chdir(tmp_path / "fjordvik" / "2025-01")
    assert choose_edition(Path(), "").navn == "fjordvik/2025-01"


def test_a_guide_is_named_after_its_folder_however_the_path_is_written(tmp_path: Path) -> None:
    mappe = content(tmp_path, "oyvik/2026-02") / "oyvik" / "2026-02"
    assert choose_edition(mappe / ".." / "2026-02", "").navn == "oyvik/2026-02"


@pytest.mark.parametrize("sti", [".", "../fjordvik", "2025-01/.."])
def test_a_municipality_is_named_after_its_folder_from_inside_it_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sti: str
) -> None:
    monkeypatch.chdir(content(tmp_path, "fjordvik/2025-01") / "fjordvik")
    assert choose_edition(Path(sti), "").navn == "fjordvik/2025-01"


def test_only_what_goes_with_the_program_is_trusted(tmp_path: Path) -> None:
    content(tmp_path, "fjordvik/2025-01")
    assert not choose_edition(tmp_path, "").levert
    assert choose_edition(None, "").levert


def test_the_program_has_a_guide_without_being_given_one() -> None:
    assert choose_edition(None, "").mappe.is_relative_to(shipped_content())
