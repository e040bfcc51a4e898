"""The settings of the analytics servers."""

import pytest

from analytics.settings import Analysis, read_zone


def test_each_analysis_has_a_port_of_its_own() -> None:
    assert {analysis.value: str(analysis.default_listen) for analysis in Analysis} == {
        "backlog": "127.0.0.1:47601",
        "resolution-time": "127.0.0.1:47602",
        "category-load": "127.0.0.1:47603",
    }


def test_a_time_zone_is_read_by_its_name() -> None:
    assert read_zone("America/New_York").key == "America/New_York"


@pytest.mark.parametrize("name", ["", "Europe", "Europe/Nowhere", "../etc/passwd", "/etc/localtime", "\0", "CET+1"])
def test_what_is_no_time_zone_is_refused_in_words(name: str) -> None:
    with pytest.raises(ValueError, match="is no time zone"):
        read_zone(name)
