"""One table, however it is written, is the same samples: iris, exclusive or and a regression train alike to the bit.

Reading is what differs, so each way is read and compared with the samples that it was written from, array by array and
bit by bit; and the losses of 300 updates are computed once for each different data set that came out of it.
"""

import csv
import io
import json
import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from nnviz.model.data import DataSpec, data_from_file
from nnviz.model.data.files.detect import detect
from nnviz.model.scenario.suggestion import scenario_for
from nnviz.model.session.session import Session

Sample = tuple[list[str], str]
"""Its inputs, and its answer."""


class Sheet:
    """A table, with what each way of writing needs."""

    def __init__(self, names: list[str], rows: list[list[str]]) -> None:
        self.names, self.rows = names, rows

    def text(self, delimiter: str = ",", *, header: bool = True, end: str = "\n") -> str:
        lines = [self.names] * header + self.rows
        return "".join(delimiter.join(line) + end for line in lines)

    def with_index(self, name: str, first: int = 0) -> "Sheet":
        return Sheet([name, *self.names], [[str(n), *row] for n, row in enumerate(self.rows, start=first)])

    def each(self, change: Callable[[str], str]) -> "Sheet":
        return Sheet(self.names, [[*map(change, row[:-1]), row[-1]] for row in self.rows])

    @property
    def answers(self) -> list[str]:
        return [row[-1] for row in self.rows]

    @property
    def arrays(self) -> tuple[np.ndarray, list[str]]:
        return np.array([[float(cell) for cell in row[:-1]] for row in self.rows]), self.answers


@cache
def iris() -> Sheet:
    """60 samples as those of Fisher's iris: three species, four lengths with one decimal."""
    rng = np.random.default_rng(4)
    centres = {"setosa": (5.0, 3.4, 1.5, 0.2), "versicolor": (5.9, 2.8, 4.3, 1.3), "virginica": (6.6, 3.0, 5.6, 2.0)}
    rows = [
        [*(f"{abs(value):.1f}" for value in rng.normal(centre, 0.3)), name]
        for name, centre in centres.items()
        for _ in range(20)
    ]
    return Sheet(["sepal length", "sepal width", "petal length", "petal width", "species"], rows)


@cache
def xor() -> Sheet:
    return Sheet(["x1", "x2", "y"], [["0", "0", "0"], ["0", "1", "1"], ["1", "0", "1"], ["1", "1", "0"]])


@cache
def houses() -> Sheet:
    """A regression: prices, with decimals and above a thousand."""
    rng = np.random.default_rng(5)
    area, age = rng.uniform(40, 200, 30), rng.uniform(1, 60, 30)
    price = 1500 + 21.5 * area - 9.25 * age
    rows = [[f"{a:.2f}", f"{b:.1f}", f"{c:.2f}"] for a, b, c in zip(area, age, price, strict=True)]
    return Sheet(["area", "years", "price"], rows)


TABLES = {"iris": iris, "xor": xor, "houses": houses}

Written = tuple[str, bytes]
Way = Callable[[Sheet], Written]
WAYS: dict[str, Way] = {}
ONLY: dict[str, tuple[str, ...]] = {}


def way(name: str, only: str = "") -> Callable[[Way], Way]:
    def add(write: Way) -> Way:
        WAYS[name] = write
        ONLY[name] = tuple(only.split()) or tuple(TABLES)
        return write

    return add


def plain(
    name: str, write: Callable[[Sheet], str], suffix: str = "csv", only: str = "", encoding: str = "utf-8"
) -> None:
    way(name, only)(lambda sheet: (f"table.{suffix}", write(sheet).encode(encoding)))


