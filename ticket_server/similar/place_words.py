"""The words for places on a campus, in the languages of its people, without case and accents."""

from ticket_server.similar.place_subjects import SUBJECT_WORDS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What each word stands for: a library is one, in whatever language.
_CONCEPTS = {
    "library": "library biblioteca bibliothek bibliotheque bib biblio bu ub bibliotek biblioteka konyvtar kutuphane "
    "biblioteques bibliotheek zb knihovna libraries biblioteche bibliotecas bibliotheques bibliotheken buc "
    "fachbibliothek",
    "canteen": "canteen mensa cantine comedor kantine kantinen kantina ru cantina refectory cafeteria caf caffetteria "
    "cafet cafete resto restaurant ristorante mensas mense kantinebygningen cafe bar canteens comedores autoservicio "
    "cafetin dining pub unibar",
    "gym": "gym halle halles gymnasium palestra turnhalle gimnasio gymnase sporthalle sporthall sportzentrum sport "
    "sports deportes sporthallen polideportivo palazzetto sportinstitut cus sportivo deportivo sportif suaps "
    "kraftraum weights pesi pesas musculation muscu fitness fitnessraum fitnessstudio",
    "residence": "dorms dormitories residences residencias studentat koleji akademiku akademika residence residenza "
    "residencia residenz wohnheim studentenwohnheim dorm dormitory collegio studentato akademik koleje cite colegio "
    "studentenhaus hall-of-residence ds kollegium studentati residenze wohnheime convitto foresteria guesthouse guest "
    "gastehaus gaste huespedes",
    "building": "building edificio gebaude gebaeude batiment bat bau block bloque haus house palazzina palazzo ed "
    "edif bloc bygning corp pavilion pavillon padiglione pabellon modulo modul blok geb bldg budynek budova maison "
    "casa ala wing flugel palacio hus buildings gebouw trakt",
    "aulario": "aulario aularium horsaalgebaude horsaalzentrum",
    "tower": "toren tower torre turm tour",
    "parking": "parking parcheggio parkplatz aparcamiento parkhaus parkdeck park garage tiefgarage parkgarage "
    "parkplatze parcheggi",
    "stop": "bushaltestelle halte stop fermata haltestelle parada arret",
    "office": "housing logement alloggi offices wohnheimverwaltung ufficio uffici amt studienberatung biuro oficinas "
    "office buro buero bureau oficina segreteria secretaria sekretariat secretariat scolarite negociado sportello "
    "schalter guichet ventanilla balie decanato dekanat",
    "faculty": "faculty facolta fakultat fakultaet faculte facultad fac department dipartimento departamento institut "
    "institute instituto istituto dip dept polo",
    "lab": "praktikum praktikumssaal lab laboratory laboratorio labor labo laboratoire laboratori labs",
    "hall": "hall horsaal hoersaal hs amphi amphitheatre anfiteatro auditorium aula aulas horsal anf amf amfiteatrul "
    "lecture saal lh amph theatersaal theater auditorio auditoire amphitheater amphis",
    "greatest": "audimax festsaal paraninfo",
    "room": "klassenraum room raum zimmer salle sala stanza chambre ch habitacion sal local cuarto salon pokoj pokoju "
    "rm zi huone ambiente space aule classroom whg wohnung apartment apartamento appartamento apt flat",
    "seminar": "sr seminarraum seminar seminario seminarraume seminari seminaire",
    "pool": "pool pcpool computerraum computerpool swimming schwimmbad piscina piscine hallenbad schwimmhalle",
    "toilet": "wcs tualeta toilet toilets bagno bagni wc klo toilette toiletten toilettes aseo aseos bano banos "
    "restroom toaleta servizi lavabos ladies gents tualet sanitaires",
    "entrance": "entrance entrata ingresso eingang entree entrada foyer atrio lobby hall-entrance portineria "
    "vestibulo haupteingang reception recepcion rezeption accueil empfang eingangshalle vestibule conserjeria",
    "courtyard": "courtyard cortile hof innenhof cour patio yard cortili",
    "terrace": "terrace terrazza terrasse terraza dachterrasse",
    "kitchen": "kitchen cucina kuche kueche cuisine cocina teekuche",
    "laundry": "laundry lavanderia waschkuche waschraum laverie buanderie",
    "reading": "reading lettura lesesaal lecture-room lectura studio study estudio lernraum gruppenraum lernzentrum "
    "learning aprendizaje",
    "corridor": "corridor corridoio flur couloir pasillo gang",
    "stairs": "stairs scale treppe treppenhaus escalier escaleras staircase stairwell scalinata stairway",
    "lift": "lift elevator ascensore aufzug fahrstuhl ascenseur ascensor montacarichi ascensori aufzuge",
    "shop": "shop bookshop bookstore buchladen buchhandlung libreria librairie tienda laden negozio boutique",
    "kiosk": "kiosk kiosco chiosco kiosque kiosko",
    "lawn": "lawn prato wiese campuswiese pelouse cesped rasen",
    "delivery": "anlieferung livraison quai muelle carico loading",
    "media": "mediathek mediateca mediatheque emeroteca hemeroteca hemerotheque",
    "copies": "copisteria druckerei copyshop imprimerie reprografia reprographie repro druckladen copies print "
    "printing stampa fotocopias",
    "post": "post poststelle postroom mailroom mail hauspost posta correo correos courrier estafeta",
    "nursery": "kita kindergarten nursery creche guarderia nido asilo childcare daycare kinderkrippe",
    "lost": "lost found fundburo smarriti trouves perdidos",
    "field": "sportplatz pitch terrain cancha campo campetto kunstrasenplatz fussballplatz stade stadium stadion "
    "court field",
    "bikes": "bike bikes velodeposito velo velos bici bicis biciclette aparcabicis fahrrad fahrradstander "
    "fahrradkeller rastrelliera",
    "changing": "changing umkleide umkleiden spogliatoio spogliatoi vestuario vestuarios vestiaire vestiaires",
    "square": "square piazza plaza piazzale platz vorplatz",
    "congress": "congress congressi congresos congres kongress tagungszentrum conference convegni",
    "main": "main central centrale zentral haupt principal principale hauptgebaude zentrale hoofdgebouw haupthaus",
    "north": "north nord norte",
    "south": "south sud sur sued zuid",
    "east": "east ost est este oost",
    "west": "west ouest ovest oeste",
    "station": "station bahnhof stazione gare estacion",
    "river": "river fluss fiume",
    "online": "online web website webseite homepage sito portal portale portail portaal app appli server system",
    "platform": "moodle lernplattform ilias elearning ecampus virtual virtuale",
    "mailing": "webmail outlook mailbox posteingang imap",
    "greenhouse": "greenhouse greenhouses gewachshaus serra serre serres invernadero",
    "workshop": "workshop werkstatt officina taller atelier",
}
CONCEPTS = {word: concept for concept, words in (_CONCEPTS | SUBJECT_WORDS).items() for word in words.split()}
# What a long word may begin with or end with and be made of: "Zentralbibliothek", "Humboldthaus".
_JOINED = (
    *("zentral", "haupt", "sport", "physik", "chemie", "medizin", "mathe", "nord", "sud", "west", "ost"),
    *(
        "portal",
        "bibliothek",
        "gebaude",
        "gebaeude",
        "haus",
        "halle",
        "mensa",
        "bau",
        "saal",
        "parkplatz",
        "wohnheim",
        "library",
        "amt",
    ),
)
JOINED = tuple(sorted(_JOINED, key=len, reverse=True))

