"""The German grammar: fewer topics, the same world."""
# One template a line, however long.

from datetime import datetime

from demo.grammar import Dice, Topic, angles, german, lines, paragraph
from demo.language import Facts, Language
from demo.vocabulary import COMPANIES, FIRST_NAMES, LAST_NAMES, TOWNS

COUNTRIES = (
    ("Kastovien", "kastovisch"), ("Dorvanien", "dorvanisch"), ("Elmarien", "elmarisch"), ("Lorvanien", "lorvanisch"),
    ("Nordavien", "nordavisch"), ("Valdorien", "valdorisch"), ("Westrien", "westrisch"), ("Brennien", "brennisch"),
    ("Halvanien", "halvanisch"), ("Sarvien", "sarvisch"), ("Ardelien", "ardelisch"), ("Mirovien", "mirovisch"),
)  # fmt: skip
RANKS = ("Oberst", "Brigadegeneral", "Generalmajor", "Kapitän zur See", "Oberstleutnant", "Flottillenadmiral")
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
NUMBERS = (
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "zwölf",
    "18",
    "24",
    "30",
    "36",
    "48",
)
CURRENCIES = ("Euro", "Kronen", "Gulden", "Taler")

BOATS = Topic(
    section="Marine",
    tags=("Marine", "Schiffbau", "Rüstung", "Ostsee"),
    service="Marine",
    facts={
        "thing": ("das Schiffbauprogramm", "der Auftrag", "das Vorhaben"),
        "code": ("Seeadler", "Sturmvogel", "Kormoran", "Eiderente", "Basstölpel", "Lachmöwe"),
        "kind": ("Korvetten", "Minenjagdboote", "Patrouillenboote", "Versorger", "Fregatten"),
    },
    angles=angles("""
        Die {adj}e Marine erhält {number} {kind} der {code}-Klasse, das teilte das Verteidigungsministerium am {weekday} mit.
          > {country} bestellt {number} {kind} bei {company}
          > {company} baut {kind} für {country}
        Die Werft {company} hat am {weekday} in {town} mit dem Bau der ersten {kind} der {code}-Klasse begonnen.
          > Baubeginn in {town}: {company} legt {code}-Klasse auf Kiel
          > In {town} entstehen {kind} für die {adj}e Marine
        Der Streit um die {kind} der {code}-Klasse ist beigelegt: {company} und {rival} wollen sie gemeinsam in {town} bauen.
          > {company} und {rival} einigen sich über {code}-Klasse
          > {adj_title}e {kind}: Werften legen Streit in {town} bei
        Mit einem Probelauf vor {town} hat die Erprobung der {code}-Klasse begonnen, auf die {country} seit {past_year} wartet.
          > {code}-Klasse vor {town} erstmals auf See
          > {country} erprobt {kind} vor {town}
    """),
    lead_follows=lines("""
        Das erste Schiff soll {year} in Dienst gestellt werden.
        Der Vertrag hat einen Umfang von {amount}.
        {rival} wollte sich dazu nicht äußern.
        In {town} hängen rund {400..2900} Arbeitsplätze daran.
        {officer} sprach von einem guten Tag für die Besatzungen.
    """),
    subheadlines=lines("""
        Das erste Schiff soll {year} zur Flotte stoßen.
        In {town} entstehen bis zu {120..800} Arbeitsplätze.
        Offen ist noch, wer die Ersatzteile liefert.
        Die Besatzungen üben schon jetzt an Land.
    """),
    captions=lines("""
        Ein Schiff der {code}-Klasse vor {town}
        Blick in die Halle von {company} in {town}
    """),
    paragraphs={
        "detail": paragraph(
            """
            Die Schiffe sind {74..148} Meter lang, verdrängen {1..6}.{100..900} Tonnen und kommen mit {38..120} Frauen und Männern aus.
            Angetrieben wird die {code}-Klasse von [zwei Dieselmotoren und einer Elektromaschine|vier Dieselmotoren]; die Reichweite liegt bei {3..8}.500 Seemeilen.
            Teile des Rumpfes kommen aus {town2} und werden auf Pontons nach {town} geschleppt.
            """,
            """
            Ein Kran hebt Boote von bis zu {6..15} Tonnen durch eine Klappe in der Bordwand.
            Der Bug ist gegen Eis verstärkt.
            Die Kombüse wurde auf Wunsch der Besatzungen als Erstes gezeichnet.
            Die Abgase treten knapp über der Wasserlinie aus, damit die Schiffe schwerer zu orten sind.
            Jedes Kabel ist auf der anderen Seite des Rumpfes ein zweites Mal verlegt.
            """,
        ),
        "background": paragraph(
            """
            Von den Schiffen der {adj}en Marine war im {month} kaum die Hälfte seeklar.
            Ein erster Anlauf war {past_year} gescheitert, weil der einzige Bieter zahlungsunfähig wurde.
            Vor {town2} werden seit {past_year} mehr [beschädigte Kabel|Schiffe ohne Versicherung|treibende Bojen] gemeldet als je zuvor.
            """,
            """
            Der Rechnungshof hatte vor allem die vielen Änderungen am Entwurf beklagt.
            Seither liegt in {town2} ständig ein Wachboot bereit.
            Die ältesten Einheiten stammen aus dem Jahr 19{68..89}.
            Fischer aus {town} hatten als Erste darauf hingewiesen.
            """,
        ),
    },
)  # fmt: skip

