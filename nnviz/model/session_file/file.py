"""Session files: all that is needed to resume, in one file of data.

A session file is the scenario, the edits, the branches with their losses, where the cursor is, and keyframes. Opening
it restores the same bits on the same machine. What can be undone is not saved: after opening, `undo_text` is None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from nnviz.model.files.refusal import FileNotWrittenError
from nnviz.model.files.state import FileState, read_with_state
from nnviz.model.session.session import Session
from nnviz.model.session_file.errors import OPENING, SAVING, SessionFileError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

__all__ = ["SUFFIX", "Opened", "SessionFileError", "is_session_file", "open_session", "save_session", "session_bytes"]

SUFFIX = ".nnviz"
"""How the names of session files end."""

BYTES_MAX = 2**30
"""Bytes of the largest session file that is read; those that are written are a tenth of it at most."""

_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, eq=False)
class Opened:
    """What a session file held.

    Attributes
    ----------
    session
        The session, with its cursor where it was.
    debugger_state
        What was saved with it that is not the model's: plain data, as it was passed to `save_session`.
    difference
        0.0 when replay yields the stored bits, as it does on the machine that wrote them; else the largest difference
        between parameters and optimiser state at the cursor as stored and as replayed here from the keyframe before.
        What is shown then is what was stored; what is replayed from it differs from what was seen on that machine.
    state
        The file as it was read.
    lacks_compiled
        Whether compiled loops have run a part of it that numpy replays and goes on with here, as they do not work here.
    shortened
        How many branches had a name that was longer than names may be now, and have been renamed.
    """

    session: Session
    debugger_state: Mapping[str, object]
    difference: float
    state: FileState
    lacks_compiled: bool = False
    shortened: int = 0


def session_bytes(session: Session, debugger_state: Mapping[str, object] = _NOTHING) -> bytes:
    """Return what `save_session` writes: for the same session the same bytes.

    Raises
    ------
    SessionFileError
        If the debugger state holds anything but plain data.
    """
    from nnviz.model.session_file.archive import packed
    from nnviz.model.session_file.writing import Writer
    from nnviz.version import __version__

    return packed(Writer(session, debugger_state, __version__).members())


def save_session(session: Session, path: str | Path, debugger_state: Mapping[str, object] = _NOTHING) -> FileState:
    """Write a session to a file; if that fails, a file that was there is as it was.

    Parameters
    ----------
    session
        What is saved; it stays as it is.
    path
        Where to.
    debugger_state
        Plain data (as JSON has) to go with it: what is the window's and not the model's.

    Returns
    -------
    FileState
        The file as it is now.

    Raises
    ------
    SessionFileError
        If the file cannot be written, or the debugger state holds anything but plain data.
    """
    from nnviz.model.files.write import write_atomically

    data = session_bytes(session, debugger_state)
    try:
        return write_atomically(Path(path), data, SAVING)
    except FileNotWrittenError as error:
        raise SessionFileError(SAVING, error.where, error.found, error.accepted) from error


def open_session(path: str | Path) -> Opened:
    """Read a session from a file.

    Raises
    ------
    SessionFileError
        If it cannot be read, or is not a session file that this version understands.
    """
    from nnviz.model.session_file.reading import read_session

    path = Path(path)
    try:
        _check_size(path)
        data, state = read_with_state(path)
        read = read_session(data)
    except SessionFileError as error:
        where = f"{path}: {error.where}" if error.where else str(path)
        raise SessionFileError(error.asked, where, error.found, error.accepted) from error
    except OSError as error:
        accepted = QT_TRANSLATE_NOOP("model", "a readable session file")
        raise SessionFileError(OPENING, str(path), error.strerror or str(error), accepted) from error
    return Opened(read.session, read.debugger_state, read.difference, state, read.lacks_compiled, read.shortened)


def _check_size(path: Path) -> None:
    size = path.stat().st_size
    if size > BYTES_MAX:
        accepted = QT_TRANSLATE_NOOP("model", "at most {most} MB: all of it is held in memory while it is read")
        found = filled(QT_TRANSLATE_NOOP("model", "{size} MB"), size=f"{size / 2**20:.1f}")
        raise SessionFileError(OPENING, "", found, filled(accepted, most=BYTES_MAX // 2**20))


def is_session_file(path: str | Path) -> bool:
    """Return whether a file begins as a session file does, whatever its name; False where there is no file."""
    from nnviz.model.session_file.archive import BEGIN, is_archive

    try:
        with Path(path).open("rb") as file:
            return is_archive(file.read(BEGIN))
    except OSError:
        return False
