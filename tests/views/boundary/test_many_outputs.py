"""Of many outputs the text tells of the one that is drawn; only of classes are the greatest what matters."""

import numpy as np
import pytest

from nnviz.model.data import DataSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Selection, with_unit
from nnviz.model.session.session import Session
from nnviz.views.boundary import BoundaryPanel
from nnviz.views.boundary.canvas import BoundaryCanvas
from nnviz.views.theme import LIGHT


def regression(outputs: int = 5) -> Scenario:
    x = np.linspace(-1, 1, 9)
    targets = tuple(tuple(float(10 * k - value) for k in range(outputs)) for value in x)
    return Scenario(
        title={"en": "test"},
        data=DataSpec(kind="explicit", inputs=tuple((float(v),) for v in x), targets=targets),
        layers=(Layer(3, "tanh"), Layer(outputs, "identity")),
        loss="mean-squared",
    )


def texts(qtbot, session: Session, output: int | None, *, brief: bool) -> list[str]:
    panel = BoundaryPanel(LIGHT)
    qtbot.addWidget(panel)
    snapshot = session.snapshot()
    panel.show_snapshot(snapshot)
    if output is not None:
        panel.show_selection(with_unit(snapshot, Selection(), 2, output))
    panel.resize(400, 300)
    panel.show()
    qtbot.waitExposed(panel)
    canvas = panel.body()
    assert isinstance(canvas, BoundaryCanvas)
    return [line.text for line in canvas.scene.paragraphs(brief=brief)[0]]


@pytest.mark.parametrize("output", [None, 0, 2, 4])
@pytest.mark.parametrize("brief", [True, False])
@pytest.mark.parametrize("outputs", [2, 4, 5, 9])
@pytest.mark.slow
def test_that_the_text_tells_of_the_output_whose_target_it_gives(qtbot, output, brief: bool, outputs: int) -> None:
    if output is not None and output >= outputs:
        return
    session = Session(regression(outputs))
    session.step_update(3)
    written = texts(qtbot, session, output, brief=brief)
    target = next(text for text in written if text.startswith("y"))
    index = target[1]
    assert index == "₁₂₃₄₅₆₇₈₉"[output or 0]
    reported = [text for text in written if text.startswith("a²")]
    assert any(text.startswith(f"a²{index} = ") for text in reported)
    assert len(reported) == (1 if brief and outputs > 1 else min(outputs, 4))


def test_that_what_is_not_computed_is_the_output_that_is_drawn(qtbot) -> None:
    session = Session(regression())
    session.step_line(1)
    assert "a²₄ = —" in texts(qtbot, session, 3, brief=False)


def test_that_of_many_classes_the_greatest_output_is_reported(qtbot) -> None:
    x = np.linspace(-1, 1, 12)
    scenario = Scenario(
        title={"en": "test"},
        data=DataSpec(
            kind="explicit", inputs=tuple((float(v),) for v in x), labels=tuple(int(k) for k in np.arange(12) % 6)
        ),
        layers=(Layer(3, "tanh"), Layer(6, "softmax")),
        loss="categorical-cross-entropy",
    )
    session = Session(scenario)
    session.step_update(2)
    snapshot = session.snapshot()
    greatest = int(np.argmax(snapshot.values["A2"][:, 0]))
    written = texts(qtbot, session, None, brief=True)
    assert next(text for text in written if text.startswith("a²")).startswith(f"a²{'₁₂₃₄₅₆'[greatest]} = ")
