"""On a shared PC all that tells of a person goes when the person leaves; elsewhere nothing ever does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.draft import Kind
from client.drafts import Drafts
from client.languages import Language
from client.presence import IDLE_US
from client.settings import Settings
from client.settings import Theme as ThemeChoice
from client.store import Store
from client.store_file import StoreFile
from client.views.staying import Staying
from client.views.theme.theme import Theme
from tests.client.views.set_clock import SetClock

Stay = Callable[..., Staying]


pytestmark = pytest.mark.usefixtures("spoken")


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def stay(qtbot: QtBot, theme: Theme, tmp_path: Path, clock: SetClock) -> Iterator[Stay]:
    """Begin a stay at a PC, as each start of a desk does; on the same folder each time."""
    begun: list[tuple[Staying, Store]] = []

    def one(*, shared: bool = True) -> Staying:
        window = QWidget()
        qtbot.addWidget(window)
        store = Store(tmp_path / "data", forgets=shared)
        staying = Staying(window, theme, Settings(tmp_path), store, clock)
        begun.append((staying, store))
        qtbot.waitUntil(lambda: store.is_loaded)
        staying.begin(Drafts(store, Role.USER, "desk", lambda: "lineage-1", clock))
        return staying

    yield one
    for staying, store in begun:
        if staying.presence is not None:
            staying.presence.end()
        store.close()


def drafts_of(staying: Staying) -> Drafts:
    assert staying._drafts is not None  # noqa: SLF001 - the stay of a test has them
    return staying._drafts  # noqa: SLF001


def write(staying: Staying, qtbot: QtBot) -> Drafts:
    """Write something, and wait until it is on disk."""
    drafts, kept = drafts_of(staying), []
    drafts.of(Kind.MESSAGE, 1).keep("The secret is 4711")
    drafts.when_kept(lambda: kept.append(True))
    qtbot.waitUntil(lambda: bool(kept))
    return drafts


def test_what_is_forgotten_is_neither_in_memory_nor_on_disk_nor_in_the_settings(
    stay: Stay, qtbot: QtBot, tmp_path: Path
) -> None:
    staying, settings = stay(), Settings(tmp_path)
    drafts = write(staying, qtbot)
    settings.language, settings.theme, settings.role = Language.ITALIAN, ThemeChoice.DARK, Role.HELPDESK
    settings.joined, settings.server = ("lineage-1/1",), "desk.example:47600"
    before = settings.installation_id
    assert staying.finish()
    staying.forget()
    drafts.store.close()
    assert (drafts.all(), StoreFile(tmp_path / "data").read()) == ([], {})
    assert b"4711" not in b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())
    after = Settings(tmp_path)
    assert (after.language, after.theme, after.role, after.joined) == (None, ThemeChoice.SYSTEM, None, ())
    assert (after.server, after.installation_id) == ("desk.example:47600", before)


def test_at_a_persons_own_pc_everything_stays(stay: Stay, qtbot: QtBot, tmp_path: Path) -> None:
    staying = stay(shared=False)
    write(staying, qtbot)
    Settings(tmp_path).language = Language.ITALIAN
    assert staying.finish()
    staying.end()
    assert Settings(tmp_path).language is Language.ITALIAN
    assert drafts_of(stay(shared=False)).of(Kind.MESSAGE, 1).text == "The secret is 4711"


def test_the_countdown_stands_only_where_somebody_works(stay: Stay, clock: SetClock, qtbot: QtBot) -> None:
    staying = stay()
    assert staying.presence is not None
    assert staying.card is not None
    clock.now_us += IDLE_US - 1
    staying.presence.look()
    assert not staying.card.isHidden()
    staying.presence.note()
    assert staying.card.isHidden()
    staying.finish()
    clock.now_us += IDLE_US - 1
    staying.presence.look()
    assert staying.card.isHidden()
    clock.now_us += 1
    with qtbot.waitSignal(staying.left):
        staying.presence.look()


@pytest.mark.parametrize(("away_us", "is_kept"), [(IDLE_US - 1, True), (IDLE_US, False), (-1, False)])
def test_what_a_crash_left_is_found_by_who_comes_back_at_once_and_by_nobody_later(
    away_us: int, is_kept: bool, stay: Stay, clock: SetClock, qtbot: QtBot
) -> None:
    write(stay(), qtbot)
    clock.now_us += away_us
    assert bool(drafts_of(stay()).all()) is is_kept


def test_what_was_left_before_the_pc_was_shared_goes(stay: Stay, qtbot: QtBot) -> None:
    write(stay(shared=False), qtbot)
    assert drafts_of(stay()).all() == []


def test_whoever_leaves_waits_for_what_was_sent(stay: Stay, qtbot: QtBot) -> None:
    staying = stay()
    drafts = write(staying, qtbot)
    drafts.of(Kind.MESSAGE, 1).send(lambda _request_id: QTimer.singleShot(0, drafts.of(Kind.MESSAGE, 1).forget))
    assert staying.finish()


def test_what_nobody_acknowledged_is_said(stay: Stay, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("client.views.staying._FINISH_MS", 1)
    staying = stay()
    write(staying, qtbot).of(Kind.MESSAGE, 1).send(lambda _request_id: None)
    assert not staying.finish()
