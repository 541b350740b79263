"""The text about the first number that is not finite."""

from dataclasses import replace

import pytest

from nnviz.model.breakpoints import Guard, WentNonFinite
from nnviz.model.history.position import Place
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.breakpoints.stop_text import nonfinite_text


@pytest.fixture
def stopped() -> tuple[WentNonFinite, Snapshot]:
    session = Session(replace(find_scenario("sine"), optimiser=OptimiserSpec("gradient-descent", 1e6)))
    _, went = Guard().run(session, (), Place(500))
    assert went is not None
    return went, session.snapshot()


def test_that_it_says_where_what_why_and_what_to_do(stopped: tuple[WentNonFinite, Snapshot]) -> None:
    went, snapshot = stopped
    text = nonfinite_text(went, snapshot)
    assert text.startswith("Update 24, line 5: L is not finite (∞), because ")
    assert "overflows" in text
    assert "The likely reason: the weights have diverged" in text
    assert text.endswith(". ← shows the state before.")
    assert "%" not in text
    assert "{" not in text


def test_that_what_is_not_known_is_left_out(stopped: tuple[WentNonFinite, Snapshot]) -> None:
    went, snapshot = stopped
    without_reason = nonfinite_text(replace(went, reason=None), snapshot)
    assert "because" in without_reason
    assert "reason" not in without_reason
    assert nonfinite_text(replace(went, cause=None, reason=None), snapshot) == (
        "Update 24, line 5: L is not finite (∞). ← shows the state before."
    )
