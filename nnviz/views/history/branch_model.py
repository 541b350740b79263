"""The branches as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from nnviz.views.history.rows import BranchRow


class BranchModel(QAbstractListModel):
    """Rows of branches; only rows that changed are announced."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[BranchRow] = []

    @property
    def rows(self) -> Sequence[BranchRow]:
        """All rows."""
        return self._rows

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return how many branches there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the texts of a row."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{row.details} · {row.loss}"
        return None

    def show_rows(self, rows: Sequence[BranchRow]) -> bool:
        """Show rows, and return whether rows were added, removed or moved; mere renaming does not count."""
        if [row.place for row in rows] != [row.place for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return True
        for at, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old is not new and old != new:
                self._rows[at] = new
                self.dataChanged.emit(self.index(at), self.index(at))
        return False

    def index_of(self, name: str) -> QModelIndex:
        """Return the index of a branch; an invalid one where there is no such branch."""
        return next((self.index(at) for at, row in enumerate(self._rows) if row.name == name), QModelIndex())
