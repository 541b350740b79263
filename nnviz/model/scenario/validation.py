"""Checking that a scenario's fields fit together; a scenario that passes can be run."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass, is_dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSet, Encoding, build, targets_for
from nnviz.model.data.batches import batch_size
from nnviz.model.data.data_reference import DataReference
from nnviz.model.errors import ModelError
from nnviz.model.limits import Longest, Range, declared_range, too_long
from nnviz.model.mistakes import CATALOGUE, Situation
from nnviz.model.mistakes.catalogue import is_possible
from nnviz.model.mistakes.in_setup import INITIALS
from nnviz.model.mistakes.mistake import CLASS_NUMBERS
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.activations_with_number import FAMILIES
from nnviz.model.network.initialisers import initial_parameters
from nnviz.model.network.network import PARAMETERS_MAX
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.program.symbols import parse
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.optimiser_checks import settings_faults, state_faults
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

CELLS_MAX = 100_000_000
"""Most samples of a batch times units of the network: net inputs, activations and their gradients take 3.2 GB."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a scenario.

    Attributes
    ----------
    field
        The field: ``layers[1].activation``.
    found
        Its value.
    accepted
        What would be accepted.
    """

    field: str
    found: str
    accepted: str

    def __str__(self) -> str:
        return f"{self.field}: found {self.found}; accepted: {self.accepted}"


class ScenarioError(ModelError):
    """The error for a scenario that cannot be run, with every problem found.

    Parameters
    ----------
    asked
        What was asked for, for example ``"the scenario xor.json"``.
    problems
        The problems, at least one.
    """

    def __init__(self, asked: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            asked=asked,
            where="; ".join(problem.field for problem in self.problems),
            found="; ".join(problem.found for problem in self.problems),
            accepted="; ".join(problem.accepted for problem in self.problems),
        )

    def __str__(self) -> str:
        return "\n".join([self.asked, *(f"  {problem}" for problem in self.problems)])


@dataclass(frozen=True, eq=False)
class Prepared:
    """A checked scenario with its data.

    Attributes
    ----------
    scenario
        The scenario.
    n_inputs, n_train
        How many inputs a sample has, and how many samples are for training.
    threshold
        With one output, a sample is in class 1 if the output is above this.
    """

    scenario: Scenario
    n_inputs: int
    n_train: int
    threshold: float
    _held: DataReference
    _encoding: Encoding

    @property
    def data(self) -> DataSet:
        """The samples, as they go into the network; a caller should keep them, else they are generated again."""
        return self._held.get()

    @property
    def targets(self) -> Array:
        """``(n_L, m)``: the targets of all samples, in the scenario's encoding."""
        targets = targets_for(self.data, self.scenario.layers[-1].units, self._encoding)
        labels = self.data.labels
        if CLASS_NUMBERS not in self.scenario.mistakes or labels is None:
            return targets
        return np.broadcast_to(labels.astype(np.float64), targets.shape)


def encoding_of(scenario: Scenario) -> Encoding:
    """Return how classes are encoded as numbers: by the scenario, by what its loss needs, or by the output's range."""
    if scenario.targets is not None:
        return scenario.targets
    by_loss = LOSSES[scenario.loss].targets
    if by_loss is not None:
        return by_loss
    return "plus-minus-one" if scenario.layers[-1].activation == "tanh" else "zero-one"


