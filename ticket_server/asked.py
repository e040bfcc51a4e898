"""What a caller asks, checked before it is queued: role, numbers, texts, edits and request ids."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from campusdesk import rules, terms
from campusdesk.access import Caller
from campusdesk.errors import DeskError
from campusdesk.policy import EDITABLE
from campusdesk.rules import Action, Category, Reason, Role

_UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", re.ASCII)
# Made once: json.dumps with options makes an encoder a call.
_SORTED = json.JSONEncoder(sort_keys=True)


def check_role(caller: Caller, action: Action) -> None:
    """Refuse what the role may never do, whatever the ticket; raises DeskError (ROLE_FORBIDDEN)."""
    if action not in rules.ACTIONS[caller.role]:
        raise DeskError(Reason.ROLE_FORBIDDEN)


def check_id(field: str, ticket_id: int) -> None:
    """Refuse what cannot be the number of a ticket; raises DeskError (FIELD_INVALID, with the caller's `field`)."""
    if not 0 < ticket_id <= terms.LARGEST_NUMBER:
        raise DeskError(Reason.FIELD_INVALID, field=field)


def text(limit_name: str, value: str, *, field: str | None = None) -> str:
    """Return the text without white space around it.

    Raises DeskError when rules.py refuses it; `field` is what the caller knows it by, if not by the limit's name.
    """
    trimmed = value.strip()
    reason = rules.text_refusal(limit_name, trimmed)
    if reason == Reason.TEXT_TOO_LONG:
        raise DeskError(reason, field=field or limit_name, limit=rules.LIMITS[limit_name])
    if reason is not None:
        raise DeskError(reason, field=field or limit_name)
    return trimmed


def workstation(field: str, value: str) -> str:
    """Return the exact name of a workstation; raises DeskError as `text` does, and takes no white space away."""
    text("workstation", value, field=field)
    return value


def search(value: str) -> str:
    """Return the text without white space around it; raises DeskError (TEXT_TOO_LONG), but for no other text."""
    trimmed = value.strip()
    if len(trimmed) > rules.LIMITS["search"]:
        raise DeskError(Reason.TEXT_TOO_LONG, field="text", limit=rules.LIMITS["search"])
    return trimmed


def report(description: str, location: str) -> tuple[str, str]:
    """Return the texts of a report that is still being typed, without white space around them."""
    return text("description", description), text("location", location)


@dataclass(frozen=True, slots=True)
class Edits:
    """The texts that are to be set, and the category; or that a person's correction of it is to be taken back."""

    texts: dict[str, str]
    category: Category | None = None
    clears: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which similar tickets a caller asks for: of a text and where it is, or of the ticket of that number (0: none).

    `least_confidence` is None for as likely as it takes that few reports of something new are offered any.
    """

    description: str
    location: str
    ticket_id: int
    include_closed: bool
    limit: int
    least_confidence: float | None


def edits(role: Role, values: Mapping[str, str | Category | None]) -> Edits:
    """Return what is to be set; a category of None takes a correction back.

    Raises DeskError: FIELD_INVALID for an edit of nothing or of what is no field, ROLE_FORBIDDEN for a field that the
    role may not edit, and what `text` raises.
    """
    if not values or not EDITABLE[Role.HELPDESK].issuperset(values):
        raise DeskError(Reason.FIELD_INVALID, field="update_mask")
    for name in values:
        if name not in EDITABLE[role]:
            raise DeskError(Reason.ROLE_FORBIDDEN, field=name)
    texts = {name: text(name, value) for name, value in values.items() if name != "category" and isinstance(value, str)}
    category = values.get("category")
    if category is not None and not isinstance(category, Category):
        raise DeskError(Reason.FIELD_INVALID, field="category")
    return Edits(texts, category, "category" in values and category is None)


def uuid(field: str, value: str) -> bytes:
    """Return the 16 bytes of a UUID; raises DeskError (FIELD_INVALID, with the caller's `field`) when it is none."""
    if not _UUID.fullmatch(value):
        raise DeskError(Reason.FIELD_INVALID, field=field)
    return bytes.fromhex(value.replace("-", ""))


def request(request_id: str, verb: str, content: object) -> tuple[bytes, bytes]:
    """Return the request id's bytes, and a digest that is the same for the same request from anybody.

    Raises DeskError (FIELD_INVALID) when the id is no UUID.
    """
    said = _SORTED.encode([verb, content]).encode()
    return uuid("request_id", request_id), hashlib.blake2b(said, digest_size=16).digest()
