"""What the authors' commands say is in the language that was chosen, all of it.

The guides they are about have every text replaced by a number after a Q. What is left, but for
ids and keys, is the program's own.
"""

import re
import shutil
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any, Final
from zlib import crc32

import pytest
import yaml

from forfatter import copy_of_fjordvik
from guider import FJORDVIK, OYVIK
from oversatt import KODER, is_translated, own_words, said
from veileder_cli.loader import read_guide
from veileder_cli.sprak import LANGUAGES
from veileder_cli.translate import translate

VALG: Final = (
    "regler.yaml",
    "    trinn: {trinn: prat}\n",
    "    trinn: [{trinn: samrad, hvis: {svar: {aldersgruppe: voksen}}}, {trinn: prat}]\n",
)
"""A row with a choice of steps."""
ENDRINGER: Final = (
    ("kontakter.yaml", "00 00 00 01", "00 00 00 09"),
    ("kontakter.yaml", "    apningstider: Etter avtale\n", ""),
    ("kontakter.yaml", "funksjon: Utsyn\n", "funksjon: Utsyn\n    adresse: Q901\n"),
    ("kontakter.yaml", "bydel: [Vestsida, Indre havn]", "bydel: [Vestsida]"),
    ("kontakter.yaml", "trinn: [radslag, samrad]", "trinn: [samrad, radslag]"),
    ("kontakter.yaml", "    hvis: {rollegruppe: tilsatt}\n", ""),
    (
        "regler.yaml",
        "hvis: {alle: [{svar: {utvikling: roet-seg}}",
        "hvis: {alle: [{svar: {aldersgruppe: voksen}}, {svar: {utvikling: roet-seg}}",
    ),
    (
        "regler.yaml",
        "        - svar_fra: {utvikling: sterkere}\n        - svar_fra: {tjenester",
        "        - svar: {smasosken: ja}\n        - svar_fra: {tjenester",
    ),
    VALG,
    (
        "regler.yaml",
        "[{rollens: forst}, {kontakt: uroteam}]",
        "[{kontakt: uroteam}, {rollens: forst}]",
    ),
    ("regler.yaml", "klasse: [tydelig, vag]", "klasse: [tydelig]"),
    ("regler.yaml", "      - {trinn: samrad}\n", ""),
    ("regler.yaml", "    haster: ja\n    tittel:\n", "    tittel:\n"),
    ("varsler.yaml", "vises_nar: {ikke: {rute: straks}}", "vises_nar: {rute: straks}"),
    (
        "varsler.yaml",
        "vises_nar: {har_trinn: ja}",
        "vises_nar: {alle: [{svar: {aldersgruppe: voksen}}, {svar: {aldersgruppe: ungdom}}]}",
    ),
    ("tiltak.yaml", "    foreslas_nar: {rute: [prate, samordne]}\n", ""),
    (
        "sporsmal.yaml",
        "      - {verdi: voksen, tekst: Voksen}\n",
        "      - {verdi: voksen, tekst: Voksen}\n      - {verdi: gammel, tekst: Q902}\n",
    ),
    (
        "paastander.yaml",
        "saa: {ikke: {rute: for-lite}}\n    merke: veil",
        "saa: {rute: prate}\n    merke: veil",
    ),
)
"""Changes of every kind that is told, and some that make the proof find faults."""
FEILER: Final = """
  - navn: Q903
    svar: {hvem: nabo, sett_hort: [ber-vapen, svartmaling]}
    forvent: {rute: radslag, kontakter: uroteam, uten_kontakter: [lensmann], varsler: skal-varsle}
  - navn: Q904
    svar: {hvem: nabo, tjenester: en-annen}
    forvent: {rute: for-lite, trinn: ingen}
  - navn: Q905
    svar: {hvem: nabo, til_na: radslag-holdt}
    forvent: {rute: prate, trinn: prat}
  - navn: Q906
    svar: {nod: ja, smasosken: ja}
    forvent: {rute: prate}
"""
NAVN: Final = re.compile(r"[A-ZÆØÅ][a-zæøå]|[æøåÆØÅ]|[a-z] [a-z]")
"""What is no id: names, and the texts of promises and cases."""
FORMATER: Final = ("tekst", "mermaid", "dot", "svg", "html")
FRA_VEILEDEREN: Final = re.compile(
    r"\bQ\d+\b"  # the texts
    r"|[^\s«»\",;()<>]*[-_./]\w[^\s«»\",;()<>]*"  # ids of more than one word, files, paths
    r"|[«\"](?:veileder kontakt|\w+)[»\"]"  # a command; ids of one word
    r"|\(\w+: [^)]*\)|^ {4,}\w+:.*|^  veileder .*|tlf\.?"  # answers as in a case; examples
    r"|\b(?:lov|tillegg|veilederen)\b(?= \(|\))"  # what a mark is in the files
)
SAGT_I: Final = {
    "dot": re.compile(r'label="((?:[^"\\]|\\.)*)"'),
    "mermaid": re.compile(r'"([^"]*)"|-- (\w+) -->'),
    "html": re.compile(r">([^<>{}]+)<"),
    "svg": re.compile(r">([^<>{}]+)<"),
}
"""Where the words are in a drawing."""


