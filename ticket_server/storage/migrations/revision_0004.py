"""The fourth shape: old requests are found by their time, to be forgotten."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index on the time of the requests."""
    op.create_index("request_by_time", "request", ["request_us"])
