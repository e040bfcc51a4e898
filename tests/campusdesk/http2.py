"""HTTP/2 by hand, so that a test can send what no client would."""

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
# Kinds of frames, and flags of theirs.
DATA, HEADERS, SETTINGS, CONTINUATION = 0, 1, 4, 9
END_STREAM, END_HEADERS = 1, 4


def frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    """Return an HTTP/2 frame."""
    return len(payload).to_bytes(3, "big") + bytes((kind, flags)) + stream.to_bytes(4, "big") + payload


def headers(*fields: tuple[bytes, bytes]) -> bytes:
    """Return a block of header fields, each in letters of its own, by HPACK without its tables."""
    return b"".join(b"\x00" + _text(name) + _text(value) for name, value in fields)


def _text(text: bytes) -> bytes:
    """Return a text of HPACK; the longest of these tests need no more than two bytes for their length."""
    if len(text) < 127:
        return bytes((len(text),)) + text
    rest = len(text) - 127
    return bytes((127, rest & 127 | 128, rest >> 7)) + text


def call(method: bytes, *said: tuple[bytes, bytes], data: bytes = b"\x00\x00\x00\x00\x00") -> bytes:
    """Return the bytes of a connection that makes one call."""
    block = headers(
        *((b":method", b"POST"), (b":scheme", b"http"), (b":path", method), (b":authority", b"campus")),
        *((b"content-type", b"application/grpc"), (b"te", b"trailers"), *said),
    )
    opened = PREFACE + frame(SETTINGS, 0, 0, b"")
    return opened + frame(HEADERS, END_HEADERS, 1, block) + frame(DATA, END_STREAM, 1, data)
