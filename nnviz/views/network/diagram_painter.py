"""Drawing the whole diagram: its painters, in the order in which what they draw lies on top of each other."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QPainter

from nnviz.views.network.edges import EdgePainter
from nnviz.views.network.flow import Flow
from nnviz.views.network.flow_painter import FlowPainter
from nnviz.views.network.frame import DiagramFrame
from nnviz.views.network.label_painter import LabelPainter
from nnviz.views.network.marks import DiagramMarkPainter
from nnviz.views.network.measures import Texts
from nnviz.views.network.spots import Spot
from nnviz.views.network.unit_painter import UnitPainter
from nnviz.views.theme import Theme


class DiagramPainter:
    """Draws edges, then units, then texts, then what is marked.

    Parameters
    ----------
    theme
        Colours and scale.
    texts
        Fonts.
    """

    def __init__(self, theme: Theme, texts: Texts) -> None:
        self._edges, self._units, self._labels = EdgePainter(theme), UnitPainter(theme), LabelPainter(theme, texts)
        self._marks = DiagramMarkPainter(theme, self._labels, self._edges)
        self._flows = FlowPainter(theme)

    def draw(
        self,
        painter: QPainter,
        frame: DiagramFrame,
        hovered: Spot | None,
        flow: Flow | None = None,
        progress: float = 1.0,
    ) -> None:
        """Draw a frame, with what is under the mouse marked, and what the lit line moves as far as it has come."""
        self._draw_edges(painter, frame, hovered, flow, progress)
        for column in frame.layout.columns:
            self._units.draw(painter, frame, column)
        for column in frame.layout.columns:
            self._labels.draw(painter, frame, column)
        if flow is not None:
            self._flows.draw_over(painter, frame, flow, progress)
        self._marks.draw(painter, frame, hovered)

    def _draw_edges(
        self, painter: QPainter, frame: DiagramFrame, hovered: Spot | None, flow: Flow | None, progress: float
    ) -> None:
        for edges in frame.edges:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if frame.lighting.of("edges", edges.layer) == "written":
                self._edges.draw_halo(painter, edges)
            carries = flow is not None and flow.layer == edges.layer and flow.kind in ("forward", "backward")
            self._edges.draw(painter, edges, frame.edge_scale, back=carries or frame.lighting.dims(edges.layer))
            if carries and flow is not None:
                self._flows.draw_along(painter, edges, flow, progress)
            self._labels.draw_symbol(painter, frame, edges.layer)
            self._labels.draw_caption(painter, frame, edges.layer)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._marks.draw_edges(painter, frame, hovered)
