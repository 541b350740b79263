"""Fields of the import's form: each a label over a control, for one choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nnviz.views import file_dialogs
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets import ElidedLabel, NumberField
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option

_PERCENT: Final = 100.0


class Field(QWidget):
    """A label over a control.

    Signals
    -------
    chosen(str, object)
        The choice's name, and its value.

    Parameters
    ----------
    name
        Of the choice: a field of `Options`, or another choice of `PendingImport`.
    label, help_text
        Translated.
    theme
        Colours and sizes.
    """

    chosen = pyqtSignal(str, object)

    def __init__(self, name: str, label: str, help_text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._label = ElidedLabel(label, self)
        self._label.setProperty("role", "label")
        self._label.setToolTip(help_text)
        self._help = help_text
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(metrics.SMALL_GAP))
        self._column.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)

    def label(self) -> str:
        """Return the text over the control."""
        return self._label.text()

    def _add(self, control: QWidget) -> None:
        control.setAccessibleName(self._label.text())
        control.setToolTip(self._help)
        self._column.addWidget(control)


class ChoiceField(Field):
    """One of a list."""

    def __init__(self, name: str, label: str, help_text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(name, label, help_text, theme, parent)
        self._values: list[object] = []
        self.combo = ChoiceCombo(theme, self)
        self.combo.chosen.connect(self._take)
        self._add(self.combo)

    def show_choices(
        self, choices: Sequence[tuple[object, str]], chosen: object, shorts: Mapping[object, str] = MappingProxyType({})
    ) -> None:
        """List values with their titles, and shorter titles for the closed field; the chosen value is always listed."""
        offered = list(choices)
        if chosen not in [value for value, _ in offered]:
            offered.append((chosen, str(chosen)))
        self._values = [value for value, _ in offered]
        options = [Option(str(n), title, shorts.get(value, "")) for n, (value, title) in enumerate(offered)]
        self.combo.set_options(options)
        self.combo.choose(str(self._values.index(chosen)))

    def choose(self, value: object) -> None:
        """Choose a value as the person does in the list.

        Raises
        ------
        ValueError
            If it is not in the list.
        """
        self._take(str(self._values.index(value)))

    def chosen_value(self) -> object:
        """Return the value that is shown."""
        return self._values[int(self.combo.chosen_key())]

    def _take(self, key: str) -> None:
        self.chosen.emit(self.name, self._values[int(key)])


class AmountField(Field):
    """A number; with `percent`, a share from 0 to 1."""

    def __init__(
        self, name: str, label: str, help_text: str, theme: Theme, parent: QWidget, *, percent: bool = False
    ) -> None:
        super().__init__(name, label, help_text, theme, parent)
        self._unit = _PERCENT if percent else 1.0
        self.field = NumberField(theme, self)
        self.field.number_entered.connect(self._take)
        self._add(self.field)
        self.field.line_edit().setAccessibleName(label)

    def show_number(self, number: float) -> None:
        """Show a number."""
        self.field.set_value(float(f"{number * self._unit:.12g}"))

    def _take(self, number: float) -> None:
        self.chosen.emit(self.name, number / self._unit)


class FileField(Field):
    """Another file, chosen in a dialog."""

    def __init__(self, name: str, label: str, help_text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(name, label, help_text, theme, parent)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._ask)
        self._add(self.button)

    def show_file(self, path: str) -> None:
        """Show which file it is."""
        self.button.setText(Path(path).name if path else self.tr("Choose…"))
        self.button.setToolTip(path or self._help)

    def _ask(self) -> None:
        path = file_dialogs.ask_open(self, self.label(), self.tr("All files (*)"))
        if path is not None:
            self.chosen.emit(self.name, str(path))
