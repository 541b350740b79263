"""The network diagram: units as small pictures, edges by the size and sign of their weight, the lit line's operands lit.

``layout`` says where everything stands, ``reading`` and ``edge_values`` say what is shown, ``lighting`` what is lit, the
painters draw it, ``spots`` says what lies under the mouse. ``canvas`` puts them together, ``panel`` gives it a heading.
"""

from nnviz.views.network.panel import NetworkPanel

__all__ = ["NetworkPanel"]
