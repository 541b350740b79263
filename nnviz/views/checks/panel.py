"""The checks panel: which check is shown, and when it is run."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PyQt6.QtCore import QRectF, Qt, pyqtSignal
from PyQt6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from nnviz.model.arrays.array import Array
from nnviz.model.checks import GradientCheck, gradient_check_steps, update_check
from nnviz.model.checks.rerun import state_first_read
from nnviz.model.engine.cost import is_large_batch
from nnviz.model.session.set_by_hand import set_between_reads
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.model.text.numbers import format_count
from nnviz.views.checks.bar import ChecksBar
from nnviz.views.checks.blocks import gradient_blocks, update_blocks
from nnviz.views.checks.canvas import ChecksCanvas
from nnviz.views.checks.texts import crossings_text, directions_text, set_between_text, update_verdict
from nnviz.views.panel import Panel
from nnviz.views.sliced_job import SlicedJob
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets.segmented_control import SegmentedControl


class ChecksPanel(Panel):
    """Checks the update on the screen: its gradients, or what its parameters changed by.

    A check runs only while the panel is in sight and training is not running; during a run the last one remains, faded.

    Signals
    -------
    cell_requested(Cell)
        A cell was clicked, or moved to with the keyboard.
    check_changed(GradientCheck | None)
        The gradient check of the update on the screen changed; None when there is none.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    cell_requested = pyqtSignal(object)
    check_changed = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("checks", "", theme, parent)
        self.set_title(self.tr("Checks"))
        self._snapshot: Snapshot | None = None
        self._convention: Convention | None = None
        self._running = self._in_sight = False
        self._shown_mode: bool | None = None
        self._check: GradientCheck | None = None
        self._checked: Snapshot | None = None
        self._checking: Snapshot | None = None
        self._reported: GradientCheck | None = None
        self._job = SlicedJob(self)
        self._job.progressed.connect(self._show_progress)
        self._job.finished.connect(self._take)
        self.mode = SegmentedControl(theme, self)
        self.mode.set_choices([("gradient", self.tr("Gradient")), ("update", self.tr("Update"))])
        self.mode.chosen.connect(self._refresh)
        self.add_control(self.mode)
        self._make_body()
        self.visibilityChanged.connect(self._note_in_sight)

    def _make_body(self) -> None:
        theme = self.theme
        self.bar = ChecksBar(theme)
        self.bar.epsilon_requested.connect(self._recheck)
        self.canvas = ChecksCanvas(theme)
        self.canvas.setAccessibleName(self.tr("Checks, cell by cell"))
        self.canvas.cell_requested.connect(self.cell_requested)
        self.canvas.place_changed.connect(self._scroll_to)
        self.remark = QLabel()
        self.remark.setProperty("role", "secondary")
        self.remark.setWordWrap(True)
        self.remark.setVisible(False)
        self.remark.setContentsMargins(theme.px(metrics.PADDING), 0, theme.px(metrics.PADDING), 0)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.canvas)
        bar = self._scroll.verticalScrollBar()
        assert bar is not None  # a scroll area has one
        bar.valueChanged.connect(self._redraw)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(metrics.SMALL_GAP))
        column.addWidget(self.bar)
        column.addWidget(self.remark)
        column.addWidget(self._scroll, 1)
        self.set_body(body)
        self.setFocusProxy(self.canvas)

    @property
    def is_in_sight(self) -> bool:
        """Whether the panel is shown, and not behind another one in the same place."""
        return self._in_sight

    @property
    def check(self) -> GradientCheck | None:
        """The last gradient check, of whatever update."""
        return self._check

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Check the update of a snapshot."""
        before, self._snapshot = self._snapshot, snapshot
        if before is not None and before.network != snapshot.network:
            # Its cells may not exist any more.
            self._check = self._checked = None
        if self._checking is not None and not _same_update(self._checking, snapshot):
            self._stop()
        self._report()
        self._refresh()

    def show_running(self, running: bool) -> None:
        """Run no checks while training is running."""
        if running != self._running:
            self._running = running
            if running:
                self._stop()
            self._report()
            self._refresh()

    def show_convention(self, convention: Convention) -> None:
        """Draw matrices for samples in columns or in rows."""
        self._convention = convention
        self._refresh()

    # Inside ------------------------------------------------------------------------------------------------------

    def _note_in_sight(self, in_sight: bool) -> None:
        self._in_sight = in_sight
        if in_sight:
            self._refresh()
        else:
            self._stop()

    @property
    def _is_current(self) -> bool:
        """Whether the last gradient check is of the update on the screen."""
        if self._running or self._snapshot is None or self._checked is None:
            return False
        return _same_update(self._checked, self._snapshot)

    def _refresh(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or not self._in_sight:
            return
        has_gradients = snapshot.program_run.computes_gradients
        for part in (self.bar, self._scroll, self.mode):
            part.setVisible(has_gradients)
        if not has_gradients:
            self._show_no_gradients(snapshot)
            return
        of_gradient = self.mode.chosen_key() == "gradient"
        self.bar.show_mode(of_gradient)
        if self._running and self.canvas.is_faded and self._shown_mode == of_gradient:
            return
        self._shown_mode = of_gradient
        if of_gradient:
            if not self._running and not self._is_current and self._checking is None:
                self._start(snapshot)
            self._show_gradient(snapshot)
        else:
            self._show_update(snapshot)

    def _recheck(self) -> None:
        self._check = self._checked = None
        self._stop()
        self._report()
        self._refresh()

    def _start(self, snapshot: Snapshot) -> None:
        self._checking = snapshot
        is_large = is_large_batch(snapshot.network, len(snapshot.batch))
        self._job.start(gradient_check_steps(snapshot, self.bar.epsilon), is_large=is_large)

    def _stop(self) -> None:
        self._job.stop()
        self._checking = None

    def _show_progress(self, done: float) -> None:
        if self.mode.chosen_key() == "gradient":
            self.set_aside(self.tr("checking… %1 %").replace("%1", str(round(100 * done))))

    def _take(self, check: object) -> None:
        assert isinstance(check, GradientCheck)
        self._check, self._checked, self._checking = check, self._checking, None
        self._report()
        self._refresh()

    def _report(self) -> None:
        """Emit `check_changed` when another check is known for the update on the screen."""
        check = self._check if self._is_current else None
        if check is not self._reported:
            self._reported = check
            self.check_changed.emit(check)

    def _show_gradient(self, snapshot: Snapshot) -> None:
        check, faded = self._check, self._running or not self._is_current
        of = snapshot if self._checked is None else self._checked
        self.canvas.set_headings(
            (self.tr("analytic"), self.tr("difference"), self.tr("error")),
            (self.tr("analytic"), self.tr("central difference"), self.tr("relative error")),
        )
        self.bar.show_gradient(check, faded)
        blocks = gradient_blocks(of, check)
        self.canvas.show_blocks(blocks, snapshot.labels, self._shown_convention(snapshot), faded=faded)
        self._remark(check, of)
        if self._checking is None:
            self._show_update_number(None if check is None else check.update, faded)

    def _show_update(self, snapshot: Snapshot) -> None:
        check = update_check(snapshot)
        self.canvas.set_headings(
            (self.tr("change"), self.tr("expected"), self.tr("ratio")),
            (self.tr("changed by"), self.tr("should have changed by"), self.tr("ratio")),
        )
        self.bar.show_update(update_verdict(check), check.agrees)
        blocks = update_blocks(snapshot, check)
        self.canvas.show_blocks(blocks, snapshot.labels, self._shown_convention(snapshot), faded=self._running)
        self.remark.setText(self.tr("Values set by hand are not counted as changes by the update."))
        self.remark.setVisible(bool(snapshot.update_edits))
        self._show_update_number(check.update, self._running)

    def _show_no_gradients(self, snapshot: Snapshot) -> None:
        """Show that there is nothing to check."""
        self._shown_mode = None
        self._stop()
        self.canvas.show_blocks((), snapshot.labels, self._shown_convention(snapshot))
        self.set_aside("")
        text = self.tr(
            "This program computes no gradients: an evolution strategy only compares losses. There is nothing to check."
        )
        self.remark.setText(text)
        self.remark.setVisible(True)

    def _show_update_number(self, update: int | None, faded: bool) -> None:
        text = self.tr("as of update %1") if faded else self.tr("update %1")
        self.set_aside("" if update is None else text.replace("%1", format_count(update)))

    def _remark(self, check: GradientCheck | None, of: Snapshot) -> None:
        parts = []
        if check is not None and check.directions is not None:
            parts.append(directions_text(check))
        if check is not None and check.warnings:
            convention = self._shown_convention(of)
            texts = [one.sentence.write(of.labels, of.shapes, translate_model, convention) for one in check.warnings]
            parts.append(crossings_text(check.warnings, texts[0]))
        if check is not None and check.set_between:
            parts.append(set_between_text(", ".join(map(of.labels.of, check.set_between))))
        self.remark.setText(" ".join(parts))
        self.remark.setVisible(bool(parts))

    def _shown_convention(self, snapshot: Snapshot) -> Convention:
        return snapshot.scenario.convention if self._convention is None else self._convention

    def _redraw(self) -> None:
        # The focus ring is around the part in view, but scrolling moves it with everything else.
        self.canvas.update()

    def _scroll_to(self, rect: QRectF) -> None:
        middle = rect.center()
        self._scroll.ensureVisible(0, round(middle.y()), 0, round(rect.height()))


def _same_update(one: Snapshot, other: Snapshot) -> bool:
    """Return whether a check of one moment is valid for the other: the same update, computed in the same way."""
    if one is other:
        return True
    if one.program_run != other.program_run or one.data is not other.data or one.scalars != other.scalars:
        return False
    update = (moment.position.update + (moment.position.line == 0) for moment in (one, other))
    return (
        len(set(update)) == 1
        and np.array_equal(one.batch, other.batch)
        and _equal(state_first_read(one), state_first_read(other))
        and set_between_reads(one) == set_between_reads(other)
        and _equal(_gradients(one), _gradients(other))
    )


def _gradients(snapshot: Snapshot) -> Mapping[str, Array]:
    names = (f"d{symbol}" for symbol in snapshot.program.parameters)
    return {name: snapshot.values[name] for name in names if name in snapshot.values}


def _equal(one: Mapping[str, Array], other: Mapping[str, Array]) -> bool:
    return one.keys() == other.keys() and all(np.array_equal(one[name], other[name], equal_nan=True) for name in one)
