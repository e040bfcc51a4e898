"""Make a believable campus of tickets for a first look at the desk, as the JSON Lines that the ticket server imports.

The texts are written by hand and stand in the folder `sample`; only who reports what, when and where is drawn.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from campusdesk.rules import CategorySource
from sample.campus import OUTAGE, load_campus
from sample.life import Helpdesk, Life
from sample.reporters import Report, Reporters
from sample.rhythm import SPAN, WorkingClock, opening_moments, outage_moments
from sample.talk import Edit, Message, Talk

OUTAGE_SHARE = 0.02


def sample_tickets(seed: int, now: datetime, count: int) -> Iterator[dict[str, object]]:
    """Yield that many tickets of the 18 months before now, in order of opening, always the same for the same seed."""
    random, campus = Random(seed), load_campus()
    clock = WorkingClock((now - SPAN).date() - timedelta(days=7), now.date() + timedelta(days=1500))
    reporters, helpdesk = Reporters(random, campus), Helpdesk(random, campus, clock, now)
    talk = Talk(random, campus, clock, now)
    in_outage = round(count * OUTAGE_SHARE)
    moments = [(moment, "") for moment in opening_moments(random, now, count - in_outage)]
    moments += [(moment, OUTAGE) for moment in outage_moments(random, now, in_outage)]
    reports = [reporters.report(moment, event) for moment, event in sorted(moments)]
    for number, (report, status) in enumerate(zip(reports, helpdesk.statuses(reports), strict=True), start=1):
        life = helpdesk.life(report, status)
        yield ticket(number, report, life, talk.messages(report, life), talk.edits(report, life))


def ticket(
    number: int, report: Report, life: Life, messages: Sequence[Message], edits: Sequence[Edit]
) -> dict[str, object]:
    """Return the ticket as it is imported; what is absent has not happened or is the server's to decide."""
    texts = {"description": report.description, "location": report.location, "contact": report.contact}
    after = {edit.field: edit.after for edit in edits}
    corrected = {"confidence": 1.0, "category_source": CategorySource.CORRECTED.word} if "category" in after else {}
    ends = {"activate_time": life.activated, "close_time": life.closed}
    closed_by = {"closed_by": life.closed_by} if life.closed else {}
    return {
        "id": number,
        "status": life.status.word,
        **texts,
        **after,
        **corrected,
        "reported_from": report.reported_from,
        "taken_by": life.taken_by,
        **closed_by,
        "open_time": written(report.opened),
        **{name: written(moment) for name, moment in ends.items() if moment},
        "messages": [
            {
                "time": written(message.time),
                "role": message.role,
                "workstation": message.workstation,
                "text": message.text,
            }
            for message in messages
        ],
        "history": [
            {
                "time": written(edit.time),
                "role": edit.role,
                "workstation": edit.workstation,
                "action": "update",
                "changes": {edit.field: [edit.before, edit.after]},
            }
            for edit in edits
        ],
    }


def written(moment: datetime) -> str:
    """Return the moment as RFC 3339 in UTC with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment_of(words: str) -> datetime:
    """Return the moment that ISO 8601 words mean, in UTC when they name no zone; raise ValueError on others."""
    moment = datetime.fromisoformat(words)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def main(words: Sequence[str] | None = None) -> int:
    """Write the sample campus to the file that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the tickets are written")
    parser.add_argument("--seed", type=int, default=1, help="another seed is another campus life (default: 1)")
    parser.add_argument("--now", type=moment_of, metavar="TIME", help="when the 18 months end (default: now)")
    parser.add_argument("--count", type=int, default=2000, help="how many tickets (default: 2000)")
    options = parser.parse_args(words)
    now = options.now or datetime.now(UTC)
    with options.out.open("w", encoding="utf-8", newline="\n") as file:
        for line in sample_tickets(options.seed, now, options.count):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
