"""Who is calling, and whether the policy table lets that role call this method."""

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass

from campusdesk.errors import DeskError
from campusdesk.policy import METHODS
from campusdesk.rules import Reason, Role, text_refusal

ROLE_KEY = "x-role"
# Binary metadata, because a workstation's name may hold any letters.
WORKSTATION_KEY = "x-workstation-bin"

# The standard health service answers everybody: a supervisor or load balancer has no role.
_OPEN_TO_ALL = "/grpc.health.v1.Health/"
_ROLES = {role.word: role for role in Role}


@dataclass(frozen=True, slots=True)
class Caller:
    """The role that a call was made in, and the name of the workstation, which grants nothing."""

    role: Role
    workstation: str

    def metadata(self) -> tuple[tuple[str, str | bytes], ...]:
        """Return the call metadata that say so."""
        return ((ROLE_KEY, self.role.word), (WORKSTATION_KEY, self.workstation.encode()))


_present: ContextVar[Caller] = ContextVar("caller")


def caller() -> Caller:
    """Return the caller of the call being served; raises LookupError outside of one."""
    return _present.get()


def admit(method: str, metadata: Iterable[tuple[str, str | bytes]]) -> None:
    """Let the call in and make its caller known to `caller`.

    Raises DeskError: ROLE_UNKNOWN without exactly one known role, ROLE_FORBIDDEN when the role may not call the method,
    FIELD_INVALID for a workstation name that is no text or too long.
    """
    if method.startswith(_OPEN_TO_ALL):
        return
    found = read_caller(metadata)
    if found.role not in METHODS.get(method, frozenset()):
        raise DeskError(Reason.ROLE_FORBIDDEN)
    _present.set(found)


def read_caller(metadata: Iterable[tuple[str, str | bytes]]) -> Caller:
    """Return the caller that the metadata name; raises DeskError as `admit` does."""
    roles: list[str | bytes] = []
    names: list[str | bytes] = []
    for key, value in metadata:
        if key == ROLE_KEY:
            roles.append(value)
        elif key == WORKSTATION_KEY:
            names.append(value)
    if len(roles) != 1 or roles[0] not in _ROLES:
        raise DeskError(Reason.ROLE_UNKNOWN)
    return Caller(_ROLES[str(roles[0])], _workstation(names))


def _workstation(names: list[str | bytes]) -> str:
    if not names:
        return ""
    try:
        name = bytes(names[0]).decode() if isinstance(names[0], bytes) else names[0]
    except UnicodeDecodeError:
        raise DeskError(Reason.FIELD_INVALID, field=WORKSTATION_KEY) from None
    if len(names) > 1 or text_refusal("workstation", name):
        raise DeskError(Reason.FIELD_INVALID, field=WORKSTATION_KEY)
    return name
