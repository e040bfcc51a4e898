"""How an analytics server is: it serves while it has facts that are not out of date."""

import asyncio

import grpc
import pytest
from prometheus_client import CollectorRegistry

from analytics.category_load import CategoryLoadMetric
from analytics.condition import OUT_OF_DATE_S, told
from analytics.replica import Replica
from campusdesk.facts import Facts, encode
from campusdesk.follow import Idle, Reset
from campusdesk.serving import Host
from campusdesk.v1.change_feed_pb2 import FactColumns
from tests.analytics.histories import columns_of
from tests.analytics.test_replica import LoadReplica, active
from tests.campusdesk.reported import Reported


class Clock:
    """A clock in microseconds that goes on when it is told to."""

    def __init__(self) -> None:
        self.now_us = 1_000_000_000

    def __call__(self) -> int:
        return self.now_us


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def replica(clock: Clock) -> LoadReplica:
    return Replica(CategoryLoadMetric(), clock)


def loaded(replica: LoadReplica, clock: Clock) -> None:
    event = Reset(Facts.from_snapshot([FactColumns(**encode(columns_of([active(1), active(2)])))]), 7, clock(), "one")
    replica.metric.load(event.facts.columns())
    replica.reset(replica.metric, event, clock())


async def test_it_serves_while_its_facts_are_not_out_of_date(replica: LoadReplica, clock: Clock) -> None:
    health = Reported()
    host = Host(grpc.aio.server(), health=health)
    async with told(replica, host):
        await asyncio.sleep(0)
        assert not health.serving
        loaded(replica, clock)
        assert await health.next()
        clock.now_us += int(OUT_OF_DATE_S * 1_000_000)
        replica.away()
        await asyncio.sleep(0)
        assert health.serving
        clock.now_us += 1
        replica.away()
        assert not await health.next()
        replica.apply(Idle(7, clock()), clock())
        assert await health.next()


async def test_the_metrics_tell_revision_tickets_and_age(replica: LoadReplica, clock: Clock) -> None:
    registry = CollectorRegistry()
    async with told(replica, Host(grpc.aio.server(), metrics=registry)):
        assert registry.get_sample_value("campusdesk_replica_age_seconds") == float("inf")
        loaded(replica, clock)
        clock.now_us += 2_500_000
        assert registry.get_sample_value("campusdesk_replica_age_seconds") == 2.5
        assert registry.get_sample_value("campusdesk_replica_revision") == 7
        assert registry.get_sample_value("campusdesk_replica_tickets") == 2
