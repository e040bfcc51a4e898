"""The Qt binding keeps count of its references: 6.12.0 does not on Python 3.11, and ends the process after a while."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal


class _Teller(QObject):
    told = Signal(object)


@pytest.mark.usefixtures("qapp")
def test_signals_lose_no_references() -> None:
    teller = _Teller()
    heard: list[None] = []
    teller.told.connect(lambda _value: heard.append(None))
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(2_000):
        teller.told.emit(7)
        teller.signalsBlocked()
    heard_count = len(heard)
    heard.clear()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert heard_count == 2_000
    assert all(abs(now - then) < 500 for then, now in zip(before, after, strict=True))
