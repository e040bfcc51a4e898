"""The terms of a ticket after each change are those that its texts have then, whatever was before."""

from collections.abc import Iterable

from campusdesk.rules import Action, Category, CategorySource, Role
from ticket_server.judgement import Judgement
from ticket_server.storage.search.row import MOST_SAID, SearchRow, after, matters, row_of, whole
from ticket_server.ticket import Change, Message, Stamp, advanced, edited, erased, opened, with_message, with_note

AUTOMATIC = Judgement(Category.TECHNICAL_IT, 0.5, CategorySource.AUTOMATIC)
REPORTED = opened(
    Stamp(1, Role.USER, "LAB", 1_000),
    7,
    {"description": "The bulb is dark", "location": "Room B1", "contact": "Rossi"},
    AUTOMATIC,
)


def stamp(revision: int) -> Stamp:
    return Stamp(revision, Role.HELPDESK, "Desk", revision * 1_000)


def lived(changes: Iterable[Change]) -> SearchRow:
    row = SearchRow(7)
    for change in changes:
        row = after(row, change)
    return row


def test_a_life_of_changes_leads_to_the_row_of_the_ticket_and_its_messages() -> None:
    said = with_message(REPORTED.ticket, stamp(2), "Is the bulb new?")
    moved = edited(said.ticket, stamp(3), {"location": "C7"}, None)
    assert moved is not None
    answered = with_message(moved.ticket, stamp(4), "Bulb ordered.")
    row = lived([REPORTED, said, moved, answered])
    assert row == SearchRow(7, own="the bulb is dark c7", said="is the bulb new ordered")
    assert row == whole(answered.ticket, [message_of(said), message_of(answered)])


def message_of(change: Change) -> Message:
    assert change.message is not None
    return change.message


def test_the_words_of_a_note_stand_apart_until_only_staff_find_the_ticket() -> None:
    said = with_message(REPORTED.ticket, stamp(2), "New bulb")
    noted = with_note(said.ticket, stamp(3), "Third bulb")
    row = lived([REPORTED, said, noted])
    assert row == SearchRow(7, own="the bulb is dark room b1", said="new bulb", noted="third bulb")
    assert row == whole(noted.ticket, [message_of(said), message_of(noted)])
    active = advanced(noted.ticket, stamp(4), Action.ACTIVATE)
    closed = advanced(active.ticket, stamp(5), Action.CLOSE)
    last = lived([REPORTED, said, noted, closed])
    assert last == SearchRow(7, closed=True, own="the bulb is dark room b1", said="new bulb third")
    assert last == whole(closed.ticket, [message_of(said), message_of(noted)])
    assert after(last, erased(closed.ticket, stamp(6))) == SearchRow(7, closed=True)


def test_a_closed_ticket_is_marked_and_an_erased_one_has_no_words() -> None:
    active = advanced(REPORTED.ticket, stamp(2), Action.ACTIVATE)
    closed = advanced(active.ticket, stamp(3), Action.CLOSE)
    row = lived([REPORTED, closed])
    assert row == SearchRow(7, closed=True, own="the bulb is dark room b1")
    assert after(row, erased(closed.ticket, stamp(4))) == SearchRow(7, closed=True)


def test_only_what_changes_words_or_readers_matters() -> None:
    active = advanced(REPORTED.ticket, stamp(2), Action.ACTIVATE)
    reached = edited(active.ticket, stamp(3), {"contact": "Bianchi"}, None)
    described = edited(active.ticket, stamp(3), {"description": "Cold"}, None)
    assert reached is not None
    assert described is not None
    closed = advanced(active.ticket, stamp(4), Action.CLOSE)
    posted = with_message(active.ticket, stamp(4), "Any news?")
    noted = with_note(active.ticket, stamp(4), "Third bulb")
    assert [matters(change) for change in (REPORTED, active, reached, described, posted, noted, closed)] == (
        [True, False, False, True, True, True, True]
    )


def test_a_conversation_is_found_by_a_bounded_number_of_its_words_and_its_first_ones() -> None:
    words = [f"w{number}" for number in range(MOST_SAID + 10)]
    texts = [" ".join(words[start : start + 1_000]) for start in range(0, len(words), 1_000)]
    row = row_of(7, own=("dark",), said=texts)
    assert row.said.split() == words[:MOST_SAID]
    more = with_message(REPORTED.ticket, stamp(2), "later words")
    assert after(row, more) == row
