import re
from collections.abc import Iterator
from itertools import combinations, pairwise

import numpy as np
import pytest
from PyQt6.QtCore import QFile, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PyQt6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QWidget

from nnviz.assets import asset
from nnviz.views.theme import (
    DARK,
    LIGHT,
    Theme,
    app_icon,
    apply_theme,
    class_colour,
    class_rgba,
    contrast,
    draw_now_ring,
    hatch_brush,
    icon,
    mono_font,
    now_ring_reach,
    probability_colour,
    probability_rgba,
    signed_colour,
    signed_rgba,
    signed_table,
    signed_text_colour,
    signed_text_rgba,
    stylesheet,
    text_on,
    theme_for,
    ui_font,
)

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
ICONS = sorted(path.stem for path in asset("icons").glob("*.svg"))


@pytest.fixture(autouse=True)
def _application_restored(qapp: QApplication) -> Iterator[None]:
    font, colours = qapp.font(), qapp.palette()
    yield
    qapp.setFont(font)
    qapp.setPalette(colours)


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


@THEMES
@pytest.mark.parametrize("name", ["text", "secondary", "accent", "fault", "holds", "positive_text", "negative_text"])
def test_that_text_can_be_read_on_a_panel(theme: Theme, name: str) -> None:
    assert contrast(QColor(getattr(theme, name)), QColor(theme.panel)) >= 4.5


@THEMES
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *(("on_accent", "accent"), ("text", "now_row"), ("text", "chosen"), ("secondary", "now_row")),
        *(("text", "window"), ("secondary", "window"), ("on_accent", "accent_hover")),
    ],
)
def test_that_text_can_be_read_on_a_filled_background(theme: Theme, text: str, ground: str) -> None:
    assert contrast(QColor(getattr(theme, text)), QColor(getattr(theme, ground))) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["panel", "field"])
@pytest.mark.parametrize("name", ["field_border", "faint", "accent", "breakpoint", "fault", "holds", "now_outline"])
def test_that_marks_and_the_borders_of_fields_stand_out(theme: Theme, name: str, ground: str) -> None:
    assert contrast(QColor(getattr(theme, name)), QColor(getattr(theme, ground))) >= 3


@THEMES
def test_that_what_can_be_ticked_and_typed_into_and_scrolled_has_a_border_that_stands_out(theme: Theme) -> None:
    sheet = stylesheet(theme)
    for field in ("QComboBox, QLineEdit", "QCheckBox::indicator ", "QRadioButton::indicator ", "QScrollBar::handle "):
        rule = sheet[sheet.index(field) :].partition("}")[0]
        assert theme.field_border in rule


@THEMES
@pytest.mark.parametrize("fill", ["negative", "zero", "positive", "panel"])
def test_that_what_is_now_is_told_from_what_is_not_without_any_hue(theme: Theme, fill: str) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    painter, figure = QPainter(image), QRectF(10, 10, 20, 20)
    painter.fillRect(figure, QColor(getattr(theme, fill)))
    draw_now_ring(painter, theme, figure)
    painter.end()
    row = [QColor(pixel, pixel, pixel) for pixel in np.array([grey(image, x, 20) for x in range(40)]).tolist()]
    around = QColor(theme.panel)
    ring = [x for x in range(10) if contrast(row[x], around) >= 3]
    assert len(ring) >= 2, "the outline is two pixels wide, and stands out from the panel"
    assert now_ring_reach(theme) == 10 - next(x for x in range(40) if row[x] != row[0])


def grey(image: QImage, x: int, y: int) -> int:
    return image.convertToFormat(QImage.Format.Format_Grayscale8).pixelColor(x, y).red()


@THEMES
def test_that_the_ends_and_the_middle_of_the_signed_colours_are_the_tokens(theme: Theme) -> None:
    assert signed_colour(theme, 2.0, 2.0) == QColor(theme.positive)
    assert signed_colour(theme, -2.0, 2.0) == QColor(theme.negative)
    assert signed_colour(theme, 0.0, 2.0) == QColor(theme.zero)
    assert signed_colour(theme, 1e9, 2.0) == QColor(theme.positive)


@THEMES
def test_that_half_the_scale_is_blended_by_its_power(theme: Theme) -> None:
    zero, end = np.array(rgb(QColor(theme.zero))), np.array(rgb(QColor(theme.positive)))
    expected = zero + 0.5**0.8 * (end - zero)
    assert np.abs(np.array(rgb(signed_colour(theme, 0.5, 1.0))) - expected).max() <= 2


