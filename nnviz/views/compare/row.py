"""A row of the list of compared sessions."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QObject, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPaintEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from nnviz.model.comparison import ComparedSnapshot
from nnviz.model.text.numbers import UNSIGNED_WIDTH
from nnviz.views.compare import texts
from nnviz.views.compare.curves import entry_pen
from nnviz.views.theme import Theme, icon, metrics, mono_small_font
from nnviz.views.widgets import ElidedLabel
from nnviz.views.widgets.name_edit import NameEdit
from nnviz.views.widgets.tab_buttons import TabToolButton

_SAMPLE: Final = 24
"""Length at scale 1 of the piece of line before a name: long enough to show its dashes."""
_WIDEST_ACCURACY: Final = "99.998 %"


class _Sample(QWidget):
    """A piece of a session's line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry: ComparedSnapshot | None = None
        self.setFixedSize(theme.px(_SAMPLE), theme.px(metrics.ROW))

    def show_line(self, entry: ComparedSnapshot) -> None:
        self._entry = entry
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        if self._entry is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(entry_pen(self._theme, self._entry, metrics.STROKE * self._theme.scale))
        painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)


class _RowButton(TabToolButton):
    """A button of the row, whose meaning may change."""

    def __init__(self, name: str, tip: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setIconSize(QSize(theme.px(metrics.ICON), theme.px(metrics.ICON)))
        self.show_meaning(name, tip)

    def show_meaning(self, name: str, tip: str) -> None:
        if self.toolTip() != tip:
            self.setIcon(icon(name, self._theme, "secondary"))
            self.setToolTip(tip)
            self.setAccessibleName(tip)


class ContenderRow(QWidget):
    """A session's line, name, loss and accuracy, and what can be done with it.

    Signals
    -------
    step_requested(int), run_requested(int), restart_requested(int)
        Move it on its own.
    window_requested(int)
        Swap it with the session in the window.
    removal_requested(int)
        Stop comparing it.
    rename_requested(int, str)
        Rename it.

    Parameters
    ----------
    entry
        Which session.
    theme
        Colours, fonts and sizes.
    """

    step_requested = pyqtSignal(int)
    run_requested = pyqtSignal(int)
    restart_requested = pyqtSignal(int)
    window_requested = pyqtSignal(int)
    removal_requested = pyqtSignal(int)
    rename_requested = pyqtSignal(int, str)

    def __init__(self, entry: ComparedSnapshot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = entry.key
        self._theme, self._entry = theme, entry
        self._sample, self.name, self.state = _Sample(theme, self), ElidedLabel("", self), ElidedLabel("", self)
        self.edit = NameEdit(theme, self)
        self.loss, self.accuracy = QLabel(self), QLabel(self)
        self.step = _RowButton("update", self.tr("Run one update of this session"), theme, self)
        self.run = _RowButton("run", self.tr("Run this session"), theme, self)
        self.restart = _RowButton("restart", self.tr("Restart this session"), theme, self)
        self.more = _RowButton("arrow-down", self.tr("Open in the window, rename, remove"), theme, self)
        self._set_up()
        self._lay_out()
        self._connect()

    def _set_up(self) -> None:
        font = mono_small_font(self._theme)
        measure = QFontMetrics(font)
        for label, widest in ((self.loss, "0" * UNSIGNED_WIDTH), (self.accuracy, _WIDEST_ACCURACY)):
            label.setFont(font)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            # A fixed width, so that numbers never jump.
            label.setFixedWidth(measure.horizontalAdvance(widest))
        # The name takes the room that the others leave.
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.state.setProperty("role", "secondary")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.edit.setAccessibleName(self.tr("New name"))
        self.setToolTip(self.tr("Loss and accuracy of the training samples"))
        self.name.installEventFilter(self)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(metrics.SMALL_GAP))
        row.addWidget(self._sample)
        row.addWidget(self.name, 1)
        row.addWidget(self.edit, 1)
        row.addWidget(self.state)
        for widget in (self.loss, self.accuracy, self.restart, self.step, self.run, self.more):
            row.addWidget(widget)
        if self._entry.is_main:
            # Its room remains, so that all numbers are aligned.
            policy = self.more.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.more.setSizePolicy(policy)
            self.more.hide()

    def _connect(self) -> None:
        self.step.clicked.connect(self._ask_step)
        self.run.clicked.connect(self._ask_run)
        self.restart.clicked.connect(self._ask_restart)
        self.more.clicked.connect(self._offer)
        self.edit.returnPressed.connect(self._take_name)
        self.edit.left.connect(self._leave_name)

    # What is shown -----------------------------------------------------------------------------------------------

    def show_entry(self, entry: ComparedSnapshot, *, together: bool) -> None:
        """Show the session at its cursor."""
        self._entry = entry
        self._sample.show_line(entry)
        self.name.setText(texts.entry_name(entry))
        state = texts.state_text(entry, together=together)
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.loss.setText(texts.loss_text(entry))
        self.accuracy.setText(texts.accuracy_text(entry))
        self.accuracy.setVisible(entry.snapshot.metrics.train_right is not None)
        moves = not together and not entry.is_main
        for button in (self.step, self.run, self.restart):
            button.setVisible(moves)
        if entry.running:
            self.run.show_meaning("pause", self.tr("Pause this session"))
        else:
            self.run.show_meaning("run", self.tr("Run this session"))

    def menu(self) -> QMenu:
        """Return the menu of what can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self._entry.is_main:
            menu.addAction(self.tr("Open in the window"), self._ask_window)
        menu.addAction(self.tr("Rename"), self.rename)
        if not self._entry.is_main:
            menu.addSeparator()
            menu.addAction(self.tr("Remove"), self._ask_removal)
        return menu

    def rename(self) -> None:
        """Edit the name in place."""
        self.edit.setText(self.name.text())
        self.name.hide()
        self.edit.show()
        self.edit.selectAll()
        self.edit.setFocus()

    # What a person does ------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Rename on a double click on the name."""
        if watched is self.name and event is not None and event.type() == QEvent.Type.MouseButtonDblClick:
            self.rename()
            return True
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Offer what can be done with it."""
        if event is not None:
            self.menu().popup(event.globalPos())

    def _offer(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _take_name(self) -> None:
        self._leave_name(True)

    def _leave_name(self, take: bool) -> None:
        if self.edit.isHidden():
            return
        text = self.edit.text().strip()
        self.edit.hide()
        self.name.show()
        if take and text != self.name.text():
            self.rename_requested.emit(self.key, text)

    def _ask_step(self) -> None:
        self.step_requested.emit(self.key)

    def _ask_run(self) -> None:
        self.run_requested.emit(self.key)

    def _ask_restart(self) -> None:
        self.restart_requested.emit(self.key)

    def _ask_window(self) -> None:
        self.window_requested.emit(self.key)

    def _ask_removal(self) -> None:
        self.removal_requested.emit(self.key)
