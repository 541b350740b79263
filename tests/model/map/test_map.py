"""Maps: axes, the scenarios of cells, what their training results in, and training them in the background."""

import csv
import io
import math
import os
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from nnviz.model.errors import ModelError
from nnviz.model.map import (
    MEASURES,
    SETTINGS,
    CellResult,
    ChoiceSetting,
    MapPlan,
    MapRun,
    NumericSetting,
    csv_text,
    read_axis,
)
from nnviz.model.map.axis import usual_axis
from nnviz.model.map.training import train_cell
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import prepare
from nnviz.model.session.session import Session


def plan_of(
    across: str = "seed=0:2",
    up: str = "learning-rate=0.1,1",
    name: str = "xor",
    updates: int = 50,
    threshold: float = 0.1,
) -> MapPlan:
    return MapPlan(find_scenario(name), read_axis(across), read_axis(up), updates, threshold=threshold)


def everything(running: MapRun) -> dict[tuple[int, int], CellResult]:
    results = {}
    while not running.is_over:
        results.update({(result.row, result.column): result for result in running.take(5.0)})
    return results


# Axes --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("seed=0:3", (0, 1, 2, 3)),
        ("seed=0:100:5", (0, 25, 50, 75, 100)),
        ("learning-rate=0.01:10:log:4", (0.01, 0.1, 1, 10)),
        ("learning-rate=0.01:10:log:3", (0.01, 0.316, 10)),
        ("noise=0:0.5:6", (0, 0.1, 0.2, 0.3, 0.4, 0.5)),
        ("hidden-units=1,2,4,8", (1, 2, 4, 8)),
        ("batch-size=1:64:log:7", (1, 2, 4, 8, 16, 32, 64)),
        ("batch-size=1:4:log:9", (1, 2, 3, 4)),
        ("learning-rate=1/3", (1 / 3,)),
        ("learning-rate=5:1:3", (5, 3, 1)),
        ("optimiser=adam,gradient-descent", ("adam", "gradient-descent")),
        ("mistakes=none,flipped-sign", ("none", "flipped-sign")),
    ],
)
def test_that_an_axis_is_read_as_it_is_written(text: str, values: tuple[float | str, ...]) -> None:
    assert read_axis(text).values == values


def test_that_a_setting_alone_has_its_usual_values() -> None:
    assert read_axis("seed").values == tuple(range(10))
    assert set(read_axis("mistakes").values) == {
        "none",
        *(name for name, row in CATALOGUE.items() if not row.is_own_code),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("speed=1:2", "learning-rate"),
        ("optimiser=adam,magic", "gradient-descent"),
        ("seed=one", "FROM:TO"),
        ("seed=0:5:many", "numbers"),
        ("seed=0:5:2:7", "FROM:TO"),
        ("seed=0:5:0", "FROM:TO"),
        ("learning-rate=0:1:log:3", "above 0"),
        ("learning-rate=1e-400", "too small: it would be 0"),
        ("learning-rate=1,000", "A,B,C"),
        ("batch-size=1,000:2000", "may part thousands"),
    ],
)
def test_that_an_axis_that_cannot_be_read_says_what_is_accepted(text: str, told: str) -> None:
    with pytest.raises(ModelError, match=told):
        read_axis(text)


@pytest.mark.parametrize(
    ("across", "up", "name"),
    [
        ("seed=0:2", "seed=3:4", "xor"),
        ("seed=-1:2", "noise", "xor"),
        ("hidden-units=0:2", "seed", "xor"),
        ("hidden-units=0.5,2", "seed", "xor"),
        ("noise=0:2:3", "seed", "xor"),
        ("noise", "seed", "worked-example-2-3-1"),
        ("learning-rate=-1,1", "seed", "xor"),
        ("seed=0:200", "noise", "xor"),
    ],
)
def test_that_a_map_with_values_that_cannot_be_had_is_refused(across: str, up: str, name: str) -> None:
    with pytest.raises(ModelError):
        plan_of(across, up, name).check()


