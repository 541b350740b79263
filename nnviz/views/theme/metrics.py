"""Lengths in pixels at scale 1; ``theme.px(length)`` returns those of the screen."""

from typing import Final

GAP: Final = 8
"""Between panels, and between things that belong together."""
SMALL_GAP: Final = 4
PADDING: Final = 12
"""Between a panel's border and what is in it."""
CORNER: Final = 9
SMALL_CORNER: Final = 6
"""Corner of fields, buttons and pills."""
BORDER: Final = 1
RING: Final = 2
"""Width of the amber ring around what has just been written, and of a selection's ring."""
STROKE: Final = 1.5
"""Width of a curve and of an icon's line."""

BAR: Final = 44
"""Height of the transport bar and the timeline."""
TOP_BAR: Final = 50
"""Height of the bar under the menus."""
MENU_ARROW: Final = 22
"""Width of the part of a button that opens its menu."""
HEADING: Final = 32
"""Height of a panel's heading."""
CONTROL: Final = 26
"""Height of a field or a button."""
PILL: Final = 22
"""Height of a segment and of a badge."""
ROW: Final = 20
"""Height of a line of the program."""
PROGRAM_ROW: Final = 22
"""Height of a line of the update's program."""
LINE_HEIGHT: Final = 125
"""Distance of the lines of a text, in percent of the font's own."""
GUTTER: Final = 35
"""Width of the program's gutter."""
BREAKPOINT: Final = 10
"""Diameter of a breakpoint's dot."""
CELL_W: Final = 56
CELL_H: Final = 24
"""Size of a matrix cell with its number."""
UNIT: Final = 42
"""Side of a unit's heat map in the diagram."""
UNIT_LABELLED: Final = 26
"""Smallest side of a unit that has its label under it."""
UNIT_LEAST: Final = 11
"""Smallest side of a unit that is drawn alone; where there is less room, units are cells of a strip."""
STRIP: Final = 20
"""Width of a strip of units."""
SWATCH: Final = 5
"""Width of a colour that replaces a number for which there is no room."""
BIAS: Final = 5.5
"""Greatest radius of a bias's dot."""
EDGE_THICK: Final = 4.2
"""Width of the edge of the greatest weight."""
SAMPLE: Final = 12
"""Diameter of a sample on the plane."""
HANDLE: Final = 14
"""Diameter of a slider's handle."""
TRACK: Final = 4
"""Thickness of a slider's track."""
SCROLL: Final = 10
"""Thickness of a scroll bar."""
ICON: Final = 16
HATCH: Final = 6
"""Distance between the lines of the hatching along an axis."""
LEGEND_W: Final = 90
LEGEND_H: Final = 7
NUMBER_FIELD_W: Final = 72
"""Smallest width of a field for a number."""
