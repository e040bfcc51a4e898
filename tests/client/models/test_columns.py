"""What the columns show of a ticket's facts and texts."""

import pytest

from campusdesk.facts import facts_of
from campusdesk.rules import CategorySource, Status
from client.models.columns import (
    Column,
    fact_words,
    hint_words,
    is_sure,
    tells_doubt,
    text_words,
    title,
)
from client.models.ticket_texts import TicketText
from tests.client.made import NOON_US, ticket


def test_every_column_has_a_heading_of_its_own() -> None:
    assert len({title(column) for column in Column}) == len(Column)


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (Column.NUMBER, "#7"),
        (Column.STATUS, "active"),
        (Column.CATEGORY, "Technical IT"),
        (Column.CLOSED, ""),
        (Column.MESSAGES, ""),
    ],
)
def test_facts_in_words(column: Column, words: str) -> None:
    assert fact_words(column, facts_of(ticket(7, status=Status.ACTIVE)), NOON_US) == words


def test_what_a_newer_server_knows_is_left_empty() -> None:
    facts = facts_of(ticket(7))._replace(status=9, category=9)
    assert fact_words(Column.STATUS, facts, NOON_US) == ""
    assert fact_words(Column.CATEGORY, facts, NOON_US) == ""


def test_texts_in_words() -> None:
    text = TicketText(ticket(1, status=Status.ACTIVE))
    shown = [text_words(column, text) for column in (Column.PROBLEM, Column.LOCATION, Column.TAKEN_BY)]
    assert shown == ["The projector shows nothing", "B-105", "Desk 2"]


@pytest.mark.parametrize(
    ("confidence", "source", "told", "hint", "sure", "doubted"),
    [
        (95, CategorySource.AUTOMATIC, "Technical IT", "Technical IT · 95 %", True, False),
        (70, CategorySource.AUTOMATIC, "Technical IT", "Probably technical IT · 70 %", True, True),
        (59, CategorySource.AUTOMATIC, "Technical IT?", "Not sure: technical IT? · 59 %", False, True),
        (59, CategorySource.CORRECTED, "Technical IT", "Technical IT, set by the helpdesk", True, False),
    ],
)
def test_a_category_that_is_not_sure_is_marked(
    confidence: int, source: CategorySource, told: str, hint: str, sure: bool, doubted: bool
) -> None:
    facts = facts_of(ticket(1))._replace(confidence=confidence, category_source=source)
    assert fact_words(Column.CATEGORY, facts, NOON_US) == told
    assert hint_words(Column.CATEGORY, facts) == hint
    assert is_sure(facts) is sure
    assert tells_doubt(facts) is doubted


def test_others_who_have_it_are_counted_and_nobody_is_left_empty() -> None:
    facts = facts_of(ticket(1))
    assert fact_words(Column.ME_TOO, facts, NOON_US) == ""
    assert fact_words(Column.ME_TOO, facts._replace(me_too_count=12), NOON_US) == "+12"
