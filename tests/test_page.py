import pytest

from rich_program import HEAD, LONG
from veileder_cli.interview.asking import HelpPart
from veileder_cli.interview.page import Row, Sheet, Size, lay_out, lay_out_help


@pytest.mark.parametrize("columns", [40, 59, 60, 80, 120])
@pytest.mark.parametrize("rows", [8, 12, 20, 24, 50])
def test_a_page_fits_its_size_and_shows_the_whole_row_pointed_at(columns: int, rows: int) -> None:
    listed = tuple(
        Row(choice.text, "[ ] ", "Gruppe" if n % 7 == 0 else "") for n, choice in enumerate(LONG)
    )
    top = 0
    for pointed in [*range(22), *reversed(range(22))]:
        sheet = Sheet(HEAD, "Tittelen", "Hjelp. " * 30, listed, pointed, "", "Tastene. " * 9)
        page = lay_out(sheet, Size(columns, rows), top)
        top = page.top
        assert len(page.lines) <= rows
        assert max(len(line.text) for line in page.lines) < columns
        assert LONG[pointed].text in " ".join(" ".join(line.text.split()) for line in page.lines)
        assert page.lines[page.cursor].text.startswith("> ")


@pytest.mark.parametrize(("columns", "rows"), [(40, 8), (40, 20), (80, 24), (120, 50)])
def test_the_title_stands_over_all_of_the_help(columns: int, rows: int) -> None:
    parts = tuple(HelpPart(f"Del {n}", (f"Linje {n}. " * 9, "En til.")) for n in range(9))
    about = [f"Linje {n}. " * 9 for n in range(9)]
    sheet = Sheet(HEAD, "ØVELSE: Tittelen", "Hjelp.", (Row("Ja"),), 0, "", "", parts)
    seen = list[str]()
    for top in range(200):
        page = lay_out_help(sheet, Size(columns, rows), top)
        assert len(page.lines) <= rows
        assert page.lines[0].text == sheet.title
        seen += [line.text for line in page.lines if line.text not in seen]
    assert all(words in " ".join(" ".join(seen).split()) for words in map(str.strip, about))
