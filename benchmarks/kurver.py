"""Draws a few lines over the same steps as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

_WIDTH, _HEIGHT = 720, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 230, 50, 50
_DASHES: Final = ("none", "8 4", "2 4", "12 4 2 4")
"""What tells the lines apart, beside the name at the end of each."""
_NAMES_APART: Final = 18
_TICKS: Final = 4


@dataclass(frozen=True)
class Curve:
    """A named line: a value for each step."""

    name: str
    values: Sequence[float]


def draw(title: str, steps: Sequence[str], curves: Sequence[Curve]) -> str:
    """Draw the lines from zero up, with the values said in a description too."""
    most = max(v for c in curves for v in c.values) * 1.1
    said = "; ".join(
        f"{c.name}: {', '.join(f'{s} x {v:.0f} ms' for s, v in zip(steps, c.values, strict=True))}"
        for c in curves
    )
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
            'role="img" font-family="sans-serif" font-size="12" aria-labelledby="t d">'
        ),
        f'<title id="t">{escape(title)}</title>',
        f'<desc id="d">{escape(said)}</desc>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        _text(_LEFT, _TOP - 25, title),
        *_axes(steps, most),
    ]
    below = 0.0
    for dash, curve in sorted(
        zip(_DASHES, curves, strict=False), key=lambda drawn: -drawn[1].values[-1]
    ):
        points = [(_x(i, len(steps)), _y(v, most)) for i, v in enumerate(curve.values)]
        path = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
        lines.append(
            f'<polyline points="{path}" fill="none" stroke="#003a70" stroke-width="2" '
            f'stroke-dasharray="{dash}"/>'
        )
        below = max(points[-1][1] + 4, below + _NAMES_APART)
        lines.append(_text(points[-1][0] + 8, below, f"{curve.name}: {curve.values[-1]:.0f} ms"))
    return "\n".join((*lines, "</svg>\n"))


def _axes(steps: Sequence[str], most: float) -> list[str]:
    """Name the steps below, and draw a thin line at each of a few heights."""
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    named = [_text(_x(i, len(steps)) - 8, bottom + 20, f"{s} x") for i, s in enumerate(steps)]
    heights = [most / 1.1 * nr / _TICKS for nr in range(_TICKS + 1)]
    return named + [
        f'<line x1="{_LEFT}" y1="{_y(h, most):.0f}" x2="{right}" y2="{_y(h, most):.0f}" '
        f'stroke="#bbb"/>{_text(15, _y(h, most) + 4, f"{h:.0f}")}'
        for h in heights
    ]


def _x(nr: int, count: int) -> float:
    return _LEFT + nr * (_WIDTH - _LEFT - _RIGHT) / max(1, count - 1)


def _y(value: float, most: float) -> float:
    return _HEIGHT - _BOTTOM - value / most * (_HEIGHT - _TOP - _BOTTOM)


def _text(x: float, y: float, text: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}">{escape(text)}</text>'
