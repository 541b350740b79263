"""Moving pictures of the window, written like every other file: wholly or not at all."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PyQt6.QtGui import QImage

from nnviz.model.background.scratch import ScratchFolder
from nnviz.model.files.refusal import FileNotWrittenError
from nnviz.model.files.write import write_atomically
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

if TYPE_CHECKING:
    from PIL.Image import Image

FILMING = QT_TRANSLATE_NOOP("model", "to write the film")

_RATE: Final = 25
"""Pictures a second of an MP4; a picture that is seen for longer is repeated."""
_COLOURS: Final = 128
"""Colours of a GIF: more make it larger, and are not told apart in this window."""

Film = Iterable[tuple[QImage, float]]
"""Pictures, each with the seconds for which it is seen."""


def check_film(path: Path) -> None:
    """Check that a film with this ending can be written here.

    Raises
    ------
    FileNotWrittenError
        If it has another ending than ``.gif``, ``.webp`` and ``.mp4``, or what writes it is not installed.
    """
    ending = path.suffix.lower()
    if ending not in (".gif", ".webp", ".mp4"):
        given = filled(QT_TRANSLATE_NOOP("model", "the ending {ending}"), ending=ending or "–")
        accepted = QT_TRANSLATE_NOOP("model", "one of the endings .gif, .webp, .mp4")
        raise FileNotWrittenError(FILMING, str(path), given, accepted)
    if ending == ".mp4":
        if shutil.which("ffmpeg") is None:
            found = QT_TRANSLATE_NOOP("model", "no encoder for .mp4")
            accepted = QT_TRANSLATE_NOOP("model", "ffmpeg installed; or .gif, .webp")
            raise FileNotWrittenError(FILMING, str(path), found, accepted)
        return
    try:
        import PIL  # noqa: F401
    except ImportError:
        found = QT_TRANSLATE_NOOP("model", "no Pillow, which writes films")
        accepted = QT_TRANSLATE_NOOP("model", "nnviz installed with its extra “film”")
        raise FileNotWrittenError(FILMING, str(path), found, accepted) from None


def save_film(film: Film, path: Path) -> None:
    """Write a film, in the format that the name's ending says.

    Raises
    ------
    FileNotWrittenError
        If it cannot be written.
    """
    check_film(path)
    write = {".gif": _gif, ".webp": _webp, ".mp4": _mp4}[path.suffix.lower()]
    write_atomically(path, write(film), FILMING)


def _gif(film: Film) -> bytes:
    from PIL.Image import Dither

    pictures, milliseconds = _taken(film)
    # One table of colours for all, from pictures of the whole film: a table each makes still areas flicker.
    palette = _side_by_side(pictures[:: max(1, len(pictures) // 6)]).quantize(_COLOURS, dither=Dither.NONE)
    tables = [picture.quantize(palette=palette, dither=Dither.NONE) for picture in pictures]
    return _animated(tables, milliseconds, "GIF", disposal=1, optimize=False)


def _webp(film: Film) -> bytes:
    pictures, milliseconds = _taken(film)
    return _animated(pictures, milliseconds, "WEBP", quality=80, method=4)


def _animated(pictures: list[Image], milliseconds: list[int], kind: str, **options: object) -> bytes:
    buffer = BytesIO()
    first, *others = pictures
    first.save(buffer, format=kind, save_all=True, append_images=others, duration=milliseconds, loop=0, **options)
    return buffer.getvalue()


def _taken(film: Film) -> tuple[list[Image], list[int]]:
    """Return the pictures, and for how many milliseconds each is seen; equal ones in a row become one."""
    pictures: list[Image] = []
    milliseconds: list[int] = []
    last = b""
    for picture, seconds in film:
        made = _image(picture)
        data = made.tobytes()
        if data == last:
            milliseconds[-1] += round(1000 * seconds)
            continue
        last = data
        pictures.append(made)
        milliseconds.append(round(1000 * seconds))
    return pictures, milliseconds


def _image(picture: QImage) -> Image:
    from PIL import Image

    return Image.frombytes("RGB", (picture.width(), picture.height()), _rows(picture))


def _side_by_side(pictures: list[Image]) -> Image:
    from PIL import Image

    whole = Image.new("RGB", (sum(picture.width for picture in pictures), pictures[0].height))
    left = 0
    for picture in pictures:
        whole.paste(picture, (left, 0))
        left += picture.width
    return whole


def _mp4(film: Film) -> bytes:
    pictures = iter(film)
    first = next(pictures)
    size = f"{first[0].width()}x{first[0].height()}"
    with ScratchFolder("film") as folder:
        out = folder / "film.mp4"
        command = ["ffmpeg", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size]
        # Encoders want an even number of pixels a side.
        even = "pad=ceil(iw/2)*2:ceil(ih/2)*2"
        command += [
            "-r",
            str(_RATE),
            "-i",
            "-",
            "-vf",
            even,
            "-pix_fmt",
            "yuv420p",
            "-movflags",
            "+faststart",
            str(out),
        ]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as encoder:
            assert encoder.stdin is not None  # it has been asked for
            due = 0.0
            for picture, seconds in chain([first], pictures):
                due += seconds * _RATE
                data = _rows(picture)
                for _ in range(round(due)):
                    encoder.stdin.write(data)
                due -= round(due)
            _, errors = encoder.communicate()
        if encoder.returncode:
            found = errors.decode(errors="replace").strip().splitlines()[-1:] or ["ffmpeg"]
            accepted = QT_TRANSLATE_NOOP("model", "one of the endings .gif, .webp")
            raise FileNotWrittenError(FILMING, str(out), found[0], accepted)
        return out.read_bytes()


def _rows(picture: QImage) -> bytes:
    """Return red, green and blue of all pixels, row by row."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    bits = plain.constBits()
    assert bits is not None  # a picture of a window has some
    data, line = bits.asstring(plain.sizeInBytes()), plain.bytesPerLine()
    return b"".join(data[row * line : row * line + 3 * plain.width()] for row in range(plain.height()))
