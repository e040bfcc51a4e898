"""The second shape: a ticket can be erased, so texts may be empty and there is a change that says so."""

from ticket_server.storage.migrations.loosening import Loosened, loosen

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_CHECKS = (
    Loosened(
        "ticket", "ticket_description_length", "length(description) BETWEEN 1 AND 10000", "length(description) <= 10000"
    ),
    Loosened("message", "message_text_length", "length(text) BETWEEN 1 AND 10000", "length(text) <= 10000"),
    Loosened(
        "change",
        "change_action_known",
        "action BETWEEN 1 AND 5 AND role BETWEEN 1 AND 2",
        "action BETWEEN 1 AND 6 AND role BETWEEN 1 AND 2",
    ),
)


def upgrade() -> None:
    """Loosen the checks."""
    loosen(_CHECKS)
