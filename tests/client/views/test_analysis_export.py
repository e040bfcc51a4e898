"""What an analysis shows is saved as a picture and as numbers, and printed; what fails is told beside the menu."""

import csv
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import analytics_pb2
from client.helpdesk import HelpDesk
from client.state import Analysis
from client.views import analysis_export
from client.views.analysis_export import AnalysisExport
from client.views.analysis_head import AnalysisHead
from client.views.main_window import MainWindow
from tests.client.made import NOON_US, moment
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.backlogs import HOUR, backlog
from tests.client.views.held import HeldConnection

Tell = Callable[[int], None]

STAMP = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=41, live=True)


@pytest.fixture
def export(enter: Callable[[Role], MainWindow]) -> AnalysisExport:
    analyses = enter(Role.HELPDESK).analyses
    assert analyses is not None
    analyses.show(Analysis.CATEGORY_LOAD)
    assert analyses.export is not None
    return analyses.export


@pytest.fixture
def tell(export: AnalysisExport, held: HeldConnection) -> Callable[[int], None]:
    """Return what has the analysis shown tell a number of active tickets."""
    watch = HelpDesk(held).watch_category_load()
    panel = export.view.panel
    assert panel is not None
    panel.follow(watch)

    def told(active: int) -> None:
        load = analytics_pb2.CategoryLoad(active_count=active, open_count=2 if active else 0)
        load.category = 1  # type: ignore[assignment]
        watch.result.emit(analytics_pb2.CategoryLoadResult(stamp=STAMP, loads=[load]))

    return told


def head(export: AnalysisExport) -> AnalysisHead:
    head = export.head
    head.menu.aboutToShow.emit()
    return head


def save(export: AnalysisExport, path: Path) -> None:
    """Choose the path in the dialog that is open."""
    assert isinstance(export.dialog, QFileDialog)
    field = export.dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    export.dialog.accept()


def test_nothing_is_offered_before_there_is_something(export: AnalysisExport, tell: Tell) -> None:
    actions = head(export).picture, head(export).numbers, head(export).print
    assert [action.isEnabled() for action in actions] == [False, False, False]
    tell(0)
    tell(4)
    head(export)
    assert [action.isEnabled() for action in actions] == [True, True, True]


def test_a_picture_is_saved_as_it_was_when_it_was_asked_for(
    export: AnalysisExport, tell: Tell, tmp_path: Path, qtbot: QtBot
) -> None:
    tell(4)
    head(export).picture.trigger()
    assert isinstance(export.dialog, QFileDialog)
    assert Path(export.dialog.selectedFiles()[0]).name.startswith("campus-desk-category-load-")
    tell(5)
    save(export, tmp_path / "load.png")
    qtbot.waitUntil(lambda: head(export).said.text() == "Saved as load.png", timeout=PATIENCE_MS)
    image = QImage(str(tmp_path / "load.png"))
    assert image.width() >= 1_440
    assert [path.name for path in tmp_path.iterdir() if "unfinished" in path.name] == []


