"""The desk at work: the table in the middle, the chosen ticket and its conversation beside it, wired to the models."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal

from campusdesk.rules import SEES_CLOSED, Action, Reason, Role, Status
from client.helpdesk import HelpDesk
from client.installation import Installation
from client.models.columns import STAFF_COLUMNS, USER_COLUMNS
from client.models.messages import MessageModel
from client.models.tickets import TicketTableModel
from client.refusals import distrust_words, lack_words
from client.state import Analysis, ConnectionKind, ConnectionState
from client.text import analysis_words
from client.views.chat_view import ChatView
from client.views.connection_badge import ConnectionBadge
from client.views.correcting import Correcting
from client.views.history_view import HistoryView
from client.views.labels import hairline, plain_label
from client.views.numbers import tickets_words
from client.views.rail import Rail
from client.views.refused_band import RefusedBand
from client.views.report_page import ReportPage
from client.views.switch_button import SwitchButton
from client.views.talk_view import TalkView
from client.views.theme.theme import Theme
from client.views.theme_menu import ThemeMenu
from client.views.ticket_list import TicketList
from client.views.ticket_view import TicketView
from client.views.window_frame import WindowFrame

if TYPE_CHECKING:
    from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
    from client.connection import Connection, Reply
    from client.views.analytics_view import AnalyticsView


class MainWindow(WindowFrame):
    """The window of one role; `switch_wanted` asks for the role page."""

    switch_wanted = Signal()

    def __init__(self, theme: Theme, connection: "Connection", installation: Installation) -> None:
        """Make the window and its models; nothing is asked of the server before `connection.follow()`."""
        super().__init__(theme)
        self.connection, self._role = connection, connection.role
        self._desk = HelpDesk(connection)
        self._replies: set[Reply] = set()
        self._current = 0
        self._replaced = False
        columns = STAFF_COLUMNS if SEES_CLOSED[self._role] else USER_COLUMNS
        self.tickets = TicketTableModel(columns, connection.server_time_us, self)
        self.messages = MessageModel(self._role, connection.workstation.name, self)
        self.list = TicketList(theme, self.tickets, self._role, connection.server_time_us)
        self.head, self.table = self.list.head, self.list.table
        clock, is_staff = connection.server_time_us, self._role is Role.HELPDESK
        self.report = ReportPage(theme, self._desk, installation, clock, can_leave=is_staff)
        self.rail = Rail(theme) if self._role is Role.HELPDESK else None
        self.ticket_view = TicketView(theme, self._desk, self._role, connection.server_time_us)
        self.chat = ChatView(theme, self._desk, self.messages, connection.server_time_us)
        self.history = HistoryView(theme, self._desk, connection.server_time_us)
        self.talk = TalkView(theme, self.chat, self.history)
        self.analytics: AnalyticsView | None = None
        self.badge = ConnectionBadge()
        self.theme_menu = ThemeMenu(theme)
        self.switch = SwitchButton(theme, self._is_typing)
        self.refused = RefusedBand(theme, self._is_typing)
        self._total = plain_label(tone="muted", scale="small")
        self._fault = plain_label(tone="danger", scale="small")
        self._under_report = hairline()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.set_middle([self.report, self._under_report, self.list], self.list)
        if self.rail is not None:
            self.set_rail(self.rail)
        self.show_report(self._role is Role.USER)
        self.ticket_dock = self.add_dock("ticket", self.tr("Ticket"), self.ticket_view)
        self.chat_dock = self.add_dock("chat", self.tr("Conversation"), self.talk, head=self.talk.switch)
        self.add_band(self.refused)
        self.set_status_bar([self.badge, self._total, self._fault], [self.theme_menu, self.switch])

    def begin(self, saved: QByteArray | None) -> None:
        """Give the docks the places of last time, or their first ones, and the focus to where work begins."""
        if saved is None or not self.restoreState(saved, int(self._role)):
            self.share_room([self.ticket_dock, self.chat_dock])
        (self.report if self._role is Role.USER else self.table).setFocus()

    def _connect(self) -> None:
        connection = self.connection
        connection.reset.connect(self.tickets.load)
        connection.replaced.connect(self._start_anew)
        connection.reset.connect(lambda _facts, _revision: self._read_anew())
        connection.changed.connect(self.tickets.apply)
        connection.changed.connect(self._drop_erased)
        for shown in (self.messages, self.history.history, self.report.similar, self.ticket_view.similar):
            connection.changed.connect(shown.apply)
        connection.state_changed.connect(self._show_state)
        self.tickets.texts_wanted.connect(self._fetch_texts)
        self.tickets.counts_changed.connect(self._show_counts)
        self.tickets.ticket_changed.connect(self._refresh_ticket)
        self.tickets.left.connect(self._tell_left)
        self.table.chosen.connect(self.show_ticket)
        self.report.show_ticket.connect(self.jump_to)
        self.report.left.connect(lambda: self.show_report(False))
        self.switch.confirmed.connect(self.switch_wanted)
        self.refused.left.connect(self.switch_wanted)
        self.ticket_view.similar.opened.connect(self.jump_to)
        if self.rail is not None:
            correcting = Correcting(self._desk, self.tickets, self.list)
            self.ticket_view.category.corrected.connect(lambda wanted: correcting.correct([self._current], wanted))
            self.ticket_view.category.taken_back.connect(lambda: correcting.correct([self._current], None))
            self.rail.status_chosen.connect(self.list.show_status)
            self.rail.check_wanted.connect(self.list.show_check)
            self.rail.analysis_chosen.connect(self.show_analysis)
            self.rail.report_wanted.connect(lambda: self.show_report(True))
        self._show_state(connection.state)
        self._show_counts()

    def show_report(self, shown: bool) -> None:
        """Show or put away the place where a problem is reported."""
        self.report.setVisible(shown)
        self._under_report.setVisible(shown)
        if shown:
            self.report.start()

    def show_ticket(self, ticket_id: int) -> None:
        """Show this ticket and its conversation beside the table."""
        self._current = ticket_id
        self._refresh_ticket(ticket_id)
        if self.tickets.ticket(ticket_id) is None:
            self.ticket_view.show_ticket(None)
        self.chat.show_ticket(ticket_id, may_write=self._may_write(ticket_id))
        self.history.show_ticket(ticket_id)

    def jump_to(self, ticket_id: int) -> None:
        """Choose this ticket in the table, or show it beside when the table does not."""
        if not self.table.choose(ticket_id):
            self.show_ticket(ticket_id)

    def show_analysis(self, analysis: Analysis | None) -> None:
        """Watch and plot this analysis under the table, or put the plots away."""
        if self.analytics is None:
            # The plotting library takes a third of a second to load, so it waits until plots are wanted.
            from client.views.analytics_view import AnalyticsView

            self.analytics = AnalyticsView(self._theme, self._desk)
            self.analytics_dock = self.add_dock("analytics", self.tr("Analysis"), self.analytics, below=True)
            self.analytics_dock.visibilityChanged.connect(self._analysis_hidden)
        self.analytics.show_analysis(analysis)
        self.analytics_dock.setVisible(analysis is not None)
        if analysis is not None:
            self.analytics_dock.setWindowTitle(analysis_words(analysis))
        if self.rail is not None:
            self.rail.show_analysis(analysis)

    def _analysis_hidden(self, visible: bool) -> None:
        if not visible and self.analytics is not None and self.analytics_dock.isHidden():
            self.analytics.show_analysis(None)
            if self.rail is not None:
                self.rail.show_analysis(None)

    def show_info(self, info: "ticket_service_pb2.ServerInfo") -> None:
        """Show the band over sample data."""
        self.band.setVisible(info.sample_data)

    def show_fault(self, words: str) -> None:
        """Say what is wrong with the embedded servers; empty words when it is over."""
        self._fault.setText(words)

    def _read_anew(self) -> None:
        """Ask for messages and history again: any of them may have gone in what this desk was not told."""
        self.messages.read_anew()
        self.history.history.read_anew()
        if self._replaced:
            self._replaced = False
            self._show_replaced()

    def _start_anew(self) -> None:
        """Forget what was known of the tickets: the reset that follows begins another history."""
        self._replaced = True
        self.tickets.forget()
        self.report.similar.forget()
        self.ticket_view.similar.want(None)
        self.ticket_view.hold_edits(
            self.tr("The server's data was restored meanwhile. Copy what you wrote, then edit the ticket as it is now.")
        )

    def _show_replaced(self) -> None:
        self.head.show_note(self.tr("The server's data was restored from a backup. This is how it is now."))
        if self.tickets.has(self._current):
            self.jump_to(self._current)
        elif self._current:
            words = self.tr("Ticket %1 is not in the data that was restored.").replace("%1", f"#{self._current}")
            self._keep_left(words, self.tr("The ticket is gone. What you wrote was not sent; you can still copy it."))

    def _drop_erased(self, changes: Sequence["change_feed_pb2.Change"], _revision: int) -> None:
        for change in changes:
            if int(change.action) == Action.ERASE:
                self.ticket_view.drop_edit(change.ticket_id)

    def _may_write(self, ticket_id: int) -> bool:
        facts = self.tickets.facts(ticket_id)
        return facts is not None and facts.status != Status.CLOSED

    def _fetch_texts(self, ids: Sequence[int]) -> None:
        reply = self._desk.batch_get_tickets(ids)
        self._replies.add(reply)
        reply.done.connect(lambda answer: self._set_texts(reply, ids, answer.tickets))
        reply.failed.connect(lambda _error: self._set_texts(reply, ids, ()))

    def _set_texts(self, reply: "Reply", ids: Sequence[int], tickets: Sequence["ticket_pb2.Ticket"]) -> None:
        self._replies.discard(reply)
        self.tickets.set_texts(ids, tickets)

    def _refresh_ticket(self, ticket_id: int) -> None:
        ticket = self.tickets.ticket(ticket_id) if ticket_id == self._current else None
        if ticket is not None:
            self.ticket_view.show_ticket(ticket)
            self.chat.show_ticket(ticket_id, may_write=self._may_write(ticket_id))

    def _is_typing(self) -> bool:
        return self.report.is_typing or self.chat.composer.is_typing or self.ticket_view.is_editing

    def _tell_left(self, ids: Sequence[int]) -> None:
        numbers = ", ".join(f"#{ticket_id}" for ticket_id in ids[:5])
        words = self.tr("Closed by the helpdesk, and gone from the list: %1").replace("%1", numbers)
        self.head.show_note(words)
        if self._current in ids:
            words = self.tr("Ticket %1 was closed by the helpdesk, so it is not in your list any more.")
            held = self.tr("The ticket is closed. What you wrote was not sent; you can still copy it.")
            self._keep_left(words.replace("%1", f"#{self._current}"), held)

    def _keep_left(self, words: str, held: str) -> None:
        """Keep the chosen ticket to be read, which is not in sight any more, with the words why."""
        self.ticket_view.show_left(words)
        self.history.show_ticket(0)
        self.chat.hold(held)

    def _show_counts(self) -> None:
        self.list.show_counts()
        self._total.setText(tickets_words(self.tickets.total))
        if self.rail is not None:
            self.rail.show_counts(self.tickets.counts(), self.tickets.unsure_count())

    def _show_state(self, state: ConnectionState) -> None:
        self.badge.show_state(state)
        self.refused.show_words(self._refusal_words(state), may_leave=state.is_refused)
        self.list.show_state(state)
        if state.kind is ConnectionKind.LIVE:
            self.messages.refresh()
            self.history.history.refresh()
            self.report.ask_again()
            self.ticket_view.similar.ask_again()
            reply = self._desk.server_info()
            self._replies.add(reply)
            reply.done.connect(self.show_info)
            reply.done.connect(lambda _info: self._replies.discard(reply))
            reply.failed.connect(lambda _error: self._replies.discard(reply))

    def _refusal_words(self, state: ConnectionState) -> str:
        if state.is_distrusted and state.reason is not None:
            return distrust_words(state.reason)
        if not state.is_refused:
            return ""
        connection, reason = self.connection, state.reason or Reason.KEY_REQUIRED
        return lack_words(connection.workstation.lack_at(connection.addresses.tickets, reason))

    def places(self) -> QByteArray:
        """Return where the docks stand; only a window of the same role takes it."""
        return self.saveState(int(self._role))

    def end(self) -> None:
        """End the connection and every watch of this window; a last painting asks for no more texts."""
        self.tickets.texts_wanted.disconnect(self._fetch_texts)
        if self.analytics is not None:
            self.analytics.show_analysis(None)
        self.connection.close()
