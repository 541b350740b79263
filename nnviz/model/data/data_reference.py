"""What settings store of their samples: so little that a hundred settings can be kept.

Every change of settings is stored with its branch, for replaying it, and for undoing it. On `mnist` each that changed
the data stored 31 MB of samples: twelve steps of the noise took 422 MB, and now take 100. Large samples are made again
when they are asked for, bit by bit the same, in 5 ms, or 20 with noise, so that undoing such a step takes 26 ms instead
of 3.
"""

from __future__ import annotations

from threading import Lock
from weakref import ref

from nnviz.model.data.dataset import DataSet

BUDGET = 64 * 2**20
"""Bytes of large samples that settings store, used or not: two of `mnist`, for going back and forth between them."""


class DataReference:
    """Few samples; or many, stored while they are among the last that were asked for, and made again later.

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
        """Return the samples; a caller that continues to use them has to store them."""
        data = self._data or self._weakly()
        if self._remake is None:
            assert data is not None  # these are stored
            return data
        if data is None:
            data = self._remake()
            self._weakly = ref(data)
        self._data = data
        _RECENT.note(self, data)
        return data

    def release(self) -> None:
        """Release the samples."""
        self._data = None


class _Recent:
    """Makes settings release large samples, except those asked for last, as many as fit.

    One set is always stored: preparing a change needs it next. Samples go with the last settings that use them.
    """

    def __init__(self) -> None:
        self._stored: list[tuple[ref[DataReference], ref[DataSet]]] = []
        self._changing = Lock()

    def note(self, reference: DataReference, data: DataSet) -> None:
        """Store samples in preference to those that were asked for before."""
        with self._changing:
            if self._stored and self._stored[0][0]() is reference:
                return
            others = [pair for pair in self._stored if pair[0]() not in (None, reference)]
            self._stored, used = [], 0
            counted: set[int] = set()
            for pair in [(ref(reference), ref(data)), *others]:
                one, its = pair[0](), pair[1]()
                if one is None or its is None:
                    continue
                if id(its) not in counted:
                    if counted and used + its.nbytes > BUDGET:
                        one.release()
                        continue
                    counted.add(id(its))
                    used += its.nbytes
                self._stored.append(pair)


_RECENT = _Recent()
