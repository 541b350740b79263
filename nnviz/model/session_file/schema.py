"""The declaration of `session.json`, which is written from it and checked against it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from nnviz.model.limits import Ge, Le, Longest
from nnviz.model.session_file.errors import SAVING, SessionFileError, check, refused
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FORMAT = 1
"""The version that is written, and the newest that can be read."""

MEMBER = "session.json"

BRANCHES = Longest(
    100_000, QT_TRANSLATE_NOOP("model", "at most {most} branches: each takes 5 kB of memory before anything is in it")
)
EDITS = Longest(
    1_000_000,
    QT_TRANSLATE_NOOP("model", "at most {most} edits: each takes 1 kB of memory"),
)
Count = Annotated[int, Ge(0), Le(2**53)]
SavedPlace = tuple[Count, Count]  # whole updates, lines of the next
SavedPosition = tuple[Count, Count, Count, Count]  # update, line, lines, epoch
SavedStretch = tuple[Count, Count, Count]  # first update, first epoch, updates per epoch
SavedKeyframe = tuple[Count, Count, Count, Count]  # completed, applied, moves, number in states.npy


@dataclass(frozen=True)
class SavedTable:
    """A row per sample: the number in ``samples.npy`` at which they begin, how many, and how long each is."""

    begin: Count
    rows: Count
    columns: Count


@dataclass(frozen=True)
class SavedScenario:
    """A scenario as in its own file; samples that are many are elsewhere."""

    name: str
    scenario: dict[str, Any]
    inputs: SavedTable | None = None
    targets: SavedTable | None = None


@dataclass(frozen=True)
class SavedSettings:
    """Settings from a place on: the number of their scenario, data and batches, and the engine."""

    scenario: Count
    stretch: SavedStretch
    engine: str


@dataclass(frozen=True)
class SavedCell:
    """A cell of a parameter, and its value from a place on; `old` is the one before, `typed` how it was written."""

    symbol: str
    cell: tuple[Count, Count]
    value: float
    old: float | None = None
    typed: str = ""


@dataclass(frozen=True)
class SavedEdit:
    """An edit: settings or a cell; `line` is how many lines were shown when it had been made."""

    place: SavedPlace
    line: Count
    text: str
    settings: SavedSettings | None = None
    cell: SavedCell | None = None


@dataclass(frozen=True)
class SavedKeyframes:
    """A branch's keyframes, as `Keyframes` has them."""

    stride: Annotated[int, Ge(1), Le(2**53)]
    pins: list[SavedKeyframe]
    grid: list[SavedKeyframe]
    tip: SavedKeyframe | None


@dataclass(frozen=True)
class SavedBlocks:
    """`Blocks`: numbers in ``curves.npy`` at which the least and the greatest begin; `earlier` first to last."""

    updates: Count
    fault: Count | None
    now: tuple[Count, Count]
    earlier: list[tuple[Count, Count]]


@dataclass(frozen=True)
class SavedEvaluations:
    """`Evaluations`: the number in ``curves.npy`` at which the rows begin; `earlier` with when they were thinned."""

    offered: Count
    kept: Count
    fault: Count | None
    now: Count
    earlier: list[tuple[Count, Count]]


@dataclass(frozen=True)
class SavedBranch:
    """A branch; `start` is the number of its first scenario, `place` and `line` say where it ends.

    Its name may be longer than one may be now: older versions had no limit (see `long_names`).
    """

    name: str
    lineage: Count
    parent: str | None
    begins: SavedPosition | None
    start: Count
    engine: str
    place: SavedPlace
    line: Count
    edits: Annotated[list[SavedEdit], EDITS]
    keyframes: SavedKeyframes
    blocks: SavedBlocks
    evaluations: SavedEvaluations


@dataclass(frozen=True)
class SavedCursor:
    """Where the cursor is; `here` is what the update began with, `state` the number of the state in ``states.npy``."""

    branch: Count
    place: SavedPlace
    applied: Count
    here: SavedKeyframe
    state: Count


@dataclass(frozen=True)
class SessionDocument:
    """All of `session.json`; `nnviz` is the version that wrote it, `desk` the debugger state."""

    format: int
    nnviz: str
    scenarios: list[SavedScenario]
    branches: Annotated[list[SavedBranch], BRANCHES]
    cursor: SavedCursor
    lineages: Count
    budget: Annotated[int, Ge(0)]
    desk: dict[str, Any]


def to_json(document: SessionDocument) -> bytes:
    """Write a document.

    Raises
    ------
    SessionFileError
        If the debugger state holds anything but plain data.
    """
    try:
        return json.dumps(document, default=_fields, separators=(",", ":")).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise SessionFileError(SAVING, "desk", str(error), "numbers, text, lists, dicts with text for keys") from error


def from_json(text: bytes) -> SessionDocument:
    """Read a document.

    Raises
    ------
    SessionFileError
        If it is of a newer version, or anything but a document.
    """
    from pydantic import ValidationError

    from nnviz.model.scenario.file_problems import problems_of

    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise refused(MEMBER, str(error), "a JSON document") from None
    check(isinstance(plain, dict), MEMBER, type(plain).__name__, "an object")
    version = plain.get("format")
    if isinstance(version, int) and version > FORMAT:
        accepted = QT_TRANSLATE_NOOP("model", "a file of this version or an older one; a newer nnviz can open it")
        raise refused(f"{MEMBER}: format", f"version {version}, of nnviz {plain.get('nnviz')}", accepted)
    check(version == FORMAT and type(version) is int, f"{MEMBER}: format", repr(version), f"version {FORMAT}")
    try:
        return _adapter().validate_json(text, strict=True)
    except ValidationError as error:
        problem = problems_of(error, SessionDocument)[0]
        raise refused(f"{MEMBER}: {problem.field}", problem.found, problem.accepted) from None


@cache
def _adapter() -> TypeAdapter[SessionDocument]:
    from pydantic import TypeAdapter

    return TypeAdapter(SessionDocument)


def _fields(value: object) -> dict[str, Any]:
    if type(value).__module__ != __name__:
        raise TypeError(type(value).__name__)
    return vars(value)
