"""A choice from a list in little room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QEvent, QSignalBlocker, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QPaintEvent, QStandardItemModel, QWheelEvent
from PyQt6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.combo_styles import forget_styles_when_deleted
from nnviz.views.widgets.shortcuts import is_space_override


@dataclass(frozen=True)
class Option:
    """One entry of a list.

    Attributes
    ----------
    key
        What is chosen.
    title
        How it is written in the list, translated.
    short
        How it is written in the closed field, where room is little.
    help
        Tooltip, rich text.
    enabled
        Whether it can be chosen.
    """

    key: str
    title: str
    short: str = ""
    help: str = ""
    enabled: bool = True


class ChoiceCombo(QComboBox):
    """A combo box that elides its text, and that the wheel changes only while it has the keyboard.

    A click leaves the keyboard where it is, so that the window's keys go on stepping; Tab reaches it.

    Signals
    -------
    chosen(str)
        A person chose another key than the one shown.
    """

    chosen = pyqtSignal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options: tuple[Option, ...] = ()
        self._key = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(1)
        self.activated.connect(self._take)
        forget_styles_when_deleted(self)

    def set_options(self, options: Sequence[Option]) -> None:
        """Set what there is to choose from; what is chosen stays."""
        if self._options == tuple(options):
            return
        with QSignalBlocker(self):
            if [option.key for option in options] != [option.key for option in self._options]:
                self.clear()
                for option in options:
                    self.addItem(option.title, option.key)
            for index, option in enumerate(options):
                self.setItemText(index, option.title)
                self.setItemData(index, option.help, Qt.ItemDataRole.ToolTipRole)
                self._enable(index, option.enabled)
        self._options = tuple(options)
        self.choose(self._key)

    def choose(self, key: str) -> None:
        """Show a choice without a signal."""
        self._key = key
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(key))
        self.update()

    def chosen_key(self) -> str:
        """Return the key that is shown."""
        return self._key

    def option(self, key: str) -> Option:
        """Return an entry by its key.

        Raises
        ------
        KeyError
            There is none.
        """
        for option in self._options:
            if option.key == key:
                return option
        raise KeyError(key)

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the text can still be guessed."""
        full = super().minimumSizeHint()
        return QSize(min(full.width(), self._theme.px(metrics.NUMBER_FIELD_W)), full.height())

    def showPopup(self) -> None:
        """Open the list, wide enough for its entries."""
        view = self.view()
        if view is not None:
            view.setMinimumWidth(view.sizeHintForColumn(0) + self._theme.px(metrics.PADDING + metrics.SCROLL))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Turn only while focused; otherwise the panel scrolls."""
        if event is not None and not self.hasFocus():
            event.ignore()
            return
        super().wheelEvent(event)

    def event(self, event: QEvent | None) -> bool:
        """Keep Space, which opens the list, from the window's shortcut while focused."""
        if is_space_override(event):
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the short text, elided."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def shown_text(self) -> str:
        """Return the text as it is shown in the closed field."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style = self.style()
        index = self.currentIndex()
        if style is None or index < 0:
            return ""
        room = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        ).width()
        text = self._options[index].short or self._options[index].title
        # The style draws the text a pixel inside the field at either side.
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room - 2)

    def _enable(self, index: int, enabled: bool) -> None:
        model = self.model()
        assert isinstance(model, QStandardItemModel)  # a combo box makes its own
        item = model.item(index)
        assert item is not None
        item.setEnabled(enabled)

    def _take(self, index: int) -> None:
        key = self._options[index].key
        if key != self._key:
            self._key = key
            self.chosen.emit(key)
