"""What the desk is doing with tickets, in lines under the table: it takes no room while there is nothing to say."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from client.views.labels import hairline
from client.views.theme.theme import Theme
from client.views.work_line import WorkLine

# More would take the table's room: the older ones come back as soon as the newer ones go.
_MOST_SHOWN = 4


class WorkBar(QFrame):
    """Lines from the oldest to the newest; the table above gives way at its lower end, so that no row moves."""

    def __init__(self, theme: Theme) -> None:
        """Begin without lines."""
        super().__init__()
        self.setProperty("ground", "canvas")
        self.setAccessibleName(self.tr("What is being done"))
        self._theme = theme
        self.lines: list[WorkLine] = []
        self._said: WorkLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(hairline())
        self.hide()

    def add(self) -> WorkLine:
        """Make a line under the others."""
        line = WorkLine(self._theme)
        line.gone.connect(lambda: self._drop(line))
        self.lines.append(line)
        self._column.addWidget(line)
        self._share_room()
        line.fade_in()
        return line

    def say(self, words: str) -> WorkLine:
        """Say something that goes by itself, in place of what was said so before."""
        if self._said in self.lines:
            self._said.put_away()
        self._said = line = self.add()
        line.show_words(words)
        line.may_go(soon=True)
        return line

    def _drop(self, line: WorkLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._share_room()

    def _share_room(self) -> None:
        for at, line in enumerate(reversed(self.lines)):
            line.setVisible(at < _MOST_SHOWN)
        self.setVisible(bool(self.lines))
