"""A field over the readout in which a person types the update to go to."""

from __future__ import annotations

import re

from PyQt6.QtCore import QCoreApplication, QEvent, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from nnviz.model.history.effective_settings import end_of_epoch
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import MINUS, format_count
from nnviz.views.theme import Theme, metrics, mono_font
from nnviz.views.widgets import ElidedLabel
from nnviz.views.widgets.borrowed_focus import BorrowedFocus
from nnviz.views.widgets.looks import set_look
from nnviz.views.widgets.shortcuts import is_override_of

_ASKED = re.compile(r"([+-]|e)?([0-9]+)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=[0-9])\s(?=([0-9]{3})(\s[0-9]{3})*\s*$)|(?<=[-+eE])\s+")
"""Spaces between thousands, and after a sign."""
_LONGEST = 18
"""Most digits of a number that is read."""
_MOST = 10**12
"""The last update that can be asked for: running there would take longer than anybody waits."""
_OWN = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Edit(QLineEdit):
    """The field itself.

    Signals
    -------
    left()
        Escape was pressed, or the keyboard went elsewhere.
    """

    left = pyqtSignal()

    def event(self, event: QEvent | None) -> bool:
        # Escape and Return mean something here before they are the window's shortcuts.
        return is_override_of(event, *_OWN) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        super().focusOutEvent(event)
        # Its own context menu does not count, nor another window's coming to the front.
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event is not None and event.reason() not in passing:
            self.left.emit()


class JumpField(QWidget):
    """A field with what it accepts on its left; hidden until `ask` is called.

    Return requests the update, which may be one that has not run yet; Escape closes the field; either returns the
    keyboard to where it was. What names no update turns the field and its hint red.

    Signals
    -------
    update_requested(object)
        The update (an int, from 0) to go to.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    update_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self.edit = _Edit(self)
        self._focus = BorrowedFocus(self.edit)
        self.edit.setFont(mono_font(theme))
        self.edit.setAccessibleName(self.tr("Update to go to"))
        self.edit.setFixedWidth(theme.px(metrics.NUMBER_FIELD_W) * 2)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.hint = ElidedLabel("", self)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(metrics.GAP), 0, 0, 0)
        row.setSpacing(theme.px(metrics.GAP))
        row.addWidget(self.hint, 1)
        row.addWidget(self.edit)
        self.edit.returnPressed.connect(self._enter)
        self.edit.textEdited.connect(self._forget_fault)
        self.edit.left.connect(self.leave)
        self.hide()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Cover what is behind."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.panel))

    def ask(self, snapshot: Snapshot) -> None:
        """Show the field with the update on the screen, ready to be typed over."""
        self.show_snapshot(snapshot)
        self.edit.setText(str(snapshot.position.update))
        self._show_fault(fault=False)
        self.show()
        self.raise_()
        if not self.edit.hasFocus():
            self._focus.take()
        self.edit.selectAll()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how far the branch goes."""
        self._snapshot = snapshot
        self.hint.setText(accepted_text(snapshot))

    def place(self, band: QSize) -> None:
        """Place it over the words at the right end of the band, and over as much of the groove as its hint needs."""
        px = self._theme.px
        padding = px(metrics.PADDING)
        width = min(self.sizeHint().width(), band.width() - padding - px(metrics.CORNER))
        self.setGeometry(band.width() - padding - width, px(metrics.GAP), width, px(metrics.BAR))

    def leave(self) -> None:
        """Hide the field."""
        # First: a field that is hidden with the keyboard passes it to the next widget in the order of Tab.
        self._focus.give_back()
        self.hide()

    def has_fault(self) -> bool:
        """Return whether the text in the field is no update of the branch."""
        return bool(self.edit.property("fault"))

    def _enter(self) -> None:
        assert self._snapshot is not None  # it is shown with one
        update = read_update(self.edit.text(), self._snapshot)
        if update is None:
            self._show_fault(fault=True)
            self.edit.selectAll()
            return
        self.leave()
        self.update_requested.emit(update)

    def _forget_fault(self) -> None:
        self._show_fault(fault=False)

    def _show_fault(self, *, fault: bool) -> None:
        set_look(self.edit, "fault", fault)
        set_look(self.hint, "role", "fault" if fault else "secondary")


def read_update(text: str, snapshot: Snapshot) -> int | None:
    """Return the update that a text names, which may be one that has not run yet; None where it names none.

    Parameters
    ----------
    text
        An update; ``+`` or ``-`` and how many updates to go on or back; or ``e`` and an epoch, for its end. Spaces
        between thousands do not matter.
    snapshot
        The position from which to go on or back, and the settings, which go on as they are.
    """
    found = _ASKED.fullmatch(_THOUSANDS.sub("", text.strip().replace(MINUS, "-")))
    if found is None or len(found[2]) > _LONGEST:
        return None
    kind, number = (found[1] or "").lower(), int(found[2])
    if kind == "e":
        return _end_of_epoch(snapshot, number)
    update = number if not kind else snapshot.position.update + (number if kind == "+" else -number)
    return update if 0 <= update <= _MOST else None


def _end_of_epoch(snapshot: Snapshot, epoch: int) -> int | None:
    newest = snapshot.newest.completed
    run = end_of_epoch(snapshot.effective_settings, epoch, newest)
    if run is not None or epoch < 1:
        return run
    # The end of an epoch that has not come yet: as many updates on as the settings now give to each.
    begin = snapshot.effective_settings[-1] if snapshot.effective_settings else None
    if begin is None:
        return None
    ends = end_of_epoch(snapshot.effective_settings, epoch, newest + (epoch + 1) * max(1, snapshot.per_epoch))
    return ends if ends is not None and ends <= _MOST else None


def accepted_text(snapshot: Snapshot) -> str:
    """Return what the field accepts."""
    text = QCoreApplication.translate(
        "Timeline", "0 to %1, or beyond: it runs there · +100 or −100 from here · e12: the end of epoch 12"
    )
    return text.replace("%1", format_count(snapshot.newest.update))
