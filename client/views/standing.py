"""How it stands with the server: told where it matters, and what was missed is asked for once it is live again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from campusdesk.rules import Reason
from client.refusals import distrust_words, lack_words
from client.state import ConnectionKind, ConnectionState
from client.views.connection_badge import ConnectionBadge
from client.views.refused_band import RefusedBand

if TYPE_CHECKING:
    from client.connection import Connection
    from client.helpdesk import HelpDesk


class _AsksAgain(Protocol):
    def ask_again(self) -> None: ...


class _Shows(Protocol):
    def show_state(self, state: ConnectionState) -> None: ...


class _Refreshes(Protocol):
    def refresh(self) -> None: ...


class Standing(QObject):
    """Follows the connection's state; `informed` tells a ServerInfo each time the server is live again."""

    informed = Signal(object)

    def __init__(
        self, desk: "HelpDesk", connection: "Connection", badge: ConnectionBadge, refused: RefusedBand
    ) -> None:
        """Tell it by badge and band."""
        super().__init__(badge)
        self._desk, self._connection = desk, connection
        self._badge, self._refused = badge, refused
        self._refreshed: Sequence[_Refreshes] = ()
        self._asking: Sequence[_AsksAgain] = ()

    def begin(self, shown: Sequence[_Shows], refreshed: Sequence[_Refreshes], asking: Sequence[_AsksAgain]) -> None:
        """Tell these too; refresh the ones and have the others ask again whenever the server is live."""
        self._refreshed, self._asking = refreshed, asking
        for told in (*(each.show_state for each in shown), self._show):
            self._connection.state_changed.connect(told)
            told(self._connection.state)

    def _show(self, state: ConnectionState) -> None:
        self._badge.show_state(state)
        self._refused.show_words(self._refusal_words(state), may_leave=state.is_refused)
        if state.kind is ConnectionKind.LIVE:
            self._catch_up()

    def _catch_up(self) -> None:
        for model in self._refreshed:
            model.refresh()
        for asking in self._asking:
            asking.ask_again()
        self._desk.server_info().done.connect(self.informed)

    def _refusal_words(self, state: ConnectionState) -> str:
        if state.is_distrusted and state.reason is not None:
            return distrust_words(state.reason)
        if not state.is_refused:
            return ""
        workstation, address = self._connection.workstation, self._connection.addresses.tickets
        return lack_words(workstation.lack_at(address, state.reason or Reason.KEY_REQUIRED))
