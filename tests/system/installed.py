"""A campus installed as the operator guide says: its units and settings, in a folder instead of the system's."""

import configparser
import re
import shlex
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.system.guide import commands, type_in
from tests.system.programs import ANALYSES, Program

_ROOT = Path(__file__).parents[2]
LINUX = _ROOT / "build" / "linux"
SETTINGS = "/etc/campusdesk"
INSTALL = "Install as a service"


def unit(name: str) -> configparser.ConfigParser:
    """Return a unit of systemd by its sections."""
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's names have capitals
    parser.read(LINUX / f"{name}.service", "utf-8")
    return parser


def command_of(name: str, instance: str = "") -> list[str]:
    """Return what a unit starts, for `python -m`."""
    script, *arguments = shlex.split(unit(name)["Service"]["ExecStart"].replace("%i", instance))
    scripts = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    return [scripts[Path(script).name].partition(".")[0], *arguments]


class Installation:
    """The four servers as their units start them; `places` exchanges what the guide says for what is so here."""

    def __init__(self, folder: Path) -> None:
        """Install into the folder; nothing runs yet."""
        self.settings = folder / "etc"
        self.programs: dict[str, Program] = {}
        self.places = {
            SETTINGS: str(self.settings),
            "/var/lib/campusdesk": str(folder / "lib"),
            "/var/backups/campusdesk": str(folder / "backups"),
        }
        (folder / "lib").mkdir()
        self.settings.mkdir()
        for number in range(len(commands(INSTALL))):
            type_in(INSTALL, {}, number=number, folder=self.settings)

    def start(self, name: str) -> Program:
        """Start the server of those settings: `tickets`, or an analysis."""
        path = self.settings / f"{name}.toml"
        as_shipped = (LINUX / path.name).read_text("utf-8")
        path.write_text(_here(as_shipped, self.places), "utf-8")
        words = command_of("campusdesk-tickets") if name == "tickets" else command_of("campusdesk-analytics@", name)
        settled = [word.replace(SETTINGS, str(self.settings)) for word in words]
        program = self.programs[name] = Program(*settled)
        listens, metrics = program.address(), program.line().rpartition(" ")[2]
        written = tomllib.loads(as_shipped)
        self.places[f"127.0.0.1:{written['listen'].rpartition(':')[2]}"] = listens
        self.places[f"http://{written['metrics']}/metrics"] = metrics
        return program


def _here(settings: str, places: Mapping[str, str]) -> str:
    """Return the settings with what is elsewhere here, and with free ports of loopback where nobody listens yet."""
    settings = re.sub(r"^listen = .*:", 'listen = "127.0.0.1:', settings, flags=re.MULTILINE)
    settings = re.sub(r"127\.0\.0\.1:\d+", lambda address: places.get(address[0], "127.0.0.1:0"), settings)
    for folder in (place for place in places if place.startswith("/")):
        settings = settings.replace(folder, places[folder])
    return settings


@contextmanager
def installation(folder: Path, *analyses: str) -> Iterator[Installation]:
    """Run the ticket server and these analytics servers, all if none is named."""
    installed = Installation(folder)
    with ExitStack() as stack:
        for name in ("tickets", *(analyses or ANALYSES)):
            stack.enter_context(installed.start(name))
        yield installed
