"""Losses and activations of saturated units against 60 digits of `decimal`, in every path that computes them."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import cache
from itertools import product

import numpy as np
import pytest

from nnviz.model.engine.fast_functions import loss_calls
from nnviz.model.engine.reference import compute, loss_cells
from nnviz.model.explain.cell import explain, explain_sample_loss
from nnviz.model.explain.contributions import contributions
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import LossValue, Symbol
from nnviz.model.program.losses import LOSSES
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session

DIGITS = 340
"""Of the oracle: more than ln(1 + e^−700) needs."""

MARGINS = (0.0, 1e-9, 0.5, 5.0, 20.0, 25.0, 30.0, 35.0, 37.0, 40.0, 100.0, 600.0, 700.0)
Y1 = (0.0, 1.0, 0.3, 1e-10, 1 - 1e-10, 0.5)

LOGITS = (
    *((margin, 0.0) for margin in MARGINS),
    *((0.0, margin) for margin in MARGINS),
    *((350.0, -margin) for margin in (340.0, 350.0)),
    *((0.1, 0.2, 0.1 - margin) for margin in MARGINS),
    *((margin, margin, 0.0) for margin in MARGINS),  # the greatest is reached twice
    *((-margin, 0.0, -margin - 0.25, 0.0, 0.0) for margin in MARGINS),
    *((0.0, *(-margin - k / 7 for k in range(9))) for margin in MARGINS),
    *((*(-margin - k / 7 for k in range(9)), 0.0) for margin in MARGINS),
    (2.5, 2.5, 2.5, 2.5),
    (-700.0, 0.0, 700.0),
)
"""Columns of logits of softmax outputs: certain, tied, with the greatest first, last and in the middle."""


def exactly(function: Callable[..., Decimal], *numbers: float) -> float:
    """Return a function of exact numbers, computed with many digits and rounded once."""
    with localcontext() as context:
        context.prec = DIGITS
        return float(function(*map(Decimal, map(float, numbers))))


def bce(z: Decimal, y: Decimal) -> Decimal:
    return (1 + z.exp()).ln() - y * z


def cce(*numbers: Decimal) -> Decimal:
    z, y = numbers[: len(numbers) // 2], numbers[len(numbers) // 2 :]
    total = sum((power.exp() for power in z), Decimal(0)).ln()
    return sum((part * (total - power) for power, part in zip(z, y, strict=True)), Decimal(0))


def targets(count: int) -> list[tuple[float, ...]]:
    """Return targets of an output layer: each class, and soft ones."""
    certain = [tuple(float(k == chosen) for k in range(count)) for chosen in range(count)]
    soft = [tuple(1 / count for _ in range(count)), (1 - 1e-10, 1e-10, *(0.0 for _ in range(count - 2)))]
    return certain + soft


Case = tuple[str, int]
"""A loss, and how many outputs the layer has."""

CASES: list[Case] = [
    (name, outputs)
    for name, loss in LOSSES.items()
    if loss.logits_with
    for outputs in ((1,) if name == "binary-cross-entropy" else sorted({len(column) for column in LOGITS}))
]
NAMED = [f"{loss}-{outputs}" for loss, outputs in CASES]


@cache
def samples_of(case: Case) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return logits and targets of many samples, with the exact losses of the samples."""
    loss, outputs = case
    if loss == "binary-cross-entropy":
        pairs = [(sign * margin, y) for margin, sign, y in product(MARGINS, (1.0, -1.0), Y1)]
        z, y = (np.array([values]) for values in zip(*pairs, strict=True))
        return z, y, np.array([exactly(bce, *pair) for pair in pairs])
    columns = [(z, y) for z in LOGITS if len(z) == outputs for y in targets(outputs)]
    z, y = (np.array(values).T for values in zip(*columns, strict=True))
    return z, y, np.array([exactly(cce, *one, *other) for one, other in columns])


def close(found: object, expected: object) -> None:
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=0.0)


