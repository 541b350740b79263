"""A scenario, a session, or samples, by what a file holds and not by its name."""

from __future__ import annotations

from pathlib import Path

from nnviz.model.data.files import detect, is_samples
from nnviz.model.errors import ModelError
from nnviz.model.proposing import scenario_of_file
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


_OF_SAMPLES = (".csv", ".tsv", ".txt", ".npz", ".npy", ".gz")
"""Endings of files that are samples, even faulty ones; others have to be read to tell."""


def holds_samples(path: Path) -> bool:
    """Tell whether a file that is no session is one of samples."""
    if not is_samples(path):
        return False
    if path.suffix.lower() in _OF_SAMPLES:
        return True
    try:
        detect(path)
    except ModelError:
        return False
    return True


def read_samples(path: Path) -> tuple[Scenario, str]:
    """Give a scenario that learns a file's samples, and a sentence on what was found in the file.

    Raises
    ------
    ModelError
        If the file cannot be read.
    """
    scenario, reading = scenario_of_file(path)
    answers = ", ".join(reading.columns[number] for number in reading.answer_columns)
    scaling = scenario.data.scaling
    told = f"{path.name}: {reading.samples} samples, {reading.n_inputs} inputs, answer {answers}, scaling {scaling}"
    return scenario, ". ".join((told, *reading.warnings))


def find_document(name_or_path: str) -> tuple[Scenario | Opened, Path | None]:
    """Read a shipped scenario by its name, or a file; give the path too of one that can be saved again.

    Raises
    ------
    ModelError
        If there is neither, or the file cannot be read.
    """
    path = Path(name_or_path)
    if name_or_path in shipped_scenarios():
        return find_scenario(name_or_path), None
    if path.is_file():
        if not is_session_file(path) and holds_samples(path):
            return read_samples(path)[0], None
        return read_document(path), path
    raise ModelError(
        asked=f"to open {name_or_path!r}",
        where="",
        found="neither a shipped scenario nor a file",
        accepted=f"a scenario (.json), a session ({SUFFIX}), samples (.csv, .npz …), or one of: "
        + ", ".join(shipped_scenarios()),
    )
