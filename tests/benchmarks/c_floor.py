"""The floor: C written for the sizes of a workload, compiled here; products of wide layers are numpy's BLAS's."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from itertools import pairwise
from pathlib import Path

import numpy as np
from trainees import ETA, Elsewhere, NotMeasuredError
from workloads import Workload

FLAGS = ("-O3", "-march=native", "-ffast-math", "-fno-math-errno")
WIDE = 100
"""Units of a layer from which a BLAS is faster than loops."""


class CFloor(Elsewhere):
    """The workload in C, on static arrays of constant sizes, with nothing kept of an update.

    Raises
    ------
    NotMeasuredError
        If there is no compiler, or no BLAS to link where the layers are wide.
    """

    def __init__(self, workload: Workload) -> None:
        compiler = shutil.which("cc")
        if compiler is None:
            raise NotMeasuredError("no C compiler (cc)")
        self._folder = tempfile.TemporaryDirectory()
        source, program, numbers = (Path(self._folder.name, name) for name in ("floor.c", "floor", "numbers"))
        wide = max(workload.sizes) > WIDE
        source.write_text(_text(workload, wide=wide))
        parts = [workload.x, workload.y, *(array for pair in workload.initial() for array in pair)]
        numbers.write_bytes(b"".join(np.ascontiguousarray(part).tobytes() for part in parts))
        linked = _blas() if wide else []
        subprocess.run([compiler, *FLAGS, str(source), "-o", str(program), *linked, "-lm"], check=True)
        super().__init__([str(program), str(numbers)])

    def close(self) -> None:
        """End the process, and remove what was compiled."""
        super().close()
        self._folder.cleanup()


def _blas() -> list[str]:
    """Return how to link the OpenBLAS that comes with numpy's wheel."""
    folder = Path(np.__file__).parent.parent / "numpy.libs"
    found = sorted(folder.glob("libscipy_openblas64_*"))
    if not found or os.name != "posix":
        raise NotMeasuredError("numpy comes with no OpenBLAS here")
    return [str(found[0]), f"-Wl,-rpath,{folder}"]


_HEAD = """#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
"""
_BLAS = """void scipy_cblas_dgemm64_(int, int, int, long, long, long, double, const double *, long,
    const double *, long, double, double *, long);
static void product(int ta, int tb, long n, long m, long k, const double *a, const double *b, double *c) {
  scipy_cblas_dgemm64_(101, ta ? 112 : 111, tb ? 112 : 111, n, m, k, 1.0, a, ta ? n : k, b, tb ? k : m, 0.0, c, m);
}
"""
_MAIN = """static double seconds(void) {{
  struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec + 1e-9 * t.tv_nsec;
}}
static void take(double *to, size_t count, FILE *from) {{ if (fread(to, 8, count, from) != count) exit(2); }}
static void show(const double *from, size_t count) {{ for (size_t i = 0; i < count; i++) printf("%.17g ", from[i]); }}
int main(int argc, char **argv) {{
  long count, next = 0; double loss = 0; char line[64]; FILE *from = fopen(argv[1], "rb");
  if (!from) return 2;
  {takes}
  while (fgets(line, sizeof line, stdin) && sscanf(line, "%ld", &count) == 1) {{
    if (count == 0) {{ {shows} printf("\\n"); fflush(stdout); continue; }}
    double begin = seconds();
    for (long u = 0; u < count; u++) {{
      {body}
      next = next + 1 == {batches} ? 0 : next + 1;
    }}
    printf("%.9f %g\\n", seconds() - begin, loss); fflush(stdout);
  }}
}}
"""


def _text(workload: Workload, *, wide: bool) -> str:
    m, sizes = workload.batch, workload.sizes
    arrays = [f"data[{workload.x.size}]", f"target[{workload.y.size}]"]
    lines = [f"static double {', '.join(arrays)};"]
    names = [("data", workload.x.size), ("target", workload.y.size)]
    body = [] if wide else [f"for (int s = 0; s < {m}; s++) {{", _gather(sizes[0], m), "}"]
    back: list[str] = []
    moves: list[str] = []
    lines.append(f"static double A0[{sizes[0]}][{m}];")
    for layer, (below, n) in enumerate(pairwise(sizes), start=1):
        lines.append(f"static double W{layer}[{n}][{below}], b{layer}[{n}], G{layer}[{n}][{below}], g{layer}[{n}];")
        lines.append(f"static double A{layer}[{n}][{m}], D{layer}[{n}][{m}];")
        names += [(f"W{layer}[0]", n * below), (f"b{layer}", n)]
        body += _forward(workload, layer, wide=wide)
        back = [*_delta(workload, layer, wide=wide), *_gradient(workload, layer, wide=wide), *back]
        moves.append(
            f"for (int i = 0; i < {n}; i++) {{ b{layer}[i] -= {ETA} * g{layer}[i];"
            f" for (int k = 0; k < {below}; k++) W{layer}[i][k] -= {ETA} * G{layer}[i][k]; }}"
        )
    takes = " ".join(f"take({name}, {count}, from);" for name, count in names)
    shows = " ".join(f"show({name}, {count});" for name, count in names[2:])
    main = _MAIN.format(
        takes=takes, shows=shows, body="\n      ".join([*body, *back, *moves]), batches=workload.x.shape[0] // m
    )
    return "\n".join([_HEAD, _BLAS if wide else "", *lines, main])


