"""What this desk remembers and was told: the person's settings, server addresses and the command line's options."""

import os
import uuid
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from campusdesk.address import AddressInvalid
from campusdesk.rules import Role
from client.addresses import Addresses, server_address
from client.languages import Language

FILE_NAME = "desk.ini"

_APPLICATION = "campusdesk"
_PERSONAL = "role", "theme", "language", "notifications", "joined"
_CONFIG_VARIABLE, _DATA_VARIABLE = "CAMPUSDESK_CONFIG_DIR", "CAMPUSDESK_DATA_DIR"


class Theme(StrEnum):
    """The colours that a person chose."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Place:
    """What this PC's operators tell people who report something here; "" where they say nothing."""

    location: str = ""
    emergency: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What the desk was told: servers by address, or embedded ones in a local folder, or neither; and what PC it is.

    The key file need not be there; without `tls_ca` the servers are spoken to without TLS. With `trace_stalls` it is
    told on standard error when and where the window did not answer for 50 ms. On a `shared` PC what a person did is
    forgotten when the person leaves.
    """

    addresses: Addresses | None
    local: Path | None
    workstation: str
    screenshots: Path | None
    key_file: Path | None = None
    tls_ca: Path | None = None
    place: Place = Place()
    trace_stalls: bool = False
    shared: bool = False


def config_folder() -> Path:
    """Return where a person's settings are kept: CAMPUSDESK_CONFIG_DIR, or the system's place for them."""
    named = os.environ.get(_CONFIG_VARIABLE)
    return Path(named) if named else platformdirs.user_config_path(_APPLICATION, appauthor=False)


def data_folder() -> Path:
    """Return where a desk keeps what its person typed: CAMPUSDESK_DATA_DIR, or the system's place for data."""
    named = os.environ.get(_DATA_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path(_APPLICATION, appauthor=False)


def local_folder() -> Path:
    """Return where embedded servers keep their data when no folder is named."""
    return data_folder() / "local"


class Settings:
    """A person's settings in an INI file; each one set is written at once."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the settings of the folder, which need not exist yet; None is the person's own."""
        path = (folder or config_folder()) / FILE_NAME
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def role(self) -> Role | None:
        """The role last entered as, or None before the first time."""
        return {Role.USER.word: Role.USER, Role.HELPDESK.word: Role.HELPDESK}.get(self._text("role"))

    @role.setter
    def role(self, role: Role) -> None:
        self._keep("role", role.word)

    @property
    def theme(self) -> Theme:
        """The colours chosen; those of the system until then."""
        word = self._text("theme")
        return Theme(word) if word in set(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._keep("theme", theme.value)

    @property
    def language(self) -> Language | None:
        """The language chosen, or None for the system's."""
        word = self._text("language")
        return Language(word) if word in set(Language) else None

    @language.setter
    def language(self, language: Language) -> None:
        self._keep("language", language.value)

    @property
    def server(self) -> str:
        """The ticket server's address that the person gave, or "" for none."""
        try:
            return server_address(self._text("server"))
        except AddressInvalid:
            return ""

    @server.setter
    def server(self, address: str) -> None:
        self._keep("server", address)

    @property
    def geometry(self) -> QByteArray | None:
        """The main window's geometry as Qt saved it, or None."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, saved: QByteArray) -> None:
        self._keep("geometry", saved)

    @property
    def notifications(self) -> bool:
        """Whether what is new is told outside of the window; it is until somebody turns it off."""
        return self._text("notifications") != "off"

    @notifications.setter
    def notifications(self, wanted: bool) -> None:
        self._keep("notifications", "on" if wanted else "off")

    @property
    def installation_id(self) -> str:
        """The UUID that this installation made for itself once; where it cannot be kept, it is one for this run."""
        try:
            return str(uuid.UUID(self._text("installation_id")))
        except ValueError:
            made = str(uuid.uuid4())
            self._keep("installation_id", made)
            return made

    @property
    def joined(self) -> tuple[str, ...]:
        """The tickets that this installation was counted for, the oldest first."""
        # Another desk of the same person may have written meanwhile.
        self._store.sync()
        return tuple(self._text("joined").split())

    @joined.setter
    def joined(self, entries: tuple[str, ...]) -> None:
        self._keep("joined", " ".join(entries))

    def forget_person(self) -> None:
        """Forget what a person chose and did; where the window stood and the server belong to the PC."""
        for key in _PERSONAL:
            self._store.remove(key)
        self._store.sync()

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else None

    def _keep(self, key: str, value: str | QByteArray) -> None:
        self._store.setValue(key, value)
        self._store.sync()
