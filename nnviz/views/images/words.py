"""What is said about samples that are pictures."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.data import DataSet
from nnviz.model.text.numbers import format_count
from nnviz.views.images.answers import Answers


def class_name(data: DataSet, label: int) -> str:
    """Return a class's name; its number where it has none."""
    return data.class_names[label] if label < len(data.class_names) else str(label)


def mistaken_text(data: DataSet, sample: int, answered: int | None) -> str:
    """Say what a sample is, and what it is taken for: ``4 → 9``."""
    assert data.labels is not None  # said of classes only
    own = class_name(data, int(data.labels[sample]))
    return own if answered is None else f"{own} → {class_name(data, answered)}"


def wrong_text(answers: Answers) -> str:
    """Say how many samples are taken for another class, and how many were asked."""
    wrong, asked, of = len(answers.wrong), len(answers.predictions.samples), answers.predictions.of
    text = QCoreApplication.translate("Images", "%1 of %2 wrong")
    text = text.replace("%1", format_count(wrong)).replace("%2", format_count(asked))
    if asked < of:
        left_out = QCoreApplication.translate("Images", "%1 (of %2 that there are)")
        text = left_out.replace("%2", format_count(of)).replace("%1", text)
    return text
