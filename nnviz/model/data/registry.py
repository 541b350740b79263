"""All data sets that can be made. To add one, write its file and add it to `_KINDS`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from nnviz.model.data.circle import CIRCLE
from nnviz.model.data.data_set_kind import DataKind
from nnviz.model.data.flower import FLOWER
from nnviz.model.data.gaussians import TWO_GAUSSIANS
from nnviz.model.data.images import DIGITS, MNIST
from nnviz.model.data.moons import MOONS
from nnviz.model.data.playground import KINDS as PLAYGROUND
from nnviz.model.data.sine import SINE
from nnviz.model.data.spiral import SPIRAL, THREE_CLASS_SPIRAL
from nnviz.model.data.xor import XOR, XOR_CLOUD

_KINDS = (
    XOR,
    XOR_CLOUD,
    FLOWER,
    CIRCLE,
    TWO_GAUSSIANS,
    SPIRAL,
    THREE_CLASS_SPIRAL,
    MOONS,
    SINE,
    DIGITS,
    MNIST,
    *PLAYGROUND,
)

DATA_SETS: Mapping[str, DataKind] = MappingProxyType({kind.name: kind for kind in _KINDS})
