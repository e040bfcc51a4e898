"""What was put away is offered only where nothing else was typed, and comes back whole."""

from pytestqt.qtbot import QtBot

from client.views.put_away_line import PutAwayLine
from client.views.theme.theme import Theme


def test_what_was_put_away_comes_back_whole(theme: Theme, qtbot: QtBot) -> None:
    line = PutAwayLine(theme)
    qtbot.addWidget(line)
    line.offer(empty=True)
    assert not line.isVisible(), "nothing is kept yet"
    line.keep(("No light", "B-105", ""))
    line.offer(empty=False)
    assert not line.isVisible()
    line.offer(empty=True)
    with qtbot.waitSignal(line.wanted_back) as back:
        line.bring_back.click()
    assert back.args == [("No light", "B-105", "")]
    line.keep(())
    line.offer(empty=True)
    assert not line.isVisible()
