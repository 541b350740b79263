"""``nnviz examples`` on the command line."""

import pytest

from nnviz.cli.main import main
from nnviz.model.examples import writing


def test_that_one_example_is_printed_figure_by_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["examples", "ppt"]) == 0
    printed = capsys.readouterr().out
    assert printed.count("✗") == 2
    assert "-0.00842148046150221" in printed


def test_that_the_author_s_mistake_can_be_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["examples", "ppt", "--mistaken"]) == 0
    assert "✗" not in capsys.readouterr().out


@pytest.mark.parametrize("options", [[], ["--mistaken"]])
def test_that_without_a_name_all_are_listed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    # What stands in the list, which takes seconds to compute, is tested beside the examples.
    monkeypatch.setattr(writing, "all_as_text", lambda mistaken: f"all, mistaken: {mistaken}")
    assert main(["examples", *options]) == 0
    assert capsys.readouterr().out == f"all, mistaken: {options != []}\n"


def test_that_an_unknown_example_is_reported_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["examples", "nope"]) == 1
    reported = capsys.readouterr().err
    assert "nope" in reported
    assert "mazur" in reported
