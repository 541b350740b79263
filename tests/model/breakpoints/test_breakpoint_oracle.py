"""Every condition, in several scenarios, against an oracle that looks at the state after every line of a run.

The oracle knows nothing of where conditions are evaluated: it goes through snapshots, one for each line, and works out
in plain numpy where a condition holds. Bounds are taken from the run itself, so that each holds now and then.
"""

from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.breakpoints import (
    CONDITIONS,
    AccuracyReached,
    Breakpoint,
    Condition,
    DeadRelu,
    EpochReached,
    ExpressionHolds,
    IdenticalUnits,
    LineReached,
    LossAbove,
    LossBelow,
    LossRises,
    NotFinite,
    SampleChangesClass,
    SaturatedUnit,
    SizeAbove,
    SizeBelow,
    UpdateRatioOutside,
    UpdateReached,
    WeightChangesSign,
    run_back_until,
    run_until,
)
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.prediction.forward import values_of_sample
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session

UPDATES = 24

SHUFFLED = Scenario(  # 22 training samples in batches of 8, 8 and 6, a penalty, and moments
    title={"en": "shuffled"},
    data=DataSpec("spiral", samples=22, noise=0.1),
    layers=(Layer(4, "tanh"), Layer(3, "relu"), Layer(1, "sigmoid")),
    loss="binary-cross-entropy",
    optimiser=OptimiserSpec("adam", 0.1),
    batch=BatchSpec(8, "shuffled"),
    penalty=PenaltySpec("l1", 1e-3),
    seed=5,
)

SCENARIOS = {
    "shuffled": SHUFFLED,
    "fast": replace(SHUFFLED, optimiser=OptimiserSpec("momentum", 1.0), penalty=PenaltySpec()),
    "alike": replace(
        SHUFFLED,
        layers=(Layer(3, "sigmoid"), Layer(1, "sigmoid")),
        initial=InitialSpec(weights=Method("zeros"), biases=Method("zeros")),
        optimiser=OptimiserSpec("gradient-descent", 2.0),
    ),
    "diverging": replace(
        SHUFFLED,
        layers=(Layer(3, "relu"), Layer(1, "identity")),
        loss="squared",
        optimiser=OptimiserSpec("gradient-descent", 20.0),
    ),
    "three classes": Scenario.load("three-class-spiral"),
    "regression": Scenario.load("sine"),
    "xor": Scenario.load("xor"),
}


@cache
def snapshots(name):
    """Return the snapshot after each line of a run."""
    session, found = Session(SCENARIOS[name]), []
    while session.position.completed < UPDATES:
        session.step_line()
        found.append(session.snapshot())
    return found


# The oracle ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Known:
    """What the oracle says of one moment: does the condition hold there; None where it is not about that line.

    What several lines share a `track` is one thing that lasts.
    """

    holds: list[bool | None]
    track: list[object]
    condition: Condition


def writes(snapshot):
    return snapshot.lit_line.writes


def kind(snapshot):
    return writes(snapshot).rstrip("0123456789")


def array(snapshot):
    return snapshot.values[writes(snapshot)]


def known(run, condition, of):
    """Ask `of` at every line."""
    with np.errstate(all="ignore"):
        holds = [of(snapshot) for snapshot in run]
    one_track = condition.is_event or isinstance(condition, ExpressionHolds)
    return Known(holds, [None if one_track else writes(snapshot) for snapshot in run], condition)


def middle(numbers, share=0.5):
    """Return a bound between two of the numbers, so that the last digit of neither matters."""
    finite = sorted({number for number in numbers if np.isfinite(number)})
    place = min(int(share * (len(finite) - 1)), len(finite) - 2)
    return float(np.mean(finite[place : place + 2]))


def losses(run):
    return {s.position.update: float(array(s)[0, 0]) for s in run if writes(s) == s.program.objective}


def sizes(run, *kinds):
    with np.errstate(all="ignore"):
        return [float(np.abs(array(s)).max()) for s in run if kind(s) in kinds]


def of_objective(test):
    return lambda s: test(float(array(s)[0, 0])) if writes(s) == s.program.objective else None


def of_kinds(kinds, test):
    return lambda s: bool(test(s)) if kind(s) in kinds else None


def of_end(test):
    return lambda s: bool(test(s)) if s.position.line == s.position.lines else None


def line(run):
    return known(run, LineReached("delta1"), lambda s: True if writes(s) == "delta1" else None)


