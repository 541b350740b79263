# ruff: noqa: N806 - the symbols of the field
"""Forward passes: which products, biases and activations make the layers."""

from __future__ import annotations

from typing import Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.layers import LayerReader, Product
from nnviz.model.recognition.network import ForwardPass, SamplesAre
from nnviz.model.recognition.parameters import Root
from nnviz.model.recognition.trace import PRODUCTS, Trace

Side = Literal["left", "right"]


class ForwardFinder:
    """Finds the layers of forward passes.

    Parameters
    ----------
    trace
        The recording.
    roots
        What may be a parameter.
    """

    def __init__(self, trace: Trace, roots: list[Root]) -> None:
        self._trace = trace
        self._roots = roots
        self._state_of = {state: (root, number) for root in roots for number, state in enumerate(root.states)}
        self._state_of |= {root.event: (root, 0) for root in roots}
        self._layers = LayerReader(trace, roots, self._state_of)
        self._still: set[int] = set()
        self._changes: list[int] = []
        changes = [root.states[1] for root in roots]
        self._update = max(changes, default=0)
        self._useful = trace.ancestors(changes)
        self._all_useful = trace.ancestors([state for root in roots for state in root.states[1:]])

    def passes(self) -> list[list[ForwardPass]]:
        """Return the forward passes of each update; empty if there is no layer."""
        places = self._first_products()
        if places and self._add_still(places):
            places = self._first_products()
        if not places:
            return []
        runs: dict[tuple[int, int], list[tuple[int, Product]]] = {key: [] for key in places}
        for number in range(len(self._trace)):
            if not self._is_product(number):
                continue
            found = self._root_of(number)
            if found is None:
                continue
            root, state, _ = found
            if root.event in self._still:
                state = sum(changed < number for changed in self._changes)
            key = (self._trace.events[number].place, root.event)
            if key in runs:
                product = self._product(number)
                if product is not None:
                    runs[key].append((state, product))
        order = list(places)
        moving = [root for root in self._weight_roots(order) if root.event not in self._still]
        last = min(len(root.states) for root in moving)
        groups: list[list[ForwardPass]] = []
        for state in range(last):
            of_state = [[p for s, p in runs[key] if s == state] for key in order]
            useful = [[p for p in run if p.event in self._all_useful] or run for run in of_state]
            passes = [self._layers.forward_pass(products, state) for products in zip(*useful, strict=False)]
            found_passes = [one for one in passes if one is not None]
            if not found_passes:
                break
            groups.append(found_passes)
        return groups

    def _add_still(self, places: list[tuple[int, int]]) -> bool:
        """Add the weights that are read in every forward pass and never change; return whether there are any."""
        trace = self._trace
        known = {key[0] for key in places}
        forward = [n for n in range(self._update + 1) if trace.events[n].place in known and self._is_product(n)]
        first = next((product for n in forward if (product := self._product(n)) is not None), None)
        if first is None:
            return False
        again = {trace.events[n].place for n in range(self._update + 1, len(trace)) if self._is_product(n)}
        m = first.I.shape[1]
        found = []
        for number in sorted(trace.ancestors([max(forward)])):
            if not self._is_product(number) or trace.events[number].place not in again:
                continue
            if self._root_of(number) is not None:
                continue
            for operand in trace.operands(number):
                value, source = trace.value(operand), trace.source(operand, True)
                if value is None or value.ndim != 2 or m in value.shape or not self._layers.is_constant(operand):
                    continue
                found.append(Root(source, [source], [(number, 0)]))
                break
        for root in found:
            self._roots.append(root)
            self._state_of[root.event] = (root, 0)
            self._still.add(root.event)
        moving = [root for root in self._weight_roots(places) if root.event not in self._still]
        self._changes = sorted(moving[0].states[1:]) if moving else []
        return bool(found)

    def _weight_roots(self, keys: list[tuple[int, int]]) -> list[Root]:
        by_event = {root.event: root for root in self._roots}
        return [by_event[event] for _, event in keys]

    def _is_product(self, event: int) -> bool:
        operator = self._trace.operator(event)
        if self._trace.kind(event) not in ("operator", "call"):
            return False
        return operator in PRODUCTS or (operator in ("*", "numpy.multiply") and self._is_outer(event))

    def _is_outer(self, event: int) -> bool:
        """Return whether an element-wise product is one of a column with a row."""
        sizes = [value.size for o in self._trace.operands(event) if (value := self._trace.value(o)) is not None]
        whole = self._trace.value(event)
        return whole is not None and len(sizes) == 2 and whole.size == sizes[0] * sizes[1] and whole.size > max(sizes)

    def _first_products(self) -> list[tuple[int, int]]:
        """Return (place, root) of the forward product of each weight array, in order."""
        found: dict[int, tuple[int, int]] = {}
        for wanted in (True, False):
            for number in range(min(self._update + 1, len(self._trace))):
                if not self._is_product(number) or (wanted and number not in self._useful):
                    continue
                root = self._root_of(number)
                if root is not None and root[0].event not in found:
                    found[root[0].event] = (self._trace.events[number].place, root[0].event)
        first = {key: number for number, key in self._order(found).items()}
        return sorted(found.values(), key=lambda key: first[key])

    def _order(self, found: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
        """Return first event → (place, root)."""
        order: dict[int, tuple[int, int]] = {}
        waiting = set(found.values())
        for number in range(len(self._trace)):
            if not waiting:
                break
            key = self._trace.events[number].place
            if any(key == place for place, _ in waiting) and (root := self._root_of(number)) is not None:
                pair = (key, root[0].event)
                if pair in waiting:
                    order[number] = pair
                    waiting.discard(pair)
        return order

    def _root_of(self, event: int) -> tuple[Root, int, int] | None:
        """Return the parameter that a product reads, its state, and the operand."""
        for operand in self._trace.operands(event):
            source = self._trace.source(operand, True)
            if source in self._state_of:
                root, state = self._state_of[source]
                return root, state, operand
        return None

    def _product(self, event: int) -> Product | None:
        trace = self._trace
        found = self._root_of(event)
        arrays = [o for o in trace.operands(event) if (v := trace.value(o)) is not None and v.ndim > 0]
        if found is None or len(arrays) != 2:
            return None
        _, _, weights = found
        first = arrays[0] == weights
        other = arrays[1] if first else arrays[0]
        W, I, R = trace.value(weights), trace.value(other), trace.value(event)  # noqa: E741
        if W is None or I is None or R is None:
            return None
        root = trace.value(found[0].event)
        columns = I[:, None] if I.ndim == 1 else I
        rows = I[None, :] if I.ndim == 1 else I
        if W.ndim == 1:
            W = W[None, :] if first else W[:, None]
        if W.ndim != 2 or I.ndim > 2:
            return None
        # As the operands are written first; others (einsum, inner, …) by value.
        ways: list[tuple[Array, Array, SamplesAre]] = [
            (W, columns, "columns"),
            (W.T, rows.T, "rows"),
        ]
        if not first:
            ways.reverse()
        ways += [(W, rows.T, "rows"), (W.T, columns, "columns")]
        for weight, given, samples in ways:
            if weight.shape[1] != given.shape[0]:
                continue
            expected = weight @ given
            actual = R.reshape(expected.shape) if samples == "columns" and R.ndim < 2 and R.size == expected.size else R
            if samples == "rows":
                actual = R.reshape(expected.T.shape).T if R.size == expected.size else R
            if actual.shape == expected.shape and np.allclose(actual, expected, rtol=1e-4, atol=1e-6):
                own = root if root is not None and root.ndim == 2 else weight
                turned = own.shape != weight.shape or (own.shape[0] == own.shape[1] and samples == "rows" and not first)
                return Product(event, weights, other, weight, given, samples, turned)
        return None
