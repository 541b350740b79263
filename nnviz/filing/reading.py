"""A scenario or a session, by what a file holds and not by its name."""

from __future__ import annotations

from pathlib import Path

from nnviz.model.errors import ModelError
from nnviz.model.scenario import Scenario
from nnviz.model.scenario_file import find_scenario, read_scenario, shipped_scenarios
from nnviz.model.session_file import SUFFIX, Opened, is_session_file, open_session


def read_document(path: Path) -> Scenario | Opened:
    """Read a scenario file or a session file.

    Raises
    ------
    ScenarioError
        If it is no session, and not a scenario that can be run either.
    SessionFileError
        If it is a session that cannot be opened.
    """
    return open_session(path) if path.is_file() and is_session_file(path) else read_scenario(path)


def find_document(name_or_path: str) -> tuple[Scenario | Opened, Path | None]:
    """Read a shipped scenario by its name, or a file; give the file's path too.

    Raises
    ------
    ModelError
        If there is neither, or the file cannot be read.
    """
    path = Path(name_or_path)
    if name_or_path in shipped_scenarios():
        return find_scenario(name_or_path), None
    if path.is_file():
        return read_document(path), path
    raise ModelError(
        asked=f"to open {name_or_path!r}",
        where="",
        found="neither a shipped scenario nor a file",
        accepted=f"a scenario (.json) or a session ({SUFFIX}), or one of: {', '.join(shipped_scenarios())}",
    )