@pytest.mark.parametrize("case", CASES, ids=NAMED)
@pytest.mark.parametrize("together", [True, False], ids=["many samples", "one sample"])
@pytest.mark.slow
@pytest.mark.sample(4)
@pytest.mark.no_cover
def test_that_the_row_is_exact(case: Case, together: bool) -> None:
    (loss, _), (z, y, expected) = case, samples_of(case)
    parts = [(z, y)] if together else [(z[:, [j]], y[:, [j]]) for j in range(z.shape[1])]
    with np.errstate(all="ignore"):
        found = np.concatenate([LOSSES[loss].cells_of(from_logits=True)(*part).sum(axis=0) for part in parts])
    close(found, expected)


@pytest.mark.parametrize("case", CASES, ids=NAMED)
@pytest.mark.slow
@pytest.mark.sample(2)
def test_that_the_recorded_calls_and_the_reference_are_exact(case: Case) -> None:
    (loss, _), (z, y, expected) = case, samples_of(case)
    node = LossValue(loss, Symbol("Z1"), Symbol("A1"), Symbol("Y"), from_logits=True)
    with np.errstate(all="ignore"):
        for j in range(z.shape[1]):
            arrays, out = {"Z1": z[:, [j]], "Y": y[:, [j]]}, np.empty((1, 1))
            for call in loss_calls(loss, arrays["Z1"], arrays["Y"], out, from_logits=True):
                call()
            close(out, expected[j])
            close(compute(node, arrays, {}), expected[j])
            close(loss_cells(node, arrays).sum(), expected[j])


def session_of(make_scenario: Callable[..., object], loss: str, z: np.ndarray, y: np.ndarray) -> Session:
    """Return a session whose output layer has these logits."""
    outputs, samples = z.shape
    given = {"W1": z, "b1": np.zeros((outputs, 1))}  # each sample has an input of its own
    layers = [(outputs, LOSSES[loss].logits_with)]
    return Session(make_scenario(np.eye(samples), layers, y=y, parameters=given, loss=loss))


@pytest.mark.parametrize("case", CASES, ids=NAMED)
@pytest.mark.slow
@pytest.mark.sample(2)
def test_that_a_session_its_metrics_and_its_explanations_are_exact(
    make_scenario: Callable[..., object], case: Case
) -> None:
    (loss, _), (z, y, expected) = case, samples_of(case)
    for j in range(0, z.shape[1], 5):
        session = session_of(make_scenario, loss, z[:, [j]], y[:, [j]])
        close(session.loss, expected[j])
        session.step_update()
        snapshot = session.snapshot()
        close(snapshot.values["L"], [[expected[j]]])
        close(explain_sample_loss(snapshot, 0).value, expected[j])
        close(explain(snapshot, Cell("L", 0, 0)).tree.value, expected[j])


@pytest.mark.parametrize("case", CASES, ids=NAMED)
@pytest.mark.slow
@pytest.mark.sample(2)
def test_that_shares_of_the_samples_are_exact(make_scenario: Callable[..., object], case: Case) -> None:
    (loss, _), (z, y, expected) = case, (part[..., :12] for part in samples_of(case))
    session = session_of(make_scenario, loss, z, y)
    session.step_update()
    shares = contributions(session.snapshot(), Cell("L", 0, 0))
    assert shares is not None
    close([part.value for part in shares.parts], expected / len(expected))


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=NAMED)
@pytest.mark.sample(1)
@pytest.mark.no_cover
def test_that_compiled_loops_are_exact(make_scenario: Callable[..., object], case: Case) -> None:
    pytest.importorskip("numba", reason="the extra `fast` is not installed")
    (loss, _), (z, y, expected) = case, (part[..., -9:] for part in samples_of(case))
    session = session_of(make_scenario, loss, z, y)
    compiled = Session(session.scenario, "compiled")
    session.step_update()
    compiled.step_update()
    close(compiled.snapshot().values["L"], session.snapshot().values["L"])
    close(compiled.snapshot().values["L"], [[expected.mean()]])


