"""The recipes of README's "Adding things", each followed in a copy of the package, and what came of it used."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import indent

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

Copy = Callable[[], Path]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the package and of what it ships, with what has been compiled of it."""
    skipped = shutil.ignore_patterns("pictures", "start.py")
    for folder in ("nnviz", "resources"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=skipped)
    return tmp_path


def insert(copy: Path, name: str, *, before: str, text: str) -> None:
    """Insert a text into a file of the copy, before the one place where another one stands."""
    path = copy / name
    source = path.read_text(encoding="utf-8")
    assert source.count(before) == 1, f"{before!r} in {name}"
    path.write_text(source.replace(before, text + before), encoding="utf-8")


def run(copy: Path, code: str) -> str:
    """Run code with the copy in place of the package, and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(copy), "QT_QPA_PLATFORM": "offscreen", "HOME": str(copy)}
    line = [sys.executable, "-c", f"import nnviz; assert nnviz.__file__.startswith({str(copy)!r})\n{code}"]
    result = subprocess.run(line, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def row_of(table: str, text: str) -> str:
    """Return a row of README's table."""
    return next(line for line in table.splitlines() if line.startswith(f"| {text} |"))


TRAINS = """
from dataclasses import replace
import nnviz
from nnviz.model.checks import gradient_check
from nnviz.model.scenario.scenario import Scenario

def trains(scenario):
    session = nnviz.Session(scenario)
    session.step_update(20)
    check = session.gradient_check()
    assert check.band.name in ("good", "fine"), check
    session.seek(3)
    for line in range(len(session.program)):
        session.step_line()
    for symbol in session.program.line_of:
        session.explain(symbol)
    return session
"""

SCHEMA = """
import json
from nnviz.model.scenario.file import json_schema
schema = json_schema()
"""


@pytest.mark.slow
def test_that_the_activation_of_readme_needs_nothing_but_its_functions_and_its_row(copy: Path):
    block = next(block for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL) if "_softsign" in block)
    functions, row = block.split("\nActivation(", 1)
    name = "nnviz/model/network/activations.py"
    assert name in row_of(README, "an activation")
    insert(copy, name, before="_ROWS = (\n", text=f"{functions.strip()}\n\n\n")
    insert(copy, name, before="\n)\n\nACTIVATIONS:", text="\n" + indent(f"Activation({row.strip()},", "    "))
    run(
        copy,
        TRAINS
        + SCHEMA
        + """
from nnviz.model.network.network import Layer
scenario = nnviz.Scenario.load("xor")
scenario = replace(scenario, layers=(Layer(4, "softsign"), *scenario.layers[1:]))
session = trains(scenario)
assert "softsign(Z¹)" in session.program[2].formula(session.snapshot().labels)
assert "softsign" in schema["$defs"]["Layer"]["properties"]["activation"]["anyOf"][0]["enum"]
from nnviz.views.setup.options import hidden_options
assert any(option.key == "softsign" for option in hidden_options(scenario))
""",
    )


@pytest.mark.slow
def test_that_a_loss_needs_nothing_but_its_functions_and_its_row(copy: Path):
    name = "nnviz/model/program/losses.py"
    assert name in row_of(README, "a loss")
    insert(
        copy,
        name,
        before="_ROWS = (\n",
        text="""def _fourth_power(a: Array, y: Array) -> Array:
    return np.square(np.square(a - y))


def _fourth_power_gradient(a: Symbol, y: Symbol) -> Node:
    difference = Binary("-", a, y)
    return Binary("*", Binary("*", Constant(4.0, "4"), Apply("square", difference)), difference)


""",
    )
    row = """
    Loss(
        name="fourth-power",
        title=QT_TRANSLATE_NOOP("model", "fourth power Σ(a − y)⁴"),
        text="Σ({a} − {y})⁴ / m",
        formula="Σ (a − y)⁴",
        per_cell=_fourth_power,
        gradient=_fourth_power_gradient,
    ),"""
    insert(copy, name, before="\n)\n\nLOSSES:", text=row)
    run(
        copy,
        TRAINS
        + SCHEMA
        + """
session = trains(replace(nnviz.Scenario.load("xor"), loss="fourth-power"))
assert "fourth-power" in schema["properties"]["loss"]["enum"]
from nnviz.views.setup.options import loss_options
assert any(option.key == "fourth-power" for option in loss_options(session.scenario))
""",
    )


