"""What kind of place it is, and what stands beside the word for it."""

import pytest

from ticket_server.similar.places import Agreement, compare, places_of

Told = tuple[str, str]

SAME: list[tuple[Told, Told]] = [
    (("Collegio Fermi", ""), ("", "I live at Collegio Fermi, the WiFi is down there")),
    (("Sala Newton", ""), ("sala newton", "")),
]
CONFLICT: list[tuple[Told, Told]] = [
    # Called otherwise, in one language or in two.
    (("Sala de Grados", ""), ("Sala polivalente", "")),
    (("Collegio Fermi", ""), ("Collegio Volta", "")),
    (("International Office", ""), ("PhD office", "")),
    (("HS Blau", ""), ("HS Orange", "")),
    (("Mensa via Parini", ""), ("", "why is the canteen on via Ariosto closed")),
    (("biblioteca centrale", ""), ("", "wifi morto in biblioteca di giurisprudenza")),
    (("Germanistik", ""), ("Institut für Geschichte", "")),
    (("Amphi Curie", ""), ("amphi de physique", "")),
    (("Mensa Nord", ""), ("canteen of the law faculty", "")),
    # A location by its kind alone, with the name in the description.
    (("Hof", "Die Mülltonnen hinten am Humboldthaus stehen offen"), ("Schumannhaus", "")),
    # Of kinds that are not within each other.
    (("Hauptgebäude Foyer", ""), ("Mensa", "")),
    (("Edificio E, planta 3, aseos", ""), ("", "gotea agua en E-305")),
    (("Apollo", ""), ("Minerva", "")),
]
NO_CONFLICT: list[tuple[Told, Told]] = [
    (("fac de médecine, hall", ""), ("Medizin Foyer", "")),
    (("Prüfungsamt", ""), ("Exams office", "")),
    (("Wohnheimverwaltung", ""), ("service logement", "")),
    (("viale delle Scienze", ""), ("avenida de las Ciencias", "")),
    (("Polo Didattico", ""), ("ingresso Polo Didáctico", "")),
    # The one speaks of the other's.
    (("Library", "the law library is closed too"), ("law library", "")),
    (("Hauptgebäude Foyer", "neben der Mensa"), ("Mensa", "")),
]


def agreement(one: Told, other: Told) -> Agreement:
    return compare(places_of(*one), places_of(*other)).agreement


@pytest.mark.parametrize("pair", SAME)
def test_kinds_and_their_names_agree(pair: tuple[Told, Told]) -> None:
    assert agreement(*pair) == Agreement.SAME


@pytest.mark.parametrize("pair", CONFLICT)
def test_other_kinds_and_names_are_in_conflict(pair: tuple[Told, Told]) -> None:
    assert agreement(*pair) == Agreement.CONFLICT


@pytest.mark.parametrize("pair", NO_CONFLICT)
def test_other_words_for_a_kind_are_no_conflict(pair: tuple[Told, Told]) -> None:
    assert agreement(*pair) != Agreement.CONFLICT
