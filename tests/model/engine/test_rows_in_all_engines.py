"""Every activation, loss, optimiser and penalty is the same in all engines: the row's own function is what they run."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product
from types import MappingProxyType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from nnviz import Scenario, Session
from nnviz.model.engine import fast_functions
from nnviz.model.engine.changing_numbers import changing_numbers, engine_scalars
from nnviz.model.engine.compiled.operations import UnsupportedError, written_by_columns
from nnviz.model.engine.compiled.source import kernel_source_of
from nnviz.model.engine.fast_functions import activation_calls, loss_calls, slope_calls
from nnviz.model.engine.recorded_function import RecordedFunction, recorded_in_place, recorded_value
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.scenario.schedule_spec import ScheduleSpec
from nnviz.model.scenario.validation import prepare

GRID = np.array([-1e308, -700, -40, -3, -0.7, -1e-12, -5e-324, -0.0, 0, 5e-324, 1e-12, 0.7, 3, 40, 700, 1e308, np.nan])
TARGETS = np.array([0.0, 1.0, 0.3])
SHAPES = [(1, 1), (1, 5), (3, 1), (3, 4), (5, 5)]

PLAIN = SimpleNamespace(
    **{name: getattr(np, name) for name in ("log", "log1p", "sqrt", "copysign", "sin", "cos", "sinh", "cosh", "expm1")},
    atan=np.arctan,
    asinh=np.arcsinh,
    erfc=np.frompyfunc(math.erfc, 1, 1),
)
"""What compiled loops find in `math`, for numbers of numpy, which overflow and divide by zero without an error."""

ELEMENT_WISE = [name for name, row in ACTIVATIONS.items() if row.slope is not None]
LOSS_FORMS = [
    (name, from_logits)
    for name, row in LOSSES.items()
    for from_logits in (False, True)
    if not from_logits or row.per_cell_from_logits is not None
]
PAIRS = [pair for pair in product(ACTIVATIONS, LOSSES) if LOSSES[pair[1]].needs in (None, pair[0])]


def places(shape: tuple[int, int]) -> list[np.ndarray]:
    """Return arrays of a shape that have every number of the grid, with different neighbours."""
    rng = np.random.default_rng(0)
    return [rng.permutation(np.resize(np.roll(GRID, turn), shape[0] * shape[1])).reshape(shape) for turn in range(17)]


def recorded_of(recorded: RecordedFunction | None) -> RecordedFunction:
    """Return what was recorded; what cannot be recorded is run by numpy alone, so there is nothing to compare."""
    if recorded is None:
        pytest.skip("numpy runs it")
    return recorded


def filled(function: Any, source: np.ndarray) -> np.ndarray:
    out = np.full_like(source, -7.0)
    with np.errstate(all="ignore"):
        function(source, out)
    return out


def by_calls(calls: list[Any], out: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):
        for call in calls:
            call()
    return out


def compiled_column(recorded: Any, columns: list[np.ndarray], functions: dict[str, Any], decorator: Any = None) -> Any:
    """Return a function of cells that computes a column as compiled loops do."""
    lines: list[str] = []

    def let(text: str) -> str:
        if text.isidentifier():
            return text
        lines.append(f"    v{len(lines)} = {text}")
        return f"v{len(lines) - 1}"

    names = [[f"x{number}_{row}" for row in range(len(column))] for number, column in enumerate(columns)]
    texts = written_by_columns(recorded, names, let)
    head = f"def column({', '.join(name for rows in names for name in rows)}):"
    exec("\n".join([head, *lines, f"    return ({', '.join(texts)},)"]), functions)
    return functions["column"] if decorator is None else decorator(functions["column"])


def by_columns(
    recorded: Any, sources: list[np.ndarray], functions: dict[str, Any], decorator: Any = None
) -> np.ndarray:
    column = compiled_column(recorded, [source[:, 0] for source in sources], functions, decorator)
    with np.errstate(all="ignore"):
        found = [column(*(x for source in sources for x in source[:, j])) for j in range(sources[0].shape[1])]
    return np.array(found, dtype=np.float64).T


def plain_functions() -> dict[str, Any]:
    return {"math": PLAIN, "exp": np.exp, "tanh": np.tanh, "log1p": np.log1p}


def own_functions() -> tuple[dict[str, Any], Any]:
    numba = pytest.importorskip("numba", reason="the extra `fast` is not installed")

    from nnviz.model.engine.compiled.functions import exp, log1p, tanh

    return {"math": math, "exp": exp, "tanh": tanh, "log1p": log1p}, numba.njit(error_model="numpy")


def assert_close(found: np.ndarray, expected: np.ndarray, *, least: float = 0.0) -> None:
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=least, equal_nan=True)


# Activations ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_that_the_calls_of_an_activation_give_its_bits(name: str, shape: tuple[int, int]) -> None:
    for z in places(shape):
        out = np.full(shape, np.nan)
        assert (
            by_calls(activation_calls(name, z, out), out).tobytes() == filled(ACTIVATIONS[name].function, z).tobytes()
        )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ELEMENT_WISE)
def test_that_the_calls_of_a_slope_give_its_bits(name: str, shape: tuple[int, int]) -> None:
    for z in places(shape):
        row, out = ACTIVATIONS[name], np.full(shape, np.nan)
        source = filled(row.function, z) if row.slope_reads == "A" else z
        assert by_calls(slope_calls(name, source, out), out).tobytes() == filled(row.slope, source).tobytes()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_that_the_compiled_source_of_an_activation_computes_it(name: str) -> None:
    for z in places((3, 4)):
        recorded = recorded_of(recorded_in_place(ACTIVATIONS[name].function, z.shape))
        assert_close(by_columns(recorded, [z], plain_functions()), filled(ACTIVATIONS[name].function, z))


@pytest.mark.parametrize("name", ELEMENT_WISE)
def test_that_the_compiled_source_of_a_slope_computes_it(name: str) -> None:
    row = ACTIVATIONS[name]
    for z in places((3, 4)):
        source = filled(row.function, z) if row.slope_reads == "A" else z
        recorded = recorded_of(recorded_in_place(row.slope, z.shape))
        assert_close(by_columns(recorded, [source], plain_functions()), filled(row.slope, source))


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.slow
@pytest.mark.sample(3)
def test_that_compiled_activations_and_slopes_are_those_of_numpy(name: str) -> None:
    functions, decorator = own_functions()
    row, z = ACTIVATIONS[name], np.resize(GRID, (2, len(GRID)))
    z[1] = np.roll(GRID, 5)
    # Compiled, e^x is 0 where it would not be a normal number.
    a = filled(row.function, z)
    recorded = recorded_of(recorded_in_place(row.function, z.shape))
    assert_close(by_columns(recorded, [z], functions, decorator), a, least=1e-307)
    if row.slope is not None:
        source = a if row.slope_reads == "A" else z
        recorded = recorded_of(recorded_in_place(row.slope, z.shape))
        assert_close(by_columns(recorded, [source], functions, decorator), filled(row.slope, source), least=1e-307)


# Losses ---------------------------------------------------------------------------------------------------------------


def outputs_and_targets(shape: tuple[int, int], *, from_logits: bool) -> list[tuple[np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(1)
    outputs = (
        places(shape) if from_logits else [np.resize([0.0, 1.0, 0.25, 1e-300, 1 - 1e-16, 0.7], shape), *places(shape)]
    )
    return [(values, rng.permutation(np.resize(TARGETS, shape).ravel()).reshape(shape)) for values in outputs]


def cells(name: str, values: np.ndarray, y: np.ndarray, *, from_logits: bool) -> np.ndarray:
    with np.errstate(all="ignore"):
        return LOSSES[name].cells_of(from_logits=from_logits)(values, y)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("name", "from_logits"), LOSS_FORMS)
def test_that_the_calls_of_a_loss_give_its_bits(name: str, from_logits: bool, shape: tuple[int, int]) -> None:
    for values, y in outputs_and_targets(shape, from_logits=from_logits):
        out = np.full((1, 1), np.nan)
        by_calls(loss_calls(name, values, y, out, from_logits=from_logits), out)
        with np.errstate(all="ignore"):
            expected = np.ascontiguousarray(cells(name, values, y, from_logits=from_logits)).sum() / shape[1]
        assert np.array_equal(out[0, 0], expected, equal_nan=True)


@pytest.mark.parametrize(("name", "from_logits"), LOSS_FORMS)
def test_that_the_compiled_source_of_a_loss_computes_it(name: str, from_logits: bool) -> None:
    for values, y in outputs_and_targets((3, 4), from_logits=from_logits):
        recorded = recorded_of(recorded_value(LOSSES[name].cells_of(from_logits=from_logits), values.shape))
        found = by_columns(recorded, [values, y], plain_functions())
        assert_close(found, cells(name, values, y, from_logits=from_logits))


@pytest.mark.parametrize(("name", "from_logits"), LOSS_FORMS)
@pytest.mark.slow
@pytest.mark.sample(3)
def test_that_compiled_losses_are_those_of_numpy(name: str, from_logits: bool) -> None:
    functions, decorator = own_functions()
    recorded = recorded_of(recorded_value(LOSSES[name].cells_of(from_logits=from_logits), (3, 4)))
    column = compiled_column(recorded, [np.zeros(3), np.zeros(3)], functions, decorator)
    for values, y in outputs_and_targets((3, 4), from_logits=from_logits):
        found = np.array([column(*values[:, j], *y[:, j]) for j in range(4)]).T
        assert_close(found, cells(name, values, y, from_logits=from_logits), least=1e-307)


# Whole updates --------------------------------------------------------------------------------------------------------


def compiled_as_plain_python(session: Session, m: int, updates: int) -> dict[str, np.ndarray]:
    """Run the compiled engine's source as Python runs it, without numba; return the arrays by symbol."""
    numbers = engine_scalars(session.scenario, len(session.data.train))
    changing = changing_numbers(session.scenario, len(session.data.train))
    source = kernel_source_of(session.program, m, tuple(numbers), tuple(changing))
    if source is None:
        pytest.skip("numpy runs it")
    text = "\n".join(line for line in source.text.split("\n") if not line.startswith(("import", "from")))
    functions = {**plain_functions(), "njit": lambda **_: lambda function: function}
    exec(text, functions)
    memory, room = np.zeros(source.state.size), np.zeros(source.size)
    state = source.state.arrays(memory)
    for name, array in state.items():
        array[...] = session.value(name)
    scalars = np.array(list(numbers.values()))
    moves = range(1, updates + 1)
    corrections = np.array([[value_in(move) for value_in in changing.values()] for move in moves])
    data, targets = session.data, prepare(session.scenario).targets
    table = data.train[np.newaxis]
    with np.errstate(all="ignore"):
        functions["updates"](memory, room, scalars, corrections, data.X.T, targets, table, 0, np.empty(updates))
    return {**source.layout.arrays(room), **state}


