"""Tickets with everything that belongs to them, as JSON Lines: moved into an empty database and out of any."""

from ticket_server.transfer.exporting import export_file
from ticket_server.transfer.importing import BadLine, Imported, NotEmpty, import_file

__all__ = ["BadLine", "Imported", "NotEmpty", "export_file", "import_file"]
