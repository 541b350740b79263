"""Lines read as on paper, in both conventions, and their shapes are those of the arrays."""

import pytest

from nnviz.model.mistakes.build import build_program
from nnviz.model.network.network import Layer, Network
from nnviz.model.program.expression import Binary, Constant, MatMul, Reduce, Scalar, Symbol, Transpose
from nnviz.model.program.formula import text_of
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.program import Program
from nnviz.model.program.recipe import Recipe
from nnviz.model.program.shapes import operand_shapes, shape_of, shape_text
from nnviz.model.program.symbols import Labels

SHAPES = {"W1": (3, 2), "X": (2, 4), "b1": (3, 1), "Z1": (3, 4), "W2": (1, 3), "A2": (1, 4), "Y": (1, 4)}
W1, X, B1, Z1, W2, A2, Y = map(Symbol, SHAPES)


def program(**recipe) -> Program:
    network = recipe.pop("network", Network(2, (Layer(3, "tanh"), Layer(1, "sigmoid"))))
    return build_program(Recipe(network, recipe.pop("loss", "binary-cross-entropy"), **recipe))


def formulas(program: Program, convention: str = "columns", **labels) -> dict[str, str]:
    return {line.writes: line.formula(Labels(**labels), convention) for line in program}


def test_that_the_update_of_a_2_3_1_network_reads_as_in_the_picture() -> None:
    assert list(formulas(program()).values()) == [
        "Z¹ = W¹ · X + b¹",
        "A¹ = tanh(Z¹)",
        "Z² = W² · A¹ + b²",
        "A² = σ(Z²)",
        "L = BCE(σ(Z²), Y)",
        "δ² = A² − Y",
        "∂L/∂W² = δ² · A¹ᵀ / m",
        "∂L/∂b² = Σ δ² / m",
        "δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹)",
        "∂L/∂W¹ = δ¹ · Xᵀ / m",
        "∂L/∂b¹ = Σ δ¹ / m",
        "W¹ ← W¹ − η ∂L/∂W¹",
        "b¹ ← b¹ − η ∂L/∂b¹",
        "W² ← W² − η ∂L/∂W²",
        "b² ← b² − η ∂L/∂b²",
    ]


def test_that_rows_transpose_products_and_keep_the_rest() -> None:
    rows = formulas(program(), "rows")
    assert rows["Z1"] == "Z¹ = X · W¹ + b¹"
    assert rows["delta1"] == "δ¹ = (δ² · W²ᵀ) ⊙ tanh′(Z¹)"
    assert rows["dW1"] == "∂L/∂W¹ = Xᵀ · δ¹ / m"
    assert rows["W1"] == "W¹ ← W¹ − η ∂L/∂W¹"


@pytest.mark.parametrize(
    ("writes", "columns", "rows"),
    [
        ("Z1", "(3×2)·(2×4) + (3×1) → 3×4", "(4×2)·(2×3) + (1×3) → 4×3"),
        ("A1", "3×4", "4×3"),
        ("L", "1×1", "1×1"),
        ("delta1", "(3×1)·(1×4) ⊙ (3×4) → 3×4", "(4×1)·(1×3) ⊙ (4×3) → 4×3"),
        ("dW1", "(3×4)·(4×2) → 3×2", "(2×4)·(4×3) → 2×3"),
        ("db1", "3×1", "1×3"),
        ("W1", "3×2", "2×3"),
    ],
)
def test_that_a_line_shows_the_shapes_of_its_operands_and_result(writes: str, columns: str, rows: str) -> None:
    made = program()
    line = made[made.line_of[writes]]
    assert line.shapes(made.shapes(4)) == columns
    assert line.shapes(made.shapes(4), "rows") == rows


@pytest.mark.parametrize("optimiser", OPTIMISERS)
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("penalty", [None, "l1", "l2"])
@pytest.mark.slow
@pytest.mark.sample(40)
def test_that_every_line_has_the_shape_of_the_array_that_it_writes(optimiser: str, loss: str, penalty) -> None:
    network = Network(2, (Layer(3, "relu"), Layer(2, LOSSES[loss].needs or "identity")))
    made = program(network=network, loss=loss, optimiser=optimiser, penalty=penalty)
    shapes = made.shapes(5)
    for line in made:
        assert shape_of(line.expression, shapes) == shapes[line.writes]
        for convention in ("columns", "rows"):
            assert line.shapes(shapes, convention).endswith(
                shape_text(shapes[line.writes][:: 1 if convention == "columns" else -1])
            )


