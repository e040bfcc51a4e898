"""The conversation under one ticket, as it is read and as it goes on."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt

from campusdesk.rules import Action, Role
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from client.models.pages import Entry, ModelIndex, PagedModel
from client.text import author_words, exact_words, note_words, one_line

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole)
TextRole = _FIRST_ROLE + 1
AuthorRole = _FIRST_ROLE + 2
WorkstationRole = _FIRST_ROLE + 3
TimeRole = _FIRST_ROLE + 4
OwnRole = _FIRST_ROLE + 5
RevisionRole = _FIRST_ROLE + 6
# Whether it was written in the role of this desk, whichever desk of that role it was.
OurRole = _FIRST_ROLE + 7
# Whether it begins a local day, and whether it begins what one author said in one go.
DayRole = _FIRST_ROLE + 8
HeadRole = _FIRST_ROLE + 9
# Whether only helpdesk staff read it.
NoteRole = _FIRST_ROLE + 10

# How long after the message before one by the same author still belongs to it.
_TOGETHER_US = 5 * 60_000_000


class MessageModel(PagedModel):
    """One row a message, oldest first; a message is own when it was written in this role on this workstation."""

    def __init__(self, role: Role, workstation: str, parent: QObject | None = None) -> None:
        """Begin with no ticket; role and workstation are this desk's."""
        super().__init__(parent)
        self._role, self._workstation = int(role), workstation
        self._parts: Mapping[int, Callable[[ticket_pb2.Message], str | int | bool]] = {
            TextRole: lambda message: message.text,
            AuthorRole: lambda message: int(message.role),
            WorkstationRole: lambda message: message.workstation,
            TimeRole: _time_us,
            RevisionRole: lambda message: message.revision,
            OwnRole: self._is_own,
            OurRole: lambda message: message.role == self._role,
            NoteRole: lambda message: message.internal,
        }

    def set_page(self, ticket_id: int, page: ticket_service_pb2.ListMessagesResponse) -> None:
        """Take the answer to `wanted`; asks for the next page when there is one."""
        self._take_page(ticket_id, page.messages, more=page.more)

    def apply(self, changes: Sequence[change_feed_pb2.Change], revision: int) -> None:
        """Take messages that were posted just now under the ticket shown; those of an erased ticket go."""
        told = [change for change in changes if change.ticket_id == self.ticket_id]
        if any(int(change.action) == Action.ERASE for change in told):
            self.read_anew()
        else:
            self._insert(change.message for change in told if change.HasField("message"))

    def _insert(self, entries: Iterable[Entry], *, as_rows: bool = True) -> None:
        """Take in the messages, except those of which an operator erased the text: no others are without."""
        kept = [entry for entry in entries if isinstance(entry, ticket_pb2.Message) and entry.text]
        super()._insert(kept, as_rows=as_rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | bool | None:
        """Return a part of a message by its role; DisplayRole is the message with its author, for those who listen."""
        if not index.isValid():
            return None
        message: ticket_pb2.Message = self._entry(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(message)
        if role == Qt.ItemDataRole.ToolTipRole:
            return exact_words(_time_us(message))
        part = self._parts.get(role)
        if part is not None:
            return part(message)
        if role == DayRole:
            return self._begins_day(index.row())
        return self._begins_group(index.row()) if role == HeadRole else None

    @staticmethod
    def _spoken(message: ticket_pb2.Message) -> str:
        who = f"{author_words(Role(message.role))}, {one_line(message.workstation)}"
        if message.internal:
            who = f"{note_words()}, {who}"
        return f"{who}, {exact_words(_time_us(message))}: {message.text}"

    def _is_own(self, message: ticket_pb2.Message) -> bool:
        return message.role == self._role and message.workstation == self._workstation

    def _time_us(self, row: int) -> int:
        return _time_us(self._entry(row))

    def _begins_group(self, row: int) -> bool:
        if self._begins_day(row):
            return True
        before, message = self._entry(row - 1), self._entry(row)
        return _author(before) != _author(message) or _time_us(message) - _time_us(before) > _TOGETHER_US


def _author(message: ticket_pb2.Message) -> tuple[int, str, bool]:
    return int(message.role), message.workstation, message.internal


def _time_us(message: ticket_pb2.Message) -> int:
    return message.post_time.ToMicroseconds()
