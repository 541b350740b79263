"""An expression as numpy source."""

from __future__ import annotations

from typing import Final

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Activate,
    Apply,
    Binary,
    Compare,
    Conditional,
    Constant,
    Either,
    Limit,
    LossValue,
    MatMul,
    Maximum,
    Node,
    Reduce,
    Reshape,
    Scalar,
    Slope,
    SomeSamples,
    Symbol,
    Transpose,
)
from nnviz.model.program.losses import LOSSES

_APPLIED: Final = {"square": "np.square", "sqrt": "np.sqrt", "abs": "np.abs", "sign": "np.sign"}
_AXES: Final = {"samples": "axis=1, keepdims=True", "units": "axis=0, keepdims=True", "all": "keepdims=True"}
_STRENGTH: Final = {"+": 1, "-": 1, "*": 2, "/": 2}


def name_of_scalar(name: str) -> str:
    """Return the name of a number in a script: Python reserves ``lambda``."""
    return {"lambda": "lambda_", "N": "n_train"}.get(name, name)


def function_name(name: str) -> str:
    """Return what a function for an activation or a loss is called: ``leaky_relu_0_2``."""
    kept = "".join(sign if sign.isalnum() else "_" for sign in name)
    return kept.strip("_")


def numpy_source(node: Node) -> str:
    """Return the source that computes an expression with numpy.

    Symbols are variables; activations, slopes and losses are functions by their names.
    """
    return _Writer().text(node)


class _Writer:
    def text(self, node: Node) -> str:
        return self._write(node)[0]

    def _within(self, node: Node, strength: int) -> str:
        """Return a part's source, in brackets where its sign binds less than the one around it."""
        text, own = self._write(node)
        return text if own >= strength else f"({text})"

    def _write(self, node: Node) -> tuple[str, int]:
        """Return the source of a node and how strongly its outermost sign binds: 1 to 2, and 3 for anything else."""
        match node:
            case Symbol(name):
                return name, 3
            case Scalar(name):
                return name_of_scalar(name), 3
            case Constant(number, _):
                return repr(int(number) if number.is_integer() else number), 3 if number >= 0 else 1
            case Transpose(of):
                return f"{self._within(of, 3)}.T", 3
            case MatMul(left, right):
                return f"{self._within(left, 2)} @ {self._within(right, 3)}", 2
            case Binary(operator, left, right):
                own = _STRENGTH[operator]
                after = own if operator == "+" else own + 1
                return f"{self._within(left, own)} {operator} {self._within(right, after)}", own
            case Activate(activation, of):
                return f"{function_name(activation)}({self.text(of)})", 3
            case Slope(activation, z, a):
                reads = a if ACTIVATIONS[activation].slope_reads == "A" else z
                return f"{function_name(activation)}_slope({reads.name})", 3
            case LossValue(loss, z, a, y, from_logits, _):
                source = z if from_logits else a
                ending = "_of_logits" if from_logits else ""
                total = f"{function_name(loss)}{ending}({source.name}, {y.name}).sum()"
                return (f"{total} / m", 2) if node.reduction == "mean" else (total, 3)
            case Reduce(over, of):
                return f"np.sum({self.text(of)}, {_AXES[over]})", 3
            case Apply("positive", of):
                return f"({self._within(of, 1)} > 0).astype(float)", 3
            case Apply(function, of):
                return f"{_APPLIED[function]}({self.text(of)})", 3
        return self._rare(node), 3

    def _rare(self, node: Node) -> str:
        match node:
            case Reshape(of):
                inner = self._within(of, 3)
                return f"{inner}.reshape({inner}.shape[::-1])"
            case SomeSamples(which, of):
                return f"{self._within(of, 3)}{'[:, -1:]' if which == 'last' else '[:, :-1]'}"
            case Maximum(left, right):
                return f"np.maximum({self.text(left)}, {self.text(right)})"
            case Limit(quotient, at_zero):
                parts = (quotient.left, quotient.right, at_zero)
                return f"quotient({', '.join(map(self.text, parts))})"
            case Compare() | Either() | Conditional():
                raise TypeError("only evolution strategies compare")
        raise TypeError(f"no source for {type(node).__name__}")


def loss_function_name(loss: str, *, from_logits: bool) -> str:
    """Return what the function of a loss is called."""
    return function_name(LOSSES[loss].name) + ("_of_logits" if from_logits else "")
