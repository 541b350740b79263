"""Examples as plain text."""

from __future__ import annotations

from nnviz.model.examples.example import Example, in_language
from nnviz.model.examples.finding import Findings, findings, reconciled, text_as_printed
from nnviz.model.examples.library import find_example, shipped_examples
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.text.numbers import MINUS
from nnviz.model.text.table import text_table


def all_as_text(*, mistaken: bool = False) -> str:
    """Write a table of all examples, with the numbers of figures that are met and not met."""
    rows = []
    for name in shipped_examples():
        example = find_example(name)
        found = _found(example, mistaken)
        met = sum(finding.is_met for finding in found)
        published = f"{example.scenario().title_in('en')}: {_source(example)}"
        rows.append((name, str(met), str(len(found) - met), published))
    return text_table(("example", "met", "not met", "published"), rows)


def as_text(example: Example, *, mistaken: bool = False) -> str:
    """Write an example with a table of its figures, and its errata.

    Parameters
    ----------
    example
        The example.
    mistaken
        Whether to make the author's mistake.
    """
    parts = [f"{example.scenario().title_in('en')}\n{_source(example)}\n{in_language(example.text, 'en')}"]
    if example.mistake:
        made = "made here, but for figures that are met without it only" if mistaken else "not made here"
        parts.append(f"The author’s mistake, {made}: {CATALOGUE[example.mistake].title}.")
    rows = [
        (
            finding.figure.label,
            finding.figure.printed.replace("-", MINUS),
            text_as_printed(finding.figure, finding.ours),
            repr(finding.ours),
            finding.mark,
        )
        for finding in _found(example, mistaken)
    ]
    parts.append(text_table(("figure", "printed", "here", "exactly", ""), rows))
    parts += [f"{', '.join(erratum.labels)}: {in_language(erratum.text, 'en')}" for erratum in example.errata]
    return "\n\n".join(parts)


def _found(example: Example, mistaken: bool) -> Findings:
    right = findings(example)
    return reconciled(right, findings(example, mistaken=True)) if mistaken and example.mistake else right


def _source(example: Example) -> str:
    parts = (in_language(example.author, "en"), example.year, example.source, example.address)
    return " · ".join(str(part) for part in parts if part)
