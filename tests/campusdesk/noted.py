"""An observer that notes how calls ended."""

from campusdesk.call import Call


class Noted:
    """Keeps the calls that began and those that ended, in order."""

    def __init__(self) -> None:
        self.begun: list[Call] = []
        self.ended_calls: list[Call] = []

    def began(self, call: Call) -> None:
        self.begun.append(call)

    def ended(self, call: Call) -> None:
        self.ended_calls.append(call)

    def ends(self) -> list[tuple[str, str, str]]:
        """Return the last word of the method, the status and the reason of each call that ended."""
        return [(call.method.rpartition("/")[2], call.status, call.reason) for call in self.ended_calls]
