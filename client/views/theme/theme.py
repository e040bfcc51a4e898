"""The switch between light, dark and the system's choice, applied to the whole application at once."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from client.pauses import Pauses
from client.settings import Theme as ThemeChoice
from client.views.theme import icons, tokens
from client.views.theme.dressing import Dressing
from client.views.theme.stylesheet import stylesheet
from client.views.theme.tokens import DARK, LIGHT, Tokens

_SCHEMES = {
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
}


class Theme(QObject):
    """The present look; everything that paints by itself asks it for tokens and repaints on `changed`."""

    changed = Signal()

    def __init__(
        self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, pauses: Pauses | None = None
    ) -> None:
        """Dress the application; SYSTEM follows the desktop's scheme and is light where that is unknown.

        Another look is put on with `pauses`, which what else takes long has too.
        """
        super().__init__(application)
        self._pauses = pauses or Pauses()
        self._application = application
        self._choice = choice
        self._tokens: Tokens | None = None
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setFont(_body_font())
        application.styleHints().colorSchemeChanged.connect(self._dress)
        # Icons are drawn for the screens that are there.
        application.screenAdded.connect(lambda _screen: self.changed.emit())
        self.choose(choice)

    @property
    def tokens(self) -> Tokens:
        """Return the colours in force."""
        return self._tokens or LIGHT

    @property
    def choice(self) -> ThemeChoice:
        """Return what the person chose."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Change the look of every window at once."""
        self._choice = choice
        # The window frame of the desktop follows the scheme too.
        self._application.styleHints().setColorScheme(_SCHEMES[choice])
        self._dress()

    def icon(self, name: str, tone: str = "muted", *, room: int = 0) -> QIcon:
        """Return the icon in the colour of the token `tone`, with `room` pixels between it and words."""
        ratios = tuple(sorted({screen.devicePixelRatio() for screen in self._application.screens()}))
        return icons.icon(name, str(getattr(self.tokens, tone)), self.tokens.muted, room=room, ratios=ratios)

    def _dress(self) -> None:
        wanted = DARK if self._is_dark() else LIGHT
        if wanted is self._tokens:
            return
        if self._tokens is None:
            # Nothing is in sight yet, and whoever makes the theme is not ready for what a pause would bring.
            self._tokens = wanted
            self._application.setPalette(palette(wanted))
            self._application.setStyleSheet(stylesheet(wanted))
            return
        if self._pauses.put_off(self._dress):
            return
        with self._pauses:
            dressing = Dressing(self._application, self._pauses.pause)
            self._tokens = wanted
            dressing.dress(palette(wanted), stylesheet(wanted))
            self._pauses.pause()
            self.changed.emit()
            dressing.finish()

    def _is_dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK


def _body_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(tokens.BODY)
    return font


def palette(colours: Tokens) -> QPalette:
    """Return the colours as the palette that Fusion paints with."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, name in (
        (role.Window, "canvas"), (role.WindowText, "text"), (role.Base, "surface"), (role.AlternateBase, "canvas"),
        (role.Text, "text"), (role.Button, "raised"), (role.ButtonText, "text"), (role.ToolTipBase, "raised"),
        (role.ToolTipText, "text"), (role.PlaceholderText, "muted"), (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"), (role.Link, "accent"), (role.Mid, "line"), (role.Accent, "accent"),
    ):  # fmt: skip
        made.setColor(which, QColor(getattr(colours, name)))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.muted))
    return made
