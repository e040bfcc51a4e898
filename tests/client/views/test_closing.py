"""A closing waits under the person's eyes: undone it never reaches the server, left alone it does, once."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Status
from client.helpdesk import HelpDesk
from client.models.columns import STAFF_COLUMNS
from client.models.tickets import TicketTableModel
from client.views.closing import WAIT_MS, Closing
from client.views.theme.theme import Theme
from client.views.work_bar import WorkBar
from client.writing import Writing
from tests.client import made
from tests.client.views.held import HeldConnection

# No test waits so long: what is to be sent is asked for by name.
_LONG_MS = 3_600_000


class Desk:
    """Twenty active tickets, and a server that the test plays."""

    def __init__(self, theme: Theme, held: HeldConnection) -> None:
        self.held, self.bar = held, WorkBar(theme)
        self.tickets = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US)
        self.tickets.load(made.facts(made.ticket(number, status=Status.ACTIVE) for number in range(1, 21)), 20)
        self.closing = Closing(HelpDesk(held), self.tickets, Writing(self.bar), self.bar)
        self.closing.wait_ms = _LONG_MS

    @property
    def asked(self) -> list[int]:
        return [reply.request.id for reply in self.held.sent]  # type: ignore[attr-defined]

    @property
    def told(self) -> list[str]:
        return [line.words for line in self.bar.lines]

    def answer(self, at: int) -> None:
        """Close the ticket as it was asked for, and tell it by the feed."""
        after = made.ticket(self.asked[at], status=Status.CLOSED, revision=30 + at)
        self.held.sent[at].done.emit(after)
        self.tickets.apply([made.change(after)], after.revision)


@pytest.fixture
def desk(theme: Theme, held: HeldConnection, qtbot: QtBot) -> Desk:
    desk = Desk(theme, held)
    qtbot.addWidget(desk.bar)
    return desk


def test_it_waits_six_seconds(theme: Theme, held: HeldConnection, qtbot: QtBot) -> None:
    desk = Desk(theme, held)
    qtbot.addWidget(desk.bar)
    assert Closing(HelpDesk(held), desk.tickets, Writing(desk.bar), desk.bar).wait_ms == WAIT_MS == 6_000


def test_nothing_is_asked_before_the_wait_is_over_and_then_once(desk: Desk, qtbot: QtBot) -> None:
    desk.closing.wait_ms = 250
    desk.closing.close([3])
    assert desk.told == ["Closing #3"]
    assert (desk.asked, desk.closing.waits(3)) == ([], True)
    desk.closing.close([3])
    assert desk.told == ["Closing #3"], "it waits already"
    qtbot.waitUntil(lambda: desk.asked == [3])
    assert not desk.closing.waits(3)
    assert desk.closing.ticket_ids == {3}
    desk.answer(0)
    assert desk.told == []
    assert desk.closing.ticket_ids == frozenset()


def test_undone_it_never_reaches_the_server(desk: Desk) -> None:
    desk.closing.close([3])
    line = desk.bar.lines[0]
    assert (line.button.text(), line.button.toolTip()) == ("Undo", "Ctrl+Z")
    line.button.click()
    desk.closing.finish()
    assert (desk.asked, desk.told) == ([], [])


def test_undo_takes_back_the_latest_each_has_a_time_of_its_own(desk: Desk) -> None:
    desk.closing.close([3])
    desk.closing.close([4, 5, 6])
    assert desk.told == ["Closing #3", "Closing 3 tickets"]
    begun_s = desk.closing.begun_s
    desk.closing.undo()
    assert desk.told == ["Closing #3"]
    assert 0 < desk.closing.begun_s < begun_s
    desk.closing.undo()
    desk.closing.undo()
    assert (desk.told, desk.closing.begun_s) == ([], 0)


def test_one_of_several_can_be_left_out(desk: Desk) -> None:
    desk.closing.close([4, 5, 6])
    desk.closing.undo_ticket(5)
    assert desk.told == ["Closing 2 tickets"]
    desk.closing.finish()
    assert sorted(desk.asked) == [4, 6]


def test_what_somebody_else_closed_meanwhile_is_not_asked_for(desk: Desk) -> None:
    desk.closing.close([4, 5])
    desk.tickets.apply([made.change(made.ticket(5, status=Status.CLOSED, revision=30))], 30)
    assert desk.told == ["Closing #4"]
    desk.tickets.apply([made.change(made.ticket(4, status=Status.CLOSED, revision=31))], 31)
    assert (desk.told, desk.closing.ticket_ids) == ([], frozenset())


def test_what_somebody_else_changed_meanwhile_is_closed_as_it_is_then(desk: Desk) -> None:
    desk.closing.close([4])
    after = made.ticket(4, status=Status.ACTIVE, revision=30, description="It works again")
    desk.tickets.apply([made.change(after)], 30)
    assert desk.told == ["Closing #4"]
    desk.closing.finish()
    assert desk.asked == [4]


def test_who_leaves_has_all_closed_at_once(desk: Desk) -> None:
    desk.closing.close([3])
    desk.closing.close([4, 5])
    desk.closing.finish()
    for at in range(3):
        desk.answer(at)
    assert sorted(desk.asked) == [3, 4, 5]
    assert desk.closing.ticket_ids == frozenset()


def test_who_leaves_without_anything_to_close_waits_for_nothing(desk: Desk) -> None:
    desk.closing.close([3])
    desk.closing.undo()
    desk.closing.finish()
    assert desk.asked == []


def test_another_history_of_tickets_has_nothing_closed(desk: Desk) -> None:
    desk.closing.close([3])
    desk.closing.close([4, 5])
    desk.closing.forget()
    desk.closing.finish()
    assert (desk.asked, desk.told) == ([], [])


@pytest.mark.parametrize(
    ("reason", "button", "words"),
    [
        (Reason.SERVER_UNREACHABLE, "Try again", "#3 not closed: the server does not answer."),
        (Reason.TICKET_NOT_FOUND, "", "#3 not closed: it does not exist."),
    ],
)
def test_a_refusal_stays_to_be_read_and_what_may_pass_can_be_tried_again(
    reason: Reason, button: str, words: str, desk: Desk, qtbot: QtBot
) -> None:
    desk.closing.wait_ms = 0
    desk.closing.close([3])
    qtbot.waitUntil(lambda: desk.asked == [3])
    desk.held.fail(reason)
    assert (desk.told, desk.bar.lines[0].is_news) == ([words], False)
    assert desk.bar.lines[0].button.text() == button
    if button:
        desk.bar.lines[0].button.click()
        assert desk.held.sent == [desk.held.sent[0]] * 2, "the same request, with its id"
        desk.answer(1)
        assert desk.told == []


def test_what_is_on_its_way_cannot_be_undone_any_more(desk: Desk) -> None:
    desk.closing.close([3])
    line = desk.bar.lines[0]
    assert line.button.text() == "Undo"
    desk.closing.finish()
    assert (desk.asked, line.words, line.button.isHidden()) == ([3], "Closing #3", True)


def test_a_line_put_away_on_the_way_comes_back_with_what_went_wrong(desk: Desk) -> None:
    desk.closing.close([4, 5])
    desk.closing.finish()
    desk.bar.lines[0].put_away()
    assert desk.told == []
    desk.answer(0)
    desk.held.sent[1].failed.emit(DeskError(Reason.TICKET_NOT_FOUND))
    assert desk.told == ["#5 not closed: it does not exist."]


def test_what_is_tried_again_counts_as_being_closed_whatever_was_closed_meanwhile(desk: Desk) -> None:
    desk.closing.close([3])
    desk.closing.finish()
    desk.held.fail(Reason.STORE_FAILED)
    desk.closing.close([4])
    desk.closing.finish()
    assert desk.closing.ticket_ids == {4}
    desk.bar.lines[0].button.click()
    assert desk.closing.ticket_ids == {3, 4}


def test_what_is_on_its_way_counts_until_the_server_has_it_whatever_is_closed_after_it(desk: Desk) -> None:
    desk.closing.close([3])
    desk.closing.finish()
    desk.closing.close([4])
    desk.closing.finish()
    assert desk.closing.ticket_ids == {3, 4}
    desk.answer(0)
    assert desk.closing.ticket_ids == {4}


def test_no_clock_runs_where_nothing_waits(desk: Desk, qtbot: QtBot) -> None:
    def runs() -> bool:
        return any(timer.isActive() for timer in desk.closing.findChildren(QTimer))

    assert not runs()
    desk.closing.close([3])
    assert runs()
    desk.closing.undo()
    qtbot.waitUntil(lambda: not runs())


def test_the_line_shows_how_much_of_the_time_is_left(desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    shares: list[float] = []
    desk.closing.wait_ms = 700
    desk.closing.close([3])
    monkeypatch.setattr(desk.bar.lines[0], "show_share", shares.append)
    qtbot.waitUntil(lambda: len(shares) > 3)
    assert shares[:3] == sorted(shares[:3], reverse=True)
    assert all(share < 1 for share in shares)
    desk.closing.undo()


def test_each_change_of_what_waits_is_told(desk: Desk) -> None:
    seen: list[frozenset[int]] = []
    desk.closing.changed.connect(lambda: seen.append(desk.closing.ticket_ids))
    desk.closing.close([3, 4])
    desk.closing.undo_ticket(3)
    desk.closing.undo()
    assert seen == [{3, 4}, {4}, frozenset()]
