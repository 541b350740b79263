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


def rows_of(snapshot: Snapshot, compared: Collection[str]) -> list[BranchRow]:
    """Return a row for each branch, those made from one directly after it."""
    infos = snapshot.branches
    places = {info.name: place for place, info in enumerate(infos)}
    return [
        BranchRow(
            info.name,
            branch_name(info.name),
            places[info.name],
            depth,
            info.name == snapshot.branch,
            info.name in compared,
            " · ".join((_origin(info), _updates(info.newest.update), *_edits(info.edits))),
            _loss(info, snapshot),
        )
        for info, depth in _as_tree(infos)
    ]


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
