"""What reports are about, by the beginnings of words in the languages of the campus, without case and accents."""

from collections.abc import Iterable

# A thing or what ails it, and the beginnings of its words; an "=" stands before a word that is whole.
_STEMS = {
    "projector": "projector beamer proiettor videoproiettor proyector videoproj projektor projecteur projetor",
    "screen": "screen leinwand bildschirm schermo pantalla ecran monitor display telo",
    "picture": "picture image immagin imagen bild signal segnal hdmi senal",
    "sound": "sound audio ton =tons lautsprecher speaker casse altoparlant altavoc megafon son =sonido volum "
    "loudspeaker",
    "microphone": "micro =mic =mics mikro =pa funkmikro",
    "camera": "camera kamera telecamera webcam streaming stream visio videoconf cctv",
    "board": "blackboard whiteboard tafel lavagn pizarr =tableau board =boards",
    "light": "light lamp luce luci luz luces licht beleucht lumiere eclair lampion bulb neon farola dark buio dunkel",
    "power": "power socket outlet presa prese corrente steckdos strom enchuf electric elettric prise courant fuse "
    "sicherung",
    "heating": "heat radiator riscald termosifon heiz calefac radiador chauff radiat calorifer",
    "cold": "cold freez fredd gelid kalt eiskalt frier frio fria froid gelat glacial chilly",
    "air": "aircon condizion klima klimaanl climatis ventil luftung luft lueftung =ac =ar =airco conditioner",
    "hot": "hot heiss caldo calor chaud chaleur stickig sauna afa asfiss soffoc",
    "water": "water wasser acqua agua eau =eaux pozza pfutze puddle",
    "leak": "leak drip tropf undicht perdit perde infiltr gotea goter fuite gocc flood alla ueberschwemm "
    "uberschwemm inond wet nass bagnat mojad lake",
    "shower": "shower dusche doccia docce duch douche",
    "toilet": "toilet =wc =klo bagno bagni aseo lavabo urinal gabinett spulung flush sciacquon",
    "blocked": "blocked clog verstopf intasat otturat atasc bouch ostru atascad engorg",
    "lift": "lift elevator aufzug fahrstuhl ascens montacaric",
    "door": "door tur =tuer turen porta porte =portes puerta portone eingangstur",
    "lock": "lock schloss serratur cerradur serrure verschloss abgeschloss schliess key schlussel chiav llave cle "
    "=cles",
    "badge": "badge =chip transponder tesser keycard schliesskart reader lettore leser zutritt",
    "window": "window fenster finestr ventana fenetre scheib vetro glass =glas cristal vitre",
    "blinds": "blind jalousi rollo rolladen tapparell tend persian store =stores shutter volet veneziana",
    "furniture": "chair stuhl stuhle sedia sedie silla chaise poltron seat desk table tisch tavol mesa banco bench "
    "bank =banc",
    "broken": "broken broke kaputt defekt rott guast roto =rota averiad cass dead tot",
    "ceiling": "ceiling decke soffitt techo plafond plaster intonac putz",
    "floor-covering": "slippery rutschig scivol resbal gliss parquet fussboden bodenbelag paviment tile fliese "
    "piastrell",
    "smell": "smell stink stank gestank riech odor odore puzz olor huele mief",
    "gas": "gas =gaz gasgeruch",
    "noise": "noise noisy loud laut larm laerm rumor ruid bruit percer drill bohr musik music party feier festa "
    "fete fiest",
    "construction": "construction baustell cantier obra =obras chantier works bauarbeit lavori",
    "dirty": "dirty dirt schmutz dreck sporc sucio sale =sales filthy clean sauber pulit pulizi limpi limpiez "
    "nettoy putzen",
    "rubbish": "rubbish garbage trash =bin =bins mull muell rifiut spazzatur basur poubell dechet bidon",
    "pests": "mouse mice maus mause topo topi rat =rats ratt cockroach kakerlak scarafagg cucarach cafard wasp wesp "
    "vesp avisp guep ant =ants ameis formic pigeon taub piccion palom insect zanzar bedbug cimici nest nido",
    "mould": "mould mold schimmel muffa moho moisi",
    "fire": "fire feuer brand incend fuoco fuego alarm allarm feueralarm brandmelder rauch smoke fumo humo "
    "extinguisher",
    "exit": "notausgang fluchtweg emergenz fluchttur",
    "ramp": "ramp rampe rampa wheelchair rollstuhl carrozz fauteuil barrierefrei accessib disabil handicap",
    "stairs": "stair treppe scala scale escaler escalier gradin stufe gelander railing",
    "bike": "bike bicycl fahrrad rad =rader bici velo =velos",
    "car": "car =cars auto =autos macchin coche voitur parking parcheg park parkplatz aparc barrier schranke sbarr "
    "barrera",
    "bus": "bus shuttle navett navetta lanzader pendelbus =linie fahrplan",
    "tree": "tree baum albero alberi arbol arbre branch =ast rami ramas",
    "ice": "=ice icy =eis glatteis ghiacc hielo verglas snow schnee neve nieve neige",
    "washing": "laundry washing wasch lavatric lavander lavador laver dryer trockner asciugatric secador",
    "fridge": "fridge refriger kuhlschrank frigo nevera frigorif freezer",
    "stove": "stove oven herd forno forn fornell horno cuisini kochplatt piastra microwave mikrowell",
    "vending": "vending automat macchinetta distribut maquina distributeur snack coffee kaffee caffe =cafe",
    "wifi": "wifi wlan eduroam wireless",
    "network": "network netzwerk internet ethernet =lan kabel rete cable reseau =red conexion conness verbind",
    "printer": "print druck stampa stampant impres imprim copier kopier fotocop toner",
    "paper": "papier jam =stau inceppat atasco bourrage",
    "pc": "=pc =pcs computer rechner ordenador ordinateur workstation laptop notebook =mac",
    "login": "login anmeld einlogg acced connex logge password passwort contrasena passwor credenzial kennwort "
    "authentic authentif sso konto account =compte cuenta utenz",
    "mail": "mail mails email correo courriel posta messager outlook postfach",
    "spam": "spam phishing newsletter pubblicit publicid werbung scam truff",
    "moodle": "moodle elearning virtual",
    "portal": "portal portale ent =campusonline esse3 automatric studip sis",
    "website": "website webseit =web sito homepage =site seite =page pagina",
    "app": "=app =apps applicaz aplicaci appli application",
    "upload": "upload hochlad caric subir televers depot abgabe consegn entrega submit attach allegat anhang",
    "error": "error fehler errore erreur fallo bug crash sturzt bloccat hang plant",
    "slow": "slow langsam lent ewig lumaca tortug lumac",
    "vpn": "vpn gateway",
    "code": "otp sms token codice bestatigungscode authenticator 2fa mfa verifi",
    "software": "software licenc licens licenz lizenz install matlab office update aggiorn",
    "files": "file =files datei dossier cloud drive nextcloud onedrive backup storage quota =disk fichier archiv",
    "zoom": "zoom teams meeting webex",
    "phone": "phone telefon telephon handy cellular movil",
    "server": "server servid serveur cluster",
    "library-book": "book buch bucher libro libri livre loan ausleih prestit prestam emprunt catalog katalog borrow "
    "magazin fernleihe",
    "fine": "fine =fines mahn multa multe amend gebuhr overdue sanction saumnis",
    "seats": "sitzplatz platz =platze posti plaza place =places reserv reservier prenota",
    "locker": "locker schliessfach spind armadiett taquill casier",
    "hours": "offnungszeit oeffnungszeit orari horario horaire closed geschloss chius cerrad ferme closing",
    "queue": "queue line =lines schlange warte wait coda fila =file attes attend espera cola warteschlange waiting",
    "food": "food essen mahlzeit cibo pasto comida plat repas menu pasta meal raw roh crud reheat pollo chicken "
    "fish fisch pesce vegan veget allerg gluten salat soup zupp",
    "price": "price preis prezz precio prix expensiv teuer caro cher costo costa cost kosten",
    "payment": "pay zahl bezahl pagar pagament payer paiement cash terminal contactless kartenzahl refund "
    "ruckerstatt rimborso reembolso rembours credit aufwert ricaric topup recharg",
    "staff": "rude unfreundlich maleducat scortes grosero malos modi impoli staff personal personale personnel yell "
    "schrei urlat grit clerk mitarbeiter impiegat emplead porter portier portinai conserj trato treat",
    "answer": "answer antwort rispond risposta respond reponse reply reagiert unanswered",
    "scholarship": "scholarship stipend borsa beca =becas bourse bafog grant",
    "enrolment": "enrol immatrik immatricol matricul inscri iscri einschreib registration zulassung admission",
    "exam": "exam prufung pruefung klausur esame esami appell examen",
    "timetable": "timetable stundenplan schedule raumplan calendar",
    "card": "studierendenausweis ausweis carnet campuscard",
    "certificate": "certificat bescheinig attestat attestaz transcript zeugnis diplom urkund beglaubig",
    "thesis": "thesis abschlussarbeit tesi tesis memoire masterarbeit these",
    "rent": "rent miete affitto alquiler loyer kaution deposit cauzion fianza",
    "cleaning-staff": "cleaner reinigung putzfrau putzkraft pulizie limpiadora menage",
    "theft": "theft stolen steal gestohl diebstahl furto rubat robo robad vol =voles voleur",
    "graffiti": "graffiti schmier scritt hakenkreuz pintad tag =tags swastik",
    "shower-hot": "warmwasser warmes",
    "clock": "clock =uhr orologi reloj horloge",
    "bathroom-supply": "soap seife sapone jabon savon klopapier towel",
    "personal": "=my =mein =meine =meinem =meinen =mio =mia =mi =mon =ma =ich =meiner forgot vergess dimentic olvid "
    "oubli",
    "question": "comment possible moglich possibil posible",
    "everybody": "everyone everybody alle tutti todos tous nobody niemand nessuno nadie personne outage ausfall "
    "down =giu campusweit",
}
_SHORTEST = 2
_LONGEST = 14
_WHOLE = {stem[1:]: name for name, stems in _STEMS.items() for stem in stems.split() if stem.startswith("=")}
_BEGINNINGS = {stem: name for name, stems in _STEMS.items() for stem in stems.split() if not stem.startswith("=")}
# What tells whom it concerns, and not what.
OF_WHOM = frozenset({"personal", "question", "everybody"})


def problems_in(words: Iterable[str]) -> frozenset[str]:
    """Return what the folded words are about."""
    return frozenset(found for found in map(_problem, words) if found)


def _problem(word: str) -> str | None:
    if word in _WHOLE:
        return _WHOLE[word]
    for length in range(min(len(word), _LONGEST), _SHORTEST, -1):
        if word[:length] in _BEGINNINGS:
            return _BEGINNINGS[word[:length]]
    return None
