"""What is recognised in a text besides rows and columns, and what of it is told; the ways of writing train alike in
`test_one_table_written_in_many_ways`.
"""

import gzip
import io
import json
import pickle
import zipfile

import numpy as np
import pytest

from nnviz.model.data import data_from_text
from nnviz.model.data.files import detect as detecting
from nnviz.model.data.files import detect_text, is_samples, layout, read_text, sniffing
from nnviz.model.data.files.choices import DataChoices
from nnviz.model.data.files.detect import detect
from nnviz.model.data.files.read import read
from nnviz.model.errors import MissingValueError, ModelError
from nnviz.model.scenario.suggestion import scenario_of_file


def rows_of(text, **chosen):
    return read_text(text, detect_text(text, chosen).options).rows.tolist()


def told(text, **chosen):
    return " ".join(map(str, detect_text(text, chosen).warnings))


# Which columns are what ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "row", "answers", "inputs"),
    [
        ("x,y,group", "{n}.5,{n}.2,{c}", (2,), (0, 1)),
        ("sex,age,survived", "{c},{n}7,{b}", (2,), (0, 1)),
        ("area,town,price", "{n}5,{c},{n}00", (2,), (0, 1)),
        ("species,length,width", "{c},{n}.1,{n}.2", (0,), (1, 2)),
        ("CustomerId,score,left", "1560{n}3,0.{n},{b}", (2,), (1,)),
        ("passengerid,fare,survived", "{n}04,7.{n},{b}", (2,), (1,)),
        ("编号,长度,类别", "{n},1.{n},{c}", (2,), (1,)),
        (",width,color", "{n},1.{n},{c}", (2,), (1,)),
        ("humid,temp,rain", "{m},1.{n},{b}", (2,), (0, 1)),
        ("day,hour,rain", "{n},1.{n},{b}", (2,), (0, 1)),
        ("width,label,is_a,is_b,is_c", "{n}.5,2.{n},{o}", (2, 3, 4), (0, 1)),
    ],
)
def test_that_answer_and_inputs_are_found_and_identifiers_left_out(header, row, answers, inputs):
    text = header.replace("label", "size") + "\n"
    for n in range(10, 34):
        cells = {"n": n, "c": "abc"[n % 3], "b": n % 2, "m": (7 * n) % 31, "o": ("1,0,0", "0,1,0", "0,0,1")[n % 3]}
        text += row.format(**cells) + "\n"
    found = detect_text(text)

    assert (found.answer_columns, found.input_columns) == (answers, inputs)


@pytest.mark.parametrize(
    ("answers", "task"),
    [
        ((200, 300, 400, 240, 360, 180, 200), "regression"),
        ((0, 1, 1, 0, 0, 1, 1), "classification"),
        ((3, 1, 2, 3, 1, 2, 3), "classification"),
        ((10, 20) * 5, "classification"),
        ((0.5, 1, 2, 0.5), "regression"),
    ],
)
def test_that_numbers_are_classes_where_they_are_few_and_numbered_or_often_repeated(answers, task):
    text = "".join(f"{1.5 * n},{n % 3},{answer}\n" for n, answer in enumerate(answers))

    assert detect_text(text).options.task == task


def test_that_one_hot_answers_are_one_answer_with_the_names_of_its_columns():
    text = "w,kind=red,kind=blue\n" + "".join(f"{n}.5,{n % 2},{1 - n % 2}\n" for n in range(8))
    table = read_text(text, detect_text(text).options)

    assert (table.class_names, table.labels.tolist()) == (("red", "blue"), [1, 0] * 4)
    assert "The last columns are one answer" in told(text)
    with pytest.raises(ModelError, match="single 1"):
        detect_text(text.replace("0.5,0,1", "0.5,1,1"), {"answer_columns": (1, 2), "task": "classification"})


# Texts and gaps -----------------------------------------------------------------------------------------------------

TEXTS = "sex,port,left\n" + "male,Q,1\nfemale,S,0\nmale,C,1\nfemale,Q,0\n" * 3


def test_that_texts_become_0_and_1_or_a_column_for_each_value_and_that_is_told():
    table = read_text(TEXTS, detect_text(TEXTS).options)

    assert table.feature_names == ("sex: male", "port: C", "port: Q", "port: S")
    assert table.rows[:3].tolist() == [[1, 0, 1, 0], [0, 0, 0, 1], [1, 1, 0, 0]]
    assert detect_text(TEXTS).n_inputs == 4
    assert "Column 'sex': female becomes 0, male becomes 1." in told(TEXTS)
    assert "Column 'port' becomes 3 inputs of 0 and 1, one for each text: C, Q, S." in told(TEXTS)


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        ([f"n{k}" for k in range(12)], "another text in nearly every row"),
        (["same"] * 12, "the same text everywhere"),
        ([""] * 12, "is empty"),
        (["1", "2", "x"] * 4, "numbers and texts"),
    ],
)
def test_that_a_column_that_says_nothing_is_left_out_with_the_reason(column, reason):
    text = "w,odd,left\n" + "".join(f"{n}.5,{cell},{n % 2}\n" for n, cell in enumerate(column))

    assert reason in told(text)
    assert detect_text(text).input_columns == (0,)


