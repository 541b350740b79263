"""``nnviz film``: lines of an update as a moving picture."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from PyQt6.QtGui import QColor, QImage

from nnviz.cli.main import main
from nnviz.documents import films

Image = pytest.importorskip("PIL.Image")


def lasts(path):
    """Return the size of a film, and how many milliseconds it takes."""
    with Image.open(path) as film:
        milliseconds = 0
        for k in range(film.n_frames):
            film.seek(k)
            film.load()
            milliseconds += film.info["duration"]
        return film.size, milliseconds


@pytest.mark.slow
def test_that_a_film_has_the_lines_at_the_asked_size_and_lasts_as_long_as_asked(tmp_path):
    path = tmp_path / "a.gif"
    arguments = ["film", "xor", "--from", "161:8", "--lines", "2", "--seconds", "0.6", "--out", str(path)]
    subprocess.run([sys.executable, "-m", "nnviz", *arguments, "--size", "1000x700"], check=True)
    size, milliseconds = lasts(path)
    assert size == (1000, 700)
    assert milliseconds == pytest.approx(3 * 600, abs=60)


@pytest.mark.parametrize("ending", ["gif", "webp"])
def test_that_pictures_are_seen_as_long_as_they_are_to_be_and_equal_ones_are_written_once(tmp_path, ending):
    pictures = [QImage(33, 20, QImage.Format.Format_RGB32) for _ in range(3)]
    for picture, colour in zip(pictures, ("red", "red", "blue"), strict=True):
        picture.fill(QColor(colour))
    path = tmp_path / f"a.{ending}"
    films.save_film(zip(pictures, (0.1, 0.2, 0.4), strict=True), path)
    assert lasts(path) == ((33, 20), 700)
    with Image.open(path) as film:
        assert film.n_frames == 2


@pytest.mark.parametrize(
    ("arguments", "accepted"),
    [
        (["--out", "a.png"], ".gif, .webp, .mp4"),
        (["--out", "a"], ".gif, .webp, .mp4"),
    ],
)
def test_that_another_ending_is_refused_before_anything_is_drawn(arguments, accepted, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["film", "xor", *arguments]) == 1
    assert accepted in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("begin", ["0", "161:0", "a", "1:b", ""])
def test_that_a_beginning_that_is_none_is_refused(begin, capsys):
    with pytest.raises(SystemExit):
        main(["film", "xor", "--from", begin, "--out", "a.gif"])
    assert "161:6" in capsys.readouterr().err


def test_that_without_an_encoder_an_mp4_is_refused_with_what_would_do(monkeypatch, capsys):
    monkeypatch.setattr(films.shutil, "which", lambda name: None)
    assert main(["film", "xor", "--out", "a.mp4"]) == 1
    assert "ffmpeg" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="no encoder here")
def test_that_an_mp4_is_written_where_there_is_an_encoder_also_of_pictures_with_odd_sides(tmp_path):
    picture = QImage(33, 21, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    path = tmp_path / "a.mp4"
    films.save_film([(picture, 0.2)], path)
    assert path.read_bytes()[4:8] == b"ftyp"
