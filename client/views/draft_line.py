"""Under a text that came back: when it was written, and a way to put it away; and a way back for what was put away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from client.draft import Kind, Written
from client.drafts import Draft
from client.state import wall_clock_us
from client.text import is_today, moment_words
from client.views.buttons import Button
from client.views.labels import plain_label
from client.views.theme.theme import Theme


class DraftLine(QWidget):
    """Hidden unless its draft came back or was put away; `wanted` tells the texts that are to stand in the fields now.

    Nothing is asked before a draft is put away, because it can be brought back.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Follow no draft yet."""
        super().__init__()
        self._draft: Draft | None = None
        self._is_final = False
        self._put_away: dict[str, Written] = {}
        self.words = plain_label(tone="muted", scale="small", wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.discard = Button(theme, self.tr("Discard"), kind="quiet", icon="cross")
        self.discard.clicked.connect(self.put_away)
        self.bring_back = Button(theme, self.tr("Bring it back"), kind="quiet", icon="retry")
        self.bring_back.clicked.connect(self._bring_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.discard)
        row.addWidget(self.bring_back)
        self.hide()

    def follow(self, draft: Draft, *, is_final: bool = False) -> None:
        """Speak of this draft; one that `is_final` can be put away though it did not come back."""
        self._draft, self._is_final = draft, is_final
        self.refresh()

    def refresh(self) -> None:
        """Look at the draft again; to be called when it changed."""
        draft = self._draft
        written = draft.written if draft is not None else None
        came_back = draft is not None and written is not None and (draft.came_back or self._is_final)
        was_put_away = draft is not None and written is None and draft.key in self._put_away
        self.words.setText(self._came_back_words(draft.kind, written) if draft and written else self._put_away_words())
        self.discard.setVisible(came_back)
        self.bring_back.setVisible(was_put_away)
        self.setVisible(came_back or was_put_away)

    def put_away(self) -> None:
        """Take the draft away, and offer to bring it back."""
        written = self._draft.forget() if self._draft is not None else None
        if self._draft is not None and written is not None:
            self._put_away[self._draft.key] = written
            self.wanted.emit({})
        self.refresh()

    def settle(self) -> None:
        """Offer nothing any more, because what was to be written was sent."""
        if self._draft is not None:
            self._put_away.pop(self._draft.key, None)
        self.refresh()

    def _bring_back(self) -> None:
        written = self._put_away.pop(self._draft.key, None) if self._draft is not None else None
        if self._draft is not None and written is not None:
            self._draft.put_back(written)
            self.wanted.emit(written.texts)
        self.refresh()

    def _put_away_words(self) -> str:
        return self.tr("What you typed was put away.")

    def _came_back_words(self, kind: Kind, written: Written) -> str:
        now_us = wall_clock_us()
        today = is_today(written.typed_us, now_us)
        if written.was_sent and self._is_final:
            words = self.tr("You sent this at %1, but it was not confirmed.")
            earlier = self.tr("You sent this earlier (%1), but it was not confirmed.")
        elif written.was_sent:
            words = self.tr("You sent this at %1, but it was not confirmed. Sent again, it arrives only once.")
            earlier = self.tr("You sent this earlier (%1), but it was not confirmed. Send it again if it is not there.")
        elif kind is Kind.EDIT:
            words = self.tr("You wrote this at %1 and did not save it.")
            earlier = self.tr("You wrote this earlier (%1) and did not save it.")
        else:
            words = self.tr("You wrote this at %1 and did not send it.")
            earlier = self.tr("You wrote this earlier (%1) and did not send it.")
        return (words if today else earlier).replace("%1", moment_words(written.typed_us, now_us))
