"""The absolute check: whether every parameter changed by one and the same multiple of the gradient of their loss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.gradients import TOLERANCE, Fit, changes, fit, group_gradient
from nnviz.model.recognition.network import ForwardPass, FoundParameter, Loss, Recognition

_ROUNDING_MOST = 1e-4
_AGREE = 2e-6
"""Relative: ratios that are closer than this are the same."""


@dataclass(frozen=True)
class AbsoluteCheck:
    """A loss whose gradient was compared with the change of the parameters in one update.

    Attributes
    ----------
    loss
        The loss.
    fits
        Parameter → how its change is a multiple of the gradient.
    rate
        The one multiple, without its sign; None if there is none.
    samples
        How many forward passes were summed.
    decay
        λ of a weight decay that the loss does not have.
    """

    loss: Loss
    fits: Mapping[str, Fit]
    rate: float | None
    samples: int
    decay: float = 0.0

    @property
    def ok(self) -> bool:
        """Whether the change is minus a rate times the gradient."""
        return self.rate is not None and self.rate > 0


def absolute_checks(recognition: Recognition, update: int = 0) -> Iterator[AbsoluteCheck]:
    """Yield the checks for each loss that the person computes, then for those that may be meant."""
    moved = changes(recognition, update)
    if update >= len(recognition.passes) or not moved:
        return
    group = recognition.passes[update]
    allowed = {
        name: _rounding(parameter.states[update], moved[name]) for name, parameter in _moving(recognition, moved)
    }
    shared = {name for name, parameter in recognition.parameters.items() if parameter.states[0].size == 1}
    for loss in candidate_losses(recognition):
        for scope in _scopes(group):
            if all(one.Y is not None for one in scope):
                yield _check(scope, loss, moved, shared, allowed)


def _moving(recognition: Recognition, moved: Mapping[str, Array]) -> list[tuple[str, FoundParameter]]:
    return [(name, parameter) for name, parameter in recognition.parameters.items() if name in moved]


def _rounding(state: Array, change: Array) -> float:
    """Return what rounding leaves of a change: of single precision much, where the change is small."""
    size = float(np.linalg.norm(change))
    if not size or not np.isfinite(size) or not np.array_equal(state, state.astype(np.float32)) or not np.any(state):
        return TOLERANCE
    single = float(np.finfo(np.float32).eps)
    return min(max(TOLERANCE, 10 * single, single * float(np.linalg.norm(state)) / size), _ROUNDING_MOST)


def candidate_losses(recognition: Recognition) -> list[Loss]:
    """Return the losses whose gradient may be meant: their own first, unless it only measures, else all that fit."""
    own = [loss for loss in recognition.losses if loss.kind != "absolute"]
    if own:
        return own + [loss for loss in recognition.losses if loss.kind == "absolute"]
    return implied_losses(recognition)


def implied_losses(recognition: Recognition) -> list[Loss]:
    """Return the losses that go with the output layer."""
    one = recognition.first
    name = one.layers[-1].activation.name
    kinds = ["squared"]
    if name == "sigmoid":
        kinds.append("bce")
    if name == "softmax":
        kinds = ["cce", "squared"]
    found = [Loss(kind, 0.5 if kind == "squared" else 1.0) for kind in kinds]
    return found + [loss for loss in recognition.losses if loss.kind == "absolute"]


def _scopes(group: Sequence[ForwardPass]) -> Iterator[Sequence[ForwardPass]]:
    yield group
    if len(group) > 1:
        yield group[-1:]
        yield group[:1]


def _check(
    scope: Sequence[ForwardPass],
    loss: Loss,
    moved: Mapping[str, Array],
    shared: set[str],
    allowed: Mapping[str, float],
) -> AbsoluteCheck:
    gradient = group_gradient(scope, loss)
    # One bias for a layer gets the sum over its units.
    gradient |= {name: np.full_like(gradient[name], gradient[name].sum()) for name in shared if name[0] == "b"}
    fits = {}
    for name, change in moved.items():
        if name in gradient:
            found = fit(change, gradient[name])
            if found is not None:
                fits[name] = replace(found, allowed=allowed[name])
    plain = AbsoluteCheck(loss, fits, _one_rate(fits), len(scope))
    if plain.rate is not None or loss.penalty:
        return plain
    decayed = _with_decay(scope, loss, moved)
    return decayed if decayed is not None else plain


def _one_rate(fits: Mapping[str, Fit]) -> float | None:
    """Return minus the one ratio of all parameters; None if they differ, or a change is no multiple."""
    if not fits or not all(found.fits for found in fits.values()):
        return None
    ratios = [found.ratio for found in fits.values()]
    largest = max(ratios, key=abs)
    if largest == 0 or any(abs(f.ratio - largest) > max(_AGREE, f.allowed) * abs(largest) for f in fits.values()):
        return None
    return -largest


def _with_decay(scope: Sequence[ForwardPass], loss: Loss, moved: Mapping[str, Array]) -> AbsoluteCheck | None:
    """Fit changes as a multiple of gradient and weights together: a penalty that is not in the loss."""
    gradient = group_gradient(scope, loss)
    weights = {f"W{number}": layer.W for number, layer in enumerate(scope[0].layers, start=1)}
    parts = [
        (moved[name].ravel(), gradient[name].ravel(), W.ravel())
        for name, W in weights.items()
        if name in moved and name in gradient and moved[name].shape == W.shape
    ]
    if len(parts) != len(weights):
        return None
    change = np.concatenate([part[0] for part in parts])
    base = np.stack([np.concatenate([part[1] for part in parts]), np.concatenate([part[2] for part in parts])], axis=1)
    (rate, decay), *_ = np.linalg.lstsq(base, change, rcond=None)
    if decay == 0 or rate == 0:
        return None
    shrunk = {name: change - decay * weights[name] if name in weights else change for name, change in moved.items()}
    fits = {name: found for name in shrunk if name in gradient and (found := fit(shrunk[name], gradient[name]))}
    one = _one_rate(fits)
    if one is None or decay > 0:
        return None
    return AbsoluteCheck(replace(loss), fits, one, len(scope), float(-decay / one))
