"""The measures that cells can be coloured by, one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nnviz.model.map.training import CellResult
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Measure:
    """One measure.

    Attributes
    ----------
    name, title
        Name in tables; name for people.
    of
        Returns a cell's number; None where it has none.
    log
        Whether its scale is logarithmic.
    share
        Whether it is a share, from 0 to 1, for which more is better; for all others less is better.
    tests
        Whether it needs test samples.
    """

    name: str
    title: str
    of: Callable[[CellResult], float | None]
    log: bool = False
    share: bool = False
    tests: bool = False


def _train(result: CellResult) -> float | None:
    return None if result.metrics is None else result.metrics.train


def _test(result: CellResult) -> float | None:
    return None if result.metrics is None else result.metrics.test


def _train_accuracy(result: CellResult) -> float | None:
    return None if result.metrics is None else result.metrics.train_accuracy


def _test_accuracy(result: CellResult) -> float | None:
    return None if result.metrics is None else result.metrics.test_accuracy


def _reached(result: CellResult) -> float | None:
    return result.reached


_ROWS = (
    Measure(name="train_loss", title=QT_TRANSLATE_NOOP("model", "Final loss"), of=_train, log=True),
    Measure(name="test_loss", title=QT_TRANSLATE_NOOP("model", "Final test loss"), of=_test, log=True, tests=True),
    Measure(name="train_accuracy", title=QT_TRANSLATE_NOOP("model", "Accuracy"), of=_train_accuracy, share=True),
    Measure(
        name="test_accuracy",
        title=QT_TRANSLATE_NOOP("model", "Test accuracy"),
        of=_test_accuracy,
        share=True,
        tests=True,
    ),
    Measure(name="reached", title=QT_TRANSLATE_NOOP("model", "Updates until learned"), of=_reached, log=True),
)

MEASURES: Mapping[str, Measure] = MappingProxyType({row.name: row for row in _ROWS})
