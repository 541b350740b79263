"""The tree of words as a Qt model, which screen readers read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PyQt6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from nnviz.views.outline.loss import loss_rows, loss_section
from nnviz.views.outline.node import OutlineMoment, OutlineRow, Target
from nnviz.views.outline.sections import (
    explanation_rows,
    explanation_section,
    matrices_section,
    network_section,
    program_section,
    samples_section,
)

_SECTIONS: Final = (
    explanation_section,
    program_section,
    matrices_section,
    network_section,
    samples_section,
    loss_section,
)


class OutlineModel(QAbstractItemModel):
    """Rows of words; they stay where they are from moment to moment, and change what they say."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moment: OutlineMoment | None = None
        self._top: list[OutlineRow] = []
        self._form: object = None
        # Indexes hold numbers, not nodes: what a screen reader still holds of a row that is gone must not be a crash.
        self._nodes: dict[int, OutlineRow] = {}

    def show(self, moment: OutlineMoment) -> None:
        """Say what holds at a moment; the tree begins again only with another program, network or number of samples."""
        snapshot = moment.snapshot
        form = (snapshot.program, snapshot.network, snapshot.data.X.shape, moment.convention)
        if form != self._form:
            self.beginResetModel()
            self._form, self._moment = form, moment
            self._nodes.clear()
            self._top = [section(moment) for section in _SECTIONS]
            for row, node in enumerate(self._top):
                node.row = row
            self.endResetModel()
            return
        self._moment = moment
        self._follow(self._top[_SECTIONS.index(explanation_section)], explanation_rows(moment))
        self._follow(self._top[_SECTIONS.index(loss_section)], loss_rows(moment))
        for parent in (None, *_open(self._top)):
            shown = self._top if parent is None else parent.shown
            if shown:
                self.dataChanged.emit(self._index_of(shown[0]), self._index_of(shown[-1]))

    def target(self, index: QModelIndex) -> Target | None:
        """Return what is selected when a row is chosen."""
        node = self._node(index)
        return None if node is None else node.target

    def _follow(self, node: OutlineRow, rows: list[OutlineRow]) -> None:
        """Have as many rows below a node as a moment has."""
        if len(rows) == len(node.shown):
            return
        index = self._index_of(node)
        if node.shown:
            self.beginRemoveRows(index, 0, len(node.shown) - 1)
            node.replace([])
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(index, 0, len(rows) - 1)
            node.replace(rows)
            self.endInsertRows()

    # What Qt asks ------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: QModelIndex | None = None) -> QModelIndex:
        """Return the index of a row."""
        below = self._below(parent)
        return self._index_of(below[row]) if 0 <= row < len(below) and column == 0 else QModelIndex()

    def parent(self, index: QModelIndex | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the index above a row."""
        node = None if index is None else self._node(index)
        return QModelIndex() if node is None or node.parent is None else self._index_of(node.parent)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return how many rows lie below one."""
        return len(self._below(parent))

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Return 1."""
        return 1

    def hasChildren(self, parent: QModelIndex | None = None) -> bool:
        """Return whether anything may lie below a row; what does is made when it is looked at."""
        if parent is None or not parent.isValid():
            return True
        node = self._node(parent)
        return node is not None and node.grow is not None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or self._moment is None:
            return None
        node = self._node(index)
        return None if node is None else node.write(self._moment)

    def _below(self, parent: QModelIndex | None) -> list[OutlineRow]:
        if parent is None or not parent.isValid():
            return self._top
        node = self._node(parent)
        return [] if node is None or self._moment is None else node.below(self._moment)

    def _node(self, index: QModelIndex) -> OutlineRow | None:
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def _index_of(self, node: OutlineRow) -> QModelIndex:
        self._nodes[id(node)] = node
        return self.createIndex(node.row, 0, id(node))


def _open(nodes: list[OutlineRow]) -> Iterator[OutlineRow]:
    """Yield every node with rows below it that have been looked at."""
    for node in nodes:
        if node.shown:
            yield node
            yield from _open(node.shown)
