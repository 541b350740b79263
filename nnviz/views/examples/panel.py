"""The panel of published examples."""

from __future__ import annotations

from PyQt6.QtCore import QLocale, QRect, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nnviz.model.examples import (
    Example,
    Figure,
    Findings,
    cell_of,
    find_example,
    in_language,
    place_of,
    shipped_examples,
)
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.examples.about import ExampleAbout
from nnviz.views.examples.body import ExamplesBody
from nnviz.views.examples.example_list import ExampleList, ExampleRow
from nnviz.views.examples.figure_list import FigureList
from nnviz.views.examples.findings import ExampleFindings
from nnviz.views.examples.rows import figure_rows
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics

_FEWEST_ROWS = 5
"""Least number of lines of an example that are visible."""


class _Scroll(QScrollArea):
    """Scrolls vertically only: it is never narrower than its contents."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        inner, px = self.widget(), self._theme.px
        width = 0 if inner is None else inner.minimumSizeHint().width()
        return QSize(width + px(metrics.SCROLL), _FEWEST_ROWS * px(metrics.ROW))


class ExamplesPanel(Panel):
    """Lists published examples, and an example's figures beside the numbers computed here.

    Figures are computed while the panel is visible and no run is going on, a slice at a time, and each only once.

    Signals
    -------
    scenario_requested(Scenario)
        Open an example instead of the current session, right or with its author's mistake.
    seek_requested(object, object)
        The update (an int, from 0) to go to, which the run may not have reached yet, and how many of its lines (an int;
        None for its end).
    cell_requested(Cell)
        The cell of a figure.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    scenario_requested = pyqtSignal(object)
    seek_requested = pyqtSignal(object, object)
    cell_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("examples", "", theme, parent)
        self.set_title(self.tr("Published examples"))
        self._snapshot: Snapshot | None = None
        self._is_visible = self._running = False
        self._requested: tuple[Figure, bool] | None = None
        self._findings = ExampleFindings(self)
        self._findings.found.connect(self._show_found)
        self.examples, self.about, self.figures = ExampleList(theme), ExampleAbout(theme), FigureList(theme)
        self._scroll = _Scroll(theme)
        self._set_up()
        self.examples.chosen_changed.connect(self._show_chosen)
        self.about.mistake_switched.connect(self._switch_mistake)
        self.about.open_requested.connect(self._open)
        self.figures.row_entered.connect(self._enter)
        self.figures.row_reached.connect(self._scroll_to)
        self.visibilityChanged.connect(self._see)

    def _set_up(self) -> None:
        inner = QWidget()
        within = QVBoxLayout(inner)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(0)
        for widget in (self.about, self.figures.head, self.figures):
            within.addWidget(widget)
        within.addStretch(1)
        self._scroll.setWidget(inner)
        body = ExamplesBody(self.theme, self.examples, self._scroll)
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setFocusProxy(self.examples)
        self.set_body(body)

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Store what is open, and go to the figure for which it was opened."""
        self._snapshot = snapshot
        if self._requested is not None:
            # Not while the snapshot is being handed out: other views do not have it yet.
            QTimer.singleShot(0, self._go_to_requested)

    def show_running(self, running: bool) -> None:
        """Pause computing during a run."""
        self._running = running
        self._findings.hold(running or not self._is_visible)

    def _see(self, visible: bool) -> None:
        self._is_visible = visible
        if visible and not self.examples.rows:
            self._list()
            self._findings.request((name, False) for name in shipped_examples())
            self.examples.choose(self._open_example() or shipped_examples()[0])
        self._findings.hold(self._running or not visible)

    def _open_example(self) -> str | None:
        name = None if self._snapshot is None else self._snapshot.scenario.name
        return name if name in shipped_examples() else None

    def _list(self) -> None:
        language = QLocale().name()
        examples = [find_example(name) for name in shipped_examples()]
        self.examples.show_rows(
            tuple(
                ExampleRow(
                    example.name,
                    example.scenario().title_in(language),
                    in_language(example.author, language),
                    self._findings.of(example),
                )
                for example in examples
            )
        )

    @property
    def _example(self) -> Example | None:
        return None if self.examples.chosen is None else find_example(self.examples.chosen)

    @property
    def _mistaken(self) -> bool:
        return self.about.mistake.isChecked()

    def _show_chosen(self, name: str) -> None:
        self.about.show_example(find_example(name))
        self._scroll_to(QRect())
        self._findings.request([(name, False)])
        self._show_figures()

    def _show_found(self, name: str) -> None:
        self._list()
        if name == self.examples.chosen:
            self._show_figures()

    def _show_figures(self) -> None:
        example = self._example
        if example is None:
            return
        found: Findings | None = self._findings.of(example, mistaken=self._mistaken)
        self.about.show_mixed(self._mistaken and found is not None and not all(one.mistaken for one in found))
        self.figures.show_rows(figure_rows(example, found, mistaken=self._mistaken))

    def _scroll_to(self, rect: QRect) -> None:
        place = rect.translated(0, self.figures.y()) if rect.isValid() else rect
        self._scroll.ensureVisible(0, place.center().y(), 0, place.height())

    # What the person asks for ------------------------------------------------------------------------------------

    def _switch_mistake(self, mistaken: bool) -> None:
        example = self._example
        if example is None:
            return
        if mistaken:
            self._findings.request([(example.name, False), (example.name, True)])
        self._show_figures()
        if self._is_open(example, not mistaken):
            self.scenario_requested.emit(example.scenario(mistaken=mistaken))

    def _open(self) -> None:
        example = self._example
        if example is not None:
            self._requested = None
            self.scenario_requested.emit(example.scenario(mistaken=self._mistaken))

    def _enter(self, row: int) -> None:
        example, shown = self._example, self.figures.rows[row]
        if example is None:
            return
        mistaken = shown.finding.mistaken if shown.finding is not None else self._mistaken
        self._requested = shown.figure, mistaken
        if self._is_open(example, mistaken):
            self._go_to_requested()
        else:
            self.scenario_requested.emit(example.scenario(mistaken=mistaken))

    def _is_open(self, example: Example, mistaken: bool) -> bool:
        """Return whether an example is open, as it was published."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.marks:
            return False
        return snapshot.scenario == example.scenario(mistaken=mistaken)

    def _go_to_requested(self) -> None:
        """Go to the requested figure if its example is open; drop the request if another scenario is."""
        if self._requested is None or self._snapshot is None:
            return
        (figure, mistaken), self._requested = self._requested, None
        example = self._example
        if example is None or not self._is_open(example, mistaken):
            return
        self.seek_requested.emit(*place_of(figure, self._snapshot.program))
        cell = cell_of(figure)
        if cell is not None:
            self.cell_requested.emit(cell)
