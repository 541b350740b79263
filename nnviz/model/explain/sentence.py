"""Sentences of the model: an English text marked for translation, with placeholders, and the values for them.

A view translates the text and then fills in the values, so that numbers and symbols look as they do everywhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nnviz.model.explain.cell import cell_text
from nnviz.model.program.expression import Symbol
from nnviz.model.program.shapes import Shape
from nnviz.model.program.symbols import Labels
from nnviz.model.session.selection import Cell
from nnviz.model.text.convention import Convention
from nnviz.model.text.numbers import format_count, format_short

Value = Symbol | Cell | float | int | str
"""A symbol, one of its cells, a number, or a text that is not translated (such as a person's own expression)."""


@dataclass(frozen=True)
class Sentence:
    """A sentence with values.

    Attributes
    ----------
    text
        English, marked with ``QT_TRANSLATE_NOOP("model", …)``, with placeholders such as ``{symbol}``.
    values
        Placeholder → value.
    """

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def write(
        self,
        labels: Labels,
        shapes: Mapping[str, Shape],
        translate: Callable[[str], str] = str,
        convention: Convention = "columns",
    ) -> str:
        """Write the sentence.

        Parameters
        ----------
        labels
            How symbols are written.
        shapes
            Symbol → shape in the column convention, for the subscripts of cells.
        translate
            Returns the text in the person's language.
        convention
            The convention that subscripts follow.
        """
        written = {name: _written(value, labels, shapes, convention) for name, value in self.values.items()}
        return translate(self.text).format(**written)


def _written(value: Value, labels: Labels, shapes: Mapping[str, Shape], convention: Convention) -> str:
    match value:
        case Symbol(name):
            return labels.of(name)
        case Cell():
            return cell_text(value, shapes[value.symbol], labels, convention)
        case int():
            return format_count(value)
        case float():
            return format_short(value)
    return value
