"""Drawing what is selected and what lies under the mouse, over everything else."""

from __future__ import annotations

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen

from nnviz.views.network.columns import LayerColumn, UnitColumn
from nnviz.views.network.edges import EdgePainter
from nnviz.views.network.frame import DiagramFrame
from nnviz.views.network.label_painter import LabelPainter
from nnviz.views.network.names import delta_prefix, unit_name
from nnviz.views.network.spots import Spot, rect_of, spot_of
from nnviz.views.theme import Theme, metrics


class DiagramMarkPainter:
    """Draws accent-coloured rings, and the label of a selected unit that has no room for one.

    Parameters
    ----------
    theme
        Colours and scale.
    labels, edges
        Painters of texts and edges.
    """

    def __init__(self, theme: Theme, labels: LabelPainter, edges: EdgePainter) -> None:
        self._theme, self._labels, self._edges = theme, labels, edges
        self._accent = QColor(theme.accent)

    def draw_edges(self, painter: QPainter, frame: DiagramFrame, hovered: Spot | None) -> None:
        """Draw the selected edge and the one under the mouse; before the units are drawn."""
        cell = frame.selection.cell
        for spot in (spot_of(frame.snapshot, cell) if cell is not None else None, hovered):
            if spot is not None and spot.kind == "edge":
                edges = frame.edges[spot.layer - 1]
                self._edges.draw_marked(painter, edges, spot.unit, spot.source, frame.edge_scale)

    def draw(self, painter: QPainter, frame: DiagramFrame, hovered: Spot | None) -> None:
        """Draw rings and the selected unit's label; after everything else."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        cell = frame.selection.cell
        chosen = spot_of(frame.snapshot, cell) if cell is not None else None
        if chosen is not None:
            self._ring(painter, frame, chosen, metrics.RING)
        if hovered is not None and hovered.kind != "heading":
            self._ring(painter, frame, hovered, metrics.BORDER)
        if frame.selection.unit is not None:
            layer, unit = frame.selection.unit
            self._ring(painter, frame, Spot("unit", layer, unit), metrics.RING)
            self._draw_tag(painter, frame, frame.layout.columns[layer], unit)

    def _ring(self, painter: QPainter, frame: DiagramFrame, spot: Spot, width: float) -> None:
        rect = rect_of(frame.layout, spot)
        if rect is None:
            return
        theme = self._theme
        is_unit = spot.kind == "unit" and isinstance(frame.layout.columns[spot.layer], UnitColumn)
        # Around a unit there is its own frame, which may be amber, to stay clear of.
        away = theme.px(metrics.RING) * (2 if is_unit else 0) + theme.px(width) / 2
        corner = min(theme.px(metrics.SMALL_CORNER), rect.height() / 5) + away if is_unit else theme.px(metrics.RING)
        painter.setPen(QPen(self._accent, theme.px(width)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-away, -away, away, away), corner, corner)

    def _draw_tag(self, painter: QPainter, frame: DiagramFrame, column: LayerColumn, unit: int) -> None:
        """Draw the numbers of a unit that has no room for them, over the edges beside it."""
        if column.value(unit) is not None:
            return
        m, theme = frame.layout.m, self._theme
        lines = 2 if column.layer else 1
        port = column.right_ports[unit]
        left = port.x() + m.gap
        if left + m.label + m.gap > frame.layout.width:
            left = column.left_ports[unit].x() - 2 * m.gap - m.label
        lowest = frame.layout.caption_top - (lines - 1) * m.line - m.small
        top = min(max(port.y() - lines * m.line / 2, m.hair), lowest)
        place = QRectF(left, top, m.label, m.line)
        painter.setPen(QPen(self._accent, theme.px(metrics.BORDER)))
        painter.setBrush(QColor(theme.panel))
        corner = theme.px(metrics.SMALL_GAP)
        painter.drawRoundedRect(
            place.adjusted(-m.small, -m.hair, m.small, (lines - 1) * m.line + m.hair), corner, corner
        )
        symbol, values = frame.values.newest(column.layer)
        name = unit_name(frame.snapshot, symbol, unit)
        self._labels.draw_number(painter, place, name, None if values is None else float(values[unit]))
        if column.layer:
            deltas = frame.values.of(f"delta{column.layer}")
            value = None if deltas is None else float(deltas[unit])
            below = place.translated(0.0, m.line)
            below.setLeft(place.right() - m.delta)
            light = frame.lighting.of("deltas", column.layer)
            self._labels.draw_delta(painter, below, delta_prefix(frame.snapshot, column.layer), value, light)
