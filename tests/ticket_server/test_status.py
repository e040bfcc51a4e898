"""The judgement of a status: everything that somebody should look at, and nothing else."""

from collections.abc import Mapping

import pytest

from campusdesk.v1.operations_pb2 import ServerStatus
from ticket_server.status import Health, Judgement, judge

HOUR_S, DAY_S = 3_600, 86_400
NOW_S = 1_800_000_000


def status(changes: Mapping[str, int | bool | None]) -> ServerStatus:
    """Return the status of a server that is well, with these changes; None takes a value away."""
    values = {
        "store_healthy": True,
        "backup_failing": False,
        "disk_total_bytes": 1_000,
        "disk_free_bytes": 100,
        "backup_time": NOW_S - 47 * HOUR_S,
        "certificate_expire_time": NOW_S + 30 * DAY_S,
        **changes,
    }
    made = ServerStatus()
    made.server_time.FromSeconds(NOW_S)
    for name, value in values.items():
        if value is not None and name.endswith("_time"):
            getattr(made, name).FromSeconds(value)
        elif value is not None:
            setattr(made, name, value)
    return made


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"certificate_expire_time": None},
        {"disk_total_bytes": None, "disk_free_bytes": None},
    ],
)
def test_a_server_that_is_well(changes: dict[str, int | bool | None]) -> None:
    assert judge(status(changes), 48) == Judgement()


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"backup_time": NOW_S - 49 * HOUR_S}, "the newest backup is older than 48 hours"),
        ({"backup_time": None}, "this server has made no backup"),
        ({"backup_failing": True}, "the newest planned backup failed"),
        ({"certificate_expire_time": NOW_S + 30 * DAY_S - 1}, "the certificate expires in 29 days"),
        ({"certificate_expire_time": NOW_S - 1}, "the certificate has expired"),
        ({"disk_free_bytes": 99}, "only 10% of the disk is free"),
        ({"disk_free_bytes": 0}, "only 0% of the disk is free"),
    ],
)
def test_what_somebody_should_look_at(changes: dict[str, int | bool | None], problem: str) -> None:
    assert judge(status(changes), 48) == Judgement(warnings=(problem,))
    assert judge(status(changes), 48).health is Health.WARNING


def test_no_backup_is_no_problem_where_the_server_makes_none() -> None:
    assert judge(status({"backup_time": None}), 0) == Judgement()
    assert Judgement().health is Health.WELL


def test_a_database_that_cannot_be_used_is_the_worst() -> None:
    found = judge(status({"store_healthy": False, "disk_free_bytes": 0}), 48)
    assert found.health is Health.UNHEALTHY
    assert found == (("the database cannot be read or written",), ("only 0% of the disk is free",))
