"""TLS for servers and their callers; certificates are read again whenever their files change."""

import logging
import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import grpc

from campusdesk.reread import FileBroken, Reread, read_bytes

_log = logging.getLogger("campusdesk.tls")


class _Pair(NamedTuple):
    """A certificate with those that vouch for it, its private key, and until when it is valid."""

    certificates: bytes
    private_key: bytes
    expires: datetime


class ServerTls:
    """A server's certificate and private key; one that was renewed is shown to whoever connects next."""

    def __init__(self, certificate: Path, private_key: Path) -> None:
        """Read both files; raises FileBroken unless they hold a certificate and its key."""
        self._pair = Reread([certificate, private_key], lambda: _read_pair(certificate, private_key))
        self._shown_version = self._pair.version
        if self.expires <= datetime.now(UTC):
            _log.error("the certificate in %s expired on %s: nobody will connect", certificate, self.expires.date())

    @property
    def expires(self) -> datetime:
        """Until when the certificate that is shown now is valid, in UTC."""
        return self._pair.value().expires

    def credentials(self) -> grpc.ServerCredentials:
        """Return what a server's port is opened with."""
        # The stub does not know that None means: what was shown before.
        return grpc.dynamic_ssl_server_credentials(self._shown(), self._renewed)  # type: ignore[arg-type]

    def _shown(self) -> grpc.ServerCertificateConfiguration:
        pair, self._shown_version = self._pair.value(), self._pair.version
        return grpc.ssl_server_certificate_configuration([(pair.private_key, pair.certificates)])

    def _renewed(self) -> grpc.ServerCertificateConfiguration | None:
        """Return the certificate if it is another one; gRPC asks before each handshake, in a thread of its own."""
        self._pair.value()
        return self._shown() if self._pair.version != self._shown_version else None


def _read_pair(certificate: Path, private_key: Path) -> _Pair:
    # Late: callers never need it.
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    shown, secret = read_bytes(certificate), read_bytes(private_key)
    try:
        chain = x509.load_pem_x509_certificates(shown)
    except ValueError:
        raise FileBroken(f"{certificate} holds no certificate (PEM)") from None
    try:
        key = load_pem_private_key(secret, password=None)
    except (TypeError, ValueError):
        raise FileBroken(f"{private_key} holds no private key (PEM, without a password)") from None
    if key.public_key() != chain[0].public_key():
        raise FileBroken(f"{private_key} is not the private key of the certificate in {certificate}")
    return _Pair(shown, secret, min(each.not_valid_after_utc for each in chain))


class Trust:
    """The certificate authorities whose servers a caller believes; another file counts for the next connection."""

    def __init__(self, authorities: Path) -> None:
        """Read the file; raises FileBroken unless it holds certificates."""
        self._file = Reread([authorities], lambda: _read_authorities(authorities))

    def look(self) -> int:
        """Read the file again if it has changed; return a number that is another one after each change."""
        self._file.value()
        return self._file.version

    def credentials(self) -> grpc.ChannelCredentials:
        """Return what a channel is opened with."""
        return grpc.ssl_channel_credentials(self._file.value())


def _read_authorities(path: Path) -> bytes:
    held = read_bytes(path)
    try:
        # The standard library alone: a desk should not load more than it needs.
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=held.decode("ascii"))
    except (UnicodeDecodeError, ssl.SSLError, ValueError):
        raise FileBroken(f"{path} holds no certificates (PEM)") from None
    return held
