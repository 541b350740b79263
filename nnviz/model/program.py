"""The program of one update: the tuple of lines that a network, a loss, a penalty and an optimiser give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from nnviz.model.activations import ACTIVATIONS
from nnviz.model.evolution.strategies import BEST, DRAW, STRATEGIES
from nnviz.model.expression import (
    Activate,
    Binary,
    LossValue,
    MatMul,
    Node,
    Reduce,
    Scalar,
    Slope,
    Symbol,
    Transpose,
)
from nnviz.model.formula import Shape
from nnviz.model.line import Line
from nnviz.model.losses import LOSSES
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.mistakes.gradients import WIDENING
from nnviz.model.mistakes.hiding import in_places_of
from nnviz.model.network import Network
from nnviz.model.optimisers import OPTIMISERS
from nnviz.model.penalties import PENALTIES
from nnviz.model.symbols import parse

SAMPLES = Scalar("m")
TARGETS = Symbol("Y")


@dataclass(frozen=True)
class Recipe:
    """All that determines a program.

    Attributes
    ----------
    network
        Layers and activations.
    loss, optimiser
        Names of rows of `LOSSES` and `METHODS`.
    penalty
        Name of a row of `PENALTIES`, or None.
    trains_biases
        Whether the update moves the biases; their gradients are computed either way.
    mistakes
        Names of rows of the `CATALOGUE` that are made on purpose.
    hides_mistakes
        Whether the wrong program has a line for each right one, in its place, so that numbers of lines tell nothing.
    """

    network: Network
    loss: str
    optimiser: str = "gradient-descent"
    penalty: str | None = None
    trains_biases: bool = True
    mistakes: tuple[str, ...] = ()
    hides_mistakes: bool = False

    @property
    def computes_gradients(self) -> bool:
        """Whether there are gradients; an evolution strategy has none."""
        return self.optimiser not in STRATEGIES


@dataclass(frozen=True)
class Program:
    """The lines of one update, in order.

    A symbol is written by at most one line, so that "the value of δ¹" is unambiguous; only parameters and optimiser
    state (`Line.assigns`) have a value before the update as well.
    """

    recipe: Recipe
    lines: tuple[Line, ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def __getitem__(self, number: int) -> Line:
        """Give line `number`, counted from 1 as on the screen."""
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
        """What an update is given and no line writes: the batch, and an evolution strategy's random numbers."""
        return ("X", "Y", *(() if self.computes_gradients else (DRAW + p for p in self.trained)))

    @property
    def computes_gradients(self) -> bool:
        """Whether there are gradients; an evolution strategy has none."""
        return self.recipe.computes_gradients

    @cached_property
    def evaluation(self) -> tuple[Line, ...]:
        """The forward and loss lines of the parameters themselves, whatever candidates an update tries."""
        if not self.computes_gradients:
            return (*_forward(self.recipe), *_loss(self.recipe))
        return tuple(line for line in self.lines if line.stage in ("forward", "loss"))

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of the parameters."""
        return self.recipe.network.parameters

    @cached_property
    def trained(self) -> tuple[str, ...]:
        """Names of the parameters that the update moves, or should move if it were not for a mistake."""
        return tuple(p for p in self.parameters if p.startswith("W") or self.recipe.trains_biases)

    @cached_property
    def state(self) -> tuple[str, ...]:
        """What an update starts from and changes: the parameters, then the optimiser's state."""
        strategy = STRATEGIES.get(self.recipe.optimiser)
        kinds = OPTIMISERS[self.recipe.optimiser].state if strategy is None else strategy.state
        kept = (kind + p for p in self.trained for kind in kinds)
        return (*self.parameters, *kept, *(() if strategy is None else (BEST,)))

    @property
    def objective(self) -> str:
        """The symbol that is minimised: ``L``, or ``J`` with a penalty."""
        return "J" if self.recipe.penalty else "L"

    def shapes(self, m: int) -> dict[str, Shape]:
        """Give every symbol's shape for a batch of `m` samples (column convention)."""
        sizes = self.recipe.network.sizes
        shapes = {name: _shape(name, sizes, m) for name in self.symbols}
        if widens_biases(self.recipe):
            shapes |= {name: (rows, m) for name, (rows, _) in shapes.items() if name.endswith(self.biases)}
        return shapes

    @property
    def biases(self) -> tuple[str, ...]:
        """Names of the biases."""
        return tuple(name for name in self.parameters if name.startswith("b"))

    @cached_property
    def right(self) -> Program:
        """The program as it would be without mistakes."""
        return build_program(replace(self.recipe, mistakes=(), hides_mistakes=False)) if self.recipe.mistakes else self

    @cached_property
    def corrections(self) -> dict[str, Line | None]:
        """Symbol → the right line, for each line that is wrong or missing; None for a right line in a wrong place."""
        right = {line.writes: line for line in self.right}
        here = {line.writes: line for line in self}
        wrong: dict[str, Line | None] = {name: line for name, line in right.items() if here.get(name) != line}
        order = [line.writes for line in self.right if line.writes in here]
        if order != [line.writes for line in self]:
            early = [line.writes for line in self if line.assigns and self._reads_later(line.writes)]
            wrong |= {name: None for name in early if name not in wrong}
        return wrong

    def _reads_later(self, symbol: str) -> bool:
        """Tell whether a line after the one that assigns a symbol still reads it to compute a gradient."""
        after = self.lines[self.line_of[symbol] :]
        return any(symbol in line.reads for line in after if not line.assigns)


