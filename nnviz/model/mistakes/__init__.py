"""The catalogue of mistakes: each turns the right program, or what it starts from, into a wrong one.

catalogue     all mistakes, and which of them are possible
mistake       what a mistake is, and the situation that it needs
in_deltas     mistakes in δ, one row each
in_gradients  mistakes in the forward lines, the gradients and the assignments, one row each
in_setup      mistakes in the initial parameters, the batches and the prediction, one row each
build         the program of a recipe with its mistakes, and their corrections
fitting       whether its lines can be run, and which mistakes cannot be made together

To add a mistake, write its change and a row in the file of its kind; the program pane, the quiz and the checks find it.
"""

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.model.mistakes.catalogue import CATALOGUE, possible_mistakes
    from nnviz.model.mistakes.mistake import Mistake, Situation
else:
    __getattr__ = names_of(
        __name__,
        {
            "catalogue": (
                "CATALOGUE",
                "possible_mistakes",
            ),
            "mistake": (
                "Mistake",
                "Situation",
            ),
        },
    )

__all__ = ["CATALOGUE", "Mistake", "Situation", "possible_mistakes"]
