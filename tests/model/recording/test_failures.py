"""What a person's code raised is told with its line, and the operands that did not fit."""

from __future__ import annotations

import pytest

from nnviz.model.recording.outcome import Raised
from tests.model.recording.recorded import recorded

pytestmark = pytest.mark.slow


def raised(source: str) -> Raised:
    found = recorded(source).raised
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("line", "operands"),
    [
        ("c = a @ b", [("a", (2, 3)), ("b", (2, 3))]),
        ("c = 1 + np.dot(a, b) / 2", [("a", (2, 3)), ("b", (2, 3))]),
        ("c = a.dot(b)", [("a", (2, 3)), ("b", (2, 3))]),
        ("c = a + b.T", [("a", (2, 3)), ("b.T", (3, 2))]),
        ("a -= 0.1 * b.T", [("a", (2, 3)), ("0.1 * b.T", (3, 2))]),
        ("a[0] -= b", [("a[0]", (3,)), ("b", (2, 3))]),
    ],
)
def test_operands_of_the_expression_that_failed_have_names_and_shapes(line: str, operands: list[object]):
    found = raised(f"import numpy as np\na = np.ones((2, 3))\nb = np.ones((2, 3))\n{line}\n")
    assert (found.type, found.line, found.text) == ("ValueError", 4, line)
    assert [(one.text, one.shape) for one in found.operands] == operands


def test_a_failure_inside_a_function_is_told_with_all_lines_on_the_way():
    found = raised("import numpy as np\ndef f(x):\n    return x.nothing\nf(np.ones(2))\n")
    assert [line for _, line, _, _ in found.traceback] == [4, 3]
    assert found.line == 3
    assert found.operands == ()  # not those of the call that led there


def test_a_syntax_error_has_its_line():
    found = raised("x = 1\ny = (2,\nz = 3\n")
    assert (found.type, found.line) == ("SyntaxError", 2)


def test_a_missing_package_and_a_missing_file_are_named():
    assert raised("import no_such_package\n").missing == "no_such_package"
    found = raised("import numpy as np\nd = np.loadtxt('train.csv')\n")
    assert (found.missing, found.beside) == ("train.csv", ("mine.py",))


@pytest.mark.parametrize(
    "source",
    [
        "class E(Exception):\n    def __str__(self):\n        raise RuntimeError\nraise E()\n",
        "raise ValueError('\\ud800')\n",
        "import sys, os\nsys.stdout.close()\nos.close(1)\nraise ValueError('x')\n",
        "import json, os\njson.dumps = os.write = None\nraise ValueError('x')\n",
        "import glob, shutil, tempfile\n"
        "for folder in glob.glob(tempfile.gettempdir() + '/nnviz-recording-*'):\n    pass\nraise ValueError('x')\n",
        "def f(n):\n    return f(n + 1)\nf(0)\n",
    ],
)
def test_hostile_code_is_told_like_any_other(source: str):
    recording = recorded(source)
    assert recording.outcome.kind == "raised"
    assert recording.raised is not None
