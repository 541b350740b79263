"""The network diagram: units as small pictures, edges by size and sign of their weight, the lit line's operands lit.

``layout`` says where everything stands, ``reading`` and ``edge_values`` what is shown, ``lighting`` what is lit;
``composer`` makes a `Frame` of these, the painters draw it, ``spots`` says what of it lies under the mouse. ``canvas``
is the widget, ``editing`` lets weights and biases be changed in it, ``panel`` gives it a heading.
"""

from nnviz.views.network.panel import NetworkPanel

__all__ = ["NetworkPanel"]
