"""All of README's code runs: every block, in order, in one folder, with what it says beside it.

A ```python block runs in one namespace with those before it. A ```sh line is run as it is printed where it is quick;
what installs, opens a window for good or takes minutes is run up to where that would begin.
"""

from __future__ import annotations

import ast
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

import nnviz
from nnviz.assets import asset
from nnviz.cli.main import main
from nnviz.cli.model_arguments import model_options
from nnviz.cli.parser import make_parser
from nnviz.documents.open_any import find_document
from nnviz.model.network.activation import Activation
from nnviz.model.recording.read_sources import read_sources
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


def shell_lines() -> list[str]:
    """Return the lines of all blocks for a shell, without what a comment says."""
    return [line.split(" #")[0].strip() for block in blocks("sh") for line in block.splitlines() if line.strip()]


def inline_commands() -> list[str]:
    """Return the commands that stand within a sentence, such as `nnviz train xor --updates 100`."""
    return [" ".join(found.split()) for found in re.findall(r"`(nnviz [^`]+)`", TEXT)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder that has the files that README's commands name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    rows = "".join(f"{50 + 7 * n},{n % 4 + 1},{100.5 + 9.25 * n}\n" for n in range(24))
    (tmp_path / "mine.csv").write_text("area,rooms,price\n" + rows)
    np.savez("weights.npz", W1=np.ones((3, 2)), b1=np.zeros(3), W2=np.ones((1, 3)), b2=np.zeros(1))
    nnviz.Scenario.load("xor").save("FILE.json")
    nnviz.Session(nnviz.Scenario.load("xor")).save("FILE.nnviz")
    (tmp_path / "mine.py").write_text(RIGHT)
    shutil.copy(ROOT / "tests/fixtures/scripts/tanh_class_wrong.py", tmp_path / "homework.py")
    cells = [{"cell_type": "code", "source": (tmp_path / "homework.py").read_text()}]
    (tmp_path / "notes.ipynb").write_text(json.dumps({"cells": cells}))
    return tmp_path


RIGHT = """
import numpy as np

def backprop(X, Y, weights, biases):
    (W1, W2), (b1, b2) = weights, biases
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = 1 / (1 + np.exp(-Z2))
    m = X.shape[1]
    delta2 = A2 - Y
    dW2, db2 = delta2 @ A1.T / m, delta2.sum(axis=1, keepdims=True) / m
    delta1 = W2.T @ delta2 * (1 - A1**2)
    dW1, db1 = delta1 @ X.T / m, delta1.sum(axis=1, keepdims=True) / m
"""


# Python -----------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_that_the_python_runs_in_order(folder: Path) -> None:
    names: dict[str, object] = {}
    ran = [block for block in blocks("python") if "Activation(" not in block]
    assert len(ran) >= 3
    for block in ran:
        # Each statement has a value that can be written, as in a notebook.
        for statement in ast.parse(block).body:
            source = ast.get_source_segment(block, statement)
            assert source is not None
            if isinstance(statement, ast.Expr):
                assert repr(eval(source, names))
            else:
                exec(source, names)
    session = names["session"]
    assert isinstance(session, nnviz.Session)
    assert session.breakpoints
    assert (folder / "worked.nnviz").is_file()


def test_that_the_dict_of_backprop_is_what_the_check_reads() -> None:
    (block,) = [block for block in blocks("python") if "def backprop" in block]
    returned = block[block.index("    return") :]
    names: dict[str, object] = {}
    exec(RIGHT + returned, names)
    report = nnviz.check(names["backprop"], scenario="xor")  # type: ignore[arg-type]
    assert report.ok
    assert sum(line.comparison.status == "equal" for line in report.lines) == returned.count('":')


def test_that_the_row_for_an_activation_is_one() -> None:
    (block,) = [block for block in blocks("python") if "Activation(" in block]
    names = {"Activation": Activation, "QT_TRANSLATE_NOOP": QT_TRANSLATE_NOOP, "np": np, "Array": np.ndarray}
    *before, row = ast.parse(block).body
    exec(compile(ast.Module(before, []), "README.md", "exec"), names)
    made = eval(ast.unparse(row), names)
    assert isinstance(made, Activation)
    z, a, slope = np.array([[-3.0, 0.0, 1.0]]), np.empty((1, 3)), np.empty((1, 3))
    made.function(z, a)
    assert made.slope is not None
    made.slope(z, slope)
    np.testing.assert_allclose(a, [[-0.75, 0.0, 0.5]])
    np.testing.assert_allclose(slope, [[1 / 16, 1.0, 0.25]])


def test_that_the_calls_in_sentences_run_as_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = [" ".join(call.split()) for call in re.findall(r"`(nnviz\.(?:check|show)\([^`]*\))`", TEXT)]
    assert {call.split("(")[0] for call in calls} == {"nnviz.check", "nnviz.show"}
    names: dict[str, object] = {"nnviz": nnviz}
    exec(RIGHT + "    return dict(dW1=dW1, db1=db1, dW2=dW2, db2=db2)\n", names)
    shown = []
    monkeypatch.setattr("nnviz.scripting.show._open", shown.append)
    rng = np.random.default_rng(1)
    arrays = {
        "weights": [rng.normal(size=(3, 2)), rng.normal(size=(1, 3))],
        "biases": [np.zeros((3, 1)), np.zeros((1, 1))],
        "X": rng.normal(size=(2, 8)),
        "Y": np.arange(8) % 2,
    }
    calls.remove("nnviz.show(model, X, y)")  # below, where the library is installed
    for call in calls:
        for name in arrays:
            call = call.replace(f"{name}=…", f"{name}=arrays[{name!r}]")
        with pytest.warns(UserWarning, match="not given") if "loss" not in call and "show" in call else nullcontext():
            eval(call, {**names, "arrays": arrays})
    assert shown


@pytest.mark.filterwarnings("ignore:Stochastic Optimizer")
def test_that_a_model_of_another_library_is_shown_as_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    networks = pytest.importorskip("sklearn.neural_network")
    shown: list[nnviz.Scenario] = []
    monkeypatch.setattr("nnviz.scripting.show._open", shown.append)
    samples = np.random.default_rng(1).normal(size=(20, 3))
    classes = np.arange(20) % 3
    model = networks.MLPClassifier((4,), max_iter=3).fit(samples, classes)
    assert "`nnviz.show(model, X, y)`" in TEXT
    eval("nnviz.show(model, X, y)", {"nnviz": nnviz, "model": model, "X": samples, "y": classes})
    assert [layer.units for layer in shown[0].layers] == [4, 3]


# The shell --------------------------------------------------------------------------------------------------------


Run = Callable[[list[str], Path], None]


def succeeds(words: list[str], folder: Path) -> None:
    """Run a command of nnviz in this process; code with a difference ends with status 1."""
    assert main(words) in ((0, 1) if words[0] in ("check", "debug", "grade") else (0,))


def teaches(words: list[str], folder: Path) -> None:
    """Run a lesson as a person would who ends it (Ctrl+D) where something is asked."""
    with patch("builtins.input", side_effect=EOFError):
        assert main(words) == 0


def installs(words: list[str], folder: Path) -> None:
    """Write the entries of a desktop into the folder, which the option does before it ends."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 0
    assert list((folder / "data").rglob("nnviz.desktop"))


def opens(words: list[str], folder: Path) -> None:
    """Find what the window would be opened on; the window itself is run by the tests of the app."""
    if words[0].endswith(".py"):  # it is shown first, and not run
        assert read_sources(folder / words[0])
        return
    if "model.onnx" in words:
        save_onnx(folder / "model.onnx")
    chosen = make_parser().parse_args(words if words[0] == "open" else ["open", *words])
    found = find_document(chosen.scenario, model=model_options(chosen))
    assert found.session.position.update >= 0


def save_onnx(path: Path) -> None:
    """Write a network of one linear layer for two inputs."""
    onnx = pytest.importorskip("onnx")
    kind, tensor = onnx.TensorProto.DOUBLE, onnx.helper.make_tensor_value_info
    nodes = [onnx.helper.make_node("Gemm", ["x", "w"], ["y"], transB=1)]
    weights = [onnx.numpy_helper.from_array(np.ones((1, 2)), "w")]
    graph = onnx.helper.make_graph(
        nodes, "net", [tensor("x", kind, [None, 2])], [tensor("y", kind, [None, 1])], weights
    )
    onnx.save(onnx.helper.make_model(graph), path)


def renders(words: list[str], folder: Path) -> None:
    """Render the window in a process of its own, as its platform is offscreen."""
    command = [sys.executable, "-m", "nnviz", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (folder / words[words.index("--out") + 1]).stat().st_size > 10_000


def maps(words: list[str], folder: Path) -> None:
    """Train a corner of the map that is printed, for as many updates."""
    words = [re.sub(r"^seed=0:9$", "seed=0:1", re.sub(r"log:7$", "log:2", word)) for word in words]
    assert main([*words, "--jobs", "1"]) == 0
    assert len((folder / words[words.index("--out") + 1]).read_text().splitlines()) == 5


def films(words: list[str], folder: Path) -> None:
    """Run a command that writes a film."""
    pytest.importorskip("PIL")
    subprocess.run([sys.executable, "-m", "nnviz", *words], check=True, cwd=folder)
    assert (folder / words[words.index("--out") + 1]).stat().st_size > 10_000


def run_nnviz(words: list[str], folder: Path) -> None:
    words = [{"SCENARIO": "xor", "N": "3"}.get(word, word) for word in words]
    in_this_process = ("scenarios", "train", "check", "debug", "examples", "export", "grade")
    kinds: dict[str, Run] = {
        "snapshot": renders,
        "film": films,
        "map": maps,
        "lesson": teaches,
        "--install-desktop": installs,
        **dict.fromkeys(in_this_process, succeeds),
    }
    kinds.get(words[0], opens)(words, folder) if words else opens(["xor"], folder)


def writes_schema(line: str, folder: Path) -> None:
    """Run the line that writes the schema again, into another file."""
    code, _, target = line.partition(" > ")
    words = shlex.split(code)
    done = subprocess.run([sys.executable, *words[1:]], capture_output=True, text=True, check=True, cwd=ROOT)
    assert json.loads(done.stdout)["type"] == "object"
    assert (ROOT / target.strip()).is_file()


def names_files(line: str, folder: Path) -> None:
    """Look whether the files that a line names are there: it installs, needs tools of its own, or takes minutes."""
    for word in shlex.split(line):
        if "/" in word and not word.startswith(("-", ".venv/")):
            assert (ROOT / word).exists(), word


def starts(line: str, folder: Path) -> None:
    """Run a line of the script for a fresh clone as the command that it hands over to."""
    words = shlex.split(line)[2:]
    if words[:1] in (["test"], ["setup"]):
        assert f"start.py {words[0]}" in (ROOT / "resources/start.py").read_text(encoding="utf-8")
    else:
        run_nnviz(words, folder)


SHELL: dict[str, Callable[[str, Path], None]] = {
    "python3 resources/start.py": starts,
    "nnviz": lambda line, folder: run_nnviz(shlex.split(line)[1:], folder),
    ".venv/bin/python -c": writes_schema,
    ".venv/bin/python tests/": names_files,
    "bash .ci/": names_files,
    ".venv/bin/pip": names_files,
    ".venv/bin/pytest": names_files,
    ".venv/bin/pylupdate6": names_files,
    "lrelease": names_files,
    "xvfb-run": names_files,
}
"""How a line begins → what is done with it. A line that begins otherwise fails the test: say here how it is run."""


@pytest.mark.slow
@pytest.mark.parametrize("line", shell_lines())
def test_that_each_line_for_the_shell_does_what_it_says(line: str, folder: Path) -> None:
    kinds = [run for begin, run in SHELL.items() if line.startswith(begin)]
    assert kinds, "a kind of command that SHELL does not know"
    kinds[0](line, folder)


@pytest.mark.slow
@pytest.mark.parametrize("line", inline_commands())
def test_that_each_command_in_a_sentence_does_what_it_says(line: str, folder: Path) -> None:
    run_nnviz(shlex.split(line)[1:], folder)


# What it names ----------------------------------------------------------------------------------------------------


def test_that_every_scenario_is_in_the_table_and_every_one_of_the_table_is_there() -> None:
    table = TEXT[TEXT.index("| scenario | shows |") :].split("\n\n")[0]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`([^`]+)`", row.split("|")[1])}
    there = {path.stem for path in asset("scenarios").glob("*.json")}
    assert named - there == set()
    assert there - named == set()


def test_that_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", TEXT)
    assert pictures
    assert [name for name in pictures if not (ROOT / name).is_file()] == []
