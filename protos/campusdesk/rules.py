"""The rules of the desk in plain Python: roles, statuses, who may do what to a ticket, and the limits of every text."""

import unicodedata
from enum import IntEnum, StrEnum


class Role(IntEnum):
    """Who a caller enters as; the numbers are those of `campusdesk.v1.Role`."""

    USER = 1
    HELPDESK = 2
    ANALYTICS = 3

    @property
    def word(self) -> str:
        """Return the role's word as it stands in call metadata and in exported files."""
        return self.name.lower()


class Scope(StrEnum):
    """What a workstation key lets its PC do; the words stand in the keys file."""

    HELPDESK = "helpdesk"
    ANALYTICS = "analytics"


# The scope of the workstation key that each role needs where keys are in force; None: it needs no key.
SCOPES = {Role.USER: None, Role.HELPDESK: Scope.HELPDESK, Role.ANALYTICS: Scope.ANALYTICS}


class Status(IntEnum):
    """Where a ticket is in its life; the numbers are those of `campusdesk.v1.Status`."""

    OPEN = 1
    ACTIVE = 2
    CLOSED = 3

    @property
    def word(self) -> str:
        """Return the status's word in exported files."""
        return self.name.lower()


class Category(IntEnum):
    """Which team takes care of a ticket; the numbers are those of `campusdesk.v1.Category`."""

    FACILITY_MANAGEMENT = 1
    TECHNICAL_IT = 2
    SERVICES_COMPLAINTS = 3

    @property
    def word(self) -> str:
        """Return the category's words in exported files and on the command line."""
        return _CATEGORY_WORDS[self]


_CATEGORY_WORDS = {
    Category.FACILITY_MANAGEMENT: "facility management",
    Category.TECHNICAL_IT: "technical IT",
    Category.SERVICES_COMPLAINTS: "services complaints",
}


class Sureness(StrEnum):
    """A confidence in a category as people are told it."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


# From which confidence on a category is said to be so.
_SURE_FROM = 0.9
_LIKELY_FROM = 0.6


def sureness(confidence: float) -> Sureness:
    """Return how sure a confidence from 0 to 1 is; that of a person's correction is 1.

    It is judged by the six digits that survive the 32 bits of the wire, so that all programs say the same of it.
    """
    judged = round(confidence, 6)
    if judged >= _SURE_FROM:
        return Sureness.SURE
    return Sureness.LIKELY if judged >= _LIKELY_FROM else Sureness.UNSURE


class CategorySource(IntEnum):
    """Who set a ticket's category; the numbers are those of `campusdesk.v1.CategorySource`."""

    AUTOMATIC = 1
    CORRECTED = 2

    @property
    def word(self) -> str:
        """Return the source's word in exported files."""
        return self.name.lower()


class Action(IntEnum):
    """What a change did to a ticket; the numbers are those of `campusdesk.v1.Action`."""

    CREATE = 1
    UPDATE = 2
    ACTIVATE = 3
    CLOSE = 4
    POST_MESSAGE = 5
    ERASE = 6
    CATEGORISE = 7
    ADD_ME_TOO = 8
    POST_NOTE = 9

    @property
    def word(self) -> str:
        """Return the action's word in exported files."""
        return self.name.lower()


class Reason(StrEnum):
    """Why something was refused; the names are those of `campusdesk.v1.ErrorReason`.

    SERVER_UNREACHABLE and those about certificates never travel: they are the caller's own words for a call that no
    server answered, or that was not made because the server could not show who it is.
    """

    FIELD_INVALID = "FIELD_INVALID"
    TEXT_EMPTY = "TEXT_EMPTY"
    TEXT_TOO_LONG = "TEXT_TOO_LONG"
    TICKET_NOT_FOUND = "TICKET_NOT_FOUND"
    TICKET_CLOSED = "TICKET_CLOSED"
    TICKET_FINAL = "TICKET_FINAL"
    WRONG_TRANSITION = "WRONG_TRANSITION"
    EDIT_OVERTAKEN = "EDIT_OVERTAKEN"
    ROLE_FORBIDDEN = "ROLE_FORBIDDEN"
    ROLE_UNKNOWN = "ROLE_UNKNOWN"
    REQUEST_ID_REUSED = "REQUEST_ID_REUSED"
    REQUEST_TOO_LARGE = "REQUEST_TOO_LARGE"
    REVISION_COMPACTED = "REVISION_COMPACTED"
    STORE_FAILED = "STORE_FAILED"
    NOT_READY = "NOT_READY"
    SERVER_STOPPING = "SERVER_STOPPING"
    INTERNAL = "INTERNAL"
    KEY_UNKNOWN = "KEY_UNKNOWN"
    KEY_REQUIRED = "KEY_REQUIRED"
    RATE_LIMITED = "RATE_LIMITED"
    TOO_MANY_STREAMS = "TOO_MANY_STREAMS"
    SERVER_UNREACHABLE = "SERVER_UNREACHABLE"
    CERTIFICATE_EXPIRED = "CERTIFICATE_EXPIRED"
    CERTIFICATE_NOT_YET_VALID = "CERTIFICATE_NOT_YET_VALID"
    CERTIFICATE_UNTRUSTED = "CERTIFICATE_UNTRUSTED"
    CERTIFICATE_FOR_ANOTHER_NAME = "CERTIFICATE_FOR_ANOTHER_NAME"


