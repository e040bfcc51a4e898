"""What was measured beside what was wanted, one row each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measurement: `reached` is None where nothing was promised."""

    what: str
    goal: str
    result: str
    reached: bool | None = None


def show(rows: list[Row]) -> None:
    """Print the rows as a table of Markdown."""
    marks = {True: "yes", False: "NO", None: ""}
    lines = [("what", "goal", "result", "reached")]
    lines += [(row.what, row.goal, row.result, marks[row.reached]) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = ["-" * width for width in widths]
    for line in (lines[0], rule, *lines[1:]):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |")


def spread(values: list[float], form: str) -> str:
    """Return the median with the least and the greatest, each in the form."""
    ordered = sorted(values)
    return f"{ordered[len(ordered) // 2]:{form}} [{ordered[0]:{form}}-{ordered[-1]:{form}}]"


def percentile(values: list[float], share: float) -> float:
    """Return the value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
