"""The calls of a campus at work, answered by a server that knows nothing but the numbers of tickets."""

from collections import Counter

from campusdesk.v1 import ticket_pb2
from campusdesk.v1 import ticket_service_pb2 as pb
from tests.bench.daily_work import Campus

TEXTS = ["The projector is dark.", "No WiFi in the library since this morning."]


def there() -> list[ticket_pb2.Ticket]:
    """Return ten open tickets and ten active ones."""
    statuses = [ticket_pb2.STATUS_OPEN] * 10 + [ticket_pb2.STATUS_ACTIVE] * 10
    return [ticket_pb2.Ticket(id=number, status=status, revision=number) for number, status in enumerate(statuses, 1)]


def test_every_call_can_be_served_and_as_many_tickets_are_closed_as_opened() -> None:
    campus, status = Campus(there(), TEXTS), {ticket.id: ticket.status for ticket in there()}
    revision, asked_of, active = len(status), Counter[str](), list(range(11, 21))
    for step in campus.writing() * 200:
        asked = step()
        asked_of[asked.method] += 1
        request = asked.request
        answer = ticket_pb2.Ticket()
        if isinstance(request, pb.CreateTicketRequest):
            answer = ticket_pb2.Ticket(id=len(status) + 1)
            status[answer.id] = ticket_pb2.STATUS_OPEN
        elif isinstance(request, pb.ActivateTicketRequest):
            assert status[request.id] == ticket_pb2.STATUS_OPEN
            status[request.id] = ticket_pb2.STATUS_ACTIVE
            active.append(request.id)
            answer = ticket_pb2.Ticket(id=request.id)
        elif isinstance(request, pb.CloseTicketRequest):
            # Who writes of a ticket meanwhile is not told that it is closed.
            assert request.id == active.pop(0)
            status[request.id] = ticket_pb2.STATUS_CLOSED
        elif isinstance(request, pb.PostMessageRequest):
            assert request.ticket_id in active[3:]
        elif isinstance(request, pb.UpdateTicketRequest):
            assert request.ticket.id in active[3:]
            assert 0 < request.expected_revision <= revision
        revision += 1
        answer.revision = revision
        asked.told(answer.SerializeToString())
    assert asked_of["CreateTicket"] == asked_of["ActivateTicket"] == asked_of["CloseTicket"] == 200
    assert Counter(status.values())[ticket_pb2.STATUS_CLOSED] == 200


def test_who_only_reads_writes_nothing() -> None:
    methods = {step().method for step in Campus(there(), TEXTS).reading()}
    assert methods.isdisjoint({"CreateTicket", "ActivateTicket", "CloseTicket", "PostMessage", "UpdateTicket"})
