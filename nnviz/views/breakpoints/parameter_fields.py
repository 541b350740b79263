"""The fields of a condition's parameters."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from nnviz.model.breakpoints import ConditionKind, Parameter
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.breakpoints.texts import choice_name, parameter_name
from nnviz.views.theme import Theme, metrics, mono_font
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option
from nnviz.views.widgets.number_field import NumberField


class ParameterFields(QWidget):
    """A field for each parameter of one kind of condition.

    Parameters
    ----------
    kind
        Which.
    snapshot
        Its weights can be chosen.
    theme
        Colours and scale.

    Signals
    -------
    entered()
        Return was pressed in a field.
    """

    entered = pyqtSignal()

    def __init__(self, kind: ConditionKind, snapshot: Snapshot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole: set[str] = set()
        self._fields: dict[str, NumberField | ChoiceCombo | QLineEdit] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.px(metrics.GAP))
        for name, parameter in kind.parameters.items():
            field = self._make(parameter, snapshot)
            label = QLabel(parameter_name(name))
            label.setProperty("role", "label")
            label.setBuddy(field)
            field.setAccessibleName(label.text())
            form.addRow(label, field)
            self._fields[name] = field
            edit = field.line_edit() if isinstance(field, NumberField) else field
            if isinstance(edit, QLineEdit):
                edit.returnPressed.connect(self.entered)

    def field(self, name: str) -> NumberField | ChoiceCombo | QLineEdit:
        """Return the field of a parameter."""
        return self._fields[name]

    def values(self) -> dict[str, float | str] | None:
        """Return the values of the fields; None when one of them is not acceptable, which the field shows."""
        values: dict[str, float | str] = {}
        for name, field in self._fields.items():
            if isinstance(field, NumberField):
                field.enter()
                if field.error_text():
                    return None
                values[name] = self._number(name, field)
            else:
                values[name] = field.chosen_key() if isinstance(field, ChoiceCombo) else field.text().strip()
        return values

    def _number(self, name: str, field: NumberField) -> float:
        number = field.value() - (name == "sample")  # people count samples from 1
        return int(number) if name in self._whole else number

    def _make(self, parameter: Parameter, snapshot: Snapshot) -> NumberField | ChoiceCombo | QLineEdit:
        if parameter.range is not None:
            return self._make_number(parameter)
        if parameter.choices:
            return self._make_choice([(key, choice_name(key)) for key in parameter.choices])
        if parameter.name == "symbol":
            weights = [(name, snapshot.labels.of(name)) for name in snapshot.network.weights]
            return self._make_choice([("", self.tr("any weight")), *weights])
        edit = QLineEdit()
        edit.setFont(mono_font(self._theme))
        edit.setPlaceholderText("abs(delta1).max() < 1e-6")
        return edit

    def _make_number(self, parameter: Parameter) -> NumberField:
        assert parameter.range is not None  # checked by the caller
        assert isinstance(parameter.default, int | float)  # every number has a default
        first, field = int(parameter.name == "sample"), NumberField(self._theme)
        field.set_range(parameter.range.low + first, parameter.range.high + first, parameter.range.whole)
        field.set_value(parameter.default + first)
        if parameter.range.whole:
            self._whole.add(parameter.name)
        else:
            field.set_step(2.0, factor=True)
        return field

    def _make_choice(self, choices: Iterable[tuple[str, str]]) -> ChoiceCombo:
        options = [Option(key, title) for key, title in choices]
        combo = ChoiceCombo(self._theme)
        combo.set_options(options)
        combo.choose(options[0].key)
        return combo
