"""Findings on the examples: those computed so far, and the queue of those to compute."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.model.examples import Example, Findings, find_example, findings_steps, reconciled
from nnviz.views.sliced_job import SlicedJob

Variant = tuple[str, bool]
"""An example's name, and whether it is with the author's mistake."""


class ExampleFindings(QObject):
    """Computes the findings of each variant once, in slices; the latest request comes first.

    Signals
    -------
    found(str)
        Name of an example for which findings have been computed.
    """

    found = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Variant, Findings] = {}
        self._queue: deque[Variant] = deque()
        self._current: Variant | None = None
        self._held = True
        self._job = SlicedJob(self)
        self._job.finished.connect(self._take)

    def of(self, example: Example, *, mistaken: bool = False) -> Findings | None:
        """Return an example's findings; None until they are computed."""
        right = self._known.get((example.name, False))
        if not mistaken:
            return right
        wrong = self._known.get((example.name, True))
        return None if right is None or wrong is None else reconciled(right, wrong)

    def request(self, variants: Iterable[Variant]) -> None:
        """Queue findings in this order, before all that are queued already."""
        new = [variant for variant in variants if variant not in self._known and variant != self._current]
        self._queue = deque(dict.fromkeys((*new, *self._queue)))
        self._start_next()

    def hold(self, held: bool) -> None:
        """Pause computing, or resume it."""
        self._held = held
        self._job.hold(held)
        self._start_next()

    def _start_next(self) -> None:
        if self._held or self._job.is_running or not self._queue:
            return
        name, mistaken = self._current = self._queue.popleft()
        self._job.start(findings_steps(find_example(name), mistaken=mistaken))

    def _take(self, findings: Findings) -> None:
        variant, self._current = self._current, None
        assert variant is not None  # every job computes a variant
        self._known[variant] = findings
        self.found.emit(variant[0])
        self._start_next()
