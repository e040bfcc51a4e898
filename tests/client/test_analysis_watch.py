"""An analysis is watched through the absence of its server, and its last result stays."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.addresses import beside
from client.connection import Connection
from client.helpdesk import HelpDesk
from client.state import ConnectionKind
from client.workstation import Workstation
from tests.system.programs import analytics_server, free_port

PATIENCE_MS = 15_000


def test_an_analysis_moves_and_comes_back(qtbot: QtBot, live_server: str, qapp: QApplication) -> None:
    address = f"127.0.0.1:{free_port()}"
    addresses = replace(beside(f"127.0.0.1:{free_port()}"), tickets=live_server, category_load=address)
    connection = Connection(addresses, Role.HELPDESK, Workstation("Desk 2"), qapp)
    desk = HelpDesk(connection)
    watch = desk.watch_category_load()
    kinds: list[ConnectionKind] = []
    watch.state_changed.connect(lambda state: kinds.append(state.kind))
    qtbot.waitUntil(lambda: kinds == [ConnectionKind.AWAY], timeout=PATIENCE_MS)
    with analytics_server("category-load", live_server, address) as server:
        server.address()
        qtbot.waitUntil(lambda: watch.latest is not None, timeout=PATIENCE_MS)
        assert kinds == [ConnectionKind.AWAY, ConnectionKind.LIVE]
        desk.create_ticket("The projector is dark")
        qtbot.waitUntil(lambda: _open(watch.latest) == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: watch.state.kind is ConnectionKind.AWAY, timeout=PATIENCE_MS)
    assert _open(watch.latest) == 1, "the last result stays"
    watch.cancel()
    watch.cancel()
    connection.close()


def _open(result: object) -> int:
    return sum(load.open_count for load in result.loads)  # type: ignore[attr-defined]
