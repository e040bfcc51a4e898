"""A PostgreSQL of the tests' own: in a temporary folder, on a Unix socket, gone with the program that started it."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Self

import psycopg

_PATIENCE_S, _PAUSE_S = 60.0, 0.02
# How much of the server's log is told when it does not start, in characters.
_TOLD = 1_500
# A line on the shell's input stops the server. The input's end comes with the end of whoever started it, however that
# was: then the folder, which is the shell's $0, goes too.
_KEEPER = '"$@" & read -r _; left=$?; kill -INT $!; wait $!; [ $left = 0 ] || rm -rf "$0"'
# In memory a database is made in 40 ms, on a disk in 150.
_MEMORY = Path("/dev/shm")  # noqa: S108  a folder of its own is made there
_ROOM_BYTES = 2**30
_SETTINGS = {
    "listen_addresses": "",
    # What a power cut would do to these databases is of no interest.
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "autovacuum": "off",
    "max_connections": "100",
}


class Unavailable(Exception):  # noqa: N818  reads as what happened: `except Unavailable`
    """PostgreSQL cannot be had here; the message says why."""


class Cluster:
    """A running PostgreSQL with databases that are made and dropped within milliseconds."""

    def __init__(self, *, durable: bool = False) -> None:
        """Make an empty cluster and start it, in memory unless it shall be as `durable` as one at work.

        Raises Unavailable.
        """
        self._programs, self.user = _programs(), _user()
        self._settings = _SETTINGS if not durable else {"listen_addresses": ""}
        self.folder = Path(tempfile.mkdtemp(prefix="campusdesk-pg-", dir=None if durable else _place()))
        try:
            if self.user is not None:
                shutil.chown(self.folder, self.user)
            options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
            made = self._run("initdb", "--pgdata", str(self.folder / "data"), *options)
            if made.returncode != 0:
                raise Unavailable(f"initdb failed: {made.stdout.strip()[-300:]}")
            self.start()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        self._numbers = count(1)

    def start(self, patience_s: float = _PATIENCE_S) -> None:
        """Start the server and wait until it answers; raises Unavailable with the end of its log.

        It is started again while it refuses to: what a crash left may still be going, or others have all memory.
        """
        deadline = time.monotonic() + patience_s
        while True:
            self._launch()
            if self._answers(deadline):
                return
            self.stop()
            if time.monotonic() > deadline:
                raise Unavailable(f"PostgreSQL does not start: {self._log.read_text(errors='replace')[-_TOLD:]}")

    @property
    def _log(self) -> Path:
        return self.folder / "log"

    def _launch(self) -> None:
        settings = {**self._settings, "unix_socket_directories": str(self.folder)}
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        command = [str(self._programs / "postgres"), "-D", str(self.folder / "data"), *words]
        with self._log.open("ab") as log:
            self._keeper = subprocess.Popen(
                self._by_user("/bin/sh", "-c", _KEEPER, str(self.folder), *command),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                # Ctrl+C is for the tests, which end this themselves.
                start_new_session=True,
                cwd=self.folder,
            )

    def stop(self) -> None:
        """Stop the server, if it runs; whoever is connected loses the connection."""
        if self._keeper.poll() is None:
            self._keeper.communicate(b"\n", timeout=_PATIENCE_S)
        elif self._keeper.stdin is not None:
            self._keeper.stdin.close()

    def crash(self) -> None:
        """End the server at once, as a power cut would for all that it has not handed to the system by then."""
        os.kill(int((self.folder / "data" / "postmaster.pid").read_text().partition("\n")[0]), signal.SIGQUIT)
        # Until the shell is told it has not waited for the server, whose number nobody else can have.
        self.stop()

    def url(self, name: str) -> str:
        """Return the URL of a database."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def create(self, template: str = "template0") -> str:
        """Make a database and return its name."""
        name = f"campus_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    def drop(self, name: str) -> None:
        """Drop a database, whoever is connected to it."""
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """Lend a database of its own; gives the URL."""
        name = self.create(template)
        try:
            yield self.url(name)
        finally:
            self.drop(name)

    def execute(self, words: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Execute a statement in a session of its own; return its rows."""
        with psycopg.connect(host=str(self.folder), user="postgres", dbname=database, autocommit=True) as session:
            cursor = session.execute(words.encode())
            return cursor.fetchall() if cursor.description else []

    def close(self) -> None:
        """Stop the server and remove its folder."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _by_user(self, *command: str) -> list[str]:
        """Return the command as the user may run it.

        Python could change the user too, but forks for that, and gRPC's threads now and then bring down what is forked.
        """
        if self.user is None:
            return [*command]
        return ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups", "--", *command]

    def _run(self, program: str, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            self._by_user(str(self._programs / program), *words),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self.folder,
            check=False,
        )

    def _answers(self, deadline: float) -> bool:
        """Wait until the server answers; False when it has ended instead, or does not in time."""
        pause = threading.Event()
        while True:
            try:
                self.execute("SELECT 1")
            except psycopg.OperationalError:
                if self._has_ended() or time.monotonic() > deadline:
                    return False
                pause.wait(_PAUSE_S)
            else:
                return True

    def _has_ended(self) -> bool:
        """Say whether the server has ended while its shell waits for a line; where that is not to be seen, False."""
        keeper = self._keeper.pid
        try:
            children = Path(f"/proc/{keeper}/task/{keeper}/children").read_text().split()
            states = [Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0] for child in children]
        except OSError:
            return False
        return self._keeper.poll() is not None or (bool(states) and set(states) == {"Z"})


def _place() -> Path | None:
    roomy = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM_BYTES
    return _MEMORY if roomy else None


def _programs() -> Path:
    """Return the folder of PostgreSQL's newest server programs; Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        raise Unavailable("PostgreSQL is not installed: there is no initdb")
    return found[-1].parent if found else Path(on_path or "").resolve().parent


def _user() -> str | None:
    """Return the user to run it as, None for the present one: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise Unavailable("PostgreSQL does not run as root, and there is no user postgres") from None
