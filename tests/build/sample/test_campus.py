"""What was written by hand for the sample campus is complete and agrees with itself."""

import pytest

from campusdesk.rules import LIMITS, Category, Role
from sample.campus import OUTAGE, Campus, Place, load_campus, place
from sample.life import SOLVING, WAITING
from sample.reporters import SEASONAL

LANGUAGES = {"en", "it", "de", "fr", "es"}


@pytest.fixture(scope="module", name="campus")
def sample_campus() -> Campus:
    return load_campus()


def test_there_are_enough_texts_and_none_twice(campus: Campus) -> None:
    texts = [text for problem in campus.problems for text in problem.texts]
    assert len(texts) >= 340
    assert len(texts) == len(set(texts))
    assert all(len(text) < LIMITS["description"] for text in texts)


def test_each_problem_can_be_told_placed_and_solved(campus: Campus) -> None:
    words = {category.word for category in Category}
    roles = {Role.USER.word, Role.HELPDESK.word}
    for problem in campus.problems:
        assert problem.category in words
        assert problem.language in LANGUAGES
        assert problem.season in {"", OUTAGE, *SEASONAL}
        assert problem.speed in SOLVING.keys() & WAITING.keys()
        assert set(problem.places) <= campus.places.keys()
        assert {role for role, _ in problem.talk} <= roles
        assert problem.talk[-1][0] == Role.HELPDESK.word, "the last word says how it was solved"


def test_a_room_is_named_only_where_there_are_rooms(campus: Campus) -> None:
    for problem in campus.problems:
        if any("{" in text for text in problem.texts):
            places = [place(kind, words) for kind in problem.places for words in campus.places[kind]]
            assert all(where.code for where in places), problem.texts


def test_each_language_has_every_word(campus: Campus) -> None:
    names = [*campus.buildings.values(), *campus.details.values(), campus.people, campus.phrases, campus.extension]
    assert all(name.keys() == LANGUAGES for name in names)
    kinds = {frozenset(phrases) for phrases in campus.phrases.values()}
    assert kinds == {frozenset({"received", "progress", "done", "nudge", "thanks", "addition", "vague"})}
    assert campus.mail_domain.endswith(".example")


def test_places_are_rooms_parts_of_a_building_or_nothing() -> None:
    assert place("office", "A-212") == Place("office", "A", "A-212", "")
    assert place("library floor", "L reading room") == Place("library floor", "L", "", "reading room")
    assert place("canteen", "M") == Place("canteen", "M", "", "")
    assert place("anywhere", "") == Place("anywhere")
