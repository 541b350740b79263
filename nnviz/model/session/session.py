"""A session: a scenario being run, line by line."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.model.background.interruption import Interruption
from nnviz.model.curve.recorder import LossCurve
from nnviz.model.data import DataSet
from nnviz.model.data.batches import batch_size
from nnviz.model.engine.cost import is_large_batch
from nnviz.model.engine.engines import EngineChoice, engine_for, read_choice
from nnviz.model.engine.metrics import Metrics
from nnviz.model.errors import ModelError
from nnviz.model.history.branch import BranchInfo
from nnviz.model.history.edits import Edit, Mark, mark_of
from nnviz.model.history.effective_settings import EffectiveSettings, settings_of
from nnviz.model.history.history import History
from nnviz.model.history.position import START, Place, Position
from nnviz.model.history.replay import BranchPast
from nnviz.model.history.runner import Runner
from nnviz.model.history.session_contents import SessionContents
from nnviz.model.mistakes.build import right_program
from nnviz.model.program.program import Program
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import Prepared, prepare
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.session.values import SessionValues
from nnviz.model.text.numbers import exact, parse_number
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

SETTINGS_TEXT = QT_TRANSLATE_NOOP("model", "Settings")
RENAME_TEXT = QT_TRANSLATE_NOOP("model", "Rename branch")
DISCARD_TEXT = QT_TRANSLATE_NOOP("model", "Discard branch")

_LONGEST_FRACTION: Final = 24
"""Characters of a fraction that is quoted as it was typed."""


class Session:
    """Runs a scenario: by line, by update, by epoch.

    Parameters
    ----------
    scenario
        What to run.
    engine
        What runs new updates. With ``"fastest"`` that depends on how long compiling takes, and so do the last bits.

    Raises
    ------
    ModelError
        If there is no such engine.
    ScenarioError
        If the scenario's parts do not fit together; it names every field concerned.

    Attributes
    ----------
    history
        Its branches, with what runs them.

    Examples
    --------
    >>> import nnviz
    >>> session = nnviz.Session(nnviz.Scenario.load("xor"))
    >>> session.step_update(100)
    >>> session.position.update
    100
    >>> session.value("dW2").shape
    (1, 3)
    """

    def __init__(self, scenario: Scenario, engine: EngineChoice = "numpy") -> None:
        self.history = History(Runner(prepare(scenario), read_choice(engine)))
        self._timeline = self.history.timeline
        self._runner = self._timeline.runner
        self._values = SessionValues(self._runner)
        self._settings: tuple[EffectiveSettings, ...] = ()
        self._settings_of: tuple[int, tuple[Edit, ...]] | None = None

    # Moving forward ----------------------------------------------------------------------------------------------

    def step_line(self, n: int = 1) -> None:
        """Run the next `n` lines, into the next update where this one ends."""
        for _ in range(n):
            if not self.is_newest:
                self._timeline.settle()
            completed, line = self._runner.place
            ends = line + 1 == len(self.program)
            self._timeline.advance(Place(completed + 1) if ends else Place(completed, line + 1))

    def step_update(self, n: int = 1) -> None:
        """Run to the end of the update; `n` of them."""
        if n > 0:
            self._timeline.advance(Place(self._runner.completed + n))

    def step_epoch(self, n: int = 1) -> None:
        """Run to the end of the pass over the training data; `n` of them."""
        for _ in range(n):
            self._timeline.advance(self._timeline.epoch_end())

    def restart(self) -> None:
        """Begin the run again, with the effective settings and the same initial parameters."""
        self.history.editing.restart()

    @property
    def engine(self) -> str:
        """What runs, or has run, the updates where the cursor is."""
        return self._runner.engine_name

    @property
    def prepared(self) -> Prepared:
        """The scenario that is run, with its samples and initial parameters."""
        return self._runner.prepared

    def choose_engine(self, choice: EngineChoice) -> None:
        """Choose what runs new updates, from the next change of settings, restart or `use_chosen_engine` on.

        Raises
        ------
        ModelError
            If there is no such engine.
        """
        self._runner.engine_choice = read_choice(choice)

    @property
    def engine_choice(self) -> EngineChoice:
        """What new updates are to be run by; `engine` is what runs them."""
        return self._runner.engine_choice

    def prepare_engine(self) -> None:
        """Begin to compile the chosen engine in the background, if that is needed."""
        engine_for(self._runner.prepared, self._runner.engine_choice)

    def use_chosen_engine(self) -> None:
        """Go on with the chosen engine, if it is ready and the cursor is at the end of the branch, between updates."""
        self.history.editing.use_chosen_engine()

    def let_interrupt(self, interruption: Interruption | None) -> None:
        """Allow another thread to interrupt the session after any line that is new; None ends that.

        Moving the session may then raise `Interrupted`, after which the cursor is after a line of an update.
        """
        self._runner.interruption = interruption

    # Moving in time ----------------------------------------------------------------------------------------------

    def seek(self, update: int, line: int | None = None) -> None:
        """Go to any moment of the branch; every value is what it was then, to the last bit.

        Parameters
        ----------
        update
            Which update is on the screen; 0 for the start.
        line
            How many of its lines have run. With all of them, other settings that were chosen after it do not apply
            yet; with 0 they do, and nothing of an update is computed. None for the last moment of that update.

        Raises
        ------
        ModelError
            If the branch has no such moment.
        """
        branch, newest = self._timeline.branch, self._timeline.newest_place
        place, applied = Place(update), None
        if line is None:
            # The update that is not complete yet ends where it was left.
            place = newest if newest.line and update == newest.completed + 1 else place
        elif line:
            lines = branch.lines_of(update) if update > 0 else 0
            if not 0 < line <= lines:
                asked = filled(QT_TRANSLATE_NOOP("model", "line {line} of update {update}"), line=line, update=update)
                found = filled(QT_TRANSLATE_NOOP("model", "{lines} lines"), lines=lines)
                accepted = filled(QT_TRANSLATE_NOOP("model", "{low} to {high}"), low=0, high=lines)
                raise ModelError(asked, self.branch, found, accepted)
            if line < lines:
                place = Place(update - 1, line)
            else:
                applied = branch.edits_before_settings(place)
        if not START <= place <= newest:
            raise self._never_been(update)
        self._timeline.go(place, applied)

    def step_back_line(self, n: int = 1) -> None:
        """Go back by `n` lines, into the update before where this one begins; not beyond the start."""
        place = self._runner.place
        for _ in range(n):
            place = self._timeline.branch.line_before(place)
        self._back_to(place)

    def step_back_update(self, n: int = 1) -> None:
        """Go back to the end of the update before; `n` of them."""
        completed, line = self._runner.place
        self._back_to(Place(max(completed + (line > 0) - n, 0)))

    def step_back_epoch(self, n: int = 1) -> None:
        """Go back to the end of the pass over the training data before; `n` of them."""
        place = self._runner.place
        for _ in range(n):
            place = self._timeline.branch.epoch_before(place)
        self._back_to(place)

    def to_newest(self) -> None:
        """Go to where the branch ends."""
        if not self.is_newest:
            self._timeline.go(self._timeline.newest_place)

    def discard_after(self, newest: Place) -> None:
        """Go back to where the branch ended before, and end it there: as though nothing had been run since.

        It is for running ahead to look for something: what is discarded must not have been shown. The branch must have
        had no edits since.
        """
        self._timeline.discard_after(newest)

    @property
    def history_budget(self) -> int:
        """Bytes that stored states may take; with fewer, going back takes longer."""
        return self.history.memory.limit

    @history_budget.setter
    def history_budget(self, budget: int) -> None:
        self.history.memory.limit = budget

    @property
    def history_bytes(self) -> int:
        """Bytes that stored states take."""
        return self.history.memory.used

    # Changing what is being run ----------------------------------------------------------------------------------

    def change(self, scenario: Scenario, text: str = SETTINGS_TEXT, branch: str | None = None) -> bool:
        """Go on with other settings, keeping the network where that is possible.

        The update on the screen, if it is not complete, is rewound: the new settings apply from its first line.

        Parameters
        ----------
        scenario
            The new settings.
        text
            What is changed, for Undo and marks.
        branch
            Name of a new branch for it. Without, one is made only in the past, and where a run is begun that does not
            replace an empty one.

        Returns
        -------
        bool
            Whether the network was kept; if not, the cursor is at the start of the new scenario.

        Raises
        ------
        ScenarioError
            If the settings do not fit together; then nothing has changed.
        ModelError
            If another branch has that name.
        """
        return self.history.editing.change(prepare(scenario), text, branch)

    def set_value(
        self, symbol: str, cell: tuple[int, int], value: float | str, text: str | None = None, branch: str | None = None
    ) -> None:
        """Set a cell of a parameter, here and now; what has been computed stays, the lines that follow read it.

        Parameters
        ----------
        symbol, cell
            Which: ``"W1", (0, 1)``.
        value
            A finite number, or text as people write one: ``"1/3"``, ``"0,5"``, ``"1e-3"``.
        text, branch
            As for `change`.

        Raises
        ------
        ModelError
            If there is no such cell, or the value is not a finite number; then nothing has changed.
        """
        if symbol not in self.program.parameters:
            raise ModelError("to set a value", symbol, "no parameter", ", ".join(self.program.parameters))
        rows, columns = self._runner.engine.state[symbol].shape
        row, column = cell
        if not (0 <= row < rows and 0 <= column < columns):
            raise ModelError("to set a value", symbol, f"cell {cell}", f"(0, 0) to ({rows - 1}, {columns - 1})")
        number = parse_number(value if isinstance(value, str) else exact(value))
        # On the screen indices are those of the drawn matrix, from 1, as in the inspector; scripts count from 0.
        drawn = (column, row) if self.scenario.convention == "rows" else (row, column)
        label = self.scenario.symbol_labels().of(symbol)
        written = f"{label} [{drawn[0] + 1}, {drawn[1] + 1}] = {exact(number)}"
        typed = value.strip() if isinstance(value, str) and "/" in value and len(value) <= _LONGEST_FRACTION else ""
        self.history.editing.set_value(symbol, (row, column), number, text or written, branch, typed)

    # Branches and undo -------------------------------------------------------------------------------------------

    def switch_branch(self, name: str) -> None:
        """Go to where another branch ends."""
        self.history.switch(name)

    def rename_branch(self, name: str, new: str, text: str = RENAME_TEXT) -> None:
        """Rename a branch."""
        self.history.editing.rename(name, new, text)

    def discard_branch(self, name: str, text: str = DISCARD_TEXT) -> None:
        """Remove a branch from the list, with its future; Undo brings it back."""
        self.history.editing.discard(name, text)

    @property
    def undo_text(self) -> str | None:
        """What `undo` would undo; None when there is nothing."""
        return self.history.undoing.undo_text

    @property
    def redo_text(self) -> str | None:
        """What `redo` would redo; None when there is nothing."""
        return self.history.undoing.redo_text

    def undo(self) -> None:
        """Undo the last edit, change of settings, restart, or change of the list of branches; see `History`."""
        self.history.undoing.undo()

    def redo(self) -> None:
        """Redo what was undone last."""
        self.history.undoing.redo()

    # What is being run -------------------------------------------------------------------------------------------

    @property
    def scenario(self) -> Scenario:
        """The effective settings."""
        return self._runner.prepared.scenario

    @property
    def data(self) -> DataSet:
        """The samples."""
        return self._runner.data

    @property
    def program(self) -> Program:
        """The lines of one update."""
        return self._runner.engine.program

    @property
    def is_large(self) -> bool:
        """Whether one update takes so long that the window should not wait for it."""
        return is_large_batch(
            self.program.recipe.network, batch_size(len(self.data.train), self.scenario.effective_batch)
        )

    @property
    def hides_mistakes(self) -> bool:
        """Whether a person is to find out which mistake is made; once it is revealed, it is in the past of it too."""
        here, newest = self.scenario, self.effective_settings[-1].scenario
        return bool(here.mistakes) and here.hides_mistakes and newest.hides_mistakes

    # Where it is and what it holds -------------------------------------------------------------------------------

    @property
    def position(self) -> Position:
        """Where the cursor is, as it is shown."""
        return self._runner.position

    @property
    def place(self) -> Place:
        """Where the cursor is, as places compare."""
        return self._runner.place

    @property
    def newest_place(self) -> Place:
        """Where the branch ends, as places compare."""
        return self._timeline.newest_place

    @property
    def symbols(self) -> tuple[str, ...]:
        """Names of all symbols of the program."""
        return self.program.symbols

    def is_computed(self, symbol: str) -> bool:
        """Return whether a symbol of the program has a value where the cursor is."""
        return self._values.is_computed(symbol)

    def value(self, symbol: str) -> Array:
        """Return a symbol's value.

        Parameters
        ----------
        symbol
            A name such as ``"W1"``, ``"delta2"``, ``"dW2"``, ``"L"``; `symbols` lists them.

        Returns
        -------
        ndarray
            A read-only copy, 2-D, or 0-D for losses; parameters as they are now, everything else as the update on the
            screen computed it.

        Raises
        ------
        NotComputedError
            If no line has written the symbol yet, or the program has no such symbol.
        """
        return self._values.value(symbol)

    @property
    def loss(self) -> float:
        """Mean data loss of the current parameters, over all training samples (without the penalty)."""
        return self.metrics.train

    @property
    def accuracy(self) -> float | None:
        """Share of the training samples that are classified correctly, 0..1; None for regression."""
        return self.metrics.train_accuracy

    @property
    def metrics(self) -> Metrics:
        """Losses and accuracies of the current parameters, over all training and test samples."""
        return self._runner.metrics

    @property
    def last_metrics(self) -> Metrics:
        """Those measured last on the way to where the cursor is; they are measured now where none were."""
        return self._runner.last_metrics

    @property
    def loss_curve(self) -> LossCurve:
        """The losses of the whole branch, also those after the cursor."""
        return self._timeline.branch.curve.freeze()

    def snapshot(self, *, measured: bool = True) -> Snapshot:
        """Return everything that a view may read, immutable.

        Parameters
        ----------
        measured
            Whether its metrics are to be those of the current parameters; otherwise they are `last_metrics`.
        """
        samples = self._runner.engine.samples if self._runner.line else None
        return Snapshot(
            scenario=self.scenario,
            program=right_program(self.program) if self.hides_mistakes else self.program,
            hidden_program=self.program if self.hides_mistakes else None,
            data=self.data,
            targets=self._runner.prepared.targets,
            threshold=self._runner.prepared.threshold,
            position=self.position,
            per_epoch=self._runner.schedule.stretch.per_epoch,
            batch=self._runner.schedule.samples_of(self._runner.completed + 1) if samples is None else samples,
            values=MappingProxyType(self._values.all()),
            engine=self._runner.engine_name,
            before=self._runner.before,
            update_edits=self._runner.edits,
            value_edits=self._timeline.value_edits,
            in_epoch=self._runner.schedule.stretch.begun(self.position.update),
            metrics=self.metrics if measured else self.last_metrics,
            is_measured_rarely=not measured,
            curve=self.loss_curve,
            is_newest=self.is_newest,
            newest=self.newest,
            branch=self.branch,
            branches=self.branches,
            marks=self.marks,
            effective_settings=self.effective_settings,
            history_bytes=self.history.memory.used_about,
            history_budget=self.history.memory.limit,
            scalars=MappingProxyType({name: float(value) for name, value in self._runner.engine.scalars.items()}),
        )

    # Whether it is finite ----------------------------------------------------------------------------------------

    @property
    def is_finite(self) -> bool:
        """Whether every number that is computed where the cursor is is finite."""
        return self._runner.is_finite()

    def watch_losses(self) -> None:
        """Make `stays_finite` report on the updates that run from here on."""
        self._runner.losses = 0.0

    def stays_finite(self) -> bool:
        """Return whether the state, and the losses of all updates run since `watch_losses`, are finite.

        It costs little, and looks at nothing else. It is false too of losses so large that their sum overflows.
        """
        return self._runner.stays_finite()

    # On which branch, and when -----------------------------------------------------------------------------------

    @property
    def branch(self) -> str:
        """Name of the branch that the cursor is on."""
        return self._timeline.branch.name

    @property
    def branches(self) -> tuple[BranchInfo, ...]:
        """All branches."""
        return self.history.branches

    @property
    def is_newest(self) -> bool:
        """Whether the cursor is where its branch ends, so that a step makes something new."""
        return self._timeline.is_newest

    @property
    def newest(self) -> Position:
        """Where the branch ends."""
        return self._timeline.newest

    @property
    def past(self) -> BranchPast:
        """The whole updates of the branch, for a `Replay` that leaves the cursor where it is."""
        return BranchPast(self._timeline.branch, self._timeline.newest_place.completed)

    @property
    def epoch_end(self) -> int:
        """How many whole updates will have run at the end of the pass over the training data."""
        return self._timeline.epoch_end().completed

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The edits of the branch, in order: where each was made, and what it was."""
        return tuple(mark_of(edit) for edit in self._timeline.branch.made_by_person)

    @property
    def effective_settings(self) -> tuple[EffectiveSettings, ...]:
        """The settings along the branch, from its start on; the same object until something is edited."""
        branch = self._timeline.branch
        of = branch.lineage, tuple(branch.edits)
        if of != self._settings_of:
            self._settings, self._settings_of = settings_of(branch), of
        return self._settings

    @property
    def contents(self) -> SessionContents:
        """What the session holds, to be compared with what it held when it was saved."""
        return self.history.contents

    # Inside ------------------------------------------------------------------------------------------------------

    def _never_been(self, update: int) -> ModelError:
        newest = self._timeline.newest_place
        if newest.line:
            text = QT_TRANSLATE_NOOP("model", "{updates} updates and {lines} lines of the last")
        else:
            text = QT_TRANSLATE_NOOP("model", "{updates} updates")
        return ModelError(
            asked=filled(QT_TRANSLATE_NOOP("model", "update {update}"), update=update),
            where=self.branch,
            found=filled(text, updates=self.newest.update, lines=newest.line),
            accepted=QT_TRANSLATE_NOOP("model", "a moment that has been run; step forward for later ones"),
        )

    def _back_to(self, place: Place) -> None:
        if place != self._runner.place:
            self._timeline.go(place)
