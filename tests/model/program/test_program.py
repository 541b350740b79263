"""The program of an update: its lines, in an order in which each has what it reads."""

from functools import cache
from itertools import product

import pytest

from nnviz.model.mistakes.build import build_program
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.network import Layer, Network
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.program.recipe import Recipe

XOR = Recipe(Network(2, (Layer(2, "sigmoid"), Layer(1, "sigmoid"))), "binary-cross-entropy")


def recipes():
    """Yield each pair of hidden and output layer with each loss, and each way of making the update once."""
    for hidden, (output, loss) in product(ACTIVATIONS, product(ACTIVATIONS, LOSSES)):
        if not ACTIVATIONS[hidden].couples_units and LOSSES[loss].needs in (None, output):
            yield Recipe(Network(2, (Layer(3, hidden), Layer(3, hidden), Layer(2, output))), loss)
    for optimiser, penalty, trains_biases in product(OPTIMISERS, (None, *PENALTIES), (True, False)):
        yield Recipe(XOR.network, XOR.loss, optimiser, penalty, trains_biases)


@cache
def programs():
    """Return the programs of all recipes: made when a test asks, not whenever tests are collected."""
    return tuple(build_program(recipe) for recipe in recipes())


def test_that_xor_s_program_is_the_one_that_people_write():
    written = [line.writes for line in build_program(XOR)]
    assert written == [
        *("Z1", "A1", "Z2", "A2", "L"),
        *("delta2", "dW2", "db2", "delta1", "dW1", "db1"),
        *("W1", "b1", "W2", "b2"),
    ]


def test_that_lines_are_counted_from_one():
    program = build_program(XOR)
    assert program[1].writes == "Z1"
    assert program[len(program)].writes == "b2"
    assert program.line_of["L"] == 5
    for number in (0, 16, -1):
        with pytest.raises(IndexError, match=f"line {number} of 15"):
            program[number]


@pytest.mark.slow
def test_that_every_line_reads_only_what_is_there():
    for program in programs():
        there = {"X", "Y", *program.state}
        for line in program:
            assert set(line.reads) <= there, (program.recipe, line.writes)
            there.add(line.writes)


def test_that_a_symbol_is_written_by_one_line():
    for program in programs():
        written = [line.writes for line in program]
        assert len(written) == len(set(written))
        assert set(program.symbols) == {"X", "Y", *program.state, *written}


def test_that_a_line_assigns_exactly_where_there_was_a_value_before():
    for program in programs():
        assert {line.writes for line in program if line.assigns} <= set(program.state)
        assert not {line.writes for line in program if not line.assigns} & set(program.state)


def test_that_a_penalty_is_added_to_what_is_minimised():
    recipe = Recipe(XOR.network, XOR.loss, penalty="l2")
    program = build_program(recipe)
    assert (program.objective, build_program(XOR).objective) == ("J", "L")
    assert [line.writes for line in program if line.stage == "loss"] == ["L", "R", "J"]
    assert "dR1" in program[program.line_of["dW1"]].reads
    assert "dR1" not in program[program.line_of["db1"]].reads


def test_that_shapes_are_those_of_the_column_convention():
    program = build_program(Recipe(Network(2, (Layer(3, "tanh"), Layer(1, "sigmoid"))), "squared", "adam", "l1"))
    shapes = program.shapes(5)
    assert {name: shapes[name] for name in ("X", "Y", "Z1", "delta2", "L", "J")} == {
        "X": (2, 5),
        "Y": (1, 5),
        "Z1": (3, 5),
        "delta2": (1, 5),
        "L": (1, 1),
        "J": (1, 1),
    }
    for name in ("W1", "dW1", "dR1", "vW1", "sW1"):
        assert shapes[name] == (3, 2)
    for name in ("b1", "db1", "vb1", "sb1"):
        assert shapes[name] == (3, 1)
    assert set(shapes) == set(program.symbols)
