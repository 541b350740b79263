"""Samples: data sets that can be made, samples written out, samples of files, their split and their targets.

registry                  all data sets that can be made; each has a file here
data_set_kind             what a data set is
spec                      which samples a scenario has
building                  makes them
dataset                   samples that have been made, their split and their targets
scaling                   scaling of inputs and targets
batches                   the samples of each update
data_shape                how many inputs, classes and targets data have
explicit, edits           samples written out in a scenario; changing them
user_data, files          the user's samples, written out or left in a file
real_numbers              what a person's code has, as numbers, or why it is none
data_reference            what settings store of their samples
playground, seedrandom    TensorFlow Playground's data sets, and its random numbers
"""

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.model.data.building import build
    from nnviz.model.data.data_set_kind import DataKind, RawData
    from nnviz.model.data.dataset import DataSet, Encoding, split, targets_for
    from nnviz.model.data.edits import (
        as_explicit,
        with_cell_changed,
        with_sample_added,
        with_sample_moved,
        with_sample_relabelled,
        with_sample_removed,
        with_samples_added,
    )
    from nnviz.model.data.registry import DATA_SETS
    from nnviz.model.data.spec import DataSpec
    from nnviz.model.data.user_data import data_from_file, data_from_text
else:
    __getattr__ = names_of(
        __name__,
        {
            "building": ("build",),
            "dataset": (
                "DataSet",
                "Encoding",
                "split",
                "targets_for",
            ),
            "edits": (
                "as_explicit",
                "with_cell_changed",
                "with_sample_added",
                "with_sample_moved",
                "with_sample_relabelled",
                "with_sample_removed",
                "with_samples_added",
            ),
            "data_set_kind": (
                "DataKind",
                "RawData",
            ),
            "user_data": (
                "data_from_file",
                "data_from_text",
            ),
            "registry": ("DATA_SETS",),
            "spec": ("DataSpec",),
        },
    )

__all__ = [
    "DATA_SETS",
    "DataKind",
    "DataSet",
    "DataSpec",
    "Encoding",
    "RawData",
    "as_explicit",
    "build",
    "data_from_file",
    "data_from_text",
    "split",
    "targets_for",
    "with_cell_changed",
    "with_sample_added",
    "with_sample_moved",
    "with_sample_relabelled",
    "with_sample_removed",
    "with_samples_added",
]
