"""The page of the help about a person's own code: how to open it, what the marks mean, the keys, and its limits."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PyQt6.QtCore import QCoreApplication

from nnviz.views.window.actions import Actions, key_text

translate = QCoreApplication.translate


def own_code_page(actions: Actions) -> str:
    """Return the page as rich text."""
    titled = (
        (translate("OwnCodeHelp", "Open it"), _paragraphs(_ways(actions))),
        (translate("OwnCodeHelp", "What the marks mean"), _table(_marks())),
        (translate("OwnCodeHelp", "Keys"), _table(_keys(actions))),
        (translate("OwnCodeHelp", "What it cannot do"), _paragraphs(_limits())),
    )
    return "".join(f"<h4>{escape(title)}</h4>{body}" for title, body in titled)


def _ways(actions: Actions) -> tuple[str, ...]:
    key = key_text(actions["debug_code"])
    return (
        translate("OwnCodeHelp", "Drop the .py or .ipynb file that does not learn on the window, as it is."),
        translate("OwnCodeHelp", "Or %1: paste the code, open a file, or insert an example.").replace("%1", key),
        translate(
            "OwnCodeHelp",
            "It is shown first; Enter runs it up to its third update, and finds the network in it. The sentence above "
            "your lines says which of them is the first that is wrong, what it should be, and why.",
        ),
        translate(
            "OwnCodeHelp",
            "Right or wrong is decided by your own loss: nnviz moves your weights a little and compares how it changes "
            "with what your code did to them. A way that is unusual and right is not struck.",
        ),
    )


def _marks() -> tuple[tuple[str, str], ...]:
    return (
        ("✓", translate("OwnCodeHelp", "right; beside it stands the equation that the line computes")),
        (
            "✗",
            translate(
                "OwnCodeHelp", "the first line that is wrong; below it, in green, as it should be: Try it runs that"
            ),
        ),
        ("↳", translate("OwnCodeHelp", "right for what it got, which is wrong")),
        (
            translate("OwnCodeHelp", "no mark"),
            translate("OwnCodeHelp", "not judged: nnviz knows no such line, which says nothing against it"),
        ),
        (translate("OwnCodeHelp", "grey text"), translate("OwnCodeHelp", "did not run in what was recorded")),
        (
            translate("OwnCodeHelp", "red frame"),
            translate("OwnCodeHelp", "your value of the wrong line; green: the right one"),
        ),
    )


def _keys(actions: Actions) -> Iterable[tuple[str, str]]:
    return (
        (_keys_of(actions, "line", "line-back"), translate("OwnCodeHelp", "a line of yours on, or back")),
        (
            _keys_of(actions, "update", "update-back"),
            translate("OwnCodeHelp", "to the next change of your parameters, or back"),
        ),
        (_keys_of(actions, "epoch", "epoch-back"), translate("OwnCodeHelp", "a pass over your data on, or back")),
        (
            _keys_of(actions, "inside"),
            translate("OwnCodeHelp", "into the loop over cells that has just run as one step"),
        ),
        (_keys_of(actions, "next_side"), translate("OwnCodeHelp", "your numbers, the right ones, the difference")),
        (_keys_of(actions, "breakpoint"), translate("OwnCodeHelp", "a breakpoint on the line; Space runs to it")),
        (
            "Ctrl+Enter",
            translate("OwnCodeHelp", "in the editor: run what you have typed; Ctrl+S saves it and runs; Esc leaves"),
        ),
    )


def _limits() -> tuple[str, ...]:
    return (
        translate(
            "OwnCodeHelp",
            "Your code runs in a process of its own with your rights: it can read and change whatever you can. Its "
            "time, memory and output are limited; session, scenario and data files never run code.",
        ),
        translate(
            "OwnCodeHelp",
            "Three updates are recorded. A mistake that shows later is not seen; long trainings are cut short.",
        ),
        translate(
            "OwnCodeHelp",
            "Recurrent, convolutional and batch-normalised networks can be stepped through; of their lines nnviz says "
            "that it does not know them. Their gradients are checked against your loss all the same.",
        ),
        translate("OwnCodeHelp", "Where no network is found, say which it is: Found ▸ change."),
    )


def _keys_of(actions: Actions, *names: str) -> str:
    return " · ".join(key_text(actions[name]) for name in names)


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = (f"<tr><td style='padding-right:12px'><b>{escape(a)}</b></td><td>{escape(b)}</td></tr>" for a, b in rows)
    return f"<table>{''.join(cells)}</table>"
