"""What is selected in a recorded run."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.model.session.selection import Selection, after_move, valid_for
from nnviz.model.session.snapshot import Snapshot


class RecordedSelection(QObject):
    """Holds the snapshot that is shown of a recorded run, and what is selected in it.

    Signals
    -------
    selection_changed(Selection)
        Something else is selected.
    """

    selection_changed = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._selection = Selection()

    @property
    def snapshot(self) -> Snapshot | None:
        """What is shown; None where there is no network."""
        return self._snapshot

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self._selection == Selection()

    def follow(self, snapshot: Snapshot | None) -> None:
        """Replace the snapshot, and deselect what it does not have."""
        before, self._snapshot = self._snapshot, snapshot
        kept = self._selection if before is snapshot else after_move(self._selection)
        self.select(Selection() if snapshot is None else valid_for(snapshot, kept))

    def select(self, selection: Selection) -> None:
        """Select something else; with an empty selection, views follow the cursor."""
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)
