"""The whole desk of a PC that many people use: who leaves it takes everything along."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.draft import Kind
from client.entrance import Entrance
from client.languages import Language, spoken_language, system_language
from client.presence import IDLE_US
from client.store_file import StoreFile
from client.views.main_window import MainWindow
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.set_clock import SetClock
from tests.client.whole_desk import Start, begun, choose, current_page, entered, words
from tests.system.programs import free_port

pytestmark = pytest.mark.usefixtures("spoken")


def wrote(main: MainWindow) -> None:
    main.report.description.text = "The secret is 4711"
    main.drafts.of(Kind.MESSAGE, 1).keep("It is 4711")


def test_a_shared_pc_forgets_who_left_it_alone(start: Start, qtbot: QtBot, live_server: str, tmp_path: Path) -> None:
    clock = SetClock()
    desk = start(live_server, shared_at=clock)
    wrote(entered(desk, qtbot, Role.USER))
    clock.now_us += IDLE_US
    assert desk.staying.presence is not None
    desk.staying.presence.look()
    assert desk.window.currentWidget() is desk.front.role_page
    again = entered(desk, qtbot, Role.USER)
    assert (again.report.description.text, again.drafts.all()) == ("", [])
    desk.end()
    assert b"4711" not in b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())


def test_who_leaves_a_shared_pc_says_so_and_may_have_to_say_it_twice(
    start: Start, qtbot: QtBot, live_server: str
) -> None:
    desk = start(live_server, shared_at=SetClock())
    main = entered(desk, qtbot, Role.USER)
    wrote(main)
    main.switch.click()
    assert desk.main is main
    main.switch.click()
    assert desk.window.currentWidget() is desk.front.role_page
    assert desk.store.entries("draft") == {}
    qtbot.waitUntil(lambda: "0 open" in words(desk), timeout=PATIENCE_MS)


def test_the_next_person_at_a_shared_pc_is_spoken_to_in_the_systems_language(
    start: Start, qtbot: QtBot, live_server: str
) -> None:
    desk = start(live_server, shared_at=SetClock())
    entered(desk, qtbot, Role.USER)
    choose(current_page(desk), Language.GERMAN)
    main = desk.main
    assert main is not None
    assert spoken_language() is Language.GERMAN
    main.switch.click()
    assert spoken_language() is system_language()


def test_closing_a_shared_desk_leaves_nothing_on_disk(
    start: Start, qtbot: QtBot, live_server: str, tmp_path: Path
) -> None:
    desk = start(live_server, shared_at=SetClock())
    wrote(entered(desk, qtbot, Role.USER))
    desk.window.close()
    assert StoreFile(tmp_path / "data").read() == {}


def test_what_was_sent_last_at_a_shared_pc_and_not_confirmed_is_said_on_the_first_page(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.views.staying._FINISH_MS", 1)
    desk = start(f"127.0.0.1:{free_port()}", shared_at=SetClock())
    main = begun(desk, qtbot, Role.USER)
    main.report.description.text = "The lift is stuck"
    main.report.send.click()
    desk.show_role_page()
    assert "did not confirm what was sent last" in words(desk)
    desk.show_role_page()
    assert "did not confirm" not in words(desk)


def test_a_shared_desk_that_is_closed_while_somebody_leaves_it_asks_the_server_no_more(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.views.staying._FINISH_MS", 100)
    desk = start(f"127.0.0.1:{free_port()}", shared_at=SetClock())
    main = begun(desk, qtbot, Role.USER)
    main.report.description.text = "The lift is stuck"
    main.report.send.click()
    QTimer.singleShot(0, desk.window.close)
    desk.show_role_page()
    qtbot.waitUntil(lambda: not desk.front.findChildren(Entrance), timeout=PATIENCE_MS)


def test_at_a_persons_own_pc_a_role_is_left_without_a_question_and_all_stays(
    start: Start, qtbot: QtBot, live_server: str
) -> None:
    desk = start(live_server)
    main = entered(desk, qtbot, Role.USER)
    wrote(main)
    main.switch.click()
    assert desk.window.currentWidget() is desk.front.role_page
    assert entered(desk, qtbot, Role.USER).report.description.text == "The secret is 4711"