KINDS = _words(
    "library canteen gym residence building aulario tower parking stop office faculty lab hall greatest room seminar "
    "pool toilet entrance courtyard kitchen laundry reading corridor stairs lift terrace shop copies post nursery "
    "lost field bikes changing square congress kiosk lawn delivery media greenhouse workshop"
)
DIRECTIONS = _words("north south east west")
SUBJECTS = frozenset(SUBJECT_WORDS) | {"station", "river"}

# Kinds of which there are several on a campus, each with a name.
NAMED = _words("library canteen residence building tower parking stop faculty hall lab pool gym room aulario")
# Kinds of which one called otherwise is another.
HEADS = NAMED | {"office", "shop", "square", "greenhouse", "workshop", "entrance", "kiosk", "media", "field", "station"}
# Kinds that a subject or direction beside them tells apart.
BESIDE = NAMED | {"office", "entrance", "gym", "courtyard", "reading"}
# Kinds that are seldom within each other.
VENUES = _words("library canteen gym residence parking stop office aulario tower")
# Kinds of which a place is but one, if any: a seminar room is no hall, and no kitchen a courtyard.
APART = (
    VENUES,
    _words("toilet kitchen courtyard laundry parking terrace"),
    _words("hall seminar lab pool reading greatest"),
)
# Kinds that say where in the campus it is.
SPECIFIC = _words(
    "library canteen gym residence parking stop hall greatest lab pool toilet kitchen courtyard laundry terrace shop "
    "kiosk lawn field bikes changing copies post nursery corridor stairs entrance reading greenhouse workshop media "
    "square"
)
# Kinds that are found everywhere, so that two places have little in common by them.
EVERYWHERE = _words(
    "building faculty lab hall room seminar toilet entrance courtyard kitchen laundry reading corridor stairs lift main"
)

