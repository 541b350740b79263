"""Symbols, equations and mistakes in words."""

from __future__ import annotations

from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.recognition.network import ForwardPass

_UP = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_REASONS = {
    "wrong-derivative": "This is the slope of another activation than {sign}'s",
    "one-minus-square": "The slope of σ is a·(1 − a), not 1 − a²",
    "flipped-sign": "Its sign is flipped: δ is A − Y where the update subtracts",
    "half-factor": "There is an extra factor ½",
    "unhalved-gradient": "There is an extra factor 2",
    "output-slope-forgotten": "The slope of the output's activation, {slope}, is missing",
    "output-slope-twice": "The slope of the output's activation is already in A − Y with this loss: it counts twice here",  # noqa: E501
    "leak-forgotten": "The slope below zero is the leak, not 0",
    "not-transposed": "The weights must be transposed to carry δ back",
    "unweighted-sum": "δ of the layer above is summed without its weights",
    "summed-gradients": "The weights are summed instead of multiplied, one for each unit",
    "products-swapped": "A matrix product stands for the element-wise one, or the other way round",
    "in-place": "It reads weights that this update has already changed",
    "no-mean": "The 1/m of the other gradients is missing here",
    "mean-twice": "1/m is in it twice",
    "no-sum": "The sum over the samples is missing",
    "slope-of-a": "The slope is taken of a as if it were z: the activation is applied once more",
    "slope-formula-of-z": "The slope's formula in a is used with z",
    "hidden-slope-forgotten": "The slope of the hidden activation, {slope}, is missing",
    "errors-unscaled": "The errors are carried back without the slope of the layer above: δ is what goes through the weights",  # noqa: E501
    "softmax-diagonal": "Of softmax's Jacobian only the diagonal a·(1 − a) is used",
    "slope-of-error": "The slope is taken of the error, not of the activation",
    "slope-of-error-alone": "The slope is taken of the error, which is not multiplied in",
    "slope-of-delta": "The slope is taken of what came back through the weights, not of the activation",
    "slope-for-identity": "This layer has no activation: its slope is 1",
    "sigmoid-slope": "This is σ's slope, a·(1 − a); the activation is {sign}",
    "relu-slope": "This is ReLU's slope; the activation is {sign}",
    "activation-for-slope": "The activation itself stands where its slope belongs",
    "bias-after-activation": "The bias is added after the activation",
    "softmax-over-samples": "softmax sums over the samples, not over the classes",
    "logits-as-outputs": "The net input is used where the output belongs",
    "m-is-inputs": "It is divided by the number of inputs, not of samples",
    "m-is-outputs": "It is divided by the number of outputs, not of samples",
    "m-is-size": "It is divided by the size of the array, not by the number of samples",
    "weights-for-inputs": "It is multiplied with something else than what came into the layer",
    "net-input-for-activation": "The net input stands where the activation belongs",
    "output-for-activation": "The layer's own output stands where its input belongs",
    "reshape-for-transpose": "reshape is not transposing: the numbers go to other places",
    "bias-sum-over-units": "The sum is over the wrong axis: over the units, not over the samples",
    "bias-sum-of-all": "The sum is over all cells: one number for the whole layer",
    "last-sample-only": "Only one sample counts, the others are overwritten",
    "last-sample-left-out": "One sample is left out",
    "sample-used-twice": "One sample counts twice",
    "gradients-accumulated": "The gradients of earlier updates are still in it: they are never set to zero again",
    "penalty-forgotten": "The penalty of your loss is missing in the gradient",
    "penalty-factor": "The penalty has another factor in the gradient than in your loss",
    "penalty-over-m": "The penalty has 1/m in the gradient and not in your loss, or the other way round",
    "penalty-on-biases": "The penalty acts on the biases too",
    "gradient-added": "The gradient is added: the loss goes up",
    "biases-kept": "The bias never changes",
    "one-hot-missing": "The targets are class numbers; each output needs its own 0 or 1",
    "flat-targets": "Shapes (m,) and (m, 1) make an m × m array here: give the targets a second axis",
    "integer-arrays": "The array is of an integer type: what is stored is cut off",
    "same-array": "Z and A are the same array, changed in place",
}

_OTHER = "It is not what the values before it give"


def symbol_text(symbol: str) -> str:
    """Return a symbol as equations have it: ``delta1`` is δ¹."""
    return symbol.replace("delta", "δ").translate(_UP)


def reason(mistakes: tuple[str, ...], one: ForwardPass, symbol: str) -> str:
    """Return what is wrong, in a sentence for each mistake."""
    digits = "".join(c for c in symbol if c.isdigit())
    layer = one.layers[min(int(digits or 1), len(one.layers)) - 1]
    row = layer.activation
    slope = row.in_a or row.in_z or f"{row.sign}′(z)"
    texts = []
    for name in mistakes:
        if name == "one-minus-square" and "wrong-derivative" in mistakes:
            continue
        pattern = _REASONS.get(name) or (CATALOGUE[name].title if name in CATALOGUE else _OTHER)
        texts.append(pattern.format(sign=row.sign or "the identity", slope=slope) if name in _REASONS else pattern)
    if not texts:
        texts = [_OTHER]
    if symbol.startswith("delta") and set(mistakes) & {"wrong-derivative", "sigmoid-slope", "one-minus-square"}:
        texts.append(f"The slope of {row.sign or 'the identity'} is {slope}")
    return ". ".join(texts) + "."


def equation(symbol: str, one: ForwardPass, kind: str) -> str:
    """Return the right equation of a symbol, in the person's orientation."""
    rows = one.samples_are == "rows"
    digits = "".join(c for c in symbol if c.isdigit())
    number = int(digits) if digits else 0
    if not 1 <= number <= len(one.layers):
        return ""
    layer = one.layers[number - 1]
    here, below = str(number).translate(_UP), str(number - 1).translate(_UP)
    above = str(number + 1).translate(_UP)
    given = "X" if number == 1 else f"A{below}"
    bias = f" + b{here}" if layer.b is not None else ""
    sign = layer.activation.sign or "id"
    if symbol.startswith("Z"):
        return f"Z{here} = {given}·W{here}{bias}" if rows else f"Z{here} = W{here}·{given}{bias}"
    if symbol.startswith("A"):
        return f"A{here} = {sign}(Z{here})"
    if symbol.startswith("delta"):
        if number == len(one.layers):
            fused = (kind, layer.activation.name) in (("bce", "sigmoid"), ("cce", "softmax"))
            plain = fused or layer.activation.name == "identity"
            return f"δ{here} = A{here} − Y" if plain else f"δ{here} = (A{here} − Y) ⊙ {sign}′(Z{here})"
        back = f"δ{above}·W{above}ᵀ" if rows else f"W{above}ᵀ·δ{above}"
        return f"δ{here} = ({back}) ⊙ {sign}′(Z{here})"
    if symbol.startswith("dW"):
        return f"∂W{here} = {given}ᵀ·δ{here}" if rows else f"∂W{here} = δ{here}·{given}ᵀ"
    if symbol.startswith("db"):
        return f"∂b{here} = Σ δ{here}"
    return f"{symbol_text(symbol)} ← {symbol_text(symbol)} − η ∂{symbol_text(symbol)}"
