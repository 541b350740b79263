"""What a person's script did: places in its source, events, steps, and the values that names held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from nnviz.model.arrays.array import Array
from nnviz.model.recording.bound_names import BoundNames, bound_names, newest
from nnviz.model.recording.outcome import Note, Outcome, Raised

VALUES_BUDGET = 64 * 2**20
"""Bytes of values that a recording keeps, besides arrays of 8 MB and more, which are kept once each."""


@dataclass(frozen=True)
class SourceFile:
    """A file, or a code cell of a notebook.

    Attributes
    ----------
    path
        Its name, relative to the folder of the file that was run.
    text
        Its text.
    cell
        Number of the cell, counting all cells of the notebook from 1; None for a file.
    """

    path: str
    text: str
    cell: int | None = None


@dataclass(frozen=True)
class Place:
    """A piece of source that reports what it computes: one for each syntax node.

    Attributes
    ----------
    file, line, column, end_line, end_column
        Where it is: number of the file; lines from 1, columns in characters from 0.
    kind
        ``operator``, ``call`` (of a library), ``own`` (call of a function of the person's), ``attribute``,
        ``subscript``, ``compare``, ``name``, ``constant``, ``list`` (written out), ``comprehension``, ``bind``,
        ``augmented``, ``store``, ``return``, ``function``; of statements ``loop``, ``branch`` and ``statement``.
    operator
        ``+``, ``@``, ``neg``, ``numpy.dot``, ``sum`` (a method of an array), ``T``, ``[]``, ``+=``, ``append`` …;
        of the person's functions the qualified name.
    text
        The source.
    statement
        The place of the statement that it belongs to; −1 for a statement of the module.
    function
        Qualified name of the function around it; empty in the module.
    operands
        Places of the operands; −1 for what is no place. Of a call the receiver comes first, −1 if it has none.
    """

    file: int
    line: int
    column: int
    end_line: int
    end_column: int
    kind: str
    operator: str
    text: str
    statement: int
    function: str
    operands: tuple[int, ...] = ()


@dataclass(frozen=True)
class Event:
    """Something that was computed or bound.

    Attributes
    ----------
    place
        Where.
    value
        Number of the value in `Recording.values`; None where it was not kept.
    operands
        The events that computed the operands, or changed them last, in the order of the text: of a call the receiver
        first (left out where it has none); −1 for what has no numbers. Numbers written in the source are events too.
    keywords
        Literal arguments, ``("axis", 0)``; of what reads or stores cells ``("index", "(1, 0)")``.
    path
        What was bound or changed: ``W1``, ``self.W[0]``, ``params['W1']``; the value is the whole array that is held
        there. With the keyword ``("cell", True)``, inside a loop through cells, it is only the cell.
    slot
        Which variable that is, over all calls: number in `Recording.slots`; −1 without a path.
    frame
        Which call of a function; 0 is the module.
    step
        The step it belongs to; −1 before the first one.
    object
        Which array or list it is: the same number for all that is the same object, changed in place or under another
        name; −1 for what cannot be changed.
    """

    place: int
    value: int | None
    operands: tuple[int, ...]
    keywords: tuple[tuple[str, Any], ...] = ()
    path: str = ""
    slot: int = -1
    frame: int = 0
    step: int = 0
    object: int = -1


@dataclass(frozen=True)
class Slot:
    """A variable: a name in a function, or an attribute or item of one object.

    Attributes
    ----------
    path
        How it was spelled first.
    owner
        Where it belongs to an object: how it is reached from a name of the module, ``net.layers[0].W``, or else its
        class and attribute. Two objects of a class have two slots. Empty for names.
    scope
        The function whose name it is; empty for the module, and for objects.
    """

    path: str
    owner: str
    scope: str


@dataclass(frozen=True)
class Step:
    """One execution of a statement; steps are in the order in which they begin.

    Attributes
    ----------
    place
        The statement.
    frame
        Which call of a function.
    depth
        How many calls deep; the steps of functions that a statement calls follow it, one deeper.
    first, last
        Its events, those of the functions that it calls among them: from `first`, before `last`.
    parent
        The step of the loop through cells that it is inside; None elsewhere.
    """

    place: int
    frame: int
    depth: int
    first: int
    last: int
    parent: int | None = None


@dataclass(frozen=True, eq=False)
class Recording:
    """All that was recorded of a run.

    Attributes
    ----------
    files, places, events, steps, slots
        As their classes say.
    values
        Read-only arrays; numbers have shape (). Equal ones are the same.
    thinned
        Event → type and shape of a value that was not kept.
    outcome, raised
        How it ended.
    printed
        The head of what was printed.
    updates
        How many updates of parameters were seen.
    seconds, python, numpy
        How long it ran, and in what.
    notes
        What else is worth telling.
    path, request
        The file, and what it was run with, to run it again.
    """

    files: tuple[SourceFile, ...]
    places: tuple[Place, ...]
    events: Sequence[Event]
    steps: Sequence[Step]
    slots: tuple[Slot, ...]
    values: Sequence[Array]
    thinned: Mapping[int, tuple[str, tuple[int, ...]]]
    outcome: Outcome
    raised: Raised | None
    printed: str
    updates: int
    seconds: float
    python: str
    numpy: str | None
    notes: tuple[Note, ...]
    path: str
    request: Mapping[str, Any] = field(repr=False, default_factory=dict)

    def names_at(self, step: int) -> dict[str, int]:
        """Return what the names that are alive hold after a step: path → number of the value.

        Names of the module, of the function that the step is in, and attributes of objects. These are called as that
        function spells them, or else as they are reached from a name of the module. Before step 0 (−1) there are none.
        """
        if step < 0:
            return {}
        frame, end = self.steps[step].frame, self.steps[step].last
        bound = self._bound
        found: dict[str, int] = {}
        for owned in bound.owned.values():
            if (event := newest(owned.events, end)) is not None:
                own = newest(owned.by_frame.get(frame, ()), end)
                spelled = owned.name or self.events[event].path
                found.setdefault(spelled if own is None else self.events[own].path, bound.value_at(event, end))
        for alive in (0, frame) if frame else (0,):
            for path, events in bound.named.get(alive, {}).items():
                if (event := newest(events, end)) is not None:
                    found[path] = bound.value_at(event, end)
        return {path: value for path, value in found.items() if value >= 0}

    def changed_by(self, step: int) -> tuple[tuple[str, int], ...]:
        """Return the names that hold something else after a step: path and number of the value."""
        before = self.names_at(step - 1) if step else {}
        now = self.steps[step]
        own = range(now.first, now.last)
        changed = {
            event.path: event.value
            for event in map(self.events.__getitem__, own)
            if event.path and event.value is not None and event.step == step and ("cell", True) not in event.keywords
        }
        return tuple((path, value) for path, value in changed.items() if before.get(path) != value)

    @cached_property
    def _bound(self) -> BoundNames:
        return bound_names(self.events, [slot.owner for slot in self.slots])
