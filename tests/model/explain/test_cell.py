"""An explanation is true: its tree, its symbols and its numbers give what the line computed."""

import math
import re
from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.explain.cell import explain, explain_sample_loss
from nnviz.model.explain.text import plain, write
from nnviz.model.explain.tree import FEW, LARGEST, Leaf, Operation, Rest, leaves
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.text.numbers import MINUS


def scenario(
    hidden="tanh", output="sigmoid", loss="binary-cross-entropy", outputs=1, biases="per-unit", **others
) -> Scenario:
    """Three inputs, eleven samples in batches of four: the last batch is partial."""
    rng = np.random.default_rng(3)
    data = DataSpec(
        kind="explicit",
        inputs=tuple(map(tuple, rng.normal(size=(11, 3)).tolist())),
        labels=tuple(int(label) for label in np.arange(11) % max(2, outputs)),
    )
    return Scenario(
        title={"en": "test"},
        data=data,
        layers=(Layer(10, hidden, biases), Layer(outputs, output, biases)),
        loss=loss,
        batch=others.pop("batch", BatchSpec(4)),
        initial=InitialSpec(weights=Method("normal", 0.5), biases=Method("normal", 0.5)),
        **others,
    )


SCENARIOS = {
    "cross-entropy": scenario(),
    "half squared, σ": scenario("sigmoid", "sigmoid", "half-squared"),
    "squared, tanh": scenario("relu", "tanh", "squared"),
    "mean squared": scenario("leaky-relu", "identity", "mean-squared", outputs=3),
    "hinge of softplus": scenario("softplus", "softplus", "hinge"),
    "cross-entropy apart": scenario("identity", "softmax", "binary-cross-entropy", outputs=3),
    "hinge": scenario("tanh", "identity", "hinge"),
    "softmax": scenario("tanh", "softmax", "categorical-cross-entropy", outputs=10),
    "softmax, half squared": scenario("tanh", "softmax", "half-squared", outputs=3),
    "L1, momentum": scenario(penalty=PenaltySpec("l1", 0.1), optimiser=OptimiserSpec("momentum")),
    "L2, Nesterov": scenario(penalty=PenaltySpec("l2", 0.1), optimiser=OptimiserSpec("nesterov")),
    "RMSProp": scenario(optimiser=OptimiserSpec("rmsprop")),
    "Adam, full batch": scenario(optimiser=OptimiserSpec("adam"), batch=BatchSpec("full")),
    "absolute, summed": scenario("tanh", "identity", "mean-absolute", outputs=3, reduction="sum"),
    "half mean squared": scenario("tanh", "identity", "half-mean-squared", outputs=3),
    "shared biases": scenario(biases="shared"),
    "no biases": scenario(biases="none", loss="half-mean-squared"),
    "L2 over N, on biases": scenario(penalty=PenaltySpec("l2-unhalved", 0.1, "data", True)),
    "ELU": scenario("elu(0.5)"),
    "swish": scenario("swish", "bipolar-sigmoid", "squared", targets="plus-minus-one"),
    "AMSGrad": scenario(optimiser=OptimiserSpec("amsgrad")),
    "AdamW": scenario(optimiser=OptimiserSpec("adamw")),
    "Adam, ε before": scenario(optimiser=OptimiserSpec("adam-hat")),
    "one sample": scenario(batch=BatchSpec(1), train_biases=False),
}


