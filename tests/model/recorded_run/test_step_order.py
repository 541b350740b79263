"""Statements are stepped through in the order in which they end; a loop over cells is one step until it is opened."""

from nnviz.model.recorded_run.step_order import StepOrder
from nnviz.model.recording.recording import Step


def step(depth: int = 0, parent: int | None = None) -> Step:
    return Step(0, 0, depth, 0, 0, parent)


def test_that_a_statement_ends_after_the_lines_of_the_function_that_it_calls():
    order = StepOrder([step(), step(), step(1), step(2), step(1), step()])
    assert order.ended.tolist() == [0, 3, 2, 4, 1, 5]
    assert order.rank[order.ended].tolist() == list(range(6))


def test_that_a_loop_over_cells_is_one_step_that_can_be_opened():
    order = StepOrder([step(), step(), step(parent=1), step(parent=1), step()])
    assert order.ended.tolist() == [0, 2, 3, 1, 4]
    assert [order.after(cursor) for cursor in (0, 1, 4, 5)] == [1, 4, 5, 5]
    assert [order.before(cursor) for cursor in (5, 4, 1, 0)] == [4, 1, 0, 0]
    assert order.inside(4) == 2
    assert order.inside(1) is None
    order.open(1)
    assert [order.after(cursor) for cursor in (0, 1, 2, 3)] == [1, 2, 3, 4]


def test_that_a_loop_inside_an_opened_loop_stays_closed():
    order = StepOrder([step(), step(parent=0), step(parent=1), step(parent=0)])
    order.open(0)
    assert order.ended.tolist() == [2, 1, 3, 0]
    assert [order.after(cursor) for cursor in (0, 2, 3)] == [2, 3, 4]


def test_that_an_empty_recording_has_no_step():
    order = StepOrder([])
    assert len(order) == 0
    assert order.after(0) == 0
    assert order.before(0) == 0
