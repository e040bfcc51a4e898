"""The composition root of the desk: from the command line's options to windows that are fed by servers."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from campusdesk.reread import FileBroken
from campusdesk.rules import DISTRUST, Role
from client.addresses import Addresses, beside
from client.installation import Installation
from client.refusals import distrust_words, lack_words
from client.settings import Options, Settings
from client.stop_signals import StopSignals
from client.views.desk_window import DeskWindow
from client.views.numbers import count_words
from client.views.role_page import RolePage
from client.views.server_page import ServerPage
from client.views.theme.theme import Theme
from client.workstation import Lack, Workstation, look_up

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from campusdesk.tls import Trust
    from campusdesk.v1 import ticket_service_pb2
    from client.entrance import Entrance
    from client.local_servers import LocalServers
    from client.views.main_window import MainWindow


class Desk(QObject):
    """One running desk; heavy libraries are loaded once its first page shows."""

    def __init__(self, application: QApplication, options: Options, settings: Settings) -> None:
        """Make the window with its first page; `start` goes on from there."""
        super().__init__(application)
        self.options, self.settings = options, settings
        self.theme = Theme(application, settings.theme)
        self.window = DeskWindow(self.theme, settings)
        self.window.closed.connect(self.end)
        self.addresses = self._known_addresses()
        self.main: MainWindow | None = None
        self.role_page: RolePage | None = None
        self._entrance: Entrance | None = None
        self._local: LocalServers | None = None
        self._trust: Trust | None = None
        self._wanted: Role | None = None
        # What the server said last of staff at this PC, so that the role page does not offer in vain what it knows of.
        self._refusal = ""
        if self.addresses is None and options.local is None:
            self._show_server_page()
        else:
            self.show_role_page()

    def _known_addresses(self) -> Addresses | None:
        if self.options.local is not None:
            return None
        if self.options.addresses is not None:
            return self.options.addresses
        return beside(self.settings.server) if self.settings.server else None

    def start(self) -> None:
        """Go to the servers, starting them first when they are embedded ones."""
        if self.options.local is None:
            self._ask_from_now_on()
            return
        from client.local_servers import LocalServers

        self._local = LocalServers(self.options.local, self)
        self._local.ready.connect(self._move_to)
        self._local.addresses_changed.connect(self._move_to)
        self._local.fault.connect(self._show_fault)
        self._show_state(self.tr("Starting the servers on this computer …"), "muted")
        self._local.start()

    def _show_server_page(self) -> None:
        self._end_asking()
        self.role_page = None
        page = ServerPage(self.theme, self.settings.server)
        page.chosen.connect(self._choose_server)
        self.window.show_page(page)

    def _choose_server(self, address: str) -> None:
        self.settings.server, self._refusal = address, ""
        self.addresses = beside(address)
        self.show_role_page()
        self._ask_from_now_on()

    def show_role_page(self) -> None:
        """Show the page on which a role is chosen; the desk of the role before ends."""
        may_choose = self.options.local is None and self.options.addresses is None
        page = RolePage(self.theme, self.settings.role, may_choose_server=may_choose)
        page.server_wanted.connect(self._show_server_page)
        page.entered.connect(self.enter)
        page.theme_menu.chosen.connect(self._keep_theme)
        page.refuse_staff(self._refusal)
        self.role_page = page
        self.window.show_page(page)
        if self.main is not None:
            self._end_main()
            self._ask_from_now_on()

    def enter(self, role: Role) -> None:
        """Begin to work in this role, at once or as soon as the embedded servers have addresses."""
        if self.addresses is None:
            self._wanted = role
            return
        if not self._trusts():
            return
        from client.connection import Connection
        from client.views.main_window import MainWindow

        self.settings.role = role
        self._end_asking()
        workstation = self._workstation()
        # Only staff need the key: one that is not taken any more must not keep others out.
        shown = workstation if role is Role.HELPDESK else workstation.without_key()
        connection = Connection(self.addresses, role, shown, self)
        self.main = MainWindow(self.theme, connection, Installation(self.settings))
        self.main.switch_wanted.connect(self.show_role_page)
        self.main.theme_menu.chosen.connect(self._keep_theme)
        self.role_page = None
        self.window.show_page(self.main)
        self.main.begin(self.settings.window_state)
        connection.follow()

    def _move_to(self, addresses: Addresses) -> None:
        self.addresses = addresses
        if self.main is not None:
            self.main.connection.move_to(addresses)
        elif self._wanted is not None:
            self.enter(self._wanted)
        else:
            self._end_asking()
            self._ask_from_now_on()

    def _ask_from_now_on(self) -> None:
        """Keep the role page's words about the server true."""
        if self.addresses is None or not self._trusts():
            return
        from client.entrance import Entrance

        self._entrance = Entrance(self.addresses, self._workstation, self)
        self._entrance.answered.connect(self._answered)
        self._entrance.unanswered.connect(self._unanswered)

    def _trusts(self) -> bool:
        """Say whether it is known whom to trust; when the CA's file cannot be used, the page says so."""
        if self.options.tls_ca is None or self._trust is not None:
            return True
        from campusdesk.tls import Trust

        try:
            self._trust = Trust(self.options.tls_ca)
        except FileBroken as error:
            self._show_state(self.tr("No server can be trusted: %1.").replace("%1", str(error)), "danger")
        return self._trust is not None

    def _workstation(self) -> Workstation:
        return look_up(self.options.workstation, self.options.key_file, self._trust)

    def _answered(self, info: "ticket_service_pb2.ServerInfo", lack: Lack | None) -> None:
        self._refusal = lack_words(lack) if lack is not None else ""
        if self.role_page is not None:
            self.role_page.refuse_staff(self._refusal)
        words = self.tr("live · %1 · %2 open").replace("%2", count_words(info.open_count))
        self._show_state(words.replace("%1", self._place()), "ok")

    def _unanswered(self, error: "DeskError") -> None:
        if error.reason in DISTRUST:
            self._show_state(distrust_words(error.reason), "danger")
            return
        words = self.tr("%1 does not answer yet. You can enter; tickets appear when it does.")
        self._show_state(words.replace("%1", self._place()), "danger")

    def _place(self) -> str:
        if self.options.local is not None or self.addresses is None:
            return self.tr("on this computer")
        return self.addresses.tickets

    def _show_state(self, words: str, tone: str) -> None:
        if self.role_page is not None:
            self.role_page.show_state(words, tone)

    def _show_fault(self, words: str) -> None:
        if self.main is not None:
            self.main.show_fault(words)
        elif words:
            self._show_state(words, "danger")

    def _keep_theme(self) -> None:
        self.settings.theme = self.theme.choice

    def _end_asking(self) -> None:
        if self._entrance is not None:
            self._entrance.end()
            self._entrance = None

    def _end_main(self) -> None:
        if self.main is not None:
            self.settings.window_state = self.main.places()
            self.main.end()
            self.main = None

    def end(self) -> None:
        """End every connection and leave the embedded servers."""
        self._end_asking()
        self._end_main()
        if self._local is not None:
            self._local.close()
            self._local = None


def run(options: Options) -> int:
    """Run a desk until its window is closed, or until the screenshots are made; return the exit code."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Campus Desk")
    # The texts are English until translations are chosen; numbers and dates go with them.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    if options.screenshots is not None:
        return _take_screenshots(application, options, options.screenshots)
    desk = Desk(application, options, Settings())
    StopSignals(desk.window.close, desk)
    desk.window.show()
    QTimer.singleShot(0, desk.start)
    return application.exec()


def _take_screenshots(application: QApplication, options: Options, folder: Path) -> int:
    from client.views.screenshots import Screenshots

    # A person's own settings are neither shown nor changed.
    with TemporaryDirectory() as settings:
        desk = Desk(application, options, Settings(Path(settings)))
        desk.window.show()
        QTimer.singleShot(0, desk.start)
        return Screenshots(desk).take(folder)
