"""The badge says how it stands with the server, in words and not by colour alone."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from campusdesk.rules import Reason
from client.state import ConnectionKind, ConnectionState
from client.text import connection_words
from client.views.connection_badge import ConnectionBadge
from client.views.theme.theme import Theme
from tests.client.made import NOON_US

pytestmark = pytest.mark.usefixtures("theme")
LIVE, CONNECTING, AWAY = ConnectionKind.LIVE, ConnectionKind.CONNECTING, ConnectionKind.AWAY


@pytest.fixture
def badge(qtbot: QtBot) -> ConnectionBadge:
    made = ConnectionBadge()
    qtbot.addWidget(made)
    made.show()
    return made


def show(badge: ConnectionBadge, kind: ConnectionKind, reason: Reason | None = None) -> ConnectionState:
    state = ConnectionState(kind, NOON_US, reason)
    badge.show_state(state)
    return state


def lose_patience(badge: ConnectionBadge) -> None:
    """Have the time be over in which a lost connection is expected back."""
    (patience,) = badge.findChildren(QTimer)
    patience.stop()
    patience.timeout.emit()


def test_each_state_has_its_words(badge: ConnectionBadge) -> None:
    shown = []
    for kind in (AWAY, CONNECTING, LIVE):
        state = show(badge, kind)
        assert badge.words.text() == connection_words(state)
        assert badge.words.accessibleName() == f"Server: {connection_words(state)}"
        shown.append(badge.words.text())
    assert len(set(shown)) == 3


def test_a_connection_that_was_lost_is_expected_back_for_a_while(badge: ConnectionBadge) -> None:
    show(badge, LIVE)
    away = show(badge, AWAY, Reason.SERVER_UNREACHABLE)
    assert badge.words.text() == "Reconnecting …"
    show(badge, AWAY, Reason.INTERNAL)
    assert badge.words.text() == "Reconnecting …"
    lose_patience(badge)
    assert badge.words.text() == connection_words(away)
    show(badge, AWAY, Reason.SERVER_UNREACHABLE)
    assert badge.words.text() == connection_words(away)
    show(badge, LIVE)
    assert badge.words.text() == "Live"


def test_a_connection_that_is_back_in_time_was_never_called_away(badge: ConnectionBadge) -> None:
    show(badge, LIVE)
    show(badge, AWAY, Reason.SERVER_UNREACHABLE)
    live = show(badge, LIVE)
    lose_patience(badge)
    assert badge.words.text() == connection_words(live)


@pytest.mark.parametrize("reason", [Reason.KEY_UNKNOWN, Reason.CERTIFICATE_EXPIRED])
def test_a_refusal_is_told_at_once(badge: ConnectionBadge, reason: Reason) -> None:
    show(badge, LIVE)
    refused = show(badge, AWAY, reason)
    assert badge.words.text() == connection_words(refused)


def test_being_away_stands_out_until_it_ends(badge: ConnectionBadge, theme: Theme) -> None:
    colours = []
    for kind in (AWAY, LIVE):
        show(badge, kind)
        colours.append(badge.words.palette().windowText().color().name().upper())
    assert colours == [theme.tokens.danger, theme.tokens.muted]
