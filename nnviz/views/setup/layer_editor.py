"""Hidden layers one by one: units and activation of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PyQt6.QtCore import QSize, pyqtSignal
from PyQt6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.model.limits import declared_range
from nnviz.model.network.network import Layer
from nnviz.model.scenario.edit import FIRST_HIDDEN, with_hidden
from nnviz.model.scenario.scenario import Scenario
from nnviz.views.setup.options import hidden_options
from nnviz.views.setup.texts import effect_text, tooltip
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.widgets import ElidedLabel, NumberField
from nnviz.views.widgets.choice_combo import ChoiceCombo
from nnviz.views.widgets.link import Link
from nnviz.views.widgets.tab_buttons import TabToolButton

_FIRST_UNITS = 3
"""Units of a hidden layer where there was none to copy."""


class LayerRow(QWidget):
    """One hidden layer.

    Signals
    -------
    layer_changed(int, Layer)
        A person changed layer `index` (from 0).
    removal_requested(int)
        A person wants to remove it.
    """

    layer_changed = pyqtSignal(int, object)
    removal_requested = pyqtSignal(int)

    def __init__(self, index: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._index = index
        self._layer = Layer(1, FIRST_HIDDEN)
        number = str(index + 1)
        label = ElidedLabel(number, self)
        label.setProperty("role", "label")
        self.units = NumberField(theme, self)
        # As in every row of this panel, Tab goes to the line edit itself.
        self.units.setFocusProxy(None)
        accepted = declared_range(Layer, "units")
        self.units.set_range(accepted.low, accepted.high, accepted.whole)
        self.units.line_edit().setAccessibleName(self.tr("Units of layer {number}").format(number=number))
        self.units.number_entered.connect(self._take_units)
        self.activation = ChoiceCombo(theme, self)
        self.activation.setAccessibleName(self.tr("Activation of layer {number}").format(number=number))
        self.activation.chosen.connect(self._take_activation)
        self.remove = TabToolButton(self)
        side = theme.px(metrics.GAP + metrics.SMALL_GAP)
        self.remove.setIcon(icon("close", theme, "secondary"))
        self.remove.setIconSize(QSize(side, side))
        text = self.tr("Remove layer {number}").format(number=number)
        self.remove.setAccessibleName(text)
        self.remove.clicked.connect(self._take_removal)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(metrics.SMALL_GAP))
        grid.setVerticalSpacing(theme.px(metrics.SMALL_GAP / 2))
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.units, 0, 1)
        grid.addWidget(self.activation, 0, 2)
        grid.addWidget(self.remove, 0, 3)
        grid.addWidget(self.units.error_label(), 1, 0, 1, 4)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        grid.setColumnMinimumWidth(0, theme.px(metrics.GAP))
        self.units.line_edit().setMinimumWidth(theme.px(metrics.CONTROL))

    def show_layer(self, scenario: Scenario) -> None:
        """Show the layer as it is in a scenario, which has it."""
        self._layer = scenario.layers[self._index]
        if self._layer.units != self.units.value():
            self.units.set_value(self._layer.units)
        self.activation.set_options(hidden_options(scenario))
        self.activation.choose(self._layer.activation)
        wider = replace(self._layer, units=self._layer.units + 1)
        effect = effect_text(scenario, _with_layer(scenario, self._index, wider))
        self.units.line_edit().setToolTip(tooltip(self.tr("Units of this layer."), self.units.accepted_text(), effect))
        other = "sigmoid" if self._layer.activation == FIRST_HIDDEN else FIRST_HIDDEN
        effect = effect_text(scenario, _with_layer(scenario, self._index, replace(self._layer, activation=other)))
        self.activation.setToolTip(tooltip(self.tr("Activation of this layer's units."), effect))
        without = effect_text(scenario, with_hidden(scenario, _without_layer(scenario, self._index)))
        self.remove.setToolTip(tooltip(self.remove.accessibleName(), without))

    def stops(self) -> Sequence[QWidget]:
        """Return what Tab goes through."""
        return (self.units.line_edit(), self.activation, self.remove)

    def _take_units(self, number: float) -> None:
        self.layer_changed.emit(self._index, replace(self._layer, units=int(number)))

    def _take_activation(self, name: str) -> None:
        self.layer_changed.emit(self._index, replace(self._layer, activation=name))

    def _take_removal(self) -> None:
        self.removal_requested.emit(self._index)


class LayerEditor(QWidget):
    """A row for each hidden layer, and a link that adds one.

    Signals
    -------
    hidden_requested(Scenario, str)
        A person asked for other hidden layers; the text says what they changed.
    """

    hidden_requested = pyqtSignal(object, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: Scenario | None = None
        self.rows: list[LayerRow] = []
        self.add = Link(self.tr("add layer"), theme, self)
        self.add.clicked.connect(self._take_addition)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(metrics.SMALL_GAP))
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show a scenario's hidden layers."""
        self._scenario = scenario
        wanted = len(scenario.layers) - 1
        while len(self.rows) > wanted:
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.setVisible(False)
            row.deleteLater()
        while len(self.rows) < wanted:
            row = LayerRow(len(self.rows), self._theme, self)
            row.layer_changed.connect(self._take_layer)
            row.removal_requested.connect(self._take_removal)
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        for row in self.rows:
            row.show_layer(scenario)
        effect = effect_text(scenario, with_hidden(scenario, _with_one_more(scenario)))
        self.add.setToolTip(tooltip(self.tr("Add a hidden layer like the last one before the output."), effect))

    def stops(self) -> Sequence[QWidget]:
        """Return what Tab goes through."""
        return (*(stop for row in self.rows for stop in row.stops()), self.add)

    def _take_layer(self, index: int, layer: Layer) -> None:
        assert self._scenario is not None  # nothing can be changed before something is shown
        old = self._scenario.layers[index]
        what = str(layer.units) if layer.units != old.units else self.rows[index].activation.currentText()
        text = self.tr("Layer {number}: {what}").format(number=index + 1, what=what)
        self.hidden_requested.emit(_with_layer(self._scenario, index, layer), text)

    def _take_addition(self) -> None:
        assert self._scenario is not None  # nothing can be changed before something is shown
        self.hidden_requested.emit(with_hidden(self._scenario, _with_one_more(self._scenario)), self.tr("Add a layer"))

    def _take_removal(self, index: int) -> None:
        assert self._scenario is not None  # nothing can be changed before something is shown
        text = self.tr("Remove layer {number}").format(number=index + 1)
        self.hidden_requested.emit(with_hidden(self._scenario, _without_layer(self._scenario, index)), text)


def _with_layer(scenario: Scenario, index: int, layer: Layer) -> Scenario:
    hidden = scenario.layers[:-1]
    return with_hidden(scenario, (*hidden[:index], layer, *hidden[index + 1 :]))


def _without_layer(scenario: Scenario, index: int) -> Sequence[Layer]:
    return [layer for number, layer in enumerate(scenario.layers[:-1]) if number != index]


def _with_one_more(scenario: Scenario) -> Sequence[Layer]:
    hidden = scenario.layers[:-1]
    return (*hidden, hidden[-1] if hidden else Layer(_FIRST_UNITS, FIRST_HIDDEN))
