"""The checks of an update: its gradients against differences, its changes against what the optimiser says."""

from nnviz.views.checks.badge import CheckBadge
from nnviz.views.checks.panel import ChecksPanel

__all__ = ["CheckBadge", "ChecksPanel"]
