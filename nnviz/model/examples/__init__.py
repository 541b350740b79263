"""Published worked examples: what their authors printed, and what nnviz computes instead.

An example is one file of `resources/examples/`, named after its scenario. To add one, write the scenario and the
figures; the panel, the command line and the tests find it.

    example     a published example: source, figures, errata
    figure      one printed number, and whether a value rounds to it
    quantities  how each kind of figure is read from a session, one row each
    finding     every figure compared with what is computed here
    library     reading and validating the shipped examples
    writing     examples as plain text
"""

from nnviz.model.examples.example import Erratum, Example, in_language
from nnviz.model.examples.figure import Figure
from nnviz.model.examples.finding import (
    MET,
    NOT_MET,
    Finding,
    Findings,
    cell_of,
    findings,
    findings_steps,
    place_of,
    reconciled,
    text_as_printed,
)
from nnviz.model.examples.library import find_example, shipped_examples

__all__ = [
    "MET",
    "NOT_MET",
    "Erratum",
    "Example",
    "Figure",
    "Finding",
    "Findings",
    "cell_of",
    "find_example",
    "findings",
    "findings_steps",
    "in_language",
    "place_of",
    "reconciled",
    "shipped_examples",
    "text_as_printed",
]
