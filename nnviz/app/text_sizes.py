"""The sizes of text that a person can choose, as factors; without Qt, as the command line reads them too."""

from __future__ import annotations

from typing import Final

TEXT_SIZES: Final = (0.8, 1.0, 1.25, 1.5, 2.0)
"""What the View menu offers."""

LEAST_TEXT: Final = TEXT_SIZES[0]
MOST_TEXT: Final = TEXT_SIZES[-1]
