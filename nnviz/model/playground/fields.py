"""The fields of a Playground link, read by Playground's own rules.

They follow the ``#`` as ``name=value&…``. A switch is off only for the text ``false``, an option that Playground does
not know counts as missing, and numbers are read as JavaScript reads them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NoReturn
from urllib.parse import unquote

from nnviz.model.errors import ModelError
from nnviz.model.playground.address import HOST, repaired
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

ASKED = QT_TRANSLATE_NOOP("model", "the Playground link")
EXAMPLE = "https://playground.tensorflow.org/#activation=tanh&networkShape=4,2&dataset=circle&seed=0.12345"
"""A link as people copy it from the browser."""

_LONGEST = 20_000
_HIDING = "_hide"
_HEX = re.compile(r"0[xX][0-9a-fA-F]+")
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)

OPTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "activation": ("tanh", "relu", "sigmoid", "linear"),
        "regularization": ("none", "L1", "L2"),
        "dataset": ("circle", "xor", "gauss", "spiral"),
        "regDataset": ("reg-plane", "reg-gauss"),
        "problem": ("classification", "regression"),
    }
)
"""Fields with one of several options, the default first."""

NUMBERS: Mapping[str, float] = MappingProxyType(
    {"learningRate": 0.03, "regularizationRate": 0.0, "noise": 0.0, "batchSize": 10.0, "percTrainData": 50.0}
)
"""Fields that are numbers, with their defaults."""

SWITCHES: Mapping[str, bool] = MappingProxyType(
    {
        "x": True,
        "y": True,
        "xSquared": False,
        "ySquared": False,
        "xTimesY": False,
        "sinX": False,
        "sinY": False,
        "cosX": False,
        "cosY": False,
        "showTestData": False,
        "discretize": False,
        "initZero": False,
        "collectStats": False,
        "hideText": False,
    }
)
"""Fields that are on or off, with their defaults."""

SHAPE, SEED, TUTORIAL = "networkShape", "seed", "tutorial"
KNOWN = frozenset({*OPTIONS, *NUMBERS, *SWITCHES, SHAPE, SEED, TUTORIAL})
DEFAULT_SHAPE = (4.0, 2.0)


class LinkFields:
    """The fields of a link.

    Parameters
    ----------
    text
        A link, or the part after its ``#``.

    Attributes
    ----------
    texts
        Field → text, in the order of the link.
    repairs
        What was repaired in the link.

    Raises
    ------
    ModelError
        If the text is not a link of Playground.
    """

    def __init__(self, text: str) -> None:
        text, self.repairs = repaired(text)
        if len(text) > _LONGEST:
            refuse("", filled(QT_TRANSLATE_NOOP("model", "{count} characters"), count=len(text)), EXAMPLE)
        address, mark, behind = text.partition("#")
        if not mark and "=" in text and "://" not in text:
            address, behind = "", text
        pairs = (part.partition("=") for part in behind.split("&"))
        self.texts = {unquote(name): unquote(value) for name, _, value in pairs if name}
        if not (KNOWN & self.texts.keys() or (HOST in address and not self.texts)):
            refuse("", repr(text[:40]) if text else QT_TRANSLATE_NOOP("model", "nothing"), EXAMPLE)

    def has(self, name: str) -> bool:
        """Return whether the link has a field that is not empty."""
        return bool(self.texts.get(name, "").strip())

    def option(self, name: str) -> str:
        """Return a field of `OPTIONS`."""
        value = self.texts.get(name, "")
        return value if value in OPTIONS[name] else OPTIONS[name][0]

    def switch(self, name: str) -> bool:
        """Return a field of `SWITCHES`."""
        return self.texts[name] != "false" if self.has(name) else SWITCHES[name]

    def number(self, name: str) -> float:
        """Return a field of `NUMBERS`.

        Raises
        ------
        ModelError
            If it is not a number; Playground would compute NaN from it.
        """
        return _number(name, self.texts[name]) if self.has(name) else NUMBERS[name]

    def shape(self) -> tuple[float, ...]:
        """Return the units of the hidden layers; empty if the field is there and empty.

        Raises
        ------
        ModelError
            If one is not a number.
        """
        if SHAPE not in self.texts:
            return DEFAULT_SHAPE
        text = self.texts[SHAPE].strip()
        return tuple(_number(SHAPE, part) for part in text.split(",")) if text else ()

    def unknown_options(self) -> tuple[str, ...]:
        """Return the fields of `OPTIONS` that Playground would ignore."""
        return tuple(name for name in OPTIONS if self.has(name) and self.texts[name] not in OPTIONS[name])

    def strangers(self) -> tuple[str, ...]:
        """Return the names of fields that Playground does not have."""
        return tuple(name for name in self.texts if name not in KNOWN and not name.endswith(_HIDING))

    def hidden_controls(self) -> tuple[str, ...]:
        """Return the names of Playground's controls that the link hides."""
        hiding = (name for name, value in self.texts.items() if name.endswith(_HIDING) and value == "true")
        return tuple(name.removesuffix(_HIDING) for name in hiding)


def refuse(field: str, found: str, accepted: str) -> NoReturn:
    """Raise the error that a link cannot be opened because of a field.

    Raises
    ------
    ModelError
        Always.
    """
    raise ModelError(ASKED, field, found, accepted)


def _number(name: str, text: str) -> float:
    """Read a number as JavaScript does."""
    text = text.strip()
    if _HEX.fullmatch(text):
        return float(int(text, 16))
    number = float(text) if _DECIMAL.fullmatch(text) else math.nan
    if not math.isfinite(number):
        refuse(name, repr(text), QT_TRANSLATE_NOOP("model", "a number"))
    return number
