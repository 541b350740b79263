"""How symbols and named numbers are written."""

import pytest

from nnviz.model.program.losses import LOSSES
from nnviz.model.program.symbols import SCALAR_LABELS, Labels


def test_that_a_named_number_without_a_sign_of_its_own_is_written_as_its_name() -> None:
    assert SCALAR_LABELS["eta"] == "η"
    assert SCALAR_LABELS["temperature"] == "temperature"


@pytest.mark.parametrize(("own", "written"), [({}, "y"), ({"Y": "t"}, "t")])
def test_that_a_target_is_written_as_the_document_names_it(own: dict[str, str], written: str) -> None:
    assert Labels(own=own).target == written


@pytest.mark.parametrize("loss", [name for name, row in LOSSES.items() if row.logits_with is None])
def test_that_a_loss_without_a_form_from_logits_says_so(loss: str) -> None:
    with pytest.raises(TypeError, match="no form from logits"):
        LOSSES[loss].cells_of(from_logits=True)
    with pytest.raises(TypeError, match="no form from logits"):
        LOSSES[loss].output_of("z")
    assert LOSSES[loss].cells_of(from_logits=False) is LOSSES[loss].per_cell
