"""Drawing units: their fill, their frame, the dot of their bias, and what rings them."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QImage, QPainter, QPen

from nnviz.model.prediction.grid import Extent
from nnviz.views.network.columns import LayerColumn, UnitColumn
from nnviz.views.network.frame import DiagramFrame
from nnviz.views.network.lighting import Light
from nnviz.views.network.palette import Shares, palette_of
from nnviz.views.network.pictures import HeatMaps, curve, strip_image
from nnviz.views.network.strips import BlockColumn
from nnviz.views.network.unit_frames import UnitFrames
from nnviz.views.network.unit_values import shares_of_sample
from nnviz.views.theme import Theme, hatch_brush, metrics

_SMALLEST_DOT: Final = 0.55
"""Radius of a bias near zero, as a share of the greatest."""
_PALEST_DOT: Final = 0.3
"""Share of the full colour that a bias near zero has."""
_LINED: Final = 5.0
"""Cells of a strip at least this high are set apart by lines."""


class UnitPainter:
    """Draws one column's units.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._hatch = hatch_brush(theme)
        self._border = QPen(QColor(theme.border), theme.px(metrics.BORDER))
        self._panel = QColor(theme.panel)
        self._ring = theme.px(metrics.RING)
        self._palette = palette_of(theme)
        self._frames = UnitFrames(theme)

    def draw(self, painter: QPainter, frame: DiagramFrame, column: LayerColumn) -> None:
        """Draw a column's units, biases included, texts not."""
        if isinstance(column, UnitColumn):
            self._draw_units(painter, frame, column)
        else:
            self._draw_cells(painter, frame, column)
        if column.layer and frame.snapshot.network.biases[column.layer - 1]:
            self._draw_biases(painter, frame, column)

    # Units by themselves -----------------------------------------------------------------------------------------

    def _draw_units(self, painter: QPainter, frame: DiagramFrame, column: UnitColumn) -> None:
        layer, light = column.layer, frame.lighting.of("units", column.layer)
        pictures = frame.units.picture(layer)
        sample = shares_of_sample(frame.units, frame.values, layer)
        is_plane = len(frame.snapshot.data.places) == 2
        maps = HeatMaps(self._palette, pictures) if pictures is not None and is_plane else None
        ratio = _ratio(painter)
        for k in range(column.units):
            unit = column.unit(k)
            value = None if sample is None else float(sample[k])
            if maps is not None:
                maps.draw(painter, k, unit, ratio)
            elif pictures is not None:
                self._draw_curve(painter, frame, unit, pictures[k], value)
            else:
                painter.fillRect(unit, self._hatch if value is None else self._palette.colour(value))
            self._frames.draw(painter, unit, light, ratio)

    def _draw_curve(
        self, painter: QPainter, frame: DiagramFrame, unit: QRectF, shares: Shares, at: float | None
    ) -> None:
        theme = self._theme
        painter.fillRect(unit, QColor(theme.zero))
        inside = unit.adjusted(self._ring, self._ring, -self._ring, -self._ring)
        painter.setPen(self._border)
        painter.drawLine(QPointF(unit.left(), unit.center().y()), QPointF(unit.right(), unit.center().y()))
        painter.setPen(QPen(QColor(theme.text), theme.px(metrics.BORDER)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(curve(shares, inside))
        if at is None or not np.isfinite(at):
            return
        across = _share_of(frame.units.extent, float(frame.snapshot.data.places[0, frame.values.sample]))
        place = QPointF(
            inside.left() + across * inside.width(),
            inside.center().y() - float(np.clip(at, -1.0, 1.0)) * inside.height() / 2,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.colour(at))
        painter.drawEllipse(place, 1.5 * self._ring, 1.5 * self._ring)

    # Many units --------------------------------------------------------------------------------------------------

    def _draw_cells(self, painter: QPainter, frame: DiagramFrame, column: LayerColumn) -> None:
        per_row = column.per_row if isinstance(column, BlockColumn) else 1
        shares = shares_of_sample(frame.units, frame.values, column.layer)
        light = frame.lighting.of("units", column.layer)
        self._draw_strip(painter, column.body, shares, light, per_row)
        first, last = column.delta(0), column.delta(column.units - 1)
        if first is not None and last is not None:
            delta = frame.values.of(f"delta{column.layer}")
            light = frame.lighting.of("deltas", column.layer)
            self._draw_strip(painter, first.united(last), None if delta is None else delta / frame.delta_scale, light)
        first, last = column.target(0), column.target(column.units - 1)
        if first is not None and last is not None:
            target = frame.values.of("Y")
            assert target is not None  # data is always there
            light = frame.lighting.of("targets", column.layer)
            self._draw_strip(painter, first.united(last), frame.units.shares(column.layer, target), light)

    def _draw_strip(
        self,
        painter: QPainter,
        rect: QRectF,
        shares: Shares | None,
        light: Light | None,
        per_row: int = 1,
    ) -> None:
        theme = self._theme
        if shares is None:
            painter.fillRect(rect, self._hatch)
        else:
            image: QImage = strip_image(self._palette, shares, per_row)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, image.height() > rect.height())
            painter.drawImage(rect, image)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._draw_lines(painter, rect, image.height() if per_row == 1 else 0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if light is None:
            painter.setPen(self._border)
            painter.drawRect(rect)
        else:
            wide = self._ring if light == "written" else theme.px(metrics.BORDER)
            for colour, away in ((theme.now_mark, 1.5 * wide), (theme.now_outline, 0.5 * wide)):
                painter.setPen(QPen(QColor(colour), wide))
                painter.drawRect(rect.adjusted(-away, -away, away, away))

    def _draw_lines(self, painter: QPainter, rect: QRectF, cells: int) -> None:
        height = rect.height() / max(cells, 1)
        if height < self._theme.px(_LINED):
            return
        painter.setPen(QPen(self._panel, self._theme.px(metrics.BORDER)))
        for k in range(1, cells):
            y = rect.top() + k * height
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    # Biases ------------------------------------------------------------------------------------------------------

    def _draw_biases(self, painter: QPainter, frame: DiagramFrame, column: LayerColumn) -> None:
        values = frame.quantity.biases(column.layer)
        shares = None if values is None else values / frame.edge_scale
        light = frame.lighting.of("biases", column.layer)
        if not isinstance(column, UnitColumn):
            first, last = column.bias(0), column.bias(column.units - 1)
            assert first is not None  # a strip has biases
            assert last is not None
            self._draw_strip(painter, first.united(last), shares, light)
            return
        for k in range(column.units):
            place = column.bias(k)
            assert place is not None  # only inputs have none
            self._draw_dot(painter, place, None if shares is None else float(shares[k]), light)

    def _draw_dot(self, painter: QPainter, place: QRectF, share: float | None, light: Light | None) -> None:
        theme, most = self._theme, place.width() / 2
        centre = place.center()
        if light is not None:
            wide = self._ring if light == "written" else theme.px(metrics.BORDER)
            painter.setBrush(QColor(theme.now_row) if light == "written" else self._panel)
            for colour, away in ((theme.now_mark, self._ring + wide), (theme.now_outline, self._ring)):
                painter.setPen(QPen(QColor(colour), wide))
                painter.drawEllipse(centre, most + away, most + away)
        if share is None:
            painter.setPen(QPen(QColor(theme.faint), theme.px(metrics.BORDER), Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, most * 0.8, most * 0.8)
            return
        # Its area grows with the bias, so that small ones are still seen.
        size = 1.0 if np.isnan(share) else max(min(abs(share), 1.0) ** 0.5, _SMALLEST_DOT)
        painter.setPen(QPen(QColor(theme.faint), theme.px(metrics.BORDER)) if share == 0 else Qt.PenStyle.NoPen)
        seen = share if not 0 < abs(share) < _PALEST_DOT else math.copysign(_PALEST_DOT, share)
        painter.setBrush(self._palette.colour(seen))
        painter.drawEllipse(centre, most * size, most * size)


def _ratio(painter: QPainter) -> float:
    """Return the device pixels to a pixel of what is painted on."""
    device = painter.device()
    return 1.0 if device is None else device.devicePixelRatioF()


def _share_of(extent: Extent, x: float) -> float:
    return (x - extent.left) / (extent.right - extent.left)
