"""What ticket servers count as one installation of the desk: its id, what it remembers, and where it stands."""

from client.settings import Place, Settings
from client.store import Store

# The newest of them; older ones are closed long since.
_MOST = 200


class Installation:
    """Knows after a restart, too, which problems were said to be this installation's.

    A ticket's number means something only within its server's lineage, which a restored backup changes.
    """

    def __init__(self, settings: Settings, store: Store, place: Place | None = None) -> None:
        """Keep in these settings what it was counted for; `store` has what its person did, `place` where it stands."""
        self._settings, self.store, self.place = settings, store, place or Place()

    @property
    def id(self) -> str:
        """The UUID by which a server counts this installation once for each ticket."""
        return self._settings.installation_id

    @property
    def notifies(self) -> bool:
        """Whether its person wants to be told what is new while another window is in front."""
        return self._settings.notifications

    @notifies.setter
    def notifies(self, wanted: bool) -> None:
        self._settings.notifications = wanted

    def has_joined(self, lineage: str, ticket_id: int) -> bool:
        """Say whether it was counted for a ticket of that lineage, as far as this installation knows."""
        return _entry(lineage, ticket_id) in self._settings.joined

    def keep_joined(self, lineage: str, ticket_id: int) -> None:
        """Remember that it was counted; what is told before a lineage is known cannot be remembered."""
        if lineage and not self.has_joined(lineage, ticket_id):
            self._settings.joined = (*self._settings.joined, _entry(lineage, ticket_id))[-_MOST:]

    def forget(self, lineage: str) -> None:
        """Remember nothing of that lineage any more: somebody put its former tickets back."""
        kept = tuple(entry for entry in self._settings.joined if not entry.startswith(f"{lineage}/"))
        if kept != self._settings.joined:
            self._settings.joined = kept


def _entry(lineage: str, ticket_id: int) -> str:
    return f"{lineage}/{ticket_id}"
