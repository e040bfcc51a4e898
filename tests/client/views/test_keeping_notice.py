"""What cannot be kept is said calmly, for as long as it is so; what was damaged is said once."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from client.store import Store
from client.store_file import FILE_NAME
from client.views.keeping_notice import KeepingNotice


def test_a_folder_that_cannot_be_written_is_told_until_it_can(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder")
    store = Store(tmp_path / "data")
    notice = KeepingNotice(store)
    qtbot.addWidget(notice)
    assert notice.isHidden()
    qtbot.waitUntil(lambda: "is not kept on this PC" in notice.text())
    assert "is not kept on this PC" in KeepingNotice(store).text(), "also in the window of the next role"
    (tmp_path / "data").unlink()
    store.put("draft", "1", "x")
    store.when_kept(lambda: None)
    qtbot.waitUntil(notice.isHidden)
    store.close()


def test_a_damaged_file_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"garbage" * 1_000)
    store = Store(tmp_path)
    notice = KeepingNotice(store)
    qtbot.addWidget(notice)
    qtbot.waitUntil(lambda: "put aside: desk.db.damaged" in notice.text())
    assert KeepingNotice(store).isHidden(), "the window of the next role says nothing of it"
    store.close()


def test_what_was_damaged_before_there_was_a_window_is_told_by_the_first_one(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"garbage" * 1_000)
    store = Store(tmp_path)
    qtbot.waitUntil(lambda: store.was_put_aside)
    notice = KeepingNotice(store)
    qtbot.addWidget(notice)
    assert "put aside: desk.db.damaged" in notice.text()
    assert KeepingNotice(store).isHidden()
    store.close()
