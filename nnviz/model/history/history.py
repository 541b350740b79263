"""The past of a session: its branches, and what can be undone.

The rules
---------
- Changing anything where a branch ends belongs to that branch. Changing anything in its past makes a new branch there;
  the old one stays, with its future, until it is discarded.
- Other settings apply from the first line of an update: the one on the screen, if it is not complete, is taken back.
  Where a cell had been edited inside it, that makes a new branch, and the old one stays.
- A parameter's cell can be edited anywhere. The lines that follow read the new value; what has been computed stays.
- Settings that do not keep the network, and a restart, begin a run at its start. The old run stays in the list; but one
  that has no updates is replaced, and so is by a restart one that has no edits, since running it gives the same again.
- Undo goes back to where one stood before, to the last bit, as though the thing had not been done. Where updates have
  been made since, nothing that was learned is lost by it: where settings had kept the network, the old ones are applied
  again, to the newest state; otherwise the branch with those updates stays in the list, and one stands on another.
- Redo gives what was there before Undo, to the last bit; where something was run since, the thing is done again to
  the newest state. Running and seeking are not undone, and do not hinder redoing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nnviz.model.history.editing import Mode
from nnviz.model.history.edits import ValueEdit
from nnviz.model.history.saved_history import Resumable
from nnviz.model.history.undo import Cursor, Discarded, Done, NewSettings, Renamed, Stamp, Undone


class History(Resumable):
    """Branches of one runner, and what was done to them, to take it back and do it again.

    Parameters
    ----------
    runner
        Stands at the start of a scenario.
    """

    def set_value(self, symbol: str, cell: tuple[int, int], value: float, text: str, name: str | None = None) -> None:
        """Set a cell of a parameter; setting it again at once takes the place of having set it."""
        self._check_name(name)
        self._take_back_same(symbol, cell)
        if self.timeline.runner.engine.state[symbol][cell] == value:
            return  # a drag that was given up leaves nothing behind
        super().set_value(symbol, cell, value, text, name)

    @property
    def undo_text(self) -> str | None:
        """What undo would take back."""
        return self._undo.done[-1].text if self._undo.done else None

    @property
    def redo_text(self) -> str | None:
        """What redo would do again."""
        return self._undo.undone[-1].done.text if self._undo.undone else None

    def undo(self) -> None:
        """Take back the last thing done, if there is one."""
        if not self._undo.done:
            return
        done = self._undo.done.pop()
        self.timeline.note()
        listed, cursor = self._branches.listed(), self._cursor()
        with self._recording("not"):
            self._take_back(done)
        self._undo.undone.append(Undone(done, listed, cursor, self._stamp()))

    def redo(self) -> None:
        """Do again what was undone last, if there is anything."""
        if not self._undo.undone:
            return
        undone = self._undo.undone.pop()
        done = undone.done
        self.timeline.note()
        if self._stamp() == undone.stamp:
            self._branches.set(undone.listed)
        elif done.gone is None and done.made is not None:
            self._branches.exchange(None, done.made)
        else:
            with self._recording("again"):
                self._do_again(done)
            return
        self._stand_at(undone.cursor)
        self._undo.push(done, again=True)

    def _take_back(self, done: Done) -> None:
        deed, gone, made = done.deed, done.gone, done.made
        heir = self._branches.heir_of(done.cursor.branch)
        if isinstance(deed, Renamed):
            self._branches.rename(deed.branch, deed.old)
        elif made is None or self._is_untouched(done):
            self._branches.exchange(made, gone, done.index)
            self._stand_at(done.cursor)
        elif isinstance(deed, NewSettings) and deed.kept and gone is not None and heir is not None:
            self.timeline.switch(heir)
            self.change(deed.before, done.text)
        else:
            if gone is not None:
                stays = self._branches.heir_of(made)
                if stays is not None and stays.lineage == gone.lineage:
                    stays.lineage = self._new_lineage()
                self._branches.exchange(None, gone)
            self._stand_at(done.cursor)

    def _do_again(self, done: Done) -> None:
        heir = self._branches.heir_of(done.cursor.branch)
        match done.deed:
            case Renamed(branch, _, new):
                self.rename(branch.name, new, done.text)
            case Discarded(branch):
                self.discard(branch.name, done.text)
            case deed:
                self.timeline.switch(heir or self.timeline.branch)
                if isinstance(deed, NewSettings):
                    self.change(deed.prepared, done.text)
                elif isinstance(deed, ValueEdit):
                    self.set_value(deed.symbol, deed.cell, deed.value, done.text)
                else:
                    self.restart()

    def _stand_at(self, cursor: Cursor) -> None:
        branch = self._branches.heir_of(cursor.branch)
        assert branch is not None  # what a cursor is on is put back into the list before
        self.timeline.switch(branch, cursor.place, cursor.applied)

    def _take_back_same(self, symbol: str, cell: tuple[int, int]) -> None:
        """Take the last thing done back if it set this cell, here: dragging a value makes one edit, not a hundred."""
        timeline, last = self.timeline, self._undo.done[-1] if self._undo.done else None
        if last is None or not isinstance(last.deed, ValueEdit) or self._mode != "new" or not timeline.is_newest:
            return
        timeline.note()
        if (last.deed.symbol, last.deed.cell) == (symbol, cell) and self._stamp() == last.stamp:
            self._take_back(self._undo.done.pop())

    def _is_untouched(self, done: Done) -> bool:
        """Return whether nothing was run on a branch since the thing done made it."""
        made = done.made
        return made is not None and made in self._branches and Stamp(made, made.place, len(made.edits)) == done.stamp

    @contextmanager
    def _recording(self, mode: Mode) -> Iterator[None]:
        """Have what is done inside recorded as done again, or not at all."""
        self._mode = mode
        try:
            yield
        finally:
            self._mode = "new"
