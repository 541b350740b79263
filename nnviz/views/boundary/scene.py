"""What is drawn of a state, and what is where on the plot."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QPointF

from nnviz.model.session.selection import Selection, shown_sample
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.boundary.arrangement import PlotArrangement, arrange
from nnviz.views.boundary.edits import Place, abilities, rounded
from nnviz.views.boundary.texts import TextLine, accuracy_text, tooltip, words_of
from nnviz.views.plots.predictions.plot import PlotMoment, PredictionPlot
from nnviz.views.plots.predictions.predictor import Predictor
from nnviz.views.plots.predictions.spots import diameter
from nnviz.views.plots.predictions.view_state import ViewState
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import Theme, metrics


class PlotScene:
    """A plot of a state, the samples on it, and the part of it that is in view.

    Everything that follows from a snapshot is computed when it is first asked for, so a hidden plot costs nothing.

    Parameters
    ----------
    theme
        Sizes.
    room
        Returns width and height of what plot and text have together, in pixels.
    """

    def __init__(self, theme: Theme, room: Callable[[], tuple[int, int]]) -> None:
        self._theme, self._room = theme, room
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._plot: PredictionPlot | None = None
        self._running = False
        self._with_test = True
        self._moment: PlotMoment | None = None
        self._predictor = Predictor()
        self._view = ViewState()

    def show(
        self, snapshot: Snapshot, selection: Selection, plot: PredictionPlot, running: bool, with_test: bool
    ) -> None:
        """Store a state and the plot that draws it; nothing is computed yet."""
        self._snapshot, self._selection, self._plot = snapshot, selection, plot
        self._running, self._with_test = running, with_test
        self._moment = None

    @property
    def data(self) -> object:
        """The data whose samples are drawn; None before the first state."""
        return None if self._snapshot is None else self._snapshot.data

    # What is drawn -----------------------------------------------------------------------------------------------

    def moment(self) -> PlotMoment | None:
        """Return the newest snapshot with the samples' predictions; None before the first."""
        if self._moment is None and self._snapshot is not None and self._plot is not None:
            chosen = self._selection.sample
            predictions = self._predictor.run(self._snapshot, self._with_test, self._running, chosen)
            self._moment = PlotMoment(self._snapshot, predictions, self.shown_output(), self._running)
            self._view.follow(self._plot, self._moment)
        return self._moment

    def plot(self) -> PredictionPlot | None:
        """Return the plot that draws it; None before the first state."""
        return self._plot

    def shown_output(self) -> int:
        """Return the output that is drawn where only one can be: the selected unit's, else the first."""
        assert self._snapshot is not None  # asked for only when there is a snapshot
        unit = self._selection.unit
        return unit[1] if unit is not None and unit[0] == self._snapshot.network.depth else 0

    def ringed_sample(self) -> int | None:
        """Return the sample that is ringed: the selected one, else the batch's first unless it changes every frame."""
        if self._snapshot is None:
            return None
        changes = self._running and len(self._snapshot.batch) < len(self._snapshot.data.train)
        return None if self._selection.sample is None and changes else shown_sample(self._snapshot, self._selection)

    def paragraphs(self, *, brief: bool) -> tuple[tuple[TextLine, ...], ...]:
        """Return the text about the ringed sample and the accuracy; `brief` fits each paragraph into a line."""
        moment = self.moment()
        return () if moment is None else words_of(moment, self.ringed_sample(), brief=brief)

    def text(self) -> str:
        """Return the same text for screen readers."""
        paragraphs = [", ".join(line.text for line in paragraph) for paragraph in self.paragraphs(brief=False)]
        accuracy = "" if self._snapshot is None else accuracy_text(self._snapshot)
        return "; ".join((*paragraphs, accuracy) if accuracy else paragraphs)

    # The part in view --------------------------------------------------------------------------------------------

    def arrangement(self) -> PlotArrangement:
        """Return the places of the plot and of the text."""
        assert self._plot is not None  # asked for only when there is something to draw
        return arrange(self._theme, self._plot, *self._room())

    def viewport(self, where: PlotArrangement | None = None) -> Viewport:
        """Return which part of the plot is shown, and where; pass the arrangement where it is already known."""
        self.moment()  # new data may have moved the view
        return self._view.viewport((where or self.arrangement()).plot)

    @property
    def is_home(self) -> bool:
        """Whether all of the plot is shown."""
        return self._view.is_home

    @property
    def zooms(self) -> bool:
        """Whether the plot can be zoomed and dragged."""
        return self.moment() is not None and self._plot is not None and self._plot.zooms

    def zoom(self, factor: float, about: QPointF) -> None:
        """Show everything `factor` times as large about a pixel."""
        self._view.zoom(self.viewport().area, factor, about)

    def move(self, by: QPointF) -> None:
        """Drag the plot by so many pixels."""
        self._view.move(self.viewport().area, by)

    def go_home(self) -> None:
        """Show all of the plot."""
        self.moment()
        self._view.go_home()

    # What is where -----------------------------------------------------------------------------------------------

    def is_on_plot(self, position: QPointF) -> bool:
        """Return whether a pixel is on the plot."""
        return self.moment() is not None and self.viewport().area.contains(position)

    def samples_at(self, position: QPointF) -> list[int]:
        """Return the samples at a pixel, the topmost first."""
        moment = self.moment()
        if moment is None or self._plot is None or not self.is_on_plot(position):
            return []
        reach = diameter(self._theme, len(moment.predictions.samples)) / 2 + self._theme.px(metrics.SMALL_GAP)
        return self._plot.samples_at(self.viewport(), moment, position, reach)

    def clicked_sample(self, samples: list[int]) -> int:
        """Return which of several samples under one another a click selects: the one after the selected one."""
        selected = self._selection.sample
        return samples[(samples.index(selected) + 1) % len(samples)] if selected in samples else samples[0]

    def dragged_sample(self, samples: list[int]) -> int:
        """Return which of several samples under one another a drag moves: the ringed one."""
        ringed = self.ringed_sample()
        return ringed if ringed is not None and ringed in samples else samples[0]

    def place_at(self, position: QPointF) -> Place:
        """Return the place of a pixel, or of the one of the plot that is nearest to it."""
        viewport = self.viewport()
        area = viewport.area
        inside = QPointF(
            min(max(position.x(), area.left()), area.right()), min(max(position.y(), area.top()), area.bottom())
        )
        return rounded(viewport.place(inside), viewport)

    def place_of(self, sample: int) -> Place | None:
        """Return the place of a sample; None where it is not drawn."""
        moment = self.moment()
        column = None if moment is None else moment.predictions.place_of(sample)
        if moment is None or column is None or self._plot is None:
            return None
        first, second = self._plot.places(moment)[:, column].tolist()
        return first, second

    def tooltip_at(self, position: QPointF) -> str:
        """Return the tooltip of a pixel: its sample with exact numbers, or the network's answer there."""
        moment = self.moment()
        if moment is None or self._plot is None:
            return ""
        text = self._plot.tooltip_at(self.viewport(), moment, position)
        samples = self.samples_at(position) if self._plot.has_spots else []
        return tooltip(moment, samples[0]) if samples else text

    # What can be changed -----------------------------------------------------------------------------------------

    @property
    def can_move(self) -> bool:
        """Whether samples can be moved."""
        return self._snapshot is not None and abilities(self._snapshot).move

    @property
    def can_add(self) -> bool:
        """Whether samples can be added."""
        return self._snapshot is not None and abilities(self._snapshot).add
