"""The entries of a history: read, unfolded, and what stood there before put back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from campusdesk.policy import EDITABLE
from campusdesk.rules import REQUIRED, Role, Status
from campusdesk.v1 import ticket_pb2
from client.models.history import DeedRole, FieldsRole, HistoryModel, TimeRole
from client.models.ticket_texts import is_erased
from client.text import exact_words, field_words
from client.views.following_list import FollowingList
from client.views.history_delegate import HistoryDelegate
from client.views.history_entry import Offer, OfferPlace, is_long, offer_words, offers_of
from client.views.numbers import new_entries_words
from client.views.theme.theme import Theme

_TEXTS = frozenset({"description", "location", "contact"})


class HistoryList(FollowingList):
    """Enter unfolds the current entry; `restore_wanted` tells of which field which earlier text is to stand again."""

    restore_wanted = Signal(str, str)

    def __init__(self, theme: Theme, role: Role, model: HistoryModel, clock: Callable[[], int]) -> None:
        """Show the model; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__(theme, self.tr("History"), new_entries_words)
        self.setAccessibleDescription(self.tr("Enter shows all of a long text, or what can be restored."))
        self._editable = EDITABLE[role] & _TEXTS
        self._ticket: ticket_pb2.Ticket | None = None
        self._delegate = HistoryDelegate(theme, self, clock, self.is_restorable)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        model.modelReset.connect(self._delegate.forget)
        self.show_entries(model)

    def show_now(self, ticket: ticket_pb2.Ticket | None) -> None:
        """Offer what is possible with the ticket as it is now."""
        self._ticket = ticket
        self._delegate.forget()
        self.viewport().update()

    def is_restorable(self, field: ticket_pb2.FieldChange) -> bool:
        """Say whether what stood in the field before can stand there again, and does not yet."""
        now = self._ticket
        if now is None or is_erased(now) or Status(now.status) is Status.CLOSED or field.field not in self._editable:
            return False
        return (field.field not in REQUIRED or bool(field.before)) and field.before != getattr(now, field.field)

    def menu(self, index: QModelIndex) -> QMenu:
        """Return what can be done with an entry: copy it, unfold it, and put back what stood there before."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy")).triggered.connect(partial(self._copy, index))
        for field in index.data(FieldsRole):
            unfolded = self._delegate.is_unfolded(index, field.field)
            for offer in offers_of(field, unfolded=unfolded, restorable=self.is_restorable(field)):
                words = self.tr("%1 (%2)").replace("%1", offer_words(offer)).replace("%2", field_words(field.field))
                menu.addAction(words).triggered.connect(partial(self._take, index, offer, field))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the entry under the mouse, or of the current one when a key asks."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self._show_menu(index, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold or fold the current entry with Enter; one that is short shows what else can be done with it."""
        index = self.currentIndex()
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or not index.isValid():
            super().keyPressEvent(event)
            return
        fields = index.data(FieldsRole)
        for field in filter(is_long, fields):
            self._take(index, Offer.UNFOLD, field)
        if not any(map(is_long, fields)) and any(map(self.is_restorable, fields)):
            self._show_menu(index, self.visualRect(index).center())

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        self.menu(index).popup(self.viewport().mapToGlobal(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what is offered under the mouse."""
        super().mouseReleaseEvent(event)
        place = self.offer_at(event.position().toPoint())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._take(self.indexAt(event.position().toPoint()), place.offer, place.field)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the mouse's cursor what can be clicked."""
        over = self.offer_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def offer_at(self, point: QPoint) -> OfferPlace | None:
        """Return what is offered at a point of the viewport."""
        index = self.indexAt(point)
        return self._delegate.offer_at(index, self.visualRect(index), point) if index.isValid() else None

    def _take(self, index: QModelIndex, offer: Offer, field: ticket_pb2.FieldChange) -> None:
        if offer is Offer.RESTORE:
            self.restore_wanted.emit(field.field, field.before)
        else:
            self.stay()
            self._delegate.turn(index, field.field)
            self.scheduleDelayedItemsLayout()

    def _copy(self, index: QModelIndex) -> None:
        lines = [f"{exact_words(index.data(TimeRole))}: {index.data(DeedRole)}"]
        for field in index.data(FieldsRole):
            lines += [field_words(field.field), f"- {field.before}", f"+ {field.after}"]
        QGuiApplication.clipboard().setText("\n".join(lines))
