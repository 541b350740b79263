"""A session: where it stands, what it holds, how it moves, and how it goes on with other settings."""

from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz import NotComputedError, Scenario, ScenarioError
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session

SPIRAL = Path(__file__).parents[2] / "fixtures" / "partial-batch.json"
LINES = 15
"""Lines of a two-layer update with gradient descent and no penalty."""


@pytest.fixture
def xor() -> Session:
    return Session(Scenario.load("xor"))


def spiral(**more) -> Scenario:
    """Return 30 samples for training in shuffled batches of 8: three whole ones and one of 6."""
    return replace(Scenario.load(SPIRAL), **more)


def state_of(session: Session) -> dict[str, bytes]:
    """Return all that a session holds, to the last bit."""
    snapshot = session.snapshot()
    held = {name: array.tobytes() for name, array in snapshot.values.items()}
    held |= {f"{name} before": array.tobytes() for name, array in snapshot.before.items()}
    curve = snapshot.curve
    held |= {name: getattr(curve, name).tobytes() for name in ("least", "greatest", "at", "train", "test")}
    metrics = np.array([snapshot.metrics.train, snapshot.metrics.train_total])
    return held | {
        "batch": snapshot.batch.tobytes(),
        "position": repr(snapshot.position).encode(),
        "metrics": metrics.tobytes(),
        "scalars": repr(sorted(snapshot.scalars.items())).encode(),
    }


# Position ---------------------------------------------------------------------------------------------------------


def test_that_nothing_has_run_at_the_start(xor):
    position = xor.position
    assert (position.update, position.line, position.lines, position.epoch) == (0, 0, LINES, 0)
    assert position.completed == 0
    assert not position.is_inside


def test_that_a_line_begins_the_first_update(xor):
    xor.step_line()
    position = xor.position
    assert (position.update, position.line, position.epoch, position.completed) == (1, 1, 1, 0)
    assert position.is_inside


def test_that_the_last_line_ends_the_update(xor):
    xor.step_line(LINES)
    position = xor.position
    assert (position.update, position.line, position.completed) == (1, LINES, 1)
    assert not position.is_inside


def test_that_lines_go_on_into_the_next_update(xor):
    xor.step_line(LINES + 4)
    assert (xor.position.update, xor.position.line) == (2, 4)


def test_that_an_update_from_inside_one_finishes_it(xor):
    xor.step_line(4)
    xor.step_update()
    assert (xor.position.update, xor.position.line) == (1, LINES)
    xor.step_line(3)
    xor.step_update(3)
    assert (xor.position.update, xor.position.line) == (4, LINES)


def test_that_an_epoch_ends_with_its_last_batch():
    session = Session(spiral())
    session.step_epoch()
    assert (session.position.update, session.position.epoch) == (4, 1)
    session.step_line(2)
    assert (session.position.update, session.position.epoch) == (5, 2)
    session.step_epoch()
    assert (session.position.update, session.position.line, session.position.epoch) == (8, LINES + 8, 2)
    session.step_update()
    session.step_epoch(2)
    assert (session.position.update, session.position.epoch) == (16, 4)


@pytest.mark.parametrize("step", ["step_line", "step_update", "step_epoch"])
def test_that_no_steps_change_nothing(xor, step):
    xor.step_line(5)
    before = state_of(xor)
    getattr(xor, step)(0)
    assert state_of(xor) == before


# Values -----------------------------------------------------------------------------------------------------------


def test_that_a_value_that_no_line_has_written_is_not_computed(xor):
    xor.step_line(5)
    with pytest.raises(NotComputedError) as caught:
        xor.value("dW2")
    message = str(caught.value)
    assert "dW2" in message
    assert "update 1, line 5 of 15" in message
    assert "run to line 7 first" in message


def test_that_the_batch_is_not_computed_at_the_start(xor):
    for symbol in ("X", "Y", "Z1", "L"):
        assert not xor.is_computed(symbol)
        with pytest.raises(NotComputedError):
            xor.value(symbol)
    xor.step_line()
    assert np.array_equal(xor.value("X"), [[0, 0, 1, 1], [0, 1, 0, 1]])


