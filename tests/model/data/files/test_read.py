"""The user's samples: what is detected in a file, what is read from it, and the errors of malformed files."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnviz.model.data import build, data_from_file, data_from_text
from nnviz.model.data.files import Options, detect_text, is_samples, read_text
from nnviz.model.data.files.detect import detect
from nnviz.model.data.files.read import read
from nnviz.model.errors import ModelError

IRIS = "sepal,petal,species\n5.1,1.4,setosa\n7.0,4.7,versicolor\n6.3,6.0,virginica\n4.9,1.5,setosa\n"


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def idx(array: np.ndarray) -> bytes:
    return struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.astype(np.uint8).tobytes()


@pytest.fixture
def digits() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    return rng.integers(0, 256, (50, 28, 28)).astype(np.uint8), (np.arange(50) % 10).astype(np.uint8)


# Tables -------------------------------------------------------------------------------------------------------------


def test_that_header_delimiter_label_column_and_task_are_detected():
    reading = detect_text(IRIS)

    assert (reading.options.delimiter, reading.options.header, reading.options.decimal) == (",", True, ".")
    assert (reading.answer_columns, reading.input_columns) == ((2,), (0, 1))
    assert (reading.options.task, reading.samples) == ("classification", 4)
    assert reading.columns == ("sepal", "petal", "species")
    assert reading.preview[0] == ("5.1", "1.4", "setosa")
    assert reading.warnings == ()


def test_that_text_labels_become_classes_that_keep_their_names():
    table = read_text(IRIS, detect_text(IRIS).options)

    assert table.class_names == ("setosa", "versicolor", "virginica")
    assert table.labels.tolist() == [0, 1, 2, 0]
    assert table.rows.tolist() == [[5.1, 1.4], [7.0, 4.7], [6.3, 6.0], [4.9, 1.5]]
    assert table.feature_names == ("sepal", "petal")


@pytest.mark.parametrize(
    ("text", "delimiter", "decimal"),
    [
        ("1,5;2,5;a\n3,5;4,5;b\n", ";", ","),
        ("1.5\t2.5\ta\n3.5\t4.5\tb\n", "\t", "."),
        ("1,5\t2,5\ta\n3,5\t4,5\tb\n", "\t", ","),
        ("1.5|2.5|a\r\n3.5|4.5|b\r\n", "|", "."),
        ("1.5,2.5,a\r3.5,4.5,b\r", ",", "."),
        ("1.5   2.5 a\n3.5 4.5   b", " ", "."),
        ('1.5, 2.5, "a"\n\n3.5, 4.5, "b"\n\n', ",", "."),
    ],
)
def test_that_a_table_is_read_however_it_is_written(text, delimiter, decimal):
    reading = detect_text(text)
    table = read_text(text, reading.options)

    assert (reading.options.delimiter, reading.options.decimal) == (delimiter, decimal)
    assert table.rows.tolist() == [[1.5, 2.5], [3.5, 4.5]]
    assert table.class_names == ("a", "b")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_that_a_chinese_header_is_read_in_the_usual_encodings(tmp_path, encoding):
    text = "长度,宽度,类别\n1.5,2,甲\n3,4,乙\n"
    path = written(tmp_path, "鸢尾花.csv", text.encode(encoding))

    reading = detect(path)
    table = read(path, reading.options)

    assert (reading.columns, reading.answer_columns) == (("长度", "宽度", "类别"), (2,))
    assert set(table.class_names) == {"甲", "乙"}
    assert bool(reading.warnings) == (encoding == "gb18030")


@pytest.mark.parametrize(
    ("text", "answers", "task"),
    [
        ("1.5,2.5,0\n1.0,2.0,1\n0.5,1.5,1\n", (2,), "classification"),
        ("1,0.5,2.5\n0,1.5,2.0\n1,0.1,1.5\n", (0,), "classification"),
        ("0.1,0.2,0.31\n0.2,0.1,0.55\n0.3,0.4,0.77\n", (2,), "regression"),
        ("y,a,b\n0.5,1.5,2.5\n1.5,1.0,2.0\n", (0,), "regression"),
        ("a,class,b\n0.5,1,2.5\n1.5,2,2.0\n", (1,), "classification"),
        ("species;a;b\nx;1;2\ny;3;4\n", (0,), "classification"),
    ],
)
def test_that_the_answer_is_found(text, answers, task):
    reading = detect_text(text)

    assert (reading.answer_columns, reading.options.task) == (answers, task)


def test_that_columns_that_are_no_inputs_are_left_out_and_reported():
    reading = detect_text("id,name,a,label\n1,bo,0.5,x\n2,al,1.5,y\n3,cy,2.5,x\n")

    assert reading.input_columns == (2,)
    assert [str(text) for text in reading.warnings] == [
        "Column 'id' only counts the rows and is left out.",
        "Column 'name' has another text in nearly every row and is left out.",
    ]


def test_that_texts_that_only_tell_rows_apart_are_not_the_answer():
    text = "day,rain,sun\n" + "".join(f"May {k},{k % 7}.5,{k % 3}.5\n" for k in range(1, 20))

    reading = detect_text(text)

    assert (reading.answer_columns, reading.input_columns, reading.options.task) == ((2,), (1,), "regression")


@pytest.mark.parametrize(
    "given", [{"task": "regression"}, {"task": "classification", "answer_columns": (0, 1)}, {"answer_columns": (7,)}]
)
def test_that_answers_that_a_person_chose_and_that_make_no_sense_are_refused(given):
    with pytest.raises(ModelError):
        detect_text(IRIS, given)


def test_that_rows_with_missing_values_can_be_left_out():
    text = "a,b,c\n1,2,x\n3,,y\n5,6,NA\n7,8,y\n"

    table = read_text(text, detect_text(text, {"skip_missing": True}).options)

    assert (table.rows.tolist(), table.class_names, table.skipped) == ([[1, 2], [7, 8]], ("x", "y"), 2)


def test_that_what_a_person_chose_is_not_detected_anew():
    text = "1,2,3\n4,5,6\n7,8,9\n"

    reading = detect_text(text, {"header": True, "answer_columns": (0, 1), "task": "regression"})
    table = read_text(text, reading.options)

    assert reading.columns == ("1", "2", "3")
    assert table.targets.tolist() == [[4, 7], [5, 8]]
    assert table.rows.tolist() == [[6], [9]]


def test_that_numbers_that_are_classes_are_counted_from_0_and_keep_their_names():
    table = read_text("0.5,3\n1.5,7\n2.5,3\n", Options("text", answer_columns=(1,)))

    assert (table.labels.tolist(), table.class_names) == ([0, 1, 0], ("3", "7"))


@pytest.mark.slow
def test_that_mnist_train_csv_is_recognised(tmp_path, digits):
    images, labels = digits
    rows = np.column_stack([labels, images.reshape(50, -1)]).tolist()
    path = written(tmp_path, "mnist_train.csv", "".join(",".join(map(str, row)) + "\n" for row in rows))

    reading = detect(path)
    data = build(data_from_file(path, reading.options, reading.scaling, reading.divisor), 0)

    assert (reading.answer_columns, reading.options.image_shape, reading.n_inputs) == ((0,), (28, 28), 784)
    assert (reading.scaling, reading.divisor) == ("divide", 255.0)
    assert data.image_shape == (28, 28)
    assert data.X.max() <= 1.0
    np.testing.assert_array_equal(data.labels, labels)
    np.testing.assert_array_equal(data.raw.T, images.reshape(50, -1))


def test_that_a_compressed_table_is_read(tmp_path):
    path = written(tmp_path, "iris.csv.gz", gzip.compress(IRIS.encode()))

    assert read(path, detect(path).options).class_names == ("setosa", "versicolor", "virginica")


# Arrays -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("names", [("X", "y"), ("images", "labels"), ("x_train", "y_train"), ("data", "target")])
def test_that_arrays_are_found_by_their_usual_names(tmp_path, digits, names):
    path = tmp_path / "data.npz"
    np.savez_compressed(path, **dict(zip(names, digits, strict=True)))

    reading = detect(path)
    table = read(path, reading.options)

    assert (reading.options.inputs_array, reading.options.answers_array) == names
    assert (reading.samples, reading.n_inputs, len(reading.columns)) == (50, 784, 785)
    assert (table.rows.shape, table.rows.dtype, table.image_shape) == ((50, 784), np.uint8, (28, 28))
    assert table.test is None


def test_that_a_file_that_says_what_is_for_testing_is_believed(tmp_path, digits):
    images, labels = digits
    path = tmp_path / "mnist.npz"
    np.savez(path, x_train=images[:40], y_train=labels[:40], x_test=images[40:], y_test=labels[40:])

    data = build(data_from_file(path, detect(path).options), 0)

    assert data.test.tolist() == list(range(40, 50))


def test_that_arrays_that_are_not_there_are_reported(tmp_path):
    path = tmp_path / "data.npz"
    np.savez(path, X=np.ones((3, 2)), y=np.arange(3))

    for options in (Options("npz"), Options("npz", inputs_array="X", answers_array="z")):
        with pytest.raises(ModelError, match="X, y"):
            read(path, options)


def test_that_samples_in_columns_are_turned_and_reported(tmp_path):
    path = tmp_path / "planar.npz"
    np.savez(path, X=np.arange(12.0).reshape(2, 6), Y=np.array([[0, 1, 0, 1, 0, 1]]))

    reading = detect(path)
    table = read(path, reading.options)

    assert reading.warnings
    assert table.rows.tolist() == np.arange(12.0).reshape(2, 6).T.tolist()
    assert table.labels.tolist() == [0, 1, 0, 1, 0, 1]


@pytest.mark.parametrize(
    ("answers", "classes"),
    [
        (np.array(["no", "yes", "no"]), ("no", "yes")),
        (np.eye(3), ("0", "1", "2")),
        (np.array([True, False, True]), ("False", "True")),
        (np.array([[-1.0], [1.0], [1.0]]), ("-1", "1")),
        (np.array([0.5, 0.25, 0.125]), ()),
        (np.array([[0.5, 1], [2, 3], [4, 5]]), ()),
    ],
)
def test_that_answers_of_every_form_are_understood(tmp_path, answers, classes):
    path = tmp_path / "own.npz"
    np.savez(path, X=np.arange(6.0).reshape(3, 2), y=answers)

    assert read(path, detect(path).options).class_names == classes


def test_that_a_table_in_npy_is_read_as_in_text(tmp_path):
    path = tmp_path / "table.npy"
    np.save(path, np.array([[0.5, 1.5, 0], [2.5, 3.5, 1], [4.5, 5.5, 1]]))

    reading = detect(path)
    table = read(path, reading.options)

    assert (reading.answer_columns, table.labels.tolist()) == ((2,), [0, 1, 1])


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("chosen", ["images", "labels"])
def test_that_idx_images_are_found_with_their_labels_whichever_is_chosen(tmp_path, digits, packed, chosen):
    images, labels = digits
    ending, wrap = (".gz", gzip.compress) if packed else ("", bytes)
    paths = {
        "images": written(tmp_path, f"train-images-idx3-ubyte{ending}", wrap(idx(images))),
        "labels": written(tmp_path, f"train-labels-idx1-ubyte{ending}", wrap(idx(labels))),
    }

    reading = detect(paths[chosen])
    table = read(paths[chosen], reading.options)

    np.testing.assert_array_equal(table.rows, images.reshape(50, -1))
    np.testing.assert_array_equal(table.labels, labels)
    assert (reading.options.image_shape, reading.scaling) == ((28, 28), "divide")


# What is wrong ------------------------------------------------------------------------------------------------------

TABLES = {
    "a missing value": ("a,b,c\n1,2,x\n3,,y\n", "row 3, column 2 (b)", "a missing value"),
    "a missing label": ("a,b,c\n1,2,x\n3,4,\n5,6,y\n", "row 3, column 3 (c)", "a missing value"),
    "NA": ("1,2,x\n3,NA,y\n", "row 2, column 2 (x2)", "a missing value"),
    "no number": ("a,b,c\n" + "1,2,x\n2,3,y\n" * 300 + "3,4o,x\n", "row 602, column 2 (b)", "'4o'"),
    "infinite": ("1,2,x\n3,inf,y\n", "row 2, column 2 (x2)", "'inf'"),
    "too few columns": ("a,b,c\n1,2,x\n3,y\n", "row 3", "2 columns"),
    "too many columns": ("1,2,x\n3,4,y\n\n5,6,7,x\n", "row 4", "4 columns"),
    "duplicate headers": ("a,b,a\n1,2,x\n3,4,y\n", "the header", "two columns named 'a': 1 and 3"),
    "empty": ("", "", "nothing: it is empty"),
    "blank": ("\n \n\n", "", "nothing: it is empty"),
    "a header only": ("a,b,c\n", "", "fewer than two samples"),
    "a header and a row": ("a,b,c\n1,2,x\n", "", "fewer than two samples"),
    "one column": ("1\n2\n3\n", "", "a single column"),
    "many classes": ("a,label\n" + "".join(f"{k},c{k}\n" for k in range(1001)), "", "1 001 different answers"),
    "one class": ("1,2,x\n3,4,x\n", "", "a single class, 'x'"),
    "text only": ("a,b\nc,d\ne,f\n", "", "no column for the inputs besides the answer"),
}


@pytest.mark.parametrize("wrong", TABLES)
def test_that_a_malformed_table_is_reported_once_and_by_its_place(tmp_path, wrong):
    text, where, found = TABLES[wrong]
    path = written(tmp_path, "own.csv", text)

    with pytest.raises(ModelError) as caught:
        data_from_file(path, detect(path).options)

    assert (caught.value.asked, caught.value.where, caught.value.found) == ("to read own.csv", where, found)
    assert caught.value.accepted


@pytest.fixture(scope="module")
def malformed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("malformed")
    rng = np.random.default_rng(1)
    images, labels = rng.integers(0, 256, (20, 8, 8)).astype(np.uint8), np.arange(20) % 10
    written(folder, "good-labels-idx1-ubyte", idx(labels))
    written(folder, "few-labels-idx1-ubyte", idx(labels[:5]))
    packed = gzip.compress(rng.bytes(5000))
    np.savez(folder / "nothing.npz")
    np.savez(folder / "lonely.npz", X=np.ones((3, 2)))
    np.savez(folder / "unlike.npz", X=np.ones((3, 2)), y=np.ones(5))
    np.savez(folder / "nan.npz", X=np.array([[1.0, np.nan], [2.0, 3.0]]), y=np.array([0, 1]))
    np.savez(folder / "objects.npz", X=np.array([{}, {}], dtype=object), y=np.array([0, 1]))
    np.save(folder / "flat.npy", np.ones(5))
    np.save(folder / "text.npy", np.array([["1", "a"], ["2", "b"]]))
    whole = (folder / "unlike.npz").read_bytes()
    huge = np.lib.format.magic(1, 0) + struct.pack("<H", 118)
    huge += b"{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000, 1000), }".ljust(117) + b"\n"
    return {
        "random bytes": written(folder, "junk.csv", rng.bytes(10_000)),
        "a picture": written(folder, "picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        "a million columns": written(folder, "wide.csv", b",".join([b"0.5"] * 10**6) + b"\n" + b"1," * 10**6 + b"2\n"),
        "an endless row": written(folder, "long.csv", b"1" * (2**25 + 10)),
        "a truncated .gz": written(folder, "cut.csv.gz", packed[: len(packed) // 2]),
        "a damaged .gz": written(folder, "bad.csv.gz", packed[:100] + b"\0\0\0\0" + packed[104:]),
        "a truncated IDX .gz": written(folder, "cut-images-idx3-ubyte.gz", gzip.compress(idx(images))[:-200]),
        "a wrong IDX magic": written(folder, "wrong-images-idx3-ubyte", b"\0\1\x08\3" + idx(images)[4:]),
        "a short IDX": written(folder, "good-images-idx3-ubyte", idx(images)[:-10]),
        "IDX without labels": written(folder, "alone-images-idx3-ubyte", idx(images)),
        "IDX with fewer labels": written(folder, "few-images-idx3-ubyte", idx(images)),
        "an empty archive": folder / "nothing.npz",
        "inputs alone": folder / "lonely.npz",
        "arrays that do not fit": folder / "unlike.npz",
        "NaN in an array": folder / "nan.npz",
        "objects": folder / "objects.npz",
        "a truncated archive": written(folder, "cut.npz", whole[: len(whole) // 2]),
        "a table of texts": folder / "text.npy",
        "a list": folder / "flat.npy",
        "an array larger than any memory": written(folder, "huge.npy", huge),
        "a workbook": written(folder, "book.csv", b"PK\x03\x04" + bytes(100)),
        "a folder": folder,
        "no file": folder / "missing.csv",
    }


KINDS = (
    "random bytes",
    "a picture",
    "a million columns",
    "an endless row",
    "a truncated .gz",
    "a damaged .gz",
    "a truncated IDX .gz",
    "a wrong IDX magic",
    "a short IDX",
    "IDX without labels",
    "IDX with fewer labels",
    "an empty archive",
    "inputs alone",
    "arrays that do not fit",
    "NaN in an array",
    "objects",
    "a truncated archive",
    "a list",
    "a table of texts",
    "an array larger than any memory",
    "a workbook",
    "a folder",
    "no file",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.slow
def test_that_a_malformed_file_gives_one_clear_error(malformed, kind):
    path = malformed[kind]

    with pytest.raises(ModelError) as caught:
        data_from_file(path, detect(path).options)

    assert caught.value.asked == f"to read {path.name}"
    assert len(str(caught.value)) < 300
    assert caught.value.found
    assert caught.value.accepted


@pytest.mark.slow
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from(
        [b"", IRIS.encode(), b"1 2 3\n4 5 6\n", b"\x93NUMPY\1\0v\0", b"\0\0\x08\1\0\0\0\3", b"\xff\xfe"]
    ),
    cut=st.integers(0, 40),
    rest=st.one_of(st.binary(), st.text().map(str.encode), st.from_regex(rb'[0-9,;"\n\t .a-]*')),
)
def test_that_whatever_a_file_holds_it_is_read_or_refused(tmp_path, start, cut, rest):
    path = written(tmp_path, "any.csv", start[: max(len(start) - cut, 4)] + rest)

    try:
        reading = detect(path)
        data = build(data_from_file(path, reading.options, reading.scaling, reading.divisor), 0)
    except ModelError:
        return
    assert data.n_samples >= 2
    assert np.isfinite(data.X).all()


def test_that_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(5 * 2**30)  # of zeros that take no place

    with pytest.raises(ModelError, match=r"5\.0 GB"):
        detect(path)


@pytest.mark.parametrize(
    ("name", "content", "samples"),
    [
        ("iris.csv", IRIS, True),
        ("iris.json", '\ufeff {"title": {}}', False),
        ("code.py", "import numpy\n", False),
        ("empty.csv", "", False),
    ],
)
def test_that_samples_are_reported_from_scenarios_and_code(tmp_path, name, content, samples):
    assert is_samples(written(tmp_path, name, content)) is samples


def test_that_pasted_cells_are_read_like_a_file():
    data = build(data_from_text("1\t2\tx\n3\t4\ty\n", detect_text("1\t2\tx\n3\t4\ty\n").options, test_share=0.0), 0)

    assert (data.X.tolist(), data.class_names) == ([[1, 3], [2, 4]], ("x", "y"))


def test_that_an_option_that_does_not_exist_is_refused():
    with pytest.raises(TypeError, match="headers"):
        detect_text(IRIS, {"headers": True})
