"""Each icon is drawn in the colour asked for, and each file is an icon that can be drawn."""

from importlib.resources import files

import pytest
from PySide6.QtGui import QColor, QIcon

from client.views.theme import icons

# Pictures need an application.
pytestmark = pytest.mark.usefixtures("qapp")

NAMES = sorted(path.name.removesuffix(".svg") for path in (files("client") / "resources" / "icons").iterdir())


def inks(name: str, colour: str) -> set[str]:
    """Return the colours of the picture's opaque pixels."""
    image = icons.pixmap(name, colour, 32, 2.0).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_takes_the_colour(name: str) -> None:
    assert inks(name, "#b3261e") == {"#b3261e"}


def test_a_disabled_icon_has_its_own_colour() -> None:
    icon = icons.icon("send", "#ffffff", "#566273", room=4)
    image = icon.pixmap(20, 16, QIcon.Mode.Disabled).toImage()
    solid = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert {pixel.name() for pixel in solid if pixel.alpha() == 255} == {QColor("#566273").name()}


def test_an_icon_is_drawn_for_each_screen_that_is_there() -> None:
    icon = icons.icon("send", "#ffffff", "#566273", ratios=(1.0, 2.0))
    assert sorted(size.width() for size in icon.availableSizes()) == [16, 32]
