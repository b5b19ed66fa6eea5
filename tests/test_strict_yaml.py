import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from veileder_cli.errors import ContentError, Problem
from veileder_cli.strict_yaml import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    Entry,
    MappingNode,
    Node,
    Scalar,
    SequenceNode,
    parse,
    read_stdin,
    read_text,
)

LOADER = "veileder_cli.strict_yaml._LOADER"
LOADERS = [name for name in ("CSafeLoader", "SafeLoader") if hasattr(yaml, name)]
ENGLISH = re.compile(r"\b(expected|found|while|scanning|parsing|block|mapping|not|got|the|token)\b")
TOKENS = [*"ab:?-[]{},|>#&*!%@`~'\"\\ \n", ": ", "- ", "? ", "a: ", "\n  ", "---\n", "<<", "\\e"]
TOKENS += ["\t", "\r\n", "é😀", "\\U00110000", "\\\\", "!!str ", "%TAG", "...\n", "\u2028", "\x00"]
PLAIN = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs", "Zl", "Zp"],
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff",
    )
    | st.sampled_from("\t\n")
)
with_each_loader = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(params=LOADERS, autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LOADER, getattr(yaml, request.param))


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[yaml.Event]:
    """Every event that the parser was asked for."""
    seen: list[yaml.Event] = []
    parse_events = yaml.parse

    def count(text: str, **loader: Any) -> Iterator[yaml.Event]:
        for event in parse_events(text, **loader):
            seen.append(event)
            yield event

    monkeypatch.setattr(yaml, "parse", count)
    return seen


