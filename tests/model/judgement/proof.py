"""
Central differences of a learner's script, taken without anything of the package.

The table of the scripts says where parameters are bound, the loss can be read and an update is complete. Statements are
put into the syntax tree there, and it is run: as it is, and twice for each direction in which a parameter is moved.
"""

import ast
import contextlib
import io
import json
import os
import sys
import types
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

Entry = dict[str, Any]


class Stopped(BaseException):
    """Raised where the update that is asked for is complete. No script catches it."""


@dataclass
class Run:
    """One run of a script, up to one of its updates."""

    update: int
    moved: str = ""
    by: Any = 0.0
    starts: dict[str, Any] = field(default_factory=dict)
    ends: dict[str, Any] = field(default_factory=dict)
    loss: float = 0.0
    summed: bool = False
    _times: dict[str, int] = field(default_factory=dict)
    _stops: int = 0

    def start(self, name: str, value: Any) -> Any:
        """Return the parameter, moved if this is the one, at the beginning of the update."""
        self._times[name] = self._times.get(name, 0) + 1
        if self._times[name] != self.update:
            return value
        self.loss = 0.0
        self.starts[name] = np.array(value, dtype=float)
        return shifted(value, self.by) if name == self.moved else value

    def see_loss(self, value: Any) -> None:
        """Keep the loss, or add it where the loss of an update is a sum over visits."""
        number = float(np.asarray(value, dtype=float).sum())
        self.loss = self.loss + number if self.summed else number

    def stop(self, **parameters: Any) -> None:
        """End the run if the update is the one that was asked for."""
        self._stops += 1
        if self._stops == self.update:
            self.ends = {name: np.array(value, dtype=float) for name, value in parameters.items()}
            raise Stopped


def shifted(value: Any, by: Any) -> Any:
    """Return a parameter after ``by`` was added: in place where it can be, so that other names of it see it too."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        value += np.asarray(by, dtype=value.dtype).reshape(value.shape)
        return value
    if isinstance(value, list):
        for k, part in enumerate(value):
            value[k] = shifted(part, np.asarray(by)[k])
        return value
    total = np.asarray(value, dtype=float) + by
    return total if isinstance(value, np.ndarray) else float(total)


@dataclass(frozen=True)
class Script:
    """A learner's script with its row of the table."""

    folder: Path
    name: str
    entry: Entry

    def sources(self) -> dict[str, str]:
        """Return the text of each of its files, of each cell of a notebook by ``name#cell``."""
        if self.name.endswith(".ipynb"):
            cells = json.loads((self.folder / self.name).read_text(encoding="utf-8"))["cells"]
            return {
                f"{self.name}#{k}": "".join(
                    "\n" if line.lstrip().startswith(("%", "!")) else line
                    for line in "".join(cell["source"]).splitlines(keepends=True)
                )
                for k, cell in enumerate(cells, start=1)
                if cell["cell_type"] == "code"
            }
        return {
            name: (self.folder / name).read_text(encoding="utf-8") for name in [*self.entry.get("files", []), self.name]
        }

    def first_wrong(self) -> str:
        """Return the file or cell of the first wrong line, as ``sources`` names it."""
        wrong = self.entry["first_difference"]
        return f"{self.name}#{wrong['cell']}" if wrong.get("cell") else str(wrong.get("file") or self.name)

    def mended(self) -> dict[str, str]:
        """Return the sources with the first wrong line, and those that repeat its mistake, replaced by mended ones."""
        sources, wrong = self.sources(), self.entry["first_difference"]
        for line in [wrong, *wrong.get("also", [])]:
            place = self.first_wrong() if "file" not in line or line is wrong else line["file"]
            lines = sources[place].split("\n")
            last = line.get("end_line", line["line"])
            lines[line["line"] - 1 : last] = [line["mended"]] + [""] * (last - line["line"])
            sources[place] = "\n".join(lines)
        return sources

    def compile(self, sources: dict[str, str]) -> Callable[[Run | None], dict[str, Any]]:
        """Return a function that runs the sources with the statements of the proof put in."""
        codes = {}
        for place, text in sources.items():
            tree = ast.parse(text, place)
            for insertion in self._insertions():
                if insertion.get("in", self.name) == place:
                    _insert(tree, insertion)
            codes[place] = compile(ast.fix_missing_locations(tree), place, "exec")
        return lambda run: _execute(self, codes, run)

    def _insertions(self) -> Iterator[Entry]:
        proof = self.entry.get("proof")
        if proof is None:
            return
        for start in proof["starts"]:
            statements = [f"{path} = _proof.start({name!r}, {path})" for name, path in start["parameters"].items()]
            yield start | {"code": "\n".join(statements)}
        for loss in proof["losses"]:
            yield loss | {"code": f"_proof.see_loss({loss['expression']})"}
        ends = ", ".join(f"{name}={path}" for name, path in proof["end"]["parameters"].items())
        yield proof["end"] | {"code": f"_proof.stop({ends})"}


