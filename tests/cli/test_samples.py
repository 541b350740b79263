"""How samples are used, on the command line: columns, gaps, scaling, the split and the seed; links of Playground."""

import json
from pathlib import Path

import pytest

from nnviz import Scenario
from nnviz.cli.main import main
from nnviz.cli.parser import make_parser
from nnviz.documents.open_any import find_document

TABLE = "area,rooms,town,price\n" + "".join(
    f"{50 + 3 * n},{'' if n == 4 else n % 4 + 1},{'north' if n % 2 else 'south'},{100.5 + 7 * n}\n" for n in range(25)
)
LINK = "https://playground.tensorflow.org/#activation=tanh&regularization=L2&regularizationRate=0.01&dataset=circle&seed=0.12345"


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "houses.csv"
    path.write_text(TABLE)
    return str(path)


def trained(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[dict, str]:
    status = main(["train", *arguments, "--updates", "1", "--json"])
    told = capsys.readouterr()
    return (json.loads(told.out) if status == 0 else {}), told.err


def test_that_a_gap_is_refused_with_the_options_that_help(table, capsys):
    report, told = trained(capsys, table)

    assert report == {}
    assert "row 6, column 2 (rooms): found a missing value" in told
    assert "--drop-missing" in told
    assert "--fill median" in told


def test_that_it_is_filled_or_its_row_left_out_and_told(table, capsys):
    filled, told = trained(capsys, table, "--fill", "mean")

    assert "filled with this value of their column: the mean" in told
    assert "5 of the 25 samples are set aside for testing" in told
    assert "Column 'town': north becomes 0, south becomes 1." in told
    assert len(filled["values"]["X"]) == 3
    assert {*filled["fit"]} == {"r_squared", "rmse"}
    _, told = trained(capsys, table, "--drop-missing")
    assert "left out: 1." in told
    assert "5 of the 24 samples" in told


def test_that_columns_scaling_split_and_seed_are_those_asked_for(table, capsys):
    report, told = trained(
        capsys, table, "--target", "rooms", "--inputs", "area,4", "--drop-missing", "--scaling", "min-max", "--test",
        "0", "--seed", "7",
    )  # fmt: skip

    assert "answer: rooms, scaling: from 0 to 1" in told
    assert "All 24 samples are used for training" in told
    x = report["values"]["X"]
    assert len(x) == 2
    assert (min(map(min, x)), max(map(max, x))) == (0.0, 1.0)
    assert report["test_loss"] is None


def test_that_a_column_that_is_not_there_is_reported_with_those_that_are(table, capsys):
    _, told = trained(capsys, table, "--target", "prize", "--drop-missing")

    assert "no column 'prize'" in told
    assert "area, rooms, town, price" in told


def test_that_a_scenario_takes_split_scaling_and_seed_and_refuses_the_rest(capsys):
    report, _ = trained(capsys, "circle", "--test", "20%", "--seed", "3")
    other, _ = trained(capsys, "circle", "--test", "20%", "--seed", "4")

    assert report["test_accuracy"] is not None
    assert report["loss"] != other["loss"]
    _, told = trained(capsys, "circle", "--target", "y")
    assert "for a file of samples" in told


@pytest.mark.parametrize("command", [["train", "--updates", "1"], ["snapshot", "--out", "a.png"],
                                     ["map", "--x", "seed=0:1", "--y", "seed=0:1", "--updates", "1"]])  # fmt: skip
def test_that_all_commands_that_train_have_these_options(command):
    chosen = make_parser().parse_args([*command, "t.csv", "--target", "a", "--fill", "mean", "--test", "30%"])

    assert (chosen.target, chosen.fill, chosen.test) == ("a", "mean", 0.3)


@pytest.mark.parametrize("share", ["1", "95%"])
def test_that_a_share_that_leaves_nothing_is_refused(share, capsys):
    with pytest.raises(SystemExit):
        main(["train", "xor", "--updates", "1", "--test", share])
    assert "such as 0.2 or 20%" in capsys.readouterr().err


@pytest.mark.parametrize("damage", [("&reg", "®"), ("&", "\\&"), ("&reg", "%C2%AE"), ("&", "&amp;"), ("", "")])
def test_that_a_link_is_opened_also_when_it_was_damaged_and_that_is_told(damage):
    link = LINK.replace(*damage) if damage[0] else LINK
    found = find_document(link)

    assert found.start == Scenario.from_link(LINK)
    assert found.start.penalty.kind == "l2"
    told = " ".join(found.notices)
    assert ("repaired" in told) == (damage[1] in ("®", "\\&", "%C2%AE"))


def test_that_a_window_needs_no_decision_for_what_can_be_read(tmp_path, monkeypatch):
    import nnviz.app.application as application
    from nnviz.cli.open import open_window

    calls = []
    monkeypatch.setattr("nnviz.cli.open.display_problem", lambda: None)
    monkeypatch.setattr(application, "run_app", lambda *given, **named: calls.append((given, named)) or 0)
    sound, faulty = tmp_path / "sound.csv", tmp_path / "gap.csv"
    sound.write_text(TABLE.replace(",,", ",2,"))
    faulty.write_text(TABLE)

    assert open_window(str(sound)) == open_window(str(faulty)) == 0

    assert calls[0][0][0].title["en"] == "sound"
    assert calls[1][1] == {"samples": faulty}
