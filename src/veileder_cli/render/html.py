"""Markdown as one page for a browser or a printer: nothing to fetch and nothing that runs."""

from collections.abc import Mapping
from html import escape
from typing import Final

LYS: Final[Mapping[str, str]] = {
    "tekst": "#18212b",
    "bunn": "#ffffff",
    "lenke": "#1d4f7c",
    "viktig": "#ffffff",
    "viktig-bunn": "#9b1c1c",
}
MORK: Final[Mapping[str, str]] = {
    "tekst": "#eef2f6",
    "bunn": "#12171d",
    "lenke": "#9ccbf5",
    "viktig": "#10161c",
    "viktig-bunn": "#ffb4ab",
}
PAR: Final = (("tekst", "bunn"), ("lenke", "bunn"), ("viktig", "viktig-bunn"))
"""Which text stands on which surface; the contrast is at least 4.5:1 (WCAG 2.1, 1.4.3)."""

_SKRIFT: Final = (
    "system-ui, 'Segoe UI', Roboto, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
)


def html_page(markdown: str, tittel: str, sprak: str) -> str:
    """Give the page. What stands first is set off, and comes first on paper too.

    HTML in the Markdown is text like any other, and a link leads to a number or an address.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 131 ms, and only this needs it

    innhold = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).render(markdown)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(sprak)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(tittel)}</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
        f"<main>\n{innhold}</main>\n</body>\n</html>\n"
    )


def _style() -> str:
    return f"""
:root{{color-scheme:light dark}}
body{{margin:0 auto;max-width:42rem;padding:1rem;font:1.0625rem/1.5 {_SKRIFT};
overflow-wrap:anywhere;{_surface(LYS, "tekst", "bunn")}}}
h1{{font-size:1.6rem;line-height:1.25}}h2{{font-size:1.25rem;margin:1.75rem 0 .5rem}}
li{{margin:.4rem 0}}a{{color:{LYS["lenke"]};text-decoration:underline}}
a[href^="tel:"]{{white-space:nowrap}}
main>p:first-child{{margin:0 0 1rem;padding:.6rem 1rem;border:2px solid;border-radius:8px;
{_surface(LYS, "viktig", "viktig-bunn")}}}
main>p:first-child a{{color:inherit}}
@media screen and (prefers-color-scheme:dark){{body{{{_surface(MORK, "tekst", "bunn")}}}
a{{color:{MORK["lenke"]}}}main>p:first-child{{{_surface(MORK, "viktig", "viktig-bunn")}}}}}
@page{{size:A4;margin:18mm}}
@media print{{body{{max-width:none;padding:0;font-size:11pt;color:#000;background:#fff}}
main>p:first-child{{color:#000;background:#fff;border-color:#000}}a{{color:#000}}
h1,h2{{break-after:avoid}}li,p{{break-inside:avoid}}}}
"""


def _surface(farger: Mapping[str, str], skrift: str, flate: str) -> str:
    return f"color:{farger[skrift]};background:{farger[flate]}"
