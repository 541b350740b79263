"""What there is to choose from, taken from the model's tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PyQt6.QtCore import QCoreApplication

from nnviz.model.data import DATA_SETS
from nnviz.model.data.scaling import FORMULAS, TITLES
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.initialisers import INITIALISERS
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.edit import Part, effective_scaling, is_explicit, loss_fits, output_fits
from nnviz.model.scenario.scenario import Scenario
from nnviz.views.scenario_changes import short_title
from nnviz.views.translation import translate_model
from nnviz.views.widgets.choice_combo import Option

EXPLICIT = "explicit"
MIXED = "mixed"


def data_options(scenario: Scenario) -> Sequence[Option]:
    """Return the data sets, and beside them samples that are written out, or a file's, while these are there."""
    made = [Option(name, translate_model(row.title), help=translate_model(row.help)) for name, row in DATA_SETS.items()]
    data = scenario.data
    if data.file is not None:
        source = QCoreApplication.translate("Setup", "Samples of the file {path}").format(path=data.file.path)
        return [*made, Option(data.kind, Path(data.file.path).name, help=source)]
    if data.kind in DATA_SETS:
        return made
    title = QCoreApplication.translate("Setup", "explicit samples")
    return [*made, Option(EXPLICIT, title, help=QCoreApplication.translate("Setup", "Samples written out one by one"))]


def scaling_options(scenario: Scenario) -> Sequence[Option]:
    """Return the ways to scale the inputs, each with its formula; numbers of the scenario's own while it has them."""
    own = effective_scaling(scenario.data) == "given"
    return [
        Option(name, translate_model(title), help=translate_model(FORMULAS[name]))
        for name, title in TITLES.items()
        if own or name != "given"
    ]


def hidden_options(scenario: Scenario) -> Sequence[Option]:
    """Return the activations that a hidden layer can have, and "mixed" while the layers differ."""
    hidden = {layer.activation for layer in scenario.layers[:-1]}
    offered = [_activation(name) for name, row in ACTIVATIONS.items() if not row.couples_units]
    offered += [_activation(name) for name in sorted(hidden - set(ACTIVATIONS))]  # with numbers of their own
    if len(hidden) == 1:
        return offered
    title = QCoreApplication.translate("Setup", "mixed") if hidden else QCoreApplication.translate("Setup", "none")
    return [*offered, Option(MIXED, title, enabled=False)]


def output_options(scenario: Scenario) -> Sequence[Option]:
    """Return the activations of an output layer; what makes no sense for the data is greyed, and says why."""
    reason = QCoreApplication.translate("Setup", "A single softmax output is always 1.")
    own = scenario.layers[-1].activation
    return [
        _activation(name, enabled=fits, reason="" if fits else reason)
        for name in (*ACTIVATIONS, *({own} - set(ACTIVATIONS)))
        for fits in [output_fits(name, scenario.data)]
    ]


def loss_options(scenario: Scenario) -> Sequence[Option]:
    """Return the losses; what the data have no answers for is greyed, and says why."""
    reason = QCoreApplication.translate("Setup", "This loss is made for classes; these data have targets.")
    offered = []
    for name, row in LOSSES.items():
        fits = loss_fits(name, scenario.data)
        title = translate_model(row.title)
        offered.append(Option(name, title, short_title(title), row.formula if fits else reason, fits))
    return offered


def reduction_options(scenario: Scenario) -> Sequence[Option]:
    """Return what a batch's loss may be of the losses of its samples."""
    return [
        Option(
            "mean",
            QCoreApplication.translate("Setup", "mean"),
            help=QCoreApplication.translate("Setup", "The loss and the gradients are divided by the number of samples"),
        ),
        Option(
            "sum",
            QCoreApplication.translate("Setup", "sum"),
            help=QCoreApplication.translate("Setup", "The losses and the gradients of the samples are added up"),
        ),
    ]


def bias_options(scenario: Scenario) -> Sequence[Option]:
    """Return which biases the layers may have, and "mixed" while they differ."""
    translate = QCoreApplication.translate
    offered = [
        Option("per-unit", translate("Setup", "one for each unit")),
        Option(
            "shared", translate("Setup", "one for each layer"), help=translate("Setup", "All units of a layer add it")
        ),
        Option(
            "none", translate("Setup", "none"), help=translate("Setup", "z is the weights times what comes in, alone")
        ),
    ]
    if len({layer.bias for layer in scenario.layers}) == 1:
        return offered
    return [*offered, Option(MIXED, translate("Setup", "mixed"), enabled=False)]


def method_options(scenario: Scenario, part: Part) -> Sequence[Option]:
    """Return the ways to draw weights or biases, and "given numbers" while there are some."""
    drawn = [
        Option(name, translate_model(row.title), help=f"{translate_model(row.help)} · {row.formula}")
        for name, row in INITIALISERS.items()
    ]
    if not is_explicit(scenario, part):
        return drawn
    title = QCoreApplication.translate("Setup", "given numbers")
    return [
        *drawn,
        Option(
            EXPLICIT,
            title,
            # Biases have half a line.
            QCoreApplication.translate("Setup", "given") if part == "biases" else "",
            QCoreApplication.translate("Setup", "Numbers written in the scenario"),
        ),
    ]


def optimiser_options(scenario: Scenario) -> Sequence[Option]:
    """Return the optimisers, and the evolution strategies."""
    return [Option(name, translate_model(row.title), help=row.source) for name, row in METHODS.items()]


def penalty_options(scenario: Scenario) -> Sequence[Option]:
    """Return the penalties, and none."""
    offered = [Option("none", QCoreApplication.translate("Setup", "none"))]
    for name, row in PENALTIES.items():
        title = translate_model(row.title)
        offered.append(Option(name, title, short_title(title)))
    return offered


def divisor_options(scenario: Scenario) -> Sequence[Option]:
    """Return what a penalty may be divided by."""
    translate = QCoreApplication.translate
    return [
        Option("one", translate("Setup", "nothing")),
        Option("batch", translate("Setup", "m, the batch's samples"), "m"),
        Option("data", translate("Setup", "N, all training samples"), "N"),
    ]


def order_options(scenario: Scenario) -> Sequence[Option]:
    """Return the orders in which samples are taken."""
    return [
        Option(
            "fixed",
            QCoreApplication.translate("Setup", "fixed"),
            help=QCoreApplication.translate("Setup", "The samples in their own order, in every epoch"),
        ),
        Option(
            "shuffled",
            QCoreApplication.translate("Setup", "shuffled"),
            help=QCoreApplication.translate("Setup", "Another order in each epoch, drawn from the scenario's seed"),
        ),
    ]


def generator_options(scenario: Scenario) -> Sequence[Option]:
    """Return numpy's generators."""
    return [
        Option("default", QCoreApplication.translate("Setup", "default"), help="numpy.random.default_rng(seed)"),
        Option("legacy", QCoreApplication.translate("Setup", "legacy"), help="numpy.random.seed(seed)"),
    ]


def _activation(name: str, *, enabled: bool = True, reason: str = "") -> Option:
    row = ACTIVATIONS[name]
    return Option(name, translate_model(row.title), row.sign, reason or f"{row.sign}(z) = {row.formula}", enabled)
