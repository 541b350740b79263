"""A session that compiled loops have run, opened where they do not work: the window says that numpy goes on."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.engine import engines
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import save_session

Open = Callable[..., App]


def as_compiled(path: Path) -> Path:
    """Return a copy of a session file that says that compiled loops have run it."""
    other = path.with_name("compiled.nnviz")
    with zipfile.ZipFile(path) as read, zipfile.ZipFile(other, "w") as written:
        for info in read.infolist():
            data = read.read(info)
            if info.filename == "session.json":
                document = json.loads(data)
                for branch in document["branches"]:
                    branch["engine"] = "compiled"
                data = json.dumps(document).encode()
            written.writestr(info, data)
    return other


def test_that_the_notice_has_the_name_of_the_file(open_app: Open, qtbot: QtBot, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(engines, "is_installed", lambda: False)
    session = Session(Scenario.load("circle"))
    session.step_update(20)
    save_session(session, tmp_path / "a.nnviz")
    app, reported = open_app("xor"), []
    app.documents.notice_given.connect(reported.append)
    app.documents.open_file(as_compiled(tmp_path / "a.nnviz"))
    qtbot.waitUntil(lambda: app.documents.document.name == "compiled")
    (notice,) = reported
    assert "“compiled”" in notice
    assert "numba" in notice
    app.documents.open_file(tmp_path / "a.nnviz")
    qtbot.waitUntil(lambda: app.documents.document.name == "a")
    assert len(reported) == 1
