"""The loss over a run, in memory that does not grow with it.

recorder     collects a run's losses
blocks       every update's batch loss, as extremes of blocks of updates
evaluations  losses and accuracies of the whole data at the ends of epochs
decimate     long series made short enough to draw
"""
