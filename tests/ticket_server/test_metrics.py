"""The ticket server's metrics: what holds when they are read, and how long commits took."""

import math

from prometheus_client import CollectorRegistry

from tests.cluster import Cluster
from tests.ticket_server.test_condition import looked_at
from ticket_server.metrics import commit_timer, offer_condition


async def test_the_metrics_tell_what_holds_when_they_are_read(database_url: str) -> None:
    registry = CollectorRegistry()
    async with looked_at(database_url) as (desk, condition):
        offer_condition(condition, desk.refining, registry)
        with condition.watchers.joined(0):
            await desk.report()
            assert registry.get_sample_value("campusdesk_revision") == 1
            assert registry.get_sample_value("campusdesk_watchers") == 1
            assert registry.get_sample_value("campusdesk_feed_lag_revisions") == 1
        assert registry.get_sample_value("campusdesk_feed_lag_revisions") == 0
        assert registry.get_sample_value("campusdesk_writer_healthy") == 1
        assert registry.get_sample_value("campusdesk_backup_age_seconds") == math.inf


async def test_a_database_that_is_away_takes_no_other_metric_with_it(postgresql: Cluster) -> None:
    registry = CollectorRegistry()
    with postgresql.database() as url:
        async with looked_at(url) as (desk, condition):
            offer_condition(condition, desk.refining, registry)
            postgresql.stop()
            try:
                assert registry.get_sample_value("campusdesk_database_bytes") == 0
                assert registry.get_sample_value("campusdesk_watchers") == 0
            finally:
                postgresql.start()


def test_commits_are_timed() -> None:
    registry = CollectorRegistry()
    timed = commit_timer(registry)
    timed(0.002)
    assert registry.get_sample_value("campusdesk_commit_duration_seconds_sum") == 0.002
