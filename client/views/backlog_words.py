"""What is said of the backlog beside its number: how many were opened at all, how many wait, and the oldest of them."""

from PySide6.QtCore import Signal

from client.models.backlog_series import BacklogSeries
from client.text import age_words
from client.views.buttons import Button
from client.views.flowing_row import FlowingRow
from client.views.labels import plain_label
from client.views.numbers import count_words
from client.views.theme.theme import Theme

_HOUR_S, _DAY_S = 3_600, 86_400


class BacklogWords(FlowingRow):
    """`opened` tells the number of the oldest ticket when it is to be read."""

    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Say nothing yet."""
        self.closed, self.whole = (plain_label(tone="muted", scale="small") for _ in range(2))
        self.oldest = Button(theme, "", kind="link")
        super().__init__([self.closed, self.whole, self.oldest])
        self._oldest = 0
        self.oldest.setToolTip(self.tr("Show this ticket"))
        self.oldest.clicked.connect(lambda: self.opened.emit(self._oldest))
        self.oldest.hide()

    def meaning(self, series: BacklogSeries) -> str:
        """Return what the number counts: by days where these are several whole ones."""
        days, rest = divmod(series.period_s, _DAY_S)
        if rest or days == 1:
            hours = series.period_s // _HOUR_S
            if hours == 1:
                return self.tr("opened in the last hour and not yet closed")
            return self.tr("opened in the last %Ln hour(s) and not yet closed", "", hours)
        return self.tr("opened in the last %Ln day(s) and not yet closed", "", days)

    def show_series(self, series: BacklogSeries) -> None:
        """Say it of this result."""
        for label in (self.closed, self.whole):
            label.setVisible(series.tells_all)
        opened = self.tr("%1 opened").replace("%1", count_words(series.opened))
        if series.closed_percent is not None:
            words = self.tr("%1 opened, %2 % already closed").replace("%1", count_words(series.opened))
            opened = words.replace("%2", count_words(series.closed_percent))
        self.closed.setText(opened)
        self.whole.setText(self.tr("%1 not closed in all").replace("%1", count_words(series.whole)))
        oldest = series.oldest
        self._oldest = oldest.ticket_id if oldest is not None else 0
        self.oldest.setVisible(oldest is not None)
        if oldest is not None:
            words = self.tr("oldest: #%1, %2").replace("%1", str(oldest.ticket_id))
            words = words.replace("%2", age_words(oldest.open_us, series.stamp.as_of_us))
            self.oldest.setText(words)
            self.oldest.setAccessibleName(words)
