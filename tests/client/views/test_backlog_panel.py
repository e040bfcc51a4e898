"""The backlog's number with all that stands beside it, for the period and the bars that a person chose."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Status
from campusdesk.v1 import analytics_pb2
from client.helpdesk import HelpDesk
from client.models.backlog_parts import Split
from client.models.backlog_series import BacklogSeries
from client.models.picked import Picked
from client.views.analysis_picture import picture
from client.views.backlog_panel import BacklogPanel
from client.views.theme.theme import Theme
from tests.client.made import NOON_US, moment
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.backlogs import DAY, HOUR, backlog
from tests.client.views.held import HeldConnection

WIDE, NARROW = 900, 480


class Paintings(QObject):
    """Keeps of each painting of a widget whether the plot beside it was stale."""

    def __init__(self, panel: BacklogPanel, widget: QWidget) -> None:
        super().__init__(widget)
        self.stale: list[bool] = []
        self._panel = panel
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.stale.append(self._panel.plot.stale)
        return super().eventFilter(watched, event)


@pytest.fixture
def panel(theme: Theme, held: HeldConnection, qtbot: QtBot) -> BacklogPanel:
    panel = BacklogPanel(theme, HelpDesk(held))
    qtbot.addWidget(panel)
    panel.resize(WIDE, 360)
    panel.show()
    panel.start()
    return panel


def periods(held: HeldConnection) -> list[int]:
    """Return the periods that were watched, in seconds."""
    requests = [request for request in held.watched if isinstance(request, analytics_pb2.WatchBacklogRequest)]
    return [request.period.seconds for request in requests]


def take(panel: BacklogPanel, result: analytics_pb2.BacklogResult) -> BacklogSeries:
    """Have the panel show a result, and return what it shows."""
    panel.show_again(panel.paint_result(result))
    return shown(panel)


def shown(panel: BacklogPanel) -> BacklogSeries:
    series = panel.series()
    assert isinstance(series, BacklogSeries)
    return series


def choose(panel: BacklogPanel, name: str) -> None:
    next(button for button in panel.findChildren(QPushButton) if button.accessibleName() == name).click()


def test_thirty_days_are_watched_once(panel: BacklogPanel, held: HeldConnection) -> None:
    panel.start()
    assert periods(held) == [30 * DAY]


def test_a_period_that_is_chosen_is_watched(panel: BacklogPanel, held: HeldConnection) -> None:
    choose(panel, "8 hours")
    choose(panel, "hours")
    assert periods(held) == [30 * DAY, 8 * HOUR, 8 * HOUR]


@pytest.mark.parametrize(("period_s", "words"), [
    (HOUR, "opened in the last hour and not yet closed"),
    (24 * HOUR, "opened in the last 24 hours and not yet closed"),
    (30 * HOUR, "opened in the last 30 hours and not yet closed"),
    (3 * DAY, "opened in the last 3 days and not yet closed"),
    (3_660 * DAY, "opened in the last 3,660 days and not yet closed"),
])  # fmt: skip
def test_the_number_is_told_with_the_period_that_it_is_true_for(period_s: int, words: str, panel: BacklogPanel) -> None:
    take(panel, backlog(period_s, (40, 1)))
    assert (panel.number.text(), panel.words.text()) == ("41", words)


def test_beside_it_stands_what_was_opened_at_all_what_is_closed_and_the_whole(panel: BacklogPanel) -> None:
    take(panel, backlog(DAY, (30, 7), opened=212, ages=((30, 7), (0, 0), (100, 77))))
    assert panel.details.closed.text() == "212 opened, 83 % already closed"
    assert panel.details.whole.text() == "214 not closed in all"
    take(panel, backlog(DAY, opened=0))
    assert panel.details.closed.text() == "0 opened"


def test_the_oldest_ticket_is_told_and_a_click_opens_it(panel: BacklogPanel) -> None:
    result = backlog(DAY, (1, 0))
    take(panel, result)
    assert not panel.details.oldest.isVisible()
    result.oldest_ticket_id = 17
    result.oldest_open_time.CopyFrom(moment(NOON_US - 34 * DAY * 1_000_000))
    take(panel, result)
    assert panel.details.oldest.text() == "oldest: #17, 34 days"
    opened: list[int] = []
    panel.opened.connect(opened.append)
    panel.details.oldest.click()
    assert opened == [17]


def test_other_bars_are_shown_of_the_same_result(panel: BacklogPanel) -> None:
    take(panel, backlog(DAY, (3, 2), ages=((3, 2),)))
    assert panel.legend.accessibleName() == "open, active"
    choose(panel, "Bars by category")
    assert panel.legend.accessibleName() == "Facility management, Technical IT, Services complaints"
    assert "Technical IT" in shown(panel).table().headings
    choose(panel, "All not closed by age")
    assert shown(panel).table().rows[0] == ("under 4 h", 3, 2)
    take(panel, backlog(DAY, (3, 3)))
    assert shown(panel).split is Split.AGE


def test_ages_stand_beside_the_bars_or_in_their_place(panel: BacklogPanel, qtbot: QtBot) -> None:
    assert not panel.ages.isVisible(), "nothing is known of them yet"
    take(panel, backlog(DAY, (3, 2), ages=((3, 2),)))
    assert panel.ages.isVisible()
    assert panel.plot.isVisible()
    panel.resize(NARROW, 300)
    qtbot.waitUntil(lambda: not panel.ages.isVisible())
    choose(panel, "All not closed by age")
    assert panel.ages.isVisible()
    assert not panel.plot.isVisible()
    choose(panel, "Bars by status")
    assert not panel.ages.isVisible()
    assert panel.plot.isVisible()


def test_ages_are_told_where_the_period_has_nothing_left(panel: BacklogPanel) -> None:
    take(panel, backlog(HOUR, (0, 0), ages=((0, 0), (4, 0))))
    assert not panel.plot.is_plotted
    assert panel.ages.isVisible()
    assert panel.legend.isVisible()
    take(panel, backlog(HOUR, (0, 0)))
    assert not panel.ages.isVisible()
    assert not panel.legend.isVisible(), "there is nothing to explain"
    choose(panel, "All not closed by age")
    assert panel.ages.isVisible(), "that there are none is what was asked"


def test_ages_are_a_picture_also_where_the_period_has_nothing_left(panel: BacklogPanel) -> None:
    take(panel, backlog(HOUR, (0, 0), ages=((0, 0), (4, 0))))
    assert not panel.has_picture, "words alone are none"
    choose(panel, "All not closed by age")
    assert panel.has_picture
    assert not picture(panel, "Backlog", 1).isNull()


def test_a_server_of_an_older_version_tells_no_ages_and_is_not_taken_to_tell_zeros(panel: BacklogPanel) -> None:
    choose(panel, "All not closed by age")
    take(panel, backlog(DAY, (3, 2), opened=7, ages=((3, 2),)))
    older = backlog(DAY, (3, 2), opened=0)
    del older.ages[:]
    take(panel, older)
    assert not panel.ages.isVisible()
    assert panel.plot.isVisible()
    assert not any(label.isVisible() for label in (panel.details.closed, panel.details.whole))
    assert not any(row.isVisibleTo(panel.ages) for row in panel.ages.rows)
    older = backlog(DAY, (0, 0), opened=0)
    del older.ages[:]
    take(panel, older)
    assert panel.plot.nothing.text() == "Nothing from this time is left to do."
    take(panel, backlog(DAY, (3, 2), opened=7, ages=((3, 2),)))
    assert panel.details.closed.isVisible()
    assert all(row.isVisible() for row in panel.ages.rows)


def test_a_row_of_ages_is_picked_as_a_bar_is(panel: BacklogPanel) -> None:
    series = take(panel, backlog(DAY, (3, 2), ages=((3, 2),)))
    picks: list[Picked] = []
    panel.picked.connect(picks.append)
    panel.ages.rows[0].click()
    assert picks == [series.ages[0].pick()]


def test_period_and_bars_come_back_and_are_kept_when_a_person_chose_them(
    panel: BacklogPanel, theme: Theme, held: HeldConnection, qtbot: QtBot
) -> None:
    kept: list[object] = []
    panel.arranged.connect(lambda: kept.append(panel.told()))
    choose(panel, "8 hours")
    choose(panel, "Bars by category")
    assert len(kept) == 2
    other = BacklogPanel(theme, HelpDesk(held))
    qtbot.addWidget(other)
    other.restore(kept[-1])
    other.start()
    assert periods(held)[-1] == 8 * HOUR
    take(other, backlog(DAY, (3, 2)))
    assert shown(other).split is Split.CATEGORY


@pytest.mark.parametrize("told", [None, 7, {}, {"period": 7, "split": "colour"}, {"split": ["status"]}])
def test_what_means_nothing_is_not_chosen(told: object, panel: BacklogPanel) -> None:
    panel.restore(told)
    assert panel.controls.period.period_s == 30 * DAY
    assert panel.controls.split is Split.STATUS


def test_numbers_of_the_ages_are_a_table_too(panel: BacklogPanel) -> None:
    panel.resize(NARROW, 300)
    take(panel, backlog(DAY, (3, 2), ages=((3, 2),)))
    choose(panel, "All not closed by age")
    panel.show_numbers(True)
    assert panel.numbers is not None
    assert panel.numbers.isVisible()
    assert not panel.ages.isVisible()
    assert not panel.legend.isVisible()
    picks: list[Picked] = []
    panel.picked.connect(picks.append)
    panel.numbers.entered.emit(0, 2)
    assert picks == [shown(panel).ages[0].pick(Status.ACTIVE)]
    panel.show_numbers(False)
    assert panel.ages.isVisible()


def test_ages_are_painted_anew_when_the_service_goes(theme: Theme, held: HeldConnection, qtbot: QtBot) -> None:
    panel = BacklogPanel(theme, HelpDesk(held))
    qtbot.addWidget(panel)
    panel.resize(WIDE, 360)
    panel.show()
    take(panel, backlog(DAY, (3, 2), ages=((3, 2),)))
    paintings = Paintings(panel, panel.ages.rows[0])
    qtbot.waitUntil(lambda: paintings.stale == [False])
    panel.start()
    qtbot.waitUntil(lambda: panel.plot.stale, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: paintings.stale[-1])
    panel.end()


def test_large_numbers_ask_for_no_more_width_than_the_controls(panel: BacklogPanel) -> None:
    take(panel, backlog(30 * DAY, (1, 1)))
    before = panel.minimumSizeHint().width()
    take(panel, backlog(30 * DAY, (48_217, 40_000), opened=960_000, ages=((320_000, 171_067),)))
    assert panel.minimumSizeHint().width() <= before


def test_the_zone_is_named_where_this_pcs_clocks_show_another(
    panel: BacklogPanel, clocks: Callable[[str], None]
) -> None:
    # Nobody answers its watch.
    panel.end()
    panel.clock = lambda: NOON_US
    result = backlog(HOUR, (3, 2))
    result.time_zone = "Europe/Rome"
    told = []
    for pc in ("Europe/Berlin", "America/New_York"):
        clocks(pc)
        take(panel, result)
        told.append((panel.zone.isVisible(), panel.zone.text(), panel.stamp.text().rpartition(", ")[2]))
    # Noon in UTC, and one and the same time whatever the clocks of this PC show.
    assert told == [(False, "", "13:00:00"), (True, "Times in Europe/Rome", "13:00:00")]
    assert panel.plot.words_at(NOON_US / 1e6 - 1, 1).startswith("2 March 2026, 12:00 to 13:00")
    panel.show_numbers(True)
    assert panel.zone.isVisible()
