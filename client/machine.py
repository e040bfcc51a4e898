"""What this PC's operators set for everybody who works at it: a TOML file, and a key and a CA beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from campusdesk.address import AddressInvalid
from campusdesk.rules import LIMITS, text_refusal
from client.addresses import server_address
from client.state import Analysis

FILE_NAME, KEY_NAME, CA_NAME = "desk.toml", "workstation.key", "campus-ca.pem"

SERVERS = ("server", *(analysis.word for analysis in Analysis))
# What people read: one line each.
_SHOWN = ("location", "emergency")
_LIMITS = {"workstation": LIMITS["workstation"], **dict.fromkeys(_SHOWN, LIMITS["location"])}
_NAMES = frozenset({*SERVERS, "workstation", "key-file", "tls-ca", *_SHOWN})
# Whether people come and go at this PC under one account of the system.
_SHARED = "shared"


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Mark words to be translated, without Qt: what keeps embedded servers reads this module and needs none."""
    return source


_UNREADABLE = QT_TRANSLATE_NOOP("Text", "{path} cannot be read: {reason}")
_NO_TOML = QT_TRANSLATE_NOOP("Text", "{path} is no TOML in UTF-8: {reason}")
_NOT_YES_OR_NO = QT_TRANSLATE_NOOP("Text", "{name} in {path} has to be true or false")
_UNKNOWN = QT_TRANSLATE_NOOP("Text", "{path} has settings that nobody knows: {names}")
_NO_TEXT = QT_TRANSLATE_NOOP("Text", "{path} may hold texts only, and no empty ones")
_NO_LINE = QT_TRANSLATE_NOOP("Text", "{name} in {path} has to be one line of at most {limit} characters")
_NO_ADDRESS = QT_TRANSLATE_NOOP(
    "Text", "{name} in {path} has to be a server address like desk.example or desk.example:47600"
)


class MachineBroken(Exception):  # noqa: N818  reads as what happened: `except MachineBroken`
    """The machine's settings cannot be used; `words` say why, with places for `values`, and can be translated."""

    def __init__(self, words: str, **values: object) -> None:
        """Say it in English."""
        super().__init__(words.format_map(values))
        self.words, self.values = words, values


@dataclass(frozen=True, slots=True)
class Machine:
    """The settings by the names of the command line's options, and where key and CA are.

    A key file need not be there; a CA that nobody named is told of only when it is. On a `shared` PC nothing of what a
    person did stays when the person leaves.
    """

    texts: Mapping[str, str]
    key_file: Path
    tls_ca: Path | None
    shared: bool = False

    def text(self, name: str) -> str:
        """Return what is set for the option, or ""."""
        return self.texts.get(name, "")


def machine_folder() -> Path:
    """Return the system's place for settings that hold for everybody at this PC."""
    return platformdirs.site_config_path("campusdesk", appauthor=False)


def read_machine() -> Machine:
    """Return the settings of this PC, which need not be there; raises MachineBroken."""
    folder = machine_folder()
    texts, shared = _content(folder / FILE_NAME)
    tls_ca = folder / texts.get("tls-ca", CA_NAME)
    return Machine(
        texts,
        key_file=folder / texts.get("key-file", KEY_NAME),
        tls_ca=tls_ca if "tls-ca" in texts or tls_ca.is_file() else None,
        shared=shared,
    )


def _content(path: Path) -> tuple[Mapping[str, str], bool]:
    """Return the texts of the file, and whether the PC is shared."""
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return {}, False
    except OSError as error:
        raise MachineBroken(_UNREADABLE, path=path, reason=error.strerror) from error
    # Most PCs have none, and the first window waits for what is loaded.
    import tomllib

    try:
        content = tomllib.loads(written.decode())
    except ValueError as error:
        raise MachineBroken(_NO_TOML, path=path, reason=error) from error
    shared = content.pop(_SHARED, False)
    if not isinstance(shared, bool):
        raise MachineBroken(_NOT_YES_OR_NO, name=_SHARED, path=path)
    _check_texts(path, content)
    return content, shared


def _check_texts(path: Path, content: Mapping[str, object]) -> None:
    unknown = sorted(set(content) - _NAMES)
    if unknown:
        raise MachineBroken(_UNKNOWN, path=path, names=", ".join(unknown))
    if any(not isinstance(value, str) or not value for value in content.values()):
        raise MachineBroken(_NO_TEXT, path=path)
    lines = {name: _is_line(str(content[name])) for name in set(_SHOWN) & set(content)}
    if "workstation" in content:
        named = str(content["workstation"])
        lines["workstation"] = bool(named.strip()) and not text_refusal("workstation", named)
    for name in (name for name, is_line in lines.items() if not is_line):
        raise MachineBroken(_NO_LINE, name=name, path=path, limit=_LIMITS[name])
    for name in set(SERVERS) & set(content):
        try:
            server_address(str(content[name]))
        except AddressInvalid:
            raise MachineBroken(_NO_ADDRESS, name=name, path=path) from None


def _is_line(text: str) -> bool:
    return bool(text.strip()) and text.isprintable() and len(text) <= LIMITS["location"]
