"""What is asked for often is done at once, then once an interval, and never left out at the end."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from client.views.pacing import Paced
from tests.client.views.answers import PATIENCE_MS

INTERVAL_MS = 30
FOREVER_MS = 100_000


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def parent() -> QObject:
    return QObject()


def test_the_first_is_done_at_once_and_the_next_ones_together_later(parent: QObject, qtbot: QtBot) -> None:
    asked, done = list[int](), list[int]()
    paced = Paced(lambda: done.append(len(asked)), INTERVAL_MS, parent)
    for number in range(3):
        asked.append(number)
        paced.ask()
        assert done == [1]
    qtbot.waitUntil(lambda: done == [1, 3], timeout=PATIENCE_MS)


def test_nothing_is_done_that_nobody_asked_for(parent: QObject, qtbot: QtBot) -> None:
    done, later = list[int](), list[int]()
    paced, other = Paced(lambda: done.append(1), 1, parent), Paced(lambda: later.append(1), INTERVAL_MS, parent)
    paced.ask()
    for _ in range(2):
        other.ask()
    qtbot.waitUntil(lambda: later == [1, 1], timeout=PATIENCE_MS)
    assert done == [1]
    paced.ask()
    assert done == [1, 1]


def test_an_act_may_ask_again(parent: QObject) -> None:
    done = list[int]()

    def act() -> None:
        done.append(1)
        paced.ask()

    paced = Paced(act, FOREVER_MS, parent)
    paced.ask()
    assert done == [1]