# Kinds whose numbers can be compared with each other.
ROOM_KINDS = frozenset({"room", "hall", "lab", "seminar", "pool", "reading"})
# Whose numbers are those of rooms.
OFFICES = _words("office buro buero bureau ufficio despacho oficina biuro kontor")
# The room of one who reports, in a house where many live: whoever lives next door reports the same.
DWELLINGS = _words(
    "stanza zimmer chambre ch habitacion hab whg wohnung apartment apartamento appartamento apt appart flat piso int "
    "pokoj pokoju zi camera"
)
# Who tells of them has what many have.
WIDE = _words(
    "neighbour neighbours neighbor neighbors nachbarn nachbar nachbarburos nachbarzimmer vicini vicino voisins voisin "
    "voisine vecinos vecino vecina flatmates mitbewohner coinquilini coinquilino colocataires companeros ganze ganzen "
    "ganzes whole entire tutta tutto todo toda tout toute"
)
# Whose numbers are no rooms.
STREETS = _words("via viale corso rue avenue calle avenida street road strasse weg allee platz piazza plaza place")
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
ORDINALS = {
    **dict.fromkeys(_words("first primo prima erster ersten erste primer primero primera premier premiere"), 1),
    **dict.fromkeys(_words("second secondo seconda zweiter zweiten zweite segundo segunda deuxieme"), 2),
    **dict.fromkeys(_words("third terzo terza dritter dritten dritte tercer tercero tercera troisieme"), 3),
    **dict.fromkeys(_words("fourth quarto quarta vierter vierten vierte cuarto cuarta quatrieme"), 4),
    **dict.fromkeys(_words("fifth quinto quinta funfter funften funfte cinquieme"), 5),
    **dict.fromkeys(_words("sixth sesto sesta sechster sechsten sechste sexto sexta sixieme"), 6),
    **dict.fromkeys(_words("seventh settimo settima siebter siebten siebte septimo septima septieme"), 7),
}
NUMERALS = {
    **dict.fromkeys(_words("one uno eins"), "1"),
    **dict.fromkeys(_words("two due zwei deux dos"), "2"),
    **dict.fromkeys(_words("three tre drei trois tres"), "3"),
    **dict.fromkeys(_words("four quattro vier quatre cuatro"), "4"),
    **dict.fromkeys(_words("five cinque funf cinq cinco"), "5"),
    **dict.fromkeys(_words("six sei sechs seis"), "6"),
    **dict.fromkeys(_words("seven sette sieben sept siete"), "7"),
    **dict.fromkeys(_words("eight otto acht huit ocho"), "8"),
    **dict.fromkeys(_words("nine nove neun neuf nueve"), "9"),
    **dict.fromkeys(_words("ten dieci zehn dix diez"), "10"),
}
# Words that say nothing of which place it is.
STOP = _words(
    "the of in at on by to a an and or next near my our il lo la le l i gli un una di del della dell dello dei al "
    "alla allo e ed da dal nel nella der die das den dem des im am auf bei vom von zum zur und el los las les de d y "
    "en con du aux au et dans sur pour chez os o do dos na no floor piano stock etage planta piso og eg ug pietro "
    "ground baja terra earth uni university universita universitat universite universidad campus all alle tutti left "
    "right links rechts sinistra destra whole entire area zone zona bereich lato side seite men women uomini donne "
    "herren damen mens here qui hier aqui ici st nd rd th er ter centre center zentrum centro davanti dietro devant "
    "derriere frente detras delante delantera vers verso vor hinter hinterm vorm neben sotto sous unter under bajo "
    "sopra above via vicino cerca pres tra zwischen entre between outside inside esterno esterna aussen exterior "
    "exteriores interior interieur indoor outdoor ruckseite hofseite lungo along street strasse rue calle avenue "
    "avenida viale paseo allee delle universitaire universitario universitaria universitari universitats hochschul "
    "student students studenti studenten etudiants estudiantes cote sol fond grande grand grandes gross grosse "
    "grosser big great petit piccola piccolo klein kleiner kleine small service servicio servizio dachgeschoss ultimo "
    "ultima dernier attic untergeschoss sotterraneo sotterranea underground souterrain subterraneo unterirdisch "
    "maschile femminile maschili femminili femenino masculino femenina hommes femmes ladies gents gesamt gesamte "
    "insgesamt"
)