NORSK: Final = re.compile(
    r"\b(aldri|alltid|eller|ellers|kontakten|med|minst|nytt|regelen|ruta|svaret|tiltaket|trinnet"
    r"|uten|varselet)\b"
)
"""Words that the authors' commands use and no English text has."""


def without_texts(fra: Path, til: Path) -> Path:
    """Copy a guide, with a number after a Q for each of its texts; the same for the same text."""
    tekster = translate(read_guide(fra).veileder, {}).mangler

    def put(verdi: Any) -> Any:
        if isinstance(verdi, dict):
            return {k: put(v) for k, v in verdi.items()}
        if isinstance(verdi, list):
            return [put(v) for v in verdi]
        er_tekst = verdi in tekster or NAVN.search(verdi)
        return f"Q{crc32(verdi.encode())}" if er_tekst else verdi

    shutil.copytree(fra, til)
    for fil in til.rglob("*.yaml"):
        lest = yaml.load(fil.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (safe: text only)
        fil.write_text(yaml.safe_dump(put(lest), allow_unicode=True), "utf-8")
    return til


@pytest.fixture(scope="module")
def mapper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the guides that the commands are about, and folders of cases."""
    rot = tmp_path_factory.mktemp("veiledere")
    without_texts(FJORDVIK, rot / "fjordvik" / "2025-01")
    endret = copy_of_fjordvik(rot / "endret", *ENDRINGER)
    without_texts(endret, rot / "fjordvik" / "2026-01")
    valg = copy_of_fjordvik(rot / "valg", VALG)
    without_texts(valg, rot / "fjordvik" / "2025-06")
    without_texts(OYVIK, rot / "oyvik" / "2026-02")
    (rot / "feiler").mkdir()
    (rot / "feiler" / "egne.yaml").write_text(f"tilfeller:{FEILER}", "utf-8")
    (rot / "tom").mkdir()
    return rot


def command_lines(rot: Path, kode: str) -> list[list[str]]:
    """Give command lines that together say nearly all that the commands can say."""
    gammel, ny, oyvik = (
        str(rot / navn) for navn in ("fjordvik/2025-01", "fjordvik/2026-01", "oyvik/2026-02")
    )
    tegninger = [
        ["vis", v, "--format", f, "--ut", str(rot / f"{kode}-{nr}.{f}")]
        for nr, v in enumerate((str(rot / "fjordvik" / "2025-06"), oyvik))
        for f in FORMATER
    ]
    alle = [
        *([navn, "--help"] for navn in ("prov", "analyser", "vis", "sammenlign")),
        ["prov", gammel, "--tilfeller", str(rot / "feiler")],
        ["prov", gammel, "--tilfeller", str(rot / "tom")],
        ["analyser", ny],
        ["analyser", ny, "--grense", "300"],
        ["sammenlign", gammel, ny],
        ["sammenlign", gammel, ny, "--grense", "300"],
        ["sammenlign", gammel, oyvik],
        ["sammenlign", oyvik, oyvik],
        *tegninger,
        tegninger[0],
        ["vis", gammel, "--json", "--format", "svg"],
    ]
    return [["innhold", *a] for a in alle]


@pytest.fixture(scope="module")
def sagt(mapper: Path) -> Mapping[str, list[str]]:
    """Give, by language, the lines that the commands say and those of the drawings."""
    ut: dict[str, list[str]] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "1000")
        for kode in LANGUAGES:
            svar = said(kode, command_lines(mapper, kode))
            assert {utfall for utfall, _ in svar} == {0, 1, 2}
            ut[kode] = [linje for _, tekst in svar for linje in tekst.splitlines()]
            for fil in mapper.glob(f"{kode}-*"):
                ut[kode] += words_of(fil)
    return ut


def words_of(fil: Path) -> list[str]:
    """Give the lines of a drawing, without what is markup."""
    tekst, uttrykk = fil.read_text("utf-8"), SAGT_I.get(fil.suffix[1:])
    if uttrykk is None:
        return tekst.splitlines()
    ord_ = (unescape("".join(funn.groups(""))) for funn in uttrykk.finditer(tekst))
    return [linje for o in ord_ for linje in re.split(r"<br>|\\l|\n", o)]


@pytest.mark.parametrize("kode", KODER)
def test_all_that_the_commands_say_is_in_the_language(
    kode: str, sagt: Mapping[str, list[str]]
) -> None:
    assert len(sagt[kode]) > 600
    for linje in sagt[kode]:
        egne = FRA_VEILEDEREN.sub(" ", linje)
        is_translated(kode, egne)
        assert kode != "en" or not NORSK.search(own_words(egne)), linje


def test_no_line_of_the_program_is_the_same_in_bokmal_and_english(
    sagt: Mapping[str, list[str]],
) -> None:
    like = {*sagt["nb"]} & {*sagt["en"]}
    assert [e for e in like if re.search(r"[^\W\d]{2}", FRA_VEILEDEREN.sub("", e))] == []


def test_the_drawing_has_the_language_of_its_words(
    mapper: Path, sagt: Mapping[str, list[str]]
) -> None:
    for kode in sagt:
        assert f'lang="{kode}"' in (mapper / f"{kode}-0.html").read_text("utf-8")
        assert f'lang="{kode}"' in (mapper / f"{kode}-1.svg").read_text("utf-8")