def test_the_numbers_are_in_the_file_as_plotted(
    export: AnalysisExport, tell: Tell, tmp_path: Path, qtbot: QtBot
) -> None:
    tell(4)
    head(export).numbers.trigger()
    save(export, tmp_path / "load.csv")
    qtbot.waitUntil(lambda: head(export).said.text() == "Saved as load.csv", timeout=PATIENCE_MS)
    assert (tmp_path / "load.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "load.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    panel = export.view.panel
    series = panel.series() if panel is not None else None
    assert series is not None
    table = series.table()
    told = [["" if cell is None else str(cell) for cell in row] for row in table.rows]
    assert rows == [list(table.headings), *told]


def test_moments_stand_in_the_file_with_their_distance_from_utc(
    export: AnalysisExport, held: HeldConnection, tmp_path: Path, qtbot: QtBot
) -> None:
    export.view.show_analysis(Analysis.BACKLOG)
    watch = HelpDesk(held).watch_backlog(HOUR)
    assert export.view.panel is not None
    export.view.panel.follow(watch)
    told = backlog(HOUR, (3, 2))
    told.time_zone = "Europe/Rome"
    watch.result.emit(told)
    head(export).numbers.trigger()
    save(export, tmp_path / "backlog.csv")
    qtbot.waitUntil(lambda: head(export).said.text() == "Saved as backlog.csv", timeout=PATIENCE_MS)
    with (tmp_path / "backlog.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1] == ["2026-03-02T12:00:00+01:00", "2026-03-02T13:00:00+01:00", "3", "2"]


def test_what_cannot_be_written_is_told_and_leaves_nothing(
    export: AnalysisExport, tell: Tell, tmp_path: Path, qtbot: QtBot
) -> None:
    tell(4)
    head(export).picture.trigger()
    assert isinstance(export.dialog, QFileDialog)
    export.dialog.fileSelected.emit(str(tmp_path / "never" / "load.png"))
    qtbot.waitUntil(lambda: head(export).said.property("tone") == "danger", timeout=PATIENCE_MS)
    assert head(export).said.text() == "Not saved: the folder is not there any more."


def test_a_picture_that_cannot_be_made_is_told_and_leaves_nothing(
    export: AnalysisExport, tell: Tell, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(4)
    monkeypatch.setattr("client.views.analysis_export.picture", lambda *_: QImage())
    head(export).picture.trigger()
    save(export, tmp_path / "load.png")
    qtbot.waitUntil(lambda: head(export).said.property("tone") == "danger", timeout=PATIENCE_MS)
    assert list(tmp_path.glob("load*")) == []


def test_it_is_printed_on_a_page(export: AnalysisExport, tell: Tell, tmp_path: Path, qtbot: QtBot) -> None:
    tell(4)
    head(export).print.trigger()
    assert isinstance(export.dialog, QPrintDialog)
    printer = export.dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "load.pdf"))
    export.dialog.done(int(QPrintDialog.DialogCode.Accepted))
    qtbot.waitUntil(lambda: head(export).said.text() == "Sent to the printer", timeout=PATIENCE_MS)
    assert (tmp_path / "load.pdf").read_bytes().startswith(b"%PDF")


def test_a_printer_that_takes_nothing_is_told(export: AnalysisExport, tell: Tell, tmp_path: Path, qtbot: QtBot) -> None:
    tell(4)
    head(export).print.trigger()
    assert isinstance(export.dialog, QPrintDialog)
    printer = export.dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "never" / "load.pdf"))
    export.dialog.done(int(QPrintDialog.DialogCode.Accepted))
    words = "Not printed: the printer takes nothing."
    qtbot.waitUntil(lambda: head(export).said.text() == words, timeout=PATIENCE_MS)


def test_the_window_goes_with_its_dialog(export: AnalysisExport, tell: Tell) -> None:
    tell(4)
    head(export).picture.trigger()
    export.end()
    assert export.dialog is None


def test_the_window_goes_only_once_all_that_is_being_saved_is_written(
    export: AnalysisExport, tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = {name: threading.Event() for name in ("first.png", "second.png")}
    ended = iter(held.values())

    def save_slowly(_image: QImage, path: Path) -> None:
        held[path.name].wait(PATIENCE_MS / 1_000)
        path.touch()

    monkeypatch.setattr(analysis_export, "_save_image", save_slowly)
    # Each is waited for in turn, and goes on only then.
    monkeypatch.setattr("client.views.analysis_export._Work.cancel", lambda _work: next(ended).set())
    tell(4)
    for name in held:
        head(export).picture.trigger()
        save(export, tmp_path / name)
    export.end()
    assert {path.name for path in tmp_path.glob("*.png")} == {*held}
    assert head(export).said.text() == ""


def test_one_save_after_the_other_is_told(export: AnalysisExport, tell: Tell, tmp_path: Path, qtbot: QtBot) -> None:
    tell(4)
    for at in range(3):
        head(export).picture.trigger()
        save(export, tmp_path / f"{at}.png")
        words = f"Saved as {at}.png"
        qtbot.waitUntil(lambda words=words: head(export).said.text() == words, timeout=PATIENCE_MS)  # type: ignore[misc]
    export.end()