def prepare(scenario: Scenario) -> Prepared:
    """Check a scenario and make its data.

    Raises
    ------
    ScenarioError
        If anything does not fit, with every problem found.
    """
    asked = QT_TRANSLATE_NOOP("model", "the scenario")
    if scenario.name:
        asked = filled(QT_TRANSLATE_NOOP("model", "the scenario {name}"), name=scenario.name)
    problems = [length_problem(*found) for found in too_long(scenario)]
    if problems:  # before anything is done with what is too long
        raise ScenarioError(asked, problems)
    problems = [*_ranges(scenario), *_names(scenario)]
    if not problems:
        problems += _layers(scenario)
    data = None
    if not any(problem.field == "seed" or problem.field.startswith("data.") for problem in problems):
        try:
            data = build(scenario.data, scenario.seed)
        except ModelError as error:
            problems.append(_problem("data", error))
    if problems or data is None:
        raise ScenarioError(asked, problems)
    problems += _sizes(scenario, data)
    if problems:  # before the memory is taken
        raise ScenarioError(asked, problems)
    encoding = encoding_of(scenario)
    try:
        targets = targets_for(data, scenario.layers[-1].units, encoding)
        problems += _targets(scenario, data, targets)
    except ModelError as error:
        problems.append(_problem(_output_units(scenario), error))
    try:
        network = scenario.network(data.X.shape[0])
        initial_parameters(scenario.effective_initial, network.sizes, scenario.seed, network.biases)
        problems += (Problem(*fault) for fault in state_faults(scenario.optimiser, network))
    except ModelError as error:
        problems.append(_problem("initial", error))
    problems += [*_candidates(scenario, data), *_mistakes(scenario, data), *_two_starts(scenario)]
    if scenario.mistakes and not problems:
        problems += _lines_that_do_not_fit(scenario, data)
    if problems:
        raise ScenarioError(asked, problems)
    threshold = 0.5 if encoding == "zero-one" else 0.0
    return Prepared(scenario, data.X.shape[0], len(data.train), threshold, DataReference(data), encoding)


def _problem(field: str, error: ModelError) -> Problem:
    return Problem(f"{field}.{error.where}" if error.where else field, error.found, error.accepted)


def _output_units(scenario: Scenario) -> str:
    return f"layers[{len(scenario.layers) - 1}].units"


def _ranges(part: Any, where: str = "") -> Iterator[Problem]:
    """Find numbers outside their declared range; those of a file are checked on reading, a script's only here."""
    for name in part.__dataclass_fields__:
        value, field = getattr(part, name), f"{where}{name}"
        if is_dataclass(value):
            yield from _ranges(value, f"{field}.")
        elif field == "layers":
            for number, layer in enumerate(value):
                yield from _ranges(layer, f"{field}[{number}].")
        elif isinstance(value, int | float) and not isinstance(value, bool):
            owner: type = type(part)
            accepted = declared_range(owner, name)
            if not ((isinstance(value, int) or math.isfinite(value)) and accepted.has(value)):
                yield Problem(field, _short(value), _range_text(accepted))


def length_problem(field: str, value: Sized, limit: Longest) -> Problem:
    """Return the problem with a text, a list or an object that is longer than its limit."""
    of_text = QT_TRANSLATE_NOOP("model", "{count} characters")
    count = of_text if isinstance(value, str) else QT_TRANSLATE_NOOP("model", "{count} of them")
    found = filled(count, count=format_count(len(value)))
    return Problem(field, found, filled(limit.why, most=format_count(limit.most)))


def _sizes(scenario: Scenario, data: DataSet) -> Iterator[Problem]:
    """Find a network, or an update, that would take more memory than a computer has to spare."""
    network = scenario.network(data.X.shape[0])
    parameters = sum((below + 1) * above for below, above in pairwise(network.sizes))
    if parameters > PARAMETERS_MAX:
        found = filled(QT_TRANSLATE_NOOP("model", "{count} parameters"), count=format_count(parameters))
        accepted = QT_TRANSLATE_NOOP(
            "model", "at most {most} parameters: they take 160 MB, and an update holds them up to six times"
        )
        yield Problem("layers", found, filled(accepted, most=format_count(PARAMETERS_MAX)))
    batch = batch_size(len(data.train), scenario.batch)
    cells = batch * sum(network.sizes)
    if cells > CELLS_MAX:
        text = QT_TRANSLATE_NOOP("model", "{samples} samples in a batch through {units} units")
        found = filled(text, samples=format_count(batch), units=format_count(sum(network.sizes)))
        accepted = QT_TRANSLATE_NOOP(
            "model",
            "at most {most} of samples × units: an update holds 4 numbers for each, 3 GB; smaller batches",
        )
        yield Problem("batch.size", found, filled(accepted, most=format_count(CELLS_MAX)))


def _short(value: float) -> str:
    """Write a number; a whole one may have thousands of digits, which Python refuses to write."""
    if isinstance(value, float) or abs(value) < 10**20:
        return repr(value)
    return filled(QT_TRANSLATE_NOOP("model", "a whole number of {bits} bits"), bits=value.bit_length())


