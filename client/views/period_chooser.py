"""How far back one looks: the usual periods by one click each, or any number of hours or days."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.views.buttons import Button, Choice
from client.views.number_field import NumberField
from client.views.theme.theme import Theme

_HOUR_S, _DAY_S = 3_600, 86_400
_FIRST_DAYS, _MOST_DAYS = 30, 3_660
# The usual periods, each as a number and whether it is of days.
_USUAL = ((1, False), (4, False), (8, False), (24, False), (3, True), (7, True), (30, True))
# A period that is still being typed is not told yet.
_SETTLE_MS = 300


class PeriodChooser(QWidget):
    """`chosen` when a person chose another period, which is then `period_s`."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        """Choose 30 days."""
        super().__init__()
        names = [(self.tr("%1 d") if days else self.tr("%1 h")).replace("%1", str(count)) for count, days in _USUAL]
        spoken = [
            self.tr("%Ln day(s)", "", count) if days else self.tr("%Ln hour(s)", "", count) for count, days in _USUAL
        ]
        self.usual = Choice(theme, names, self.tr("Usual periods"), kind="brief", spoken=spoken)
        self.count = NumberField(_FIRST_DAYS, _MOST_DAYS, self.tr("Length of the period"))
        units = [self.tr("hours"), self.tr("days")]
        self.unit = Choice(theme, units, self.tr("Unit of the period"), kind="brief")
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._tell)
        self._show(_FIRST_DAYS, in_days=True)
        self.usual.chosen.connect(self._choose_usual)
        self.count.changed.connect(self._settle)
        self.unit.chosen.connect(self._change_unit)
        self.other = Button(theme, "…", kind="brief")
        self.other.setAccessibleName(self.tr("Another period"))
        self.other.setToolTip(self.tr("Another period"))
        self.other.setCheckable(True)
        self.other.toggled.connect(self._arrange)
        self._is_compact = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.usual, self.count, self.unit, self.other):
            row.addWidget(part)
        self._arrange()

    @property
    def period_s(self) -> int:
        """Return the chosen period in seconds."""
        return self.count.value * (_DAY_S if self.unit.index else _HOUR_S)

    def told(self) -> dict[str, object]:
        """Return what is chosen as JSON can hold it."""
        return {"count": self.count.value, "days": bool(self.unit.index)}

    def restore(self, told: object) -> None:
        """Choose what `told` said, as far as it is a period."""
        parts = told if isinstance(told, dict) else {}
        count, in_days = parts.get("count"), parts.get("days") is True
        if type(count) is int and 1 <= count <= _most(in_days=in_days):
            self._show(count, in_days=in_days)

    def set_compact(self, compact: bool) -> None:
        """Have the field for any period behind a button, in place of the usual ones, or all beside each other."""
        if compact != self._is_compact:
            self._is_compact = compact
            self.usual.set_close(compact)
            self._arrange()

    def _arrange(self) -> None:
        field = not self._is_compact or self.other.isChecked()
        # What is to go keeps the keys as long as nothing else is there to take them.
        self.count.setVisible(field)
        self.unit.setVisible(field)
        self.usual.setVisible(not self._is_compact or not field)
        self.other.setVisible(self._is_compact)

    def _show(self, count: int, *, in_days: bool) -> None:
        self.unit.choose(int(in_days))
        self.count.set_highest(_most(in_days=in_days))
        self.count.setText(str(count))
        self._settling.stop()
        self._mark()

    def _mark(self) -> None:
        """Mark the usual period that is chosen, whatever its unit."""
        periods = [count * (_DAY_S if days else _HOUR_S) for count, days in _USUAL]
        self.usual.choose(periods.index(self.period_s) if self.period_s in periods else -1)

    def _choose_usual(self, index: int) -> None:
        count, in_days = _USUAL[index]
        self._show(count, in_days=in_days)
        self.chosen.emit()

    def _settle(self) -> None:
        self._mark()
        self._settling.start()

    def _change_unit(self, unit: int) -> None:
        self.count.set_highest(_most(in_days=bool(unit)))
        self._tell()

    def _tell(self) -> None:
        self._settling.stop()
        self._mark()
        self.chosen.emit()


def _most(*, in_days: bool) -> int:
    return _MOST_DAYS if in_days else _MOST_DAYS * 24