def test_that_a_value_of_the_last_update_is_not_computed_in_the_next(xor):
    xor.step_line(LINES + 1)
    assert xor.is_computed("Z1")
    with pytest.raises(NotComputedError):
        xor.value("A1")


def test_that_an_unknown_symbol_is_reported_with_those_there_are(xor):
    with pytest.raises(NotComputedError, match=r"'W9'.*no such symbol.*W1, b1, W2, b2"):
        xor.value("W9")


def test_that_lines_make_values_known_one_by_one(xor):
    known = {name for name in xor.symbols if xor.is_computed(name)}
    assert known == {"W1", "b1", "W2", "b2"}
    for line in xor.program:
        xor.step_line()
        known |= {line.writes, "X", "Y"}
        assert {name for name in xor.symbols if xor.is_computed(name)} == known
        shape = () if line.writes == "L" else xor.snapshot().shapes[line.writes]
        assert xor.value(line.writes).shape == shape


def test_that_a_value_is_a_read_only_copy(xor):
    xor.step_update()
    early = {name: xor.value(name) for name in xor.symbols}
    copies = {name: array.copy() for name, array in early.items()}
    with pytest.raises(ValueError, match="read-only"):
        early["W1"][0, 0] = 1.0
    xor.step_update(10)
    for name, array in early.items():
        assert np.array_equal(array, copies[name])
    assert not np.array_equal(early["W1"], xor.value("W1"))


def test_that_a_snapshot_stays_as_it_was(xor):
    xor.step_line(7)
    snapshot = xor.snapshot()
    held = {name: array.copy() for name, array in snapshot.values.items()}
    points = len(snapshot.curve.at)
    xor.step_update(20)
    xor.restart()
    assert snapshot.position.line == 7
    assert len(snapshot.curve.at) == points
    for name, array in snapshot.values.items():
        assert np.array_equal(array, held[name])
    arrays = (*snapshot.values.values(), *snapshot.before.values(), snapshot.batch, snapshot.targets, snapshot.data.X)
    for array in (*arrays, snapshot.curve.train, snapshot.curve.least):
        assert not array.flags.writeable
    with pytest.raises(FrozenInstanceError):
        snapshot.position = None
    with pytest.raises(TypeError):
        snapshot.values["W1"] = None


def test_that_a_snapshot_tells_what_a_parameter_s_line_did(xor):
    xor.step_line(LINES)
    snapshot = xor.snapshot()
    change = snapshot.change("W1")
    assert np.array_equal(change, snapshot.values["W1"] - snapshot.before["W1"])
    np.testing.assert_allclose(change, -snapshot.scalars["eta"] * snapshot.values["dW1"], rtol=1e-12)
    xor.step_line(LINES - 1)
    assert xor.snapshot().change("W1") is not None
    assert xor.snapshot().change("b2") is None  # its line has not run


def test_that_before_its_first_line_a_snapshot_shows_the_batch_to_come():
    session = Session(spiral())
    coming = session.snapshot().batch
    session.step_line()
    assert np.array_equal(session.snapshot().batch, coming)


def test_that_the_change_of_an_infinite_parameter_is_no_number_and_gives_no_warning(make_scenario):
    scenario = make_scenario(
        [[1e200, 1e200]],
        [(1, "sigmoid")],
        labels=(1, 1),
        parameters={"W1": [[0.0]], "b1": [[0.0]]},
        loss="binary-cross-entropy",
        optimiser=OptimiserSpec("gradient-descent", 1e200),
    )
    session = Session(scenario)
    session.step_update()
    assert session.value("W1")[0, 0] == session.snapshot().change("W1")[0, 0] == np.inf
    session.step_update()
    assert session.value("W1")[0, 0] == np.inf
    assert np.isnan(session.snapshot().change("W1")[0, 0])
    assert np.isnan(session.loss)


