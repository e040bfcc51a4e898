"""Tickets, facts and changes as the feed would tell them, made for tests."""

from collections.abc import Iterable

from google.protobuf.timestamp_pb2 import Timestamp

from campusdesk.facts import Facts
from campusdesk.rules import Action, Category, Role, Status
from campusdesk.v1 import change_feed_pb2, ticket_pb2

# 2026-03-02 12:00 UTC.
NOON_US = 1_772_452_800_000_000
MINUTE_US = 60_000_000


def ticket(
    ticket_id: int,
    *,
    status: Status = Status.OPEN,
    category: Category = Category.TECHNICAL_IT,
    revision: int = 0,
    update_us: int | None = None,
    description: str = "The projector shows nothing",
    location: str = "B-105",
) -> ticket_pb2.Ticket:
    """Return a ticket opened `ticket_id` minutes after noon; its revision is its number unless another is given."""
    opened_us = NOON_US + ticket_id * MINUTE_US
    return ticket_pb2.Ticket(
        id=ticket_id,
        status=int(status),  # type: ignore[arg-type]
        category=int(category),  # type: ignore[arg-type]
        description=description,
        location=location,
        confidence=0.7,
        category_source=ticket_pb2.CATEGORY_SOURCE_AUTOMATIC,
        open_time=moment(opened_us),
        update_time=moment(update_us or opened_us),
        close_time=moment(opened_us + MINUTE_US) if status is Status.CLOSED else None,
        taken_by="Desk 2" if status is not Status.OPEN else "",
        revision=revision or ticket_id,
    )


def facts(tickets: Iterable[ticket_pb2.Ticket]) -> Facts:
    """Return the facts of the tickets."""
    made = Facts()
    for each in tickets:
        made.apply(each)
    return made


def change(after: ticket_pb2.Ticket, message: ticket_pb2.Message | None = None) -> change_feed_pb2.Change:
    """Return the change that made the ticket what it is."""
    return change_feed_pb2.Change(
        revision=after.revision,
        ticket_id=after.id,
        ticket=after,
        message=message,
        action=int(Action.UPDATE),  # type: ignore[arg-type]
        role=int(Role.USER),  # type: ignore[arg-type]
        workstation="LAB-1",
    )


def erasure(ticket_id: int, revision: int) -> change_feed_pb2.Change:
    """Return the change by which an operator blanks a ticket's texts."""
    blank = ticket(ticket_id, revision=revision, description="", location="")
    made = change(blank)
    made.action = ticket_pb2.ACTION_ERASE
    return made


def removal(ticket_id: int, revision: int) -> change_feed_pb2.Change:
    """Return the change by which a ticket leaves a simple user's sight."""
    return change_feed_pb2.Change(revision=revision, ticket_id=ticket_id, removed=True)


def message(ticket_id: int, revision: int, text: str = "On our way", role: Role = Role.HELPDESK) -> ticket_pb2.Message:
    """Return a message that was posted at a revision from Desk 2."""
    return ticket_pb2.Message(
        ticket_id=ticket_id,
        revision=revision,
        text=text,
        role=int(role),  # type: ignore[arg-type]
        workstation="Desk 2",
        post_time=moment(NOON_US),
    )


def moment(time_us: int) -> Timestamp:
    """Return microseconds since 1970 as they travel."""
    made = Timestamp()
    made.FromMicroseconds(time_us)
    return made
