"""The command line."""

import json
import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nnviz import Scenario
from nnviz.cli.main import main
from nnviz.model.network.network import Layer
from nnviz.model.scenario.file import shipped_scenarios


def trained(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    assert main(["train", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.slow
def test_that_the_flower_has_the_documents_costs(capsys: pytest.CaptureFixture[str]) -> None:
    for updates, cost in ((0, 0.693048), (1000, 0.288083), (2000, 0.254385)):
        report = trained(capsys, "planar-flower", "--updates", str(updates))
        assert report["loss"] == pytest.approx(cost, abs=1e-6)
        assert report["update"] == updates


def test_that_json_has_parameters_after_the_update_and_the_rest_as_it_computed_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = trained(capsys, "worked-example-2-3-1", "--updates", "1")
    values = report["values"]
    assert values["W2"][0] == pytest.approx([0.100501598174, 0.200562030557, 0.300618333929], abs=1e-12)
    assert values["delta2"] == [[pytest.approx(-0.089616927225, abs=1e-12)]]
    assert values["A2"] == [[pytest.approx(0.619727853078, abs=1e-12)]]
    assert report["accuracy"] is None


def test_that_what_no_line_has_computed_is_null_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    report = trained(capsys, "xor", "--updates", "0")
    assert report["values"]["dW1"] is None
    assert report["values"]["W1"] is not None
    assert report["epoch"] == 0


def test_that_epochs_count_passes_over_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert trained(capsys, "xor-stuck", "--updates", "200")["epoch"] == 50


def test_that_the_table_ends_where_it_was_asked_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "circle", "--updates", "7"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].split() == ["update", "epoch", "loss", "test", "loss", "accuracy", "test", "acc."]
    assert [int(row.split()[0]) for row in rows[1:]] == list(range(8))


def test_that_the_scenarios_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenarios"]) == 0
    listed = [row.split()[0] for row in capsys.readouterr().out.splitlines()]
    assert listed == list(shipped_scenarios())
    assert listed[0] == "xor"


def test_that_an_unknown_scenario_is_reported_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "nope", "--updates", "1"]) == 1
    told = capsys.readouterr().err
    assert "nope" in told
    assert "planar-flower" in told


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["train", "xor", "--updates", "-1"], "whole number"),
        (["train", "xor"], "--updates"),
        (["snapshot", "xor", "--out", "x.png", "--size", "big"], "1440x900"),
        (["snapshot", "xor", "--out", "x.png", "--scale", "9"], "from 1 to 4"),
        (["snapshot", "xor", "--out", "x.png", "--font-scale", "3"], "from 0.8 to 2"),
    ],
)
def test_that_a_wrong_command_line_says_what_is_accepted(
    capsys: pytest.CaptureFixture[str], arguments: list[str], word: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert word in capsys.readouterr().err


@pytest.mark.parametrize("command", [["train", "--updates", "3"], ["snapshot", "--out", "unwritten.png"]])
@pytest.mark.slow
def test_that_mistakes_that_cannot_be_made_together_are_reported_in_a_line(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    xor = Scenario.load("xor")
    both = ("unweighted-sum", "products-swapped")
    replace(xor, layers=(Layer(4, "tanh"), *xor.layers[1:]), mistakes=both).save("both.json")
    code = f"import sys; from nnviz.cli.main import main; sys.exit(main({[command[0], 'both.json', *command[1:]]!r}))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert ended.returncode == 1
    (told,) = [row for row in ended.stderr.splitlines() if "mistakes" in row]
    assert told.startswith("  mistakes: found unweighted-sum, products-swapped together")
    assert told.endswith("accepted: mistakes whose lines fit together")
    assert "Traceback" not in ended.stderr
    assert not Path("unwritten.png").exists()


@pytest.mark.slow
def test_that_training_does_not_import_qt() -> None:
    code = "import sys; from nnviz.cli.main import main; main(['train', 'xor', '--updates', '3']); "
    code += "print('PyQt6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "zh_CN")])
@pytest.mark.sample(1, "dark-zh_CN")
def test_that_a_snapshot_is_the_window_at_the_asked_size(tmp_path: Path, theme: str, language: str) -> None:
    from PyQt6.QtGui import QColor, QImage

    path = tmp_path / "xor.png"
    arguments = ["snapshot", "xor", "--updates", "60", "--lines", "9", "--out", str(path), "--size", "1280x720"]
    done = subprocess.run(
        [sys.executable, "-m", "nnviz", *arguments, "--theme", theme, "--language", language],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1280, 720)
    luminance = [QColor(image.pixel(x, 40)).lightnessF() for x in range(1000, 1270, 10)]
    assert (math.fsum(luminance) / len(luminance) > 0.5) == (theme == "light")
    colours = {image.pixel(x, y) for x in range(0, 1280, 7) for y in range(0, 720, 7)}
    assert len(colours) > 200


@pytest.mark.slow
def test_that_a_snapshot_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    arguments = ["snapshot", "xor", "--out", str(tmp_path / "no folder" / "x.png")]
    done = subprocess.run([sys.executable, "-m", "nnviz", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "x.png" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("train", "--updates", "3"),
        ("snapshot", "--out", "a.png"),
        ("map", "--x", "seed=0:2", "--y", "learning-rate=1,2", "--updates", "3", "--out", "a.csv"),
        ("check",),
        ("debug",),
        ("open",),
    ],
    ids=lambda words: words[0],
)
def test_that_a_name_too_long_for_any_file_is_told_as_one_that_is_not_there(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = main([*command, "a" * 10_000])
    except SystemExit as ended:
        status = int(str(ended.code))
    assert status in (1, 2)
    assert "Traceback" not in capsys.readouterr().err