def faults(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        parse(text, "f.yaml")
    return caught.value.problems


def texts(node: Node) -> object:
    match node:
        case Scalar(text):
            return text
        case SequenceNode(items):
            return [texts(item) for item in items]
        case MappingNode(items):
            return {key: texts(entry.value) for key, entry in items.items()}


# --- what is read ---


@pytest.mark.parametrize(
    "text",
    ["NO", "ja", "true", "0235", "116111", "+4781549300", "2021-11", "null", "~", "1e3", "1:30"],
)
def test_a_scalar_is_the_text_that_was_written(text: str) -> None:
    assert parse(f"a: {text}", "f") == MappingNode({"a": Entry(Scalar(text, 1), 1)}, 1)


def test_a_field_without_a_value_is_empty_text_on_the_line_of_its_key() -> None:
    node = parse("a: x\nb:\n\nc: y\n", "f")
    assert isinstance(node, MappingNode)
    assert node.items["b"] == Entry(Scalar("", 2), 2)


def test_every_node_knows_its_line() -> None:
    node = parse(
        "# innledning\na:\r\n  - b: 1\n    c: >\n      d\n      e\n  - [f,\n     g]\n", "f"
    )
    inner = MappingNode({"b": Entry(Scalar("1", 3), 3), "c": Entry(Scalar("d e\n", 4), 4)}, 3)
    flow = SequenceNode((Scalar("f", 7), Scalar("g", 8)), 7)
    assert node == MappingNode({"a": Entry(SequenceNode((inner, flow), 3), 2)}, 2)


@with_each_loader
@given(
    st.dictionaries(PLAIN, PLAIN | st.lists(PLAIN), min_size=1),
    st.sampled_from("'\""),
    st.booleans(),
)
def test_quoted_text_comes_back_as_it_was(data: dict[str, Any], quote: str, as_is: bool) -> None:  # noqa: FBT001 -- drawn
    text = yaml.safe_dump(data, default_style=quote, allow_unicode=as_is, sort_keys=False)
    assert texts(parse(text, "f")) == data


@with_each_loader
@given(st.lists(st.sampled_from(TOKENS), max_size=30).map("".join))
def test_any_text_gives_nodes_or_faults_in_norwegian_on_a_line_of_the_file(text: str) -> None:
    try:
        parse(text, "f")
    except ContentError as error:
        for problem in error.problems:
            assert 1 <= problem.linje <= text.count("\n") + 1
            assert problem.tiltak
            assert not ENGLISH.search(str(problem))


@with_each_loader
@given(st.lists(st.sampled_from(TOKENS), max_size=30).map("".join))
def test_both_loaders_read_the_same_where_both_read(text: str) -> None:
    read = []
    for name in LOADERS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(LOADER, getattr(yaml, name))
            try:
                read.append(texts(parse(text, "f")))
            except ContentError:
                return
    assert all(node == read[0] for node in read)


# --- what is refused ---


def test_every_repeated_key_is_reported_with_the_line_of_the_first() -> None:
    problems = faults("a: 1\nb:\n  c: 2\n  c: 3\na: 4\n")
    assert [(p.linje, p.feil) for p in problems] == [
        (4, "«c» står også på linje 3"),
        (5, "«a» står også på linje 1"),
    ]


def test_a_fault_that_ends_the_reading_comes_after_the_repeated_keys() -> None:
    assert [p.linje for p in faults("a: 1\na: 2\nb: *c\n")] == [2, 3]
    assert [p.linje for p in faults("a: 1\na: 2\nb: @c\n")] == [2, 3]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: b: c", 1, "kolon"),
        ("a: b\n  c: d", 2, "innrykk"),
        ("a:\n  b: 1\n c: 2", 3, "hører ikke til"),
        ("a:\n  - b\n - c", 3, "hører ikke til"),
        ("a: b\n- c", 2, "hører ikke til"),
        ('a: "b" c', 1, "hører ikke til"),
        ('a: 1\nb: "c\nd: e\n', 2, "hermetegn"),
        ("a: 1\nb: 'c\n", 2, "hermetegn"),
        ("a: b\nc d\ne: f", 2, "mangler kolon"),
        ("a: 1\nb: [c, d\ne: f", 2, "[ ]"),
        ("a: 1\nb: {c: d\ne: f", 2, "{ }"),
        ("a: - b", 1, "midt på linja"),
        ("a: | tekst\n  b", 1, "|"),
        ("a: @b", 1, "begynner med"),
        ("a: `b`", 1, "begynner med"),
        ("a:\n\tb: c", 2, "tabulator"),
        ("a: b\tc", 1, "tabulator"),
        ("%YAML 1.1\n---\na: b", 1, "%"),
        ('a: "C:\\Users"', 1, "\\"),
        ('a: "\\UFFFFFFFF"', 1, "\\U"),
        ('a: "\\\\\\U00110000"', 1, "\\U"),
        ('a: "\\e[31m"', 1, "styretegn"),
        ('a: "\\u202e"', 1, "styretegn"),
        ("a: b\x1b[31m", 1, "U+001B"),
        ("a: b\nc: d\u202ee", 2, "U+202E"),
        ("a: b\rc: d", 1, "U+000D"),
        ("a: &x b", 1, "&"),
        ("a: &x [b]\nc: *x", 1, "&"),
        ("a: *fet*", 1, "*"),
        ("a: !x b", 1, "!"),
        ("a: !!str b", 1, "!"),
        ("a: !!python/object/apply:os.system [ls]", 1, "!"),
        ("a: !e!x b", 1, "!"),
        ("a: !!map {}", 1, "!"),
        ("a: 1\n<<: {b: c}", 2, "<<"),
        ("{a: b}: c", 1, "nøkkel"),
        ("? [a]\n: b", 1, "nøkkel"),
        ("a: {{navn}}", 1, "nøkkel"),
        ("a: b\n---\nc: d", 2, "nytt dokument"),
        ("", 1, "tom"),
        ("# bare en kommentar\n", 1, "tom"),
        ("---\n", 1, "tom"),
    ],
)
def test_a_fault_is_told_in_norwegian_on_its_line(text: str, line: int, word: str) -> None:
    [problem] = faults(text)
    assert (problem.fil, problem.linje) == ("f.yaml", line)
    assert word in problem.feil
    assert problem.tiltak
    assert not ENGLISH.search(str(problem))


def test_unquoted_text_with_a_question_mark_between_brackets_is_refused_by_both_loaders() -> None:
    assert len(faults("a: [hva?, b]")) == 1
    assert texts(parse("a: ['hva?', b]", "f")) == {"a": ["hva?", "b"]}


def test_an_escaped_backslash_does_not_begin_a_code_and_half_a_character_is_refused() -> None:
    assert texts(parse('a: "\\\\UDEADBEEF"', "f")) == {"a": "\\UDEADBEEF"}
    assert len(faults('a: "\\ud83d"')) == 1


def test_a_quoted_merge_key_is_only_text() -> None:
    assert texts(parse("'<<': a", "f")) == {"<<": "a"}


# --- hostile files: told by how little of them is read ---


@pytest.mark.parametrize(
    "unit", ["[", "{a: ", "[\n", "- ", "? ", "- ? ", "a: &a [", "[" * 1000 + "\n", "---\na\n"]
)
def test_a_file_of_nothing_but_nesting_is_given_up_early(
    unit: str, events: list[yaml.Event]
) -> None:
    faults(unit * (MAX_BYTES // len(unit)))
    assert len(events) <= 2 * MAX_DEPTH + 4


def test_an_alias_bomb_is_given_up_at_its_first_anchor(events: list[yaml.Event]) -> None:
    bomb = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))
    faults(f"a0: &a0 [lol]\n{bomb}\n")
    assert len(events) == 5


