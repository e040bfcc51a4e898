"""No word of any page is cut in any language, in the least window that there is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.draft import Kind
from client.helpdesk import HelpDesk
from client.languages import Language
from client.models.named_views import NamedView
from client.refusals import lack_words
from client.views.elided_label import ElidedLabel
from client.views.main_window import MainWindow
from client.views.role_page import RolePage
from client.views.server_page import ServerPage
from client.views.theme.theme import Theme
from client.workstation import Lack
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection
from tests.client.views.saved import line, save, words_in_the_end

pytestmark = pytest.mark.parametrize("language", Language)

Speak = Callable[[Language], None]
Ask = Callable[[Reply], ticket_pb2.Ticket]


def cut(page: QWidget) -> Iterator[str]:
    """Yield the words of labels and buttons in sight that have less room than they need."""
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel):
            room = label.size()
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            widest = label.minimumSizeHint().width() if label.wordWrap() else label.sizeHint().width()
            if room.height() < needed or room.width() < widest:
                yield label.text()
    for button in page.findChildren(QPushButton):
        if button.isVisible() and button.text() and button.width() < button.minimumSizeHint().width():
            yield button.text()


def check(page: QWidget, qtbot: QtBot) -> None:
    """Wait until all that came lately has its room; raises what is cut then."""

    def none_is_cut() -> None:
        assert list(cut(page)) == []

    qtbot.waitUntil(none_is_cut, timeout=PATIENCE_MS)


def show(page: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(1000, 640)
    with qtbot.waitExposed(page):
        page.show()


@pytest.mark.parametrize("lack", [None, *Lack])
def test_the_role_page(language: Language, lack: Lack | None, qtbot: QtBot, theme: Theme, spoken: Speak) -> None:
    spoken(language)
    page = RolePage(theme, None, may_choose_server=True)
    page.refuse_staff(lack_words(lack) if lack is not None else "")
    show(page, qtbot)
    check(page, qtbot)


def test_the_server_page(language: Language, qtbot: QtBot, theme: Theme, spoken: Speak) -> None:
    spoken(language)
    page = ServerPage(theme, "no address!")
    page.field.returnPressed.emit()
    show(page, qtbot)
    check(page, qtbot)


def test_the_desk(
    language: Language, qtbot: QtBot, spoken: Speak, enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask
) -> None:
    spoken(language)
    main = enter(Role.USER)
    main.resize(1000, 640)
    check(main, qtbot)
    main.report.send.click()
    check(main, qtbot)
    main.report.description.text = "The wifi in the library drops every few minutes"
    qtbot.waitUntil(lambda: bool(main.report.hint.words.text()), timeout=PATIENCE_MS)
    check(main, qtbot)
    main.report.send.click()
    qtbot.waitUntil(main.report.reported.isVisible, timeout=PATIENCE_MS)
    number = main.report.reported_number
    ask(other.activate_ticket(number))
    ask(other.post_message(number, "We are on it"))
    qtbot.waitUntil(main.own.open.isVisible, timeout=PATIENCE_MS)
    check(main, qtbot)
    main.jump_to(number)
    qtbot.waitUntil(lambda: main.messages.rowCount() == 1, timeout=PATIENCE_MS)
    check(main, qtbot)
    main.resizeDocks([main.ticket_dock], [540], Qt.Orientation.Horizontal)
    check(main, qtbot)
    main.ticket_view.start_editing()
    main.talk.show_history(True)
    check(main, qtbot)


def test_the_desk_of_helpdesk_staff(
    language: Language, qtbot: QtBot, spoken: Speak, enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask
) -> None:
    spoken(language)
    numbers = [ask(other.create_ticket(f"The lift stands, {at}", "Main building", "555")).id for at in range(3)]
    main = enter(Role.HELPDESK)
    main.resize(1000, 640)
    qtbot.waitUntil(lambda: main.tickets.total == len(numbers), timeout=PATIENCE_MS)
    assert main.rail is not None
    for view in NamedView:
        main.rail.views[view].click()
        check(main, qtbot)
    ask(other.activate_ticket(numbers[0]))
    ask(other.post_message(numbers[0], "We are on it"))
    main.jump_to(numbers[0])
    qtbot.waitUntil(lambda: main.messages.rowCount() == 1, timeout=PATIENCE_MS)
    check(main, qtbot)
    main.chat.composer.write(Kind.NOTE)
    check(main, qtbot)
    main.chat.composer.write(Kind.MESSAGE)
    main.chat.composer.editor.setPlainText("Done")
    check(main, qtbot)
    main.ticket_view.start_editing()
    main.show_report(True)
    check(main, qtbot)
    main.show_report(False)
    main.table.choose_all(numbers)
    check(main, qtbot)


@pytest.fixture
def reported(other: HelpDesk, ask: Ask) -> ticket_pb2.Ticket:
    return ask(other.create_ticket("The lift stands"))


@pytest.fixture
def no_tickets(held: HeldConnection, monkeypatch: pytest.MonkeyPatch) -> HeldConnection:
    """Have whoever wants whole tickets wait for a test to answer."""
    tickets = HelpDesk(held).batch_get_tickets
    monkeypatch.setattr(HelpDesk, "batch_get_tickets", lambda _desk, numbers: tickets(numbers))
    return held


@pytest.mark.usefixtures("reported")
def test_how_far_an_export_is(
    language: Language,
    qtbot: QtBot,
    spoken: Speak,
    enter: Callable[[Role], MainWindow],
    no_tickets: HeldConnection,
    folder: Path,
) -> None:
    spoken(language)
    main = enter(Role.HELPDESK)
    main.resize(1000, 640)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 1, timeout=PATIENCE_MS)
    main.export.ask()
    save(main, folder / "list.csv")
    told = [line(main).words]
    assert {"list.csv", "0", "1"} <= {*told[0].split()}
    check(main, qtbot)
    no_tickets.fail()
    told.append(line(main).words)
    assert {"0", "1"} <= {*told[1].replace(":", " ").split()}
    check(main, qtbot)
    line(main).button.click()
    told.append(line(main).words)
    check(main, qtbot)
    told.append(words_in_the_end(main, qtbot))
    check(main, qtbot)
    assert len({*told}) == 4
    assert not any(mark in words for words in told for mark in "%{")
    assert any("Exporting" in words for words in told) == (language is Language.ENGLISH)
