"""Optimisers, one row each: which state they keep for a parameter, and the lines that move it.

An optimiser's state is arrays in the workspace like any others, zero at the start; its settings are named numbers that
can be changed during a run. All parameters move at the end of the program, after every gradient has been computed
(simultaneous order).

To add an optimiser, write its lines and a row in `_ROWS`. A setting with a new name is written as that name, unless
`symbols.SCALAR_LABELS` has a label for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nnviz.model.program.expression import Apply, Binary, Node, Scalar, Symbol
from nnviz.model.program.losses import ONE
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

ETA, MU, BETA1, BETA2, RHO, EPSILON = (Scalar(name) for name in ("eta", "mu", "beta1", "beta2", "rho", "epsilon"))
Assignments = tuple[tuple[str, Node], ...]


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A number of an optimiser that a person can set.

    Attributes
    ----------
    name
        Identifier in scenario files, and of the number in the optimiser's lines.
    default
        Its value at the start.
    low, high
        Its range, both ends included.
    whole
        Whether it is a whole number.
    """

    name: str
    default: float
    low: float
    high: float
    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class Optimiser:
    """One optimiser.

    Attributes
    ----------
    name, title
        Identifier in scenario files; name for people.
    state
        Kinds of state arrays per parameter: ``v`` first moment or velocity, ``s`` second moment.
    settings
        Its numbers besides the learning rate.
    lines
        ``lines(θ)`` returns the assignments for a parameter's name in order, as (symbol, expression).
    source
        Reference of the formulas.
    """

    name: str
    title: str
    lines: Callable[[str], Assignments]
    source: str
    state: tuple[str, ...] = ()
    settings: tuple[Setting, ...] = ()


def _times(left: Node, right: Node) -> Node:
    return Binary("*", left, right)


def _moved(parameter: str, by: Node) -> Node:
    return Binary("-", Symbol(parameter), _times(ETA, by))


def _gradient_descent(p: str) -> Assignments:
    return ((p, _moved(p, Symbol(f"d{p}"))),)


def _velocity(p: str) -> tuple[str, Node]:
    return f"v{p}", Binary("+", _times(MU, Symbol(f"v{p}")), Symbol(f"d{p}"))


def _momentum(p: str) -> Assignments:
    return (_velocity(p), (p, _moved(p, Symbol(f"v{p}"))))


def _nesterov(p: str) -> Assignments:
    ahead = Binary("+", Symbol(f"d{p}"), _times(MU, Symbol(f"v{p}")))
    return (_velocity(p), (p, _moved(p, ahead)))


def _moment(name: str, decay: Node, of: Node) -> tuple[str, Node]:
    kept = _times(decay, Symbol(name))
    return name, Binary("+", kept, _times(Binary("-", ONE, decay), of))


def _root(second_moment: Node) -> Node:
    return Binary("+", Apply("sqrt", second_moment), EPSILON)


def _rmsprop(p: str) -> Assignments:
    gradient = Symbol(f"d{p}")
    return (
        _moment(f"s{p}", RHO, Apply("square", gradient)),
        (p, _moved(p, Binary("/", gradient, _root(Symbol(f"s{p}"))))),
    )


def _adam(p: str) -> Assignments:
    gradient = Symbol(f"d{p}")
    first = Binary("/", Symbol(f"v{p}"), Scalar("correction1"))
    second = Binary("/", Symbol(f"s{p}"), Scalar("correction2"))
    return (
        _moment(f"v{p}", BETA1, gradient),
        _moment(f"s{p}", BETA2, Apply("square", gradient)),
        (p, _moved(p, Binary("/", first, _root(second)))),
    )


_BELOW_ONE = 0.999999
"""Largest decay of a moment: with 1 the moment would never change."""

_MU = Setting(name="mu", default=0.9, low=0.0, high=1.0)
_EPSILON = Setting(name="epsilon", default=1e-8, low=0.0, high=1.0)

_ROWS = (
    Optimiser(
        name="gradient-descent",
        title=QT_TRANSLATE_NOOP("model", "gradient descent"),
        lines=_gradient_descent,
        source="Cauchy, 1847",
    ),
    Optimiser(
        name="momentum",
        title=QT_TRANSLATE_NOOP("model", "momentum"),
        state=("v",),
        settings=(_MU,),
        lines=_momentum,
        source="Polyak, 1964; as in PyTorch's SGD: v ← μv + g, θ ← θ − ηv",
    ),
    Optimiser(
        name="nesterov",
        title=QT_TRANSLATE_NOOP("model", "Nesterov momentum"),
        state=("v",),
        settings=(_MU,),
        lines=_nesterov,
        source="Nesterov, 1983; in the form of Sutskever et al., 2013, as in PyTorch's SGD(nesterov=True)",
    ),
    Optimiser(
        name="rmsprop",
        title=QT_TRANSLATE_NOOP("model", "RMSProp"),
        state=("s",),
        settings=(Setting(name="rho", default=0.99, low=0.0, high=_BELOW_ONE), _EPSILON),
        lines=_rmsprop,
        source="Hinton, lecture 6e, 2012; ε outside the root, as in PyTorch",
    ),
    Optimiser(
        name="adam",
        title=QT_TRANSLATE_NOOP("model", "Adam"),
        state=("v", "s"),
        settings=(
            Setting(name="beta1", default=0.9, low=0.0, high=_BELOW_ONE),
            Setting(name="beta2", default=0.999, low=0.0, high=_BELOW_ONE),
            _EPSILON,
        ),
        lines=_adam,
        source="Kingma and Ba, 2015, algorithm 1",
    ),
)

OPTIMISERS: Mapping[str, Optimiser] = MappingProxyType({row.name: row for row in _ROWS})
