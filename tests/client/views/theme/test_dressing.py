"""Another look is put on in portions, and is the same everywhere as if it had been put on in one go."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from client.pauses import Pauses
from client.settings import Theme as ThemeChoice
from client.views.buttons import Choice
from client.views.labels import plain_label
from client.views.theme.stylesheet import stylesheet
from client.views.theme.theme import Theme
from client.views.theme.tokens import DARK


class Pages(QStackedWidget):
    """Two pages, of which one is out of sight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        for words in ("in sight", "out of sight"):
            page = QWidget()
            self.addWidget(page)
            Choice(theme, [words, "other"], words).setParent(page)
            for at, scale in enumerate(("small", "headline"), 1):
                label: QLabel = plain_label(words, tone="danger", scale=scale, parent=page)
                label.move(0, 60 * at)

    def picture(self, page: int) -> QImage:
        self.setCurrentIndex(page)
        return self.grab().toImage()


class Paintings(QObject):
    """Notes in which of the two stylesheets a window was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        application = QApplication.instance()
        if event.type() == QEvent.Type.Paint and isinstance(application, QApplication):
            self.sheets.append(application.styleSheet())
        return super().eventFilter(watched, event)


def test_what_is_out_of_sight_looks_as_if_all_had_been_dressed_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    pages = Pages(theme)
    qtbot.addWidget(pages)
    pages.show()
    light = [pages.picture(page) for page in (0, 1)]
    pages.picture(0)
    theme.choose(ThemeChoice.DARK)
    dark = [pages.picture(page) for page in (0, 1)]
    qapp.setStyleSheet("")
    qapp.setStyleSheet(stylesheet(theme.tokens))
    assert dark == [pages.picture(page) for page in (0, 1)]
    assert all(before != after for before, after in zip(light, dark, strict=True))


def test_a_window_is_painted_in_the_look_once_all_in_it_knows_of_that(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    pages, paintings = Pages(theme), Paintings()
    qtbot.addWidget(pages)
    pages.show()
    qtbot.waitExposed(pages)
    pages.installEventFilter(paintings)
    dark, told = stylesheet(DARK), list[bool]()
    theme.changed.connect(lambda: told.append(dark in paintings.sheets))
    theme.choose(ThemeChoice.DARK)
    assert told == [False]
    qtbot.waitUntil(lambda: dark in paintings.sheets)


def test_a_look_that_is_chosen_amid_other_work_is_put_on_after_it(qapp: QApplication) -> None:
    pauses = Pauses()
    theme = Theme(qapp, ThemeChoice.LIGHT, pauses)
    with pauses:
        theme.choose(ThemeChoice.DARK)
        assert theme.tokens.name == "light"
    assert theme.tokens.name == "dark"


def test_a_window_of_which_something_waited_to_be_painted_is_painted_later_too(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    window, paintings = QLabel("light"), Paintings()
    qtbot.addWidget(window)
    window.installEventFilter(paintings)
    window.show()
    qtbot.waitUntil(lambda: bool(paintings.sheets))
    window.update()
    theme.choose(ThemeChoice.DARK)
    paintings.sheets.clear()
    window.setText("dark")
    qtbot.waitUntil(lambda: bool(paintings.sheets))


def test_a_window_that_goes_while_another_look_is_put_on_keeps_no_other_from_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    window, hint = QWidget(), QLabel("hint")
    for part in (window, hint):
        qtbot.addWidget(part)
        part.show()
    hidden = [QLabel("out of sight", window) for _ in range(60)]
    for label in hidden:
        label.ensurePolished()
    QTimer.singleShot(0, lambda: shiboken6.delete(hint))
    theme.choose(ThemeChoice.DARK)
    assert not shiboken6.isValid(hint)
    assert qapp.styleSheet() == stylesheet(DARK)
