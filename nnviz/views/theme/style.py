"""The style sheet and the palette: how Qt's own widgets look in a theme."""

import re
from functools import cache
from typing import Final

from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import QApplication, QWidget

from nnviz.assets import asset
from nnviz.views.theme import fonts, metrics
from nnviz.views.theme.memory_files import add_file
from nnviz.views.theme.tokens import Theme

# In these texts $name is a colour, {NAME} a length, @name:colour an image and %NAME a font size.
_WINDOW: Final = """
QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: transparent; width: {GAP}px; height: {GAP}px; }
QMainWindow::separator:hover { background: $border; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $border; }
QDockWidget { border: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QStatusBar { background: $window; color: $secondary; border: none; }
QStatusBar::item { border: none; }
QToolTip { background: $panel; color: $text; border: 1px solid $border; padding: {SMALL_GAP}px {PAD}px; }
QWidget#transport { background: $panel; border: none; border-bottom: 1px solid $border; }
QWidget#drawer { background: $window; }
"""

_MENUS: Final = """
QMenuBar { background: $window; color: $text; border-bottom: 1px solid $border; padding: 1px {SMALL_GAP}px; }
QMenuBar::item { background: transparent; padding: {SMALL_GAP}px {GAP}px; border-radius: {SMALL_CORNER}px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $chosen; color: $accent; }
QMenu { background: $panel; color: $text; border: 1px solid $border; padding: {SMALL_GAP}px; }
QMenu::item { padding: {SMALL_GAP}px {MENU_RIGHT}px {SMALL_GAP}px {GAP}px; border-radius: {SMALL_GAP}px; }
QMenu::icon { padding-left: {GAP}px; }
QMenu::icon:checked { background: $chosen; border: 1px solid $accent; border-radius: {SMALL_GAP}px; }
QMenu::item:selected { background: $chosen; color: $accent; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::separator { height: 1px; background: $border; margin: {SMALL_GAP}px {GAP}px; }
QMenu::indicator { width: {CHECK}px; height: {CHECK}px; padding-left: {SMALL_GAP}px; }
QMenu::indicator:checked { image: url(@check:accent); }
"""

_BUTTONS: Final = """
QPushButton, QToolButton { background: $panel; color: $text; border: 1px solid $border;
    border-radius: {SMALL_CORNER}px; padding: {HALF}px {PAD}px; min-height: {INNER}px; }
QToolButton, QPushButton[quiet="true"] { background: transparent; border-color: transparent; }
QPushButton:hover, QToolButton:hover { background: $window; border-color: $border; }
QPushButton:pressed, QToolButton:pressed { background: $border; }
QPushButton:checked, QToolButton:checked { background: $chosen; color: $accent; border-color: transparent; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton[primary="true"], QToolButton[primary="true"] { background: $accent; color: $on_accent;
    border-color: $accent; font-weight: bold; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: $accent_hover;
    border-color: $accent_hover; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border-color: $text; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled { background: $border;
    border-color: $border; color: $faint; }
QToolButton[bare="true"] { background: transparent; border: none; padding: 0px; min-height: 0px; }
QToolButton::menu-indicator { image: none; }
QToolButton[popupMode="1"] { padding-right: {MENU_ARROW}px; }
QToolButton::menu-button { border: none; border-left: 1px solid $chosen; width: {MENU_ARROW}px;
    margin: {SMALL_GAP}px 0px; }
QToolButton::menu-arrow { image: url(@arrow-down:on_accent); width: {ARROW}px; height: {ARROW}px; }
QToolButton[chip="true"] { background: $panel; border: 1px solid $border; border-radius: {PILL_ROUND}px;
    padding: 0px {GAP}px; min-height: {PILL_INNER}px; }
QToolButton[chip="true"]:disabled { color: $secondary; }
QToolButton[chip="true"]:hover { background: $chosen; border-color: $accent; color: $accent; }
QToolButton[chip="true"]:focus { border-color: $accent; }
QPushButton, QToolButton, QCheckBox, QTabBar { icon-size: {ICON}px; }
"""

