"""The command that runs the cases: what failed and why, and what no case reaches."""

import json
from pathlib import Path
from typing import Any

import pytest

from forfatter import copy_of_fjordvik, run
from guider import FJORDVIK, OYVIK, TRONDHEIM, broken_copy
from veileder_cli.cli.innhold_prov import COMMAND
from veileder_cli.errors import ContentError
from veileder_cli.innhold.prov import Feilet, Prove, try_cases

Output = pytest.CaptureFixture[str]
HOLDS = """
  - navn: En nabo er i tvil om et slagsmål.
    svar: {hvem: nabo, i_tvil: slagsmal}
    forvent: {rute: radslag}
"""


def cases(folder: Path, text: str, name: str = "egne.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"tilfeller:{text}", "utf-8")
    return folder


def failed(folder: Path, text: str, guide: Path = FJORDVIK) -> Feilet:
    [one] = try_cases(guide, cases(folder / "egne", text)).feilet
    return one


def as_json(capsys: Output) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


# --- cases ---


@pytest.mark.parametrize("mappe", [TRONDHEIM, FJORDVIK, OYVIK], ids=lambda m: m.parent.name)
def test_the_cases_of_the_guides_hold_and_reach_every_rule(mappe: Path) -> None:
    assert try_cases(mappe, None).holder


def test_cases_of_another_folder_are_run_with_the_guides_own(tmp_path: Path) -> None:
    own = try_cases(FJORDVIK, None)
    both = try_cases(FJORDVIK, cases(tmp_path / "egne", HOLDS))
    assert both.antall == own.antall + 1
    assert both.holder


def test_a_case_that_fails_tells_what_came_which_rule_decided_and_on_which_answers(
    tmp_path: Path, capsys: Output
) -> None:
    wrong = """
  - navn: En nabo har sett våpen.
    svar: {hvem: nabo, sett_hort: [ber-vapen, svartmaling]}
    forvent: {rute: radslag, uten_kontakter: [lensmann, utsyn], varsler: haster-det}
"""
    folder = cases(tmp_path / "egne", wrong)
    assert run(COMMAND, FJORDVIK, "--tilfeller", folder, "--json") == 1
    found = as_json(capsys)
    assert found["gyldig"] is False
    [one] = found["feilet"]
    assert (one["fil"], one["linje"]) == (str(folder / "egne.yaml"), 2)
    assert one["regel"] == "politi-i-dag"
    assert one["svar"] == [{"sporsmal": "sett_hort", "svar": "ber-vapen"}]
    assert {a["felt"]: a["ventet"] for a in one["avvik"]} == {
        "rute": ["radslag"],
        "uten_kontakter": ["lensmann"],
    }
    assert one["avvik"][0]["kom"] == ["politi-i-dag"]


def test_the_text_names_the_place_the_rule_and_the_answers(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    wrong = HOLDS.replace("radslag", "for-lite")
    assert run(COMMAND, FJORDVIK, "--tilfeller", cases(tmp_path / "e", wrong)) == 1
    text = " ".join(capsys.readouterr().out.split())
    assert f"{tmp_path / 'e' / 'egne.yaml'}:2: En nabo er i tvil" in text
    assert "rute: ventet for-lite, men det kom radslag" in text
    assert "«radslag» bestemte ruta, på grunn av i_tvil: slagsmal." in text


def test_an_expected_rule_that_holds_further_down_is_said_to_do_so(tmp_path: Path) -> None:
    below = HOLDS.replace("i_tvil: slagsmal", "sett_hort: [ber-vapen, svartmaling]")
    assert failed(tmp_path, below).traff


def test_an_expected_rule_that_one_other_answer_would_give_is_said_with_that_answer(
    tmp_path: Path,
) -> None:
    one = failed(tmp_path, HOLDS.replace("rute: radslag", "rute: prate"))
    assert not one.traff
    assert one.naere == ()
    near = HOLDS.replace("i_tvil: slagsmal", "sett_hort: svartmaling")
    one = failed(tmp_path, near.replace("rute: radslag", "rute: prate"))
    assert {(a.sporsmal, a.svar, a.fjernet) for a in one.naere} == {
        ("til_na", "radslag-holdt", False)
    }


def test_a_case_that_fails_beside_the_route_is_not_compared_with_other_routes(
    tmp_path: Path,
) -> None:
    one = failed(tmp_path, HOLDS.replace("rute: radslag", "rute: radslag, trinn: prat"))
    assert [a.felt for a in one.utfall.avvik] == ["trinn"]
    assert one.naere == ()


def test_answers_that_count_for_nothing_are_named(tmp_path: Path) -> None:
    unasked = HOLDS.replace("hvem: nabo", "nod: ja, hvem: nabo")
    assert {*failed(tmp_path, unasked).ubrukt} == {"hvem", "i_tvil"}


def test_faults_in_the_answers_of_a_case_are_given_with_the_nearest_answer(
    tmp_path: Path, capsys: Output
) -> None:
    misspelt = HOLDS.replace("slagsmal}", "slagmal, hvemm: nabo}")
    folder = cases(tmp_path / "egne", misspelt)
    assert run(COMMAND, FJORDVIK, "--tilfeller", folder) == 1
    text = " ".join(capsys.readouterr().out.split())
    assert "«slagsmal»?" in text
    assert "«hvem»?" in text
    assert failed(tmp_path, misspelt).utfall.vurdering is None


def test_a_case_of_the_guide_that_fails_is_found_in_its_own_file(tmp_path: Path) -> None:
    mappe = copy_of_fjordvik(tmp_path)
    cases(mappe / "tilfeller", f"\n{HOLDS.replace('radslag', 'for-lite')}", "flere.yaml")
    other = cases(tmp_path / "egne", HOLDS.replace("En nabo", "Naboen"))
    [one] = try_cases(mappe, other).feilet
    assert (one.sted.fil, one.sted.linje) == ("tilfeller/flere.yaml", 3)


def test_a_single_case_needs_no_list(tmp_path: Path) -> None:
    alone = "\n  navn: Alene.\n  svar: {hvem: nabo}\n  forvent: {rute: radslag}\n"
    one = failed(tmp_path, alone)
    assert one.sted.fil.endswith("egne.yaml")


# --- what no case reaches ---


def _without(cut: str, folder: Path) -> Prove:
    mappe = copy_of_fjordvik(folder)
    (mappe / "tilfeller" / cut).unlink()
    return try_cases(mappe, None)


def test_a_rule_that_no_case_reaches_is_a_fault(tmp_path: Path, capsys: Output) -> None:
    prove = _without("uten-trinn.yaml", tmp_path)
    assert prove.feilet == ()
    assert {"straks", "om-meg", "mot-meg", "gatt-over"} <= {*prove.uprovde_regler}
    assert not prove.holder
    assert run(COMMAND, tmp_path / "fjordvik" / "2025-01", "--json") == 1
    missing = as_json(capsys)["udekket"]
    assert missing.keys() == {"regler", "roller", "spørsmål", "varsler", "kontakter"}
    assert missing["regler"] == [*prove.uprovde_regler]
    assert "utsyn" in missing["kontakter"]


def test_another_thing_that_no_case_reaches_is_told_and_no_fault(
    tmp_path: Path, capsys: Output
) -> None:
    new = (
        "  - id: postbud\n    navn: Jeg er postbud\n    merke: tillegg\n"
        "    kilde: {redaksjonen: Postbudet ser mye.}\n"
    )
    mappe = copy_of_fjordvik(tmp_path, ("roller.yaml", "roller:\n", f"roller:\n{new}"))
    assert run(COMMAND, mappe) == 0
    assert "roller: postbud" in capsys.readouterr().out


# --- what cannot be run ---


def test_a_folder_without_cases_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        try_cases(FJORDVIK, tmp_path)
    assert [p.fil for p in error.value.problems] == [str(tmp_path)]


@pytest.mark.parametrize(
    "text",
    [
        HOLDS.replace("svar:", "svarr:"),
        HOLDS.replace("rute: radslag", "rute: radslaget"),
        HOLDS.replace("{hvem", "{{hvem"),
        HOLDS.replace("navn: En", "navn: &a En"),
        f"\n{HOLDS}\nannet: 1\n",
    ],
)
def test_a_fault_in_a_case_file_is_given_with_the_files_own_name(text: str, tmp_path: Path) -> None:
    cases(tmp_path / "egne", HOLDS.replace("En nabo", "Naboen"), "god.yaml")
    with pytest.raises(ContentError) as error:
        failed(tmp_path, text)
    assert {p.fil for p in error.value.problems} == {str(tmp_path / "egne" / "egne.yaml")}
    assert all(p.linje for p in error.value.problems)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = cases(tmp_path / "egne", HOLDS)
    (folder / "lenke.yaml").symlink_to(FJORDVIK / "tilfeller" / "trinnene.yaml")
    with pytest.raises(ContentError):
        try_cases(FJORDVIK, folder)


def test_a_guide_that_does_not_hang_together_is_not_run(tmp_path: Path, capsys: Output) -> None:
    mappe = broken_copy("ukjent-kontakt", tmp_path)
    with pytest.raises(ContentError) as error:
        run(COMMAND, mappe, "--json")
    found = as_json(capsys)
    assert found["gyldig"] is False
    assert len(found["feil"]) == len(error.value.problems)
