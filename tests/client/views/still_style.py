"""The style of a system that wants no motion, for tests."""

from PySide6.QtWidgets import QProxyStyle, QStyle, QWidget


class StillStyle(QProxyStyle):
    """Lives as long as the widget that it is given to."""

    def __init__(self, widget: QWidget) -> None:
        """Have this widget want no motion."""
        super().__init__()
        self.setParent(widget)
        widget.setStyle(self)

    def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:
        """Let nothing be animated."""
        return 0 if hint is QStyle.StyleHint.SH_Widget_Animation_Duration else super().styleHint(hint, *rest)  # type: ignore[arg-type]
