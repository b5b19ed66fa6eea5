"""The drawn guide: all formats say the same, are well formed, and nothing lies outside its box."""

import html.parser
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forfatter import run
from guider import FJORDVIK, OYVIK, TRONDHEIM, load
from veileder_cli.cli.innhold_vis import COMMAND
from veileder_cli.innhold.vilkarstekst import Vilkarstekst
from veileder_cli.innhold.vis.bygg import build_tegning, clean
from veileder_cli.innhold.vis.dot import to_dot
from veileder_cli.innhold.vis.flate import BREDDE, Boks, Tekst
from veileder_cli.innhold.vis.formater import draw
from veileder_cli.innhold.vis.html import to_html
from veileder_cli.innhold.vis.mermaid import label, to_mermaid
from veileder_cli.innhold.vis.metrikk import width, wrap
from veileder_cli.innhold.vis.palett import LYS, MORK, PAR
from veileder_cli.innhold.vis.paneler import build_panels
from veileder_cli.innhold.vis.radkort import merged
from veileder_cli.innhold.vis.svg import to_svg
from veileder_cli.innhold.vis.tegning import Kontaktpeker, Tegning

Output = pytest.CaptureFixture[str]
GUIDES: Final = (TRONDHEIM, FJORDVIK, OYVIK)
SLEMT: Final = "a<b>&\"'`]|}{)(\n\r\t;#%%-->\\l\\N</svg></script>\x00\x1b\ud800\u202e::: end 🙂&lt;"
TEKSTER: Final = st.text(max_size=60) | st.text("<>&\"'[]{}()|;:#%\\`-=\n end", max_size=40)


def drawn(mappe: Path) -> Tegning:
    return build_tegning(load(mappe), mappe.parent.name, "Ring 112.")


@pytest.fixture(scope="module", params=GUIDES, ids=lambda m: m.parent.name)
def tegning(request: pytest.FixtureRequest) -> Tegning:
    return drawn(request.param)


@pytest.fixture(scope="module")
def fjordvik() -> Tegning:
    return drawn(FJORDVIK)


def with_text(tegning: Tegning, tekst: str) -> Tegning:
    """Put a text wherever an author may write one."""

    def put(verdi: object) -> object:
        if isinstance(verdi, str):
            return tekst
        if isinstance(verdi, tuple):
            return tuple(map(put, verdi))
        if isinstance(verdi, Vilkarstekst):
            return Vilkarstekst(tekst, verdi.alle, tuple(map(put, verdi.deler)))  # type: ignore[arg-type]
        if hasattr(verdi, "__dataclass_fields__"):
            felt = {n: put(getattr(verdi, n)) for n in verdi.__dataclass_fields__ if n != "id"}
            return replace(verdi, **felt)  # type: ignore[type-var]
        return verdi

    ut = put(tegning)
    assert isinstance(ut, Tegning)
    return clean(ut)


# --- the drawing ---


def test_rows_stand_in_the_order_they_are_tried_with_the_last_resort_last(tegning: Tegning) -> None:
    assert [r.nummer for r in tegning.rader] == [*range(1, len(tegning.rader) + 1)]
    assert [r.nar is None for r in tegning.rader] == [False] * (len(tegning.rader) - 1) + [True]
    assert all(r.nummer == 0 for r in tegning.tillegg)


def test_every_step_says_which_rows_lead_to_it(fjordvik: Tegning) -> None:
    assert [(t.nummer, t.fra) for t in fjordvik.trinn] == [
        *(("A", (8,)), ("B", (7,)), ("C", (6,)), ("D", (4,)))
    ]


def test_what_stops_and_hastens_is_the_rules(fjordvik: Tegning) -> None:
    assert [r.id for r in fjordvik.rader if r.stopper] == ["straks", "om-meg", "mot-meg"]
    assert [r.id for r in fjordvik.rader if r.haster] == ["straks", "politi-i-dag"]


def test_a_list_of_the_roles_is_drawn_once_with_like_roles_together(fjordvik: Tegning) -> None:
    [liste] = fjordvik.rollelister
    assert [len(r.roller) for r in liste.rader] == [2, 2]
    assert [[k.id for k in r.kontakter] for r in liste.rader] == [
        ["teamleder", "uroteam"],
        ["uroteam"],
    ]


def test_a_contact_named_twice_in_a_row_is_drawn_once() -> None:
    alltid = Kontaktpeker(id="a", navn="A", hvorfor="", nar=None)
    noen = replace(alltid, nar=Vilkarstekst("x"))
    andre = replace(alltid, nar=Vilkarstekst("y"))
    assert [*merged((noen, alltid))] == [alltid]
    [begge] = merged((noen, andre))
    assert begge.nar == Vilkarstekst("", alle=False, deler=(Vilkarstekst("x"), Vilkarstekst("y")))
    assert len([*merged((noen, replace(noen, id="b"), noen))]) == 3


