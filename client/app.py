"""The composition root of the desk: from the command line's options to windows that are fed by servers."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from campusdesk.reread import FileBroken
from campusdesk.rules import Role
from client.addresses import Addresses, beside
from client.front import Front
from client.garbage import EVERY_MS, collect_due
from client.installation import Installation
from client.languages import Language, speak, system_language
from client.loading import Loading
from client.pauses import Pauses
from client.refusals import authorities_words, unconfirmed_words
from client.settings import Options, Settings
from client.state import Clock, wall_clock_us
from client.store import Store
from client.views.desk_window import DeskWindow
from client.views.role_page import RolePage
from client.views.server_page import ServerPage
from client.views.staying import Staying
from client.views.theme.theme import Theme
from client.workstation import Workstation, look_up

if TYPE_CHECKING:
    from campusdesk.tls import Trust
    from client.connection import Connection
    from client.drafts import Drafts
    from client.local_servers import LocalServers
    from client.views.main_window import MainWindow

# What the pages after the first one need, in the order in which they need it.
_HEAVY = ("client.entrance", "client.views.main_window", "client.views.changeover")


class Desk(QObject):
    """One running desk; heavy libraries are loaded once its first page shows, while it answers."""

    def __init__(
        self, application: QApplication, options: Options, settings: Settings, store: Store, now: Clock = wall_clock_us
    ) -> None:
        """Make the window with its first page; `start` goes on from there. The store is closed at the end."""
        super().__init__(application)
        self.options, self.settings, self.store = options, settings, store
        gc.disable()
        collecting = QTimer(self, interval=EVERY_MS)
        collecting.timeout.connect(collect_due)
        collecting.start()
        speak(settings.language or system_language())
        self._pauses = Pauses()
        self.theme = Theme(application, settings.theme, self._pauses)
        self.window = DeskWindow(self.theme, settings)
        self.window.closed.connect(self.end)
        self.staying = Staying(self.window, self.theme, settings, store, now)
        self.staying.left.connect(self.show_role_page)
        self.addresses = self._known_addresses()
        self.main: MainWindow | None = None
        self._loading: Loading | None = None
        self._local: LocalServers | None = None
        self._trust: Trust | None = None
        self._wanted: Role | None = None
        self.front = Front(self.window, self.theme, options, settings)
        self.front.shown.connect(self._offer_choices)
        self.front.entered.connect(self.enter)
        self.front.server_named.connect(self._go_to_server)
        if self.addresses is None and options.local is None:
            self.front.ask_for_server()
        else:
            self._choose_role()

    def _known_addresses(self) -> Addresses | None:
        if self.options.local is not None or self.options.addresses is not None:
            return self.options.addresses
        return beside(self.settings.server) if self.settings.server else None

    def start(self) -> None:
        """Go to the servers, starting them first when they are embedded ones."""
        self._is_loaded()
        if self.options.local is None:
            self._ask_from_now_on()
            return
        from client.local_servers import LocalServers

        self._local = LocalServers(self.options.local, self)
        self._local.ready.connect(self._move_to)
        self._local.addresses_changed.connect(self._move_to)
        self._local.fault.connect(self.show_fault)
        self._local.start()

    def _is_loaded(self) -> bool:
        """Say whether all is loaded that work needs; if not, it is from now on, and then what is wanted is done."""
        if self._loading is None:
            self._loading = Loading(_HEAVY, self)
            self._loading.done.connect(self._go_on)
            self._loading.failed.connect(self._tell_fault)
            self._loading.start()
        self._tell_fault(self._loading.fault)
        return self._loading.is_done

    def _tell_fault(self, fault: str) -> None:
        """Say that work cannot begin, where something that it needs cannot be loaded."""
        if fault:
            words = self.tr("A part of Campus Desk cannot be loaded (%1). Its operators can install it anew.")
            self.show_fault(words.replace("%1", fault))

    def _go_on(self) -> None:
        """Do what was wanted before all was there that it needs."""
        if self.main is None and self._wanted is not None:
            self.enter(self._wanted)
        elif self.main is None:
            self._ask_from_now_on()

    def _go_to_server(self, address: str) -> None:
        self.settings.server = address
        self.addresses = beside(address)
        self._choose_role()
        self._ask_from_now_on()

    def _choose_role(self) -> None:
        self.front.ask_for_role()
        if self.addresses is None:
            self.front.show_state(self.tr("Starting the servers on this computer …"), "muted")

    def show_role_page(self) -> None:
        """Go back to the page on which a role is chosen; what must not stay at this PC is forgotten."""
        if self._pauses.put_off(self.show_role_page):
            return
        with self._pauses:
            was_taken = self.staying.finish()
            was_taken = self._end_main() and was_taken
            self.staying.forget()
            self._show_anew()
        if not was_taken and self.front.role_page is not None:
            self.front.role_page.tell(unconfirmed_words())

    def enter(self, role: Role) -> None:
        """Begin to work in this role, at once or as soon as all is loaded and embedded servers have addresses."""
        # It may have been loaded while another look was put on.
        if self._pauses.put_off(lambda: self.enter(role)):
            return
        self._wanted = role
        if not self._is_loaded() or self.addresses is None or not self._trusts():
            return
        from client.connection import Connection
        from client.drafts import Drafts
        from client.memory import return_large

        return_large()
        self._wanted, self.settings.role = None, role
        workstation = self._workstation()
        # Only staff need the key: one that is not taken any more must not keep others out.
        shown = workstation if role is Role.HELPDESK else workstation.without_key()
        connection = Connection(self.addresses, role, shown, self)
        place = str(self.options.local or self.addresses.tickets)
        with self._pauses:
            self._work_by(connection, Drafts(self.store, role, place, lambda: connection.lineage))
            if self.main is not None:
                connection.follow(self.main.known.recall())

    def _work_by(
        self, connection: "Connection", drafts: "Drafts", go_on: "Callable[[MainWindow], object] | None" = None
    ) -> None:
        """Open a window in parts, with what is written in it, and go on in it; nothing moves until it is whole."""
        from client.views.main_window import MainWindow

        installation = Installation(self.settings, self.store, self.options.place)
        pause = self._pauses.pause
        self.main = MainWindow(self.theme, connection, installation, drafts, within=self.window, pause=pause)
        self.main.switch_wanted.connect(self.show_role_page)
        self._offer_choices(self.main)
        self.front.leave()
        self.staying.begin(drafts)
        with self.window.in_parts():
            self.window.show_page(self.main)
            pause()
            self.main.begin()
            pause()
            if go_on is not None:
                go_on(self.main)
                pause()
        # Painted before anything else is done, such as deleting the page before.
        pause()

    def _move_to(self, addresses: Addresses) -> None:
        if self._pauses.put_off(lambda: self._move_to(addresses)):
            return
        self.addresses = addresses
        if self.main is not None:
            self.main.connection.move_to(addresses)
        else:
            self._go_on()

    def _ask_from_now_on(self) -> None:
        """Keep the role page's words about the server true."""
        self.front.end_asking()
        if self._is_loaded() and self.addresses is not None and self._trusts():
            self.front.ask(self.addresses, self._workstation)

    def _trusts(self) -> bool:
        """Say whether it is known whom to trust; when the CA's file cannot be used, the page says so."""
        if self.options.tls_ca is None or self._trust is not None:
            return True
        from campusdesk.tls import Trust

        try:
            self._trust = Trust(self.options.tls_ca)
        except FileBroken:
            self.front.show_state(authorities_words(self.options.tls_ca), "danger")
        return self._trust is not None

    def _workstation(self) -> Workstation:
        return look_up(self.options.workstation, self.options.key_file, self._trust)

    def show_fault(self, words: str) -> None:
        """Say what is wrong with the embedded servers; empty words when it is over."""
        # Else it would be told on the page that goes.
        if self._pauses.put_off(lambda: self.show_fault(words)):
            return
        if self.main is not None:
            self.main.show_fault(words)
        elif words:
            self.front.show_fault(words)

    def _offer_choices(self, page: "RolePage | ServerPage | MainWindow") -> None:
        page.theme_menu.chosen.connect(self._keep_theme)
        page.language_menu.chosen.connect(self._speak)

    def _keep_theme(self) -> None:
        self.settings.theme = self.theme.choice

    def _speak(self, language: Language) -> None:
        """Speak another language from now on."""
        if self._pauses.put_off(lambda: self._speak(language)):
            return
        self.settings.language = language
        speak(language)
        self._show_anew()

    def _show_anew(self) -> None:
        """Make what is shown anew, in the language that is spoken now, with what was typed."""
        if self.main is not None:
            from client.views.changeover import Changeover

            with self._pauses:
                changeover = Changeover(self.main, self._pauses.pause)
                self._work_by(self.main.connection, self.main.drafts.for_next_window(), changeover.go_on)
        elif self.front.server_page is not None:
            self.front.ask_for_server(self.front.server_page.field.text())
        else:
            self._choose_role()
            self._ask_from_now_on()

    def _end_main(self) -> bool:
        main, self.main = self.main, None
        return main is None or main.end()

    def end(self) -> None:
        """End every connection and leave the embedded servers."""
        if self._pauses.put_off(self.end):
            return
        self._pauses.end()
        self.front.end_asking()
        self.staying.finish()
        main = self.main
        self._end_main()
        if main is not None:
            main.known.wait()
        self.staying.end()
        self.store.close()
        if self._loading is not None:
            self._loading.end()
        if self._local is not None:
            self._local.close()
            self._local = None
