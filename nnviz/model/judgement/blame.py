"""Which statement of several that make a wrong δ is the first at fault."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.formulas import known_slope
from nnviz.model.judgement.gradients import fit
from nnviz.model.judgement.readings import readings_like
from nnviz.model.recognition.trace import PRODUCTS, SUMS, TIMES, Trace


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

    def find(self, delta: int, user: int, parts: Sequence[Array]) -> int:
        """Return the event at fault.

        Parameters
        ----------
        delta
            Event of the wrong δ.
        user
            The event that reads it as δ.
        parts
            What δ should be the product of, element by element: errors, then slope.
        """
        trace = self._trace
        event = trace.source(delta)
        if len(parts) > 1 and self.is_multiple(event, parts[0]):
            # The errors alone, where δ belongs: the line that takes them for δ.
            taken = self._renamed(event, user)
            return event if taken is None else taken
        home = trace.events[user].frame
        leaves = self._leaves(event)
        products = [leaf for leaf in leaves if trace.operator(leaf) in PRODUCTS]
        for leaf in products:
            if not self.is_multiple(leaf, parts[0]):
                return self._own(leaf, event, home)
        right = [leaf for leaf in leaves if any(self.is_multiple(leaf, part) for part in parts)]
        rest = [leaf for leaf in leaves if leaf not in right and leaf not in products]
        elsewhere = [
            leaf
            for leaf in rest
            if leaf > self._first and trace.spot(leaf) != trace.spot(event) and trace.value(leaf) is not None
            and trace.operator(leaf) in (*SUMS, *TIMES, "**", "numpy.power", "numpy.square", ">", "numpy.where")
        ]  # fmt: skip
        if len(elsewhere) == 1:
            return self._own(elsewhere[0], event, home)
        return self._own(event, event, home)

    def error(self, delta: int, parts: Sequence[Array]) -> int:
        """Return the event that is an error in δ, where it stands on a line of its own; else δ itself.

        Parameters
        ----------
        delta
            Event of δ.
        parts
            What the error may be: A − Y, or the gradient with respect to A.
        """
        for leaf in self._leaves(self._trace.source(delta)):
            if any(self.is_multiple(leaf, part) for part in parts):
                return leaf
        return delta

    def _leaves(self, event: int) -> list[int]:
        """Return the factors of an event, through names and slices."""
        trace = self._trace
        found, waiting = [], [event]
        while waiting:
            here = trace.source(waiting.pop(0), True)
            while trace.kind(here) == "subscript" and trace.operands(here) and here > self._first:
                here = trace.source(trace.operands(here)[0], True)
            operands = [o for o in trace.operands(here) if trace.value(o) is not None]
            if trace.operator(here) in TIMES and len(operands) == 2 and here > self._first:
                if self._is_slope_function(here, event):
                    found.append(here)
                    continue
                waiting += operands
            elif trace.operator(here) == "neg" and operands:
                waiting += operands
            elif (value := trace.value(here)) is not None and value.ndim > 0:
                found.append(here)
        return found

    def _is_slope_function(self, event: int, top: int) -> bool:
        """Return whether an event is the result of a function of theirs that was called for δ."""
        if event == top:
            return False
        trace = self._trace
        return trace.events[event].frame != trace.events[top].frame or self._call_of(event, top) is not None

    def _renamed(self, event: int, user: int) -> int | None:
        """Return the last plain binding of an event's value to another name on another line, before it is used.

        A function of theirs that was given the value and returns it as it is comes before that.
        """
        trace = self._trace
        found, first = None, None
        for number in range(event, user):
            own = trace.events[number].frame == trace.events[event].frame
            if trace.kind(number) == "return" and not own and trace.source(number) == event:
                return number  # a function that gives back what it was given
            if trace.kind(number) == "bind" and trace.source(number) == event and trace.events[number].path:
                first = first or number
                if trace.spot(number) != trace.spot(event) and trace.events[number].frame == trace.events[first].frame:
                    found = number
        return found

    def is_multiple(self, event: int, part: Array) -> bool:
        """Return whether an event's value is a multiple of an array, in some reading."""
        value = self._trace.value(event)
        if value is None or value.size != part.size:
            return False
        return any(
            (found := fit(reading, part)) is not None and found.fits
            for reading in readings_like(value, part, self._rows)
        )

    def _own(self, event: int, top: int, home: int) -> int:
        """Return an event, or the call in the line of δ where a function of theirs is right for its argument."""
        trace = self._trace
        here = trace.events[event].frame
        if here == home:
            return self._called(event, top)
        if not self._fits_argument(event):
            return event
        waiting, seen = [event], set()
        while waiting:
            number = waiting.pop(0)
            for user in trace.users[number]:
                if user not in seen:
                    seen.add(user)
                    if trace.events[user].frame == home or trace.events[user].frame == trace.events[top].frame != here:
                        return user
                    waiting.append(user)
        return event

    def _called(self, event: int, top: int) -> int:
        """Return the call of a lambda in the line of δ, where that gives a known slope; else the event."""
        call, value = self._call_of(event, top), self._trace.value(event)
        if call is None or value is None:
            return event
        arguments = [array for o in self._trace.operands(call) if (array := self._trace.value(o)) is not None]
        return call if any(known_slope(value, argument) for argument in arguments) else event

    def _call_of(self, event: int, top: int) -> int | None:
        """Return the call, in the line of δ, of a function written on another line that gave an event's value."""
        trace = self._trace
        if trace.spot(event) == trace.spot(top):
            return None
        value = trace.events[event].value
        calls = (e for e in range(event + 1, top) if trace.kind(e) == "own" and trace.spot(e) == trace.spot(top))
        return next((e for e in calls if trace.events[e].value == value), None)

    def _fits_argument(self, event: int) -> bool:
        """Return whether a function's value is a known slope at its argument: then the call is at fault."""
        trace = self._trace
        value = trace.value(event)
        frame = trace.events[event].frame
        if value is None:
            return False
        for number in range(event, max(event - 400, -1), -1):
            if trace.events[number].frame == frame and trace.kind(number) == "bind":
                argument = trace.value(number)
                if argument is not None and known_slope(value, argument):
                    return True
        return False


def cell_at_fault(trace: Trace, loop: int, names: Sequence[str]) -> int:
    """Return the event in a loop through cells that is at fault: the store, or the sum that lacks the weights."""
    path = trace.events[loop].path
    stores = (
        event
        for event in range(loop - 1, -1, -1)
        if trace.events[event].path == path and trace.kind(event) in ("store", "augmented")
    )
    store = next(stores, None)
    if store is None:
        return loop
    if set(names) & {"unweighted-sum", "summed-gradients", "not-transposed", "in-place", "errors-unscaled"}:
        spot = trace.spot(store)
        sums = [e for e in trace.ancestors([store]) if trace.operator(e) in SUMS and trace.spot(e) != spot and e > 0]
        near = [e for e in sums if trace.events[e].frame == trace.events[store].frame and e > store - 400]
        adding = [e for e in near if any(trace.source(o) in near for o in trace.operands(e))]
        return max(adding, default=store)
    return store
