"""A running server uses what its own corrections taught: for new tickets alone, until it is taken back."""

from pathlib import Path

import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.rules import Category, Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from campusdesk.v1.ticket_service_pb2_grpc import TicketServiceStub
from tests.system.programs import UNLIMITED, ticket_server
from tests.system.test_categories import create, set_category, suggest
from tests.ticket_server.commands.command_line import run
from tests.ticket_server.learning.campus import PORTAL, portal
from ticket_server.encoder import encoder

TEXT = f"The login of {PORTAL} hangs"
IT, SERVICES = ticket_pb2.CATEGORY_TECHNICAL_IT, ticket_pb2.CATEGORY_SERVICES_COMPLAINTS


def listed(staff: TicketServiceStub) -> dict[int, bytes]:
    answer = staff.ListTickets(ticket_service_pb2.ListTicketsRequest(page_size=200))
    return {ticket.id: ticket.SerializeToString(deterministic=True) for ticket in answer.tickets}


def test_new_tickets_get_what_was_learned_and_old_ones_and_corrections_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The server and the command have the light model alone: the encoder would read 1,200 texts.
    monkeypatch.setattr(encoder, "ARTEFACTS", tmp_path / "none")
    database, versions = tmp_path / "tickets.db", tmp_path / "versions"
    placed = ("--database", f"sqlite:///{database}", "--categoriser-folder", versions)
    options = (*UNLIMITED, "--no-encoder", "--categoriser-folder", str(versions))
    with ticket_server(database, "127.0.0.1:0", *options) as server:
        with open_channel(server.address(), Caller(Role.HELPDESK, "Desk 2")) as channel:
            staff = TicketServiceStub(channel)
            old = create(staff, TEXT)
            assert old.category == IT
            for correction in portal():
                set_category(staff, create(staff, correction.text), Category.SERVICES_COMPLAINTS)
            before = listed(staff)
            assert len(before) == 1 + len(portal())
            assert "Version 1 is in force" in run("categorise", "--refit", *placed).stdout
            suggestion = suggest(staff, TEXT)
            assert (suggestion.category, suggestion.words[0]) == (SERVICES, PORTAL)
            assert create(staff, TEXT).category == SERVICES
            assert {number: row for number, row in listed(staff).items() if number in before} == before
            assert run("categorise", "--previous", *placed).exit_code == 0
            assert create(staff, TEXT).category == IT
            (versions / "current").write_bytes(b"\xff")
            assert create(staff, TEXT).category == IT
        assert server.stop() == 0
        assert any("as they are shipped" in line for line in server.complaints)
        assert not any(PORTAL in line for line in server.complaints)
