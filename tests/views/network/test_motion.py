"""What moves in the network when a line runs: where it goes, what it carries, and when nothing moves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.prediction.sample_values import SampleValues
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.views.motion import MotionClock
from nnviz.views.network import NetworkPanel
from nnviz.views.network.flow import flow_of
from nnviz.views.theme import LIGHT, apply_theme

MOVING = replace(LIGHT, moves=True)


@pytest.fixture
def session():
    session = Session(find_scenario("xor"))
    session.step_update(160)
    return session


def after(session, lines):
    session.seek(160, line=0)
    session.step_line(lines)
    return session.snapshot()


def flow(snapshot, sample=1):
    return flow_of(snapshot, SampleValues(snapshot, sample))


def test_that_forward_lines_carry_weight_times_activation(session):
    snapshot = after(session, 3)
    moving = flow(snapshot)
    assert (moving.kind, moving.layer) == ("forward", 2)
    np.testing.assert_array_equal(moving.amounts, snapshot.value("W2") * snapshot.value("A1")[:, 1])
    assert moving.amounts.sum() + snapshot.value("b2")[0, 0] == pytest.approx(snapshot.value("Z2")[0, 1], rel=1e-12)


def test_that_backward_lines_carry_weight_times_delta_along_the_edges_above(session):
    snapshot = after(session, 9)
    moving = flow(snapshot)
    assert (moving.kind, moving.layer) == ("backward", 2)
    slope = 1 - snapshot.value("A1")[:, 1] ** 2
    np.testing.assert_allclose(moving.amounts[0] * slope, snapshot.value("delta1")[:, 1], rtol=1e-12)


def test_that_update_lines_begin_at_the_weights_before(session):
    before = session.snapshot().value("W2").copy()
    moving = flow(after(session, 14))
    assert (moving.kind, moving.layer) == ("update", 2)
    np.testing.assert_array_equal(moving.amounts, before)


def test_that_each_stage_has_its_motion(session):
    kinds = []
    for lines in range(1, 16):
        moving = flow(after(session, lines))
        kinds.append(moving and moving.kind)
    assert kinds[:6] == ["forward", "fill", "forward", "fill", "loss", "loss"]
    assert kinds[8] == "backward"
    assert kinds[11:] == ["update", None, "update", None]


def test_that_a_sample_outside_the_batch_carries_nothing_backward():
    session = Session(find_scenario("spiral"))
    snapshot = session.snapshot()
    while not snapshot.lit_line or snapshot.lit_line.writes != "delta1":
        session.step_line()
        snapshot = session.snapshot()
    outside = next(k for k in range(snapshot.data.X.shape[1]) if snapshot.column_of(k) is None)
    assert flow(snapshot, outside) is None
    assert flow(snapshot, int(snapshot.batch[0])).kind == "backward"


# In the panel ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def make(qtbot):
    def show(theme):
        panel = NetworkPanel(theme)
        qtbot.addWidget(panel)
        apply_theme(panel, theme)
        panel.resize(810, 250)
        panel.show()
        return panel, panel.findChild(MotionClock)

    return show


def test_that_a_line_moves_and_ends_in_the_picture_without_motion(make, session, qtbot):
    first, second = after(session, 8), after(session, 9)
    still, _ = make(LIGHT)
    panel, clock = make(MOVING)
    for each in (still, panel):
        each.show_snapshot(first)
        each.grab()
        each.show_snapshot(second)
    assert clock.progress is not None
    assert panel.body().grab().toImage() != still.body().grab().toImage()
    qtbot.waitUntil(lambda: clock.progress is None)
    assert panel.body().grab().toImage() == still.body().grab().toImage()


def test_that_a_step_back_plays_the_line_in_reverse(make, session, qtbot):
    panel, clock = make(MOVING)
    first, second = after(session, 8), after(session, 9)
    panel.show_snapshot(second)
    panel.grab()
    qtbot.wait(150)
    panel.show_snapshot(first)
    assert clock.progress == 1.0
    qtbot.waitUntil(lambda: clock.progress is None)


def test_that_lines_in_quick_succession_and_jumps_do_not_move(make, session):
    panel, clock = make(MOVING)
    panel.show_snapshot(after(session, 8))
    panel.grab()
    panel.show_snapshot(after(session, 9))
    panel.show_snapshot(after(session, 10))
    assert clock.progress is None, "more than ten lines a second"
    panel.show_snapshot(after(session, 2))
    assert clock.progress is None, "it is not the next line"


def test_that_nothing_moves_where_motion_is_off(make, session):
    panel, clock = make(LIGHT)
    panel.show_snapshot(after(session, 8))
    panel.grab()
    panel.show_snapshot(after(session, 9))
    assert clock.progress is None


def test_that_edges_of_an_update_are_between_old_and_new(make, session):
    panel, clock = make(LIGHT)
    panel.show_snapshot(after(session, 13))
    panel.grab()
    pictures = []
    for share in (0.0, 1.0):
        clock.hold(share)
        panel.show_snapshot(after(session, 14))
        pictures.append(panel.body().grab().toImage())
    clock.hold(None)
    assert pictures[1] == panel.body().grab().toImage()
