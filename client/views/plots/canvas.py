"""What all plots share: ground, axes, fonts and the card with the value under the mouse."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from typing import Any

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QHideEvent, QPen
from PySide6.QtWidgets import QLabel, QStackedWidget

from client.models.picked import Picked
from client.views.labels import plain_label
from client.views.plots.value_axis import ValueAxis
from client.views.theme import tokens
from client.views.theme.stylesheet import stylesheet
from client.views.theme.theme import Theme
from client.views.theme.tokens import Tokens

# Pixels of the numbers along the axes, and of the room between them and their axis.
TICK_PIXELS, TICK_OFFSET = 11, 8
# How much of the hairlines' colour the lines behind the data have.
GRID = 0.8
# Pixels between the mouse and the card at its side, and over it; a plot of so many cards' height has room for one.
_BESIDE, _ABOVE, _ROOMY = 14, 10, 4

PLAIN, HATCHED, DOTTED = Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense5Pattern
CROSSED = Qt.BrushStyle.DiagCrossPattern


class Canvas(QStackedWidget):
    """A plot that never zooms by accident and follows the theme; pyqtgraph's labels read markup, so words are fixed.

    Words stand in its place while there is nothing to plot: axes without data look as if something were broken.
    `picked` tells which tickets are behind the bar that was clicked.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, axes: dict[str, Any] | None = None) -> None:
        """Make an empty plot; `axes` replace those for values of any size by their place."""
        super().__init__()
        self._theme = theme
        # The colours of a picture of it, while that is being taken.
        self._worn: Tokens | None = None
        self.stale = False
        self.plot = pg.PlotWidget(axisItems={"left": ValueAxis(), **(axes or {})}, enableMenu=False)
        self.nothing = plain_label(tone="muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Nothing is done in it by key: what it shows is said by the words over it.
        for part in (self.plot, self.plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = self._make_card()
        item = self.plot.getPlotItem()
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.setContentsMargins(0, 8, 8, 0)
        item.getAxis("left").enableAutoSIPrefix(False)
        self.addWidget(self.plot)
        self.addWidget(self.nothing)
        self.plot.scene().sigMouseMoved.connect(self._moved)
        self.plot.scene().sigMouseClicked.connect(self._clicked)
        theme.changed.connect(self.dress)

    def _make_card(self) -> QLabel:
        card = plain_label(scale="small", parent=self)
        card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.setContentsMargins(8, 4, 8, 4)
        card.hide()
        return card

    def say(self, words: str) -> None:
        """Show words, or no words yet, in place of the plot."""
        self.card.hide()
        self.nothing.setText(words)
        self.setCurrentWidget(self.nothing)

    def show_plot(self) -> None:
        """Show the plot again."""
        self.setCurrentWidget(self.plot)

    @property
    def is_plotted(self) -> bool:
        """Say whether the plot is shown, and no words in its place."""
        return self.currentWidget() is self.plot

    @property
    def colours(self) -> Tokens:
        """Return the colours in force."""
        return self._worn or self._theme.tokens

    @contextmanager
    def dressed_in(self, colours: Tokens) -> Iterator[None]:
        """Have it, and the labels over it, in these colours for a picture; after that in the desk's again."""
        self.card.hide()
        if colours is self._theme.tokens:
            yield
            return
        self._worn = colours
        try:
            self._wear(stylesheet(colours))
            yield
        finally:
            self._worn = None
            self._wear("")

    def settle(self) -> None:
        """Lay the axes out now, and not when the event loop comes to it: for a picture."""
        self.plot.getPlotItem().layout.activate()

    def _wear(self, sheet: str) -> None:
        self.plot.setStyleSheet(sheet)
        self.dress()

    def ink(self, colour: str) -> QColor:
        """Return the colour of a series, in a picture that of the picture; while its service is away all is grey.

        A hatch can be made out in that grey, and what has the colour of words is told apart from it.
        """
        if self._worn is not None:
            of_desk = dict(zip(astuple(self._theme.tokens), astuple(self._worn), strict=True))
            colour = of_desk.get(colour, colour)
        ink = QColor(colour)
        if self.stale:
            # What is pale stays pale.
            pale = ink.alpha()
            ink = QColor(self.colours.muted if colour == self.colours.text else self.colours.faded)
            ink.setAlpha(pale)
        return ink

    def fill(self, colour: str, pattern: Qt.BrushStyle = PLAIN) -> QBrush:
        """Return the fill of a series."""
        return QBrush(self.ink(colour), pattern)

    def outline(self, colour: str) -> QPen:
        """Return the hairline around a series."""
        pen = QPen(self.ink(colour), 1)
        # One pixel, and not one unit of the axes.
        pen.setCosmetic(True)
        return pen

    def dress(self) -> None:
        """Paint ground and axes in the present colours, then the data again."""
        colours = self.colours
        self.plot.setBackground(colours.surface)
        font = QFont(self.font())
        font.setPixelSize(TICK_PIXELS)
        for place in ("left", "bottom"):
            axis = self.plot.getPlotItem().getAxis(place)
            axis.setPen(QPen(QColor(colours.line), 1))
            axis.setTextPen(QColor(colours.muted))
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=TICK_OFFSET)
            # The grid is drawn by the axes, and stays behind the data.
            axis.setZValue(-1)
        self.card.setStyleSheet(
            f"background: {colours.raised}; color: {colours.text}; border: 1px solid {colours.line};"
            f"border-radius: {tokens.RADIUS}px;"
        )
        self.repaint_data()

    def set_stale(self, stale: bool) -> None:
        """Turn grey while the service is away."""
        if stale != self.stale:
            self.stale = stale
            self.repaint_data()

    def repaint_data(self) -> None:
        """Paint the data again; a plot with data says how."""

    def words_at(self, x: float, y: float) -> str:
        """Return the words for the card at these coordinates of the plot; empty where there is nothing."""
        return ""

    def pick_at(self, x: float, y: float) -> Picked | None:
        """Return the tickets behind what stands at these coordinates of the plot; None where there is nothing."""
        return None

    def pick_cell(self, row: int, column: int) -> Picked | None:
        """Return the tickets behind a cell of the series' table; None where it stands for none."""
        return None

    def is_told(self, position: QPointF) -> bool:
        """Say whether what is at a place of the scene can be told and picked: what is plotted, and no axis."""
        return bool(self.plot.getPlotItem().getViewBox().sceneBoundingRect().contains(position))

    def _point(self, position: QPointF) -> QPointF | None:
        """Return the coordinates of the plot at a place of the scene, None beside it."""
        box = self.plot.getPlotItem().getViewBox()
        return box.mapSceneToView(position) if self.is_told(position) else None

    def under_axis(self) -> QRectF:
        """Return where in the scene the labels under the plot stand."""
        place: QRectF = self.plot.getPlotItem().getAxis("bottom").sceneBoundingRect()
        return place

    def label_line_at(self, y: float) -> int:
        """Return which line of the labels under the plot is at a height, which is below 0."""
        pixels = -y * self.plot.getPlotItem().getViewBox().height() / self.plot.viewRange()[1][1]
        return int((pixels - TICK_OFFSET) // self.label_metrics.lineSpacing())

    @property
    def label_metrics(self) -> QFontMetrics:
        """Return the measures of the labels along the axes."""
        font = QFont(self.font())
        font.setPixelSize(TICK_PIXELS)
        return QFontMetrics(font)

    def _clicked(self, click: MouseClickEvent) -> None:
        point = self._point(click.scenePos())
        pick = self.pick_at(point.x(), point.y()) if point is not None else None
        if pick is not None and click.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(pick)

    def _moved(self, position: QPointF) -> None:
        point = self._point(position)
        words = self.words_at(point.x(), point.y()) if point is not None else ""
        can_pick = point is not None and self.pick_at(point.x(), point.y()) is not None
        if words and can_pick:
            words = "\n".join((words, self.tr("A click lists these tickets")))
        self.plot.viewport().setCursor(Qt.CursorShape.PointingHandCursor if can_pick else Qt.CursorShape.ArrowCursor)
        self.card.setText(words)
        if words:
            self._place_card(position)
        self.card.setVisible(bool(words))

    def _place_card(self, position: QPointF) -> None:
        """Put the card beside the mouse, so that what it tells of stays in sight; over a low plot, not into it."""
        window, card = self.window(), self.card
        if card.parentWidget() is not window:
            # The dock came to stand in another one.
            card.setParent(window)
        card.raise_()
        card.adjustSize()
        mouse, top = self.plot.mapTo(window, position.toPoint()), self.plot.mapTo(window, QPoint(0, 0)).y()
        left = mouse.x() + _BESIDE
        if left + card.width() > window.width():
            left = min(mouse.x() - _BESIDE, window.width() - 4) - card.width()
        above = mouse.y() - card.height() - _ABOVE
        if self.plot.height() < _ROOMY * card.height():
            above = min(above, top - card.height())
        card.move(max(0, left), max(0, above))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the card away with the mouse."""
        super().leaveEvent(event)
        self.card.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the card along: it stands in the window."""
        super().hideEvent(event)
        self.card.hide()
