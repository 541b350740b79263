"""What is recorded of a run: operands by the objects that were used, changes in place, names, steps, updates."""

from __future__ import annotations

import numpy as np
import pytest

from tests.model.recording.recorded import bound, events_of, recorded, written

pytestmark = pytest.mark.slow

XOR = """\
import numpy as np
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])
np.random.seed(1)
W1 = np.random.randn(2, 3)
W2 = np.random.randn(3, 1)
b1 = np.zeros((1, 3))
losses = []
for epoch in range(1000):
    a1 = 1 / (1 + np.exp(-(X.dot(W1) + b1)))
    a2 = 1 / (1 + np.exp(-a1 @ W2))
    losses.append(np.mean((a2 - y) ** 2))
    d2 = (a2 - y) * a2 * (1 - a2)
    d1 = d2.dot(W2.T) * a1 * (1 - a1)
    W2 -= 0.5 * a1.T.dot(d2)
    W1 = W1 - 0.5 * X.T.dot(d1)
    b1 -= 0.5 * np.sum(d1, axis=0, keepdims=True)
"""


def test_a_long_training_ends_after_three_updates():
    recording = recorded(XOR)
    assert recording.outcome.kind == "updates"
    assert recording.updates == 3
    assert len(bound(recording, "W1")) == 4  # its first value, and three updates


def test_more_updates_are_recorded_where_that_is_asked_for():
    assert len(bound(recorded(XOR, updates=7), "W1")) == 8


def test_values_are_what_the_script_computes():
    names: dict[str, object] = {}
    exec(compile(XOR.replace("1000", "1"), "xor", "exec"), names)
    recording = recorded(XOR)
    for name in ("W1", "W2", "b1"):
        value = bound(recording, name)[1].value
        assert value is not None
        np.testing.assert_array_equal(recording.values[value], names[name])


def test_operands_are_the_events_that_computed_the_objects():
    recording = recorded(XOR)
    product = recording.events[events_of(recording, "d2.dot(W2.T)")[0]]
    assert written(recording, product) == ["(a2 - y) * a2 * (1 - a2)", "W2.T"]
    assert recording.places[product.place].operator == "dot"


def test_after_a_change_in_place_the_change_is_the_producer():
    recording = recorded(XOR)
    second = recording.events[events_of(recording, "-a1 @ W2")[1]]
    assert written(recording, second)[1] == "W2 -= 0.5 * a1.T.dot(d2)"


def test_literal_arguments_are_kept_as_keywords():
    recording = recorded(XOR)
    total = recording.events[events_of(recording, "np.sum(d1, axis=0, keepdims=True)")[0]]
    assert dict(total.keywords) == {"axis": 0, "keepdims": True}
    assert recording.places[total.place].operator == "numpy.sum"


def test_equal_values_are_kept_once_and_read_only():
    recording = recorded(XOR)
    assert len(recording.values) < len(recording.events)
    with pytest.raises(ValueError, match="read-only"):
        recording.values[0][...] = 1


def test_names_hold_what_they_held_then():
    recording = recorded(XOR)
    places = [recording.places[step.place].text for step in recording.steps]
    step = places.index("W2 -= 0.5 * a1.T.dot(d2)")
    before, after = recording.names_at(step - 1), recording.names_at(step)
    assert before["W2"] != after["W2"]
    assert before["a1"] == after["a1"]
    assert recording.changed_by(step) == (("W2", after["W2"]),)
    assert recording.names_at(-1) == {}


def test_steps_are_the_statements_in_the_order_in_which_they_begin():
    recording = recorded(XOR)
    lines = [recording.places[step.place].line for step in recording.steps[:12]]
    assert lines == [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 11]


CLASS = """\
import numpy as np
class Layer:
    def __init__(self, n, m):
        self.W = np.ones((n, m)) * 0.1
        self.__count = 0
    def forward(self, x):
        self.x = x
        return np.tanh(self.W @ x)
    def backward(self, d, rate):
        back = self.W.T @ d
        self.W -= rate * d @ self.x.T
        self.__count += 1
        return back
layers = [Layer(3, 2), Layer(1, 3)]
params = {"k": np.ones(2)}
for turn in range(50):
    a = np.ones((2, 1))
    for layer in layers:
        a = layer.forward(a)
    d = a - 1
    for layer in reversed(layers):
        d = layer.backward(d, 0.1)
    params["k"] = params["k"] * 2
"""


