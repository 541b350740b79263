"""Statements are stepped through in the order in which they end; a loop over cells is short until it is opened."""

from nnviz.model.recorded_run.step_order import StepOrder
from nnviz.model.recording.recording import Step


def step(depth: int = 0, parent: int | None = None) -> Step:
    return Step(0, 0, depth, 0, 0, parent)


def test_that_a_statement_ends_after_the_lines_of_the_function_that_it_calls():
    order = StepOrder([step(), step(), step(1), step(2), step(1), step()])
    assert order.ended.tolist() == [0, 3, 2, 4, 1, 5]
    assert order.rank[order.ended].tolist() == list(range(6))


def test_that_a_loop_over_cells_is_one_step_after_its_first_cell_until_it_is_opened():
    order = StepOrder([step(), step(), step(), step(parent=1), step(1, parent=1), step(parent=1), step()])
    assert order.ended.tolist() == [0, 1, 2, 4, 3, 5, 6]
    assert [order.after(cursor) for cursor in (0, 1, 2, 3, 6, 7)] == [1, 2, 3, 6, 7, 7]
    assert [order.before(cursor) for cursor in (7, 6, 3, 1, 0)] == [6, 3, 2, 0, 0]
    assert order.inside(6) == (1, 4)
    assert order.inside(2) == (1, 3)
    assert order.inside(3) is None
    order.open(1)
    assert [order.after(cursor) for cursor in (3, 4, 5, 6)] == [4, 5, 6, 7]
    assert order.inside(6) is None


def test_that_a_loop_inside_an_opened_loop_stays_closed():
    order = StepOrder([step(), step(parent=0), step(parent=1), step(parent=1), step(parent=0)])
    assert [order.after(cursor) for cursor in (0, 1)] == [1, 5]
    assert order.inside(5) == (0, 2)
    order.open(0)
    assert [order.after(cursor) for cursor in (1, 2, 4)] == [2, 4, 5]
    assert order.inside(4) == (1, 3)


def test_that_an_empty_recording_has_no_step():
    order = StepOrder([])
    assert len(order) == 0
    assert order.after(0) == 0
    assert order.before(0) == 0
