"""Reading a scenario, a session or samples, by what a file contains and not by its name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.model.data.data_shape import shape_of
from nnviz.model.data.scaling import TITLES
from nnviz.model.errors import ModelError
from nnviz.model.files.present import is_file
from nnviz.model.scenario.file import find_scenario, read_scenario, shipped_scenarios
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import SUFFIX
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

if TYPE_CHECKING:
    from nnviz.documents.model_documents import ModelOptions
    from nnviz.model.session_file.file import Opened


def read_document(path: Path) -> Scenario | Opened:
    """Read a scenario file or a session file.

    Raises
    ------
    ScenarioError
        If it is no session, and not a scenario that can be run either.
    SessionFileError
        If it is a session that cannot be opened.
    """
    from nnviz.model.session_file.file import is_session_file, open_session

    return open_session(path) if is_file(path) and is_session_file(path) else read_scenario(path)


def made_document(path: Path) -> Session | Opened:
    """Read a scenario file or a session file, and make a session of it: this may take long.

    Raises
    ------
    ModelError
        If it cannot be read, or is neither, or cannot be run.
    """
    try:
        found = read_document(path)
    except OSError as error:
        asked = filled(QT_TRANSLATE_NOOP("model", "to read {name}"), name=path.name)
        accepted = QT_TRANSLATE_NOOP("model", "a file that can be read")
        raise ModelError(asked, "", error.strerror or str(error), accepted) from error
    made = Session(found) if isinstance(found, Scenario) else found
    data = (made if isinstance(made, Session) else made.session).scenario.data
    if data.file is not None:
        shape_of(data)  # the views ask for it, and it reads the file if another one was read since
    return made


_OF_SAMPLES = (".csv", ".tsv", ".txt", ".npz", ".npy", ".gz")
"""Endings of files of samples, even faulty ones; others have to be read to find out."""


_OF_MODELS = (".onnx", ".keras", ".h5", ".hdf5", ".safetensors", ".pt", ".pth", ".npz")
"""Endings of files that may be models of other libraries: what reads them is only imported for those."""


@dataclass(frozen=True)
class FoundDocument:
    """What the command line names.

    Attributes
    ----------
    start
        To start with.
    path
        The file of one that can be saved again.
    notices
        What was found in a file of samples, marked for translation: nothing is done to them without saying so.
    """

    start: Scenario | Opened
    path: Path | None = None
    notices: tuple[str, ...] = ()

    @property
    def session(self) -> Session:
        """The session to start with, made of a scenario where that is what was found."""
        return Session(self.start) if isinstance(self.start, Scenario) else self.start.session


def holds_samples(path: Path) -> bool:
    """Return whether a file is one of samples, and neither a session, a scenario nor code."""
    from nnviz.model.data.files.detect import detect, is_of_numbers, is_samples
    from nnviz.model.session_file.file import is_session_file

    named = path.suffix.lower() in _OF_SAMPLES
    # What is wrong with an empty file is told as the file's ending has it.
    if not is_file(path) or path.suffix == SUFFIX or is_session_file(path) or not is_samples(path, unread=named):
        return False
    if named or is_of_numbers(path):
        return True
    try:
        detect(path)
    except ModelError:
        return False
    return True


def is_model(path: Path) -> bool:
    """Return whether a file is a model of another library."""
    if path.suffix.lower() not in _OF_MODELS:
        return False
    from nnviz.model.other_libraries.model_files import holds_model

    return holds_model(path)


def find_document(name_or_path: str, options: ModelOptions | None = None) -> FoundDocument:
    """Read a shipped scenario by its name, or a file: a scenario, a session, samples to learn, or a model.

    Parameters
    ----------
    name_or_path
        What is read.
    options
        What is said of a model of another library.

    Raises
    ------
    ModelError
        If there is neither, or the file cannot be read.
    """
    path = Path(name_or_path)
    if name_or_path in shipped_scenarios():
        return FoundDocument(find_scenario(name_or_path))
    if is_model(path):
        from nnviz.documents.model_documents import ModelOptions, found_model

        return found_model(path, options or ModelOptions())
    if holds_samples(path):
        return _found_samples(path)
    if is_file(path):
        return FoundDocument(read_document(path), path)
    raise ModelError(
        asked=f"to open {name_or_path!r}",
        where="",
        found="neither a shipped scenario nor a file",
        accepted=f"a scenario (.json), a session ({SUFFIX}), samples (.csv, .npz …), a model (.onnx, .keras …), "
        "or one of: " + ", ".join(shipped_scenarios()),
    )


def _found_samples(path: Path) -> FoundDocument:
    from nnviz.model.scenario.edit import effective_scaling
    from nnviz.model.scenario.suggestion import scenario_of_file

    scenario, reading = scenario_of_file(path)
    notice = filled(
        QT_TRANSLATE_NOOP("model", "{name}: {samples} samples, {inputs} inputs, answer: {answers}, scaling: {scaling}"),
        name=path.name,
        samples=reading.samples,
        inputs=reading.n_inputs,
        answers=", ".join(reading.columns[number] for number in reading.answer_columns),
        scaling=TITLES[effective_scaling(scenario.data)],
    )
    return FoundDocument(scenario, None, (notice, *reading.warnings))
