"""The one place where labels are made: always plain text, because ticket text is anybody's text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget


def plain_label(
    text: str = "", *, tone: str = "", scale: str = "", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """Make a label that never reads markup; `tone` and `scale` name rules of the stylesheet."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if tone:
        label.setProperty("tone", tone)
    if scale:
        label.setProperty("scale", scale)
    return label


def copyable_label(text: str = "", *, tone: str = "", scale: str = "") -> QLabel:
    """Make a plain label whose text can be selected by mouse and by keyboard."""
    label = plain_label(text, tone=tone, scale=scale, wrap=True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def hairline() -> QFrame:
    """Make a horizontal line of one pixel."""
    line = QFrame()
    line.setProperty("line", True)
    return line


def set_tone(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the stylesheet looks at, and have the widget restyled."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Have the stylesheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.updateGeometry()
