"""From nothing and from every earlier shape to the newest, on both stores, with everything that was stored."""

import pytest
from sqlalchemy import Connection, MetaData, NullPool, Table, create_engine, insert, update

from campusdesk.rules import Category, CategorySource, Role
from tests.ticket_server.desk import open_desk
from ticket_server.judgement import Judgement
from ticket_server.storage import migrations, schema
from ticket_server.storage.reading import read_requests
from ticket_server.storage.rows import Values, change_values, message_values, ticket_values
from ticket_server.storage.upkeep.inventory import read_inventory
from ticket_server.ticket import Message, Stamp, opened, with_message

TEXTS = {"description": "Über die Treppe fließt Wasser 🙂", "location": "B105", "contact": "0551"}
REPORTED = opened(
    Stamp(1, Role.USER, "LAB", 1_000), 1, TEXTS, Judgement(Category.TECHNICAL_IT, 0.1, CategorySource.AUTOMATIC)
)
POSTED = with_message(REPORTED.ticket, Stamp(2, Role.HELPDESK, "Desk 2", 2_000), "Wir kommen.")
SAID = Message(1, 2, Role.HELPDESK, "Desk 2", "Wir kommen.", 2_000)
REQUEST = {"request_id": bytes(range(16)), "digest": bytes(16), "ticket_id": 1, "revision": 2, "request_us": 2_000}


def store(url: str, shape: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bring an empty database to one of the shapes, counted from 1, and put a ticket with a message into it."""
    engine = create_engine(url, poolclass=NullPool)
    with monkeypatch.context() as patch, engine.begin() as connection:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:shape])
        migrations.upgrade(connection)
        shaped = MetaData()
        shaped.reflect(connection, only=["ticket", "change", "message"])
        insert_known(connection, shaped.tables["ticket"], ticket_values(POSTED.ticket))
        insert_known(connection, shaped.tables["change"], change_values(REPORTED), change_values(POSTED))
        insert_known(connection, shaped.tables["message"], message_values(SAID))
        connection.execute(insert(schema.request), REQUEST)
        connection.execute(update(schema.counter).values(last_ticket_id=1, last_revision=2, open_count=1))


def insert_known(connection: Connection, table: Table, *rows: Values) -> None:
    """Insert rows of the newest shape as far as the table has columns for them."""
    for row in rows:
        connection.execute(insert(table), {name: value for name, value in row.items() if name in table.c})


@pytest.mark.parametrize("shape", range(1, len(migrations.STEPS) + 1))
async def test_every_shape_is_brought_to_the_newest_with_all_that_it_holds(
    bare_url: str, shape: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(bare_url, shape, monkeypatch)
    async with open_desk(bare_url) as desk:
        assert await desk.queries.ticket(1) == POSTED.ticket
        assert await desk.queries.messages(1, 0, 9, notes=True) == [POSTED.message]
        first, second = await desk.queries.changes(0, 2, 9)
        assert (first.ticket.message_count, second) == (0, POSTED)
        with desk.database.connect_reader() as connection:
            assert not [*read_inventory(connection).disagreements()]
            assert read_requests(connection, [REQUEST["request_id"]]) == {REQUEST["request_id"]: (bytes(16), 1, 2)}  # type: ignore[list-item]
        assert (await desk.report()).revision == 3


async def test_a_database_is_made_from_nothing(bare_url: str) -> None:
    async with open_desk(bare_url) as desk:
        assert (await desk.report()).id == 1