def quoted(sheet: Sheet, delimiter: str = ",", change: Callable[[str], str] = str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([sheet.names, *([change(cell) for cell in row] for row in sheet.rows)])
    return out.getvalue()


def comma(cell: str) -> str:
    return cell.replace(".", ",")


def thousands(cell: str) -> str:
    return f"{float(cell):,.2f}" if cell.replace(".", "").isdigit() else cell


def typed(cell: str) -> object:
    return float(cell) if "." in cell else int(cell) if cell.isdigit() else cell


def records(sheet: Sheet) -> list[dict[str, object]]:
    return [dict(zip(sheet.names, map(typed, row), strict=True)) for row in sheet.rows]


plain("comma", lambda t: t.text())
plain("semicolon", lambda t: t.text(";"))
plain("tab", lambda t: t.text("\t"), "tsv")
plain("bar", lambda t: t.text("|"), "txt")
plain("spaces", lambda t: Sheet([n.replace(" ", "_") for n in t.names], t.rows).text("   "), "txt")
plain("without a header", lambda t: t.text(header=False), "data")
plain("decimal comma", lambda t: t.each(comma).text(";") if t is not houses() else quoted(t, ";", comma))
plain("decimal comma in quotes", lambda t: quoted(t, ",", comma))
plain("windows lines", lambda t: t.text(end="\r\n"))
plain("old mac lines", lambda t: t.text(end="\r"))
plain("utf-8 with mark", lambda t: t.text(), encoding="utf-8-sig")
plain("utf-16", lambda t: t.text(), encoding="utf-16")
plain("utf-16 without mark", lambda t: t.text(), encoding="utf-16-le")
plain("gb18030", lambda t: Sheet(["长度", *t.names[1:]], t.rows).text(), encoding="gb18030")
plain("latin-1", lambda t: Sheet([*t.names[:-1], f"{t.names[-1]}, é "[:-3]], t.rows).text(), encoding="latin-1")
plain("quotes", quoted)
plain("index named", lambda t: t.with_index("id", 1).text())
plain("index without a name", lambda t: t.with_index("").text())
plain("index without a name or header", lambda t: t.with_index("").text(header=False), only="iris houses")
plain("R", lambda t: '"' + '" "'.join(t.names) + '"\n' + "".join(
    f'"{n}" ' + " ".join(c if c[0].isdigit() else f'"{c}"' for c in row) + "\n" for n, row in enumerate(t.rows, 1)
), "txt")  # fmt: skip
plain("pandas print", lambda t: "   ".join(["", *(n.replace(" ", "_") for n in t.names)]) + "\n" + "".join(
    f"{n}   " + "  ".join(row) + "\n" for n, row in enumerate(t.rows)
), "txt")  # fmt: skip
plain("header of numbers", lambda t: Sheet([str(n) for n in range(len(t.names))], t.rows).text(), only="iris houses")
plain(
    "header of numbers and index", lambda t: Sheet([str(n) for n in range(len(t.names))], t.rows).with_index("").text()
)
plain("trailing comma in the header", lambda t: t.text().replace("\n", ",\n", 1))
plain("trailing commas", lambda t: t.text(end=",\n"))
plain("trailing commas below the header", lambda t: ",".join(t.names) + "\n" + t.text(header=False, end=",\n"))
plain("comments", lambda t: "# measured in 2024, by hand\n# cm\n" + t.text().replace("\n", "\n# a remark\n", 3))
plain("numpy.savetxt header", lambda t: "# " + ",".join(t.names) + "\n" + t.text(header=False), only="xor houses")
plain("sep line", lambda t: "sep=;\n" + t.each(comma).text(";") if t is not houses() else "sep=;\n" + t.text(";"))
plain("blank lines", lambda t: t.text().replace("\n", "\n\n", 5) + "\n\n")
plain("units", lambda t: t.each(lambda cell: f"{cell} cm").text())
plain("a row of units", lambda t: t.text().replace("\n", "\n" + ",".join(["cm"] * (len(t.names) - 1)) + ",\n", 1))
plain("per cents", lambda t: t.each(lambda cell: f"{round(float(cell) * 1000) / 10:.10g} %").text(), only="iris xor")
plain("thousands", lambda t: quoted(t, ",", thousands), only="houses")
plain(
    "thousands with points",
    lambda t: quoted(t, ";", lambda c: thousands(c).translate(str.maketrans(",.", ".,"))),
    only="houses",
)
plain(
    "currency",
    lambda t: Sheet(t.names, [[*row[:-1], f"${thousands(row[-1])}"] for row in t.rows]).text(";"),
    only="houses",
)
plain("true minus and plus", lambda t: t.each(lambda cell: f"+{cell}").text())
plain("breaks in quotes", lambda t: quoted(Sheet(["a\nnote", *t.names], [["first,\nsecond", *row] for row in t.rows])),
      only="")  # fmt: skip
plain("full-width commas", lambda t: t.text("，"))
plain("ARFF", lambda t: "% a comment\n@relation table\n" + "".join(
    f"@attribute '{n}' {'numeric' if c[0].isdigit() else '{setosa,versicolor,virginica}'}\n"
    for n, c in zip(t.names, t.rows[0], strict=True)
) + "@data\n" + t.text(header=False), "arff")  # fmt: skip
plain("LIBSVM", lambda t: "".join(
    row[-1] + " " + " ".join(f"{n}:{c}" for n, c in enumerate(row[:-1], 1) if float(c)) + "\n" for row in t.rows
), "libsvm")  # fmt: skip
plain("JSON records", lambda t: json.dumps(records(t), indent=1), "json")
plain("JSON lines", lambda t: "\n".join(map(json.dumps, records(t))), "jsonl")
plain("JSON columns", lambda t: json.dumps(
    {name: [typed(row[n]) for row in t.rows] for n, name in enumerate(t.names)}
), "json")  # fmt: skip
plain(
    "JSON of pandas, split",
    lambda t: json.dumps({"columns": t.names, "data": [[*map(typed, row)] for row in t.rows]}),
    "json",
)
plain("list", lambda t: repr([[*map(typed, row)] for row in t.rows]), "txt")
plain("array", lambda t: f"data = np.array({[[*map(typed, row)] for row in t.rows]!r}, dtype=object)", "txt")
plain("printed array", lambda t: str(np.array([[*map(int, row)] for row in t.rows])), "txt", only="xor")
plain(
    "two arrays",
    lambda t: f"X = {[[*map(typed, row[:-1])] for row in t.rows]!r}\ny = {[*map(typed, t.answers)]!r}",
    "txt",
)
plain("Markdown", lambda t: "| " + " | ".join(t.names) + " |\n" + "|---" * len(t.names) + "|\n" + "".join(
    "| " + " | ".join(row) + " |\n" for row in t.rows
), "md")  # fmt: skip
plain("one-hot answers", lambda t: Sheet(
    [*t.names[:-1], *(f"is_{name}" for name in sorted({*t.answers}))],
    [[*row[:-1], *(str(int(row[-1] == name)) for name in sorted({*t.answers}))] for row in t.rows],
).text(), only="iris xor")  # fmt: skip


def codes(sheet: Sheet) -> np.ndarray:
    answers = sheet.answers
    is_text = not answers[0][0].isdigit()
    values = [sorted({*answers}).index(a) for a in answers] if is_text else [float(a) for a in answers]
    return np.array(values, dtype=np.int64 if is_text or sheet is xor() else np.float64)


def packed(**arrays: np.ndarray) -> bytes:
    out = io.BytesIO()
    np.savez(out, **arrays)
    return out.getvalue()


way("NPZ X and y")(lambda t: ("table.npz", packed(X=t.arrays[0], y=codes(t))))
way("NPZ inputs and targets")(lambda t: ("table.npz", packed(targets=codes(t), inputs=t.arrays[0])))
way("NPZ without names")(lambda t: ("table.npz", packed(arr_0=t.arrays[0], arr_1=codes(t))))
way("NPZ with columns as samples", "iris houses")(lambda t: ("table.npz", packed(X=t.arrays[0].T, Y=codes(t)[None, :])))
way("NPZ with one-hot answers", "iris")(
    lambda t: ("table.npz", packed(X=t.arrays[0], y=np.eye(3)[codes(t)].astype(int)))
)


@way("NPY")
def _npy(sheet: Sheet) -> Written:
    out = io.BytesIO()
    np.save(out, np.column_stack([sheet.arrays[0], codes(sheet)]))
    return "table.npy", out.getvalue()


@way("Excel")
def _excel(sheet: Sheet) -> Written:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append([])
    for row in (sheet.names, *([*map(typed, row)] for row in sheet.rows)):
        book.active.append(["", *row])
    out = io.BytesIO()
    book.save(out)
    return "table.xlsx", out.getvalue()


@way("MATLAB")
def _matlab(sheet: Sheet) -> Written:
    io_of = pytest.importorskip("scipy.io")
    out = io.BytesIO()
    io_of.savemat(out, {"X": sheet.arrays[0], "y": codes(sheet)[:, None]})
    return "table.mat", out.getvalue()


CASES = [(table, name) for name in WAYS for table in ONLY[name] if (table, name) != ("iris", "LIBSVM")]


def read(folder: Path, name: str, content: bytes) -> DataSpec:
    path = folder / name
    path.write_bytes(content)
    found = detect(path)
    return data_from_file(path, found.options, found.scaling, found.divisor, target_scaling=found.target_scaling)


@cache
def _losses(data: DataSpec) -> list[float]:
    session = Session(scenario_for(data, "table"))
    found = []
    for _ in range(300):
        session.step_update(1)
        found.append(session.loss)
    return found


def losses(data: DataSpec) -> list[float]:
    """Return the losses of 300 updates; names do not train, and the same numbers need not be trained twice."""
    return _losses(DataSpec(**{**vars(data), "feature_names": None, "class_names": None}))


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[float]]:
    folder = tmp_path_factory.mktemp("plain")
    return {name: losses(read(folder, "table.csv", sheet().text().encode())) for name, sheet in TABLES.items()}


