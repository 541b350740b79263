"""Others who run the workloads; each gives updates per second, or None where it is not installed."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import tempfile
import warnings
from pathlib import Path

import numpy as np
from workloads import SECONDS, Array, Workload, rate

ETA = 0.1


def tuned_numpy(workload: Workload) -> float:
    """Run numpy by hand: preallocated arrays, ``out=`` everywhere, nothing kept of the past."""
    parameters = workload.initial()
    m = workload.batch
    gathered = [(workload.x[batch].T.copy(), workload.y[batch].T.copy()) for batch in workload.batches]
    made = [np.empty((n, m)) for n in workload.sizes[1:]]
    deltas = [np.empty((n, m)) for n in workload.sizes[1:]]
    slopes = [np.empty((n, m)) for n in workload.sizes[1:]]
    moves = [(np.empty_like(w), np.empty_like(b)) for w, b in parameters]
    last = len(parameters) - 1

    def activate(kind: str, a: Array) -> None:
        if kind == "tanh":
            np.tanh(a, a)
        else:
            np.negative(a, a)
            np.exp(a, a)
            np.add(a, 1.0, a)
            np.reciprocal(a, a)

    def slope(kind: str, a: Array, out: Array) -> None:
        if kind == "tanh":
            np.multiply(a, a, out)
            np.subtract(1.0, out, out)
        else:
            np.subtract(1.0, a, out)
            np.multiply(out, a, out)

    def run(count: int) -> None:
        for update in range(count):
            x, y = gathered[update % len(gathered)]
            below = x
            for layer, (w, b) in enumerate(parameters):
                a = made[layer]
                np.dot(w, below, a)
                np.add(a, b, a)
                activate(workload.output if layer == last else workload.hidden, a)
                below = a
            np.subtract(made[last], y, deltas[last])
            if workload.loss == "half-squared":
                np.vdot(deltas[last], deltas[last])
                slope(workload.output, made[last], slopes[last])
                np.multiply(deltas[last], slopes[last], deltas[last])
            else:
                np.subtract(1.0, y, slopes[last])
                np.subtract(slopes[last], made[last], slopes[last])  # y = 1: −a; y = 0: 1 − a
                np.absolute(slopes[last], slopes[last])
                np.log(slopes[last], slopes[last])
                np.add.reduce(slopes[last], None)
            for layer in range(last - 1, -1, -1):
                np.dot(parameters[layer + 1][0].T, deltas[layer + 1], deltas[layer])
                slope(workload.hidden, made[layer], slopes[layer])
                np.multiply(deltas[layer], slopes[layer], deltas[layer])
            for layer, ((w, b), (dw, db)) in enumerate(zip(parameters, moves, strict=True)):
                np.dot(deltas[layer], (made[layer - 1] if layer else x).T, dw)
                np.multiply(dw, ETA / m, dw)
                np.subtract(w, dw, w)
                np.add.reduce(deltas[layer], 1, None, db, True)
                np.multiply(db, ETA / m, db)
                np.subtract(b, db, b)

    return rate(run)


def torch_eager(workload: Workload) -> float | None:
    """Run PyTorch, one thread, float64, plain SGD."""
    if importlib.util.find_spec("torch") is None:
        return None
    import torch

    torch.set_num_threads(1)
    kinds = {"sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh}
    parts: list[torch.nn.Module] = []
    for layer, (below, above) in enumerate(zip(workload.sizes[:-1], workload.sizes[1:], strict=True)):
        is_last = layer == len(workload.sizes) - 2
        parts.append(torch.nn.Linear(below, above, dtype=torch.float64))
        if not (is_last and workload.loss == "binary-cross-entropy"):
            parts.append(kinds[workload.output if is_last else workload.hidden]())
    model = torch.nn.Sequential(*parts)
    optimiser = torch.optim.SGD(model.parameters(), ETA)
    x, y = torch.from_numpy(workload.x), torch.from_numpy(workload.y)
    batches = [torch.from_numpy(batch) for batch in workload.batches]
    entropy = torch.nn.BCEWithLogitsLoss()

    def run(count: int) -> None:
        for update in range(count):
            batch = batches[update % len(batches)]
            optimiser.zero_grad()
            out, wanted = model(x[batch]), y[batch]
            squared = workload.loss == "half-squared"
            loss = 0.5 * (out - wanted).square().sum() / len(batch) if squared else entropy(out, wanted)
            loss.backward()
            optimiser.step()

    return rate(run)


def scikit_learn(workload: Workload) -> float | None:
    """Run scikit-learn's ``partial_fit``, which is one pass over the data."""
    if importlib.util.find_spec("sklearn") is None:
        return None
    from sklearn.neural_network import MLPRegressor

    kind = {"sigmoid": "logistic", "tanh": "tanh"}[workload.hidden]
    model = MLPRegressor(workload.sizes[1:-1], activation=kind, solver="sgd", batch_size=workload.batch, momentum=0.0)
    y = workload.y if workload.y.shape[1] > 1 else workload.y[:, 0]
    per_pass = len(workload.batches)

    def run(passes: int) -> None:
        for _ in range(passes):
            model.partial_fit(workload.x, y)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return per_pass * rate(run)