def assert_plain_python_agrees(scenario: Scenario, updates: int = 3) -> None:
    start, session = Session(scenario, "numpy"), Session(scenario, "numpy")
    found = compiled_as_plain_python(start, len(start.data.train), updates)
    session.step_update(updates)
    for name in session.symbols:
        if session.is_computed(name):
            np.testing.assert_allclose(
                found[name], np.atleast_2d(session.value(name)), rtol=1e-11, atol=1e-13, err_msg=name
            )


@pytest.mark.parametrize(("activation", "loss"), PAIRS)
@pytest.mark.slow
@pytest.mark.sample(14)
def test_that_the_source_of_every_activation_and_loss_is_an_update_of_numpy(activation: str, loss: str) -> None:
    hidden = "tanh" if ACTIVATIONS[activation].couples_units else activation
    layers = (Layer(3, hidden), Layer(2, activation))
    assert_plain_python_agrees(replace(Scenario.load("xor"), layers=layers, loss=loss, targets=None))


def test_that_the_source_takes_the_limit_where_the_loss_has_a_slope_of_0_by_0() -> None:
    # Without weights, all outputs are 0, and so are two of the targets.
    zeros = InitialSpec(Method("zeros"), Method("zeros"))
    layers = (Layer(2, "tanh"), Layer(1, "identity"))
    scenario = replace(Scenario.load("xor"), layers=layers, loss="binary-cross-entropy", targets=None, initial=zeros)
    start = Session(scenario, "numpy")
    with np.errstate(all="ignore"):
        found = compiled_as_plain_python(start, 4, 1)["delta2"]
    assert np.isfinite(found).sum() == 2
    np.testing.assert_array_equal(found[:, start.data.labels == 0], [[1.0, 1.0]])


