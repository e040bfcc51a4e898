"""Windows that stay in sight as they are while they become something else in parts, and are painted once."""

from PySide6.QtWidgets import QWidget


def hold(window: QWidget) -> None:
    """Have nothing of the window painted before `release`, whatever events are processed meanwhile."""
    window.setUpdatesEnabled(False)


def release(window: QWidget) -> None:
    """Paint the window as it is by now, and whatever becomes of it from now on.

    What was to be painted when it was held has used up its request by now, painting nothing: Qt takes it for waiting
    still, asks for no other, and would not paint the window any more. Only to paint at once does not wait for that.
    """
    window.setUpdatesEnabled(True)
    window.repaint()