def not_finite(run):
    def appears(s):
        reads = [s.before[name] if name == writes(s) else s.values[name] for name in s.lit_line.reads]
        return bool(all(np.isfinite(each).all() for each in reads) and not np.isfinite(array(s)).all())

    return known(run, NotFinite(), appears)


def loss_rises(run):
    found = losses(run)

    def rises(s):
        if writes(s) != s.program.objective:
            return None
        last = [found[u] for u in range(s.position.update - 2, s.position.update + 1) if u > 0]
        return len(last) == 3 and all(a < b for a, b in pairwise(last))

    return known(run, LossRises(2), rises)


def loss_below(run):
    bound = middle(losses(run).values())
    return known(run, LossBelow(bound), of_objective(lambda loss: loss < bound))


def loss_above(run):
    bound = middle(losses(run).values())
    return known(run, LossAbove(bound), of_objective(lambda loss: loss > bound))


def size_above(quantity, kinds, layer=0):
    def of(run):
        bound = middle(sizes(run, *kinds))

        def test(s):
            return (
                None
                if layer not in (0, s.lit_line.layer)
                else of_kinds(kinds, lambda s: np.abs(array(s)).max() > bound)(s)
            )

        return known(run, SizeAbove(quantity, bound, layer), test)

    return of


def size_below(quantity, kinds, layer=0):
    def of(run):
        bound = middle(sizes(run, *kinds))

        def test(s):
            return (
                None
                if layer not in (0, s.lit_line.layer)
                else of_kinds(kinds, lambda s: np.abs(array(s)).max() < bound)(s)
            )

        return known(run, SizeBelow(quantity, bound, layer), test)

    return of


def ratio(s):
    before = s.before[writes(s)]
    largest = np.abs(before).max()  # squares of large numbers leave the range of floats
    change, size = (np.linalg.norm(each / largest) for each in (array(s) - before, before))
    return change / size if before.any() else None


def update_ratio(run):
    with np.errstate(all="ignore"):
        found = [r for s in run if kind(s) == "W" and (r := ratio(s)) is not None]
    low, high = middle(found, 0.2), middle(found, 0.8)

    def outside(s):
        return (r := ratio(s)) is not None and (r < low or r > high)

    return known(run, UpdateRatioOutside(low, high), of_kinds(("W",), outside))


def saturated(run):
    ends = {"tanh": (-1.0, 1.0), "sigmoid": (0.0, 1.0)}
    hidden = {
        f"A{n}": ends[layer.activation]
        for n, layer in enumerate(run[0].network.layers[:-1], 1)
        if layer.activation in ends
    }

    def test(s):
        if writes(s) not in hidden:
            return None
        low, high = hidden[writes(s)]
        near = 0.1 * (high - low)
        return bool(((array(s) <= low + near) | (array(s) >= high - near)).all(axis=1).any())

    return known(run, SaturatedUnit(0.1), test)


def dead_relu(run):
    relus = [f"A{n}" for n, layer in enumerate(run[0].network.layers, 1) if layer.activation == "relu"]
    return known(run, DeadRelu(), lambda s: bool((array(s) == 0).all(axis=1).any()) if writes(s) in relus else None)


def identical_units(run):
    def test(s):
        layer = s.lit_line.layer
        rows = np.hstack((s.before[f"W{layer}"], s.before[f"b{layer}"]))
        pairs = ((i, j) for i in range(len(rows)) for j in range(i))
        return any(np.abs(rows[i] - rows[j]).max() <= 1e-9 for i, j in pairs)

    return known(run, IdenticalUnits(), of_kinds(("Z",), test))


def sign_change(run):
    return known(run, WeightChangesSign(), of_kinds(("W",), lambda s: (array(s) * s.before[writes(s)] < 0).any()))


def class_of(s, parameters, sample):
    outputs = values_of_sample(replace(s, values=parameters), sample)[f"A{s.network.depth}"][:, 0]
    return int(np.argmax(outputs)) if len(outputs) > 1 else int(outputs[0] > s.threshold)


def class_change(run):
    sample = 1

    def test(s):
        states = (s.before, s.values)
        if s.data.labels is None or not all(np.isfinite(v).all() for p in states for n, v in p.items() if n[0] in "Wb"):
            return False
        return class_of(s, s.before, sample) != class_of(s, s.values, sample)

    return known(run, SampleChangesClass(sample), of_end(test))


