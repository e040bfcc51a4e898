"""The first page: a person enters as simple user or as helpdesk staff."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from campusdesk.rules import Role
from client.views.brand import Brand
from client.views.buttons import Button
from client.views.labels import plain_label, set_tone
from client.views.language_menu import LanguageMenu
from client.views.role_card import RoleCard
from client.views.theme.theme import Theme
from client.views.theme_menu import ThemeMenu


class RolePage(QWidget):
    """Two cards; `entered` tells the chosen role, `server_wanted` asks for the page with the server's address."""

    entered = Signal(object)
    server_wanted = Signal()

    def __init__(self, theme: Theme, last_role: Role | None, *, may_choose_server: bool = False) -> None:
        """Make the page with the last choice ready for Enter."""
        super().__init__()
        self._cards = {role: self._card(theme, role) for role in (Role.USER, Role.HELPDESK)}
        preselected = last_role if last_role in self._cards else Role.USER
        self._dot = plain_label("●", tone="muted", scale="small")
        self._state = plain_label(self.tr("Connecting …"), tone="muted", wrap=True)
        self.language_menu, self.theme_menu = LanguageMenu(theme), ThemeMenu(theme)
        self.other_server = Button(theme, self.tr("Other server"), kind="quiet")
        self.other_server.clicked.connect(self.server_wanted)
        self._hint = plain_label(tone="muted", scale="small")
        self._news = plain_label(tone="danger", wrap=True)
        self._news.hide()
        self._arrange(theme)
        # Shown before it stands in the page, it would be a window of its own for a moment.
        self.other_server.setVisible(may_choose_server)
        self.refuse_staff("")
        self.setFocusProxy(self._cards[preselected])

    def _card(self, theme: Theme, role: Role) -> RoleCard:
        words = {
            Role.USER: (
                self.tr("Report a problem"),
                self.tr("Simple user"),
                self.tr("Tell us what is broken, then follow and answer everything that is open on campus."),
            ),
            Role.HELPDESK: (
                self.tr("I work at the helpdesk"),
                self.tr("Helpdesk staff"),
                self.tr("See every ticket, take care of it, close it, and watch the analyses move."),
            ),
        }
        card = RoleCard(theme, role, {Role.USER: "megaphone", Role.HELPDESK: "headset"}[role], words[role])
        card.chosen.connect(lambda: self.entered.emit(role))
        return card

    def _arrange(self, theme: Theme) -> None:
        head = QHBoxLayout()
        for part in (Brand(theme), self.language_menu, self.theme_menu):
            head.addWidget(part)
        cards = QHBoxLayout()
        cards.setSpacing(24)
        for card in self._cards.values():
            cards.addWidget(card)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._dot)
        foot.addWidget(self._state, 1)
        foot.addWidget(self.other_server)
        foot.addWidget(self._hint)
        block = QVBoxLayout()
        block.setSpacing(24)
        block.addWidget(plain_label(self.tr("What brings you here?"), scale="title"))
        block.addWidget(self._news)
        block.addLayout(cards)
        block.addLayout(foot)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addLayout(block)
        middle.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(32, 24, 32, 32)
        page.addLayout(head)
        page.addStretch(2)
        page.addLayout(middle)
        page.addStretch(3)

    def refuse_staff(self, words: str) -> None:
        """Say on the card of helpdesk staff why nobody can enter as such here; empty words when somebody can."""
        card, user = self._cards[Role.HELPDESK], self._cards[Role.USER]
        is_news = bool(words) and not card.refusal
        card.refuse(words)
        self._hint.setText(self.tr("Press 1") if words else self.tr("Press 1 or 2"))
        if is_news:
            self.setFocusProxy(user)
            if card.hasFocus():
                user.setFocus()

    def tell(self, words: str) -> None:
        """Say over the cards what came of the work before."""
        self._news.setText(words)
        self._news.show()

    def show_state(self, words: str, tone: str) -> None:
        """Say in words whether the server answers; `tone` is ok, muted or danger."""
        self._state.setText(words)
        set_tone(self._dot, "tone", tone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter by the keys 1 and 2."""
        for role, card in self._cards.items():
            if event.text() == str(int(role)):
                card.click()
                return
        super().keyPressEvent(event)
