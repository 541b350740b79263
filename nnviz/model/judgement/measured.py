"""A judgement beside central differences: what they find right is not struck, and needs no network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nnviz.model.judgement.central_differences import measured_rate
from nnviz.model.judgement.judgement import Difference, Judgement
from nnviz.model.judgement.repaired import with_first_repair
from nnviz.model.judgement.run_notes import notes_of
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_NOT_OF_A_GRADIENT = frozenset(
    [
        "biases-kept",
        "one-layer-kept",
        "only-output-updated",
        "integer-arrays",
        "softmax-over-samples",
        "gradients-cleared",
        "not-moved",
        "same-array",
    ]
)
"""Mistakes that leave the gradients of what moves as they should be."""


def with_measured_gradients(
    trace: Trace,
    recognition: Recognition | None,
    judgement: Judgement,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Judgement:
    """Return a judgement that holds beside central differences of the script's own loss.

    Parameters
    ----------
    trace, recognition
        The recording, and its network; None where none was recognised.
    judgement
        What was found line by line. If it strikes something, or has no verdict, the script is run again.
    cancelled
        Asked often.
    """
    if judgement.ok or judgement.raised is not None or trace.recording.outcome.kind not in ("finished", "updates"):
        return judgement
    struck = judgement.first_difference
    if struck is not None and _NOT_OF_A_GRADIENT & set(struck.mistakes):
        return judgement
    measured = measured_rate(trace, cancelled=cancelled)
    if measured is None:
        return with_first_repair(trace, recognition, judgement, cancelled=cancelled)
    if measured.updates < min(2, trace.recording.updates) or _is_likelihood(trace, measured.loss, struck):
        return judgement
    if struck is not None and struck.mistakes and not measured.is_steady and _has_one_output(recognition):
        return judgement  # a wrong slope of one number is a rate that nobody has set
    return replace(
        judgement,
        ok=True,
        sentence=QT_TRANSLATE_NOOP(
            "model", "Your gradients are right (checked against central differences of your own loss)."
        ),
        first_difference=None,
        lines=tuple(line for line in judgement.lines if line.verdict == "right"),
        notes=notes_of(trace.recording) if struck is None else judgement.notes,
        follows="",
        right_values={} if struck is not None else judgement.right_values,
        updates_recorded=max(judgement.updates_recorded, measured.updates),
    )


def _is_likelihood(trace: Trace, loss: int, struck: Difference | None) -> bool:
    """Return whether the number that goes down is the negative of a known loss: a likelihood, which should go up."""
    value = trace.value(loss)
    turned = struck is not None and bool(set(struck.mistakes) & {"flipped-sign", "gradient-added"})
    return turned and value is not None and float(value.ravel()[0]) < 0


def _has_one_output(recognition: Recognition | None) -> bool:
    return recognition is not None and recognition.first.layers[-1].A.size == 1
