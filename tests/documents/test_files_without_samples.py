"""Files that hold no samples are answered in words: on the command line, in the import panel and in scripts."""

import gzip
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

import nnviz
from nnviz.cli.main import main
from nnviz.model.scenario.suggestion import scenario_of_file
from nnviz.views.imports import ImportPanel
from nnviz.views.theme import LIGHT, apply_theme

SIX = np.arange(18.0).reshape(6, 3)


def npz(**arrays: np.ndarray) -> Callable[[Path], object]:
    return lambda path: np.savez(path, **arrays)


def npy(array: np.ndarray) -> Callable[[Path], object]:
    return lambda path: np.save(path, array)


def text(content: str) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content.encode())


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "rows.npy": (npy(np.zeros((0, 3))), r"\(0, 2\)|\(0, 3\)"),
    "columns.npy": (npy(np.zeros((5, 0))), r"\(5, 0\)"),
    "rows.npz": (npz(X=np.zeros((0, 3)), y=np.zeros(0)), r"\(0, 3\)"),
    "flat.npz": (npz(X=np.zeros(0), y=np.zeros(0)), "X"),
    "no_inputs.npz": (npz(X=np.zeros((5, 0)), y=np.arange(5) % 2), r"\(5, 0\)"),
    "no_answers.npz": (npz(X=SIX, y=np.zeros(0)), "0 answers"),
    "no_arrays.npz": (npz(), "no arrays"),
    "no_tests.npz": (
        npz(X_train=SIX, y_train=np.arange(6) % 2, X_test=np.zeros((0, 3)), y_test=np.zeros(0, int)),
        "X_test",
    ),
    "no_training.npz": (
        npz(X_train=np.zeros((0, 3)), y_train=np.zeros(0, int), X_test=SIX, y_test=np.arange(6) % 2),
        "X_train",
    ),
    "empty.csv": (text(""), "empty"),
    "blank.tsv": (text(" \t \n\n"), "empty"),
    "header.csv": (text("a,b,y\n"), "fewer than two samples"),
    "header_blank.csv": (text("a,b,y\n\n\n"), "fewer than two samples"),
    "empty.csv.gz": (lambda path: gzip.open(path, "w").close(), "empty"),
}


@pytest.fixture(params=FILES)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    write, words = FILES[request.param]
    path = tmp_path / request.param
    write(path)
    return path, words


def test_that_training_says_what_was_found_in_which_file(case, capsys):
    path, words = case
    assert main(["train", str(path), "--updates", "3"]) == 1
    reported = capsys.readouterr()
    assert reported.out == ""
    with pytest.raises(nnviz.ModelError, match=words):
        raise nnviz.ModelError(reported.err, "", "", "")
    assert path.name in reported.err
    assert len(reported.err.splitlines()) == 1


def test_that_a_script_gets_an_error_in_words(case):
    path, words = case
    with pytest.raises(nnviz.ModelError, match=words):
        scenario_of_file(path)


@pytest.mark.slow
@pytest.mark.sample(4)
def test_that_the_import_panel_says_it_and_opens_nothing(case, qtbot: QtBot):
    path, _ = case
    panel = ImportPanel(LIGHT)
    apply_theme(panel, LIGHT)
    qtbot.addWidget(panel)
    panel.show_snapshot(nnviz.Session(nnviz.Scenario.load("xor")).snapshot())
    panel.show()
    panel.show_file(path)
    qtbot.waitUntil(lambda: panel.problem.isVisible() and bool(panel.problem.text()))
    assert not panel.opening.isEnabled()
    panel.end()


def test_that_pictures_without_a_picture_are_reported_too(tmp_path, capsys):
    images, labels = tmp_path / "train-images-idx3-ubyte", tmp_path / "train-labels-idx1-ubyte"
    images.write_bytes(struct.pack(">IIII", 0x803, 0, 28, 28))
    labels.write_bytes(struct.pack(">II", 0x801, 0))
    assert main(["train", str(images), "--updates", "3"]) == 1
    assert "(0, 28, 28)" in capsys.readouterr().err