GAPS = "w,c,left\n1,a,0\n2,,1\n,b,0\n9,b,\n3,b,1\n"


@pytest.mark.parametrize(("fill", "value"), [("mean", 2.0), ("median", 2.0), ("most-frequent", 1.0)])
def test_that_gaps_are_filled_and_rows_without_an_answer_are_left_out(fill, value):
    table = read_text(GAPS, detect_text(GAPS, {"fill": fill}).options)

    assert table.rows.tolist() == [[1, 0], [2, 1], [value, 1], [3, 1]]
    assert (table.skipped, table.filled) == (1, 2)


def test_that_a_gap_is_refused_unless_something_else_is_chosen():
    with pytest.raises(MissingValueError, match=r"row 3, column 2 \(c\)"):
        read_text(GAPS, detect_text(GAPS).options)
    with pytest.raises(ModelError, match="no value at all in column 'b'"):
        read_text(
            "a,b,c\n1,,x\n2,,y\n", detect_text("a,b,c\n1,,x\n2,,y\n", {"fill": "mean", "unused_columns": ()}).options
        )


def test_that_a_column_of_very_many_texts_is_refused_as_inputs():
    text = "a,b\n" + "".join(f"t{n},{n % 2}\n" for n in range(1001))
    with pytest.raises(ModelError, match=r"1.001 different texts in column 'a'"):
        read_text(text, detect_text(text, {"unused_columns": (), "answer_columns": (1,)}).options)


# Numbers as people write them ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["$1,200.50", "$90", "$7"], [1200.5, 90, 7]),
        (["1.200,50 €", "90,25 €", "1.300 €"], [1200.5, 90.25, 1300]),
        (["51 %", "7.5%", "100 %"], [0.51, 0.075, 1]),
        (["−1.5", "2", "＋3"], [-1.5, 2, 3]),
        (["(1,200)", "1,300.5", "2,400"], [-1200, 1300.5, 2400]),
        (["12 km/h", "9 km/h", "7.5 km/h"], [12, 9, 7.5]),
        (["USD 5", "USD 6", "USD 7"], [5, 6, 7]),
        (["1’200", "3’400", "5"], [1200, 3400, 5]),
        (["1,234,567", "2,345,678", "7"], [1234567, 2345678, 7]),
        (["1e3", "2E-1", "3"], [1000, 0.2, 3]),
    ],
)
def test_that_numbers_are_read_as_they_are_meant(cells, numbers):
    text = "v;w;kind\n" + "".join(
        f'"{cell}";{n + 0.5 if "," not in cells[0] else n};k{n % 2}\n' for n, cell in enumerate(cells)
    )

    assert [row[0] for row in rows_of(text)] == numbers


def test_that_what_is_read_otherwise_than_it_stands_there_is_told():
    text = 'price;kind\n"$1,200";a\n"$90.5";b\n"$7";a\n'

    assert told(text) == "Column 'price': '$1,200' is read as 1200."


@pytest.mark.parametrize(
    "cells", [["5 cm", "3 kg", "7 m"], ["1-2", "3-4", "5-6"], ["2024-01-02"] * 3, ["A1", "B2", "C3"]]
)
def test_that_what_is_no_number_stays_text(cells):
    text = "w,v\n" + "".join(f"{n}.5,{cell}\n" for n, cell in enumerate(cells))

    assert not any("is read as" in str(note) for note in detect_text(text + "9.5,other\n").warnings)


# Ways of writing ----------------------------------------------------------------------------------------------------


def test_that_sparse_rows_of_arff_are_written_out():
    names = "@RELATION r\n@ATTRIBUTE a REAL\n@ATTRIBUTE 'b c' REAL\n@ATTRIBUTE k {no, yes}\n"
    text = names + "@DATA\n{0 2, 2 yes}\n{1 3}\n% end\n"
    table = read_text(text, detect_text(text).options)

    assert (table.rows.tolist(), table.class_names, table.feature_names) == (
        [[2, 0], [0, 3]],
        ("no", "yes"),
        ("a", "b c"),
    )


def test_that_libsvm_leaves_zeros_out_and_comments_too():
    text = "+1 1:0.5 3:2 # first\n-1 2:1.5\n\n+1 qid:3 3:1\n"
    table = read_text(text, detect_text(text).options)

    assert table.rows.tolist() == [[0.5, 0, 2], [0, 1.5, 0], [0, 0, 1]]
    assert table.class_names == ("-1", "1")


