"""Mistakes in the optimisers' lines; most of them can only be seen over several updates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nnviz.model.mistakes.in_penalties import has_penalty, without_penalty
from nnviz.model.mistakes.mistake import Lines, Mistake, Situation, rewritten
from nnviz.model.program.expression import Apply, Binary, Node, Scalar, Symbol, with_each
from nnviz.model.program.line import Line
from nnviz.model.program.losses import ONE
from nnviz.model.program.optimisers import BETA1, BETA2, EPSILON, ETA, MU, OPTIMISERS
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe

_CORRECTIONS = {Scalar("correction1"): BETA1, Scalar("correction2"): BETA2}
_EXCHANGED: dict[Node, Node] = {
    BETA1: BETA2,
    BETA2: BETA1,
    Scalar("correction1"): Scalar("correction2"),
    Scalar("correction2"): Scalar("correction1"),
}


def _everywhere(change: Callable[[Node], Node | None]) -> Callable[[Lines, Recipe], Lines]:
    """Return a mistake's change that replaces nodes of the assignments."""

    def changed(lines: Lines, recipe: Recipe) -> Lines:
        return rewritten(lines, lambda line: with_each(line.expression, change) if line.stage == "update" else None)

    return changed


def _in_moments(change: Callable[[Line], Node | None]) -> Callable[[Lines, Recipe], Lines]:
    """Return a mistake's change that rewrites the lines of the optimiser's state."""

    def changed(lines: Lines, recipe: Recipe) -> Lines:
        return rewritten(
            lines, lambda line: change(line) if line.stage == "update" and line.writes[0] in "vs" else None
        )

    return changed


def _uncorrected(node: Node) -> Node | None:
    return node.left if isinstance(node, Binary) and node.operator == "/" and node.right in _CORRECTIONS else None


def _one_later(node: Node) -> Node | None:
    # 1 − βᵗ⁺¹ = 1 − β + β (1 − βᵗ)
    beta = _CORRECTIONS.get(node) if isinstance(node, Scalar) else None
    return None if beta is None else Binary("+", Binary("-", ONE, beta), Binary("*", beta, node))


def _under_root(node: Node) -> Node | None:
    match node:
        case Binary("+", Apply("sqrt", of), right) if right == EPSILON:
            return Apply("sqrt", Binary("+", of, EPSILON))
    return None


def _not_kept(line: Line) -> Node | None:
    match line.expression:
        case Binary("+", Binary("*", _, Symbol(name)), new) if name == line.writes:
            return new
    return None


def _sign_flipped(line: Line) -> Node | None:
    match line.expression:
        case Binary("+", Binary("*", left, Symbol(name)) as kept, new) if name == line.writes and left == MU:
            return Binary("-", kept, new)
    return None


def _weight_added(line: Line) -> Node | None:
    match line.expression:
        case Binary("+", kept, Symbol() as gradient):
            return Binary("+", kept, Binary("*", Binary("-", ONE, MU), gradient))
    return None


def _weight_forgotten(line: Line) -> Node | None:
    match line.expression:
        case Binary("+", kept, Binary("*", Binary("-", left, _), new)) if left == ONE:
            return Binary("+", kept, new)
    return None


def _as_another(meant: str, name: str) -> Callable[[Lines, Recipe], Lines]:
    """Return a mistake's change of the steps of one optimiser to those of another with the same state."""

    def changed(lines: Lines, recipe: Recipe) -> Lines:
        def rewrite(line: Line) -> Node | None:
            if recipe.optimiser != meant or line.stage != "update" or line.writes not in recipe.network.parameters:
                return None
            return dict(OPTIMISERS[name].lines(line.writes))[line.writes]

        return rewritten(lines, rewrite)

    return changed


