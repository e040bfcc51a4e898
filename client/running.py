"""A whole desk, from its application to its exit code."""

import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from client.app import Desk
from client.settings import Options, Settings, data_folder
from client.stop_signals import StopSignals
from client.store import Store


def run(options: Options) -> int:
    """Run a desk until its window is closed, or until the screenshots are made; return the exit code."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Campus Desk")
    if options.screenshots is not None:
        return _take_screenshots(application, options, options.screenshots)
    desk = Desk(application, options, Settings(), Store(data_folder(), application, forgets=options.shared))
    StopSignals(desk.window.close, desk)
    desk.window.show()
    QTimer.singleShot(0, desk.start)
    with ExitStack() as ending:
        if options.trace_stalls:
            from client.stall_watch import StallWatch

            ending.callback(StallWatch(lambda stall: sys.stderr.write(f"{stall.words()}\n"), application).end)
        return application.exec()


def _take_screenshots(application: QApplication, options: Options, folder: Path) -> int:
    from client.views.screenshots import Screenshots

    # A person's own settings are neither shown nor changed.
    with TemporaryDirectory() as settings:
        desk = Desk(application, options, Settings(Path(settings)), Store(Path(settings), application))
        desk.window.show()
        QTimer.singleShot(0, desk.start)
        return Screenshots(desk).take(folder)