# Cells -------------------------------------------------------------------------------------------------------------


def test_that_every_setting_gives_scenarios_that_can_be_run() -> None:
    for name, setting in SETTINGS.items():
        other = "learning-rate=0.1,1" if name == "seed" else "seed=3,5"
        plan = MapPlan(find_scenario("spiral"), usual_axis(setting), read_axis(other), 1)
        if name == "mistakes":
            continue  # not all are possible everywhere, which each cell reports
        plan.check()
        for row, column in plan.cells():
            prepare(plan.scenario_of(row, column))


def test_that_a_setting_changes_what_it_is_called() -> None:
    scenario = find_scenario("xor-stuck")

    def made(text: str) -> Scenario:
        return MapPlan(scenario, read_axis(text), read_axis("noise=0.1"), 1).scenario_of(0, 0)

    assert made("seed=7").seed == 7
    # The initial parameters of this one have a seed of their own, which is what the map is about.
    assert made("seed=7").initial.seed == 7
    assert made("learning-rate=3").optimiser.learning_rate == 3
    assert [layer.units for layer in made("hidden-units=5").layers] == [5, 1]
    assert [layer.units for layer in made("hidden-layers=3").layers] == [2, 2, 2, 1]
    assert [layer.units for layer in made("hidden-layers=0").layers] == [1]
    assert made("batch-size=3").batch.size == 3
    assert (made("penalty-rate=0.5").penalty.kind, made("penalty-rate=0.5").penalty.rate) == ("l2", 0.5)
    assert made("initial-scale=2").initial.weights.parameter == 2
    assert made("initial-scale=2").initial.weights.method == "uniform"
    assert made("optimiser=adam").optimiser.kind == "adam"
    assert made("activation=relu").layers[0].activation == "relu"
    assert made("mistakes=flipped-sign").mistakes == ("flipped-sign",)
    assert made("mistakes=none").mistakes == ()
    assert made("seed=7").data.noise == 0.1


@pytest.mark.parametrize(
    ("across", "up"), [("hidden-layers=2,3", "hidden-units=5,6"), ("hidden-units=5,6", "hidden-layers=2,3")]
)
def test_that_layers_and_units_go_together_in_either_order(across: str, up: str) -> None:
    plan = plan_of(across, up)
    made = {tuple(layer.units for layer in plan.scenario_of(*cell).layers[:-1]) for cell in plan.cells()}
    assert made == {(5, 5), (6, 6), (5, 5, 5), (6, 6, 6)}


def test_that_a_cell_has_its_settings_in_its_title() -> None:
    plan = plan_of("seed=5:9", "learning-rate=0.1,0.3")
    scenario = plan.scenario_of(1, 2)
    assert scenario.title_in("en") == "XOR · seed 7 · η 0.3"
    translated = plan.scenario_of(1, 2, lambda text: {"seed": "种子"}.get(text, text))
    assert translated.title["zh_CN"].endswith(" · 种子 7 · η 0.3")
    assert translated.title["en"] == "XOR · seed 7 · η 0.3"
    # It is no longer the shipped scenario.
    assert scenario.name == ""


# Training ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "up"),
    [
        ("xor", "learning-rate=0.1,4"),
        ("xor-stuck", "optimiser"),
        ("spiral", "batch-size=7,64"),
        ("circle", "penalty-rate=0.01,0.1"),
        ("three-class-spiral", "activation=relu,sigmoid"),
        ("sine", "hidden-layers=1:3"),
    ],
)
@pytest.mark.slow
@pytest.mark.sample(2)
def test_that_a_cell_is_what_a_session_gives_to_the_last_bit(name: str, up: str) -> None:
    plan = plan_of("seed=1,8", up, name, updates=137)
    for row, column in plan.cells():
        result = train_cell(plan, row, column)
        session = Session(plan.scenario_of(row, column))
        session.step_update(137)
        assert result is not None
        assert result.metrics == session.metrics
        assert result.metrics is not None
        assert result.metrics.update == 137


