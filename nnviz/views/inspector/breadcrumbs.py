"""The path by which a number was reached, as a row of links over the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QEvent, QSize, pyqtSignal
from PyQt6.QtGui import QFontMetrics, QResizeEvent
from PyQt6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from nnviz.model.session.selection import Cell, Selection, valid_for
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact
from nnviz.views.inspector.page import Notation
from nnviz.views.inspector.spans import value_of
from nnviz.views.theme import Theme, label_font, metrics
from nnviz.views.widgets.link import Link

_SEPARATOR: Final = "›"


@dataclass(frozen=True)
class Crumb:
    """One number of the path: how it is written, and its tip."""

    text: str
    tip: str


def crumbs(snapshot: Snapshot, cells: tuple[Cell, ...], notation: Notation) -> tuple[Crumb, ...]:
    """Return the path as it is written: cells with subscripts, and what they hold in their tips."""
    return tuple(_crumb(snapshot, cell, notation) for cell in cells)


def _crumb(snapshot: Snapshot, cell: Cell, notation: Notation) -> Crumb:
    from nnviz.model.explain.cell import cell_text

    text = cell_text(cell, snapshot.shapes[cell.symbol], notation.labels, notation.convention)
    value = value_of(snapshot, cell)
    return Crumb(text, text if value is None else f"{text} = {exact(value)}")


class CellPath:
    """The cells from the first number to the one that is explained; a number chosen elsewhere begins a new one."""

    def __init__(self) -> None:
        self._cells: list[Cell] = []
        self._asked: tuple[Cell, ...] | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The path; the last is the one that is explained."""
        return tuple(self._cells)

    def follow(self, cell: Cell) -> None:
        """Ask for a number that the present one leads to; the one before the present leads back."""
        if len(self._cells) > 1 and cell == self._cells[-2]:
            self.go_to(len(self._cells) - 2)
        else:
            self._asked = (*self._cells, cell)

    def go_to(self, place: int) -> None:
        """Ask for a number of the path, forgetting those after it."""
        self._asked = tuple(self._cells[: place + 1])

    def arrive(self, snapshot: Snapshot, cell: Cell) -> None:
        """Show a number: the one that was asked for, the same as before, or one that was chosen elsewhere."""
        asked = self._asked
        if asked is not None and asked[-1] == cell:
            self._cells, self._asked = list(asked), None
        elif not self._cells or cell != self._cells[-1]:
            self._cells, self._asked = [cell], None
        # Without cells that no longer exist: of another network, or of a sample that left the batch.
        *earlier, last = self._cells
        self._cells = [each for each in earlier if valid_for(snapshot, Selection(cell=each)).cell == each] + [last]


class Breadcrumbs(QWidget):
    """Shows the path, the last number being the one that is explained; it is elided from the left.

    Signals
    -------
    crumb_requested(int)
        A number of the path was clicked: its place, from 0.
    back_requested()
        The number before the last was asked for.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    crumb_requested = pyqtSignal(int)
    back_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._crumbs: tuple[Crumb, ...] = ()
        self._links: list[Link] = []
        self._signs: list[QLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(metrics.PADDING), 0, theme.px(metrics.PADDING), theme.px(metrics.SMALL_GAP))
        row.setSpacing(theme.px(metrics.SMALL_GAP))
        self._back = Link("‹", theme, self)
        self._back.setAccessibleName(self.tr("Back"))
        self._back.setToolTip(self.tr("Back (Alt+Left)"))
        self._back.clicked.connect(self.back_requested)
        self._elided = QLabel("…", self)
        self._current = QLabel(self)
        for label in (self._elided, self._current):
            label.setFont(label_font(theme))
        self._elided.setProperty("role", "secondary")
        row.addWidget(self._back)
        row.addWidget(self._elided)
        row.addWidget(self._current)
        row.addStretch(1)
        self._row = row
        self.hide()

    def show_crumbs(self, crumbs: tuple[Crumb, ...]) -> None:
        """Show the path; a single number is not one, and hides the row."""
        if crumbs == self._crumbs:
            return
        self._crumbs = crumbs
        while len(self._links) < len(crumbs) - 1:
            self._add_link()
        for crumb, link in zip(crumbs, self._links, strict=False):
            link.setText(crumb.text)
            link.setAccessibleName(crumb.text)
            link.setToolTip(crumb.tip)
            link.updateGeometry()
        self._current.setText(crumbs[-1].text if crumbs else "")
        self._current.setToolTip(crumbs[-1].tip if crumbs else "")
        self._elided.setToolTip(f" {_SEPARATOR} ".join(crumb.text for crumb in crumbs))
        self._fit()
        self.setVisible(len(crumbs) > 1)

    def texts(self) -> tuple[str, ...]:
        """Return what of the path is on the screen, an ellipsis for what is elided."""
        shown = [link.text() for link in self._links if not link.isHidden()]
        return (*(["…"] if not self._elided.isHidden() else []), *shown, self._current.text())

    def link(self, place: int) -> QAbstractButton:
        """Return the link of a number of the path."""
        return self._links[place]

    @property
    def back(self) -> QAbstractButton:
        """The link to the number before the last."""
        return self._back

    def minimumSizeHint(self) -> QSize:
        """Return a size that any panel has: what does not fit is elided."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Elide for the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent | None) -> None:
        """Elide in another font."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _add_link(self) -> None:
        link, sign = Link("", self._theme, self), QLabel(_SEPARATOR, self)
        sign.setProperty("role", "secondary")
        sign.setFont(label_font(self._theme))
        link.clicked.connect(self._follow)
        # Left of the current number, which is followed by the stretch.
        self._row.insertWidget(self._row.count() - 2, link)
        self._row.insertWidget(self._row.count() - 2, sign)
        self._links.append(link)
        self._signs.append(sign)

    def _follow(self) -> None:
        link = self.sender()
        if isinstance(link, Link):
            self.crumb_requested.emit(self._links.index(link))

    def _fit(self) -> None:
        """Hide the links of the path's beginning that do not fit."""
        metric, gap = QFontMetrics(label_font(self._theme)), self._row.spacing()
        sign = metric.horizontalAdvance(_SEPARATOR) + gap
        fixed = (self._back, self._current)
        room = self.contentsRect().width() - 2 * self._theme.px(metrics.PADDING)
        room -= sum(each.sizeHint().width() + gap for each in fixed) + metric.horizontalAdvance("…") + gap
        count, first = max(0, len(self._crumbs) - 1), 0
        widths = [link.sizeHint().width() + gap + sign for link in self._links[:count]]
        while first < count and sum(widths[first:]) > room:
            first += 1
        for place, (link, mark) in enumerate(zip(self._links, self._signs, strict=True)):
            is_shown = first <= place < count
            link.setVisible(is_shown)
            mark.setVisible(is_shown)
        self._elided.setVisible(first > 0)
