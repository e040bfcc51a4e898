"""The store of texts stays small, and asks for each text once."""

import pytest
from pytestqt.qtbot import QtBot

from client.models import ticket_texts
from client.models.ticket_texts import TicketTexts
from tests.client.made import facts, ticket

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_texts_not_looked_at_for_longest_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ticket_texts, "MOST_TICKETS", 2)
    texts = TicketTexts()
    texts.put(ticket(1))
    texts.put(ticket(2))
    texts.get(1)
    texts.put(ticket(3))
    assert sorted(texts.known()) == [1, 3]


def test_wishes_are_gathered_and_not_repeated_while_under_way(qtbot: QtBot) -> None:
    texts = TicketTexts()
    told: list[list[int]] = []
    texts.missing.connect(told.append)
    texts.want_all([1, 2])
    texts.want_all([2, 3, 1])
    qtbot.waitUntil(lambda: told == [[2, 3, 1]])
    texts.want_all([1, 4])
    qtbot.waitUntil(lambda: told == [[2, 3, 1], [4]])


def test_of_too_many_wishes_the_latest_count(qtbot: QtBot) -> None:
    texts = TicketTexts()
    with qtbot.waitSignal(texts.missing) as told:
        texts.want_all(range(1_000))
    assert told.args == [list(range(800, 1_000))]


def test_after_a_reset_only_texts_that_are_still_true_stay() -> None:
    texts = TicketTexts()
    for number in (1, 2, 3):
        texts.put(ticket(number))
    texts.keep_current(facts([ticket(1), ticket(2, revision=9)]))
    assert texts.known() == (1,)
