"""The category that a report would get, in words, with the words that spoke for it."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Reason
from campusdesk.v1 import ticket_service_pb2
from client.helpdesk import HelpDesk
from client.views.category_hint import CategoryHint
from client.views.theme.theme import Theme
from tests.client.views.answers import HOSTILE, LONG_WORD
from tests.client.views.held import HeldConnection


@pytest.fixture
def hint(theme: Theme, held: HeldConnection, qtbot: QtBot) -> CategoryHint:
    hint = CategoryHint(theme, HelpDesk(held))
    qtbot.addWidget(hint)
    hint.resize(500, 20)
    hint.show()
    hint.want("The wifi drops")
    qtbot.waitUntil(lambda: bool(held.sent))
    return hint


def suggestion(
    confidence: float, *words: str, category: int = Category.TECHNICAL_IT
) -> ticket_service_pb2.SuggestCategoryResponse:
    return ticket_service_pb2.SuggestCategoryResponse(
        category=category,  # type: ignore[arg-type]
        confidence=confidence,
        words=words,
    )


@pytest.mark.parametrize(
    ("confidence", "told"),
    [
        (0.95, "almost certainly technical IT from the words wifi, drops"),
        (0.7, "probably technical IT from the words wifi, drops"),
        (0.4, "not sure yet"),
    ],
)
def test_the_category_is_told_as_sure_as_it_is(
    confidence: float, told: str, hint: CategoryHint, held: HeldConnection
) -> None:
    held.answer(suggestion(confidence, "wifi", "drops"))
    assert hint.accessibleName() == told
    assert " ".join(filter(None, (hint.words.text(), hint.reasons.text()))) == told


def test_one_word_is_one_word(hint: CategoryHint, held: HeldConnection) -> None:
    held.answer(suggestion(0.95, "wifi"))
    assert hint.reasons.text() == "from the word wifi"


@pytest.mark.parametrize("reason", [Reason.INTERNAL, Reason.RATE_LIMITED, Reason.SERVER_UNREACHABLE])
def test_a_refusal_says_nothing(reason: Reason, hint: CategoryHint, held: HeldConnection) -> None:
    held.fail(reason)
    assert hint.accessibleName() == ""
    assert not any(label.text() for label in hint.findChildren(QLabel))


def test_a_category_of_a_newer_server_is_left_out(hint: CategoryHint, held: HeldConnection) -> None:
    held.answer(suggestion(0.95, category=9))
    assert hint.words.text() == ""


def test_hostile_words_stay_words_and_nothing_grows(hint: CategoryHint, held: HeldConnection) -> None:
    before = hint.size()
    held.answer(suggestion(0.95, HOSTILE, LONG_WORD))
    hint.grab()
    assert hint.reasons.text().startswith('from the words <img src="/etc/passwd">')
    assert "\u202e" not in hint.reasons.text()
    assert hint.size() == before
    assert hint.minimumSizeHint().width() < before.width()
