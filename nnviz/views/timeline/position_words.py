"""The position in words at the right end of the band, and the pill that returns to the end of the run."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PyQt6.QtGui import QPainter

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.theme import Theme, metrics, mono_font
from nnviz.views.theme.fonts import TextWidths
from nnviz.views.timeline.painting import StripPainter
from nnviz.views.timeline.readout import Readout, readout


class PositionWords:
    """The words, and where they are.

    Parameters
    ----------
    theme
        Colours and sizes.
    painter
        Draws the parts of the band.

    Attributes
    ----------
    readout
        The words.
    size
        Of the band, in pixels.
    """

    def __init__(self, theme: Theme, painter: StripPainter) -> None:
        self._theme, self._painter = theme, painter
        self._widths = TextWidths(mono_font(theme))
        self.readout = Readout()
        self.size = QSize()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say where a snapshot is."""
        self.readout = readout(snapshot)

    @property
    def area(self) -> QRectF:
        """Where they are; as wide as they may get."""
        px = self._theme.px
        width = round(self._widths.of(self.readout.reserved))
        right = self.size.width() - px(metrics.PADDING)
        left = max(float(px(metrics.PADDING)), right - width)
        return QRectF(left, 0.0, right - left, self.size.height())

    @property
    def pill(self) -> QRectF:
        """Where the text is that is shown in the past; empty at the newest state."""
        return self._painter.pill(self.readout, self.area)

    def draw(self, painter: QPainter, *, lit: bool) -> None:
        """Draw them, `lit` under the mouse."""
        self._painter.draw_readout(painter, self.readout, self.area, lit=lit)

    def tip(self, place: QPointF) -> str:
        """Return the tooltip of a place: of the words, or of all the band."""
        translate = QCoreApplication.translate
        if self.pill.contains(place):
            return translate("TimelineStrip", "Click: return to the end of the run")
        if not self.area.contains(place):
            return translate(
                "TimelineStrip", "The run so far, and the lines of one update, and how many of them have run"
            )
        text = translate(
            "TimelineStrip", "Passes over the training data, updates, and how many lines of this update have run"
        )
        click = translate("TimelineStrip", "Click: type an update to go to (Ctrl+J)")
        return "\n".join(filter(None, (text, self.readout.within, click)))
