"""Which statement of several that make a wrong δ is the first at fault."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.formulas import known_slope
from nnviz.model.judgement.gradients import fit
from nnviz.model.recognition.backward import readings, strip_scalars
from nnviz.model.recognition.trace import PRODUCTS, TIMES, Trace


class Blame:
    """Follows the factors of a wrong δ down to the statement that is not what it should be.

    Parameters
    ----------
    trace
        The recording.
    rows
        Whether samples are rows.
    first
        Event before which nothing is judged.
    """

    def __init__(self, trace: Trace, rows: bool, first: int) -> None:
        self._trace = trace
        self._rows = rows
        self._first = first

    def find(self, delta: int, parts: Sequence[Array], right: Array) -> int:
        """Return the event at fault.

        Parameters
        ----------
        delta
            Event of the wrong δ.
        parts
            What δ should be the product of, element by element: errors, then slope.
        right
            What δ should be.
        """
        trace = self._trace
        event = strip_scalars(trace, delta)
        while trace.kind(event) == "subscript" and trace.operands(event):
            event = strip_scalars(trace, trace.operands(event)[0])
        if trace.operator(event) not in TIMES:
            return self._own_line(event, delta)
        operands = [o for o in trace.operands(event) if trace.value(o) is not None]
        if len(operands) != 2:
            return event
        for mine, other in (operands, operands[::-1]):
            for place, part in enumerate(parts):
                if self._is(other, part):
                    rest = [p for number, p in enumerate(parts) if number != place]
                    return self._culprit(mine, event, rest[0] if rest else np.ones_like(right))
        # Neither factor is right: the earlier one that stands on a line of its own.
        errors = [o for o in operands if self._comes_from_product(o)]
        for operand in errors + [o for o in operands if o not in errors]:
            source = strip_scalars(trace, operand)
            if source >= self._first and trace.spot(source) != trace.spot(event) and self._same_frame(source, event):
                return source
        return event

    def _is(self, event: int, part: Array) -> bool:
        value = self._trace.value(event)
        if value is None or value.size != part.size:
            return False
        return any(
            (found := fit(reading, part)) is not None and found.fits
            for reading in readings(value, *part.shape, self._rows)
        )

    def _culprit(self, wrong: int, event: int, part: Array) -> int:
        trace = self._trace
        source = strip_scalars(trace, wrong)
        if source < self._first or trace.spot(source) == trace.spot(event):
            return event
        if trace.operator(source) in PRODUCTS:
            return source
        if not self._same_frame(source, event):
            return event if self._fits_argument(source) else source
        if trace.operator(source) in ("-", "+", "**", "numpy.power", "numpy.square", "*", "numpy.multiply", ">"):
            return source
        return source if self._is_backward(source) else event

    def _is_backward(self, event: int) -> bool:
        return event >= self._first

    def _same_frame(self, one: int, two: int) -> bool:
        return self._trace.events[one].frame == self._trace.events[two].frame

    def _fits_argument(self, event: int) -> bool:
        """Return whether a function's value is a known slope at its argument: then the call is at fault."""
        trace = self._trace
        value = trace.value(event)
        frame = trace.events[event].frame
        if value is None:
            return False
        for number in range(event, max(event - 400, -1), -1):
            if trace.events[number].frame == frame and trace.kind(number) in ("bind", "parameter"):
                argument = trace.value(number)
                if argument is not None and known_slope(value, argument):
                    return True
        return False

    def _own_line(self, event: int, delta: int) -> int:
        return event if event >= self._first else delta

    def _comes_from_product(self, event: int) -> bool:
        return self._trace.operator(strip_scalars(self._trace, event)) in PRODUCTS