_FIELDS: Final = """
QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: $field; color: $text;
    border: 1px solid $field_border; border-radius: {SMALL_CORNER}px; padding: {HALF}px {PAD}px; min-height: {INNER}px;
    selection-background-color: $chosen; selection-color: $text; }
QPlainTextEdit, QTextEdit { padding: {SMALL_GAP}px; }
QComboBox:hover, QLineEdit:hover, QAbstractSpinBox:hover { border-color: $secondary; }
QComboBox:focus, QComboBox:on, QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border-color: $accent; }
QLineEdit[fault="true"], QLineEdit[fault="true"]:focus, QComboBox[fault="true"] { border-color: $fault; }
QLineEdit[inline="true"] { border: none; padding: 0px; min-height: 0px; background: transparent; }
QComboBox:disabled, QLineEdit:disabled, QAbstractSpinBox:disabled { color: $faint; background: $window;
    border-color: $border; }
QComboBox { padding-right: {HALF}px; }
QComboBox::drop-down { border: none; width: {DROP}px; subcontrol-origin: padding;
    subcontrol-position: center right; }
QComboBox::down-arrow { image: url(@arrow-down:secondary); width: {ARROW}px; height: {ARROW}px; }
QComboBox::down-arrow:disabled { image: url(@arrow-down:faint); }
QComboBox QAbstractItemView { background: $panel; color: $text; border: 1px solid $border;
    selection-background-color: $chosen; selection-color: $accent; outline: 0px; padding: {SMALL_GAP}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: {DROP}px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url(@arrow-up:secondary); width: {ARROW}px; height: {ARROW}px; }
QAbstractSpinBox::down-arrow { image: url(@arrow-down:secondary); width: {ARROW}px; height: {ARROW}px; }
QCheckBox, QRadioButton { color: $text; spacing: {PAD}px; background: transparent; border: 1px solid transparent;
    border-radius: {SMALL_GAP}px; padding: 1px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator { width: {CHECK}px; height: {CHECK}px; border: 1px solid $field_border;
    border-radius: {SMALL_GAP}px; background: $field; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url(@check:on_accent); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url(@dash:on_accent); }
QCheckBox::indicator:disabled { background: $window; border-color: $border; }
QCheckBox::indicator:checked:disabled { background: $border; border-color: $border; image: url(@check:secondary); }
QRadioButton::indicator { width: {CHECK}px; height: {CHECK}px; border: 1px solid $field_border; background: $field;
    border-radius: {RADIO}px; }
QRadioButton::indicator:checked { border: {SMALL_GAP}px solid $accent; width: {DOT}px; height: {DOT}px; }
"""

_SLIDERS: Final = """
QSlider { background: transparent; min-height: {HANDLE_BOX}px; }
QSlider::groove:horizontal { height: {TRACK}px; background: $border; border-radius: {HALF_TRACK}px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: {HALF_TRACK}px; }
QSlider::handle:horizontal { width: {KNOB}px; height: {KNOB}px; margin: -{KNOB_OUT}px 0px;
    background: $panel; border: 1px solid $secondary; border-radius: {KNOB_ROUND}px; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border-color: $accent; background: $chosen; }
QSlider::sub-page:horizontal:disabled { background: $border; }
QSlider::handle:horizontal:disabled { border-color: $border; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: {SCROLL}px; }
QScrollBar:horizontal { height: {SCROLL}px; }
QScrollBar::handle { background: $field_border; border-radius: {SCROLL_ROUND}px; margin: 2px; }
QScrollBar::handle:vertical { min-height: {CONTROL}px; }
QScrollBar::handle:horizontal { min-width: {CONTROL}px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $border; border: none; border-radius: {HALF_TRACK}px; max-height: {TRACK}px; }
QProgressBar::chunk { background: $accent; border-radius: {HALF_TRACK}px; }
"""

_TABS: Final = """
QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $secondary; padding: {SMALL_GAP}px {GAP}px;
    border: 1px solid transparent; border-radius: {SMALL_CORNER}px; margin: 2px; }
QTabBar::tab:selected { background: $chosen; color: $accent; }
QTabBar::tab:hover:!selected { color: $text; }
QTabBar::tab:focus { border-color: $accent; }
QTableView, QTreeView, QListView { background: $panel; color: $text; border: none; gridline-color: $border;
    selection-background-color: $chosen; selection-color: $text; outline: 0px; }
QHeaderView::section { background: $panel; color: $secondary; border: none; padding: {SMALL_GAP}px; }
"""

_LABELS: Final = """
QLabel { background: transparent; color: $text; }
QLabel:disabled { color: $faint; }
QLabel[role="heading"] { font-size: %HEADING_PX; font-weight: bold; }
QLabel[role="section"] { font-size: %LABEL_PX; font-weight: bold; }
QLabel[role="secondary"] { color: $secondary; font-size: %LABEL_PX; }
QLabel[role="label"] { color: $secondary; font-size: %LABEL_PX; }
QLabel[role="hint"] { color: $secondary; font-size: %HINT_PX; }
QLabel[role="fault"] { color: $fault; font-size: %LABEL_PX; }
QLabel[role="note"] { background: $panel; color: $text; border: 1px solid $border; border-radius: {SMALL_GAP}px;
    padding: {HALF}px {PAD}px; }
QLabel[role="note"][fault="true"] { color: $fault; border-color: $fault; }
QLabel[role="holds"] { color: $holds; font-size: %LABEL_PX; }
QFrame[role="upright"] { background: $border; border: none; }
QFrame[role="rule"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
"""

