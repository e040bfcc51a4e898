"""What is asked while a person types: the newest question alone is answered, and one at a time is asked."""

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from campusdesk.v1 import ticket_service_pb2
from client.asking import Asking
from client.helpdesk import HelpDesk
from tests.client.views.held import HeldConnection

Answer = ticket_service_pb2.SuggestCategoryResponse


class Asker:
    """Asks for categories of texts and keeps what it is told."""

    def __init__(self, held: HeldConnection) -> None:
        self.told: list[object] = []
        self.asking = Asking(lambda text: HelpDesk(held).suggest_category(str(text)), 0)
        self.asking.answered.connect(self.told.append)


@pytest.fixture
def asker(held: HeldConnection) -> Asker:
    return Asker(held)


def asked(held: HeldConnection) -> list[str]:
    return [reply.request.description for reply in held.sent]  # type: ignore[attr-defined]


def test_a_question_that_changed_within_the_pause_is_never_asked(
    asker: Asker, held: HeldConnection, qtbot: QtBot
) -> None:
    for text in ("wi", "wifi", "wifi down"):
        asker.asking.want(text)
    qtbot.waitUntil(lambda: bool(held.sent))
    assert asked(held) == ["wifi down"]
    held.answer(Answer(confidence=0.5))
    assert asker.told == [Answer(confidence=0.5)]


def test_a_stale_answer_is_dropped_and_two_calls_are_never_under_way(
    asker: Asker, held: HeldConnection, qtbot: QtBot
) -> None:
    asker.asking.want("wifi")
    qtbot.waitUntil(lambda: bool(held.sent))
    asker.asking.want("wifi down")
    QCoreApplication.processEvents()
    assert asked(held) == ["wifi"]
    held.answer(Answer(confidence=0.1))
    assert asker.told == []
    assert asked(held) == ["wifi", "wifi down"]
    held.answer(Answer(confidence=0.2))
    assert asker.told == [Answer(confidence=0.2)]


def test_no_question_takes_the_answer_away_and_an_answer_on_its_way_is_none(
    asker: Asker, held: HeldConnection, qtbot: QtBot
) -> None:
    asker.asking.want("wifi")
    qtbot.waitUntil(lambda: bool(held.sent))
    asker.asking.want(None)
    held.answer(Answer(confidence=0.1))
    assert asker.told == [None]
    assert asked(held) == ["wifi"]


def test_a_refusal_is_no_answer_and_is_not_asked_again(asker: Asker, held: HeldConnection, qtbot: QtBot) -> None:
    asker.asking.want("wifi")
    qtbot.waitUntil(lambda: bool(held.sent))
    held.fail(Reason.RATE_LIMITED)
    QCoreApplication.processEvents()
    assert asker.told == [None]
    asker.asking.want("wifi")
    QCoreApplication.processEvents()
    assert asked(held) == ["wifi"]
    asker.asking.want("wifi again")
    qtbot.waitUntil(lambda: asked(held) == ["wifi", "wifi again"])


def test_what_was_refused_is_asked_once_more_and_what_was_answered_is_not(
    asker: Asker, held: HeldConnection, qtbot: QtBot
) -> None:
    asker.asking.want("wifi")
    qtbot.waitUntil(lambda: bool(held.sent))
    held.fail()
    asker.asking.ask_again()
    qtbot.waitUntil(lambda: asked(held) == ["wifi", "wifi"])
    held.answer(Answer(confidence=0.2))
    assert asker.told == [None, Answer(confidence=0.2)]
    asker.asking.ask_again()
    QCoreApplication.processEvents()
    assert asked(held) == ["wifi", "wifi"]


def test_a_question_that_is_none_any_more_is_not_asked_again(asker: Asker, held: HeldConnection, qtbot: QtBot) -> None:
    asker.asking.want("wifi")
    qtbot.waitUntil(lambda: bool(held.sent))
    held.fail()
    asker.asking.want(None)
    asker.asking.ask_again()
    QCoreApplication.processEvents()
    assert asked(held) == ["wifi"]


def test_what_is_renewed_is_asked_again_and_the_answer_stays_until_then(
    asker: Asker, held: HeldConnection, qtbot: QtBot
) -> None:
    asker.asking.renew()
    asker.asking.want("wifi")
    qtbot.waitUntil(lambda: bool(held.sent))
    held.answer(Answer(confidence=0.1))
    asker.asking.renew()
    qtbot.waitUntil(lambda: asked(held) == ["wifi", "wifi"])
    assert asker.told == [Answer(confidence=0.1)]


def test_what_is_renewed_while_it_is_under_way_is_asked_again_after_that(
    asker: Asker, held: HeldConnection, qtbot: QtBot
) -> None:
    asker.asking.want("wifi")
    qtbot.waitUntil(lambda: bool(held.sent))
    asker.asking.renew()
    QCoreApplication.processEvents()
    assert asked(held) == ["wifi"]
    held.answer(Answer(confidence=0.1))
    assert asked(held) == ["wifi", "wifi"]


def test_why_nothing_is_answered_is_told_of_the_newest_question_alone(
    asker: Asker, held: HeldConnection, qtbot: QtBot
) -> None:
    refused: list[DeskError] = []
    asker.asking.refused.connect(refused.append)
    asker.asking.want("wifi")
    qtbot.waitUntil(lambda: bool(held.sent))
    asker.asking.want("wifi down")
    held.fail(Reason.INTERNAL)
    qtbot.waitUntil(lambda: asked(held) == ["wifi", "wifi down"])
    held.fail(Reason.RATE_LIMITED)
    assert [error.reason for error in refused] == [Reason.RATE_LIMITED]
