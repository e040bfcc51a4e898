"""What a desk was told last, written and read: whole, or as if it were not there."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campusdesk.facts import Facts, encode
from campusdesk.v1 import change_feed_pb2
from client.known_file import Known, read_known, write_known
from tests.client import made


def known(count: int, text: str = "The lift") -> Known:
    tickets = [made.ticket(number, description=f"{text} {number}") for number in range(1, count + 1)]
    return Known("lineage", 7, made.NOON_US, made.facts(tickets), tickets)


def write(path: Path, held: Known) -> None:
    write_known(path, held, held.facts.columns())


def columns(facts: Facts) -> dict[str, bytes]:
    return encode(facts.columns())


@pytest.mark.parametrize("count", [0, 1, 40])
def test_what_was_written_is_read(tmp_path: Path, count: int) -> None:
    held = known(count, "Ünicode 🔥 <b>\n")
    path = tmp_path / "new" / "known.npz"
    write(path, held)
    read = read_known(path)
    assert read is not None
    assert (read.lineage, read.revision, read.time_us) == ("lineage", 7, made.NOON_US)
    assert columns(read.facts) == columns(held.facts)
    assert list(read.tickets) == list(held.tickets)
    read.facts.apply(made.ticket(99))
    assert len(read.facts) == count + 1, "they can be changed"


def test_it_is_for_its_person_alone_and_nothing_unfinished_stays(tmp_path: Path) -> None:
    path = tmp_path / "known.npz"
    for count in (3, 1):
        write(path, known(count))
    assert path.stat().st_mode & 0o777 == 0o600
    assert [*tmp_path.iterdir()] == [path]
    read = read_known(path)
    assert read is not None
    assert len(read.facts) == 1


def test_nothing_is_known_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert read_known(tmp_path / "known.npz") is None
    assert read_known(tmp_path) is None


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_damaged_file_is_as_none_or_tells_the_truth(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "known.npz"
    held = known(3)
    write(path, held)
    content = bytearray(path.read_bytes())
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content) - 1)) :]
    else:
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    read = read_known(path)
    assert read is None or columns(read.facts) == columns(held.facts)


def test_columns_that_do_not_fit_are_none(tmp_path: Path) -> None:
    path, held = tmp_path / "known.npz", known(3)
    torn = {**held.facts.columns(), "status": held.facts.columns()["status"][:1]}
    write_known(path, held, torn)
    assert read_known(path) is None
    falling = Facts.from_snapshot([change_feed_pb2.FactColumns(**encode(held.facts.columns()))]).columns()
    falling["id"][::] = falling["id"][::-1].copy()
    write_known(path, held, falling)
    assert read_known(path) is None
