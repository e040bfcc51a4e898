"""What others changed is unread until it is looked at, across restarts, and never what was done here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.facts import Facts
from campusdesk.past import PastEnd
from campusdesk.rules import Action, Reason, Role
from campusdesk.v1 import change_feed_pb2, ticket_pb2
from client.addresses import beside
from client.connection import Connection
from client.helpdesk import HelpDesk
from client.store import Store
from client.unread import MOST_MISSED, MOST_UNREAD, Unread
from client.workstation import Workstation
from tests.client import made
from tests.client.views.answers import PATIENCE_MS

Change = change_feed_pb2.Change
HERE = "LAB-1"


class StoodStill(Connection):
    """A connection that nothing comes through but what a test tells."""

    def __init__(self, role: Role, parent: QApplication) -> None:
        super().__init__(beside("127.0.0.1:1"), role, Workstation(HERE), parent)
        self.asked: list[tuple[int, int]] = []
        self.take: Callable[..., None] = lambda _told: None
        self._lineage = "here"

    def read_past(self, after: int, until: int, take: Callable[..., None]) -> None:
        self.asked.append((after, until))
        self.take = take


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[Store]:
    made_store = Store(tmp_path)
    qtbot.waitUntil(lambda: made_store.is_loaded, timeout=PATIENCE_MS)
    yield made_store
    made_store.close()


@pytest.fixture
def start(store: Store, qapp: QApplication) -> Iterator[Callable[..., tuple[Unread, StoodStill]]]:
    """Start a desk that finds the tickets at a revision; the store is that of the desk before."""
    opened: list[Connection] = []

    def started(revision: int, role: Role = Role.HELPDESK) -> tuple[Unread, StoodStill]:
        connection = StoodStill(role, qapp)
        opened.append(connection)
        unread = Unread(store, connection, lambda _ticket_id: True)
        connection.reset.emit(Facts(), revision)
        return unread, connection

    yield started
    for connection in opened:
        connection.close()


def deed(
    ticket_id: int,
    revision: int,
    action: Action = Action.UPDATE,
    *,
    role: Role = Role.HELPDESK,
    workstation: str = "Desk 2",
    reported_from: str = "",
) -> Change:
    change = made.change(made.ticket(ticket_id, revision=revision))
    change.action, change.role = int(action), int(role)  # type: ignore[assignment]
    change.workstation, change.ticket.reported_from = workstation, reported_from
    return change


def tell(connection: Connection, *changes: Change) -> None:
    connection.changed.emit(list(changes), changes[-1].revision)


Start = Callable[..., tuple[Unread, StoodStill]]


def test_a_first_start_begins_all_read_and_others_make_unread(start: Start) -> None:
    unread, connection = start(100)
    assert (unread.ids(), connection.asked) == ([], [])
    tell(connection, deed(7, 101), deed(8, 102, Action.CREATE, role=Role.USER, workstation="Kiosk"))
    assert (unread.ids(), 7 in unread, 9 in unread) == ([7, 8], True, False)
    unread.see(7)
    assert unread.ids() == [8]


@pytest.mark.parametrize("action", list(Action))
def test_what_counts_is_what_somebody_did_to_the_ticket(action: Action, start: Start) -> None:
    unread, connection = start(100)
    tell(connection, deed(7, 101, action))
    assert (7 in unread) is (action not in {Action.ADD_ME_TOO, Action.CATEGORISE, Action.ERASE})


def test_another_role_or_workstation_is_somebody_else(start: Start) -> None:
    unread, connection = start(100)
    tell(connection, deed(1, 101, workstation=HERE), deed(2, 102, role=Role.USER, workstation=HERE), deed(3, 103))
    assert unread.ids() == [2, 3]


def test_who_did_something_here_has_seen_the_ticket(start: Start) -> None:
    unread, connection = start(100)
    tell(connection, deed(7, 101))
    tell(connection, deed(7, 102, workstation=HERE))
    assert unread.ids() == []


def test_a_desk_that_starts_again_reads_what_it_missed_and_who_did_it(start: Start) -> None:
    before, connection = start(100)
    tell(connection, deed(1, 101), deed(2, 102))
    before.see(2)
    before.end()
    unread, connection = start(110)
    assert connection.asked == [(102, 110)]
    # What comes meanwhile is judged after what was before it.
    tell(connection, deed(4, 111, workstation=HERE))
    connection.take([[deed(2, 103, workstation=HERE), deed(3, 104), deed(4, 105)], PastEnd()])
    assert unread.ids() == [1, 3]
    assert start(111)[1].asked == []


def test_a_past_that_breaks_off_is_read_on_when_the_server_is_back(start: Start) -> None:
    before, connection = start(100)
    before.end()
    unread, connection = start(110)
    connection.take([[deed(3, 104)], PastEnd(DeskError(Reason.SERVER_UNREACHABLE))])
    connection.state_changed.emit(connection.state.after(connection.state.kind.LIVE, None))
    assert connection.asked == [(100, 110), (104, 110)]
    connection.take([[deed(4, 105)], PastEnd()])
    assert unread.ids() == [3, 4]


def test_a_past_that_is_gone_or_very_long_is_let_go(start: Start) -> None:
    start(100)[0].end()
    unread, connection = start(110)
    connection.take([PastEnd(DeskError(Reason.REVISION_COMPACTED))])
    tell(connection, deed(3, 111))
    assert unread.ids() == [3]
    unread.end()
    assert start(112 + MOST_MISSED)[1].asked == []


def test_what_was_missed_is_read_however_long_the_history_is(start: Start) -> None:
    start(3 * MOST_MISSED)[0].end()
    assert start(4 * MOST_MISSED)[1].asked == [(3 * MOST_MISSED, 4 * MOST_MISSED)]


def test_nonsense_in_the_store_is_no_unread_ticket(start: Start, store: Store) -> None:
    unread, connection = start(100)
    tell(connection, deed(7, 101))
    unread.end()
    (key,) = store.entries("unread")
    store.put("unread", key.replace("7", "8"), "long ago")
    assert start(101)[0].ids() == [7]


def test_seeing_what_was_seen_tells_nothing(start: Start, qtbot: QtBot) -> None:
    unread, connection = start(100)
    tell(connection, deed(7, 101))
    with qtbot.waitSignal(unread.changed):
        unread.see(7)
    with qtbot.assertNotEmitted(unread.changed):
        unread.see(7)


def test_another_history_begins_all_read(start: Start) -> None:
    before, connection = start(100)
    tell(connection, deed(7, 101))
    before.end()
    assert start(50)[0].ids() == []


def test_a_mark_holds_until_the_ticket_is_seen(start: Start) -> None:
    before, _ = start(100)
    before.mark([5])
    assert start(100)[0].ids() == [5]
    before.see(5)
    assert start(100)[0].ids() == []


def test_the_oldest_of_very_many_count_as_read(start: Start) -> None:
    unread, connection = start(0)
    tell(connection, *(deed(number, number) for number in range(1, MOST_UNREAD + 11)))
    assert (len(unread.ids()), 10 in unread, 11 in unread) == (MOST_UNREAD, False, True)


def test_simple_users_are_concerned_by_what_was_reported_or_written_in_from_here(start: Start) -> None:
    unread, connection = start(100, Role.USER)
    said = deed(3, 101, Action.POST_MESSAGE, role=Role.USER, workstation=HERE)
    said.message.text = "When?"
    tell(connection, said)
    tell(connection, deed(1, 102), deed(2, 103, reported_from=HERE), deed(3, 104, Action.POST_MESSAGE))
    assert unread.ids() == [2, 3]
    unread.see(3)
    unread.end()
    again, connection = start(105, Role.USER)
    connection.take([[deed(3, 105)], PastEnd()])
    assert again.ids() == [2, 3]
    tell(connection, made.removal(2, 106))
    assert again.ids() == [3]


def test_news_is_what_others_do_now(start: Start) -> None:
    start(100)[0].end()
    unread, connection = start(101)
    news: list[list[Change]] = []
    unread.news.connect(news.append)
    connection.take([[deed(1, 101)], PastEnd()])
    tell(connection, deed(2, 102, workstation=HERE))
    fresh = deed(3, 103)
    tell(connection, deed(4, 102, Action.ADD_ME_TOO), fresh)
    assert news == [[fresh]]


def test_two_desks_of_one_installation_see_for_each_other_at_the_next_start(start: Start) -> None:
    first, here = start(100)
    second, there = start(100)
    for connection in (here, there):
        tell(connection, deed(1, 101), deed(2, 102))
    first.see(1)
    second.see(2)
    assert start(102)[0].ids() == []


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_on_a_real_server_a_desk_learns_who_changed_what_while_it_was_away(
    role: Role, live_server: str, store: Store, qapp: QApplication, qtbot: QtBot
) -> None:
    def opened(of: Role, name: str) -> Connection:
        return Connection(beside(live_server), of, Workstation(name), qapp)

    def done(reply: object) -> ticket_pb2.Ticket:
        answers: list[ticket_pb2.Ticket] = []
        reply.done.connect(answers.append)  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
        return answers[0]

    mine, theirs = opened(role, HERE), opened(Role.HELPDESK, "Desk 2")
    unread = Unread(store, mine, lambda _ticket_id: True)
    mine.follow()
    own = done(HelpDesk(mine).create_ticket("The lamp is dark."))
    foreign = done(HelpDesk(theirs).create_ticket("No hot water."))
    is_staff = role is Role.HELPDESK
    qtbot.waitUntil(lambda: store.get("judged", f"{mine.lineage}/{role.word}") == foreign.revision, timeout=PATIENCE_MS)
    assert unread.ids() == ([foreign.id] if is_staff else [])
    unread.see(foreign.id)
    unread.end()
    mine.close()
    done(HelpDesk(theirs).post_message(own.id, "We come."))
    again = opened(role, HERE)
    after = Unread(store, again, lambda _ticket_id: True)
    done(HelpDesk(again).post_message(foreign.id, "Here too."))
    again.follow()
    qtbot.waitUntil(lambda: after.ids() == [own.id], timeout=PATIENCE_MS)
    for connection in (again, theirs):
        connection.close()
