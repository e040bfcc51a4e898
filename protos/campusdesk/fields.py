"""The fields of requests and answers, held against the policy table one by one, for every message of the contract."""

from functools import cache
from typing import NamedTuple

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message

from campusdesk.errors import DeskError
from campusdesk.policy import may_see_field, may_set
from campusdesk.rules import Reason, Role

_PACKAGE = "campusdesk.v1"


class _Hidden(NamedTuple):
    """What a role may not see of a message: fields of it, and what is hidden in the messages that it holds."""

    fields: tuple[str, ...]
    within: tuple[tuple[str, bool, "_Hidden"], ...]


def check_request(request: Message, role: Role) -> None:
    """Refuse a request that sets a field which the role may not set; raises DeskError (ROLE_FORBIDDEN, `field`)."""
    for name in _forbidden(request.DESCRIPTOR, role):
        if any(field.name == name for field, _ in request.ListFields()):
            raise DeskError(Reason.ROLE_FORBIDDEN, field=name)


def hide(answer: Message, role: Role) -> None:
    """Take out of the answer, in place, whatever the role may not see."""
    hidden = _hidden(answer.DESCRIPTOR, role)
    if hidden is not None:
        _take_out(answer, hidden)


def _take_out(answer: Message, hidden: _Hidden) -> None:
    for name in hidden.fields:
        answer.ClearField(name)
    for name, repeated, deeper in hidden.within:
        if repeated:
            for element in getattr(answer, name):
                _take_out(element, deeper)
        elif answer.HasField(name):
            _take_out(getattr(answer, name), deeper)


# Both are asked for every call: what there is to do for a role is found out once a message, and mostly it is nothing.
@cache
def _forbidden(message: Descriptor, role: Role) -> tuple[str, ...]:
    return tuple(field.name for field in _fields(message) if not may_set(role, message.name, field.name))


@cache
def _hidden(message: Descriptor, role: Role) -> _Hidden | None:
    seen = {field: may_see_field(role, message.name, field.name) for field in _fields(message)}
    inner = {field: _hidden(field.message_type, role) for field in seen if field.message_type and seen[field]}
    within = tuple((field.name, field.is_repeated, deeper) for field, deeper in inner.items() if deeper is not None)
    fields = tuple(field.name for field in seen if not seen[field])
    return _Hidden(fields, within) if fields or within else None


def _fields(message: Descriptor) -> tuple[FieldDescriptor, ...]:
    """Return the fields that the table speaks of: none for messages that are not of the contract, such as times."""
    return tuple(message.fields) if message.file.package == _PACKAGE else ()
