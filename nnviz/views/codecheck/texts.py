"""Texts of the code check in the person's language; the command line writes the same in English, from the model."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.codecheck import CheckNote, Failure, LineReport, Misfit, Report
from nnviz.model.codecheck.argument_layouts import ArgumentLayout
from nnviz.model.codecheck.call_result import CRASH, RETURNED, TIMEOUT
from nnviz.model.codecheck.line_report import AGREES, factor_text
from nnviz.model.codecheck.returned_values import ACCEPTED
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.text.numbers import format_short
from nnviz.views.translation import translate_model

translate = QCoreApplication.translate


def summary_text(report: Report) -> str:
    """Return the outcome in one line."""
    first = report.first_difference
    if report.ok:
        return translate("CodeCheck", "All that was returned is right")
    if first is not None:
        text = translate("CodeCheck", "The first line that differs: line %1, %2")
        return text.replace("%1", str(first.number)).replace("%2", first.formula)
    return translate("CodeCheck", "It failed before it returned anything")


def verdict_text(line: LineReport) -> str:
    """Return what is wrong with a line; empty where it is simply right."""
    c = line.comparison
    match c.status:
        case "equal":
            return ""
        case "rounding":
            return translate("CodeCheck", "equal except for rounding; is it float32?")
        case "missing":
            return translate("CodeCheck", "failed") if line.failed else translate("CodeCheck", "not returned")
        case _ if line.cause is not None:
            text = _cause(line.cause)
        case "scaled":
            text = translate("CodeCheck", "%1 times ∂L/∂Z, and right for what is made of it")
            return text.replace("%1", factor_text(c.factor))
        case "unmoved":
            text = translate("CodeCheck", "did not move; %1 should by %2")
            text = text.replace("%1", line.cell_text).replace("%2", format_short(c.ours, 6))
        case "unsteady":
            text = translate("CodeCheck", "different on every call with the same arguments")
        case "transpose":
            text = translate("CodeCheck", "transposed")
        case "sign" if line.assigns:
            text = translate("CodeCheck", "changes in the wrong direction")
        case "sign":
            text = translate("CodeCheck", "the sign is flipped")
        case "factor" if line.assigns:
            text = translate("CodeCheck", "the change is %1 times what it should be")
        case "factor":
            text = translate("CodeCheck", "%1 times what it should be")
        case "shape":
            text = translate("CodeCheck", "has the shape %1, should have %2")
            text = text.replace("%1", _shape(line.found)).replace("%2", _shape(line.expected))
            reason = _moved(line) or line.fitting
            text = f"{text}: {reason}" if reason else text
        case "different":
            text = _different(line)
    text = text.replace("%1", factor_text(c.factor))
    if line.occasion == "integers":
        text = translate("CodeCheck", "%1 (with X and Y as integers)").replace("%1", text)
    elif line.occasion == "later":
        text = translate("CodeCheck", "%1 (in the second update)").replace("%1", text)
    if line.where:
        text = translate("CodeCheck", "%1 (on a random network, %2)").replace("%1", text).replace("%2", line.where)
    return text


def _cause(cause: tuple[str, str]) -> str:
    if cause[0] == cause[1]:
        text = translate("CodeCheck", "the array of %1 was changed after it had been used")
        return text.replace("%1", cause[0])
    text = translate("CodeCheck", "%1 and %2 are the same array: what changes one changes the other")
    return text.replace("%1", cause[0]).replace("%2", cause[1])


def _moved(line: LineReport) -> str:
    """Return what a gradient of the wrong shape would make of its parameter; empty for other lines."""
    if not line.symbol.startswith(("dW", "db")):
        return ""
    if line.moved is None:
        text = translate("CodeCheck", "%1 − η·%2 cannot be computed")
    else:
        text = translate("CodeCheck", "%1 − η·%2 would have the shape %3").replace("%3", str(line.moved))
    text = text.replace("%1", line.symbol[1:]).replace("%2", line.symbol)
    if line.symbol.startswith("db"):
        text = translate("CodeCheck", "%1; keepdims=True keeps its shape").replace("%1", text)
    return text


def _different(line: LineReport) -> str:
    if line.assigns:
        text = translate("CodeCheck", "%1 changes by %2, should by %3")
    else:
        text = translate("CodeCheck", "%1 is %2, should be %3")
    c = line.comparison
    text = text.replace("%1", line.cell_text).replace("%2", format_short(c.theirs, 6))
    text = text.replace("%3", format_short(c.ours, 6))
    if c.digits >= AGREES:
        return translate("CodeCheck", "agrees to %1 digits: %2").replace("%1", str(c.digits)).replace("%2", text)
    if line.ratio is None:
        return text
    ratio = translate("CodeCheck", "%1 times").replace("%1", format_short(line.ratio))
    return f"{text} ({ratio})"


def mistake_texts(line: LineReport) -> tuple[str, ...]:
    """Return what is wrong, in the words of the judge of a whole script; of several possible mistakes the titles."""
    texts = [translate_model(line.reason)] if line.reason else []
    for number, name in enumerate(() if line.reason else line.mistakes):
        title = translate_model(CATALOGUE[name].title)
        if number:
            link = translate("CodeCheck", "or %1") if line.alternatives else translate("CodeCheck", "and %1")
            title = link.replace("%1", title)
        texts.append(title)
    if texts and line.beyond:
        text = translate("CodeCheck", "and something else, on a random network, %1")
        texts.append(text.replace("%1", line.beyond))
    return tuple(texts)


def own_texts(line: LineReport) -> tuple[str, ...]:
    """Return what computes a value in the person's file, and how that line should be."""
    if line.own is None:
        return ()
    text = translate("CodeCheck", "%1, line %2: %3").replace("%1", line.own.file).replace("%2", str(line.own.line))
    texts = [text.replace("%3", line.own.source)]
    if line.own.mended is not None:
        texts.append(translate("CodeCheck", "It should be: %1").replace("%1", line.own.mended))
    return tuple(texts)


