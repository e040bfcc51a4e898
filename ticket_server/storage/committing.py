"""The connection that writes: transactions in their order, each told to the feed, and what can wait for a pause."""

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from ticket_server.judgement import Meaning
from ticket_server.storage.engine import Database
from ticket_server.storage.group import Answer, Group, Unit
from ticket_server.storage.history import read_changes
from ticket_server.storage.meanings import is_stored, read_meanings
from ticket_server.storage.notice import ANYTHING, Notice
from ticket_server.storage.reading import read_counter, take_counter
from ticket_server.storage.requests import RequestPurge
from ticket_server.storage.rows import Counter
from ticket_server.storage.search.settling import Settling
from ticket_server.storage.writable import Writable, write_nothing, write_to_disk
from ticket_server.ticket import Change

_log = logging.getLogger(__name__)

Publish = Callable[[Sequence[Change]], None]
Timed = Callable[[float], object]
Understood = Callable[[Mapping[int, Meaning]], object]

# A log of this size is folded into the database even when no pause comes.
_LOG_CAP_BYTES = 32 * 1024 * 1024
_PAUSE_S = 0.1
# Whether the database can be written shows when it is written: so often by itself, and this often until it can again.
_PROBE_S = 10.0
_RETRY_S = 1.0
_MISSED_AT_ONCE = 500


# More than there ever are while one transaction waits for another.
_ALL = 2**31 - 1


class _News(NamedTuple):
    """What was committed elsewhere, and what the descriptions mean of the tickets concerned."""

    counter: Counter
    changes: Sequence[Change]
    meanings: Mapping[int, Meaning]
    is_all: bool


