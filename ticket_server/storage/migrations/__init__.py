"""The steps from one shape of the tables to the next; imported only when a database is not in the newest shape.

They are imported as modules and not looked for on the disk, so that they are there in a frozen program too.
"""

from collections.abc import Iterable
from types import ModuleType

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep, RevisionStep
from alembic.script.base import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import Connection

from ticket_server.storage.migrations import (
    revision_0001,
    revision_0002,
    revision_0003,
    revision_0004,
    revision_0005,
    revision_0006,
)

# Oldest first.
STEPS: tuple[ModuleType, ...] = (
    revision_0001,
    revision_0002,
    revision_0003,
    revision_0004,
    revision_0005,
    revision_0006,
)


def upgrade(connection: Connection) -> None:
    """Bring the database to the newest shape within the connection's transaction.

    Its present shape must be one that `knows` affirms.
    """
    revisions = RevisionMap(lambda: [Script(step, step.revision, step.__file__ or "") for step in STEPS])

    def pending(present: tuple[str, ...], _context: MigrationContext) -> Iterable[RevisionStep]:
        newest_first = [*revisions.iterate_revisions("heads", present or "base")]
        scripts = [step for step in reversed(newest_first) if isinstance(step, Script)]
        return [MigrationStep.upgrade_from_script(revisions, script) for script in scripts]

    context = MigrationContext.configure(connection, opts={"fn": pending, "transactional_ddl": True})
    with Operations.context(context):
        context.run_migrations()


def knows(revision: str) -> bool:
    """Say whether the revision is one of these steps."""
    return any(step.revision == revision for step in STEPS)
