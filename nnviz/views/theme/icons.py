"""Icons: SVG files drawn in a colour of the theme."""

from functools import cache
from typing import Final, Literal

from PyQt6.QtCore import QByteArray, QRectF, Qt
from PyQt6.QtGui import QColor, QIcon, QPainter, QPixmap
from PyQt6.QtSvg import QSvgRenderer

from nnviz.assets import asset
from nnviz.views.theme import metrics
from nnviz.views.theme.tokens import Theme

IconRole = Literal["text", "secondary", "faint", "accent", "on_accent", "fault", "holds", "now_mark"]

# Device pixel ratios that a pixmap is made for; Qt takes the nearest.
_RATIOS: Final = (1.0, 1.5, 2.0, 3.0)
_APPLICATION_SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)


@cache
def _source(name: str) -> str:
    return asset("icons", f"{name}.svg").read_text(encoding="utf-8")


def _pixmap(source: str, side: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(source.encode()))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


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
    result = QIcon()
    states = (
        (QIcon.Mode.Normal, str(getattr(theme, role))),
        (QIcon.Mode.Disabled, theme.faint),
    )
    for mode, colour in states:
        painted = source.replace("currentColor", QColor(colour).name())
        for ratio in _RATIOS:
            pixmap = _pixmap(painted, round(theme.px(metrics.ICON) * ratio))
            pixmap.setDevicePixelRatio(ratio)
            result.addPixmap(pixmap, mode)
    return result


def app_icon() -> QIcon:
    """Return the application's icon, for windows and task bars."""
    result = QIcon()
    for side in _APPLICATION_SIZES:
        result.addPixmap(_pixmap(_source("nnviz"), side))
    return result