# Losses -----------------------------------------------------------------------------------------------------------


def test_that_the_loss_is_that_of_the_parameters_as_they_stand(xor):
    xor.step_update(3)
    standing = xor.loss
    computed = xor.value("L")
    xor.step_line(xor.program.line_of["L"])
    assert xor.value("L") == pytest.approx(standing, rel=1e-15)
    assert computed != pytest.approx(standing, rel=1e-6)


def test_that_the_loss_follows_each_parameter_s_line(xor):
    xor.step_line(xor.program.line_of["W1"] - 1)
    losses = [xor.loss]
    for _ in range(4):
        xor.step_line()
        losses.append(xor.loss)
    assert len(set(losses)) == 5


def test_that_the_loss_is_over_all_training_samples_without_the_penalty():
    session = Session(spiral(penalty=PenaltySpec("l2", 0.5)))
    session.step_update(3)
    x, train = session.data.X, session.data.train
    a1 = np.tanh(session.value("W1") @ x + session.value("b1"))
    a2 = 1 / (1 + np.exp(-(session.value("W2") @ a1 + session.value("b2"))))
    y = session.data.labels
    losses = -(y * np.log(a2) + (1 - y) * np.log(1 - a2))[0]
    weights = sum((session.value(w) ** 2).sum() for w in ("W1", "W2"))
    metrics = session.metrics
    assert session.loss == pytest.approx(losses[train].mean(), rel=1e-12)
    assert metrics.train_total == pytest.approx(session.loss + 0.25 * weights, rel=1e-12)
    assert metrics.test == pytest.approx(losses[session.data.test].mean(), rel=1e-12)
    assert session.accuracy == np.mean((a2[0] > 0.5)[train] == y[train])
    assert (metrics.train_samples, metrics.test_samples) == (30, 10)


def test_that_the_curve_has_the_losses_measured_at_the_ends_of_epochs():
    session = Session(spiral())
    losses, updates = [session.loss], [0]
    for _ in range(12):
        session.step_epoch()
        losses.append(session.loss)
        updates.append(session.position.update)
    curve = session.loss_curve
    assert curve.at.tolist() == updates
    assert curve.epoch.tolist() == list(range(13))
    assert curve.train.tolist() == losses


def test_that_the_curve_has_every_update_s_batch_loss():
    session = Session(spiral(penalty=PenaltySpec("l1", 0.01)))
    losses = []
    for _ in range(10):
        session.step_update()
        losses.append(session.value("J"))
    curve = session.loss_curve
    assert curve.updates == 10
    assert curve.least.tolist() == curve.greatest.tolist() == losses


def test_that_a_regression_has_no_accuracy():
    session = Session(Scenario.load("sine"))
    assert session.accuracy is None


# Batches ----------------------------------------------------------------------------------------------------------


def test_that_a_partial_last_batch_is_averaged_over_its_own_size():
    session = Session(spiral())
    session.step_update(3)
    whole = session.value("X").shape[1]
    session.step_update()
    delta, a1 = session.value("delta2"), session.value("A1")
    assert (whole, delta.shape[1]) == (8, 6)
    np.testing.assert_allclose(session.value("db2"), delta.mean(axis=1, keepdims=True), rtol=1e-12)
    np.testing.assert_allclose(session.value("dW2"), delta @ a1.T / 6, rtol=1e-12)


def test_that_every_epoch_sees_every_training_sample_once():
    session = Session(spiral())
    seen = []
    for _ in range(8):
        session.step_update()
        seen.append(session.snapshot().batch)
        assert np.array_equal(session.value("X"), session.data.X[:, seen[-1]])
        assert np.array_equal(session.value("Y")[0], session.data.labels[seen[-1]])
    first, second = np.concatenate(seen[:4]), np.concatenate(seen[4:])
    assert sorted(first) == sorted(second) == session.data.train.tolist()
    assert first.tolist() != second.tolist()


