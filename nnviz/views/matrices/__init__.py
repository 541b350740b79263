"""The matrices of all layers, or of one: heat maps with their numbers, shapes, and what the lit line reads and writes.

``entries`` says what a tab shows; ``item``, ``packing``, ``plan`` and ``arrangement`` find where it stands, for the
room that there is, and ``content`` keeps that for as long as it holds. ``painting``, ``headings`` and ``marks`` draw it
on the ``canvas``, which scrolls; ``interaction`` adds mouse, keyboard and clipboard, ``editing`` the changing of
parameters, ``panel`` tabs and a heading.
"""

from nnviz.views.matrices.panel import MatricesPanel

__all__ = ["MatricesPanel"]