@pytest.mark.parametrize("penalty", ["none", *PENALTIES])
@pytest.mark.parametrize("kind", OPTIMISERS)
@pytest.mark.slow
@pytest.mark.sample(8)
def test_that_the_source_of_every_optimiser_and_penalty_is_an_update_of_numpy(kind: str, penalty: str) -> None:
    scenario = replace(Scenario.load("xor"), optimiser=OptimiserSpec(kind, 0.1), penalty=PenaltySpec(penalty, 0.1))
    assert_plain_python_agrees(scenario, updates=5)


SETTINGS = {
    "summed loss": {"reduction": "sum"},
    "penalty over m": {"penalty": PenaltySpec("l2", 0.1, "batch", True)},
    "penalty over N": {"penalty": PenaltySpec("l1", 0.1, "data", True)},
    "numbered activations": {"layers": (Layer(3, "leaky-relu(0.3)"), Layer(4, "elu(0.5)"), Layer(1, "sigmoid"))},
    "scheduled rate": {"optimiser": OptimiserSpec("adam", 0.1, {}, ScheduleSpec("exponential", "update"))},
    "rate of a layer": {"layers": (Layer(3, "tanh", learning_rate=0.01), Layer(1, "sigmoid"))},
    "derivatives": {"derivatives": True},
    "no biases": {"layers": (Layer(3, "tanh", "none"), Layer(1, "sigmoid", "none"))},
    "shared biases": {"layers": (Layer(20, "tanh", "shared"), Layer(1, "sigmoid", "shared"))},
}
"""Changes of XOR, each a setting that lines depend on."""


