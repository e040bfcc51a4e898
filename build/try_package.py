"""Try the frozen programs as on a machine that has nothing else: the desk takes pictures, served by its own servers."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LONGEST_RUN_S = 180
# Embedded servers end 10 s after the last desk left; the rest is for a slow machine.
LONGEST_REST_S = 40
# What Windows cannot start a program without.
KEPT_VARIABLES = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "NUMBER_OF_PROCESSORS")


def empty_environment(home: Path) -> dict[str, str]:
    """Return the environment of a person who has just got the machine, with everything personal in the folder."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    personal = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP"), str(home))
    return {**kept, **personal, "PATH": os.defpath, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def pictures(folder: Path) -> list[Path]:
    """Return the PNG files of the folder that hold something."""
    return [path for path in sorted(folder.glob("**/*.png")) if path.stat().st_size > 0]


def still_running(programs: Path) -> list[str]:
    """Return the command lines of running programs of that folder; Linux alone tells, elsewhere none are found."""
    running = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "exe").readlink().is_relative_to(programs):
                running.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue
    return running


def wait_for_the_end(programs: Path) -> list[str]:
    """Wait until no program of the folder runs any more, and return those that will not end."""
    deadline = time.monotonic() + LONGEST_REST_S
    while (running := still_running(programs)) and time.monotonic() < deadline:
        time.sleep(0.2)
    return running


def trial(programs: Path, home: Path) -> str:
    """Run the frozen desk once and return what is wrong with it in a few words, or nothing."""
    suffix = ".exe" if sys.platform == "win32" else ""
    desk, data, taking = programs / f"campusdesk{suffix}", home / "data", home / "pictures"
    command = [str(desk), "--local", str(data), "--screenshots", str(taking)]
    begin = time.monotonic()
    try:
        status = subprocess.run(
            command, env=empty_environment(home), cwd=home, timeout=LONGEST_RUN_S, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return f"the frozen desk was not done after {LONGEST_RUN_S} s"
    taken = pictures(taking)
    print(f"The frozen desk took {len(taken)} pictures in {time.monotonic() - begin:.1f} s.", flush=True)
    if status != 0:
        return f"the frozen desk ended with status {status}"
    if not taken:
        return "the frozen desk took no picture"
    left = wait_for_the_end(programs)
    return f"programs are still running: {left}" if left else ""


def main(words: list[str]) -> int:
    """Try the programs of the folder named on the command line and return 0 when all went well, else 1."""
    programs = Path(words[0]).resolve()
    # On Windows a file stays locked for a moment after its program ended.
    with tempfile.TemporaryDirectory(prefix="campusdesk-", ignore_cleanup_errors=True) as home:
        fault = trial(programs, Path(home))
    if fault:
        print(f"The package does not work: {fault}.", file=sys.stderr)
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
