"""How many samples an update sees: all of them, or a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from PyQt6.QtCore import QSignalBlocker, Qt
from PyQt6.QtGui import QWheelEvent
from PyQt6.QtWidgets import QComboBox, QLabel, QWidget

from nnviz.model.data.batches import BatchSpec
from nnviz.model.errors import ModelError
from nnviz.model.limits import declared_range
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import parse_number
from nnviz.views.setup.row import SettingWords, SetupRow
from nnviz.views.setup.value_entry import ValueEntry
from nnviz.views.theme import Theme
from nnviz.views.widgets.combo_styles import forget_styles_when_deleted

Size = Literal["full"] | int

_OFTEN_USED: Final = (1, 4, 10, 32, 64, 128)


class _Field(QComboBox):
    """An editable list that the wheel changes only while it has the keyboard."""

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        if event is not None and not self.hasFocus():
            event.ignore()
            return
        super().wheelEvent(event)


class BatchRow(SetupRow):
    """A batch's size, typed or chosen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        words = SettingWords(
            self.tr("Batch"),
            self.tr("Batch"),
            self.tr("How many samples one update sees: all the training samples, some, or one."),
        )
        super().__init__(words, theme, parent)
        self._accepted = self.tr("“full”, or a whole number, 1 or more")
        self._samples = 0
        self.combo = _Field(self)
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setCompleter(None)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(1)
        forget_styles_when_deleted(self.combo)
        edit = self.combo.lineEdit()
        assert edit is not None  # it is editable
        self._edit = edit
        edit.setAccessibleName(words.name)
        self._entry = ValueEntry(edit, self.size_of, self._accepted, self.combo)
        self._entry.entered.connect(self._take)
        self.combo.activated.connect(self._entry.enter)
        self.column.addWidget(self.combo)

    def control(self) -> QWidget:
        """Return the field."""
        return self.combo

    def error_label(self) -> QLabel:
        """Return the text under the field."""
        return self._entry.error_label()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the size, and how many samples "full" is."""
        self._samples = len(snapshot.data.train)
        super().show_snapshot(snapshot)

    def refresh(self, scenario: Scenario) -> None:
        """Show the size of a scenario's batches."""
        sizes: Sequence[Size] = ("full", *(size for size in _OFTEN_USED if size < self._samples))
        texts = [self.text_of(size) for size in sizes]
        if texts != [self.combo.itemText(index) for index in range(self.combo.count())]:
            typed = self._edit.text()
            with QSignalBlocker(self.combo):
                self.combo.clear()
                self.combo.addItems(texts)
                self.combo.setCurrentIndex(-1)
            self._edit.setText(typed)
        self._entry.show_text(self.text_of(scenario.batch.size))
        other: Size = 1 if scenario.batch.size == "full" else "full"
        self.explain(scenario, _with_size(scenario, other), self._accepted)
        self._edit.setToolTip(self.combo.toolTip())

    def text_of(self, size: Size) -> str:
        """Return a size as it is written in the field."""
        if size == "full":
            return self.tr("full, {number}").format(number=self._samples)
        return str(size)

    def size_of(self, text: str) -> Size:
        """Read a size.

        Raises
        ------
        ValueError
            If it is neither "full" nor a number of samples.
        """
        words = {self.text_of("full"), self.tr("full"), "full"}
        if text.strip().casefold() in {word.casefold() for word in words}:
            return "full"
        try:
            number = parse_number(text)
        except ModelError as error:
            raise ValueError(text) from error
        if not declared_range(BatchSpec, "size").has(number):
            raise ValueError(text)
        return int(number)

    def _take(self, size: Size) -> None:
        if size == self.scenario.batch.size:
            self._entry.show_text(self.text_of(size))
        else:
            self.request(_with_size(self.scenario, size), self.text_of(size))


def _with_size(scenario: Scenario, size: Size) -> Scenario:
    return replace(scenario, batch=replace(scenario.batch, size=size))
