"""Endings of files of samples."""

from __future__ import annotations

from typing import Final

READ: Final = (
    *(".csv", ".tsv", ".txt", ".dat", ".data", ".arff", ".svm", ".libsvm", ".jsonl", ".ndjson", ".md"),
    *(".npz", ".npy", ".mat", ".xlsx", ".xlsm", ".gz"),
)
"""Of those that are read. JSON has them too, and scenarios; IDX files have none."""

REFUSED: Final = (
    *(".xls", ".ods", ".parquet", ".feather", ".h5", ".hdf5", ".pkl", ".pickle", ".png", ".jpg", ".jpeg"),
    *(".sqlite", ".db", ".rds", ".rdata"),
)
"""Of those that are recognised, and refused with the line of Python that converts them."""


def patterns() -> str:
    """Return the patterns of files that are read, as a file dialog lists them."""
    return " ".join([*(f"*{ending}" for ending in READ), "*ubyte"])
