"""The position in a run as what an expression may name."""

from nnviz.model.breakpoints.expression_condition import position_value
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session


def test_that_the_position_has_a_number_and_any_other_name_has_none():
    session = Session(Scenario.load("xor"))
    session.step_update(3)
    assert position_value("update", session.position).tolist() == [[3.0]]
    assert position_value("epoch", session.position).tolist() == [[3.0]]
    assert position_value("W1", session.position) is None
