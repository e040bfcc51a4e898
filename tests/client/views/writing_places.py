"""Where something is written in a window."""

from collections.abc import Iterator

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from client.views.main_window import MainWindow


def fields(main: MainWindow) -> Iterator[QWidget]:
    """Yield every field of the window that text is typed into."""
    written: list[QLineEdit | QPlainTextEdit | QTextEdit] = []
    written += main.findChildren(QLineEdit) + main.findChildren(QPlainTextEdit) + main.findChildren(QTextEdit)
    yield from (field for field in written if not field.isReadOnly())
    yield from (box for box in main.findChildren(QComboBox) if box.isEditable())


def shown_places(main: MainWindow) -> Iterator[None]:
    """Bring each place where something is written into sight, one after the other."""
    main.show_report(True)
    main.ticket_view.start_editing()
    yield
    main.talk.show_history(True)
    yield
    main.talk.show_history(False)
    if main.work is not None:
        main.table.selectAll()
        yield
