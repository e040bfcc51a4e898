"""A desk of helpdesk staff as a process of its own, which measures itself and prints what it found as JSON."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.desk_memory import await_condition, resident_mb

if TYPE_CHECKING:
    from campusdesk.facts import Facts
    from client.app import Desk
    from client.views.main_window import MainWindow

# What a person looks at the role page, and longer than the clock needs to arrange all rows twice.
_LOOK_MS, _REST_MS = 2_000, 12_000


class Measured:
    """What was measured by name: milliseconds, and by the same name when and where the window did not answer."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.told: dict[str, Any] = {"stalls": {}}

    @contextmanager
    def without_stalls(self, name: str) -> Iterator[None]:
        """Note under this name the longest time that the window does not answer meanwhile, if it is too long."""
        from client.stall_watch import Stall, StallWatch

        stalls: list[Stall] = []
        watch = StallWatch(stalls.append)
        yield
        watch.end()
        for stall in stalls:
            print(f"{name}: {stall.words()}", file=sys.stderr)
        if stalls:
            self.told["stalls"][name] = max(stall.took_ms for stall in stalls)

    def enter(self, desk: "Desk") -> "MainWindow":
        """Enter as helpdesk staff, and note when the facts and the first frame with them are there."""
        from campusdesk.rules import Role
        from client.models.tickets import TicketTableModel
        from tests.bench.desk_acts import FirstFrame

        there: list[float] = []
        load = TicketTableModel.load

        def noted(model: TicketTableModel, facts: "Facts", revision: int) -> None:
            there.append(time.perf_counter())
            load(model, facts, revision)

        TicketTableModel.load = noted  # type: ignore[method-assign, assignment]
        begun = time.perf_counter()
        with self.without_stalls("entering"):
            desk.enter(Role.HELPDESK)
            main = desk.main
            assert main is not None
            first = FirstFrame(main)
            await_condition(lambda: bool(first.painted))
        self.told["there"] = [there[0] - begun]
        self.told["first frame"] = [1e3 * (first.painted[0] - there[0])]
        return main

    def act(self, main: "MainWindow", database: Path) -> None:
        """Do all that a person does with the list."""
        from tests.bench.desk_acts import Acts
        from tests.bench.finding import searches, typed_s

        acts, told = Acts(main), self.told
        for name, act in (("wheel", acts.wheel), ("PgDn", acts.pages), ("drag", acts.drag), ("end", acts.to_end)):
            with self.without_stalls(name):
                told[name], told[f"{name} spent"] = act(), acts.take_spent()
        with self.without_stalls("sort"):
            told |= {f"sort {name}": taken for name, taken in acts.sorts().items()}
        told["spent in sorts"] = acts.take_spent()
        with self.without_stalls("filter"):
            told |= {f"filter {name}": taken for name, taken in acts.filters().items()}
        told["filter spent"] = acts.take_spent()
        with self.without_stalls("counts"):
            told["counts"] = acts.counts()
        with self.without_stalls("rest"):
            acts.rest(_REST_MS)
        with self.without_stalls("search"):
            told["search"] = [1e3 * passed for passed, _ in typed_s(main, searches(database))]
        # The list is as it was before the search once its rows are arranged again.
        await_condition(lambda: not main.tickets.is_arranging)
        with _others(main), self.without_stalls("live"):
            told["live"], told["moved"] = acts.live()
        told["live spent"] = acts.take_spent()


@contextmanager
def _others(main: "MainWindow") -> Iterator[None]:
    command = [sys.executable, "-m", "tests.bench.painted", "report", main.connection.addresses.tickets]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            yield
        finally:
            process.terminate()


def run_desk(database: Path, addresses: list[str]) -> None:
    """Be the desk at these servers of the database."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from client.addresses import Addresses
    from client.app import Desk
    from client.settings import Options, Settings, data_folder
    from client.store import Store

    application = QApplication(sys.argv[:1])
    options = Options(Addresses(*addresses), None, "bench", None)
    desk = Desk(application, options, Settings(), Store(data_folder(), application))
    desk.window.resize(1280, 800)
    desk.window.show()
    desk.start()
    loop = QEventLoop()
    QTimer.singleShot(_LOOK_MS, loop.quit)
    loop.exec()
    measured = Measured()
    main = measured.enter(desk)
    main.jump_to(main.tickets.ticket_id(0))
    await_condition(lambda: main.ticket_view.ticket is not None)
    measured.told["memory"] = {"at work": resident_mb()}
    measured.act(main, database)
    measured.told["memory"]["after all this"] = resident_mb()
    print(json.dumps(measured.told), flush=True)
    desk.end()


if __name__ == "__main__":
    from client.bindings import load

    load()
    run_desk(Path(sys.argv[1]), sys.argv[2:])
