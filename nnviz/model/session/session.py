"""A session: a scenario being run, line by line."""

from __future__ import annotations

from nnviz.model.background.interruption import Interruption
from nnviz.model.engine.engines import EngineChoice, engine_for
from nnviz.model.errors import ModelError
from nnviz.model.history.branch_position import START, Place
from nnviz.model.history.history import History
from nnviz.model.history.runner import Runner
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import prepare
from nnviz.model.session.readable import Standing
from nnviz.model.text.numbers import exact, parse_number
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

SETTINGS_TEXT = QT_TRANSLATE_NOOP("model", "Settings")
RENAME_TEXT = QT_TRANSLATE_NOOP("model", "Rename branch")
DISCARD_TEXT = QT_TRANSLATE_NOOP("model", "Discard branch")


class Session(Standing):
    """Runs a scenario: by line, by update, by epoch.

    Parameters
    ----------
    scenario
        What to run.
    engine
        What runs new updates. With ``"fastest"`` that depends on how long compiling takes, and so do the last bits.

    Raises
    ------
    ScenarioError
        If the scenario's parts do not fit together; it names every field concerned.

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
        super().__init__(History(Runner(prepare(scenario), engine)))

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
        """Begin the run anew, with the settings in force and the same initial parameters."""
        self._history.restart()

    @property
    def engine(self) -> str:
        """What runs, or has run, the updates where the cursor stands."""
        return self._runner.engine_name

    def choose_engine(self, choice: EngineChoice) -> None:
        """Choose what runs new updates, from the next change of settings, restart or `use_chosen_engine` on."""
        self._runner.engine_choice = choice

    def prepare_engine(self) -> None:
        """Begin to compile the engine chosen, beside what else runs, if that is needed."""
        engine_for(self._runner.prepared, self._runner.engine_choice)

    def use_chosen_engine(self) -> None:
        """Go on with the engine chosen, if it is ready and the cursor stands where the branch ends, between updates."""
        self._history.use_chosen_engine()

    def let_interrupt(self, interruption: Interruption | None) -> None:
        """Let somebody interrupt the session after any line that is new; None ends that.

        Whoever moves the session then may get an `Interrupted`, after which it stands after a line of an update.
        """
        self._runner.interruption = interruption

    # Moving in time ----------------------------------------------------------------------------------------------

    def seek(self, update: int, line: int | None = None) -> None:
        """Stand at any moment of the branch; every value is what it was then, to the last bit.

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

    def take_back(self, newest: Place) -> None:
        """Stand where the branch ended before, and where it ends again: as though nothing had been run since.

        It is for who runs ahead to look for something: nobody must have been shown what is taken back. The branch
        must have had no edits since.
        """
        self._timeline.cut_after(newest)

    @property
    def history_budget(self) -> int:
        """Bytes that stored states may take; with fewer, going back takes longer."""
        return self._history.budget

    @history_budget.setter
    def history_budget(self, budget: int) -> None:
        self._history.budget = budget

    @property
    def history_bytes(self) -> int:
        """Bytes that stored states take."""
        return self._history.nbytes

    # Changing what is being run ----------------------------------------------------------------------------------

    def change(self, scenario: Scenario, text: str = SETTINGS_TEXT, branch: str | None = None) -> bool:
        """Go on with other settings, keeping the network where that is possible.

        The update on the screen, if it is not complete, is taken back: the new settings apply from its first line.

        Parameters
        ----------
        scenario
            The new settings.
        text
            What is changed, for Undo and marks.
        branch
            Name of a new branch to do it on. Without, one is made only in the past, and where a run is begun that
            does not replace an empty one.

        Returns
        -------
        bool
            Whether the network was kept; if not, the session stands at the start of the new scenario.

        Raises
        ------
        ScenarioError
            If the settings do not fit together; then nothing has changed.
        ModelError
            If another branch has that name.
        """
        return self._history.change(prepare(scenario), text, branch)

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
        written = f"{symbol}[{row}, {column}] = {exact(number)}"
        self._history.set_value(symbol, (row, column), number, text or written, branch)

    # Branches and undo -------------------------------------------------------------------------------------------

    def switch_branch(self, name: str) -> None:
        """Go to where another branch ends."""
        self._history.switch(name)

    def rename_branch(self, name: str, new: str, text: str = RENAME_TEXT) -> None:
        """Give a branch another name."""
        self._history.rename(name, new, text)

    def discard_branch(self, name: str, text: str = DISCARD_TEXT) -> None:
        """Take a branch out of the list, with its future; Undo brings it back."""
        self._history.discard(name, text)

    @property
    def undo_text(self) -> str | None:
        """What `undo` would take back; None when there is nothing."""
        return self._history.undo_text

    @property
    def redo_text(self) -> str | None:
        """What `redo` would do again; None when there is nothing."""
        return self._history.redo_text

    def undo(self) -> None:
        """Take back the last edit, change of settings, restart, or change of the list of branches; see `History`."""
        self._history.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self._history.redo()

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
            accepted=QT_TRANSLATE_NOOP("model", "a moment that has been; step on for more"),
        )

    def _back_to(self, place: Place) -> None:
        if place != self._runner.place:
            self._timeline.go(place)
