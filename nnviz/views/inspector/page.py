"""What is on the inspector's page, before it is drawn: paragraphs of spans, and where their links lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from nnviz.model.program.symbols import Labels
from nnviz.model.session.selection import Cell
from nnviz.model.text.convention import Convention

SpanKind = Literal["plain", "link", "strong", "hatched", "fault"]
ParagraphKind = Literal["equation", "continued", "definition", "words", "heading", "bar", "level"]


@dataclass(frozen=True)
class ToSample:
    """A link to a sample: its index in the data."""

    sample: int


SWITCH_ORDER: Final = "order"
"""The link that sorts bars by size, or back."""

LinkTarget = Cell | ToSample | Literal["order"]
"""Where a link leads."""


@dataclass(frozen=True)
class TextSpan:
    """A run of text in one style; a link has a target, and says in its tip which that is."""

    text: str
    kind: SpanKind = "plain"
    target: LinkTarget | None = None
    tip: str = ""


@dataclass(frozen=True)
class Bar:
    """A bar, in shares of the room that bars have.

    Attributes
    ----------
    begin, end
        Where it begins and ends, in either order: it is positive when it ends right of where it begins. It begins at
        the zero that all bars share.
    is_ringed
        Whether it is that of the selected sample.
    """

    begin: float
    end: float
    is_ringed: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One paragraph.

    Attributes
    ----------
    kind
        ``equation`` begins with what is before the equals sign, ``continued`` with the equals sign.
    spans
        Its text; of a bar, its label and its value.
    left
        For an equation and what continues it: the text before the equals sign, which the lines are indented by.
    bar
        What is drawn right of the text.
    """

    kind: ParagraphKind
    spans: tuple[TextSpan, ...]
    left: str = ""
    bar: Bar | None = None


@dataclass(frozen=True)
class Page:
    """Everything about one cell; `title` is for the panel's heading, `value` is None when not computed."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    cell: Cell | None = None
    value: float | None = None


@dataclass(frozen=True)
class Notation:
    """How symbols and numbers are written; numbers to their last digit when `exactly`."""

    labels: Labels
    convention: Convention
    exactly: bool = False
