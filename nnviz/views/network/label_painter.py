"""Drawing the diagram's texts: headings, activations, δ, targets, and the small print under the edges."""

from __future__ import annotations

import numpy as np
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QBrush, QColor, QPainter, QPen

from nnviz.model.session.selection import shown_layer
from nnviz.model.text.numbers import NUMBER_WIDTH, format_short
from nnviz.views.network.columns import LayerColumn, UnitColumn
from nnviz.views.network.frame import DiagramFrame
from nnviz.views.network.lighting import Light
from nnviz.views.network.measures import Texts
from nnviz.views.network.names import captions, delta_prefix, headings, signed, target_name, unit_name
from nnviz.views.network.palette import palette_of
from nnviz.views.theme import Theme, hatch_brush, metrics, signed_text_colour

_VEIL = 0.8
"""How much what lies behind a text is dimmed."""


class LabelPainter:
    """Draws the texts of one column or one gap.

    Parameters
    ----------
    theme
        Colours and scale.
    texts
        Fonts.
    """

    def __init__(self, theme: Theme, texts: Texts) -> None:
        self._theme, self._texts = theme, texts
        self._hatch: QBrush = hatch_brush(theme)
        self._palette = palette_of(theme)
        self._veil = QColor(theme.panel)
        self._veil.setAlphaF(_VEIL)
        self._slack = theme.px(metrics.RING)
        self._text, self._secondary = QColor(theme.text), QColor(theme.secondary)

    def draw(self, painter: QPainter, frame: DiagramFrame, column: LayerColumn) -> None:
        """Draw a column's heading, activations, δ and targets."""
        self._draw_heading(painter, frame, column)
        if not isinstance(column, UnitColumn):
            return
        self._draw_values(painter, frame, column)
        if column.layer:
            self._draw_deltas(painter, frame, column)
        if column.has_target:
            self._draw_targets(painter, frame, column)

    # Headings ----------------------------------------------------------------------------------------------------

    def _draw_heading(self, painter: QPainter, frame: DiagramFrame, column: LayerColumn) -> None:
        place = frame.layout.headings[column.layer]
        texts = headings(frame.snapshot, column.layer)
        measured = self._texts.label_metrics
        text = next((text for text in texts if measured.horizontalAdvance(text) <= place.width()), texts[-1])
        is_shown = column.layer == shown_layer(frame.snapshot, frame.selection)
        painter.setFont(self._texts.label)
        painter.setPen(self._text if is_shown else self._secondary)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)

    def draw_symbol(self, painter: QPainter, frame: DiagramFrame, layer: int) -> None:
        """Draw the lit symbol of the edges into a layer over them, in the row of the headings."""
        symbol = frame.lighting.symbols.get(layer)
        if symbol is None:
            return
        place = frame.layout.symbol(layer)
        text = frame.snapshot.labels.of(symbol)
        width = self._texts.label_metrics.horizontalAdvance(text) + frame.layout.m.gap
        place.adjust((place.width() - width) / 2, 0.0, (width - place.width()) / 2, 0.0)
        self._draw_light(painter, place, frame.lighting.of("edges", layer))
        painter.setFont(self._texts.label)
        painter.setPen(self._text)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)

    def draw_caption(self, painter: QPainter, frame: DiagramFrame, layer: int) -> None:
        """Draw how many of the edges into a layer are drawn, if it is not all."""
        edges = frame.edges[layer - 1]
        if not edges.is_summary:
            return
        gap, measured = frame.layout.gap(layer), self._texts.label_metrics
        fitting = [text for text in captions(frame.snapshot, edges) if measured.horizontalAdvance(text) <= gap.width()]
        if fitting:
            place = QRectF(gap.left(), frame.layout.caption_top, gap.width(), frame.layout.m.line)
            painter.setFont(self._texts.label)
            painter.setPen(self._secondary)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, fitting[0])

    # Numbers -----------------------------------------------------------------------------------------------------

    def _draw_values(self, painter: QPainter, frame: DiagramFrame, column: UnitColumn) -> None:
        symbol, values = frame.values.newest(column.layer)
        for k in range(column.units):
            place = column.value(k)
            if place is not None:
                name = "" if column.values == "number under" else unit_name(frame.snapshot, symbol, k)
                painter.fillRect(place, self._veil)
                self.draw_number(painter, place, name, None if values is None else float(values[k]))

    def draw_number(self, painter: QPainter, place: QRectF, name: str, value: float | None) -> None:
        """Draw ``a¹₁ = −0.2884``; hatching for a number that has not been computed."""
        texts, base = self._texts, self._texts.baseline(place.top())
        # Numbers begin at the same place whether they have a sign or not, and do not move when it changes.
        start = place.right() - texts.character * NUMBER_WIDTH
        if name:
            name += " =  "
            painter.setFont(texts.label)
            painter.setPen(self._secondary)
            painter.drawText(QPointF(start - texts.label_metrics.horizontalAdvance(name), base), name)
        if value is None:
            width = texts.character * (NUMBER_WIDTH - 1)
            self._draw_missing(painter, QRectF(start, place.top(), width, place.height()))
            return
        painter.setFont(texts.number)
        painter.setPen(self._text if np.isfinite(value) else QColor(self._theme.fault))
        painter.drawText(QPointF(start, base), signed(value))

    def _draw_missing(self, painter: QPainter, place: QRectF) -> None:
        inset = place.height() / 6
        painter.setBrushOrigin(place.topLeft())
        painter.fillRect(place.adjusted(0.0, inset, 0.0, -inset), self._hatch)

    def _draw_deltas(self, painter: QPainter, frame: DiagramFrame, column: UnitColumn) -> None:
        deltas = frame.values.of(f"delta{column.layer}")
        light = frame.lighting.of("deltas", column.layer)
        prefix = delta_prefix(frame.snapshot, column.layer)
        for k in range(column.units):
            place = column.delta(k)
            assert place is not None  # only inputs have none
            value = None if deltas is None else float(deltas[k])
            if column.deltas == "swatch":
                self._draw_swatch(painter, place, None if value is None else value / frame.delta_scale, light)
            else:
                self.draw_delta(painter, place, prefix, value, light)

    def draw_delta(
        self, painter: QPainter, place: QRectF, prefix: str, value: float | None, light: Light | None
    ) -> None:
        """Draw ``δ −0.2634``; hatching for one that has not been computed."""
        texts, base = self._texts, self._texts.baseline(place.top())
        text = "" if value is None else signed(value)
        beyond = max(0, len(text) - NUMBER_WIDTH) * texts.character
        self._draw_light(painter, place.adjusted(-self._slack, 0.0, beyond, 0.0), light)
        painter.setFont(texts.number)
        painter.setPen(self._secondary if value is None else signed_text_colour(self._theme, value))
        if value is None:
            painter.drawText(QPointF(place.left(), base), prefix)
            left = place.left() + texts.number_metrics.horizontalAdvance(prefix + " ")
            self._draw_missing(painter, QRectF(left, place.top(), texts.character * (NUMBER_WIDTH - 1), place.height()))
        else:
            painter.drawText(QPointF(place.left(), base), f"{prefix} {text}")

    def _draw_swatch(self, painter: QPainter, place: QRectF, share: float | None, light: Light | None) -> None:
        corner = place.width() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if light is not None:
            wide = self._theme.px(metrics.RING if light == "written" else metrics.BORDER)
            painter.setPen(QPen(QColor(self._theme.now_outline), wide))
            place = place.adjusted(-wide / 2, -wide / 2, wide / 2, wide / 2)
        painter.setBrush(self._hatch if share is None else self._palette.colour(share))
        painter.drawRoundedRect(place, corner, corner)

    def _draw_light(self, painter: QPainter, place: QRectF, light: Light | None) -> None:
        """Draw an outline around a text that was read or written, and amber behind one that was written."""
        if light is None:
            return
        corner = self._theme.px(metrics.SMALL_GAP)
        painter.setPen(QPen(QColor(self._theme.now_outline), self._theme.px(metrics.BORDER)))
        painter.setBrush(QColor(self._theme.now_row if light == "written" else self._theme.panel))
        painter.drawRoundedRect(place, corner, corner)

    # Targets -----------------------------------------------------------------------------------------------------

    def _draw_targets(self, painter: QPainter, frame: DiagramFrame, column: UnitColumn) -> None:
        targets = frame.values.of("Y")
        assert targets is not None  # data is always there
        shares = frame.units.shares(column.layer, targets)
        light = frame.lighting.of("targets", column.layer)
        for k in range(column.units):
            place = column.target(k)
            assert place is not None  # this column has them
            name = target_name(frame.snapshot, k)
            self._draw_target(painter, place, name, float(targets[k]), float(shares[k]), light)

    def _draw_target(
        self, painter: QPainter, place: QRectF, name: str, value: float, share: float, light: Light | None
    ) -> None:
        theme, radius = self._theme, self._theme.px(metrics.SAMPLE) / 3
        text = f"{name} {format_short(value)}"
        start = 2 * radius + theme.px(metrics.SMALL_GAP)
        if light is not None:
            width = start + self._texts.label_metrics.horizontalAdvance(text) + self._slack
            self._draw_light(painter, QRectF(place.left() - self._slack, place.top(), width, place.height()), light)
        painter.setPen(QPen(self._secondary, theme.px(metrics.BORDER)))
        painter.setBrush(self._palette.colour(share))
        painter.drawEllipse(QPointF(place.left() + radius, place.center().y()), radius, radius)
        painter.setFont(self._texts.label)
        painter.setPen(self._secondary)
        painter.drawText(QPointF(place.left() + start, self._texts.baseline(place.top())), text)
