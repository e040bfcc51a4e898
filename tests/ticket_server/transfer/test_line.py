"""One line of an import file: what it may not be, and in which words that is said."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from campusdesk.rules import Action, Category, CategorySource, Role, Status
from tests.ticket_server.desk import categorise
from tests.ticket_server.transfer.lives import Line, complete
from ticket_server.judgement import Judgement
from ticket_server.transfer.fields import Wrong
from ticket_server.transfer.line import changes, present, read_line, write_line

DESK = "6f1d9c1e-58f3-4a2e-9a67-3f6b7f1c2d3e"


def changed(change: Callable[[Line], object]) -> str:
    line = complete()
    change(line)
    return json.dumps(line)


def set_to(name: str, value: object) -> Callable[[Line], object]:
    return lambda line: line.__setitem__(name, value)


def without(*names: str) -> Callable[[Line], object]:
    return lambda line: [line.pop(name) for name in names]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (without("id"), "id is missing"),
        (set_to("id", 0), "id must be a positive whole number"),
        (set_to("id", 2**63), "id must be a positive whole number"),
        (set_to("id", "17"), "id must be a positive whole number"),
        (set_to("id", True), "id must be a positive whole number"),
        (set_to("status", "done"), "status must be one of: open, active, closed"),
        (without("description"), "description is missing"),
        (set_to("description", " \n"), "description is empty"),
        (set_to("description", "x" * 10_001), "description is longer than 10000 characters"),
        (set_to("location", "x" * 201), "location is longer than 200 characters"),
        (set_to("contact", "a\x00b"), "contact holds characters that cannot be stored"),
        (set_to("location", 5), "location must be a text"),
        (set_to("category", "IT"), "category must be one of: facility management, technical IT, services complaints"),
        (without("category"), "category is missing, though confidence or category_source is there"),
        (set_to("confidence", 1.5), "confidence must be a number from 0 to 1"),
        (set_to("confidence", float("nan")), "confidence must be a number from 0 to 1"),
        (set_to("category_source", "corrected"), "confidence must be 1 where the category was corrected"),
        (set_to("reported_from", "x" * 65), "reported_from is longer than 64 characters"),
        (without("reported_from"), "reported_from is missing"),
        (without("open_time"), "status does not agree with the times"),
        (without("close_time"), "status does not agree with the times"),
        (set_to("status", "active"), "status does not agree with the times"),
        (set_to("open_time", "2025-06-02 08:14:03Z"), "open_time must be a time such as"),
        (set_to("open_time", "2025-06-02T08:14:03"), "open_time must be a time such as"),
        (set_to("open_time", "2025-02-30T08:14:03Z"), "open_time is a time that does not exist"),
        (set_to("open_time", "1960-02-03T08:14:03Z"), "open_time is before 1970"),
        (set_to("open_time", 1_748_852_043), "open_time must be a time such as"),
        (set_to("activate_time", "2025-06-01T09:00:00Z"), "the times are not in order"),
        (set_to("update_time", "2025-06-02T10:00:00Z"), "update_time is not the time of the last change"),
        (set_to("update_time", "2025-06-04T10:00:00Z"), "update_time is not the time of the last change"),
        (set_to("erase_time", "2025-06-01T00:00:00Z"), "erase_time lies before the opening"),
        (lambda line: line.update(erase_time="2025-06-09T00:00:00Z", description=" "), "description is empty"),
        (set_to("messages", {}), "messages must be a list"),
        (set_to("messages", ["hello"]), "a message must be an object"),
        (lambda line: line["messages"].reverse(), "the times are not in order"),
        (lambda line: line["messages"][0].pop("time"), "time is missing"),
        (lambda line: line["messages"][0].update(role="analytics"), "role must be one of: user, helpdesk"),
        (lambda line: line["messages"][0].update(text=""), "text is empty"),
        (lambda line: line["messages"][0].update(mood="bad"), "a message has 1 unknown key"),
        (lambda line: line["messages"][0].update(time="2025-06-01T00:00:00Z"), "lies before the opening"),
        (lambda line: line["messages"][2].update(time="2025-06-04T00:00:00Z"), "after the closing"),
        (lambda line: line["messages"][0].update(internal="yes"), "internal must be true or false"),
        (lambda line: line["messages"][2].update(internal=True), "internal is true, though the role is not helpdesk"),
        (lambda line: line["messages"][1].update(time="2025-06-04T00:00:00Z"), "the times are not in order"),
        (
            lambda line: line["messages"][2].update(time="2025-06-04T00:00:00Z", role="helpdesk", internal=True),
            "after the closing",
        ),
        (lambda line: line["history"][0].update(action="close"), "action must be one of: update"),
        (lambda line: line["history"][0].update(changes={}), "changes must be an object that is not empty"),
        (lambda line: line["history"][0].update(changes={"status": ["a", "b"]}), "changes may hold"),
        (lambda line: line["history"][0].update(changes={"location": ["a"]}), "a list of two"),
        (lambda line: line["history"][0].update(changes={"category": ["IT", "IT"]}), "category must be one of"),
        (lambda line: line.update(me_too_count=1, me_too_installations=["x"]), "me_too_installations must hold UUIDs"),
        (lambda line: line.update(me_too_count=1, me_too_installations=[5]), "me_too_installations must hold UUIDs"),
        (lambda line: line.update(me_too_count=2, me_too_installations=[DESK] * 2), "holds one twice"),
        (set_to("me_too_installations", [DESK]), "me_too_installations are more than me_too_count"),
        (set_to("prio", 1), "the line has 1 unknown key"),
    ],
)
def test_what_a_line_may_not_be(change: Callable[[Line], object], words: str) -> None:
    with pytest.raises(Wrong) as refused:
        read_line(changed(change))
    assert words in str(refused.value)
    assert "beamer" not in str(refused.value)


@pytest.mark.parametrize("line", ["", "{", "[" * 100_000, "{'id': 1}", "nothing"])
def test_what_is_no_json(line: str) -> None:
    with pytest.raises(Wrong, match="not JSON"):
        read_line(line)


@pytest.mark.parametrize("line", ["[]", "17", "null", '"text"'])
def test_what_is_no_object(line: str) -> None:
    with pytest.raises(Wrong, match="the line must be an object"):
        read_line(line)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (set_to("taken_by", "Desk 2"), "taken_by is there"),
        (set_to("closed_by", "Desk 2"), "closed_by is there"),
        (
            set_to("history", [complete()["history"][0] | {"changes": {"category": ["technical IT"] * 2}}]),
            "history edits",
        ),
    ],
)
def test_what_an_open_ticket_may_not_be(change: Callable[[Line], object], words: str) -> None:
    line = opened()
    change(line)
    with pytest.raises(Wrong, match=words):
        read_line(json.dumps(line))


def opened() -> Line:
    """Return as little as a line can hold."""
    return {
        "id": 3,
        "status": "open",
        "description": "They were rude",
        "reported_from": "",
        "open_time": "2025-06-02T10:14:03+02:00",
    }


def test_a_line_may_say_little() -> None:
    life = read_line(json.dumps(opened()))
    made = list(changes(life, [5], categorise))
    ticket = present(life, made[-1].ticket)
    assert [change.action for change in made] == [Action.CREATE]
    assert (ticket.location, ticket.contact, ticket.taken_by) == ("", "", "")
    assert ticket.open_us == ticket.update_us == 1_748_852_043_000_000
    assert (ticket.category, ticket.confidence) == (Category.SERVICES_COMPLAINTS, 0.75)
    assert (ticket.revision, ticket.category_source) == (5, CategorySource.AUTOMATIC)


def test_a_note_does_not_move_the_time_of_update() -> None:
    note = {"time": "2025-06-02T12:00:00Z", "role": "helpdesk", "workstation": "", "text": "Third", "internal": True}
    life = read_line(json.dumps(opened() | {"messages": [note]}))
    made = list(changes(life, [5, 9], categorise))
    ticket = present(life, made[-1].ticket)
    assert [change.action for change in made] == [Action.CREATE, Action.POST_NOTE]
    assert (ticket.update_us, ticket.revision, ticket.message_count) == (ticket.open_us, 5, 0)
    assert (ticket.note_count, ticket.last_note_revision) == (1, 9)


def test_a_note_that_a_clock_set_back_puts_after_the_closing_is_told_at_it() -> None:
    life = read_line(json.dumps(complete()))
    made = list(changes(life, range(1, len(life.events) + 1), categorise))
    said = [change.message for change in made if change.message is not None]
    late = [said[0], replace(said[1], post_us=made[-1].ticket.close_us + 5), said[2]]
    line = write_line(made[-1].ticket, late, (), ())
    assert [message["text"] for message in json.loads(line)["messages"]] == ["Soon", "Thanks", "Third lamp this year"]
    assert read_line(line).events[-2].time_us == made[-1].ticket.close_us


@pytest.mark.parametrize(
    ("said", "judgement"),
    [
        ({}, (1.0, CategorySource.CORRECTED)),
        ({"confidence": 0.5}, (0.5, CategorySource.AUTOMATIC)),
        ({"category_source": "automatic"}, (0.0, CategorySource.AUTOMATIC)),
        ({"category_source": "corrected"}, (1.0, CategorySource.CORRECTED)),
    ],
)
def test_a_category_is_a_persons_word_unless_the_line_says_otherwise(
    said: Line, judgement: tuple[float, CategorySource]
) -> None:
    life = read_line(json.dumps({**opened(), "category": "technical IT", **said}))
    assert life.judgement == Judgement(Category.TECHNICAL_IT, *judgement)


def test_a_life_is_told_in_the_order_in_which_it_happened() -> None:
    line = complete()
    line["history"].append(
        {
            **line["history"][0],
            "time": "2025-06-02T09:35:00Z",
            "changes": {"category": ["services complaints", "technical IT"]},
        }
    )
    life = read_line(json.dumps(line))
    made = list(changes(life, range(10, 18), categorise))
    assert [change.action for change in made] == [
        Action.CREATE,
        Action.UPDATE,
        Action.ACTIVATE,
        Action.POST_MESSAGE,
        Action.POST_NOTE,
        Action.UPDATE,
        Action.POST_MESSAGE,
        Action.CLOSE,
    ]
    assert [change.revision for change in made] == list(range(10, 18))
    assert [change.ticket.category.word for change in made] == ["services complaints"] * 5 + ["technical IT"] * 3
    assert [change.ticket.message_count for change in made] == [0, 0, 0, 1, 1, 1, 2, 2]
    assert [change.workstation for change in made][2::5] == ["Desk 2", "Desk 3"]
    ticket = present(life, made[-1].ticket)
    assert (ticket.status, ticket.last_message_role, ticket.revision) == (Status.CLOSED, Role.USER, 17)
    assert ticket.taken_by == "Desk 2"
