"""The colours of a Python source: Pygments finds its words, a few lines at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

WordKind = Literal["keyword", "number", "string", "comment"]

LONGEST: Final = 2000
"""Characters of a line of which the words are looked for: a longer one is data."""


class Span(NamedTuple):
    """A word of a line: where it begins and ends, and what it is."""

    start: int
    stop: int
    kind: WordKind


@cache
def _lexer() -> Lexer:
    # Importing it takes 30 ms, which only a person's own source needs.
    from pygments.lexers.python import PythonLexer

    return PythonLexer(stripnl=False, ensurenl=False, tabsize=0)


class Syntax:
    """The words of one source, found as far as they have been asked for.

    Parameters
    ----------
    text
        The source.
    """

    def __init__(self, text: str) -> None:
        self._lines: list[list[Span]] = [[]]
        self._column = 0
        self._tokens: Iterator[tuple[_TokenType, str]] | None = _lexer().get_tokens(text)

    @property
    def is_complete(self) -> bool:
        """Whether all words have been found."""
        return self._tokens is None

    @property
    def lines_read(self) -> int:
        """How many lines' words have been found."""
        return len(self._lines) - 1

    def read_to(self, line: int) -> None:
        """Find the words of the lines up to one, from 1, and that one's."""
        while self._tokens is not None and len(self._lines) <= line:
            token = next(self._tokens, None)
            if token is None:
                self._tokens = None
            else:
                self._take(*token)

    def spans(self, line: int) -> tuple[Span, ...]:
        """Return the words of a line, from 1; none where they have not been looked for."""
        return tuple(self._lines[line - 1]) if line <= len(self._lines) else ()

    def _take(self, token: _TokenType, text: str) -> None:
        kind = _kind(token)
        for number, part in enumerate(text.split("\n")):
            if number:
                self._lines.append([])
                self._column = 0
            if kind is not None and part.strip() and self._column < LONGEST:
                self._lines[-1].append(Span(self._column, self._column + len(part), kind))
            self._column += len(part)


@cache
def _kind(token: _TokenType) -> WordKind | None:
    from pygments.token import Comment, Keyword, Literal, Operator, String

    if token in Comment:
        return "comment"
    if token in Keyword or token is Operator.Word:
        return "keyword"
    if token in String:
        return "string"
    return "number" if token in Literal.Number else None
