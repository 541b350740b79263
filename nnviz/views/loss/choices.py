"""What a person has chosen to see of the losses."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LossChoices:
    """Choices that hold for every run.

    Attributes
    ----------
    log
        Whether losses stand on a logarithmic axis.
    accuracy
        Whether the accuracy is drawn where the data have classes.
    """

    log: bool
    accuracy: bool
