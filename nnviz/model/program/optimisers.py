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

from nnviz.model.program.expression import Apply, Binary, Maximum, Node, Scalar, Symbol
from nnviz.model.program.losses import ONE
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

DAMPENING, DECAY = Scalar("dampening"), Scalar("decay")
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
        Kinds of state arrays per parameter: ``v`` first moment or velocity, ``s`` second moment, ``h`` the largest one.
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


def _dampened(p: str) -> Assignments:
    share = _times(Binary("-", ONE, DAMPENING), Symbol(f"d{p}"))
    return ((f"v{p}", Binary("+", _times(MU, Symbol(f"v{p}")), share)), (p, _moved(p, Symbol(f"v{p}"))))


def _momentum_step(p: str) -> Assignments:
    step = Binary("-", _times(MU, Symbol(f"v{p}")), _times(ETA, Symbol(f"d{p}")))
    return ((f"v{p}", step), (p, Binary("+", Symbol(p), Symbol(f"v{p}"))))


def _adagrad(p: str) -> Assignments:
    gradient = Symbol(f"d{p}")
    return (
        (f"s{p}", Binary("+", Symbol(f"s{p}"), Apply("square", gradient))),
        (p, _moved(p, Binary("/", gradient, _root(Symbol(f"s{p}"))))),
    )


def _moment(name: str, decay: Node, of: Node) -> tuple[str, Node]:
    kept = _times(decay, Symbol(name))
    return name, Binary("+", kept, _times(Binary("-", ONE, decay), of))


def _root(second_moment: Node) -> Node:
    return Binary("+", Apply("sqrt", second_moment), EPSILON)


def _root_within(second_moment: Node) -> Node:
    return Apply("sqrt", Binary("+", second_moment, EPSILON))


def _rmsprop(p: str, root: Callable[[Node], Node] = _root) -> Assignments:
    gradient = Symbol(f"d{p}")
    return (
        _moment(f"s{p}", RHO, Apply("square", gradient)),
        (p, _moved(p, Binary("/", gradient, root(Symbol(f"s{p}"))))),
    )


def _moments(p: str) -> Assignments:
    gradient = Symbol(f"d{p}")
    return (_moment(f"v{p}", BETA1, gradient), _moment(f"s{p}", BETA2, Apply("square", gradient)))


def _adam_step(p: str, root: Callable[[Node], Node] = _root, moment: str = "s") -> Node:
    first = Binary("/", Symbol(f"v{p}"), Scalar("correction1"))
    return Binary("/", first, root(Binary("/", Symbol(f"{moment}{p}"), Scalar("correction2"))))


def _adam(p: str) -> Assignments:
    return (*_moments(p), (p, _moved(p, _adam_step(p))))


def _adam_within(p: str) -> Assignments:
    return (*_moments(p), (p, _moved(p, _adam_step(p, _root_within))))


def _adam_hat(p: str) -> Assignments:
    corrected = Binary("/", _times(ETA, Apply("sqrt", Scalar("correction2"))), Scalar("correction1"))
    step = _times(corrected, Binary("/", Symbol(f"v{p}"), _root(Symbol(f"s{p}"))))
    return (*_moments(p), (p, Binary("-", Symbol(p), step)))


def _adamw(p: str) -> Assignments:
    return (*_moments(p), (p, _moved(p, Binary("+", _adam_step(p), _times(DECAY, Symbol(p))))))


def _amsgrad(p: str) -> Assignments:
    largest = Maximum(Symbol(f"h{p}"), Symbol(f"s{p}"))
    return (*_moments(p), (f"h{p}", largest), (p, _moved(p, _adam_step(p, moment="h"))))


_BELOW_ONE = 0.999999
"""Largest decay of a moment: with 1 the moment would never change."""

_MU = Setting(name="mu", default=0.9, low=0.0, high=1.0)
_RHO = Setting(name="rho", default=0.99, low=0.0, high=_BELOW_ONE)
_BETAS = (
    Setting(name="beta1", default=0.9, low=0.0, high=_BELOW_ONE),
    Setting(name="beta2", default=0.999, low=0.0, high=_BELOW_ONE),
)
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
        settings=(_RHO, _EPSILON),
        lines=_rmsprop,
        source="Hinton, lecture 6e, 2012; ε outside the root, as in PyTorch",
    ),
    Optimiser(
        name="adam",
        title=QT_TRANSLATE_NOOP("model", "Adam"),
        state=("v", "s"),
        settings=(*_BETAS, _EPSILON),
        lines=_adam,
        source="Kingma and Ba, 2015, algorithm 1",
    ),
    Optimiser(
        name="momentum-dampened",
        title=QT_TRANSLATE_NOOP("model", "momentum, dampened"),
        state=("v",),
        settings=(_MU, Setting(name="dampening", default=0.9, low=0.0, high=1.0)),
        lines=_dampened,
        source="v ← μv + (1 − τ)g, θ ← θ − ηv: with τ = μ a running mean of the gradients, as in Ng’s course",
    ),
    Optimiser(
        name="momentum-step",
        title=QT_TRANSLATE_NOOP("model", "momentum of steps"),
        state=("v",),
        settings=(_MU,),
        lines=_momentum_step,
        source="v ← μv − ηg, θ ← θ + v: with η in the velocity, as in Keras",
    ),
    Optimiser(
        name="adagrad",
        title=QT_TRANSLATE_NOOP("model", "Adagrad"),
        state=("s",),
        settings=(_EPSILON,),
        lines=_adagrad,
        source="Duchi, Hazan and Singer, 2011; ε outside the root, as in PyTorch",
    ),
    Optimiser(
        name="rmsprop-within",
        title=QT_TRANSLATE_NOOP("model", "RMSProp, ε within the root"),
        state=("s",),
        settings=(_RHO, _EPSILON),
        lines=lambda p: _rmsprop(p, _root_within),
        source="Hinton, lecture 6e, 2012; ε within the root, as in Keras",
    ),
    Optimiser(
        name="adam-within",
        title=QT_TRANSLATE_NOOP("model", "Adam, ε within the root"),
        state=("v", "s"),
        settings=(*_BETAS, _EPSILON),
        lines=_adam_within,
        source="Kingma and Ba, 2015, algorithm 1, with √(ŝ + ε)",
    ),
    Optimiser(
        name="adam-hat",
        title=QT_TRANSLATE_NOOP("model", "Adam, ε before the corrections"),
        state=("v", "s"),
        settings=(*_BETAS, _EPSILON),
        lines=_adam_hat,
        source="Kingma and Ba, 2015, section 2, end: the corrections in the rate, as in TensorFlow",
    ),
    Optimiser(
        name="adamw",
        title=QT_TRANSLATE_NOOP("model", "AdamW"),
        state=("v", "s"),
        settings=(*_BETAS, _EPSILON, Setting(name="decay", default=0.01, low=0.0, high=1.0)),
        lines=_adamw,
        source="Loshchilov and Hutter, 2019; every parameter decays, as in PyTorch",
    ),
    Optimiser(
        name="amsgrad",
        title=QT_TRANSLATE_NOOP("model", "AMSGrad"),
        state=("v", "s", "h"),
        settings=(*_BETAS, _EPSILON),
        lines=_amsgrad,
        source="Reddi, Kale and Kumar, 2018; with Adam’s corrections, as in PyTorch",
    ),
)

OPTIMISERS: Mapping[str, Optimiser] = MappingProxyType({row.name: row for row in _ROWS})
