"""Which network: its layers, and the parameters that it starts with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QWidget

from nnviz.model.limits import Range, declared_range
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Bias
from nnviz.model.random.seeds import SEED_MAX
from nnviz.model.scenario.edit import (
    is_explicit,
    output_units_range,
    parameters_depend_on_seed,
    with_bias,
    with_hidden_activation,
    with_method,
    with_output_activation,
    with_output_units,
)
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.setup.activation_number_row import ActivationNumberRow
from nnviz.views.setup.hidden_row import HiddenRow
from nnviz.views.setup.method_number_row import MethodNumberRow
from nnviz.views.setup.options import (
    EXPLICIT,
    MIXED,
    bias_options,
    generator_options,
    hidden_options,
    method_options,
    output_options,
)
from nnviz.views.setup.row import ChoiceRow, NumberRow, NumberSetting, SettingWords, SetupChoice, SetupRow
from nnviz.views.setup.section import Section
from nnviz.views.setup.texts import effect_text, tooltip
from nnviz.views.theme import Theme
from nnviz.views.widgets.choice_combo import Option
from nnviz.views.widgets.link import Link


class NetworkSection(Section):
    """Hidden layers, activations, outputs and initial parameters."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("NetworkSection", "Network"), theme, parent)
        self.new_weights = Link(self.tr("new weights"), theme, self)
        self.new_weights.clicked.connect(self._draw_weights)
        self.add_link(self.new_weights)
        self._scenario: Scenario | None = None
        self.hidden = HiddenRow(theme, self)
        self.hidden_activation = ChoiceRow(self._hidden_activation(), theme, self)
        self.output_activation = ChoiceRow(self._output_activation(), theme, self)
        help_text = self.tr("The number in the formula of the activation.")
        self.hidden_number = ActivationNumberRow(
            "hidden", self.tr("Number of the hidden activation"), help_text, theme, self
        )
        self.output_number = ActivationNumberRow(
            "output", self.tr("Number of the output activation"), help_text, theme, self
        )
        self.outputs = NumberRow(self._outputs(), theme, self)
        self.seed = NumberRow(self._seed(), theme, self)
        self.weights = ChoiceRow(self._weights(), theme, self, wide=True)
        self.weights_number = MethodNumberRow("weights", self.tr("Initial weights"), theme, self)
        self.bias = ChoiceRow(self._bias(), theme, self)
        self.biases = ChoiceRow(self._biases(), theme, self)
        self.biases_number = MethodNumberRow("biases", self.tr("Initial biases"), theme, self)
        self.generator = ChoiceRow(self._generator(), theme, self)
        for row in (
            self.hidden,
            self.hidden_activation,
            self.output_activation,
            self.hidden_number,
            self.output_number,
            self.outputs,
            self.seed,
            self.weights,
            self.weights_number,
            self.bias,
            self.biases,
            self.biases_number,
            self.generator,
        ):
            self.add(row)

    def has_use_for(self, row: SetupRow, scenario: Scenario) -> bool:
        """Leave out numbers that a method does not have, and the choice of a generator where it is the usual one."""
        if row in (self.biases, self.biases_number) and not any(layer.biases for layer in scenario.layers):
            return False
        if isinstance(row, ActivationNumberRow):
            return row.has_number(scenario)
        if isinstance(row, MethodNumberRow):
            return row.has_number(scenario)
        return row is not self.generator or scenario.initial.generator == "legacy"

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a scenario's network."""
        self._scenario = scenario = snapshot.scenario
        super().show_snapshot(snapshot)
        self.hidden_activation.combo.setEnabled(len(scenario.layers) > 1)
        drawn = parameters_depend_on_seed(scenario)
        self.new_weights.setEnabled(drawn)
        self.seed.control().setEnabled(drawn)
        self.new_weights.setToolTip(
            tooltip(self.tr("Draw other weights: the next seed."), effect_text(scenario, _with_next_seed(scenario)))
            if drawn
            else tooltip(self.tr("Nothing is drawn here: another seed would give the same weights."))
        )

    def _draw_weights(self) -> None:
        assert self._scenario is not None  # nothing can be changed before something is shown
        changed = _with_next_seed(self._scenario)
        text = self.tr("New weights, seed {number}").format(number=changed.initial.seed)
        self.scenario_requested.emit(changed, text)

    def _hidden_activation(self) -> SetupChoice:
        help_text = self.tr("The function that every hidden unit applies to its weighted input.")
        words = SettingWords(self.tr("Hidden"), self.tr("Hidden activation"), help_text)
        return SetupChoice(words, _read_hidden_activation, with_hidden_activation, hidden_options)

    def _output_activation(self) -> SetupChoice:
        help_text = self.tr(
            "The function that an output unit applies to its weighted input. "
            "A loss that does not suit it is changed too."
        )
        words = SettingWords(self.tr("Output"), self.tr("Output activation"), help_text)
        return SetupChoice(
            words, _read_output_activation, with_output_activation, output_options, frozenset({"output"})
        )

    def _outputs(self) -> NumberSetting:
        help_text = self.tr("How many output units there are: one for two classes, or one for each class or target.")
        words = SettingWords(self.tr("Outputs"), self.tr("Outputs"), help_text)
        return NumberSetting(words, _read_outputs, _with_outputs, output_units_range, asked=frozenset({"outputs"}))

    def _seed(self) -> NumberSetting:
        help_text = self.tr(
            "Which random numbers the initial parameters are drawn from: the same seed, the same weights."
        )
        words = SettingWords(self.tr("Seed"), self.tr("Seed of the weights"), help_text)
        return NumberSetting(words, _read_seed, _with_seed, _seed_range)

    def _weights(self) -> SetupChoice:
        help_text = self.tr("How the weights are drawn that the network starts with.")
        words = SettingWords(self.tr("Initial weights"), self.tr("Initial weights"), help_text)
        return SetupChoice(words, _read_weights, _with_weights, _weights_options, frozenset({"numbers"}))

    def _bias(self) -> SetupChoice:
        help_text = self.tr("Whether each unit adds a bias of its own, all units of a layer the same one, or none.")
        words = SettingWords(self.tr("Biases"), self.tr("Biases"), help_text)
        return SetupChoice(words, _read_bias, _with_bias, bias_options, frozenset({"numbers"}))

    def _biases(self) -> SetupChoice:
        help_text = self.tr("How the biases are drawn that the network starts with.")
        words = SettingWords(self.tr("Initial biases"), self.tr("Initial biases"), help_text)
        return SetupChoice(words, _read_biases, _with_biases, _biases_options, frozenset({"numbers"}))

    def _generator(self) -> SetupChoice:
        help_text = self.tr("Which of numpy's generators draws: the legacy one reproduces the numbers of older code.")
        words = SettingWords(self.tr("Generator"), self.tr("Generator"), help_text)
        return SetupChoice(words, _read_generator, _with_generator, generator_options)


