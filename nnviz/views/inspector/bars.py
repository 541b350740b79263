"""What each term or sample contributes, as paragraphs with bars."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.explain.contributions import Contribution, Contributions, contributions
from nnviz.model.explain.text import number_text
from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import MINUS, exact, format_short
from nnviz.views.inspector.names import fill, sample_name
from nnviz.views.inspector.page import SWITCH_ORDER, Bar, LinkTarget, Notation, Paragraph, TextSpan, ToSample
from nnviz.views.inspector.spans import explain_text

_DIGITS: Final = 4
"""Significant digits of the largest value."""

_MOST_DECIMALS: Final = 7
"""Where it would take more, values are written with exponents."""


def bar_paragraphs(
    snapshot: Snapshot, selection: Selection, cell: Cell, notation: Notation, *, by_size: bool
) -> Iterable[Paragraph]:
    """Yield a heading and a paragraph for each part of a cell that is a sum; nothing for another."""
    found = contributions(
        snapshot, cell, notation.labels, notation.convention, by_size=by_size, shown_sample=selection.sample
    )
    if found is None:
        return
    yield _heading(found, by_size=by_size)
    scale = _Scale(found)
    for part in found.parts:
        text = part.text if part.sample is None else _sample_text(snapshot, part.sample)
        target: LinkTarget | None = part.cell if part.sample is None else ToSample(part.sample)
        label = TextSpan(text, "plain" if target is None else "link", target, _tip(snapshot, part, notation))
        is_selected = part.sample is not None and part.sample == selection.sample
        yield _row(label, part.value, scale, notation, is_ringed=is_selected)
    if found.rest is not None:
        text = QCoreApplication.translate("InspectorPanel", "… %1 others together")
        yield _row(TextSpan(fill(text, str(found.rest.count))), found.rest.value, scale, notation)


class _Scale:
    """The room of the bars: from the most negative to the most positive value, with zero in it."""

    def __init__(self, found: Contributions) -> None:
        values = [part.value for part in found.parts] + ([found.rest.value] if found.rest else [])
        finite = [value for value in values if math.isfinite(value)]
        self._low, high = min([0.0, *finite]), max([0.0, *finite])
        self._span = (high - self._low) or 1.0
        largest = max(high, -self._low)
        self._decimals = _DIGITS - 1 - math.floor(math.log10(largest)) if largest > 0 else 1

    def text(self, value: float) -> str:
        """Format a value for their column: all with as many decimals as the digits of the largest need."""
        if not math.isfinite(value) or not 0 <= self._decimals <= _MOST_DECIMALS:
            return number_text(value)
        return f"{value + 0.0:.{self._decimals}f}".replace("-", MINUS)

    def bar(self, value: float, *, is_ringed: bool) -> Bar:
        """Return a value's bar; of what is not finite, one without length."""
        zero = -self._low / self._span
        end = zero + value / self._span if math.isfinite(value) else zero
        return Bar(zero, end, is_ringed)


def _heading(found: Contributions, *, by_size: bool) -> Paragraph:
    if found.by == "samples":
        title = QCoreApplication.translate("InspectorPanel", "What each sample adds")
    else:
        title = QCoreApplication.translate("InspectorPanel", "What each term adds")
    if by_size:
        order = QCoreApplication.translate("InspectorPanel", "in order")
        tip = QCoreApplication.translate("InspectorPanel", "Click: in the order of the sum")
    else:
        order = QCoreApplication.translate("InspectorPanel", "by size")
        tip = QCoreApplication.translate("InspectorPanel", "Click: the largest first")
    return Paragraph("heading", (TextSpan(f"{title}  "), TextSpan(order, "link", SWITCH_ORDER, tip)))


def _row(label: TextSpan, value: float, scale: _Scale, notation: Notation, *, is_ringed: bool = False) -> Paragraph:
    text = number_text(value, exactly=True) if notation.exactly else scale.text(value)
    number = TextSpan(text, "strong", tip=exact(value))
    return Paragraph("bar", (label, number), bar=scale.bar(value, is_ringed=is_ringed))


def _sample_text(snapshot: Snapshot, sample: int) -> str:
    """Return a sample's name, with its class or its target."""
    name, data = sample_name(sample), snapshot.data
    if data.labels is None:
        target = ", ".join(format_short(float(value)) for value in snapshot.targets[:, sample])
        return f"{name} · {target}"
    text = QCoreApplication.translate("InspectorPanel", "%1 · class %2")
    return fill(text, name, str(int(data.labels[sample])))


def _tip(snapshot: Snapshot, part: Contribution, notation: Notation) -> str:
    lines = [f"{part.whole} = {exact(part.value)}"]
    if part.sample is not None:
        text = QCoreApplication.translate("InspectorPanel", "Click: select %1")
        lines.append(fill(text, sample_name(part.sample)))
    elif part.cell is not None:
        lines.append(explain_text(snapshot, part.cell, notation))
    return "\n".join(lines)
