"""A scenario as a notebook: the numpy script in cells, with a line about each, and the curve of the losses.

The format is nbformat 4.5, <https://nbformat.readthedocs.io>.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scripts.numpy_script import UPDATES, sections
from nnviz.model.scripts.written_script import WrittenScript

_WORDS: Final = {
    "en": (
        "The lines are those that nnviz steps through; each has its equation beside it.",
        "## Samples\n\nA column is a sample.",
        "## Network\n\nThe initial parameters and the settings of training.",
        "## Functions",
        "## Training\n\nPrints the number of each update and the loss of its batch.",
        "## Loss",
    ),
    "zh_CN": (
        "下面各行就是 nnviz 单步执行的程序；每一行旁边写着对应的公式。",
        "## 样本\n\n每一列是一个样本。",
        "## 网络\n\n初始参数和训练设置。",
        "## 函数",
        "## 训练\n\n打印每次更新的序号和该批次的损失。",
        "## 损失",
    ),
}

_CURVE: Final = """import matplotlib.pyplot as plt

plt.plot(losses)
plt.xlabel("update")
plt.ylabel("loss")
plt.show()
"""


def notebook(
    scenario: Scenario, updates: int = UPDATES, file: str = "arrays.npz", language: str = "en"
) -> WrittenScript:
    """Return a notebook that trains with numpy and prints the loss of each update's batch.

    Parameters
    ----------
    scenario
        What is trained, from its initial parameters.
    updates
        How many updates it runs.
    file
        The name of the file beside it, with the arrays that are too long for its text.
    language
        Of the words between the cells: ``"en"`` or ``"zh_CN"``.

    Raises
    ------
    ModelError
        If no script is written for the scenario.
    """
    made = sections(scenario, updates, file)
    words = _WORDS.get(language, _WORDS["en"])
    training = "losses = []\n" + made.training + "    losses.append(float(L))\n"
    cells = [
        _text(f"# {scenario.title_in(language)}\n\n{scenario.text_in(language)}\n\n{words[0]}"),
        _code(made.imports),
        _text(words[1]),
        _code(made.samples),
        _text(words[2]),
        _code(made.parameters),
        _text(words[3]),
        _code(made.functions),
        _text(words[4]),
        _code(training),
        _text(words[5]),
        _code(_CURVE),
    ]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    document = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    return WrittenScript(json.dumps(document, ensure_ascii=False, indent=1) + "\n", made.arrays)


def _text(words: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": _lines(words)}


def _code(source: str) -> dict[str, Any]:
    cell = {"cell_type": "code", "metadata": {}, "source": _lines(source.rstrip("\n"))}
    return cell | {"execution_count": None, "outputs": []}


def _lines(text: str) -> Sequence[str]:
    return text.splitlines(keepends=True)
