"""A note is a sentence with the names, the network and the error that it is about."""

import pytest

from nnviz.model.codecheck.call_result import Failure
from nnviz.model.codecheck.notes import CheckNote

RAISED = Failure(kind="IndexError", message="out of bounds", part="backprop", line=7)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (
            CheckNote("fails-elsewhere", where="3-4-2", failure=RAISED),
            ("3-4-2", "IndexError in line 7", "out of bounds"),
        ),
        (CheckNote("fails-on-integers", failure=RAISED), ("integers", "IndexError in line 7")),
        (CheckNote("differs-elsewhere", ("dW1", "db1"), "3-4-2"), ("3-4-2", "dW1, db1")),
        (CheckNote("not-moved", ("W1", "b1")), ("W1, b1 did not move",)),
        (CheckNote("delta-over-m", ("delta2",)), ("1/m", "delta2", "gradients are right")),
        (CheckNote("delta-negative", ("delta2",)), ("−∂L/∂Z", "is right")),
        (CheckNote("delta-scaled", ("delta2",), "-2"), ("−2 times ∂L/∂Z",)),
        (CheckNote("kink", ("delta1",)), ("Z = 0", "a choice")),
        (CheckNote("starts-again"), ("first update only",)),
        (CheckNote("changes-arguments", ("W1",)), ("in place: W1",)),
        (CheckNote("no-bias-gradients", ("db1",)), ("never learn",)),
        (CheckNote("ambiguous", ("rows",)), ("--convention rows",)),
    ],
    ids=lambda value: value.kind if isinstance(value, CheckNote) else "",
)
def test_that_each_kind_says_what_it_is_about(note: CheckNote, words: tuple[str, ...]) -> None:
    assert [word for word in words if word not in str(note)] == []
