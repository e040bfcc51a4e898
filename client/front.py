"""The pages before work begins: who the server is, and in which role a person enters."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from campusdesk.rules import DISTRUST
from client.addresses import Addresses
from client.refusals import distrust_words, lack_words
from client.settings import Options, Settings
from client.views.desk_window import DeskWindow
from client.views.numbers import count_words
from client.views.role_page import RolePage
from client.views.server_page import ServerPage
from client.views.theme.theme import Theme
from client.workstation import Lack, Workstation

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from campusdesk.v1 import ticket_service_pb2
    from client.entrance import Entrance


class Front(QObject):
    """Shows one of them, or none; `entered` tells a role and `server_named` an address, `shown` each page anew."""

    entered = Signal(object)
    server_named = Signal(str)
    shown = Signal(object)

    def __init__(self, window: DeskWindow, theme: Theme, options: Options, settings: Settings) -> None:
        """Show them in this window."""
        super().__init__(window)
        self._window, self._theme = window, theme
        self._options, self._settings = options, settings
        self.role_page: RolePage | None = None
        self.server_page: ServerPage | None = None
        self._entrance: Entrance | None = None
        # What the server said last of staff at this PC, so that the role page does not offer in vain what it knows of.
        self._refusal = ""

    def ask_for_server(self, typed: str | None = None) -> None:
        """Show the page on which the server is named, with what was typed there or the server of last time."""
        self.end_asking()
        page = ServerPage(self._theme, self._settings.server)
        if typed is not None:
            page.field.setText(typed)
        page.chosen.connect(self._name_server)
        self.role_page, self.server_page = None, page
        self._show(page)

    def _name_server(self, address: str) -> None:
        self._refusal = ""
        self.server_named.emit(address)

    def ask_for_role(self) -> None:
        """Show the page on which a role is chosen."""
        may_choose = self._options.local is None and self._options.addresses is None
        page = RolePage(self._theme, self._settings.role, may_choose_server=may_choose)
        page.server_wanted.connect(self.ask_for_server)
        page.entered.connect(self.entered)
        page.refuse_staff(self._refusal)
        self.role_page, self.server_page = page, None
        self._show(page)

    def _show(self, page: RolePage | ServerPage) -> None:
        self.shown.emit(page)
        self._window.show_page(page)

    def leave(self) -> None:
        """Know no page any more: another one is shown."""
        self.end_asking()
        self.role_page = self.server_page = None

    def ask(self, addresses: Addresses, workstation: Callable[[], Workstation]) -> None:
        """Keep the role page's words about the server true from now on."""
        from client.entrance import Entrance

        self.end_asking()
        place = addresses.tickets if self._options.local is None else self.tr("on this computer")
        self._entrance = Entrance(addresses, workstation, self)
        self._entrance.answered.connect(lambda info, lack: self._answered(info, lack, place))
        self._entrance.unanswered.connect(lambda error: self._unanswered(error, place))

    def end_asking(self) -> None:
        """Ask the server no more."""
        if self._entrance is not None:
            self._entrance.end()
            self._entrance = None

    def _answered(self, info: "ticket_service_pb2.ServerInfo", lack: Lack | None, place: str) -> None:
        self._refusal = lack_words(lack) if lack is not None else ""
        if self.role_page is not None:
            self.role_page.refuse_staff(self._refusal)
        words = self.tr("live · %1 · %2 open").replace("%2", count_words(info.open_count))
        self.show_state(words.replace("%1", place), "ok")

    def _unanswered(self, error: "DeskError", place: str) -> None:
        words = self.tr("%1 does not answer yet. You can enter; what is new appears when it does.").replace("%1", place)
        self.show_state(distrust_words(error.reason) if error.reason in DISTRUST else words, "danger")

    def show_fault(self, words: str) -> None:
        """Say on whichever page is shown what keeps work from beginning."""
        self.show_state(words, "danger")
        if self.server_page is not None:
            self.server_page.tell(words)

    def show_state(self, words: str, tone: str) -> None:
        """Say on the role page how it stands with the server."""
        if self.role_page is not None:
            self.role_page.show_state(words, tone)
