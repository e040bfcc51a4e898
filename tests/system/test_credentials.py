"""Who is let in at all: method x role x workstation key x server with keys or without, and wrong role headers."""

from collections.abc import Iterator, Mapping

import pytest

from campusdesk.access import KEY_HEADER, ROLE_HEADER
from campusdesk.rules import Reason, Role, Scope
from tests.campusdesk import contract
from tests.campusdesk.key_files import ANALYTICS_KEY, DESK_KEY, KEYS, OTHER_KEY, write_keys
from tests.system.calls import Servers
from tests.system.programs import campus
from tests.system.test_policy import TABLE

REVOKED_KEY = "R" * 43
SHOWN: Mapping[str, tuple[str, ...]] = {
    "no key": (),
    "helpdesk key": (DESK_KEY,),
    "analytics key": (ANALYTICS_KEY,),
    "unknown key": (OTHER_KEY,),
    "revoked key": (REVOKED_KEY,),
    "no key at all": ("",),
    "two keys": (ANALYTICS_KEY, DESK_KEY),
    "one key twice": (DESK_KEY, DESK_KEY),
}

LET_IN = "let in"
REQUIRED, UNKNOWN, NO_ROLE = Reason.KEY_REQUIRED, Reason.KEY_UNKNOWN, Reason.ROLE_UNKNOWN
_ALL = (LET_IN, LET_IN, LET_IN)
_NOBODY = (UNKNOWN, UNKNOWN, UNKNOWN)

# key: what a simple user, helpdesk staff and an analytics server meet at a server with keys, and at one without.
CREDENTIALS = {
    "no key": ((LET_IN, REQUIRED, REQUIRED), _ALL),
    "helpdesk key": ((LET_IN, LET_IN, REQUIRED), _ALL),
    "analytics key": ((LET_IN, REQUIRED, LET_IN), _ALL),
    "unknown key": (_NOBODY, _ALL),
    "revoked key": (_NOBODY, _ALL),
    "no key at all": (_NOBODY, _ALL),
    "two keys": (_NOBODY, _NOBODY),
    "one key twice": (_NOBODY, _NOBODY),
}
CELLS = [
    pytest.param(server, key, role, met[server][role - 1], id=f"{('keys', 'open')[server]}-{key}-{role.word}")
    for key, met in CREDENTIALS.items()
    for server in (0, 1)
    for role in Role
]


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Servers, Servers]]:
    """Run a campus with keys, one of which was revoked while it ran, and a campus without."""
    folder = tmp_path_factory.mktemp("credentials")
    keys, key = write_keys(folder / "keys.toml", {**KEYS, REVOKED_KEY: Scope.HELPDESK}), folder / "analytics.key"
    key.write_text(ANALYTICS_KEY)
    options = ("--keys", str(keys))
    with (
        campus(folder / "a.db", *options, analytics=(*options, "--key-file", str(key))) as (_, tickets, analytics),
        campus(folder / "b.db") as (_, open_tickets, open_analytics),
        Servers(tickets, analytics) as keyed,
        Servers(open_tickets, open_analytics) as free,
    ):
        write_keys(keys, KEYS)
        yield keyed, free


def met(servers: Servers, method: str, *said: tuple[str, str]) -> str | Reason:
    """Return why the call is not let in, or that it is, whatever comes of it then."""
    reason = servers.call(method, b"", said).reason
    return reason if reason in {REQUIRED, UNKNOWN, NO_ROLE, Reason.ROLE_FORBIDDEN} else LET_IN


@pytest.mark.parametrize(("server", "key", "role", "expected"), CELLS)
def test_each_key_lets_in_the_roles_of_its_scope(
    servers: tuple[Servers, Servers], server: int, key: str, role: Role, expected: str | Reason
) -> None:
    said = [(ROLE_HEADER, role.word), *((KEY_HEADER, shown) for shown in SHOWN[key])]
    for method in contract.METHODS:
        never = TABLE[method][role - 1][0] is Reason.ROLE_FORBIDDEN
        wanted = Reason.ROLE_FORBIDDEN if expected == LET_IN and never else expected
        assert met(servers[server], method, *said) == wanted, method


@pytest.mark.parametrize("server", [0, 1], ids=["keys", "open"])
@pytest.mark.parametrize(
    "roles",
    [(), ("",), ("admin",), ("Helpdesk",), ("user", "helpdesk"), ("helpdesk", "user"), ("helpdesk", "helpdesk")],
    ids=str,
)
def test_anything_but_one_known_role_is_let_in_nowhere(
    servers: tuple[Servers, Servers], server: int, roles: tuple[str, ...]
) -> None:
    said = [(KEY_HEADER, DESK_KEY), *((ROLE_HEADER, role) for role in roles)]
    for method in contract.METHODS:
        assert met(servers[server], method, *said) == NO_ROLE, method
