"""The lines about the ticket server; that the programs start and stop is tested with real processes."""

import pytest

from analytics.server import announcer
from campusdesk.address import Address
from campusdesk.errors import DeskError
from campusdesk.follow import FollowKind, FollowState
from campusdesk.rules import Reason

LIVE = FollowState(FollowKind.LIVE)
STOPPING = FollowState(FollowKind.AWAY, DeskError(Reason.SERVER_STOPPING))
AWAY = FollowState(FollowKind.AWAY, DeskError(Reason.SERVER_UNREACHABLE))
GONE = "The ticket server at 127.0.0.1:47600 does not answer; trying on.\n"
REFUSED = FollowState(FollowKind.AWAY, DeskError(Reason.KEY_REQUIRED))
REFUSES = "The ticket server at 127.0.0.1:47600 refuses: this role needs a workstation key; trying on.\n"
BACK = "The ticket server at 127.0.0.1:47600 answers again.\n"


@pytest.mark.parametrize(
    ("states", "lines"),
    [
        ([LIVE], ""),
        ([AWAY, AWAY], GONE),
        ([AWAY, LIVE], GONE + BACK),
        ([REFUSED, REFUSED, AWAY, REFUSED, LIVE], REFUSES + GONE + REFUSES + BACK),
        ([LIVE, STOPPING, AWAY, LIVE, LIVE, AWAY], GONE + BACK + GONE),
    ],
)
def test_going_and_coming_is_said_once(
    states: list[FollowState], lines: str, capsys: pytest.CaptureFixture[str]
) -> None:
    announce = announcer(Address("127.0.0.1", 47600))
    for state in states:
        announce(state)

    assert capsys.readouterr().err == lines
