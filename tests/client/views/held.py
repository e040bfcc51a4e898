"""A connection whose calls wait for a test to answer them, so that the test decides what comes first."""

from google.protobuf.message import Message
from PySide6.QtCore import QObject

from campusdesk.channel import DEADLINE_S
from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_service_pb2
from client.addresses import beside
from client.analysis_watch import AnalysisWatch, MethodOn
from client.connection import Connection, Reply
from client.state import Analysis
from client.workstation import Workstation
from tests.system.programs import free_port


class HeldConnection(Connection):
    """Keeps replies in the order in which they were sent; nobody listens where its streams go."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(beside(f"127.0.0.1:{free_port()}"), Role.HELPDESK, Workstation("LAB-1"), parent)
        self.sent: list[Reply] = []
        self.watched: list[Message] = []

    def call(self, method: str, request: Message, deadline_s: float = DEADLINE_S) -> Reply:
        reply = Reply(method, request, self.sent.append, deadline_s)
        self.sent.append(reply)
        return reply

    def watch_analysis(self, analysis: Analysis, method_on: MethodOn, request: Message) -> AnalysisWatch:
        self.watched.append(request)
        return super().watch_analysis(analysis, method_on, request)

    def fail(self, reason: Reason = Reason.SERVER_UNREACHABLE) -> None:
        """Refuse what was sent last."""
        self.sent[-1].failed.emit(DeskError(reason))

    def answer(self, result: Message) -> None:
        """Answer what was sent last."""
        self.sent[-1].done.emit(result)


def posts(held: HeldConnection) -> list[ticket_service_pb2.PostMessageRequest]:
    """Return the messages and notes that were sent, first to last."""
    requests = [reply.request for reply in held.sent]
    return [request for request in requests if isinstance(request, ticket_service_pb2.PostMessageRequest)]
