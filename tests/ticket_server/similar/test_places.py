"""Places told in many ways: the same, one within the other, or two that cannot be the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ticket_server.similar.places import Agreement, compare, places_of

Told = tuple[str, str]

SAME: list[tuple[Told, Told]] = [
    (("B2.14", ""), ("b 2.14", "")),
    (("B2.14", ""), ("B2-14", "")),
    (("B2.14", ""), ("", "No signal, room 214 building B")),
    (("B2.14", ""), ("aula B2.14", "")),
    (("2.014", ""), ("", "AC dead in 2.014 since Monday")),
    (("HS 3", ""), ("Hörsaal 3", "")),
    (("HS 3", ""), ("lecture hall 3", "")),
    (("E-305", ""), ("E305", "")),
    (("E-305", ""), ("salle E 305", "")),
    (("2-C-11", ""), ("2C11", "")),
    (("0.17", ""), ("aula 0.17", "")),
    (("salle 112", ""), ("", "Water on the floor of the lab (112)")),
    (("C1.05", ""), ("", "In der 105 (Gebäude C, 1. Stock) ist eine Scheibe gesprungen")),
    (("AN 1.7", ""), ("Aulario Norte 1.7", "")),
    (("Bibliothek, Galerie", ""), ("library gallery", "")),
    (("Lab 12", ""), ("Laboratorio 12", "")),
    (("Amphi Curie", ""), ("curie", "")),
    (("Torre Archimede", ""), ("torre archimede, atrio", "")),
    (("Residenza San Bartolomeo, stanza 312", ""), ("San Bartolomeo 312", "")),
    (("Humboldt-Haus", ""), ("Humboldthaus Keller", "")),
    (("DS Ołówek 217", ""), ("Olowek 217", "")),
]
COMPATIBLE: list[tuple[Told, Told]] = [
    (("main library", ""), ("biblioteca centrale", "")),
    (("main library", ""), ("Zentralbibliothek 2. OG", "")),
    (("Bibliothek", ""), ("bibliothèque", "")),
    (("canteen north", ""), ("Mensa Nord", "")),
    (("Sporthalle", ""), ("palestra", "")),
    (("gym", ""), ("gimnasio", "")),
    (("law library", ""), ("Biblioteca di Giurisprudenza", "")),
    (("Building B", ""), ("B2.14", "")),
    (("Edificio B, piano 2", ""), ("b 2.14", "")),
    (("Haus 4", ""), ("Haus 4 Whg 23", "")),
    (("Aulario II", ""), ("Aulario 2, planta baja", "")),
    (("P3", ""), ("Parkplatz P3", "")),
    (("Bloque 6", ""), ("Bloque VI", "")),
    (("Physics, 4th floor", ""), ("Physik 4.07", "")),
    # A lift is on all floors, and a name stands in another's text.
    (("Turm K, 3. OG", "Aufzug hängt"), ("Tower K, 6th floor", "the lift is dead, Aufzug")),
    (("Cafetería Politécnica", ""), ("polytechnic canteen", "")),
]
CONFLICT: list[tuple[Told, Told]] = [
    (("Laboratorio L-04", ""), ("Laboratorio L-204", "")),
    (("B2.14", ""), ("B2.15", "")),
    (("B2.14", ""), ("B3.14", "")),
    (("B2.14", ""), ("C2.14", "")),
    (("B2.14", ""), ("", "Beamer in B2.15 zeigt nichts")),
    (("2.014", ""), ("2.041", "")),
    (("0.17", ""), ("1.17", "")),
    (("HS 3", ""), ("HS 4", "")),
    (("HS 1", ""), ("SR 1", "")),
    (("Building C", ""), ("B2.14", "")),
    (("Haus 4", ""), ("Haus 6", "")),
    (("Aulario II", ""), ("Aulario I", "")),
    (("Mensa Nord", ""), ("canteen south", "")),
    (("law library", ""), ("Biblioteca di Medicina", "")),
    (("Amphi Curie", ""), ("Amphi Lavoisier", "")),
    (("P3", ""), ("car park P2", "")),
]
# Places of campuses that no word list here knows.
CONFLICT += [
    # Two names of one kind, in any language, or of a kind that only one of both tells.
    (("Residenza Belvedere", ""), ("Colegio Cortázar", "")),
    (("Les Platanes", "odeur de gaz, résidence"), ("Résidence Les Ormes", "")),
    (("Okonjo lecture hall", ""), ("aula Tarantelli", "")),
    (("", "no light in Haus Zuse"), ("Noetherhaus", "")),
    (("", "The WiFi in the dorm fails. I live at Collegio Ramazzini"), ("Collegio Ortles", "")),
    # Two kinds of places, of which one is hardly within the other.
    (("Mensa", ""), ("Uni library", "")),
    (("Gimnasio Campus Sur", ""), ("Biblioteca Campus Sur", "")),
    (("Building K terrace", ""), ("Gebäude K, Toiletten", "")),
    (("Chemie", ""), ("P7", "")),
    (("", "Heizung kalt in Residenz Aurora"), ("Biblioteca", "")),
    # The main one and another.
    (("Zentralmensa", ""), ("Mensa Nord", "")),
    (("biblioteca centrale", ""), ("law library", "")),
    (("Bar Central", ""), ("Cantina 2", "")),
    # A hall with a number and one with a name.
    (("Aula 4", ""), ("Aula Tarantelli", "")),
    # Two floors of one building.
    (("Gebäude K 3. OG", ""), ("K 1.07", "")),
    (("Psychologie 3. OG", ""), ("Psychology, 1st floor", "")),
    # Numbers of more than rooms.
    (("4.3.11", ""), ("4.3.12", "")),
    (("KX 7", ""), ("KX 8", "")),
    (("UB Lesesaal 2", ""), ("University library, reading room 1", "")),
    (("Washing room", "washer 3 does not drain"), ("", "Waschmaschine 5 schleudert nicht")),
    (("", "printer 2 has no toner"), ("", "stampante 4 senza toner")),
    (("", "Lift 1 hängt"), ("", "ascensore 2 fermo")),
    (("", "the lift in K tower is dead"), ("Tower L", "")),
]
CONFLICT += [
    # A name alone in the description, and one beside its kind.
    (("", "Lecturer inaudible in Curie, she gave up"), ("amphi Pasteur", "")),
    (("Kessler", ""), ("Biblioteca Lombardini", "")),
    # Two floors, wherever.
    (("", "stampante inceppata al secondo piano"), ("Palazzo Reni rez-de-chaussée", "")),
    # Subjects beside the kind of a place.
    (("", "antifurto della biblioteca giuridica suona"), ("medical library", "")),
    (("Faculty of Law", ""), ("", "der Beamer im Institut für Physik")),
]
CONFLICT += [
    # Who lives elsewhere reports something else, if it is not of the whole floor.
    (("Residenza San Bartolomeo, stanza 312", ""), ("stanza 108 san bartolomeo", "")),
    (("Haus 4 Whg 23", ""), ("Haus 4", "Internet roto, Haus 4 piso 25")),
    (("Cervantes 117", ""), ("", "my bed squeaks, I am in Cervantes, hab. 118")),
]
# The same place by the ordinary words of two languages, or by what may be its other name.
NOT_APART: list[tuple[Told, Told]] = [
    (("libreria universitaria", ""), ("campus bookshop", "")),
    (("sala de correo", ""), ("post room, basement of administration", "")),
    (("Poststelle", ""), ("service courrier", "")),
    (("Kita", ""), ("guardería del campus", "")),
    (("crèche du campus", ""), ("childcare centre", "")),
    (("piscina universitaria", ""), ("Unischwimmbad", "")),
    (("centro medico", ""), ("health centre", "")),
    (("Fundbüro", ""), ("objets trouvés", "")),
    (("Plaza Mayor del campus", ""), ("piazza centrale", "")),
    (("Blauer Saal", ""), ("", "L'audio in Sala Blu gracchia")),
    (("devant le restaurant U", ""), ("frente al comedor", "")),
    (("parco dietro la torre", ""), ("detrás de la torre", "")),
    (("sala pesi", ""), ("salle de musculation", "")),
    (("Computer science dept", ""), ("", "Pfeifton im Flur der Informatik")),
    (("Arts library", ""), ("Biblioteca di Lettere", "")),
    (("Sella library", ""), ("bib centrale", "")),
    (("Casa Clementi", ""), ("C1.02", "")),
    (("Dipartimento di Fisiologia", ""), ("Institut für Physiologie", "")),
    # One is part of the other.
    (("decanato Letras", ""), ("Dekanat Philosophie", "")),
    (("Archiv UG 2", ""), ("", "goteo en el archivo del sótano")),
    # A report of the whole floor, and of the neighbours.
    (("DS Ołówek 217", ""), ("Olowek 222", "No heating on the second floor")),
    (("Physik 4.07", "kein LAN, Nachbarn ebenso"), ("Physik 4.11", "kein Internet")),
    # Two places, of which one is the other's.
    (("", "I moved from B2.14 to B2.15, and only the second has no signal"), ("B2.15", "")),
    (("aula 11", "mi clase se oye en el aula 10"), ("aula 10", "")),
    (("Haus 10", "die Feiern im Haus 9 hört man bis hier"), ("Haus 9", "")),
    # What a description speaks of by the way is no place.
    (("", "no han pagado la beca de este mes en mi residencia"), ("", "ni le sud, ni la bourse")),
    (("", "I missed my exam in history of music"), ("", "my biology lecturer never came")),
    (("5.12", "Something dead above the ceiling, I moved to the library"), ("bureau 512", "odeur de cadavre")),
]
UNKNOWN: list[tuple[Told, Told]] = [
    # Short for it on its own floor, and on any other.
    (("SR 6", ""), ("Raum 3.06", "")),
    (("Hörsaal 11", ""), ("2-C-11", "")),
    (("", "The mail is down"), ("B2.14", "")),
    (("", ""), ("", "")),
    # Times and prices are no rooms.
    (("", "It happened at 8.40 and cost 2.50 euro"), ("2.50", "")),
    (("", "alle 11.30"), ("11.31", "")),
]
TEXTS = st.text(max_size=60) | st.text("aBb 02.14-/,()HS§²Ⅳß°ºªü", max_size=30)
TOLD = st.tuples(TEXTS, TEXTS)
TABLED = [told for pairs in (SAME, COMPATIBLE, CONFLICT, NOT_APART, UNKNOWN) for pair in pairs for told in pair]
SAYING = st.sampled_from(TABLED)
MIXED = st.tuples(SAYING, SAYING).map(lambda pair: (pair[0][0] or pair[1][0], f"{pair[1][1]} {pair[0][1]}"))
# They tell no place, in whatever language.
PLAIN = st.lists(
    st.sampled_from(["please", "kaputt", "rotto", "encore", "urgente", "bitte", "merci", "cold", "nass"]),
    max_size=12,
)


def agreement(one: Told, other: Told) -> Agreement:
    return compare(places_of(*one), places_of(*other)).agreement


@pytest.mark.parametrize(
    ("pair", "expected"),
    [(pair, expected) for expected, pairs in zip(
        (Agreement.SAME, Agreement.COMPATIBLE, Agreement.CONFLICT, Agreement.UNKNOWN),
        (SAME, COMPATIBLE, CONFLICT, UNKNOWN), strict=True,
    ) for pair in pairs],
)  # fmt: skip
def test_places_agree_are_compatible_or_conflict(pair: tuple[Told, Told], expected: Agreement) -> None:
    assert agreement(*pair) == expected


@pytest.mark.parametrize("pair", NOT_APART)
def test_other_words_for_a_place_are_no_conflict(pair: tuple[Told, Told]) -> None:
    assert agreement(*pair) != Agreement.CONFLICT


@given(TOLD, TOLD)
def test_the_order_does_not_matter_and_no_text_is_too_strange(one: Told, other: Told) -> None:
    assert compare(places_of(*one), places_of(*other)) == compare(places_of(*other), places_of(*one))


@given(TOLD)
def test_a_report_never_conflicts_with_itself(told: Told) -> None:
    assert agreement(told, told) != Agreement.CONFLICT


@given(SAYING | MIXED, SAYING | MIXED)
def test_the_order_of_places_does_not_matter_either(one: Told, other: Told) -> None:
    assert compare(places_of(*one), places_of(*other)) == compare(places_of(*other), places_of(*one))
    assert agreement(one, one) != Agreement.CONFLICT


@given(SAYING, SAYING, PLAIN, PLAIN)
def test_words_without_a_place_make_no_conflict(one: Told, other: Told, some: list[str], more: list[str]) -> None:
    before = agreement(one, other)
    after = agreement((one[0], f"{one[1]}. {' '.join(some)}"), (other[0], f"{' '.join(more)}. {other[1]}"))
    assert after != Agreement.CONFLICT or before == Agreement.CONFLICT


@given(st.text("abcdeghs 0123.-,", max_size=30))
def test_case_does_not_matter(location: str) -> None:
    assert places_of(location.upper(), "") == places_of(location, "")


def test_of_a_long_description_beginning_and_end_are_looked_through() -> None:
    middle = "x " * 4_000
    assert agreement(("", f"B2.14 {middle}"), ("B2.14", "")) == Agreement.SAME
    assert agreement(("", f"{middle} B2.14"), ("B2.14", "")) == Agreement.SAME
    assert agreement(("", f"{middle} B2.14 {middle}"), ("B2.14", "")) == Agreement.UNKNOWN


def test_of_signs_that_become_many_letters_few_are_looked_through() -> None:
    sign = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}"
    assert sum(map(len, places_of(sign * 200, sign * 10_000).said)) < 2_000
    assert agreement((f"B2.14 {sign}", ""), ("B2.14", "")) == Agreement.SAME
