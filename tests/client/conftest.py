"""Real ticket servers and whole desks for the desk's tests, and a connection whose answers a test decides."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.addresses import beside
from client.app import Desk
from client.drafts import Drafts
from client.languages import Language, speak
from client.settings import Options, Settings
from client.state import Clock, wall_clock_us
from client.store import Store
from tests.client.keyed_server import KeyedServer, keyed_server
from tests.client.memory import HastyStore
from tests.client.views.held import HeldConnection
from tests.client.whole_desk import Start
from tests.system.programs import ticket_server


@pytest.fixture(autouse=True, scope="session")
def english(qapp: QApplication) -> QApplication:
    """Have every test begin in English, whose plurals come from `build/translations.py` as all other words do."""
    speak(Language.ENGLISH)
    return qapp


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Have this PC's clocks be those of a time zone until the test is over."""

    def be_of(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield be_of
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def spoken() -> Iterator[Callable[[Language], None]]:
    """Speak a language until the test is over."""
    yield speak
    speak(Language.ENGLISH)


@pytest.fixture
def live_server(tmp_path: Path) -> Iterator[str]:
    """Run a ticket server on an empty database of its own, and give its address."""
    with ticket_server(tmp_path / "tickets.db") as program:
        yield program.address()


@pytest.fixture
def store(qtbot: QtBot, tmp_path: Path) -> Iterator[Store]:
    """Give what a desk of this test remembers for its person, read from disk."""
    store = HastyStore(tmp_path / "data")
    qtbot.waitUntil(lambda: store.is_loaded)
    yield store
    store.close()


@pytest.fixture
def drafts(store: Store) -> Drafts:
    """Give the drafts of a helpdesk window."""
    return Drafts(store, Role.HELPDESK, "desk.example:47600", lambda: "lineage-1")


@pytest.fixture
def held(qapp: QApplication) -> Iterator[HeldConnection]:
    """Give a connection that waits for the test; what it sends is answered by hand."""
    connection = HeldConnection(qapp)
    yield connection
    connection.close()


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Start desks on the server at an address; None is a desk without one."""
    desks: list[Desk] = []

    def started(address: str | None, tls_ca: Path | None = None, shared_at: Clock | None = None) -> Desk:
        key_file, shared = tmp_path / "workstation.key", shared_at is not None
        options = Options(beside(address) if address else None, None, "LAB-1", None, key_file, tls_ca, shared=shared)
        store = Store(tmp_path / "data", qapp, forgets=shared)
        desk = Desk(qapp, options, Settings(tmp_path), store, shared_at or wall_clock_us)
        desks.append(desk)
        qtbot.addWidget(desk.window)
        desk.window.show()
        desk.start()
        return desk

    yield started
    for desk in desks:
        desk.end()


@pytest.fixture
def keyed(tmp_path: Path) -> Iterator[KeyedServer]:
    """Run a ticket server that lets staff in by workstation keys."""
    with keyed_server(tmp_path) as server:
        yield server
