"""The program of one update: the lines that follow from a network, a loss, a penalty and an optimiser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from nnviz.model.network.network import Network
from nnviz.model.program.evolution_strategies import BEST, DRAW, STRATEGIES
from nnviz.model.program.expression import Reduce
from nnviz.model.program.line import Line
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.recipe import Recipe
from nnviz.model.program.right_program import forward_lines, loss_lines
from nnviz.model.program.shapes import Shape
from nnviz.model.program.symbols import parse


@dataclass(frozen=True)
class Program:
    """The lines of one update, in order.

    A symbol is written by at most one line, so "the value of δ¹" is unambiguous; only parameters and optimiser
    state (`Line.assigns`) have a value before the update as well.
    """

    recipe: Recipe
    lines: tuple[Line, ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def __getitem__(self, number: int) -> Line:
        """Return line `number`, counted from 1 as on the screen."""
        if not 1 <= number <= len(self.lines):
            raise IndexError(f"line {number} of {len(self.lines)}")
        return self.lines[number - 1]

    @cached_property
    def line_of(self) -> dict[str, int]:
        """Symbol → number (from 1) of the line that writes it."""
        return {line.writes: number for number, line in enumerate(self.lines, start=1)}

    @cached_property
    def symbols(self) -> tuple[str, ...]:
        """Every symbol of the update: the batch, the state it starts from, then what the lines write."""
        return tuple(dict.fromkeys((*self.given, *self.state, *(line.writes for line in self.lines))))

    @cached_property
    def given(self) -> tuple[str, ...]:
        """Symbols that an update reads and no line writes: the batch, and an evolution strategy's random numbers."""
        return ("X", "Y", *(() if self.computes_gradients else (DRAW + p for p in self.trained)))

    @property
    def computes_gradients(self) -> bool:
        """Whether there are gradients; an evolution strategy has none."""
        return self.recipe.computes_gradients

    @cached_property
    def evaluation(self) -> tuple[Line, ...]:
        """The forward and loss lines of the parameters themselves, whatever candidates an update tries."""
        if not self.computes_gradients:
            return (*forward_lines(self.recipe), *loss_lines(self.recipe))
        return tuple(line for line in self.lines if line.stage in ("forward", "loss"))

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of the parameters."""
        return self.recipe.network.parameters

    @cached_property
    def trained(self) -> tuple[str, ...]:
        """Names of the parameters that the update moves, or would move but for a mistake."""
        return tuple(p for p in self.parameters if p.startswith("W") or self.recipe.trains_biases)

    @cached_property
    def state(self) -> tuple[str, ...]:
        """Symbols that an update reads and changes: the parameters, then the optimiser's state."""
        strategy = STRATEGIES.get(self.recipe.optimiser)
        kinds = OPTIMISERS[self.recipe.optimiser].state if strategy is None else strategy.state
        kept = (kind + p for p in self.trained for kind in kinds)
        return (*self.parameters, *kept, *self.added_to, *(() if strategy is None else (BEST,)))

    @cached_property
    def added_to(self) -> tuple[str, ...]:
        """Names of the gradients that are added to those of the update before; only with a mistake are there any."""
        return tuple(line.writes for line in self.lines if line.assigns and line.stage == "backward")

    @property
    def objective(self) -> str:
        """The symbol that is minimised: ``L``, or ``J`` with a penalty."""
        return "J" if self.recipe.penalty else "L"

    def shapes(self, m: int) -> dict[str, Shape]:
        """Return every symbol's shape for a batch of `m` samples (column convention)."""
        network = self.recipe.network
        shapes = {name: _shape(name, network, m) for name in self.symbols}
        if self.widens_biases:
            shapes |= {name: (rows, m) for name, (rows, _) in shapes.items() if name.endswith(self.biases)}
        return shapes

    @cached_property
    def widens_biases(self) -> bool:
        """Whether the biases get a column for each sample, because their gradients are not summed over the samples."""
        gradients = [line.expression for line in self.lines if line.writes.startswith("db")]
        return any(not any(isinstance(node, Reduce) for node in gradient.walk()) for gradient in gradients)

    @property
    def biases(self) -> tuple[str, ...]:
        """Names of the biases."""
        return tuple(name for name in self.parameters if name.startswith("b"))


def _shape(name: str, network: Network, m: int) -> Shape:
    symbol = parse(name)
    kind, layer, sizes = symbol.kind, symbol.layer, network.sizes
    if kind in ("L", "R", "J", BEST):
        return (1, 1)
    if kind in ("X", "dX"):
        return (sizes[0], m)
    if kind == "Y":
        return (sizes[-1], m)
    if kind in ("Z", "A", "delta", "dA"):
        return (sizes[layer], m)
    if kind.endswith("b"):
        return (network.layers[layer - 1].biases, 1)
    return (sizes[layer], sizes[layer - 1])
