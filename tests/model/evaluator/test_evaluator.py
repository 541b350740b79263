"""A person's expressions: what their values are, what is refused and where, and that nothing of Python is reached."""

import string

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz import ModelError, Scenario
from nnviz.model.evaluator.evaluator import LONGEST, parse_expression
from nnviz.model.evaluator.reader import DEEPEST
from nnviz.model.session.session import Session

SHAPES = {"W1": (3, 2), "b1": (3, 1), "A2": (1, 4), "delta1": (3, 4), "L": (1, 1), "X": (2, 4)}
RNG = np.random.default_rng(5)
ARRAYS = {name: RNG.normal(size=shape) for name, shape in SHAPES.items()}


class Values:
    def __init__(self, arrays):
        self.arrays = arrays

    def value(self, symbol):
        return self.arrays.get(symbol)


def number(text, arrays=ARRAYS):
    return parse_expression(text, SHAPES).number(Values(arrays))


def norm(array):
    return np.linalg.norm(array)


NUMPY = {
    "abs": np.abs, "norm": norm, "max": np.max, "min": np.min, "mean": np.mean, "sum": np.sum, "sqrt": np.sqrt,
    "exp": np.exp, "log": np.log, "isfinite": np.isfinite, "any": np.any, "all": np.all, "where": np.where,
}  # fmt: skip

RESULTS = [
    "1", "-2.5e-3", "+L", "L", "W1[0, 1]", "W1[-1, 0]", "W1[2].sum()", "b1[1]", "A2[0,2]", "A2[:, 1:3].max()",
    "abs(delta1).max() < 1e-6", "norm(W1)/norm(b1) > 0.1", "A2[0,2] > 0.5 and L < 0.1", "A2[0,2] > 0.5 or L < 0.1",
    "not L < 0", "(W1 * b1).sum()", "(W1 + b1 - 2*W1/3).mean()", "max(W1) - min(W1)", "mean(exp(-abs(X)))",
    "sum(W1**2)", "(W1**-1).sum()", "sqrt(sum(W1 ** 2.0))", "log(abs(L))[0,0]", "isfinite(X).all()",
    "any(W1 > 0)", "all(W1 > 0)", "(W1 > 0).any()", "where(W1 > 0, W1, 0*W1).sum()", "-1 < L < 1", "(0 < W1).sum()",
    "(W1 > 0).sum() / (W1.shape[0] * W1.shape[1])", "W1.T[1, 2]", "X.shape[1]", "L == L", "L != L",
]  # fmt: skip


@pytest.mark.parametrize("text", RESULTS)
def test_that_expressions_give_what_numpy_gives(text):
    with np.errstate(all="ignore"):
        expected = eval(text, {**NUMPY, **ARRAYS})
    assert number(text) == pytest.approx(float(np.asarray(expected).item()), rel=1e-15, nan_ok=True)


def test_that_yes_and_no_are_reported_from_numbers():
    assert parse_expression("L < 1", SHAPES).is_condition
    assert not parse_expression("L", SHAPES).is_condition
    with pytest.raises(ModelError, match="found a number"):
        parse_expression("L", SHAPES, condition=True)
    with pytest.raises(ModelError, match="found a comparison"):
        parse_expression("L < 1", SHAPES, condition=False)


def test_that_the_symbols_read_are_known():
    assert parse_expression("norm(W1) / norm(b1) + norm(W1) > L", SHAPES).reads == ("W1", "b1", "L")


@pytest.mark.parametrize("text", ["A2[0,0] > 0", "L < 1 and A2[0, 0] > 0", "L > 1e9 and A2[0, 0] > 0"])
def test_that_what_is_not_computed_is_neither_yes_nor_no(text):
    condition = parse_expression(text, SHAPES)
    assert condition.holds(Values({"L": np.array([[0.5]])})) is None
    assert condition.holds(Values(ARRAYS)) is not None


def test_that_a_cell_that_a_smaller_batch_does_not_have_is_not_computed():
    condition = parse_expression("A2[0, 3] > -100", SHAPES)
    assert condition.holds(Values(ARRAYS)) is True
    assert condition.holds(Values({"A2": ARRAYS["A2"][:, :2]})) is None


def test_that_not_a_number_is_no():
    assert parse_expression("L < 1", SHAPES).holds(Values({"L": np.array([[np.nan]])})) is False


def test_that_snapshots_can_be_asked():
    session = Session(Scenario.load("xor"))
    session.step_line(6)
    snapshot = session.snapshot()
    computation = parse_expression("abs(delta2).max()", snapshot.shapes)
    assert computation.number(snapshot) == np.abs(session.value("delta2")).max()
    assert parse_expression("norm(dW1)", snapshot.shapes).number(snapshot) is None