def test_that_epochs_are_counted_in_updates_of_the_cell() -> None:
    plan = replace(plan_of("batch-size=1,4", "seed=0,1", updates=3), unit="epochs")
    updates = [result.metrics.update for cell in plan.cells() if (result := train_cell(plan, *cell)) and result.metrics]
    assert updates == [12, 3, 12, 3]


def test_that_the_update_is_reported_after_which_the_loss_was_below_the_threshold() -> None:
    plan = plan_of("seed=4,5", "learning-rate=0.42,2", updates=400, threshold=0.2)
    result = train_cell(plan, 0, 0)
    assert result is not None
    assert result.reached is not None
    session = Session(plan.scenario_of(0, 0))
    session.step_update(result.reached)
    assert session.metrics.train < 0.2
    session.step_back_update()
    assert session.metrics.train >= 0.2


def test_that_a_cell_that_never_learns_says_so() -> None:
    result = train_cell(plan_of(updates=3), 0, 0)
    assert result is not None
    assert result.reached is None


@pytest.mark.parametrize("updates", [20, 5000])
def test_that_the_update_in_which_a_number_was_not_finite_is_reported(updates: int) -> None:
    plan = plan_of("seed=0,1", "learning-rate=1e200,1e250", "sine", updates=updates)
    result = train_cell(plan, 0, 0)
    assert result is not None
    assert result.fault is not None
    session = Session(plan.scenario_of(0, 0))
    session.step_update(result.fault - 1)
    assert session.history.timeline.runner.stays_finite()
    session.step_update()
    assert not session.history.timeline.runner.stays_finite()


def test_that_a_cell_that_cannot_be_run_says_why() -> None:
    plan = plan_of("seed=0,1", "mistakes=none,leaking-batch")
    plan.check()
    right, wrong = train_cell(plan, 0, 0), train_cell(plan, 1, 0)
    assert right is not None
    assert right.problem == ""
    assert wrong is not None
    assert "leaking-batch" in wrong.problem
    assert wrong.metrics is None


def test_that_a_cell_is_given_up_when_asked_to() -> None:
    asked = []

    def goes_on() -> bool:
        asked.append(True)
        return len(asked) < 5

    assert train_cell(plan_of(updates=10**7), 0, 0, goes_on) is None
    assert len(asked) == 5


# Tables ------------------------------------------------------------------------------------------------------------


def test_that_a_table_is_in_the_order_of_the_cells_whatever_came_first() -> None:
    plan = plan_of("seed=0:2", "learning-rate=0.1,1")
    results = {cell: train_cell(plan, *cell) for cell in reversed(list(plan.cells()))}
    rows = list(csv.DictReader(io.StringIO(csv_text(plan, results))))
    assert [(row["seed"], row["learning-rate"]) for row in rows] == [
        ("0", "0.1"),
        ("1", "0.1"),
        ("2", "0.1"),
        ("0", "1.0"),
        ("1", "1.0"),
        ("2", "1.0"),
    ]
    for row, result in zip(rows, (results[cell] for cell in plan.cells()), strict=True):
        assert float(row["train_loss"]) == result.metrics.train
        assert float(row["train_accuracy"]) == result.metrics.train_accuracy
        assert row["test_loss"] == ""
        assert row["updates"] == "50"


def test_that_a_tables_columns_are_the_measures() -> None:
    head = csv_text(plan_of(), {}).splitlines()[0].split(",")
    assert head[:3] == ["seed", "learning-rate", "updates"]
    assert head[3:-2] == list(MEASURES)
    assert all(isinstance(setting, NumericSetting | ChoiceSetting) for setting in SETTINGS.values())


