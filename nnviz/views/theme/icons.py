"""Icons: SVG files drawn in a colour of the theme."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, Literal

from PyQt6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PyQt6.QtSvg import QSvgRenderer

from nnviz.assets import asset
from nnviz.views.theme import metrics
from nnviz.views.theme.tokens import Theme

IconRole = Literal["text", "secondary", "faint", "accent", "on_accent", "fault", "holds", "now_mark"]

_APPLICATION_SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)


@cache
def _source(name: str) -> str:
    return asset("icons", f"{name}.svg").read_text(encoding="utf-8")


class _Drawing(QIconEngine):
    """Draws an icon when it is looked at, in the size that is looked at.

    To draw all icons of a window in all sizes that a screen may want took 25 ms of its start, and most of them are in
    menus.
    """

    def __init__(self, sources: Mapping[QIcon.Mode, str], sizes: Sequence[int]) -> None:
        super().__init__()
        self._sources = sources
        self._sizes = sizes
        self._drawn: dict[tuple[int, int, QIcon.Mode], QPixmap] = {}

    def clone(self) -> QIconEngine:
        """Return another that draws the same."""
        return _Drawing(self._sources, self._sizes)

    def availableSizes(self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> list[QSize]:
        """Return the sizes that it is meant for."""
        return [QSize(side, side) for side in self._sizes]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing, in pixels of the device; it is kept.

        Of no size it is a null pixmap, which nothing can be painted on: Qt asks for that while a small window is laid
        out.
        """
        if size.isEmpty():
            return QPixmap()
        mode = mode if mode in self._sources else QIcon.Mode.Normal
        key = size.width(), size.height(), mode
        if key not in self._drawn:
            self._drawn[key] = pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self.paint(painter, pixmap.rect(), mode, state)
            painter.end()
        return self._drawn[key]

    def paint(self, painter: QPainter | None, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it."""
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        source = self._sources.get(mode, self._sources[QIcon.Mode.Normal])
        QSvgRenderer(QByteArray(source.encode())).render(painter, square)


def icon(name: str, theme: Theme, role: IconRole = "text") -> QIcon:
    """
    Return an icon in a colour of the theme, with its disabled state.

    Parameters
    ----------
    name : str
        File in ``resources/icons`` without its ending.
    theme : Theme
    role : str
        The theme's colour to draw in.

    Raises
    ------
    FileNotFoundError
        There is no such icon.
    """
    # QtSvg reads currentColor as black, so the colour is put into the text.
    source = _source(name)
    normal, disabled = QColor(str(getattr(theme, role))).name(), QColor(theme.faint).name()
    sources = {
        QIcon.Mode.Normal: source.replace("currentColor", normal),
        QIcon.Mode.Disabled: source.replace("currentColor", disabled),
    }
    return QIcon(_Drawing(sources, (theme.px(metrics.ICON),)))


def app_icon() -> QIcon:
    """Return the application's icon, for windows and task bars."""
    return QIcon(_Drawing({QIcon.Mode.Normal: _source("nnviz")}, _APPLICATION_SIZES))
