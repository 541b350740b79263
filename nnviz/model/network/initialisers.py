"""Initial parameters: ways to draw them, one row each, or explicit numbers, or both.

To add an initialiser, write its draw and a row in `_ROWS`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.errors import ModelError
from nnviz.model.random.seeds import Seed, checked_seed
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Rng = np.random.Generator | np.random.RandomState
ASKED = "the initial parameters"
Draw = Callable[[tuple[int, int], int, int, Rng, float], Array]


@dataclass(frozen=True, kw_only=True)
class Initialiser:
    """One way to draw an array.

    Attributes
    ----------
    name, title
        Identifier in scenario files; name for people.
    help, formula
        Its use, for people; what is drawn, as text.
    draw
        ``draw(shape, fan_in, fan_out, rng, parameter)``.
    parameter
        Name of its number, for people; empty when it has none.
    default
        The number where the scenario has none.
    low, high
        The smallest and largest number accepted.
    """

    name: str
    title: str
    help: str
    formula: str
    draw: Draw
    parameter: str = ""
    default: float = 0.0
    low: float = 0.0
    high: float = 100.0


def _normal(shape: tuple[int, int], rng: Rng) -> Array:
    drawn = rng.randn(*shape) if isinstance(rng, np.random.RandomState) else rng.standard_normal(shape)
    return np.asarray(drawn, dtype=np.float64)


def _uniform(shape: tuple[int, int], rng: Rng, limit: float) -> Array:
    # Written as in common code, random() · 2ε − ε, so that legacy seeds reproduce its numbers.
    return np.asarray(rng.random(shape) * limit * 2 - limit, dtype=np.float64)


def _glorot(shape: tuple[int, int], fan_in: int, fan_out: int, rng: Rng, parameter: float) -> Array:
    return _uniform(shape, rng, math.sqrt(6.0 / (fan_in + fan_out)))


def _he(shape: tuple[int, int], fan_in: int, fan_out: int, rng: Rng, parameter: float) -> Array:
    return _normal(shape, rng) * math.sqrt(2.0 / fan_in)


def _zeros(shape: tuple[int, int], fan_in: int, fan_out: int, rng: Rng, parameter: float) -> Array:
    return np.zeros(shape)


def _constant(shape: tuple[int, int], fan_in: int, fan_out: int, rng: Rng, value: float) -> Array:
    return np.full(shape, value, dtype=np.float64)


def _within_epsilon(shape: tuple[int, int], fan_in: int, fan_out: int, rng: Rng, epsilon: float) -> Array:
    return _uniform(shape, rng, epsilon)


def _scaled_normal(shape: tuple[int, int], fan_in: int, fan_out: int, rng: Rng, scale: float) -> Array:
    return _normal(shape, rng) * scale


_ROWS = (
    Initialiser(
        name="zeros",
        title=QT_TRANSLATE_NOOP("model", "zeros"),
        help=QT_TRANSLATE_NOOP("model", "Good for biases; hidden units whose weights start alike stay alike"),
        formula="0",
        draw=_zeros,
    ),
    Initialiser(
        name="constant",
        title=QT_TRANSLATE_NOOP("model", "constant"),
        help=QT_TRANSLATE_NOOP("model", "One number everywhere; hidden units whose weights start alike stay alike"),
        formula="c",
        draw=_constant,
        parameter=QT_TRANSLATE_NOOP("model", "value"),
        default=0.1,
        low=-100.0,
    ),
    Initialiser(
        name="uniform",
        title=QT_TRANSLATE_NOOP("model", "uniform ±ε"),
        help=QT_TRANSLATE_NOOP("model", "Every number between −ε and ε is equally likely"),
        formula="U(−ε, ε)",
        draw=_within_epsilon,
        parameter="ε",
        default=0.5,
    ),
    Initialiser(
        name="normal",
        title=QT_TRANSLATE_NOOP("model", "normal × scale"),
        help=QT_TRANSLATE_NOOP("model", "Normally distributed about zero; the scale is its standard deviation"),
        formula="scale · N(0, 1)",
        draw=_scaled_normal,
        parameter=QT_TRANSLATE_NOOP("model", "scale"),
        default=1.0,
    ),
    # Glorot and Bengio, 2010, equation 16.
    Initialiser(
        name="glorot",
        title=QT_TRANSLATE_NOOP("model", "Glorot, uniform"),
        help=QT_TRANSLATE_NOOP("model", "Keeps the signal's size from layer to layer, with tanh and sigmoid"),
        formula="U(−r, r), r = √(6 / (in + out))",
        draw=_glorot,
    ),
    # He et al., 2015, equation 10.
    Initialiser(
        name="he",
        title=QT_TRANSLATE_NOOP("model", "He, normal"),
        help=QT_TRANSLATE_NOOP("model", "Keeps the signal's size from layer to layer, with ReLU"),
        formula="√(2 / in) · N(0, 1)",
        draw=_he,
    ),
)

INITIALISERS: Mapping[str, Initialiser] = MappingProxyType({row.name: row for row in _ROWS})


@dataclass(frozen=True)
class Method:
    """An initialiser's name and its number; the initialiser's default when None."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid", "allow_inf_nan": False}

    method: str = "normal"
    parameter: float | None = None


