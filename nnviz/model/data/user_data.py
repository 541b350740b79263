"""The user's samples as a scenario's data: written out where they are few, otherwise left in their file."""

from __future__ import annotations

from pathlib import Path

from nnviz.model.data.edits import MOST
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.read import file_spec, read_file, read_text
from nnviz.model.data.files.source import DataSource
from nnviz.model.data.files.table import Table
from nnviz.model.data.scaling import Scaling, TargetScaling
from nnviz.model.data.spec import EXPLICIT, FILE, DataSpec
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

TEST_SHARE = 0.2
"""Share of test samples, for data that do not mark them and are not few."""

FEW = 20
"""Of fewer samples, all are needed for training."""


def usual_test_share(samples: int) -> float:
    """Return the share of so many samples that is set aside for testing, unless something else is chosen."""
    return 0.0 if samples < FEW else TEST_SHARE


def data_from_file(
    path: str | Path,
    options: Options,
    scaling: Scaling = "none",
    divisor: float = 1.0,
    test_share: float | None = None,
    target_scaling: TargetScaling = "none",
) -> DataSpec:
    """Return a file's samples as a scenario's data.

    Parameters
    ----------
    path, options
        The file, and how it is read: as detected, or as the user chose.
    scaling, divisor
        How the inputs are scaled.
    test_share
        Share of the samples that is set aside for testing, by default the usual one; without effect where the file
        marks the test samples.
    target_scaling
        How targets are scaled; without effect on classes.

    Raises
    ------
    ModelError
        If the file cannot be read so.
    """
    named = file_spec(path, options)
    table = read_file(named)
    if table.numbers <= MOST:
        return _written_out(table, scaling, divisor, test_share, target_scaling)
    share = 0.0 if table.test is not None else _share(table, test_share)
    return DataSpec(
        FILE,
        file=named,
        test_share=share,
        scaling=_or_none(scaling),
        divisor=_number(scaling, divisor),
        target_scaling=_of_targets(table, target_scaling),
    )


def data_from_text(
    text: str,
    options: Options,
    scaling: Scaling = "none",
    divisor: float = 1.0,
    test_share: float | None = None,
    target_scaling: TargetScaling = "none",
) -> DataSpec:
    """Return pasted samples as a scenario's data; parameters as for `data_from_file`.

    Raises
    ------
    ModelError
        If the text cannot be read so, or is too long to be stored in a scenario.
    """
    table = read_text(text, options)
    if table.numbers > MOST:
        found = filled(QT_TRANSLATE_NOOP("model", "{count} numbers"), count=format_count(table.numbers))
        accepted = filled(QT_TRANSLATE_NOOP("model", "at most {count}; more in a file"), count=format_count(MOST))
        raise DataSource("").refused("", found, accepted)
    return _written_out(table, scaling, divisor, test_share, target_scaling)


def _written_out(
    table: Table, scaling: Scaling, divisor: float, test_share: float | None, target_scaling: TargetScaling
) -> DataSpec:
    return DataSpec(
        EXPLICIT,
        test_share=_share(table, test_share) if table.test is None else 0.0,
        inputs=tuple(map(tuple, table.rows.astype(float).tolist())),
        labels=None if table.labels is None else tuple(table.labels.tolist()),
        targets=None if table.targets is None else tuple(map(tuple, table.targets.T.tolist())),
        n_classes=len(table.class_names) or None,
        test=None if table.test is None else tuple(table.test.tolist()),
        feature_names=table.feature_names,
        class_names=table.class_names or None,
        image_shape=table.image_shape,
        scaling=_or_none(scaling),
        divisor=_number(scaling, divisor),
        target_scaling=_of_targets(table, target_scaling),
    )


def _share(table: Table, chosen: float | None) -> float:
    return usual_test_share(len(table.rows)) if chosen is None else chosen


def _or_none(scaling: Scaling) -> Scaling | None:
    return None if scaling == "none" else scaling


def _of_targets(table: Table, scaling: TargetScaling) -> TargetScaling | None:
    return None if scaling == "none" or table.targets is None else scaling


def _number(scaling: Scaling, divisor: float) -> float | None:
    return divisor if scaling == "divide" else None