@pytest.mark.parametrize(
    "text",
    [
        "[[0 0 0]\n [0 1 1]\n [1 0 1]\n [1 1 0]]",
        "array([[0, 0, 0],\n       [0, 1, 1],\n       [1, 0, 1],\n       [1, 1, 0]])",
        "tensor([[0., 0., 0.], [0., 1., 1.], [1., 0., 1.], [1., 1., 0.]], dtype=torch.float64)",
        "[(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]",
        "[([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]",
        "X = np.array([[0,0],[0,1],[1,0],[1,1]])  # inputs\ny = np.array([[0],[1],[1],[0]])",
        "y = [0, 1, 1, 0]\nX = [[0, 0], [0, 1], [1, 0], [1, 1]]",
        "X = np.array([[0, 0, 1, 1], [0, 1, 0, 1]]); Y = np.array([[0, 1, 1, 0]])",
        "[[np.float64(0.0), np.float64(0.0), np.float64(0.0)], [0, 1, 1], [1, 0, 1], [1, 1, 0]]",
        "([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0])",
        '{"data": [[0,0],[0,1],[1,0],[1,1]], "target": [0,1,1,0]}',
        '{"x1": {"0":0,"1":0,"2":1,"3":1}, "x2": {"0":0,"1":1,"2":0,"3":1}, "y": {"0":0,"1":1,"2":1,"3":0}}',
        '{"s": [{"i": [0,0], "y": false}, {"i": [0,1], "y": true}, {"i": [1,0], "y": true}, {"i": [1,1], "y": false}]}',
        "+----+----+---+\n| x1 | x2 | y |\n+----+----+---+\n| 0 | 0 | 0 |\n| 0 | 1 | 1 |\n| 1 | 0 | 1 |\n| 1 | 1 | 0 |",
    ],
)
def test_that_pasted_arrays_lists_and_records_are_samples(text):
    table = read_text(text, detect_text(text).options)

    assert table.rows.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert table.labels.tolist() == [0, 1, 1, 0]


def test_that_a_shortened_print_is_refused_with_the_line_that_prints_all_of_it():
    with pytest.raises(ModelError, match=r"set_printoptions"):
        detect_text("[[0 0 0]\n [0 1 1]\n ...\n [1 0 1]\n [1 1 0]]")


def test_that_records_may_be_nested_and_lack_a_field():
    text = json.dumps([{"a": 1, "p": {"q": 2.5}, "k": "x"}, {"a": 3, "p": {"q": 4.5}, "k": "y"}, {"a": 5, "k": "x"}])
    found = detect_text(text, {"fill": "mean"})

    assert found.columns == ("a", "p.q", "k")
    assert read_text(text, found.options).rows.tolist() == [[1, 2.5], [3, 4.5], [5, 3.5]]


@pytest.mark.parametrize(
    ("content", "samples"),
    [
        ('{"title": {"en": "x"}, "layers": []}', False),
        ('{"cells": []}', False),
        ('{"a": 1}', False),
        ("{not json", False),
        ('{"a": 1, "k": "x"}\n{"a": 2, "k": "y"}\n', True),
        ('{"a": [1, 2], "k": ["x", "y"]}', True),
    ],
)
def test_that_json_is_samples_only_where_it_has_some(tmp_path, content, samples, monkeypatch):
    path = tmp_path / "some.json"
    path.write_text(content)

    assert is_samples(path) == samples
    monkeypatch.setattr(detecting, "MOST_FORM", 3)
    assert not is_samples(path)


def test_that_a_long_text_with_a_break_in_quotes_is_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(sniffing, "HEAD", 400)
    path = tmp_path / "long.csv"
    path.write_text("a,b,kind\n" + '1 cm,"2\n",x\n3 cm,4,y\n' * 60 + '"5 cm",6,x\n')

    found = detect(path)
    table = read(path, found.options)

    assert found.samples == 121
    assert (len(table.rows), table.rows[-1].tolist()) == (121, [5, 6])
    monkeypatch.setattr(layout, "MOST_FORM", 500)
    with pytest.raises(ModelError, match=r'pandas\.read_csv\("long.csv"\)'):
        detect(path)


def test_that_a_long_list_is_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(sniffing, "HEAD", 400)
    path = tmp_path / "long.txt"
    path.write_text("[" + "[1.5, 2], [3.5, 4], " * 60 + "[5.5, 6]]\n" * 1)

    assert read(path, detect(path).options).rows.shape == (121, 1)


# Formats that are not read ------------------------------------------------------------------------------------------