# Activations ----------------------------------------------------------------------------------------------------------


def sigma(z: Decimal) -> Decimal:
    return 1 / (1 + (-z).exp())


def tanh(z: Decimal) -> Decimal:
    double = (-2 * abs(z)).exp()
    return (1 - double) / (1 + double) * (1 if z > 0 else -1)


LEAK = Decimal(float("0.01"))
FUNCTIONS = {
    "identity": (lambda z: z, lambda z: Decimal(1)),
    "sigmoid": (sigma, lambda z: sigma(z) * (1 - sigma(z))),
    "tanh": (tanh, lambda z: 1 - tanh(z) ** 2),
    "relu": (lambda z: max(z, Decimal(0)), lambda z: Decimal(z > 0)),
    "leaky-relu": (lambda z: max(z * LEAK, z), lambda z: Decimal(1) if z > 0 else LEAK),
    "softplus": (lambda z: (1 + z.exp()).ln(), sigma),
}
COMPARED_WITH_TORCH = {"elu", "bipolar-sigmoid", "swish", "gelu", "gelu-tanh"}
"""In the tests of activations: erf has no counterpart here."""
Z = [sign * size for size in (0.0, 1e-9, 0.3, 5.0, 20.0, 36.0, 40.0, 100.0, 700.0) for sign in (1.0, -1.0)]


def test_that_every_activation_of_one_unit_is_compared() -> None:
    element_wise = {name for name, row in ACTIVATIONS.items() if not row.couples_units}
    assert set(FUNCTIONS) | COMPARED_WITH_TORCH == element_wise


@pytest.mark.parametrize("name", FUNCTIONS)
def test_that_activations_keep_their_digits_and_slopes_are_right_where_units_saturate(name: str) -> None:
    row, (function, slope) = ACTIVATIONS[name], FUNCTIONS[name]
    z = np.array([Z])
    a, found = np.empty_like(z), np.empty_like(z)
    with np.errstate(all="ignore"):
        row.function(z, a)
        assert row.slope is not None
        row.slope(a if row.slope_reads == "A" else z, found)
    close(a, [[exactly(function, value) for value in Z]])
    # A slope that is computed from A cannot have more digits than 1 − A has.
    np.testing.assert_allclose(found, [[exactly(slope, value) for value in Z]], rtol=1e-12, atol=2.3e-16)


@pytest.mark.slow
def test_that_softmax_keeps_the_digits_of_what_is_hardly_chosen() -> None:
    for column in LOGITS:
        z, a = np.array([column]).T, np.empty((len(column), 1))
        ACTIVATIONS["softmax"].function(z, a)
        for k in range(len(column)):
            close(a[k, 0], exactly(lambda *part, k=k: part[k].exp() / sum(one.exp() for one in part), *column))


@pytest.mark.parametrize("z", [700.0, -700.0, 40.0, -40.0])
@pytest.mark.parametrize(
    ("activation", "loss"),
    [
        (activation, loss)
        for activation, loss in product(ACTIVATIONS, LOSSES)
        # Cross-entropies of outputs that may be 0, 1 or beyond are infinite there, as they are written.
        if LOSSES[loss].logits_with in (None, activation)
    ],
)
@pytest.mark.slow
@pytest.mark.sample(40)
def test_that_a_saturated_network_has_finite_numbers_and_gradients(
    make_scenario: Callable[..., object], activation: str, loss: str, z: float
) -> None:
    for y in ([[1.0], [0.0]], [[0.0], [1.0]]):
        targets = 2 * np.array(y) - 1 if LOSSES[loss].targets == "plus-minus-one" else np.array(y)
        given = {"W1": [[z], [0.0]], "b1": [[0.0], [0.0]]}
        session = Session(make_scenario([[1.0]], [(2, activation)], y=targets, parameters=given, loss=loss))
        session.step_update()
        values = session.snapshot().values
        assert all(np.isfinite(values[symbol]).all() for symbol in ("A1", "L", "delta1", "dW1", "db1", "W1"))