@THEMES
def test_that_an_array_is_coloured_as_its_values_are_one_by_one(theme: Theme) -> None:
    values = np.array([[-1.0, -0.3, 0.0], [0.2, 0.7, np.inf]])
    fills = signed_rgba(theme, values, 1.0)
    assert fills.shape == (2, 3, 4)
    assert fills.dtype == np.uint8
    for place, value in np.ndenumerate(values):
        assert tuple(fills[place][:3]) == rgb(signed_colour(theme, value, 1.0))


@THEMES
def test_that_nan_is_drawn_as_a_fault_and_not_as_zero(theme: Theme) -> None:
    fills = signed_rgba(theme, np.array([np.nan, 0.0]), 1.0)
    assert tuple(fills[0][:3]) == rgb(QColor(theme.fault))
    assert tuple(fills[1][:3]) == rgb(QColor(theme.zero))


@THEMES
def test_that_without_a_scale_only_zero_is_neutral(theme: Theme) -> None:
    fills = signed_rgba(theme, np.array([0.0, 1e-300]), 0.0)
    assert tuple(fills[0][:3]) == rgb(QColor(theme.zero))
    assert tuple(fills[1][:3]) == rgb(QColor(theme.positive))


@THEMES
def test_that_text_on_every_signed_colour_and_a_fault_can_be_read(theme: Theme) -> None:
    values = np.append(np.linspace(-1, 1, 255), np.nan)
    fills = signed_rgba(theme, values, 1.0)
    texts = signed_text_rgba(theme, values, 1.0)
    for fill, text in zip(fills, texts, strict=True):
        assert contrast(QColor(*map(int, fill)), QColor(*map(int, text))) >= 4.5


@THEMES
def test_that_text_on_any_grey_or_class_colour_can_be_read(theme: Theme) -> None:
    fills = [QColor(grey, grey, grey) for grey in range(256)] + [QColor(colour) for colour in theme.classes]
    assert min(contrast(fill, text_on(theme, fill)) for fill in fills) >= 4.5


@THEMES
def test_that_a_probability_of_one_half_is_neutral(theme: Theme) -> None:
    assert probability_colour(theme, 0.5) == QColor(theme.zero)
    assert probability_colour(theme, 0.0) == QColor(theme.negative)
    assert probability_colour(theme, 1.0) == QColor(theme.positive)
    assert tuple(probability_rgba(theme, [0.0])[0][:3]) == rgb(QColor(theme.negative))


@THEMES
def test_that_two_classes_are_coloured_as_negative_and_positive(theme: Theme) -> None:
    assert class_colour(theme, 0) == QColor(theme.negative)
    assert class_colour(theme, 1) == QColor(theme.positive)
    assert len(set(theme.classes)) >= 6


# Machado, Oliveira and Fernandes (2009), full severity: protan, deutan and tritan, after normal sight.
SIGHTS = np.array(
    [
        np.eye(3),
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ]
)
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def lab(colour: str, sight: np.ndarray) -> np.ndarray:
    part = np.array(rgb(QColor(colour))) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    xyz = TO_XYZ @ np.clip(sight @ linear, 0, 1) / [0.9505, 1.0, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@THEMES
@pytest.mark.parametrize("sight", SIGHTS, ids=["normal", "protan", "deutan", "tritan"])
def test_that_classes_and_signs_are_distinguished_by_colour_blind_people(theme: Theme, sight: np.ndarray) -> None:
    seen = [lab(colour, sight) for colour in theme.classes]
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) >= 20


@THEMES
def test_that_an_unsure_class_fades_to_neutral(theme: Theme) -> None:
    fills = class_rgba(theme, np.array([2, 2]), np.array([0.0, 1.0]))
    assert tuple(fills[0][:3]) == rgb(QColor(theme.zero))
    assert tuple(fills[1][:3]) == rgb(class_colour(theme, 2))


@THEMES
def test_that_signed_text_shows_sign_and_fault(theme: Theme) -> None:
    assert signed_text_colour(theme, 1e-9) == QColor(theme.positive_text)
    assert signed_text_colour(theme, -1e-9) == QColor(theme.negative_text)
    assert signed_text_colour(theme, 0.0) == QColor(theme.secondary)
    assert signed_text_colour(theme, float("nan")) == QColor(theme.fault)


def test_that_the_shared_table_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="read-only"):
        signed_table(LIGHT)[0] = 0


