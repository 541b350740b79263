"""Switching languages: each translation is read once."""

from PyQt6.QtCore import QCoreApplication, QObject, QTranslator

from nnviz.app.translation import Language


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