def test_that_there_are_enough_of_them():
    assert len(WAYS) >= 36
    assert min(sum(table in ONLY[name] for name in WAYS) for table in TABLES) >= 36


@pytest.mark.parametrize(("table", "name"), CASES)
def test_that_a_table_trains_alike_however_it_is_written(tmp_path, expected, table, name):
    data = read(tmp_path, *WAYS[name](TABLES[table]()))

    assert losses(data) == expected[table]
    if table == "iris" and "NP" not in name and name != "MATLAB":
        assert data.class_names == ("setosa", "versicolor", "virginica")


def test_that_idx_images_train_as_the_same_bytes_in_a_table(tmp_path):
    rng = np.random.default_rng(6)
    pixels, labels = rng.integers(0, 256, (24, 8, 8)), np.arange(24) % 3

    def idx(array: np.ndarray) -> bytes:
        return struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.astype(np.uint8).tobytes()

    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx(labels))
    rows = [[*map(str, image.ravel().tolist()), str(label)] for image, label in zip(pixels, labels, strict=True)]

    of_images = read(tmp_path, "train-images-idx3-ubyte", idx(pixels))
    of_table = read(tmp_path, "table.csv", Sheet([*(f"p{n}" for n in range(64)), "digit"], rows).text().encode())

    assert losses(of_images) == losses(of_table)