ARMY = Topic(
    section="Heer",
    tags=("Heer", "Drohnen", "Übung", "Beschaffung"),
    service="Heer",
    facts={
        "thing": ("das Vorhaben", "die Beschaffung", "der Versuch"),
        "code": ("Dachs", "Steinbock", "Luchs", "Auerochs", "Habicht", "Bussard", "Mauersegler"),
        "kind": ("Drohnen", "Haubitzen", "Lastwagen", "Fähren", "Kanonen", "Sanitätswagen"),
    },
    angles=angles("""
        Das {adj}e Heer kauft bei {company} {kind} vom Typ {code} für {amount}, wie das Verteidigungsministerium am {weekday} mitteilte.
          > {country} kauft {kind} vom Typ {code}
          > {company} liefert {kind} an {country}
        Nach {number} Wochen auf dem Übungsplatz bei {town} hat das {adj}e Heer die Erprobung der {kind} vom Typ {code} abgeschlossen.
          > {adj_title}es Heer beendet Erprobung von {code}
          > {code} besteht Prüfung bei {town}
        Wegen eines Mangels darf das {adj}e Heer seine {kind} vom Typ {code} vorerst nicht nutzen, das bestätigte {company} am {weekday}.
          > {country} legt {kind} vom Typ {code} still
          > Mangel bei {code}: {company} muss nachbessern
        Rund {2..9}.000 Soldatinnen und Soldaten aus {country} und {partner} üben seit {weekday} bei {town} mit {kind} vom Typ {code}.
          > {country} und {partner} üben gemeinsam bei {town}
          > Große Übung bei {town}: {code} im Gelände
    """),
    lead_follows=lines("""
        Bis {year} soll jede Brigade ausgestattet sein.
        {officer} zeigte sich mit dem Ergebnis zufrieden.
        Ein Angebot von {rival} war deutlich teurer gewesen.
        Die Ausbildung beginnt im {month} in {town2}.
        Über die genaue Zahl schweigt das Ministerium.
    """),
    subheadlines=lines("""
        Die Truppe hat den Winter in {town} abgewartet.
        {company} sagt Ersatzteile für {6..14} Jahre zu.
        Entscheidend war am Ende das Gewicht.
        Im {month} soll der Bericht vorliegen.
    """),
    captions=lines("""
        Soldaten bei der Erprobung von {code} nahe {town}
        Werkstatt von {company} in {town2}
    """),
    paragraphs={
        "detail": paragraph(
            """
            Der {code} lässt sich mit Bordmitteln in {25..90} Minuten instand setzen und braucht dafür [kein eigenes Werkzeug|nur zwei Schlüssel].
            Die Technik arbeitet bei Temperaturen von minus {12..29} bis plus {38..49} Grad.
            Gefordert hatte das Heer vor allem [wenig Gewicht|lange Laufzeiten|einfache Bedienung]; {company} unterbot die Vorgabe um {4..19} Prozent.
            """,
            """
            Fällt die Satellitennavigation aus, hilft eine Kamera weiter.
            Der Motor stammt aus der Landwirtschaft.
            Ein Wehrpflichtiger lernt den Umgang damit in {4..11} Tagen.
            Bei Regen sinkt die Reichweite um rund {5..19} Prozent.
            Die Batterie hält im Stillstand {9..40} Stunden.
            """,
        ),
        "background": paragraph(
            """
            {country} unterhält {300..1400} Fahrzeuge in {number} Bauarten, und kaum ein Ersatzteil passt zweimal.
            Die Planung reicht bis {past_year} zurück, als auf dem Weg nach {town2} eine ganze Kolonne liegen blieb.
            Bei der letzten großen Übung waren die Vorräte am zweiten Tag verbraucht.
            """,
            """
            Prüfer bezifferten den Mehraufwand auf {amount2} im Jahr.
            Die Werkstatt in {town2} hat seitdem ihre Öffnungszeiten verdoppelt.
            {partner} ging früher denselben Weg und hilft mit Ausbildern aus.
            Ein Teil der alten Ausstattung geht an Feuerwehren.
            """,
        ),
    },
)  # fmt: skip

