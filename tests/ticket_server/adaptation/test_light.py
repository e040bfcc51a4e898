"""The light model follows the version in force, tells the words that it taught, and ignores one made for another."""

from dataclasses import replace

import pytest

from campusdesk.rules import Category
from tests.ticket_server.adaptation.made import WORD, light, version
from ticket_server.adaptation.light import AdaptedLight
from ticket_server.adaptation.version import Version
from ticket_server.adaptation.versions import shipped
from ticket_server.categoriser.explaining import speaking

TEXT = f"The wifi login of {WORD} does not work"


def adapted(made: Version | None) -> AdaptedLight:
    return AdaptedLight(light(), lambda: made)


def test_without_a_version_it_is_the_light_model() -> None:
    verdict = AdaptedLight(light(), shipped).categorise(TEXT)
    assert verdict == light().categorise(TEXT)
    assert verdict.category == Category.TECHNICAL_IT
    assert adapted(None).speaking(TEXT, verdict.category) == speaking(light(), TEXT, verdict.category)


def test_a_word_that_a_version_knows_decides_and_is_told() -> None:
    assert adapted(version()).categorise(TEXT).category == Category.SERVICES_COMPLAINTS
    assert adapted(version()).speaking(TEXT, Category.SERVICES_COMPLAINTS)[0] == WORD


def test_texts_without_the_word_are_what_they_were() -> None:
    text = "The wifi login does not work"
    assert adapted(version()).chances(text) == pytest.approx(light().probabilities(text))


def test_a_version_for_another_model_is_not_used() -> None:
    learned = version().light
    assert learned is not None
    other = replace(version(), light=learned._replace(base="another"))
    assert adapted(other).categorise(TEXT) == light().categorise(TEXT)
    assert adapted(replace(version(), light=None)).categorise(TEXT) == light().categorise(TEXT)
