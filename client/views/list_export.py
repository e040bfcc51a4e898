"""The list of tickets as it is shown, exported as CSV: asked where to, told how far it is and how it ended."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLocale, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from client.csv_file import region_with
from client.exporting import Export, Outcome
from client.models.exported import ExportedTable
from client.refusals import disk_words, error_words, short_error_words
from client.state import wall_clock_us
from client.text import one_line
from client.views.numbers import count_words, written_words
from client.views.saving import SavingFolder, ask_where, file_name
from client.views.theme.theme import Theme
from client.views.work_bar import WorkBar
from client.views.work_line import WorkLine

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk
    from client.views.main_window import MainWindow

# Characters of a file's name that stand in a line.
_MOST_NAME = 80


class ListExport(QObject):
    """One export at a time; it is told in the bar under the table, where staff read of their other work too."""

    def __init__(self, main: "MainWindow", desk: "HelpDesk", theme: Theme) -> None:
        """Export what the list of this window shows."""
        super().__init__(main)
        self._main, self._desk = main, desk
        self._folder = SavingFolder(main.installation.store, main.connection.role)
        self._dialog: QFileDialog | None = None
        # The one that is under way, or was last.
        self.export: Export | None = None
        self._line: WorkLine | None = None
        self.bar = main.work.bar if main.work is not None else self._own_bar(theme)
        main.list.menu.may_export = self.is_possible
        main.list.menu.export_wanted.connect(self.ask)
        main.connection.replaced.connect(self._forget)

    def _own_bar(self, theme: Theme) -> WorkBar:
        bar = WorkBar(theme)
        self._main.list.add_under(bar)
        return bar

    def is_possible(self) -> bool:
        """Say whether there is something to export and nothing is being exported."""
        return self._main.tickets.rowCount() > 0 and not self._is_busy

    @property
    def _is_busy(self) -> bool:
        return self._dialog is not None or (self.export is not None and self.export.outcome is None)

    def ask(self) -> None:
        """Ask where the list is to be written as it is shown now, then write it."""
        if not self.is_possible():
            return
        columns, listing = self._main.table.columns, self._main.list.listing
        shown = [column for column in columns.layout.order if columns.is_shown(column)]
        table = ExportedTable(shown, self._main.tickets.columns, self._main.connection.server_time_us())
        subject = (
            "picked" if listing.picked is not None else "found" if listing.found is not None else listing.view.value
        )
        day = datetime.fromtimestamp(wall_clock_us() / 1e6).date()  # noqa: DTZ006  the person's own day
        begin = partial(self._begin, self._main.tickets.listed(), table)
        words, name = self.tr("Export the list as CSV"), file_name(subject, day, "csv")
        self._dialog = ask_where(self._main.window(), words, name, self._folder, begin)
        self._dialog.finished.connect(self._forget_dialog)

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _begin(self, ids: npt.NDArray[np.int64], table: ExportedTable, path: Path) -> None:
        if self._line is not None:
            self._line.put_away()
        self._line = line = self.bar.add()
        line.gone.connect(self._forget_line)
        # What the system's region is opened with, whatever language the desk speaks.
        region = region_with(QLocale.system().decimalPoint())
        self.export = Export(ids, path, table, region, self._desk.batch_get_tickets)
        self.export.progressed.connect(self._show_progress)
        self.export.ended.connect(self._show_outcome)
        self._show_progress()

    def _forget_line(self) -> None:
        self._line = None

    def _show_progress(self) -> None:
        export, line = self.export, self._line
        if export is None or line is None or export.outcome is not None:
            return
        line.show_words(self._progress_words(export))
        line.show_share(export.passed / max(1, export.total))
        line.offer("" if export.is_stopped else self.tr("Cancel"), export.cancel)

    def _progress_words(self, export: Export) -> str:
        if export.is_stopped:
            return self.tr("The export is being cancelled …")
        words = self.tr("Exporting to %1 · %2 of %3")
        if export.waits_for is not None:
            words = self.tr("The export waits at %2 of %3 and goes on by itself: %1")
        told = words.replace("%3", count_words(export.total)).replace("%2", count_words(export.passed))
        why = short_error_words(export.waits_for) if export.waits_for is not None else _name(export.path)
        return told.replace("%1", why)

    def _show_outcome(self) -> None:
        export, line = self.export, self._line
        if export is None or line is None:
            return
        is_wrong = export.outcome not in {Outcome.DONE, Outcome.CANCELLED}
        line.show_words(self._outcome_words(export), wrong=is_wrong)
        line.show_share(0)
        if export.outcome is Outcome.DONE:
            line.offer(self.tr("Open the folder"), partial(_open, export.path.parent))
        else:
            line.offer(self.tr("Try again …") if is_wrong else "", self.ask)
        # Who turned to something else meanwhile wants to know how it ended.
        line.may_go(soon=export.outcome is Outcome.CANCELLED)

    def _outcome_words(self, export: Export) -> str:
        if export.outcome is Outcome.DONE:
            return written_words(export.written).replace("%2", _name(export.path))
        if export.outcome is Outcome.CANCELLED:
            return self.tr("The export was cancelled. No file was written.")
        words = self.tr("The list was not exported: %1")
        if export.outcome is Outcome.REPLACED or export.error is None:
            return words.replace("%1", self.tr("the server's data was restored meanwhile."))
        if isinstance(export.error, OSError):
            return words.replace("%1", disk_words(export.error))
        return words.replace("%1", error_words(export.error, typed=False))

    def _forget(self) -> None:
        """Write nothing of what was listed: another history begins, in which its numbers mean other tickets."""
        if self._dialog is not None:
            self._dialog.reject()
        if self.export is not None:
            self.export.forget()

    def end(self) -> None:
        """Leave nothing that is half written, because the window goes."""
        if self._dialog is not None:
            self._dialog.reject()
        if self.export is not None:
            self.export.end()


def _name(path: Path) -> str:
    return one_line(path.name, _MOST_NAME)


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
