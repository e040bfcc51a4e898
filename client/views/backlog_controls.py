"""What a person chooses of the backlog: how far back, and what the bars show."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.models.backlog_parts import Split
from client.views.buttons import Choice
from client.views.period_chooser import PeriodChooser
from client.views.theme.theme import Theme

_SPLITS = tuple(Split)
_ICONS = ("status-active", "category-load", "clock")


class BacklogControls(QWidget):
    """One row in any width: names give way to icons first, then the field for a period goes behind a button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.period = PeriodChooser(theme)
        names = [self.tr("Status"), self.tr("Category"), self.tr("Age")]
        spoken = [self.tr("Bars by status"), self.tr("Bars by category"), self.tr("All not closed by age")]
        self.choice = Choice(theme, names, self.tr("What the bars show"), _ICONS, kind="brief", spoken=spoken)
        self._widths = [0, 0, 0]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.period)
        self._row.addStretch(1)
        self._row.addWidget(self.choice)

    @property
    def split(self) -> Split:
        """Return what the bars show."""
        return _SPLITS[self.choice.index]

    def choose_split(self, split: Split) -> None:
        """Show another choice without telling it as a person's."""
        self.choice.choose(_SPLITS.index(split))

    def minimumSizeHint(self) -> QSize:
        """Return the room that is needed when all that can has given way."""
        return QSize(self._widths[-1], super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        if not self._widths[0]:
            self._measure()
        self._fold(next((at for at, wide in enumerate(self._widths) if wide <= self.width()), len(self._widths) - 1))

    def _measure(self) -> None:
        """Find out how wide each fold is, in the fonts that are in force only once this is shown."""
        for at in range(len(self._widths)):
            self._fold(at)
            # What became wider or went is else told to this row only later.
            for part in (self.choice.layout(), self.period.layout(), self._row):
                if part is not None:
                    part.invalidate()
                    part.activate()
            self._widths[at] = self._row.sizeHint().width()
        self.updateGeometry()

    def _fold(self, at: int) -> None:
        self.choice.set_compact(at > 0)
        self.choice.set_close(at > 1)
        self.period.set_compact(at > 1)
