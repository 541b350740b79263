"""What was found in a person's own code."""

from nnviz.views.findings.panel import FindingsPanel

__all__ = ["FindingsPanel"]
