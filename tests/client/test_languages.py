"""The desk speaks the language that was chosen, else the system's where it can, else English."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from client.languages import FOLDER, NAMES, Language, first_language, spoken_language

Speak = Callable[[Language], None]


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["de-AT", "de", "en"], Language.GERMAN),
        (["it_IT.UTF-8"], Language.ITALIAN),
        (["nl-NL", "fr-BE", "en-US"], Language.FRENCH),
        (["ES"], Language.SPANISH),
        (["nl", "tlh"], Language.ENGLISH),
        (["C"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_first_language_that_is_spoken_is_taken(wanted: list[str], language: Language) -> None:
    assert first_language(wanted) is language


def test_every_language_has_a_name_and_its_words() -> None:
    assert set(NAMES) == set(Language)
    assert {path.stem for path in FOLDER.glob("*.qm")} == {f"desk_{language}" for language in Language}


@pytest.mark.parametrize(("language", "number"), [(Language.ENGLISH, "1.5"), (Language.GERMAN, "1,5")])
def test_numbers_are_written_as_the_language_does(language: Language, number: str, spoken: Speak) -> None:
    spoken(language)
    assert spoken_language() is language
    assert QLocale().toString(1.5, "f", 1) == number


@pytest.mark.parametrize("language", [each for each in Language if each is not Language.ENGLISH])
@pytest.mark.parametrize("field", ["QLineEdit", "QWidgetTextControl"])
def test_the_menus_of_text_fields_are_translated(language: Language, field: str, spoken: Speak) -> None:
    spoken(language)
    assert QCoreApplication.translate(field, "Select All") not in {"", "Select All"}


def test_qt_speaks_the_same_language(spoken: Speak) -> None:
    spoken(Language.GERMAN)
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Kopieren"
    spoken(Language.ENGLISH)
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Copy"
