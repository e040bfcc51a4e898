"""The ticket server as it must not be: it acknowledges what a power cut may still take."""

from ticket_server.__main__ import main
from ticket_server.storage import sqlite

SAFE, CARELESS = "synchronous=FULL", "synchronous=NORMAL"

if __name__ == "__main__":
    pragmas = list(sqlite._WRITER_PRAGMAS)  # noqa: SLF001
    pragmas[pragmas.index(SAFE)] = CARELESS
    setattr(sqlite, "_WRITER_PRAGMAS", tuple(pragmas))  # noqa: B010 - its length is part of its type
    main()
