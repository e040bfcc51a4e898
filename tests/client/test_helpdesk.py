"""The verbs against a real ticket server, as a person would use them."""

from collections.abc import Iterator

import pytest
from google.protobuf.message import Message
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Category, CategorySource, Reason, Role, Status
from client.addresses import beside
from client.connection import Connection, Reply
from client.helpdesk import HelpDesk
from client.workstation import Workstation

PATIENCE_MS = 15_000

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desks(live_server: str) -> Iterator[dict[Role, HelpDesk]]:
    connections = {
        role: Connection(beside(live_server), role, Workstation(role.word)) for role in (Role.USER, Role.HELPDESK)
    }
    yield {role: HelpDesk(connection) for role, connection in connections.items()}
    for connection in connections.values():
        connection.close()


def done(qtbot: QtBot, reply: Reply) -> Message:
    with qtbot.waitSignal(reply.done, timeout=PATIENCE_MS) as told:
        pass
    result = told.args[0]
    assert isinstance(result, Message)
    return result


def failed(qtbot: QtBot, reply: Reply) -> DeskError:
    with qtbot.waitSignal(reply.failed, timeout=PATIENCE_MS) as told:
        pass
    error = told.args[0]
    assert isinstance(error, DeskError)
    return error


def test_a_ticket_from_report_to_close(qtbot: QtBot, desks: dict[Role, HelpDesk]) -> None:
    user, staff = desks[Role.USER], desks[Role.HELPDESK]
    reported = done(qtbot, user.create_ticket("The tap drips", "Room 5", "me@example"))
    assert (reported.status, reported.contact) == (Status.OPEN, "")  # type: ignore[attr-defined]
    number = reported.id  # type: ignore[attr-defined]
    assert done(qtbot, staff.get_ticket(number)).contact == "me@example"  # type: ignore[attr-defined]
    assert done(qtbot, staff.activate_ticket(number)).taken_by == "helpdesk"  # type: ignore[attr-defined]
    done(qtbot, user.post_message(number, "It is worse now"))
    done(qtbot, staff.post_message(number, "On our way"))
    closed = done(qtbot, staff.close_ticket(number))
    assert closed.status == Status.CLOSED  # type: ignore[attr-defined]
    messages = done(qtbot, staff.list_messages(number)).messages  # type: ignore[attr-defined]
    assert [message.text for message in messages] == ["It is worse now", "On our way"]
    later = done(qtbot, staff.list_messages(number, messages[0].revision)).messages  # type: ignore[attr-defined]
    assert list(later) == [messages[1]]
    assert len(done(qtbot, staff.list_changes(number)).changes) == 5  # type: ignore[attr-defined]
    assert failed(qtbot, user.get_ticket(number)).reason is Reason.TICKET_CLOSED


def test_an_overtaken_edit_brings_the_ticket_as_it_is(qtbot: QtBot, desks: dict[Role, HelpDesk]) -> None:
    user, staff = desks[Role.USER], desks[Role.HELPDESK]
    seen = done(qtbot, user.create_ticket("The tap drips"))
    number, revision = seen.id, seen.revision  # type: ignore[attr-defined]
    edits: dict[str, str | Category] = {"location": "Room 6", "category": Category.SERVICES_COMPLAINTS}
    edited = done(qtbot, staff.update_ticket(number, edits, revision))
    assert edited.category_source == CategorySource.CORRECTED  # type: ignore[attr-defined]
    error = failed(qtbot, user.update_ticket(number, {"location": "Room 7"}, revision))
    assert error.reason is Reason.EDIT_OVERTAKEN
    assert error.current is not None
    assert error.current.location == "Room 6"
    done(qtbot, user.update_ticket(number, {"description": "The tap runs"}, revision))


def test_tickets_are_read_together_and_the_server_tells_of_itself(qtbot: QtBot, desks: dict[Role, HelpDesk]) -> None:
    user = desks[Role.USER]
    numbers = [done(qtbot, user.create_ticket(f"Lamp {number}")).id for number in range(3)]  # type: ignore[attr-defined]
    answer = done(qtbot, user.batch_get_tickets([*reversed(numbers), 999]))
    assert [ticket.description for ticket in answer.tickets] == ["Lamp 2", "Lamp 1", "Lamp 0"]  # type: ignore[attr-defined]
    info = done(qtbot, user.server_info())
    assert (info.open_count, info.active_count, info.sample_data) == (3, 0, False)  # type: ignore[attr-defined]
