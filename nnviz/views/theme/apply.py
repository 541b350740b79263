"""A theme put on a window."""

from PyQt6.QtWidgets import QApplication, QWidget

from nnviz.views.theme.fonts import ui_font
from nnviz.views.theme.style import palette, stylesheet
from nnviz.views.theme.tokens import Theme


def apply_theme(window: QWidget, theme: Theme) -> None:
    """
    Give a top-level window and all that is in it the palette, font and style sheet of a theme.

    Palette and font become the application's: under a style sheet Qt does not hand a window's own on to its children.
    """
    QApplication.setPalette(palette(theme))
    QApplication.setFont(ui_font(theme))
    window.setStyleSheet(stylesheet(theme))
