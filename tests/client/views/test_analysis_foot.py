"""What explains a plot stands beside what it is true for, and over it where there is no room for both."""

import pytest
from pytestqt.qtbot import QtBot

from client.views.analysis_foot import AnalysisFoot
from client.views.elided_label import ElidedLabel
from client.views.labels import plain_label
from client.views.plots.canvas import PLAIN, Canvas
from client.views.plots.legend import Entry, Legend
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT

LIVE, AWAY = "live, 2,000 tickets, 14:03:07", "1 day old (yesterday 20:06): the analysis service is away"


class Parts:
    """A foot with its parts."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        canvas = Canvas(theme)
        qtbot.addWidget(canvas)
        self.legend, self.note, self.stamp = Legend(canvas), ElidedLabel(), plain_label(LIVE)
        self.note.setText("months as in Europe/Rome")
        self.legend.show_entries([Entry(LIGHT.open, PLAIN, "open tickets", "open")])
        self.zone = plain_label("Times in Europe/Rome")
        self.zone.hide()
        self.foot = AnalysisFoot(self.legend, self.note, self.zone, self.stamp)
        qtbot.addWidget(self.foot)

    @property
    def has_two_lines(self) -> bool:
        """Say whether the stamp stands under what explains the plot."""
        return self.stamp.mapTo(self.foot, self.stamp.rect().topLeft()).y() >= self.legend.height() > 0


@pytest.fixture
def parts(theme: Theme, qtbot: QtBot) -> Parts:
    parts = Parts(theme, qtbot)
    parts.foot.resize(440, 20)
    parts.foot.show()
    return parts


def test_a_long_stamp_goes_under_the_legend_and_back(parts: Parts, qtbot: QtBot) -> None:
    assert not parts.has_two_lines
    parts.stamp.setText(AWAY)
    qtbot.waitUntil(lambda: parts.has_two_lines)
    assert parts.legend.width() >= parts.legend.least_width
    parts.stamp.setText(LIVE)
    qtbot.waitUntil(lambda: not parts.has_two_lines)


def test_a_note_gives_way_beside_a_legend_and_not_where_it_alone_explains(parts: Parts, qtbot: QtBot) -> None:
    parts.foot.resize(parts.legend.least_width + parts.stamp.sizeHint().width() + 40, 20)
    qtbot.waitUntil(lambda: not parts.has_two_lines)
    parts.legend.hide()
    qtbot.waitUntil(lambda: parts.stamp.y() >= parts.note.sizeHint().height() > 0)
    assert parts.note.width() >= parts.note.sizeHint().width()


def test_the_zone_stands_beside_the_legend_whatever_the_stamp_does(parts: Parts, qtbot: QtBot) -> None:
    parts.zone.show()
    parts.foot.resize(parts.legend.least_width + parts.stamp.sizeHint().width() + 60, 20)
    qtbot.waitUntil(lambda: parts.has_two_lines)
    assert parts.zone.y() < parts.legend.height()
    assert parts.zone.width() >= parts.zone.sizeHint().width()
    parts.foot.resize(900, 20)
    qtbot.waitUntil(lambda: not parts.has_two_lines)


def test_it_needs_no_more_width_than_its_stamp(parts: Parts) -> None:
    assert parts.foot.minimumSizeHint().width() == parts.stamp.sizeHint().width()
