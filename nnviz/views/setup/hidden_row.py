"""The hidden layers: their sizes as text, and an editor for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PyQt6.QtWidgets import QLineEdit, QWidget

from nnviz.model.limits import declared_range
from nnviz.model.network.network import LAYERS_MAX, Layer
from nnviz.model.scenario.edit import with_hidden_units
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.numbers import format_count
from nnviz.views.setup.layer_editor import LayerEditor
from nnviz.views.setup.row import SettingWords, SetupRow
from nnviz.views.setup.value_entry import ValueEntry
from nnviz.views.theme import Theme, mono_font
from nnviz.views.widgets.link import Link

_BETWEEN = re.compile(r"[\s,;，；、]+")


def units_of(text: str) -> tuple[int, ...]:
    """Read sizes of layers: ``8, 8``; an empty text is no layer.

    Raises
    ------
    ValueError
        If one of them is not a number of units, or they are too many.
    """
    parts = [part for part in _BETWEEN.split(text.strip().strip(",;，；、")) if part]
    units = tuple(map(int, parts))
    if len(units) >= LAYERS_MAX:
        raise ValueError(text)
    # No number begins with 0 but what is left of 1,050 where commas part layers.
    if any(part.startswith("0") for part in parts) or not all(declared_range(Layer, "units").has(n) for n in units):
        raise ValueError(text)
    return units


def text_of(units: Sequence[int]) -> str:
    """Return sizes of layers as they are typed."""
    return ", ".join(str(n) for n in units)


class HiddenRow(SetupRow):
    """Sizes of the hidden layers in one line of text; a link opens the editor for each layer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        high = format_count(int(declared_range(Layer, "units").high))
        self._accepted = self.tr(
            "Whole numbers from 1 to {high}, at most {most} of them, separated by commas; empty for no hidden layer"
        ).format(high=high, most=LAYERS_MAX - 1)
        words = SettingWords(
            self.tr("Hidden layers"),
            self.tr("Hidden layers"),
            self.tr("Units of each hidden layer, from the input to the output, like “3” or “8, 8”."),
        )
        super().__init__(words, theme, parent, wide=True)
        self.edit = QLineEdit(self)
        self.edit.setFont(mono_font(theme))
        self.edit.setPlaceholderText(self.tr("none"))
        self.edit.setAccessibleName(words.name)
        self._entry = ValueEntry(self.edit, units_of, self._accepted)
        self._entry.entered.connect(self._take)
        self.per_layer = Link(self.tr("per layer"), theme, self, opens=True)
        self.per_layer.setToolTip(self.tr("Units and activation of each hidden layer"))
        self.per_layer.toggled.connect(self._open)
        self.head.addWidget(self.per_layer)
        self.editor = LayerEditor(theme, self)
        self.editor.setVisible(False)
        self.editor.hidden_requested.connect(self.ask)
        self.column.addWidget(self.edit)
        self.column.addWidget(self._entry.error_label())
        self.column.addWidget(self.editor)

    def control(self) -> QWidget:
        """Return the line of text."""
        return self.edit

    def tab_stops(self) -> Sequence[QWidget]:
        """Return the link, the field and the editor's fields."""
        return (self.per_layer, self.edit, *self.editor.stops())

    def refresh(self, scenario: Scenario) -> None:
        """Show the layers; where their activations differ, one by one."""
        hidden = scenario.layers[:-1]
        self._entry.show_text(text_of([layer.units for layer in hidden]))
        self.editor.show_scenario(scenario)
        if len({layer.activation for layer in hidden}) > 1:
            self.per_layer.setChecked(True)
        wider = [layer.units + 1 for layer in hidden] or [1]
        self.explain(scenario, with_hidden_units(scenario, wider), self._accepted + ".")

    def _open(self, on: bool) -> None:
        self.editor.setVisible(on)

    def _take(self, units: tuple[int, ...]) -> None:
        text = text_of(units)
        if units == tuple(layer.units for layer in self.scenario.layers[:-1]):
            self._entry.show_text(text)
        else:
            self.request(with_hidden_units(self.scenario, units), text or self.tr("none"))