def failure_text(failure: Failure) -> str:
    """Return what went wrong; of an exception, its own message."""
    if failure.kind == TIMEOUT:
        text = translate("CodeCheck", "It was stopped after %1 s; is there an endless loop?")
        return text.replace("%1", failure.message)
    if failure.kind == CRASH:
        text = translate("CodeCheck", "Its process ended before it was done, with status %1")
        return text.replace("%1", failure.message)
    if failure.kind == RETURNED and failure.part == "import":
        text = translate("CodeCheck", "%1 has no function backprop(X, Y, weights, biases)")
        return text.replace("%1", failure.message)
    if failure.kind == RETURNED:
        text = translate("CodeCheck", "%1 returned %2; accepted: %3")
        text = text.replace("%1", failure.part).replace("%2", translate_model(failure.message))
        return text.replace("%3", translate_model(ACCEPTED[failure.part]))
    message = f"{failure.kind}: {failure.message}" if failure.message else failure.kind
    if failure.part == "import":
        return message
    return translate("CodeCheck", "in %1: %2").replace("%1", failure.part).replace("%2", message)


def advice_texts(report: Report) -> tuple[str, ...]:
    """Return what would fix a failure."""
    failure, misfit = report.failure, report.misfit
    texts = []
    if misfit is not None:
        texts.append(_misfit(misfit))
        if report.wanted is not None:
            text = translate("CodeCheck", "%1 should have the shape %2")
            texts.append(text.replace("%1", misfit.target).replace("%2", str(report.wanted)))
        if report.products:
            text = translate("CodeCheck", "These would fit: %1")
            texts.append(text.replace("%1", "; ".join(report.products)))
    if failure is not None and failure.missing:
        line = translate("CodeCheck", "%1 (line %2)")
        names = (line.replace("%1", name).replace("%2", str(number)) for name, number in failure.missing)
        texts.append(translate("CodeCheck", "Read but never defined: %1").replace("%1", ", ".join(names)))
    return tuple(texts)


