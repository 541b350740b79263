"""The row that asks for one axis of a map: which setting, from where to where, in how many steps."""

from __future__ import annotations

import math
from typing import Any, Final

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from nnviz.model.limits import Range
from nnviz.model.map import SETTINGS, MapAxis, NumericSetting, Setting, spread
from nnviz.model.map.axis import VALUES_MAX
from nnviz.model.scenario.scenario import Scenario
from nnviz.views.map.choices_button import ChoicesButton
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets import NumberField
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option

_LEAST: Final = 1e-12
"""Smallest low end of a logarithmic axis."""
_NARROW: Final = 0.68
_NARROWEST: Final = 0.45
"""Widths of fields, as shares of a number field's."""


class AxisRow(QWidget):
    """Asks for an axis.

    Signals
    -------
    changed()
        Another axis was entered.

    Parameters
    ----------
    label
        Name of the axis, translated.
    name
        Of the setting to begin with.
    theme
        Colours and sizes.
    """

    changed = pyqtSignal()

    def __init__(self, label: str, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._accepted: Range | None = None
        self.settings = ChoiceCombo(theme, self)
        self.settings.setAccessibleName(label)
        self.settings.set_options([Option(row.name, translate_model(row.title)) for row in SETTINGS.values()])
        self.settings.chosen.connect(self._take_setting)
        self.low, self.high = self._field(self.tr("From"), _NARROW), self._field(self.tr("To"), _NARROW)
        self.steps = self._field(self.tr("Number of values"), _NARROWEST)
        self.steps.set_range(1, VALUES_MAX, whole=True)
        self.log = QCheckBox(self.tr("log"), self)
        self.log.setToolTip(
            self.tr("Multiply each value by a factor to get the next one, instead of adding a difference")
        )
        self.log.clicked.connect(self._take_log)
        self.choices = ChoicesButton(self)
        self.choices.changed.connect(self.changed)
        self._of_numbers: list[QWidget] = [self.low, self.high, self.steps, self.log]
        self._lay_out(label)
        self.choose_setting(name)

    def _lay_out(self, label: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(metrics.SMALL_GAP))
        row.addWidget(self.settings, 1)
        for widget, before in ((self.low, ""), (self.high, "–"), (self.steps, "×"), (self.log, "")):
            if before:
                sign = QLabel(before, self)
                sign.setProperty("role", "secondary")
                self._of_numbers.append(sign)
                row.addWidget(sign)
            row.addWidget(widget)
        row.addWidget(self.choices, 1)
        self.low.setToolTip(f"{label}: {self.tr('From')}")
        self.high.setToolTip(f"{label}: {self.tr('To')}")
        self.steps.setToolTip(f"{label}: {self.tr('Number of values')}")

    def _field(self, name: str, width: float) -> NumberField:
        field = NumberField(self._theme, self)
        field.line_edit().setMinimumWidth(0)
        field.setFixedWidth(self._theme.px(metrics.NUMBER_FIELD_W * width))
        field.line_edit().setAccessibleName(name)
        field.number_entered.connect(self.changed)
        return field

    # What is entered ----------------------------------------------------------------------------------------------

    @property
    def setting(self) -> Setting:
        """The chosen setting."""
        return SETTINGS[self.settings.chosen_key()]

    def axis(self) -> MapAxis:
        """Return the axis that was entered."""
        setting = self.setting
        if not isinstance(setting, NumericSetting):
            return MapAxis(setting.name, self.choices.chosen())
        low, high, steps = self.low.value(), self.high.value(), int(self.steps.value())
        return MapAxis(setting.name, spread(low, high, steps, log=self.log.isChecked(), whole=setting.whole))

    @property
    def fields(self) -> tuple[NumberField, ...]:
        """The number fields. Their error messages are shown elsewhere: here they would be one letter wide."""
        return self.low, self.high, self.steps

    def show_scenario(self, scenario: Scenario) -> None:
        """Accept the values that are possible in a scenario."""
        setting = self.setting
        self._accepted = setting.accepted(scenario) if isinstance(setting, NumericSetting) else None
        self._set_ranges()

    def choose_setting(self, name: str) -> None:
        """Choose a setting, with its usual values, without a signal."""
        self.settings.choose(name)
        setting = self.setting
        is_number = isinstance(setting, NumericSetting)
        for widget in self._of_numbers:
            widget.setVisible(is_number)
        self.choices.setVisible(not is_number)
        if isinstance(setting, NumericSetting):
            usual = setting.usual
            self.log.setChecked(usual.log)
            self._accepted = Range(whole=setting.whole)
            self._set_ranges()
            for field, value in ((self.low, usual.low), (self.high, usual.high), (self.steps, usual.steps)):
                field.set_value(value)
        else:
            self.choices.offer(setting.offered)
            for field in self.fields:
                field.set_value(field.value())  # removes its error message

    def to_plain(self) -> dict[str, Any]:
        """Return what was entered, as plain values for another window."""
        if isinstance(self.setting, NumericSetting):
            fields = [self.low.value(), self.high.value(), self.steps.value()]
            return {"setting": self.setting.name, "numbers": fields, "log": self.log.isChecked()}
        return {"setting": self.setting.name, "choices": self.choices.chosen()}

    def from_plain(self, plain: dict[str, Any]) -> None:
        """Enter what was entered in another window."""
        self.choose_setting(plain["setting"])
        if "numbers" not in plain:
            self.choices.choose(tuple(plain["choices"]))
            return
        self.log.setChecked(plain["log"])
        for field, value in zip((self.low, self.high, self.steps), plain["numbers"], strict=True):
            field.set_value(value)

    # Inside ------------------------------------------------------------------------------------------------------

    def _take_setting(self, name: str) -> None:
        self.choose_setting(name)
        self.changed.emit()

    def _take_log(self, log: bool) -> None:
        setting = self.setting
        if log and isinstance(setting, NumericSetting) and self.low.value() <= 0:
            # A logarithmic axis cannot begin at zero: begin three powers of ten below its end.
            self.low.set_value(1.0 if setting.whole else self.high.value() / 1000.0)
        self._set_ranges()
        self.changed.emit()

    def _set_ranges(self) -> None:
        accepted = self._accepted or Range()
        low = max(accepted.low, _LEAST) if self.log.isChecked() else accepted.low
        if accepted.whole and self.log.isChecked():
            low = max(low, 1.0)
        for field in (self.low, self.high):
            field.set_range(low, accepted.high, accepted.whole)
            by_factor = self.log.isChecked() and not accepted.whole
            field.set_step(10.0 if by_factor else self._step(accepted), factor=by_factor)

    def _step(self, accepted: Range) -> float:
        return 1.0 if accepted.whole or not math.isfinite(accepted.high) else accepted.high / 10.0
