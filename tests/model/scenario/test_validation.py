"""What does not go together in a scenario is refused in words."""

from dataclasses import replace

import pytest

from nnviz import Scenario, ScenarioError
from nnviz.model.scenario.edit.mistakes import with_mistake
from nnviz.model.scenario.validation import prepare


@pytest.mark.parametrize("mistakes", [("zero-weights", "alike-weights"), ("alike-weights", "no-mean", "zero-weights")])
def test_that_two_mistakes_in_the_same_initial_weights_are_refused(mistakes):
    with pytest.raises(ScenarioError) as caught:
        prepare(replace(Scenario.load("xor"), mistakes=mistakes))
    (problem,) = caught.value.problems
    assert problem.field == f"mistakes[{len(mistakes) - 1}]"
    assert mistakes[0] in problem.found
    assert mistakes[-1] in problem.found
    assert "a network starts once" in problem.accepted


@pytest.mark.parametrize("name", ["zero-weights", "alike-weights"])
def test_that_switching_the_second_one_on_switches_the_first_one_off(name):
    scenario = replace(Scenario.load("xor"), mistakes=("zero-weights",))
    prepare(with_mistake(scenario, name, on=True))
