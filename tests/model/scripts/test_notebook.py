"""A scenario as a notebook: its cells, one after the other, print the same losses."""

from __future__ import annotations

import json

import pytest

from nnviz.model.scripts.notebook import notebook

UPDATES = 9


@pytest.mark.parametrize(("language", "words"), [("en", "Samples"), ("zh_CN", "样本")])
def test_that_the_cells_print_the_same_losses(small, printed, computed, language, words) -> None:
    document = json.loads(notebook(small, UPDATES, language=language).text)
    *cells, curve = ["".join(cell["source"]) for cell in document["cells"] if cell["cell_type"] == "code"]
    assert printed("\n".join([*cells, "assert len(losses) == 9"])) == pytest.approx(computed(small), rel=1e-12)
    assert "plt.plot(losses)" in curve
    assert words in "".join("".join(cell["source"]) for cell in document["cells"])
    assert document["nbformat"] == 4
