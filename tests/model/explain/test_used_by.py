"""Changing a cell changes what its uses say, and nothing else."""

import numpy as np
import pytest

from nnviz.model.engine.numpy_calls import Binder
from nnviz.model.explain.used_by import uses
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session


def written(program, shapes, arrays, scalars, number: int) -> np.ndarray:
    line = program[number]
    out = np.zeros(shapes[line.writes])
    with np.errstate(all="ignore"):
        for call in Binder({**arrays, "": out}, scalars).bind(line.expression, ""):
            call()
    return out


@pytest.mark.parametrize("name", ["xor", "three-class-spiral", "worked-example-2-3-1"])
@pytest.mark.slow
def test_that_the_cells_that_move_with_a_cell_are_those_that_it_is_used_by(name: str) -> None:
    session = Session(find_scenario(name))
    session.step_update(2)
    snapshot = session.snapshot()
    program, shapes = snapshot.program, snapshot.shapes
    rng = np.random.default_rng(1)
    arrays = {symbol: rng.uniform(0.1, 0.9, shapes[symbol]) for symbol in program.symbols}
    scalars = {key: np.array(value) for key, value in snapshot.scalars.items()}
    scalars |= {"m": np.array(float(len(snapshot.batch))), "n": np.array(float(snapshot.network.output.units))}
    for symbol in program.symbols:
        rows, columns = shapes[symbol]
        cell = Cell(symbol, rows - 1, columns // 2)
        found = {use.line: use for use in uses(program, shapes, cell)}
        other = {**arrays, symbol: arrays[symbol].copy()}
        other[symbol][cell.row, cell.column] += 0.05
        for number, line in enumerate(program, start=1):
            if line.writes == symbol:
                continue
            moved = written(program, shapes, other, scalars, number) != written(
                program, shapes, arrays, scalars, number
            )
            expected = np.zeros(shapes[line.writes], bool)
            if number in found:
                use = found[number]
                expected[np.ix_(list(use.rows), list(use.columns))] = True
                assert use.writes == line.writes
                assert use.count == expected.sum()
            # Where two uses of a number cancel to the last bit, nothing moves although it is read.
            assert not (moved & ~expected).any(), (cell, line)
            assert moved.any() == expected.any(), (cell, line)


def test_that_the_first_cells_are_those_of_the_selected_sample() -> None:
    session = Session(find_scenario("xor"))
    session.step_update(1)
    snapshot = session.snapshot()
    forward, backward, *_ = uses(snapshot.program, snapshot.shapes, Cell("W2", 0, 1))
    assert (forward.line, forward.writes, forward.count) == (3, "Z2", 4)
    assert forward.cells(2, column=2) == (Cell("Z2", 0, 2), Cell("Z2", 0, 0))
    assert (backward.line, backward.cells(1, 2)) == (9, (Cell("delta1", 1, 2),))


def test_that_nothing_reads_the_loss_without_a_penalty() -> None:
    session = Session(find_scenario("xor"))
    snapshot = session.snapshot()
    assert uses(snapshot.program, snapshot.shapes, Cell("L", 0, 0)) == ()
