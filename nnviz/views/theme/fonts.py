"""The fonts of the window, each built from one list of families and one size."""

from functools import cache
from typing import Final

from PyQt6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication

from nnviz.views.theme.tokens import Theme

UI_PX: Final = 12.5
HEADING_PX: Final = 12.0
LABEL_PX: Final = 11.0
HINT_PX: Final = 10.0
MONO_PX: Final = 11.5
MONO_SMALL_PX: Final = 10.5

# With real subscripts, superscripts, ⊙, δ and ∂, best first.
_MONO_FAMILIES: Final = ("DejaVu Sans Mono", "Menlo", "Cascadia Mono", "JetBrains Mono", "Consolas", "Liberation Mono")
_CHINESE_FAMILIES: Final = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
)


@cache
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


@cache
def _general_family() -> str:
    # Its own name may be an alias ("Sans Serif"), which a list of families does not resolve.
    return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()


def _first_installed(wanted: tuple[str, ...]) -> list[str]:
    return [family for family in wanted if family in _installed()][:1]


def points(px: float, theme: Theme) -> float:
    """Return the points of a size in pixels at scale 1; Qt's pixel sizes are whole numbers, its points are not."""
    screen = QGuiApplication.primaryScreen()
    dots_per_inch = screen.logicalDotsPerInch() if screen is not None else 96.0
    return px * theme.scale * 72.0 / dots_per_inch


def _sized(families: list[str], px: float, theme: Theme, *, bold: bool) -> QFont:
    # Families after the first provide the glyphs that it lacks: Chinese, and signs of mathematics.
    font = QFont()
    font.setFamilies([*families, *_first_installed(_CHINESE_FAMILIES)])
    font.setPointSizeF(points(px, theme))
    font.setBold(bold)
    return font


def _ui(px: float, theme: Theme, *, bold: bool = False) -> QFont:
    return _sized([_general_family()], px, theme, bold=bold)


def _mono(px: float, theme: Theme, *, bold: bool) -> QFont:
    families = _first_installed(_MONO_FAMILIES)
    if not families:
        families = [QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)).family()]
    font = _sized(families, px, theme, bold=bold)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    return font


def ui_font(theme: Theme, bold: bool = False) -> QFont:
    """Return the font of menus, buttons and fields."""
    return _ui(UI_PX, theme, bold=bold)


def heading_font(theme: Theme) -> QFont:
    """Return the font of panels' headings."""
    return _ui(HEADING_PX, theme, bold=True)


def label_font(theme: Theme, bold: bool = False) -> QFont:
    """Return the font of labels over fields, of secondary text beside headings, and of choices there."""
    return _ui(LABEL_PX, theme, bold=bold)


def hint_font(theme: Theme) -> QFont:
    """Return the font of shortcuts on buttons and numbers on axes."""
    return _ui(HINT_PX, theme)


def mono_font(theme: Theme, bold: bool = False) -> QFont:
    """Return the font of equations and numbers."""
    return _mono(MONO_PX, theme, bold=bold)


def mono_small_font(theme: Theme, bold: bool = False) -> QFont:
    """Return the font of numbers in matrix cells and of shapes."""
    return _mono(MONO_SMALL_PX, theme, bold=bold)


_MOST_KEPT: Final = 500
"""Texts whose widths are kept: the numbers of a long run are other ones in every frame."""


class TextWidths:
    """The widths of texts in a font, measured once: there are few of them, in every frame.

    Parameters
    ----------
    font
        In which they are written.

    Attributes
    ----------
    row, ascent
        Pixels of a row of text, and of its part above the baseline.
    """

    def __init__(self, font: QFont) -> None:
        self._measure = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self.row, self.ascent = self._measure.height(), self._measure.ascent()

    def of(self, text: str) -> float:
        """Return the pixels that a text takes."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _MOST_KEPT:
                self._widths.clear()
            width = self._widths[text] = self._measure.horizontalAdvance(text)
        return width
