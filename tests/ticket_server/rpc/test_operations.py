"""The server's status over gRPC, to callers in every role."""

import re
import uuid
from collections.abc import Callable

import pytest

from campusdesk.rules import Role
from campusdesk.v1 import operations_pb2
from tests.ticket_server.rpc.conftest import Desk


async def status(desk: Desk) -> operations_pb2.ServerStatus:
    """Ask for the status."""
    request = operations_pb2.GetServerStatusRequest()
    return await desk.operations.GetServerStatus(request, metadata=desk.metadata, timeout=10)


@pytest.mark.parametrize("role", Role)
async def test_everybody_is_told_how_the_server_is(desk: Callable[[Role], Desk], role: Role, database_url: str) -> None:
    told = await status(desk(role))
    assert told.store_healthy
    assert database_url.startswith(told.store)
    assert (told.revision, told.watcher_count) == (0, 0)
    # Of a database elsewhere the disk is not to be seen.
    in_file = told.store == "sqlite"
    assert (0 < told.disk_free_bytes <= told.disk_total_bytes) == in_file
    assert told.database_bytes > 0
    assert told.start_time.ToMicroseconds() <= told.server_time.ToMicroseconds()
    assert told.lineage
    # Neither backups nor TLS were asked for.
    assert not told.HasField("backup_time")
    assert not told.HasField("certificate_expire_time")


async def test_a_stranger_is_told_no_path_and_no_name(user: Desk) -> None:
    told = await status(user)
    fields = operations_pb2.ServerStatus.DESCRIPTOR.fields
    worded = {field.name for field in fields if field.type in {field.TYPE_STRING, field.TYPE_BYTES}}
    parts = {field.message_type.full_name for field in fields if field.message_type is not None}
    assert (worded, parts) == ({"version", "lineage", "store"}, {"google.protobuf.Timestamp"})
    assert re.fullmatch(r"\d+(\.\d+)*", told.version)
    assert str(uuid.UUID(told.lineage)) == told.lineage
    assert told.store in {"sqlite", "postgresql"}


async def test_the_status_moves_with_the_server(user: Desk) -> None:
    await user.report()
    watch = user.watch(after_revision=0, lineage=(await status(user)).lineage)
    assert await watch.read()
    told = await status(user)
    assert (told.revision, told.watcher_count) == (1, 1)
    watch.cancel()
