"""THE TABLE of what can be done by key: words, keys, where they count; menu, tooltips and sheet are made of it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from campusdesk.rules import Category, Role

if TYPE_CHECKING:
    # Qt's own stub says that it returns an object.
    def QT_TRANSLATE_NOOP(context: str, source: str) -> str: ...  # noqa: D103
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP


class Group(StrEnum):
    """Under which heading the sheet has a command, in its order."""

    MOVE = QT_TRANSLATE_NOOP("Commands", "Move")
    TICKET = QT_TRANSLATE_NOOP("Commands", "The chosen tickets")
    WRITE = QT_TRANSLATE_NOOP("Commands", "Write")
    VIEWS = QT_TRANSLATE_NOOP("Commands", "Views")
    DESK = QT_TRANSLATE_NOOP("Commands", "Desk")


class Command(Enum):
    """What can be done by key."""

    NEXT = auto()
    PREVIOUS = auto()
    EXTEND_DOWN = auto()
    EXTEND_UP = auto()
    CHOOSE_ALL = auto()
    READ = auto()
    BACK = auto()
    NEXT_PANE = auto()
    PREVIOUS_PANE = auto()
    NEXT_UNREAD = auto()
    ACTIVATE = auto()
    CLOSE = auto()
    FACILITY = auto()
    TECHNICAL = auto()
    SERVICES = auto()
    TAKE_BACK = auto()
    EDIT = auto()
    MARK_UNREAD = auto()
    UNDO = auto()
    COPY_NUMBER = auto()
    COPY_TEXT = auto()
    REPLY = auto()
    NOTE = auto()
    SEND = auto()
    SEND_AND_CLOSE = auto()
    SEARCH = auto()
    VIEW_1 = auto()
    VIEW_2 = auto()
    VIEW_3 = auto()
    VIEW_4 = auto()
    VIEW_5 = auto()
    VIEW_6 = auto()
    VIEW_7 = auto()
    EXPORT = auto()
    REPORT = auto()
    SHEET = auto()


class Place(Enum):
    """Where the keys of a command count.

    WINDOW: in every pane, floating ones too; bare letters and digits only while no text is typed. TABLE: while the
    table has the focus. WRITTEN: while a text is written, by the field itself.
    """

    WINDOW = auto()
    TABLE = auto()
    WRITTEN = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """What the table says of a command; `words` and `keys` as Qt knows them, the first key is the one that is shown."""

    group: Group
    words: str
    keys: tuple[str, ...]
    place: Place = Place.WINDOW
    for_users: bool = False
    in_menu: bool = False
    # Keys that do the same in the table by themselves.
    also: tuple[str, ...] = ()


VIEWS = (
    Command.VIEW_1, Command.VIEW_2, Command.VIEW_3, Command.VIEW_4, Command.VIEW_5, Command.VIEW_6, Command.VIEW_7,
)  # fmt: skip
CATEGORY_COMMANDS = {
    Category.FACILITY_MANAGEMENT: Command.FACILITY,
    Category.TECHNICAL_IT: Command.TECHNICAL,
    Category.SERVICES_COMPLAINTS: Command.SERVICES,
}

# Activating and closing have a key each: one key for the next step, pressed twice, would take a ticket to its end.
ENTRIES: dict[Command, Entry] = {
    Command.NEXT: Entry(
        Group.MOVE, QT_TRANSLATE_NOOP("Commands", "Next ticket"), ("J",), for_users=True, also=("Down",)
    ),
    Command.PREVIOUS: Entry(
        Group.MOVE, QT_TRANSLATE_NOOP("Commands", "Ticket before"), ("K",), for_users=True, also=("Up",)
    ),
    Command.EXTEND_DOWN: Entry(Group.MOVE, QT_TRANSLATE_NOOP("StaffCommands", "Choose the next one too"), ("Shift+J",)),
    Command.EXTEND_UP: Entry(Group.MOVE, QT_TRANSLATE_NOOP("StaffCommands", "Choose the one before too"), ("Shift+K",)),
    Command.CHOOSE_ALL: Entry(
        Group.MOVE, QT_TRANSLATE_NOOP("StaffCommands", "Choose all in the table"), ("Ctrl+A",), Place.TABLE
    ),
    Command.READ: Entry(
        Group.MOVE, QT_TRANSLATE_NOOP("Commands", "Go into the ticket"), ("Enter", "Return"), Place.TABLE,
        for_users=True, in_menu=True,
    ),
    Command.BACK: Entry(Group.MOVE, QT_TRANSLATE_NOOP("Commands", "Back to the table"), ("Esc",), for_users=True),
    Command.NEXT_PANE: Entry(Group.MOVE, QT_TRANSLATE_NOOP("Commands", "Next pane"), ("F6",), for_users=True),
    Command.PREVIOUS_PANE: Entry(
        Group.MOVE, QT_TRANSLATE_NOOP("Commands", "Pane before"), ("Shift+F6",), for_users=True
    ),
    Command.NEXT_UNREAD: Entry(Group.MOVE, QT_TRANSLATE_NOOP("StaffCommands", "Next unread ticket"), ("N",)),
    Command.ACTIVATE: Entry(Group.TICKET, QT_TRANSLATE_NOOP("StaffCommands", "Activate"), ("A",), in_menu=True),
    Command.CLOSE: Entry(Group.TICKET, QT_TRANSLATE_NOOP("StaffCommands", "Close"), ("C",), in_menu=True),
    Command.FACILITY: Entry(
        Group.TICKET, QT_TRANSLATE_NOOP("StaffCommands", "Set to facility management"), ("1",), in_menu=True
    ),
    Command.TECHNICAL: Entry(
        Group.TICKET, QT_TRANSLATE_NOOP("StaffCommands", "Set to technical IT"), ("2",), in_menu=True
    ),
    Command.SERVICES: Entry(
        Group.TICKET, QT_TRANSLATE_NOOP("StaffCommands", "Set to services complaints"), ("3",), in_menu=True
    ),
    Command.TAKE_BACK: Entry(
        Group.TICKET, QT_TRANSLATE_NOOP("StaffCommands", "Take back the correction"), ("0",), in_menu=True
    ),
    Command.EDIT: Entry(
        Group.TICKET, QT_TRANSLATE_NOOP("Commands", "Edit text and place"), ("E",), for_users=True, in_menu=True
    ),
    Command.MARK_UNREAD: Entry(Group.TICKET, QT_TRANSLATE_NOOP("StaffCommands", "Mark unread"), ("U",), in_menu=True),
    Command.COPY_NUMBER: Entry(
        Group.TICKET, QT_TRANSLATE_NOOP("Commands", "Copy number"), ("Ctrl+Shift+C",), for_users=True, in_menu=True
    ),
    Command.COPY_TEXT: Entry(
        Group.TICKET, QT_TRANSLATE_NOOP("Commands", "Copy number and text"), ("Ctrl+C",), Place.TABLE,
        for_users=True, in_menu=True,
    ),
    Command.UNDO: Entry(Group.TICKET, QT_TRANSLATE_NOOP("StaffCommands", "Undo"), ("Ctrl+Z",)),
    Command.REPLY: Entry(
        Group.WRITE, QT_TRANSLATE_NOOP("Commands", "Write a message"), ("R",), for_users=True, in_menu=True
    ),
    Command.NOTE: Entry(
        Group.WRITE, QT_TRANSLATE_NOOP("StaffCommands", "Write an internal note"), ("I",), in_menu=True
    ),
    Command.SEND: Entry(
        Group.WRITE, QT_TRANSLATE_NOOP("Commands", "Send or save"), ("Ctrl+Enter", "Ctrl+Return"), Place.WRITTEN,
        for_users=True,
    ),
    Command.SEND_AND_CLOSE: Entry(
        Group.WRITE, QT_TRANSLATE_NOOP("StaffCommands", "Answer, then close"), ("Ctrl+Shift+Enter", "Ctrl+Shift+Return")
    ),
    Command.SEARCH: Entry(Group.VIEWS, QT_TRANSLATE_NOOP("Commands", "Search"), ("/", "Ctrl+F"), for_users=True),
    **{
        view: Entry(Group.VIEWS, QT_TRANSLATE_NOOP("StaffCommands", "View %1 of the rail"), (f"Ctrl+{number}",))
        for number, view in enumerate(VIEWS, 1)
    },
    # In the table alone: who writes elsewhere may press it out of habit.
    Command.EXPORT: Entry(
        Group.VIEWS, QT_TRANSLATE_NOOP("Commands", "Export the list as CSV …"), ("Ctrl+S",), Place.TABLE, for_users=True
    ),
    Command.REPORT: Entry(Group.DESK, QT_TRANSLATE_NOOP("Commands", "Report a problem"), ("Ctrl+N",), for_users=True),
    Command.SHEET: Entry(Group.DESK, QT_TRANSLATE_NOOP("Commands", "All keys"), ("?", "F1"), for_users=True),
}  # fmt: skip


def entries_of(role: Role) -> Iterator[tuple[Command, Entry]]:
    """Yield what this role has keys for, in the order of the sheet."""
    for group in Group:
        for command, entry in ENTRIES.items():
            if entry.group is group and (entry.for_users or role is Role.HELPDESK):
                yield command, entry


def group_words(group: Group) -> str:
    """Return the heading over a group's commands."""
    return QCoreApplication.translate("Commands", group.value)


