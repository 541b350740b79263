"""Judge a recording: absolutely first, then line by line."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

import numpy as np

from nnviz.model.judgement.absolute import AbsoluteCheck, absolute_checks, candidate_losses, implied_losses
from nnviz.model.judgement.advise import advise
from nnviz.model.judgement.describe import described_network
from nnviz.model.judgement.gradients import changes, group_gradient
from nnviz.model.judgement.judgement import Difference, JudgedLine, Judgement, RaisedError
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge, following
from nnviz.model.judgement.memory import remembers
from nnviz.model.judgement.run_notes import notes_of, outcome_text
from nnviz.model.judgement.scaling import scaled_entries
from nnviz.model.judgement.words import equation, reason, symbol_text
from nnviz.model.recognition.backward import REDUCTIONS
from nnviz.model.recognition.network import Loss, Recognition
from nnviz.model.recognition.recognise import recognise
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.recording import Recording


def judge(recording: Recording) -> tuple[Recognition | None, Judgement]:
    """Return the network in a recording, and whether its gradients are right."""
    trace = Trace(recording)
    recognition = recognise(trace)
    raised = _raised(recording)
    if recognition is None:
        return None, _unrecognised(recording, raised)
    return recognition, _Judge(trace, recognition, raised).judgement()


def literals(recording: Recording) -> tuple[float, ...]:
    """Return the numbers that stand in the person's source."""
    found: dict[float, None] = {}
    for file in recording.files:
        try:
            tree = ast.parse(file.text)
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float) and 0 < node.value <= 1000:
                found[float(node.value)] = None
    return tuple(found)


_RATE_WORDS = ("lr", "rate", "eta", "alpha", "step")


def named_rates(recording: Recording) -> tuple[float, ...]:
    """Return the numbers that are given to names such as `lr`, `eta`, `learning_rate`."""
    found: dict[float, None] = {}
    for file in recording.files:
        try:
            tree = ast.parse(file.text)
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            names: list[str] = []
            value: ast.expr | None = None
            if isinstance(node, ast.Assign):
                names = [target.id for target in node.targets if isinstance(target, ast.Name)]
                value = node.value
            elif isinstance(node, ast.keyword) and node.arg is not None:
                names, value = [node.arg], node.value
            if isinstance(node, ast.Assign) and isinstance(value, ast.Tuple) and isinstance(node.targets[0], ast.Tuple):
                for target, part in zip(node.targets[0].elts, value.elts, strict=False):
                    if isinstance(target, ast.Name) and isinstance(part, ast.Constant):
                        if type(part.value) is float and any(word in target.id.lower() for word in _RATE_WORDS):
                            found[part.value] = None
            if isinstance(value, ast.Constant) and type(value.value) in (int, float):
                if any(word in name.lower() for name in names for word in _RATE_WORDS):
                    found[float(value.value)] = None
    return tuple(found)


