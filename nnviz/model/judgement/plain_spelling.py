"""Names of other scripts spelled in ASCII, and back: the columns of a syntax tree count bytes."""

from __future__ import annotations

import re
from typing import Final

_SPELLED: Final = re.compile(r"zu([0-9a-f]+)z")


def plain(text: str) -> str:
    """Return a text in which each character that is not ASCII is spelled as letters."""
    return text if text.isascii() else "".join(c if c.isascii() else f"zu{ord(c):x}z" for c in text)


def unplain(text: str) -> str:
    """Return a text with the characters that were spelled as letters."""
    return _SPELLED.sub(lambda found: chr(int(found[1], 16)), text)


def plain_column(line: str, column: int) -> int:
    """Return where a column of a line is when it is spelled in ASCII."""
    return len(plain(line[:column]))
