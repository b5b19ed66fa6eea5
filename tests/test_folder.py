"""Saving a new folder: all of its files, where nothing was before, or not at all."""

import os
import sys
from collections.abc import ItemsView, Iterator
from pathlib import Path
from typing import Any

import pytest

from veileder_cli.eksport.folder import check_free, save_folder
from veileder_cli.errors import SaveError

FILER = {"en.yaml": "æøå\n", "under/to.yaml": "to\n"}


class Breaks(dict[str, str]):
    """Files of which only the first can be read before something happens."""

    def __init__(self, what: BaseException) -> None:
        super().__init__(FILER)
        self._what = what

    def items(self) -> Any:
        return ItemsView(dict(self._some()))

    def _some(self) -> Iterator[tuple[str, str]]:
        yield "en.yaml", "æøå\n"
        raise self._what


def contents(rot: Path) -> dict[str, str]:
    return {f.relative_to(rot).as_posix(): f.read_text("utf-8") for f in rot.rglob("*.yaml")}


@pytest.mark.parametrize("navn", ["ny", "over/og/ny", "med æøå og mellomrom"])
def test_all_files_are_there_and_nothing_beside_them(tmp_path: Path, navn: str) -> None:
    save_folder(tmp_path / navn, FILER)
    assert contents(tmp_path / navn) == FILER
    assert len([f for f in tmp_path.rglob("*") if f.is_file()]) == len(FILER)
    assert [*tmp_path.rglob(".*")] == []


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "ny").mkdir()
    save_folder(tmp_path / "ny", FILER)
    assert contents(tmp_path / "ny") == FILER


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_the_folder_has_the_rights_of_any_new_one(tmp_path: Path) -> None:
    save_folder(tmp_path / "ny", FILER)
    (tmp_path / "annen").mkdir()
    assert (tmp_path / "ny").stat().st_mode == (tmp_path / "annen").stat().st_mode


@pytest.mark.parametrize(
    "what", [KeyboardInterrupt(), OSError(28, "full")], ids=["avbrutt", "full"]
)
def test_what_interrupts_leaves_nothing(tmp_path: Path, what: BaseException) -> None:
    (tmp_path / "var-her").mkdir()
    with pytest.raises((KeyboardInterrupt, SaveError)):
        save_folder(tmp_path / "var-her" / "over" / "ny", Breaks(what))
    assert [f.name for f in tmp_path.rglob("*")] == ["var-her"]


def test_what_is_there_is_refused_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "min.yaml").write_text("min")
    (tmp_path / "tom").mkdir()
    (tmp_path / "fil").write_text("fil")
    (tmp_path / "lenke").symlink_to(tmp_path / "tom")
    monkeypatch.chdir(tmp_path / "tom")
    for navn in ("full", "tom", "fil", "lenke", "fil/under", "a\0b"):
        with pytest.raises(SaveError):
            save_folder(tmp_path / navn, FILER)
    with pytest.raises(SaveError):
        check_free(Path())
    assert contents(tmp_path) == {"full/min.yaml": "min"}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_in_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(SaveError):
        save_folder(tmp_path / "ny", FILER)