PARAGRAPHS = {
    "quote": paragraph(
        """
        "Wir brauchen Gerät, das am ersten kalten Morgen anspringt", sagte {officer} in {town}.
        "[Papier fährt nicht|Ein Plan ersetzt keinen Fahrer]", sagte {officer} vor Journalisten. "Deshalb zählt jetzt die Lieferung."
        {officer} nannte {thing} [überfällig|ein Wagnis mit Augenmaß]: "Billiger wird es nicht, wenn wir warten."
        """,
        """
        {officer_last} kündigte für {month} einen ersten Bericht an.
        Zu den Kosten wollte {officer_last} sich nicht äußern.
        Nach Angaben von {officer_last} haben die Besatzungen {number} Vorgaben selbst geschrieben.
        """,
    ),
    "money": paragraph(
        """
        Der Vertrag über {amount} sieht Strafen von {2..9} Prozent für jeden Monat Verzug vor.
        Etwa {22..64} Prozent der Wertschöpfung bleiben in {country}, das meiste davon in {town2}.
        Für {company} ist es der größte Abschluss seit {past_year}; die Aktie gewann am {weekday} {2..9} Prozent.
        """,
        """
        Munition und Gebäude sind darin nicht enthalten.
        Ein Fünftel der Summe wird erst nach der letzten Abnahme fällig.
        Weitere {amount2} hängen vom nächsten Haushalt ab.
        Gezahlt wird in {number} Raten.
        """,
    ),
    "reaction": paragraph(
        """
        {analyst} von der Hochschule in {town2} hält den Zeitplan für ehrgeizig.
        Die Opposition in {country} begrüßte den Schritt, verlangte aber Einsicht in den Vertrag.
        In {partner} fiel die Reaktion freundlich aus: Man sei rechtzeitig unterrichtet worden, hieß es dort.
        """,
        """
        Anwohner in {town} fürchten vor allem den Lärm.
        Eine Petition dagegen zählt {300..4800} Unterschriften.
        Betriebe in {town2} hoffen auf Folgeaufträge.
        Ähnliches war allerdings schon {past_year} versprochen worden.
        """,
    ),
    "outlook": paragraph(
        """
        Der nächste Termin steht im {month} an, wenn eine Kommission {town} besucht.
        Ob es bei {year} bleibt, hängt an {number} Zulieferern in {partner}.
        Über ein zweites Los soll vor Ende {year} entschieden werden.
        """,
        """
        Bis dahin bleibt das alte Gerät im Dienst.
        Das Parlament wird sich im {month} erneut damit befassen.
        Eine Ingenieurin aus {town2} wacht unabhängig über den Zeitplan.
        Der Winter in {town} kommt bekanntlich früh.
        """,
    ),
}  # fmt: skip


def facts(topic: Topic, published_at: datetime, dice: Dice, home: str | None) -> Facts:
    """Draw the facts of one story."""
    (country, adj), (partner, _) = dice.some(COUNTRIES, 2)
    if home:
        country, adj = next(pair for pair in COUNTRIES if pair[0] == home)
    company, rival = dice.some(COMPANIES, 2)
    town, town2 = dice.some(TOWNS, 2)
    first, last, currency = dice.some(FIRST_NAMES, 2), dice.some(LAST_NAMES, 2), dice.pick(CURRENCIES)
    officer = f"{dice.pick(RANKS)} {first[0]} {last[0]}"
    own: Facts = {key: dice.pick(values) for key, values in topic.facts.items()}
    drawn: Facts = {
        "country": country,
        "adj": adj,
        "adj_title": adj.capitalize(),
        "partner": partner,
        "company": company,
        "rival": rival,
        "town": town,
        "town2": town2,
        "number": tuple(dice.some(NUMBERS, 3)),
        "amount": f"{14 + dice.below(900)} Millionen {currency}",
        "amount2": f"{6 + dice.below(90)} Millionen {currency}",
        "officer": officer,
        "officer_introduced": officer,
        "officer_last": last[0],
        "analyst": f"{first[1]} {last[1]}",
        "analyst_introduced": f"{first[1]} {last[1]}",
        "analyst_last": last[1],
        "year": str(2027 + dice.below(8)),
        "past_year": tuple(str(2011 + dice.below(14)) for _ in range(3)),
        "month": tuple(dice.some(MONTHS, 2)),
        "weekday": WEEKDAYS[published_at.weekday()],
    }
    return own | drawn


GERMAN = Language(
    topics=(BOATS, ARMY),
    paragraphs=PARAGRAPHS,
    headings=lines("Was {country} davon hat\nEin langer Weg bis {year}\nZweifel am Zeitplan\nWie es weitergeht"),
    list_leads=lines("""
        Nach Angaben aus {town} gehören für {company} außerdem folgende Leistungen zum Paket von {amount}:
        Bis {year} hat {company} der Regierung in {country} zugesagt:
    """),
    list_points=lines("""
        {number} Simulatoren für die Schule in {town2}
        Ersatzteile für {3..14} Jahre
        Lehrgänge für {40..600} Technikerinnen und Techniker
        Ein jährlicher Bericht über Kosten und Verzug
        Zugang zu allen Zeichnungen
    """),
    block_quotes=lines("""
        "Gerät ist ein Versprechen. Eingelöst wird es in der Werkstatt." — {officer}
        "Wer zweimal kauft, kauft teuer." — {analyst}
    """),
    quotes=german,
    facts=facts,
)
