"""The conversation under one ticket, as it is read and as it goes on."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from campusdesk.rules import Action, Role
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from client.models.pages import Entry, ModelIndex, PagedModel
from client.text import author_words, one_line

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole)
TextRole = _FIRST_ROLE + 1
AuthorRole = _FIRST_ROLE + 2
WorkstationRole = _FIRST_ROLE + 3
TimeRole = _FIRST_ROLE + 4
OwnRole = _FIRST_ROLE + 5
RevisionRole = _FIRST_ROLE + 6


class MessageModel(PagedModel):
    """One row a message, oldest first; a message is own when it was written in this role on this workstation."""

    def __init__(self, role: Role, workstation: str, parent: QObject | None = None) -> None:
        """Begin with no ticket; role and workstation are this desk's."""
        super().__init__(parent)
        self._role, self._workstation = int(role), workstation

    def set_page(self, ticket_id: int, page: ticket_service_pb2.ListMessagesResponse) -> None:
        """Take the answer to `wanted`; asks for the next page when there is one."""
        self._take_page(ticket_id, page.messages, more=page.more)

    def apply(self, changes: Sequence[change_feed_pb2.Change], revision: int) -> None:
        """Take messages that were posted just now under the ticket shown; those of an erased ticket go."""
        for change in changes:
            if change.ticket_id != self.ticket_id:
                continue
            if int(change.action) == Action.ERASE:
                self.read_anew()
            elif change.HasField("message"):
                self._insert(change.message)

    def _insert(self, entry: Entry) -> None:
        """Insert a message, unless it is one of which an operator erased the text: no other is without."""
        assert isinstance(entry, ticket_pb2.Message)  # noqa: S101 - for the type checker
        if entry.text:
            super()._insert(entry)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | bool | None:
        """Return a part of a message by its role; DisplayRole is the message with its author, for those who listen."""
        if not index.isValid():
            return None
        message: ticket_pb2.Message = self._entries[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{author_words(Role(message.role))}, {one_line(message.workstation)}: {message.text}"
        return self._part(message, role)

    def _part(self, message: ticket_pb2.Message, role: int) -> str | int | bool | None:
        if role == TextRole:
            return message.text
        if role == AuthorRole:
            return int(message.role)
        if role == WorkstationRole:
            return message.workstation
        if role == TimeRole:
            return message.post_time.ToMicroseconds()
        if role == OwnRole:
            return message.role == self._role and message.workstation == self._workstation
        return message.revision if role == RevisionRole else None
