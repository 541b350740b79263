"""What an optimiser's lines give, from the gradients of several updates: each row, and the mistakes in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.program.expression import Apply, Binary, Constant, Maximum, Node, Scalar, Symbol
from nnviz.model.program.line import Line
from nnviz.model.program.optimisers import OPTIMISERS

_THETA: Final = "W1"
_MISTAKES: Final = ("betas-exchanged", "moments-not-kept", "moment-weight-forgotten")
_ADAPTING: Final = ("adam", "adam-within", "adam-hat", "adamw", "amsgrad", "rmsprop", "rmsprop-within", "adagrad")
_USUAL_BETAS: Final = (0.9, 0.999, 0.99)
_USUAL_EPSILONS: Final = (1e-8, 1e-7, 0.0)


@dataclass(frozen=True)
class Rule:
    """A way to move parameters.

    Attributes
    ----------
    optimiser
        Name of the row.
    mistake
        Name of the mistake in it; empty where it is right.
    settings
        Its numbers.
    corrected
        Which of the two moments are divided by 1 − βᵗ.
    time
        ``counted`` from 1, ``late``: from 2, or ``each``: once for each parameter.
    """

    optimiser: str
    mistake: str
    settings: Mapping[str, float]
    corrected: tuple[bool, bool] = (True, True)
    time: str = "counted"

    def steps(self, states: Sequence[Array], gradients: Sequence[Array], index: int, parameters: int) -> list[Array]:
        """Return how one parameter moves in each update with a rate of 1.

        Parameters
        ----------
        states, gradients
            The parameter and its gradient before each update.
        index, parameters
            Which parameter it is, from 0, in the order in which they move, and how many there are.
        """
        row = OPTIMISERS[self.optimiser]
        lines = tuple(Line(symbol, node, "update", 1, True) for symbol, node in row.lines(_THETA))
        change = CATALOGUE[self.mistake].change if self.mistake in _MISTAKES else None
        if change is not None:
            nothing: Any = None  # the rows that need the recipe are not among them
            lines = change(lines, nothing)
        memory = {f"{kind}{_THETA}": np.zeros_like(states[0]) for kind in row.state}
        found = []
        for update, (state, gradient) in enumerate(zip(states, gradients, strict=True)):
            t = {"late": update + 2, "each": update * parameters + index + 1}.get(self.time, update + 1)
            arrays = {**memory, _THETA: state, f"d{_THETA}": gradient}
            numbers = {"eta": 1.0, **self.settings}
            for number, (beta, corrects) in enumerate(zip(("beta1", "beta2"), self.corrected, strict=True), start=1):
                power = self.settings.get(beta, 0.0) ** t
                numbers[f"correction{number}"] = 1 - power if corrects else 1.0
            for line in lines:
                arrays[line.writes] = np.asarray(_value(line.expression, arrays, numbers))
            found.append(arrays[_THETA] - state)
            memory = {name: arrays[name] for name in memory}
        return found


def _value(node: Node, arrays: Mapping[str, Array], numbers: Mapping[str, float]) -> Any:
    """Return the value of an expression of an optimiser's lines."""
    match node:
        case Symbol(name):
            return arrays[name]
        case Scalar(name):
            return numbers[name]
        case Constant(value):
            return value
        case Maximum(left, right):
            return np.maximum(_value(left, arrays, numbers), _value(right, arrays, numbers))
        case Apply("square", of):
            return np.square(_value(of, arrays, numbers))
        case Apply("sqrt", of):
            return np.sqrt(_value(of, arrays, numbers))
        case Binary(operator, left, right):
            one, two = _value(left, arrays, numbers), _value(right, arrays, numbers)
            return {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide}[operator](one, two)
    raise ValueError(node)


def rules(numbers: Sequence[float]) -> Iterator[Rule]:
    """Yield the rules that may be meant where the source has some numbers, right ones first."""
    betas = list(dict.fromkeys([*(n for n in numbers if 0.5 <= n < 1), *_USUAL_BETAS]))
    epsilons = list(dict.fromkeys([*(n for n in numbers if 0 < n < 1e-4), *_USUAL_EPSILONS]))
    decays = list(dict.fromkeys(n for n in numbers if 0 < n < 0.5))
    plain, wrong = [], []
    for name in _ADAPTING:
        known = {setting.name for setting in OPTIMISERS[name].settings}
        for settings in _settings(known, betas, epsilons, decays):
            plain.append(Rule(name, "", settings))
            mistakes = [m for m in _MISTAKES if m != "betas-exchanged"] if known & {"rho", "beta1"} else []
            wrong += [Rule(name, mistake, settings) for mistake in mistakes]
            if name in ("adam", "adam-within"):
                wrong += [Rule(name, "no-bias-correction", settings, each) for each in _UNCORRECTED]
                wrong += [Rule(name, "time-off-by-one", settings, time=time) for time in ("late", "each")]
                if settings["beta1"] < settings["beta2"]:
                    wrong.append(Rule(name, "betas-exchanged", settings))
    yield from plain
    yield from wrong


_UNCORRECTED: Final = ((True, False), (False, True), (False, False))


def _settings(
    known: set[str], betas: Sequence[float], epsilons: Sequence[float], decays: Sequence[float]
) -> Iterator[dict[str, float]]:
    ranges: dict[str, Sequence[float]] = {
        "beta1": betas, "beta2": betas, "rho": betas, "epsilon": epsilons, "decay": decays,
    }  # fmt: skip
    found: list[dict[str, float]] = [{}]
    for name in sorted(known):
        found = [{**one, name: value} for one in found for value in ranges[name]]
    for one in found:
        # A first moment remembers less than a second one.
        if one.get("beta1", 0.0) < one.get("beta2", 1.0):
            yield one