def _range_text(accepted: Range) -> str:
    low, high = f"{accepted.low:g}", f"{accepted.high:g}"
    if accepted.high < math.inf:
        whole = QT_TRANSLATE_NOOP("model", "a whole number, {low} to {high}")
        any_number = QT_TRANSLATE_NOOP("model", "a number, {low} to {high}")
        between = filled(whole if accepted.whole else any_number, low=low, high=high)
        return with_reason(between, accepted.why)
    if accepted.low > -math.inf:
        whole = QT_TRANSLATE_NOOP("model", "a whole number, {low} or more")
        any_number = QT_TRANSLATE_NOOP("model", "a number, {low} or more")
        return filled(whole if accepted.whole else any_number, low=low)
    return QT_TRANSLATE_NOOP("model", "a whole number") if accepted.whole else QT_TRANSLATE_NOOP("model", "a number")


def with_reason(accepted: str, why: str) -> str:
    """Return what is accepted with the reason for its limit, if it has one; both are marked for translation."""
    return filled(QT_TRANSLATE_NOOP("model", "{accepted}: {why}"), accepted=accepted, why=why) if why else accepted


def _names(scenario: Scenario) -> Iterator[Problem]:
    """Find names that no table has."""
    if not scenario.layers:
        yield Problem("layers", "no layers", "at least the output layer")
    for number, layer in enumerate(scenario.layers):
        if layer.activation not in ACTIVATIONS:
            numbered = ", ".join(
                f"{name}({row.accepted.low:g} to {row.accepted.high:g})" for name, row in FAMILIES.items()
            )
            names = f"{', '.join(ACTIVATIONS)}, {numbered}"
            yield Problem(f"layers[{number}].activation", repr(layer.activation), names)
    tables = (
        ("loss", scenario.loss, tuple(LOSSES)),
        ("optimiser.kind", scenario.optimiser.kind, tuple(METHODS)),
        ("penalty.kind", scenario.penalty.kind, ("none", *PENALTIES)),
    )
    for field, name, accepted in tables:
        if name not in accepted:
            yield Problem(field, repr(name), ", ".join(accepted))
    yield from (Problem(*fault) for fault in settings_faults(scenario.optimiser))
    for symbol in scenario.labels:
        try:
            parse(symbol)
        except KeyError:
            yield Problem("labels", repr(symbol), "names of symbols, such as W1, Z1, delta2, dW1")


def _candidates(scenario: Scenario, data: DataSet) -> Iterator[Problem]:
    """Find settings that an evolution strategy cannot have."""
    if scenario.optimiser.kind not in STRATEGIES:
        return
    size = scenario.batch.size
    # Losses of different samples do not show which of two candidates is better.
    if size != "full" and size < len(data.train):
        yield Problem("batch.size", repr(size), f'"full" for {scenario.optimiser.kind}: it compares losses')


def situation_of(scenario: Scenario, data: DataSet) -> Situation:
    """Return what decides which mistakes can be made."""
    samples, asked = len(data.train), scenario.batch.size
    return Situation(
        recipe=scenario.recipe(data.X.shape[0]),
        samples=samples,
        batch=batch_size(samples, scenario.effective_batch),
        asked_batch=samples if asked == "full" else asked,
        tests=len(data.test) > 0,
        has_classes=data.labels is not None,
    )


def _mistakes(scenario: Scenario, data: DataSet) -> Iterator[Problem]:
    """Find mistakes that are not possible in the scenario."""
    situation = situation_of(scenario, data)
    for number, name in enumerate(scenario.mistakes):
        if name not in CATALOGUE:
            yield Problem(f"mistakes[{number}]", repr(name), ", ".join(CATALOGUE))
        elif not is_possible(CATALOGUE[name], situation) and scenario.hides_mistakes:
            found = QT_TRANSLATE_NOOP("model", "settings with which the hidden mistake could not be made")
            accepted = QT_TRANSLATE_NOOP("model", "other settings, until it is found or given up")
            yield Problem("mistakes", found, accepted)
        elif scenario.optimiser.kind in STRATEGIES and CATALOGUE[name].needs_gradients:
            text = QT_TRANSLATE_NOOP("model", "{name} with {optimiser}")
            found = filled(text, name=name, optimiser=scenario.optimiser.kind)
            accepted = QT_TRANSLATE_NOOP("model", "an optimiser that computes gradients")
            yield Problem(f"mistakes[{number}]", found, accepted)
        elif not is_possible(CATALOGUE[name], situation):
            is_own = CATALOGUE[name].is_own_code
            text = QT_TRANSLATE_NOOP("model", "{name}, which nnviz’s own lines cannot have")
            text = text if is_own else QT_TRANSLATE_NOOP("model", "{name}, which changes nothing here")
            found = filled(text, name=name)
            yield Problem(f"mistakes[{number}]", found, CATALOGUE[name].needs)