def _decoupled(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        if recipe.penalty is None or line.stage != "update" or line.writes not in recipe.network.weights:
            return None
        return Binary("-", line.expression, Binary("*", ETA, Symbol(f"dR{line.layer}")))

    return rewritten(without_penalty(lines, recipe), rewrite)


def _uses(*names: str) -> Callable[[Situation], bool]:
    return lambda situation: situation.recipe.optimiser in names


_NEEDS_ADAM = QT_TRANSLATE_NOOP("model", "Adam")
_NEEDS_ROOT = QT_TRANSLATE_NOOP("model", "Adam or RMSProp")
_NEEDS_MOMENTUM = QT_TRANSLATE_NOOP("model", "momentum, or Nesterov momentum")

ROWS = (
    Mistake(
        name="no-bias-correction",
        title=QT_TRANSLATE_NOOP("model", "Adam without the bias correction"),
        kind="update",
        where=QT_TRANSLATE_NOOP("model", "The moments are used as they are, without dividing by 1 − βᵗ."),
        looks=QT_TRANSLATE_NOOP(
            "model", "The first updates are about three times too large; it fades over a thousand of them."
        ),
        needs=_NEEDS_ADAM,
        possible=_uses("adam"),
        change=_everywhere(_uncorrected),
    ),
    Mistake(
        name="betas-exchanged",
        title=QT_TRANSLATE_NOOP("model", "β₁ and β₂ exchanged"),
        kind="update",
        where=QT_TRANSLATE_NOOP(
            "model", "0.999 for the first moment and 0.9 for the second: arguments in the wrong order."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "The first update is right. It then keeps its direction for hundreds of updates, and overshoots."
        ),
        needs=_NEEDS_ADAM,
        possible=_uses("adam"),
        change=_everywhere(lambda node: _EXCHANGED.get(node) if isinstance(node, Scalar) else None),
    ),
    Mistake(
        name="epsilon-under-root",
        title=QT_TRANSLATE_NOOP("model", "ε under the root"),
        kind="update",
        where=QT_TRANSLATE_NOOP("model", "√(s + ε) instead of √s + ε."),
        looks=QT_TRANSLATE_NOOP(
            "model", "Small gradients move less than they should: with ε = 1e−8, those below about 1e−4."
        ),
        needs=_NEEDS_ROOT,
        possible=_uses("adam", "rmsprop"),
        change=_everywhere(_under_root),
    ),
    Mistake(
        name="time-off-by-one",
        title=QT_TRANSLATE_NOOP("model", "t too large by one in the bias correction"),
        kind="update",
        where=QT_TRANSLATE_NOOP(
            "model",
            "t is counted before the first update and again in it, or t + 1 is written for a t that begins at 1.",
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "The first update is three quarters as large as it should be; it fades over the next ones."
        ),
        needs=_NEEDS_ADAM,
        possible=_uses("adam"),
        change=_everywhere(_one_later),
    ),
    Mistake(
        name="moments-not-kept",
        title=QT_TRANSLATE_NOOP("model", "the optimiser’s state not kept"),
        kind="update",
        where=QT_TRANSLATE_NOOP(
            "model", "v is a local variable, or is set to 0 inside the loop: each update starts from zero."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model",
            "The first update is right. Momentum then has no effect, and Adam moves every cell by the same "
            "amount, whatever its gradient.",
        ),
        needs=QT_TRANSLATE_NOOP("model", "an optimiser with a state, such as momentum or Adam"),
        possible=_uses("momentum", "nesterov", "rmsprop", "adam"),
        change=_in_moments(_not_kept),
    ),
    Mistake(
        name="nesterov-for-classical",
        title=QT_TRANSLATE_NOOP("model", "Nesterov’s step where classical momentum is meant"),
        kind="update",
        where=QT_TRANSLATE_NOOP("model", "A formula that looks ahead, θ − η(g + μv), was copied."),
        looks=QT_TRANSLATE_NOOP("model", "It learns; the first update is 1 + μ times as large as it should be."),
        needs=QT_TRANSLATE_NOOP("model", "momentum"),
        possible=_uses("momentum"),
        change=_as_another("momentum", "nesterov"),
    ),
    Mistake(
        name="classical-for-nesterov",
        title=QT_TRANSLATE_NOOP("model", "classical momentum’s step where Nesterov’s is meant"),
        kind="update",
        where=QT_TRANSLATE_NOOP("model", "The velocity alone is subtracted: θ − ηv does not look ahead."),
        looks=QT_TRANSLATE_NOOP("model", "It learns, and swings more; the first update is smaller than it should be."),
        needs=QT_TRANSLATE_NOOP("model", "Nesterov momentum"),
        possible=_uses("nesterov"),
        change=_as_another("nesterov", "momentum"),
    ),
    Mistake(
        name="decay-decoupled",
        title=QT_TRANSLATE_NOOP("model", "weight decay beside the optimiser’s step, not in the gradient"),
        kind="update",
        where=QT_TRANSLATE_NOOP(
            "model",
            "W is shrunk by ηλW as in AdamW, where a penalty in the loss is meant; with plain gradient descent "
            "it is the same.",
        ),
        looks=QT_TRANSLATE_NOOP("model", "It learns; weights with large gradients shrink more than the penalty says."),
        needs=QT_TRANSLATE_NOOP("model", "a penalty, and an optimiser with a state, such as momentum or Adam"),
        possible=lambda situation: has_penalty(situation) and situation.recipe.optimiser != "gradient-descent",
        change=_decoupled,
    ),
    Mistake(
        name="buffer-sign",
        title=QT_TRANSLATE_NOOP("model", "sign of the velocity"),
        kind="update",
        where=QT_TRANSLATE_NOOP("model", "v ← μv − g belongs to θ + ηv; here v is subtracted."),
        looks=QT_TRANSLATE_NOOP("model", "The loss rises from the first update on, faster and faster."),
        needs=_NEEDS_MOMENTUM,
        possible=_uses("momentum", "nesterov"),
        change=_in_moments(_sign_flipped),
    ),
    Mistake(
        name="moment-weight-added",
        title=QT_TRANSLATE_NOOP("model", "momentum with (1 − μ) times the gradient"),
        kind="update",
        where=QT_TRANSLATE_NOOP(
            "model", "v ← μv + (1 − μ)g, an average, where v ← μv + g is meant; both are called momentum."
        ),
        looks=QT_TRANSLATE_NOOP("model", "It learns, 1/(1 − μ) times too slowly: ten times for μ = 0.9."),
        needs=_NEEDS_MOMENTUM,
        possible=_uses("momentum", "nesterov"),
        change=_in_moments(_weight_added),
    ),
    Mistake(
        name="moment-weight-forgotten",
        title=QT_TRANSLATE_NOOP("model", "(1 − β) forgotten in the moments"),
        kind="update",
        where=QT_TRANSLATE_NOOP("model", "v ← βv + g, as for momentum, where an average is meant."),
        looks=QT_TRANSLATE_NOOP(
            "model",
            "It learns, too slowly: steps are 0.3 times as large as they should be with Adam, and 0.1 times with "
            "RMSProp.",
        ),
        needs=_NEEDS_ROOT,
        possible=_uses("adam", "rmsprop"),
        change=_in_moments(_weight_forgotten),
    ),
)