def c_floor(workload: Workload) -> float | None:
    """Run C made for the sizes, compiled here with -O3 -march=native -ffast-math; none for wide layers, a BLAS's."""
    compiler = shutil.which("cc")
    if compiler is None or max(workload.sizes) > 100:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder, "floor.c"), Path(folder, "floor")
        source.write_text(_c_text(workload))
        flags = ["-O3", "-march=native", "-ffast-math"]
        subprocess.run([compiler, *flags, str(source), "-o", str(program), "-lm"], check=True)

        def run(count: int) -> float:
            done = subprocess.run([str(program), str(count)], check=True, capture_output=True, text=True)
            return float(done.stdout.split()[0])

        count = 1000
        while run(count) < SECONDS / 4:
            count *= 2
        return max(count / run(count) for _ in range(7))


def _c_text(workload: Workload) -> str:
    m, samples = workload.batch, len(workload.x)
    lines = ["#include <math.h>", "#include <stdio.h>", "#include <stdlib.h>", "#include <time.h>"]
    for name, array in (("data", workload.x), ("target", workload.y)):
        cells = ",".join("{" + ",".join(map(repr, row)) + "}" for row in array.tolist())
        lines.append(f"static const double {name}[{samples}][{array.shape[1]}] = {{{cells}}};")
    body = [f"for (int s = 0; s < {m}; s++) {{ int r = (u % {samples // m}) * {m} + s;"]
    body += [f"for (int i = 0; i < {workload.sizes[0]}; i++) A0[i][s] = data[r][i];"]
    body += [f"for (int i = 0; i < {workload.sizes[-1]}; i++) Y[i][s] = target[r][i]; }}"]
    last = len(workload.sizes) - 1
    lines.append(f"static double A0[{workload.sizes[0]}][{m}], Y[{workload.sizes[-1]}][{m}];")
    back: list[str] = []
    for layer, (w, _) in enumerate(workload.initial(), start=1):
        n, below = w.shape
        rows = ",".join("{" + ",".join(map(repr, row)) + "}" for row in w.tolist())
        lines.append(f"static double W{layer}[{n}][{below}] = {{{rows}}}, b{layer}[{n}];")
        lines.append(f"static double A{layer}[{n}][{m}], D{layer}[{n}][{m}], G{layer}[{n}][{below}], g{layer}[{n}];")
        kind = workload.output if layer == last else workload.hidden
        f = "tanh(z)" if kind == "tanh" else "1.0 / (1.0 + exp(-z))"
        each = f"for (int i = 0; i < {n}; i++) for (int s = 0; s < {m}; s++)"
        body.append(
            f"{each} {{ double z = b{layer}[i]; for (int k = 0; k < {below}; k++)"
            f" z += W{layer}[i][k] * A{layer - 1}[k][s]; A{layer}[i][s] = {f}; }}"
        )
        slope = (
            f"(1.0 - A{layer}[i][s] * A{layer}[i][s])" if kind == "tanh" else f"A{layer}[i][s]*(1.0 - A{layer}[i][s])"
        )
        if layer == last:
            factor = "1.0" if workload.loss != "half-squared" else slope
            delta = f"loss += (A{layer}[i][s] - Y[i][s]) * (A{layer}[i][s] - Y[i][s]); "
            delta += f"D{layer}[i][s] = (A{layer}[i][s] - Y[i][s]) * {factor};"
        else:
            delta = (
                f"double d = 0; for (int k = 0; k < {workload.sizes[layer + 1]}; k++)"
                f" d += W{layer + 1}[k][i] * D{layer + 1}[k][s]; D{layer}[i][s] = d * {slope};"
            )
        gradient = (
            f"for (int i = 0; i < {n}; i++) {{ for (int k = 0; k < {below}; k++) {{ double t = 0;"
            f" for (int s = 0; s < {m}; s++) t += D{layer}[i][s] * A{layer - 1}[k][s]; G{layer}[i][k] = t / {m}; }}"
            f" double t = 0; for (int s = 0; s < {m}; s++) t += D{layer}[i][s]; g{layer}[i] = t / {m}; }}"
        )
        back = [f"{each} {{ {delta} }}", gradient, *back]
    moves = [
        f"for (int i = 0; i < {above}; i++) {{ b{layer}[i] -= {ETA} * g{layer}[i];"
        f" for (int k = 0; k < {below}; k++) W{layer}[i][k] -= {ETA} * G{layer}[i][k]; }}"
        for layer, (above, below) in enumerate(zip(workload.sizes[1:], workload.sizes[:-1], strict=True), start=1)
    ]
    return "\n".join(
        [
            *lines,
            "int main(int argc, char **argv) { long count = atol(argv[1]); double loss = 0; struct timespec p, q;",
            "clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &p);",
            "for (long u = 0; u < count; u++) {",
            *body,
            *back,
            *moves,
            "}",
            "clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &q);",
            'printf("%.9f %g %g\\n", (q.tv_sec - p.tv_sec) + 1e-9 * (q.tv_nsec - p.tv_nsec), loss, W1[0][0]); }',
        ]
    )


