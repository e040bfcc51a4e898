"""One line tells how far the writes of several tickets are, and in the end what became of each."""

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from client.helpdesk import HelpDesk
from client.views.batch_line import BatchLine, BatchWords, numbers_words
from client.views.theme.theme import Theme
from client.views.work_bar import WorkBar
from client.views.work_line import WorkLine
from client.writing import MOST_UNDER_WAY, Batch, Writing
from tests.client import made
from tests.client.views.held import HeldConnection

WORDS = BatchWords(busy="Activating %1 tickets", many="%1 tickets activated.", failed="%1 not activated: %2")


class Told:
    """Batches of a server that the test plays, and what the bar says of them."""

    def __init__(self, theme: Theme, held: HeldConnection) -> None:
        self.held, self.bar = held, WorkBar(theme)
        self.writing = Writing(self.bar)

    def start(self, ids: range, words: BatchWords = WORDS) -> Batch:
        batch = self.writing.start(ids, HelpDesk(self.held).activate_ticket)
        BatchLine(self.bar, self.writing, batch, words)
        return batch

    def answer(self, at: int, reason: Reason | None = None, status: str = "") -> None:
        reply = self.held.sent[at]
        if reason is None:
            reply.done.emit(made.ticket(1))
        else:
            reply.failed.emit(DeskError(reason, status=status))

    @property
    def line(self) -> WorkLine:
        assert len(self.bar.lines) == 1
        return self.bar.lines[0]


@pytest.fixture
def told(theme: Theme, held: HeldConnection, qtbot: QtBot) -> Told:
    told = Told(theme, held)
    qtbot.addWidget(told.bar)
    return told


def test_it_says_how_far_it_is_and_in_the_end_how_many(told: Told) -> None:
    told.start(range(1, 13))
    assert told.line.words == "Activating 12 tickets · 0 of 12"
    told.answer(0)
    told.answer(1, Reason.TICKET_NOT_FOUND)
    assert told.line.words == "Activating 12 tickets · 2 of 12"
    for at in range(2, 12):
        told.answer(at)
    assert told.line.words == "11 tickets activated. #2 not activated: it does not exist."
    assert told.line.button.isHidden(), "it would be refused again"
    assert not told.line.is_news


def test_one_ticket_that_went_well_is_seen_and_needs_no_words(told: Told) -> None:
    told.start(range(1, 2))
    assert told.bar.lines == []
    told.answer(0)
    assert told.bar.lines == []


def test_those_with_the_same_reason_are_told_together(told: Told) -> None:
    told.start(range(1, 9))
    for at in range(7):
        told.answer(at, Reason.WRONG_TRANSITION, status="ACTIVE")
    told.answer(7, Reason.TICKET_NOT_FOUND)
    taken, missing = "somebody else took it already.", "it does not exist."
    assert told.line.words == f"#1, #2, #3, #4, #5 and 2 more not activated: {taken} #8 not activated: {missing}"
    assert told.line.label.property("tone") == "danger"


def test_what_failed_by_chance_is_tried_again_from_the_line(told: Told) -> None:
    told.start(range(1, 4))
    told.answer(0)
    told.answer(1, Reason.STORE_FAILED)
    told.answer(2, Reason.TICKET_NOT_FOUND)
    assert told.line.button.text() == "Try again"
    told.line.button.click()
    assert told.held.sent[3:] == [told.held.sent[1]], "the same request with the same id, and no other"
    told.answer(3)
    assert told.line.words == "2 tickets activated. #3 not activated: it does not exist."


def test_what_is_not_sent_yet_can_be_stopped(told: Told) -> None:
    told.start(range(1, 41))
    assert told.line.button.text() == "Stop"
    told.line.button.click()
    for at in range(MOST_UNDER_WAY):
        told.answer(at)
    assert len(told.held.sent) == MOST_UNDER_WAY
    assert told.line.words == (
        f"{MOST_UNDER_WAY} tickets activated. Stopped before #9, #10, #11, #12, #13 and 27 more."
    )
    assert not told.line.is_news


def test_doing_the_same_again_takes_the_old_failure_away(told: Told) -> None:
    told.start(range(1, 3))
    told.answer(0, Reason.STORE_FAILED)
    told.answer(1, Reason.STORE_FAILED)
    told.start(range(1, 4))
    assert told.line.words == "Activating 3 tickets · 0 of 3"


def test_doing_something_else_leaves_what_failed_to_be_read(told: Told) -> None:
    told.start(range(1, 3))
    told.answer(0, Reason.STORE_FAILED)
    told.answer(1, Reason.STORE_FAILED)
    told.start(range(2, 4))
    told.start(range(1, 3), BatchWords(busy="Closing %1 tickets", many="", failed="%1 not closed: %2"))
    failed, *others = told.bar.lines
    assert "#1, #2 not activated" in failed.words
    assert [line.words for line in others] == ["Activating 2 tickets · 0 of 2", "Closing 2 tickets · 0 of 2"]


def test_its_edge_fills_and_is_gone_in_the_end(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    shares: list[float] = []
    told.start(range(1, 3))
    monkeypatch.setattr(told.line, "show_share", shares.append)
    told.answer(0, Reason.TICKET_NOT_FOUND)
    told.answer(1)
    assert shares == [0.5, 0]


def test_a_line_put_away_while_work_goes_on_comes_back_with_what_went_wrong(told: Told) -> None:
    told.start(range(1, 3))
    told.line.put_away()
    told.answer(0)
    told.answer(1, Reason.TICKET_NOT_FOUND)
    assert "not activated" in told.line.words


@pytest.mark.parametrize(
    ("ids", "words"), [([3], "#3"), ([1, 2, 3, 4, 5], "#1, #2, #3, #4, #5"), (range(1, 1_010), "and 1,004 more")]
)
def test_a_few_numbers_are_named(ids: list[int], words: str) -> None:
    assert numbers_words(ids).endswith(words)