def test_a_text_becomes_one_line_that_xml_can_hold() -> None:
    assert clean("a\x00b\n\u202ec\ud800 ") == "a b c"


# --- every format ---


@pytest.mark.parametrize("format_", ["tekst", "mermaid", "dot", "svg", "html"])
def test_every_format_names_every_row_step_and_the_emergency_number(
    tegning: Tegning, format_: str
) -> None:
    ut = " ".join(re.sub(r"<br>|\\l|<[^>]*>", " ", draw(tegning, format_, 100)).split())
    for tekst in ("Ring 112.", *(t.tittel for t in tegning.trinn)):
        assert tekst in ut
    for rad in tegning.rader:
        assert rad.tittel.split(".")[0] in ut


@pytest.mark.parametrize("format_", ["mermaid", "dot", "svg", "html"])
def test_nothing_is_fetched_and_nothing_runs(tegning: Tegning, format_: str) -> None:
    ut = draw(tegning, format_, 80).replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"https?:|<script|<image|<link|@import|url\(|\bon\w+=|javascript:", ut) == []


ANY_TEXT: Final = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check_svg(ut: str) -> None:
    rot = ET.fromstring(ut)  # noqa: S314 - what this program wrote
    barn = [b.tag.rpartition("}")[2] for b in rot]
    assert barn[:3] == ["title", "desc", "style"]
    assert {b.tag.rpartition("}")[2] for b in rot.iter()} <= {
        *("svg", "title", "desc", "style", "rect", "g", "path", "text", "tspan")
    }


