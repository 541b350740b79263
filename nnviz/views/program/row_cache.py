"""The texts of the program's rows, written once for each size of batch."""

from __future__ import annotations

from nnviz.model.program.symbols import Labels
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.program.corrections import RowOrder, row_order
from nnviz.views.program.texts import RowText, row_texts


class RowCache:
    """Writes the rows when the program or the notation changes, and for each size of batch.

    Attributes
    ----------
    texts
        The lines, for the size of the present batch.
    order
        The order of the rows: lines, and right ones below wrong ones.
    labels
        How symbols are written.
    """

    def __init__(self) -> None:
        self.texts: tuple[RowText, ...] = ()
        self.order = RowOrder()
        self.labels = Labels()
        self._made_of: object = None
        self._made: dict[int, tuple[RowText, ...]] = {}

    @property
    def widest(self) -> tuple[RowText, ...]:
        """The lines with the largest batch."""
        return self._made.get(max(self._made, default=0), ())

    def read(self, snapshot: Snapshot, convention: Convention) -> bool:
        """Write the rows again if the program or the notation changed, and return whether it did."""
        made_of = (snapshot.program, snapshot.labels, convention, snapshot.hides_mistakes)
        is_new = made_of != self._made_of
        if is_new:
            self._made_of, self._made, self.labels = made_of, {}, snapshot.labels
            self.order = row_order(snapshot.program, self.labels, convention)
        # A partial last batch has other shapes; its rows are cached too, as a run alternates between the two.
        size = len(snapshot.batch)
        if size not in self._made:
            self._made[size] = row_texts(snapshot, self.labels, convention)
        self.texts = self._made[size]
        return is_new