class Committer:
    """Commits units of work; belongs to the writer's thread.

    After an error of the database the outcome of the last transaction is unknown: it may stand though the connection
    was lost before the answer came. Nothing is committed after it before the counter row has told what stands, and the
    feed has been told it too. What other servers of the same database commit it is told in its place as well.
    """

    def __init__(
        self, database: Database, told: Counter, publish: Publish, timed: Timed, understood: Understood
    ) -> None:
        """Connect with the first commit; `publish` is told what changes after `told`, and `timed` a commit's seconds.

        After the changes `understood` is told what descriptions mean, by their tickets.
        """
        self._database = database
        self._publish = publish
        self._timed = timed
        self._understood = understood
        self._writable = Writable()
        self._connection: Connection | None = None
        self._told = told
        self._doubtful = True
        # Tickets that another server came to understand without changing them.
        self._understood_elsewhere: set[int] = set()
        # What descriptions mean of which it is unknown whether it was kept.
        self._unsure: Mapping[int, Meaning] = {}
        self._purge, self._purge_began = RequestPurge(), False
        self._settling = Settling()
        # What was left by the program before is done in the first pause.
        self._unfolded = True
        self._folded_bytes = 0

    @property
    def connected(self) -> bool:
        """Whether the connection stands, as far as is known."""
        return self._connection is not None

    @property
    def healthy(self) -> bool:
        """Whether the database could be written when it was last tried."""
        return self._writable.healthy

    @property
    def pause_s(self) -> float:
        """After how many seconds without work `upkeep` is to be called."""
        if not self.healthy:
            return _RETRY_S
        return _PAUSE_S if self._unfolded or self._purge.is_due or self._doubtful else _PROBE_S

    def commit(self, units: Sequence[Unit]) -> list[Answer]:
        """Commit the units in one transaction, tell the feed, and return their answers in order.

        Raises SQLAlchemyError, sqlite3.Error or what a unit raised; then nothing of the group is known to be kept.
        Raises DeskError (STORE_FAILED) when the database is not the one that was served before.
        """
        self._resolve()
        begun = time.perf_counter()
        with self._transaction() as connection:
            group = Group(connection, units, self._purge.dated)
            news = self._news(connection, group.counter)
            answers = group.run()
            self._unsure = group.meanings
            self._tell_others(connection, group)
        self._timed(time.perf_counter() - begun)
        self._unfolded = True
        self._take_news(news)
        if group.changes:
            self._writable.succeeded()
        self._tell(group.counter, group.changes)
        self._tell_meanings(group.meanings)
        return answers

    def keep_up(self, written: int) -> None:
        """Do what must not wait for a pause for ever, after so many units: settle search, fold a log that has grown."""
        if self._connection is not None:
            self._settling.keep_up(self._connection, written)
            self._cap_log()

    def hear(self, notice: Notice) -> None:
        """Tell the feed what another server committed, if it was not told yet."""
        self._understood_elsewhere.update(notice.understood)
        if notice.revision <= self._told.last_revision and notice != ANYTHING and not self._understood_elsewhere:
            return
        with suppress(DeskError, SQLAlchemyError, sqlite3.Error):
            self._resolve()
            self._catch_up()

    def upkeep(self) -> None:
        """Do a piece of what can wait: find out what stands, settle search, fold the log, forget requests, probe."""
        with suppress(DeskError, SQLAlchemyError, sqlite3.Error):
            self._resolve()
            if self._database.is_shared:
                self._catch_up()
            if self._unfolded and self.healthy:
                self._settling.use_pause(self._standing())
                self.fold_log()
                self._unfolded = self._settling.due
                return
            with self._transaction() as connection:
                if self._purge.is_due:
                    self._purge.step(connection)
                elif self.healthy:
                    write_nothing(connection)
                else:
                    write_to_disk(connection)
            self._writable.succeeded()
            self._unfolded = True

    def fold_log(self) -> None:
        """Move the log into the database; what a reader still needs stays for the next time."""
        self._unfolded = False
        if self._connection is not None:
            self._database.fold_log(self._connection)
            self._folded_bytes = self._database.log_bytes()

    def close(self) -> None:
        """Let the connection go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Lend the connection within a transaction; whether it stands is unknown when the database raises an error."""
        try:
            connection = self._standing()
            with connection.begin():
                yield connection
                self._database.check_in_place()
        except (SQLAlchemyError, sqlite3.Error) as error:
            self._doubtful = True
            self._writable.failed(error)
            if self._connection is not None and self._connection.invalidated:
                self.close()
            raise

    def _standing(self) -> Connection:
        """Return the connection, a new one when it was lost."""
        if self._connection is not None and self._connection.invalidated:
            self._doubtful = True
            self.close()
        if self._connection is None:
            self._connection = self._database.connect_writer()
        return self._connection

    def _resolve(self) -> None:
        """Tell the feed what was committed without this program knowing, until nothing is left of it."""
        while self._doubtful:
            with self._transaction() as connection:
                # Nobody has the row by then who may yet commit what is in doubt.
                present = take_counter(connection)
                if not self._purge_began:
                    self._purge.find(connection)
                news = self._news(connection, present, _MISSED_AT_ONCE)
                kept = {of: said for of, said in self._unsure.items() if is_stored(connection, of, said)}
            self._purge_began = True
            self._doubtful = not news.is_all
            self._take_news(news)
            if not self._doubtful:
                self._tell_meanings(kept)

    def _catch_up(self) -> None:
        """Tell the feed what others committed, until nothing is left of it."""
        is_all = False
        while not is_all:
            with self._transaction() as connection:
                news = self._news(connection, read_counter(connection), _MISSED_AT_ONCE)
            is_all = news.is_all
            self._take_news(news)

    def _news(self, connection: Connection, present: Counter, most: int = _ALL) -> "_News":
        """Read what stands by now of which the feed was not told, up to so many changes."""
        self._check_same(present)
        missed = read_changes(connection, self._told.last_revision, present.last_revision, most)
        is_all = len(missed) < most
        until = present if is_all else replace(present, last_revision=missed[-1].revision)
        understood = {change.ticket.id for change in missed} | self._understood_elsewhere
        return _News(until, missed, read_meanings(connection, understood), is_all)

    def _take_news(self, news: "_News") -> None:
        self._understood_elsewhere.clear()
        self._tell(news.counter, news.changes)
        if news.meanings:
            self._understood(news.meanings)

    def _tell_others(self, connection: Connection, group: Group) -> None:
        changed = {change.ticket.id for change in group.changes}
        understood = tuple(of for of in group.meanings if of not in changed)
        if changed or understood:
            self._database.tell_others(connection, Notice(group.counter.last_revision, understood))

    def _check_same(self, present: Counter) -> None:
        """Refuse a database whose history is not that which was told: it was replaced, or has lost commits."""
        told = self._told
        if present.lineage != told.lineage or present.last_revision < told.last_revision:
            if self._writable.healthy:
                _log.error("the database %s is another one now: start the server anew", self._database.name)
            self._writable.healthy = False
            raise DeskError(Reason.STORE_FAILED)

    def _tell(self, present: Counter, changes: Sequence[Change]) -> None:
        self._told = present
        if changes:
            self._publish(changes)

    def _tell_meanings(self, meanings: Mapping[int, Meaning]) -> None:
        self._unsure = {}
        if meanings:
            self._understood(meanings)

    def _cap_log(self) -> None:
        """Fold a log that has grown by the cap since it was last folded, for a reader may keep it from being cut."""
        size = self._database.log_bytes()
        self._folded_bytes = 0 if size < self._folded_bytes else self._folded_bytes
        if size > self._folded_bytes + _LOG_CAP_BYTES:
            self.fold_log()
