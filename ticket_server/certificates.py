"""A campus's own certificate authority and the certificates of its servers."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from campusdesk.reread import FileBroken, read_bytes
from ticket_server.whole_file import replace_file

AUTHORITY_LIFE = timedelta(days=3_653)
SERVER_LIFE = timedelta(days=397)
# The clocks of a campus are not all right.
_CLOCK_SKEW = timedelta(hours=1)
# Which server it is stands in the alternative names.
_SERVER = "Campus Desk server"
_LABEL = re.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_AUTHORITY = "ca"
# The analytics servers call the ticket server of their own machine by these.
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class Authority(NamedTuple):
    """What vouches for servers."""

    certificate: x509.Certificate
    private_key: ec.EllipticCurvePrivateKey


class HostInvalid(ValueError):  # noqa: N818  reads as what happened: `except HostInvalid`
    """A text that is neither the name nor the address of a host."""


class NameInvalid(ValueError):  # noqa: N818  reads as what happened: `except NameInvalid`
    """A text that the files of a server may not be called."""


def check_name(name: str) -> None:
    """Refuse a name for a server's files that would lead elsewhere or to the authority's own; raises NameInvalid."""
    if not _FILE_NAME.fullmatch(name):
        raise NameInvalid(f"{name!r} is no name for files: begin with a letter or digit, then '-', '_' and '.' too")
    if name.casefold() == _AUTHORITY:
        raise NameInvalid(f"{name!r} is what the files of the campus CA are called")


def open_authority(folder: Path, now: datetime) -> tuple[Authority, bool]:
    """Return the folder's authority, and whether it was made now (with a life of ten years).

    Raises FileBroken for one that is damaged or has expired, OSError when it cannot be written.
    """
    certificate, private_key = folder / f"{_AUTHORITY}.pem", folder / f"{_AUTHORITY}.key"
    if certificate.exists() or private_key.exists():
        return _read_authority(certificate, private_key, now), False
    folder.mkdir(parents=True, exist_ok=True)
    authority = _make_authority(now)
    replace_file(private_key, _private_pem(authority.private_key), 0o600)
    replace_file(certificate, authority.certificate.public_bytes(Encoding.PEM), 0o644)
    return authority, True


def server_names(hosts: Sequence[str]) -> Sequence[x509.GeneralName]:
    """Return the names of a server: these hosts, and those by which its own machine calls it; raises HostInvalid."""
    return [_server_name(host) for host in dict.fromkeys((*hosts, *_THIS_MACHINE))]


def renew_server(
    folder: Path, name: str, authority: Authority, names: Sequence[x509.GeneralName], now: datetime
) -> datetime:
    """Write a new certificate (NAME.pem) and private key (NAME.key) for a server of these names; return its end.

    Running servers show it to whoever connects next. Raises OSError when it cannot be written.
    """
    private_key = ec.generate_private_key(ec.SECP256R1())
    until = min(now + SERVER_LIFE, authority.certificate.not_valid_after_utc)
    certificate = (
        _builder(_name(_SERVER), authority.certificate.subject, private_key, now, until)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.private_key.public_key()), critical=False
        )
        .sign(authority.private_key, SHA256())
    )
    replace_file(folder / f"{name}.key", _private_pem(private_key), 0o600)
    replace_file(folder / f"{name}.pem", certificate.public_bytes(Encoding.PEM), 0o644)
    return certificate.not_valid_after_utc


def _read_authority(certificate: Path, private_key: Path, now: datetime) -> Authority:
    try:
        vouching = x509.load_pem_x509_certificate(read_bytes(certificate))
        key = load_pem_private_key(read_bytes(private_key), password=None)
    except (TypeError, ValueError):
        raise FileBroken(f"{certificate} and {private_key} hold no certificate and private key (PEM)") from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != vouching.public_key():
        raise FileBroken(f"{private_key} is not the private key of {certificate}")
    if vouching.not_valid_after_utc <= now:
        raise FileBroken(
            f"{certificate} expired on {vouching.not_valid_after_utc.date()}: move it away to make another"
        )
    return Authority(vouching, key)


def _make_authority(now: datetime) -> Authority:
    private_key, name = ec.generate_private_key(ec.SECP256R1()), _name(f"Campus Desk CA {now:%Y-%m-%d}")
    certificate = (
        _builder(name, name, private_key, now, now + AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .sign(private_key, SHA256())
    )
    return Authority(certificate, private_key)


def _builder(
    subject: x509.Name, issuer: x509.Name, private_key: ec.EllipticCurvePrivateKey, now: datetime, until: datetime
) -> x509.CertificateBuilder:
    public_key = private_key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCK_SKEW)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def _usage(*, digital_signature: bool = False, key_cert_sign: bool = False, crl_sign: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _server_name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(_ascii_host(host))


def _ascii_host(host: str) -> str:
    try:
        written = host.encode("idna").decode()
    except UnicodeError:
        written = ""
    if not all(map(_LABEL.fullmatch, written.split("."))):
        raise HostInvalid(f"{host!r} is neither the name nor the address of a host")
    return written


def _private_pem(private_key: ec.EllipticCurvePrivateKey) -> bytes:
    return private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
