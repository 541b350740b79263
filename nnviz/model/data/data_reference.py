"""What settings hold of their samples: so little that a hundred settings can be kept.

Every change of settings stays with its branch, to replay it, and with what undoes it. On `mnist` each that changed the
data held 31 MB of them: twelve steps of the noise took 422 MB, and take 100. Large samples are made again when they are
asked for, to the last bit, in 5 ms, or 20 with noise, so that undoing such a step takes 26 ms rather than 3.
"""

from __future__ import annotations

from threading import Lock
from weakref import ref

from nnviz.model.data.dataset import DataSet

BUDGET = 64 * 2**20
"""Bytes of large samples that settings keep, in use or not: two of `mnist`, to go to and fro between."""


class HeldData:
    """Few samples; or many while they are among the last that were asked for, and then how to make them again.

    Parameters
    ----------
    data
        The samples.
    """

    def __init__(self, data: DataSet) -> None:
        self._remake = data.remake
        self._data: DataSet | None = data
        self._weakly = ref(data)
        if self._remake is not None:
            _RECENT.note(self, data)

    def get(self) -> DataSet:
        """Return the samples; whoever goes on using them has to keep them."""
        data = self._data or self._weakly()
        if self._remake is None:
            assert data is not None  # these are kept
            return data
        if data is None:
            data = self._remake()
            self._weakly = ref(data)
        self._data = data
        _RECENT.note(self, data)
        return data

    def let_go(self) -> None:
        """Keep them no more."""
        self._data = None


class _Recent:
    """Has settings let large samples go, but those asked for last, as many as fit.

    One set stays in any case: who prepares a change makes it next. With the last settings that ask for them samples go.
    """

    def __init__(self) -> None:
        self._kept: list[tuple[ref[HeldData], ref[DataSet]]] = []
        self._changing = Lock()

    def note(self, held: HeldData, data: DataSet) -> None:
        """Keep samples rather than those that were asked for before."""
        with self._changing:
            if self._kept and self._kept[0][0]() is held:
                return
            others = [pair for pair in self._kept if pair[0]() not in (None, held)]
            self._kept, used = [], 0
            counted: set[int] = set()
            for pair in [(ref(held), ref(data)), *others]:
                one, its = pair[0](), pair[1]()
                if one is None or its is None:
                    continue
                if id(its) not in counted:
                    if counted and used + its.nbytes > BUDGET:
                        one.let_go()
                        continue
                    counted.add(id(its))
                    used += its.nbytes
                self._kept.append(pair)


_RECENT = _Recent()
