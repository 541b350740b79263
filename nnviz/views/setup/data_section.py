"""Which samples: the data set, how many, how noisy, and how they are split."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QWidget

from nnviz.model.data import DATA_SETS, DataSpec
from nnviz.model.data.scaling import Scaling
from nnviz.model.limits import Range, declared_range
from nnviz.model.random.seeds import SEED_MAX
from nnviz.model.scenario.edit import (
    data_depend_on_seed,
    effective_features,
    effective_scaling,
    share_for_testing,
    with_data_set,
    with_noise,
    with_scaling,
    with_test_share,
)
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.setup.features_row import FeaturesRow
from nnviz.views.setup.options import data_options, scaling_options
from nnviz.views.setup.row import ChoiceRow, NumberRow, NumberSetting, SettingWords, SetupChoice, SetupRow
from nnviz.views.setup.section import Section
from nnviz.views.setup.texts import effect_text, tooltip
from nnviz.views.theme import Theme
from nnviz.views.widgets.link import Link

_PERCENT_STEP = 5
_SAMPLES_STEP = 10


class DataSection(Section):
    """Data set, features, scaling, noise, test share, samples and seed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("DataSection", "Data"), theme, parent)
        self.new_samples = Link(self.tr("new samples"), theme, self)
        self.new_samples.clicked.connect(self._draw_samples)
        self.add_link(self.new_samples)
        self._scenario: Scenario | None = None
        self.data_set = ChoiceRow(self._data_set(), theme, self, wide=True)
        self.features = FeaturesRow(theme, self)
        self.scaling = ChoiceRow(self._scaling(), theme, self, wide=True)
        self.noise = NumberRow(self._noise(), theme, self)
        self.test_share = NumberRow(self._test_share(), theme, self)
        self.samples = NumberRow(self._samples(), theme, self)
        self.seed = NumberRow(self._seed(), theme, self)
        rows = (self.data_set, self.features, self.scaling, self.noise, self.test_share, self.samples, self.seed)
        for row in rows:
            self.add(row)

    def has_use_for(self, row: SetupRow, scenario: Scenario) -> bool:
        """Leave out what samples written out do not have, a number that is fixed, and a seed that changes nothing."""
        if row is self.seed:
            return data_depend_on_seed(scenario)
        if row is self.features:
            return bool(effective_features(scenario))
        is_made = scenario.data.kind in DATA_SETS
        if row is self.scaling:
            return not is_made or effective_scaling(scenario.data) != "none"
        if not is_made:
            return row in (self.data_set, self.test_share)
        return row is not self.samples or not DATA_SETS[scenario.data.kind].fixed_samples

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a scenario's data."""
        self._scenario = scenario = snapshot.scenario
        super().show_snapshot(snapshot)
        drawn = data_depend_on_seed(scenario)
        self.new_samples.setEnabled(drawn)
        self.new_samples.setToolTip(
            tooltip(self.tr("Draw other samples: the next seed."), effect_text(scenario, _with_next_seed(scenario)))
            if drawn
            else tooltip(self.tr("Nothing is drawn here: another seed would give the same samples."))
        )

    def _draw_samples(self) -> None:
        assert self._scenario is not None  # nothing can be changed before something is shown
        changed = _with_next_seed(self._scenario)
        text = self.tr("New samples, seed {number}").format(number=changed.data.seed)
        self.scenario_requested.emit(changed, text)

    def _data_set(self) -> SetupChoice:
        words = SettingWords(
            self.tr("Data set"),
            self.tr("Data set"),
            self.tr(
                "The samples to learn. Number of outputs, output activation and loss follow the data where they must."
            ),
        )
        return SetupChoice(words, _read_kind, with_data_set, data_options)

    def _scaling(self) -> SetupChoice:
        words = SettingWords(
            self.tr("Scaling"),
            self.tr("Scaling"),
            self.tr("How the inputs are transformed before the network sees them, based on the training samples."),
        )
        return SetupChoice(words, _read_scaling, _with_scaling, scaling_options)

    def _noise(self) -> NumberSetting:
        help_text = self.tr("How noisy the samples are; the data set's own help says what noise does to them.")
        words = SettingWords(self.tr("Noise, %"), self.tr("Noise"), help_text)
        return NumberSetting(words, _read_noise, with_noise, _noise_range, _PERCENT_STEP, percent=True)

    def _test_share(self) -> NumberSetting:
        help_text = self.tr("Share of the samples that is held out from training and only evaluated.")
        words = SettingWords(self.tr("Test share, %"), self.tr("Test share"), help_text)
        return NumberSetting(words, _read_test_share, with_test_share, _test_share_range, _PERCENT_STEP, percent=True)

    def _samples(self) -> NumberSetting:
        help_text = self.tr("How many samples are made, for training and for testing together.")
        words = SettingWords(self.tr("Samples"), self.tr("Samples"), help_text)
        return NumberSetting(words, _read_samples, _with_samples, _samples_range, _SAMPLES_STEP)

    def _seed(self) -> NumberSetting:
        help_text = self.tr(
            "Which random numbers the samples and their split are drawn from: the same seed, the same samples."
        )
        words = SettingWords(self.tr("Seed"), self.tr("Seed of the samples"), help_text)
        return NumberSetting(words, _read_seed, _with_seed, _seed_range)


def _read_kind(scenario: Scenario) -> str:
    return scenario.data.kind


def _read_scaling(scenario: Scenario) -> str:
    return effective_scaling(scenario.data)


def _with_scaling(scenario: Scenario, scaling: str) -> Scenario:
    return with_scaling(scenario, cast(Scaling, scaling))


def _read_noise(scenario: Scenario) -> float:
    data = scenario.data
    return DATA_SETS[data.kind].default_noise if data.noise is None else data.noise


def _noise_range(scenario: Scenario) -> Range:
    return Range(*DATA_SETS[scenario.data.kind].noise_range)


def _read_test_share(scenario: Scenario) -> float:
    return share_for_testing(scenario.data)


def _test_share_range(scenario: Scenario) -> Range:
    return declared_range(DataSpec, "test_share")


def _read_samples(scenario: Scenario) -> float:
    data = scenario.data
    return DATA_SETS[data.kind].default_samples if data.samples is None else data.samples


def _with_samples(scenario: Scenario, samples: float) -> Scenario:
    return replace(scenario, data=replace(scenario.data, samples=int(samples)))


def _samples_range(scenario: Scenario) -> Range:
    return Range(*DATA_SETS[scenario.data.kind].samples_range, whole=True)


def _read_seed(scenario: Scenario) -> float:
    return scenario.seed if scenario.data.seed is None else scenario.data.seed


def _with_seed(scenario: Scenario, seed: float) -> Scenario:
    return replace(scenario, data=replace(scenario.data, seed=int(seed)))


def _seed_range(scenario: Scenario) -> Range:
    return declared_range(DataSpec, "seed")


def _with_next_seed(scenario: Scenario) -> Scenario:
    return _with_seed(scenario, (_read_seed(scenario) + 1) % (SEED_MAX + 1))
