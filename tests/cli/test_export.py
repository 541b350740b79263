"""`nnviz export`: which kind a file's ending means, and what is written."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest

import nnviz
from nnviz.cli.main import main
from nnviz.model.scenario.file import read_scenario


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("x.py", '"""XOR'),
        ("x.ipynb", "{"),
        ("x.md", "# XOR: update 2"),
        ("x.tex", r"\documentclass"),
        ("x.html", "<!DOCTYPE html>"),
        ("x.csv", "update,epoch,training loss"),
    ],
)
def test_that_the_ending_of_a_file_says_what_is_written(name, begin, tmp_path) -> None:
    assert main(["export", "xor", "--out", str(tmp_path / name), "--updates", "2"]) == 0
    assert (tmp_path / name).read_text().startswith(begin)


def test_that_tables_and_arrays_are_of_the_moment_that_is_asked_for(tmp_path) -> None:
    session = nnviz.Session(nnviz.Scenario.load("xor"))
    session.step_update(30)
    main(["export", "xor", "--out", str(tmp_path / "x.npz"), "--updates", "30"])
    with np.load(tmp_path / "x.npz") as stored:
        np.testing.assert_array_equal(stored["W1"], session.value("W1"))
    main(["export", "xor", "--as", "predictions", "--out", str(tmp_path / "x.csv"), "--updates", "30"])
    told = list(csv.DictReader((tmp_path / "x.csv").read_text().splitlines()))
    session.step_line(4)
    assert [float(row["output 1"]) for row in told] == session.value("A2")[0].tolist()
    main(["export", "xor", "--as", "scenario", "--out", str(tmp_path / "x.json"), "--updates", "30"])
    trained = nnviz.Session(read_scenario(tmp_path / "x.json"))
    np.testing.assert_array_equal(trained.value("W1"), session.value("W1"))


def test_that_a_receipt_has_the_cell_and_the_sample_that_are_asked_for(tmp_path) -> None:
    out = tmp_path / "x.json"
    asked = ["export", "xor", "--as", "receipt", "--out", str(out), "--sample", "2", "--cell", "dW1[2,1]"]
    assert main(asked) == 0
    told = json.loads(out.read_text())
    assert told["sample"] == 2
    assert told["cell"][0].startswith("∂L/∂W¹₂₁ = ")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--out", "x.docx"], ".ipynb"),
        (["--as", "torch", "--out", "x.csv"], "accepted: .py"),
        (["--out", "x.md", "--cell", "dW1"], "dW1[2,1]"),
        (["--out", "x.md", "--sample", "9"], "1, 2, 3, 4"),
        (["--as", "arrays", "--out", "no/such/x.npz"], "no/such"),
    ],
)
def test_that_what_cannot_be_written_is_refused_in_a_line(more, words, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "xor", *more]) == 1
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told
