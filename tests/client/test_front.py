"""The pages before work begins: who the server is, how it stands, and who may enter from this PC."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.languages import Language
from client.state import ConnectionKind
from client.views.role_card import RoleCard
from client.views.server_page import ServerPage
from tests.campusdesk.certificate_files import Certificates
from tests.client.keyed_server import KeyedServer
from tests.client.views.answers import PATIENCE_MS
from tests.client.whole_desk import Start, begun, choose, current_page, entered, words
from tests.system.programs import free_port, ticket_server


def test_the_role_page_tells_how_many_are_open(start: Start, qtbot: QtBot, live_server: str) -> None:
    desk = start(live_server)
    qtbot.waitUntil(lambda: f"live · {live_server} · 0 open" in words(desk), timeout=PATIENCE_MS)


def test_the_role_page_says_so_when_no_server_answers(start: Start, qtbot: QtBot) -> None:
    desk = start(f"127.0.0.1:{free_port()}")
    qtbot.waitUntil(lambda: "does not answer" in words(desk), timeout=PATIENCE_MS)


def test_a_desk_without_a_server_asks_for_one_and_keeps_it(start: Start, qtbot: QtBot, live_server: str) -> None:
    desk = start(None)
    page = desk.window.currentWidget()
    assert isinstance(page, ServerPage)
    page.field.setText(live_server)
    page.field.returnPressed.emit()
    assert desk.settings.server == live_server
    assert desk.window.currentWidget() is desk.front.role_page
    qtbot.waitUntil(lambda: "0 open" in words(desk), timeout=PATIENCE_MS)


def test_a_mistyped_server_can_be_corrected(start: Start, qtbot: QtBot, live_server: str) -> None:
    desk = start(None)
    page = desk.window.currentWidget()
    assert isinstance(page, ServerPage)
    page.chosen.emit(f"127.0.0.1:{free_port()}")
    assert desk.front.role_page is not None
    desk.front.role_page.other_server.click()
    again = desk.window.currentWidget()
    assert isinstance(again, ServerPage)
    assert again.field.text() == desk.settings.server
    again.chosen.emit(live_server)
    qtbot.waitUntil(lambda: "live" in words(desk), timeout=PATIENCE_MS)


def test_a_server_of_the_command_line_is_not_chosen_here(start: Start, live_server: str) -> None:
    desk = start(live_server)
    assert desk.front.role_page is not None
    assert desk.front.role_page.other_server.isHidden()


def test_a_pc_without_a_key_reads_why_before_and_after_entering(start: Start, qtbot: QtBot, keyed: KeyedServer) -> None:
    desk = start(keyed.address)
    desk.settings.role = Role.HELPDESK
    qtbot.waitUntil(lambda: "This PC has no workstation key." in words(desk), timeout=PATIENCE_MS)
    # As somebody enters while the server does not answer yet.
    main = begun(desk, qtbot, Role.HELPDESK)
    qtbot.waitUntil(lambda: "This PC has no workstation key." in main.refused.words, timeout=PATIENCE_MS)
    main.refused.switch.click()
    assert desk.window.currentWidget() is desk.front.role_page
    assert "This PC has no workstation key." in words(desk), "known from before, so the card is not offered in vain"
    focused = desk.window.focusWidget()
    assert isinstance(focused, RoleCard)
    assert focused.role is Role.USER
    assert entered(desk, qtbot, Role.USER).refused.isHidden()


def test_a_key_that_is_not_taken_keeps_no_simple_user_out(start: Start, qtbot: QtBot, keyed: KeyedServer) -> None:
    keyed.add("LAB-1", "helpdesk")
    keyed.revoke("LAB-1")
    desk = start(keyed.address)
    qtbot.waitUntil(lambda: "0 open" in words(desk) and "revoked" in words(desk), timeout=PATIENCE_MS)
    assert entered(desk, qtbot, Role.USER).refused.isHidden()


def served_by(certificates: Certificates) -> tuple[str, ...]:
    return ("--tls-cert", str(certificates.certificate), "--tls-key", str(certificates.key))


def test_a_server_is_trusted_by_the_campus_ca(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    certificates = Certificates(tmp_path)
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *served_by(certificates)) as server:
        desk = start(server.address(), certificates.ca)
        qtbot.waitUntil(lambda: "0 open" in words(desk), timeout=PATIENCE_MS)
        entered(desk, qtbot, Role.USER)


def test_a_certificate_that_expired_is_told_from_a_server_that_is_away_until_it_is_renewed(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    certificates = Certificates(tmp_path, age=timedelta(days=400))
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *served_by(certificates)) as server:
        desk = start(server.address(), certificates.ca)
        said = "The server's certificate is not valid any more"
        qtbot.waitUntil(lambda: said in words(desk), timeout=PATIENCE_MS)
        main = begun(desk, qtbot, Role.USER)
        qtbot.waitUntil(lambda: said in main.refused.words, timeout=PATIENCE_MS)
        assert main.refused.switch.isHidden(), "another role would not help"
        assert "as soon as the server's certificate is valid" in words(desk)
        Certificates(tmp_path)
        qtbot.waitUntil(main.refused.isHidden, timeout=PATIENCE_MS)
        assert main.connection.state.kind is ConnectionKind.LIVE


def test_a_server_of_another_ca_is_told_from_one_that_is_away(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    certificates, other = Certificates(tmp_path / "campus"), Certificates(tmp_path / "other")
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *served_by(certificates)) as server:
        desk = start(server.address(), other.ca)
        qtbot.waitUntil(lambda: "is not from the CA that this PC trusts" in words(desk), timeout=PATIENCE_MS)


@pytest.mark.usefixtures("spoken")
def test_a_half_typed_address_outlives_another_language(start: Start) -> None:
    desk = start(None)
    assert desk.front.server_page is not None
    desk.front.server_page.field.setText("helpdesk.cam")
    choose(current_page(desk), Language.ITALIAN)
    assert desk.front.server_page.field.text() == "helpdesk.cam"
