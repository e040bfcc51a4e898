"""The desk at work: the table in the middle, the chosen ticket and its conversation beside it, wired to the models."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from campusdesk.rules import SEES_CLOSED, Role, Status
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.installation import Installation
from client.known_tickets import KnownTickets
from client.models.columns import STAFF_COLUMNS, USER_COLUMNS
from client.models.messages import MessageModel
from client.models.tickets import TicketTableModel
from client.views.analysis_choice import AnalysisChoice
from client.views.chat_view import ChatView
from client.views.connection_badge import ConnectionBadge
from client.views.departing import Departing
from client.views.finding import Finding
from client.views.history_view import HistoryView
from client.views.labels import hairline, plain_label
from client.views.language_menu import LanguageMenu
from client.views.list_export import ListExport
from client.views.numbers import total_words
from client.views.own_news import OwnNews
from client.views.pacing import Paced
from client.views.rail import Rail
from client.views.refused_band import RefusedBand
from client.views.remembering import Remembering
from client.views.report_page import ReportPage
from client.views.saving import SavingFolder
from client.views.standing import Standing
from client.views.steering import Steering
from client.views.switch_button import SwitchButton
from client.views.talk_view import TalkView
from client.views.theme.theme import Theme
from client.views.theme_menu import ThemeMenu
from client.views.ticket_list import TicketList
from client.views.ticket_view import TicketView
from client.views.unsent import Unsent, go_on
from client.views.window_frame import WindowFrame
from client.views.work import Work

if TYPE_CHECKING:
    from campusdesk.v1 import ticket_service_pb2
    from client.connection import Connection

# Milliseconds between two counts of what is shown: they change with every ticket that others report.
_COUNTS_MS = 200


class MainWindow(WindowFrame):
    """The window of one role; `switch_wanted` asks for the role page."""

    switch_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        connection: "Connection",
        installation: Installation,
        drafts: Drafts,
        *,
        within: QWidget | None = None,
        pause: Callable[[], object] = lambda: None,
    ) -> None:
        """Make the window and its models; nothing is asked of the server before `connection.follow()`.

        All of it takes long: `pause` is called between any two parts. It costs less to be made `within` what will show
        it than to come there later, when every part would be styled anew.
        """
        super().__init__(theme)
        self.setParent(within)
        self._pause = pause
        self.connection, self.installation, self.drafts = connection, installation, drafts
        self._role, self._desk = connection.role, HelpDesk(connection)
        self._current = 0
        self._make_list(theme)
        self._make_ticket(theme)
        self._make_rest(theme)
        self._arrange()
        pause()
        self._connect()
        pause()

    def _make_list(self, theme: Theme) -> None:
        """Make what stands in the middle."""
        connection, installation, is_staff = self.connection, self.installation, self._role is Role.HELPDESK
        columns = STAFF_COLUMNS if SEES_CLOSED[self._role] else USER_COLUMNS
        self.tickets = TicketTableModel(columns, connection.server_time_us, self)
        self.messages = MessageModel(self._role, connection.workstation.name, self)
        self._pause()
        self.list = TicketList(theme, self.tickets, self._role, connection.server_time_us)
        self.head, self.table = self.list.head, self.list.table
        self._pause()
        self.report = ReportPage(theme, self._desk, installation, self.drafts, can_leave=is_staff)
        self._pause()
        self.own = OwnNews(theme, connection, self._desk, self.tickets, installation.store)
        self.rail = Rail(theme) if is_staff else None
        self._pause()
        self.finding = Finding(theme, connection, installation, self.tickets, self.list, self.rail, self)
        self._pause()

    def _make_ticket(self, theme: Theme) -> None:
        """Make what tells of the chosen ticket."""
        clock = self.connection.server_time_us
        self.ticket_view = TicketView(theme, self._desk, self._role, clock, self.drafts)
        self._pause()
        self.chat = ChatView(theme, self._desk, self.messages, clock, self.drafts)
        self._pause()
        self.history = HistoryView(theme, self._desk, self._role, clock)
        self._pause()
        self.talk = TalkView(theme, self.chat, self.history)
        self._pause()

    def _make_rest(self, theme: Theme) -> None:
        drafts = self.drafts
        folder = SavingFolder(self.installation.store, self._role)
        rail = self.rail
        self.analyses = AnalysisChoice(theme, self._desk, rail, self, folder) if rail is not None else None
        self.badge, self.unsent = ConnectionBadge(), Unsent(theme, drafts, self.tickets.has)
        self.language_menu, self.theme_menu = LanguageMenu(theme), ThemeMenu(theme)
        self.switch, self.refused = SwitchButton(theme, drafts), RefusedBand(theme, drafts)
        self.departing = Departing(self.tickets, self.head, self.ticket_view, self.chat, self.history)
        self.standing = Standing(self._desk, self.connection, self.badge, self.refused)
        self._total, self.fault = (plain_label(tone=tone, scale="small") for tone in ("muted", "danger"))
        self._under_report = hairline()
        self._pause()

    def _arrange(self) -> None:
        self.work = Work(self, self._desk, self._theme) if self._role is Role.HELPDESK else None
        self._pause()
        self.set_middle([self.report, self._under_report, self.own, self.list], self.list)
        self.head.put_search(self.finding.bar)
        self._pause()
        if self.rail is not None:
            self.set_rail(self.rail)
        self.show_report(self._role is Role.USER)
        self._pause()
        part, head = (self.work.beside, self.work.head) if self.work else (self.ticket_view, self.ticket_view.head)
        self.ticket_dock = self.add_dock("ticket", self.tr("Ticket"), part, head=head)
        if self.work is not None:
            self.work.fill()
        self._pause()
        self.chat_dock = self.add_dock("chat", self.tr("Conversation"), self.talk, head=self.talk.switch)
        self._pause()
        self.list.menu.panels.extend(dock.toggleViewAction() for dock in (self.ticket_dock, self.chat_dock))
        self.export = ListExport(self, self._desk, self._theme)
        self.add_band(self.refused)
        left = [self.badge, self._total, self.unsent, self.fault]
        self.set_status_bar(left, [self.finding.notify, self.language_menu, self.theme_menu, self.switch])

    def begin(self) -> None:
        """Give everything the place of last time, or its first one, and the focus to where work begins."""
        self.remembering.begin([self.ticket_dock, self.chat_dock])
        (self.report if self._role is Role.USER else self.table).setFocus()

    def _follow(self, connection: "Connection") -> None:
        """Have all parts take what the server tells, the table first."""
        # First: what was shown of another history goes before the table takes what is told.
        self.known = KnownTickets(self.installation.store, self.drafts.place, self.tickets, connection)
        self.known.changed.connect(self._show_counts)
        connection.reset.connect(self.tickets.load)
        connection.replaced.connect(self.departing.start_anew)
        connection.replaced.connect(self.report.similar.forget)
        for anew in (self.drafts.know_lineage, self.departing.read_anew):
            connection.reset.connect(lambda _facts, _revision, anew=anew: anew())
        for shown in (self.tickets, self.departing, self.messages, self.history.history):
            connection.changed.connect(shown.apply)
        self.own.follow(connection)
        for similar in (self.report.similar, self.ticket_view.similar):
            connection.changed.connect(similar.apply)

    def _connect(self) -> None:
        self._follow(self.connection)
        self.departing.stayed.connect(self.jump_to)
        self.departing.restored.connect(lambda: self.report.look_again(self.tickets.has))
        self.tickets.texts_wanted.connect(self._fetch_texts)
        self.tickets.counts_changed.connect(Paced(self._show_counts, _COUNTS_MS, self).ask)
        self.tickets.ticket_changed.connect(self._refresh_ticket)
        self.table.chosen.connect(self.show_ticket)
        for wishing in (self.finding, self.ticket_view.similar, self.report, self.own):
            wishing.opened.connect(self.jump_to)
        for texts in (self.ticket_view, self.chat.messages):
            self.finding.marked.connect(texts.mark)
        self.report.sent.connect(self.own.reports.keep)
        self.report.left.connect(lambda: self.show_report(False))
        self.unsent.wanted.connect(lambda draft: go_on(self, draft))
        self.switch.confirmed.connect(self.switch_wanted)
        self.refused.left.connect(self.switch_wanted)
        if self.rail is not None:
            self._connect_staff(self.rail)
        self.steering = Steering(self, self._theme, self._role)
        self.standing.informed.connect(self.show_info)
        # Its texts may have been asked for in vain meanwhile.
        self.standing.informed.connect(lambda _info: self._refresh_ticket(self._current))
        refreshed, asking = (self.messages, self.history.history), (self.report, self.ticket_view.similar)
        self.standing.begin((self.list, self.ticket_view, self.chat, self.history), refreshed, asking)
        connection, store = self.connection, self.installation.store
        self.remembering = Remembering(self, self.list, self.analyses, self.tickets, connection, store)
        self._show_counts()

    def _connect_staff(self, rail: Rail) -> None:
        rail.view_chosen.connect(self.list.show_view)
        self.list.restored.connect(rail.show_view)
        self.list.listing.slid.connect(self._show_counts)
        if self.analyses is not None:
            self.analyses.failed.connect(self.show_fault)
            self.analyses.picked.connect(self.finding.picking.show)
            self.analyses.opened.connect(self.jump_to)
        rail.report_wanted.connect(lambda: self.show_report(True))

    def show_report(self, shown: bool) -> None:
        """Show or put away the place where a problem is reported."""
        self.report.setVisible(shown)
        self._under_report.setVisible(shown)
        if shown:
            self.report.start()

    def show_ticket(self, ticket_id: int) -> None:
        """Show this ticket and its conversation beside the table."""
        self._current = self.table.shown = ticket_id
        self.finding.show_ticket(ticket_id)
        self.departing.follow(ticket_id)
        self._refresh_ticket(ticket_id)
        if self.tickets.ticket(ticket_id) is None:
            self.ticket_view.wait_for(ticket_id)
        self.chat.show_ticket(ticket_id, may_write=self._may_write(ticket_id))
        self.history.show_ticket(ticket_id)
        self.own.reports.read(ticket_id)

    @property
    def shown_ticket(self) -> int:
        """Return the ticket that stands beside the table; 0 for none."""
        return self._current

    def jump_to(self, ticket_id: int) -> None:
        """Choose this ticket in the table, or show it beside when the table does not."""
        if not self.table.choose(ticket_id):
            self.show_ticket(ticket_id)

    def show_info(self, info: "ticket_service_pb2.ServerInfo") -> None:
        """Show the band over sample data."""
        self.band.setVisible(info.sample_data)

    def show_fault(self, words: str) -> None:
        """Say what is wrong with the embedded servers; empty words when it is over."""
        self.fault.setText(words)

    def _may_write(self, ticket_id: int) -> bool:
        facts = self.tickets.facts(ticket_id)
        return facts is not None and facts.status != Status.CLOSED

    def _fetch_texts(self, ids: Sequence[int]) -> None:
        reply = self._desk.batch_get_tickets(ids)
        reply.done.connect(lambda answer: self.tickets.set_texts(ids, answer.tickets))
        reply.failed.connect(lambda _error: self.tickets.set_texts(ids, ()))

    def _refresh_ticket(self, ticket_id: int) -> None:
        ticket = self.tickets.ticket(ticket_id) if ticket_id == self._current else None
        if ticket is not None:
            self.ticket_view.show_ticket(ticket)
            self.history.show_now(ticket)
            self.chat.show_ticket(ticket_id, may_write=self._may_write(ticket_id))

    def _show_counts(self) -> None:
        self.list.show_counts()
        self._total.setText(total_words(self.tickets.total, self.known.as_of_us, self.connection.server_time_us()))
        if self.rail is not None:
            self.rail.show_counts(self.list.listing.view_counts())

    def end(self) -> bool:
        """End the connection, and all that works in this window; say whether the server took what was asked last."""
        was_taken = self.leave()
        self.connection.close()
        # What listens to it would be kept with it, window by window; what still asks as the window goes may do so.
        self.connection.setParent(self)
        return was_taken

    def leave(self) -> bool:
        """End what works in this window, so that another may go on; say whether the server took what was asked last."""
        self.remembering.end()
        self.export.end()
        # A last painting asks for no more texts.
        self.tickets.texts_wanted.disconnect(self._fetch_texts)
        if self.analyses is not None:
            self.analyses.end()
        was_taken = self.work is None or self.work.finish()
        self.drafts.end()
        self.known.end()
        self.finding.end()
        return was_taken
