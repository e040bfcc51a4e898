"""The processor time of the conversation list with very many messages: no slot of the desk may take long."""

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from tests.bench.table import Row, percentile
from tests.client import made

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from client.models.messages import MessageModel

MESSAGES, PAGE, LIVE = 2_000, 200, 100
GOAL_MS = 50
_SAID = "The WiFi in the library drops every few minutes, so please look at it again. Thanks! "


def measure() -> list[Row]:
    """Return a row each for opening it, for what comes, for going back in it, and for another width."""
    from PySide6.QtWidgets import QApplication

    from client.models.messages import MessageModel
    from client.settings import Theme as ThemeChoice
    from client.views.message_list import MessageList
    from client.views.theme.theme import Theme

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    model = MessageModel(Role.HELPDESK, "LAB-1")
    shown = MessageList(Theme(application, ThemeChoice.LIGHT), model, lambda: made.NOON_US)
    shown.resize(400, 500)
    shown.show()
    posted = [_message(revision) for revision in range(1, MESSAGES + 1)]

    def spent_ms(step: Callable[[], None]) -> float:
        begun = time.process_time()
        step()
        application.processEvents()
        application.processEvents()
        return 1e3 * (time.process_time() - begun)

    def come(revision: int) -> None:
        model.apply([made.change(made.ticket(1, revision=revision), _message(revision))], revision)

    def read(at: int) -> None:
        page = ticket_service_pb2.ListMessagesResponse(messages=posted[at : at + PAGE], more=at + PAGE < MESSAGES)
        model.set_page(1, page)

    _warm_up(application, model)
    opened = [spent_ms(lambda at=at: read(at)) for at in range(0, MESSAGES, PAGE)]  # type: ignore[misc]
    live = [spent_ms(lambda at=at: come(at)) for at in range(MESSAGES + 1, MESSAGES + LIVE)]  # type: ignore[misc]
    wider = [spent_ms(lambda width=width: shown.resize(width, 500)) for width in (440, 480, 520)]  # type: ignore[misc]
    back = [spent_ms(lambda: shown.verticalScrollBar().setValue(0)) for _ in range(6)]
    shown.close()
    return [
        _row("A conversation of 2,000 messages opened, its longest page", opened),
        _row("A message comes under it", live),
        _row("It gets another width", wider),
        _row("Earlier ones are shown over it", back),
    ]


def _warm_up(application: "QApplication", model: "MessageModel") -> None:
    """Show a short conversation: the first one pays for fonts and icons."""
    model.show(2)
    model.set_page(2, ticket_service_pb2.ListMessagesResponse(messages=[_message(1)]))
    application.processEvents()
    model.show(1)


def _message(revision: int) -> ticket_pb2.Message:
    return made.message(
        1, revision, (_SAID * 4)[: 12 + revision * 37 % 300], Role.USER if revision % 3 else Role.HELPDESK
    )


def _row(what: str, spent: list[float]) -> Row:
    worst = max(spent)
    result = f"{percentile(spent, 0.5):.0f} ms of processor time, at most {worst:.0f}"
    return Row(what, f"{GOAL_MS} ms", result, worst <= GOAL_MS)
