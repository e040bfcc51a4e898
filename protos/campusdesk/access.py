"""Who is calling, and whether the policy table and the workstation keys let that caller call this method."""

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field

from campusdesk.errors import DeskError
from campusdesk.keys import Keyring
from campusdesk.policy import METHODS
from campusdesk.rules import SCOPES, Reason, Role, Scope, text_refusal

ROLE_HEADER = "x-role"
# Binary metadata, because a workstation's name may hold any letters.
WORKSTATION_HEADER = "x-workstation-bin"
KEY_HEADER = "x-workstation-key"

# The standard services answer everybody: a supervisor, a load balancer or an operator's tool has no role.
_OPEN_TO_ALL = ("/grpc.health.v1.Health/", "/grpc.reflection.v1.", "/grpc.reflection.v1alpha.")
_ROLES = {role.word: role for role in Role}
_ALL_ROLES = frozenset(Role)
# What may be entered as with a key of each scope, and without any (None).
_MAY_ENTER = {scope: frozenset(role for role in Role if SCOPES[role] in (None, scope)) for scope in (None, *Scope)}


@dataclass(frozen=True, slots=True)
class Caller:
    """The role that a call was made in, and the name of the workstation, which grants nothing.

    While a call is served, `may_enter` has the roles that were to be had with the key that came, or came not, with it.
    """

    role: Role
    workstation: str
    may_enter: frozenset[Role] = field(default=frozenset(), compare=False)

    def metadata(self) -> tuple[tuple[str, str | bytes], ...]:
        """Return the call metadata that say so; the key is not among them."""
        return ((ROLE_HEADER, self.role.word), (WORKSTATION_HEADER, self.workstation.encode()))


@dataclass(frozen=True, slots=True)
class Introduction:
    """What the metadata of a call say of who calls; nothing of it is believed yet."""

    role: Role
    workstation: str
    # Never shown, wherever this may be printed.
    key: str | None = field(repr=False)


_present: ContextVar[Caller] = ContextVar("caller")


def caller() -> Caller:
    """Return the caller of the call being served; raises LookupError outside of one."""
    return _present.get()


class Gate:
    """Lets calls into one server: a role that needs a key is to be had with a key of its scope only.

    Everybody may enter in any role while keys are not in force, and with `open_roles`; keys are not looked at then.
    `confidential` says that nobody can listen on the way to this server; where somebody can, no key is taken.
    """

    def __init__(self, keyring: Keyring, *, open_roles: bool = False, confidential: bool = True) -> None:
        self._keyring = keyring
        self._open_roles = open_roles
        self._confidential = confidential

    @property
    def open_to_all(self) -> bool:
        """Whether everybody may enter in any role."""
        return self._open_roles or not self._keyring.in_force

    def look(self) -> int:
        """Look at the keys; return a number that is another one when callers let in before must be looked at anew."""
        return self._keyring.look()

    def admit(self, method: str, metadata: Iterable[tuple[str, str | bytes]]) -> None:
        """Let the call in and make its caller known to `caller`.

        Raises DeskError: ROLE_UNKNOWN without exactly one known role, KEY_UNKNOWN for a key that is not known or two,
        KEY_REQUIRED when the role needs a key of another scope, ROLE_FORBIDDEN when the role may not call the method,
        FIELD_INVALID for a workstation name that is no text or too long.
        """
        if method.startswith(_OPEN_TO_ALL):
            return
        said = read_introduction(metadata)
        may_enter = self._may_enter(said.key)
        if said.role not in may_enter:
            raise DeskError(Reason.KEY_REQUIRED)
        if said.role not in METHODS.get(method, frozenset()):
            raise DeskError(Reason.ROLE_FORBIDDEN)
        _present.set(Caller(said.role, said.workstation, may_enter))

    def _may_enter(self, key: str | None) -> frozenset[Role]:
        self._keyring.look()
        if key is not None and not self._confidential:
            # Whoever listens has it now: refused even where it would not be needed, so that somebody notices.
            raise DeskError(Reason.KEY_UNKNOWN)
        if self.open_to_all:
            return _ALL_ROLES
        scope = self._keyring.scope_of(key) if key is not None else None
        if key is not None and scope is None:
            raise DeskError(Reason.KEY_UNKNOWN)
        return _MAY_ENTER[scope]


def read_introduction(metadata: Iterable[tuple[str, str | bytes]]) -> Introduction:
    """Return what the metadata say of the caller.

    Raises DeskError: ROLE_UNKNOWN unless there is one role and it is known, KEY_UNKNOWN for two keys, FIELD_INVALID for
    a workstation name that is none.
    """
    roles: list[str | bytes] = []
    names: list[str | bytes] = []
    keys: list[str | bytes] = []
    found = {ROLE_HEADER: roles, WORKSTATION_HEADER: names, KEY_HEADER: keys}
    for header, value in metadata:
        if header in found:
            found[header].append(value)
    if len(roles) != 1 or roles[0] not in _ROLES:
        raise DeskError(Reason.ROLE_UNKNOWN)
    if len(keys) > 1:
        raise DeskError(Reason.KEY_UNKNOWN)
    return Introduction(_ROLES[str(roles[0])], _workstation(names), str(keys[0]) if keys else None)


def _workstation(names: list[str | bytes]) -> str:
    if not names:
        return ""
    try:
        name = bytes(names[0]).decode() if isinstance(names[0], bytes) else names[0]
    except UnicodeDecodeError:
        raise DeskError(Reason.FIELD_INVALID, field=WORKSTATION_HEADER) from None
    if len(names) > 1 or text_refusal("workstation", name):
        raise DeskError(Reason.FIELD_INVALID, field=WORKSTATION_HEADER)
    return name