def accuracy(run):
    found = [s.metrics.train_accuracy for s in run if s.position.line == s.position.lines]
    bound = 1.0 if None in found else middle(found, 0.7)

    def test(s):
        return s.metrics.train_accuracy is not None and s.metrics.train_accuracy >= bound

    return known(run, AccuracyReached(bound), of_end(test))


def update(run):
    reached = run[-1].position.update // 2 + 1
    return known(run, UpdateReached(reached), lambda s: s.position.update >= reached if s.position.line == 1 else None)


def epoch(run):
    reached = run[-1].position.epoch // 2 + 1
    return known(run, EpochReached(reached), lambda s: s.position.epoch >= reached if s.position.line == 1 else None)


def expression(run):
    deltas, weights = middle(sizes(run, "delta")), middle([float(s.values["W1"][0, 0]) for s in run])

    def test(s):
        if writes(s) not in ("delta1", "W1"):
            return None
        return bool(np.abs(s.values["delta1"]).max() < deltas and s.values["W1"][0, 0] > weights)

    return known(run, ExpressionHolds(f"abs(delta1).max() < {deltas!r} and W1[0, 0] > {weights!r}"), test)


ORACLES = {
    "line": line,
    "not-finite": not_finite,
    "loss-rises": loss_rises,
    "loss-below": loss_below,
    "loss-above": loss_above,
    "size-above gradient": size_above("gradient", ("dW", "db")),
    "size-above delta": size_above("delta", ("delta",), layer=1),
    "size-above weight": size_above("weight", ("W",)),
    "size-below gradient": size_below("gradient", ("dW", "db"), layer=2),
    "size-below delta": size_below("delta", ("delta",)),
    "size-below weight": size_below("weight", ("W",)),
    "update-ratio": update_ratio,
    "saturated": saturated,
    "dead-relu": dead_relu,
    "identical-units": identical_units,
    "sign-change": sign_change,
    "class-change": class_change,
    "accuracy": accuracy,
    "update": update,
    "epoch": epoch,
    "expression": expression,
}


@cache
def oracle(name, case):
    return ORACLES[case](snapshots(name))


@dataclass(frozen=True)
class Row:
    """One moment that a condition is about: whether it begins to hold there, and when what holds was seen to end."""

    place: tuple[int, int]
    begins: bool
    ended: tuple[int, int] | None


@cache
def rows(name, case):
    found, run = oracle(name, case), snapshots(name)
    about = [i for i, holds in enumerate(found.holds) if holds is not None]
    result, is_event = [], found.condition.is_event
    for i in about:
        before = [j for j in about if j < i and found.track[j] == found.track[i]]
        after = [j for j in about if j > i and found.track[j] == found.track[i]]
        begins = bool(found.holds[i]) and (is_event or not before or not found.holds[before[-1]])
        ends = bool(found.holds[i]) and not is_event and bool(after) and not found.holds[after[0]]
        result.append(Row(place(run[i]), begins, place(run[after[0]]) if ends else None))
    return result


def place(snapshot):
    return snapshot.position.update, snapshot.position.line


def here(session):
    return session.position.update, session.position.line


def forward_from(name, case, start):
    return [row.place for row in rows(name, case) if row.begins and row.place > start]


def backward_from(name, case, start):
    """Return the places at which one stops when going back repeatedly."""
    places, at = [], start
    while before := [r.place for r in rows(name, case) if r.place < at and (r.begins or (r.ended and r.ended <= at))]:
        at = max(before)
        places.append(at)
    return places


# Forward, backward, from anywhere ------------------------------------------------------------------------------------


def stops_of(move, session, conditions):
    """Move repeatedly; return where it stopped, and on what."""
    points, found = [Breakpoint(condition) for condition in conditions], []
    while stops := move(session, points):
        assert all((stop.position.update, stop.position.line) == here(session) for stop in stops)
        assert all(stop.hit.line == session.position.line for stop in stops)
        found.append((here(session), {stop.breakpoint.condition for stop in stops}))
    return found


def forward(session, points):
    return run_until(session, points, max(0, UPDATES - session.position.completed)).stops


def backward(session, points):
    return run_back_until(session, points).stops


@pytest.fixture(params=SCENARIOS)
def name(request):
    return request.param


@pytest.mark.slow
@pytest.mark.parametrize("case", ORACLES)
@pytest.mark.sample(24)
def test_that_a_run_stops_exactly_where_the_oracle_says(name, case):
    condition = oracle(name, case).condition
    session = Session(SCENARIOS[name])
    places = [at for at, _ in stops_of(forward, session, [condition])]
    assert places == forward_from(name, case, (0, 0))
    assert here(session) == (UPDATES, len(session.program))


