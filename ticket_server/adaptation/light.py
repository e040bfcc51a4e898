"""The light model with what the version in force adds to it."""

from campusdesk.rules import Category
from ticket_server.adaptation.delta import Delta, Scores, own_words
from ticket_server.adaptation.versions import InForce
from ticket_server.categoriser.explaining import strongest, word_shares
from ticket_server.categoriser.model import CATEGORIES, Categoriser, Verdict


class AdaptedLight:
    """Answers as the light model does, at once and from any thread; never fails because of a version."""

    def __init__(self, light: Categoriser, in_force: InForce) -> None:
        """Adapt a light model by the version that is in force whenever it is asked."""
        self._light = light
        self._in_force = in_force

    def categorise(self, text: str) -> Verdict:
        """Choose one of the three categories for any text."""
        chances = self.chances(text)
        confidence = max(chances)
        return Verdict(CATEGORIES[chances.index(confidence)], confidence)

    def chances(self, text: str) -> Scores:
        """Return one probability for each of CATEGORIES."""
        chances, delta = self._light.probabilities(text), self._delta()
        return chances if delta is None else delta.applied(chances, own_words(self._light, text))

    def speaking(self, text: str, category: Category) -> tuple[str, ...]:
        """Return the whole words of the text that spoke most for the category, strongest first."""
        shares, delta = word_shares(self._light, text, category), self._delta()
        if delta is not None:
            index = CATEGORIES.index(category)
            for word in shares:
                # The one divides the scores of the light model; the other adds to them after that.
                shares[word] += self._light.temperature * delta.lead(own_words(self._light, word), index)
        return strongest(shares)

    def _delta(self) -> Delta | None:
        version = self._in_force()
        if version is None or version.light is None or version.light.base != self._light.version:
            return None
        return version.light.delta
