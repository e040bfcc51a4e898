"""What others already reported: told as a sentence, opened, and joined once instead of reported again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Reason, Status
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.helpdesk import HelpDesk
from client.installation import Installation
from client.views.similar_panel import SimilarPanel
from client.views.theme.theme import Theme
from tests.client import made
from tests.client.views.answers import HOSTILE, INSTALLATION_ID, LONG_WORD
from tests.client.views.held import HeldConnection


@pytest.fixture
def panel(theme: Theme, held: HeldConnection, qtbot: QtBot, installation: Installation) -> SimilarPanel:
    panel = SimilarPanel(theme, HelpDesk(held), installation, lambda: made.NOON_US)
    qtbot.addWidget(panel)
    panel.resize(600, 200)
    return panel


def ticket(number: int = 7, me_too: int = 3, **texts: str) -> ticket_pb2.Ticket:
    given = made.ticket(number, **texts)  # type: ignore[arg-type]
    given.me_too_count = me_too
    return given


def found(*tickets: ticket_pb2.Ticket) -> ticket_service_pb2.FindSimilarTicketsResponse:
    similar = [ticket_service_pb2.SimilarTicket(ticket=each, confidence=0.9) for each in tickets]
    return ticket_service_pb2.FindSimilarTicketsResponse(tickets=similar)


def ask(panel: SimilarPanel, held: HeldConnection, qtbot: QtBot, *tickets: ticket_pb2.Ticket) -> None:
    """Have the panel ask for a text, and answer it."""
    panel.want(f"The wifi drops {len(held.sent)}", "Library")
    asked = len(held.sent)
    qtbot.waitUntil(lambda: len(held.sent) == asked + 1)
    held.answer(found(*tickets))


def sentences(panel: SimilarPanel) -> list[str]:
    return [row.sentence.text() for row in panel.rows if row.isVisible()]


@pytest.mark.parametrize(("me_too", "told"), [(0, "1 person"), (3, "4 people"), (998, "999 people")])
def test_the_reporter_counts_and_one_is_a_person(
    me_too: int, told: str, panel: SimilarPanel, held: HeldConnection, qtbot: QtBot
) -> None:
    ask(panel, held, qtbot, ticket(me_too=me_too, description="WiFi down"))
    assert sentences(panel) == [f"{told} already reported this: WiFi down"]


def test_text_and_location_are_asked_about_and_both_anew(
    panel: SimilarPanel, held: HeldConnection, qtbot: QtBot
) -> None:
    ask(panel, held, qtbot, ticket())
    panel.want("The wifi drops 0", "Canteen")
    qtbot.waitUntil(lambda: len(held.sent) == 2)
    request = held.sent[-1].request
    assert isinstance(request, ticket_service_pb2.FindSimilarTicketsRequest)
    assert (request.description, request.location) == ("The wifi drops 0", "Canteen")


def test_nothing_alike_takes_no_room(panel: SimilarPanel, held: HeldConnection, qtbot: QtBot) -> None:
    assert not panel.isVisible()
    ask(panel, held, qtbot, ticket(1), ticket(2), ticket(3))
    assert panel.isVisible()
    assert len(sentences(panel)) == 3
    ask(panel, held, qtbot)
    assert not panel.isVisible()
    panel.show()
    panel.want("Something else entirely")
    panel.want(None)
    assert not panel.isVisible()


def test_a_closed_ticket_is_not_offered(panel: SimilarPanel, held: HeldConnection, qtbot: QtBot) -> None:
    ask(panel, held, qtbot, made.ticket(4, status=Status.CLOSED))
    assert not panel.isVisible()


def test_me_too_is_sent_once_for_this_installation_and_then_counted(
    panel: SimilarPanel, held: HeldConnection, qtbot: QtBot
) -> None:
    ask(panel, held, qtbot, ticket(7, 3))
    row = panel.rows[0]
    QTest.mouseClick(row.me_too, Qt.MouseButton.LeftButton)
    QTest.mouseClick(row.me_too, Qt.MouseButton.LeftButton)
    assert [reply.method for reply in held.sent] == ["FindSimilarTickets", "AddMeToo"]
    request = held.sent[-1].request
    assert isinstance(request, ticket_service_pb2.AddMeTooRequest)
    assert (request.ticket_id, request.installation_id) == (7, INSTALLATION_ID)
    assert row.me_too.text() == "Me too", "the server has not said so yet"
    held.answer(ticket(7, 4))
    assert (row.me_too.text(), row.me_too.isEnabled()) == ("Counted", False)
    assert row.sentence.text().startswith("5 people already reported this")
    assert panel.stop.isVisible()
    ask(panel, held, qtbot, ticket(7, 4), ticket(8, 0))
    assert [(each.me_too.text(), each.me_too.isEnabled()) for each in panel.rows[:2]] == [
        ("Counted", False),
        ("Me too", True),
    ]


def test_who_reported_a_ticket_is_counted_for_it(panel: SimilarPanel, held: HeldConnection, qtbot: QtBot) -> None:
    panel.count(7)
    ask(panel, held, qtbot, ticket(7), ticket(8))
    assert [row.me_too.isEnabled() for row in panel.rows[:2]] == [False, True]


def test_a_me_too_that_was_refused_is_said_and_sent_again_as_the_same_request(
    panel: SimilarPanel, held: HeldConnection, qtbot: QtBot
) -> None:
    ask(panel, held, qtbot, ticket(7, 3))
    row = panel.rows[0]
    row.me_too.click()
    first = held.sent[-1]
    held.fail(Reason.SERVER_UNREACHABLE)
    assert "does not answer" in row.details.text()
    row.me_too.click()
    assert held.sent[-1] is first
    held.answer(ticket(7, 4))
    assert row.me_too.text() == "Counted"


def test_opening_tells_which_ticket(panel: SimilarPanel, held: HeldConnection, qtbot: QtBot) -> None:
    ask(panel, held, qtbot, ticket(7), ticket(8))
    with qtbot.waitSignal(panel.opened) as shown:
        panel.rows[1].open.click()
    assert shown.args == [8]


def test_another_history_knows_no_me_too(panel: SimilarPanel, held: HeldConnection, qtbot: QtBot) -> None:
    ask(panel, held, qtbot, ticket(7))
    panel.rows[0].me_too.click()
    held.answer(ticket(7, 4))
    panel.forget()
    ask(panel, held, qtbot, ticket(7))
    assert panel.rows[0].me_too.isEnabled()


def test_hostile_texts_stay_texts_and_widen_nothing(panel: SimilarPanel, held: HeldConnection, qtbot: QtBot) -> None:
    ask(panel, held, qtbot, ticket(1, description=HOSTILE, location=HOSTILE[:150]), ticket(2, description=LONG_WORD))
    panel.grab()
    assert "<img" in panel.rows[0].sentence.text()
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in panel.findChildren(QLabel))
    assert panel.minimumSizeHint().width() < 400


def test_what_happens_to_a_ticket_meanwhile_is_shown(panel: SimilarPanel, held: HeldConnection, qtbot: QtBot) -> None:
    ask(panel, held, qtbot, ticket(7, 3), ticket(8, 0))
    joined = ticket(7, 4)
    joined.revision = 20
    panel.apply([made.change(joined), made.change(ticket(9))], 20)
    assert [words.partition(" already")[0] for words in sentences(panel)] == ["5 people", "1 person"]
    panel.apply([made.change(ticket(7, 3))], 21)
    assert sentences(panel)[0].startswith("5 people"), "an old change told again changes nothing"
    panel.apply([made.change(made.ticket(7, status=Status.CLOSED, revision=30)), made.removal(8, 31)], 31)
    assert not panel.isVisible()


def test_a_row_that_leaves_takes_its_thanks_along(panel: SimilarPanel, held: HeldConnection, qtbot: QtBot) -> None:
    ask(panel, held, qtbot, ticket(7), ticket(8))
    panel.rows[0].me_too.click()
    held.answer(ticket(7, 4))
    assert panel.stop.isVisible()
    panel.apply([made.removal(7, 31)], 31)
    assert not panel.stop.isVisible()
    assert panel.isVisible()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_more_of_them_take_the_room_that_they_need(
    window: QWidget, panel: SimilarPanel, held: HeldConnection, qtbot: QtBot
) -> None:
    column = QVBoxLayout(window)
    column.addWidget(panel)
    column.addWidget(QWidget(), 1)
    window.resize(600, 400)
    window.show()
    ask(panel, held, qtbot, ticket(1))
    qtbot.waitUntil(lambda: panel.rows[0].visibleRegion().boundingRect() == panel.rows[0].rect())
    ask(panel, held, qtbot, ticket(1), ticket(2), ticket(3))
    last = panel.rows[2]
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())
