"""What an analysis shows taken along: as a picture, as a file of its numbers, or on paper."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QObject, QRect, Qt
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPainter
from PySide6.QtWidgets import QDialog

from client.csv_file import region_with, write_table
from client.reading import Reading
from client.refusals import disk_words
from client.state import wall_clock_us
from client.text import analysis_words, one_line
from client.views.analysis_picture import picture
from client.views.analytics_view import AnalyticsView
from client.views.saving import SavingFolder, ask_where, file_name
from client.whole_file import unfinished_beside, whole_file

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# Pixels for one of the desk's: a picture is shown larger than the desk's plot, and paper has finer dots.
_IN_FILES, _ON_PAPER = 2, 3
# Characters of a file's name that stand in the head.
_MOST_NAME = 80


class AnalysisExport(QObject):
    """Does what the menu of the head offers, and says there how it went; disks and printers hold nothing up."""

    def __init__(self, view: AnalyticsView, folder: SavingFolder) -> None:
        """Take along what this view shows; `folder` is where the person saved last."""
        super().__init__(view)
        self.view, self.head, self._folder = view, view.head, folder
        self.dialog: QDialog | None = None
        # All that a disk or a printer is at, and of what is done some until the next begins.
        self._works: dict[_Work, Reading[OSError | None]] = {}
        self.head.menu.aboutToShow.connect(self._offer)
        self.head.picture.triggered.connect(self.save_picture)
        self.head.numbers.triggered.connect(self.save_numbers)
        self.head.print.triggered.connect(self.print_picture)

    def _offer(self) -> None:
        """Offer what there is: of words in a plot's place there is no picture."""
        panel = self.view.panel
        for action in (self.head.picture, self.head.print):
            action.setEnabled(panel is not None and panel.has_picture)
        self.head.numbers.setEnabled(panel is not None and panel.has_result())

    def save_picture(self) -> None:
        """Ask where the plot as it is now is to be saved, and save it."""
        image = self._picture(_IN_FILES)
        if image is not None:
            self._ask(self.tr("Save picture"), "png", partial(_save_image, image))

    def save_numbers(self) -> None:
        """Ask where the numbers as they are now are to be saved, and save them."""
        series = self.view.panel.series() if self.view.panel is not None else None
        if series is not None:
            table = series.table()
            # What the system's region is opened with, whatever language the desk speaks.
            region = region_with(QLocale.system().decimalPoint())
            save = partial(write_table, headings=table.headings, rows=table.file_rows, region=region)
            self._ask(self.tr("Save numbers"), "csv", save)

    def print_picture(self) -> None:
        """Ask for a printer, and print the plot as it is now."""
        # It takes a while to load, and is seldom wanted.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        image = self._picture(_ON_PAPER)
        if image is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        printer.setDocName(self._subject)
        dialog = QPrintDialog(printer, self.view.window())
        self._open(dialog)
        dialog.finished.connect(lambda chosen: self._print(printer, image) if chosen else None)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def end(self) -> None:
        """Ask nothing any more, because the window goes; what is being written is written."""
        if self.dialog is not None:
            self.dialog.reject()
        for reading in self._works.values():
            reading.end()
        self._works.clear()

    @property
    def _subject(self) -> str:
        return analysis_words(self.view.analysis) if self.view.analysis is not None else ""

    def _picture(self, factor: float) -> QImage | None:
        panel = self.view.panel
        if panel is None or not panel.has_picture:
            return None
        return picture(panel, self._subject, factor)

    def _ask(self, title: str, suffix: str, save: Callable[[Path], None]) -> None:
        day = datetime.fromtimestamp(wall_clock_us() / 1e6).date()  # noqa: DTZ006  the person's own day
        name = file_name(self.view.analysis.value if self.view.analysis is not None else "", day, suffix)
        self._open(ask_where(self.view.window(), title, name, self._folder, partial(self._save, save)))

    def _open(self, dialog: QDialog) -> None:
        self.head.say("")
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _save(self, save: Callable[[Path], None], path: Path) -> None:
        name = one_line(path.name, _MOST_NAME)
        self._do(partial(save, path), self.tr("Saved as %1").replace("%1", name), self.tr("Not saved: %1"))

    def _print(self, printer: "QPrinter", image: QImage) -> None:
        words = self.tr("Not printed: the printer takes nothing.")
        self._do(partial(_print_image, printer, image), self.tr("Sent to the printer"), words)

    def _do(self, work: Callable[[], None], done: str, failed: str) -> None:
        source = _Work(work)

        def take(told: list[OSError | None]) -> None:
            (error,) = told
            source.is_told = True
            words = done if error is None else failed.replace("%1", disk_words(error))
            self.head.say(words, wrong=error is not None)

        # Let go only now: a reading must outlive the call in which it tells that it is done.
        self._works = {each: reading for each, reading in self._works.items() if not each.is_told}
        self._works[source] = Reading(lambda _tell: source, take)


class _Work:
    """Something that a disk or a printer takes its time for, as a source to be read: it tells its error, or None."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        # Whether it was heard how it went.
        self.is_told = False

    def __iter__(self) -> Iterator[OSError | None]:
        try:
            self._work()
        except OSError as error:
            yield error
        else:
            yield None

    def cancel(self) -> None:
        """Go on: it takes a moment, and what is half written would be of no use."""


def _save_image(image: QImage, path: Path) -> None:
    """Write a picture whole or not at all; raises OSError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(image):
        raise OSError
    with whole_file(path, unfinished_beside(path)) as file:
        file.write(buffer.data().data())


def _print_image(printer: "QPrinter", image: QImage) -> None:
    """Print a picture as large as the page takes it; raises OSError when the printer takes nothing."""
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError
    page = painter.viewport()
    size = image.size().scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(page.topLeft(), size), image)
    if not painter.end():
        raise OSError