def test_that_a_sum_of_shapes_within_a_product_takes_brackets() -> None:
    node = Binary("*", Binary("-", A2, Y), A2)
    assert operand_shapes(node, SHAPES, "columns").text == "((1×4) − (1×4)) ⊙ (1×4)"
    assert operand_shapes(Binary("-", Binary("*", A2, Y), A2), SHAPES, "columns").text == "(1×4) ⊙ (1×4) − (1×4)"


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (Binary("-", A2, Binary("-", A2, Y)), "A² − (A² − Y)"),
        (Binary("-", Binary("-", A2, Y), Y), "A² − Y − Y"),
        (Binary("*", Binary("+", A2, Y), Y), "(A² + Y) ⊙ Y"),
        (Binary("*", MatMul(W2, Z1), Y), "(W² · Z¹) ⊙ Y"),
        (Binary("/", MatMul(W1, X), Scalar("m")), "W¹ · X / m"),
        (Binary("/", A2, Binary("*", A2, Y)), "A² / (A² ⊙ Y)"),
        (Binary("*", Constant(-1.0, "−1"), Binary("/", Y, A2)), "−Y / A²"),
        (Binary("*", Scalar("eta"), Binary("+", A2, Y)), "η (A² + Y)"),
        (Reduce("units", Binary("*", A2, Y)), "Σₖ(A² ⊙ Y)"),
        (MatMul(Transpose(W1), Z1), "W¹ᵀ · Z¹"),
        (Transpose(Symbol("dW1")), "(∂L/∂W¹)ᵀ"),
        (Transpose(MatMul(W1, X)), "(W¹ · X)ᵀ"),
    ],
)
def test_that_brackets_stand_where_they_are_needed_and_nowhere_else(node, text: str) -> None:
    assert text_of(node, Labels()) == text


def test_that_a_product_of_shapes_that_do_not_fit_is_an_error_that_shows_them() -> None:
    with pytest.raises(ValueError, match=r"\(3×2\)·\(3×1\)"):
        shape_of(MatMul(W1, B1), SHAPES)
    with pytest.raises(ValueError, match="3×2"):
        shape_of(Binary("+", W1, Z1), SHAPES)


def test_that_gradients_and_moments_are_named_after_a_documents_own_names() -> None:
    own = {"W2": "V", "L": "E"}
    adam = formulas(program(optimiser="adam", penalty="l2"), objective="L", own=own)
    assert adam["dW2"].startswith("∂E/∂V = ")
    assert adam["dR2"].startswith("∂R/∂V = ")
    assert adam["vW2"] == "v(V) ← β₁ v(V) + (1 − β₁) ∂E/∂V"


def test_that_with_a_penalty_the_gradients_are_those_of_the_total() -> None:
    lines = formulas(program(penalty="l2"), objective="J")
    assert lines["R"] == "R = λ / 2 (‖W¹‖² + ‖W²‖²)"
    assert lines["J"] == "J = L + R"
    assert lines["dW2"] == "∂J/∂W² = δ² · A¹ᵀ / m + ∂R/∂W²"


@pytest.mark.parametrize(
    ("name", "cell", "shape", "text"),
    [
        ("W2", (0, 1), (1, 3), "W²₁₂"),
        ("A1", (1, 1), (3, 4), "a¹₂₂"),
        ("X", (0, 3), (2, 4), "x₁₄"),
        ("b1", (2, 0), (3, 1), "b¹₃"),
        ("db1", (0, 2), (1, 3), "∂L/∂b¹₃"),
        ("Z1", (1, 0), (3, 1), "z¹₂"),
        ("W1", (11, 3), (12, 4), "W¹₁₂,₄"),
        ("A2", (0, 0), (1, 1), "a²"),
        ("L", (0, 0), (1, 1), "L"),
    ],
)
def test_that_cells_have_subscripts_from_1_and_values_are_written_small(name, cell, shape, text) -> None:
    assert Labels().of_cell(name, *cell, shape) == text


def test_that_a_documents_own_name_keeps_its_case_in_a_cell() -> None:
    assert Labels(own={"A1": "H"}).of_cell("A1", 0, 1, (3, 4)) == "H₁₂"


def test_that_every_symbol_of_a_program_has_a_label_of_its_own() -> None:
    made = program(optimiser="adam", penalty="l1")
    labels = Labels("J")
    assert len({labels.of(name) for name in made.symbols}) == len(made.symbols)
