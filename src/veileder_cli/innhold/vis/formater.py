"""Draws in the format that is asked for."""

from veileder_cli.innhold.vis.tegning import Tegning


def draw(tegning: Tegning, format_: str, bredde: int) -> str:
    """Give the drawing as the content of a file; `bredde` is the columns of plain text."""
    match format_:
        case "mermaid":
            from veileder_cli.innhold.vis.mermaid import to_mermaid  # noqa: PLC0415

            return to_mermaid(tegning)
        case "dot":
            from veileder_cli.innhold.vis.dot import to_dot  # noqa: PLC0415

            return to_dot(tegning)
        case "svg":
            from veileder_cli.innhold.vis.svg import to_svg  # noqa: PLC0415

            return to_svg(tegning)
        case "html":
            from veileder_cli.innhold.vis.html import to_html  # noqa: PLC0415

            return to_html(tegning)
        case _:
            from veileder_cli.innhold.vis.tekst import report  # noqa: PLC0415
            from veileder_cli.render.layout import to_text  # noqa: PLC0415

            return to_text(report(tegning), bredde)
