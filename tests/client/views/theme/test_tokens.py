"""Every text of the theme can be read on every background that it stands on."""

import pytest

from client.views.theme.tokens import DARK, INKS, LIGHT, LIT, PAIRS, Tokens
from tests.client.views.theme.contrast import contrast


def test_the_measure_agrees_with_known_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_every_pair_has_the_contrast_of_readable_text(tokens: Tokens) -> None:
    pairs = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in pairs.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_a_plot_whose_service_is_away_can_be_made_out_and_not_be_taken_for_a_live_one(tokens: Tokens) -> None:
    assert 3 <= contrast(tokens.faded, tokens.surface) < contrast(tokens.muted, tokens.surface)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_a_row_that_is_lit_is_readable(tokens: Tokens) -> None:
    surface, light = (bytes.fromhex(colour[1:]) for colour in (tokens.surface, tokens.accent))
    mixed = bytes(round((1 - LIT) * under + LIT * over) for under, over in zip(surface, light, strict=True))
    assert min(contrast(getattr(tokens, ink), f"#{mixed.hex()}") for ink in INKS) >= 4.5