def _insert(tree: ast.Module, insertion: Entry) -> None:
    """Put statements after, or before, the statement that begins in a line."""
    line = insertion.get("after") or insertion["before"]
    for body in _bodies(tree):
        for k in reversed(range(len(body))):
            if body[k].lineno == line:
                at = k + 1 if "after" in insertion else next(j for j in range(k + 1) if body[j].lineno == line)
                parts = ast.parse(insertion["code"]).body
                body[at:at] = [ast.increment_lineno(part, line - part.lineno) for part in parts]
                return
    raise ValueError(f"no statement begins in line {line}")


def _bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody", "handlers"):
        part = getattr(node, name, None)
        if isinstance(part, list):
            if part and isinstance(part[0], ast.stmt):
                yield part
            for child in part:
                yield from _bodies(child)


def _execute(script: Script, codes: dict[str, Any], run: Run | None) -> dict[str, Any]:
    """Run a script from its beginning, as ``python FILE`` in its folder would, with plots swallowed."""
    folder, modules = Path.cwd(), {name: sys.modules.get(name) for name in ("matplotlib", "matplotlib.pyplot")}
    own = [Path(name).stem for name in script.entry.get("files", [])]
    names: dict[str, Any] = {"__name__": "__main__", "__file__": script.name, "_proof": run}
    state = np.random.get_state()
    os.chdir(script.folder)
    try:
        sys.modules.update(dict.fromkeys(modules, mock.MagicMock()))
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            np.random.seed(7)
            for place, code in codes.items():
                if Path(place).stem in own:
                    module = sys.modules[Path(place).stem] = types.ModuleType(Path(place).stem)
                    module.__dict__["_proof"] = run
                    exec(code, module.__dict__)
                else:
                    with mock.patch("builtins.input", return_value=script.entry.get("input", "")):
                        exec(code, names)
    except Stopped:
        pass
    finally:
        os.chdir(folder)
        np.random.set_state(state)
        for name in own:
            sys.modules.pop(name, None)
        for name, module in modules.items():
            sys.modules.pop(name, None)
            if module is not None:
                sys.modules[name] = module
    return names


CELLS, DIRECTIONS = 3, 2
"""Single cells, and random directions, in which a parameter is moved."""


Probe = tuple[str, float, float, float]
"""A parameter; the derivative of the loss, the change and the value of the parameter in one direction."""


