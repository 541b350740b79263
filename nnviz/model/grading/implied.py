"""Lines that did not come back, and are right because what is made of them is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

Reading = tuple[str, Sequence[str]]
"""What a line writes, and what it reads."""


def implied(lines: Sequence[Reading], right: Collection[str], returned: Collection[str]) -> set[str]:
    """Return the symbols that are right because a later line that reads them is right.

    Parameters
    ----------
    lines
        In the order of the program.
    right
        Symbols that came back and are right for what they got.
    returned
        Symbols that came back: they are judged themselves.
    """
    found: set[str] = set()
    written: set[str] = {name for name, _ in lines}
    for place in range(len(lines) - 1, -1, -1):
        name, reads = lines[place]
        if name in right or name in found:
            before = {earlier for earlier, _ in lines[:place]}
            found |= {read for read in reads if read in before and read in written and read not in returned}
    return found


def plain_readings(depth: int) -> list[Reading]:
    """Return the lines of a plain network with so many layers, and what they read."""
    layers = range(1, depth + 1)
    lines: list[Reading] = []
    for layer in layers:
        lines += [(f"Z{layer}", (f"A{layer - 1}",)), (f"A{layer}", (f"Z{layer}",))]
    for layer in reversed(layers):
        above = (f"delta{layer + 1}", f"Z{layer}") if layer < depth else (f"A{layer}",)
        delta = f"delta{layer}"
        lines += [(delta, above), (f"dW{layer}", (delta, f"A{layer - 1}")), (f"db{layer}", (delta,))]
    return lines
