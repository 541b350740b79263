"""What settings store of large samples: they are released, and made again bit by bit."""

import gc
from dataclasses import replace
from pathlib import Path
from weakref import ref

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.data import data_from_file, data_reference
from nnviz.model.data.files.detect import detect
from nnviz.model.scenario.suggestion import scenario_for
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import open_session, save_session

STEPS = 6


def with_noise(scenario: Scenario, noise: float) -> Scenario:
    return replace(scenario, data=replace(scenario.data, noise=noise))


def state_of(session: Session) -> dict[str, bytes]:
    snapshot = session.snapshot()
    samples = {"X": snapshot.data.X, "targets": snapshot.targets, "raw": snapshot.data.raw}
    return {name: array.tobytes() for name, array in {**snapshot.values, **samples}.items()}


def alive(data: list[ref]) -> int:
    gc.collect()
    return sum(one() is not None for one in data)


@pytest.fixture
def digits(monkeypatch: pytest.MonkeyPatch) -> Session:
    session = Session(Scenario.load("digits"))
    monkeypatch.setattr(data_reference, "BUDGET", 2 * session.data.nbytes)
    return session


@pytest.mark.slow
def test_that_settings_that_can_be_undone_hold_no_more_samples_than_the_budget(digits):
    data = [ref(digits.data)]
    for step in range(STEPS):
        digits.change(with_noise(digits.scenario, 0.1 + 0.1 * step))
        data.append(ref(digits.data))
    assert alive(data) == 2
    assert data[-1]() is digits.data
    for _ in range(STEPS):
        digits.undo()
        data.append(ref(digits.data))
    assert (digits.undo_text, alive(data)) == (None, 2)


def test_that_samples_are_the_same_to_the_last_bit_after_undo_redo_and_a_seek(digits):
    states = []
    for step in range(STEPS):
        digits.change(with_noise(digits.scenario, 0.1 + 0.1 * step))
        states.append(state_of(digits))
    for state in reversed(states):
        assert state_of(digits) == state
        digits.undo()
    for state in states:
        digits.redo()
        assert state_of(digits) == state
    seen = []
    for step in range(STEPS):
        digits.change(with_noise(digits.scenario, 0.05 + 0.1 * step))
        digits.step_update()
        seen.append(state_of(digits))
    for update in (1, STEPS, 2, STEPS - 1):
        digits.seek(update, len(digits.program))
        assert state_of(digits) == seen[update - 1]


def test_that_a_session_with_many_samples_is_opened_with_the_same(digits, tmp_path):
    for step in range(STEPS):
        digits.change(with_noise(digits.scenario, 0.1 + 0.1 * step))
        digits.step_update()
    save_session(digits, tmp_path / "digits.nnviz")
    opened = open_session(tmp_path / "digits.nnviz")
    assert opened.difference == 0.0
    for update in (1, STEPS):
        for session in (digits, opened.session):
            session.seek(update)
        assert state_of(opened.session) == state_of(digits)


@pytest.mark.slow
def test_that_samples_of_a_file_are_made_again_also_when_the_file_is_gone(tmp_path: Path, monkeypatch):
    path = tmp_path / "own.csv"
    rng = np.random.default_rng(0)
    np.savetxt(
        path, np.column_stack([rng.integers(0, 3, 3000), rng.normal(size=(3000, 70))]), delimiter=",", fmt="%.6g"
    )
    reading = detect(path, {"answer_columns": (0,)})
    session = Session(scenario_for(data_from_file(path, reading.options, "standard"), path.stem))
    spec = session.scenario.data
    assert spec.kind == "file"
    monkeypatch.setattr(data_reference, "BUDGET", session.data.nbytes)
    states, data = [state_of(session)], [ref(session.data)]
    for share in (0.1, 0.2, 0.3, 0.4):
        session.change(replace(session.scenario, data=replace(spec, test_share=share)))
        states.append(state_of(session))
        data.append(ref(session.data))
    assert alive(data) == 1
    path.unlink()
    for state in states[::-1]:
        assert state_of(session) == state
        session.undo()


def test_that_other_settings_share_the_samples_and_their_targets():
    session = Session(Scenario.load("xor"))
    before = session.snapshot()
    optimiser = replace(session.scenario.optimiser, learning_rate=0.01)
    session.change(replace(session.scenario, optimiser=optimiser))
    digits = Session(Scenario.load("digits"))
    first = digits.snapshot()
    digits.change(replace(digits.scenario, optimiser=replace(digits.scenario.optimiser, learning_rate=0.01)))
    assert digits.data is first.data
    assert digits.snapshot().targets is first.targets
    assert session.snapshot().targets.tobytes() == before.targets.tobytes()


def test_that_large_samples_are_let_go_once_another_scenario_is_opened(monkeypatch):
    session = Session(Scenario.load("digits"))
    monkeypatch.setattr(data_reference, "BUDGET", 0)
    data = [ref(session.data)]
    del session
    other = Session(Scenario.load("xor"))
    assert alive(data) == 0
    assert other.data.n_samples == 4
