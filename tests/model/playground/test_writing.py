"""A scenario as a link of Playground: what came from a link goes back into it; of others it is told what differs."""

import pytest

from nnviz import Scenario
from nnviz.model.errors import ModelError
from nnviz.model.playground import link_of, read_link

LINKS = [
    "#activation=sigmoid&batchSize=10&dataset=gauss&learningRate=0.03&networkShape=1,1&seed=0.43153&percTrainData=50",
    "#activation=tanh&batchSize=10&dataset=spiral&regularization=L1&regularizationRate=0.001&noise=15&networkShape=8"
    "&seed=0.14370&xTimesY=true&xSquared=true&ySquared=true&percTrainData=70",
    "#activation=linear&problem=regression&regDataset=reg-gauss&networkShape=&learningRate=0.001&seed=0.08033"
    "&y=false&initZero=true",
]


@pytest.mark.parametrize("link", LINKS)
def test_that_the_scenario_of_a_link_is_that_of_the_link_that_is_written(link):
    scenario = read_link(link).scenario
    written = link_of(scenario)

    assert read_link(written.link).scenario == scenario
    assert written.notes == ()


def test_that_it_is_told_what_playground_does_otherwise():
    notes = " ".join(link_of(Scenario.load("spiral")).notes)

    for word in ("look alike", "half the squared error", "gradient descent only", "initial weights"):
        assert word in notes


@pytest.mark.parametrize("name", ["planar-flower", "mazur"])
def test_that_data_that_playground_does_not_have_are_refused(name):
    with pytest.raises(ModelError, match="one of the data sets that Playground has"):
        link_of(Scenario.load(name))
