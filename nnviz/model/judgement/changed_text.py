"""Which mistake a small change of an expression mends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.evaluate import FAILURES, evaluate, normal
from nnviz.model.recognition.trace import PRODUCTS, Trace

_SLOPE: Final = re.compile(r"^\(?(?P<of>[^()]+) \* \(1 - (?P=of)\)\)?$|^\(?1 - (?P<square>[^()]+) \*\* 2\)?$")


class ChangedText:
    """An expression as it is, and as it should be.

    Parameters
    ----------
    trace
        The recording.
    old, new
        The expression, and the changed one.
    slopes
        Texts of slopes that were tried.
    scope
        What names hold there.
    event
        Event of the statement.
    thetas
        Texts of the parameter whose gradient it is.
    """

    def __init__(
        self,
        trace: Trace,
        old: str,
        new: str,
        slopes: Sequence[str],
        scope: Mapping[str, Array],
        event: int,
        thetas: Sequence[str] = (),
    ) -> None:
        # Brackets that are left out where they are not needed are no change.
        self._trace, self._old, self._new = trace, old, f"({new})" if f"({new})" in old else new
        self._slopes, self._scope, self._event, self._thetas = slopes, scope, event, thetas

    def mistakes(self, is_output: bool) -> tuple[str, ...]:
        """Return the names of what the change mends; none where that is not known.

        Parameters
        ----------
        is_output
            Whether the expression is δ of the output.
        """
        before, after = self._differing()
        penalty = self._of_penalty()
        if penalty:
            return penalty
        slope = next((s for s in self._slopes if s in after or after.startswith(s) or f"({s})" in self._new), None)
        if slope is not None and self._is_added(slope):
            return ("output-slope-forgotten" if is_output else "hidden-slope-forgotten",)
        if slope is not None and slope not in self._old:
            return self._of_slope(slope, before, is_output)
        if before.strip("* /()") and not after.strip("* /()"):
            return self._of_lost(before, is_output)
        if self._old.count(".T") != self._new.count(".T"):
            return ("reshape-for-transpose",) if "reshape" in self._old else ("not-transposed",)
        if re.search(r"\b(sum|mean|max|min)\b", self._new):
            return self._of_sum(before, after)
        if "/" in after and "/" not in before:
            return ("no-mean",)
        return self._of_name(before, after)

    def _differing(self) -> tuple[str, str]:
        """Return the parts of both texts that differ, whole words."""
        old, new = _words(self._old), _words(self._new)
        first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        last = 0
        while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
            last += 1
        return "".join(old[first : len(old) - last]), "".join(new[first : len(new) - last])

    def _is_added(self, slope: str) -> bool:
        """Return whether the change multiplies by a slope, and is nothing else."""
        for text in (f" * ({slope})", f" * {slope}"):
            if text in self._new:
                try:
                    return normal(self._new.replace(text, "", 1)) == normal(self._old)
                except FAILURES:
                    return False
        return False

    def _of_penalty(self) -> tuple[str, ...]:
        """Return what is wrong with the term that a penalty adds."""
        for theta in self._thetas:
            terms = [re.search(rf"[-+]\s*([^-+]*?)\s*\*\s*{re.escape(theta)}(?![\w.\[])", t) for t in self._both()]
            if terms[1] is None:
                continue
            if terms[0] is None:
                return ("penalty-forgotten",)
            old, new = self._array(terms[0][1]), self._array(terms[1][1])
            if old is None or new is None or old.size != 1 or new.size != 1 or not new.any():
                return ("penalty-factor",)
            times = float(old.ravel()[0] / new.ravel()[0])
            return ("penalty-factor",) if times in (0.5, 2.0) else ("penalty-over-m",)
        return ()

    def _both(self) -> tuple[str, str]:
        return self._old, self._new

    def _of_slope(self, slope: str, before: str, is_output: bool) -> tuple[str, ...]:
        forgotten = "output-slope-forgotten" if is_output else "hidden-slope-forgotten"
        found = _SLOPE.match(slope)
        a = (found["of"] or found["square"]) if found is not None else slope.split(" > ")[0]
        rest = before.strip("*() ")
        if not rest:
            return (forgotten,)
        if rest == a:
            # A name in the place of its slope: or one that was there before the slope was added to it.
            return ("activation-for-slope",) if slope.startswith(a) or found is not None else (forgotten,)
        if self._is_formula(rest, a):
            return ("slope-formula-of-z",)
        if re.fullmatch(r".*1 - (.+) \*\* 2.*|.*1 - (.+)\*\*2.*", rest) and found is not None and found["of"]:
            return ("wrong-derivative",)
        if found is None:
            return ("sigmoid-slope",) if re.search(r"(\w+)\s*\*\s*\(1\s*-\s*\1\)", rest) else ("wrong-derivative",)
        return ("wrong-derivative",)

    def _is_formula(self, text: str, a: str) -> bool:
        """Return whether a text is a slope's formula with what the activation was computed of."""
        names = set(re.findall(r"[^\W\d][\w.]*", text))
        if len(names) != 1:
            return False
        z, activation = self._scope.get(names.pop()), self._scope.get(a)
        if z is None or activation is None or z.shape != activation.shape:
            return False
        with np.errstate(all="ignore"):
            return np.allclose(np.tanh(z), activation) or np.allclose(1 / (1 + np.exp(-z)), activation)

    def _of_lost(self, before: str, is_output: bool) -> tuple[str, ...]:
        """Return what a part that should not be there is."""
        if re.search(r"\*\*\s*2|1\s*-|deriv|prime|slope|grad", before):
            return ("output-slope-twice",) if is_output else ("wrong-derivative",)
        divided = before.strip().startswith("/")
        return ("mean-twice",) if divided else ()

    def _of_sum(self, before: str, after: str) -> tuple[str, ...]:
        if re.search(r"\b(sum|mean)\b", self._new) and not re.search(r"\b(sum|mean|max|min)\b", self._old):
            return ("no-sum",)
        if "mean" in after and "sum" in before:
            return ("no-mean",)
        if "sum" in after and "mean" in before:
            return ("mean-twice",)
        if "axis" in self._new and not re.search(r"\((?:[^()]*,)?\s*(?:axis=)?\d", self._old):
            return ("bias-sum-of-all",)
        old, new = re.findall(r"axis=(\d)", self._old), re.findall(r"axis=(\d)", self._new)
        return ("bias-sum-over-units",) if old != new else ()

    def _of_name(self, before: str, after: str) -> tuple[str, ...]:
        """Return what it is that one array stands in the place of another."""
        old, new = self._array(before), self._array(after)
        if old is None or new is None:
            return ()
        is_gradient = any(
            self._trace.operator(e) in PRODUCTS and self._trace.spot(e) == self._trace.spot(self._event)
            for e in range(max(self._event - 40, 0), self._event + 1)
        )
        with np.errstate(all="ignore"):
            if old.shape == new.shape:
                for function in (np.tanh, lambda z: 1 / (1 + np.exp(-z)), lambda z: np.maximum(z, 0)):
                    if np.allclose(function(old), new):
                        return ("net-input-for-activation",)
                    if np.allclose(function(new), old):
                        return ("slope-of-a",)
        weights = re.match(r"(self\.)?(w|W|weight|theta|Theta|syn)", before.strip()) is not None
        return ("weights-for-inputs",) if weights and (is_gradient or old.ndim == 0) else ()

    def _array(self, text: str) -> Array | None:
        try:
            known = self._scope.get(normal(text))
            return evaluate(text, self._scope) if known is None else known
        except FAILURES:
            return None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d][\w.]*|\d+\.?\d*|\s+|.", text)
