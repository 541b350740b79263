"""The rows of the table of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication, QLocale

from nnviz.model.examples import Example, Figure, Finding, in_language, place_of, text_as_printed
from nnviz.model.program.program import Program
from nnviz.model.text.numbers import MINUS, exact, format_count

NOT_COMPUTED = "—"


@dataclass(frozen=True)
class FigureRow:
    """A figure as it is listed.

    Attributes
    ----------
    figure, label
        Which, and its name in the window's language.
    finding
        The number computed here, and its verdict; None until it is computed.
    printed, ours
        The author's number and the computed one, padded so that the decimal points of all rows align.
    details
        The tooltip.
    """

    figure: Figure
    label: str
    finding: Finding | None
    printed: str
    ours: str
    details: str

    @property
    def mark(self) -> str:
        """The mark of a figure that is met, of one that is not, or of one not computed."""
        return NOT_COMPUTED if self.finding is None else self.finding.mark


def figure_rows(example: Example, found: Sequence[Finding] | None, *, mistaken: bool) -> tuple[FigureRow, ...]:
    """Return a row for each figure.

    Parameters
    ----------
    example
        Its figures are listed.
    found
        The findings on them; None until they are computed.
    mistaken
        Whether they are computed with the author's mistake.
    """
    programs = {made: example.program(mistaken=made) for made in (False, mistaken)}
    most = max(figure.decimals for figure in example.figures)
    findings = (None,) * len(example.figures) if found is None else found
    return tuple(
        FigureRow(
            figure,
            example.label_in(figure.label, QLocale().name()),
            finding,
            _aligned(figure.printed.replace("-", MINUS), figure, most),
            NOT_COMPUTED if finding is None else _aligned(text_as_printed(figure, finding.ours), figure, most),
            _details(example, figure, finding, programs[mistaken if finding is None else finding.mistaken]),
        )
        for figure, finding in zip(example.figures, findings, strict=True)
    )


def _aligned(text: str, figure: Figure, decimals: int) -> str:
    """Append spaces for the decimals that other numbers have, and for a missing decimal point."""
    missing = decimals - figure.decimals
    return text + " " * (missing + (figure.decimals == 0 < decimals))


def _details(example: Example, figure: Figure, finding: Finding | None, program: Program) -> str:
    update, line = place_of(figure, program)
    lines = [example.label_in(figure.label, QLocale().name()), _place(update, line)]
    lines.append(QCoreApplication.translate("Examples", "printed: %1").replace("%1", figure.printed))
    if finding is not None:
        lines.append(QCoreApplication.translate("Examples", "here: %1").replace("%1", exact(finding.ours)))
    if figure.within is not None:
        tolerance = QCoreApplication.translate("Examples", "met within %1")
        lines.append(tolerance.replace("%1", f"{figure.within:g}"))
    erratum = example.erratum_of(figure.label)
    if erratum is not None and (finding is None or not finding.is_met):
        lines.append(in_language(erratum.text, QLocale().name()))
    lines.append(QCoreApplication.translate("Examples", "A click or Enter goes there."))
    return "\n".join(lines)


def _place(update: int, line: int | None) -> str:
    if line is None and update == 0:
        return QCoreApplication.translate("Examples", "at the start")
    if line is None:
        place = QCoreApplication.translate("Examples", "after update %1")
    else:
        place = QCoreApplication.translate("Examples", "update %1, line %2").replace("%2", str(line))
    return place.replace("%1", format_count(update))
