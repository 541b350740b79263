"""Reading a scenario, a session or samples, by what a file contains and not by its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.model.data.data_shape import shape_of
from nnviz.model.data.files.choices import DataChoices
from nnviz.model.data.files.endings import READ, REFUSED
from nnviz.model.data.files.options import FILLS
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
    from nnviz.model.data.files.table import DetectedTable
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


_OF_SAMPLES = (*READ, *REFUSED)
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


def find_document(
    name_or_path: str, choices: DataChoices | None = None, model: ModelOptions | None = None
) -> FoundDocument:
    """Read a shipped scenario by its name, a link of Playground, or a file: a scenario, a session, samples or a model.

    Parameters
    ----------
    name_or_path
        What is named.
    choices
        How samples are to be used.
    model
        What is said of a model of another library.

    Raises
    ------
    ModelError
        If there is none of these, or it cannot be read, or it cannot be used as was chosen.
    """
    path = Path(name_or_path)
    if name_or_path in shipped_scenarios():
        return _with_choices(FoundDocument(find_scenario(name_or_path)), choices)
    if name_or_path.lower().startswith("nnviz:"):
        from nnviz.model.scenario.link import scenario_of_link

        return _with_choices(FoundDocument(scenario_of_link(name_or_path)), choices)
    if _is_link(name_or_path) and not is_file(path):
        return _with_choices(_found_link(name_or_path), choices)
    if is_model(path):
        from nnviz.documents.model_documents import ModelOptions, found_model

        return found_model(path, model or ModelOptions(), choices)
    if holds_samples(path):
        return _found_samples(path, choices)
    if is_file(path):
        return _with_choices(FoundDocument(read_document(path), path), choices)
    raise ModelError(
        asked=f"to open {name_or_path!r}",
        where="",
        found="neither a shipped scenario nor a file",
        accepted=f"a scenario (.json), a session ({SUFFIX}), samples (.csv, .npz …), a model (.onnx, .keras …), a "
        "link of nnviz or of TensorFlow Playground, or one of: " + ", ".join(shipped_scenarios()),
    )


def _is_link(text: str) -> bool:
    """Return whether a text is a link of Playground, without which its package is not imported."""
    if not any(sign in text for sign in ("=", "://")):
        return False
    from nnviz.model.playground.address import is_link

    return is_link(text)


def _found_link(link: str) -> FoundDocument:
    from nnviz.model.playground import read_link

    read = read_link(link)
    told = [note for note in read.notes if note.outcome != "kept"]
    text = QT_TRANSLATE_NOOP("model", "{fields}: {text}")
    return FoundDocument(
        read.scenario, None, tuple(filled(text, fields=", ".join(note.fields), text=note.text) for note in told)
    )


def _with_choices(found: FoundDocument, choices: DataChoices | None) -> FoundDocument:
    """Return a scenario with other samples for testing, another scaling or seed.

    Raises
    ------
    ModelError
        If something else is chosen, or for a session, which has begun.
    """
    if choices is None or choices == DataChoices():
        return found
    asked = QT_TRANSLATE_NOOP("model", "to choose how samples are used")
    if choices.is_reading:
        accepted = QT_TRANSLATE_NOOP("model", "--target, --inputs, --drop-missing and --fill for a file of samples")
        raise ModelError(asked, "", QT_TRANSLATE_NOOP("model", "a scenario, which says that itself"), accepted)
    if not isinstance(found.start, Scenario):
        accepted = QT_TRANSLATE_NOOP("model", "a scenario, or a file of samples")
        raise ModelError(asked, "", QT_TRANSLATE_NOOP("model", "a session, which has begun already"), accepted)
    from nnviz.model.scenario.edit import with_scaling, with_test_share
    from nnviz.model.scenario.validation import prepare

    scenario = found.start
    if choices.scaling is not None:
        scenario = with_scaling(scenario, choices.scaling)
    if choices.test_share is not None:
        scenario = with_test_share(scenario, choices.test_share)
    if choices.seed is not None:
        scenario = replace(scenario, seed=choices.seed)
    prepare(scenario)
    return replace(found, start=scenario)


def _found_samples(path: Path, choices: DataChoices | None) -> FoundDocument:
    from nnviz.model.scenario.edit import effective_scaling
    from nnviz.model.scenario.suggestion import scenario_of_file

    scenario, reading = scenario_of_file(path, choices)
    shape = shape_of(scenario.data)
    notice = filled(
        QT_TRANSLATE_NOOP("model", "{name}: {samples} samples, {inputs} inputs, answer: {answers}, scaling: {scaling}"),
        name=path.name,
        samples=reading.samples,
        inputs=shape.n_inputs,
        answers=", ".join(reading.columns[number] for number in reading.answer_columns),
        scaling=TITLES[effective_scaling(scenario.data)],
    )
    return FoundDocument(scenario, None, (notice, *reading.warnings, *notes_on_rows(scenario, reading)))


def notes_on_rows(scenario: Scenario, reading: DetectedTable) -> Iterator[str]:
    """Yield what became of the rows of a file: left out, filled, and set aside for testing; marked for translation."""
    from nnviz.model.data import build

    options = reading.options
    data = build(scenario.data, scenario.seed)
    missing = reading.samples - data.n_samples
    if options.skip_missing or options.fill:
        text = QT_TRANSLATE_NOOP("model", "Rows with a missing value that are left out: {count}.")
        yield filled(text, count=missing)
    if options.fill:
        text = QT_TRANSLATE_NOOP("model", "Missing inputs are filled with this value of their column: {fill}.")
        yield filled(text, fill=FILLS[options.fill])
    if len(data.test):
        text = QT_TRANSLATE_NOOP("model", "{test} of the {all} samples are set aside for testing.")
        yield filled(text, test=len(data.test), all=data.n_samples)
    else:
        text = QT_TRANSLATE_NOOP("model", "All {all} samples are used for training; none is set aside for testing.")
        yield filled(text, all=data.n_samples)