def test_two_objects_of_a_class_have_slots_of_their_own():
    recording = recorded(CLASS)
    owners = {slot.owner for slot in recording.slots if slot.path == "self.W"}
    assert len(owners) == 2
    assert "layers[0].W" in owners
    assert recording.updates == 3


def test_calls_of_own_functions_are_no_producers():
    recording = recorded(CLASS)
    call = next(e for e in recording.events if recording.places[e.place].text == "layer.forward(a)")
    assert recording.places[call.place].kind == "own"
    assert recording.places[call.place].operator == "Layer.forward"
    difference = recording.events[events_of(recording, "a - 1")[0]]
    assert written(recording, difference)[0] == "np.tanh(self.W @ x)"


def test_steps_of_a_called_function_follow_one_deeper():
    recording = recorded(CLASS)
    texts = [recording.places[step.place].text for step in recording.steps]
    call = texts.index("a = layer.forward(a)")
    assert texts[call + 1] == "self.x = x"
    assert recording.steps[call + 1].depth == recording.steps[call].depth + 1
    assert recording.steps[call].last >= recording.steps[call + 2].last


def test_items_of_a_dict_have_their_keys_in_the_path():
    assert len(bound(recorded(CLASS), "params['k']")) >= 3


CELLS = """\
n, m = 3, 4
W = [[0.1 * (i + j) for j in range(m)] for i in range(n)]
x = [1.0, 2.0, 3.0, 4.0]
for turn in range(100):
    z = []
    for i in range(n):
        s = 0.0
        for j in range(m):
            s += W[i][j] * x[j]
        z.append(s)
    for i in range(n):
        for j in range(m):
            W[i][j] -= 0.01 * z[i] * x[j]
"""


def test_a_loop_through_cells_gives_one_event_with_the_whole_list():
    recording = recorded(CELLS)
    whole = [e for e in bound(recording, "W") if recording.places[e.place].kind == "loop"]
    assert len(whole) == 3
    assert whole[0].value is not None
    start = np.array([[0.1 * (i + j) for j in range(4)] for i in range(3)])
    x = np.array([1.0, 2, 3, 4])
    np.testing.assert_allclose(recording.values[whole[0].value], start - 0.01 * np.outer(start @ x, x))


def test_steps_inside_a_loop_through_cells_name_its_step():
    recording = recorded(CELLS)
    inner = [s for s in recording.steps if recording.places[s.place].text == "W[i][j] -= 0.01 * z[i] * x[j]"]
    parent = inner[1].parent
    assert parent is not None
    assert recording.places[recording.steps[parent].place].text == "for i in range(n):"


def test_a_whole_number_is_found_by_its_name():
    recording = recorded("import numpy as np\nX = np.ones((4, 3))\nm = X.shape[0]\nn = 4\na = X / m\nb = X / n\n")
    one, other = (recording.events[events_of(recording, text)[0]] for text in ("X / m", "X / n"))
    assert written(recording, one) == ["np.ones((4, 3))", "m"]
    assert written(recording, other) == ["np.ones((4, 3))", "n"]


def test_names_follow_a_change_under_another_name():
    source = "import numpy as np\nW = np.ones(3)\nfor p in [W]:\n    p -= 0.5\ndone = 1\n"
    recording = recorded(source)
    names = recording.names_at(len(recording.steps) - 1)
    np.testing.assert_array_equal(recording.values[names["W"]], [0.5, 0.5, 0.5])


def test_a_large_array_is_kept_once_and_its_views_with_it():
    source = "import numpy as np\nX = np.ones((2000, 800))\nX[0] = 2\nY = X.T\nZ = X[1:]\nlast = 1\n"
    recording = recorded(source)
    values = {path: recording.values[value] for path, value in recording.names_at(len(recording.steps) - 1).items()}
    np.testing.assert_array_equal(values["Y"], values["X"].T)
    np.testing.assert_array_equal(values["Z"], np.ones((1999, 800)))
    assert values["X"][0, 0] == 2


def test_beyond_the_budget_large_values_are_left_out_and_that_is_said():
    source = "import numpy as np\na = np.ones(5000)\nfor i in range(30):\n    a = a * 2.0\n    b = 1.5 * i\n"
    recording = recorded(source, values=200_000)
    assert recording.thinned
    assert ("thinned", (len(recording.thinned),)) in [(note.kind, note.details) for note in recording.notes]
    assert bound(recording, "b")[-1].value is not None
