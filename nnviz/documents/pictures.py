"""Pictures of the window, written like every other file: wholly or not at all."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QBuffer, QIODevice
from PyQt6.QtGui import QImageWriter, QPixmap

from nnviz.model.files.refusal import FileNotWrittenError
from nnviz.model.files.write import write_atomically
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

SAVING = QT_TRANSLATE_NOOP("model", "to save the picture")


def save_picture(picture: QPixmap, path: Path) -> None:
    """Write a picture, in the format that the name's ending says; without one as PNG.

    Raises
    ------
    FileNotWrittenError
        If it cannot be written, or no picture has that ending.
    """
    formats = {bytes(name.data()).decode() for name in QImageWriter.supportedImageFormats()}
    ending = path.suffix[1:].lower() or "png"
    if ending not in formats:
        found = filled(QT_TRANSLATE_NOOP("model", "the ending .{ending}"), ending=ending)
        accepted = filled(
            QT_TRANSLATE_NOOP("model", "one of the endings {endings}"),
            endings=", ".join(f".{name}" for name in sorted(formats)),
        )
        raise FileNotWrittenError(SAVING, str(path), found, accepted)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, ending):
        found = filled(QT_TRANSLATE_NOOP("model", "a picture that cannot be written as .{ending}"), ending=ending)
        raise FileNotWrittenError(SAVING, str(path), found, QT_TRANSLATE_NOOP("model", "the ending .png"))
    write_atomically(path, bytes(buffer.data().data()), SAVING)
