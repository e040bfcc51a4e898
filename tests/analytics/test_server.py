"""The log's lines about the ticket server; that the programs start and stop is tested with real processes."""

import logging

import pytest

from analytics.server import announcer
from campusdesk.address import Address
from campusdesk.errors import DeskError
from campusdesk.follow import FollowKind, FollowState
from campusdesk.rules import Reason

LIVE = FollowState(FollowKind.LIVE)
STOPPING = FollowState(FollowKind.AWAY, DeskError(Reason.SERVER_STOPPING))
AWAY = FollowState(FollowKind.AWAY, DeskError(Reason.SERVER_UNREACHABLE))
GONE = "the ticket server at 127.0.0.1:47600 does not answer; trying on"
REFUSED = FollowState(FollowKind.AWAY, DeskError(Reason.KEY_REQUIRED))
REFUSES = "the ticket server at 127.0.0.1:47600 refuses: this role needs a workstation key; trying on"
EXPIRED = FollowState(FollowKind.AWAY, DeskError(Reason.CERTIFICATE_EXPIRED))
DISTRUSTED = "the ticket server at 127.0.0.1:47600 is not believed: the server's certificate has expired; trying on"
BACK = "the ticket server at 127.0.0.1:47600 answers again"


@pytest.mark.parametrize(
    ("states", "lines"),
    [
        ([LIVE], []),
        ([AWAY, AWAY], [GONE]),
        ([AWAY, LIVE], [GONE, BACK]),
        ([REFUSED, REFUSED, AWAY, REFUSED, LIVE], [REFUSES, GONE, REFUSES, BACK]),
        ([LIVE, STOPPING, AWAY, LIVE, LIVE, AWAY], [GONE, BACK, GONE]),
        ([LIVE, EXPIRED, EXPIRED, LIVE], [DISTRUSTED, BACK]),
    ],
)
def test_going_and_coming_is_logged_once(
    states: list[FollowState], lines: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    announce = announcer([Address("127.0.0.1", 47600)])
    for state in states:
        announce(state)
    assert caplog.messages == lines


@pytest.mark.parametrize(
    ("state", "level"), [(AWAY, logging.WARNING), (REFUSED, logging.ERROR), (EXPIRED, logging.ERROR)]
)
def test_what_nobody_mends_but_an_operator_is_an_error(
    state: FollowState, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    announcer([Address("127.0.0.1", 47600)])(state)
    assert [record.levelno for record in caplog.records] == [level]
