"""The server's status over gRPC, for those who operate it."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeAlias

import grpc
from google.protobuf.timestamp_pb2 import Timestamp

from campusdesk.v1 import operations_pb2, operations_pb2_grpc
from ticket_server.condition import Condition
from ticket_server.rpc.codec import timestamp

SERVICE = operations_pb2.DESCRIPTOR.services_by_name["OperationsService"].full_name

_Context: TypeAlias = "grpc.aio.ServicerContext[Any, Any]"


class OperationsServicer(operations_pb2_grpc.OperationsServiceServicer):
    """Tells the condition of the server."""

    def __init__(self, condition: Condition, version: str, certificate_expires: Callable[[], datetime] | None) -> None:
        """Tell this condition; without a certificate nothing expires."""
        self._condition = condition
        self._version = version
        self._certificate_expires = certificate_expires
        self._start_us = condition.clock()

    async def GetServerStatus(
        self, request: operations_pb2.GetServerStatusRequest, context: _Context
    ) -> operations_pb2.ServerStatus:
        """Tell how the server is now."""
        now, disk = self._condition, self._condition.disk()
        return operations_pb2.ServerStatus(
            version=self._version,
            lineage=now.feed.lineage,
            revision=now.feed.revision,
            server_time=timestamp(now.clock()),
            start_time=timestamp(self._start_us),
            watcher_count=len(now.watchers),
            store=now.database.store,
            store_healthy=await now.store_healthy(),
            database_bytes=await asyncio.to_thread(now.database_bytes),
            disk_free_bytes=disk.free if disk is not None else None,
            disk_total_bytes=disk.total if disk is not None else None,
            backup_time=timestamp(now.backups.last_good_us) if now.backups is not None else None,
            backup_failing=now.backups is not None and now.backups.failing,
            certificate_expire_time=self._expiry(),
        )

    def _expiry(self) -> Timestamp | None:
        if self._certificate_expires is None:
            return None
        expires = Timestamp()
        expires.FromDatetime(self._certificate_expires())
        return expires
