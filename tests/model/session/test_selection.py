"""One selection for all views: what is chosen, what follows the cursor, and what is dropped when it is gone."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.session.selection import (
    Cell,
    Selection,
    after_move,
    is_per_sample,
    layer_of,
    shown_cell,
    shown_layer,
    shown_sample,
    valid_for,
    with_cell,
    with_layer,
    with_line,
    with_sample,
    with_unit,
)
from nnviz.model.session.session import Session


@pytest.fixture
def session() -> Session:
    """Return 2-3-2-1 on six samples, two an update."""
    return Session(
        Scenario(
            title={"en": "test"},
            data=DataSpec("circle", samples=6, seed=1),
            layers=(Layer(3, "tanh"), Layer(2, "tanh"), Layer(1, "sigmoid")),
            loss="binary-cross-entropy",
            optimiser=OptimiserSpec("momentum", 0.1),
            batch=BatchSpec(2, "fixed"),
        )
    )


def at_line(session: Session, symbol: str):
    session.step_line(session.program.line_of[symbol])
    return session.snapshot()


def test_that_symbols_belong_to_their_layer(session):
    snapshot = session.snapshot()
    layers = {name: layer_of(snapshot, name) for name in ("X", "Y", "Z2", "delta1", "dW3", "vb2", "L")}
    assert layers == {"X": 0, "Y": 3, "Z2": 2, "delta1": 1, "dW3": 3, "vb2": 2, "L": 3}


def test_that_a_column_is_a_sample_for_inputs_values_and_deltas_only(session):
    per_sample = {name for name in session.symbols if is_per_sample(name)}
    assert per_sample == {"X", "Y", *(f"{kind}{layer}" for kind in ("Z", "A", "delta") for layer in (1, 2, 3))}


# What follows the cursor ------------------------------------------------------------------------------------------


def test_that_nothing_selected_shows_the_first_layer_and_sample_at_the_start(session):
    snapshot = session.snapshot()
    assert shown_layer(snapshot, Selection()) == 1
    assert shown_cell(snapshot, Selection()) is None
    assert shown_sample(snapshot, Selection()) == snapshot.batch[0]


@pytest.mark.parametrize(("symbol", "layer"), [("A2", 2), ("L", 3), ("delta1", 1), ("dW3", 3), ("vW2", 2)])
def test_that_nothing_selected_shows_the_lit_line_s_layer_and_cell(session, symbol, layer):
    snapshot = at_line(session, symbol)
    assert shown_layer(snapshot, Selection()) == layer
    assert shown_cell(snapshot, Selection()) == Cell(symbol, 0, 0)


def test_that_a_selected_layer_stays_while_the_lines_go_on(session):
    selection, snapshot = with_layer(Selection(), 2), at_line(session, "dW3")
    assert shown_layer(snapshot, selection) == 2
    assert shown_layer(snapshot, with_layer(selection, None)) == 3


def test_that_the_lit_line_s_cell_is_that_of_the_selected_unit_and_sample(session):
    snapshot = at_line(session, "A1")
    selection = Selection(unit=(1, 2), sample=int(snapshot.batch[1]))
    assert shown_cell(snapshot, selection) == Cell("A1", 2, 1)


def test_that_a_unit_of_another_layer_does_not_choose_the_cell(session):
    snapshot = at_line(session, "A2")
    assert shown_cell(snapshot, Selection(unit=(1, 2))) == Cell("A2", 0, 0)


# Choosing ---------------------------------------------------------------------------------------------------------


def test_that_a_unit_brings_its_layer_and_its_activation(session):
    snapshot = at_line(session, "A2")
    selection = with_unit(snapshot, Selection(line=4), 2, 1)
    assert selection == Selection(layer=2, unit=(2, 1), cell=Cell("A2", 1, 0))


def test_that_an_input_brings_its_row_of_x(session):
    snapshot = at_line(session, "A2")
    selection = with_unit(snapshot, Selection(sample=int(snapshot.batch[1])), 0, 1)
    assert selection.cell == Cell("X", 1, 1)


def test_that_a_cell_brings_its_unit_and_its_sample(session):
    snapshot = at_line(session, "delta2")
    selection = with_cell(snapshot, Selection(line=3), Cell("delta2", 1, 1))
    assert selection == Selection(2, (2, 1), Cell("delta2", 1, 1), None, int(snapshot.batch[1]))


def test_that_a_weight_brings_no_sample(session):
    snapshot = at_line(session, "dW2")
    selection = with_cell(snapshot, Selection(sample=4), Cell("dW2", 1, 2))
    assert (selection.unit, selection.sample) == ((2, 1), 4)


def test_that_the_loss_s_cell_leaves_the_unit_as_it_is(session):
    snapshot = at_line(session, "L")
    assert with_cell(snapshot, Selection(unit=(1, 1)), Cell("L", 0, 0)).unit == (1, 1)


def test_that_a_sample_moves_the_selected_cell_to_its_column(session):
    snapshot = at_line(session, "A2")
    first, second = map(int, snapshot.batch)
    selection = with_cell(snapshot, Selection(), Cell("A2", 1, 0))
    assert with_sample(snapshot, selection, second).cell == Cell("A2", 1, 1)
    assert with_sample(snapshot, with_sample(snapshot, selection, second), None).cell == Cell("A2", 1, 0)
    assert shown_sample(snapshot, with_sample(snapshot, selection, None)) == first


def test_that_a_sample_that_is_not_in_the_batch_has_no_cell(session):
    snapshot = at_line(session, "A2")
    outside = next(k for k in range(6) if k not in snapshot.batch)
    selection = with_cell(snapshot, Selection(), Cell("A2", 1, 0))
    assert with_sample(snapshot, selection, outside).cell is None
    weight = with_cell(snapshot, Selection(), Cell("W2", 1, 0))
    assert with_sample(snapshot, weight, outside).cell == Cell("W2", 1, 0)


def test_that_a_line_brings_what_it_writes(session):
    snapshot = session.snapshot()
    number = snapshot.program.line_of["delta2"]
    selection = with_line(snapshot, Selection(unit=(2, 1)), number)
    assert (selection.line, selection.layer, selection.cell) == (number, 2, Cell("delta2", 1, 0))


# What is gone -----------------------------------------------------------------------------------------------------


def test_that_a_valid_selection_stays_as_it_is(session):
    snapshot = at_line(session, "A2")
    selection = with_cell(snapshot, Selection(), Cell("A2", 1, 1))
    assert valid_for(snapshot, selection) == selection
    assert valid_for(snapshot, Selection()) == Selection()


def test_that_a_smaller_network_drops_what_it_no_longer_has(session):
    everything = Selection(layer=3, unit=(1, 2), cell=Cell("W3", 0, 1), line=30, sample=5)
    session.change(
        replace(
            session.scenario,
            data=DataSpec("xor"),
            layers=(Layer(2, "tanh"), Layer(1, "sigmoid")),
            optimiser=OptimiserSpec(),
        )
    )
    assert valid_for(session.snapshot(), everything) == Selection()
    still_there = Selection(layer=2, unit=(1, 1), cell=Cell("W2", 0, 1), line=15, sample=3)
    assert valid_for(session.snapshot(), still_there) == still_there


def test_that_another_optimiser_drops_the_state_it_does_not_have(session):
    selection = Selection(cell=Cell("vW1", 0, 0))
    assert valid_for(session.snapshot(), selection) == selection
    session.change(replace(session.scenario, optimiser=OptimiserSpec()))
    assert valid_for(session.snapshot(), selection) == Selection()


def test_that_a_cell_follows_its_sample_into_another_column(session):
    session.change(replace(session.scenario, batch=BatchSpec(3, "fixed")))
    session.step_line(4)
    three = session.snapshot()
    sample = int(three.batch[2])
    selection = with_cell(three, Selection(), Cell("A1", 0, 2))
    session.change(replace(session.scenario, batch=BatchSpec(2, "fixed")))
    session.step_update()
    session.step_line(4)
    two = session.snapshot()
    assert sample == two.batch[0]
    moved = valid_for(two, replace(selection, cell=Cell("A1", 0, 1)))
    assert moved.cell == Cell("A1", 0, 0)
    assert moved.sample == sample
    session.step_update(2)
    assert valid_for(session.snapshot(), moved).cell is None


def test_that_a_line_that_was_clicked_is_let_go_of_when_the_cursor_moves_and_a_cell_is_not(session: Session) -> None:
    snapshot = at_line(session, "delta2")
    number = snapshot.program.line_of["A1"]
    line = with_line(snapshot, Selection(sample=5), number)
    assert line.pinned is None
    assert after_move(line) == Selection(sample=5)
    cell = with_cell(snapshot, line, Cell("W2", 1, 0))
    assert cell.pinned == Cell("W2", 1, 0)
    assert after_move(cell) == replace(cell, layer=None), "no layer hides what the next lines write"
    tab = Selection(layer=2)
    assert after_move(tab) == tab


def test_that_without_a_selection_the_sample_is_one_that_shows_something():
    snapshot = Session(Scenario.load("xor")).snapshot()
    assert not snapshot.data.X[:, 0].any()
    assert shown_sample(snapshot, Selection()) == 1
    assert shown_sample(snapshot, Selection(sample=0)) == 0


def test_that_where_no_sample_shows_anything_it_is_the_first_of_the_batch():
    snapshot = Session(Scenario.load("xor")).snapshot()
    data = replace(snapshot.data, X=np.zeros((2, 4)))
    assert shown_sample(replace(snapshot, data=data), Selection()) == 0