def each_cell(name: str, updates: int = 3):
    """Yield (snapshot, line number, cell) of a scenario: the corners of what each line writes."""
    session = Session(SCENARIOS[name])
    session.step_update(updates)  # the third update of an epoch has three samples left
    snapshot = session.snapshot()
    for number, line in enumerate(snapshot.program, start=1):
        rows, columns = snapshot.shapes[line.writes]
        for row, column in {(0, 0), (rows - 1, columns - 1), (rows // 2, columns // 2)}:
            yield snapshot, number, Cell(line.writes, row, column)


def calculated(text: str) -> float:
    """Calculate what a written line says."""
    text = text.replace(MINUS, "-").replace("·", "*").replace("²", "**2").replace("e^", "exp")
    text = re.sub(r"exp(-?[0-9.e+-]+)", r"exp(\1)", text)
    text = re.sub(r"\|([^|]*)\|", r"abs(\1)", text).replace("√", "sqrt").replace("[", "(").replace("]", ")")
    names = {
        "exp": math.exp,
        "sqrt": math.sqrt,
        "tanh": math.tanh,
        "σ": lambda z: 1 / (1 + math.exp(-z)),
        "softplus": lambda z: math.log1p(math.exp(z)),
        "ReLU": lambda z: max(0.0, z),
        "LReLU": lambda z: max(0.01 * z, z),
        "id": float,
        "ELU": lambda z: z if z > 0 else 0.5 * math.expm1(z),
        "swish": lambda z: z / (1 + math.exp(-z)),
        "bipolar": lambda z: math.tanh(z / 2),
        "sign": np.sign,
    }
    return float(eval(text, {"__builtins__": {"abs": abs, "max": max}}, names))


def exact_text(pieces) -> str:
    """Return the text of a line with the left-out terms' sum in its place."""
    return "".join(f"({piece.rest.value!r})" if piece.rest else piece.text for piece in pieces).replace("\u00a0", " ")


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.slow
@pytest.mark.sample(6)
def test_that_the_tree_of_every_line_has_the_value_that_the_line_computed(name: str) -> None:
    for snapshot, number, cell in each_cell(name):
        explanation = explain(snapshot, cell)
        assert explanation is not None
        assert explanation.line == number
        assert explanation.value == snapshot.values[cell.symbol][cell.row, cell.column]
        assert explanation.tree.value == pytest.approx(explanation.value, rel=1e-10, abs=1e-15), cell


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("convention", ["columns", "rows"])
@pytest.mark.slow
@pytest.mark.sample(10)
def test_that_what_is_written_can_be_calculated_and_gives_the_value(name: str, convention: str) -> None:
    for snapshot, _, cell in each_cell(name):
        explanation = explain(snapshot, cell, convention=convention)
        written = write(explanation, exactly=True)
        assert written.numbers
        for line in written.numbers:
            text = exact_text(line)
            # An exponent's own minus sign is no operator.
            text = text.replace(f"e{MINUS}", "e-")
            assert calculated(text) == pytest.approx(explanation.value, rel=1e-9, abs=1e-13), (cell, text)


@pytest.mark.parametrize("name", SCENARIOS)
def test_that_a_leaf_holds_what_its_cell_held_when_the_line_ran(name: str) -> None:
    for snapshot, number, cell in each_cell(name):
        for leaf in leaves(explain(snapshot, cell).tree):
            if leaf.cell is None or leaf.text.startswith("ℓ"):
                continue
            replaced = snapshot.program.line_of.get(leaf.cell.symbol, 0) < number
            held = snapshot.values if replaced else snapshot.before
            assert leaf.value == held[leaf.cell.symbol][leaf.cell.row, leaf.cell.column]


def test_that_the_hidden_delta_reads_as_on_paper() -> None:
    session = Session(find_scenario("xor"))
    session.step_update(160)
    session.step_line(9)
    explanation = explain(session.snapshot(), Cell("delta1", 1, 1))
    written = write(explanation)
    assert (written.left, written.sign) == ("δ¹₂₂", "=")
    assert plain(written.symbols) == "W²₁₂ · δ²₁₂ · (1 − (a¹₂₂)²)"
    assert [plain(line) for line in written.numbers] == [
        "−1.537 · (−0.1494) · (1 − (−0.4840)²)",
        "0.2297 · 0.7657",
    ]
    assert explanation.value == pytest.approx(0.17585885693085468, rel=1e-12)


def test_that_rows_swap_subscripts_and_factors() -> None:
    session = Session(find_scenario("xor"))
    session.step_update(1)
    snapshot = session.snapshot()
    written = write(explain(snapshot, Cell("Z1", 2, 1), convention="rows"))
    assert written.left + " = " + plain(written.symbols) == "z¹₂₃ = x₂₁ · W¹₁₃ + x₂₂ · W¹₂₃ + b¹₃"
    cells = [piece.cell for piece in written.numbers[0] if piece.cell]
    assert cells[:2] == [Cell("X", 0, 1), Cell("W1", 2, 0)]  # cells stay in the column convention


def test_that_a_documents_own_names_reach_the_gradients_that_are_derived_from_them() -> None:
    session = Session(find_scenario("worked-example-2-3-1"))
    session.step_update(1)
    snapshot = session.snapshot()
    written = write(explain(snapshot, Cell("W2", 0, 1)))
    assert f"{written.left} {written.sign} {plain(written.symbols)}" == "V₁₂ ← V₁₂ − η · ∂E/∂V₁₂"
    plainly = snapshot.scenario.symbol_labels(own_names=False)
    written = write(explain(snapshot, Cell("W2", 0, 1), plainly))
    assert plain(written.symbols) == "W²₁₂ − η · ∂L/∂W²₁₂"


def test_that_the_settings_of_an_update_read_as_they_were_set() -> None:
    session = Session(find_scenario("xor"))
    session.step_update(1)
    written = write(explain(session.snapshot(), Cell("W1", 0, 0)))
    assert " 0.42 · " in plain(written.numbers[0])


def test_that_a_replaced_value_cannot_be_followed_from_itself() -> None:
    session = Session(find_scenario("xor"))
    session.step_update(1)
    written = write(explain(session.snapshot(), Cell("W1", 0, 0)))
    assert [piece.cell for piece in written.numbers[0] if piece.cell] == [Cell("dW1", 0, 0)]


def test_that_a_line_that_has_not_run_is_written_with_symbols_only() -> None:
    session = Session(find_scenario("xor"))
    session.step_update(1)
    session.step_line(3)
    explanation = explain(session.snapshot(), Cell("delta1", 1, 1))
    assert explanation is not None
    assert explanation.value is None
    written = write(explanation)
    assert plain(written.symbols) == "W²₁₂ · δ²₁₂ · (1 − (a¹₂₂)²)"
    assert written.numbers == ()


@pytest.mark.parametrize("symbol", ["X", "Y", "W1"])
def test_that_data_and_a_parameter_before_its_line_have_no_explanation(symbol: str) -> None:
    session = Session(find_scenario("xor"))
    session.step_line(3)
    assert explain(session.snapshot(), Cell(symbol, 0, 0)) is None


def test_that_a_long_sum_keeps_its_largest_terms_in_order_and_says_what_the_rest_is() -> None:
    rng = np.random.default_rng(0)
    wide = replace(
        scenario(outputs=10, output="softmax", loss="categorical-cross-entropy"),
        data=DataSpec(
            kind="explicit",
            inputs=tuple(map(tuple, rng.uniform(size=(4, 784)).tolist())),
            labels=(0, 1, 2, 9),
        ),
    )
    session = Session(wide)
    session.step_line(1)
    snapshot = session.snapshot()
    tree = explain(snapshot, Cell("Z1", 3, 1)).tree
    total = tree.parts[0]
    assert isinstance(total, Operation)
    *kept, rest = total.parts
    terms = snapshot.before["W1"][3] * snapshot.values["X"][:, 1]
    largest = sorted(np.argsort(-np.abs(terms))[:LARGEST].tolist())
    assert [leaf.cell.column for part in kept for leaf in leaves(part) if leaf.cell.symbol == "W1"] == largest
    assert isinstance(rest, Rest)
    assert rest.count == 784 - LARGEST
    assert rest.value == pytest.approx(np.delete(terms, largest).sum(), abs=1e-12)
    assert tree.value == pytest.approx(snapshot.values["Z1"][3, 1], abs=1e-10)


def test_that_a_sum_of_few_terms_is_written_out() -> None:
    session = Session(scenario(batch=BatchSpec(FEW)))
    session.step_update(1)
    tree = explain(session.snapshot(), Cell("db2", 0, 0)).tree
    assert len(list(leaves(tree))) == FEW + 1  # and m


def test_that_softmax_is_explained_where_its_powers_would_overflow() -> None:
    session = Session(scenario("relu", "softmax", "categorical-cross-entropy", outputs=3))
    session.step_line(3)
    snapshot = session.snapshot()
    huge = np.array([[800.0, 0.0, 0.0, 0.0], [799.0, 1.0, 0.0, 0.0], [-800.0, 2.0, 0.0, 0.0]])
    session.step_line(1)
    snapshot = replace(session.snapshot(), values={**session.snapshot().values, "Z2": huge})
    tree = explain(snapshot, Cell("A2", 1, 0)).tree
    assert tree.value == pytest.approx(1 / (1 + math.e), rel=1e-12)


def test_that_a_division_by_zero_is_shown_and_not_raised() -> None:
    session = Session(scenario("identity", "identity", "binary-cross-entropy"))
    session.step_update(1)
    snapshot = session.snapshot()
    zero = replace(snapshot, values={**snapshot.values, "A2": np.zeros((1, 4))})
    wrong, right = (int(np.flatnonzero(snapshot.values["Y"][0] == y)[0]) for y in (1.0, 0.0))
    assert explain(zero, Cell("delta2", 0, wrong)).tree.value == -math.inf
    assert explain(zero, Cell("delta2", 0, right)).tree.value == 1.0  # (a − y) / (a(1 − a)) has a limit there


@pytest.mark.parametrize(
    ("name", "symbols"),
    [
        ("cross-entropy", "ln(1 + e^−|z²₁₂|) + (1 − y₁₂) · max(0, z²₁₂) + y₁₂ · max(0, −z²₁₂)"),
        ("half squared, σ", "½ (a²₁₂ − y₁₂)²"),
        ("squared, tanh", "(a²₁₂ − y₁₂)²"),
        ("hinge", "max(0, 1 − y₁₂·a²₁₂)"),
    ],
)
def test_that_a_samples_loss_is_written_as_its_formula(name: str, symbols: str) -> None:
    session = Session(SCENARIOS[name])
    session.step_update(1)
    explanation = explain_sample_loss(session.snapshot(), 1)
    assert explanation.text == "ℓ₂"
    assert plain(write(explanation).symbols) == symbols
    assert all(math.isfinite(leaf.value) for leaf in leaves(explanation.tree))


@pytest.mark.parametrize("name", SCENARIOS)
def test_that_the_samples_losses_make_up_the_loss(name: str) -> None:
    session = Session(SCENARIOS[name])
    session.step_update(3)
    snapshot = session.snapshot()
    losses = [explain_sample_loss(snapshot, column).value for column in range(len(snapshot.batch))]
    whole = np.sum(losses) if SCENARIOS[name].reduction == "sum" else np.mean(losses)
    assert whole == pytest.approx(snapshot.values["L"][0, 0], rel=1e-12)


def test_that_a_samples_loss_can_be_followed_to_the_output_it_is_about() -> None:
    session = Session(SCENARIOS["softmax"])
    session.step_update(1)
    snapshot = session.snapshot()
    first = next(leaf for leaf in leaves(explain(snapshot, Cell("L", 0, 0)).tree) if isinstance(leaf, Leaf))
    target = int(np.argmax(snapshot.values["Y"][:, 0]))
    assert first.cell == Cell("Z2", target, 0)
