"""What is said of what is drawn: names of cells, tooltips, and the line in words."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.text.numbers import exact
from nnviz.views.strip.boxes import NumberBox, StripSpot, tag_text
from nnviz.views.strip.picture import StripPicture


def cell_name(spot: StripSpot) -> str:
    """Return the name of a cell, indices from 1 as drawn: ``δ¹ [2, 3]``."""
    box = spot.box
    tag = f" ({tag_text(box.tag)})" if box.tag else ""
    index = "" if box.rows.count == box.columns.count == 1 else f" [{spot.row + 1}, {spot.column + 1}]"
    return f"{box.operand.label}{index}{tag}"


def cell_text(spot: StripSpot) -> str:
    """Return a number with its name: ``δ¹ [2, 3] = 0.17585885693085468``."""
    value = spot.box.equation.value(spot.box.operand)
    if value is None:
        return _not_computed(cell_name(spot))
    return f"{cell_name(spot)} = {exact(float(value[spot.row, spot.column]))}"


def number_text(box: NumberBox) -> str:
    """Return a named number."""
    value = box.equation.value(box.operand)
    tag = f" ({tag_text(box.tag)})" if box.tag else ""
    name = f"{box.operand.label}{tag}"
    return _not_computed(name) if value is None else f"{name} = {exact(float(value[0, 0]))}"


def tip(picture: StripPicture, spot: StripSpot) -> str:
    """Describe a cell: its exact value, and what the mouse does with it."""
    texts = [cell_text(spot)]
    translate = QCoreApplication.translate
    box, snapshot = spot.box, picture.snapshot
    if box.operand.is_computed:
        texts.append(translate("StripPanel", "an intermediate value: no line writes it"))
    cell = picture.cell_of(spot)
    now = picture.set_since(spot)
    if now is not None:
        text = translate("StripPanel", "It holds %1 now: this is what the line read or wrote.")
        texts.append(text.replace("%1", exact(now)))
    if cell is not None:
        texts.append(translate("StripPanel", "Click: the inspector explains this number"))
        is_parameter = snapshot is not None and box.operand.symbol in snapshot.program.parameters
        if is_parameter and box.tag != "old":
            texts.append(translate("StripPanel", "Double-click: type another value · drag: change it"))
    return "\n".join(texts)


def spoken(picture: StripPicture) -> str:
    """Describe the line, the cell in question and its arithmetic to people who hear the window."""
    texts = []
    results = [box for box in picture.arrangement.operands if box.is_result]
    for box in results:
        if isinstance(box, NumberBox):
            texts.append(number_text(box))
        else:
            row, column = picture.in_question
            texts.append(cell_text(StripSpot(box, min(row, box.rows.count - 1), min(column, box.columns.count - 1))))
    texts += picture.steps()[:-1]
    return "; ".join(texts)


def refusal(spot: StripSpot) -> str:
    """Return why a number cannot be edited."""
    translate = QCoreApplication.translate
    if spot.box.tag == "old":
        text = translate("StripPanel", "%1 has been replaced by this line: edit the new value")
    elif spot.box.operand.is_computed:
        text = translate("StripPanel", "%1 is an intermediate value: only W and b can be edited")
    else:
        text = translate("StripPanel", "%1 is not a parameter: only W and b can be edited")
    return text.replace("%1", spot.box.label)


def _not_computed(name: str) -> str:
    return QCoreApplication.translate("StripPanel", "%1 has not been computed yet").replace("%1", name)
