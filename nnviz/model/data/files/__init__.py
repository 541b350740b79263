"""The user's samples: detecting how a file is to be read, and reading it.

detect                            what a file is, and how it is to be read
read                              reading it
options, table                    how a file is read; what was detected and what was read
source                            a file or pasted text as bytes
text_table, layout, sniffing, parsing   tables of text
forms                             texts that are tables without looking like one
columns, answers, numeric         which columns are what; classes and targets; arrays as samples
endings                           of files of samples
choices                           what a person asks for, as options
encoding                          texts and missing values as numbers
npy, npz, npz_names, idx, mat     formats of arrays
workbook                          Excel
unreadable                        formats that are not read, and what turns them into one that is
compact                           inputs stored compactly

`detect.detect` and `read.read` have the names of their modules, so they must be imported from these.
"""

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.model.data.files.detect import detect_text, is_samples
    from nnviz.model.data.files.options import FileSpec, Options
    from nnviz.model.data.files.read import file_spec, read_file, read_text
    from nnviz.model.data.files.table import DetectedTable, Table
else:
    __getattr__ = names_of(
        __name__,
        {
            "detect": ("detect_text", "is_samples"),
            "options": ("FileSpec", "Options"),
            "read": ("file_spec", "read_file", "read_text"),
            "table": ("DetectedTable", "Table"),
        },
    )

__all__ = [
    "DetectedTable",
    "FileSpec",
    "Options",
    "Table",
    "detect_text",
    "file_spec",
    "is_samples",
    "read_file",
    "read_text",
]
