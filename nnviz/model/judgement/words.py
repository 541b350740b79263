"""Symbols, equations and mistakes in words."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.recognition.network import ForwardPass
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_UP = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_REASONS = {
    "wrong-derivative": QT_TRANSLATE_NOOP("model", "This is the slope of another activation than {sign}'s"),
    "one-minus-square": QT_TRANSLATE_NOOP("model", "The slope of σ is a·(1 − a), not 1 − a²"),
    "flipped-sign": QT_TRANSLATE_NOOP("model", "Its sign is flipped: δ is A − Y where the update subtracts"),
    "half-factor": QT_TRANSLATE_NOOP("model", "There is an extra factor ½"),
    "unhalved-gradient": QT_TRANSLATE_NOOP("model", "There is an extra factor 2"),
    "output-slope-forgotten": QT_TRANSLATE_NOOP("model", "The slope of the output's activation, {slope}, is missing"),
    "output-slope-twice": QT_TRANSLATE_NOOP(
        "model", "The slope of the output's activation is already in A − Y with this loss: it counts twice here"
    ),
    "leak-forgotten": QT_TRANSLATE_NOOP("model", "The slope below zero is the leak, not 0"),
    "not-transposed": QT_TRANSLATE_NOOP("model", "The weights must be transposed to carry δ back"),
    "unweighted-sum": QT_TRANSLATE_NOOP("model", "δ of the layer above is summed without its weights"),
    "summed-gradients": QT_TRANSLATE_NOOP("model", "The weights are summed instead of multiplied, one for each unit"),
    "products-swapped": QT_TRANSLATE_NOOP(
        "model", "A matrix product stands for the element-wise one, or the other way round"
    ),
    "in-place": QT_TRANSLATE_NOOP("model", "It reads weights that this update has already changed"),
    "no-mean": QT_TRANSLATE_NOOP("model", "The 1/m of the other gradients is missing here"),
    "mean-twice": QT_TRANSLATE_NOOP("model", "1/m is in it twice"),
    "no-sum": QT_TRANSLATE_NOOP("model", "The sum over the samples is missing"),
    "slope-of-a": QT_TRANSLATE_NOOP(
        "model", "The slope is taken of a as if it were z: the activation is applied once more"
    ),
    "slope-formula-of-z": QT_TRANSLATE_NOOP("model", "The slope's formula in a is used with z"),
    "hidden-slope-forgotten": QT_TRANSLATE_NOOP("model", "The slope of the hidden activation, {slope}, is missing"),
    "errors-unscaled": QT_TRANSLATE_NOOP(
        "model", "The errors are carried back without the slope of the layer above: δ is what goes through the weights"
    ),
    "softmax-diagonal": QT_TRANSLATE_NOOP("model", "Of softmax's Jacobian only the diagonal a·(1 − a) is used"),
    "slope-of-error": QT_TRANSLATE_NOOP("model", "The slope is taken of the error, not of the activation"),
    "slope-of-error-alone": QT_TRANSLATE_NOOP("model", "The slope is taken of the error, which is not multiplied in"),
    "slope-of-delta": QT_TRANSLATE_NOOP(
        "model", "The slope is taken of what came back through the weights, not of the activation"
    ),
    "slope-for-identity": QT_TRANSLATE_NOOP("model", "This layer has no activation: its slope is 1"),
    "sigmoid-slope": QT_TRANSLATE_NOOP("model", "This is σ's slope, a·(1 − a); the activation is {sign}"),
    "relu-slope": QT_TRANSLATE_NOOP("model", "This is ReLU's slope; the activation is {sign}"),
    "activation-for-slope": QT_TRANSLATE_NOOP("model", "The activation itself stands where its slope belongs"),
    "bias-after-activation": QT_TRANSLATE_NOOP("model", "The bias is added after the activation"),
    "softmax-over-samples": QT_TRANSLATE_NOOP("model", "softmax sums over the samples, not over the classes"),
    "logits-as-outputs": QT_TRANSLATE_NOOP("model", "The net input is used where the output belongs"),
    "m-is-inputs": QT_TRANSLATE_NOOP("model", "It is divided by the number of inputs, not of samples"),
    "m-is-outputs": QT_TRANSLATE_NOOP("model", "It is divided by the number of outputs, not of samples"),
    "m-is-size": QT_TRANSLATE_NOOP("model", "It is divided by the size of the array, not by the number of samples"),
    "weights-for-inputs": QT_TRANSLATE_NOOP(
        "model", "It is multiplied with something else than what came into the layer"
    ),
    "net-input-for-activation": QT_TRANSLATE_NOOP("model", "The net input stands where the activation belongs"),
    "output-for-activation": QT_TRANSLATE_NOOP("model", "The layer's own output stands where its input belongs"),
    "reshape-for-transpose": QT_TRANSLATE_NOOP("model", "reshape is not transposing: the numbers go to other places"),
    "bias-sum-over-units": QT_TRANSLATE_NOOP(
        "model", "The sum is over the wrong axis: over the units, not over the samples"
    ),
    "bias-sum-of-all": QT_TRANSLATE_NOOP("model", "The sum is over all cells: one number for the whole layer"),
    "last-sample-only": QT_TRANSLATE_NOOP("model", "Only one sample counts, the others are overwritten"),
    "last-sample-left-out": QT_TRANSLATE_NOOP("model", "One sample is left out"),
    "sample-used-twice": QT_TRANSLATE_NOOP("model", "One sample counts twice"),
    "gradients-accumulated": QT_TRANSLATE_NOOP(
        "model", "The gradients of earlier updates are still in it: they are never set to zero again"
    ),
    "penalty-forgotten": QT_TRANSLATE_NOOP("model", "The penalty of your loss is missing in the gradient"),
    "penalty-factor": QT_TRANSLATE_NOOP("model", "The penalty has another factor in the gradient than in your loss"),
    "penalty-over-m": QT_TRANSLATE_NOOP(
        "model", "The penalty has 1/m in the gradient and not in your loss, or the other way round"
    ),
    "penalty-on-biases": QT_TRANSLATE_NOOP("model", "The penalty acts on the biases too"),
    "gradient-added": QT_TRANSLATE_NOOP("model", "The gradient is added: the loss goes up"),
    "biases-kept": QT_TRANSLATE_NOOP("model", "The bias never changes"),
    "one-hot-missing": QT_TRANSLATE_NOOP("model", "The targets are class numbers; each output needs its own 0 or 1"),
    "flat-targets": QT_TRANSLATE_NOOP(
        "model", "Shapes (m,) and (m, 1) make an m × m array here: give the targets a second axis"
    ),
    "integer-arrays": QT_TRANSLATE_NOOP("model", "The array is of an integer type: what is stored is cut off"),
    "same-array": QT_TRANSLATE_NOOP("model", "Z and A are the same array, changed in place"),
}

_OTHER = QT_TRANSLATE_NOOP("model", "It is not what the values before it give")


def symbol_text(symbol: str) -> str:
    """Return a symbol as equations have it: ``delta1`` is δ¹."""
    return symbol.replace("delta", "δ").translate(_UP)


def reason(mistakes: tuple[str, ...], one: ForwardPass, symbol: str) -> str:
    """Return what is wrong, in a sentence for each mistake."""
    digits = "".join(c for c in symbol if c.isdigit())
    layer = one.layers[min(int(digits or 1), len(one.layers)) - 1]
    row = layer.activation
    slope = row.in_a or row.in_z or f"{row.sign}′(z)"
    sign = row.sign or QT_TRANSLATE_NOOP("model", "the identity")
    texts: list[str] = []
    for name in mistakes:
        if name == "one-minus-square" and "wrong-derivative" in mistakes:
            continue
        if name in _REASONS:
            texts.append(filled(_REASONS[name], sign=sign, slope=slope))
        elif name in CATALOGUE:
            texts.append(CATALOGUE[name].title)
    if not texts:
        texts = [_OTHER]
    if symbol.startswith("delta") and set(mistakes) & {"wrong-derivative", "sigmoid-slope", "one-minus-square"}:
        texts.append(filled(QT_TRANSLATE_NOOP("model", "The slope of {sign} is {slope}"), sign=sign, slope=slope))
    return sentences(texts)


def sentences(texts: Sequence[str]) -> str:
    """Return texts as sentences, one after another."""
    one = QT_TRANSLATE_NOOP("model", "{sentence}.")
    two = QT_TRANSLATE_NOOP("model", "{sentence}. {following}")
    first, *rest = texts
    return filled(two, sentence=first, following=sentences(rest)) if rest else filled(one, sentence=first)


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
