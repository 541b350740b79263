"""The streams of many keys in a row, such as epochs: the same bits as `seeds.stream` has.

Making a generator takes 8 µs, which is more than a compiled epoch of a small network. Here a single generator is set to
the state that numpy's `SeedSequence` derives from each key: that takes 2 µs, as it is computed for all keys at once.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nnviz.model.random.seeds import Stream, stream

_Words = NDArray[np.uint32]

# The constants of numpy's SeedSequence and of PCG64, whose algorithms numpy guarantees not to change.
_WORD, _WHOLE = 1 << 32, (1 << 128) - 1
_LEFT, _RIGHT = np.uint32(0xCA01F9DD), np.uint32(0x4973F715)
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645


def _constants(initial: int, multiplier: int, first: int, count: int) -> _Words:
    """Return the constants of some hashings in a row, ``(count + 1, 1)``; each hashing uses the next constant too."""
    made = [initial * pow(multiplier, number, _WORD) % _WORD for number in range(first, first + count + 1)]
    return np.array(made, dtype=np.uint32)[:, np.newaxis]


# Twenty hashings have gone into the pool before: of four words, of each with each other, and of the purpose.
_MIXING = _constants(0x43B0D7E5, 0x931E8875, 20, 4)
_GENERATING = _constants(0x8B51F9DD, 0x58F38DED, 0, 8)


def streams(seed: int, purpose: Stream, first: int, count: int) -> Iterator[np.random.Generator]:
    """Yield the generators of a purpose for some keys in a row, as `stream` has them; each is valid until the next.

    Parameters
    ----------
    seed, purpose
        As for `stream`.
    first, count
        The keys.
    """
    if first + count > _WORD:
        yield from (stream(seed, purpose, key) for key in range(first, first + count))
        return
    generator = np.random.Generator(np.random.PCG64(0))
    pool = np.random.SeedSequence(seed, spawn_key=(int(purpose),)).pool[:, np.newaxis]
    # SeedSequence mixes the key in as the last word (`mix_entropy`), and makes eight words of the pool.
    mixed = _hashed(np.arange(first, first + count, dtype=np.uint32), _MIXING)
    words = _hashed(np.tile(_scrambled(pool * _LEFT - mixed * _RIGHT), (2, 1)), _GENERATING)
    for a, b, c, d, e, f, g, h in words.T.tolist():
        # PCG64's seeding, pcg64_srandom_r: of each 64-bit number the lower word comes first.
        increment = ((f << 97 | e << 65 | h << 33 | g << 1) | 1) & _WHOLE
        begin = increment + (b << 96 | a << 64 | d << 32 | c)
        inner = {"state": (begin * _MULTIPLIER + increment) & _WHOLE, "inc": increment}
        generator.bit_generator.state = {"bit_generator": "PCG64", "state": inner, "has_uint32": 0, "uinteger": 0}
        yield generator


def _hashed(words: _Words, constants: _Words) -> _Words:
    return _scrambled((words ^ constants[:-1]) * constants[1:])


def _scrambled(words: _Words) -> _Words:
    return words ^ (words >> np.uint32(16))
