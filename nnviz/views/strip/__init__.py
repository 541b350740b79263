"""The lit line written with its matrices as its letters: result, operands and intermediate values, in their order.

``axis`` says where the cells of a matrix are, with the row and the column in question enlarged where it is reduced;
``boxes`` are what is drawn, and ``measures`` their lengths; ``flow`` places them and wraps at operators, ``arranging``
finds the largest cells for which there is room. ``values`` has colours, numbers and reduced pictures of the arrays;
``painting`` and ``frames`` draw them; ``picture`` joins these. ``canvas`` is the widget: it *has* a picture, the
``editing`` of parameters and the ``menu`` of a cell. ``panel`` adds the heading.
"""

from nnviz.views.strip.panel import StripPanel

__all__ = ["StripPanel"]
