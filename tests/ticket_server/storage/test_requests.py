"""Old requests are forgotten in small steps, young ones never."""

import asyncio

from sqlalchemy import func, insert, select

from tests.ticket_server.desk import USER, new_id, open_desk
from ticket_server.storage import schema
from ticket_server.storage.engine import Database, open_database
from ticket_server.storage.requests import KEPT_US, STEP, RequestPurge

NOW_US = 10 * KEPT_US


def keep(database: Database, times: list[int]) -> None:
    rows = [
        {"request_id": number.to_bytes(16), "digest": bytes(16), "ticket_id": 1, "revision": 1, "request_us": time_us}
        for number, time_us in enumerate(times)
    ]
    with database.connect_writer() as connection, connection.begin():
        connection.execute(insert(schema.request), rows)


def left(database: Database) -> int:
    with database.connect_reader() as connection:
        return connection.execute(select(func.count()).select_from(schema.request)).scalar_one()


async def test_what_is_older_than_a_week_goes_step_by_step_and_the_rest_stays(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        await desk.report()
    with open_database(database_url) as database:
        young = [NOW_US - KEPT_US, NOW_US - 1, NOW_US]
        keep(database, [*range(1, 2 * STEP), *young])
        purge, steps = RequestPurge(), list[int]()
        assert not purge.is_due
        purge.note(NOW_US)
        while purge.is_due:
            with database.connect_writer() as connection, connection.begin():
                purge.step(connection)
            steps.append(left(database))
        # One was kept when the ticket was reported.
        assert steps == [STEP + 3, len(young) + 1]
        purge.note(NOW_US + 1)
        assert not purge.is_due
        purge.note(NOW_US + KEPT_US)
        assert purge.is_due


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
