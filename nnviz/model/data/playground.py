"""The data sets of TensorFlow Playground: the same random numbers in the same order, so the same samples.

Only sines and logarithms may differ from a browser's in the last digit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from nnviz.model.data.data_set_kind import DataKind, RawData, in_turn
from nnviz.model.data.seedrandom import SeedRandom
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Point = tuple[float, float, float]
"""x1, x2, and the label (1 or −1) or the target."""

Draw = Callable[[int, float, SeedRandom], list[Point]]

CLASSIFICATION_SAMPLES = 500
REGRESSION_SAMPLES = 1200

_DIGITS = 5
_RADIUS = 5.0
_HALF_PLANE = 6.0
_GAP = 0.3
_SAMPLES_RANGE = (2, 10_000)
_NOISE_RANGE = (0.0, 0.8)
_BUMPS = ((-4.0, 2.5, 1.0), (0.0, 2.5, -1.0), (4.0, 2.5, 1.0), (-4.0, -2.5, -1.0), (0.0, -2.5, 1.0), (4.0, -2.5, -1.0))
"""Centres, and whether they go up or down."""


def seed_text(seed: int) -> str:
    """Return the text that Playground's generator is seeded with: its own seeds are fractions, ``0.03871`` is 3871."""
    return f"0.{seed:0{_DIGITS}d}" if seed < 10**_DIGITS else str(seed)


def seed_number(text: str) -> int | None:
    """Return the number of which `seed_text` makes a text, or None where there is none."""
    digits = text.removeprefix("0.")
    if not (digits.isascii() and digits.isdecimal()) or seed_text(int(digits)) != text:
        return None
    return int(digits)


def circle(samples: int, noise: float, draw: SeedRandom) -> list[Point]:
    """Return a disc inside a ring; noise moves a point only for its label, not on the plane."""
    points = []
    for count, near, far in zip(in_turn(2, samples), (0.0, 0.7 * _RADIUS), (0.5 * _RADIUS, _RADIUS), strict=True):
        for _ in range(count):
            r, angle = draw.uniform(near, far), draw.uniform(0.0, 2 * math.pi)
            x1, x2 = r * math.sin(angle), r * math.cos(angle)
            moved = _moved(x1, x2, _RADIUS, noise, draw)
            points.append((x1, x2, 1.0 if _distance(moved, (0.0, 0.0)) < 0.5 * _RADIUS else -1.0))
    return points


def xor(samples: int, noise: float, draw: SeedRandom) -> list[Point]:
    """Return points of four quadrants; noise moves a point only for its label, not on the plane."""
    points = []
    for _ in range(samples):
        x1, x2 = (_padded(draw.uniform(-_RADIUS, _RADIUS)) for _ in range(2))
        first, second = _moved(x1, x2, _RADIUS, noise, draw)
        points.append((x1, x2, 1.0 if first * second >= 0 else -1.0))
    return points


def gauss(samples: int, noise: float, draw: SeedRandom) -> list[Point]:
    """Return two round clouds, whose variance grows with the noise."""
    share = noise / 0.5
    deviation = math.sqrt(0.5 * (1 - share) + 4.0 * share)
    points = []
    for count, centre, label in zip(in_turn(2, samples), (2.0, -2.0), (1.0, -1.0), strict=True):
        for _ in range(count):
            x1, x2 = (centre + deviation * _normal(draw) for _ in range(2))
            points.append((x1, x2, label))
    return points


def spiral(samples: int, noise: float, draw: SeedRandom) -> list[Point]:
    """Return two arms; noise moves the points."""
    points, half = [], samples / 2
    for count, turned, label in zip(in_turn(2, samples), (0.0, math.pi), (1.0, -1.0), strict=True):
        for i in range(count):
            r, angle = i / half * _RADIUS, 1.75 * i / half * 2 * math.pi + turned
            x1 = r * math.sin(angle) + draw.uniform(-1.0, 1.0) * noise
            x2 = r * math.cos(angle) + draw.uniform(-1.0, 1.0) * noise
            points.append((x1, x2, label))
    return points


def plane(samples: int, noise: float, draw: SeedRandom) -> list[Point]:
    """Return targets that rise evenly across the plane; noise moves a point before its target is read."""
    return _targets(samples, noise, draw, _height_of_plane)


def bumps(samples: int, noise: float, draw: SeedRandom) -> list[Point]:
    """Return targets of three hills and three hollows; noise moves a point before its target is read."""
    return _targets(samples, noise, draw, _height_of_bumps)


DRAWS: Mapping[str, Draw] = MappingProxyType(
    {
        "playground-circle": circle,
        "playground-xor": xor,
        "playground-gauss": gauss,
        "playground-spiral": spiral,
        "playground-plane": plane,
        "playground-bumps": bumps,
    }
)
"""What each data set of this file draws, by its name in scenario files."""

_REGRESSION = frozenset({"playground-plane", "playground-bumps"})


