"""Find what a bare Debian machine lacks, and install it or say exactly how."""

import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from steps import StepError, step

# Each library by the name under which the loader finds it, with the Debian package that holds it.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
VIRTUAL_DISPLAY = {"Xvfb": "xvfb"}
FREEZING = {"objdump": "binutils"}
# Where Debian keeps the server's programs, and where it reads whether a new server begins with a cluster of its own.
POSTGRESQL = Path("/usr/lib/postgresql")
CLUSTERS = Path("/etc/postgresql-common/createcluster.conf")


def is_linux() -> bool:
    """Say whether libraries come from Debian packages here, or with Qt itself (Windows, macOS)."""
    return sys.platform.startswith("linux")


def has_display() -> bool:
    """Say whether a window can be opened: always outside Linux, else where an X11 or Wayland display is named."""
    return not is_linux() or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def library_loads(name: str) -> bool:
    """Say whether the loader finds the shared library, with everything that it needs in turn."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def makes_environments() -> bool:
    """Say whether this Python can make virtual environments; Debian's cannot without a package of its own."""
    return importlib.util.find_spec("ensurepip") is not None


def freezing_libraries(prefix: str = sys.base_prefix) -> dict[str, str]:
    """Return what PyInstaller needs beside this Python; Debian packs its own apart from its library."""
    name = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
    return {f"{name}.so.1.0": name} if prefix == "/usr" else {}


def missing_packages(libraries: dict[str, str], programs: dict[str, str]) -> list[str]:
    """Return the Debian packages of what is not there, sorted; none outside Linux."""
    if not is_linux():
        return []
    missing = {package for name, package in libraries.items() if not library_loads(name)}
    missing |= {package for name, package in programs.items() if shutil.which(name) is None}
    return sorted(missing if makes_environments() else missing | {"python3-venv"})


def install_packages(packages: Iterable[str]) -> None:
    """Install Debian packages as root; raise StepError with the exact line for root to type when that cannot be."""
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise StepError(1, f"Please install what Debian calls: {' '.join(packages)}")
    if os.geteuid() != 0:
        raise StepError(1, f"System packages are missing. Please type:\n\n    sudo {' '.join(line)}\n")
    step("Updating the list of system packages", ["apt-get", "update"])
    step(f"Installing {' '.join(packages)}", line, {"DEBIAN_FRONTEND": "noninteractive", "UCF_FORCE_CONFFOLD": "1"})


def ensure_system(libraries: dict[str, str], programs: dict[str, str] | None = None) -> None:
    """Make sure that what is needed is there; raise StepError when it cannot be installed from here."""
    packages = missing_packages(libraries, programs or {})
    if packages:
        install_packages(packages)


def offer_postgresql() -> None:
    """Install Debian's PostgreSQL, or say that what needs it is skipped and how to get it; it starts no server here."""
    if shutil.which("initdb") or any(POSTGRESQL.glob("*/bin/initdb")):
        return
    try:
        if shutil.which("apt-get") and os.geteuid() == 0 and not CLUSTERS.exists():
            # The tests start a cluster of their own: Debian's would stand there running, which nobody asked for.
            CLUSTERS.parent.mkdir(parents=True, exist_ok=True)
            CLUSTERS.write_text("create_main_cluster = false\n", encoding="utf-8")
    except OSError as error:
        print(f"PostgreSQL cannot be installed from here: its tests are skipped. {error}")
    else:
        _offer("PostgreSQL", "postgresql")


def offer_strace() -> None:
    """Install strace, by which a test cuts the power, or say that the test is skipped and how to get it."""
    if is_linux() and shutil.which("strace") is None:
        _offer("strace", "strace")


def _offer(name: str, package: str) -> None:
    try:
        install_packages([package])
    except StepError as error:
        print(f"{name} cannot be installed from here: its tests are skipped. {error}")
