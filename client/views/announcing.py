"""Tells whoever hears the desk what came into sight by itself, wherever the focus is."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(part: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have the words read aloud by a system that does so, after what it is reading or at once; none are nothing."""
    if not words:
        return
    event = QAccessibleAnnouncementEvent(part, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