def _gather(inputs: int, m: int) -> str:
    return f"for (int i = 0; i < {inputs}; i++) A0[i][s] = data[(next * {m} + s) * {inputs} + i];"


def _forward(workload: Workload, layer: int, *, wide: bool) -> list[str]:
    m, below, n = workload.batch, workload.sizes[layer - 1], workload.sizes[layer]
    kind = workload.output if layer == len(workload.sizes) - 1 else workload.hidden
    activated = "tanh(z)" if kind == "tanh" else "1.0 / (1.0 + exp(-z))"
    each = f"for (int i = 0; i < {n}; i++) for (int s = 0; s < {m}; s++)"
    if wide:
        fed = f"0, 1, {n}, {m}, {below}, W1[0], data + next * {m * below}, A1[0]"
        product = fed if layer == 1 else f"0, 0, {n}, {m}, {below}, W{layer}[0], A{layer - 1}[0], A{layer}[0]"
        cell = f"double z = A{layer}[i][s] + b{layer}[i];"
        return [f"product({product});", f"{each} {{ {cell} A{layer}[i][s] = {activated}; }}"]
    cell = f"double z = b{layer}[i]; for (int k = 0; k < {below}; k++) z += W{layer}[i][k] * A{layer - 1}[k][s];"
    return [f"{each} {{ {cell} A{layer}[i][s] = {activated}; }}"]


def _delta(workload: Workload, layer: int, *, wide: bool) -> list[str]:
    m, n, last = workload.batch, workload.sizes[layer], len(workload.sizes) - 1
    kind = workload.output if layer == last else workload.hidden
    a, each = f"A{layer}[i][s]", f"for (int i = 0; i < {n}; i++) for (int s = 0; s < {m}; s++)"
    slope = f"(1.0 - {a} * {a})" if kind == "tanh" else f"({a} * (1.0 - {a}))"
    if layer == last:
        off = f"double d = {a} - target[(next * {m} + s) * {n} + i];"
        if workload.loss == "half-squared":
            return [f"{each} {{ {off} loss += d * d; D{layer}[i][s] = d * {slope}; }}"]
        return [f"{each} {{ {off} loss += log(1.0 - fabs(d)); D{layer}[i][s] = d; }}"]
    above = workload.sizes[layer + 1]
    if wide:
        product = f"1, 0, {n}, {m}, {above}, W{layer + 1}[0], D{layer + 1}[0], D{layer}[0]"
        return [f"product({product});", f"{each} D{layer}[i][s] *= {slope};"]
    total = f"double d = 0; for (int k = 0; k < {above}; k++) d += W{layer + 1}[k][i] * D{layer + 1}[k][s];"
    return [f"{each} {{ {total} D{layer}[i][s] = d * {slope}; }}"]


def _gradient(workload: Workload, layer: int, *, wide: bool) -> list[str]:
    m, below, n = workload.batch, workload.sizes[layer - 1], workload.sizes[layer]
    biases = f"double t = 0; for (int s = 0; s < {m}; s++) t += D{layer}[i][s]; g{layer}[i] = t / {m};"
    if wide:
        fed = f"0, 0, {n}, {below}, {m}, D1[0], data + next * {m * below}, G1[0]"
        product = fed if layer == 1 else f"0, 1, {n}, {below}, {m}, D{layer}[0], A{layer - 1}[0], G{layer}[0]"
        mean = f"for (int k = 0; k < {below}; k++) G{layer}[i][k] /= {m};"
        return [f"product({product});", f"for (int i = 0; i < {n}; i++) {{ {biases} {mean} }}"]
    cell = f"double t = 0; for (int s = 0; s < {m}; s++) t += D{layer}[i][s] * A{layer - 1}[k][s];"
    weights = f"for (int k = 0; k < {below}; k++) {{ {cell} G{layer}[i][k] = t / {m}; }}"
    return [f"for (int i = 0; i < {n}; i++) {{ {weights} {biases} }}"]
