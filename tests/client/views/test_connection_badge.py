"""The badge says how it stands with the server, in words and not by colour alone."""

import pytest
from pytestqt.qtbot import QtBot

from client.state import ConnectionKind, ConnectionState
from client.text import connection_words
from client.views.connection_badge import ConnectionBadge
from client.views.theme.theme import Theme
from tests.client.made import NOON_US


@pytest.mark.usefixtures("theme")
def test_each_state_has_its_words(qtbot: QtBot) -> None:
    badge = ConnectionBadge()
    qtbot.addWidget(badge)
    shown = []
    for kind in ConnectionKind:
        state = ConnectionState(kind, NOON_US)
        badge.show_state(state)
        assert badge.words.text() == connection_words(state)
        assert badge.words.accessibleName() == f"Server: {connection_words(state)}"
        shown.append(badge.words.text())
    assert len(set(shown)) == 3


def test_being_away_stands_out_until_it_ends(qtbot: QtBot, theme: Theme) -> None:
    badge = ConnectionBadge()
    qtbot.addWidget(badge)
    badge.show()
    colours = []
    for kind in (ConnectionKind.LIVE, ConnectionKind.AWAY, ConnectionKind.LIVE):
        badge.show_state(ConnectionState(kind, NOON_US))
        colours.append(badge.words.palette().windowText().color().name().upper())
    assert colours == [theme.tokens.muted, theme.tokens.danger, theme.tokens.muted]
