"""The words for what places of one kind differ in: subjects, services, and looks; without case and accents."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SUBJECT_WORDS = {
    "law": "law jura jus derecho giurisprudenza droit juridicum juristische juristischen legge rechtswissenschaft "
    "diritto giuridica giuridico juridica juridique juridico rechts recht legal",
    "physics": "physics physik fisica physique physikalisches fisicas physical physikalische",
    "chemistry": "chemistry chemie chimica quimica chimie chimiche chem quimicas chemisches chimico chemical",
    "medicine": "medicine medizin medicina medecine medico medica medical clinic klinik klinikum medizinische health "
    "salud sante gesundheitszentrum ambulatorio infermeria enfermeria infirmerie",
    "economics": "economics wirtschaft economia economie economico wiwi bwl vwl economiche economicas oekonomie "
    "okonomie eco business betriebswirtschaft",
    "letters": "humanistic umanistico gwz letters letras lettere lettres humanities geisteswissenschaften gw "
    "humanidades umanita philosophicum umanistica arts geisteswissenschaftliche geisteswiss philologisches humaniora "
    "humanistiska",
    "philosophy": "philosophy filosofia philosophie",
    "philology": "philology filologia",
    "psychology": "psychology psychologie psicologia psych psycho",
    "maths": "maths math mathematics mathe mathematik matematica matematicas mathematiques",
    "engineering": "engineering ingegneria ingenieria ingenierie maschinenbau ingenieur ingenieros ingenieurwesen "
    "mechanical meccanica mecanica mecanique",
    "science": "nawi naturwissenschaft scientifico scientific science sciences scienze ciencias naturwissenschaften "
    "scientifica",
    "informatics": "rechenzentrum rz informatics informatik informatica informatique computing cs computacion "
    "informatico informatiques edv cip",
    "biology": "bio biology biologie biologia microbiologia mikrobiologie microbiology biologico biologisches "
    "biological biologiques biologicas biochemie biochemistry biochimie biochimica bioquimica",
    "geography": "geography geografia geographie geo geografico geographisches",
    "architecture": "architecture architettura architektur arquitectura",
    "pharmacy": "pharmacy farmacia pharmazie pharmacie",
    "history": "history storia geschichte historia histoire historisches historischen historisch storici historico",
    "politics": "politics politiche politik politicas politologie",
    "languages": "languages language lingue sprachen sprachenzentrum sprachzentrum langues lenguas idiomas "
    "linguistico cla sprachlabor sprach",
    "polytechnic": "polytechnic politecnica politecnico polytechnique politechnika poli",
    "sociology": "social sociology soziologie sociologia sociologie sowi sociales sociali sozialwissenschaften",
    "education": "education pedagogy padagogik paedagogik pedagogia educazione educacion pedagogie",
    "theology": "theology theologie teologia",
    "geology": "geology geologie geologia geosciences geowissenschaften",
    "electrical": "electrical elektrotechnik elettronica electronica electronique elektrotechnisches elettrotecnica "
    "elettrotecnico electrotechnique electrotecnia",
    "veterinary": "veterinary veterinaria veterinarmedizin veterinaire tiermedizin vet veto vetmed",
    "agriculture": "agriculture agricultural agraria agrarwissenschaft agronomia agronomie agronomy agrar",
    "rectorate": "rectorate rektorat rettorato rectorado rectorat",
    "ethnology": "ethnology ethnologie etnologia anthropology antropologia anthropologie",
    "red": "red rot rote roter roten rosso rossa rouge rojo roja",
    "blue": "blue blu blau blaue blauer blauen bleu bleue azul",
    "green": "green verde vert verte grun grune gruner grunen",
    "yellow": "yellow giallo gialla gelb gelbe gelber jaune amarillo amarilla",
    "white": "white bianco bianca weiss weisse weisser blanc blanche blanco blanca",
    "old": "old alte alter alten altes antica antico antigua antiguo vieja viejo vecchia vecchio ancien ancienne "
    "vieux vieille historic altbau historische historisch storica storico historica historico historique historical",
    "new": "new neubau neue neuer neuen neues nuova nuovo nueva nuevo nouveau nouvelle",
    "music": "music musica musik musique",
    "arts": "arte kunst",
    "english": "english anglistik anglais inglese inglesistica ingles anglistica",
    "german": "german germanistik germanistica allemand tedesco aleman germanisches",
    "romance": "romance romanistik romanistica romanisches",
    "slavonic": "slavonic slawistik slavistica slavic",
    "archaeology": "archaeology archeology archaologie archeologia arqueologia archeologie",
    "classics": "classics classici clasicas klassische",
    "statistics": "statistics statistik statistica estadistica statistique",
    "civil": "civil bauingenieurwesen",
    "astronomy": "astronomy astronomie astronomia observatory sternwarte osservatorio observatorio observatoire",
    "botany": "botany botanik botanica botanico botanical botanisches botanischer botanique",
    "anatomy": "anatomy anatomie anatomia",
    "physiology": "physiology physiologie fisiologia",
    "dentistry": "dentistry zahnmedizin odontoiatria odontologia zahnklinik dental",
    "genetics": "genetics genetik genetica genetique",
    "nursing": "nursing pflege infermieristica",
    "journalism": "journalism journalistik giornalismo periodismo communication comunicazione comunicacion",
    "design": "design gestaltung",
    "drama": "drama theatre teatro theater",
    "nanotechnology": "nano nanotechnologie nanotecnologie",
    "administration": "administration verwaltung amministrazione administracion admin",
    "international": "international internationales internazionale internazionali internacional internacionales "
    "internationale auslands erasmus relations",
    "examinations": "prufungs pruefungs exams examinations examenes examens esami",
    "personnel": "personnel personal personale personalabteilung hr humaines",
    "accounts": "accounts accounting finance finanzabteilung contabilita contabilidad comptabilite buchhaltung "
    "payroll stipendi paie nominas",
    "doctoral": "doctoral phd dottorato dottorandi doctorado doctorat doktoranden promotion graduate",
    "grants": "scholarship scholarships stipendien stipendium bourses becas borse bafog bafoeg",
    "advising": "advising orientamento orientacion orientation beratung advice counselling",
    "career": "career careers karriere placement stage tirocini praktikantenamt internship internships practicas",
    "enrolment": "enrolment enrollment immatrikulation immatricolazioni matricula inscriptions admissions",
    "chapel": "chapel kapelle cappella capilla chapelle",
    "council": "council senat senate senato consejo conseil consiglio gobierno",
    "orange": "orange arancio arancione naranja",
    "black": "black schwarz schwarze nero nera noir noire negro negra",
    "grey": "grey gray grau graue grigio grigia gris",
    "gold": "gold golden oro dorato dorado",
    "pink": "pink rosa rose",
    "violet": "violet violett viola violeta purple",
}
# Adjectives of much besides places.
COLOURS = _words("red blue green yellow white orange black grey gold pink violet old new")
# What offices are for; one may be part of another.
OFFICIAL = _words(
    "administration international examinations personnel accounts doctoral grants advising career enrolment council "
    "rectorate"
)
# What is part of what: the philosophers' floor may be in the house of letters.
BROAD = {
    "letters": _words(
        "philosophy philology languages english german romance slavonic classics arts drama music theology"
    ),
    "philology": _words("languages english german romance slavonic classics"),
    "languages": _words("english german romance slavonic"),
    "biology": _words("genetics botany"),
    "engineering": _words("electrical civil polytechnic"),
    "sociology": _words("politics"),
    "administration": _words(
        "rectorate personnel accounts doctoral grants career enrolment international examinations"
    ),
    "advising": _words("career enrolment"),
    "rectorate": _words("council"),
}
