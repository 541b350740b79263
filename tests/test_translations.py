"""The Chinese translation: complete, built, found under the names it is asked for, and all that a person sees."""

import ast
import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PyQt6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QSettings, QTranslator
from PyQt6.QtGui import QAction, QHelpEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTextEdit, QToolTip, QWidget

import nnviz
from nnviz.app.application import App
from nnviz.assets import asset
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.session.selection import Cell

PACKAGE = Path(nnviz.__file__).parent
NAME = "nnviz_zh_CN"
PYQTGRAPH = ("Form", "GraphicsScene", "PlotItem")
"""The contexts of menus that pyqtgraph makes with every plot, and that nobody can open."""
HOVER_STEP = 12
"""Pixels between the places where the mouse rests; a row of the source pane is higher."""


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    comment: str
    translation: str
    state: str


def messages_of(path: Path) -> list[Message]:
    return [
        Message(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
            message.findtext("translation", ""),
            message.find("translation").get("type", "finished"),
        )
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
    ]


MESSAGES = messages_of(asset("translations", f"{NAME}.ts"))
DIFFERENT = {
    re.sub("&(?=.)", "", message.source): message.translation
    for message in MESSAGES
    if message.translation != message.source
}


# The files ------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_that_the_translation_has_every_message_of_the_program_and_no_other(tmp_path: Path) -> None:
    # The sources go beside the copy, because pylupdate6 writes the way from one to the other.
    shutil.copytree(PACKAGE, tmp_path / "nnviz", ignore=shutil.ignore_patterns("__pycache__", "resources"))
    fresh = tmp_path / f"{NAME}.ts"
    shutil.copy(asset("translations", fresh.name), fresh)
    command = [sys.executable, "-m", "PyQt6.lupdate.pylupdate", "--no-summary", "--ts", fresh.name, "nnviz"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120)
    found = messages_of(fresh)
    assert [message for message in found if message not in MESSAGES] == []
    assert [message for message in MESSAGES if message not in found] == []


def test_that_every_message_is_translated() -> None:
    wanting = [message for message in MESSAGES if message.state != "finished" or not message.translation.strip()]
    assert MESSAGES
    assert wanting == []


def test_that_translations_have_the_places_and_the_key_of_their_source() -> None:
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"%\d|\{\w*\}", text))

    def keys(text: str) -> list[str]:
        return re.findall(r"&(.)", text.upper())

    assert [m for m in MESSAGES if places(m.source) != places(m.translation)] == []
    assert [m for m in MESSAGES if keys(m.source) != keys(m.translation)] == []


def test_that_the_built_file_says_what_the_translation_says(qapp: QApplication) -> None:
    built = QTranslator()
    assert built.load(str(asset("translations", f"{NAME}.qm")))
    qapp.installTranslator(built)
    # Through the application, because QTranslator.translate takes nothing but ASCII from Python.
    said = [QCoreApplication.translate(m.context, m.source, m.comment or None) for m in MESSAGES]
    qapp.removeTranslator(built)
    assert [(m, text) for m, text in zip(MESSAGES, said, strict=True) if text != m.translation] == []


# What the program asks for --------------------------------------------------------------------------------------------


def classes_and_texts() -> Iterator[tuple[type, str]]:
    """Return each class with the texts of its own ``self.tr``; fail on a ``tr`` that pylupdate6 does not see."""
    for info in pkgutil.walk_packages([str(PACKAGE)], "nnviz."):
        if info.name.endswith("__main__"):
            continue
        text = Path(find_spec(info.name).origin).read_text(encoding="utf-8")
        if re.search(r"\btr\(", text) is None:  # to parse all takes several seconds
            continue
        tree = ast.parse(text)
        calls = [node for node in ast.walk(tree) if is_tr(node)]
        if not calls:  # importing it may need an extra that is not installed
            continue
        module = importlib.import_module(info.name)
        for top in [node for node in tree.body if isinstance(node, ast.ClassDef)]:
            for call in [node for node in ast.walk(top) if is_tr(node)]:
                calls.remove(call)
                where = f"{info.name}:{call.lineno}"
                assert ast.unparse(call.func) == "self.tr", f"{where}: tr, and not self.tr"
                assert isinstance(call.args[0], ast.Constant), f"{where}: tr of a text that is not literal"
                yield getattr(module, top.name), call.args[0].value
        assert calls == [], f"{info.name}:{[call.lineno for call in calls]}: tr outside of a class"


