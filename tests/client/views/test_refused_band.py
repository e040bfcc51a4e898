"""A desk that is let in no more says why over everything, and has a way back."""

import pytest
from pytestqt.qtbot import QtBot

from client.drafts import Drafts
from client.views.refused_band import RefusedBand
from client.views.theme.theme import Theme


@pytest.fixture
def band(qtbot: QtBot, theme: Theme, drafts: Drafts) -> RefusedBand:
    made = RefusedBand(theme, drafts)
    qtbot.addWidget(made)
    return made


def test_it_is_there_while_it_has_words(band: RefusedBand) -> None:
    assert band.isHidden()
    band.show_words("The key was revoked.")
    assert not band.isHidden()
    assert (band.words, band.label.accessibleName()) == ("The key was revoked.", "The key was revoked.")
    band.show_words("")
    assert band.isHidden()


def test_the_way_back_asks_about_what_would_be_deleted(band: RefusedBand, drafts: Drafts, qtbot: QtBot) -> None:
    drafts.report().keep_texts({"description": "Smoke"})
    with qtbot.waitSignal(band.left):
        band.switch.click()
    drafts.store.forgets = True
    with qtbot.assertNotEmitted(band.left):
        band.switch.click()
    with qtbot.waitSignal(band.left):
        band.switch.click()
