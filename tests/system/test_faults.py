"""Whatever a network does to desks: nothing they write is lost or doubled, nothing begun anew, all soon live again."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from client.state import ConnectionKind
from tests.system import faults
from tests.system.faults import Fault
from tests.system.test_kill import LONG
from tests.system.troubled_campus import TroubledCampus, troubled_campus
from tests.system.writing_desk import Moment
from ticket_server.storage.engine import open_database
from ticket_server.storage.upkeep.inventory import read_inventory

PATIENCE_MS = 60_000
# The goals, in seconds; a busy machine may miss them once, so that only the long tests hold to them.
NOTICED_S, LIVE_S = 15.0, 5.0
LENGTH = [pytest.param(1, id="once"), pytest.param(5, id="often", marks=LONG)]

# Who is cut off is told so by the network, or must find out.
TOLD = {"cut": faults.CUT, "reset": faults.RESET, "refused": faults.REFUSED}
SILENT = {
    "black hole": faults.BLACK_HOLE,
    "unreachable": faults.UNREACHABLE,
    "up dead": faults.UP_DEAD,
    "down dead": faults.DOWN_DEAD,
}
BORNE = {"latency": faults.LATENCY, "slow": faults.SLOW}
USUAL = "reset", "down dead", "slow"


def chosen(*kinds: dict[str, Fault]) -> list[Any]:
    """Return each fault as a parameter; most are for the long tests."""
    named = [(name, fault) for kind in kinds for name, fault in kind.items()]
    return [pytest.param(fault, id=name, marks=() if name in USUAL else LONG) for name, fault in named]


def see(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(holds, timeout=PATIENCE_MS)


def write_some(qtbot: QtBot, campus: TroubledCampus, more: int) -> None:
    """Wait until so many more writes are acknowledged."""
    wanted = campus.written + more
    see(qtbot, lambda: campus.written >= wanted)


def begin(qtbot: QtBot, campus: TroubledCampus) -> None:
    """Have all desks live and writing."""
    see(qtbot, lambda: campus.are_live)
    for desk in campus.desks:
        desk.start()
    write_some(qtbot, campus, 20)


def finish(qtbot: QtBot, campus: TroubledCampus, url: str) -> None:
    """Have desks write a little more, wait until all is known everywhere, and check it."""
    write_some(qtbot, campus, 20)
    for desk in campus.desks:
        desk.stop()
    see(qtbot, lambda: campus.know_all)
    campus.server.stop()
    campus.check(url)


def took(moments: list[Moment], kind: ConnectionKind, since_s: float) -> float:
    """Return after how many seconds a stream first came to be so, 0 when it was."""
    return next((moment.at_s - since_s for moment in moments if moment.at_s > since_s and moment.kind is kind), 0.0)


@pytest.mark.parametrize("fault", chosen(TOLD, SILENT))
def test_who_is_cut_off_knows_it_and_goes_on_where_it_was(qtbot: QtBot, tmp_path: Path, fault: Fault) -> None:
    url = f"sqlite:///{tmp_path / 'tickets.db'}"
    with troubled_campus(url, tmp_path) as campus:
        begin(qtbot, campus)
        campus.suffer(fault)
        see(qtbot, lambda: campus.are_away)
        campus.heal()
        see(qtbot, lambda: campus.are_live)
        finish(qtbot, campus, url)


@pytest.mark.parametrize("fault", [pytest.param(f, id=name, marks=LONG) for name, f in (TOLD | SILENT).items()])
def test_a_dead_link_is_noticed_and_a_whole_one_used_in_time(qtbot: QtBot, tmp_path: Path, fault: Fault) -> None:
    url = f"sqlite:///{tmp_path / 'tickets.db'}"
    with troubled_campus(url, tmp_path) as campus:
        begin(qtbot, campus)
        for _ in range(3):
            since_s = campus.suffer(fault)
            see(qtbot, lambda: campus.are_away)
            desk = campus.desks[0]
            assert max(took(each, ConnectionKind.AWAY, since_s) for each in (desk.feed, desk.backlog)) <= NOTICED_S
            qtbot.wait(10_000)
            since_s = campus.heal()
            see(qtbot, lambda: campus.are_live)
            assert max(took(each, ConnectionKind.LIVE, since_s) for each in (desk.feed, desk.backlog)) <= LIVE_S
            write_some(qtbot, campus, 10)
        finish(qtbot, campus, url)


@pytest.mark.parametrize("fault", chosen(BORNE))
def test_who_is_slow_is_not_cut_off(qtbot: QtBot, tmp_path: Path, fault: Fault) -> None:
    url = f"sqlite:///{tmp_path / 'tickets.db'}"
    with troubled_campus(url, tmp_path) as campus:
        begin(qtbot, campus)
        campus.suffer(fault)
        write_some(qtbot, campus, 20)
        campus.heal()
        finish(qtbot, campus, url)
        told = [moment.kind for desk in campus.desks for moment in desk.feed + desk.backlog]
        assert told == [ConnectionKind.LIVE] * 2


@pytest.mark.parametrize("rounds", LENGTH)
def test_over_tls_nothing_garbled_gets_through(qtbot: QtBot, tmp_path: Path, rounds: int) -> None:
    url = f"sqlite:///{tmp_path / 'tickets.db'}"
    with troubled_campus(url, tmp_path, secured=True) as campus:
        begin(qtbot, campus)
        for _ in range(rounds):
            campus.suffer(faults.GARBLED)
            see(qtbot, lambda: any(not desk.is_live for desk in campus.desks))
            campus.heal()
            see(qtbot, lambda: campus.are_live)
            write_some(qtbot, campus, 10)
        finish(qtbot, campus, url)


@pytest.mark.parametrize("rounds", [pytest.param(5, marks=LONG)])
def test_in_plain_text_what_is_garbled_harms_no_ticket(qtbot: QtBot, tmp_path: Path, rounds: int) -> None:
    # Without TLS nobody can tell another word from the one that was sent: TCP's own check is all there is.
    url = f"sqlite:///{tmp_path / 'tickets.db'}"
    with troubled_campus(url, tmp_path) as campus:
        begin(qtbot, campus)
        for _ in range(rounds):
            campus.suffer(faults.GARBLED)
            qtbot.wait(5_000)
            # What a connection agreed on, such as a caller's role, may be garbled for as long as it lives.
            campus.suffer(faults.CUT)
            campus.heal()
            see(qtbot, lambda: all(desk.feed[-1].kind is ConnectionKind.LIVE for desk in campus.desks))
            write_some(qtbot, campus, 10)
        for desk in campus.desks:
            desk.stop()
        see(qtbot, lambda: all(desk.at_rest for desk in campus.desks))
        campus.server.stop()
    with open_database(url) as database, database.connect_reader() as stored:
        assert stored.exec_driver_sql("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not [*read_inventory(stored).disagreements()]


@pytest.mark.parametrize("kills", [3, pytest.param(20, marks=LONG)])
def test_kills_amid_faults_lose_double_and_hide_nothing(qtbot: QtBot, tmp_path: Path, kills: int) -> None:
    url, choice = f"sqlite:///{tmp_path / 'tickets.db'}", random.Random(kills)
    quick = [faults.RESET, faults.LATENCY, faults.CUT, faults.SLOW]
    among = quick if kills <= len(quick) else [*quick, *SILENT.values(), *TOLD.values()]
    with troubled_campus(url, tmp_path, desks=3) as campus:
        begin(qtbot, campus)
        for number in range(kills):
            # Two roads suffer, of a desk's or the one between the servers, and by the others desks write on.
            for road in random.Random(number).sample(campus.roads, 2):
                road.suffer(choice.choice(among))
            write_some(qtbot, campus, choice.randint(0, 30))
            campus.server.kill()
            campus.server.start()
            if number % 2:
                write_some(qtbot, campus, choice.randint(0, 30))
            campus.heal()
        see(qtbot, lambda: campus.are_live)
        finish(qtbot, campus, url)
