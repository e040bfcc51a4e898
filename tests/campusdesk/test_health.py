"""The standard health service: nothing is served before somebody says so, nor after the stop."""

import asyncio
from collections.abc import AsyncIterator
from typing import TypeAlias

import grpc
import pytest
from grpc_health.v1 import health_pb2

from campusdesk.channel import OPTIONS
from campusdesk.health import Health

SERVICE = "campusdesk.v1.TicketService"
SERVING, NOT_SERVING = health_pb2.HealthCheckResponse.SERVING, health_pb2.HealthCheckResponse.NOT_SERVING
Watch: TypeAlias = "grpc.aio.UnaryStreamCall[bytes, health_pb2.HealthCheckResponse]"


class Asked:
    """A server's health, and a channel to ask it."""

    def __init__(self, health: Health, channel: grpc.aio.Channel) -> None:
        self.health = health
        self._channel = channel

    async def status(self, service: str) -> int:
        check: grpc.aio.UnaryUnaryMultiCallable[bytes, health_pb2.HealthCheckResponse] = self._channel.unary_unary(
            "/grpc.health.v1.Health/Check", response_deserializer=health_pb2.HealthCheckResponse.FromString
        )
        answer = await check(health_pb2.HealthCheckRequest(service=service).SerializeToString(), timeout=10)
        return answer.status

    def watch(self, service: str) -> Watch:
        watch: grpc.aio.UnaryStreamMultiCallable[bytes, health_pb2.HealthCheckResponse] = self._channel.unary_stream(
            "/grpc.health.v1.Health/Watch", response_deserializer=health_pb2.HealthCheckResponse.FromString
        )
        return watch(health_pb2.HealthCheckRequest(service=service).SerializeToString(), timeout=10)


async def first(watch: Watch) -> int:
    """Return the next status that the watch is told."""
    answer = await watch.read()
    assert isinstance(answer, health_pb2.HealthCheckResponse)
    return answer.status


@pytest.fixture
async def asked() -> AsyncIterator[Asked]:
    server, health = grpc.aio.server(options=(("grpc.so_reuseport", 0),)), Health()
    port = server.add_insecure_port("127.0.0.1:0")
    await health.register(server, [SERVICE])
    await server.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}", options=OPTIONS) as channel:
        yield Asked(health, channel)
    await server.stop(None)


@pytest.mark.parametrize("service", ["", SERVICE])
async def test_the_server_and_its_services_are_as_was_reported_last(asked: Asked, service: str) -> None:
    assert await asked.status(service) == NOT_SERVING
    for serving in (True, False, True):
        await asked.health.report(serving=serving)
        assert await asked.status(service) == (SERVING if serving else NOT_SERVING)
        assert asked.health.serving is serving
    await asked.health.stop()
    await asked.health.report(serving=True)
    assert await asked.status(service) == NOT_SERVING


async def test_a_service_that_there_is_not_is_not_found(asked: Asked) -> None:
    with pytest.raises(grpc.RpcError) as raised:
        await asked.status("campusdesk.v1.NoService")
    assert raised.value.code() is grpc.StatusCode.NOT_FOUND


async def test_a_watch_is_told_each_change_and_ends_with_the_server(asked: Asked) -> None:
    watch = asked.watch(SERVICE)
    told = []
    async for answer in watch:
        told.append(answer.status)
        if told == [NOT_SERVING]:
            await asked.health.report(serving=True)
        elif told[-1] == SERVING:
            await asked.health.stop()
    assert told[:3] == [NOT_SERVING, SERVING, NOT_SERVING]
    assert set(told[3:]) <= {NOT_SERVING}


async def test_many_watches_end_with_the_server(asked: Asked) -> None:
    watches = [asked.watch(SERVICE) for _ in range(100)]
    assert {await first(watch) for watch in watches} == {NOT_SERVING}
    await asked.health.report(serving=True)
    await asked.health.stop()
    assert {*await asyncio.gather(*map(last, watches))} == {NOT_SERVING}


async def last(watch: Watch) -> int:
    """Return the last status that the watch is told before it ends in order."""
    told = -1
    while isinstance(answer := await watch.read(), health_pb2.HealthCheckResponse):
        told = answer.status
    assert await watch.code() is grpc.StatusCode.OK
    return told


async def test_a_watch_that_is_given_up_leaves_the_others(asked: Asked) -> None:
    given_up, kept = asked.watch(""), asked.watch("")
    assert await first(given_up) == await first(kept) == NOT_SERVING
    given_up.cancel()
    await asked.health.report(serving=True)
    assert await first(kept) == SERVING
    kept.cancel()
