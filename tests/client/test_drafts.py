"""What was written is found again by its role, server and ticket only, and is sent once however often it is tried."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.draft import Kind, Written, read_written
from client.drafts import Drafts
from client.store import Store

HERE, THERE, PLACE = "lineage-1", "lineage-2", "desk.example:47600"
DAY_US = 86_400_000_000

Open = Callable[..., Drafts]


@pytest.fixture
def open_drafts(store: Store) -> Open:
    """Open the drafts of a window as each would find them."""

    def opened(role: Role = Role.USER, lineage: str = HERE, place: str = PLACE, now_us: int = 1) -> Drafts:
        return Drafts(store, role, place, lambda: lineage, lambda: now_us)

    return opened


def test_what_was_written_is_found_by_the_next_window(open_drafts: Open) -> None:
    first = open_drafts(now_us=1_000)
    first.of(Kind.MESSAGE, 12).keep("Any n")
    first.of(Kind.MESSAGE, 12).keep("Any news?")
    assert not first.of(Kind.MESSAGE, 12).came_back
    second = open_drafts(now_us=2_000).of(Kind.MESSAGE, 12)
    assert (second.text, second.typed_us, second.came_back) == ("Any news?", 1_000, True)
    second.keep("Any news yet?")
    assert not second.came_back


def test_a_window_that_takes_the_place_of_another_goes_on_with_its_drafts(open_drafts: Open) -> None:
    first = open_drafts()
    first.of(Kind.MESSAGE, 12).keep("Any news?")
    going_on = first.for_next_window().of(Kind.MESSAGE, 12)
    assert (going_on.text, going_on.came_back) == ("Any news?", False)


@pytest.mark.parametrize(
    "other", [{"role": Role.HELPDESK}, {"lineage": THERE}, {"role": Role.HELPDESK, "place": "other.example:1"}]
)
def test_another_role_or_server_finds_nothing_of_it(other: dict[str, object], open_drafts: Open) -> None:
    drafts = open_drafts()
    drafts.of(Kind.MESSAGE, 12).keep("Any news?")
    drafts.of(Kind.NOTE, 12).keep("He calls every day")
    drafts.of(Kind.EDIT, 12).keep_texts({"location": "B-105"}, 7, {"location": "B"})
    elsewhere = open_drafts(**other)
    assert [elsewhere.of(kind, 12).written for kind in (Kind.MESSAGE, Kind.NOTE, Kind.EDIT)] == [None] * 3
    assert elsewhere.all() == []
    assert [drafts.of(kind, 13).written for kind in Kind] == [None] * len(Kind)


def test_a_report_is_for_its_place_whatever_was_restored_there(open_drafts: Open) -> None:
    open_drafts(lineage="").report().keep_texts({"description": "Smoke", "location": ""})
    assert open_drafts(lineage=THERE).report().texts == {"description": "Smoke", "location": ""}
    assert open_drafts(place="other.example:47600").report().written is None
    assert open_drafts(role=Role.HELPDESK).report().written is None


def test_what_two_desks_wrote_in_one_place_is_found_by_the_next_one(store: Store, tmp_path: Path, qtbot: QtBot) -> None:
    other = Store(tmp_path / "data")
    qtbot.waitUntil(lambda: other.is_loaded)
    for desk, text in ((store, "first"), (other, "second")):
        drafts = Drafts(desk, Role.USER, "desk", lambda: "lineage-1")
        drafts.report().keep_texts({"description": text})
        drafts.of(Kind.MESSAGE, 7).keep(text)
        desk.close()
    again = Store(tmp_path / "data")
    qtbot.waitUntil(lambda: again.is_loaded)
    drafts = Drafts(again, Role.USER, "desk", lambda: "lineage-1")
    assert (drafts.report().texts, drafts.of(Kind.MESSAGE, 7).text) == ({"description": "second"}, "second")
    left = {(draft.kind, draft.ticket_id): dict(draft.texts) for draft in drafts.left_over()}
    assert left == {(Kind.REPORT, 0): {"description": "first"}, (Kind.MESSAGE, 7): {"text": "first"}}
    assert len(drafts.all()) == 2
    for draft in drafts.left_over():
        draft.forget()
    assert drafts.left_over() == []
    again.close()


def test_nothing_written_is_no_draft(open_drafts: Open) -> None:
    drafts = open_drafts()
    drafts.report().keep_texts({"description": " ", "location": ""})
    drafts.of(Kind.MESSAGE, 1).keep("x")
    drafts.of(Kind.MESSAGE, 1).keep("")
    drafts.of(Kind.EDIT, 1).keep_texts({"location": ""}, 7, {"location": "B"})
    assert [draft.kind for draft in drafts.all()] == [Kind.EDIT], "an edit may empty a field"
    drafts.of(Kind.EDIT, 1).keep_texts({}, 7, {})
    assert drafts.all() == []


def test_all_are_listed_newest_first(store: Store) -> None:
    now = iter(range(1, 100))
    drafts = Drafts(store, Role.HELPDESK, PLACE, lambda: HERE, lambda: next(now))
    drafts.of(Kind.NOTE, 12).keep("a")
    drafts.report().keep_texts({"description": "b"})
    drafts.of(Kind.MESSAGE, 7).keep("c")
    assert [(draft.kind, draft.ticket_id) for draft in drafts.all()] == [
        (Kind.MESSAGE, 7),
        (Kind.REPORT, 0),
        (Kind.NOTE, 12),
    ]


def test_it_is_told_when_drafts_come_and_go_but_not_at_every_letter(open_drafts: Open) -> None:
    drafts, told = open_drafts(), []
    drafts.changed.connect(lambda: told.append(len(drafts.all())))
    draft = drafts.of(Kind.MESSAGE, 1)
    for text in ("a", "ab", "abc"):
        draft.keep(text)
    written = draft.forget()
    draft.forget()
    assert written is not None
    draft.put_back(written)
    assert (told, draft.text) == ([1, 0, 1], "abc")


def test_the_same_texts_are_sent_by_the_same_request_also_by_the_next_desk(open_drafts: Open) -> None:
    sent: list[str] = []
    first = open_drafts().of(Kind.MESSAGE, 1)
    first.keep("Any news?")
    first.send(sent.append)
    first.send(sent.append)
    second = open_drafts().of(Kind.MESSAGE, 1)
    assert second.written is not None
    assert second.written.was_sent
    second.send(sent.append)
    second.keep("Any news yet?")
    assert not second.written.was_sent
    second.send(sent.append)
    assert sent[0] == sent[1] == sent[2] != sent[3]


def test_a_window_that_ended_sends_nothing_any_more(open_drafts: Open) -> None:
    drafts, sent = open_drafts(), list[str]()
    drafts.of(Kind.MESSAGE, 1).keep("Any news?")
    drafts.end()
    drafts.of(Kind.MESSAGE, 1).send(sent.append)
    assert sent == []
    assert open_drafts().of(Kind.MESSAGE, 1).text == "Any news?"


def test_while_the_server_is_away_its_last_lineage_counts(open_drafts: Open) -> None:
    live = open_drafts()
    live.know_lineage()
    live.of(Kind.MESSAGE, 12).keep("Any news?")
    assert len(open_drafts(lineage="").all()) == 1
    assert open_drafts(lineage="", place="other.example:1").all() == []


def test_very_old_drafts_go_and_so_do_the_oldest_of_very_many(open_drafts: Open, store: Store) -> None:
    open_drafts(now_us=1).of(Kind.MESSAGE, 1_000).keep("long ago")
    for number in range(501):
        open_drafts(now_us=170 * DAY_US + number).of(Kind.MESSAGE, number).keep("x")
    store.put("draft", "nonsense", {"texts": 7})
    drafts = open_drafts(now_us=181 * DAY_US)
    assert {draft.ticket_id for draft in drafts.all()} == set(range(1, 501))
    assert store.get("draft", "nonsense") is None


def test_drafts_that_come_late_from_disk_are_told(store: Store) -> None:
    Drafts(store, Role.USER, PLACE, lambda: HERE).of(Kind.MESSAGE, 1).keep("Any news?")
    store.is_loaded = False
    drafts, told = Drafts(store, Role.USER, PLACE, lambda: HERE), []
    drafts.arrived.connect(lambda: told.append(drafts.of(Kind.MESSAGE, 1).text))
    store.loaded.emit()
    assert told == ["Any news?"]


@given(st.dictionaries(st.text(), st.text()), st.integers(), st.text(), st.dictionaries(st.text(), st.text()))
def test_what_is_remembered_is_read_again(texts: dict[str, str], number: int, text: str, more: dict[str, str]) -> None:
    written = Written(texts, number, text, number, more, text, texts)
    assert read_written(written.to_json()) == written


@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner)))
def test_nonsense_is_no_draft(value: object) -> None:
    assert read_written(value) is None
    assert read_written({"texts": value, "typed_us": "x"}) is None
