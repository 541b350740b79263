"""Texts of the rows of a person's source: tooltips, and what a screen reader says."""

from __future__ import annotations

from html import escape
from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.recorded_run.findings import LineNote, SourceLine, Verdict
from nnviz.views.translation import translate_model

translate = QCoreApplication.translate

_LONGEST_TIP: Final = 400
"""Characters of a line that its tooltip has."""


def try_text() -> str:
    """Return the text of the link beside a mended line."""
    return translate("OwnCode", "Try it")


def verdict_text(verdict: Verdict) -> str:
    """Return what a verdict says in words."""
    texts = {
        "right": translate("OwnCode", "right"),
        "wrong": translate("OwnCode", "the first line that is wrong"),
        "follows": translate("OwnCode", "right for what it got, which is wrong"),
        "unknown": translate("OwnCode", "not judged"),
    }
    return texts[verdict]


def line_tip(text: str, note: LineNote | None, has_run: bool) -> str:
    """Return the tooltip of a line: its source, its equation, and what is said of it."""
    lines = [text.strip()[:_LONGEST_TIP]]
    if note is not None:
        mark = {"right": "✓ ", "wrong": "✗ ", "follows": "↳ ", "unknown": ""}[note.verdict]
        lines.append(f"{mark}{note.equation}  –  {verdict_text(note.verdict)}" if note.equation else mark)
        if note.text:
            lines.append(translate_model(note.text))
        if note.mended:
            lines.append(translate("OwnCode", "should be: %1").replace("%1", note.mended.strip()))
    if not has_run:
        lines.append(translate("OwnCode", "did not run in what was recorded"))
    elif text.strip():
        lines.append(translate("OwnCode", "Double click or Enter: run to this line"))
    return "<br>".join(escape(line) for line in lines if line)


def gutter_tip(number: int, is_enabled: bool | None) -> str:
    """Return the tooltip of the gutter beside a line; `is_enabled` is None where it has no breakpoint."""
    if is_enabled is None:
        text = translate("OwnCode", "Click: a breakpoint on line %1, which Space runs to (F9)")
    elif is_enabled:
        text = translate("OwnCode", "Breakpoint on line %1. Click: remove it (F9). Shift+click: disable it (Ctrl+F9)")
    else:
        text = translate(
            "OwnCode", "Disabled breakpoint on line %1. Click: remove it (F9). Shift+click: enable it (Ctrl+F9)"
        )
    return text.replace("%1", str(number))


def spoken(at: SourceLine, text: str, note: LineNote | None, is_enabled: bool | None) -> str:
    """Return what a screen reader says of a line."""
    parts = [translate("OwnCode", "line %1: %2").replace("%1", str(at.number)).replace("%2", text.strip())]
    if note is not None:
        parts.append(verdict_text(note.verdict))
        parts.append(note.equation)
    if is_enabled is not None:
        on, off = translate("OwnCode", "breakpoint"), translate("OwnCode", "disabled breakpoint")
        parts.append(on if is_enabled else off)
    return " · ".join(part for part in parts if part)
