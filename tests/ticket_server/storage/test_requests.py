"""Old requests are forgotten in small steps, young ones never."""

import asyncio
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import StaticPool, create_engine, func, insert, select

from tests.ticket_server.desk import USER, Clock, new_id, open_desk
from ticket_server.storage import schema
from ticket_server.storage.engine import Database, open_database
from ticket_server.storage.requests import DAY_US, KEPT_US, STEP, RequestPurge

NOW_US = 10 * KEPT_US
COUNT = select(func.count()).select_from(schema.request)


def keep(database: Database, times: list[int]) -> None:
    rows = [row(number, time_us) for number, time_us in enumerate(times)]
    with database.connect_writer() as connection, connection.begin():
        connection.execute(insert(schema.request), rows)


def left(database: Database) -> int:
    with database.connect_reader() as connection:
        return connection.execute(COUNT).scalar_one()


async def test_what_is_older_than_a_week_goes_step_by_step_and_the_rest_stays(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        desk.clock.now_us = NOW_US
        await desk.report()
    with open_database(database_url) as database:
        young = [NOW_US - KEPT_US + DAY_US, NOW_US - 1, NOW_US]
        keep(database, [*range(1, 2 * STEP), *young])
        monotonic = Clock(0)
        purge, steps = RequestPurge(monotonic), list[int]()
        assert not purge.is_due
        with database.connect_reader() as connection:
            purge.find(connection)
        while purge.is_due:
            with database.connect_writer() as connection, connection.begin():
                purge.step(connection)
            steps.append(left(database))
        # One was kept when the ticket was reported.
        assert steps == [STEP + 3, len(young) + 1]
        monotonic.now_us += DAY_US // 24 + 1
        assert purge.is_due


YEAR_US = 365 * DAY_US
JUMPS = [0, DAY_US, -DAY_US, YEAR_US, -YEAR_US, 20 * YEAR_US]


@given(jumps=st.lists(st.tuples(st.sampled_from(JUMPS), st.booleans()), min_size=1, max_size=8))
def test_no_clock_that_is_set_makes_a_request_old(jumps: list[tuple[int, bool]]) -> None:
    right_us, monotonic = 50 * YEAR_US, Clock(0)
    with closing(create_engine("sqlite://", poolclass=StaticPool).connect()) as connection:
        schema.request.create(connection)
        purge = RequestPurge(monotonic)
        for number, (jump_us, begins_anew) in enumerate(jumps):
            if begins_anew:
                purge = RequestPurge(monotonic)
                purge.find(connection)
            connection.execute(insert(schema.request), row(number, purge.dated(right_us + monotonic() + jump_us)))
            while purge.is_due:
                purge.step(connection)
            monotonic.now_us += DAY_US // 2
        assert connection.execute(COUNT).scalar_one() == len(jumps)
        monotonic.now_us += KEPT_US
        while purge.is_due:
            purge.step(connection)
        assert connection.execute(COUNT).scalar_one() == 0


def row(number: int, time_us: int) -> dict[str, object]:
    return {
        "request_id": number.to_bytes(16), "digest": bytes(16), "ticket_id": 1, "revision": 1, "request_us": time_us
    }  # fmt: skip


async def test_the_writer_forgets_in_its_pauses_and_a_young_request_finds_its_result(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        await desk.report()
    with open_database(database_url) as database:
        keep(database, list(range(1, STEP + 50)))
    async with open_desk(database_url) as desk:
        desk.clock.now_us = NOW_US
        request_id = new_id()
        made = await desk.helpdesk.create_ticket(USER, request_id, "Dark", "", "")
        async with asyncio.timeout(30):
            while left(desk.database) > 2:  # noqa: ASYNC110  the writer tells nobody
                await asyncio.sleep(0.02)
        assert await desk.helpdesk.create_ticket(USER, request_id, "Dark", "", "") == made
