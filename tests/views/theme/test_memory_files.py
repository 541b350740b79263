"""Qt opens a file that is only in memory by its name."""

from PyQt6.QtCore import QFile, QIODevice

from nnviz.views.theme.memory_files import add_file


def test_that_qt_reads_what_was_added_beside_another() -> None:
    contents = {"arrow-5f676f.svg": b"<svg/>", "é": bytes(range(256))}
    paths = [add_file("files-of-a-test", name, content) for name, content in contents.items()]
    for path, content in zip(paths, contents.values(), strict=True):
        file = QFile(path)
        assert file.open(QIODevice.OpenModeFlag.ReadOnly)
        assert bytes(file.readAll()) == content
    assert not QFile(":/files-of-a-test/other").exists()
