"""Networks in files: what each kind holds, and what is refused without running anything that a file has in it."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

import nnviz
from nnviz.model.data import DataSpec
from nnviz.model.other_libraries import onnx_graphs
from nnviz.model.other_libraries.model_files import holds_model, read_model_file
from nnviz.model.other_libraries.model_scenario import scenario_of_model, scenario_with_data

RNG = np.random.default_rng(5)
X = RNG.normal(size=(9, 3))
Y = RNG.normal(size=(9, 2))
W1, W2 = RNG.normal(size=(4, 3)), RNG.normal(size=(2, 4))
B1, B2 = RNG.normal(size=4), RNG.normal(size=2)
NAMED = ["tanh", "identity"]


def loss_of_hand(hidden=np.tanh) -> float:
    return float(np.mean((hidden(X @ W1.T + B1) @ W2.T + B2 - Y) ** 2))


def loss_of(path: Path, activations=None) -> float:
    scenario, _ = scenario_of_model(read_model_file(path), X, Y, activations, "MSELoss")
    return nnviz.Session(scenario).loss


@pytest.mark.parametrize(
    "named",
    [
        {"W1": W1, "b1": B1, "W2": W2, "b2": B2},
        {"W1": W1.T, "b1": B1, "W2": W2.T, "b2": B2},
        {"w_1": W1, "bias_1": B1[:, None], "w_2": W2, "bias_2": B2[:, None]},
        {"fc10.weight": W2, "fc10.bias": B2, "fc2.weight": W1, "fc2.bias": B1},
        {"dense/kernel:0": W1.T, "dense/bias:0": B1, "dense_1/kernel:0": W2.T, "dense_1/bias:0": B2},
        {"coefs_0": W1.T, "intercepts_0": B1, "coefs_1": W2.T, "intercepts_1": B2, "epochs": np.array(3)},
    ],
)
def test_that_arrays_are_found_by_their_names(tmp_path, named) -> None:
    np.savez(tmp_path / "model.npz", **named)
    assert holds_model(tmp_path / "model.npz")
    assert loss_of(tmp_path / "model.npz", NAMED) == pytest.approx(loss_of_hand(), rel=1e-12)


def test_that_an_archive_of_samples_is_no_model(tmp_path) -> None:
    np.savez(tmp_path / "samples.npz", X=X, y=Y, weight=np.ones(9))
    (tmp_path / "broken.npz").write_bytes(b"PK\3\4 broken")
    assert not holds_model(tmp_path / "samples.npz")
    assert not holds_model(tmp_path / "broken.npz")
    assert not holds_model(tmp_path / "missing.onnx")


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ({"W1": W1, "W2": W1}, "layer on layer"),
        ({"W1": np.ones((3, 3)), "b1": np.ones(3)}, "weight_layout"),
        ({"W1": np.ones((3, 3)), "b1": np.ones(4)}, "layer on layer"),
        ({"weights": np.ones((3, 3))}, "W1, b1"),
    ],
)
def test_that_arrays_that_do_not_go_together_are_refused(tmp_path, named, words) -> None:
    np.savez(tmp_path / "model.npz", **named)
    with pytest.raises(nnviz.ModelError, match=words):
        read_model_file(tmp_path / "model.npz")


def test_that_a_layout_that_is_given_settles_square_layers(tmp_path) -> None:
    square = RNG.normal(size=(3, 3))
    np.savez(tmp_path / "model.npz", W1=square)
    model = read_model_file(tmp_path / "model.npz", "inputs-units")
    np.testing.assert_array_equal(model.weights[0], square.T)


def test_that_activations_have_to_be_given_where_a_file_has_none(tmp_path) -> None:
    np.savez(tmp_path / "model.npz", W1=W1, b1=B1, W2=W2, b2=B2)
    with pytest.raises(nnviz.ModelError, match="relu,identity"):
        loss_of(tmp_path / "model.npz")


def test_that_a_model_takes_the_samples_of_a_scenario(tmp_path) -> None:
    np.savez(tmp_path / "model.npz", W1=W1[:, :2], b1=B1, W2=W2[:1], b2=B2[:1])
    model = read_model_file(tmp_path / "model.npz")
    scenario, _ = scenario_with_data(model, DataSpec("xor"), ["tanh", "sigmoid"])
    session = nnviz.Session(scenario)
    np.testing.assert_array_equal(session.value("W1"), W1[:, :2])
    with pytest.raises(nnviz.ModelError, match="2, as the network 2-4-1"):
        scenario_with_data(model, DataSpec("explicit", inputs=X.tolist(), labels=[0] * 9), ["tanh", "sigmoid"])


def test_that_a_model_takes_numbers_as_targets(tmp_path) -> None:
    np.savez(tmp_path / "model.npz", W1=W1, b1=B1, W2=W2, b2=B2)
    data = DataSpec("explicit", inputs=tuple(map(tuple, X.tolist())), targets=tuple(map(tuple, Y.tolist())))
    scenario, _ = scenario_with_data(read_model_file(tmp_path / "model.npz"), data, NAMED, "MSELoss")
    assert nnviz.Session(scenario).loss == pytest.approx(loss_of_hand(), rel=1e-12)


class TestPyTorch:
    def test_that_weights_are_read_from_a_checkpoint(self, tmp_path) -> None:
        torch = pytest.importorskip("torch")
        arrays = {"0.weight": W1, "0.bias": B1, "2.weight": W2, "2.bias": B2}
        state = {name: torch.tensor(array) for name, array in arrays.items()}
        torch.save({"epoch": 3, "model_state_dict": state}, tmp_path / "model.pt")
        assert loss_of(tmp_path / "model.pt", NAMED) == pytest.approx(loss_of_hand(), rel=1e-12)

    def test_that_a_pickle_is_never_run(self, tmp_path) -> None:
        torch = pytest.importorskip("torch")
        mark = tmp_path / "mark"
        torch.save(_Writes(str(mark)), tmp_path / "model.pt")
        with pytest.raises(nnviz.ModelError, match="would run code"):
            read_model_file(tmp_path / "model.pt")
        assert not mark.exists()
        (tmp_path / "plain.pt").write_bytes(pickle.dumps(_Writes(str(mark))))
        with pytest.raises(nnviz.ModelError):
            read_model_file(tmp_path / "plain.pt")
        assert not mark.exists()


class _Writes:
    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self):
        return Path.touch, (Path(self.path),)


def test_that_safetensors_are_read(tmp_path) -> None:
    safetensors = pytest.importorskip("safetensors.numpy")
    arrays = {"net.0.weight": W1, "net.0.bias": B1, "net.2.weight": W2, "net.2.bias": B2}
    safetensors.save_file(
        {name: np.ascontiguousarray(array) for name, array in arrays.items()}, tmp_path / "m.safetensors"
    )
    assert loss_of(tmp_path / "m.safetensors", NAMED) == pytest.approx(loss_of_hand(), rel=1e-12)


class TestOnnx:
    @pytest.fixture
    def onnx(self):
        assert onnx_graphs.NAME == "ONNX"  # imported with the tests, so that its coverage is measured
        return pytest.importorskip("onnx")

    def save(self, onnx, path: Path, nodes, arrays) -> Path:
        helper, kind = onnx.helper, onnx.TensorProto.DOUBLE
        graph = helper.make_graph(
            nodes,
            "network",
            [helper.make_tensor_value_info("x", kind, [None, 3])],
            [helper.make_tensor_value_info(nodes[-1].output[0], kind, [None, 2])],
            [onnx.numpy_helper.from_array(array, name) for name, array in arrays.items()],
        )
        onnx.save(helper.make_model(graph), path)
        return path

    def test_that_gemm_and_an_activation_are_a_layer(self, onnx, tmp_path) -> None:
        node = onnx.helper.make_node
        nodes = [
            node("Gemm", ["x", "w1", "b1"], ["z1"], transB=1),
            node("LeakyRelu", ["z1"], ["a1"], alpha=0.2),
            node("Gemm", ["a1", "w2", "b2"], ["z2"]),
        ]
        path = self.save(onnx, tmp_path / "m.onnx", nodes, {"w1": W1, "b1": B1, "w2": W2.T, "b2": B2})
        expected = loss_of_hand(lambda z: np.where(z > 0, z, 0.2 * z))
        assert loss_of(path) == pytest.approx(expected, rel=1e-12)

    def test_that_a_product_and_a_sum_are_a_layer(self, onnx, tmp_path) -> None:
        node = onnx.helper.make_node
        nodes = [
            node("MatMul", ["x", "w1"], ["p1"]),
            node("Add", ["b1", "p1"], ["z1"]),
            node("Tanh", ["z1"], ["a1"]),
            node("MatMul", ["a1", "w2"], ["p2"]),
            node("Add", ["p2", "b2"], ["z2"]),
            node("Identity", ["z2"], ["y"]),
        ]
        path = self.save(onnx, tmp_path / "m.onnx", nodes, {"w1": W1.T, "b1": B1, "w2": W2.T, "b2": B2})
        assert loss_of(path) == pytest.approx(loss_of_hand(), rel=1e-12)

    def test_that_another_operator_is_named(self, onnx, tmp_path) -> None:
        nodes = [onnx.helper.make_node("Conv", ["x", "w1"], ["y"])]
        path = self.save(onnx, tmp_path / "m.onnx", nodes, {"w1": W1})
        with pytest.raises(nnviz.ModelError, match="Conv"):
            read_model_file(path)
        nodes = [onnx.helper.make_node("Add", ["x", "x"], ["y"])]
        with pytest.raises(nnviz.ModelError, match="Add"):
            read_model_file(self.save(onnx, tmp_path / "n.onnx", nodes, {}))


@pytest.mark.parametrize("suffix", [".onnx", ".keras", ".h5", ".safetensors", ".pt", ".npz"])
def test_that_a_damaged_file_is_refused_in_words(tmp_path, suffix) -> None:
    path = tmp_path / f"model{suffix}"
    path.write_bytes(b"not a model \x00\x01\x02" * 9)
    with pytest.raises(nnviz.ModelError):
        read_model_file(path)


def test_that_a_missing_package_is_named(tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnx", None)
    (tmp_path / "m.onnx").write_bytes(b"")
    with pytest.raises(nnviz.ModelError, match=r"\.\[models\]"):
        read_model_file(tmp_path / "m.onnx")
