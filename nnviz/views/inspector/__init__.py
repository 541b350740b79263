"""The inspector: one number, the equation that it comes from, and what it means."""

from nnviz.views.inspector.panel import InspectorPanel

__all__ = ["InspectorPanel"]
