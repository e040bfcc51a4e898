"""What this PC's operators set for everybody who works at it: a TOML file, and a key and a CA beside it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

FILE_NAME, KEY_NAME, CA_NAME = "desk.toml", "workstation.key", "campus-ca.pem"

SERVERS = ("server", "backlog", "resolution-time", "category-load")
_NAMES = frozenset({*SERVERS, "workstation", "key-file", "tls-ca"})


class MachineBroken(Exception):  # noqa: N818  reads as what happened: `except MachineBroken`
    """The machine's settings cannot be used; the message says why in plain words."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The settings by the names of the command line's options, and where key and CA are.

    A key file need not be there; a CA that nobody named is told of only when it is.
    """

    texts: Mapping[str, str]
    key_file: Path
    tls_ca: Path | None

    def text(self, name: str) -> str:
        """Return what is set for the option, or ""."""
        return self.texts.get(name, "")


def machine_folder() -> Path:
    """Return the system's place for settings that hold for everybody at this PC."""
    return platformdirs.site_config_path("campusdesk", appauthor=False)


def read_machine() -> Machine:
    """Return the settings of this PC, which need not be there; raises MachineBroken."""
    folder = machine_folder()
    texts = _texts(folder / FILE_NAME)
    tls_ca = folder / texts.get("tls-ca", CA_NAME)
    return Machine(
        texts,
        key_file=folder / texts.get("key-file", KEY_NAME),
        tls_ca=tls_ca if "tls-ca" in texts or tls_ca.is_file() else None,
    )


def _texts(path: Path) -> Mapping[str, str]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise MachineBroken(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise MachineBroken(f"{path} is no TOML in UTF-8: {error}") from error
    unknown = sorted(set(content) - _NAMES)
    if unknown:
        raise MachineBroken(f"{path} has settings that nobody knows: {', '.join(unknown)}")
    if any(not isinstance(value, str) or not value for value in content.values()):
        raise MachineBroken(f"{path} may hold texts only, and no empty ones")
    return content
