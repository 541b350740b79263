"""No right program is called wrong, and no wrong one right: on shipped scenarios, exact fits and random programs."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from nnviz import ModelError, Scenario, Session
from nnviz.model.checks import gradient_check
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.program.losses import LOSSES
from nnviz.model.scenario.file import shipped_titles
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec

HARMLESS = {"good", "fine", "too-small"}
UPDATES = (1, 10, 100, 1_000, 10_000)
SCENARIOS = [name for name, _ in shipped_titles("en") if name != "xor-evolution"]


def verdict(session: Session) -> str | None:
    check = gradient_check(session.snapshot())
    return None if check.band is None else check.band.name


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.sample(5)
@pytest.mark.no_cover
def test_that_the_right_program_of_a_shipped_scenario_is_never_suspicious(name: str):
    session = Session(Scenario.load(name))
    for update in UPDATES:
        session.step_update(update - session.position.completed - 1)
        session.step_line()
        check = gradient_check(session.snapshot())
        for symbol, one in check.parameters.items():
            assert one.band is None or one.band.name in HARMLESS, (update, symbol, one.band, one.maximum)
            assert one.band is not None or one.crosses.all(), (update, symbol)


def random_scenario(make_scenario, seed: int) -> Scenario:
    """Return a scenario whose parts are drawn: layers, loss, penalty, data and the sizes of its parameters."""
    rng = np.random.default_rng(seed)
    loss = str(rng.choice(list(LOSSES)))
    fits = [name for name, row in ACTIVATIONS.items() if LOSSES[loss].needs in (None, name)]
    if loss == "binary-cross-entropy":
        fits = ["sigmoid"]
    output = str(rng.choice(fits))
    hidden = [name for name, row in ACTIVATIONS.items() if not row.couples_units]
    units = [int(rng.integers(1, 6)) for _ in range(rng.integers(0, 4))]
    outputs = int(rng.integers(2 if output == "softmax" else 1, 4))
    layers = [(count, str(rng.choice(hidden))) for count in units] + [(outputs, output)]
    inputs, samples = int(rng.integers(1, 5)), int(rng.integers(1, 9))
    x = rng.standard_normal((inputs, samples)) * 10.0 ** rng.uniform(-3, 2)
    if LOSSES[loss].targets_sum_to_one or output == "softmax":
        y = np.eye(outputs)[:, rng.integers(0, outputs, samples)]
    elif LOSSES[loss].targets == "plus-minus-one":
        y = rng.choice([-1.0, 1.0], (outputs, samples))
    else:
        y = rng.integers(0, 2, (outputs, samples)).astype(float)
    sizes = [inputs, *units, outputs]
    scale = 10.0 ** rng.uniform(-2, 1)
    parameters = {}
    for number, (below, here) in enumerate(itertools.pairwise(sizes), start=1):
        parameters[f"W{number}"] = scale * rng.standard_normal((here, below))
        parameters[f"b{number}"] = scale * rng.standard_normal((here, 1))
    penalty = PenaltySpec(*[("none", 0.0), ("l1", 0.01), ("l2", 0.1)][rng.integers(0, 3)])
    return make_scenario(x, layers, y=y, parameters=parameters, loss=loss, penalty=penalty)


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.sample(2)
@pytest.mark.parametrize("first", range(0, 700, 50))
def test_that_no_right_program_of_500_random_ones_is_suspicious(make_scenario, first):
    seen, found = 0, []
    for seed in range(first, first + 50):
        try:
            session = Session(random_scenario(make_scenario, seed))
        except ModelError:
            continue  # loss and output do not fit together
        seen += 1
        check = gradient_check(session.snapshot())
        for symbol, one in check.parameters.items():
            if one.band is not None and one.band.name not in HARMLESS:
                found.append((seed, symbol, one.band.name, one.maximum))
    assert found == []
    assert seen >= 30


def test_that_an_exact_fit_is_too_small_to_tell(make_scenario):
    w, b = np.array([[0.3, -0.7], [1.1, 0.2]]), np.array([[0.1], [-0.4]])
    x = np.array([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]])
    for loss in ("half-squared", "squared", "mean-squared"):
        session = Session(make_scenario(x, [(2, "identity")], y=w @ x + b, parameters={"W1": w, "b1": b}, loss=loss))
        session.step_line(2)
        assert session.loss < 1e-30
        assert verdict(session) in ("good", "too-small")


NETWORKS = {
    "xor": {},
    "worked-example-2-3-1": {},
    "mazur": {},
    "circle": {},
    "three-class-spiral": {},
    "sine": {"optimiser": OptimiserSpec("adam")},
    "circle, leaky": {"layers": (Layer(5, "leaky-relu"), Layer(1, "sigmoid"))},
    "xor, as many units as samples": {"layers": (Layer(4, "tanh"), Layer(4, "sigmoid"), Layer(1, "sigmoid"))},
    "xor, penalised": {"penalty": PenaltySpec("l2", 0.1), "initial": InitialSpec(biases=Method("normal", 0.5))},
    "xor, all layers as large as the batch": {
        "layers": (Layer(4, "softplus"), Layer(4, "sigmoid")),
        "loss": "half-squared",
    },
    "xor, tanh output": {"layers": (Layer(3, "tanh"), Layer(1, "tanh")), "loss": "half-squared"},
}
"""Title, the shipped scenario's name first → what is changed in it."""

OF_THE_GRADIENT = [name for name, row in CATALOGUE.items() if row.change is not None and row.kind == "backward"]


@pytest.mark.parametrize("mistake", OF_THE_GRADIENT)
@pytest.mark.slow
@pytest.mark.sample(9)
def test_that_no_mistake_that_changes_a_gradient_is_missed(mistake: str):
    told = 0
    for title, settings in NETWORKS.items():
        scenario = replace(Scenario.load(title.split(",")[0]), **settings)
        try:
            wrong, right = Session(replace(scenario, mistakes=(mistake,))), Session(scenario)
        except ModelError:
            continue  # it cannot be made there, or would change nothing
        wrong.step_line(len(wrong.program))
        right.step_line(len(right.program))
        for symbol, one in gradient_check(wrong.snapshot()).parameters.items():
            made, meant = wrong.value(f"d{symbol}"), right.value(f"d{symbol}")
            if made.shape != meant.shape:
                continue  # a bias that grows a column for each sample: the shapes tell
            if np.max(np.abs(made - meant)) > 1e-4 * np.max(np.abs(meant)):
                told += 1
                assert one.band is not None, (title, symbol)
                assert one.band.name in ("suspicious", "wrong"), (title, symbol, one.maximum)
    assert told or mistake in ("no-sum", "gradients-accumulated")  # the second one changes no first update