def widens_biases(recipe: Recipe) -> bool:
    """Tell whether a mistake gives the biases a column for each sample."""
    return WIDENING in recipe.mistakes


def _shape(name: str, sizes: tuple[int, ...], m: int) -> Shape:
    symbol = parse(name)
    kind, layer = symbol.kind, symbol.layer
    if kind in ("L", "R", "J", BEST):
        return (1, 1)
    if kind == "X":
        return (sizes[0], m)
    if kind == "Y":
        return (sizes[-1], m)
    if kind in ("Z", "A", "delta"):
        return (sizes[layer], m)
    if kind.endswith("b"):
        return (sizes[layer], 1)
    return (sizes[layer], sizes[layer - 1])


def build_program(recipe: Recipe) -> Program:
    """Write the update's lines for a recipe: forward, loss, backward, update; with its mistakes, if it has any."""
    lines: tuple[Line, ...] = (*_forward(recipe), *_loss(recipe))
    if recipe.optimiser in STRATEGIES:
        right = Program(recipe, lines)
        return replace(right, lines=tuple(STRATEGIES[recipe.optimiser].lines(lines, right.trained, right.objective)))
    lines = right_lines = (*lines, *_backward(recipe), *_update(recipe))
    for name, mistake in CATALOGUE.items():
        if name in recipe.mistakes and mistake.change is not None:
            lines = mistake.change(lines, recipe)
    return Program(recipe, in_places_of(right_lines, lines) if recipe.hides_mistakes else lines)


def _activation_below(layer: int) -> Symbol:
    return Symbol(f"A{layer - 1}") if layer > 1 else Symbol("X")


def _forward(recipe: Recipe) -> Iterator[Line]:
    for number, layer in enumerate(recipe.network.layers, start=1):
        z = Binary("+", MatMul(Symbol(f"W{number}"), _activation_below(number)), Symbol(f"b{number}"))
        yield Line(f"Z{number}", z, "forward", number)
        yield Line(f"A{number}", Activate(layer.activation, Symbol(f"Z{number}")), "forward", number)


def _loss(recipe: Recipe) -> Iterator[Line]:
    last = recipe.network.depth
    z, a = Symbol(f"Z{last}"), Symbol(f"A{last}")
    yield Line("L", LossValue(recipe.loss, z, a, TARGETS, _is_fused(recipe)), "loss", 0)
    if recipe.penalty is None:
        return
    penalty = PENALTIES[recipe.penalty]
    first, *others = (penalty.of_weights(Symbol(w)) for w in recipe.network.weights)
    total = first
    for share in others:
        total = Binary("+", total, share)
    yield Line("R", Binary("*", penalty.factor, total), "loss", 0)
    yield Line("J", Binary("+", Symbol("L"), Symbol("R")), "loss", 0)


def _is_fused(recipe: Recipe) -> bool:
    return LOSSES[recipe.loss].logits_with == recipe.network.output.activation


def _backward(recipe: Recipe) -> Iterator[Line]:
    last = recipe.network.depth
    for number in range(last, 0, -1):
        delta = _output_delta(recipe) if number == last else _hidden_delta(recipe, number)
        yield Line(f"delta{number}", delta, "backward", number)
        # The name of a layer's δ, once written, is all that its gradients need.
        written = Symbol(f"delta{number}")
        weights: Node = Binary("/", MatMul(written, Transpose(_activation_below(number))), SAMPLES)
        if recipe.penalty is not None:
            penalty_gradient = PENALTIES[recipe.penalty].gradient(Symbol(f"W{number}"))
            yield Line(f"dR{number}", penalty_gradient, "backward", number)
            weights = Binary("+", weights, Symbol(f"dR{number}"))
        yield Line(f"dW{number}", weights, "backward", number)
        yield Line(f"db{number}", Binary("/", Reduce("samples", written), SAMPLES), "backward", number)


def _output_delta(recipe: Recipe) -> Node:
    last = recipe.network.depth
    z, a = Symbol(f"Z{last}"), Symbol(f"A{last}")
    if _is_fused(recipe):
        return Binary("-", a, TARGETS)
    gradient = LOSSES[recipe.loss].gradient(a, TARGETS)
    if ACTIVATIONS[recipe.network.output.activation].couples_units:
        # Softmax's Jacobian times the gradient: aᵢ (gᵢ − Σₖ gₖ aₖ).
        mean = Reduce("units", Binary("*", gradient, a))
        return Binary("*", a, Binary("-", gradient, mean))
    return _times_slope(gradient, recipe.network.output.activation, z, a)


def _hidden_delta(recipe: Recipe, number: int) -> Node:
    back = MatMul(Transpose(Symbol(f"W{number + 1}")), Symbol(f"delta{number + 1}"))
    activation = recipe.network.layers[number - 1].activation
    return _times_slope(back, activation, Symbol(f"Z{number}"), Symbol(f"A{number}"))


def _times_slope(gradient: Node, activation: str, z: Symbol, a: Symbol) -> Node:
    # The identity's derivative is 1 everywhere; a factor of ones would only hide what is done.
    return gradient if activation == "identity" else Binary("*", gradient, Slope(activation, z, a))


def _update(recipe: Recipe) -> Iterator[Line]:
    optimiser = OPTIMISERS[recipe.optimiser]
    for parameter in recipe.network.parameters:
        if parameter.startswith("b") and not recipe.trains_biases:
            continue
        for writes, expression in optimiser.lines(parameter):
            yield Line(writes, expression, "update", parse(parameter).layer, assigns=True)