# Stepping and running are the same --------------------------------------------------------------------------------

SCENARIOS = {
    "shuffled batches with a partial one, adam, L2": spiral(penalty=PenaltySpec("l2", 0.01)),
    "one sample an update, momentum": spiral(batch=BatchSpec(1, "shuffled"), optimiser=OptimiserSpec("momentum", 0.05)),
    "fixed batches, rmsprop, fixed biases": spiral(
        batch=BatchSpec(11), optimiser=OptimiserSpec("rmsprop", 0.01), train_biases=False
    ),
    "full batch": Scenario.load("xor"),
}
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("step_line"), st.integers(1, 60)),
        st.tuples(st.just("step_update"), st.integers(1, 6)),
        st.tuples(st.just("step_epoch"), st.integers(1, 2)),
    ),
    min_size=1,
    max_size=5,
)


def run_to(scenario: Scenario, update: int, line: int) -> Session:
    """Run whole updates in one go, and only the last one's lines one by one."""
    session = Session(scenario)
    session.step_update(update - (line < session.position.lines))
    if line < session.position.lines:
        session.step_line(line)
    return session


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENARIOS)
@settings(max_examples=25, deadline=None)
@given(moves=MOVES)
def test_that_stepping_and_running_give_the_same_bits(name, moves):
    session = Session(SCENARIOS[name])
    for step, n in moves:
        getattr(session, step)(n)
    run = run_to(SCENARIOS[name], session.position.update, session.position.line)
    assert state_of(session) == state_of(run)


@pytest.mark.parametrize("name", SCENARIOS)
def test_that_a_restart_gives_the_same_bits(name):
    session = Session(SCENARIOS[name])
    start = state_of(session)
    session.step_update(9)
    session.step_line(5)
    there = state_of(session)
    session.restart()
    assert state_of(session) == start
    session.step_update(9)
    session.step_line(5)
    assert state_of(session) == there


# Other settings ---------------------------------------------------------------------------------------------------


def test_that_a_learning_rate_keeps_the_network_and_applies_from_the_next_update(xor):
    xor.step_update(4)
    weights = xor.value("W1")
    slower = replace(xor.scenario, optimiser=OptimiserSpec("gradient-descent", 0.001))
    assert xor.change(slower)
    assert np.array_equal(xor.value("W1"), weights)
    assert (xor.position.update, xor.position.line, xor.position.epoch) == (4, 0, 4)
    assert xor.scenario == slower
    xor.step_update()
    np.testing.assert_allclose(xor.value("W1") - weights, -0.001 * xor.value("dW1"), rtol=0, atol=1e-15)
    assert xor.loss_curve.updates == 5


def test_that_a_change_takes_back_an_incomplete_update(xor):
    xor.step_update(2)
    weights, loss = xor.value("W1"), xor.loss
    xor.step_line(13)  # W¹ and b¹ have moved
    assert not np.array_equal(xor.value("W1"), weights)
    xor.change(replace(xor.scenario, optimiser=OptimiserSpec("gradient-descent", 0.001)))
    assert np.array_equal(xor.value("W1"), weights)
    assert xor.loss == loss
    assert (xor.position.update, xor.position.line) == (2, 0)
    assert not xor.is_computed("Z1")
    assert xor.loss_curve.updates == 2


def test_that_a_change_of_other_settings_does_not_break_an_epoch_off():
    session, other = Session(spiral()), Session(spiral())
    session.step_update(6)
    session.step_line(4)
    session.change(spiral(penalty=PenaltySpec("l1", 0.0)))
    session.step_epoch()
    other.step_epoch(2)
    assert session.position.update == other.position.update == 8
    assert session.position.epoch == 2
    assert np.array_equal(session.snapshot().batch, other.snapshot().batch)
    assert np.array_equal(session.value("W1"), other.value("W1"))  # a penalty of rate 0 changes nothing


