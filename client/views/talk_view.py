"""What was said under a ticket and what was done to it, one of the two in sight."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from client.views.buttons import Choice
from client.views.chat_view import ChatView
from client.views.history_view import HistoryView
from client.views.theme.theme import Theme


class TalkView(QStackedWidget):
    """Holds both views; `switch`, which belongs into the head of the dock, chooses between them."""

    def __init__(self, theme: Theme, chat: ChatView, history: HistoryView) -> None:
        """Show the conversation first."""
        super().__init__()
        self.addWidget(chat)
        self.addWidget(history)
        self.switch = QWidget()
        self.choice = Choice(theme, [self.tr("Conversation"), self.tr("History")], self.tr("What is shown"))
        self.choice.chosen.connect(self.setCurrentIndex)
        row = QHBoxLayout(self.switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        row.addStretch()

    @property
    def shows_history(self) -> bool:
        """Say whether the history is in sight."""
        return self.currentIndex() == 1

    def show_history(self, shown: bool) -> None:
        """Show the history, or the conversation again."""
        self.choice.choose(int(shown))
        self.setCurrentIndex(int(shown))
