"""What can be done with several chosen tickets at once: it stands where else the one chosen ticket stands."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from campusdesk.rules import LIMITS, Category, Status
from client.drafts import Drafts
from client.text import category_within_words
from client.views.buttons import Button
from client.views.category_bar import TONES
from client.views.commands import CATEGORY_COMMANDS, Command, hint
from client.views.elided_label import ElidedLabel
from client.views.labels import plain_label
from client.views.numbers import count_words, too_long_words
from client.views.scroll_column import ScrollColumn
from client.views.text_field import PlainEditor
from client.views.theme.icons import CATEGORY_ICONS
from client.views.theme.theme import Theme
from client.views.wrapping_row import WrappingRow

_LINES = 4


class SelectionView(QFrame):
    """`activate_wanted` and `close_wanted`, `category_wanted` (None: take corrections back), `answer_wanted` (text)."""

    activate_wanted = Signal()
    close_wanted = Signal()
    category_wanted = Signal(object)
    answer_wanted = Signal(str)

    def __init__(self, theme: Theme, drafts: Drafts, chosen: Callable[[], Iterable[int]]) -> None:
        """Offer nothing before tickets are shown; `chosen` tells which those are."""
        super().__init__()
        self._drafts, self._chosen = drafts, chosen
        self.setProperty("ground", "surface")
        self._answerable = 0
        self.title = ElidedLabel(scale="title")
        self.summary = plain_label(tone="muted", wrap=True)
        # Their words count tickets, from the first selection on.
        self.activate = Button(theme, "", kind="primary", icon="status-active", tone="on_accent")
        self.activate.setToolTip(hint(self.tr("Take those that are open"), Command.ACTIVATE))
        self.close_button = Button(theme, "", icon="check")
        self.close_button.setToolTip(hint(self.tr("Close those that are active; closed is final"), Command.CLOSE))
        self.categories = {category: self._category(theme, category) for category in Category}
        self.take_back = Button(theme, self.tr("Take back corrections"), kind="icon", icon="retry")
        words = self.tr("Take back corrections: the server's own categories stand again")
        self.take_back.setToolTip(hint(words, Command.TAKE_BACK))
        self.editor = PlainEditor(LIMITS["message"], _LINES)
        self.editor.setPlaceholderText(self.tr("Write one message to all of them"))
        self.editor.setAccessibleName(self.tr("Message to all chosen tickets"))
        self.send = Button(theme, "", icon="send")
        self.send.setToolTip(self.tr("Ctrl+Enter"))
        self.notice = plain_label(tone="danger", scale="small", wrap=True)
        self._arrange()
        self.setFocusProxy(self.editor)
        self._connect()
        self._offer_counts({}, 0, 0)

    def _category(self, theme: Theme, category: Category) -> Button:
        name = self.tr("Set all to %1").replace("%1", category_within_words(category))
        button = Button(theme, name, kind="icon", icon=CATEGORY_ICONS[category], tone=TONES[category])
        button.setToolTip(hint(name, CATEGORY_COMMANDS[category]))
        button.clicked.connect(lambda: self.category_wanted.emit(category))
        return button

    def _arrange(self) -> None:
        self._parts = ScrollColumn()
        lines = self._parts.lines
        lines.addWidget(self.summary)
        steps = WrappingRow(self.activate, spread=False)
        steps.right.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(steps)
        lines.addLayout(self._choices())
        lines.addWidget(self.editor)
        lines.addLayout(self._foot())
        lines.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 0, 16, 16)
        outer.addWidget(self._parts)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.notice, 1)
        foot.addStretch()
        foot.addWidget(self.send)
        return foot

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(plain_label(self.tr("Category of all"), tone="muted"))
        row.addStretch()
        for button in (self.take_back, *self.categories.values()):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.activate.clicked.connect(self.activate_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self.take_back.clicked.connect(lambda: self.category_wanted.emit(None))
        self.editor.textChanged.connect(self._type)
        self.editor.submitted.connect(self._send)
        self.send.clicked.connect(self._send)

    def _take_up(self) -> None:
        """Go on with what was being written, unless something else is by now."""
        if not self.editor.toPlainText():
            self.editor.setPlainText(self._drafts.to_several().text)

    def _type(self) -> None:
        draft, chosen = self._drafts.to_several(), tuple(self._chosen())
        # Where others took all but one out of the list meanwhile, it is still written to all of them.
        written_to = chosen if len(chosen) > 1 else draft.ticket_ids or chosen
        draft.keep_for(written_to, self.editor.toPlainText())
        self._show_length()

    def show_counts(self, counts: Mapping[int, int], closing: int, total: int) -> None:
        """Say how many tickets are chosen, and offer what can be done with how many of them by their status.

        Those that are being closed already, `closing`, are in none of the counts.
        """
        self._take_up()
        self._offer_counts(counts, closing, total)

    def _offer_counts(self, counts: Mapping[int, int], closing: int, total: int) -> None:
        is_open, active, closed = (counts.get(int(status), 0) for status in Status)
        self._answerable = is_open + active + closing
        self.title.setText(_counted(self.tr("%1 tickets selected"), total))
        told = (
            (self.tr("%1 open"), is_open),
            (self.tr("%1 active"), active),
            (self.tr("%1 being closed"), closing),
            (self.tr("%1 closed"), closed),
        )
        self.summary.setText(" · ".join(_counted(words, count) for words, count in told if count))
        _offer(self.activate, self.tr("Activate %1"), is_open)
        _offer(self.close_button, self.tr("Close %1"), active)
        for button in (*self.categories.values(), self.take_back):
            button.setEnabled(bool(self._answerable))
        _offer(self.send, self.tr("Send to %1"), self._answerable)
        self._show_length()

    def show_too_many(self, total: int, most: int) -> None:
        """Say that so many tickets cannot be worked on together, but `most`."""
        self.show_counts({}, 0, total)
        self.summary.setText(too_many_words(most))

    def take_away(self, sent: str) -> None:
        """Empty the field of what was sent, unless something else stands there by now."""
        if self.editor.toPlainText() == sent:
            self.editor.clear()

    def _show_length(self) -> None:
        text = self.editor.toPlainText()
        over = len(text) - LIMITS["message"]
        self.notice.setText(too_long_words(over) if over > 0 else "")
        self.notice.setVisible(over > 0)
        self.send.setEnabled(bool(text.strip()) and over <= 0 and bool(self._answerable))

    def _send(self) -> None:
        if self.send.isEnabled():
            self.answer_wanted.emit(self.editor.toPlainText())


def too_many_words(most: int) -> str:
    """Return that so many tickets at most are worked on together."""
    words = QCoreApplication.translate("SelectionView", "At most %1 tickets are worked on at once.")
    return words.replace("%1", count_words(most))


def _counted(words: str, count: int) -> str:
    return words.replace("%1", count_words(count))


def _offer(button: Button, words: str, count: int) -> None:
    button.setText(_counted(words, count))
    button.setAccessibleName(button.text())
    button.setEnabled(bool(count))
