"""The panel of the decision boundary, the fitted curve, or the predictions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetrics, QResizeEvent
from PyQt6.QtWidgets import QToolButton, QWidget

from nnviz.model.errors import ModelError
from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.boundary.canvas import BoundaryCanvas
from nnviz.views.boundary.edit_bar import EditBar
from nnviz.views.boundary.edits import Edit, Place, abilities, added, drawn, moved, relabelled, removed
from nnviz.views.boundary.key_row import KeyRow
from nnviz.views.boundary.menu import SampleMenu
from nnviz.views.boundary.scatter import ScatterPlot
from nnviz.views.panel import Panel
from nnviz.views.plots.predictions.confusion import ConfusionPlot
from nnviz.views.plots.predictions.curve import CurvePlot
from nnviz.views.plots.predictions.plane import PlanePlot
from nnviz.views.plots.predictions.plot import PredictionPlot
from nnviz.views.plots.predictions.spots import TEST, spot_icon
from nnviz.views.theme import Theme, heading_font, icon, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets import SegmentedControl


class BoundaryPanel(Panel):
    """Draws the network's predictions: over the plane, over one input, or for each sample.

    Signals
    -------
    sample_requested(object)
        Select a sample by its index in the data; None to select none.
    scenario_requested(object, str)
        Use a `Scenario` with edited samples; the text says what was done, for Undo.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    sample_requested = pyqtSignal(object)
    scenario_requested = pyqtSignal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("boundary", "", theme, parent)
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._running = self._is_in_sight = False
        self._plane = PlanePlot(theme)
        self._curve, self._scatter, self._confusion = CurvePlot(theme), ScatterPlot(theme), ConfusionPlot(theme)
        self._canvas, self._bar = BoundaryCanvas(theme), EditBar(theme)
        self._menu = SampleMenu(theme, self)
        self._canvas.set_bar(self._bar)
        self._key = KeyRow(theme)
        self._canvas.set_key(self._key)
        self.set_body(self._canvas)
        self._add_controls()
        self._connect()
        self._describe()

    # What comes in -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state."""
        old, self._snapshot = self._snapshot, snapshot
        if old is None or old.data is not snapshot.data or old.program is not snapshot.program:
            self._describe()
        self._refresh()

    def show_selection(self, selection: Selection) -> None:
        """Ring the selected sample."""
        self._selection = selection
        self._refresh()

    def show_running(self, running: bool) -> None:
        """Draw coarser while running, and finer when not."""
        if running != self._running:
            self._running = running
            self._refresh()

    def draw_as(self, *, test: bool, discretised: bool) -> None:
        """Choose whether to show the test samples, and only the decision or also how sure it is."""
        self._test.setChecked(test)
        self._sides.setChecked(discretised)

    def begin_drawing(self) -> None:
        """Turn editing on, and make drags draw samples."""
        if self._edit.isEnabled():
            self._edit.setChecked(True)
            self._bar.take_brush()

    # Drawing -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Hide the controls for which the heading has no room."""
        super().resizeEvent(event)
        self._show_controls()

    def _refresh(self) -> None:
        if self._snapshot is not None:
            plot = self._plot(self._snapshot)
            self._key.show_accuracy(self._snapshot)
            self._canvas.show_moment(self._snapshot, self._selection, plot, self._running, self._test.isChecked())
            self._describe_plot()

    def _note_in_sight(self, in_sight: bool) -> None:
        """Note whether the panel is behind another one, where Qt still counts it as visible."""
        self._is_in_sight = in_sight
        self._describe_plot()

    def _describe_plot(self) -> None:
        """Describe the plot to screen readers.

        Behind the images of `mnist` it is not needed, and running its samples through the network takes 5 ms a step.
        """
        if self._snapshot is not None and self._is_in_sight and not self._running:
            self._canvas.setAccessibleDescription(self._canvas.scene.text())

    def _plot(self, snapshot: Snapshot) -> PredictionPlot:
        match len(snapshot.data.places):
            case 1:
                return self._curve
            case 2:
                return self._plane
        table = snapshot.data.labels is not None and self._ways.chosen_key() == "table"
        return self._confusion if table else self._scatter

    def _describe(self) -> None:
        """Write in the heading what is drawn, and offer the edits that are possible."""
        snapshot = self._snapshot
        if snapshot is None:
            self.set_title(self.tr("Decision boundary"))
            return
        axes, labels = len(snapshot.data.places), snapshot.data.labels
        if axes > 2:
            self.set_title(self.tr("Predictions"))
        elif labels is not None:
            self.set_title(self.tr("Decision boundary"))
        else:
            self.set_title(self.tr("Fitted curve") if axes == 1 else self.tr("Fitted surface"))
        self._canvas.setAccessibleName(self.windowTitle())
        self._key.show_colours(snapshot)
        self._ways.setVisible(axes > 2 and labels is not None)
        self._test.setVisible(len(snapshot.data.test) > 0)
        can = abilities(snapshot)
        self._edit.setEnabled(can.move)
        self._edit.setToolTip(
            self.tr("Add, move, relabel and remove samples with the mouse; Undo reverts it")
            if can.move
            else self.tr("Samples with more than two inputs have no place on the plot and cannot be edited here")
        )
        self._bar.show_abilities(can)
        if not can.move:
            self._edit.setChecked(False)
        self._show_controls()

    def _show_controls(self) -> None:
        snapshot = self._snapshot
        axes = 0 if snapshot is None else len(snapshot.data.places)
        self._sides.setVisible(axes == 2 and self._has_room_for(self._sides))

    def _has_room_for(self, control: QWidget) -> bool:
        """Return whether the heading is wide enough for a control beside its title and its other buttons."""
        gap = self.theme.px(metrics.GAP)
        taken = QFontMetrics(heading_font(self.theme)).horizontalAdvance(self.windowTitle())
        others = [one for one in (self._sides, self._test, self._edit) if one is not control and not one.isHidden()]
        taken += sum(one.sizeHint().width() + gap for one in (control, *others))
        return self.width() >= taken + 2 * gap + 2 * self.theme.px(metrics.PADDING)

    # What a person does ------------------------------------------------------------------------------------------

    def _discretise(self, discretised: bool) -> None:
        self._plane.discretised = discretised
        self._refresh()

    def _set_editing(self, editing: bool) -> None:
        self._bar.show_reason("")
        self._canvas.set_editing(editing)
        if editing:
            self._canvas.setFocus()

    def _select(self, sample: int | None) -> None:
        self._bar.show_reason("")
        self.sample_requested.emit(sample)

    def _ask_menu(self, sample: int | None, at: QPoint, place: Place | None) -> None:
        if self._snapshot is not None:
            self._menu.offer(self._snapshot, sample, place, self._edit.isChecked())
            self._menu.popup(at)

    def _add(self, first: float, second: float) -> None:
        if self._snapshot is None:
            return
        if abilities(self._snapshot).add:
            self._request(added, (first, second), self._bar.chosen_class())
        else:
            self._bar.show_reason(self.tr("Not added: a new sample here would have no target."))

    def _add_at(self, place: Place) -> None:
        self._add(*place)

    def _draw(self, places: Sequence[Place]) -> None:
        self._request(drawn, places, self._bar.chosen_class())

    def _change_brush(self) -> None:
        self._canvas.set_brush(self._bar.brush_class())

    def _move(self, sample: int, first: float, second: float) -> None:
        self._request(moved, sample, (first, second), self._canvas.scene.shown_output())

    def _relabel(self, sample: int, label: int) -> None:
        self._request(relabelled, sample, label)

    def _relabel_next(self, sample: int) -> None:
        """Move a sample to the next class, from the last to the first."""
        if self._snapshot is None or self._snapshot.data.labels is None:
            self._bar.show_reason(self.tr("Not relabelled: these samples have targets, not classes."))
            return
        classes = abilities(self._snapshot).classes
        self._relabel(sample, (int(self._snapshot.data.labels[sample]) + 1) % classes)

    def _remove(self, sample: int) -> None:
        self._request(removed, sample)

    def _relabel_selected(self) -> None:
        self._with_selected(self._relabel_next)

    def _remove_selected(self) -> None:
        self._with_selected(self._remove)

    def _with_selected(self, act: Callable[[int], None]) -> None:
        sample = self._canvas.scene.ringed_sample()
        if sample is None:
            self._bar.show_reason(self.tr("Select a sample first: click it, or press ↑ or ↓."))
        else:
            act(sample)

    def _request(self, edit: Callable[..., Edit], *what: object) -> None:
        """Request an edit, or show below the plot why it is not possible."""
        if self._snapshot is None:
            return
        try:
            asked = edit(self._snapshot, *what)
        except ModelError as error:
            reason = translate_model(error.found)
            self._bar.show_reason(self.tr("Not possible: %1").replace("%1", reason), str(error))
            return
        self._bar.show_reason("")
        self.scenario_requested.emit(asked.scenario, asked.text)

    # Making ------------------------------------------------------------------------------------------------------

    def _add_controls(self) -> None:
        self._ways = SegmentedControl(self.theme)
        self._ways.set_choices([("samples", self.tr("samples")), ("table", self.tr("table"))])
        self._sides, self._test, self._edit = (self._toggle() for _ in range(3))
        self._sides.setIcon(icon("two-sides", self.theme, "secondary"))
        self._sides.setToolTip(self.tr("Show only the decision, in full colours on either side of the boundary"))
        self._sides.setAccessibleName(self.tr("Only the decision"))
        self._test.setIcon(spot_icon(self.theme, QColor(self.theme.secondary), TEST))
        self._test.setToolTip(self.tr("Show the test samples (hollow), which are not used for training"))
        self._test.setAccessibleName(self.tr("Test samples"))
        self._edit.setText(self.tr("Edit"))
        self._test.setChecked(True)
        for control in (self._ways, self._sides, self._test, self._edit):
            self.add_control(control)
        # It is hidden where there is no room for it, and must not keep the panel from becoming narrow.
        self._sides.setMinimumWidth(1)
        for control in (self._ways, self._sides, self._test):
            control.hide()

    def _toggle(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        inner = metrics.PILL - 2 * metrics.BORDER
        button.setStyleSheet(
            f"padding: 0px {self.theme.px(metrics.SMALL_GAP)}px; min-height: {self.theme.px(inner)}px;"
        )
        return button

    def _connect(self) -> None:
        self.visibilityChanged.connect(self._note_in_sight)
        self._ways.chosen.connect(self._refresh)
        self._sides.toggled.connect(self._discretise)
        self._test.toggled.connect(self._refresh)
        self._edit.toggled.connect(self._set_editing)
        requests = self._canvas.requests
        requests.sample_clicked.connect(self._select)
        requests.place_clicked.connect(self._add)
        requests.sample_dropped.connect(self._move)
        requests.relabel_asked.connect(self._relabel_next)
        requests.removal_asked.connect(self._remove)
        requests.menu_asked.connect(self._ask_menu)
        requests.stroke_drawn.connect(self._draw)
        self._bar.brush_changed.connect(self._change_brush)
        self._bar.relabel_requested.connect(self._relabel_selected)
        self._bar.removal_requested.connect(self._remove_selected)
        self._menu.add_requested.connect(self._add_at)
        self._menu.relabel_requested.connect(self._relabel)
        self._menu.removal_requested.connect(self._remove)
        self._menu.view_reset_requested.connect(self._canvas.reset_view)
        self._menu.editing_requested.connect(self._edit.setChecked)