# Why a caller does not believe that a server is who it should be.
DISTRUST = frozenset(reason for reason in Reason if reason.startswith("CERTIFICATE_"))

# Characters, counted as Python counts them (code points).
LIMITS = {
    "description": 10_000,
    "location": 200,
    "contact": 200,
    "message": 10_000,
    "workstation": 64,
    "request_id": 64,
    "search": 200,
    "key_name": 64,
}

# Texts that may not be empty: at least one of their characters must be seen.
REQUIRED = frozenset({"description", "message"})
# By their general category: spaces, line ends, controls, and marks that steer writing, such as a zero width space.
_UNSEEN_KINDS = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
# Fillers, joiners and blanks that Unicode counts among letters, marks and symbols.
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")

TRANSITIONS = {
    Action.ACTIVATE: (Status.OPEN, Status.ACTIVE),
    Action.CLOSE: (Status.ACTIVE, Status.CLOSED),
}

ACTIONS = {
    Role.USER: frozenset({Action.CREATE, Action.UPDATE, Action.POST_MESSAGE, Action.ADD_ME_TOO}),
    # Nobody erases over the network: that is an operator's command. To categorise is the server's own doing.
    Role.HELPDESK: frozenset(Action) - {Action.ERASE, Action.CATEGORISE},
    Role.ANALYTICS: frozenset[Action](),
}

# Roles to whom an internal note does not exist, nor that one was posted.
SEES_NOTES = {Role.USER: False, Role.HELPDESK: True, Role.ANALYTICS: False}

# Roles to whom a closed ticket does not exist any more.
SEES_CLOSED = {Role.USER: False, Role.HELPDESK: True, Role.ANALYTICS: True}


def may_see(role: Role, status: Status) -> bool:
    """Say whether this role may see a ticket of this status."""
    return status != Status.CLOSED or SEES_CLOSED[role]


def refusal(role: Role, action: Action, status: Status | None) -> Reason | None:
    """Return why the role may not do the action on a ticket of that status (None: a new ticket), or None if it may.

    What a role may never do is refused before the ticket's status is looked at, so that a refusal tells it nothing.
    """
    if action not in ACTIONS[role]:
        return Reason.ROLE_FORBIDDEN
    if status is not None and not may_see(role, status):
        return Reason.TICKET_CLOSED
    if action in TRANSITIONS:
        return None if status == TRANSITIONS[action][0] else Reason.WRONG_TRANSITION
    return Reason.TICKET_FINAL if status == Status.CLOSED else None


def text_refusal(field: str, text: str) -> Reason | None:
    """Return why this text cannot stand in the field (a key of LIMITS), or None if it can.

    NUL and lone surrogates are refused because no store keeps them faithfully.
    """
    if len(text) > LIMITS[field]:
        return Reason.TEXT_TOO_LONG
    if "\x00" in text or not _encodes(text):
        return Reason.FIELD_INVALID
    if field in REQUIRED and not any(_is_seen(character) for character in text):
        return Reason.TEXT_EMPTY
    return None


def _is_seen(character: str) -> bool:
    # Variation selectors are many and stand together; each only changes how the character before it looks.
    selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return not selector and character not in _UNSEEN and unicodedata.category(character) not in _UNSEEN_KINDS


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
