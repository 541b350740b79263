"""The samples of a Playground link, and the weights that are drawn after them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from nnviz.model.data import DataSpec, RawData
from nnviz.model.data.playground import CLASSIFICATION_SAMPLES, REGRESSION_SAMPLES, drawn, seed_number, seed_text
from nnviz.model.data.seedrandom import SeedRandom
from nnviz.model.data.spec import EXPLICIT, TEST_SHARE_RANGE
from nnviz.model.network.input_features import in_order
from nnviz.model.playground.fields import SEED, LinkFields, refuse
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Rows = tuple[tuple[float, ...], ...]

KINDS = {
    "circle": "playground-circle",
    "xor": "playground-xor",
    "gauss": "playground-gauss",
    "spiral": "playground-spiral",
    "reg-plane": "playground-plane",
    "reg-gauss": "playground-bumps",
}
"""Playground's name → ours."""

FEATURES = {
    "x": "x1",
    "y": "x2",
    "xSquared": "x1-squared",
    "ySquared": "x2-squared",
    "xTimesY": "x1-times-x2",
    "sinX": "sin-x1",
    "sinY": "sin-x2",
}
"""Playground's name → ours, in the order of its inputs."""

_MOST_NOISE = 80.0
_NOISE_BEYOND = 50.0
_SEED = 0
"""The seed where the link has none."""


@dataclass(frozen=True)
class Samples:
    """The samples of a link.

    Attributes
    ----------
    kind
        Name of the data set in scenario files.
    count, trained
        How many samples there are, and how many of them are for training.
    noise
        The effective noise, in percent.
    seed
        The text that seeds the random numbers.
    features
        The effective features.
    """

    kind: str
    count: int
    trained: int
    noise: float
    seed: str
    features: tuple[str, ...]

    @property
    def is_written_out(self) -> bool:
        """Whether they have to be listed one by one: a scenario could not draw or split them in the same way."""
        share = self._test_share
        too_large = share > TEST_SHARE_RANGE[1]
        return too_large or seed_number(self.seed) is None or round(self.count * share) != self.count - self.trained

    @property
    def _test_share(self) -> float:
        return round(1.0 - self.trained / self.count, 6)

    def spec(self) -> DataSpec:
        """Return the data of the scenario."""
        features = in_order(self.features)
        if not self.is_written_out:
            share, seed = self._test_share, seed_number(self.seed)
            return DataSpec(self.kind, noise=self.noise / 100, test_share=share, seed=seed, features=features)
        raw = self._draw(SeedRandom(self.seed))
        return DataSpec(
            EXPLICIT,
            inputs=_rows(raw.X.T.tolist()),
            labels=None if raw.labels is None else tuple(raw.labels.tolist()),
            targets=None if raw.targets is None else _rows(raw.targets.T.tolist()),
            n_classes=None if raw.labels is None else 2,
            test=tuple(range(self.trained, self.count)),
            features=features,
        )

    def first_weights(self, hidden: tuple[int, ...]) -> dict[str, Rows]:
        """Return the initial weights of a page just loaded, by symbol: they are drawn after the samples."""
        draw = SeedRandom(self.seed)
        self._draw(draw)
        sizes = (len(self.features), *hidden, 1)
        return {
            f"W{layer}": tuple(tuple(draw.random() - 0.5 for _ in range(before)) for _ in range(units))
            for layer, (before, units) in enumerate(pairwise(sizes), start=1)
        }

    def _draw(self, draw: SeedRandom) -> RawData:
        return drawn(self.kind, self.count, self.noise / 100, draw)


def samples_of(fields: LinkFields) -> Samples:
    """Return the samples of a link.

    Raises
    ------
    ModelError
        If there would be no training samples, or no inputs; it names the field.
    """
    count = REGRESSION_SAMPLES if fields.option("problem") == "regression" else CLASSIFICATION_SAMPLES
    trained = min(math.floor(count * fields.number("percTrainData") / 100), count)
    if trained < 1:
        accepted = QT_TRANSLATE_NOOP("model", "a percentage that leaves a sample for training")
        refuse("percTrainData", fields.texts["percTrainData"], accepted)
    features = tuple(ours for theirs, ours in FEATURES.items() if fields.switch(theirs))
    if not features:
        refuse("x, y", QT_TRANSLATE_NOOP("model", "no inputs at all"), ", ".join(FEATURES))
    return Samples(
        kind=KINDS[fields.option(data_field(fields))],
        count=count,
        trained=trained,
        noise=_noise(fields.number("noise")),
        seed=fields.texts[SEED] if fields.has(SEED) else seed_text(_SEED),
        features=features,
    )


def data_field(fields: LinkFields) -> str:
    """Return the name of the field with the data set."""
    return "regDataset" if fields.option("problem") == "regression" else "dataset"


def _noise(percent: float) -> float:
    """Return the effective noise: Playground accepts somewhat more than its slider has, and replaces larger values."""
    return max(percent, 0.0) if percent <= _MOST_NOISE else _NOISE_BEYOND


def _rows(table: list[list[float]]) -> Rows:
    return tuple(map(tuple, table))
