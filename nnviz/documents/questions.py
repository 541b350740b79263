"""The questions before something would be lost."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PyQt6.QtCore import QCoreApplication, QDateTime, QLocale

from nnviz.model.files.state import Change
from nnviz.model.text.numbers import format_count
from nnviz.views.widgets.question_bar import Question

SAVE, LOSE, CANCEL = "save", "lose", "cancel"
OVERWRITE, SAVE_AS = "overwrite", "save_as"
RECOVER, DISCARD, LATER = "recover", "discard", "later"

translate = QCoreApplication.translate


def unsaved_question(name: str, *, closing: bool) -> Question:
    """Ask about changes that closing, or opening something else, would lose."""
    if closing:
        text = translate("Questions", "Save the changes to “%1” before closing?")
    else:
        text = translate("Questions", "Save the changes to “%1” before opening another?")
    answers = (
        (SAVE, translate("Questions", "&Save")),
        (LOSE, translate("Questions", "&Don’t save")),
        (CANCEL, translate("Questions", "&Cancel")),
    )
    return Question(text.replace("%1", name), answers, CANCEL)


def overwrite_question(path: Path, change: Change) -> Question:
    """Ask about a file that something else has changed since it was read or written here; Esc leaves it alone."""
    if change == "gone":
        text = translate("Questions", "“%1” is no longer there: it was deleted or moved. Save it there again?")
        overwrite = translate("Questions", "&Save again")
    elif change == "another kind":
        text = translate("Questions", "“%1” is no file any more: something else has its name. Save under another name?")
        overwrite = translate("Questions", "&Try again")
    elif change == "unreadable":
        text = translate("Questions", "“%1” can no longer be read, so it may have changed. Overwrite it?")
        overwrite = translate("Questions", "&Overwrite")
    else:
        text = translate("Questions", "“%1” was changed by another program since it was opened or saved. Overwrite it?")
        overwrite = translate("Questions", "&Overwrite")
    answers = [
        (SAVE_AS, translate("Questions", "Save &as…")),
        (OVERWRITE, overwrite),
        (CANCEL, translate("Questions", "&Cancel")),
    ]
    # The first one has the focus: the one that loses nothing.
    if change == "gone":
        answers[:2] = reversed(answers[:2])
    return Question(text.replace("%1", path.name), tuple(answers), CANCEL)


def recovery_question(name: str, update: int, saved_at: datetime) -> Question:
    """Ask about a session that was left behind; Esc leaves it for another start."""
    text = translate("Questions", "nnviz ended unexpectedly. Recover “%1”, update %2, of %3?")
    short = QLocale.FormatType.ShortFormat
    moment = QDateTime(saved_at.date(), saved_at.time())
    today = saved_at.date() == datetime.now().date()
    time = QLocale().toString(moment.time(), short) if today else QLocale().toString(moment, short)
    answers = (
        (RECOVER, translate("Questions", "Re&cover")),
        (DISCARD, translate("Questions", "&Discard")),
    )
    # The name last: it may contain what looks like a placeholder.
    text = text.replace("%2", format_count(update)).replace("%3", time).replace("%1", name)
    return Question(text, answers, LATER)
