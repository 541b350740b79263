"""A scenario's samples: made by a data set of the registry, written out, or read from a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from nnviz.model.data.data_set_kind import NOISE_RANGE, SAMPLES_RANGE
from nnviz.model.data.files.options import FileSpec
from nnviz.model.data.scaling import Scaling, TargetScaling
from nnviz.model.limits import Ge, Le, Longest
from nnviz.model.random.seeds import Seed
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

ASKED = "the data"
TEST_SHARE_RANGE = (0.0, 0.9)

EXPLICIT = "explicit"
"""The kind of samples that are written out in the scenario."""

FILE = "file"
"""The kind of samples that stay in a file."""

SAMPLES = Longest(
    SAMPLES_RANGE[1],
    QT_TRANSLATE_NOOP(
        "model", "at most {most} samples: written out, each number takes 32 bytes; more of them stay in a file"
    ),
)
INPUTS = Longest(
    100_000,
    QT_TRANSLATE_NOOP("model", "at most {most} numbers in a row: 10 units have 8 MB of weights for them"),
)
NAME = Longest(300, QT_TRANSLATE_NOOP("model", "at most {most} characters: a name is written in one line of a table"))
NAMES = Longest(100_000, QT_TRANSLATE_NOOP("model", "at most {most} names: each of them is kept in memory and listed"))
CLASSES_MAX = 4096
CLASSES_WHY = QT_TRANSLATE_NOOP("model", "each class is a unit of the output layer")

Row = Annotated[tuple[float, ...], INPUTS]
Names = Annotated[tuple[Annotated[str, NAME], ...], NAMES]


@dataclass(frozen=True)
class DataSpec:
    """A scenario's samples.

    Attributes
    ----------
    kind
        A name of `DATA_SETS`, ``"explicit"`` or ``"file"``.
    samples, noise
        How many, and how noisy; the data set's own defaults when None.
    test_share
        Share of the samples that is set aside for testing.
    seed
        Seed of the samples and of the split; the scenario's when None.
    inputs
        For explicit data: a row per sample, as people write them.
    labels, targets
        For explicit data: the class of each sample, or a row of targets per sample; one of the two.
    n_classes
        For explicit data: how many classes there are; as many as the labels need (two at least) when None.
    test
        For explicit data: indices of the test samples, instead of `test_share`.
    feature_names
        For explicit data: names of the inputs.
    class_names
        For explicit data: names of the classes; their numbers when None.
    image_shape
        For explicit data: rows and columns of the picture that a sample's inputs are.
    file
        For data of a file: the file, and how it is read. Its content must not have changed.
    scaling
        How the inputs are scaled; as the data set does by default when None, which is not at all for the user's data.
    divisor
        With scaling ``"divide"``: what the inputs are divided by.
    target_scaling
        How targets are scaled; not at all when None.
    target_offset, target_factor
        With target scaling ``"given"``: a number for each target, Y = (raw − offset) · factor.
    features
        Names of `FEATURES` that the network is fed instead of the two inputs, computed when these have been scaled;
        None for the inputs as they are.
    offset, factor
        With scaling ``"given"``: a number for each input, X = (raw − offset) · factor.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid", "allow_inf_nan": False}

    kind: str = "xor"
    samples: Annotated[int, Ge(SAMPLES_RANGE[0]), Le(SAMPLES_RANGE[1])] | None = None
    noise: Annotated[float, Ge(NOISE_RANGE[0]), Le(NOISE_RANGE[1])] | None = None
    test_share: Annotated[float, Ge(TEST_SHARE_RANGE[0]), Le(TEST_SHARE_RANGE[1])] = 0.0
    seed: Seed | None = None
    inputs: Annotated[tuple[Row, ...], SAMPLES] = ()
    labels: Annotated[tuple[Annotated[int, Ge(0)], ...], SAMPLES] | None = None
    targets: Annotated[tuple[Row, ...], SAMPLES] | None = None
    n_classes: Annotated[int, Ge(2), Le(CLASSES_MAX, CLASSES_WHY)] | None = None
    test: Annotated[tuple[Annotated[int, Ge(0)], ...], SAMPLES] | None = None
    feature_names: Names | None = None
    class_names: Names | None = None
    image_shape: tuple[Annotated[int, Ge(1)], Annotated[int, Ge(1)]] | None = None
    file: FileSpec | None = None
    scaling: Scaling | None = None
    divisor: float | None = None
    offset: Row | None = None
    factor: Row | None = None
    target_scaling: TargetScaling | None = None
    target_offset: Row | None = None
    target_factor: Row | None = None
    features: Annotated[tuple[str, ...], NAMES] | None = None
