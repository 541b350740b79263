"""The status line: what the lit line does in words, the engine, and the rates of a run."""

from __future__ import annotations

from collections import deque
from time import perf_counter

from PyQt6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

from nnviz.model.history.position import Position
from nnviz.model.session.available_commands import RunState
from nnviz.model.session.snapshot import RECORDED, Snapshot
from nnviz.model.text.convention import Convention
from nnviz.model.text.numbers import format_count
from nnviz.views.lines.meaning import meaning_of
from nnviz.views.theme import Theme
from nnviz.views.widgets.elided_label import ElidedLabel

_WINDOW = 30
"""Frames over which the rates are measured."""
_READABLE = 0.25
"""Seconds for which a rate is shown: sixty a second are not readable, and each new text lays the window out again."""


class StatusLine(QStatusBar):
    """The line at the bottom of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._line = ElidedLabel()
        self._line.setProperty("role", "secondary")
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._speed = QLabel()
        self._speed.setProperty("role", "secondary")
        self._speed.setToolTip(
            self.tr("What computes the updates; updates per second and pictures per second while running")
        )
        self.addWidget(self._line, 1)
        self.addPermanentWidget(self._speed)
        self.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        self._running = False
        self._convention: Convention = "columns"
        self._snapshot: Snapshot | None = None
        self._computing: Position | None = None
        self._afterwards = ""
        self._frames: deque[tuple[float, int]] = deque(maxlen=_WINDOW)
        self._rated = 0.0

    def text(self) -> str:
        """Return the text about the lit line."""
        return self._line.text()

    def show_convention(self, convention: Convention) -> None:
        """Write the line for samples as columns, or as rows."""
        self._convention = convention
        if self._snapshot is not None:
            self._show_line(self._snapshot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the lit line does, and the speed of the run."""
        self._snapshot = snapshot
        self._show_line(snapshot)
        now = perf_counter()
        self._frames.append((now, snapshot.position.completed))
        if not self._running or now - self._rated >= _READABLE:
            self._rated = now
            self._speed.setText(self._speed_text(snapshot.engine))

    def _show_line(self, snapshot: Snapshot) -> None:
        line = snapshot.lit_line
        if self._computing is not None:
            self._line.setText(self._computing_text(self._computing))
        elif line is None:
            self._line.setText(self.tr("No line of an update has run yet: → runs the first line, Space runs updates"))
        else:
            formula = line.formula(snapshot.labels, self._convention)
            self._line.setText(f"{formula}:  {meaning_of(snapshot.program, line)}")

    def show_own_code(self, text: str) -> None:
        """Show what is going on with a person's own code."""
        self._line.setText(text)
        self._speed.setText(self._speed_text(RECORDED))

    def show_state(self, state: RunState) -> None:
        """Show rates during a run only, and a line whose computation takes noticeably long."""
        if (state.computing, state.afterwards) != (self._computing, self._afterwards):
            self._computing, self._afterwards = state.computing, state.afterwards
            if self._snapshot is not None:
                self._show_line(self._snapshot)
        if state.running != self._running:
            self._running = state.running
            self._frames.clear()

    def _computing_text(self, computing: Position) -> str:
        texts = {
            "": self.tr("Computing line %1 of %2; Space stops after it"),
            "pause": self.tr("Computing line %1 of %2; it stops after this line"),
            "move": self.tr("Computing line %1 of %2; the next step follows"),
        }
        return texts[self._afterwards].replace("%1", str(computing.line)).replace("%2", str(computing.lines))

    def _speed_text(self, engine: str) -> str:
        if engine == RECORDED:
            return self.tr("runs with your rights, in a process of its own")
        name = self.tr("%1 engine").replace("%1", engine)
        if not self._running or len(self._frames) < 2:
            return name
        (begin, first), (end, last) = self._frames[0], self._frames[-1]
        seconds = max(end - begin, 1e-9)
        updates = self.tr("%1 updates/s").replace("%1", format_count(round((last - first) / seconds)))
        frames = self.tr("%1 frames/s").replace("%1", str(round((len(self._frames) - 1) / seconds)))
        return f"{name} · {updates} · {frames}"
