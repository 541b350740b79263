"""What a session runs: an engine on a schedule, at one place of a run, without a past."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.arrays.finite import all_finite
from nnviz.model.background.interruption import Interruption
from nnviz.model.curve.recorder import CurveRecorder
from nnviz.model.data import DataSet
from nnviz.model.engine.engine import Engine
from nnviz.model.engine.engines import EngineChoice, engine_for, kernel_for
from nnviz.model.engine.metrics import Meter, Metrics
from nnviz.model.engine.schedule import Schedule, Stretch
from nnviz.model.engine.workspace import EngineWorkspace
from nnviz.model.history.edits import Edit, SettingsEdit, ValueEdit
from nnviz.model.history.keyframe import Keyframe
from nnviz.model.history.keyframe_spacing import recent_spacing_of, spacing_of
from nnviz.model.history.position import Place, Position
from nnviz.model.history.update_edits import UpdateEdit
from nnviz.model.program.line import Line
from nnviz.model.scenario.validation import Prepared

MANY = 4096
"""Most updates that are run at a time: with a compiled engine, 1 ms of the smallest network."""


class Runner:
    """Runs updates and lines, and makes edits; the same steps from the same keyframe yield the same bits.

    Parameters
    ----------
    prepared
        What is run, from its start.
    engine_choice
        What runs new updates.

    Attributes
    ----------
    engine_choice
        As above.
    completed
        Whole updates that have run.
    line
        How many lines of the update on the screen have run; 0 when nothing of one has been computed.
    before
        Parameters and optimiser state as the update on the screen began.
    edits
        The values that have been set since then, in order.
    spacing, recent_spacing
        Updates from one keyframe to the next, and between those that are stored shortly before the cursor.
    recorder
        What records the losses of new updates; None while old ones are replayed.
    beginning
        Counts what changes arrays by other means than a line: beginning an update, edits, seeking.
    interruption
        What may ask to stop after a line that is new; None where nothing does, and whole updates are run at once.
    losses
        The sum of what updates computed for their batches; once one of them is not finite, it is not.
    """

    prepared: Prepared
    data: DataSet  # the samples; referred to here, so that they are not made again
    engine: Engine
    _engine_shown: str  # what has run, or runs, the update on the screen
    _engine_next: str | None  # what runs the next one, where that is another
    schedule: Schedule
    spacing: int
    recent_spacing: int
    _meter: Meter
    _metrics: Metrics | None  # None when the parameters have changed since they were measured

    def __init__(self, prepared: Prepared, engine_choice: EngineChoice = "numpy") -> None:
        self.engine_choice: EngineChoice = engine_choice
        self.recorder: CurveRecorder | None = None
        self.interruption: Interruption | None = None
        self.beginning = 0
        self.losses = 0.0
        self.completed, self.line = 0, 0
        self.before: Mapping[str, Array] = {}
        self.edits: tuple[UpdateEdit, ...] = ()
        self.start(prepared)

    @property
    def engine_name(self) -> str:
        """What runs the updates from here on."""
        return self._engine_next or self._engine_shown

    @property
    def is_inside(self) -> bool:
        """Whether some lines of an update have run and others not."""
        return 0 < self.line < len(self.engine.program)

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.completed, self.line if self.is_inside else 0)

    @property
    def position(self) -> Position:
        """Where it is, as it is shown."""
        update = self.completed + self.is_inside
        return Position(update, self.line, len(self.engine.program), self.schedule.stretch.epoch_of(update))

    @property
    def metrics(self) -> Metrics:
        """Losses and accuracies of the current parameters, over all training and test samples."""
        if self._metrics is None:
            with np.errstate(all="ignore"):
                self._metrics = self._meter.measure(self.completed)
        return self._metrics

    @property
    def last_metrics(self) -> Metrics:
        """Those measured last on the way to where it is; if none were, `metrics`."""
        last = self._meter.last
        return self.metrics if self._metrics is not None or last is None else last

    def is_finite(self) -> bool:
        """Return whether everything that is computed where it is is finite."""
        engine, lines = self.engine, self.engine.program.lines[: self.line]
        arrays = engine.workspace.arrays if lines else {}
        return all_finite((*engine.state.values(), *(arrays[line.writes] for line in lines)))

    def stays_finite(self) -> bool:
        """Return whether the state and `losses` are finite."""
        return math.isfinite(self.losses) and all_finite(tuple(self.engine.state.values()))

    @property
    def batch_loss(self) -> float:
        """The value of what is minimised that the last update computed for its batch."""
        return float(self.engine.workspace.arrays[self.engine.program.objective][0, 0])

    # Going somewhere else ----------------------------------------------------------------------------------------

    def start(self, prepared: Prepared) -> None:
        """Go to the start of a scenario, where nothing has been computed; the parameters are the initial ones."""
        self._adopt(prepared, Schedule(prepared), engine_for(prepared, self.engine_choice))
        self.completed, self.line = 0, 0
        self._begin_from_here()

    def restore(self, keyframe: Keyframe) -> None:
        """Go to a keyframe; nothing has been computed there."""
        if keyframe.prepared is self.prepared and keyframe.engine == self._engine_shown:
            self._engine_next = None
            if keyframe.stretch != self.schedule.stretch:
                self.schedule = Schedule(keyframe.prepared, keyframe.stretch)
        else:
            self._adopt(keyframe.prepared, Schedule(keyframe.prepared, keyframe.stretch), keyframe.engine)
        place = keyframe.stretch.place(keyframe.completed + 1)
        self.engine.set_state(keyframe.state, keyframe.moves, place)
        self.completed, self.line = keyframe.completed, 0
        self.before, self.edits = keyframe.state, ()
        self.beginning += 1
        self._metrics = None
        self._meter.forget()

    def keyframe(self, applied: int) -> Keyframe:
        """Return what the update on the screen began with; `applied` edits had been made then."""
        shown = 1 if self.line else 0
        completed = self.position.update - shown
        return self._keyframe(completed, applied, self.before, self.engine.moves - shown, self._engine_shown)

    def boundary_keyframe(self, applied: int) -> Keyframe:
        """Return the state between two updates, where it is."""
        return self._keyframe(self.completed, applied, self.engine.copy_state(), self.engine.moves, self.engine_name)

    def _keyframe(self, completed: int, applied: int, state: Mapping[str, Array], moves: int, engine: str) -> Keyframe:
        stretch = self.schedule.stretch
        return Keyframe(completed, applied, self.prepared, stretch, state, moves, engine, self.spacing)

    # Changing ----------------------------------------------------------------------------------------------------

    def apply(self, edit: Edit) -> None:
        """Make an edit, here at its place."""
        self.beginning += 1
        self._metrics = None
        self._meter.forget()
        if isinstance(edit, SettingsEdit) and edit.only_engine and self.line:
            self._engine_next = edit.engine  # what has been computed stays on the screen until something else is
        elif isinstance(edit, SettingsEdit):
            self._hand_over(edit.prepared, edit.stretch, edit.engine)
        else:
            self._set(edit)
        if not self.line:
            self._begin_from_here()

    def _begin_from_here(self) -> None:
        """Note that the update on the screen begins, or will begin, with the present values."""
        self.before, self.edits = self.engine.copy_state(), ()

    def _set(self, edit: ValueEdit) -> None:
        """Set a cell, and note what that has replaced while an update is on the screen."""
        state = self.engine.state
        # An evolution strategy measures its numbers again when a parameter is set.
        names = tuple(state) if self.engine.searches else (edit.symbol,)
        found = {name: state[name].copy() for name in names} if self.line else {}
        self.engine.edit(edit.symbol, edit.cell, edit.value)
        if self.line:
            self.edits = (*self.edits, UpdateEdit.of(edit, self.line, found, state))

    def _hand_over(self, prepared: Prepared, stretch: Stretch, engine_name: str) -> None:
        """Go on with other settings or another engine; after that, nothing is computed."""
        engine = self.engine
        self._adopt(prepared, Schedule(prepared, stretch), engine_name)
        self.engine.inherit(engine, stretch.place(self.completed + 1))
        self.line = 0

    def _adopt(self, prepared: Prepared, schedule: Schedule, engine_name: str) -> None:
        """Adopt a scenario's settings; the parameters are its initial ones."""
        self.prepared, self.schedule = prepared, schedule
        self.data = prepared.data
        self._engine_shown, self._engine_next = engine_name, None
        self.spacing = spacing_of(prepared, engine_name)
        self.recent_spacing = recent_spacing_of(prepared, engine_name)
        self.engine = Engine(prepared, kernel_for(prepared, engine_name))
        self._meter = Meter(prepared, self.engine)
        self.beginning += 1
        self._metrics = None

    # Running -----------------------------------------------------------------------------------------------------

    def rewind_to(self, line: int) -> bool:
        """Go back to after an earlier line of the update on the screen, at least its first, computing nothing.

        By replay that takes the whole update but one line: 40 ms of a batch of 1024 samples through 784-512-512-10,
        and 2 s of 48 000. But what the lines up to there have written is still in its arrays, unless a later one has
        written to it again; what was assigned since has the value that it had `before`. No value must have been edited
        since then.

        Returns
        -------
        bool
            Whether it is there; where the lines do not allow it, nothing has changed.
        """
        state, program = self.engine.state, self.engine.program
        rewound = program.lines[line : self.line]
        written = {*program.given, *(each.writes for each in program.lines[:line])}
        if not can_rewind(rewound, written, state):
            return False
        for each in rewound:
            if each.writes in state:
                state[each.writes][...] = self.before[each.writes]
        if not self.is_inside:
            self.completed -= 1
            self._metrics = None
        elif any(each.writes in state for each in rewound):
            self._metrics = None
        self.line = line
        return True

    def run_to(self, place: Place) -> None:
        """Run to a place that is not behind."""
        if self._engine_next is not None and place > self.place:
            self._hand_over(self.prepared, self.schedule.stretch, self._engine_next)
            self._begin_from_here()
        with np.errstate(all="ignore"):
            if self.is_inside:
                last = place.line if place.completed == self.completed else len(self.engine.program)
                while self.is_inside and self.line < last:
                    self._run_line()
            last = place.completed - 1
            while self.completed < last:  # what these began with is not shown
                if not self._run_many(last - self.completed):
                    self._run_update()
            if self.completed == last:
                self._begin_from_here()
                self._run_update()
            if place.line and not self.is_inside:
                self._run_line()
            while self.line < place.line:
                self._run_line()

    def evaluate_if_due(self) -> None:
        """Record the losses of all samples, if that is due."""
        if self.recorder is not None and self.recorder.wants_evaluation():
            self.recorder.add_evaluation(self.metrics, self.schedule.stretch.epoch_of(self.completed))

    @property
    def _interruption_now(self) -> Interruption | None:
        """What may ask to stop after a line: while replaying, nothing."""
        return None if self.recorder is None else self.interruption

    def _run_line(self) -> None:
        if self._interruption_now is not None:
            self._interruption_now.check()
        if not self.is_inside:
            self._begin_from_here()
            self._begin()
            self.line = 0
        self.line += 1
        self.engine.workspace.run_line(self.line)
        if self.engine.program[self.line].assigns:
            self._metrics = None
        if self.is_inside:
            return
        self._end_update()

    def _run_update(self) -> None:
        if self._interruption_now is not None:
            self._run_line()
            while self.is_inside:
                self._run_line()
            return
        self._begin().run()
        self.line = len(self.engine.program)
        self._metrics = None
        self._end_update()

    def _run_many(self, most: int) -> int:
        """Run the next updates up to where something else is due; return how many."""
        engine, schedule, recorder = self.engine, self.schedule, self.recorder
        update, stretch = self.completed + 1, schedule.stretch
        most = 0 if engine.searches or self._interruption_now is not None else min(most, MANY)
        if recorder is not None:  # up to the end of the epoch after which the loss of all samples is recorded
            due = stretch.left_in_epoch(update) + recorder.not_due * stretch.per_epoch
            most = min(most, due)
        if engine.is_compiled:
            table, first, count = schedule.whole_batches(update, most)
        else:
            cut, first, count = schedule.batches_from(update, most)
        if count == 0:
            return 0
        self.beginning += 1
        losses = np.empty(count)
        if engine.is_compiled:
            engine.run_many(table, first, table[(first + count - 1) % len(table)], losses)
        else:
            engine.run_each(cut, first, losses, comes_again=schedule.comes_again)
        self.line = len(self.engine.program)
        self._metrics = None
        before, self.completed = self.completed, self.completed + count
        self.losses += float(losses.sum())
        if recorder is not None:
            recorder.add_updates(losses)
            ends = stretch.epoch_ends(before, self.completed)
            if stretch.ends_epoch(self.completed):
                recorder.skip_evaluations(ends - 1)
                self.evaluate_if_due()
            else:
                recorder.skip_evaluations(ends)
        return count

    def _begin(self) -> EngineWorkspace:
        self.beginning += 1
        update, schedule = self.completed + 1, self.schedule
        samples, place = schedule.samples_of(update), schedule.stretch.place(update)
        return self.engine.begin(samples, place, comes_again=schedule.comes_again)

    def _end_update(self) -> None:
        self.completed += 1
        recorder, engine = self.recorder, self.engine
        # As in `batch_loss`: this is run for each update, and a call costs 0.5 % of one.
        loss = float(engine.workspace.arrays[engine.program.objective][0, 0])
        self.losses += loss
        if recorder is not None:
            recorder.add_update(loss)
            if self.schedule.stretch.ends_epoch(self.completed):
                self.evaluate_if_due()


def can_rewind(rewound: Sequence[Line], written: Collection[str], state: Collection[str]) -> bool:
    """Return whether everything is as before some lines once what they assigned has the update's first values.

    It is so where each writes something of its own, and where they can run again: what they read, they do not find
    changed by having run before.

    Parameters
    ----------
    rewound
        The last lines that have run, in order.
    written
        What has a value before them: what an update is provided with, and what earlier lines have written.
    state
        What has a value from the update before: parameters and optimiser state.
    """
    known = set(written)
    for line in rewound:
        if line.writes in known or line.assigns != (line.writes in state):
            return False
        if any(symbol not in known and symbol not in state for symbol in line.reads):
            return False
        known.add(line.writes)
    return True
