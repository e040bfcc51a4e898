"""The icon set: line drawings of 16 pixels that take their colour from the theme."""

from functools import cache, lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from campusdesk.rules import Category, Status
from client.views.theme import tokens

STATUS_ICONS = {Status.OPEN: "status-open", Status.ACTIVE: "status-active", Status.CLOSED: "status-closed"}
CATEGORY_ICONS = {
    Category.FACILITY_MANAGEMENT: "category-facility",
    Category.TECHNICAL_IT: "category-technical",
    Category.SERVICES_COMPLAINTS: "category-services",
}


@cache
def _drawing(name: str) -> str:
    return (files("client") / "resources" / "icons" / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = tokens.ICON, ratio: float = 1.0) -> QPixmap:
    """Draw an icon of `size` logical pixels in `colour` (#RRGGBB) for a screen of that device pixel ratio."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode())).render(
        painter, QRectF(picture.rect())
    )
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def icon(name: str, colour: str, disabled: str, *, room: int = 0, ratios: tuple[float, ...] = (1.0,)) -> QIcon:
    """Return an icon in `colour` (#RRGGBB), and `disabled` on a disabled button, with `room` pixels after it.

    It is sharp on screens of these device pixel ratios; each takes milliseconds to draw.
    """
    made = QIcon()
    for ratio in ratios:
        made.addPixmap(_with_room(pixmap(name, colour, tokens.ICON, ratio), room))
        made.addPixmap(_with_room(pixmap(name, disabled, tokens.ICON, ratio), room), QIcon.Mode.Disabled)
    return made


def _with_room(drawn: QPixmap, room: int) -> QPixmap:
    """Widen a picture, because Qt leaves too little between the icon and the words of a button."""
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round(room * ratio), drawn.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide
