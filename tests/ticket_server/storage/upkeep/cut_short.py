"""A program that ends a backup or a restore, as a crash would, before each thing that it does to the system."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from ticket_server.storage.upkeep.backup import back_up, verify
from ticket_server.storage.upkeep.restore import restore

_CUT = 7
# What Python tells of before it does it: files that are opened, renamed, linked or removed.
_STEPS = frozenset({"open", "os.rename", "os.link", "os.remove", "sqlite3.connect"})


def cut_before(number: int, act: Callable[[], object]) -> bool:
    """Do the act in a process of its own that ends before its so-many-th step; say whether it was cut short."""
    child = os.fork()
    if not child:
        left = number

        def end_in_time(event: str, _arguments: object) -> None:
            nonlocal left
            left -= event in _STEPS
            if left < 0:
                os._exit(_CUT)

        sys.addaudithook(end_in_time)
        act()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == _CUT


def cut_everywhere(folder: Path, act: Callable[[], object], check: Callable[[], None]) -> int:
    """Cut the act before each of its steps, checking each time; return how many there were."""
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    number = 0
    while cut_before(number, act):
        check()
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        number += 1
    check()
    shutil.rmtree(folder)
    kept.rename(folder)
    return number


def main(folder: Path) -> None:
    """Cut both in a folder that holds `tickets.db` and an older `backup.db`."""
    database, backup, another = (folder / name for name in ("tickets.db", "backup.db", "another.db"))
    # All that is imported late is imported now, so that the steps are the act's own.
    back_up(f"sqlite:///{database}", another)
    restore(backup, f"sqlite:///{another}", "first")
    for file in folder.glob("another*"):
        file.unlink()
    before, after = verify(database).changes, verify(backup).changes
    seen: set[int] = set()

    def whole() -> None:
        seen.add(verify(database).changes)

    def absent_or_whole() -> None:
        assert not another.exists() or verify(another).changes == before

    restoring = cut_everywhere(folder, lambda: restore(backup, f"sqlite:///{database}", "cut"), whole)
    assert seen == {before, after}
    backing = cut_everywhere(folder, lambda: back_up(f"sqlite:///{database}", another), absent_or_whole)
    sys.stdout.write(f"{restoring} {backing}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
