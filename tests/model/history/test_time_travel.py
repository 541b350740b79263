"""Going back in time, edits, branches, undo, and the memory that it takes."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnviz import ModelError, Scenario
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.engine.engines import ENGINES
from nnviz.model.history import keyframe_spacing
from nnviz.model.history.keyframe_spacing import spacing_of
from nnviz.model.history.runner import Runner
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.scenario.validation import prepare
from nnviz.model.session.session import Session

SPIRAL = Path(__file__).parents[2] / "fixtures" / "partial-batch.json"
LINES = 15


@pytest.fixture
def xor() -> Session:
    return Session(Scenario.load("xor"))


def spiral(**more) -> Scenario:
    """Return 30 samples for training in shuffled batches of 8: three whole ones and one of 6."""
    return replace(Scenario.load(SPIRAL), **more)


def values_of(session: Session) -> dict[str, bytes]:
    return {name: session.value(name).tobytes() for name in session.symbols if session.is_computed(name)}


def curve_of(session: Session) -> dict[str, bytes]:
    curve = session.loss_curve
    return {name: np.asarray(value).tobytes() for name, value in vars(curve).items() if value is not None}


def at(session: Session) -> tuple[int, int]:
    return session.position.update, session.position.line


def with_rate(scenario: Scenario, rate: float) -> Scenario:
    return replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=rate))


# Back -------------------------------------------------------------------------------------------------------------


def test_that_steps_back_stand_where_steps_forward_stood(xor):
    xor.step_line(2 * LINES + 4)
    xor.step_back_line(5)
    assert at(xor) == (2, LINES - 1)
    xor.step_back_update()
    assert at(xor) == (1, LINES)
    xor.step_back_update()
    assert at(xor) == (0, 0)
    xor.step_back_line()
    xor.step_back_epoch()
    assert at(xor) == (0, 0)


def test_that_a_step_back_by_epoch_ends_where_an_epoch_ended():
    session = Session(spiral())
    session.step_update(10)
    session.step_line(3)
    session.step_back_epoch()
    assert (session.position.update, session.position.epoch) == (8, 2)
    session.step_back_epoch()
    assert session.position.update == 4
    session.step_back_epoch(5)
    assert at(session) == (0, 0)


def test_that_a_change_of_batches_begins_an_epoch_also_when_going_back_and_forward():
    session = Session(spiral())
    session.step_update(6)
    session.change(spiral(batch=BatchSpec(15)))
    session.step_update(3)
    session.step_back_epoch(2)
    assert at(session) == (6, 0)
    session.step_back_epoch()
    assert session.position.update == 4
    session.step_epoch()  # this one is broken off after two updates
    assert session.position.update == 8


def test_that_what_was_computed_is_there_again_to_the_last_bit():
    session = Session(spiral())
    seen = {}
    for _ in range(6):
        for _ in range(len(session.program)):
            session.step_line()
            seen[at(session)] = values_of(session)
    for update, line in reversed(seen):
        session.seek(update, line)
        assert at(session) == (update, line)
        assert values_of(session) == seen[update, line]


def test_that_standing_in_the_past_is_reported(xor):
    xor.step_update(9)
    xor.step_line(2)
    assert xor.is_newest
    xor.seek(3)
    snapshot = xor.snapshot()
    assert not snapshot.is_newest
    assert (snapshot.newest.update, snapshot.newest.line) == (10, 2)
    xor.to_newest()
    assert at(xor) == (10, 2)
    assert xor.snapshot().is_newest


def test_that_the_curve_of_the_whole_branch_is_kept_in_the_past_and_grows_only_beyond_it(xor):
    xor.step_update(20)
    whole = curve_of(xor)
    xor.seek(4)
    xor.step_update(5)
    xor.step_epoch()
    assert curve_of(xor) == whole
    xor.step_update(11)
    assert xor.loss_curve.updates == 21


def test_that_running_beyond_the_newest_from_the_past_gives_what_running_gives():
    session, other = Session(spiral()), Session(spiral())
    session.step_update(9)
    session.step_back_update(5)
    session.step_update(30)
    other.step_update(34)
    assert values_of(session) == values_of(other)
    assert curve_of(session) == curve_of(other)


@pytest.mark.parametrize(("update", "line"), [(6, None), (5, 16), (-1, None), (5, -1), (6, 3), (0, 1)])
def test_that_a_moment_that_never_was_is_refused(xor, update, line):
    xor.step_update(5)
    xor.step_line(2)
    xor.seek(6)
    assert at(xor) == (6, 2)
    xor.to_newest()
    if (update, line) == (6, None):
        update = 7
    with pytest.raises(ModelError):
        xor.seek(update, line)
    assert at(xor) == (6, 2)


# Edits ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "number"), [(0.25, 0.25), ("1/3", 1 / 3), ("0,5", 0.5), ("1e-3", 1e-3), (2, 2.0)])
def test_that_a_value_is_set_as_people_write_it(xor, value, number):
    xor.set_value("W1", (0, 1), value)
    assert xor.value("W1")[0, 1] == number


@pytest.mark.parametrize(
    ("symbol", "cell", "value"),
    [("dW1", (0, 0), 1.0), ("W1", (9, 0), 1.0), ("W1", (0, -1), 1.0), ("W1", (0, 0), "x"), ("W1", (0, 0), np.inf)],
)
def test_that_a_value_that_cannot_be_set_changes_nothing(xor, symbol, cell, value):
    xor.step_update(2)
    before = values_of(xor)
    with pytest.raises(ModelError):
        xor.set_value(symbol, cell, value)
    assert values_of(xor) == before
    assert xor.undo_text is None


def test_that_an_edit_inside_an_update_is_read_by_the_next_lines_and_leaves_what_was_computed(xor):
    xor.step_update(3)
    xor.step_line(2)
    a1 = xor.value("A1")
    xor.set_value("W2", (0, 0), 7.0)
    assert np.array_equal(xor.value("A1"), a1)
    xor.step_line()
    z2 = xor.value("W2") @ a1 + xor.value("b2")
    np.testing.assert_allclose(xor.value("Z2"), z2, rtol=1e-12)
    xor.step_update(4)
    newest = values_of(xor)
    xor.seek(4, 1)
    assert xor.value("W2")[0, 0] != 7.0
    xor.step_line()
    assert xor.value("W2")[0, 0] == 7.0
    xor.step_update(4)
    assert values_of(xor) == newest


def test_that_edits_at_the_newest_state_are_marks_of_the_branch(xor):
    xor.step_update(2)
    xor.change(with_rate(xor.scenario, 0.1), "Learning rate 0.1")
    xor.step_line(3)
    xor.set_value("b1", (1, 0), "0,5")
    marks = xor.snapshot().marks
    assert [(mark.position.update, mark.position.line, mark.kind) for mark in marks] == [
        (2, 0, "settings"),
        (3, 3, "value"),
    ]
    assert [mark.text for mark in marks] == ["Learning rate 0.1", "b¹ [2, 1] = 0.5"]
    assert xor.branch == "branch 1"


def test_that_the_update_before_a_change_of_settings_can_be_seen_with_its_values(xor):
    xor.step_update(2)
    seen = values_of(xor)
    xor.change(with_rate(xor.scenario, 0.1))
    xor.step_update(2)
    xor.seek(2, LINES)
    assert values_of(xor) == seen
    assert xor.snapshot().scalars["eta"] == 0.42
    xor.step_line()
    assert at(xor) == (3, 1)
    assert xor.snapshot().scalars["eta"] == 0.1
    xor.seek(2)
    assert at(xor) == (2, 0)


def test_that_a_branch_that_begins_before_a_change_of_settings_goes_on_without_it(xor):
    xor.step_update(2)
    xor.change(with_rate(xor.scenario, 0.1))
    xor.step_update(2)
    xor.seek(2, LINES)
    xor.set_value("W1", (0, 0), 0.5)
    assert (xor.branch, at(xor)) == ("branch 2", (2, LINES))
    xor.step_update()
    assert xor.snapshot().scalars["eta"] == 0.42
    assert [mark.kind for mark in xor.marks] == ["value"]


def test_that_dragging_a_value_makes_one_edit(xor):
    xor.step_update(2)
    before = values_of(xor)
    for value in (0.1, 0.2, 0.3):
        xor.set_value("W1", (0, 0), value)
    assert [mark.text for mark in xor.marks] == ["W¹ [1, 1] = 0.3"]
    xor.undo()
    assert values_of(xor) == before
    assert xor.undo_text is None


def test_that_dragging_a_value_in_the_past_makes_one_branch(xor):
    xor.step_update(5)
    xor.seek(2, 3)
    for value in (0.1, 0.2, 0.3):
        xor.set_value("W1", (0, 0), value)
    assert [info.name for info in xor.branches] == ["branch 1", "branch 2"]
    assert xor.value("W1")[0, 0] == 0.3
    xor.undo()
    assert (xor.branch, at(xor)) == ("branch 1", (2, 3))


# Branches ---------------------------------------------------------------------------------------------------------


def test_that_an_edit_in_the_past_begins_a_branch_and_keeps_the_old_future():
    session, other = Session(spiral()), Session(spiral())
    session.step_update(12)
    future, curve = values_of(session), curve_of(session)
    session.seek(5, 7)
    session.set_value("W1", (0, 0), 0.5)
    assert (session.branch, session.is_newest, at(session)) == ("branch 2", True, (5, 7))
    session.step_update(6)
    other.step_update(4)
    other.step_line(7)
    other.set_value("W1", (0, 0), 0.5)
    other.step_update(6)
    assert values_of(session) == values_of(other)
    assert curve_of(session) == curve_of(other)
    info = session.snapshot().branches[1]
    assert (info.parent, info.begins.update, info.begins.line, info.newest.update) == ("branch 1", 5, 7, 10)
    session.switch_branch("branch 1")
    assert values_of(session) == future
    assert curve_of(session) == curve


@pytest.mark.slow
@pytest.mark.parametrize("batch", [BatchSpec(), BatchSpec(3)])  # an epoch of one update, and of two
@pytest.mark.parametrize("begins", [3001, 4803])
@pytest.mark.sample(2)
def test_that_a_branch_made_late_has_the_curve_of_a_run_that_went_no_further(xor, batch, begins):
    other = Session(Scenario.load("xor"))
    for session, updates in ((xor, 5500), (other, begins)):  # blocks of several updates, thinned twice
        session.step_update(101)
        session.change(replace(session.scenario, batch=batch))
        session.step_update(updates - 101)
    xor.seek(begins)
    for session in (xor, other):
        session.change(with_rate(session.scenario, 0.1))
    assert xor.branch == "branch 2"
    assert curve_of(xor) == curve_of(other)
    for session in (xor, other):
        session.step_update(1500)
    assert curve_of(xor) == curve_of(other)


def test_that_branches_have_names_that_differ(xor):
    xor.step_update(3)
    xor.seek(1)
    xor.set_value("W1", (0, 0), 1.0, branch="by hand")
    assert [info.name for info in xor.branches] == ["branch 1", "by hand"]
    with pytest.raises(ModelError, match="no other branch"):
        xor.rename_branch("by hand", "branch 1")
    with pytest.raises(ModelError, match="no other branch"):
        xor.change(with_rate(xor.scenario, 0.3), branch="by hand")
    xor.rename_branch("by hand", "mine")
    assert xor.branch == "mine"
    with pytest.raises(ModelError, match="branch 1, mine"):
        xor.switch_branch("by hand")
    xor.undo()
    assert xor.branch == "by hand"
    xor.redo()
    assert xor.branch == "mine"


def test_that_a_discarded_branch_is_gone_until_undo(xor):
    xor.step_update(3)
    with pytest.raises(ModelError, match="the only one"):
        xor.discard_branch("branch 1")
    xor.seek(1)
    xor.set_value("W1", (0, 0), 1.0)
    xor.step_update(2)
    there = values_of(xor)
    xor.discard_branch("branch 2")
    assert (xor.branch, at(xor)) == ("branch 1", (3, LINES))
    xor.undo()
    assert xor.branch == "branch 2"
    assert values_of(xor) == there


def test_that_a_restart_keeps_a_run_with_edits(xor):
    xor.step_update(3)
    xor.set_value("W1", (0, 0), 1.0)
    xor.restart()
    assert [info.name for info in xor.branches] == ["branch 1", "branch 2"]
    assert at(xor) == (0, 0)


def test_that_a_restart_of_a_run_without_edits_takes_its_place_and_can_be_undone(xor):
    xor.step_update(30)
    there = values_of(xor)
    xor.restart()
    assert [info.name for info in xor.branches] == ["branch 1"]
    xor.undo()
    assert values_of(xor) == there


# Undo -------------------------------------------------------------------------------------------------------------


def test_that_undo_at_once_goes_back_to_the_last_bit_even_inside_an_update():
    session = Session(spiral())
    session.step_update(5)
    session.step_line(9)
    there = values_of(session)
    session.change(spiral(optimiser=OptimiserSpec("momentum", 0.1)))  # drops Adam's state, takes nine lines back
    after = values_of(session)
    session.undo()
    assert at(session) == (6, 9)
    assert values_of(session) == there
    session.redo()
    assert values_of(session) == after


def test_that_undo_of_settings_keeps_what_was_learned_since(xor):
    xor.change(with_rate(xor.scenario, 0.1))
    xor.step_update(5)
    weights = xor.value("W1")
    xor.undo()
    assert np.array_equal(xor.value("W1"), weights)
    assert xor.scenario == Scenario.load("xor")
    assert [info.name for info in xor.branches] == ["branch 1"]
    assert xor.redo_text is not None
    xor.redo()
    assert at(xor) == (5, LINES)
    assert np.array_equal(xor.value("W1"), weights)


def test_that_undo_of_a_value_keeps_the_updates_since_as_a_branch(xor):
    xor.step_update(3)
    there = values_of(xor)
    xor.set_value("W1", (0, 0), 3.0)
    xor.step_update(5)
    later = values_of(xor)
    xor.undo()
    assert (xor.branch, at(xor)) == ("branch 2", (3, LINES))
    assert values_of(xor) == there
    xor.switch_branch("branch 1")
    assert values_of(xor) == later


def test_that_undo_of_a_branch_s_edits_one_by_one_keeps_its_name_and_place(xor):
    xor.set_value("W1", (0, 0), "1/3")
    xor.restart()
    xor.switch_branch("branch 1")
    xor.set_value("W1", (0, 0), "0,5")
    xor.step_update()
    xor.undo()  # the branch with the update stays, and the one without joins it
    assert [info.name for info in xor.branches] == ["branch 1", "branch 2", "branch 3"]
    xor.undo()
    assert [info.name for info in xor.branches] == ["branch 1", "branch 3"]
    xor.undo()
    assert (xor.branch, at(xor), xor.undo_text) == ("branch 3", (0, 0), None)
    assert [info.name for info in xor.branches] == ["branch 1", "branch 3"]
    for _ in range(3):
        xor.redo()
    assert [info.name for info in xor.branches] == ["branch 1", "branch 2"]
    assert (xor.branch, at(xor)) == ("branch 1", (1, LINES))


def test_that_undo_of_a_value_goes_back_also_where_settings_were_undone_after_running_on(xor):
    xor.set_value("W1", (0, 0), "1/3")
    before = xor.scenario
    xor.change(with_rate(before, 0.1))
    xor.step_update(2)
    xor.undo()
    assert (xor.branch, at(xor), xor.scenario) == ("branch 1", (2, 0), before)
    xor.undo()
    assert (xor.branch, at(xor), xor.undo_text) == ("branch 2", (0, 0), None)
    assert xor.value("W1")[0, 0] == Session(before).value("W1")[0, 0]
    assert [(info.name, info.newest.completed) for info in xor.branches] == [("branch 1", 2), ("branch 2", 0)]
    xor.redo()
    assert (xor.branch, at(xor)) == ("branch 1", (2, 0))


def test_that_redo_after_running_on_does_the_thing_again_to_the_newest_state(xor):
    xor.set_value("W1", (0, 0), 3.0)
    xor.undo()
    xor.step_update(4)
    xor.redo()
    assert at(xor) == (4, LINES)
    assert xor.value("W1")[0, 0] == 3.0
    assert xor.undo_text == "W¹ [1, 1] = 3.0"


def test_that_undo_of_an_edit_in_the_past_goes_back_there(xor):
    xor.step_update(9)
    xor.seek(4, 6)
    xor.set_value("W1", (0, 0), 3.0)
    xor.undo()
    assert (xor.branch, at(xor), xor.is_newest) == ("branch 1", (4, 6), False)
    assert len(xor.branches) == 1
    xor.redo()
    assert (xor.branch, at(xor), xor.is_newest) == ("branch 2", (4, 6), True)


def test_that_settings_inside_an_update_with_an_edit_keep_that_as_a_branch(xor):
    xor.step_line(4)
    xor.set_value("W2", (0, 0), 3.0)
    xor.change(with_rate(xor.scenario, 0.1))
    assert (xor.branch, at(xor)) == ("branch 2", (0, 0))
    assert xor.value("W2")[0, 0] != 3.0
    xor.switch_branch("branch 1")
    assert at(xor) == (1, 4)
    assert xor.value("W2")[0, 0] == 3.0


def test_that_nothing_to_undo_is_no_fault(xor):
    xor.undo()
    xor.redo()
    assert (xor.undo_text, xor.redo_text) == (None, None)


# Memory -----------------------------------------------------------------------------------------------------------


def gaps_of(session: Session) -> list[int]:
    """Return the updates between one keyframe and the next, from the start to where the run ends."""
    keyframes = {keyframe.completed for keyframe in session.history.timeline.branch.keyframes}
    return np.diff(sorted(keyframes | {session.newest.update})).tolist()


@pytest.mark.slow
def test_that_keyframes_stay_close_enough_for_a_seek_within_a_frame(xor):
    xor.step_update(20_000)
    assert max(gaps_of(xor)) == 64  # 1.3 ms


def test_that_keyframes_are_as_far_apart_as_replay_is_fast():
    small = Scenario.load("xor")
    large = replace(small, layers=(Layer(2000, "sigmoid"), *small.layers))
    of_small, of_large = (
        {engine: spacing_of(prepare(scenario), engine) for engine in ENGINES} for scenario in (small, large)
    )
    assert of_small["compiled"] > 10 * of_small["numpy"]
    assert of_large["compiled"] < of_small["compiled"]
    assert of_large["numpy"] < of_small["numpy"]


def test_that_a_slow_update_is_stored_each_time():
    session = Session(replace(Scenario.load("circle"), data=DataSpec("circle", samples=20_000), batch=BatchSpec()))
    session.step_update(4)
    assert max(gaps_of(session)) == 1


def test_that_another_batch_changes_from_there_on_how_far_apart_keyframes_are():
    session = Session(Scenario.load("circle"))
    session.step_update(256)
    assert set(gaps_of(session)) == {64}
    session.change(replace(session.scenario, data=DataSpec("circle", samples=20_000), batch=BatchSpec()))
    session.step_update(4)
    assert set(gaps_of(session)[-4:]) == {1}
    session.seek(130)
    there = values_of(session)
    session.history_budget = session.history_bytes - 1
    assert gaps_of(session) == [128, 128, 2, 1, 1]  # the last but one is from where the newest is one update away
    session.seek(130)
    assert values_of(session) == there


@pytest.mark.parametrize("budget", [0, 5000, 40_000])
@pytest.mark.slow
def test_that_keyframes_stay_inside_the_budget_and_seeks_exact(budget):
    session = Session(spiral())
    session.history_budget = budget
    session.step_update(100)
    session.set_value("W1", (0, 0), 0.5)
    session.step_line(3)
    there = values_of(session)
    session.step_update(1500)
    session.change(spiral(optimiser=OptimiserSpec("adam", 0.1)))
    session.step_update(1500)
    assert session.history_bytes <= max(budget, Session(spiral()).history_bytes)
    session.seek(101, 3)
    assert values_of(session) == there
    with pytest.raises(ModelError):
        session.history_budget = -1
    assert session.history_budget == budget


def test_that_a_smaller_budget_frees_memory_at_once(xor):
    xor.step_update(3000)
    many = xor.history_bytes
    xor.history_budget = many // 4
    assert xor.history_bytes <= many // 4


@pytest.mark.slow
def test_that_a_large_network_keeps_states_shortly_before_where_it_stands(monkeypatch):
    """They are so large that the grid is thinned: without them a step back by an update replays up to 64."""
    monkeypatch.setattr(keyframe_spacing, "REPLAY", 21e-6)  # as though an update of 21 µs were a long one
    monkeypatch.setattr(keyframe_spacing, "RECENT", 42e-6)
    session = Session(spiral())
    session.history_budget = 20_000
    session.step_update(500)
    from_where = []
    restore = Runner.restore
    monkeypatch.setattr(
        Runner, "restore", lambda self, there: from_where.append(there.completed) or restore(self, there)
    )
    for _ in range(3):
        session.step_back_update()
    assert from_where == [498, 496, 496]
    assert max(gaps_of(session)) > 16
    assert session.history_bytes <= 20_000
    for update in (497, 496, 300, 299, 298, 250, 499, 498):
        session.seek(update)
        one = Session(spiral())
        one.step_update(update)
        assert values_of(session) == values_of(one), update
