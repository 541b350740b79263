"""IDX, the format of the MNIST database: a file of images and one of labels, plain or compressed with gzip.

http://yann.lecun.com/exdb/mnist: two zero bytes, the numbers' type, how many dimensions, their sizes, the numbers.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.model.data.files.columns import scaling_for_numbers
from nnviz.model.data.files.numeric import Shape, column_names, image_shape_in, preview_of, rows_of, table_of, task_for
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.source import DataSource, source_of
from nnviz.model.data.files.table import DetectedTable, Table
from nnviz.model.files.present import is_file
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
_NAME = re.compile(r"ubyte|idx\d", re.IGNORECASE)
_MOST_DIMENSIONS = 4
_LOOKED_AT = 200


def is_idx(source: DataSource, begin: bytes) -> bool:
    """Return whether a file is IDX by its first bytes, or should be by its name."""
    named = source.path is not None and bool(_NAME.search(source.name))
    return named or (
        begin[:2] == b"\0\0" and len(begin) > 3 and begin[2] in _TYPES and 0 < begin[3] <= _MOST_DIMENSIONS
    )


def detect_idx(source: DataSource, chosen: Mapping[str, Any]) -> DetectedTable:
    """Find the pictures and labels that belong together, whichever file was chosen.

    Raises
    ------
    ModelError
        If a file is damaged, or the other one is missing.
    """
    other = chosen.get("other_file") or str(_other(source))
    options = Options("idx", other_file=other)
    images, labels = _pair(source, options)
    shape = chosen["image_shape"] if "image_shape" in chosen else image_shape_in(_shape(images))
    rows, answers = _arrays(source, options)
    task = chosen.get("task") or task_for(answers)
    options = replace(options, task=task, answer_columns=(rows.shape[1],), image_shape=shape)
    table_of(images, rows, answers, task, shape)
    scaling, divisor = scaling_for_numbers(float(rows[:_LOOKED_AT].max()), shape)
    columns = tuple(column_names(rows, answers, shape))
    other_name = images.name if source == labels else labels.name
    note = filled(QT_TRANSLATE_NOOP("model", "It is read together with {name}."), name=other_name)
    return DetectedTable(
        source.name, options, len(rows), columns, preview_of(rows, answers), (note,), (), scaling, divisor
    )


def read_idx(source: DataSource, options: Options) -> Table:
    """Read images and their labels.

    Raises
    ------
    ModelError
        If a file is damaged, or they do not belong together.
    """
    rows, answers = _arrays(source, options)
    return table_of(source, rows, answers, options.task, options.image_shape)


def _arrays(source: DataSource, options: Options) -> tuple[NDArray[Any], NDArray[Any]]:
    images, labels = _pair(source, options)
    return rows_of(images, "", _array(images)), _array(labels).reshape(-1)


def _pair(source: DataSource, options: Options) -> tuple[DataSource, DataSource]:
    """Return the file of images and that of labels."""
    other = source_of(options.other_file)
    return (other, source) if len(_shape(source)) == 1 else (source, other)


def _other(source: DataSource) -> Path:
    """Return the matching file in the same folder: ``train-labels-idx1-ubyte.gz`` to ``train-images-idx3-ubyte``."""
    assert source.path is not None  # IDX is never pasted
    has_labels = len(_shape(source)) == 1
    here, there, kind = ("labels", "images", "idx3") if has_labels else ("images", "labels", "idx1")
    stem = source.name.removesuffix(".gz")
    changed = re.sub(r"idx\d", kind, stem.replace(here, there))
    names = [name + ending for name in (changed, changed.replace("-idx", ".idx")) for ending in ("", ".gz")]
    for name in names:
        path = source.path.with_name(name)
        if changed != stem and is_file(path):
            return path
    if has_labels:
        found = QT_TRANSLATE_NOOP("model", "labels, and no file with their images")
    else:
        found = QT_TRANSLATE_NOOP("model", "images, and no file with their labels")
    raise source.refused("", found, filled(QT_TRANSLATE_NOOP("model", "{name} in the same folder"), name=names[0]))


def _shape(source: DataSource) -> Shape:
    with source.opened() as file:
        return _header(source, file.read(4 + 4 * _MOST_DIMENSIONS))[1]


def _header(source: DataSource, begin: bytes) -> tuple[np.dtype[Any], Shape, int]:
    """Return the numbers' type, the shape, and where the numbers begin."""
    wanted = begin[:2] == b"\0\0" and len(begin) >= 8 and begin[2] in _TYPES and 0 < begin[3] <= _MOST_DIMENSIONS
    if not wanted or len(begin) < 4 + 4 * begin[3]:
        magic = " ".join(f"{byte:02x}" for byte in begin[:4])
        found = filled(QT_TRANSLATE_NOOP("model", "{bytes} as the first bytes"), bytes=magic)
        accepted = QT_TRANSLATE_NOOP("model", "00 00 08 03 for images, 00 00 08 01 for labels")
        raise source.refused("", found, accepted)
    shape = struct.unpack_from(f">{begin[3]}I", begin, 4)
    source.check_size(shape[0], int(np.prod(shape[1:], dtype=object)))
    return np.dtype(_TYPES[begin[2]]), shape, 4 + 4 * begin[3]


def _array(source: DataSource) -> NDArray[Any]:
    with source.opened() as file:
        content = file.read()
    dtype, shape, begin = _header(source, content[: 4 + 4 * _MOST_DIMENSIONS])
    wanted = int(np.prod(shape, dtype=object)) * dtype.itemsize
    if len(content) - begin != wanted:
        found = filled(QT_TRANSLATE_NOOP("model", "{count} bytes of numbers"), count=len(content) - begin)
        sizes = "×".join(map(str, shape))
        accepted = filled(QT_TRANSLATE_NOOP("model", "{count}, for {sizes}"), count=wanted, sizes=sizes)
        raise source.refused("", found, accepted)
    return np.frombuffer(content, dtype, offset=begin).astype(dtype.newbyteorder("=")).reshape(shape)
