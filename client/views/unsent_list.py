"""What was written and not sent, over the window."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from client.drafts import Draft
from client.views.labels import plain_label
from client.views.theme.theme import Theme
from client.views.unsent_row import UnsentRow

_WIDTH = 420
# So many are shown at once; the newest are what people look for.
_MOST = 10


class UnsentList(QFrame):
    """A list over the window, until something else is clicked or Esc is pressed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "card")
        self.setAccessibleName(self.tr("Written and not sent"))
        self._theme = theme
        self.rows: list[UnsentRow] = []
        self._foot = QPoint()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(0)
        self.setFixedWidth(_WIDTH)

    def stand_on(self, foot: QPoint) -> None:
        """Have the lower left corner there, in pixels of the screen, however high the list becomes."""
        self._foot = foot
        self.adjustSize()
        self.move(foot.x(), foot.y() - self.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Stand there by the height that the look gives."""
        super().showEvent(event)
        self.stand_on(self._foot)

    def _take_room(self, unfolded: UnsentRow) -> None:
        """Grow upwards with one row that is read, as the others fold."""
        for row in self.rows:
            if row is not unfolded and not row.whole.isHidden() and not unfolded.whole.isHidden():
                row.unfold(False)
        self.stand_on(self._foot)

    def show_drafts(self, drafts: list[tuple[Draft, bool]], go_on: Callable[[Draft], object]) -> None:
        """Show the newest of the drafts, each with whether its ticket is here; `go_on` is called with a chosen one."""
        for draft, is_here in drafts[:_MOST]:
            row = UnsentRow(self._theme, draft, is_here=is_here)
            row.opened.connect(self.close)
            row.opened.connect(go_on)
            row.unfolded.connect(lambda row=row: self._take_room(row))
            self._column.addWidget(row)
            self.rows.append(row)
        if len(drafts) > _MOST:
            more = plain_label(self.tr("and %Ln more", "", len(drafts) - _MOST), tone="muted", scale="small")
            more.setContentsMargins(12, 4, 8, 4)
            self._column.addWidget(more)
