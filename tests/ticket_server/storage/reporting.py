"""A program that reports problem after problem and prints what was acknowledged, until somebody kills it."""

import asyncio
import sys

from tests.ticket_server.desk import USER, Desk, new_id, open_desk

IN_FLIGHT = 16


async def report_for_ever(desk: Desk) -> None:
    while True:
        request_id = new_id()
        ticket = await desk.helpdesk.create_ticket(USER, request_id, f"Report {request_id}", "", "")
        sys.stdout.write(f"{request_id} {ticket.id} {ticket.revision}\n")
        sys.stdout.flush()


async def main(url: str) -> None:
    async with open_desk(url) as desk:
        await asyncio.gather(*(report_for_ever(desk) for _ in range(IN_FLIGHT)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
