"""The rows of the program on the screen, written once."""

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
        The lines.
    order
        What stands in the rows: lines, and right ones beside wrong ones.
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
        """Write the rows anew if what they are made of changed; tell whether it is another program or notation."""
        made_of = (snapshot.program, snapshot.labels, convention, snapshot.hides_mistakes)
        is_new = made_of != self._made_of
        if is_new:
            self._made_of, self._made, self.labels = made_of, {}, snapshot.labels
            self.order = row_order(snapshot.program, self.labels, convention)
        # A partial last batch has other shapes; its rows are kept too, as a run comes back to either again and again.
        size = len(snapshot.batch)
        if size not in self._made:
            self._made[size] = row_texts(snapshot, self.labels, convention)
        self.texts = self._made[size]
        return is_new