_SHEET: Final = "".join((_WINDOW, _LABELS, _MENUS, _BUTTONS, _FIELDS, _SLIDERS, _TABS))


def _lengths(theme: Theme) -> dict[str, int]:
    """Return lengths by their name in the texts: all of `metrics`, and the few that follow from them."""
    lengths = {name: theme.px(value) for name, value in vars(metrics).items() if name.isupper()}
    border = 2 * metrics.BORDER
    knob = lengths["HANDLE"] - border
    pad = theme.px(metrics.GAP - 1)
    return lengths | {
        "PAD": pad,
        "HALF": theme.px(metrics.SMALL_GAP / 2),
        "INNER": lengths["CONTROL"] - border - 2 * theme.px(metrics.SMALL_GAP / 2),
        "MENU_RIGHT": lengths["PADDING"] * 2,
        "DROP": lengths["HANDLE"] + lengths["SMALL_GAP"],
        "ARROW": theme.px(metrics.GAP + 2),
        "CHECK": lengths["HANDLE"] - border,
        "PILL_ROUND": lengths["PILL"] // 2,
        "PILL_INNER": lengths["PILL"] - border,
        "RADIO": lengths["HANDLE"] // 2,
        "DOT": max(1, lengths["HANDLE"] - 2 * lengths["SMALL_GAP"]),
        "HALF_TRACK": lengths["TRACK"] // 2,
        "HANDLE_BOX": lengths["HANDLE"] + border,
        "KNOB": knob,
        "KNOB_OUT": (lengths["HANDLE"] - lengths["TRACK"]) // 2,
        "KNOB_ROUND": lengths["HANDLE"] // 2,
        "SCROLL_ROUND": lengths["SCROLL"] // 2 - 2,
    }


@cache
def _image(name: str, colour: str) -> str:
    """
    Return the path, as a style sheet wants it, of an icon in one colour.

    Parameters
    ----------
    name : str
        File in ``resources/icons`` without its ending.
    colour : str
        Hexadecimal colour.
    """
    source = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    painted = source.replace("currentColor", colour).encode()
    return add_file("style", f"{name}-{QColor(colour).name()[1:]}.svg", painted)


def stylesheet(theme: Theme) -> str:
    """
    Return the style sheet of a top-level window.

    Buttons take the properties ``primary`` (filled: Run, nothing else), ``quiet`` (no border until hovered) and
    ``bare`` (a tool button that is its icon and nothing more);
    labels the property ``role``: heading, section, secondary, label, hint, fault, holds; a `QFrame` of the role
    "rule" is a hairline.
    """
    lengths = _lengths(theme)
    sheet = re.sub(r"\{([A-Z_]+)\}", lambda found: str(lengths[found[1]]), _SHEET)
    sheet = re.sub(r"@([a-z-]+):(\w+)", lambda found: _image(found[1], getattr(theme, found[2])), sheet)
    sheet = re.sub(r"\$(\w+)", lambda found: str(getattr(theme, found[1])), sheet)
    return re.sub(r"%(\w+_PX)", lambda found: f"{fonts.points(getattr(fonts, found[1]), theme):.2f}pt", sheet)


def palette(theme: Theme) -> QPalette:
    """Return the palette of a top-level window, for whatever the style sheet does not reach."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.Button: theme.panel,
        role.ButtonText: theme.text,
        role.BrightText: theme.fault,
        role.PlaceholderText: theme.secondary,
        role.ToolTipBase: theme.panel,
        role.ToolTipText: theme.text,
        role.Highlight: theme.chosen,
        role.HighlightedText: theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.panel,
        role.Midlight: theme.border,
        role.Mid: theme.border,
        role.Dark: theme.faint,
        role.Shadow: theme.faint,
    }
    result = QPalette()
    for each, colour in colours.items():
        result.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.faint))
    return result


def apply_theme(window: QWidget, theme: Theme) -> None:
    """
    Put the palette, font and style sheet of a theme on a top-level window and all that is in it.

    Palette and font become the application's: under a style sheet Qt does not hand a window's own on to its children.
    """
    QApplication.setPalette(palette(theme))
    QApplication.setFont(fonts.ui_font(theme))
    window.setStyleSheet(stylesheet(theme))
