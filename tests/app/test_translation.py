"""Switching languages: each translation is read once."""

from PyQt6.QtCore import QCoreApplication, QObject, QTranslator
from PyQt6.QtGui import QFontDatabase

from nnviz.app.translation import Language, font_problem


def test_that_switching_back_and_forth_reads_each_file_once(qapp) -> None:
    parent = QObject()
    language = Language(parent)
    for _ in range(5):
        assert language.install("zh_CN")
        assert QCoreApplication.translate("HistoryPanel", "History") == "历史"
        assert language.install("en")
        assert QCoreApplication.translate("HistoryPanel", "History") == "History"
    assert len(language.findChildren(QTranslator)) == 2


def test_that_a_language_without_translation_leaves_english_and_nothing_else(qapp) -> None:
    parent = QObject()
    language = Language(parent)
    assert not language.install("tlh")
    assert QCoreApplication.translate("HistoryPanel", "History") == "History"


def test_that_a_missing_chinese_font_is_told_in_signs_that_can_be_seen(qapp, monkeypatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *which: ["Chinese"])
    assert font_problem("zh_CN") is None
    monkeypatch.setattr(QFontDatabase, "families", lambda *which: [])
    told = font_problem("zh_CN")
    assert told is not None
    assert told.isascii()
    assert "fonts-wqy-microhei" in told
    assert font_problem("en") is None
