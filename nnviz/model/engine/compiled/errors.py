"""What is said when a program cannot be compiled."""

from __future__ import annotations

from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


class CompilingError(ModelError):
    """Numba is installed, and did not compile an update: numpy runs it."""

    def __init__(self, found: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("model", "to compile the updates"),
            "",
            found,
            QT_TRANSLATE_NOOP("model", "a numba that works; until then numpy runs them"),
        )