def probes(script: Script, sources: dict[str, str], update: int) -> list[Probe]:
    """Return what central differences say of an update, for cells and directions of each parameter."""
    execute = script.compile(sources)
    proof = script.entry["proof"]

    def run(name: str = "", by: Any = 0.0) -> Run:
        one = Run(update, name, by, summed=proof.get("summed", False))
        execute(one)
        if not one.ends:
            raise ValueError(f"{script.name}: update {update} was never complete")
        return one

    plain = run()
    linear = proof.get("rule", {"name": "descent"})["name"] in ("descent", "momentum")
    random = np.random.default_rng(3)
    step = proof.get("step", 1e-5)
    found = []
    for name, start in plain.starts.items():
        end = plain.ends[name]
        change = end - start if end.shape == start.shape else np.full(start.shape, np.nan)
        for direction in directions(start.shape, random, linear):
            by = direction * step
            slope = (run(name, by).loss - run(name, -by).loss) / (2 * step)
            along = [float((values * direction).sum()) for values in (change, start)]
            found.append((name, slope, *along))
    return found


def directions(shape: tuple[int, ...], random: np.random.Generator, linear: bool) -> Iterator[Any]:
    """Yield single cells and, where the rule is the same for sums of cells, random directions."""
    size = int(np.prod(shape))
    for cell in random.permutation(size)[:CELLS]:
        yield np.eye(1, size, cell).reshape(shape)
    for _ in range(DIRECTIONS if linear and size > CELLS else 0):
        yield random.normal(size=shape) / np.sqrt(size)


def worst(script: Script, sources: dict[str, str]) -> float:
    """
    Return by how much the changes of the parameters differ from what the rule makes of the gradient.

    Relative to the largest change that is expected. The rules are written here once more, after their papers.
    """
    proof = script.entry["proof"]
    rule = proof.get("rule", {"name": "descent"})
    state: dict[int, tuple[float, float]] = {}
    largest = differs = 0.0
    for update in range(proof.get("first", 1), proof.get("updates", 1) + 1):
        for k, (name, slope, change, value) in enumerate(probes(script, sources, update)):
            expected, state[k] = RULES[rule["name"]](slope, *state.get(k, (0.0, 0.0)), update, rule)
            expected = -_rate(proof["rate"], name, update) * (expected + rule.get("decoupled", 0.0) * value)
            largest = max(largest, abs(expected))
            difference = abs(change - expected)
            differs = max(differs, difference if np.isfinite(difference) else np.inf)
    return differs / largest if largest else np.inf


def _rate(rate: Any, name: str, update: int) -> float:
    """Return the rate where there is one, one for each parameter, or one for each update."""
    return float(rate[name] if isinstance(rate, dict) else rate[update - 1] if isinstance(rate, list) else rate)


def _momentum(g: float, v: float, _: float, update: int, rule: Entry) -> tuple[float, tuple[float, float]]:
    v = rule["mu"] * v + (1 - rule.get("dampening", 0.0)) * g
    return (g + rule["mu"] * v if rule.get("nesterov") else v), (v, 0.0)


def _adam(g: float, m: float, v: float, update: int, rule: Entry) -> tuple[float, tuple[float, float]]:
    beta1, beta2 = rule.get("beta1", 0.9), rule.get("beta2", 0.999)
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
    return m / (1 - beta1**update) / (np.sqrt(v / (1 - beta2**update)) + rule.get("epsilon", 1e-8)), (m, v)


def _rmsprop(g: float, _: float, v: float, update: int, rule: Entry) -> tuple[float, tuple[float, float]]:
    v = rule["rho"] * v + (1 - rule["rho"]) * g * g
    return g / (np.sqrt(v) + rule.get("epsilon", 1e-8)), (0.0, v)


def _adagrad(g: float, _: float, v: float, update: int, rule: Entry) -> tuple[float, tuple[float, float]]:
    v += g * g
    return g / (np.sqrt(v) + rule.get("epsilon", 1e-8)), (0.0, v)


RULES: dict[str, Callable[..., tuple[float, tuple[float, float]]]] = {
    "descent": lambda g, m, v, update, rule: (g, (m, v)),
    "momentum": _momentum,
    "adam": _adam,
    "rmsprop": _rmsprop,
    "adagrad": _adagrad,
}
"""By name: (gradient, two numbers of state, number of the update, settings) → (step, state). One cell at a time."""
