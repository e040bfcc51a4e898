"""Whatever is written at a desk and not acknowledged by its server yet: remembered, and found again where it was."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from campusdesk.rules import Role
from client.draft import Kind, Written, read_written
from client.state import wall_clock_us
from client.store import Store
from client.store_file import COPY, WRITTEN

_OF_TICKETS = (Kind.EDIT, Kind.MESSAGE, Kind.NOTE, Kind.SEVERAL)
_STORED, _LINEAGE = WRITTEN, "lineage"
# What was seen when a text was written for several: their numbers.
_TICKETS = "tickets"
# What nobody went on with for so long goes; so do the oldest of very many.
_DAY_US = 24 * 3_600 * 1_000_000
_LONGEST_US, _MOST = 180 * _DAY_US, 500


class Drafts(QObject):
    """The drafts of one role at one place, which is a server's address or a folder with servers.

    A ticket's number means something within a lineage only, so a ticket's drafts are found by both. A report is for
    whoever serves the place. Nothing of them is ever logged.
    """

    # Which drafts there are, but not their every letter.
    changed = Signal()
    # Once, when those of former starts are known only after somebody asked for them.
    arrived = Signal()

    def __init__(
        self,
        store: Store,
        role: Role,
        place: str,
        lineage: Callable[[], str],
        now_us: Callable[[], int] = wall_clock_us,
        *,
        typed_here: Iterable[str] = (),
    ) -> None:
        """Remember in the store; `lineage` tells to which one the tickets belong, "" before that is known."""
        super().__init__()
        self.store, self.role, self.place, self.lineage_now, self._now_us = store, role, place, lineage, now_us
        # What was typed at this window.
        self._fresh = set(typed_here)
        self._ended = False
        if store.is_loaded:
            self._forget_old()
        else:
            store.loaded.connect(self._arrive)

    def for_next_window(self) -> "Drafts":
        """Return the same drafts for a window that takes this one's place, so that nothing of them came back."""
        return Drafts(self.store, self.role, self.place, self.lineage_now, self._now_us, typed_here=self._fresh)

    def report(self) -> "Draft":
        """Return the draft of the next report."""
        return Draft(self, Kind.REPORT, 0, f"{self.role.word}/{Kind.REPORT}/{self.place}")

    def of(self, kind: Kind, ticket_id: int) -> "Draft":
        """Return the draft of this kind for a ticket."""
        return Draft(self, kind, ticket_id, self._beginning(kind, self._lineage()) + str(ticket_id))

    def to_several(self) -> "Draft":
        """Return the draft of a message to several tickets."""
        return self.of(Kind.SEVERAL, 0)

    def all(self) -> list["Draft"]:
        """Return all that something is written in, the newest first."""
        found = [self.report()]
        for kind in _OF_TICKETS:
            beginning = self._beginning(kind, self._lineage())
            found += [Draft(self, kind, _number(key), key) for key in self._keys(beginning) if COPY not in key]
        return sorted((draft for draft in found if draft.written), key=lambda draft: -draft.typed_us)

    def left_over(self) -> list["Draft"]:
        """Return what is written at this place and has no place to stand in.

        It was written in several desks at once, or under tickets that are others since the data was restored.
        """
        return [draft for kind in Kind for draft in self._of_kind(kind) if self._has_no_place(draft)]

    def _of_kind(self, kind: Kind) -> list["Draft"]:
        return [Draft(self, kind, _number(key), key) for key in self._keys(f"{self.role.word}/{kind}/")]

    def _has_no_place(self, draft: "Draft") -> bool:
        if draft.written is None or draft.written.place != self.place or not self._lineage():
            return False
        now = self._beginning(draft.kind, self._lineage())
        return COPY in draft.key or (draft.kind is not Kind.REPORT and not draft.key.startswith(now))

    def unconfirmed(self) -> list["Draft"]:
        """Return what was sent as it stands there, and not acknowledged."""
        return [draft for draft in self.all() if draft.written is not None and draft.written.was_sent]

    def would_go(self) -> bool:
        """Say whether something is written that goes when this window is left, as on a shared PC."""
        return self.store.forgets and bool(self.all() or self.left_over())

    def know_lineage(self) -> None:
        """Have it that the lineage is known, or is another one since the server's data was restored."""
        if self.lineage_now() and self.lineage_now() != self.store.get(_LINEAGE, self.place):
            self.store.put(_LINEAGE, self.place, self.lineage_now())
            self.changed.emit()

    def end(self) -> None:
        """Start nothing any more that waits for the disk; what is written stays remembered."""
        self._ended = True

    def written(self, key: str) -> Written | None:
        """Return what is remembered under the key."""
        return read_written(self.store.get(_STORED, key))

    def is_fresh(self, key: str) -> bool:
        """Say whether it was typed at this window."""
        return key in self._fresh

    def put(self, key: str, written: Written) -> None:
        """Remember this under the key."""
        is_new = self.store.get(_STORED, key) is None
        self._fresh.add(key)
        self.store.put(_STORED, key, written.to_json())
        if is_new:
            self.changed.emit()

    def drop(self, key: str) -> None:
        """Remember nothing under the key."""
        if self.store.get(_STORED, key) is not None:
            self.store.drop(_STORED, key)
            self.changed.emit()

    def when_kept(self, then: Callable[[], None]) -> None:
        """Call `then` once all that was typed is on disk."""
        self.store.when_kept(lambda: None if self._ended else then())

    def now_us(self) -> int:
        """Return microseconds since 1970 by this machine's clock."""
        return self._now_us()

    def _lineage(self) -> str:
        """Return the lineage, as long as the server is away the one that it had."""
        known = self.lineage_now() or self.store.get(_LINEAGE, self.place)
        return known if isinstance(known, str) else ""

    def _beginning(self, kind: Kind, lineage: str) -> str:
        return f"{self.role.word}/{kind}/{lineage}/"

    def _keys(self, beginning: str) -> list[str]:
        return [key for key in self.store.entries(_STORED) if key.startswith(beginning)]

    def _arrive(self) -> None:
        self._forget_old()
        self.changed.emit()
        self.arrived.emit()

    def _forget_old(self) -> None:
        """Take away what is no draft, what is very old, and the oldest of very many."""
        found = {key: read_written(value) for key, value in self.store.entries(_STORED).items()}
        typed = {key: written.typed_us for key, written in found.items() if written is not None}
        newest = sorted(typed, key=lambda key: -typed[key])[:_MOST]
        kept = {key for key in newest if typed[key] > self._now_us() - _LONGEST_US}
        for key in found.keys() - kept:
            self.store.drop(_STORED, key)


