"""Evolution strategies, one row each: their numbers, their state, and the lines that select the better parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from nnviz.model.program.expression import Binary, Compare, Conditional, Either, Node, Scalar, Symbol, with_each
from nnviz.model.program.line import Line
from nnviz.model.program.losses import ONE
from nnviz.model.program.optimisers import Assignments, Setting
from nnviz.model.program.symbols import parse
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

BEST = "Lbest"
"""The lowest loss so far: of all candidates, or of the generation's."""

CANDIDATE, DRAW, CHAMPION = "c", "u", "g"
"""Prefixes of a parameter's name: the candidate, its random numbers, and the generation's best."""

Distribution = Literal["uniform", "normal"]


@dataclass(frozen=True, kw_only=True)
class Strategy:
    """One evolution strategy.

    Attributes
    ----------
    name, title
        Identifier in scenario files; name for people.
    reach
        Name of the number by which a draw is multiplied.
    distribution
        What is drawn: evenly from −1 to 1, or normally with standard deviation 1.
    state
        Kinds of state arrays per parameter, besides the lowest loss.
    settings
        Its numbers.
    keeps
        ``keeps(θ, loss)`` returns the assignments for a parameter's name in order, as (symbol, expression).
    remembers
        ``remembers(loss)`` returns the lowest loss after the candidate's.
    source
        Its reference.
    """

    name: str
    title: str
    reach: str
    distribution: Distribution
    settings: tuple[Setting, ...]
    keeps: Callable[[str, Symbol], Assignments]
    remembers: Callable[[Symbol], Node]
    source: str
    state: tuple[str, ...] = ()

    def lines(self, evaluation: Sequence[Line], trained: Sequence[str], objective: str) -> Iterator[Line]:
        """Write an update's lines.

        Parameters
        ----------
        evaluation
            The forward and loss lines, of the parameters.
        trained
            Names of the parameters that are searched.
        objective
            The symbol that is minimised.
        """
        loss = Symbol(objective)
        for parameter in trained:
            drawn = Binary("*", Scalar(self.reach), Symbol(DRAW + parameter))
            candidate = Binary("+", Symbol(parameter), drawn)
            yield Line(CANDIDATE + parameter, candidate, "candidate", parse(parameter).layer)

        def tried(node: Node) -> Node | None:
            is_searched = isinstance(node, Symbol) and node.name in trained
            return Symbol(CANDIDATE + node.name) if is_searched and isinstance(node, Symbol) else None

        for line in evaluation:
            yield replace(line, expression=with_each(line.expression, tried))
        for parameter in trained:
            for writes, expression in self.keeps(parameter, loss):
                yield Line(writes, expression, "update", parse(parameter).layer, assigns=True)
        yield Line(BEST, self.remembers(loss), "update", 0, assigns=True)


def _is_better(loss: Symbol) -> Node:
    return Compare("<", loss, Symbol(BEST))


def _keep_better(p: str, loss: Symbol) -> Assignments:
    return ((p, Conditional(_is_better(loss), Symbol(CANDIDATE + p), Symbol(p))),)


def _lower(loss: Symbol) -> Node:
    return Conditional(_is_better(loss), loss, Symbol(BEST))


def _leads_generation(loss: Symbol) -> Node:
    return Either(Compare("=", Scalar("candidate"), ONE), _is_better(loss))


def _keep_champion(p: str, loss: Symbol) -> Assignments:
    champion = Symbol(CHAMPION + p)
    is_last = Compare("=", Scalar("candidate"), Scalar("population"))
    return (
        (champion.name, Conditional(_leads_generation(loss), Symbol(CANDIDATE + p), champion)),
        (p, Conditional(is_last, champion, Symbol(p))),
    )


def _lowest_of_generation(loss: Symbol) -> Node:
    return Conditional(_leads_generation(loss), loss, Symbol(BEST))


_ROWS = (
    Strategy(
        name="evolution",
        title=QT_TRANSLATE_NOOP("model", "evolution strategy (1+1)"),
        reach="reach",
        distribution="uniform",
        settings=(Setting(name="reach", default=0.12, low=0.0, high=100.0),),
        keeps=_keep_better,
        remembers=_lower,
        source="Rechenberg, 1973; uniform steps of fixed size: keep the candidate if its loss is lower",
    ),
    Strategy(
        name="evolution-population",
        title=QT_TRANSLATE_NOOP("model", "evolution strategy (1, K)"),
        reach="sigma",
        distribution="normal",
        state=(CHAMPION,),
        settings=(
            Setting(name="sigma", default=0.3, low=0.0, high=100.0),
            Setting(name="population", default=16.0, low=2.0, high=1000.0, whole=True),
        ),
        keeps=_keep_champion,
        remembers=_lowest_of_generation,
        source="Schwefel, 1977; normal steps of fixed size: the best of K candidates is the next parent",
    ),
)

STRATEGIES: Mapping[str, Strategy] = MappingProxyType({row.name: row for row in _ROWS})
