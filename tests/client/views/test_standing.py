"""What the connection's state becomes on the screen, and what is asked for each time that the server is live."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Reason, Role
from client.connection import Connection
from client.state import ConnectionKind, ConnectionState
from client.views.main_window import MainWindow
from tests.client.made import NOON_US
from tests.client.views.answers import PATIENCE_MS

Enter = Callable[[Role], MainWindow]
AWAY, LIVE = ConnectionKind.AWAY, ConnectionKind.LIVE


def told(connection: Connection, kind: ConnectionKind, reason: Reason | None = None) -> None:
    connection.state_changed.emit(ConnectionState(kind, NOON_US, reason))


@pytest.mark.parametrize(
    ("reason", "said", "may_leave"),
    [
        (Reason.SERVER_UNREACHABLE, "", False),
        (Reason.KEY_REQUIRED, "key", True),
        (Reason.KEY_UNKNOWN, "key", True),
        (Reason.CERTIFICATE_EXPIRED, "certificate", False),
    ],
)
def test_only_a_refusal_stands_over_everything(enter: Enter, reason: Reason, said: str, may_leave: bool) -> None:
    main = enter(Role.HELPDESK)
    told(main.connection, AWAY, reason)
    assert main.badge.words.text()
    assert said in main.refused.words
    assert main.refused.isHidden() is (said == "")
    if said:
        assert main.refused.switch.isHidden() is not may_leave
    told(main.connection, LIVE)
    assert main.refused.isHidden()


def test_the_server_is_asked_about_itself_each_time_it_is_live(enter: Enter, qtbot: QtBot) -> None:
    main = enter(Role.USER)
    for _ in range(2):
        with qtbot.waitSignal(main.standing.informed, timeout=PATIENCE_MS) as informed:
            told(main.connection, LIVE)
        assert informed.args is not None
        assert informed.args[0].lineage == main.connection.lineage
