"""Writes a judgement: sentences, lines with their equations, the first difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.absolute import AbsoluteCheck
from nnviz.model.judgement.advise import advise
from nnviz.model.judgement.describe import described_network
from nnviz.model.judgement.follow import following
from nnviz.model.judgement.judgement import Difference, JudgedLine, Judgement, RaisedError
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge
from nnviz.model.judgement.mend import mended_line
from nnviz.model.judgement.run_notes import notes_of, outcome_text
from nnviz.model.judgement.words import equation, reason, symbol_text
from nnviz.model.mistakes import in_optimisers
from nnviz.model.recognition.network import Loss, Recognition
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.recording import Recording
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_LOSSES = {
    "squared": QT_TRANSLATE_NOOP("model", "the squared error"),
    "bce": QT_TRANSLATE_NOOP("model", "binary cross-entropy"),
    "cce": QT_TRANSLATE_NOOP("model", "cross-entropy"),
}
_RIGHT = QT_TRANSLATE_NOOP("model", "Your gradients are right.")
_OF_OPTIMISERS = frozenset(row.name for row in in_optimisers.ROWS)


@dataclass(frozen=True, eq=False)
class JudgementWriter:
    """Writes judgements of a recording.

    Attributes
    ----------
    trace, recognition
        The recording and its network.
    rates
        Numbers that stand in the source.
    raised
        What their code raised.
    """

    trace: Trace
    recognition: Recognition
    rates: Sequence[float]
    raised: RaisedError | None

    def right(self, check: AbsoluteCheck, entries: Sequence[LineEntry], notes: Sequence[str]) -> Judgement:
        """Return the judgement of parameters that change by a rate times the gradient."""
        own = any(loss.kind == check.loss.kind for loss in self.recognition.losses)
        told = list(notes)
        if not own and check.loss.kind in _LOSSES:
            text = QT_TRANSLATE_NOOP("model", "No loss was found in your code; your δ is that of {loss}.")
            told.append(filled(text, loss=_LOSSES[check.loss.kind]))
        if check.decay:
            text = QT_TRANSLATE_NOOP(
                "model", "Your updates shrink the weights too: a penalty with λ = {decay} in the gradient."
            )
            told.append(filled(text, decay=f"{check.decay:.6g}"))
        checked = QT_TRANSLATE_NOOP(
            "model", "Your gradients are right (checked against the gradient of your own loss)."
        )
        sentence: str = checked if own else _RIGHT
        if self.raised is not None:
            until = QT_TRANSLATE_NOOP("model", "{raised} Up to there your gradients are right.")
            sentence = filled(until, raised=self.raised.text)
        return self._judgement(
            self.raised is None,
            sentence,
            network=described_network(self.recognition, check, self.rates),
            lines=self._judged(entries, check.loss.kind),
            notes=told,
            advice=() if self.raised is not None else tuple(advise(self.trace, self.recognition, check)),
            right_values=self._right_values(entries),
        )

    def wrong(
        self,
        lines: LineJudge,
        entries: Sequence[LineEntry],
        check: AbsoluteCheck | None,
        notes: Sequence[str],
    ) -> Judgement:
        """Return the judgement of lines of which some are wrong."""
        ordered = sorted(entries, key=lambda entry: entry.fault)
        first = next(entry for entry in ordered if entry.verdict == "wrong")
        judged = following(self.trace, ordered)
        why = reason(first.mistakes, self.recognition.first, first.symbol)
        difference = self._difference(first, ordered, lines.loss, why)
        told = {"line": difference.line, "source": difference.source, "why": why}
        text = QT_TRANSLATE_NOOP("model", "Line {line} is the first that is wrong: `{source}`. {why}")
        sentence = filled(text, **told)
        if difference.cell is not None:
            text = QT_TRANSLATE_NOOP(
                "model", "Line {line} of cell {cell} is the first that is wrong: `{source}`. {why}"
            )
            sentence = filled(text, cell=difference.cell, **told)
        shown = self._judged(judged, lines.loss.kind)
        return self._judgement(
            False,
            sentence,
            network=described_network(self.recognition, check, self.rates, lines.loss),
            first_difference=difference,
            lines=shown,
            notes=notes,
            follows=_follows(shown),
            right_values=self._right_values(judged),
        )

    def undecided(
        self, lines: LineJudge, entries: Sequence[LineEntry], note: str, ok: bool, notes: Sequence[str]
    ) -> Judgement:
        """Return the judgement of lines that are right as far as they were recognised."""
        return self._judgement(
            True if ok else None,
            _RIGHT if ok else note,
            network=described_network(self.recognition, None, self.rates, lines.loss),
            lines=self._judged(entries, lines.loss.kind),
            notes=(*notes, note) if ok else notes,
            right_values=self._right_values(entries),
        )

    def _judgement(
        self,
        ok: bool | None,
        sentence: str,
        *,
        notes: Sequence[str],
        **parts: object,
    ) -> Judgement:
        recording = self.trace.recording
        made = Judgement(ok, sentence, self.raised, notes=(*notes, *notes_of(recording)), seconds=recording.seconds)
        return replace(made, updates_recorded=len(self.recognition.passes), **parts)  # type: ignore[arg-type]

    def _difference(self, first: LineEntry, entries: Sequence[LineEntry], loss: Loss, why: str) -> Difference:
        place = self.trace.statement(first.fault)
        file = self.trace.recording.files[place.file]
        right = equation(first.symbol, self.recognition.first, loss.kind)
        if set(first.mistakes) & _OF_OPTIMISERS:
            right = ""  # that is the update of plain descent
        text = QT_TRANSLATE_NOOP("model", "{symbol}: {why} It should be {equation}.")
        return Difference(
            PurePath(file.path).name,
            file.cell,
            place.line,
            self.trace.source_line(place.file, place.line),
            first.symbol,
            self._names(first),
            first.mistakes,
            filled(text, symbol=symbol_text(first.symbol), why=why, equation=right) if right else why,
            mended_line(self.trace, self.recognition, first, entries),
        )

    def _right_values(self, entries: Sequence[LineEntry]) -> Mapping[str, Array]:
        one = self.recognition.first
        found: dict[str, Array] = {}
        for entry in entries:
            if entry.right is None:
                continue
            layer = one.layers[entry.layer - 1]
            if entry.symbol.startswith("dW"):
                found[entry.symbol] = entry.right.T if layer.turned else entry.right
            else:
                found[entry.symbol] = one.own(entry.right)
        return found

    def _names(self, entry: LineEntry) -> tuple[str, ...]:
        name = self.trace.name(entry.event) or self.trace.name(entry.fault)
        return (name,) if name else ()

    def _judged(self, entries: Sequence[LineEntry], kind: str) -> tuple[JudgedLine, ...]:
        found = []
        for entry in sorted(entries, key=lambda entry: entry.fault):
            place = self.trace.statement(entry.fault)
            file = self.trace.recording.files[place.file]
            found.append(
                JudgedLine(
                    PurePath(file.path).name,
                    file.cell,
                    place.line,
                    self.trace.source_line(place.file, place.line),
                    entry.symbol,
                    entry.verdict,
                    self._names(entry),
                    equation(entry.symbol, self.recognition.first, kind),
                    entry.fault,
                )
            )
        return tuple(found)


def _follows(lines: Sequence[JudgedLine]) -> str:
    """Return which lines are right for what they got; empty where there are none."""
    wrong = {line.line for line in lines if line.verdict == "wrong"}
    after = sorted({line.line for line in lines if line.verdict == "follows"} - wrong)
    if not after:
        return ""
    if len(after) == 1:
        return filled(QT_TRANSLATE_NOOP("model", "Line {line} is right for what it got."), line=after[0])
    several = QT_TRANSLATE_NOOP("model", "Lines {lines} are right for what they got.")
    return filled(several, lines=", ".join(map(str, after)))


def unrecognised(recording: Recording, raised: RaisedError | None, found: str = "") -> Judgement:
    """Return the judgement where no network, or not all of it, was recognised."""
    sentence = found or QT_TRANSLATE_NOOP(
        "model",
        "No network was recognised: no array of weights was multiplied with an input and changed again.",
    )
    if raised is not None:
        sentence = raised.text
    elif recording.outcome.kind not in ("finished", "updates"):
        text = QT_TRANSLATE_NOOP("model", "{outcome} {sentence}")
        sentence = filled(text, outcome=outcome_text(recording), sentence=sentence)
    ok = False if raised is not None else None
    return Judgement(ok, sentence, raised, notes=notes_of(recording), seconds=recording.seconds)
