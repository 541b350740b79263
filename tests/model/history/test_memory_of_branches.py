"""Thousands of branches stay within the history budget, or the next one is refused in words."""

import tracemalloc

import pytest

from nnviz.model.errors import ModelError
from nnviz.model.history.memory_budget import FREE
from nnviz.model.history.runner import Runner
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session

MB = 2**20


def branched(count: int, updates: int = 12) -> Session:
    """Return a session with so many branches, each from the first one."""
    session = Session(find_scenario("xor"))
    session.step_update(20)
    first = session.branch
    for number in range(count - 1):
        if session.branch != first:
            session.switch_branch(first)
        session.seek(10)
        session.set_value("W1", (0, 0), 1e-3 * (number + 1))
        session.step_update(updates)
    return session


@pytest.mark.slow
@pytest.mark.no_cover
def test_that_hundreds_of_branches_keep_the_budget() -> None:
    session = branched(400)
    assert len(session.snapshot().branches) == 400
    assert session.history_bytes <= session.history_budget
    assert session.history_bytes > MB  # they are counted


@pytest.mark.slow
def test_that_what_is_counted_is_what_they_take() -> None:
    branched(2)
    tracemalloc.start()
    try:
        session = branched(200)
        session.snapshot()
        taken = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    session.history_budget = 0
    assert taken < session.history_bytes + 2 * FREE


@pytest.mark.slow
def test_that_a_branch_is_refused_where_the_others_take_the_budget() -> None:
    session = Session(find_scenario("xor"))
    session.step_update(3000)
    session.history_budget = MB
    with pytest.raises(ModelError, match="branches, which take"):  # noqa: PT012 which of them is not the point
        for number in range(200):
            session.seek(2900)
            session.set_value("W1", (0, 0), 1e-3 * (number + 1))
            session.step_update(100)
    before = session.position
    assert session.history_bytes <= 2 * MB
    session.step_update()
    assert session.position.update == before.update + 1
    session.history_budget = 64 * MB
    session.seek(2900)
    session.set_value("W1", (0, 0), 0.9)


def test_that_a_step_makes_anew_only_what_is_shown_of_the_branch_it_is_on():
    """Of thousands of branches, what is written of the others is kept."""
    session = Session(find_scenario("xor"))
    session.step_update(5)
    session.seek(2)
    session.set_value("W1", (0, 0), 0.5)
    before = session.branches
    session.step_update(1)
    after = session.branches
    assert after[0] is before[0]
    assert (after[1].newest.update, before[1].newest.update) == (3, 2)
    session.rename_branch(after[0].name, "another")
    assert session.branches[0].name == "another"


def test_that_what_a_branch_has_run_is_shown_after_it_was_left():
    session = Session(find_scenario("xor"))
    session.step_update(5)
    session.seek(2)
    session.set_value("W1", (0, 0), 0.5)
    assert [info.newest.update for info in session.branches] == [5, 2]
    session.switch_branch("branch 1")
    session.step_update(3)
    session.switch_branch("branch 2")
    assert [info.newest.update for info in session.branches] == [8, 2]
    assert [each.until.completed for each in session.contents.branches] == [8, 2]
    session.step_update(1)
    session.switch_branch("branch 1")
    assert [each.until.completed for each in session.contents.branches] == [8, 3]
    assert session.branches[0].curve.updates == 8


def test_that_an_edit_that_fails_leaves_the_session_where_it_was(monkeypatch):
    session = Session(find_scenario("xor"))
    session.step_update(5)
    session.seek(2)
    before = session.snapshot()
    monkeypatch.setattr(Runner, "apply", lambda runner, edit: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        session.set_value("W1", (0, 0), 0.5)
    monkeypatch.undo()
    after = session.snapshot()
    assert (after.branch, after.position) == (before.branch, before.position)
    assert {name: value.tobytes() for name, value in after.values.items()} == {
        name: value.tobytes() for name, value in before.values.items()
    }
    session.set_value("W1", (0, 0), 0.5)
    assert len(session.branches) == 2
