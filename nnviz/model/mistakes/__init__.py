"""The catalogue of mistakes: each turns the right program, or what it starts from, into a wrong one.

catalogue     all mistakes, and which of them are possible
mistake       what a mistake is, and the situation that it needs
places        where in an update each is made
line_kinds    which line a mistake is about, and what is shared by their changes
in_output_deltas, in_deltas   mistakes in δ, the output's and the hidden layers', one row each, as below
in_errors     mistakes in the errors that come back, and in derivatives that are taken of them
in_slopes     mistakes in the derivatives of activations
in_forward    mistakes in the forward lines
in_gradients, in_factors, in_averages   mistakes in the gradients: left out, of what, over what
in_penalties  mistakes in the penalty's part of them
in_updates, in_optimisers   mistakes in the assignments
in_setup      mistakes in the initial parameters, the data, the batches and the prediction
own_code      mistakes that the catalogue explains, and only a person's own code can have
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
