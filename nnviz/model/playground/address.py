"""What a link of Playground looks like, also after it was damaged on the way, and how it is repaired."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

HOST = "playground.tensorflow.org"

_DAMAGES: Mapping[str, str] = MappingProxyType(
    {"%C2%AE": "&reg", "%c2%ae": "&reg", "®": "&reg", "&amp;": "&", "\\&": "&", "\\#": "#", "\\=": "=", "\\?": "?"}
)
"""What programs and shells make of a part of a link: "&reg" of "&regularization" is "®" in HTML."""

_USUAL = frozenset(("&amp;",))
"""What is no damage, but how a web page writes it."""

_FIELDS = re.compile(r"#?(activation|batchSize|dataset|regDataset|networkShape|learningRate)=[^&\s]*&")
_AROUND = "<>\"'` \t\r\n"


def is_link(text: str) -> bool:
    """Return whether a text is a link of Playground, or its part after the ``#``."""
    text = text.strip(_AROUND)
    return HOST in text or _FIELDS.match(text) is not None


def repaired(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a link as it was before it was copied, and what was repaired, marked for translation."""
    text = text.strip(_AROUND)
    notes = []
    for damaged, right in _DAMAGES.items():
        if damaged in text:
            text = text.replace(damaged, right)
            if damaged not in _USUAL:
                note = QT_TRANSLATE_NOOP("model", "repaired: {damaged} is read as {right}")
                notes.append(filled(note, damaged=damaged, right=right))
    return text, tuple(notes)
