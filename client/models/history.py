"""The history of one ticket: who did what when, and what it changed."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt

from campusdesk.rules import Action, Category, CategorySource, Role
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from client.models.pages import ModelIndex, PagedModel
from client.text import action_words, author_words, category_words, exact_words, field_words, one_line

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole)
ActionRole = _FIRST_ROLE + 1
AuthorRole = _FIRST_ROLE + 2
WorkstationRole = _FIRST_ROLE + 3
TimeRole = _FIRST_ROLE + 4
FieldsRole = _FIRST_ROLE + 5
RevisionRole = _FIRST_ROLE + 6
# Who did what, without what stood in the fields before and after.
DeedRole = _FIRST_ROLE + 7
# Whether it begins a local day.
DayRole = _FIRST_ROLE + 8


class HistoryModel(PagedModel):
    """One row a change, oldest first."""

    def set_page(self, ticket_id: int, page: ticket_service_pb2.ListChangesResponse) -> None:
        """Take the answer to `wanted`; asks for the next page when there is one."""
        self._take_page(ticket_id, page.changes, more=page.more)

    def apply(self, changes: Sequence[change_feed_pb2.Change], revision: int) -> None:
        """Ask for what is new when the ticket shown was changed just now, and for everything when it was erased."""
        actions = {
            int(change.action) for change in changes if change.ticket_id == self.ticket_id and not change.removed
        }
        if int(Action.ERASE) in actions:
            self.read_anew()
        elif actions:
            self.refresh()

    def data(
        self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | list[ticket_pb2.FieldChange] | None:
        """Return a part of a change by its role; DisplayRole is a sentence of one line."""
        if not index.isValid():
            return None
        change: ticket_pb2.TicketChange = self._entry(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{exact_words(_time_us(change))}: {_sentence(change)}"
        if role == FieldsRole:
            return [] if _tells_all(change) else list(change.fields)
        if role == DayRole:
            return self._begins_day(index.row())
        part = _PARTS.get(role)
        return part(change) if part is not None else None

    def _time_us(self, row: int) -> int:
        return _time_us(self._entry(row))


def _time_us(change: ticket_pb2.TicketChange) -> int:
    return change.change_time.ToMicroseconds()


def _tells_all(change: ticket_pb2.TicketChange) -> bool:
    """Say whether the deed tells what stood in the fields too."""
    return int(change.action) == Action.CATEGORISE or bool(_judgement(change))


def _deed(change: ticket_pb2.TicketChange) -> str:
    if _tells_all(change):
        return _sentence(change)
    who = f"{author_words(Role(change.role))} · {one_line(change.workstation)}"
    return f"{who} {action_words(Action(change.action))}"


def _sentence(change: ticket_pb2.TicketChange) -> str:
    if int(change.action) == Action.CATEGORISE:
        return _second_look(change)
    who = f"{author_words(Role(change.role))} ({one_line(change.workstation)})"
    judged = _judgement(change)
    if judged:
        return f"{who} {judged}"
    what = action_words(Action(change.action))
    parts = ", ".join(_field(field) for field in change.fields)
    return f"{who} {what}: {parts}" if parts else f"{who} {what}"


def _judgement(change: ticket_pb2.TicketChange) -> str:
    """Return what was done to the category alone, "" when more or something else was edited."""
    if [field.field for field in change.fields] != ["category"] or int(change.action) != Action.UPDATE:
        return ""
    before, after = (value_words("category", value) for value in (change.fields[0].before, change.fields[0].after))
    words = QCoreApplication.translate("History", "corrected the category: “{before}” → “{after}”")
    if int(change.category_source) == CategorySource.AUTOMATIC:
        words = QCoreApplication.translate("History", "took the correction back: “{before}” → “{after}”")
        if before == after:
            words = QCoreApplication.translate(
                "History", "took the correction back: “{after}” is the server's own again"
            )
    elif before == after:
        words = QCoreApplication.translate("History", "confirmed the category: “{after}”")
    return words.format(before=before, after=after)


def _second_look(change: ticket_pb2.TicketChange) -> str:
    parts = ", ".join(_field(field) for field in change.fields)
    if not parts:
        return QCoreApplication.translate("History", "The server looked again, and is surer of the category")
    return QCoreApplication.translate("History", "The server looked again: {parts}").format(parts=parts)


def _field(field: ticket_pb2.FieldChange) -> str:
    words = QCoreApplication.translate("History", "{field}: “{before}” → “{after}”")
    before, after = (value_words(field.field, value) for value in (field.before, field.after))
    return words.format(field=field_words(field.field), before=before, after=after)


def value_words(field: str, value: str) -> str:
    """Return what stood in a field, as short as it fits into a sentence."""
    name = value.removeprefix("CATEGORY_")
    if field == "category" and name in Category.__members__:
        return category_words(Category[name])
    return one_line(value, 60)


_PARTS: Mapping[int, Callable[[ticket_pb2.TicketChange], str | int]] = {
    Qt.ItemDataRole.DisplayRole: _sentence,
    Qt.ItemDataRole.ToolTipRole: lambda change: exact_words(_time_us(change)),
    DeedRole: _deed,
    ActionRole: lambda change: int(change.action),
    AuthorRole: lambda change: int(change.role),
    WorkstationRole: lambda change: change.workstation,
    TimeRole: _time_us,
    RevisionRole: lambda change: change.revision,
}
