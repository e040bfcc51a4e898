"""Numbers and letters beside the words for what is numbered: HS 3, aula siete, Seminarraum B 2.14, printer 4."""

import re

from ticket_server.similar.place_words import CONCEPTS, DWELLINGS, NUMERALS, OFFICES, ROOM_KINDS

# The kinds that are told apart by numbers or letters, besides rooms; an empty one is that of the word's concept.
NUMBERED = {
    **dict.fromkeys(
        (
            *("building", "aulario", "tower", "parking", "stop", "canteen", "residence", "lift", "stairs", "changing"),
            *("kitchen", "greenhouse", "workshop", "gym"),
        ),
        "",
    ),
    **dict.fromkeys(
        ("portal", "gate", "tor", "porta", "puerta", "porte", "entrance", "eingang", "ingresso", "entree"), "portal"
    ),
    **dict.fromkeys(("printer", "drucker", "stampante", "imprimante", "impresora", "mfp"), "printer"),
    **dict.fromkeys(("washer", "machine", "maschine", "waschmaschine", "lavatrice", "lavadora", "trockner"), "machine"),
    **dict.fromkeys(("counter", "schalter", "sportello", "ventanilla", "guichet"), "counter"),
    **dict.fromkeys(("court", "feld", "field", "campo", "pista", "squash", "squashcourt", "tennis", "padel"), "court"),
    **dict.fromkeys(("desk", "arbeitsplatz", "postazione", "poste", "puesto"), "desk"),
    **dict.fromkeys(("line", "linie", "linea", "ligne", "buslinie"), "line"),
    **dict.fromkeys(("rack", "armoire", "armadio"), "rack"),
    **dict.fromkeys(("locker", "schliessfach", "spind", "armadietto", "casier", "taquilla"), "locker"),
}
_SPELLED = "|".join(NUMERALS)
_NUMBER = (
    r"[a-z]{0,2}[ \-]?\d{1,2}\.\d{1,2}\.\d{2,3}|[a-z]{0,2}[ \-]?\d{1,2}\.\d{1,3}|[a-z]{0,2}[ \-]?\d{1,2}-\d{2,3}"
    rf"|[a-z]{{1,2}}[ \-]?\d{{1,4}}|\d{{1,4}}[a-ceg]?|{_SPELLED}|[a-z](?!['’])|[iv]{{1,4}}"
)
# What is counted or measured is no number of a place.
_COUNTED = (
    r"(?! ?(?:uhr|h|min|minutes?|minuten|minuti|minutos|people|personen|persone|personas|personnes|leute|students?|"
    r"studenti|studenten|studierende|estudiantes|etudiants|euro|euros|eur|grad|degrees|gradi|grados|degres|mal|times|"
    r"volte|veces|fois|tage|days|giorni|dias|jours|weeks|wochen|settimane|semanas|semaines|ore|stunden|hours|heures|hores|"
    r"horas|posti|plazas|places|seats|platze|pc|pcs|m|kg|gb|mb|d)\b|[ ]?[%€°]|[.,:\-]\d)"
)


def _alternatives(words: set[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_ROOM_WORDS = {word for word, concept in CONCEPTS.items() if concept in ROOM_KINDS} | DWELLINGS | OFFICES
_OTHERS = {word for word, concept in CONCEPTS.items() if NUMBERED.get(concept) == ""} | {
    word for word, kind in NUMBERED.items() if kind
}
_BESIDE = re.compile(
    rf"\b({_alternatives(_ROOM_WORDS | _OTHERS)})(?![a-z])\.?[ \-]?"
    rf"(?:n[ro]?\b\.? ?|n° ?|number |numero |nummer )?({_NUMBER})\b" + _COUNTED
)
# "salle de TP 112", "aula informatica 2", "lab south 2".
_APART = re.compile(
    rf"\b({_alternatives({word for word, concept in CONCEPTS.items() if concept in ROOM_KINDS | {'changing'}})})"
    rf"(?: de| di| des)?[ ](?:d')?([a-z]{{2,}})[ \-](\d{{1,3}}|{_SPELLED})\b" + _COUNTED
)
_WHAT_FOR = frozenset(
    ["tp", "td", "pc", "cip", "edv", "info", "ordenadores", "computer", "exam", "examen", "prove", "study"]
)
# A lone vowel is a word in many languages: "a 2.14", "e 305".
WORD_LIKE = frozenset("aeiouy")


def taken_out(text: str, *, of_location: bool) -> tuple[list[tuple[str, str]], str]:
    """Return the words of a folded text that have a number or letter, with it, and the text without them."""
    found = list[tuple[str, str]]()

    def beside(match: re.Match[str]) -> str:
        word, number = match.groups()
        # "edificio e ...": a lone vowel is a word in sentences, and the name of a building in locations.
        if number not in WORD_LIKE or of_location:
            found.append((word, NUMERALS.get(number, number).replace(" ", "").lstrip("-")))
        return " "

    def apart(match: re.Match[str]) -> str:
        word, what_for, number = match.groups()
        if of_location or what_for in _WHAT_FOR or what_for in CONCEPTS:
            found.append((word, NUMERALS.get(number, number)))
        return " "

    rest = _BESIDE.sub(beside, text)
    return found, _APART.sub(apart, rest)