def test_that_other_batches_begin_another_epoch():
    session = Session(spiral())
    session.step_update(6)
    session.change(spiral(batch=BatchSpec(15, "fixed")))
    assert (session.position.update, session.position.epoch) == (6, 2)
    session.step_update()
    assert (session.position.update, session.position.epoch) == (7, 3)
    assert np.array_equal(session.snapshot().batch, session.data.train[:15])
    session.step_epoch(2)
    assert (session.position.update, session.position.epoch) == (10, 4)


def test_that_other_samples_keep_the_network(xor, make_scenario):
    xor.step_update(5)
    weights = xor.value("W1")
    moved = DataSpec("explicit", inputs=((0.0, 0.0), (0.0, 1.0), (1.5, 0.0), (1.0, 1.0)), labels=(0, 1, 1, 0))
    assert xor.change(replace(xor.scenario, data=moved))
    assert np.array_equal(xor.value("W1"), weights)
    xor.step_line()
    assert xor.value("X")[0, 2] == 1.5


@pytest.mark.parametrize(
    "changes",
    [
        {"layers": (Layer(4, "tanh"), Layer(1, "sigmoid"))},
        {"layers": (Layer(3, "tanh"), Layer(3, "tanh"), Layer(1, "sigmoid"))},
        {"seed": 99},
    ],
)
def test_that_other_sizes_or_another_seed_start_again(xor, changes):
    xor.step_update(5)
    scenario = replace(xor.scenario, **changes)
    assert not xor.change(scenario)
    assert state_of(xor) == state_of(Session(scenario))


@pytest.mark.parametrize("changes", [{"layers": (Layer(3, "relu"), Layer(1, "tanh")), "loss": "squared"}])
def test_that_other_activations_and_another_loss_keep_the_network(xor, changes):
    xor.step_update(5)
    weights = xor.value("W2")
    assert xor.change(replace(xor.scenario, **changes))
    assert np.array_equal(xor.value("W2"), weights)
    xor.step_line(2)
    assert xor.value("A1").min() >= 0.0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"loss": "categorical-cross-entropy"}, "loss"),
        ({"loss": "nonsense"}, "loss"),
        ({"layers": ()}, "layers"),
        ({"layers": (Layer(0, "tanh"), Layer(1, "sigmoid"))}, "layers[0].units"),
        ({"optimiser": OptimiserSpec("gradient-descent", -1.0)}, "optimiser.learning_rate"),
        ({"optimiser": OptimiserSpec("gradient-descent", float("nan"))}, "optimiser.learning_rate"),
        ({"optimiser": OptimiserSpec("adam", 0.1, {"beta1": 1.0})}, "optimiser.settings.beta1"),
        ({"batch": BatchSpec(0)}, "batch.size"),
        ({"data": DataSpec("explicit", inputs=((1.0, 2.0),), labels=(0, 1))}, "data.labels"),
    ],
)
def test_that_settings_that_do_not_fit_change_nothing(xor, changes, field):
    xor.step_line(20)
    before = state_of(xor)
    with pytest.raises(ScenarioError) as caught:
        xor.change(replace(xor.scenario, **changes))
    assert [problem.field for problem in caught.value.problems] == [field]
    assert state_of(xor) == before


def test_that_the_optimiser_s_state_is_kept_with_the_same_optimiser():
    session = Session(spiral())
    session.step_update(5)
    velocity = session.value("vW1")
    session.change(spiral(optimiser=OptimiserSpec("adam", 0.5)))
    assert np.array_equal(session.value("vW1"), velocity)
    session.step_line()
    assert session.snapshot().scalars["correction1"] == pytest.approx(1 - 0.9**6)


def test_that_the_optimiser_s_state_is_dropped_with_another_one():
    session = Session(spiral())
    session.step_update(5)
    session.change(spiral(optimiser=OptimiserSpec("momentum", 0.05)))
    assert not session.value("vW1").any()
    session.change(spiral())
    assert not session.value("sW1").any()
    session.step_line()
    assert session.snapshot().scalars["correction1"] == pytest.approx(1 - 0.9)