@pytest.mark.parametrize("name", SETTINGS)
def test_that_the_source_of_every_setting_is_an_update_of_numpy(name: str) -> None:
    assert_plain_python_agrees(replace(Scenario.load("xor"), **SETTINGS[name]), updates=5)


# A function that is written otherwise ---------------------------------------------------------------------------------


def swish(z: np.ndarray, out: np.ndarray) -> None:
    out[...] = z / (1.0 + np.exp(-z))


def clipped(z: np.ndarray, out: np.ndarray) -> None:
    np.clip(z, -1.0, 1.0, out=out)


def by_choice(z: np.ndarray, out: np.ndarray) -> None:
    np.copyto(out, z if z.max() > 0.0 else -z)


def by_cell(z: np.ndarray, out: np.ndarray) -> None:
    out[z > 0.0] = 1.0
    out[z <= 0.0] = 0.0


def shuffled(z: np.ndarray, out: np.ndarray) -> None:
    np.copyto(out, np.sort(z, axis=0))


NEW = [(swish, True), (clipped, False), (by_choice, False), (by_cell, False), (shuffled, False)]


@pytest.mark.parametrize(("function", "is_recorded"), NEW)
def test_that_a_new_activation_needs_nothing_but_its_function(
    function: Any, is_recorded: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = replace(ACTIVATIONS["tanh"], name="new", function=function)
    monkeypatch.setattr(fast_functions, "ACTIVATIONS", MappingProxyType({**ACTIVATIONS, "new": row}))
    z = np.array([[0.3, -2.0, 0.0], [-0.1, 4.0, 1.0]])
    out = np.full_like(z, np.nan)
    assert np.array_equal(by_calls(activation_calls("new", z, out), out), filled(function, z))
    recorded = recorded_in_place(function, z.shape)
    assert (recorded is not None) == is_recorded
    if recorded is not None:
        assert_close(by_columns(recorded, [z], plain_functions()), filled(function, z))


def test_that_the_rows_that_ship_run_in_both_engines() -> None:
    for row in ACTIVATIONS.values():
        assert recorded_in_place(row.function, (3, 4)) is not None
    for name, from_logits in LOSS_FORMS:
        assert recorded_value(LOSSES[name].cells_of(from_logits=from_logits), (3, 4)) is not None


OPERATIONS = {
    "one operand": [
        np.negative,
        np.positive,
        np.reciprocal,
        np.abs,
        np.exp,
        np.tanh,
        np.sqrt,
        np.log,
        np.expm1,
        np.log1p,
    ],
    "trigonometry": [np.sin, np.cos, np.sinh, np.cosh, np.arctan, np.arcsinh],
    "signs": [np.sign, np.square, lambda z: np.copysign(z, -1.0), lambda z: np.copysign(z, 1.0 - z)],
    "arithmetic": [lambda z: z + 2.0, lambda z: 2.0 - z, lambda z: z * z, lambda z: 2.0 / z, lambda z: z / (1.0 + z)],
    "extremes": [
        lambda z: np.maximum(z, 0.5),
        lambda z: np.minimum(0.5, z),
        lambda z: np.maximum(z, 1.0 - z),
        lambda z: np.minimum(z * z, z),
        lambda z: np.logaddexp(0.5, z),
    ],
    "conditions": [
        lambda z: np.where(z > 0.5, z, 1.0),
        lambda z: np.where(z >= 0.0, 2.0, z),
        lambda z: np.where(z < 0.5, z, z * z),
        lambda z: np.where(z <= 0.0, z, 1.0),
        lambda z: np.where(z == 0.0, 1.0, z),
        lambda z: np.where(z != 0.0, 1.0 / z, 0.0),
    ],
    "units": [
        lambda z: z - z.max(axis=0, keepdims=True),
        lambda z: z - z.min(axis=0, keepdims=True),
        lambda z: z / z.sum(axis=0, keepdims=True),
    ],
}
# Sines of huge numbers, and hyperbolic ones on the way to infinity, differ between libraries.
MODERATE = np.array(
    [[-40.0, -3.0, -0.7, -1e-12, -0.0, 0.0], [1e-12, 0.7, 3.0, 40.0, np.nan, 1.0], [0.5, 1.0, -1.0, 2.0, 9.0, 0.1]]
)


@pytest.mark.parametrize("kind", OPERATIONS)
def test_that_every_operation_with_a_compiled_form_computes_what_numpy_does(kind: str) -> None:
    for operation in OPERATIONS[kind]:

        def function(z: np.ndarray, out: np.ndarray, operation: Any = operation) -> None:
            out[...] = operation(z)

        recorded = recorded_in_place(function, MODERATE.shape)
        assert_close(by_columns(recorded, [MODERATE], plain_functions()), filled(function, MODERATE))


@pytest.mark.parametrize("kind", OPERATIONS)
@pytest.mark.slow
def test_that_compiled_operations_are_those_of_numpy(kind: str) -> None:
    functions, decorator = own_functions()
    for operation in OPERATIONS[kind]:

        def function(z: np.ndarray, out: np.ndarray, operation: Any = operation) -> None:
            out[...] = operation(z)

        recorded = recorded_in_place(function, MODERATE.shape)
        assert_close(by_columns(recorded, [MODERATE], functions, decorator), filled(function, MODERATE), least=1e-15)


def test_that_an_operation_without_a_compiled_form_is_left_to_numpy() -> None:
    recorded = recorded_in_place(lambda z, out: np.rint(z, out), (2, 3))
    assert recorded is not None
    with pytest.raises(UnsupportedError, match="rint"):
        written_by_columns(recorded, [["a", "b"]], lambda text: text)
