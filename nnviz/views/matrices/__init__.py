"""The matrices of all layers, or of one: heat maps with their numbers, shapes, and what the lit line reads and writes.

``entries`` says what a tab shows; ``item``, ``packing``, ``plan`` and ``arrangement`` find where each matrix goes in
the room that there is, and ``arrangement_cache`` keeps that for as long as it holds. ``painting``, ``headings`` and
``marks`` draw it, ``number_formats`` says how the numbers are written; ``picture`` joins these. ``canvas`` is the
widget: it *has* a picture, ``scrolling``, the ``cell_cursor`` of the keyboard, the ``menu`` of a cell and the
``editing`` of parameters. ``panel`` adds tabs and a heading.
"""

from nnviz.views.matrices.panel import MatricesPanel

__all__ = ["MatricesPanel"]
