"""The budget of the past: what it may be, and what is forgotten first."""

import pytest

from nnviz import ModelError
from nnviz.model.history import memory_budget
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session


def with_discarded_branches(count: int) -> Session:
    """Return a session in which undo could bring several branches back."""
    session = Session(Scenario.load("xor"))
    for number in range(count):
        session.step_update(40)
        session.seek(20)
        session.set_value("W1", (0, 0), number)
        session.step_update(40)
        session.discard_branch(next(info.name for info in session.branches if info.name != session.branch))
    return session


def test_that_less_than_nothing_is_refused() -> None:
    session = Session(Scenario.load("xor"))
    before = session.history_budget
    with pytest.raises(ModelError, match="a number of bytes, 0 or more"):
        session.history_budget = -1
    assert session.history_budget == before


def test_that_what_undo_holds_is_forgotten_until_the_rest_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_budget, "FREE", 0)
    session = with_discarded_branches(4)
    assert session.undo_text is not None
    session.history_budget = 0
    assert session.undo_text is None