def _read_hidden_activation(scenario: Scenario) -> str:
    names = {layer.activation for layer in scenario.layers[:-1]}
    return names.pop() if len(names) == 1 else MIXED


def _read_output_activation(scenario: Scenario) -> str:
    return scenario.layers[-1].activation


def _read_outputs(scenario: Scenario) -> float:
    return scenario.layers[-1].units


def _with_outputs(scenario: Scenario, units: float) -> Scenario:
    return with_output_units(scenario, int(units))


def _read_seed(scenario: Scenario) -> float:
    return scenario.seed if scenario.initial.seed is None else scenario.initial.seed


def _with_seed(scenario: Scenario, seed: float) -> Scenario:
    return replace(scenario, initial=replace(scenario.initial, seed=int(seed)))


def _seed_range(scenario: Scenario) -> Range:
    return declared_range(InitialSpec, "seed")


def _with_next_seed(scenario: Scenario) -> Scenario:
    return _with_seed(scenario, (_read_seed(scenario) + 1) % (SEED_MAX + 1))


def _read_bias(scenario: Scenario) -> str:
    kinds = {layer.bias for layer in scenario.layers}
    return kinds.pop() if len(kinds) == 1 else MIXED


def _with_bias(scenario: Scenario, name: str) -> Scenario:
    return with_bias(scenario, next(kind for kind in get_args(Bias) if kind == name))


def _read_weights(scenario: Scenario) -> str:
    return EXPLICIT if is_explicit(scenario, "weights") else scenario.initial.weights.method


def _read_biases(scenario: Scenario) -> str:
    return EXPLICIT if is_explicit(scenario, "biases") else scenario.initial.biases.method


def _with_weights(scenario: Scenario, name: str) -> Scenario:
    return with_method(scenario, "weights", Method(name))


def _with_biases(scenario: Scenario, name: str) -> Scenario:
    return with_method(scenario, "biases", Method(name))


def _weights_options(scenario: Scenario) -> Sequence[Option]:
    return method_options(scenario, "weights")


def _biases_options(scenario: Scenario) -> Sequence[Option]:
    return method_options(scenario, "biases")


def _read_generator(scenario: Scenario) -> str:
    return scenario.initial.generator


def _with_generator(scenario: Scenario, name: str) -> Scenario:
    generator: Literal["default", "legacy"] = "legacy" if name == "legacy" else "default"
    return replace(scenario, initial=replace(scenario.initial, generator=generator))