REFUSED = {
    "": None, "1 +": None, "W1..sum()": None, "L\0": None, "(" * 300: None, "W1.__class__": 1, "L.dtype": 1,
    "__import__('os')": 1, "W1[0].tofile": 1, "L < 'a'": 5, "1 + W9": 5, "open": 1, "lambda: 1": 1, "[1, 2]": 1,
    "(1, 2)": 1, "{1}": 1, "[w for w in W1]": 1, "L if L else L": 1, "L := 1": None, "f'{L}'": 1, "eval(1)": 1,
    "max(L, key=abs)": 1, "max(*W1)": 1, "W1.max(0)": 1, "L ** L": 6, "L ** 65": 6, "2 ** 2 ** 9": None, "L ** True": 6,
    "1j": 1, "True": 1, "None": 1, "...": 1, "L is L": 1, "L in X": 1, "L % 2": 1, "L // 2": 1, "L @ L": 1, "~L": 1,
    "W1[L]": 4, "W1[0.5]": 4, "W1['a']": 4, "W1[None]": 4, "W1[True]": 4, "W1[::0]": None, "W1[9, 0]": None,
    "W1[0, 0, 0]": None, "W1 + A2[0, 0:3]": None, "W1": None, "W1 > 0 and L > 0": None, "L and L < 1": 1, "not L": 5,
    "abs(L, L)": 1, "where(L, L)": 1, "abs": 1, "abs()": 1, "L()": 1, "W1.T()": 1, "W1.shape": 1, "W1.shape[2]": None,
    "W1.max": 1, "9" * 350: 1, "1e999": 1, "-" * (DEEPEST + 2) + "1": None, "1" + "+1" * (DEEPEST + 2): None,
    " " * LONGEST + "1": LONGEST + 1, "await L": 1, "(yield)": None, "W1[2:2].max()": None, "print(L)": 1,
    "L.T.base": 1,
    "  L.data": 3, "abs.__call__(L)": 1, "norm.__globals__": 1, "1 .real": 1, "(1).bit_length()": 1,
}  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
@pytest.mark.slow
def test_that_anything_else_is_refused_at_its_column(text):
    with pytest.raises(ModelError) as caught:
        parse_expression(text, SHAPES)
    assert caught.value.found
    assert caught.value.accepted
    if REFUSED[text] is not None:
        assert caught.value.where == f"column {REFUSED[text]}"


def test_that_a_result_too_large_to_hold_is_refused():
    shapes = {"b1": (4096, 1), "A2": (1, 60000)}
    with pytest.raises(ModelError, match="cells"):
        parse_expression("(b1 * A2).sum()", shapes)


TOKENS = [
    *SHAPES, *NUMPY, "T", "shape", "__class__", "__globals__", "__subclasses__", "__import__", "os", "eval", "open",
    "tofile", "data", "ctypes", "(", ")", "[", "]", ".", ",", ":", "+", "-", "*", "**", "/", "<", ">", "==", "and",
    "or", "not", "if", "else", "for", "in", "lambda", "0", "1", "2.5", "'s'", " ", "=", ":=", "{", "}", "@", "~", "%",
]  # fmt: skip


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.lists(st.sampled_from(TOKENS), max_size=14).map("".join), st.text(alphabet=string.printable, max_size=40)
    )
)
@pytest.mark.no_cover
def test_that_whatever_is_written_gives_a_number_or_a_refusal(text):
    try:
        result = parse_expression(text, SHAPES).number(Values(ARRAYS))
    except ModelError:
        return
    assert result is None or type(result) is float


NAMES = ["__class__", "__globals__", "__subclasses__", "tofile", "dump", "data", "ctypes", "base", "view", "dtype"]
SAFE = ["W1", "L", "abs(W1)", "W1.T", "(L + 1)", "W1[0]", "W1.max()", "where(W1 > 0, W1, 0)", "1.5", "abs"]
PATTERNS = ["{}.{}", "{}.{}()", "{}.{}[0]", "abs({}.{})", "{}.T.{}", "{}[0].{} < 1"]


@settings(deadline=None)
@given(st.sampled_from(SAFE), st.sampled_from(NAMES), st.sampled_from(PATTERNS))
def test_that_no_attribute_leads_out(inner, name, pattern):
    with pytest.raises(ModelError):
        parse_expression(pattern.format(inner, name), SHAPES)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L < 1e-400", "too small: it would be 0"),
        ("abs(L) + 0.5e-999", "too small: it would be 0"),
        ("where(L > 0, 1,000)", "may be part of thousands"),
    ],
)
def test_that_a_number_that_is_not_what_is_written_is_refused(text, words):
    with pytest.raises(ModelError, match=words):
        parse_expression(text, SHAPES)


def test_that_zero_may_be_written_as_people_like():
    for text in ("L > 0", "L > 0.0", "L > 0e-5"):
        parse_expression(text, SHAPES)
