"""What does not depend on the machine, so that speed cannot be lost unseen: see also tests/app/test_counts.py.

A call of numpy costs about a microsecond whatever its size, so their number is what an update of a small network takes.
The limits are what was counted when they were written; fewer is better.
"""

import tracemalloc
from collections.abc import Iterator

import pytest

from nnviz.model.history.position import Place
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.session.session import Session

CALLS = {
    "bowl-adam": 27,
    "bowl-adam-small": 27,
    "bowl-descent": 13,
    "bowl-momentum": 15,
    "circle": 32,
    "digits": 34,
    "eleven-lines": 21,
    "goodfellow-xor": 24,
    "linear-unit": 13,
    "logistic-l2-3-2-1": 44,
    "mazur": 31,
    "mnist": 35,
    "mnist-softmax": 42,  # 4 of them for a loss that keeps its digits when the network is certain
    "planar-flower": 32,
    "playground": 38,
    "ppt": 31,
    "sine": 27,
    "softmax-3-2-2": 34,
    "spiral": 56,
    "textbook-3-2-1": 31,
    "three-class-spiral": 58,
    "worked-example-2-3-1": 31,
    "xor": 32,
    "xor-evolution": 41,
    "xor-stuck": 32,
}
"""Every call of numpy counts; the four of a sigmoid and those of a loss, which are functions, did not before."""

BYTES = 4 * 1024
"""Most that an update may have allocated at a time: what numpy takes inside its calls. No array is made."""


@pytest.fixture
def traced() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


def test_that_every_shipped_scenario_is_counted():
    assert set(CALLS) == set(shipped_scenarios())


@pytest.mark.parametrize("name", CALLS)
def test_that_an_update_makes_no_more_numpy_calls_than_it_did(name):
    session = Session(find_scenario(name))
    session.step_update()
    assert session.history.timeline.runner.engine.workspace.calls_per_update <= CALLS[name]


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.slow
@pytest.mark.sample(5)
def test_that_an_update_allocates_no_arrays(name, traced):
    session = Session(find_scenario(name))
    session.step_update(3)
    runner = session.history.timeline.runner
    runner.recorder = None
    found = []
    for _ in range(5):
        completed = runner.completed
        schedule = runner.schedule  # the order of an epoch is drawn once in it, a batch that comes again loaded once
        runner.engine.begin(schedule.samples_of(completed + 1), comes_again=schedule.comes_again)
        runner.engine.moves -= 1
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        runner._run_update()
        found.append(tracemalloc.get_traced_memory()[1] - before)
    assert min(found) <= BYTES


@pytest.mark.slow
@pytest.mark.no_cover
def test_that_running_on_keeps_no_more_memory_than_keyframes(traced):
    session = Session(find_scenario("xor"))
    session.step_update(5000)
    before, history = tracemalloc.get_traced_memory()[0], session.history_bytes
    session.step_update(5000)
    grown, kept = tracemalloc.get_traced_memory()[0] - before, session.history_bytes - history
    # A keyframe's objects around its arrays take about as much again; then there is the curve, whose size is fixed.
    assert grown <= 4 * kept + 400_000


@pytest.mark.slow
def test_that_a_run_by_the_compiled_engine_makes_one_call_for_many_updates(monkeypatch):
    pytest.importorskip("numba", reason="the extra `fast` is not installed")
    session = Session(find_scenario("xor"), "compiled")
    session.step_update(100_000)
    counted = []
    run_many = session.history.timeline.runner.engine.run_many
    monkeypatch.setattr(
        session.history.timeline.runner.engine, "run_many", lambda *given: counted.append(1) or run_many(*given)
    )
    start = session.history.timeline.runner.completed
    session.history.timeline.runner.run_to(Place(start + 10_000))
    assert len(counted) <= 160  # the loss of all samples is taken after every 64th update by then


@pytest.mark.slow
def test_that_a_compiled_run_draws_the_orders_of_several_epochs_at_a_time(monkeypatch):
    pytest.importorskip("numba", reason="the extra `fast` is not installed")
    session = Session(find_scenario("circle"), "compiled")
    session.step_update(100_000)
    runner = session.history.timeline.runner
    per_epoch = runner.schedule.stretch.per_epoch
    counted = []
    run_many = runner.engine.run_many
    monkeypatch.setattr(runner.engine, "run_many", lambda *given: counted.append(1) or run_many(*given))
    runner.run_to(Place(runner.completed + 800 * per_epoch))
    assert len(counted) <= 150  # the loss of all samples is taken after every 8th epoch by then