class Tags(html.parser.HTMLParser):
    """Checks that elements are closed in order, and that only those of the page are there."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len({navn for navn, _ in attrs})
        self.seen.add(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"rect", "path"}, attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check_html(ut: str) -> None:
    leser = Tags()
    leser.feed(ut)
    leser.close()
    assert leser.open == []
    assert leser.seen <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "a", "main"),
        *("section", "svg", "text", "tspan", "table", "caption", "thead", "tbody", "tr", "th"),
        *("td", "ul", "ol", "li", "br", "strong", "footer"),
    }


LABEL: Final = r'"[^"`]*"'
MERMAID: Final = re.compile(
    rf"""(?:
      \ \ [a-z]\w*(?:\[{LABEL}\]|\(\[{LABEL}\]\)|\{{\{{{LABEL}\}}\}})(?::::\w+)?
    | \ \ \w+\ (?:-->|-\.->|==>|--\ nei\ -->|--\ ja\ -->)(?:\|{LABEL}\|)?\ \w+
    | \ \ classDef\ [\w#:,\ ]+
    | flowchart\ TD | acc(?:Title|Descr):\ [^;\#%{{}}<>"]+
    )""",
    re.VERBOSE,
)


def check_mermaid(ut: str) -> None:
    for linje in ut.splitlines():
        assert MERMAID.fullmatch(linje), linje
        uten = re.sub(r"#\d+;|<br>", "", linje)
        for tekst in re.findall(LABEL, uten):
            assert not re.search(r"[#;<>&%{}\[\]|\\]", tekst), linje


def check_dot(ut: str) -> None:
    """Outside quotes there is only what this program writes; inside, no stray escape."""
    quoted = re.compile(r'"((?:[^"\\]|\\.)*)"')
    for tekst in quoted.findall(ut):
        assert {*re.findall(r"\\.", tekst)} <= {'\\"', "\\\\", "\\l"}
        assert re.findall(r"&(?!amp;)", tekst) == []
    assert re.fullmatch(r"[\w\s{}\[\]=,;>-]*", quoted.sub("", ut), re.ASCII)


FORMATS: Final[tuple[tuple[Callable[[Tegning], str], Callable[[str], None]], ...]] = (
    (to_svg, check_svg),
    (to_html, check_html),
    (to_mermaid, check_mermaid),
    (to_dot, check_dot),
)


@pytest.mark.parametrize(("to_format", "check"), FORMATS)
def test_a_guide_is_well_formed(
    tegning: Tegning, to_format: Callable[[Tegning], str], check: Callable[[str], None]
) -> None:
    check(to_format(tegning))


@pytest.mark.parametrize(("to_format", "check"), FORMATS)
@pytest.mark.parametrize("tekst", [SLEMT, "", "x" * 300, "end", "🙂" * 80])
def test_hostile_text_is_well_formed(
    fjordvik: Tegning, to_format: Callable[[Tegning], str], check: Callable[[str], None], tekst: str
) -> None:
    check(to_format(with_text(fjordvik, tekst)))


@ANY_TEXT
@given(tekst=TEKSTER)
def test_any_text_is_well_formed_in_every_format(fjordvik: Tegning, tekst: str) -> None:
    tegning = with_text(replace(fjordvik, rader=fjordvik.rader[2:5], tillegg=()), tekst)
    for to_format, check in FORMATS:
        check(to_format(tegning))


def test_a_label_keeps_the_text_as_codes() -> None:
    assert label('a"b') == '"a#34;b"'


# --- the picture ---


def texts(tegning: Tegning) -> Iterator[tuple[Tekst, list[Boks]]]:
    for flate in build_panels(tegning):
        bokser = [f for f in flate.former if isinstance(f, Boks)]
        for form in flate.former:
            if isinstance(form, Tekst):
                assert all(0 < linje.y <= flate.hoyde for linje in form.linjer)
                yield form, bokser


def right_of(tekst: Tekst) -> float:
    skrift = tekst.skrift
    return max(b.x + width(b.tekst, skrift.storrelse, fet=skrift.fet) for b in tekst.linjer)


def check_boxes(tegning: Tegning) -> None:
    for tekst, bokser in texts(tegning):
        assert right_of(tekst) <= min(tekst.hoyre + 0.01, BREDDE)
        for boks in bokser:
            for linje in tekst.linjer:
                if boks.x <= linje.x < boks.x + boks.bredde and boks.y < linje.y < (
                    boks.y + boks.hoyde
                ):
                    assert right_of(tekst) <= boks.x + boks.bredde


def test_no_text_is_wider_than_its_box_or_the_page(tegning: Tegning) -> None:
    check_boxes(tegning)


@pytest.mark.parametrize("tekst", [SLEMT, "W" * 300, "🙂" * 80, "Å" * 40])
def test_no_text_overflows_however_it_is_written(fjordvik: Tegning, tekst: str) -> None:
    check_boxes(with_text(fjordvik, tekst))


@given(tekst=st.text(max_size=200), bredde=st.integers(40, 700), fet=st.booleans())
def test_lines_fit_and_lose_no_letter(tekst: str, bredde: int, *, fet: bool) -> None:
    linjer = wrap(tekst, bredde, 14, fet=fet)
    assert "".join("".join(linjer).split()) == "".join(tekst.split())
    assert all(width(linje, 14, fet=fet) <= bredde for linje in linjer)


def _luminance(farge: str) -> float:
    deler = (int(farge[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in deler)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("farger", [LYS, MORK], ids=["lys", "mork"])
@pytest.mark.parametrize(("skrift", "flate"), PAR)
def test_text_has_contrast_to_what_it_stands_on(
    farger: dict[str, str], skrift: str, flate: str
) -> None:
    lav, hoy = sorted((_luminance(farger[skrift]), _luminance(farger[flate])))
    assert (hoy + 0.05) / (lav + 0.05) >= 4.5


# --- the command ---


@pytest.mark.parametrize("bredde", ["40", "80"])
def test_the_text_keeps_to_the_width(
    bredde: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", bredde)
    assert run(COMMAND, OYVIK) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= int(bredde)


def test_json_is_the_drawing_with_conditions_in_words(capsys: Output) -> None:
    assert run(COMMAND, FJORDVIK, "--json") == 0
    ut = json.loads(capsys.readouterr().out)
    page = (Path(__file__).parent.parent / "docs" / "json.md").read_text("utf-8")
    _, _, avsnitt = page.partition("`veileder innhold vis`")
    dokumentert = {*re.findall(r"`(\w+)`", avsnitt.partition("\n\n")[0])}
    felt: set[str] = set()

    def collect(verdi: object) -> None:
        if isinstance(verdi, dict):
            felt.update(verdi)
            for under in verdi.values():
                collect(under)
        elif isinstance(verdi, list):
            for under in verdi:
                collect(under)

    collect(ut)
    assert dokumentert - {"null", "skrevet"} == felt
    assert ut["rader"][4]["nar"]["slag"] == "alle"
    assert ut["rader"][-1]["nar"] is None


def test_a_drawing_is_saved_to_a_new_file_and_never_over_another(
    tmp_path: Path, capsys: Output
) -> None:
    fil = tmp_path / "ny.svg"
    assert run(COMMAND, OYVIK, "--format", "svg", "--ut", fil, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"skrevet": [str(fil)]}
    check_svg(fil.read_text("utf-8"))
    assert run(COMMAND, OYVIK, "--ut", fil) == 1
    assert str(fil) in capsys.readouterr().err
    assert fil.read_text("utf-8").startswith("<?xml")


def test_json_and_another_format_are_not_one_output(capsys: Output) -> None:
    assert run(COMMAND, OYVIK, "--format", "svg", "--json") == 2
    assert "--format" in capsys.readouterr().err


def test_a_picture_is_printed_as_it_is(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(COMMAND, OYVIK, "--format", "svg") == 0
    assert capsysbinary.readouterr().out.decode() == to_svg(
        replace(drawn(OYVIK), nodlinje="Er noen i fare nå? Ring 112.")
    )
