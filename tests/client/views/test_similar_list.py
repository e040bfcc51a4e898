"""What is like the ticket shown: asked when a person stays with it, told in words, opened by a click."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from campusdesk.rules import Status
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.helpdesk import HelpDesk
from client.views.similar_list import SimilarList
from tests.client import made
from tests.client.views.answers import HOSTILE, LONG_WORD
from tests.client.views.held import HeldConnection

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def similar(held: HeldConnection, qtbot: QtBot) -> SimilarList:
    similar = SimilarList(HelpDesk(held), lambda: made.NOON_US)
    qtbot.addWidget(similar)
    similar.resize(320, 300)
    return similar


def found(*tickets: tuple[ticket_pb2.Ticket, float]) -> ticket_service_pb2.FindSimilarTicketsResponse:
    like = [ticket_service_pb2.SimilarTicket(ticket=ticket, confidence=sure) for ticket, sure in tickets]
    return ticket_service_pb2.FindSimilarTicketsResponse(tickets=like)


def test_closed_ones_are_looked_for_too(similar: SimilarList, held: HeldConnection, qtbot: QtBot) -> None:
    similar.want(made.ticket(4))
    qtbot.waitUntil(lambda: bool(held.sent))
    assert held.sent[0].request == ticket_service_pb2.FindSimilarTicketsRequest(
        ticket_id=4, include_closed=True, limit=5, least_confidence=0.2
    )


def test_status_place_time_and_likeness_are_said(similar: SimilarList, held: HeldConnection, qtbot: QtBot) -> None:
    similar.want(made.ticket(4))
    qtbot.waitUntil(lambda: bool(held.sent))
    held.answer(found((made.ticket(2, status=Status.CLOSED, description="No WiFi", location="Library"), 0.7)))
    entry = similar.entries[0]
    assert entry.problem.text() == "No WiFi"
    assert [part for part in entry.details.text().split(" · ") if ":" not in part] == [
        "#2",
        "closed",
        "probably the same",
        "Library",
    ]
    assert entry.accessibleName() == f"No WiFi, {entry.details.text()}"
    with qtbot.waitSignal(similar.opened) as opened:
        entry.click()
    assert opened.args == [2]


def test_who_walks_through_the_table_asks_once(similar: SimilarList, held: HeldConnection, qtbot: QtBot) -> None:
    for number in range(1, 9):
        similar.want(made.ticket(number))
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: bool(held.sent))
    assert [reply.request.ticket_id for reply in held.sent] == [8]  # type: ignore[attr-defined]


def test_what_was_like_another_ticket_goes_at_once(similar: SimilarList, held: HeldConnection, qtbot: QtBot) -> None:
    similar.want(made.ticket(4))
    qtbot.waitUntil(lambda: bool(held.sent))
    held.answer(found((made.ticket(2), 0.9)))
    assert similar.isVisible()
    similar.want(made.ticket(4, revision=99))
    assert similar.isVisible(), "a change of its facts changes nothing of what is like it"
    similar.want(made.ticket(5))
    assert not similar.isVisible()


@pytest.mark.parametrize("nothing", [None, made.ticket(4, description="")])
def test_without_a_text_nothing_is_asked(
    nothing: ticket_pb2.Ticket | None, similar: SimilarList, held: HeldConnection
) -> None:
    similar.want(nothing)
    QCoreApplication.processEvents()
    assert held.sent == []


def test_hostile_texts_stay_texts_and_widen_nothing(similar: SimilarList, held: HeldConnection, qtbot: QtBot) -> None:
    similar.want(made.ticket(4))
    qtbot.waitUntil(lambda: bool(held.sent))
    hostile = made.ticket(1, description=HOSTILE, location=HOSTILE[:150])
    held.answer(found((hostile, 0.9), (made.ticket(2, description=LONG_WORD * 40), 0.2)))
    similar.grab()
    assert "<img" in similar.entries[0].problem.text()
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in similar.findChildren(QLabel))
    assert similar.minimumSizeHint().width() < 200


def test_how_a_similar_ticket_stands_is_kept_true(similar: SimilarList, held: HeldConnection, qtbot: QtBot) -> None:
    similar.want(made.ticket(4))
    qtbot.waitUntil(lambda: bool(held.sent))
    held.answer(found((made.ticket(1), 0.9), (made.ticket(2), 0.7)))
    similar.apply([made.change(made.ticket(2, status=Status.CLOSED, revision=9)), made.removal(8, 10)], 10)
    assert [entry.details.text().split(" · ")[1] for entry in similar.entries[:2]] == ["open", "closed"]
    assert "probably the same" in similar.entries[1].details.text()


def test_what_an_operator_erases_goes(similar: SimilarList, held: HeldConnection, qtbot: QtBot) -> None:
    similar.want(made.ticket(4))
    qtbot.waitUntil(lambda: bool(held.sent))
    held.answer(found((made.ticket(1, description="secret"), 0.9), (made.ticket(2, description="No WiFi"), 0.7)))
    with qtbot.waitSignal(similar.counted) as counted:
        similar.apply([made.erasure(1, 9)], 9)
    assert counted.args == [1]
    shown = [entry for entry in similar.entries if entry.isVisible()]
    assert [entry.problem.text() for entry in shown] == ["No WiFi"]


@pytest.mark.parametrize("pixels", [13, 26])
def test_two_lines_stand_apart_in_any_font(
    pixels: int, similar: SimilarList, held: HeldConnection, qtbot: QtBot
) -> None:
    similar.setStyleSheet(f"QLabel {{ font-size: {pixels}px; }}")
    similar.want(made.ticket(4))
    qtbot.waitUntil(lambda: bool(held.sent))
    held.answer(found((made.ticket(1), 0.9), (made.ticket(2), 0.7)))
    similar.grab()
    first, second = similar.entries[:2]
    assert first.problem.height() >= first.problem.fontMetrics().height()
    assert first.problem.geometry().bottom() < first.details.geometry().top()
    assert first.details.geometry().bottom() < first.height()
    assert first.geometry().bottom() < second.geometry().top()
