"""The thread that draws is never held up by what people do all day, with the sample campus on a real server."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.app import Desk
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.languages import Language, spoken_language
from client.models.named_views import NamedView
from client.settings import Theme as ThemeChoice
from client.stall_watch import LONGEST_MS, Stall, StallWatch
from client.state import Analysis
from client.views.main_window import MainWindow
from client.views.theme.tokens import DARK
from tests.bench.sample import load_sample
from tests.client.views.answers import PATIENCE_MS
from tests.client.whole_desk import Start, choose, entered
from tests.system.programs import UNLIMITED, ticket_server

Enter = Callable[[Role], MainWindow]
Step = Callable[[MainWindow], object]
# A machine that others use holds every program up now and then; what the desk does itself holds it up each time.
TRIES = 4
_SETTLE_MS = 250


@pytest.fixture(scope="module")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample campus to the desks of this file."""
    database = tmp_path_factory.mktemp("campus") / "tickets.db"
    load_sample(database)
    with ticket_server(database, "127.0.0.1:0", *UNLIMITED) as server:
        yield server.address()


@pytest.fixture
def desk(start: Start, live_server: str, spoken: Callable[[Language], None], qtbot: QtBot) -> Desk:
    """Start a desk at which both roles were entered before: what is loaded at first is loaded."""
    del spoken
    desk = start(live_server)
    for role in Role.USER, Role.HELPDESK:
        entered(desk, qtbot, role)
        desk.show_role_page()
    return desk


@pytest.fixture
def main(enter: Enter, qtbot: QtBot) -> MainWindow:
    """Open a desk of helpdesk staff that shows the campus."""
    opened = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: opened.tickets.rowCount() > 1_000, timeout=PATIENCE_MS)
    return opened


@pytest.fixture
def stalls(main: MainWindow) -> Iterator[list[Stall]]:
    """Give the list to which each moment is added in which the window is held up."""
    found: list[Stall] = []
    watch = StallWatch(found.append, main)
    yield found
    watch.end()


def choose_ticket(main: MainWindow) -> None:
    rows = main.tickets.rowCount()
    following = (main.tickets.row_of(main.ticket_view.ticket.id) + 7) % rows if main.ticket_view.ticket else 0
    main.jump_to(main.tickets.ticket_id(following))


def search(main: MainWindow) -> None:
    main.finding.search.focus()
    main.finding.bar.field.clear()
    QTest.keyClicks(main.finding.bar.field, "lamp")


def stop_searching(main: MainWindow) -> None:
    main.finding.bar.field.clear()


def look_at(view: NamedView) -> Step:
    def click(main: MainWindow) -> None:
        assert main.rail is not None
        main.rail.views[view].click()

    return click


def write(main: MainWindow) -> None:
    QTest.keyClicks(main.chat.composer.editor, "We come by")


def scroll(main: MainWindow) -> None:
    bar = main.table.verticalScrollBar()
    bar.setValue((bar.value() + 400) % max(1, bar.maximum()))


STEPS: dict[str, Step] = {
    "choose a ticket": choose_ticket,
    "search": search,
    "stop searching": stop_searching,
    **{f"look at {view.value}": look_at(view) for view in NamedView},
    "write": write,
    "scroll": scroll,
    "look at the history": lambda main: main.talk.show_history(True),
    "look at the conversation": lambda main: main.talk.show_history(False),
    "edit": lambda main: main.ticket_view.start_editing(),
    "choose all": lambda main: main.table.selectAll(),
    "choose one": choose_ticket,
}


def settle(step: Callable[[], object]) -> None:
    """Do it, and what comes of it."""
    loop = QEventLoop()

    def do() -> None:
        try:
            step()
        finally:
            QTimer.singleShot(_SETTLE_MS, loop.quit)

    QTimer.singleShot(0, do)
    loop.exec()


def reason(stalls: list[Stall], step: Callable[[], object], *, before: Callable[[], object] = lambda: None) -> str:
    """Do it, again while it holds the window up; return "" when it once does not, else where it did last.

    `before` is done each time before it.
    """
    for _ in range(TRIES):
        settle(before)
        stalls.clear()
        settle(step)
        if not stalls:
            return ""
    return stalls[-1].words()


def test_nothing_that_staff_do_holds_the_window_up(main: MainWindow, stalls: list[Stall]) -> None:
    held_up = {name: reason(stalls, partial(step, main)) for name, step in STEPS.items()}
    assert {name: words for name, words in held_up.items() if words} == {}


def test_nothing_that_others_do_holds_the_window_up(stalls: list[Stall], other: HelpDesk) -> None:
    replies: list[Reply] = []

    def report_twenty() -> None:
        replies.extend(other.create_ticket(f"The lamp flickers {number}") for number in range(20))

    assert reason(stalls, report_twenty) == ""


def test_what_takes_its_time_is_found(stalls: list[Stall]) -> None:
    assert "test_calm.<lambda>" in reason(stalls, lambda: time.sleep(2 * LONGEST_MS / 1_000))


def work(desk: Desk, role: Role) -> None:
    """Be at work in the role, in a window that was just opened."""
    desk.show_role_page()
    desk.enter(role)


def speak_another(desk: Desk) -> None:
    assert desk.main is not None
    choose(desk.main, Language.ENGLISH if spoken_language() is Language.GERMAN else Language.GERMAN)


def look_another(desk: Desk) -> None:
    desk.theme.choose(ThemeChoice.LIGHT if desk.theme.tokens is DARK else ThemeChoice.DARK)


def size_another(desk: Desk) -> None:
    desk.window.resize(*((1280, 800) if desk.window.width() > 1280 else (1920, 1080)))


def plot(desk: Desk) -> None:
    assert desk.main is not None
    assert desk.main.analyses is not None
    desk.main.analyses.show(Analysis.BACKLOG)


CHANGES: dict[str, tuple[Callable[[Desk], object], bool]] = {
    "another language": (speak_another, False),
    "another look": (look_another, False),
    "another size": (size_another, False),
    "the first plot": (plot, True),
}


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_no_window_that_is_opened_or_becomes_another_holds_up(desk: Desk, role: Role) -> None:
    stalls: list[Stall] = []
    watch = StallWatch(stalls.append, desk)
    held_up = {"enter": reason(stalls, partial(desk.enter, role), before=desk.show_role_page)}
    for name, (change, is_of_staff) in CHANGES.items():
        if role is Role.HELPDESK or not is_of_staff:
            held_up[name] = reason(stalls, partial(change, desk), before=partial(work, desk, role))
    watch.end()
    assert {name: words for name, words in held_up.items() if words} == {}
