"""What the card at the cursor tells of a month: every number, a line for each thing that it is about."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QObject

from client.models.duration_unit import duration_words
from client.models.resolution_series import WITHIN_DAYS, ResolutionSeries
from client.models.series import percent
from client.views.numbers import count_words


class ResolutionCard(QObject):
    """Says all that is known of one month."""

    def words(self, series: ResolutionSeries, at: int) -> str:
        """Return the lines of a month."""
        return "\n".join(self._lines(series, at))

    def _lines(self, series: ResolutionSeries, at: int) -> Iterator[str]:
        month = self.tr("%1, preliminary") if series.preliminary[at] else "%1"
        yield month.replace("%1", series.label(at))
        closed, not_closed = int(series.closed_counts[at]), int(series.not_closed_counts[at])
        if not closed + not_closed:
            yield self.tr("no ticket opened")
            return
        yield self._mean(series, at)
        if not np.isnan(series.median_s[at]):
            quantiles = self.tr("median %1 · 90 % within %2").replace("%1", duration_words(series.median_s[at]))
            yield quantiles.replace("%2", duration_words(series.p90_s[at]))
        yield self._expected(series, at)
        counts = self.tr("closed %1 · not closed yet %2").replace("%1", count_words(closed))
        yield counts.replace("%2", count_words(not_closed))
        yield from self._shares(series, at)

    def _mean(self, series: ResolutionSeries, at: int) -> str:
        if np.isnan(series.mean_s[at]):
            return self.tr("no ticket closed yet")
        words = self.tr("mean %1, of fewer than 5 tickets") if series.few[at] else self.tr("mean %1")
        return words.replace("%1", duration_words(series.mean_s[at]))

    def _expected(self, series: ResolutionSeries, at: int) -> str:
        if np.isnan(series.expected_s[at]):
            return self.tr("half of all closed: not reached")
        return self.tr("half of all closed within %1").replace("%1", duration_words(series.expected_s[at]))

    def _shares(self, series: ResolutionSeries, at: int) -> Iterator[str]:
        """Tell the shares of those old enough, each as days and percent, in one line."""
        counts = zip(WITHIN_DAYS, series.closed_within[at], series.old_enough[at], strict=True)
        told = [
            self.tr("%1 d %2 %").replace("%1", str(days)).replace("%2", str(percent(closed, old_enough)))
            for days, closed, old_enough in counts
            if old_enough
        ]
        if told:
            yield self.tr("closed in %1").replace("%1", " · ".join(told))
