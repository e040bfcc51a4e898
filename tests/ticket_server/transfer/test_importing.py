"""Whole files: all of one or nothing, the same out as in, and revisions in the order of time."""

from dataclasses import astuple
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from campusdesk.errors import DeskError
from campusdesk.rules import Action, Category, Reason
from tests.ticket_server.desk import STAFF, USER, categorise, new_id, open_desk
from tests.ticket_server.readers import HeldReader
from tests.ticket_server.storage.sabotage import refuse_rows
from tests.ticket_server.transfer.lives import Line, campuses, complete, read, write
from ticket_server.storage.engine import open_database
from ticket_server.transfer import BadLine, Imported, NotEmpty, export_file, import_file


def moved(url: str, source: Path, *, sample: bool = False) -> Imported:
    with open_database(url) as database:
        return import_file(source, database, categorise, sample=sample)


def exported(url: str, target: Path) -> list[Line]:
    count = export_file(target, url)
    lines = read(target)
    assert len(lines) == count
    return lines


@settings(max_examples=30)
@given(campus=campuses())
def test_what_was_moved_in_comes_out_the_same(campus: list[Line]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'tickets.db'}"
        assert moved(url, write(folder / "in.jsonl", campus)).count == len(campus)
        assert exported(url, folder / "out.jsonl") == sorted(campus, key=lambda line: line["id"])


async def test_what_people_did_can_be_moved_to_another_database(tmp_path: Path) -> None:
    first, second = (f"sqlite:///{tmp_path / name}" for name in ("first.db", "second.db"))
    async with open_desk(first) as desk:
        await desk.closed()
        ticket = await desk.edit(await desk.report(), location="C1", description="They were rude")
        await desk.post(ticket)
        await desk.note(ticket)
    lines = exported(first, tmp_path / "first.jsonl")
    assert [message.get("internal") for message in lines[1]["messages"]] == [None, True]
    moved(second, tmp_path / "first.jsonl")
    assert exported(second, tmp_path / "second.jsonl") == lines
    async with open_desk(first) as old, open_desk(second) as new:
        for ticket_id in (1, 2):
            assert (
                astuple((await new.queries.history(ticket_id, 0, 9, notes=True))[-1])[2:]
                == astuple((await old.queries.history(ticket_id, 0, 9, notes=True))[-1])[2:]
            )
        assert await old.queries.ticket(2) == await new.queries.ticket(2)


async def test_an_installation_that_said_me_too_before_the_move_does_not_count_again(
    database_url: str, tmp_path: Path
) -> None:
    first, installation = f"sqlite:///{tmp_path / 'first.db'}", new_id()
    async with open_desk(first) as desk:
        ticket = await desk.report()
        await desk.helpdesk.add_me_too(USER, new_id(), ticket.id, installation)
    exported(first, tmp_path / "first.jsonl")
    moved(database_url, tmp_path / "first.jsonl")
    async with open_desk(database_url) as desk:
        for joining, count in ((installation, 1), (new_id(), 2)):
            ticket = await desk.helpdesk.add_me_too(USER, new_id(), ticket.id, joining)
            assert ticket.me_too_count == count


async def test_a_category_that_was_refined_or_cleared_is_moved_as_it_stands(tmp_path: Path) -> None:
    first, second = (f"sqlite:///{tmp_path / name}" for name in ("first.db", "second.db"))
    reader = HeldReader()
    async with open_desk(first, reader=reader) as desk:
        refined = await desk.edit(await desk.report(), description="They were rude")
        corrected = await desk.edit(await desk.report(), STAFF, category=Category.SERVICES_COMPLAINTS)
        reader.free.set()
        await desk.edit(corrected, STAFF, category=None)
        await desk.refined(refined)
    lines = exported(first, tmp_path / "first.jsonl")
    assert [line["category"] for line in lines[:2]] == ["facility management"] * 2
    moved(second, tmp_path / "first.jsonl")
    assert exported(second, tmp_path / "second.jsonl") == lines
    async with open_desk(first) as old, open_desk(second) as new:
        for ticket_id in (refined.id, corrected.id):
            before, after = await old.queries.ticket(ticket_id), await new.queries.ticket(ticket_id)
            assert before is not None
            assert after == before._replace(revision=after.revision if after is not None else 0)
            newest = [change for change in await new.feed.since(0, 20) if change.ticket.id == ticket_id][-1]
            assert newest.ticket == after


