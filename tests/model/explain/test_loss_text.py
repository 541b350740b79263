"""What the inspector writes of a sample's loss, calculated with many digits, is the number beside it."""

import re
from collections.abc import Callable
from decimal import Decimal, localcontext

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnviz.model.explain.cell import explain_sample_loss
from nnviz.model.explain.definitions import definitions
from nnviz.model.explain.text import Pieces, plain, write
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.losses import LOSSES
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import MINUS

DIGITS = 340

SIGNS = (
    ("\u00a0", " "),
    (MINUS, "-"),
    ("·", "*"),
    ("²", "**2"),
    ("½ ", "0.5 * "),
    ("½/", "0.5/"),
    ("[", "("),
    ("]", ")"),
)
NUMBER = re.compile(r"(?<![\w'.])\d+(?:\.\d*)?(?:e-?\d+)?(?![\w'])")


def text_of(pieces: Pieces) -> str:
    """Return a line's text, with the left-out terms' sum in its place."""
    return "".join(f"({piece.rest.value!r})" if piece.rest else piece.text for piece in pieces)


def calculated(pieces: Pieces) -> Decimal:
    """Calculate what is written."""
    text = text_of(pieces)
    for sign, written in SIGNS:
        text = text.replace(sign, written)
    text = NUMBER.sub(lambda found: f"Decimal('{found[0]}')", text)
    text = re.sub(r"\|([^|]*)\|", r"abs(\1)", text)
    text = re.sub(r"e\^(-?abs\(Decimal\('[^']*'\)\)|-?abs\(-Decimal\('[^']*'\)\))", r"exp(\1)", text)
    text = re.sub(r"e\^(-?Decimal\('[^']*'\))", r"exp(\1)", text).replace("e^(", "exp(")
    text = re.sub(r"ln (Decimal\('[^']*'\))", r"ln(\1)", text)
    text = re.sub(r"(\)) ((?:ln|abs)\()", r"\1 * \2", text)
    text = re.sub(r"\) \(", ") * (", text)
    # A number that is written with all its digits is that float, not the decimal fraction that names it.
    names = {"exp": Decimal.exp, "ln": Decimal.ln, "max": max, "abs": abs}
    names["Decimal"] = lambda number: Decimal(float(number))
    with localcontext() as context:
        context.prec = DIGITS
        return Decimal(eval(text, {"__builtins__": {}}, names))


def moment(make_scenario: Callable[..., object], activation: str, loss: str, z: np.ndarray, y: np.ndarray) -> Snapshot:
    """Return a snapshot after an update of an output layer with these weighted inputs."""
    given = {"W1": z, "b1": np.zeros(z.shape)}
    session = Session(make_scenario([[1.0]], [(len(z), activation)], y=y, parameters=given, loss=loss))
    session.step_update()
    return session.snapshot()


LOGIT = st.one_of(st.floats(-700, 700), st.floats(-3, 3), st.sampled_from([0.0, 20.0, -20.0, 40.0, -40.0, 350.0]))
PAIRS = [
    (row.logits_with or activation, loss)
    for loss, row in LOSSES.items()
    for activation in (("identity", "tanh", "sigmoid") if row.logits_with is None else ("",))
]


@st.composite
def outputs(draw: st.DrawFn, loss: str) -> tuple[np.ndarray, np.ndarray]:
    """Draw weighted inputs and targets of an output layer of one sample."""
    row = LOSSES[loss]
    count = draw(st.integers(2 if row.couples_units else 1, 9))
    z = np.array([draw(st.lists(LOGIT, min_size=count, max_size=count))]).T
    chosen = np.eye(count)[:, [draw(st.integers(0, count - 1))]]
    if row.couples_units:
        share = draw(st.sampled_from([0.0, 0.25, 1e-10]))
        return z, (1 - share) * chosen + share / count
    if row.targets == "plus-minus-one":
        return z, 2 * chosen - 1
    soft = draw(st.lists(st.sampled_from([0.0, 1.0, 0.3, 1 - 1e-10]), min_size=count, max_size=count))
    return z, np.array([soft]).T


@pytest.mark.parametrize(("activation", "loss"), PAIRS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.sample(3)
@pytest.mark.slow
def test_that_every_written_step_is_the_loss_beside_it(
    make_scenario: Callable[..., object], activation: str, loss: str, data: st.DataObject
) -> None:
    z, y = data.draw(outputs(loss))
    explanation = explain_sample_loss(moment(make_scenario, activation, loss, z, y), 0)
    assert explanation.value is not None
    for step in write(explanation, exactly=True).numbers:
        assert float(calculated(step)) == pytest.approx(explanation.value, rel=1e-9, abs=1e-300), text_of(step)


def test_that_a_certain_and_wrong_output_is_written_with_z(make_scenario: Callable[..., object]) -> None:
    snapshot = moment(make_scenario, "sigmoid", "binary-cross-entropy", np.array([[40.0]]), np.array([[0.0]]))
    explanation = explain_sample_loss(snapshot, 0)
    assert explanation.value == 40.0
    (step,) = write(explanation).numbers
    assert plain(step) == "ln(1 + e^−|40|) + (1 − 0) · max(0, 40) + 0 · max(0, −40)"
    assert float(calculated(step)) == 40.0


def test_that_a_certain_and_right_class_is_written_with_the_others(make_scenario: Callable[..., object]) -> None:
    z, y = np.array([[-35.0], [0.0], [-36.0]]), np.array([[0.0], [1.0], [0.0]])
    written = write(explain_sample_loss(moment(make_scenario, "softmax", "categorical-cross-entropy", z, y), 0))
    assert plain(written.symbols) == "y₂ · ln(1 + e^(z¹₁ − z¹₂) + e^(z¹₃ − z¹₂)) + …"
    assert plain(written.numbers[0]) == "1 · ln(1 + e^(−35 − 0) + e^(−36 − 0)) + …"
    assert all(float(calculated(step)) == pytest.approx(8.625e-16, rel=1e-3) for step in written.numbers)


@pytest.mark.parametrize("loss", [name for name, row in LOSSES.items() if row.logits_with])
def test_that_the_line_is_written_with_what_it_reads(make_scenario: Callable[..., object], loss: str) -> None:
    activation = LOSSES[loss].logits_with
    assert activation is not None
    snapshot = moment(make_scenario, activation, loss, np.zeros((2, 1)), np.array([[0.0], [1.0]]))
    line = snapshot.program[snapshot.program.line_of["L"]]
    assert line.reads == ("Z1", "Y")
    assert f"{ACTIVATIONS[activation].sign}(Z¹), Y)" in line.formula(snapshot.labels)
    assert not any(re.search(r"\ba\b", text) for text in definitions(line.expression))