def test_directives_are_refused_before_the_parser_starts(events: list[yaml.Event]) -> None:
    faults("".join(f"%TAG !{n}! x\n" for n in range(50_000)) + "--- a\n")
    assert events == []


@pytest.mark.parametrize("unit", ["a,", "{},", "[],", "a: ,"])
def test_a_file_of_too_many_values_is_given_up_at_the_limit(
    unit: str, events: list[yaml.Event]
) -> None:
    faults(f"[{unit * MAX_NODES}]")
    assert len(events) <= 2 * MAX_NODES + 4


def test_as_many_values_and_levels_as_are_allowed_are_read() -> None:
    assert isinstance(parse("- a\n" * (MAX_NODES - 1), "f"), SequenceNode)
    assert isinstance(parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, "f"), SequenceNode)
    assert "nivåer" in faults("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[0].feil


def test_one_huge_value_is_read_and_one_huge_key_is_refused(events: list[yaml.Event]) -> None:
    huge = "x" * (MAX_BYTES - 10)
    assert texts(parse(f"a: {huge}", "f")) == {"a": huge}
    events.clear()
    faults(f"{huge}: a")
    assert len(events) <= 3


def test_a_long_repeated_key_is_cut_in_the_message() -> None:
    key = "k" * 1000
    assert len(str(faults(f"{key}: 1\n{key}: 2\n")[0])) < 200


# --- files ---


def file_fault(path: Path, root: Path) -> Problem:
    with pytest.raises(ContentError) as caught:
        read_text(path, root)
    [problem] = caught.value.problems
    return problem


def link(path: Path, target: Path) -> Path:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("links are not allowed here")
    return path


def test_a_file_is_read_without_its_bom(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("\ufeffå: æ\r\n".encode())
    assert read_text(tmp_path / "a.yaml", tmp_path) == "å: æ\r\n"


def test_a_file_of_just_the_largest_size_is_read_and_one_more_byte_is_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * MAX_BYTES)
    assert len(read_text(tmp_path / "a", tmp_path)) == MAX_BYTES
    os.truncate(tmp_path / "a", MAX_BYTES + 1)
    assert "1 MiB" in file_fault(tmp_path / "a", tmp_path).feil


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("a: 1\nb: å".encode("latin-1"), 2),
        ("a: 1".encode("utf-16"), 1),
        (b"a: 1\n\nb: \x00", 3),
        (b"a: \x1b]0;x\x07", 1),
        ("a: 1\nb: \u2028".encode(), 2),
        ("a: \u202e".encode(), 1),
        ("a: \ufeff".encode(), 1),
        (b"a: \xed\xa0\x80", 1),
    ],
)
def test_a_file_that_is_not_plain_utf_8_is_refused_on_its_line(
    data: bytes, line: int, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    problem = file_fault(tmp_path / "a.yaml", tmp_path)
    assert (problem.fil, problem.linje) == ("a.yaml", line)


def test_a_link_out_of_the_folder_is_refused_and_one_inside_is_followed(tmp_path: Path) -> None:
    root = tmp_path / "rot"
    root.mkdir()
    (tmp_path / "ute").write_text("hemmelig", encoding="utf-8")
    (root / "inne").write_text("a: b", encoding="utf-8")
    assert "lenke" in file_fault(link(root / "x", tmp_path / "ute"), root).feil
    assert "lenke" in file_fault(link(root / "mappe", tmp_path) / "ute", root).feil
    assert "lenke" in file_fault(root / ".." / "ute", root).feil
    assert read_text(link(root / "y", root / "inne"), root) == "a: b"


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "rot").mkdir()
    (tmp_path / "rot" / "a").write_text("a: b", encoding="utf-8")
    root = link(tmp_path / "lenke", tmp_path / "rot")
    assert read_text(root / "a", root) == "a: b"


def test_what_is_no_file_is_refused_without_being_opened(tmp_path: Path) -> None:
    assert "vanlig fil" in file_fault(tmp_path, tmp_path).feil
    assert "finnes ikke" in file_fault(tmp_path / "a", tmp_path).feil
    assert "kan ikke leses" in file_fault(tmp_path / "a\0", tmp_path).feil
    assert "kan ikke leses" in file_fault(link(tmp_path / "b", tmp_path / "b"), tmp_path).feil
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "c")
        assert "vanlig fil" in file_fault(tmp_path / "c", tmp_path).feil


def test_standard_input_has_the_limits_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (b"x" * (MAX_BYTES + 1), b"a: \xff", b"a: \x1b"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        with pytest.raises(ContentError):
            read_stdin("inn")
