"""Operations that only work because an operand is repeated are found, and whether that is intended."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.engine.numpy_calls import Binder
from nnviz.model.mistakes.build import build_program
from nnviz.model.network.network import Layer, Network
from nnviz.model.program.broadcasting import broadcasts
from nnviz.model.program.expression import Apply, Binary, Constant, MatMul, Reduce, Scalar, Symbol, Transpose
from nnviz.model.program.line import Line
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.program.recipe import Recipe
from nnviz.model.program.shapes import shape_of
from nnviz.model.scenario.file import shipped_scenarios
from nnviz.model.session.session import Session

SHAPES = {"W1": (3, 2), "X": (2, 4), "b1": (3, 1), "Z1": (3, 4), "A2": (1, 4), "Y": (1, 4), "b2": (1, 1), "L": (1, 1)}
W1, X, B1, Z1, A2, Y, B2, L = map(Symbol, SHAPES)
WEIGHTED = MatMul(W1, X)


def found_in(node, shapes=SHAPES):
    """Return (operand, along) of what is repeated, the result, and whether it is meant, for the one that there is."""
    (found,) = broadcasts(node, shapes)
    return [(each.operand, each.along) for each in found.repeated], found.result, found.is_meant


def test_that_a_bias_is_repeated_over_the_samples_and_meant_to_be():
    assert found_in(Binary("+", WEIGHTED, B1)) == ([(B1, ("samples",))], (3, 4), True)
    assert found_in(Binary("+", B1, WEIGHTED)) == ([(B1, ("samples",))], (3, 4), True)
    assert found_in(Binary("+", MatMul(Symbol("b2"), A2), B2)) == ([(B2, ("samples",))], (1, 4), True)


@pytest.mark.parametrize(
    "node",
    [
        Binary("-", A2, Y),
        Binary("/", Z1, Scalar("m")),
        Binary("*", Binary("*", Constant(2.0, "2"), Scalar("eta")), W1),
        Binary("+", L, Symbol("L")),
        Binary("*", WEIGHTED, Z1),
        WEIGHTED,
        Apply("square", Z1),
    ],
)
def test_that_equal_shapes_and_plain_numbers_repeat_nothing(node):
    assert broadcasts(node, SHAPES) == ()


@pytest.mark.parametrize("operator", ["+", "-", "*", "/"])
def test_that_a_row_against_a_column_is_suspicious(operator):
    node = Binary(operator, A2, Transpose(Y))
    assert found_in(node) == ([(A2, ("units",)), (Transpose(Y), ("samples",))], (4, 4), False)


def test_that_a_row_is_meant_to_be_repeated_only_where_it_is_a_sum_over_the_units():
    total = Reduce("units", Z1)
    assert found_in(Binary("-", Z1, total)) == ([(total, ("units",))], (3, 4), True)
    assert found_in(Binary("-", Z1, A2)) == ([(A2, ("units",))], (3, 4), False)


def test_that_one_number_for_a_whole_matrix_is_suspicious():
    assert found_in(Binary("-", Z1, L)) == ([(L, ("units", "samples"))], (3, 4), False)


def test_that_outer_operations_come_before_inner_ones():
    inner = Binary("+", WEIGHTED, B1)
    node = Binary("-", inner, A2)
    assert [found.operation for found in broadcasts(node, SHAPES)] == [node, inner]
    assert [found.is_meant for found in broadcasts(node, SHAPES)] == [False, True]


def test_that_shapes_that_do_not_fit_even_so_are_an_error():
    with pytest.raises(ValueError, match="2×4"):
        broadcasts(Binary("+", X, Z1), SHAPES)


@pytest.mark.parametrize("node", [Binary("+", WEIGHTED, B1), Binary("-", A2, Transpose(Y)), Binary("-", Z1, L)])
def test_that_what_is_reported_is_what_numpy_does(node):
    rng = np.random.default_rng(0)
    arrays = {name: rng.standard_normal(shape) for name, shape in SHAPES.items()}
    (found,) = broadcasts(node, SHAPES)
    out = np.empty(found.result)
    for call in Binder({**arrays, "": out}, {}).bind(node, ""):
        call()
    assert found.result == np.broadcast_shapes(*(shape_of(part, SHAPES) for part in (node.left, node.right)))
    for each in found.repeated:
        array = arrays[each.operand.name] if isinstance(each.operand, Symbol) else arrays["Y"].T
        grown = {axis for axis, (had, has) in enumerate(zip(array.shape, found.result, strict=True)) if had != has}
        assert {"units": 0, "samples": 1}[each.along[0]] in grown
        assert len(grown) == len(each.along)


# Programs ------------------------------------------------------------------------------------------------------------


def programs():
    networks = (
        Network(2, (Layer(3, "tanh"), Layer(1, "sigmoid"))),
        Network(2, (Layer(3, "relu"), Layer(2, "softmax"))),
    )
    for network in networks:
        for loss in LOSSES:
            for optimiser in OPTIMISERS:
                for penalty in (None, *PENALTIES):
                    yield build_program(Recipe(network, loss, optimiser, penalty))


@pytest.mark.slow
@pytest.mark.no_cover
def test_that_nothing_in_a_right_program_is_suspicious_and_every_bias_is_reported():
    for program in programs():
        shapes = program.shapes(5)
        for line in program:
            found = line.broadcasts(shapes)
            assert all(broadcast.is_meant for broadcast in found)
            if line.writes.startswith("Z"):
                assert [each.operand for each in found[0].repeated] == [Symbol(f"b{line.layer}")]


@pytest.mark.parametrize("name", list(shipped_scenarios()))
@pytest.mark.slow
@pytest.mark.sample(5)
def test_that_shipped_scenarios_repeat_their_biases_and_no_more(name):
    snapshot = Session(Scenario.load(name)).snapshot()
    told_of = [line.writes for line in snapshot.program if line.broadcasts(snapshot.shapes)]
    layers = range(1, snapshot.network.depth + 1) if len(snapshot.batch) > 1 else ()
    assert told_of == [f"Z{n}" for n in layers]


def test_that_nothing_may_be_repeated_where_a_value_is_replaced():
    line = Line("b1", Binary("-", B1, Binary("*", Scalar("eta"), Z1)), "update", 1, assigns=True)
    (found,) = line.broadcasts(SHAPES)
    assert not found.is_meant
    assert line.shapes(SHAPES) == "(3×1) − (3×4) → 3×1"
    right = replace(line, expression=Binary("-", B1, Binary("*", Scalar("eta"), B1)))
    assert right.broadcasts(SHAPES) == ()
    assert right.shapes(SHAPES) == "3×1"


@pytest.mark.parametrize("convention", ["columns", "rows"])
def test_that_the_operands_are_found_in_the_text_of_the_shapes(convention):
    line = Line("Z1", Binary("+", WEIGHTED, B1), "forward", 1)
    text = line.shapes(SHAPES, convention)
    written = {p.operand: text[p.start : p.stop] for p in line.operand_shapes(SHAPES, convention).places}
    if convention == "columns":
        assert written == {WEIGHTED: "(3×2)·(2×4)", B1: "(3×1)"}
    else:
        assert written == {WEIGHTED: "(4×2)·(2×3)", B1: "(1×3)"}


def test_that_an_operand_inside_brackets_is_found():
    inner = Binary("+", WEIGHTED, B1)
    line = Line("Z1", Binary("*", inner, Z1), "forward", 1)
    text = line.shapes(SHAPES)
    assert text == "((3×2)·(2×4) + (3×1)) ⊙ (3×4) → 3×4"
    written = [(p.operation, text[p.start : p.stop]) for p in line.operand_shapes(SHAPES).places]
    assert (inner, "(3×1)") in written
    assert (line.expression, "((3×2)·(2×4) + (3×1))") in written