_DRIVER = """
const fs = require("fs"), path = process.argv[2], w = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));
const ts = require(path + "/node_modules/typescript");
const text = ts.transpile(fs.readFileSync(path + "/src/nn.ts", "utf8"), {module: "commonjs", target: "es2017"});
const nn = {}; new Function("exports", "require", text)(nn, require);
const kinds = {sigmoid: nn.Activations.SIGMOID, tanh: nn.Activations.TANH};
const names = Array.from({length: w.sizes[0]}, (_, i) => "x" + i);
const net = nn.buildNetwork(w.sizes, kinds[w.hidden], kinds[w.output], null, names, false);
function run(count) {
  let at = 0;
  for (let u = 0; u < count; u++) {
    for (let s = 0; s < w.batch; s++) {
      nn.forwardProp(net, w.x[at]); nn.backProp(net, w.y[at][0], nn.Errors.SQUARE); at = (at + 1) % w.x.length;
    }
    nn.updateWeights(net, 0.1, 0);
  }
}
let count = 1, taken = 0;
while (taken < w.seconds) {
  const t = process.cpuUsage().user; run(count); taken = (process.cpuUsage().user - t) / 1e6; count *= 2;
}
console.log(count / 2 / taken);
"""


def playground(workload: Workload, checkout: str | None) -> float | None:
    """Run the engine of TensorFlow Playground in node, from a checkout with its npm packages; one output only."""
    node = shutil.which("node")
    if checkout is None or node is None or workload.sizes[-1] > 1:
        return None
    with tempfile.TemporaryDirectory() as folder:
        driver, data = Path(folder, "driver.js"), Path(folder, "workload.json")
        driver.write_text(_DRIVER)
        plain = {"x": workload.x.tolist(), "y": workload.y.tolist(), "sizes": workload.sizes, "batch": workload.batch}
        kinds = {"hidden": workload.hidden, "output": workload.output, "seconds": SECONDS}
        data.write_text(json.dumps(plain | kinds))
        command = [node, str(driver), str(Path(checkout).resolve()), str(data)]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
