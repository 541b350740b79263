"""nnviz in the menu of a Linux desktop."""

import configparser
import os
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from nnviz.cli.main import main

WRITTEN = {
    "applications/nnviz.desktop",
    "mime/packages/nnviz.xml",
    "icons/hicolor/scalable/apps/nnviz.svg",
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a person's data folder, on a Linux with one of the two programs that make desktops read it again."""
    folder, programs = tmp_path / "data", tmp_path / "programs"
    programs.mkdir()
    program = programs / "update-mime-database"
    program.write_text('#!/bin/sh\ntouch "$1/read-again"\n')
    program.chmod(0o755)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr(sys, "platform", "linux")
    return folder


def asked(option: str) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main([option])
    return ended.value.code


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for a program is a shell script")
def test_that_an_installed_desktop_entry_is_told_file_by_file_and_is_gone_once_removed(data, capsys) -> None:
    assert asked("--install-desktop") == 0
    told = capsys.readouterr().out
    assert files(data) - {"mime/read-again"} == WRITTEN
    assert all(f"written: {data / name}\n" in told for name in WRITTEN)
    assert (data / "mime" / "read-again").exists()
    assert asked("--remove-desktop") == 0
    assert files(data) == {"mime/read-again"}


def test_that_the_entry_starts_this_python_and_opens_sessions_in_both_languages(data, monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", "/home/a b/100%/$x/python")
    asked("--install-desktop")
    parser = configparser.RawConfigParser(delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(data / "applications" / "nnviz.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == r'"/home/a b/100%%/\\$x/python" "-P" "-m" "nnviz" %f'
    assert entry["GenericName[zh_CN]"] == "反向传播调试器"
    mime = ElementTree.parse(data / "mime" / "packages" / "nnviz.xml").getroot()[0]
    assert entry["MimeType"] == f"{mime.get('type')};"
    assert [glob.get("pattern") for glob in mime if glob.tag.endswith("glob")] == ["*.nnviz"]


def test_that_a_folder_that_cannot_be_made_is_named(data, capsys) -> None:
    data.write_text("a file")
    assert asked("--install-desktop") == 1
    assert str(data) in capsys.readouterr().err


def test_that_another_system_is_told_that_this_is_not_for_it(data, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert asked("--install-desktop") == 1
    assert capsys.readouterr().err == "nnviz: --install-desktop is for the desktops of Linux, and this is darwin\n"
    assert not data.exists()