@pytest.mark.slow
@pytest.mark.parametrize("case", ORACLES)
@pytest.mark.sample(16)
def test_that_a_run_backward_stops_exactly_where_the_oracle_says(name, case):
    condition = oracle(name, case).condition
    session = Session(SCENARIOS[name])
    session.step_update(UPDATES)
    expected = backward_from(name, case, here(session))
    assert [at for at, _ in stops_of(backward, session, [condition])] == expected
    assert here(session) == (expected[-1] if expected else (UPDATES, len(session.program)))


@pytest.mark.slow
@pytest.mark.parametrize("case", ORACLES)
@pytest.mark.parametrize("start", [(7, 1), (19, 9)])
@pytest.mark.sample(20)
def test_that_a_run_may_begin_at_any_line_and_go_either_way(name, case, start):
    condition = oracle(name, case).condition
    session = Session(SCENARIOS[name])
    session.step_update(start[0] - 1)
    session.step_line(start[1])
    assert bool(forward(session, [Breakpoint(condition)])) == bool(forward_from(name, case, start))
    assert here(session) == next(iter(forward_from(name, case, start)), (UPDATES, len(session.program)))
    session.to_newest()
    session.seek(*start)
    assert bool(backward(session, [Breakpoint(condition)])) == bool(backward_from(name, case, start))
    assert here(session) == next(iter(backward_from(name, case, start)), start)


@pytest.mark.slow
@pytest.mark.sample(2)
def test_that_all_conditions_together_stop_where_any_of_them_does(name):
    conditions = {case: oracle(name, case).condition for case in ORACLES}
    expected: dict[tuple[int, int], set] = {}
    for case, condition in conditions.items():
        for at in forward_from(name, case, (0, 0)):
            expected.setdefault(at, set()).add(condition)
    assert stops_of(forward, Session(SCENARIOS[name]), conditions.values()) == sorted(expected.items())


# That the tests above test something ---------------------------------------------------------------------------------


def test_that_the_oracle_covers_every_kind_of_condition():
    assert {case.split()[0] for case in ORACLES} == set(CONDITIONS)
    for case in ORACLES:
        assert type(oracle("xor", case).condition) is CONDITIONS[case.split()[0]].make


@pytest.mark.parametrize("case", ORACLES)
@pytest.mark.slow
@pytest.mark.sample(6)
def test_that_each_condition_holds_in_some_scenario_and_not_everywhere(case):
    begins = {name: len(forward_from(name, case, (0, 0))) for name in SCENARIOS}
    assert max(begins.values()) > 0
    if case != "line":
        assert any(0 < number < len(rows(name, case)) for name, number in begins.items())


@pytest.mark.parametrize(
    "condition",
    [
        LineReached("W9"),
        NotFinite(),
        LossRises(1000),
        LossBelow(-1.0),
        LossAbove(1e9),
        SizeAbove("gradient", 1e9),
        SizeAbove("delta", 0.0, layer=9),
        SizeBelow("weight", 0.0),
        UpdateRatioOutside(0.0, 1e9),
        SaturatedUnit(0.0),
        IdenticalUnits(0.0),
        WeightChangesSign("W9"),
        SampleChangesClass(10_000),
        EpochReached(10_000),
        UpdateReached(10_000),
        ExpressionHolds("update == 0 or epoch < 1"),
        ExpressionHolds("L < 0"),
        ExpressionHolds("W9[0, 0] < 1"),
    ],
    ids=repr,
)
@pytest.mark.slow
@pytest.mark.sample(5)
def test_that_what_never_holds_never_stops(condition):
    session = Session(SCENARIOS["shuffled"])
    assert forward(session, [Breakpoint(condition)]) == ()
    assert here(session) == (UPDATES, len(session.program))
    session.seek(15, 6)
    assert backward(session, [Breakpoint(condition)]) == ()
    assert here(session) == (15, 6)


def test_that_what_the_program_has_not_never_stops():
    session = Session(SCENARIOS["regression"])
    conditions = (AccuracyReached(0.0), SampleChangesClass(0), DeadRelu())
    assert not any(layer.activation == "relu" for layer in session.program.recipe.network.layers)
    assert stops_of(forward, session, conditions) == []
    assert stops_of(backward, session, conditions) == []
