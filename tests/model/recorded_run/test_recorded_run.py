"""A recorded run is a history: each moment has the person's own arrays, as a snapshot of the network that was found."""

import numpy as np
import pytest

from nnviz.model.checks import gradient_check
from nnviz.model.recorded_run.findings import SourceLine
from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.model.session.session import Session
from tests.fixtures.recorded import SCRIPT, WRONG, changed, forward, unknown_run, xor_run


def at_line(run: RecordedRun, line: int, update: int = 1):
    cursor = run.next_at([SourceLine(0, line)], run.begins[update - 1])
    assert cursor is not None
    return run.moment(cursor)


class TestMoments:
    def test_that_they_have_the_arrays_of_the_script_in_columns(self):
        run = xor_run()
        names = {name: run.names_at(4)[name] for name in ("X", "y", "W1", "b1", "W2", "b2")}
        for update in (1, 2):
            forward(names)
            snapshot = at_line(run, 10, update).snapshot
            assert snapshot is not None
            for symbol, name in (("A1", "h"), ("A2", "o"), ("delta2", "d2"), ("delta1", "d1"), ("W2", "W2")):
                assert np.array_equal(snapshot.values[symbol], names[name].T)
            names |= changed(names)
            after = run.moment(run.update_ends[update - 1]).snapshot
            assert after is not None
            assert np.array_equal(after.values["W1"], names["W1"].T)
            assert np.array_equal(after.values["b1"], np.atleast_2d(names["b1"]).T)

    def test_that_what_no_line_has_computed_yet_has_no_value(self):
        snapshot = at_line(xor_run(), 8).snapshot
        assert snapshot is not None
        assert "A2" in snapshot.values
        assert "delta2" not in snapshot.values
        assert snapshot.lit_line is not None
        assert snapshot.lit_line.writes in ("A2", "L")

    def test_that_what_the_script_computes_on_the_way_follows_from_its_own_arrays(self):
        snapshot = xor_run().moment(xor_run().update_ends[0]).snapshot
        assert snapshot is not None
        values = snapshot.values
        assert np.allclose(values["dW1"], values["delta1"] @ values["X"].T / 4)
        assert np.allclose(np.tanh(values["Z1"]), values["A1"])

    def test_that_symbols_have_the_names_of_the_script(self):
        snapshot = at_line(xor_run(), 10).snapshot
        assert snapshot is not None
        assert [snapshot.labels.of(symbol) for symbol in ("A1", "delta1", "W2")] == ["h", "d1", "W2"]
        assert snapshot.is_recorded

    def test_that_the_losses_are_those_of_its_parameters(self):
        run = xor_run()
        output = at_line(run, 10).names["o"]
        y = run.names_at(4)["y"]
        loss = -np.mean(y * np.log(output) + (1 - y) * np.log(1 - output))
        assert run.network is not None
        assert run.network.loss_before(1) == pytest.approx(loss)

    def test_that_the_scenario_begins_with_its_parameters_and_learns_right(self):
        run = xor_run()
        assert run.network is not None
        session = Session(run.network.scenario)
        assert np.array_equal(session.value("W1"), run.names_at(4)["W1"].T)
        session.step_update()
        assert gradient_check(session.snapshot()).maximum < 1e-6

    def test_that_a_script_without_a_network_has_names_and_no_snapshot(self):
        run = unknown_run()
        moment = run.moment(3)
        assert moment.snapshot is None
        assert set(moment.names) == {"X", "y"}
        assert run.first_shown == len(run) == 3


class TestMoving:
    def test_that_it_is_looked_at_first_where_the_first_wrong_line_has_run(self):
        moment = xor_run().moment(xor_run().first_shown)
        assert moment.at == WRONG
        assert moment.update == 1
        assert moment.note is not None
        assert moment.note.verdict == "wrong"

    def test_that_a_right_script_is_looked_at_first_where_its_first_update_ends(self):
        run = xor_run(right=True)
        assert run.first_shown == run.update_ends[0]

    def test_that_updates_end_with_the_last_change_of_a_parameter(self):
        run = xor_run()
        lines = [run.line_at(cursor) for cursor in run.update_ends]
        assert lines == [SourceLine(0, 14)] * 2
        assert run.next_update(0) == run.update_ends[0]
        assert run.next_update(run.update_ends[1]) == len(run)
        assert run.previous_update(run.update_ends[1]) == run.update_ends[0]
        assert run.previous_update(run.update_ends[0]) == 0

    def test_that_lines_are_found_forward_and_back(self):
        run = xor_run()
        first, second = (run.next_at([WRONG], run.begins[n]) for n in (0, 1))
        assert first is not None
        assert second is not None
        assert run.next_at([WRONG], second) is None
        assert run.last_at([WRONG], second) == first
        assert run.last_at([WRONG], first) is None
        assert run.next_at([SourceLine(0, 16)], 0) is None

    def test_that_the_sample_is_shown_whose_delta_is_most_wrong(self):
        run = xor_run()
        moment = run.moment(run.first_shown)
        error = np.abs(moment.names["d1"] - run.findings.right["delta1"]).max(axis=1)
        assert run.worst_sample == int(np.argmax(error))

    def test_that_a_line_has_its_own_arrays(self):
        run = xor_run()
        (written,) = run.values_of(run.first_shown)
        assert (written.text, written.role) == ("d1", "written")
        assert np.array_equal(written.value, run.names_at(run.first_shown)["d1"])
        assert SCRIPT.split("\n")[WRONG.number - 1].strip().startswith("d1 =")