def words_of(command: Command) -> str:
    """Return what the command does, in the person's language."""
    entry = ENTRIES[command]
    # Helpdesk staff read English, simple users their own language.
    words = QCoreApplication.translate("Commands" if entry.for_users else "StaffCommands", entry.words)
    return words.replace("%1", str(VIEWS.index(command) + 1)) if command in VIEWS else words


def keys_of(command: Command) -> list[str]:
    """Return the command's keys as they are written on keyboards, the one to be shown first."""
    entry = ENTRIES[command]
    # The two keys that end a line are one to people.
    return [_written(key) for key in (*entry.keys, *entry.also) if "Return" not in key]


def hint(words: str, command: Command) -> str:
    """Return the words of a tooltip with the command's key after them."""
    told = QCoreApplication.translate("Commands", "%1 (%2)")
    return told.replace("%2", keys_of(command)[0]).replace("%1", words)


def sheet_lines(role: Role, bound: Collection[Command]) -> Iterator[tuple[Group, str, list[str]]]:
    """Yield what the sheet says to a role: group, words and keys; of views, which are many, one line for all."""
    for command, entry in entries_of(role):
        if command not in bound and entry.place is not Place.WRITTEN:
            continue
        if command not in VIEWS:
            yield entry.group, words_of(command), keys_of(command)
        elif command is VIEWS[0]:
            ends = keys_of(VIEWS[0])[0], keys_of(max(set(bound) & set(VIEWS), key=VIEWS.index))[0]
            yield entry.group, QCoreApplication.translate("StaffCommands", "A view of the rail"), [" … ".join(ends)]


def _written(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
