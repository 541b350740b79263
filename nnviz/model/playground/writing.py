"""A scenario as a link of Playground, and what of it Playground does not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nnviz.model.data.playground import seed_text
from nnviz.model.data.registry import DATA_SETS
from nnviz.model.errors import ModelError
from nnviz.model.network.input_features import AS_THEY_ARE
from nnviz.model.playground.address import HOST
from nnviz.model.playground.fields import ASKED
from nnviz.model.playground.link import ACTIVATIONS, PENALTIES, read_link
from nnviz.model.playground.samples import FEATURES, KINDS
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_NEAREST = {"circle": "circle", "xor": "xor", "gaussians": "gauss", "spiral": "spiral"}
"""Our own data sets → those of Playground that look alike."""


_MOST_LAYERS, _MOST_UNITS = 6, 8
_MOST_NOISE = 50


@dataclass(frozen=True)
class WrittenLink:
    """A link, and what differs from the scenario.

    Attributes
    ----------
    link
        The link.
    notes
        What Playground does otherwise, marked for translation.
    """

    link: str
    notes: tuple[str, ...]


def link_of(scenario: Scenario) -> WrittenLink:
    """Return a scenario as a link of Playground.

    Raises
    ------
    ModelError
        If Playground has nothing like its data.
    """
    data = scenario.data
    names = {ours: theirs for theirs, ours in KINDS.items()} | _NEAREST
    if data.kind not in names:
        found = data.kind if data.kind in DATA_SETS else QT_TRANSLATE_NOOP("model", "samples of your own")
        raise ModelError(ASKED, "", found, QT_TRANSLATE_NOOP("model", "one of the data sets that Playground has"))
    *hidden, _ = scenario.layers
    regression = data.kind in ("playground-plane", "playground-bumps")
    activations = {theirs: ours for ours, theirs in ACTIVATIONS.items()}
    activation = hidden[0].activation if hidden else "tanh"
    noise = round(100 * (DATA_SETS[data.kind].default_noise if data.noise is None else data.noise), 6)
    size = scenario.batch.size
    features = data.features or AS_THEY_ARE
    fields = {
        "activation": activations.get(activation, "tanh"),
        "regularization": next((theirs for theirs, ours in PENALTIES.items() if ours == scenario.penalty.kind), "none"),
        "batchSize": str(size if isinstance(size, int) else 30),
        "regDataset" if regression else "dataset": names[data.kind],
        "learningRate": f"{scenario.optimiser.learning_rate:g}",
        "regularizationRate": f"{scenario.penalty.rate:g}",
        "noise": f"{min(noise, _MOST_NOISE):g}",
        "networkShape": ",".join(str(layer.units) for layer in hidden),
        "seed": seed_text(scenario.seed if data.seed is None else data.seed),
        "percTrainData": f"{round(100 * (1 - data.test_share)):d}",
        **{theirs: str(ours in features).lower() for theirs, ours in FEATURES.items()},
        "problem": "regression" if regression else "classification",
        "initZero": str(scenario.initial.weights.method == "zeros").lower(),
    }
    link = f"https://{HOST}/#" + "&".join(f"{name}={value}" for name, value in fields.items())
    return WrittenLink(link, tuple(_notes(scenario, read_link(link).scenario, regression=regression)))


def _notes(scenario: Scenario, again: Scenario, *, regression: bool) -> Iterator[str]:
    data, (*hidden, output) = scenario.data, scenario.layers
    if data.kind in _NEAREST:
        yield QT_TRANSLATE_NOOP("model", "Playground draws samples of its own, which only look alike.")
    elif data.samples not in (None, DATA_SETS[data.kind].default_samples):
        yield QT_TRANSLATE_NOOP("model", "Playground has its own number of samples.")
    if len({layer.activation for layer in hidden}) > 1 or {layer.activation for layer in hidden} - {
        *ACTIVATIONS.values()
    }:
        yield QT_TRANSLATE_NOOP(
            "model", "Playground has one activation for all hidden layers: tanh, ReLU, sigmoid or none."
        )
    if (output.activation, scenario.loss) != ("identity" if regression else "tanh", "half-squared"):
        yield QT_TRANSLATE_NOOP(
            "model", "Playground has half the squared error for its loss, and tanh before it for classes."
        )
    if scenario.optimiser.kind != "gradient-descent":
        yield QT_TRANSLATE_NOOP("model", "Playground has gradient descent only.")
    if not isinstance(scenario.batch.size, int):
        yield QT_TRANSLATE_NOOP("model", "Playground has batches of 1 to 30 samples.")
    if scenario.penalty.kind not in PENALTIES.values():
        yield QT_TRANSLATE_NOOP("model", "Playground has no such penalty.")
    if len(hidden) > _MOST_LAYERS or any(layer.units > _MOST_UNITS for layer in hidden):
        text = QT_TRANSLATE_NOOP("model", "Playground's buttons have {layers} hidden layers of {units} units at most.")
        yield filled(text, layers=_MOST_LAYERS, units=_MOST_UNITS)
    if again.initial != scenario.initial:
        yield QT_TRANSLATE_NOOP("model", "Playground draws its own initial weights.")
