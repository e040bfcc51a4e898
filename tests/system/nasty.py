"""Requests as nobody sane sends them: strategies from the contract's descriptors, so that a new field is among them."""

from collections.abc import Mapping

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from hypothesis import strategies as st

# What fields hold in lawful requests, by their names.
Lawful = Mapping[str, st.SearchStrategy[int | bytes]]

_BYTES = (FieldDescriptor.TYPE_STRING, FieldDescriptor.TYPE_BYTES)
_VARINT, _LENGTH_DELIMITED = 0, 2
# The edges of the types, of pages and of numbers.
_NUMBERS = (0, 1, -1, 50, 200, 201, 1_001, 2**31 - 1, 2**31, -(2**31), 2**63 - 1, -(2**63), 2**64 - 1, 253_402_300_800)
_TEXTS = (
    *("", " \t\n", "１", "²", "-1", "#1", "1e9", "NaN", "null"),
    *(
        "\u200b\u2060\ufeff",
        "\u202edesrever\u2066",
        "\u3164",
        "a\x00b",
        "\x1b[2J",
        "\r\nfault: none",
        "\ufffe",
        "\U0010ffff",
    ),
    *("%s%n{0}{x.__class__}", "'; DROP TABLE ticket; --", "../../etc/passwd", "<img src=x onerror=y>", "${jndi:x}"),
    *('"', "*", "AND", "NOT NEAR(", "it's C++ -a ^b :c", "description:x", "(((", "x" * 200, "x" * 201),
    *(
        "AAAA",
        "AAAAAAAAAAAAAAA=",
        "AgAAf_________8=",
        "A===",
        "x" * 10_000,
        "x" * 10_001,
        "漏" * 10_000,
        "e\u0301" * 5_000,
        "a " * 100,
    ),
)
_BAD_UTF8 = (b"\xff", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"ok\xe2\x82")

_texts = st.one_of(
    st.sampled_from(_TEXTS).map(lambda text: text.encode(errors="surrogatepass")),
    st.text(max_size=30).map(lambda text: text.encode(errors="surrogatepass")),
    st.sampled_from(_BAD_UTF8),
)
_numbers = st.one_of(st.sampled_from(_NUMBERS), st.integers(-(2**63), 2**64 - 1))
_seconds = st.sampled_from([0, 59, 60, 3_600, 3_660 * 86_400, 3_660 * 86_400 + 1, 315_576_000_001, 2**63 - 1, -60])

# What these fields hold in a lawful request; every other text is a word, and every other number is a small one.
_LAWFUL: Lawful = {
    "request_id": st.uuids().map(lambda made: str(made).encode()),
    "paths": st.sampled_from([b"description", b"location", b"contact", b"category"]),
    "seconds": st.just(3_600),
    "nanos": st.just(0),
}


class Wire(bytes):
    """A message's bytes, of which a failed test shows the first only."""

    def __repr__(self) -> str:
        return f"{bytes(self[:200])!r} ({len(self)} bytes)"


def requests(message: Descriptor, lawful: Lawful, most_nasty: int = 2) -> st.SearchStrategy[Wire]:
    """Return a strategy of the message's bytes: at most so many of its fields are nasty, and the others lawful.

    `lawful` says what the fields of some names hold in lawful requests. With every field nasty, the first one would
    hide the others.
    """
    fields, known = list(message.fields), {**_LAWFUL, **lawful}

    @st.composite
    def made(draw: st.DrawFn) -> Wire:
        sick = draw(st.sets(st.sampled_from(fields), max_size=most_nasty)) if fields and most_nasty else set()
        parts = [draw(_nasty(field, known) if field in sick else _sound(field, known)) for field in fields]
        return Wire(b"".join([*parts, draw(_UNKNOWN)]))

    return made()


def broken() -> st.SearchStrategy[Wire]:
    """Return a strategy of bytes that are mostly no message at all."""
    cut = st.tuples(st.integers(1, 200), st.integers(0, 7), st.integers(0, 2**64 - 1))
    return st.one_of(
        st.binary(max_size=200), cut.map(lambda part: _varint(part[0] << 3 | part[1]) + _varint(part[2]))
    ).map(Wire)


def _sound(field: FieldDescriptor, lawful: Lawful) -> st.SearchStrategy[bytes]:
    if field.message_type is not None:
        value: st.SearchStrategy[int | bytes] = requests(field.message_type, lawful, most_nasty=0)
    else:
        value = lawful.get(field.name, st.just(b"drips") if field.type in _BYTES else st.integers(1, 3))
    return value.map(lambda value: _encoded(field.number, value))


def _nasty(field: FieldDescriptor, lawful: Lawful) -> st.SearchStrategy[bytes]:
    """Return a strategy of a field that is at an edge, absent, there twice or 300 times, or of another type."""
    value: st.SearchStrategy[int | bytes] = _numbers if field.name != "seconds" else _seconds
    if field.message_type is not None:
        value = requests(field.message_type, lawful, most_nasty=1)
    elif field.type in _BYTES:
        value = _texts
    one = value.map(lambda value: _encoded(field.number, value))
    wrong = st.binary(max_size=8).map(lambda value: _encoded(field.number, value))
    return st.one_of(one, one, one, st.just(b""), st.lists(one, max_size=3).map(b"".join), wrong, one.map(_often))


def _often(field: bytes) -> bytes:
    # A little more than a server takes, at most.
    return field * min(300, 300_000 // max(len(field), 1))


def _encoded(number: int, value: int | bytes) -> bytes:
    return _tagged(number, _VARINT if isinstance(value, int) else _LENGTH_DELIMITED, value)


def _tagged(number: int, wire_type: int, value: int | bytes) -> bytes:
    tag = _varint(number << 3 | wire_type)
    return tag + (_varint(value) if isinstance(value, int) else _varint(len(value)) + value)


def _varint(value: int) -> bytes:
    value %= 2**64
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*encoded, value))


_UNKNOWN = st.sampled_from([b"", b"", b"", _tagged(1_000, _LENGTH_DELIMITED, b"\x00" * 9), _tagged(1_000, _VARINT, 1)])
