"""Scenarios as PyTorch scripts: what autograd and the optimisers of PyTorch print is what nnviz computes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

import nnviz
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.network import Layer
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.scenario.schedule_spec import ScheduleSpec
from nnviz.model.scripts.torch_script import torch_script

FOREIGN = ("momentum-dampened", "momentum-step", "rmsprop-within", "adam-within", "adam-hat")


@pytest.fixture
def check(check):
    torch = pytest.importorskip("torch")
    before = torch.get_default_dtype()
    yield partial(check, torch_script)
    torch.set_default_dtype(before)


@pytest.mark.parametrize("name", ["xor", "three-class-spiral", "mazur", "sine", "logistic-l2-3-2-1"])
def test_that_shipped_scenarios_print_the_same_losses(name, check) -> None:
    check(Scenario.load(name))


@pytest.mark.parametrize("activation", [*ACTIVATIONS, "leaky-relu(0.2)", "elu(0.5)"])
def test_that_every_activation_is_written_or_refused(small, check, activation) -> None:
    scenario = replace(small, layers=(Layer(3, activation), *small.layers[1:]))
    if activation == "softmax":
        scenario = replace(small, layers=(small.layers[0], Layer(2, "softmax")), loss="half-squared")
    if activation == "bipolar-sigmoid":
        with pytest.raises(nnviz.ModelError, match="bipolar-sigmoid"):
            torch_script(scenario)
        return
    check(scenario)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_that_every_loss_is_written(small, check, loss, reduction) -> None:
    row = LOSSES[loss]
    activation = row.needs or row.logits_with or "tanh"
    layer = Layer(2 if activation == "softmax" else 1, activation)
    check(replace(small, layers=(small.layers[0], layer), loss=loss, reduction=reduction))


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_that_every_optimiser_is_written_or_refused(small, check, optimiser) -> None:
    scenario = replace(small, optimiser=OptimiserSpec(optimiser, 0.05))
    if optimiser in FOREIGN:
        with pytest.raises(nnviz.ModelError, match="numpy script"):
            torch_script(scenario)
        return
    check(scenario)


@pytest.mark.parametrize("penalty", PENALTIES)
@pytest.mark.parametrize("divided_by", ["one", "batch", "data"])
def test_that_every_penalty_is_written(small, check, penalty, divided_by) -> None:
    check(replace(small, penalty=PenaltySpec(penalty, 0.3, divided_by, on_biases=divided_by == "data")))


@pytest.mark.parametrize("counts", ["update", "epoch"])
def test_that_rates_of_layers_and_schedules_are_kept(small, check, counts) -> None:
    layers = Layer(3, "tanh", learning_rate=0.3), Layer(1, "sigmoid", bias="none")
    schedule = ScheduleSpec("exponential", counts)
    check(replace(small, layers=layers, optimiser=OptimiserSpec("adam", 0.05, schedule=schedule)))
    check(replace(small, train_biases=False))


def test_that_a_mistake_is_refused(small) -> None:
    with pytest.raises(nnviz.ModelError, match="mistakes"):
        torch_script(replace(small, mistakes=("unweighted-sum",)))
