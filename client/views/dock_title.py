"""The head of a dock: its name, and the buttons to float it and to put it away."""

from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QLabel, QWidget

from client.views.buttons import Button
from client.views.labels import plain_label
from client.views.theme.theme import Theme


class DockTitle(QFrame):
    """A quiet title bar; a dock is still dragged by it."""

    def __init__(self, theme: Theme, dock: QDockWidget, head: QWidget | None = None) -> None:
        """Show the dock's name, or in its place what chooses between the things that the dock can show."""
        super().__init__(dock)
        self.setProperty("ground", "surface")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 8, 4)
        row.setSpacing(0)
        row.addWidget(head or self._name(dock), 1)
        float_words = self.tr("Move %1 into its own window, or back").replace("%1", dock.windowTitle())
        floating = Button(theme, float_words, kind="icon", icon="float")
        floating.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        row.addWidget(floating)
        if dock.features() & QDockWidget.DockWidgetFeature.DockWidgetClosable:
            away = Button(theme, self.tr("Put %1 away").replace("%1", dock.windowTitle()), kind="icon", icon="cross")
            away.clicked.connect(dock.close)
            row.addWidget(away)

    @staticmethod
    def _name(dock: QDockWidget) -> QLabel:
        name = plain_label(dock.windowTitle(), tone="muted", scale="small")
        dock.windowTitleChanged.connect(name.setText)
        return name
