"""The world the demo's news comes from: countries, towns, firms and people that do not exist."""

# Every letter here is in windows-1252, which one of the publications is partly written in.

COUNTRIES = (
    ("Castovia", "Castovian"), ("Dorvania", "Dorvanian"), ("Elmaria", "Elmarian"), ("Gavronia", "Gavronian"),
    ("Halvania", "Halvanian"), ("Isterra", "Isterran"), ("Karvia", "Karvian"), ("Lorvania", "Lorvanian"),
    ("Maristan", "Maristani"), ("Nordavia", "Nordavian"), ("Orlesia", "Orlesian"), ("Pellonia", "Pellonian"),
    ("Quarria", "Quarrian"), ("Rhovania", "Rhovanian"), ("Sarvia", "Sarvian"), ("Tervania", "Tervanian"),
    ("Valdoria", "Valdorian"), ("Westria", "Westrian"), ("Brennia", "Brennian"), ("Kestovia", "Kestovian"),
    ("Mirova", "Mirovan"), ("Solvania", "Solvanian"), ("Ardelia", "Ardelian"), ("Feldavia", "Feldavian"),
)  # fmt: skip

TOWNS = (
    "Port Aurel", "Kestrel Bay", "Lindhaven", "Brackwater", "Stavmoor", "Ormsund", "Graymouth", "Norrholm", "Velmar",
    "Astermouth", "Rovik", "Sundholm", "Tarn Point", "Castelmar", "Villa Brava", "Montréval", "Dürnau", "Hólmavan",
    "Saint-Élie", "Ålsund", "Cabo Ferreño", "Harrowgate Sands", "Ketterby", "Lune Harbour", "Marrowdale",
    "Ostermünde", "Peñablanca", "Quillfleet", "Redmarsh", "Skarnvik", "Thornehaven", "Upper Sallow", "Wexcombe",
    "Yarrowford",
)  # fmt: skip

BASES = (
    "Calder Barracks", "Fort Ashlar", "Camp Merrin", "the Stavmoor range", "Hollin airfield",
    "Brightwater naval base", "Fort Kessel", "the Tarn Point proving ground", "Camp Ørsund", "Dunmere air base",
    "the Ketterby training area", "Marlow Station", "the Skarnvik test centre", "Camp Désirade", "Fort Lindqvist",
    "the Redmarsh depot",
)  # fmt: skip

COMPANIES = (
    "Halmar Marine Works", "Orvik Systems", "Carrow Aerospace", "Lindqvist Radar", "Brandt & Söhne",
    "Meridian Shipyards", "Tessal Dynamics", "Aldine Optronics", "Kestrel Unmanned", "Northgate Armour",
    "Société Vauclair", "Grupo Almerán", "Polaris Ordnance", "Ferrand & Cie", "Ostrom Defence Electronics",
    "Blackfen Munitions", "Vantor Autonomy", "Sable Ridge Systems", "Ironwood Vehicles", "Corvane Space",
    "Helix Propulsion", "Rade & Holm", "Tidewater Yards", "Ansgar Missiles", "Lumen Photonics", "Greywell Composites",
    "Pallas Simulation", "Trevanion Engineering",
)  # fmt: skip

FIRST_NAMES = (
    "Ilse", "Marek", "Renée", "Tomás", "Ingrid", "Jürgen", "Amara", "Pål", "Lucía", "Henrik", "Sólveig", "Dorian",
    "Nadia", "Émile", "Katrin", "Rafael", "Yusuf", "Mirela", "Anders", "Corinne", "Björn", "Teresa", "Viktor", "Zoë",
    "Malik", "Hélène", "Gareth", "Priya", "Stellan", "Oona", "Casimir", "Beatriz", "Leif", "Noor", "Sebastián",
    "Wanda",
)  # fmt: skip

LAST_NAMES = (
    "Brandvold", "Kessler", "Aumont", "Okafor", "Lindqvist", "Müller", "Iversen", "Peña", "Garnier", "Haverkamp",
    "Sørby", "Whitlock", "Rostov", "Delacroix", "Ferreira", "Nyström", "Calloway", "Yildan", "Abernethy", "Moreau",
    "Thorsen", "Vaszary", "Quintero", "Blomgård", "Ravenscroft", "Estévez", "Hollander", "Jansone", "Petrenko",
    "Castellane", "Düring", "Anand", "McCreary", "Solberg", "Tanaka", "Wyndham", "Zielinski", "Björkman", "Leclerc",
    "Noordhoek",
)  # fmt: skip

RANKS = {
    "Navy": ("Rear Admiral", "Commodore", "Captain", "Commander", "Vice Admiral"),
    "Army": ("Major General", "Brigadier General", "Colonel", "Lieutenant Colonel", "Lieutenant General"),
    "Air Force": ("Air Commodore", "Group Captain", "Wing Commander", "Air Vice-Marshal"),
}

INSTITUTES = (
    "the Norrholm Institute for Strategy", "the Centre for Maritime Studies in Velmar",
    "the Lune Harbour Policy Forum", "the Institute of Defence Economics in Montréval",
    "the Astermouth War Studies Group", "the Open Procurement Project", "the Wexcombe Security Centre",
    "the Dürnau School of Government", "the Land Warfare Archive in Ketterby",
)  # fmt: skip

CURRENCIES = ("euros", "crowns", "dollars", "florins", "marks", "guilders")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "September", "October", "November")
NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fourteen", "sixteen", "18",
    "20", "22", "24", "28", "30", "32", "36", "40", "44", "48", "54", "60", "72",
)  # fmt: skip
