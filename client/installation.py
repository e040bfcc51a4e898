"""What ticket servers count as one installation of the desk: its id, and the tickets that it was counted for."""

from client.settings import Settings

# The newest of them; older ones are closed long since.
_MOST = 200


class Installation:
    """Knows after a restart, too, which problems were said to be this installation's.

    A ticket's number means something only within its server's lineage, which a restored backup changes.
    """

    def __init__(self, settings: Settings) -> None:
        """Keep what is to be remembered in these settings."""
        self._settings = settings

    @property
    def id(self) -> str:
        """The UUID by which a server counts this installation once for each ticket."""
        return self._settings.installation_id

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
