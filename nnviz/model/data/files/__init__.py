"""A person's own samples: detecting how a file is to be read, and reading it."""

from nnviz.model.data.files.detect import detect, detect_text, is_samples
from nnviz.model.data.files.options import FileSpec, Options
from nnviz.model.data.files.read import file_spec, read, read_file, read_text
from nnviz.model.data.files.table import Reading, Table

__all__ = [
    "FileSpec",
    "Options",
    "Reading",
    "Table",
    "detect",
    "detect_text",
    "file_spec",
    "is_samples",
    "read",
    "read_file",
    "read_text",
]
