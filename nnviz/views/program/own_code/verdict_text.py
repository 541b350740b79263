"""The verdict on a person's code in words, for the bar above it."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.controller.own_code_state import OwnCodeState
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.recorded_run.findings import SourceLine
from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.model.text.numbers import format_count, format_short
from nnviz.views.error_text import error_text
from nnviz.views.program.own_code.verdict_bar import Verdict, VerdictKind
from nnviz.views.translation import translate_model

translate = QCoreApplication.translate


def name_of(state: OwnCodeState) -> str:
    """Return the name of the code: its file's, or what stands for pasted code."""
    return state.source.name or translate("OwnCode", "your code")


def verdict_of(state: OwnCodeState) -> Verdict:
    """Return what the bar shows of a state."""
    if state.kind == "shown":
        return _before_run(state)
    if state.kind == "running":
        return _running(state)
    if state.kind == "failed" or state.run is None:
        problem = "" if state.problem is None else error_text(state.problem)
        title = translate("OwnCode", "%1 could not be run.").replace("%1", name_of(state))
        return Verdict("fault", title, tuple(filter(None, (problem,))), buttons=(_again(state),))
    return _recorded(state, state.run)


def _before_run(state: OwnCodeState) -> Verdict:
    title = translate("OwnCode", "%1 has not been run.").replace("%1", name_of(state))
    rights = translate(
        "OwnCode", "It runs in a process of its own, with your rights: it can read and change whatever you can."
    )
    return Verdict("ask", title, (), (rights,), (("run", translate("OwnCode", "Run") + "  ⏎"),))


def _running(state: OwnCodeState) -> Verdict:
    title = translate("OwnCode", "Running %1 …").replace("%1", name_of(state))
    lines = (translate_model(state.progress),) if state.progress else ()
    return Verdict("quiet", title, (), lines, (("cancel", translate("OwnCode", "Cancel")),))


def _again(state: OwnCodeState) -> tuple[str, str]:
    return "run", translate("OwnCode", "Run again")


def _recorded(state: OwnCodeState, run: RecordedRun) -> Verdict:
    findings = run.findings
    title, lines, quiet = _sentences(run)
    buttons: list[tuple[str, str]] = []
    if state.source.text is not None and state.source.path is not None:
        what = translate("OwnCode", "Run with line %1 mended; the file is as it was.")
        text = translate("OwnCode", "Run with what you have typed; the file is as it was.")
        quiet.append(text if state.tried is None else what.replace("%1", str(state.tried.number)))
        buttons += [("save", translate("OwnCode", "Save to file")), ("back", translate("OwnCode", "Back to the file"))]
    if state.has_changed:
        quiet.append(translate("OwnCode", "The file has changed since it ran."))
        buttons.insert(0, _again(state))
    kind: VerdictKind = "quiet" if findings.ok is None else "holds" if findings.ok else "fault"
    return Verdict(
        "fault" if findings.raised is not None else kind,
        title,
        tuple(lines),
        tuple(quiet),
        tuple(buttons),
        tuple((str(n), translate_model(each.text), bool(each.symbol)) for n, each in enumerate(findings.advice)),
        tuple(translate_model(note) for note in findings.notes),
        run.recording.printed,
    )


def _sentences(run: RecordedRun) -> tuple[str, list[str], list[str]]:
    """Return the verdict in a sentence, why, and what follows from it."""
    findings = run.findings
    sentence = translate_model(findings.sentence)
    if findings.raised is not None:
        text = translate("OwnCode", "%1 raised %2: %3").replace("%1", line_name(run, findings.raised.at))
        text = text.replace("%2", findings.raised.names[0]).replace("%3", findings.raised.equation)
        why = _after_source(run, findings.raised.at, translate_model(findings.raised.text))
        return text, [why] if why else [], []
    first = findings.first
    if first is None and not len(run):
        return translate("OwnCode", "No line ran: there is nothing to debug in %1.").replace("%1", run.title), [], []
    if first is None:
        return sentence, [], []
    title = translate("OwnCode", "%1 is the first that is wrong.").replace("%1", line_name(run, first.at))
    known = [translate_model(CATALOGUE[name].title) for name in first.mistakes if name in CATALOGUE]
    quiet = [translate_model(findings.follows)] if findings.follows else []
    if known:
        quiet.append(translate("OwnCode", "Known: %1.").replace("%1", ", ".join(known)))
    return title, [translate_model(first.text)], [" ".join(quiet)] if quiet else []


def _after_source(run: RecordedRun, at: SourceLine, text: str) -> str:
    """Return why an error was raised: what the judge says of it begins with the line's number, message and source."""
    lines = run.recording.files[at.file].text.split("\n")
    source = lines[at.number - 1].strip() if 0 < at.number <= len(lines) else ""
    _, _, why = text.partition(f"`{source}`")
    return " ".join(why.lstrip(".。 ").split())


def line_name(run: RecordedRun, at: SourceLine) -> str:
    """Return how a line is named: by its number, and where there are others by its file or cell."""
    file = run.recording.files[at.file]
    if file.cell is not None:
        text = translate("OwnCode", "Cell %1, line %2").replace("%1", str(file.cell))
    elif at.file:
        text = translate("OwnCode", "%1, line %2").replace("%1", file.path)
    else:
        text = translate("OwnCode", "Line %2")
    return text.replace("%2", str(at.number))


def recorded_text(run: RecordedRun) -> str:
    """Return the heading's note: how much was recorded, in what time."""
    updates = len(run.update_ends)
    if updates == 1:
        text = translate("OwnCode", "recorded: 1 update in %1 s")
    elif updates:
        text = translate("OwnCode", "recorded: %2 updates in %1 s").replace("%2", str(updates))
    else:
        text = translate("OwnCode", "recorded: %2 lines in %1 s").replace("%2", format_count(len(run)))
    return text.replace("%1", format_short(round(run.recording.seconds, 2)))
