"""The catalogue of mistakes: each turns the right program, or what it starts from, into a wrong one.

To add one, write its change and a row in the file of its kind; the program pane, the quiz and the checks find it.
"""

from nnviz.model.mistakes.catalogue import CATALOGUE, possible_mistakes
from nnviz.model.mistakes.mistake import Mistake, Situation

__all__ = ["CATALOGUE", "Mistake", "Situation", "possible_mistakes"]
