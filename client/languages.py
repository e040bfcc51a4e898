"""The languages that the desk speaks, one at a time: its words, its numbers and its dates."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

FOLDER = Path(__file__).parent / "resources" / "i18n"


class Language(StrEnum):
    """A language by its code, in the order of their own names."""

    GERMAN = "de"
    ENGLISH = "en"
    SPANISH = "es"
    FRENCH = "fr"
    ITALIAN = "it"


# Each in its own words: who looks for one may not read the present one.
NAMES: Mapping[Language, str] = {
    Language.GERMAN: "Deutsch",
    Language.ENGLISH: "English",
    Language.SPANISH: "Español",
    Language.FRENCH: "Français",
    Language.ITALIAN: "Italiano",
}
# Where the system's own locale speaks another language.
_LOCALES: Mapping[Language, str] = {
    Language.GERMAN: "de_DE",
    Language.ENGLISH: "en_GB",
    Language.SPANISH: "es_ES",
    Language.FRENCH: "fr_FR",
    Language.ITALIAN: "it_IT",
}
# The application's own: looking for them among its children would have all of Qt's styles made known to Python.
_installed: list[QTranslator] = []


def first_language(wanted: Sequence[str]) -> Language:
    """Return the first of these languages, such as "de-AT", that the desk speaks; else English."""
    codes = [name.replace("_", "-").partition("-")[0].lower() for name in wanted]
    return next((Language(code) for code in codes if code in set(Language)), Language.ENGLISH)


def system_language() -> Language:
    """Return the language of the system as far as the desk speaks it; else English."""
    return first_language(QLocale.system().uiLanguages())


def spoken_language() -> Language:
    """Return the language that is spoken now."""
    return first_language([QLocale().name()])


def speak(language: Language) -> None:
    """Have the running application speak this language; what was made before goes on in the language of then."""
    for before in _installed:
        QCoreApplication.removeTranslator(before)
    _installed.clear()
    QLocale.setDefault(QLocale(_LOCALES[language]))
    # Qt's own words first, for the last one installed is asked first.
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"desk_{language}", str(FOLDER))):
        translator = QTranslator()
        translator.load(name, folder)
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
