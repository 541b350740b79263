"""The form that asks for a map: two axes, how long to train, and where."""

from __future__ import annotations

from typing import Any, Final

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from nnviz.model.errors import ModelError
from nnviz.model.map import MapPlan
from nnviz.model.map.plan import LENGTH_RANGE, THRESHOLD, Unit
from nnviz.model.scenario.scenario import Scenario
from nnviz.views.error_text import error_text
from nnviz.views.map.axis_row import AxisRow
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets import NumberField
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option

_HERE: Final = "here"
_CLUSTER: Final = "cluster"
_USUAL_LENGTH: Final = 2000
_NARROW: Final = 0.8
"""Width of a field, as a share of a number field's."""


class MapForm(QWidget):
    """Asks for the axes of a map, and how long and where it is trained.

    Signals
    -------
    changed()
        Another map was entered.
    """

    changed = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: Scenario | None = None
        across, up = self.tr("Across"), self.tr("Up")
        self.across = AxisRow(across, "seed", theme, self)
        self.up = AxisRow(up, "learning-rate", theme, self)
        self.length = self._number(self.tr("How long each cell is trained"), _USUAL_LENGTH)
        self.length.set_range(LENGTH_RANGE.low, LENGTH_RANGE.high, whole=True)
        self.length.set_step(2.0, factor=True)
        self.threshold = self._number(self.tr("A cell has learned when its training loss is below this"), THRESHOLD)
        self.unit = self._combo(
            self.tr("Unit"), Option("updates", self.tr("updates")), Option("epochs", self.tr("epochs"))
        )
        self.place = self._combo(
            self.tr("Where it is trained"),
            Option(_HERE, self.tr("on this computer")),
            Option(_CLUSTER, self.tr("on a Dask cluster")),
        )
        self.address = QLineEdit(self)
        self.address.setPlaceholderText("tcp://host:8786")
        self.address.setAccessibleName(self.tr("Address of the cluster’s scheduler"))
        self.address.setToolTip(self.tr("Address of the cluster’s scheduler"))
        self.address.editingFinished.connect(self.changed)
        self.address.setVisible(False)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "fault")
        self._problem.setWordWrap(True)
        self._problem.setVisible(False)
        self._lay_out(across, up)
        for row in (self.across, self.up):
            row.changed.connect(self._take)

    def _lay_out(self, across: str, up: str) -> None:
        px = self._theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(metrics.GAP))
        grid.setVerticalSpacing(px(metrics.SMALL_GAP))
        grid.setColumnStretch(1, 1)
        run = QHBoxLayout()
        run.setSpacing(px(metrics.SMALL_GAP))
        for widget, share in ((self.length, 0), (self.unit, 1)):
            run.addWidget(widget, share)
        run.addWidget(self._label(self.tr("loss below"), self.threshold))
        run.addWidget(self.threshold)
        where = QHBoxLayout()
        where.setSpacing(px(metrics.SMALL_GAP))
        where.addWidget(self.place, 1)
        where.addWidget(self.address, 2)
        rows: tuple[tuple[str, QWidget, QWidget | QHBoxLayout], ...] = (
            ("→", self.across.settings, self.across),
            ("↑", self.up.settings, self.up),
            ("", self.length, run),
            ("", self.place, where),
        )
        for number, (name, buddy, content) in enumerate(rows):
            if name:
                label = self._label(name, buddy)
                label.setToolTip(across if content is self.across else up)
                grid.addWidget(label, number, 0)
            if isinstance(content, QWidget):
                grid.addWidget(content, number, 1)
            else:
                grid.addLayout(content, number, 1)
        # The error messages of narrow fields are below all of them.
        fields = (*self.across.fields, *self.up.fields, self.length, self.threshold)
        for number, label in enumerate((*(field.error_label() for field in fields), self._problem), len(rows)):
            grid.addWidget(label, number, 0, 1, 2)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "label")
        label.setBuddy(buddy)
        return label

    def _number(self, name: str, value: float) -> NumberField:
        field = NumberField(self._theme, self)
        field.line_edit().setMinimumWidth(0)
        field.setFixedWidth(self._theme.px(metrics.NUMBER_FIELD_W * _NARROW))
        field.line_edit().setAccessibleName(name)
        field.setToolTip(name)
        field.set_value(value)
        field.number_entered.connect(self._take)
        return field

    def _combo(self, name: str, *options: Option) -> ChoiceCombo:
        combo = ChoiceCombo(self._theme, self)
        combo.setAccessibleName(name)
        combo.set_options(options)
        combo.choose(options[0].key)
        combo.chosen.connect(self._take)
        return combo

    # What is entered ----------------------------------------------------------------------------------------------

    @property
    def cluster(self) -> str:
        """Address of the cluster that trains the map; empty for this computer."""
        return self.address.text().strip() if self.place.chosen_key() == _CLUSTER else ""

    def plan(self) -> MapPlan | None:
        """Return the map that was entered; None, with the reason below the fields, where it is not possible."""
        plan, problem = self._entered()
        if problem is None:
            return None
        if self.place.chosen_key() == _CLUSTER and not self.cluster:
            problem = self.tr("Enter the address of the cluster’s scheduler, such as tcp://host:8786")
        self.show_problem(problem)
        return None if problem else plan

    def preview(self) -> MapPlan | None:
        """Return the map that was entered, wherever it is trained; None where it is not possible."""
        return self._entered()[0]

    def _entered(self) -> tuple[MapPlan | None, str | None]:
        """Return the map, and what is wrong: empty when nothing is, None when a field shows it."""
        fields = (*self.across.fields, *self.up.fields, self.length, self.threshold)
        if self._scenario is None or any(field.error_text() for field in fields):
            return None, None
        unit: Unit = "epochs" if self.unit.chosen_key() == "epochs" else "updates"
        axes = self.across.axis(), self.up.axis()
        plan = MapPlan(self._scenario, *axes, int(self.length.value()), unit, self.threshold.value())
        try:
            plan.check()
        except ModelError as error:
            return None, error_text(error)
        return plan, ""

    def show_problem(self, problem: str) -> None:
        """Show what is wrong below the fields; nothing when empty."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def problem(self) -> str:
        """Return what is shown there."""
        return self._problem.text()

    def show_scenario(self, scenario: Scenario) -> None:
        """Accept maps of a scenario."""
        if scenario is not self._scenario:
            self._scenario = scenario
            for row in (self.across, self.up):
                row.show_scenario(scenario)

    def to_plain(self) -> dict[str, Any]:
        """Return what was entered, as plain values for another window."""
        return {
            "across": self.across.to_plain(),
            "up": self.up.to_plain(),
            "length": self.length.value(),
            "unit": self.unit.chosen_key(),
            "threshold": self.threshold.value(),
            "place": self.place.chosen_key(),
            "address": self.address.text(),
        }

    def from_plain(self, plain: dict[str, Any]) -> None:
        """Enter what was entered in another window."""
        self.across.from_plain(plain["across"])
        self.up.from_plain(plain["up"])
        self.length.set_value(plain["length"])
        self.unit.choose(plain["unit"])
        self.threshold.set_value(plain["threshold"])
        self.place.choose(plain["place"])
        self.address.setText(plain["address"])
        self.address.setVisible(self.place.chosen_key() == _CLUSTER)

    # Inside ------------------------------------------------------------------------------------------------------

    def _take(self) -> None:
        self.address.setVisible(self.place.chosen_key() == _CLUSTER)
        if self._scenario is not None:
            for row in (self.across, self.up):
                row.show_scenario(self._scenario)
        self.plan()
        self.changed.emit()
