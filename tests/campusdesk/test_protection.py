"""With which options a server may listen where, whom it lets in then, and what its start line says."""

from dataclasses import replace
from pathlib import Path

import pytest

from campusdesk.access import KEY_HEADER, Caller, caller
from campusdesk.address import Address
from campusdesk.errors import DeskError
from campusdesk.options import ServerOptions
from campusdesk.protection import Unprotected, protect
from campusdesk.reread import FileBroken
from campusdesk.rules import Reason, Role
from tests.campusdesk.certificate_files import Certificates
from tests.campusdesk.key_files import DESK_KEY, KEYS, write_keys

HERE = ServerOptions(Address("127.0.0.1", 0))
# An address of documentation: nobody can listen there, and nothing here tries to.
AFAR = ServerOptions(Address("192.0.2.1", 0))
OPEN = "; everybody may enter as helpdesk staff"
INFO = "/campusdesk.v1.TicketService/GetServerInfo"


@pytest.fixture
def campus(tmp_path: Path) -> Certificates:
    return Certificates(tmp_path / "campus")


def with_keys(options: ServerOptions, folder: Path) -> ServerOptions:
    return replace(options, keys=write_keys(folder / "keys.toml", KEYS))


def with_tls(options: ServerOptions, campus: Certificates) -> ServerOptions:
    return replace(options, tls_cert=campus.certificate, tls_key=campus.key)


def test_a_server_for_this_machine_without_keys_lets_everybody_choose_and_says_so(tmp_path: Path) -> None:
    for options in (HERE, replace(HERE, keys=tmp_path / "none.toml")):
        protection = protect(options)
        assert protection.gate.open_to_all
        assert (protection.tls, protection.words) == (None, OPEN)


def test_a_server_for_this_machine_with_keys_lets_in_by_key_and_takes_it_in_plain(tmp_path: Path) -> None:
    protection = protect(with_keys(HERE, tmp_path))
    assert protection.words == ""
    protection.gate.admit(INFO, [*Caller(Role.HELPDESK, "").metadata(), (KEY_HEADER, DESK_KEY)])
    assert caller().role is Role.HELPDESK
    with pytest.raises(DeskError) as raised:
        protection.gate.admit(INFO, Caller(Role.HELPDESK, "").metadata())
    assert raised.value.reason is Reason.KEY_REQUIRED


@pytest.mark.parametrize("host", ["192.0.2.1", "0.0.0.0", "::", "desk.example"])  # noqa: S104  none is listened on
@pytest.mark.parametrize(
    ("tls", "keys", "lacking"),
    [
        (False, False, "TLS by --tls-cert and --tls-key and a key in a file named by --keys"),
        (True, False, "a key in a file named by --keys"),
        (False, True, "TLS by --tls-cert and --tls-key"),
    ],
)
def test_a_server_for_other_machines_needs_tls_and_a_key(
    host: str, tls: bool, keys: bool, lacking: str, campus: Certificates, tmp_path: Path
) -> None:
    options = replace(AFAR, listen=Address(host, 0))
    options = with_tls(options, campus) if tls else options
    options = with_keys(options, tmp_path) if keys else options
    with pytest.raises(Unprotected) as raised:
        protect(options)
    assert str(raised.value) == (
        f"other machines reach {options.listen}, and that needs {lacking}"
        " (or --open-roles, if everybody may enter as helpdesk staff)"
    )


def test_a_keys_file_without_a_key_is_not_enough(campus: Certificates, tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_text("# none yet\n")
    with pytest.raises(Unprotected, match=r"needs a key in .*keys\.toml"):
        protect(replace(with_tls(AFAR, campus), keys=tmp_path / "keys.toml"))


def test_tls_and_a_key_are_enough(campus: Certificates, tmp_path: Path) -> None:
    protection = protect(with_keys(with_tls(AFAR, campus), tmp_path))
    assert not protection.gate.open_to_all
    assert protection.tls is not None
    assert protection.words == ""


def test_open_roles_let_everybody_choose_over_tls(campus: Certificates, tmp_path: Path) -> None:
    protection = protect(replace(with_keys(with_tls(AFAR, campus), tmp_path), open_roles=True))
    assert protection.gate.open_to_all
    assert protection.words == OPEN


def test_open_roles_without_tls_take_no_key_and_say_what_that_means(tmp_path: Path) -> None:
    protection = protect(replace(with_keys(AFAR, tmp_path), open_roles=True))
    assert protection.words == f"{OPEN}, and what travels can be read on the way"
    protection.gate.admit(INFO, Caller(Role.HELPDESK, "").metadata())
    with pytest.raises(DeskError) as raised:
        protection.gate.admit(INFO, [*Caller(Role.HELPDESK, "").metadata(), (KEY_HEADER, DESK_KEY)])
    assert raised.value.reason is Reason.KEY_UNKNOWN


def test_half_of_a_pair_is_refused(campus: Certificates) -> None:
    for half in (replace(HERE, tls_cert=campus.certificate), replace(HERE, tls_key=campus.key)):
        with pytest.raises(Unprotected, match="belong together"):
            protect(half)


def test_broken_files_are_refused(campus: Certificates, tmp_path: Path) -> None:
    (tmp_path / "broken").write_text("[[key]")
    for options in (replace(HERE, keys=tmp_path / "broken"), replace(with_tls(HERE, campus), tls_cert=campus.key)):
        with pytest.raises(FileBroken):
            protect(options)
