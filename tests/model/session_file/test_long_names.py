"""Sessions of older versions, whose branches could have names of any length, open with shorter ones."""

import json
import warnings
import zipfile
from pathlib import Path

import numpy as np
import pytest

import nnviz
from nnviz.model.history.branches import NAME_MAX
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import open_session, save_session

LONG = "the attempt with a smaller learning rate " * 20


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    session = Session(Scenario.load("xor"))
    for _ in range(2):
        session.step_update(4)
        session.step_back_line(1)
        session.set_value("W1", (0, 0), 0.5)
    path = tmp_path / "old.nnviz"
    save_session(session, path)
    return path


def renamed(path: Path, names: dict[str, str]) -> Path:
    """Give branches other names in the file, as a version without a limit could."""
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    document = json.loads(members["session.json"])
    for branch in document["branches"]:
        branch["name"] = names.get(branch["name"], branch["name"])
        branch["parent"] = names.get(branch["parent"], branch["parent"])
    members["session.json"] = json.dumps(document).encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, data in members.items():
            new.writestr(name, data)
    return path


def test_that_a_long_name_is_shortened_and_counted(saved: Path) -> None:
    before = open_session(saved)
    assert before.shortened == 0
    opened = open_session(renamed(saved, {"branch 1": LONG, "branch 2": LONG + "again", "branch 3": "x" * NAME_MAX}))
    branches = opened.session.branches
    assert opened.shortened == 2
    names = [branch.name for branch in branches]
    assert len(set(names)) == 3
    assert all(len(name) <= NAME_MAX for name in names)
    assert names[0].startswith(LONG[:250])
    assert names[0].endswith("…")
    assert names[1].endswith("… 2")
    assert names[2] == "x" * NAME_MAX
    assert [branch.parent for branch in branches] == [None, names[0], names[1]]
    for symbol in ("W1", "b1", "W2", "b2"):
        np.testing.assert_array_equal(opened.session.value(symbol), before.session.value(symbol))


def test_that_it_can_be_saved_and_opened_again_without_a_word(saved: Path) -> None:
    opened = open_session(renamed(saved, {"branch 1": LONG}))
    save_session(opened.session, saved)
    assert open_session(saved).shortened == 0


def test_that_a_script_is_warned_once(saved: Path) -> None:
    renamed(saved, {"branch 1": LONG})
    with pytest.warns(UserWarning, match="longer than 300 characters, and have been shortened: 1"):
        session = nnviz.open(saved)
    session.save(saved)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nnviz.open(saved)
