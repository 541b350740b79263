"""Whose numbers the matrices show of a person's own code."""

from __future__ import annotations

from typing import Final, Literal

Side = Literal["yours", "right", "differ"]
"""What is drawn: the person's numbers, those that are right, or theirs less the right ones."""

SIDES: Final[tuple[Side, ...]] = ("yours", "right", "differ")
