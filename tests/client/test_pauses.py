"""What happens in a pause of long work, and what waits until the work is done."""

from functools import partial

from PySide6.QtCore import QTimer

from client.pauses import Pauses


def test_a_pause_answers_what_came_meanwhile(qapp: object) -> None:
    del qapp
    told: list[str] = []
    with Pauses() as pauses:
        QTimer.singleShot(0, lambda: told.append("told"))
        assert told == []
        pauses.pause()
        assert told == ["told"]


def test_what_would_end_the_work_waits_for_its_end() -> None:
    done: list[int] = []
    pauses = Pauses()
    with pauses:
        for number in range(2):
            assert pauses.put_off(partial(done.append, number))
        assert done == []
    assert done == [0, 1]
    assert not pauses.put_off(lambda: done.append(2)), "nothing is to be waited for any more"
    with pauses:
        pass
    assert done == [0, 1], "each is done once"
