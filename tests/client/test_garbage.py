"""Cycles are collected where and when they are asked for, and not before they are worth it."""

import gc
import weakref

import pytest

from client.garbage import collect_due


class Cycle:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def collected() -> None:
    gc.collect()


def test_no_thread_collects_by_itself_in_tests() -> None:
    assert not gc.isenabled()


def test_cycles_stay_until_there_are_many() -> None:
    first = weakref.ref(Cycle())
    collect_due()
    assert first() is not None
    cycles = [Cycle() for _ in range(2 * gc.get_threshold()[0])]
    del cycles
    collect_due()
    assert first() is None


def test_what_grew_old_is_collected_in_its_turn() -> None:
    old = [Cycle()]
    seen = weakref.ref(old[0])
    gc.collect(1)
    old.clear()
    for _ in range(300):
        cycles = [Cycle() for _ in range(gc.get_threshold()[0] + 1)]
        del cycles
        collect_due()
    assert seen() is None


def test_what_python_is_told_never_to_collect_stays() -> None:
    thresholds = gc.get_threshold()
    first = weakref.ref(Cycle())
    gc.set_threshold(0, 0, 0)
    try:
        cycles = [Cycle() for _ in range(2 * thresholds[0])]
        del cycles
        collect_due()
    finally:
        gc.set_threshold(*thresholds)
    assert first() is not None
