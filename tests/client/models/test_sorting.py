"""Arranging in another thread."""

import threading

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from client.models import sorting
from client.models.arrangement import Arrangement
from client.models.rule import Rule
from client.models.sorting import Sorting
from tests.client.made import facts, ticket


def test_it_is_arranged_off_the_ui_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []

    class Noting(Arrangement):
        @classmethod
        def of(cls, *arguments: object) -> Arrangement:  # type: ignore[override]
            threads.append(threading.get_ident())
            return Arrangement.of(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(sorting, "Arrangement", Noting)
    work = Sorting(Rule("id", descending=False), facts(map(ticket, (2, 1))))
    told: list[tuple[Sorting, Arrangement]] = []
    work.done.connect(lambda *done: told.append(done), Qt.ConnectionType.QueuedConnection)
    work.start()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] is work
    assert told[0][1].ids_at(0, 9) == [1, 2]
    assert threads != [threading.get_ident()]


def test_it_holds_as_long_as_no_row_of_the_facts_moved() -> None:
    store = facts(map(ticket, (1, 2, 3)))
    work, apart = Sorting(Rule(), store), Sorting(Rule(), store, apart=True)
    store.apply(ticket(2, revision=9))
    store.apply(ticket(4))
    assert work.holds(store)
    store.remove(1)
    assert not work.holds(store)
    assert apart.holds(store)