# In the background ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.sample(1, "2")
def test_that_the_background_gives_what_the_foreground_does(jobs: int) -> None:
    plan = plan_of("seed=0:3", "learning-rate=0.1,1,10", updates=60)
    running = MapRun(plan, jobs)
    try:
        results = everything(running)
    finally:
        running.close()
    assert set(results) == set(plan.cells())
    for cell in plan.cells():
        assert results[cell] == train_cell(plan, *cell)


@pytest.mark.slow
def test_that_the_background_gives_the_last_bits_of_large_products_too(processes) -> None:
    # Of how many threads BLAS makes such a product decides how it rounds. A process of its own has several, as a
    # script has; the tests have one.
    code = textwrap.dedent(
        """
        from nnviz.model.map import MapPlan, MapRun, read_axis, train_cell
        from nnviz.model.scenario.file import find_scenario

        if __name__ == "__main__":
            plan = MapPlan(find_scenario("digits"), read_axis("seed=3"), read_axis("hidden-units=30,64"), 200)
            running, results = MapRun(plan, 2), {}
            while not running.is_over:
                results.update({(one.row, one.column): one for one in running.take(1.0)})
            running.close()
            print(all(results[cell] == train_cell(plan, *cell) for cell in plan.cells()))
        """
    )
    done = processes.run(sys.executable, "-c", code, env=os.environ | {"OPENBLAS_NUM_THREADS": "2"})
    assert done.stdout.strip() == "True", done.stderr


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked for in /proc")
@pytest.mark.slow
def test_that_giving_up_ends_at_once_and_leaves_no_process(processes, wait_until) -> None:
    def training() -> list[int]:
        """Return the processes that train for this one."""
        lines = {process: Path(f"/proc/{process}/cmdline").read_text() for process in processes.children()}
        return [process for process, line in lines.items() if "popen_loky" in line or "LokyProcess" in line]

    running = MapRun(plan_of("seed=0:9", "learning-rate=0.1,1", updates=10**7), 2)
    try:
        wait_until(training)
    finally:
        running.close()
    assert running.is_over
    assert not training()
    assert running.take() == []  # no cell can have come to its end: they were given up


def test_that_a_map_that_cannot_be_made_is_refused_before_anything_is_started() -> None:
    with pytest.raises(ModelError, match="two different settings"):
        MapRun(plan_of("seed=0:2", "seed=0:1"))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense"])
@pytest.mark.slow
def test_that_a_cluster_that_is_not_there_is_reported_by_its_address(address: str) -> None:
    running = MapRun(plan_of(), cluster=address)
    with pytest.raises(ModelError) as told:
        everything(running)
    assert told.value.where == address
    assert running.is_over


def test_that_a_cluster_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ModelError, match="extra “cluster”"):
        everything(MapRun(plan_of(), cluster="tcp://127.0.0.1:1"))


@pytest.mark.slow
def test_that_a_cluster_gives_what_this_computer_does(processes) -> None:
    pytest.importorskip("distributed")
    # In a process of its own: the cluster's threads and warnings are not this test's business.
    code = textwrap.dedent(
        """
        from distributed import LocalCluster
        from nnviz.model.map import MapPlan, MapRun, read_axis, train_cell
        from nnviz.model.scenario.file import find_scenario

        if __name__ == "__main__":
            plan = MapPlan(find_scenario("xor"), read_axis("seed=0:3"), read_axis("learning-rate=0.1,1"), 40)
            with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
                running, results = MapRun(plan, cluster=cluster.scheduler_address), {}
                while not running.is_over:
                    results.update({(one.row, one.column): one for one in running.take(1.0)})
            print(all(results[cell] == train_cell(plan, *cell) for cell in plan.cells()))
        """
    )
    done = processes.run(sys.executable, "-c", code)
    assert done.stdout.strip() == "True", done.stderr


def test_that_a_number_that_is_not_finite_has_no_measure_but_its_own() -> None:
    result = train_cell(plan_of("seed=0,1", "learning-rate=1e200,1e250", "sine"), 0, 0)
    assert result is not None
    assert not math.isfinite(MEASURES["train_loss"].of(result) or 0.0)