async def test_a_desk_goes_on_where_the_file_ends(database_url: str, tmp_path: Path) -> None:
    younger = {**complete(), "id": 4, "open_time": "2025-06-02T08:15:00Z"}
    source = write(tmp_path / "in.jsonl", [younger, complete()])
    assert moved(database_url, source, sample=True) == Imported(2, 14)
    async with open_desk(database_url) as desk:
        info = await desk.helpdesk.server_info()
        assert (info.revision, info.sample_data, info.open_count, info.active_count) == (14, True, 0, 0)
        told = await desk.feed.since(0, 20)
        assert [change.revision for change in told] == list(range(1, 15))
        assert [change.change_us for change in told] == sorted(change.change_us for change in told)
        assert [change.ticket.id for change in told if change.action == Action.CREATE] == [17, 4]
        for ticket_id in (4, 17):
            newest = [change for change in told if change.ticket.id == ticket_id][-1]
            assert await desk.queries.ticket(ticket_id) == newest.ticket
            said = [change.message for change in told if change.ticket.id == ticket_id and change.message]
            assert await desk.queries.messages(ticket_id, 0, 10, notes=True) == said
        ticket = await desk.report()
        assert (ticket.id, ticket.revision) == (18, 15)


def test_counts_are_of_what_is_open_and_active(database_url: str, tmp_path: Path) -> None:
    active = {key: value for key, value in complete().items() if key not in {"close_time", "closed_by", "update_time"}}
    lines = [{**active, "id": number, "status": "active"} for number in (1, 2)]
    moved(database_url, write(tmp_path / "in.jsonl", [*lines, complete()]))
    with open_database(database_url) as database, database.connect_reader() as connection:
        counts = connection.exec_driver_sql("SELECT open_count, active_count, last_ticket_id FROM counter").one()
    assert tuple(counts) == (0, 2, 17)


@pytest.mark.parametrize(
    ("lines", "number", "words"),
    [
        ([complete(), "nothing"], 2, "the line is not JSON"),
        ([complete(), "", complete()], 3, "id stands in an earlier line too"),
        ([complete() | {"status": "open"}, "nothing"], 1, "status does not agree with the times"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_kept(
    database_url: str, tmp_path: Path, lines: list[Line | str], number: int, words: str
) -> None:
    with pytest.raises(BadLine) as refused:
        moved(database_url, write(tmp_path / "in.jsonl", lines))
    assert (refused.value.number, refused.value.words) == (number, words)
    assert str(refused.value) == f"line {number}: {words}"
    assert exported(database_url, tmp_path / "out.jsonl") == []


def test_a_file_of_other_bytes_is_refused_by_its_line(database_url: str, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [complete()])
    source.write_bytes(b"\xef\xbb\xbf" + source.read_bytes() + b"\xff\xfe\n")
    with pytest.raises(BadLine) as refused:
        moved(database_url, source)
    assert (refused.value.number, refused.value.words) == (2, "the line is not UTF-8")


def test_a_fault_in_the_midst_of_writing_leaves_nothing(database_url: str, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [complete() | {"id": number} for number in range(1, 1_200)])
    with open_database(database_url) as database:
        refuse_rows(database_url, "ticket", "NEW.id = 1100")
        with pytest.raises(DeskError) as refused:
            import_file(source, database, categorise, sample=False)
        assert refused.value.reason == Reason.STORE_FAILED
    assert exported(database_url, tmp_path / "out.jsonl") == []


@pytest.mark.parametrize("part", [0.25, 0.75])
def test_an_interrupted_import_leaves_nothing(part: float, database_url: str, tmp_path: Path) -> None:
    told: list[float] = []

    def interrupted(done: int, total: int) -> None:
        told.append(done / total)
        if told[-1] > part:
            raise KeyboardInterrupt

    source = write(tmp_path / "in.jsonl", [complete() | {"id": number} for number in range(1, 1_200)])
    with open_database(database_url) as database:
        with pytest.raises(KeyboardInterrupt):
            import_file(source, database, categorise, sample=False, progress=interrupted)
        # What was begun is no hindrance to the next one.
        assert import_file(source, database, categorise, sample=False).count == 1_199
    assert told == sorted(told)


async def test_a_database_with_tickets_takes_no_others(database_url: str, tmp_path: Path) -> None:
    async with open_desk(database_url) as desk:
        await desk.report()
    before = exported(database_url, tmp_path / "before.jsonl")
    with pytest.raises(NotEmpty):
        moved(database_url, write(tmp_path / "in.jsonl", [complete()]))
    assert exported(database_url, tmp_path / "after.jsonl") == before


def test_an_empty_file_is_an_empty_campus(database_url: str, tmp_path: Path) -> None:
    assert moved(database_url, write(tmp_path / "in.jsonl", ["", "  "])) == Imported(0, 0)
