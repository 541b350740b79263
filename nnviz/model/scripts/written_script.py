"""A script, and the arrays that are too long to stand in it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.files.write import write_atomically
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

SAVING: Final = QT_TRANSLATE_NOOP("model", "to save the script")


@dataclass(frozen=True)
class WrittenScript:
    """A script.

    Attributes
    ----------
    text
        Its source, or a notebook as JSON.
    arrays
        What it loads from the ``.npz`` file beside it, by name; empty where all numbers stand in the text.
    """

    text: str
    arrays: Mapping[str, Array]

    def save(self, path: Path) -> None:
        """Write the script, and the file of arrays beside it where there is one.

        Raises
        ------
        FileNotWrittenError
            If one cannot be written.
        """
        if self.arrays:
            content = io.BytesIO()
            arrays: dict[str, Any] = dict(self.arrays)
            np.savez_compressed(content, **arrays)
            write_atomically(path.with_suffix(".npz"), content.getvalue(), SAVING)
        write_atomically(path, self.text.encode(), SAVING)