def archive(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "title", "line"),
    [
        ("a.parquet", b"PAR1....", "Parquet", "pandas.read_parquet('a.parquet').to_csv"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "PNG", "PIL.Image"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "JPEG", "PIL.Image"),
        ("a.h5", b"\x89HDF\r\n\x1a\n", "HDF5", "h5py.File('a.h5')"),
        ("a.pkl", pickle.dumps({"X": [1]}), "pickle", "pickle.load(open('a.pkl'"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "Excel", "read_excel"),
        ("a.db", b"SQLite format 3\0", "SQLite", "sqlite3.connect('a.db')"),
        ("a.pt", archive("model/data.pkl"), "PyTorch", "torch.load('a.pt')"),
        ("a.ods", archive("content.xml"), "OpenDocument", "read_excel('a.ods')"),
    ],
)
def test_that_another_format_is_named_with_the_line_of_python_that_converts_it(tmp_path, name, content, title, line):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ModelError) as caught:
        detect(path)

    assert title in caught.value.found
    assert line in caught.value.accepted


@pytest.mark.parametrize(("library", "name"), [("openpyxl", "a.xlsx"), ("scipy.io", "a.mat")])
def test_that_a_missing_library_is_named_with_a_line_that_needs_another(tmp_path, monkeypatch, library, name):
    monkeypatch.setitem(__import__("sys").modules, library, None)
    path = tmp_path / name
    path.write_bytes(archive("xl/workbook.xml") if name.endswith("xlsx") else b"MATLAB 5.0 MAT-file, " + bytes(100))
    with pytest.raises(ModelError, match=r'pip install -e "\.\[files\]"'):
        detect(path)


@pytest.mark.parametrize(("library", "name"), [("openpyxl", "a.xlsx"), ("scipy.io", "a.mat")])
def test_that_a_damaged_file_is_refused_in_words(tmp_path, library, name):
    pytest.importorskip(library)
    path = tmp_path / name
    path.write_bytes(archive("xl/workbook.xml") if name.endswith("xlsx") else b"MATLAB 5.0 MAT-file, made")
    with pytest.raises(ModelError, match="a complete"):
        detect(path)


def test_that_one_of_several_sheets_is_read_and_the_others_are_named(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "notes"
    book.active.append(["about this table"])
    for title in ("data", "more"):
        sheet = book.create_sheet(title)
        for row in (["a", None, "b", "kind"], [1, None, 2.5, True], [3, None, None, False], [5, None, 6.5, True]):
            sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    found = detect(tmp_path / "book.xlsx", {"fill": "mean"})
    table = read(tmp_path / "book.xlsx", found.options)

    assert table.rows.tolist() == [[1, 2.5], [3, 4.5], [5, 6.5]]
    assert table.labels.tolist() == [1, 0, 1]
    assert [str(note) for note in found.warnings] == ["Sheet 'data' is read; sheets that are left out: more."]


@pytest.mark.parametrize(
    "text",
    [
        "@relation t\n@attribute a numeric\n@attribute k {\n@data\n1,x\n2,y\n",
        "w,p,q\n1,1,0\n2,0,1\n3,1,0\n4,0,oh\n" + "5,1,0\n6,0,1\n" * 9,
    ],
)
def test_that_damaged_tables_are_refused_in_words_or_read(text):
    try:
        read_text(text, detect_text(text).options)
    except ModelError as error:
        assert error.accepted  # noqa: PT017


# Choices in words ---------------------------------------------------------------------------------------------------


def test_that_columns_are_chosen_by_name_or_number_and_the_rest_is_left_out(tmp_path):
    path = tmp_path / "t.csv.gz"
    path.write_bytes(
        gzip.compress(("a,b,c,d\n" + "".join(f"{n}.5,{n % 5},{3 * n}.25,{n}.75\n" for n in range(30))).encode())
    )
    scenario, found = scenario_of_file(path, DataChoices(target=("C",), inputs=("a", "4"), test_share=0.1, seed=9))

    assert (found.answer_columns, found.input_columns) == ((2,), (0, 3))
    assert (scenario.seed, scenario.data.test_share) == (9, 0.1)
    _, found = scenario_of_file(path, DataChoices(inputs=("a", "d")))
    assert found.answer_columns == (2,)
    with pytest.raises(ModelError, match="'a' as an input and as the answer"):
        scenario_of_file(path, DataChoices(target=("a",), inputs=("a", "b")))


def test_that_few_samples_are_all_for_training_and_many_are_split():
    def share(count):
        text = "".join(f"{n}.5,{n % 2}\n" for n in range(count))
        return data_from_text(text, detect_text(text).options).test_share

    assert (share(19), share(20)) == (0.0, 0.2)
    assert np.isclose(share(100), 0.2)
