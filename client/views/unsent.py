"""How much was written and not sent, in the status bar; a click lists it, and leads to each."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.draft import Kind
from client.drafts import Draft, Drafts
from client.models.named_views import NamedView
from client.views.buttons import Button
from client.views.keeping_notice import KeepingNotice
from client.views.moving import bring_into_sight, focus
from client.views.theme.theme import Theme
from client.views.unsent_list import UnsentList

if TYPE_CHECKING:
    from client.views.main_window import MainWindow


# Pixels between the button and its list.
_GAP = 4


class Unsent(QWidget):
    """A button while something is unsent; `wanted` tells the draft that the person wants to go on with."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, drafts: Drafts, is_here: Callable[[int], bool]) -> None:
        """Count the drafts; `is_here` says whether a ticket is among those that this window shows."""
        super().__init__()
        self._theme, self._drafts, self._is_here = theme, drafts, is_here
        self.list: UnsentList | None = None
        self.button = Button(theme, "", kind="quiet", icon="edit")
        self.button.setToolTip(self.tr("Written and not sent: show it"))
        self.button.clicked.connect(self._show_list)
        self.notice = KeepingNotice(drafts.store)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.notice)
        drafts.changed.connect(self._count)
        self._count()

    def _count(self) -> None:
        count = len(self._drafts.all()) + len(self._drafts.left_over())
        words = self.tr("%Ln unsent", "", count)
        self.button.setText(words)
        self.button.setAccessibleName(self.tr("%1: show what was written and not sent").replace("%1", words))
        self.button.setVisible(count > 0)

    def _show_list(self) -> None:
        self.list = UnsentList(self._theme, self)
        here = [(draft, self._has_place(draft)) for draft in self._drafts.all()]
        left_over = [(draft, False) for draft in self._drafts.left_over()]
        self.list.show_drafts([*here, *left_over], self.wanted.emit)
        self.list.stand_on(self.button.mapToGlobal(QPoint(0, -_GAP)))
        self.list.show()

    def _has_place(self, draft: Draft) -> bool:
        # What was left of several to write to, one alone, is no selection that it could stand under.
        least = 2 if draft.kind is Kind.SEVERAL else 1
        is_here = len(draft.ticket_ids) >= least and all(map(self._is_here, draft.ticket_ids))
        return draft.kind is Kind.REPORT or is_here


def go_on(window: "MainWindow", draft: Draft) -> None:
    """Show the window's place in which the draft is written, with the focus in it."""
    if draft.kind is Kind.REPORT:
        window.show_report(True)
        return
    if draft.kind is Kind.SEVERAL:
        _choose_several(window, draft.ticket_ids)
        return
    window.jump_to(draft.ticket_id)
    bring_into_sight(window.ticket_view if draft.kind is Kind.EDIT else window.chat)
    if draft.kind is not Kind.EDIT:
        window.talk.show_history(False)
        window.chat.composer.write(draft.kind)
        focus(window.chat.composer)
    elif window.ticket_view.form is not None:
        focus(window.ticket_view.form)


def _choose_several(window: "MainWindow", ticket_ids: Sequence[int]) -> None:
    """Choose the tickets, in a list that has them all, and go to where one message to them is written."""
    tickets = window.tickets
    if any(tickets.row_of(ticket_id) < 0 for ticket_id in ticket_ids) and window.rail is not None:
        window.list.clear_filters()
        window.rail.views[NamedView.ALL].click()
    if tickets.is_arranging:
        # The rows of many tickets come a moment later.
        tickets.obeyed.connect(lambda: _write_to(window, ticket_ids), Qt.ConnectionType.SingleShotConnection)
    else:
        _write_to(window, ticket_ids)


def _write_to(window: "MainWindow", ticket_ids: Sequence[int]) -> None:
    window.table.choose_all(ticket_ids)
    if window.work is not None:
        focus(window.work.selection)
