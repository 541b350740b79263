"""Scenarios as numpy scripts: what a script prints is what nnviz computes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

import nnviz
from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.network import Layer
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.program.rate_schedules import SCHEDULES
from nnviz.model.scenario.file import shipped_scenarios
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.scenario.schedule_spec import ScheduleSpec
from nnviz.model.scripts.numpy_script import numpy_script

UPDATES = 9


@pytest.fixture
def check(check):
    return partial(check, numpy_script)


def trains(name: str) -> bool:
    scenario = Scenario.load(name)
    return scenario.recipe(2).computes_gradients


@pytest.mark.parametrize(
    "name", [name for name in shipped_scenarios() if not name.startswith(("mnist", "digits")) and trains(name)]
)
def test_that_shipped_scenarios_print_the_same_losses(name: str, check) -> None:
    check(Scenario.load(name))


@pytest.mark.parametrize("activation", [*ACTIVATIONS, "leaky-relu(0.2)", "elu(0.5)"])
def test_that_every_activation_is_written(small, check, activation) -> None:
    if activation == "softmax":
        check(replace(small, layers=(small.layers[0], Layer(2, "softmax")), loss="half-squared"))
    else:
        check(replace(small, layers=(Layer(3, activation), *small.layers[1:])))


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("output", ["natural", "another"])
def test_that_every_loss_is_written(small, check, loss, output) -> None:
    row = LOSSES[loss]
    natural = row.needs or row.logits_with or "tanh"
    activation = natural if output == "natural" else {"binary-cross-entropy": "softmax"}.get(loss, natural)
    layer = Layer(2 if activation == "softmax" else 1, activation)
    check(
        replace(small, layers=(small.layers[0], layer), loss=loss, reduction="sum" if output == "another" else "mean")
    )


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_that_every_optimiser_is_written(small, check, optimiser) -> None:
    check(replace(small, optimiser=OptimiserSpec(optimiser, 0.05)))


@pytest.mark.parametrize("kind", SCHEDULES)
@pytest.mark.parametrize("counts", ["update", "epoch"])
def test_that_every_schedule_is_written(small, check, kind, counts) -> None:
    factors = (1.0, 0.5, 0.25) if kind == "list" else ()
    schedule = ScheduleSpec(kind, counts, factors=factors)
    check(replace(small, optimiser=OptimiserSpec("adam", 0.05, schedule=schedule)))


@pytest.mark.parametrize("penalty", PENALTIES)
@pytest.mark.parametrize("divided_by", ["one", "batch", "data"])
def test_that_every_penalty_is_written(small, check, penalty, divided_by) -> None:
    check(replace(small, penalty=PenaltySpec(penalty, 0.3, divided_by, on_biases=divided_by == "data")))


@pytest.mark.parametrize("mistake", [name for name, row in CATALOGUE.items() if not row.name.startswith("leaking")])
def test_that_a_mistake_is_written_as_it_runs(small, check, mistake) -> None:
    wrong = replace(small, mistakes=(mistake,), penalty=PenaltySpec("l2", 0.1), optimiser=OptimiserSpec("adam", 0.05))
    try:
        nnviz.Session(wrong)
    except nnviz.ModelError:
        pytest.skip("changes nothing here")
    check(wrong)


def test_that_biases_may_be_missing_shared_or_fixed(small, check) -> None:
    layers = Layer(3, "tanh", bias="shared"), Layer(1, "sigmoid", bias="none", learning_rate=0.3)
    check(replace(small, layers=layers))
    assert "b1 = b1" not in check(replace(small, train_biases=False))


def test_that_long_arrays_lie_in_a_file_beside_the_script(tmp_path, monkeypatch, printed, computed) -> None:
    scenario = Scenario.load("digits")
    monkeypatch.chdir(tmp_path)
    script = numpy_script(scenario, UPDATES, "digits.npz")
    script.save(tmp_path / "digits.py")
    assert len(script.text) < 10_000
    assert printed((tmp_path / "digits.py").read_text()) == pytest.approx(computed(scenario), rel=1e-12)


def test_that_a_script_reads_like_the_program(small, check) -> None:
    text = check(small)
    assert "    delta1 = W2.T @ delta2 * tanh_slope(A1)  # δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹)\n" in text
    assert '"""A \'quoted\' title' in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"mistakes": ("weights-not-transposed",), "hides_mistakes": True}, "hidden"),
        ({"mistakes": ("leaking-batch",)}, "leak"),
    ],
)
def test_that_what_cannot_be_written_is_refused(small, change, words) -> None:
    with pytest.raises(nnviz.ModelError, match=words):
        numpy_script(replace(small, **change))
    with pytest.raises(nnviz.ModelError, match="uses gradients"):
        numpy_script(Scenario.load("xor-evolution"))
