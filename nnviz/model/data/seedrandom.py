"""The random numbers of seedrandom 2.4, as TensorFlow Playground draws them: ARC4, 52 bits and more to a number."""

from __future__ import annotations

_WIDTH = 256
_CHUNKS = 6
_SIGNIFICANCE = 2**52
_OVERFLOW = 2**53


class SeedRandom:
    """A stream of numbers in 0..1, the same as those of ``Math.seedrandom(seed)``.

    Parameters
    ----------
    seed
        Any text.
    """

    def __init__(self, seed: str) -> None:
        key = _key_of(seed)
        self._state = state = list(range(_WIDTH))
        self._i = self._j = 0
        j = 0
        for i in range(_WIDTH):
            j = (j + key[i % len(key)] + state[i]) % _WIDTH
            state[i], state[j] = state[j], state[i]
        # As the library does: the first numbers of ARC4 reveal too much about the key.
        self._number(_WIDTH)

    def random(self) -> float:
        """Return the next number, at least 0 and below 1."""
        number, denominator, last = self._number(_CHUNKS), _WIDTH**_CHUNKS, 0
        while number < _SIGNIFICANCE:
            number = (number + last) * _WIDTH
            denominator *= _WIDTH
            last = self._number(1)
        while number >= _OVERFLOW:
            number //= 2
            denominator //= 2
            last >>= 1
        return float((number + last) / denominator)

    def uniform(self, low: float, high: float) -> float:
        """Return a number between two others."""
        return self.random() * (high - low) + low

    def _number(self, count: int) -> int:
        """Return the next bytes as one number, the first the highest."""
        state, i, j, number = self._state, self._i, self._j, 0
        for _ in range(count):
            i = (i + 1) % _WIDTH
            first = state[i]
            j = (j + first) % _WIDTH
            second = state[j]
            state[i], state[j] = second, first
            number = number * _WIDTH + state[(first + second) % _WIDTH]
        self._i, self._j = i, j
        return number


def _key_of(seed: str) -> list[int]:
    """Mix a text's UTF-16 units into a key of at most 256 bytes."""
    units = seed.encode("utf-16-le")
    key: list[int] = []
    smear = 0
    for place in range(len(units) // 2):
        unit = units[2 * place] + _WIDTH * units[2 * place + 1]
        at = place % _WIDTH
        if at < len(key):
            smear ^= key[at] * 19
            key[at] = (smear + unit) % _WIDTH
        else:
            key.append((smear + unit) % _WIDTH)
    return key or [0]
