"""What happens in a pause of long work, and what waits until the work is done."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.app import Desk
from client.languages import Language
from client.pauses import Pauses
from client.settings import Theme as ThemeChoice
from tests.client.whole_desk import Start, begun, choose, current_page


def test_a_pause_answers_what_came_meanwhile(qapp: object) -> None:
    del qapp
    told: list[str] = []
    with Pauses() as pauses:
        QTimer.singleShot(0, lambda: told.append("told"))
        assert told == []
        pauses.pause()
        assert told == ["told"]


def test_what_would_end_the_work_waits_for_its_end() -> None:
    done: list[int] = []
    pauses = Pauses()
    with pauses:
        for number in range(2):
            assert pauses.put_off(partial(done.append, number))
        assert done == []
    assert done == [0, 1]
    assert not pauses.put_off(lambda: done.append(2)), "nothing is to be waited for any more"
    with pauses:
        pass
    assert done == [0, 1], "each is done once"


def test_after_the_end_nothing_is_done_any_more() -> None:
    done: list[str] = []
    pauses = Pauses()
    with pauses:
        pauses.put_off(pauses.end)
        pauses.put_off(lambda: pauses.put_off(partial(done.append, "amid the work")))
    assert pauses.put_off(partial(done.append, "later"))
    assert done == []


def _enter(desk: Desk) -> None:
    desk.enter(Role.HELPDESK)


def _speak_german(desk: Desk) -> None:
    choose(current_page(desk), Language.GERMAN)


@pytest.mark.parametrize(("begins_at_work", "begin"), [(False, _enter), (True, _speak_german)])
@pytest.mark.usefixtures("spoken")
def test_no_window_is_made_amid_a_change_of_the_look(
    begins_at_work: bool, begin: Callable[[Desk], object], start: Start, qtbot: QtBot, live_server: str
) -> None:
    desk = start(live_server)
    begun(desk, qtbot, Role.HELPDESK)
    if not begins_at_work:
        desk.show_role_page()
    before, amid = desk.main, list[object]()
    desk.theme.changed.connect(lambda: amid.append(desk.main))
    QTimer.singleShot(0, lambda: begin(desk))
    desk.theme.choose(ThemeChoice.DARK)
    assert amid == [before]
    assert desk.main not in {None, before}
