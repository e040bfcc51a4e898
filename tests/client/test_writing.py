"""Writes for several tickets go out a few at a time, wait where the server asks for it, and each is answered for."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from client.helpdesk import HelpDesk
from client.writing import MOST_UNDER_WAY, Batch, Writing
from tests.client import made
from tests.client.views.held import HeldConnection


@pytest.fixture
def writing(qapp: QApplication) -> Writing:
    return Writing(qapp)


def activate(writing: Writing, held: HeldConnection, count: int) -> Batch:
    return writing.start(range(1, count + 1), HelpDesk(held).activate_ticket)


def asked(held: HeldConnection) -> list[int]:
    return [reply.request.id for reply in held.sent]  # type: ignore[attr-defined]


def answer(held: HeldConnection, at: int) -> None:
    held.sent[at].done.emit(made.ticket(asked(held)[at]))


def test_few_are_under_way_at_once_and_all_are_sent_in_order(writing: Writing, held: HeldConnection) -> None:
    batch = activate(writing, held, 40)
    assert asked(held) == list(range(1, MOST_UNDER_WAY + 1))
    for at in range(40):
        assert not batch.is_ended
        answer(held, at)
        assert len(held.sent) == min(40, at + 1 + MOST_UNDER_WAY)
    assert asked(held) == list(range(1, 41))
    assert batch.is_ended
    assert list(batch.done) == asked(held)


def test_the_end_is_told_once_after_the_last_result(writing: Writing, held: HeldConnection, qtbot: QtBot) -> None:
    batch = activate(writing, held, 2)
    with qtbot.assertNotEmitted(batch.ended):
        answer(held, 1)
    with qtbot.waitSignal(batch.ended):
        held.sent[0].failed.emit(DeskError(Reason.WRONG_TRANSITION))
    assert list(batch.done) == [2]
    assert batch.failed[1].reason is Reason.WRONG_TRANSITION
    assert batch.passing == []


def test_who_asks_too_much_waits_as_long_as_the_server_says_and_sends_the_same(
    writing: Writing, held: HeldConnection, qtbot: QtBot
) -> None:
    batch = activate(writing, held, MOST_UNDER_WAY + 2)
    refused = held.sent[3]
    refused.failed.emit(DeskError(Reason.RATE_LIMITED, retry_delay_s=0.05))
    answer(held, 0)
    assert len(held.sent) == MOST_UNDER_WAY, "nothing is sent during the pause"
    assert not batch.failed
    qtbot.waitUntil(lambda: len(held.sent) > MOST_UNDER_WAY)
    assert held.sent[MOST_UNDER_WAY] is refused, "the same request, with its id"
    assert asked(held)[MOST_UNDER_WAY + 1] == MOST_UNDER_WAY + 1


def test_a_server_that_is_away_is_not_asked_for_each(writing: Writing, held: HeldConnection) -> None:
    batch = activate(writing, held, 40)
    for reply in held.sent[:MOST_UNDER_WAY]:
        reply.failed.emit(DeskError(Reason.SERVER_UNREACHABLE))
    assert len(held.sent) == MOST_UNDER_WAY
    assert batch.is_ended
    assert sorted(batch.failed) == sorted(batch.passing) == list(range(1, 41))


def test_what_failed_by_chance_is_sent_again_with_the_same_id_and_the_rest_stays(
    writing: Writing, held: HeldConnection
) -> None:
    batch = activate(writing, held, 3)
    first, second, third = held.sent
    first.failed.emit(DeskError(Reason.STORE_FAILED))
    second.failed.emit(DeskError(Reason.WRONG_TRANSITION))
    third.done.emit(made.ticket(3))
    writing.again(batch)
    assert held.sent[3:] == [first]
    assert not batch.is_ended
    answer(held, 3)
    assert batch.is_ended
    assert (sorted(batch.done), sorted(batch.failed)) == ([1, 3], [2])


def test_what_is_begun_last_goes_first(writing: Writing, held: HeldConnection) -> None:
    activate(writing, held, 40)
    writing.start([99], HelpDesk(held).activate_ticket)
    answer(held, 0)
    assert asked(held)[-1] == 99


def test_what_is_stopped_sends_nothing_more_and_still_hears(writing: Writing, held: HeldConnection) -> None:
    batch = activate(writing, held, 40)
    batch.stop()
    for at in range(MOST_UNDER_WAY):
        answer(held, at)
    assert len(held.sent) == MOST_UNDER_WAY
    assert batch.is_ended
    assert batch.total == len(batch.done) == MOST_UNDER_WAY
    assert batch.stopped == list(range(MOST_UNDER_WAY + 1, 41))


def test_who_leaves_waits_until_the_server_took_all_of_it(writing: Writing, held: HeldConnection) -> None:
    activate(writing, held, 1)
    batch = activate(writing, held, MOST_UNDER_WAY + 2)

    def take_one() -> None:
        answer(held, at.pop(0))
        QTimer.singleShot(0, take_one if at else lambda: None)

    at = list(range(MOST_UNDER_WAY + 3))
    QTimer.singleShot(0, take_one)
    assert writing.finish()
    assert batch.is_ended
    assert writing.finish()


@pytest.mark.parametrize(("reason", "was_taken"), [(Reason.SERVER_UNREACHABLE, False), (Reason.WRONG_TRANSITION, True)])
def test_who_leaves_learns_whether_the_server_answered(
    writing: Writing, held: HeldConnection, reason: Reason, was_taken: bool
) -> None:
    activate(writing, held, 1)
    QTimer.singleShot(0, lambda: held.sent[0].failed.emit(DeskError(reason)))
    assert writing.finish() is was_taken


def test_who_leaves_waits_no_longer_than_anybody_would(
    writing: Writing, held: HeldConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.writing._LEAVE_MS", 1)
    activate(writing, held, 1)
    assert not writing.finish()