@pytest.mark.slow
def test_that_an_optimiser_needs_nothing_but_its_lines_and_its_row(copy: Path):
    name = "nnviz/model/program/optimisers.py"
    assert name in row_of(README, "an optimiser")
    insert(
        copy,
        name,
        before="_ROWS = (\n",
        text="""def _sign_descent(parameter: str) -> Assignments:
    step = Binary("*", ETA, Apply("sign", Symbol(f"d{parameter}")))
    yield parameter, Binary("-", Symbol(parameter), step)


""",
    )
    row = """
    Optimiser(
        name="sign-descent",
        title=QT_TRANSLATE_NOOP("model", "sign descent"),
        lines=_sign_descent,
        source="Riedmiller and Braun, 1993, without its adaptation",
    ),"""
    insert(copy, name, before="\n)\n\nOPTIMISERS:", text=row)
    run(
        copy,
        TRAINS
        + SCHEMA
        + """
from nnviz.model.scenario.scenario import OptimiserSpec
session = trains(replace(nnviz.Scenario.load("xor"), optimiser=OptimiserSpec("sign-descent", learning_rate=0.01)))
assert session.update_check().agrees
assert "sign-descent" in schema["$defs"]["OptimiserSpec"]["properties"]["kind"]["enum"]
""",
    )


@pytest.mark.slow
def test_that_a_mistake_needs_nothing_but_its_change_and_its_row(copy: Path):
    name = "nnviz/model/mistakes/in_gradients.py"
    assert "in_gradients.py" in row_of(README, "a mistake")
    insert(
        copy,
        name,
        before="ROWS = (\n",
        text="""def _doubled(lines: Lines, recipe: Recipe) -> Lines:
    def rewrite(line: Line) -> Node | None:
        return Binary("*", Constant(2.0, "2"), line.expression) if is_gradient(line) else None

    return rewritten(lines, rewrite)


""",
    )
    row = """
    Mistake(
        name="doubled",
        title=QT_TRANSLATE_NOOP("model", "every gradient twice"),
        kind="backward",
        where=QT_TRANSLATE_NOOP("model", "The gradient is added twice."),
        looks=QT_TRANSLATE_NOOP("model", "The learning rate seems twice as large."),
        change=_doubled,
    ),
)
"""
    path = copy / name
    source = path.read_text(encoding="utf-8").rstrip()
    assert source.endswith("\n)")
    path.write_text(source[:-2] + row, encoding="utf-8")
    run(
        copy,
        """
from dataclasses import replace
import nnviz
session = nnviz.Session(replace(nnviz.Scenario.load("xor"), mistakes=("doubled",)))
session.step_update()
assert session.gradient_check().band.name == "wrong"
from nnviz.model.scenario.edit.mistakes import possible_in
assert any(mistake.name == "doubled" for mistake in possible_in(session.scenario, session.snapshot().data))
""",
    )


@pytest.mark.slow
def test_that_a_data_set_needs_nothing_but_its_file_and_its_name_in_the_registry(copy: Path):
    registry = "nnviz/model/data/registry.py"
    assert registry in row_of(README, "a data set")
    (copy / "nnviz/model/data/stripes.py").write_text(
        '''"""Two stripes."""

import numpy as np

from nnviz.model.data.data_set_kind import DataKind, RawData


def stripes(samples: int, noise: float, seed: int) -> RawData:
    """Return points of a square, labelled by the sign of the first input."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(-5.0, 5.0, (2, samples))
    return RawData(x, labels=(x[0] > noise).astype(np.intp))


STRIPES = DataKind(
    name="stripes",
    title="stripes",
    help="Two stripes",
    task="classification",
    n_inputs=2,
    n_classes=2,
    make=stripes,
)
''',
        encoding="utf-8",
    )
    insert(
        copy,
        registry,
        before="from nnviz.model.data.xor import",
        text="from nnviz.model.data.stripes import STRIPES\n",
    )
    insert(copy, registry, before="    *PLAYGROUND,\n", text="    STRIPES,\n")
    run(
        copy,
        TRAINS
        + SCHEMA
        + """
from nnviz.model.data import DataSpec
session = trains(replace(nnviz.Scenario.load("circle"), data=DataSpec(kind="stripes", samples=50)))
assert session.snapshot().data.X.shape[1] == 50
assert "stripes" in schema["$defs"]["DataSpec"]["properties"]["kind"]["enum"]
from nnviz.views.setup.options import data_options
assert any(option.key == "stripes" for option in data_options(session.scenario))
""",
    )