def is_tr(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and "tr" in (getattr(node.func, "attr", ""), getattr(node.func, "id", ""))


def with_subclasses(kind: type) -> Iterator[type]:
    yield kind
    for below in kind.__subclasses__():
        if below.__module__.startswith("nnviz."):
            yield from with_subclasses(below)


@pytest.mark.slow
def test_that_an_inherited_text_is_translated_for_the_class_that_inherits_it() -> None:
    # PyQt looks a text up under the class of the object; pylupdate6 files it under the class where it is written.
    known = {(message.context, message.source) for message in MESSAGES}
    asked = {(kind.__name__, text) for own, text in classes_and_texts() for kind in with_subclasses(own)}
    assert len(asked) > 100
    assert sorted(asked - known) == []


# What a person sees ---------------------------------------------------------------------------------------------------


class Unanswered(QTranslator):
    """Notes what no other translator answers: Qt asks the one installed first last."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:
        if source:
            self.asked.add((context, source))
        return None


@pytest.fixture
def unanswered(qapp: QApplication) -> Iterator[Unanswered]:
    translator = Unanswered()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture
def chinese_app(unanswered: Unanswered, settings: QSettings, open_app: Callable[..., App]) -> Iterator[App]:
    locale = QLocale()
    settings.setValue("language", "zh_CN")
    yield open_app()
    QLocale.setDefault(locale)


def ours(asked: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Leave out what Qt's and pyqtgraph's classes ask for, and signs, which are the same in every language."""
    theirs = re.compile(f"Q[A-Z]|({'|'.join(PYQTGRAPH)})$")
    return {(name, text) for name, text in asked if not theirs.match(name) and re.search("[A-Za-z]", text)}


def show_everything_of(app: App, name: str) -> Iterator[None]:
    """Bring the window through what it can show of a scenario: before, within and after updates; every symbol."""
    app.window.transport.scenario_requested.emit(name)
    for _ in range(10_000):  # pictures are made in the background
        if app.controller.snapshot.scenario.name == name:
            break
        QTest.qWait(1)
    assert app.controller.snapshot.scenario.name == name
    QApplication.processEvents()
    yield
    for lines in (1, 0):
        app.controller.stepping.advance(1, lines)
        for symbol in app.controller.snapshot.shapes:
            app.controller.selecting.select_cell(Cell(symbol, 0, 0))
            QApplication.processEvents()
        yield
    app.controller.selecting.follow_cursor()
    for rows in (True, False):
        app.window.actions_by_name["rows"].setChecked(rows)
        app.window.show_convention("rows" if rows else "columns")
        QApplication.processEvents()
        yield


def texts_of(window: QWidget) -> set[str]:
    texts: set[str] = set()
    for widget in [window, *window.findChildren(QWidget)]:
        texts |= {widget.toolTip(), widget.statusTip(), widget.windowTitle()}
        texts |= {widget.accessibleName(), widget.accessibleDescription()}
        match widget:
            case QLabel() | QAbstractButton():
                texts.add(widget.text())
            case QComboBox():
                texts |= {widget.itemText(index) for index in range(widget.count())}
            case QLineEdit():
                texts.add(widget.placeholderText())
            case QTextEdit():
                texts |= set(widget.toPlainText().splitlines())
    for action in window.findChildren(QAction):
        texts |= {action.text(), action.toolTip(), action.statusTip()}
    return {re.sub("&(?=.)", "", text) for text in texts}


def hover(window: QWidget) -> Iterator[str]:
    """Rest the mouse all over the window; give what the tooltips say."""
    for y in range(0, window.height(), HOVER_STEP):
        for x in range(0, window.width(), HOVER_STEP):
            widget = window.childAt(x, y) or window
            place = widget.mapFrom(window, QPoint(x, y))
            QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
            yield from QToolTip.text().splitlines()
    QToolTip.hideText()


@pytest.mark.sample(4)
@pytest.mark.parametrize("name", shipped_scenarios())
def test_that_nothing_in_the_window_is_left_in_english(chinese_app: App, unanswered: Unanswered, name: str) -> None:
    seen = texts_of(chinese_app.window)
    for _ in show_everything_of(chinese_app, name):
        seen |= texts_of(chinese_app.window)
        assert chinese_app.window.notice.text() == ""  # where a defect would be told, for which nothing is drawn
    assert len(seen & {message.translation for message in MESSAGES}) > 150
    assert sorted(seen & set(DIFFERENT)) == []
    assert sorted(ours(unanswered.asked)) == []


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", ["three-class-spiral", "xor"])
def test_that_no_tooltip_is_left_in_english(chinese_app: App, unanswered: Unanswered, name: str) -> None:
    chinese_app.window.transport.scenario_requested.emit(name)
    chinese_app.controller.stepping.advance(2, 9)
    QApplication.processEvents()
    seen = set(hover(chinese_app.window))
    assert len(seen) > 50
    assert sorted(seen & set(DIFFERENT)) == []
    assert sorted(ours(unanswered.asked)) == []


def test_that_the_language_goes_with_the_window(qapp: QApplication, settings: QSettings) -> None:
    locale = QLocale()
    settings.setValue("language", "zh_CN")
    app = App(find_scenario("xor"), settings)
    assert QCoreApplication.translate("Menus", "&File") == "文件(&F)"
    app.dispose()
    QLocale.setDefault(locale)
    assert QCoreApplication.translate("Menus", "&File") == "&File"
