"""Certificates as servers show them and callers believe them, and what happens when their files change."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import grpc
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

from campusdesk.reread import FileBroken
from campusdesk.tls import ServerTls, Trust
from tests.campusdesk.certificate_files import ECHO, Certificates, echo_server, shown_by

YEARS = timedelta(days=3 * 365)


@pytest.fixture
def campus(tmp_path: Path) -> Certificates:
    return Certificates(tmp_path / "campus")


def call(address: str, authorities: Path) -> bytes:
    with grpc.secure_channel(address, Trust(authorities).credentials()) as channel:
        echo: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(ECHO)
        return echo(b"hello", timeout=10)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_who_trusts_the_campus_gets_through_to_each_of_its_names(host: str, campus: Certificates) -> None:
    with echo_server(campus.server_tls()) as port:
        assert call(f"{host}:{port}", campus.ca) == b"hello"


def test_who_trusts_somebody_else_does_not(campus: Certificates, tmp_path: Path) -> None:
    other = Certificates(tmp_path / "other")
    with echo_server(campus.server_tls()) as port, pytest.raises(grpc.RpcError) as raised:
        call(f"127.0.0.1:{port}", other.ca)
    assert raised.value.code() is grpc.StatusCode.UNAVAILABLE


def test_a_file_of_two_authorities_trusts_both(campus: Certificates, tmp_path: Path) -> None:
    both = tmp_path / "both.pem"
    both.write_bytes(Certificates(tmp_path / "other").ca.read_bytes() + campus.ca.read_bytes())
    with echo_server(campus.server_tls()) as port:
        assert call(f"127.0.0.1:{port}", both) == b"hello"


def test_who_does_not_speak_tls_gets_nothing(campus: Certificates) -> None:
    with echo_server(campus.server_tls()) as port, grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
        echo: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(ECHO)
        with pytest.raises(grpc.RpcError) as raised:
            echo(b"hello", timeout=10)
    assert raised.value.code() is grpc.StatusCode.UNAVAILABLE


def test_a_renewed_certificate_is_shown_to_who_connects_next(campus: Certificates) -> None:
    tls = campus.server_tls()
    with echo_server(tls) as port:
        assert shown_by(port) == campus.certificate.read_text()
        before = campus.certificate.read_text()
        campus.renew()
        assert before != campus.certificate.read_text() == shown_by(port)
        assert call(f"127.0.0.1:{port}", campus.ca) == b"hello"


def test_half_of_a_new_pair_changes_nothing(campus: Certificates, caplog: pytest.LogCaptureFixture) -> None:
    before, key = campus.certificate.read_text(), campus.key.read_bytes()
    with echo_server(campus.server_tls()) as port:
        campus.renew()
        after = campus.certificate.read_text()
        campus.certificate.write_text(before)
        assert shown_by(port) == before
        assert shown_by(port) == before
        campus.certificate.write_text(after)
        assert shown_by(port) == after
    said = [record.message for record in caplog.records if record.levelno == logging.ERROR]
    assert len(said) == 1
    assert "is not the private key of" in said[0]
    assert key.decode().splitlines()[1] not in caplog.text


def test_until_when_a_certificate_is_valid_is_told_of_the_one_that_is_shown(tmp_path: Path) -> None:
    old = Certificates(tmp_path, age=timedelta(days=300))
    tls = old.server_tls()
    assert timedelta(days=90) < tls.expires - datetime.now(UTC) < timedelta(days=100)
    Certificates(tmp_path)
    assert tls.expires - datetime.now(UTC) > timedelta(days=390)


def test_an_expired_certificate_is_said_at_the_start_and_refused_by_callers(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old = Certificates(tmp_path, age=timedelta(days=400))
    with echo_server(old.server_tls()) as port, pytest.raises(grpc.RpcError) as raised:
        call(f"127.0.0.1:{port}", old.ca)
    assert raised.value.code() is grpc.StatusCode.UNAVAILABLE
    assert f"{old.certificate} expired on " in caplog.text


def test_what_is_no_pair_is_refused_from_the_start(campus: Certificates, tmp_path: Path) -> None:
    nothing, other = tmp_path / "nothing", Certificates(tmp_path / "other")
    locked = tmp_path / "locked.key"
    locked.write_bytes(
        ec.generate_private_key(ec.SECP256R1()).private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"password")
        )
    )
    for certificate, key, words in (
        (nothing, campus.key, "nothing cannot be read: No such file"),
        (campus.certificate, nothing, "nothing cannot be read: No such file"),
        (campus.key, campus.key, "holds no certificate"),
        (campus.certificate, campus.certificate, "holds no private key"),
        (campus.certificate, locked, "without a password"),
        (campus.certificate, other.key, "is not the private key of the certificate in"),
    ):
        with pytest.raises(FileBroken, match=words):
            ServerTls(certificate, key)


@pytest.mark.parametrize("content", [b"", b"no certificate", b"\xff", b"-----BEGIN CERTIFICATE-----\nAA"])
def test_what_is_no_authority_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_bytes(content)
    with pytest.raises(FileBroken, match="holds no certificates"):
        Trust(tmp_path / "ca.pem")
