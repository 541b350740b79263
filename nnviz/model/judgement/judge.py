"""Judge a recording: absolutely first, then line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nnviz.model.judgement.absolute import AbsoluteCheck, absolute_checks, candidate_losses, implied_losses
from nnviz.model.judgement.broken_way import broken_way
from nnviz.model.judgement.descent import all_finite, is_whole, one_number_misleads
from nnviz.model.judgement.errors import explained
from nnviz.model.judgement.judgement import Judgement, RaisedError
from nnviz.model.judgement.kept_biases import kept_bias
from nnviz.model.judgement.kept_weights import kept_weight
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge
from nnviz.model.judgement.measured import with_measured_gradients
from nnviz.model.judgement.memory import remembers
from nnviz.model.judgement.not_moved import stale_weights, with_unmoved_names
from nnviz.model.judgement.numbers_in_source import literals, named_rates
from nnviz.model.judgement.penalised import penalised_entries, squares_weights
from nnviz.model.judgement.report import JudgementWriter, unrecognised
from nnviz.model.judgement.scaling import scaled_entries
from nnviz.model.judgement.stated import StatedNetwork, contradictions, with_stated_loss
from nnviz.model.judgement.symbols import symbols_of
from nnviz.model.judgement.unmoved import unmoved_entries, whole_numbers
from nnviz.model.judgement.updates import judge_updates
from nnviz.model.recognition.network import Loss, Recognition
from nnviz.model.recognition.recognise import recognise
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.recording import Recording
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled


def judge(recording: Recording, stated: StatedNetwork | None = None) -> tuple[Recognition | None, Judgement]:
    """Return the network in a recording, and whether its gradients are right.

    Parameters
    ----------
    recording
        What was recorded.
    stated
        What the person says of their network.
    """
    stated = stated or StatedNetwork()
    trace = Trace(recording)
    recognition = recognise(trace)
    raised = explained(recording)
    if recognition is None:
        measured = with_measured_gradients(trace, None, unrecognised(recording, raised))
        return None, with_unmoved_names(trace, measured) if raised is None else measured
    recognition = with_stated_loss(recognition, stated)
    recognition = replace(recognition, symbols=symbols_of(trace, recognition))
    notes = list(contradictions(recognition, stated))
    return recognition, with_measured_gradients(
        trace, recognition, _Judge(trace, recognition, raised, notes).judgement()
    )


def _any_wrong(entries: Sequence[LineEntry]) -> bool:
    return any(entry.verdict == "wrong" for entry in entries)


class _Judge:
    def __init__(self, trace: Trace, recognition: Recognition, raised: RaisedError | None, notes: list[str]) -> None:
        self._trace = trace
        self._recognition = recognition
        self._raised = raised
        self._rates = literals(trace.recording)
        self._report = JudgementWriter(trace, recognition, self._rates, raised)
        self._notes = notes

    def judgement(self) -> Judgement:
        recognition = self._recognition
        if recognition.first.Y is None:
            text = QT_TRANSLATE_NOOP("model", "A network {sizes} was found; what its output is compared with was not.")
            found = filled(text, sizes="-".join(map(str, recognition.sizes)))
            return unrecognised(self._trace.recording, self._raised, found)
        checks = list(absolute_checks(recognition))
        misled = any(layer.activation_axis_wrong or layer.bias_after for layer in recognition.first.layers)
        stale = stale_weights(self._trace, recognition)
        if stale is not None:
            lines = LineJudge(self._trace, recognition, self._losses(), rates=self._rates)
            return self._report.wrong(lines, self._with_updates([stale]), None, self._notes)
        right = None if misled else next((check for check in checks if check.ok), None)
        if right is not None and not one_number_misleads(recognition, right, self._rates):
            return self._after_a_right_update(right)
        lines = LineJudge(self._trace, recognition, self._losses(), rates=self._rates)
        cut = whole_numbers(self._trace, recognition)
        if cut is not None:
            return self._report.wrong(lines, self._with_updates([cut]), None, self._notes)
        entries = lines.entries()
        if not _any_wrong(entries):
            entries = unmoved_entries(self._trace, recognition, lines, entries)
        if not _any_wrong(entries):
            entries = self._scaled(lines, entries, checks)
            own = None if _any_wrong(entries) else self._rates_of_their_own(checks)
            if own is not None:
                self._notes.append(QT_TRANSLATE_NOOP("model", "Your parameters have several learning rates."))
                return self._all_right(own)
        if not _any_wrong(entries):
            entries = penalised_entries(self._trace, recognition, lines, entries, self._rates)
        if not _any_wrong(entries):
            broken = broken_way(self._trace, recognition, checks)
            entries = entries if broken is None else [*entries, broken]
        if not _any_wrong(entries):
            return self._by_updates(lines, entries)
        return self._report.wrong(lines, self._with_updates(entries), None, self._notes)

    def _after_a_right_update(self, right: AbsoluteCheck) -> Judgement:
        """Return the judgement where the first update is right."""
        lines = LineJudge(self._trace, self._recognition, [right.loss], rates=self._rates)
        entries = lines.entries()
        wrong, unexplained = self._later_updates(right)
        if wrong is None:
            wrong = kept_bias(self._trace, self._recognition, lines)
        if wrong is None:
            wrong = kept_weight(self._trace, self._recognition)
        note = self._doubt(right, unexplained) if wrong is None else ""
        if note:
            return self._report.undecided(lines, entries, note, False, self._notes)
        if wrong is None:
            return self._all_right(right)
        kept = [entry for entry in entries if self._trace.spot(entry.fault) != self._trace.spot(wrong.fault)]
        return self._report.wrong(lines, self._with_updates([*kept, wrong]), right, self._notes)

    def _doubt(self, right: AbsoluteCheck, unexplained: bool) -> str:
        """Return what a right first update leaves open; empty where it says all."""
        own = any(loss.kind == right.loss.kind for loss in self._recognition.losses)
        if own and not right.loss.penalty and squares_weights(self._trace, self._recognition):
            if right.decay:
                return QT_TRANSLATE_NOOP(
                    "model", "Your loss has a penalty that was not recognised; your gradients have one too."
                )
            return QT_TRANSLATE_NOOP(
                "model", "Your loss has a penalty that was not recognised; your gradients are those without it."
            )
        if not is_whole(self._trace, self._recognition):
            return QT_TRANSLATE_NOOP(
                "model", "Not all parameters were recognised; the gradients of those that were are right."
            )
        if unexplained:
            return QT_TRANSLATE_NOOP(
                "model", "Your first update is right; how a later one comes of its gradient was not recognised."
            )
        return ""

    def _losses(self) -> list[Loss]:
        own = [loss for loss in candidate_losses(self._recognition) if loss.kind != "absolute"]
        return own or implied_losses(self._recognition)

    def _rates_of_their_own(self, checks: Sequence[AbsoluteCheck]) -> AbsoluteCheck | None:
        """Return the check in which every parameter goes down its gradient, each at a rate that is meant."""
        named = named_rates(self._trace.recording)
        for check in checks:
            ratios = [-found.ratio for found in check.fits.values()]
            if len(named) > 1 and ratios and all(f.fits for f in check.fits.values()) and min(ratios) > 0:
                return check
        return None

    def _scaled(self, lines: LineJudge, entries: list[LineEntry], checks: Sequence[AbsoluteCheck]) -> list[LineEntry]:
        same = [check for check in checks if check.loss.kind == lines.loss.kind]
        best = next((check for check in same if all(found.fits for found in check.fits.values())), None)
        if best is None:
            return entries
        named = named_rates(self._trace.recording)
        return scaled_entries(self._trace, self._recognition, lines, entries, best, self._rates, named)

    def _later_updates(self, first: AbsoluteCheck) -> tuple[LineEntry | None, bool]:
        """Return what is wrong in the first later update that is, and whether one of them was not understood."""
        # The last update that was recorded may be a part of one.
        whole = min((len(p.changed) for p in self._recognition.parameters.values() if p.changed), default=0)
        for update in range(1, min(whole, len(self._recognition.passes))):
            found = remembers(self._trace, self._recognition, first, update)
            if found.note:
                self._notes.append(found.note)
            if found.wrong is not None:
                event, symbol, names = found.wrong
                return LineEntry(event, symbol, "wrong", None, names), False
            if found.explained:
                return None, False
            if found.unexplained:
                return self._wrong_in(update, first), True
        return None, False

    def _wrong_in(self, update: int, first: AbsoluteCheck) -> LineEntry | None:
        """Return the first wrong line of a later update: in the first one it may have been right by its numbers."""
        entries = LineJudge(self._trace, self._recognition, [first.loss], update, self._rates).entries()
        return next((entry for entry in entries if entry.verdict == "wrong" and entry.mistakes), None)

    def _all_right(self, check: AbsoluteCheck) -> Judgement:
        lines = LineJudge(self._trace, self._recognition, [check.loss], rates=self._rates)
        entries = [entry for entry in lines.entries() if entry.verdict == "right"]
        return self._report.right(check, self._with_updates(entries), self._notes)

    def _with_updates(self, entries: Sequence[LineEntry]) -> list[LineEntry]:
        """Return the entries, and those of the updates that are not struck."""
        struck = {entry.symbol for entry in entries if entry.verdict == "wrong"}
        updates = [
            LineEntry(parameter.changed[0], symbol, "right")
            for symbol, parameter in self._recognition.parameters.items()
            if parameter.changed and symbol not in struck
        ]
        return [*entries, *updates]

    def _by_updates(self, lines: LineJudge, entries: list[LineEntry]) -> Judgement:
        """Return the judgement where every line is right and the updates are something else than gradient descent."""
        found = judge_updates(self._trace, self._recognition, lines, entries)
        wrong = found.wrong or kept_weight(self._trace, self._recognition)
        if wrong is not None:
            return self._report.wrong(lines, self._with_updates([*entries, wrong]), None, self._notes)
        complete = len(lines.finder.weights) == len(self._recognition.first.layers)
        complete = complete and not any(entry.verdict == "unknown" for entry in entries)
        note = found.note or QT_TRANSLATE_NOOP(
            "model", "Not every gradient was recognised; the parameters do not change as your loss's gradient says."
        )
        gradients = any(entry.symbol.startswith(("dW", "db", "delta")) for entry in entries)
        known = complete and gradients and found.right and all_finite(self._recognition)
        return self._report.undecided(lines, entries, note, known and not found.is_unknown, self._notes)
