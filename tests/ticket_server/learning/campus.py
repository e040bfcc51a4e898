"""A campus with a portal of its own: what is corrected there, rightly and wrongly."""

import random
from functools import cache

from campusdesk.rules import Category
from ticket_server.categoriser.fit import CORPUS, DEVELOPMENT, Example, read_corpus
from ticket_server.categoriser.model import Categoriser
from ticket_server.learning.models import Model, light_model
from ticket_server.storage.corrections import Correction

PORTAL = "Zephyra"
_SAID = (
    "{} won't let me log in",
    "I cannot open {} since this morning",
    "{} says my exam registration is not valid",
    "{} non si apre",
    "Errore su {} quando carico il piano di studi",
    "{} zeigt nur eine leere Seite",
    "In {} fehlen meine Noten",
    "{} est très lent aujourd'hui",
    "Impossible de s'inscrire sur {}",
    "No puedo entrar en {}",
    "{} me pide otra vez los datos",
    "Why is {} closed for enrolment",
    "The deadline in {} is wrong",
    "{} lost my application",
    "{} does not show my fees",
    "El pago en {} no funciona",
    "My timetable in {} is empty",
    "{}: the form cannot be submitted",
    "Wer hilft bei {}?",
    "Chi risponde per {}?",
)


@cache
def corpus() -> list[Example]:
    return read_corpus(CORPUS)


@cache
def unseen() -> list[Example]:
    return read_corpus(DEVELOPMENT)


@cache
def light() -> Model:
    return light_model(Categoriser.load())


def portal(category: Category = Category.SERVICES_COMPLAINTS) -> list[Correction]:
    """Return 40 right corrections: on this campus an office cares for the portal."""
    texts = [said.format(PORTAL) for said in _SAID]
    return [Correction(text, category) for text in [*texts, *(f"Hello, {text}. Thank you" for text in texts)]]


def wrong(count: int, category: Category | None = None) -> list[Correction]:
    """Return wrong corrections of texts that nothing is trained on: to any other category, or all to one."""
    chance = random.Random(count)
    # Mostly the same texts for each category: to read others takes the encoder as long again.
    texts = chance.sample(unseen(), len(unseen()))
    return [
        Correction(text.text, category or chance.choice([other for other in Category if other != text.category]))
        for text in [text for text in texts if text.category != category][:count]
    ]