@pytest.mark.parametrize("ratio", [1, 2])
@THEMES
def test_that_hatching_has_the_same_stripes_at_any_pixel_ratio(qapp: QApplication, theme: Theme, ratio: int) -> None:
    image = QImage(60 * ratio, 60 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.fillRect(QRect(0, 0, 60, 60), hatch_brush(theme))
    painter.end()
    row = [QColor(image.pixel(x, 0)).lightness() for x in range(image.width())]
    middle = (QColor(theme.panel).lightness() + QColor(theme.hatching).lightness()) / 2
    inside = [(value > middle) != (theme.name == "dark") for value in row]
    stripes = sum(before != after for before, after in pairwise(inside)) / 2
    # One stripe in six logical pixels, at 45 degrees: the next row is the same, moved by one pixel.
    assert stripes == pytest.approx(10, abs=1)
    below = [QColor(image.pixel(x, 1)).lightness() for x in range(image.width())]
    assert max(abs(a - b) for a, b in zip(row[:-1], below[1:], strict=True)) <= 6


def test_that_the_system_choice_is_one_of_the_two_themes(qapp: QApplication) -> None:
    assert theme_for("system") in (LIGHT, DARK)
    assert theme_for("dark") == DARK
    assert theme_for("light", 1.5) == LIGHT.scaled(1.5)


def test_that_a_presentation_scales_lengths_and_fonts(qapp: QApplication) -> None:
    big = LIGHT.scaled(2.0)
    assert big.px(8) == 16
    assert ui_font(big).pointSizeF() == pytest.approx(2 * ui_font(LIGHT).pointSizeF())
    assert mono_font(big).pointSizeF() == pytest.approx(2 * mono_font(LIGHT).pointSizeF())


@THEMES
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_that_no_placeholder_is_left_in_the_style_sheet(theme: Theme, scale: float) -> None:
    sheet = stylesheet(theme.scaled(scale))
    assert re.search(r"[$@%]|\{[A-Z_]+\}", sheet) is None
    for image in re.findall(r"url\(([^)]+)\)", sheet):
        assert QFile.exists(image)


@THEMES
def test_that_the_one_filled_button_is_filled_with_the_accent(qtbot, theme: Theme) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    button = QPushButton(window)
    button.setProperty("primary", True)
    window.setCentralWidget(button)
    apply_theme(window, theme)
    window.resize(200, 80)
    with qtbot.waitExposed(window):
        window.show()
    button.clearFocus()
    assert button.grab().toImage().pixelColor(20, button.height() // 2) == QColor(theme.accent)


def test_that_a_scaled_theme_reaches_the_font_of_plain_widgets(qtbot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    label = QLabel("text", window)
    window.setCentralWidget(label)
    apply_theme(window, LIGHT)
    small = label.sizeHint().height()
    apply_theme(window, LIGHT.scaled(2.0))
    assert label.sizeHint().height() >= 1.7 * small


def painted(pixmap: QPixmap) -> set[tuple[int, int, int]]:
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {rgb(pixel) for pixel in pixels if pixel.alpha() == 255}


def assert_drawn_in(pixmap: QPixmap, colour: str) -> None:
    seen = painted(pixmap)
    assert seen
    # Colours that are kept multiplied by their opacity are rounded.
    assert (
        max(abs(part - wanted) for pixel in seen for part, wanted in zip(pixel, rgb(QColor(colour)), strict=True)) <= 1
    )


@pytest.mark.parametrize("name", [name for name in ICONS if name != "nnviz"])
@pytest.mark.slow
@pytest.mark.sample(10)
def test_that_an_icon_is_drawn_in_the_colour_of_its_role(qapp: QApplication, name: str) -> None:
    side = QSize(16, 16)
    assert_drawn_in(icon(name, LIGHT, "accent").pixmap(side, 3.0), LIGHT.accent)
    assert_drawn_in(icon(name, DARK).pixmap(side, 3.0, QIcon.Mode.Disabled), DARK.faint)


def test_that_an_icon_of_no_size_is_nothing_and_paints_on_nothing(qapp: QApplication, qtlog) -> None:
    assert icon("run", LIGHT).pixmap(QSize(0, 16)).isNull()
    assert [record.message for record in qtlog.records] == []


def test_that_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", LIGHT)


def test_that_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    assert icon("run", LIGHT).pixmap(icon("run", LIGHT).availableSizes()[0], 2.0).width() == 32


def test_that_the_application_icon_has_blue_orange_and_amber(qapp: QApplication) -> None:
    seen = {rgb(QColor(colour)) for colour in (DARK.positive, DARK.negative, DARK.now_mark)}
    assert seen <= painted(app_icon().pixmap(256, 256))
    assert app_icon().pixmap(512, 512).width() == 512


def test_that_a_floating_child_needs_no_theme_of_their_own(qtbot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    apply_theme(window, DARK)
    child = QWidget(window, Qt.WindowType.Tool)
    child.ensurePolished()
    assert child.palette().window().color() == QColor(DARK.window)