def _misfit(misfit: Misfit) -> str:
    if misfit.operator == "==":
        text = translate("CodeCheck", "%1 has the shape %2, %3 has %4: they should be equal")
    else:
        text = translate("CodeCheck", "%1 has the shape %2, %3 has %4: they do not fit together under %5")
        text = text.replace("%5", misfit.operator)
    # Not one after the other: a person's names may contain what looks like a placeholder.
    parts = {"%1": misfit.left, "%2": str(misfit.left_shape), "%3": misfit.right, "%4": str(misfit.right_shape)}
    pieces = [text]
    for place in parts:
        pieces = [piece for text in pieces for piece in _split(text, place)]
    return "".join(parts.get(piece, piece) for piece in pieces)


def _split(text: str, place: str) -> list[str]:
    before, found, after = text.partition(place)
    return [before, found, after]


def note_text(note: CheckNote) -> str:
    """Return the text of a note."""
    names = ", ".join(note.names)
    match note.kind:
        case "fails-elsewhere":
            assert note.failure is not None  # that is what it is about
            text = translate("CodeCheck", "On a random network, %1, it fails: %2")
            return text.replace("%1", note.where).replace("%2", failure_text(note.failure))
        case "changes-arguments":
            return translate("CodeCheck", "It changes its arguments in place: %1").replace("%1", names)
        case "no-bias-gradients":
            text = translate("CodeCheck", "%1 were not returned: without them the biases never learn")
            return text.replace("%1", names)
        case "fails-on-integers":
            assert note.failure is not None  # that is what it is about
            text = translate("CodeCheck", "With X and Y as integers it fails: %1")
            return text.replace("%1", failure_text(note.failure))
        case "differs-elsewhere":
            text = translate("CodeCheck", "Right for the scenario; on another network, %1, these differ: %2")
            return text.replace("%1", note.where).replace("%2", names)
        case "not-moved":
            return translate("CodeCheck", "%1 did not move").replace("%1", names)
        case "delta-over-m":
            text = translate("CodeCheck", "Your δ has 1/m in it (%1); the gradients are right")
            return text.replace("%1", names)
        case "delta-negative":
            text = translate("CodeCheck", "Your δ is −∂L/∂Z (%1); what is made of it is right")
            return text.replace("%1", names)
        case "delta-scaled":
            text = translate("CodeCheck", "Your δ is %1 times ∂L/∂Z (%2); the gradients are right")
            return text.replace("%1", note.where).replace("%2", names)
        case "kink":
            text = translate("CodeCheck", "Your derivative at Z = 0 is the one above it (%1): a choice; here it is 0")
            return text.replace("%1", names)
        case "starts-again":
            return translate(
                "CodeCheck", "Your update begins with an empty state at every call: right for the first only"
            )
        case "ambiguous":
            return translate("CodeCheck", "The samples could also be the other way round: choose which, above")


def layout_text(layout: ArgumentLayout) -> str:
    """Describe the layout in which arrays were passed."""
    if layout.samples == "columns":
        samples = translate("CodeCheck", "samples are columns")
    else:
        samples = translate("CodeCheck", "samples are rows")
    if layout.weights == "units-inputs":
        weights = translate("CodeCheck", "W is units × inputs")
    else:
        weights = translate("CodeCheck", "W is inputs × units")
    match layout.biases:
        case "column":
            biases = translate("CodeCheck", "b is a column")
        case "row":
            biases = translate("CodeCheck", "b is a row")
        case "flat":
            biases = translate("CodeCheck", "b is flat")
    return " · ".join((samples, weights, biases))


def _shape(shape: tuple[int, ...]) -> str:
    return translate("CodeCheck", "a number") if shape == () else str(shape)
