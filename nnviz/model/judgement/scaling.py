"""Factors and signs: which line has 1/m twice or never, and where the sign turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nnviz.model.judgement.absolute import AbsoluteCheck
from nnviz.model.judgement.flipped_error import flipped_error
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge
from nnviz.model.judgement.memory import remembers_wrongly
from nnviz.model.judgement.settled import divisor, settled_factor
from nnviz.model.judgement.sign_turns import turning_event
from nnviz.model.judgement.unscaled_errors import unscaled_errors
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace

_SAME = 1e-5


def _close(one: float, two: float) -> bool:
    return abs(one - two) <= _SAME * max(abs(one), abs(two))


def scaled_entries(
    trace: Trace,
    recognition: Recognition,
    judge: LineJudge,
    entries: Sequence[LineEntry],
    check: AbsoluteCheck,
    rates: Sequence[float],
    named: Sequence[float],
) -> list[LineEntry]:
    """Return the entries with those struck whose factor or sign makes a parameter change wrongly.

    Parameters
    ----------
    trace, recognition, judge, entries
        The recording, its network and its lines, each right up to a factor.
    check
        Parameters whose changes are multiples of the gradient, but not of one and the same.
    rates
        Numbers that may be the learning rate.
    named
        Those of them whose names say so.
    """
    multiples = {name: -found.ratio for name, found in check.fits.items() if found.fits and found.ratio}
    if not multiples:
        return list(entries)
    found = {entry.symbol: entry for entry in entries}
    layers = len(recognition.first.layers)
    output = found.get(f"delta{layers}")
    if all(value < 0 for value in multiples.values()) and output is not None:
        if output.factor > 0 and remembers_wrongly(recognition, check):
            first = min(multiples, key=lambda name: recognition.parameters[name].changed[0])
            return _with_update(recognition, entries, first, ("buffer-sign",))
        if output.factor < 0:
            struck = flipped_error(judge, output)
            return [struck if entry.symbol == output.symbol else entry for entry in entries]
        first = min(multiples, key=lambda name: recognition.parameters[name].changed[0])
        return _with_update(recognition, entries, first, ("gradient-added",))
    if all(any(_close(value, rate) for rate in named) for value in multiples.values()):
        return list(entries)  # each of them a rate of their own
    m = recognition.first.m * len(recognition.passes[0])
    right = agreed(multiples, [one for rate in rates for one in (rate, rate / m)])
    shares = [one / two for one in named for two in named if two]
    if named and all(any(_close(value / right, share) for share in shares) for value in multiples.values()):
        return list(entries)
    for entry in sorted(entries, key=lambda entry: entry.fault):
        symbol = entry.symbol
        if symbol.startswith("delta") and symbol != f"delta{layers}" and not _close(entry.factor, 1.0):
            unscaled = unscaled_errors(trace, recognition, judge, entry)
            if unscaled is not None:
                return [unscaled if one is entry else one for one in entries]
            names = names_of_factor(1.0 / entry.factor, recognition, symbol, inverse=True)
            return _struck(entries, entry, names, entry.factor)
    wrong = [name for name, value in multiples.items() if not _close(value, right)]
    settled = {name: settled_factor(trace, found[f"d{name}"]) for name in multiples if f"d{name}" in found}
    wrong.sort(key=lambda name: found[f"d{name}"].fault if f"d{name}" in found else len(judge.finder.biases) + 10**9)
    peers = [settled[name] for name in multiples if name not in wrong and name in settled]
    result = list(entries)
    for name in wrong:
        ratio = multiples[name] / right
        names = names_of_factor(ratio, recognition, name)
        own = found.get(f"d{name}")
        if own is not None and peers and any(_close(settled[name] / peer, ratio) for peer in peers):
            mine = {trace.spot(found[f"d{other}"].fault) for other in wrong if f"d{other}" in found}
            result = _struck(result, replace(own, blamed=divisor(trace, own, mine)), names, ratio)
        elif ratio < 0 and _close(abs(ratio), 1.0):
            right_ones = [other for other in multiples if other not in wrong]
            turns = turning_event(trace, recognition, judge.finder, name, right_ones)
            result = _with_update(recognition, result, name, ("gradient-added",), turns)
        elif not names:
            continue  # a rate of its own
        elif own is not None and not peers:
            result = _struck(result, own, names, ratio)
        else:
            result = _with_update(recognition, result, name, names)
    return result


def agreed(multiples: Mapping[str, float], rates: Sequence[float]) -> float:
    """Return the multiple that is meant: a rate that stands in the code, else the one of most parameters."""

    def votes(value: float) -> tuple[int, int, int]:
        same = [name for name, other in multiples.items() if _close(other, value)]
        positive = value > 0
        return (
            positive + (positive and any(_close(value, rate) for rate in rates)),
            len(same),
            sum(name[0] == "W" for name in same),
        )

    return max(multiples.values(), key=votes)


def names_of_factor(ratio: float, recognition: Recognition, symbol: str, inverse: bool = False) -> tuple[str, ...]:
    """Return the names of the mistakes that make a gradient so many times too large.

    Parameters
    ----------
    ratio
        How many times.
    recognition, symbol
        The network, and what is too large: a parameter or a δ.
    inverse
        Whether the ratio is how many times too small it is.
    """
    one = recognition.first
    m = one.m * len(recognition.passes[0])
    number = int(symbol.lstrip("deltaWb"))
    layer = one.layers[number - 1]
    n, k = layer.W.shape
    sign = ("flipped-sign",) if ratio < 0 else ()
    ratio = 1 / abs(ratio) if inverse else abs(ratio)
    if m > 1 and _close(ratio, float(m)):
        return (*sign, "no-mean")
    if m > 1 and _close(ratio, 1 / m):
        return (*sign, "mean-twice")
    if _close(ratio, 0.5):
        return (*sign, "half-factor")
    if _close(ratio, 2.0):
        return (*sign, "unhalved-gradient")
    inputs = one.layers[0].I.shape[0]
    if _close(ratio, m / k) or _close(ratio, m / inputs):
        return (*sign, "m-is-inputs")
    if _close(ratio, m / n) or _close(ratio, m / one.layers[-1].W.shape[0]):
        return (*sign, "m-is-outputs")
    outputs = one.layers[-1].W.shape[0]
    if any(size > 1 and _close(ratio, 1 / size) for size in (inputs, k, outputs)):
        return (*sign, "m-is-size")
    # One number is a multiple of any other: its sign alone says nothing.
    return sign if _close(ratio, 1.0) else ()


def _struck(entries: Sequence[LineEntry], wrong: LineEntry, names: tuple[str, ...], excess: float) -> list[LineEntry]:
    return [
        replace(wrong, verdict="wrong", mistakes=names, excess=excess) if entry.symbol == wrong.symbol else entry
        for entry in entries
    ]


def _with_update(
    recognition: Recognition, entries: Sequence[LineEntry], name: str, names: tuple[str, ...], at: int | None = None
) -> list[LineEntry]:
    event = recognition.parameters[name].changed[0] if at is None else at
    return [*entries, LineEntry(event, name, "wrong", None, names)]
