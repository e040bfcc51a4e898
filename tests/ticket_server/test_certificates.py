"""The campus CA and its servers' certificates: whom they are good for, for how long, and who can read the keys."""

import shutil
import stat
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509

from campusdesk.reread import FileBroken
from campusdesk.tls import ServerTls
from ticket_server.certificates import HostInvalid, open_authority, renew_server, server_names

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def made(folder: Path, *hosts: str, now: datetime = NOW) -> x509.Certificate:
    authority, _ = open_authority(folder, now)
    renew_server(folder, "server", authority, server_names(hosts or ["desk.example"]), now)
    return x509.load_pem_x509_certificate((folder / "server.pem").read_bytes())


def test_a_server_is_vouched_for_by_the_campus(tmp_path: Path) -> None:
    certificate = made(tmp_path)
    authority = x509.load_pem_x509_certificate((tmp_path / "ca.pem").read_bytes())
    certificate.verify_directly_issued_by(authority)
    assert authority.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_a_certificate_is_for_its_hosts_and_for_the_machine_itself(tmp_path: Path) -> None:
    certificate = made(tmp_path, "desk.example", "10.1.2.3", "fd00::7", "bücher.example")
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["desk.example", "xn--bcher-kva.example", "localhost"]
    assert names.get_values_for_type(x509.IPAddress) == [
        ip_address(text) for text in ("10.1.2.3", "fd00::7", "127.0.0.1", "::1")
    ]


def test_a_campus_lives_ten_years_and_a_server_thirteen_months(tmp_path: Path) -> None:
    certificate = made(tmp_path)
    authority = x509.load_pem_x509_certificate((tmp_path / "ca.pem").read_bytes())
    assert authority.not_valid_after_utc - NOW == timedelta(days=3_653)
    assert certificate.not_valid_after_utc - NOW == timedelta(days=397)
    # A desk whose clock is a little behind believes it too.
    assert certificate.not_valid_before_utc == NOW - timedelta(hours=1)


def test_a_second_time_the_campus_is_the_same_and_the_server_new(tmp_path: Path) -> None:
    first, authority = made(tmp_path), (tmp_path / "ca.pem").read_bytes()
    second = made(tmp_path, now=NOW + timedelta(days=300))
    assert (tmp_path / "ca.pem").read_bytes() == authority
    assert second.public_key() != first.public_key()
    assert second.not_valid_after_utc - first.not_valid_after_utc == timedelta(days=300)


def test_no_server_outlives_its_campus(tmp_path: Path) -> None:
    made(tmp_path)
    late = NOW + timedelta(days=3_600)
    assert made(tmp_path, now=late).not_valid_after_utc == NOW + timedelta(days=3_653)


def test_private_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    made(tmp_path)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"ca.key": 0o600, "ca.pem": 0o644, "server.key": 0o600, "server.pem": 0o644}


def test_a_renewed_key_may_be_read_by_whom_could_read_the_former(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / "server.key").chmod(0o640)
    made(tmp_path)
    assert stat.S_IMODE((tmp_path / "server.key").stat().st_mode) == 0o640


def test_what_is_made_can_be_served(tmp_path: Path) -> None:
    certificate = made(tmp_path, now=datetime.now(UTC))
    assert ServerTls(tmp_path / "server.pem", tmp_path / "server.key").expires == certificate.not_valid_after_utc


@pytest.mark.parametrize("host", ["", "a b", "a/b", "-", "*.example", "desk.example:47600", "x" * 64, "a..b", "[::1]"])
def test_what_is_no_host_is_refused(host: str) -> None:
    with pytest.raises(HostInvalid):
        server_names([host])


def test_a_campus_that_is_damaged_or_over_is_not_used(tmp_path: Path) -> None:
    made(tmp_path / "one")
    made(tmp_path / "two")
    with pytest.raises(FileBroken, match="expired on 2036-11-22"):
        open_authority(tmp_path / "one", NOW + timedelta(days=3_653))
    shutil.copy(tmp_path / "one" / "ca.key", tmp_path / "two" / "ca.key")
    with pytest.raises(FileBroken, match="is not the private key of"):
        open_authority(tmp_path / "two", NOW)
    (tmp_path / "one" / "ca.pem").write_text("nothing")
    with pytest.raises(FileBroken, match="hold no certificate and private key"):
        open_authority(tmp_path / "one", NOW)
    (tmp_path / "one" / "ca.pem").unlink()
    with pytest.raises(FileBroken, match="cannot be read"):
        open_authority(tmp_path / "one", NOW)
