"""h2load as the client: it costs a tenth of a client in Python, but sends one request only and reads no answer."""

import re
import shutil
import struct
import subprocess
import tempfile
from pathlib import Path

from campusdesk.access import Caller
from tests.bench.frames import Answered, header_text


def available() -> bool:
    """Say whether h2load is installed."""
    return shutil.which("h2load") is not None


def run(address: str, caller: Caller, method: str, request: bytes, calls: int, in_flight: int) -> Answered:
    """Make so many calls with the same encoded request; raise ConnectionError when one has no answer.

    gRPC tells refusals in trailers, which h2load does not read: whoever measures tries the request by a stub before.
    """
    with tempfile.TemporaryDirectory() as folder:
        body, log = Path(folder) / "body", Path(folder) / "log"
        body.write_bytes(struct.pack(">BI", 0, len(request)) + request)
        headers = {"content-type": "application/grpc", "te": "trailers"}
        headers |= {key: header_text(value) for key, value in caller.metadata()}
        command = ["h2load", f"--requests={calls}", "--clients=1", f"--max-concurrent-streams={in_flight}"]
        command += [f"--data={body}", f"--log-file={log}"]
        command += [f"--header={key}: {value}" for key, value in headers.items()]
        said = subprocess.run(
            [*command, f"http://{address}{method}"], capture_output=True, text=True, check=True
        ).stdout
        lines = [line.split("\t") for line in log.read_text("ascii").splitlines()]
    if f" {calls} succeeded" not in said or any(status != "200" for _, status, _ in lines):
        raise ConnectionError(said)
    return Answered(_elapsed_s(said), [int(microseconds) / 1e6 for _, _, microseconds in lines], [])


def _elapsed_s(said: str) -> float:
    found = re.search(r"finished in ([\d.]+)(us|ms|s)", said)
    assert found is not None, said
    return float(found[1]) * {"us": 1e-6, "ms": 1e-3, "s": 1.0}[found[2]]
