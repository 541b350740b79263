"""Where the matrices go: the arrangement for a snapshot, a tab and a room, made again when one of them differs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nnviz.model.data.batches import batch_size
from nnviz.model.program.program import Program
from nnviz.model.program.shapes import shape_text
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import is_per_sample
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.matrices.arrangement import Arranger, MatrixArrangement
from nnviz.views.matrices.entries import MatrixEntry, layer_entries, overview_entries
from nnviz.views.matrices.item import Item
from nnviz.views.matrices.ruler import Ruler


@dataclass(frozen=True)
class View:
    """What a person has chosen to see, and the room for it.

    Attributes
    ----------
    layer
        The layer whose matrices are shown; None for all layers.
    convention
        Whether samples are columns or rows.
    width, height
        Pixels that can be seen at once.
    """

    layer: int | None = None
    convention: Convention = "columns"
    width: int = 0
    height: int = 0

    def as_drawn(self, row: int, column: int) -> tuple[int, int]:
        """Turn a cell's indices from the column convention to the one that is drawn, or back."""
        return (column, row) if self.convention == "rows" else (row, column)


class ArrangementCache:
    """Keeps arrangements for as long as they are valid.

    Parameters
    ----------
    ruler
        Lengths of the theme.
    """

    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler
        self._view = View()
        self._made_for: tuple[Program, Scenario, bool] | None = None
        self._stored: dict[str | None, MatrixArrangement] = {}
        self._fitted: dict[tuple[str | None, int], MatrixArrangement] = {}

    def arrangement(self, snapshot: Snapshot, view: View) -> MatrixArrangement:
        """Return the arrangement; the same object for as long as nothing moves."""
        if not self._is_valid_for(snapshot, view):
            self._view = view
            self._made_for = (snapshot.program, snapshot.scenario, snapshot.own_labels)
            self._stored.clear()
            self._fitted.clear()
        wanted = self._missing_symbol(snapshot)
        key = (wanted, len(snapshot.batch))
        if key not in self._fitted:
            self._fitted[key] = self._for_batch(self._arranged(snapshot, wanted), snapshot)
        return self._fitted[key]

    def _is_valid_for(self, snapshot: Snapshot, view: View) -> bool:
        if self._made_for is None or view != self._view:
            return False
        # The very same objects: comparing all that is in a scenario would take long, sixty times a second.
        program, scenario, own_labels = self._made_for
        same = snapshot.program is program and snapshot.scenario is scenario
        return same and snapshot.own_labels == own_labels

    def _missing_symbol(self, snapshot: Snapshot) -> str | None:
        """Return what the lit line wrote, if all layers leave no room for it."""
        line = snapshot.lit_line
        if line is None or not line.layer or self._view.layer is not None:
            return None
        return None if self._arranged(snapshot, None).of_symbol(line.writes) else line.writes

    def _arranged(self, snapshot: Snapshot, wanted: str | None) -> MatrixArrangement:
        if wanted not in self._stored:
            view = self._view
            arranger = Arranger(self._ruler, view.width, view.height)
            if view.layer is not None:
                self._stored[wanted] = arranger.layer(self._items(snapshot, layer_entries(snapshot, view.layer)))
            else:
                layers = range(1, snapshot.network.depth + 1)
                groups = [self._items(snapshot, overview_entries(snapshot, layer)) for layer in layers]
                self._stored[wanted] = arranger.overview(groups, wanted)
        return self._stored[wanted]

    def _items(self, snapshot: Snapshot, entries: tuple[MatrixEntry, ...]) -> list[Item]:
        labels = snapshot.labels
        # Room for a whole batch, so that nothing moves when the last one of an epoch is shorter.
        shapes = snapshot.program_run.shapes(batch_size(len(snapshot.data.train), snapshot.scenario.effective_batch))
        items = []
        for entry in entries:
            rows, columns = self._view.as_drawn(*shapes[entry.symbol])
            items.append(Item(entry, rows, columns, self._ruler.elided(entry.label(labels))))
        return items

    def _for_batch(self, arrangement: MatrixArrangement, snapshot: Snapshot) -> MatrixArrangement:
        """Return the arrangement with the shapes of the batch on the screen."""
        places = []
        for place in arrangement.places:
            shape = place.entry.shape(snapshot, self._view.convention)
            if is_per_sample(place.entry.symbol) and shape != (place.rows.count, place.columns.count):
                rows, columns = replace(place.rows, count=shape[0]), replace(place.columns, count=shape[1])
                text = place.shape.replace(shape_text((place.rows.count, place.columns.count)), shape_text(shape))
                place = replace(place, rows=rows, columns=columns, shape=text)
            places.append(place)
        return replace(arrangement, places=tuple(places))
