"""What the role page is told by a real server that knows keys, also when a key comes, goes or changes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from client import entrance as entrance_module
from client.addresses import beside
from client.entrance import Entrance
from client.workstation import Lack, look_up
from tests.client.keyed_server import KeyedServer, keyed_server
from tests.client.views.answers import PATIENCE_MS
from tests.system.programs import free_port


@pytest.fixture
def server(tmp_path: Path) -> Iterator[KeyedServer]:
    with keyed_server(tmp_path) as running:
        yield running


@pytest.fixture
def ask(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], list[object]]]:
    """Ask the server at an address often; the list gets what lacks, or "nobody" when there is no answer."""
    monkeypatch.setattr(entrance_module, "_ASK_MS", 50)
    asking: list[Entrance] = []

    def asked(address: str) -> list[object]:
        told: list[object] = []
        entrance = Entrance(beside(address), lambda: look_up("LAB-1", tmp_path / "workstation.key", None), qapp)
        entrance.answered.connect(lambda info, lack: told.append((info.open_count, lack)))
        entrance.unanswered.connect(lambda: told.append("nobody"))
        asking.append(entrance)
        return told

    yield asked
    for entrance in asking:
        entrance.end()


def test_who_may_enter_follows_the_key(qtbot: QtBot, server: KeyedServer, ask: Callable[[str], list[object]]) -> None:
    told = ask(server.address)
    steps: list[tuple[Lack | None, Callable[[], None]]] = [
        (Lack.NO_KEY, lambda: None),
        (None, lambda: server.add("LAB-1", "helpdesk")),
        (Lack.UNKNOWN, lambda: server.revoke("LAB-1")),
        (None, lambda: server.add("LAB-1 again", "helpdesk")),
        (Lack.WRONG_SCOPE, lambda: server.add("plots", "analytics")),
    ]
    for lack, change in steps:
        change()
        told.clear()
        qtbot.waitUntil(lambda lack=lack: (0, lack) in told, timeout=PATIENCE_MS)  # type: ignore[misc]


def test_a_server_that_knows_no_keys_lets_everybody_in(
    qtbot: QtBot, live_server: str, ask: Callable[[str], list[object]]
) -> None:
    told = ask(live_server)
    qtbot.waitUntil(lambda: (0, None) in told, timeout=PATIENCE_MS)


def test_nobody_is_kept_out_by_a_server_that_does_not_answer(qtbot: QtBot, ask: Callable[[str], list[object]]) -> None:
    told = ask(f"127.0.0.1:{free_port()}")
    qtbot.waitUntil(lambda: "nobody" in told, timeout=PATIENCE_MS)
    assert set(told) == {"nobody"}
