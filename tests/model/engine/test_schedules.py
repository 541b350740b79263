"""Scheduled learning rates, a rate for each layer, and an optimiser's state to start from."""

import math
from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.checks.update import update_check
from nnviz.model.data.batches import BatchSpec
from nnviz.model.program.rate_schedules import SCHEDULES
from nnviz.model.scenario.edit import with_learning_rate, with_optimiser
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.scenario.schedule_spec import ScheduleSpec
from nnviz.model.scenario.validation import ScenarioError, prepare
from nnviz.model.session.session import Session

UPDATES = 12
RATES = {
    "constant": (ScheduleSpec(), lambda t: 1.0),
    "step": (ScheduleSpec("step", settings={"gamma": 0.5, "period": 3}), lambda t: 0.5 ** (t // 3)),
    "exponential": (ScheduleSpec("exponential", settings={"gamma": 0.8}), lambda t: 0.8**t),
    "inverse": (ScheduleSpec("inverse", settings={"kappa": 0.25}), lambda t: 1 / (1 + t / 4)),
    "cosine": (
        ScheduleSpec("cosine", settings={"period": 8, "least": 0.1}),
        lambda t: 0.1 + 0.45 * (1 + math.cos(math.pi * min(t, 8) / 8)),
    ),
    "list": (ScheduleSpec("list", factors=(1.0, 0.5, 0.25)), lambda t: (1.0, 0.5, 0.25)[min(t, 2)]),
}


def xor(**changes):
    base = Scenario.load("xor")
    return replace(base, optimiser=replace(base.optimiser, **changes))


def test_that_every_schedule_is_tested():
    assert set(RATES) == set(SCHEDULES)


@pytest.mark.parametrize("counts", ["update", "epoch"])
@pytest.mark.parametrize("kind", RATES)
def test_that_each_update_goes_by_the_rate_of_its_schedule(kind, counts):
    schedule, factor = RATES[kind]
    scenario = replace(xor(schedule=replace(schedule, counts=counts)), batch=BatchSpec(2))
    session = Session(scenario)
    for update in range(UPDATES):
        before = session.value("W1").copy()
        session.step_update()
        eta = 0.42 * factor(update // (2 if counts == "epoch" else 1))
        np.testing.assert_allclose(session.value("W1"), before - eta * session.value("dW1"), rtol=1e-13)
        assert session.snapshot().scalars["eta"] == pytest.approx(eta, rel=1e-15)
        assert update_check(session.snapshot()).agrees


TORCH = {
    "step": lambda torch, o: torch.optim.lr_scheduler.StepLR(o, 3, 0.5),
    "exponential": lambda torch, o: torch.optim.lr_scheduler.ExponentialLR(o, 0.8),
    "cosine": lambda torch, o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 8, 0.042),
}


@pytest.mark.parametrize("kind", TORCH)
@pytest.mark.slow
@pytest.mark.no_cover
def test_that_schedules_have_the_rates_of_torch(kind):
    torch = pytest.importorskip("torch")
    optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.42)
    theirs, spec = TORCH[kind](torch, optimiser), RATES[kind][0]
    for count in range(9):
        assert 0.42 * spec.factor(count) == pytest.approx(optimiser.param_groups[0]["lr"], rel=1e-9)
        optimiser.step()
        theirs.step()


def test_that_going_back_and_forward_again_has_the_same_bits():
    session = Session(xor(kind="adam", schedule=ScheduleSpec("exponential", "update", {"gamma": 0.97})))
    session.step_update(150)
    there = session.value("W1").tobytes()
    session.seek(40)
    session.step_line(3)
    session.seek(150)
    assert session.value("W1").tobytes() == there


def test_that_a_schedule_is_kept_by_files_and_edits():
    scenario = xor(schedule=RATES["step"][0])
    assert Scenario.from_json(scenario.to_json()) == replace(scenario, name="")
    changed = with_learning_rate(with_optimiser(scenario, "adam"), 0.01)
    assert changed.optimiser.schedule == RATES["step"][0]


@pytest.mark.parametrize(
    ("optimiser", "field", "accepted"),
    [
        (OptimiserSpec(schedule=ScheduleSpec("linear")), "optimiser.schedule.kind", "constant, step"),
        (OptimiserSpec(schedule=ScheduleSpec("list")), "optimiser.schedule.factors", "at least one"),
        (OptimiserSpec(schedule=ScheduleSpec(factors=(1.0,))), "optimiser.schedule.factors", "no factors"),
        (
            OptimiserSpec(schedule=ScheduleSpec("step", settings={"gamma": 2.0})),
            "optimiser.schedule.settings.gamma",
            "1.0",
        ),
        (OptimiserSpec(state={"vW1": ((1.0,),)}), "optimiser.state.vW1", "none at all"),
        (OptimiserSpec("momentum", state={"vW1": ((1.0,),)}), "optimiser.state.vW1", "3×2"),
    ],
)
def test_that_what_does_not_fit_is_named(optimiser, field, accepted):
    with pytest.raises(ScenarioError) as caught:
        prepare(replace(Scenario.load("xor"), optimiser=optimiser))
    (problem,) = caught.value.problems
    assert problem.field == field
    assert accepted in problem.accepted


@pytest.mark.parametrize("kind", ["gradient-descent", "adam"])
def test_that_a_layer_may_have_a_rate_of_its_own(kind):
    scenario = xor(kind=kind)
    layers = tuple(replace(layer, learning_rate=0.05 * n) for n, layer in enumerate(scenario.layers, start=1))
    session, ones = Session(replace(scenario, layers=layers)), Session(with_learning_rate(scenario, 1.0))
    assert session.program[session.program.line_of["W2"]].formula(scenario.symbol_labels()).count("η²") == 1
    for each in (session, ones):
        each.step_update()
    start = Session(scenario).snapshot().parameters
    for name in ("W1", "b1", "W2", "b2"):
        rate = 0.05 * int(name[1])
        np.testing.assert_allclose(
            session.value(name) - start[name], rate * (ones.value(name) - start[name]), rtol=1e-9, atol=1e-15
        )
    assert update_check(session.snapshot()).agrees


def test_that_a_run_goes_on_from_the_state_of_another():
    whole = Session(xor(kind="adam"))
    whole.step_update(7)
    symbols = [name for name in whole.program.state if name not in whole.program.parameters]
    rows = {name: tuple(map(tuple, whole.value(name).tolist())) for name in (*symbols, *whole.program.parameters)}
    state = {name: rows[name] for name in symbols}
    scenario = xor(kind="adam", state=state, steps=7)
    values = {name: rows[name] for name in whole.program.parameters}
    rest = Session(replace(scenario, initial=replace(scenario.initial, values=values)))
    whole.step_update(5)
    rest.step_update(5)
    for name in whole.program.state:
        assert rest.value(name).tobytes() == whole.value(name).tobytes()
    assert with_optimiser(scenario, "momentum").optimiser.state == {}
