"""The lengths that the diagram is laid out with, from the theme and the widths of its texts."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from PyQt6.QtGui import QFont, QFontMetricsF

from nnviz.model.text.numbers import NUMBER_WIDTH
from nnviz.views.theme import Theme, label_font, metrics, mono_small_font


@dataclass(frozen=True)
class DiagramMeasures:
    """Lengths in pixels.

    Attributes
    ----------
    unit, unit_labelled, unit_least
        Side of a unit where there is room; the least with its label under it; the least without one.
    line
        Height of a line of text.
    number
        Width of any number.
    prefix, input_prefix
        Width of the widest ``a¹₁ = `` of a unit that computes, and of an input.
    delta
        Width of ``δ`` and a number.
    target
        Width of a target's mark and number.
    tag
        Width of a symbol in the heading's row.
    strip, swatch, dot
        Widths of a strip of units, of a colour instead of a number, and the greatest radius of a bias's dot.
    hair, small, gap, padding
        Distances.
    """

    unit: float
    unit_labelled: float
    unit_least: float
    line: float
    number: float
    prefix: float
    input_prefix: float
    delta: float
    target: float
    tag: float
    strip: float
    swatch: float
    dot: float
    hair: float
    small: float
    gap: float
    padding: float

    @property
    def label(self) -> float:
        """Width of ``a¹₁ = −0.2884``."""
        return self.prefix + self.number

    @property
    def of_inputs(self) -> DiagramMeasures:
        """The lengths of the first column, whose labels may be names of the person's data."""
        return replace(self, prefix=self.input_prefix)


MANY = 64
"""Outputs whose targets are measured: of more, targets are not written."""


class Texts:
    """The diagram's fonts and what they measure; built once, because fonts are slow to make.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.label: QFont = label_font(theme)
        self.number: QFont = mono_small_font(theme, bold=True)
        self.label_metrics = QFontMetricsF(self.label)
        self.number_metrics = QFontMetricsF(self.number)
        self.character = self.number_metrics.horizontalAdvance("0")
        self._ascent = max(self.label_metrics.ascent(), self.number_metrics.ascent())

    def baseline(self, top: float) -> float:
        """Return the baseline of text in a line that begins at `top`."""
        return top + self._ascent

    def measures(
        self, prefixes: Iterable[str], deltas: Iterable[str], symbols: Iterable[str], targets: Iterable[str] = ()
    ) -> DiagramMeasures:
        """Return the lengths for a network's texts.

        Parameters
        ----------
        prefixes
            Widest label of the inputs, then those of the units of each layer.
        deltas
            What is written before the number of a δ.
        symbols
            What may be written in the row of the headings, between them.
        targets
            What is written before targets.
        """
        px = self._theme.px
        first, *computing = prefixes
        number = self.character * NUMBER_WIDTH
        widest = self.label_metrics.horizontalAdvance
        return DiagramMeasures(
            unit=px(metrics.UNIT),
            unit_labelled=px(metrics.UNIT_LABELLED),
            unit_least=px(metrics.UNIT_LEAST),
            line=math.ceil(max(self.label_metrics.height(), self.number_metrics.height())),
            number=number,
            prefix=max(widest(f"{prefix} =  ") for prefix in computing or [first]),
            input_prefix=widest(f"{first} =  "),
            delta=max(self.number_metrics.horizontalAdvance(f"{delta} ") for delta in deltas) + number,
            target=px(metrics.SAMPLE) + max(map(widest, ("y −0.0000", *(f"{name} −1" for name in targets)))),
            tag=max(widest(symbol) for symbol in symbols) + 2 * px(metrics.SMALL_GAP),
            strip=px(metrics.STRIP),
            swatch=px(metrics.SWATCH),
            dot=metrics.BIAS * self._theme.scale,
            hair=px(metrics.RING),
            small=px(metrics.SMALL_GAP),
            gap=px(metrics.GAP),
            padding=px(metrics.PADDING),
        )