class _Judge:
    def __init__(self, trace: Trace, recognition: Recognition, raised: RaisedError | None) -> None:
        self._trace = trace
        self._recognition = recognition
        self._raised = raised
        self._rates = literals(trace.recording)
        self._notes: list[str] = []

    def judgement(self) -> Judgement:
        recognition = self._recognition
        if recognition.first.Y is None:
            return _unrecognised(
                self._trace.recording,
                self._raised,
                f"A network {'-'.join(map(str, recognition.sizes))} was found; what its output is compared with was not.",  # noqa: E501
            )
        checks = list(absolute_checks(recognition))
        misled = any(layer.activation_axis_wrong or layer.bias_after for layer in recognition.first.layers)
        right = None if misled else next((check for check in checks if check.ok), None)
        if right is not None:
            wrong = self._later_updates(right)
            if wrong is None:
                wrong = self._kept_biases(right)
            if wrong is None:
                return self._all_right(right)
            return self._wrong(wrong[0], wrong[1], right)
        lines = LineJudge(self._trace, recognition, self._losses())
        lines.rates = self._rates
        entries = lines.entries()
        if not any(entry.verdict == "wrong" for entry in entries):
            entries = self._scaled(lines, entries, checks)
            own = self._rates_of_their_own(entries, checks)
            if own is not None:
                self._notes.append("Your parameters have several learning rates.")
                return self._all_right(own)
        if not any(entry.verdict == "wrong" for entry in entries):
            entries = self._penalised(lines, entries, checks)
        if not any(entry.verdict == "wrong" for entry in entries):
            return self._undecided(lines, entries, checks)
        return self._wrong(lines, entries, None)

    def _kept_biases(self, check: AbsoluteCheck) -> tuple[LineJudge, list[LineEntry]] | None:
        """Return the lines where the gradient of a bias is computed and the bias never changes; else None."""
        trace, parameters = self._trace, self._recognition.parameters
        lines = LineJudge(trace, self._recognition, [check.loss])
        entries = lines.entries()
        last = max((p.changed[0] for p in parameters.values() if p.changed), default=0)
        for number, layer in enumerate(self._recognition.first.layers, start=1):
            delta = lines.delta_events.get(number)
            if layer.bias is None or f"b{number}" in parameters or delta is None:
                continue
            source = trace.source(delta, True)
            for event in range(source, last + 1):
                if trace.operator(event) in REDUCTIONS and any(
                    trace.source(operand, True) == source for operand in trace.operands(event)
                ):
                    kept = LineEntry(last, f"b{number}", "wrong", None, ("biases-kept",))
                    return lines, [*entries, kept]
        return None

    def _losses(self) -> list[Loss]:
        own = [loss for loss in candidate_losses(self._recognition) if loss.kind != "absolute"]
        return own or implied_losses(self._recognition)

    def _rates_of_their_own(self, entries: list[LineEntry], checks: Sequence[AbsoluteCheck]) -> AbsoluteCheck | None:
        """Return the check in which every parameter goes down its gradient, each at a rate that is meant."""
        if any(entry.verdict == "wrong" for entry in entries):
            return None
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
        return scaled_entries(self._recognition, lines, entries, best, self._rates, named_rates(self._trace.recording))

    def _later_updates(self, first: AbsoluteCheck) -> tuple[LineJudge, list[LineEntry]] | None:
        """Return the lines of the first later update that is wrong; None if all are right."""
        for update in range(1, len(self._recognition.passes)):
            found = remembers(self._trace, self._recognition, first, update)
            if found.note:
                self._notes.append(found.note)
            if found.wrong is not None:
                lines = LineJudge(self._trace, self._recognition, [first.loss])
                entries = lines.entries()
                event, name, names = found.wrong
                wrong = LineEntry(event, name, "wrong", None, names)
                kept = [entry for entry in entries if self._trace.spot(entry.fault) != self._trace.spot(event)]
                return lines, sorted([*kept, wrong], key=lambda entry: entry.fault)
            if found.explained:
                return None
        return None

    def _all_right(self, check: AbsoluteCheck) -> Judgement:
        recording = self._trace.recording
        lines = LineJudge(self._trace, self._recognition, [check.loss])
        entries = [entry for entry in lines.entries() if entry.verdict == "right"]
        entries += self._updates()
        own = next((loss for loss in self._recognition.losses if loss.kind == check.loss.kind), None)
        if own is None:
            kind = {"squared": "the squared error", "bce": "cross-entropy", "cce": "cross-entropy"}[check.loss.kind]
            self._notes.append(f"No loss was found in your code; your δ is that of {kind}, which was taken.")
        elif check.loss.kind == "absolute":
            pass
        if check.decay:
            self._notes.append(
                f"Your updates shrink the weights too: a penalty with λ = {check.decay:.6g} in the gradient."
            )
        sentence = "Your gradients are right"
        sentence += " (checked against the gradient of your own loss)." if own is not None else "."
        return Judgement(
            self._raised is None,
            sentence if self._raised is None else f"{self._raised.text} Up to there your gradients are right.",
            self._raised,
            described_network(self._recognition, check, self._rates),
            None,
            self._judged(entries, check.loss.kind),
            (*self._notes, *notes_of(recording)),
            tuple(advise(self._trace, self._recognition, check)) if self._raised is None else (),
            "",
            self._right_values(entries),
            len(self._recognition.passes),
            recording.seconds,
        )

    def _updates(self) -> list[LineEntry]:
        return [
            LineEntry(parameter.changed[0], symbol, "right")
            for symbol, parameter in self._recognition.parameters.items()
            if parameter.changed
        ]

    def _wrong(self, lines: LineJudge, entries: list[LineEntry], check: AbsoluteCheck | None) -> Judgement:
        recording = self._trace.recording
        entries = sorted(entries, key=lambda entry: entry.fault)
        first = next(entry for entry in entries if entry.verdict == "wrong")
        struck = {entry.symbol for entry in entries if entry.verdict == "wrong"}
        entries += [entry for entry in self._updates() if entry.symbol not in struck]
        entries = following(sorted(entries, key=lambda entry: entry.fault))
        judged = self._judged(entries, lines.loss.kind)
        place = self._trace.statement(first.fault)
        file = recording.files[place.file]
        source = self._trace.source_line(place.file, place.line)
        why = reason(first.mistakes, self._recognition.first, first.symbol)
        where = f"Line {place.line}" if file.cell is None else f"Line {place.line} of cell {file.cell}"
        text = f"{symbol_text(first.symbol)}: {why} It should be {equation(first.symbol, self._recognition.first, lines.loss.kind)}."  # noqa: E501
        difference = Difference(
            PurePath(file.path).name,
            file.cell,
            place.line,
            source,
            first.symbol,
            self._names(first),
            first.mistakes,
            text,
        )
        after = sorted({line.line for line in judged if line.verdict == "follows"})
        follows = ""
        if after:
            numbers = ", ".join(map(str, after))
            follows = f"Line{'s' if len(after) > 1 else ''} {numbers}: right for what they got."
        return Judgement(
            False,
            f"{where} is the first that is wrong: `{source}`. {why}",
            self._raised,
            described_network(self._recognition, check, self._rates, lines.loss),
            difference,
            judged,
            (*self._notes, *notes_of(recording)),
            (),
            follows,
            self._right_values(entries),
            len(self._recognition.passes),
            recording.seconds,
        )

    def _undecided(self, lines: LineJudge, entries: list[LineEntry], checks: Sequence[AbsoluteCheck]) -> Judgement:
        recording = self._trace.recording
        gradients = [entry for entry in entries if entry.symbol.startswith(("dW", "db", "delta"))]
        complete = len(lines.finder.weights) == len(self._recognition.first.layers)
        complete = complete and not any(entry.verdict == "unknown" for entry in entries) and self._adapts(lines)
        note = "Every gradient that was recognised is right; how the updates use them was not recognised."
        if not complete:
            note = "Not every gradient was recognised; the parameters do not change as your loss's gradient says."
        return Judgement(
            True if complete and gradients else None,
            "Your gradients are right." if complete and gradients else note,
            self._raised,
            described_network(self._recognition, None, self._rates, lines.loss),
            None,
            self._judged(entries, lines.loss.kind),
            (*self._notes, *((note,) if complete else ()), *notes_of(recording)),
            (),
            "",
            self._right_values(entries),
            len(self._recognition.passes),
            recording.seconds,
        )

    def _adapts(self, lines: LineJudge) -> bool:
        """Return whether the updates divide gradients by roots of what they were, as Adam and its kin do."""
        trace = self._trace
        ends = [p.changed[0] for p in self._recognition.parameters.values() if p.changed]
        starts = [event for found in lines.finder.weights.values() for event in found.raw]
        between = trace.ancestors(ends, min(starts, default=0))
        reached = trace.dependants(starts)
        return any(trace.operator(e) in ("numpy.sqrt", "**", "numpy.sign", "math.sqrt") and reached[e] for e in between)

    def _penalised(
        self, lines: LineJudge, entries: list[LineEntry], checks: Sequence[AbsoluteCheck]
    ) -> list[LineEntry]:
        """Return the entries with the gradients struck whose penalty is not that of their loss."""
        loss = lines.loss
        if not loss.penalty:
            return entries
        one = self._recognition.first
        plain = group_gradient([one], replace(loss, penalty=0.0))
        moved = changes(self._recognition, 0)
        found = []
        for entry in entries:
            number = int("".join(c for c in entry.symbol if c.isdigit()))
            name = f"W{number}"
            if entry.symbol == f"dW{number}" and name in moved and moved[name].shape == one.layers[number - 1].W.shape:
                base = np.stack([plain[name].ravel(), one.layers[number - 1].W.ravel()], axis=1)
                (rate, decay), *_ = np.linalg.lstsq(base, moved[name].ravel(), rcond=None)
                left = np.linalg.norm(moved[name].ravel() - base @ np.array([rate, decay]))
                if left <= 1e-6 * np.linalg.norm(moved[name]) and rate < 0:
                    strength = decay / rate / (2 * loss.penalty)
                    if abs(strength - 1) > 1e-5:
                        ratio = max(strength, 1 / strength) if strength > 0 else 0.0
                        m = self._recognition.first.m
                        names = ("penalty-forgotten",) if abs(strength) < 1e-6 else ("penalty-factor",)
                        if abs(ratio - m) < 1e-4 * m or abs(ratio - 2 * m) < 1e-4 * m:
                            names = ("penalty-over-m",)
                        found.append(replace(entry, verdict="wrong", mistakes=names))
                        continue
            found.append(entry)
        return found

    def _right_values(self, entries: Sequence[LineEntry]) -> dict[str, object]:
        one = self._recognition.first
        found = {}
        for entry in entries:
            if entry.right is None:
                continue
            layer = one.layers[int("".join(c for c in entry.symbol if c.isdigit())) - 1]
            if entry.symbol.startswith("dW"):
                found[entry.symbol] = entry.right.T if layer.turned else entry.right
            else:
                found[entry.symbol] = one.own(entry.right)
        return found

    def _names(self, entry: LineEntry) -> tuple[str, ...]:
        name = self._trace.name(entry.event) or self._trace.name(entry.fault)
        return (name,) if name else ()

    def _judged(self, entries: Sequence[LineEntry], kind: str) -> tuple[JudgedLine, ...]:
        found = []
        for entry in sorted(entries, key=lambda entry: entry.fault):
            place = self._trace.statement(entry.fault)
            file = self._trace.recording.files[place.file]
            found.append(
                JudgedLine(
                    PurePath(file.path).name,
                    file.cell,
                    place.line,
                    self._trace.source_line(place.file, place.line),
                    entry.symbol,
                    entry.verdict,
                    self._names(entry),
                    equation(entry.symbol, self._recognition.first, kind),
                    entry.fault,
                )
            )
        return tuple(found)


def _raised(recording: Recording) -> RaisedError | None:
    from nnviz.model.judgement.errors import explained

    return explained(recording)


def _unrecognised(recording: Recording, raised: RaisedError | None, found: str = "") -> Judgement:
    sentence = found or "No network was recognised: no array of weights was multiplied with an input and changed again."
    if raised is not None:
        sentence = raised.text
    elif recording.outcome.kind not in ("finished", "updates"):
        sentence = f"{outcome_text(recording)} {sentence}"
    return Judgement(
        False if raised is not None else None,
        sentence,
        raised,
        notes=notes_of(recording),
        seconds=recording.seconds,
    )
