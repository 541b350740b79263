r"""The program's text as LaTeX: ``A¹ = tanh(Z¹)`` becomes ``A^{1} = \mathrm{tanh}(Z^{1})``."""

from __future__ import annotations

import re
from typing import Final

_ABOVE: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_BELOW: Final = str.maketrans("₀₁₂₃₄₅₆₇₈₉ₖᵢⱼ", "0123456789kij")
_IS_ABOVE: Final = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵀᵗ′]+")
_IS_BELOW: Final = re.compile("[₀₁₂₃₄₅₆₇₈₉ₖᵢⱼ]+")
_WORD: Final = re.compile(r"[A-Za-z]{2,}")

_SIGNS: Final = {
    "α": r"\alpha ",
    "β": r"\beta ",
    "γ": r"\gamma ",
    "δ": r"\delta ",
    "ε": r"\varepsilon ",
    "η": r"\eta ",
    "κ": r"\kappa ",
    "λ": r"\lambda ",
    "μ": r"\mu ",
    "π": r"\pi ",
    "ρ": r"\rho ",
    "σ": r"\sigma ",
    "τ": r"\tau ",
    "Σ": r"\sum ",
    "∂": r"\partial ",
    "·": r"\cdot ",
    "⊙": r"\odot ",
    "←": r"\leftarrow ",
    "→": r"\rightarrow ",
    "−": "-",
    "×": r"\times ",
    "½": r"\tfrac{1}{2}",
    "‖": r"\Vert ",
    "√": r"\sqrt{}",
    "≈": r"\approx ",
    "…": r"\dots ",
    "\u00a0": " ",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "#": r"\#",
}


def latex_of(text: str) -> str:
    """Return a formula of the program as LaTeX for mathematics."""
    text = re.sub(r"√\(([^()]*)\)", r"√⟨\1⟩", text)
    text = _WORD.sub(lambda found: f"⟦{found[0]}⟧", text)
    for sign, latex in _SIGNS.items():
        if sign != "√":
            text = text.replace(sign, latex)
    text = _IS_ABOVE.sub(_above, text)
    text = _IS_BELOW.sub(lambda found: f"_{{{found[0].translate(_BELOW)}}}", text)
    # What LaTeX's own commands are must not be taken for words, so words were marked before.
    text = text.replace("⟦", r"\mathrm{").replace("⟧", "}")
    text = text.replace("√⟨", r"\sqrt{").replace("⟩", "}").replace("√", r"\sqrt ")
    return re.sub(r" +(?=[\^_)\]}])", "", re.sub(r"  +", " ", text)).strip()


def _above(found: re.Match[str]) -> str:
    inner = found[0].translate(_ABOVE)
    return "^{" + inner.replace("ᵀ", r"\top").replace("ᵗ", "t").replace("′", r"\prime") + "}"
