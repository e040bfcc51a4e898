"""Compile what the desk says in its languages; `--update` takes up new words, `--check` tells which are not as said."""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from wording import put_together

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "client" / "resources" / "i18n"
# English is what the source says; only its plurals need words.
PLURALS_ONLY = "en"
LANGUAGES = ("de", PLURALS_ONLY, "es", "fr", "it")

_PLACE = re.compile(r"%L?\d|%L?n|\{\w+\}")


def source_of(language: str, folder: Path = FOLDER) -> Path:
    """Return the file in which people translate."""
    return folder / f"desk_{language}.ts"


def compiled(language: str, folder: Path = FOLDER) -> Path:
    """Return the file that the desk reads."""
    return source_of(language, folder).with_suffix(".qm")


def update(language: str, modules: Sequence[Path], folder: Path = FOLDER) -> None:
    """Take up what the modules say now, and drop what they no longer say; raises CalledProcessError."""
    which = ["-pluralonly"] if language == PLURALS_ONLY else []
    # What was said of other words is no guess at new ones.
    which += ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
    words = [*which, "-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
    _run("lupdate", *modules, *words, "-ts", source_of(language, folder))


def compile_words(language: str, folder: Path = FOLDER) -> None:
    """Make the file that the desk reads; raises CalledProcessError."""
    _run("lrelease", "-nounfinished", source_of(language, folder), "-qm", compiled(language, folder))


def faults(language: str, modules: Sequence[Path], folder: Path = FOLDER) -> list[str]:
    """Return what the language says not at all, with other places for numbers and names, or in vain."""
    with tempfile.TemporaryDirectory() as copy:
        if source_of(language, folder).exists():
            shutil.copy(source_of(language, folder), copy)
        before = _messages(source_of(language, Path(copy)))
        update(language, modules, Path(copy))
        now = _messages(source_of(language, Path(copy)))
    stale = [f"{context} does not say any more: {source}" for context, source in before if (context, source) not in now]
    return [f"{language}: {fault}" for fault in [*_faults(now), *stale]]


def _messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    """Return each translation by its context and its source; none where there is no file yet."""
    contexts = ET.parse(path).getroot().iter("context") if path.exists() else ()  # noqa: S314 - the project's own
    messages = [(context.findtext("name", ""), message) for context in contexts for message in context.iter("message")]
    found = ((name, message.findtext("source", ""), message.find("translation")) for name, message in messages)
    return {(name, source): translation for name, source, translation in found if translation is not None}


def _faults(messages: Mapping[tuple[str, str], ET.Element]) -> Iterator[str]:
    for (context, source), translation in messages.items():
        said = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(said):
            yield f"{context} is not translated: {source}"
        elif any(_places(words) != _places(source) for words in said):
            yield f"{context} has other places than its source: {source}"


def _places(words: str) -> set[str]:
    return {place.replace("L", "") for place in _PLACE.findall(words)}


def _run(tool: str, *words: str | Path) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    command = [str(word) for word in (Path(sys.executable).parent / f"pyside6-{tool}{suffix}", *words)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)


def desk_modules() -> list[Path]:
    """Return the modules whose words people read."""
    return sorted((ROOT / "client").rglob("*.py"))


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit status: 1 when what is said is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="take up new words to be translated")
    parser.add_argument("--check", action="store_true", help="tell which words are missing, stale or put together")
    options, found = parser.parse_args(words), list[str]()
    for language in LANGUAGES:
        if options.check:
            found += faults(language, desk_modules())
        elif options.update:
            update(language, desk_modules())
        else:
            compile_words(language)
    if options.check:
        found += [fault for module in desk_modules() for fault in put_together(module)]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
