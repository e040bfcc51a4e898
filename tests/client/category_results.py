"""Results of the category load as their server tells them."""

from campusdesk.rules import Category
from campusdesk.v1 import analytics_pb2
from tests.client.made import NOON_US, moment


def load(
    category: Category, active: int, waiting: int, *, unsure: int = 0, opened_us: int = 0
) -> analytics_pb2.CategoryLoad:
    """Return the load of a category; `opened_us` is when the active ticket of median age was opened."""
    told = analytics_pb2.CategoryLoad(active_count=active, open_count=waiting, unsure_count=unsure)
    told.category = int(category)  # type: ignore[assignment]
    if opened_us:
        told.median_open_time.CopyFrom(moment(opened_us))
    return told


def result(*loads: analytics_pb2.CategoryLoad, live: bool = True) -> analytics_pb2.CategoryLoadResult:
    """Return a result of these loads, true for noon."""
    stamp = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=3, live=live)
    return analytics_pb2.CategoryLoadResult(stamp=stamp, loads=loads)
