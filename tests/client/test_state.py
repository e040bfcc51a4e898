"""How it stands with a connection, and since when."""

from analytics import settings
from campusdesk.rules import Reason
from client.state import Analysis, ConnectionKind, ConnectionState


def test_analyses_are_named_as_their_servers_are_and_listen_where_these_do() -> None:
    served = {analysis.value: analysis.default_listen.port for analysis in settings.Analysis}
    assert {analysis.word: analysis.default_port for analysis in Analysis} == served


def test_away_for_another_reason_is_away_since_the_same_moment() -> None:
    away = ConnectionState(ConnectionKind.AWAY, 5, Reason.SERVER_UNREACHABLE)
    assert away.after(ConnectionKind.AWAY, Reason.NOT_READY) == ConnectionState(
        ConnectionKind.AWAY, 5, Reason.NOT_READY
    )


def test_another_kind_begins_now() -> None:
    away = ConnectionState(ConnectionKind.AWAY, 5, Reason.SERVER_UNREACHABLE)
    live = away.after(ConnectionKind.LIVE, None)
    assert (live.kind, live.reason) == (ConnectionKind.LIVE, None)
    assert live.since_us > away.since_us
    assert ConnectionState.connecting().since_us >= live.since_us


def test_only_a_server_that_is_there_and_refuses_is_not_letting_in() -> None:
    connecting = ConnectionState.connecting()
    assert not connecting.is_refused
    assert not connecting.after(ConnectionKind.AWAY, Reason.SERVER_UNREACHABLE).is_refused
    for reason in (Reason.KEY_REQUIRED, Reason.KEY_UNKNOWN):
        assert connecting.after(ConnectionKind.AWAY, reason).is_refused
