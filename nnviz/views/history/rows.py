"""The rows of the branches: order, and texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication

from nnviz.model.history.branch import BranchInfo
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count, format_number
from nnviz.views.translation import branch_name

NOT_EVALUATED = "—"


@dataclass(frozen=True)
class BranchRow:
    """A row of the list.

    Attributes
    ----------
    name, title
        The branch's name, and how it is written.
    place
        Its place among all branches in the order in which they were made, which determines its line on the loss plot.
    depth
        How many branches it descends from.
    is_current
        Whether the cursor is on it.
    is_compared
        Whether it is drawn on the loss plot.
    details
        Where it began, and how many updates and edits it has.
    loss
        Its last training loss.
    """

    name: str
    title: str
    place: int
    depth: int
    is_current: bool
    is_compared: bool
    details: str
    loss: str


class BranchRows:
    """Makes the rows of one snapshot after another, and keeps those of branches that are as they were.

    Of thousands of branches a step changes one; to write them all took a tenth of a second.
    """

    def __init__(self) -> None:
        self._made: dict[BranchInfo, BranchRow] = {}
        self._infos: tuple[BranchInfo, ...] = ()
        self._tree: list[tuple[int, int]] = []

    def of(self, snapshot: Snapshot, compared: Collection[str]) -> list[BranchRow]:
        """Return a row for each branch, those made from one directly after it."""
        infos, compared = snapshot.branches, frozenset(compared)
        if not _have_same_parents(infos, self._infos):
            places = {info.name: place for place, info in enumerate(infos)}
            self._tree = [(places[info.name], depth) for info, depth in _as_tree(infos)]
        self._infos = infos
        self._made = {
            infos[place]: self._row(infos[place], place, depth, snapshot, is_compared=infos[place].name in compared)
            for place, depth in self._tree
        }
        return list(self._made.values())

    def _row(self, info: BranchInfo, place: int, depth: int, snapshot: Snapshot, *, is_compared: bool) -> BranchRow:
        is_current = info.name == snapshot.branch
        before = self._made.get(info)
        if before is not None and not is_current:
            same = before.place == place and before.depth == depth
            if same and not before.is_current and before.is_compared == is_compared:
                return before
        details = " · ".join((_origin(info), _updates(info.newest.update), *_edits(info.edits)))
        loss = _loss(info, snapshot)
        return BranchRow(info.name, branch_name(info.name), place, depth, is_current, is_compared, details, loss)


def _have_same_parents(infos: tuple[BranchInfo, ...], others: tuple[BranchInfo, ...]) -> bool:
    return len(infos) == len(others) and all(
        one is other or (one.name, one.parent) == (other.name, other.parent)
        for one, other in zip(infos, others, strict=True)
    )


def _as_tree(infos: Collection[BranchInfo]) -> Iterator[tuple[BranchInfo, int]]:
    names = {info.name for info in infos}
    children: dict[str | None, list[BranchInfo]] = {}
    for info in infos:
        parent = info.parent if info.parent in names and info.parent != info.name else None
        children.setdefault(parent, []).append(info)
    listed: set[str] = set()
    waiting = [(info, 0) for info in reversed(children.get(None, []))]
    while waiting:
        info, depth = waiting.pop()
        listed.add(info.name)
        yield info, depth
        waiting.extend((child, depth + 1) for child in reversed(children.get(info.name, [])))
    # Names that were reused may form a circle.
    yield from ((info, 0) for info in infos if info.name not in listed)


def _origin(info: BranchInfo) -> str:
    if info.parent is None or info.begins is None:
        return QCoreApplication.translate("History", "from the start")
    text = QCoreApplication.translate("History", "from %1 at update %2")
    return text.replace("%2", format_count(info.begins.update)).replace("%1", branch_name(info.parent))


def _updates(updates: int) -> str:
    if updates == 1:
        return QCoreApplication.translate("History", "1 update")
    return QCoreApplication.translate("History", "%1 updates").replace("%1", format_count(updates))


def _edits(edits: int) -> list[str]:
    if not edits:
        return []
    if edits == 1:
        return [QCoreApplication.translate("History", "1 edit")]
    return [QCoreApplication.translate("History", "%1 edits").replace("%1", format_count(edits))]


def _loss(info: BranchInfo, snapshot: Snapshot) -> str:
    if info.name == snapshot.branch and snapshot.is_newest:
        return format_number(snapshot.metrics.train)
    return format_number(float(info.curve.train[-1])) if len(info.curve.train) else NOT_EVALUATED