def _number(key: str) -> int:
    """Return the number of the ticket that the key ends with, 0 for none."""
    number = key.rpartition("/")[2].partition(COPY)[0]
    return int(number) if number.isdecimal() else 0


class Draft:
    """One place to write in; two of the same place are the same draft."""

    def __init__(self, drafts: Drafts, kind: Kind, ticket_id: int, key: str) -> None:
        self.kind, self.ticket_id, self.key = kind, ticket_id, key
        self._drafts = drafts

    @property
    def written(self) -> Written | None:
        """Return what is written here, or None."""
        return self._drafts.written(self.key)

    @property
    def texts(self) -> Mapping[str, str]:
        """Return the texts by their field; none when nothing is written."""
        return self.written.texts if self.written is not None else {}

    @property
    def text(self) -> str:
        """Return the text of a draft that has but one."""
        return self.texts.get("text", "")

    @property
    def ticket_ids(self) -> tuple[int, ...]:
        """Return for which tickets it is written, none for a report."""
        if self.kind is not Kind.SEVERAL:
            return (self.ticket_id,) if self.ticket_id else ()
        told = self.written.seen.get(_TICKETS, "") if self.written is not None else ""
        return tuple(int(number) for number in told.split() if number.isdecimal())

    @property
    def typed_us(self) -> int:
        """Return when the last key was pressed, in microseconds since 1970; 0 when nothing is written."""
        return self.written.typed_us if self.written is not None else 0

    @property
    def came_back(self) -> bool:
        """Say whether it was written before this window was opened, and not touched since."""
        return self.written is not None and not self._drafts.is_fresh(self.key)

    def keep(self, text: str) -> None:
        """Remember this as the text; to be called at every change."""
        self.keep_texts({"text": text})

    def keep_for(self, ticket_ids: Iterable[int], text: str) -> None:
        """Remember this as the text for these tickets together; to be called at every change."""
        tickets = {_TICKETS: " ".join(map(str, ticket_ids))}
        self.keep_texts({"text": text}, seen=tickets if text.strip() else {})

    def keep_texts(self, texts: Mapping[str, str], revision: int = 0, seen: Mapping[str, str] | None = None) -> None:
        """Remember these texts, and for an edit what it began from; blank ones are none."""
        before = self.written
        if not texts or (not seen and not any(text.strip() for text in texts.values())):
            self.forget()
        elif before is None or (before.texts, before.revision) != (texts, revision):
            known = before or Written({}, 0)
            typed = replace(known, texts=dict(texts), typed_us=self._drafts.now_us(), place=self._drafts.place)
            self.put_back(replace(typed, revision=revision, seen=dict(seen or {})))

    def forget(self) -> Written | None:
        """Forget it, because it was acknowledged or is not wanted; return what was written, to be put back."""
        written = self.written
        self._drafts.drop(self.key)
        return written

    def put_back(self, written: Written) -> None:
        """Remember again what was forgotten."""
        self._drafts.put(self.key, written)

    def send(self, start: Callable[[str], None]) -> None:
        """Call `start` with the request id for what is written, once the disk has both; the same texts keep theirs."""
        written = self.written
        if written is None:
            return
        if not written.was_sent:
            written = replace(written, sent=written.texts, request_id=str(uuid.uuid4()))
            self.put_back(written)
        self._drafts.when_kept(partial(start, written.request_id))
