"""What has been computed of the examples, and what is computed next."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.model.examples import Example, Findings, find_example, findings_steps, reconciled
from nnviz.views.sliced_job import SlicedJob

Variant = tuple[str, bool]
"""An example's name, and whether it is with the author's mistake."""


class ExampleFindings(QObject):
    """Computes findings once each, in slices, what was wanted last first.

    Signals
    -------
    found(str)
        Name of an example of which more is known now.
    """

    found = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Variant, Findings] = {}
        self._wanted: deque[Variant] = deque()
        self._current: Variant | None = None
        self._held = True
        self._job = SlicedJob(self)
        self._job.finished.connect(self._take)

    def of(self, example: Example, *, mistaken: bool = False) -> Findings | None:
        """Return an example's findings; None as long as they are not known."""
        right = self._known.get((example.name, False))
        if not mistaken:
            return right
        wrong = self._known.get((example.name, True))
        return None if right is None or wrong is None else reconciled(right, wrong)

    def want(self, variants: Iterable[Variant]) -> None:
        """Have findings computed, in that order, before all that were wanted until now."""
        new = [variant for variant in variants if variant not in self._known and variant != self._current]
        self._wanted = deque(dict.fromkeys((*new, *self._wanted)))
        self._go_on()

    def hold(self, held: bool) -> None:
        """Compute nothing for a while, or go on."""
        self._held = held
        self._job.hold(held)
        self._go_on()

    def _go_on(self) -> None:
        if self._held or self._job.is_running or not self._wanted:
            return
        name, mistaken = self._current = self._wanted.popleft()
        self._job.start(findings_steps(find_example(name), mistaken=mistaken))

    def _take(self, findings: Findings) -> None:
        variant, self._current = self._current, None
        assert variant is not None  # a job is of a variant
        self._known[variant] = findings
        self.found.emit(variant[0])
        self._go_on()
