"""Symbols, equations and mistakes in words."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.recognition.network import ForwardPass
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_UP = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

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
        if name in CATALOGUE and CATALOGUE[name].says:
            texts.append(filled(CATALOGUE[name].says, sign=sign, slope=slope))
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
