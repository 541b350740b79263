"""The compiled engine computes what numpy does, and history keeps which of them made what."""

import sys
import threading
from dataclasses import replace
from importlib.util import find_spec
from time import sleep
from typing import Any

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.data.batches import BatchSpec
from nnviz.model.engine import engines
from nnviz.model.engine.compiled.cache import write
from nnviz.model.engine.compiled.compile_in_process import Compiling
from nnviz.model.engine.compiled.kernel import load
from nnviz.model.engine.compiled.kernels import Kernels
from nnviz.model.engine.compiled.source import kernel_source_of
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import open_session, save_session

SMALLEST = kernel_source_of(Session(Scenario.load("linear-unit")).program, 1, ("lambda", "eta"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("kept_kernels"),
    pytest.mark.skipif(find_spec("numba") is None, reason="the extra `fast` is not installed"),
]

SCENARIOS = ("goodfellow-xor", "linear-unit", "mazur", "planar-flower", "ppt", "spiral", "worked-example-2-3-1", "xor")
"""One of each kind that ships: compiling all takes half a minute more."""


@pytest.fixture
def kept_kernels(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is compiled with what pytest keeps, where it keeps anything: compiling all of it takes a minute."""
    cache = getattr(request.config, "cache", None)
    folder = (
        cache.mkdir("compiled") if cache else request.getfixturevalue("tmp_path_factory").getbasetemp() / "compiled"
    )
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))


def both(scenario: Scenario) -> tuple[Session, Session]:
    sessions = Session(scenario, "numpy"), Session(scenario, "compiled")
    assert [session.engine for session in sessions] == ["numpy", "compiled"]
    return sessions


def state(session: Session) -> dict[str, np.ndarray]:
    return {name: session.value(name) for name in session.symbols if session.is_computed(name)}


def bits(session: Session) -> dict[str, bytes]:
    return {name: array.tobytes() for name, array in state(session).items()}


def assert_close(one: Session, other: Session, within: float = 1e-12) -> None:
    found, expected = state(one), state(other)
    assert found.keys() == expected.keys()
    for name, array in expected.items():
        np.testing.assert_allclose(found[name], array, rtol=within, atol=within, err_msg=name)


def assert_same_bits(one: Session, other: Session) -> None:
    assert bits(one) == bits(other)


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.sample(1, "xor")
def test_that_every_array_is_that_of_numpy_after_many_updates(name):
    by_numpy, compiled = both(Scenario.load(name))
    for session in (by_numpy, compiled):
        session.step_update(200)
    assert_close(compiled, by_numpy)
    assert compiled.loss_curve.updates == 200
    np.testing.assert_allclose(compiled.loss_curve.least, by_numpy.loss_curve.least, rtol=1e-11, atol=1e-12)
    np.testing.assert_array_equal(compiled.loss_curve.at, by_numpy.loss_curve.at)
    np.testing.assert_allclose(compiled.loss_curve.train, by_numpy.loss_curve.train, rtol=1e-11, atol=1e-12)


@pytest.mark.parametrize(
    ("kind", "penalty"), [("momentum", "l2"), ("nesterov", "none"), ("rmsprop", "none"), ("adam", "l1")]
)
@pytest.mark.sample(1)
def test_that_every_optimiser_and_penalty_agrees_with_numpy(kind, penalty):
    scenario = replace(
        Scenario.load("xor-stuck"),
        optimiser=OptimiserSpec(kind=kind, learning_rate=0.01),
        penalty=PenaltySpec(kind=penalty, rate=0.01),
    )
    by_numpy, compiled = both(scenario)
    for session in (by_numpy, compiled):
        session.step_update(120)
    assert_close(compiled, by_numpy, 1e-11)


@pytest.mark.parametrize(
    ("hidden", "output", "loss"),
    [
        ("identity", "sigmoid", "binary-cross-entropy"),
        ("sigmoid", "softmax", "categorical-cross-entropy"),
        ("tanh", "tanh", "hinge"),
        ("relu", "softmax", "squared"),
        ("leaky-relu", "identity", "mean-squared"),
        ("softplus", "softplus", "half-squared"),
    ],
)
@pytest.mark.sample(1)
def test_that_every_activation_and_loss_agrees_with_numpy(hidden, output, loss):
    units = 2 if output == "softmax" else 1
    scenario = replace(
        Scenario.load("circle"), layers=(Layer(2, hidden), Layer(units, output)), loss=loss, targets=None
    )
    scenario = replace(scenario, optimiser=OptimiserSpec(learning_rate=0.05))
    by_numpy, compiled = both(scenario)
    for session in (by_numpy, compiled):
        session.step_update(60)
    assert_close(compiled, by_numpy, 1e-11)


@pytest.mark.parametrize("name", ["spiral", "planar-flower", "xor", "mazur"])
@pytest.mark.sample(1, "xor")
def test_that_stepping_by_line_by_update_and_running_give_the_same_bits(name):
    scenario = Scenario.load(name)
    by_line, by_update, run = (Session(scenario, "compiled") for _ in range(3))
    by_line.step_line(30 * len(by_line.program))
    for _ in range(30):
        by_update.step_update()
    run.step_update(30)
    assert_same_bits(by_line, run)
    assert_same_bits(by_update, run)
    np.testing.assert_array_equal(by_line.loss_curve.least, run.loss_curve.least)
    np.testing.assert_array_equal(by_update.loss_curve.train, run.loss_curve.train)


@pytest.mark.parametrize("order", ["fixed", "shuffled"])
@pytest.mark.parametrize("size", [1, 7])
@pytest.mark.sample(1)
def test_that_partial_batches_and_new_orders_are_run_and_replayed_as_numpy_runs_them(order, size):
    scenario = replace(
        Scenario.load("spiral"),
        batch=BatchSpec(size, order),
        layers=(Layer(3, "tanh"), Layer(1, "sigmoid")),
        optimiser=OptimiserSpec(learning_rate=0.05),
    )
    by_numpy, compiled = both(scenario)
    stepped = Session(scenario, "compiled")
    for session in (by_numpy, compiled):
        session.step_update(700)
    for _ in range(700):
        stepped.step_update()
    assert_close(compiled, by_numpy, 1e-11)
    assert_same_bits(stepped, compiled)
    np.testing.assert_array_equal(stepped.loss_curve.at, compiled.loss_curve.at)
    np.testing.assert_array_equal(stepped.loss_curve.train, compiled.loss_curve.train)
    last = len(by_numpy.snapshot().data.train) // size + (
        size > 1
    )  # the first epoch's last update, a partial batch of 7
    straight = Session(scenario, "compiled")
    straight.step_update(last)
    there, end = bits(straight), bits(compiled)
    compiled.seek(last - 1)
    compiled.step_line(len(compiled.program))
    assert bits(compiled) == there
    compiled.to_newest()
    assert bits(compiled) == end


def test_that_going_back_gives_the_bits_that_were():
    session = Session(Scenario.load("spiral"), "compiled")
    session.step_update(300)
    seen = {}
    for update, line in ((37, None), (150, 4), (299, 11), (300, None)):
        session.seek(update, line)
        seen[update, line] = bits(session)
    straight = Session(Scenario.load("spiral"), "compiled")
    straight.step_update(36)
    straight.step_line(len(straight.program))
    assert bits(straight) == seen[37, None]
    session.seek(12)
    for (update, line), expected in seen.items():
        session.seek(update, line)
        assert bits(session) == expected


def test_that_a_value_edited_inside_an_update_is_read_by_the_lines_that_follow():
    sessions = both(Scenario.load("xor"))
    for session in sessions:
        session.step_update(3)
        session.step_line(6)
        session.set_value("W2", (0, 0), 0.5)
        session.step_update(20)
    assert_close(sessions[1], sessions[0])
    compiled = sessions[1]
    end = bits(compiled)
    compiled.seek(1)
    compiled.to_newest()
    assert bits(compiled) == end


def test_that_each_stretch_is_replayed_by_the_engine_that_made_it():
    session = Session(Scenario.load("spiral"))
    session.step_update(100)
    session.choose_engine("compiled")
    session.use_chosen_engine()
    assert session.engine == "compiled"
    session.step_update(100)
    after = bits(session)
    session.choose_engine("numpy")
    session.use_chosen_engine()
    session.step_update(50)
    end = bits(session)
    assert session.marks == ()
    assert session.branches[0].edits == 0
    session.seek(200, len(session.program))
    assert session.engine == "compiled"
    assert bits(session) == after
    session.seek(60)
    assert session.engine == "numpy"
    session.seek(250)
    assert session.engine == "numpy"
    assert bits(session) == end
    by_numpy = Session(Scenario.load("spiral"))
    by_numpy.step_update(250)
    assert_close(session, by_numpy)


def test_that_a_restart_replaces_a_run_whose_engine_changed_on_the_way():
    session = Session(Scenario.load("spiral"))
    session.step_update(10)
    session.choose_engine("compiled")
    session.use_chosen_engine()
    session.step_update(10)
    session.restart()
    assert len(session.branches) == 1
    assert session.engine == "compiled"


def test_that_an_engine_chosen_at_the_start_leaves_no_mark():
    session = Session(Scenario.load("xor"))
    session.choose_engine("compiled")
    session.use_chosen_engine()
    session.step_update(10)
    session.seek(0)
    session.to_newest()
    assert session.engine == "compiled"
    assert not session.marks
    straight = Session(Scenario.load("xor"), "compiled")
    straight.step_update(10)
    assert_same_bits(session, straight)


def test_that_the_fastest_engine_is_numpy_for_wide_layers_and_for_evolution():
    for name in ("mnist-softmax", "xor-evolution"):
        session = Session(Scenario.load(name), "fastest")
        assert session.engine == "numpy"
    assert Session(Scenario.load("xor-evolution"), "compiled").engine == "numpy"


def test_that_a_saved_session_is_the_same_to_the_last_bit(tmp_path):
    session = Session(Scenario.load("spiral"), "compiled")
    session.step_update(300)
    save_session(session, tmp_path / "run.nnviz", {})
    opened = open_session(tmp_path / "run.nnviz")
    assert opened.difference == 0.0
    assert opened.session.engine == "compiled"
    assert_same_bits(opened.session, session)


def test_that_without_numba_a_saved_session_opens_with_numpy_and_tells_how_far_it_differs(tmp_path, monkeypatch):
    session = Session(Scenario.load("spiral"), "compiled")
    session.step_update(300)
    save_session(session, tmp_path / "run.nnviz", {})
    monkeypatch.setattr(engines, "is_installed", lambda: False)
    opened = open_session(tmp_path / "run.nnviz")
    assert opened.session.engine == "numpy"
    assert 0.0 < opened.difference < 1e-9
    assert_close(opened.session, session, 1e-9)


def test_that_without_numba_whatever_is_chosen_numpy_runs(monkeypatch):
    monkeypatch.setattr(engines, "is_installed", lambda: False)
    for choice in ("numpy", "compiled", "fastest"):
        session = Session(Scenario.load("xor"), choice)
        session.use_chosen_engine()
        session.step_update(5)
        assert session.engine == "numpy"


def test_that_the_fastest_engine_takes_over_when_it_has_been_compiled(wait_until):
    session = Session(Scenario.load("xor"), "fastest")

    def has_taken_over() -> bool:
        session.step_update()
        session.use_chosen_engine()
        return session.engine != "numpy"

    wait_until(has_taken_over)
    session.step_update(5)
    assert session.engine == "compiled"


def test_that_what_another_process_compiled_is_kept_outside_the_package_and_loaded(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = write(SMALLEST.text)
    others = [Compiling(path), Compiling(path)]  # two windows at once
    assert [other.wait() for other in others] == [True, True]
    assert len(list((tmp_path / "nnviz" / "kernels").rglob("*.nbc"))) == 2
    loaded: Any = load(path)
    assert [sum(function.stats.cache_hits.values()) for function in loaded] == [1, 1]


def test_that_a_cache_that_cannot_be_written_does_not_stop_it(tmp_path, monkeypatch):
    (tmp_path / "nnviz").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = write(SMALLEST.text)
    assert tmp_path not in path.parents
    assert Compiling(path).wait()
    assert Kernels().get(SMALLEST).source is SMALLEST


def test_that_a_kernel_leaves_the_interpreter_to_other_threads():
    session = Session(Scenario.load("planar-flower"), "compiled")
    session.step_update(2)
    engine, count = session.history.timeline.runner.engine, 5000
    samples = engine.samples
    begun, ended = threading.Event(), threading.Event()

    def run() -> None:
        begun.set()
        engine.run_many(samples[np.newaxis], 0, samples, np.empty(count))
        ended.set()

    turns, before = 0, sys.getswitchinterval()
    sys.setswitchinterval(30)  # a thread that does not release the interpreter keeps it for so long
    try:
        thread = threading.Thread(target=run)
        thread.start()
        begun.wait()
        while not ended.is_set():
            turns += 1
            sleep(0)
    finally:
        sys.setswitchinterval(before)
    thread.join()
    assert turns > 10
    alone = Session(Scenario.load("planar-flower"), "compiled")
    alone.step_update(2 + count)
    for name, array in engine.state.items():
        assert array.tobytes() == alone.value(name).tobytes()


def test_that_its_own_functions_are_as_exact_as_the_c_library():
    from nnviz.model.engine.compiled.functions import exp, log1p, tanh

    drawn = np.random.default_rng(0)
    for own, library, places in (
        (exp, np.exp, drawn.uniform(-708, 709.7, 2000)),
        (tanh, np.tanh, np.concatenate([drawn.uniform(-20, 20, 2000), 10.0 ** drawn.uniform(-300, 0, 500)])),
        (log1p, np.log1p, np.concatenate([drawn.random(2000), 10.0 ** drawn.uniform(-300, 0, 500)])),
    ):
        np.testing.assert_allclose([own(x) for x in places], library(places), rtol=1e-15)
        assert np.isnan(own(np.nan))
    assert (exp(710.0), exp(-750.0), exp(np.inf), exp(-np.inf)) == (np.inf, 0.0, np.inf, 0.0)
    assert (tanh(np.inf), tanh(-np.inf), tanh(0.0), log1p(0.0)) == (1.0, -1.0, 0.0, 0.0)


@pytest.mark.parametrize("name", ["xor", "ppt", "planar-flower"])
@pytest.mark.sample(1, "xor")
def test_that_going_back_by_lines_gives_what_the_lines_gave(name: str) -> None:
    _, session = both(Scenario.load(name))
    _, whole = both(Scenario.load(name))
    lines = len(session.program)
    forth = [bits(session)]
    for _ in range(2 * lines):
        session.step_line()
        forth.append(bits(session))
    whole.step_update(2)
    for back in (session, whole):
        for number in range(2 * lines - 1, -1, -1):
            back.step_back_line()
            assert bits(back) == forth[number]
