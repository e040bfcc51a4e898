"""The line tells when something was written that came back, and lets it be put away and be taken back."""

import time

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.draft import Kind
from client.drafts import Draft, Drafts
from client.state import wall_clock_us
from client.store import Store
from client.views.draft_line import DraftLine
from client.views.theme.theme import Theme

DAY_US = 86_400_000_000


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> DraftLine:
    line = DraftLine(theme)
    qtbot.addWidget(line)
    return line


def came_back(store: Store, kind: Kind, typed_us: int, *, sent: bool = False) -> Draft:
    drafts = Drafts(store, Role.USER, "desk", lambda: "lineage", lambda: typed_us)
    drafts.of(kind, 1).keep("Any news?")
    if sent:
        drafts.of(kind, 1).send(lambda _id: None)
    return Drafts(store, Role.USER, "desk", lambda: "lineage").of(kind, 1)


@pytest.mark.parametrize(
    ("kind", "days", "sent", "words"),
    [
        (Kind.MESSAGE, 0, False, "You wrote this at {} and did not send it."),
        (Kind.EDIT, 0, False, "You wrote this at {} and did not save it."),
        (Kind.NOTE, 1, False, "You wrote this earlier (yesterday {}) and did not send it."),
        (Kind.EDIT, 1, False, "You wrote this earlier (yesterday {}) and did not save it."),
        (Kind.MESSAGE, 0, True, "You sent this at {}, but it was not confirmed. Sent again, it arrives only once."),
        (Kind.MESSAGE, 1, True, "You sent this earlier (yesterday {}), but it was not confirmed. Send it again if"),
    ],
)
def test_it_says_when_it_was_written(
    kind: Kind, days: int, sent: bool, words: str, line: DraftLine, store: Store
) -> None:
    typed_us = wall_clock_us() - days * DAY_US
    line.follow(came_back(store, kind, typed_us, sent=sent))
    clock = time.strftime("%H:%M", time.localtime(typed_us // 1_000_000))
    assert line.words.text().startswith(words.format(clock))
    assert not line.isHidden()


def test_what_can_no_more_be_sent_is_not_said_to_arrive(line: DraftLine, store: Store) -> None:
    line.follow(came_back(store, Kind.MESSAGE, wall_clock_us(), sent=True), is_final=True)
    assert line.words.text().endswith(", but it was not confirmed.")


def test_what_is_being_typed_needs_no_words(line: DraftLine, drafts: Drafts) -> None:
    draft = drafts.of(Kind.MESSAGE, 1)
    line.follow(draft)
    draft.keep("Any news?")
    line.refresh()
    assert line.isHidden()
    line.follow(draft, is_final=True)
    assert not line.isHidden(), "what can no more be sent can be put away"


def test_what_was_put_away_comes_back_whole(line: DraftLine, store: Store, qtbot: QtBot) -> None:
    draft = came_back(store, Kind.MESSAGE, wall_clock_us())
    line.follow(draft)
    with qtbot.waitSignal(line.wanted) as emptied:
        line.discard.click()
    assert (emptied.args, draft.written) == ([{}], None)
    with qtbot.waitSignal(line.wanted) as back:
        line.bring_back.click()
    assert (back.args, draft.text) == ([{"text": "Any news?"}], "Any news?")
    assert line.isHidden()


def test_it_is_offered_only_where_nothing_else_was_typed_or_sent(line: DraftLine, drafts: Drafts) -> None:
    draft = drafts.of(Kind.MESSAGE, 1)
    draft.keep("Any news?")
    line.follow(draft)
    line.put_away()
    assert not line.isHidden()
    draft.keep("Something else")
    line.refresh()
    assert line.isHidden()
    line.follow(drafts.of(Kind.MESSAGE, 2))
    assert line.isHidden()
    draft.forget()
    line.follow(draft)
    assert not line.isHidden()
    line.settle()
    assert line.isHidden()