def _two_starts(scenario: Scenario) -> Iterator[Problem]:
    """Find mistakes that would each replace the same initial parameters: only one of them could be made."""
    starts = [(number, name) for number, name in enumerate(scenario.mistakes) if name in INITIALS]
    for number, name in starts[1:]:
        found = filled(QT_TRANSLATE_NOOP("model", "{name} with {other}"), name=name, other=starts[0][1])
        accepted = QT_TRANSLATE_NOOP("model", "one mistake in the initial weights: a network starts once")
        yield Problem(f"mistakes[{number}]", found, accepted)


def _lines_that_do_not_fit(scenario: Scenario, data: DataSet) -> Iterator[Problem]:
    """Find mistakes that cannot be made together, as a line would not have the shape of what it writes."""
    from nnviz.model.mistakes.fitting import unfit_line

    situation = situation_of(scenario, data)
    wrong = next((line for m in situation.batches if (line := unfit_line(situation.recipe, m)) is not None), None)
    if wrong is None:
        return
    if scenario.hides_mistakes:
        hidden = QT_TRANSLATE_NOOP("model", "settings with which the hidden mistake could not be made")
        yield Problem("mistakes", hidden, QT_TRANSLATE_NOOP("model", "other settings, until it is found or given up"))
        return
    text = QT_TRANSLATE_NOOP("model", "{names} together, with which the line {line} is {found}, not {wanted}")
    found = filled(
        text,
        names=", ".join(name for name in scenario.mistakes if CATALOGUE[name].change is not None),
        line=wrong.line.formula(scenario.symbol_labels()),
        found=wrong.found,
        wanted=wrong.wanted,
    )
    yield Problem("mistakes", found, QT_TRANSLATE_NOOP("model", "mistakes whose lines fit together"))


def _layers(scenario: Scenario) -> Iterator[Problem]:
    """Find activations that their layer or the loss cannot have."""
    for number, layer in enumerate(scenario.layers[:-1]):
        if ACTIVATIONS[layer.activation].couples_units:
            accepted = ", ".join(name for name, row in ACTIVATIONS.items() if not row.couples_units)
            yield Problem(f"layers[{number}].activation", f"{layer.activation} in a hidden layer", accepted)
    needs, output = LOSSES[scenario.loss].needs, scenario.layers[-1].activation
    if needs is not None and output != needs:
        yield Problem("loss", f"{scenario.loss} with a {output} output", f"a {needs} output layer for this loss")


def _targets(scenario: Scenario, data: DataSet, targets: Array) -> Iterator[Problem]:
    """Find targets that do not suit the loss."""
    loss = LOSSES[scenario.loss]
    if scenario.any_targets:
        return
    if loss.targets == "plus-minus-one" and not np.isin(targets, (-1.0, 1.0)).all():
        accepted = f"-1 and 1, for {loss.name}"
    elif loss.targets == "zero-one" and not ((targets >= 0) & (targets <= 1)).all():
        accepted = f"0 to 1, for {loss.name}"
    elif loss.targets_sum_to_one and not np.allclose(targets.sum(axis=0), 1.0, rtol=0.0, atol=1e-9):
        # Else ∂L/∂Z would not be A − Y, nor the loss a cross-entropy.
        accepted = f"targets of a sample that sum to 1, for {loss.name}"
        if data.labels is not None:
            yield Problem(_output_units(scenario), f"{len(targets)} output", f"2 or more outputs, for {loss.name}")
            return
    else:
        return
    found = f"{targets.min():g} to {targets.max():g}"
    accepted = f'{accepted}; any, with "any_targets"'
    yield Problem("targets" if data.labels is not None else "data.targets", found, accepted)
