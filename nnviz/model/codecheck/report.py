"""What the check of a person's code found, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field

from nnviz.model.codecheck.argument_layouts import Handing
from nnviz.model.codecheck.call_result import Failure, Misfit
from nnviz.model.codecheck.fitting_products import fitting_products
from nnviz.model.codecheck.line_report import LineReport
from nnviz.model.codecheck.notes import Note


@dataclass(frozen=True, eq=False)
class Report:
    """The whole check; printing it writes a table.

    Attributes
    ----------
    scenario
        Title of the scenario.
    handing
        How arrays were handed over.
    lines
        Every line of the program, in its order, and then the prediction, if there is one; empty where nothing came.
    failure
        The first failure, on the scenario's network or on all.
    wanted
        The shape that the failed statement's result should have; None where that is not known.
    notes
        What else was noticed.
    printed
        What the functions printed.
    """

    scenario: str
    handing: Handing
    lines: tuple[LineReport, ...] = ()
    failure: Failure | None = None
    wanted: tuple[int, ...] | None = None
    notes: tuple[Note, ...] = field(default=())
    printed: str = ""

    @property
    def ok(self) -> bool:
        """Whether the functions returned something and all of it is right."""
        returned = any(line.comparison.status != "missing" for line in self.lines)
        return self.failure is None and returned and self.first_difference is None

    @property
    def differences(self) -> tuple[LineReport, ...]:
        """The lines that differ, in program order."""
        return tuple(line for line in self.lines if line.differs)

    @property
    def first_difference(self) -> LineReport | None:
        """The first line that differs; None where none does."""
        return next(iter(self.differences), None)

    @property
    def mistakes(self) -> tuple[str, ...]:
        """Names of the mistakes that explain what was found, in the order of the lines."""
        found = [name for line in self.differences for name in line.mistakes]
        if self.failure is not None and self.failure.part == "update":
            # Whoever updates, and has no gradients for the biases, keeps them.
            found += ["biases-kept" for note in self.notes if note.kind == "no-bias-gradients"]
        return tuple(dict.fromkeys(found))

    @property
    def misfit(self) -> Misfit | None:
        """The operands that made it fail, if that was it."""
        return None if self.failure is None else self.failure.misfit

    @property
    def products(self) -> tuple[str, ...]:
        """The products of these operands that would fit, as Python text with the shape that comes out."""
        if self.misfit is None:
            return ()
        if self.misfit.operator == "==":
            return self.misfit.rearranged[:4]
        wanted = None if self.wanted is None or len(self.wanted) != 2 else (self.wanted[0], self.wanted[1])
        return fitting_products(self.misfit, wanted)[:4]

    def __str__(self) -> str:
        from nnviz.model.codecheck.report_text import as_text

        return as_text(self)

    def _repr_html_(self) -> str:
        """Return a table for notebooks."""
        from nnviz.model.codecheck.report_text import as_html

        return as_html(self)

    def as_json(self) -> str:
        """Return all of it as one JSON object."""
        from nnviz.model.codecheck.report_text import as_json

        return as_json(self)
