"""Pages of tickets on the wire: a token leads to the next page, for the role and the filter that it was made for."""

import base64
import binascii
import hashlib
import struct
from typing import NamedTuple, NoReturn

from campusdesk.errors import DeskError
from campusdesk.rules import Category, Reason, Role, Status
from campusdesk.v1 import ticket_service_pb2
from ticket_server.rpc import codec

_TOKEN = struct.Struct(">16sq")


class PageOf(NamedTuple):
    """Whose pages of tickets they are, and of which tickets."""

    role: Role
    status: Status | None
    category: Category | None
    reported_from: str


def decode_page_of(request: ticket_service_pb2.ListTicketsRequest, role: Role) -> PageOf:
    """Return which tickets the role asks for; raises DeskError FIELD_INVALID."""
    status, category = codec.decode_status(request.status), codec.decode_category(request.category)
    return PageOf(role, status, category, request.reported_from)


def encode_page_token(made_for: PageOf, before_id: int) -> str:
    """Return the opaque token of the page below `before_id`."""
    return base64.urlsafe_b64encode(_TOKEN.pack(_mark(made_for), before_id)).decode()


def decode_page_token(token: str, used_for: PageOf) -> int | None:
    """Return the id that the page lies below, None for the first page.

    Raises DeskError FIELD_INVALID for a token that was not made for this role and filter.
    """
    if not token:
        return None
    try:
        mark, before_id = _TOKEN.unpack(base64.b64decode(token, altchars=b"-_", validate=True))
    except (binascii.Error, struct.error, ValueError):
        _invalid()
    if mark != _mark(used_for) or before_id <= 0:
        _invalid()
    return int(before_id)


def _mark(made_for: PageOf) -> bytes:
    """Return what is the same for the same role and filter: it has a known length, and hides nothing."""
    said = repr((*(int(kind or 0) for kind in made_for[:3]), made_for.reported_from))
    return hashlib.blake2b(said.encode(), digest_size=16).digest()


def _invalid() -> NoReturn:
    raise DeskError(Reason.FIELD_INVALID, field="page_token")
