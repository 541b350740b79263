"""What a person is typing in a window, for the window that replaces it: another theme, another language, another size.

Both windows have the same widgets. So a field is named by its way down from its panel, or from the window: at each step
by its class and its place among the children of that class that are not hidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtWidgets import QLineEdit, QWidget

from nnviz.views.panel import Panel
from nnviz.views.protocols import KeepsEditor

if TYPE_CHECKING:
    from nnviz.views.window.main_window import MainWindow


@dataclass(frozen=True)
class Way:
    """How to find a widget.

    Attributes
    ----------
    panel
        The object name of its panel; empty where it is in none.
    steps
        Class and place among the children of that class, at each step down.
    """

    panel: str
    steps: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class TypedText:
    """A text that has been typed and not been entered.

    Attributes
    ----------
    way
        To its field.
    text, cursor, selected
        The text, where the cursor is, and from where how much is selected.
    """

    way: Way
    text: str
    cursor: int
    selected: tuple[int, int]


@dataclass(frozen=True)
class Typing:
    """Everything that is being typed.

    Attributes
    ----------
    texts
        The texts in the fields.
    editors
        By panel: what a field is open over.
    jumps, links
        Whether the field for an update, and the bar for a Playground link, are open.
    keyboard
        The widget that has the keyboard, or gets it back when a question has been answered.
    """

    texts: tuple[TypedText, ...]
    editors: dict[str, Any]
    jumps: bool
    links: bool
    keyboard: Way | None

    @property
    def panels(self) -> frozenset[str]:
        """The panels in which something is being typed."""
        return frozenset((*self.editors, *(typed.way.panel for typed in self.texts))) - {""}


def typing_in(window: MainWindow) -> Typing:
    """Return what is being typed in a window."""
    edits = (edit for edit in window.findChildren(QLineEdit) if edit.isModified() and _is_shown(edit))
    panels = window.panels.made().items()
    editors = {name: panel.edited() for name, panel in panels if isinstance(panel, KeepsEditor)}
    keyboard = window.question.lender if window.question.text() else window.focusWidget()
    return Typing(
        tuple(TypedText(_way_to(edit), edit.text(), edit.cursorPosition(), _selected(edit)) for edit in edits),
        {name: edited for name, edited in editors.items() if edited is not None},
        window.timeline.is_asking,
        window.has_playground and not window.playground.isHidden(),
        None if keyboard is None else _way_to(keyboard),
    )


def type_again(window: MainWindow, typing: Typing) -> None:
    """Show in a window what was being typed in another; nothing is entered by it."""
    asks = window.question.text() != ""
    if typing.jumps:
        window.timeline.ask_update()
    if typing.links:
        window.playground.ask()
    way = typing.keyboard
    if way is not None and way.panel in typing.panels:
        # It may have been in front of others, or have no place in a presentation.
        window.docks.bring_forward(way.panel)
    for name, edited in typing.editors.items():
        panel = window.panels.get(name)
        if isinstance(panel, KeepsEditor):
            panel.edit_again(edited)
    for typed in typing.texts:
        edit = _find(window, typed.way)
        if isinstance(edit, QLineEdit):
            edit.setText(typed.text)
            edit.setModified(True)
            edit.textEdited.emit(typed.text)
            edit.setCursorPosition(typed.cursor)
            if typed.selected[1]:
                edit.setSelection(*typed.selected)
    keyboard = None if way is None else _find(window, way)
    if asks:
        window.question.return_to(keyboard)
    elif keyboard is not None and not keyboard.isVisible():
        # What has just been made is shown a moment later, and takes the keyboard only then.
        QTimer.singleShot(0, keyboard.setFocus)
    elif keyboard is not None:
        # The window has come to the front: this selects nothing, and is no choice of the person.
        keyboard.setFocus(Qt.FocusReason.ActiveWindowFocusReason)


def _selected(edit: QLineEdit) -> tuple[int, int]:
    return edit.selectionStart(), edit.selectionLength()


def _panel_of(widget: QWidget) -> Panel | None:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Panel):
        above = above.parentWidget()
    return above


def _is_shown(widget: QWidget) -> bool:
    """Return whether a widget is shown whenever its panel is, which may be behind another."""
    return widget.isVisibleTo(_panel_of(widget) or widget.window())


def _way_to(widget: QWidget) -> Way:
    panel = _panel_of(widget)
    top = panel or widget.window()
    steps: list[tuple[str, int]] = []
    each = widget
    while each is not top:
        parent = each.parentWidget()
        if parent is None:
            break
        alike = _alike(parent, type(each).__name__)
        steps.append((type(each).__name__, alike.index(each) if each in alike else len(alike)))
        each = parent
    return Way("" if panel is None else panel.objectName(), tuple(reversed(steps)))


def _find(window: MainWindow, way: Way) -> QWidget | None:
    """Return the widget at the end of a way; None where the window has no such widget."""
    each: QWidget = window.panels.get(way.panel) if way.panel else window
    for kind, place in way.steps:
        alike = _alike(each, kind)
        if place >= len(alike):
            return None
        each = alike[place]
    return each


def _alike(parent: QWidget, kind: str) -> list[QWidget]:
    """Return the child widgets of a class, but for those that were hidden: they may be about to be deleted."""
    children = (child for child in parent.children() if isinstance(child, QWidget) and not _was_hidden(child))
    return [child for child in children if type(child).__name__ == kind]


def _was_hidden(widget: QWidget) -> bool:
    """Return whether a widget is hidden, and not only about to be shown with its parent."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