def test_that_a_scenario_needs_nothing_but_its_file(copy: Path):
    folder = "resources/scenarios"
    assert f"{folder}/" in row_of(README, "a scenario")
    plain = json.loads((copy / folder / "xor.json").read_text(encoding="utf-8"))
    plain["title"] = {"en": "XOR once more", "zh_CN": "再一次异或"}
    (copy / folder / "xor-again.json").write_text(json.dumps(plain), encoding="utf-8")
    out = run(
        copy,
        """
from nnviz.cli.main import main
import sys
sys.argv = ["nnviz", "scenarios"]
try:
    main()
except SystemExit:
    pass
from nnviz.model.scenario.file import shipped_titles
assert dict(shipped_titles("zh_CN"))["xor-again"] == "再一次异或"
""",
    )
    assert "xor-again" in out


@pytest.mark.slow
def test_that_a_view_needs_its_folder_and_its_row(copy: Path):
    rows = "nnviz/views/window/panel_rows.py"
    assert rows in row_of(README, "a view")
    assert "nnviz/app/panel_wiring.py" in row_of(README, "a view")
    folder = copy / "nnviz/views/largest"
    folder.mkdir()
    (folder / "__init__.py").write_text(
        '"""The largest weight."""\n\nfrom nnviz.views.largest.panel import LargestPanel as LargestPanel\n'
    )
    (folder / "panel.py").write_text(
        '''"""A panel that shows the largest weight."""

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.views.panel import Panel


class LargestPanel(Panel):
    """Shows the largest weight of the first layer, and asks for an update."""

    update_requested = pyqtSignal()

    def __init__(self, theme, parent=None) -> None:
        super().__init__("largest", "", theme, parent)
        self.set_title(self.tr("Largest weight"))
        self.label, self.button = QLabel(), QPushButton(self.tr("Update"))
        self.button.clicked.connect(self.update_requested)
        body = QWidget()
        column = QVBoxLayout(body)
        column.addWidget(self.label)
        column.addWidget(self.button)
        self.set_body(body)

    def show_snapshot(self, snapshot) -> None:
        self.label.setText(str(abs(snapshot.values["W1"] if "W1" in snapshot.values else snapshot.before["W1"]).max()))
''',
        encoding="utf-8",
    )
    insert(
        copy,
        rows,
        before='    "help": PanelRow(',
        text='    "largest": PanelRow("largest", "LargestPanel", "Largest weight"),\n',
    )
    insert(copy, rows, before='    "help",\n)', text='    "largest",\n')
    version = re.search(r"LAYOUT_VERSION: Final = (\d+)", (copy / rows).read_text(encoding="utf-8"))
    assert version is not None
    insert(copy, rows, before=version[1] + '\n"""Raised when', text="1")
    insert(
        copy,
        "nnviz/app/panel_wiring.py",
        before="    def _network(self",
        text="""    def _largest(self, panel: Panel) -> PanelConnections:
        return PanelConnections([(panel.update_requested, self._controller.stepping.step_update)])

""",
    )
    out = run(
        copy,
        """
from pathlib import Path
from PyQt6.QtCore import QSettings
from nnviz.app.application import App, make_application
from nnviz.model.scenario.file import find_scenario
application = make_application(["nnviz"])
app = App(find_scenario("xor"), QSettings(str(Path("n.ini").resolve()), QSettings.Format.IniFormat))
app.start()
[toggle] = [action for action in app.window.findChildren(type(app.window.actions_by_name["undo"]))
            if action.text().replace("&", "") == "Largest weight"]
toggle.trigger()
application.processEvents()
panel = app.window.panels.get("largest")
assert panel.isVisible()
before = app.controller.snapshot.position.update
panel.button.click()
application.processEvents()
assert app.controller.snapshot.position.update == before + 1
print(panel.label.text())
app.dispose()
""",
    )
    assert float(out) > 0