def drawn(name: str, samples: int, noise: float, draw: SeedRandom) -> RawData:
    """Draw samples and shuffle them; `draw` continues from its present state.

    Parameters
    ----------
    name
        A name of `DRAWS`.
    samples, noise
        As of a data set; the noise is Playground's percentage over 100.
    draw
        Where the random numbers come from.
    """
    points = DRAWS[name](samples, noise, draw)
    for left in range(len(points), 0, -1):
        taken = math.floor(draw.random() * left)
        points[left - 1], points[taken] = points[taken], points[left - 1]
    table = np.array(points).T
    x, answers = np.ascontiguousarray(table[:2]), table[2]
    if name in _REGRESSION:
        return RawData(x, targets=answers[np.newaxis].copy())
    return RawData(x, (answers > 0).astype(np.int64))


@lru_cache(maxsize=8)
def _made(name: str, samples: int, noise: float, seed: int) -> RawData:
    return drawn(name, samples, noise, SeedRandom(seed_text(seed)))


def _moved(x1: float, x2: float, reach: float, noise: float, draw: SeedRandom) -> tuple[float, float]:
    first, second = (draw.uniform(-reach, reach) * noise for _ in range(2))
    return x1 + first, x2 + second


def _padded(x: float) -> float:
    return x + (_GAP if x > 0 else -_GAP)


def _distance(place: tuple[float, float], other: tuple[float, float]) -> float:
    # Not math.hypot, which may round to the other side of an edge than Playground does.
    across, up = place[0] - other[0], place[1] - other[1]
    return math.sqrt(across * across + up * up)


def _normal(draw: SeedRandom) -> float:
    """Return a number of the normal distribution by the polar method; its second number is discarded."""
    squares = 2.0
    while squares > 1.0:
        first, second = (2 * draw.random() - 1 for _ in range(2))
        squares = first * first + second * second
    return math.sqrt(-2 * math.log(squares) / squares) * first


def _targets(samples: int, noise: float, draw: SeedRandom, height: Callable[[float, float], float]) -> list[Point]:
    points = []
    for _ in range(samples):
        x1, x2 = (draw.uniform(-_HALF_PLANE, _HALF_PLANE) for _ in range(2))
        points.append((x1, x2, height(*_moved(x1, x2, _HALF_PLANE, noise, draw))))
    return points


def _height_of_plane(x1: float, x2: float) -> float:
    # Written as Playground's library computes it, for the same bits.
    share = (x1 + x2 + 10.0) / 20.0
    return share - (1.0 - share)


def _height_of_bumps(x1: float, x2: float) -> float:
    """Return the height of the bump that is highest or deepest here."""
    heights = (sign * (1.0 - min(1.0, _distance((x1, x2), (first, second)) / 2)) for first, second, sign in _BUMPS)
    return max(heights, key=abs, default=0.0)


def _kind(name: str, title: str, help_text: str) -> DataKind:
    regression = name in _REGRESSION
    return DataKind(
        name=name,
        title=title,
        help=help_text,
        task="regression" if regression else "classification",
        n_inputs=2,
        n_classes=0 if regression else 2,
        make=lambda samples, noise, seed: _made(name, samples, noise, seed),
        default_samples=REGRESSION_SAMPLES if regression else CLASSIFICATION_SAMPLES,
        samples_range=_SAMPLES_RANGE,
        noise_range=_NOISE_RANGE,
        first_train=True,
    )


KINDS = (
    _kind(
        name="playground-circle",
        title=QT_TRANSLATE_NOOP("model", "Playground: circle"),
        help_text=QT_TRANSLATE_NOOP(
            "model", "TensorFlow Playground’s disc inside a ring; noise mixes the labels near the edge"
        ),
    ),
    _kind(
        name="playground-xor",
        title=QT_TRANSLATE_NOOP("model", "Playground: exclusive or"),
        help_text=QT_TRANSLATE_NOOP(
            "model", "TensorFlow Playground’s four quadrants; noise mixes the labels near the axes"
        ),
    ),
    _kind(
        name="playground-gauss",
        title=QT_TRANSLATE_NOOP("model", "Playground: Gaussian"),
        help_text=QT_TRANSLATE_NOOP("model", "TensorFlow Playground’s two clouds; noise spreads them into each other"),
    ),
    _kind(
        name="playground-spiral",
        title=QT_TRANSLATE_NOOP("model", "Playground: spiral"),
        help_text=QT_TRANSLATE_NOOP("model", "TensorFlow Playground’s two arms; noise scatters the samples"),
    ),
    _kind(
        name="playground-plane",
        title=QT_TRANSLATE_NOOP("model", "Playground: plane"),
        help_text=QT_TRANSLATE_NOOP("model", "TensorFlow Playground’s regression on a slope; noise blurs the targets"),
    ),
    _kind(
        name="playground-bumps",
        title=QT_TRANSLATE_NOOP("model", "Playground: multi Gaussian"),
        help_text=QT_TRANSLATE_NOOP(
            "model", "TensorFlow Playground’s regression on hills and hollows; noise blurs the targets"
        ),
    ),
)
"""The data sets, with the names of Playground's own buttons."""
