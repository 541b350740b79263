"""The network diagram: units as small pictures, edges by size and sign of their weight, the lit line's operands lit.

``layout`` says where everything is, ``edge_values`` and `nnviz.model.prediction.sample_values` what is shown,
``lighting`` what is lit; ``composer`` makes a `DiagramFrame` of these, ``diagram_painter`` draws it with a painter for
each kind of thing,
``spots`` says what of it lies under the mouse. ``canvas`` is the widget, ``editing`` says which weights and biases can
be edited in it, ``panel`` puts it under a heading.
"""

from nnviz.views.network.panel import NetworkPanel

__all__ = ["NetworkPanel"]
