"""What is chosen of the backlog stands in one row, however narrow: names, and then the field, give way."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from client.models.backlog_parts import Split
from client.views.backlog_controls import BacklogControls
from client.views.theme.theme import Theme


@pytest.fixture
def controls(theme: Theme, qtbot: QtBot) -> Iterator[BacklogControls]:
    # Within another, as it stands: a window of its own keeps the room for all.
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(1_200, 40)
    controls = BacklogControls(theme)
    controls.setParent(around)
    controls.resize(1_200, 40)
    around.show()
    yield controls
    around.close()


def looks(controls: BacklogControls) -> tuple[bool, bool]:
    """Return whether the bars' names stand beside their icons, and whether any period can be typed."""
    names = [button.text() for button in controls.choice.findChildren(QPushButton)]
    return names == ["Status", "Category", "Age"], controls.period.count.isVisible()


def test_what_does_not_fit_gives_way_one_after_the_other_and_comes_back(controls: BacklogControls) -> None:
    seen: list[tuple[bool, bool]] = []
    for width in (*range(1_200, controls.minimumSizeHint().width() - 1, -10), 1_200):
        controls.resize(width, 40)
        if not seen or seen[-1] != looks(controls):
            seen.append(looks(controls))
    assert seen == [(True, True), (False, True), (False, False), (True, True)]


def test_all_of_it_is_in_sight_in_the_least_width(controls: BacklogControls, qtbot: QtBot) -> None:
    controls.resize(controls.minimumSizeHint().width(), 40)
    qtbot.waitUntil(lambda: controls.choice.geometry().right() < controls.width())
    assert controls.period.geometry().right() < controls.choice.geometry().left()
    assert not looks(controls)[1]


def test_the_bars_are_chosen_by_click_or_shown_as_chosen_before(controls: BacklogControls) -> None:
    seen = [controls.split]
    controls.choice.findChildren(QPushButton)[1].click()
    seen.append(controls.split)
    controls.choose_split(Split.AGE)
    assert [*seen, controls.split] == list(Split)
