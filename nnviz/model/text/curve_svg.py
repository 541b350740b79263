"""A curve as an SVG picture: what a notebook shows of it."""

from __future__ import annotations

from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array

_WIDTH, _HEIGHT, _MARGIN, _GUTTER = 420, 120, 8, 64
_INK: Final = "#2f6fb0"
_MOST_PLACES: Final = 400


def curve_svg(x: Array, least: Array, greatest: Array, title: str) -> str:
    """Return a band between extremes as SVG, with its range at the left and its ends below.

    Parameters
    ----------
    x
        Where the values belong, growing.
    least, greatest
        Extremes there; NaN where there is none.
    title
        What it shows.
    """
    known = np.isfinite(least) & np.isfinite(greatest)
    if not known.any():
        return f"<p>{title}: –</p>"
    x, least, greatest = x[known], least[known], greatest[known]
    places = np.unique(np.linspace(0, len(x) - 1, min(len(x), _MOST_PLACES)).astype(int))
    # No extreme is lost between two places.
    low, high = np.minimum.reduceat(least, places), np.maximum.reduceat(greatest, places)
    bottom, top = float(low.min()), float(high.max())
    span, width = (top - bottom) or 1.0, float(x[-1] - x[0]) or 1.0
    across = _GUTTER + (x[places] - x[0]) / width * (_WIDTH - _GUTTER - _MARGIN)
    up, down = ((top - part) / span * (_HEIGHT - 4 * _MARGIN) + _MARGIN for part in (high, low))
    outline = [*zip(across, up, strict=True), *reversed(list(zip(across, down, strict=True)))]
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in outline)
    foot, right = _HEIGHT - _MARGIN, _WIDTH - _MARGIN
    texts = (
        (_GUTTER - 6, 2 * _MARGIN, "end", f"{top:.4g}"),
        (_GUTTER - 6, _HEIGHT - 3 * _MARGIN, "end", f"{bottom:.4g}"),
        (_GUTTER, foot, "start", f"{x[0]:g}"),
        (right, foot, "end", f"{x[-1]:g}"),
    )
    labels = "".join(f'<text x="{a}" y="{b}" text-anchor="{side}">{text}</text>' for a, b, side, text in texts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" role="img" aria-label="{title}" '
        f'font-family="sans-serif" font-size="11" fill="currentColor"><title>{title}</title>'
        f'<polygon points="{points}" fill="{_INK}" stroke="{_INK}" stroke-width="1.5" stroke-linejoin="round"/>'
        f"{labels}</svg>"
    )