@dataclass(frozen=True)
class InitialSpec:
    """The initial parameters.

    Attributes
    ----------
    weights, biases
        How to draw them.
    seed
        Seed of the draw; the scenario's when None.
    generator
        ``"default"`` is numpy's Generator; ``"legacy"`` is ``numpy.random.seed``, as older code draws.
    order
        The order in which symbols are drawn: ``("W1", "b1", "W2", "b2")``; None means this one, layer by layer. Symbols
        that are left out are drawn after the others.
    values
        Explicit numbers by symbol, as nested lists in the column convention; they win over the methods. A symbol that
        has them is drawn nevertheless, so that setting one explicitly does not change the others.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid", "allow_inf_nan": False}

    weights: Method = field(default_factory=Method)
    biases: Method = field(default_factory=lambda: Method("zeros"))
    seed: Seed | None = None
    generator: Literal["default", "legacy"] = "default"
    order: tuple[str, ...] | None = None
    values: Mapping[str, tuple[tuple[float, ...], ...]] = field(default_factory=dict)


def initial_parameters(
    spec: InitialSpec, sizes: tuple[int, ...], default_seed: int, biases: Sequence[int] | None = None
) -> dict[str, Array]:
    """Draw the initial parameters.

    Parameters
    ----------
    spec
        How.
    sizes
        Units per layer, inputs first.
    default_seed
        Seed where the spec has none.
    biases
        How many biases each layer has: one for each unit when None, else that, 1 or 0.

    Returns
    -------
    dict
        ``W1`` ``(n_1, n_0)``, ``b1`` ``(n_1, 1)`` …: fresh float64 arrays, in layer order.

    Raises
    ------
    ModelError
        If a method, its number, a symbol or an explicit array's shape does not fit; the error names it.
    """
    shapes = _shapes(sizes, biases)
    _check_symbols(spec, tuple(shapes))
    rows = _row("weights", spec.weights), _row("biases", spec.biases)
    drawn = _drawn(spec, shapes, *rows, _generator(spec, default_seed))
    for name, numbers in spec.values.items():
        drawn[name] = _explicit(name, numbers, shapes[name])
    return {name: drawn[name] for name in shapes}


def generator_after(
    spec: InitialSpec, sizes: tuple[int, ...], default_seed: int, biases: Sequence[int] | None = None
) -> Rng:
    """Return the generator in its state after drawing the initial parameters; parameters as `initial_parameters`."""
    rng = _generator(spec, default_seed)
    _drawn(spec, _shapes(sizes, biases), _row("weights", spec.weights), _row("biases", spec.biases), rng)
    return rng


def _generator(spec: InitialSpec, default_seed: int) -> Rng:
    seed = checked_seed(ASKED, default_seed if spec.seed is None else spec.seed)
    return np.random.RandomState(seed) if spec.generator == "legacy" else np.random.default_rng(seed)


def _drawn(
    spec: InitialSpec,
    shapes: Mapping[str, tuple[int, int]],
    weights: tuple[Initialiser, float],
    biases: tuple[Initialiser, float],
    rng: Rng,
) -> dict[str, Array]:
    drawn = {}
    for name in dict.fromkeys((*(spec.order or ()), *shapes)):
        fan_out, fan_in = shapes[f"W{name[1:]}"]
        row, number = weights if name.startswith("W") else biases
        drawn[name] = row.draw(shapes[name], fan_in, fan_out, rng, number)
    return drawn


def _shapes(sizes: tuple[int, ...], biases: Sequence[int] | None) -> dict[str, tuple[int, int]]:
    shapes = {}
    for layer, count in enumerate(sizes[1:] if biases is None else biases, start=1):
        shapes[f"W{layer}"] = (sizes[layer], sizes[layer - 1])
        if count:
            shapes[f"b{layer}"] = (count, 1)
    return shapes


def _check_symbols(spec: InitialSpec, accepted: tuple[str, ...]) -> None:
    order = spec.order or ()
    for number, name in enumerate(order):
        if name not in accepted or name in order[:number]:
            found = f"{name} twice" if name in accepted else repr(name)
            raise ModelError(ASKED, f"order[{number}]", found, f"{', '.join(accepted)}, each once")
    for name in spec.values:
        if name not in accepted:
            raise ModelError(ASKED, f"values.{name}", "no such parameter", ", ".join(accepted))


def _row(part: str, method: Method) -> tuple[Initialiser, float]:
    """Return a method's row of the table and its number."""
    if method.method not in INITIALISERS:
        raise ModelError(ASKED, f"{part}.method", repr(method.method), ", ".join(INITIALISERS))
    row = INITIALISERS[method.method]
    if method.parameter is None:
        return row, row.default
    if not row.parameter:
        raise ModelError(ASKED, f"{part}.parameter", str(method.parameter), f"nothing: {row.name} has no number")
    if not row.low <= method.parameter <= row.high:
        raise ModelError(ASKED, f"{part}.parameter", str(method.parameter), f"{row.low} to {row.high}")
    return row, method.parameter


def _explicit(name: str, rows: tuple[tuple[float, ...], ...], shape: tuple[int, int]) -> Array:
    widths = {len(row) for row in rows}
    if len(rows) != shape[0] or widths != {shape[1]}:
        found = f"{len(rows)}×{max(widths, default=0)}" if len(widths) <= 1 else "rows of different lengths"
        raise ModelError(ASKED, f"values.{name}", found, f"{shape[0]}×{shape[1]}")
    return np.array(rows, dtype=np.float64)
