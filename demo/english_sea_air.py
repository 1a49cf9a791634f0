"""What English stories about ships, drones and air defence are made of."""
# One template a line, however long.

from demo.grammar import Topic, angles, lines, paragraph

SHIPS = Topic(
    section="Naval",
    tags=("Shipbuilding", "Frigates", "Navy", "Maritime Security"),
    service="Navy",
    facts={
        "thing": ("the frigate programme", "the corvette order", "the patrol ship programme", "the minehunter order"),
        "items": ("the ships", "the new hulls", "the vessels"),
        "item": ("ship", "hull", "vessel"),
        "code": ("Vigil", "Albatross", "Cormorant", "Guardian", "Tern", "Resolve", "Harrier Bay", "Northern Star", "Osprey"),
        "kind": ("frigate", "corvette", "offshore patrol vessel", "minehunter", "survey ship", "replenishment tanker"),
    },
    angles=angles("""
        {company} will build {number} {code}-class {kind}s for the {adj} Navy under a contract worth {amount}, the two sides [announced|said] in {town} on {weekday}.
          > {country} [Orders|Signs for|Picks] {Number} {code}-Class Ships From {company}
          > {company} [Wins|Lands] {Amount} Order for {Number} {adj} {Kind}s
          > {adj} Navy to Get {Number} {code}-Class Ships [by|in] {year}
        The {adj} Navy on {weekday} [accepted|took over] the {ordinal} {kind} of the {code} class at a [short|rainy|quiet] ceremony in {town}, {2..11} months [later than planned|ahead of the first plan|after its launch].
          > {adj} Navy [Takes Delivery of|Accepts|Commissions] {Ordinal} {code}-Class {Kind} at {town}
          > {Ordinal} {code}-Class {Kind} [Joins|Enters] {adj} Fleet
        {country} has [chosen|selected] {company} to [design and build|build and support] the {code}-class {kind}, ending a competition that began in {past_year}.
          > {company} Beats {rival} in {country_s} {Kind} Contest
          > {country} [Chooses|Settles on] {company} for {code}-Class {Kind}
        A~ {code}-class {kind} of the {adj} Navy [left|put out from] {town} on {weekday} for the first of {number} [trials at sea|voyages with a full crew|weeks of weapon trials].
          > {adj} {Kind} [Starts|Begins|Puts to Sea for] Trials Off {town}
          > First Voyage for {country_s} {Ordinal} {code}-Class {Kind}
        Work on {country_s} {code}-class {kind}s will [resume|start again] in {month} after {company} and its unions [settled|ended] a dispute that had stopped the yard in {town}.
          > Yard Strike in {town} [Delays|Holds Up|Slows] {country_s} {code}-Class {Kind}
          > {company} and Unions [Settle|End] Dispute Over {adj} {Kind}s
        {country} and {partner} [signed|put their names to] an agreement on {weekday} to share the cost of the {code}-class {kind}, a {item} that both navies have wanted since {past_year}.
          > {country} and {partner} Agree to [Build|Design|Maintain] {code}-Class {Kind} Together
          > {partner} [Joins|Comes Aboard] {country_s} {code}-Class {Kind} Programme
        The {adj} {kind} that was to lead this year's patrols has spent {3..9} weeks in {town} with [leaking seals|a cracked gearbox|seized valves], the navy admitted on {weekday}.
          > Engine Trouble Keeps {country_s} New {Kind} in {town} Harbour
          > {adj} {Kind} [Misses|Sits Out] Patrols for Repairs in {town}
    """),
    lead_follows=lines("""
        The first {item} is [due|expected] in {year}, the last [three|four|five|six] years later.
        {officer}, the {adj} Navy's head of ship acquisition, called it the largest naval programme of the decade.
        The programme covers [spare parts and crew training|a shore simulator and ten years of repairs|the ships but not their missiles].
        {rival}, which had hoped for a share of the work, [would not comment|spoke of a fair process|said that it would ask for the scores].
        Each {item} will carry a crew of {38..140}, about a third fewer than the class it replaces.
        The yard employs {400..2900} people and has had no other naval order since {past_year}.
    """),
    subheadlines=lines("""
        The {adj} Navy wants the first {item} [in service|at sea|ready for trials] by {year}.
        {company} beat {rival} on [price|delivery time|local work], the ministry says.
        The contract is worth {amount} and [secures|creates] {150..900} jobs in {town}.
        Crews will move to {town} before the {month} [trials|storms|exercises].
        A second batch depends on [a vote in parliament|the price of steel|how the first {item} behaves in heavy seas].
    """),
    captions=lines("""
        A~ {code}-class {kind} [at the quay in|leaving|off] {town}
        Workers [weld a hull section|paint the bow|align a shaft] at the {company} yard in {town}
        The {kind} during [sea trials|a turning test|the first fuelling] near {town} (archive)
    """),
    paragraphs={
        "detail": paragraph(
            """
            The {code} class displaces {1..6},{100..900} tonnes and is {74..148} metres long, with a [helicopter deck|mission bay|stern ramp] aft.
            [Two diesel engines and an electric motor|Four diesels|A gas turbine and two diesels] give the {kind} a top speed of {18..29} knots and a range of {3..8},500 nautical miles.
            Sections of the hull are [built|welded] in {town2} and towed on barges to {town}, where they are joined [under cover|in a dry dock that was lengthened for the purpose].
            The combat system comes from {rival}, which also [supplies|maintains] the radar on {country_s} older [frigates|patrol ships].
            Much of the {item} is built to [merchant|civilian] rules, which the yard says [cuts the price by a fifth|drew {few} suppliers who had never worked for a navy].
            """,
            """
            The hull has been [strengthened for ice|stiffened at the bow] so that it can work off {town2} in winter.
            A crane lifts boats of up to {6..15} tonnes through a door in the side.
            Containers with [drones|mine-hunting gear|a small hospital] can be put on board within {4..30} hours.
            Tests in a tank showed that the {item} rolls less than {5..12} degrees in the seas that are usual off {town}.
            Engineers moved the exhaust to the waterline, which makes the {kind} harder to see in the infrared.
            The galley, unusually, was drawn first, after crews of the old class had complained for years.
            Every cable longer than {20..60} metres is now doubled along the other side of the hull.
            """,
        ),
        "background": paragraph(
            """
            {country_s} navy has {9..41} ships, of which [barely half|fewer than two in three|only a dozen] were fit for sea in a count made public last {month}.
            The class follows the {number} patrol ships that {company} [delivered|handed over] between {past_year} and the pandemic years.
            An earlier attempt to replace the old {kind}s [failed|collapsed] in {past_year}, when the only bidder went bankrupt.
            The waters off {town2} have seen more [survey ships|tankers without insurance|cut cables] in the past two years than in the twenty before.
            The {adj} coast has {300..980} kilometres of [cable|pipeline] to look after and, at present, {number} ships to do it with.
            """,
            """
            The oldest of them was launched in 19{68..89} and still has its first kettle, as visitors are told.
            A parliamentary report blamed [a design that was changed {11..64} times|three ministers in as many years|the lack of dry docks].
            The navy then leased two {partner_adj} ships, which went home in {past_year}.
            Repairs now take up {21..48} per cent of the fleet's [budget|days in port].
            Fishermen in {town} were the first to report [lights on the water|the trailing anchor|buoys that nobody had announced].
            Since then a guard ship has been kept at two hours' notice in {town2}.
            """,
        ),
    },
)  # fmt: skip

DRONES = Topic(
    section="Unmanned",
    tags=("Drones", "Unmanned Systems", "Autonomy", "Reconnaissance"),
    service="Army",
    facts={
        "thing": ("the drone purchase", "the unmanned programme", "the reconnaissance project", "the drone trial"),
        "items": ("the drones", "the aircraft", "the unmanned aircraft"),
        "item": ("drone", "aircraft", "airframe"),
        "code": ("Swallow", "Mayfly", "Kite", "Heron Lite", "Gadwall", "Merlin Mk 2", "Petrel", "Dragonfly", "Sandpiper", "Wren"),
        "kind": ("reconnaissance drone", "cargo drone", "interceptor drone", "jamming drone", "decoy drone", "maritime drone"),
    },
    angles=angles("""
        The {adj} army will buy {number} hundred {code} {kind}s from {company}, [betting on numbers rather than range|in its first order of the kind], the defence ministry said on {weekday}.
          > {country} [Buys|Orders] {Number} Hundred {code} {Kind}s
          > {company} Wins {Amount} Order for {adj} {Kind}s
        {company_s} {code} {kind} has [passed|come through] a~ {3..9}-week trial at {base} with {few} losses, [far fewer than expected|two of them to birds], according to the {adj} army.
          > {company_s} {code} [Passes|Comes Through] {adj} Trial With {Few} Losses
          > {adj} Army [Likes|Praises] {code} {Kind} After Trial at {base_title}
        Soldiers at {base} have begun to [assemble|repair] {kind}s by themselves under a scheme that {country} [made public|presented] on {weekday}.
          > {country} Lets Soldiers [Build|Repair|Print] Their Own {Kind}s at {base_title}
          > In {country_s} Army, the {Kind} Workshop [Moves Into|Comes to] the Barracks
        {country} has [stopped flying|grounded] its {code} {kind}s after {few} of them [fell into woodland|landed where nobody had sent them] near {town} within a week.
          > {adj} Army [Grounds|Stops Flying] {code} {Kind}s After [Crashes|Stray Flights]
          > Stray {Kind}s Near {town} Ground {country_s} {code} Fleet
        A~ {kind} built by {company} [carried|hauled] {18..95} kilograms of [blood and bandages|ammunition boxes|spare parts] across {base} on {weekday}, in fog that kept helicopters on the ground.
          > {company_s} {code} [Flies Through Fog|Carries Supplies] Where Helicopters Stay Down
          > {adj} Army [Hauls|Flies] Supplies Through Fog With {code} {Kind}
        {partner} and {country} will [train their drone pilots together|test {kind}s over each other's territory] from {month}, the two armies agreed in {town}.
          > {country}, {partner} to [Fly|Test|Certify] {code} {Kind} Across Their Border
          > {partner} and {country} to Train Drone Pilots Together in {town}
        A swarm of {24..160} {code} drones [mapped|searched] {base} in a single night, {company} and the {adj} army said on {weekday}.
          > Swarm of {code} Drones [Maps|Searches] {base_title} in One Night
          > {adj} Army [Lets Loose|Tries] Swarm of {code} Drones at {base_title}
    """),
    lead_follows=lines("""
        The programme is worth {amount} and includes [batteries for two winters|a repair shop on four lorries|the source code of the autopilot].
        Delivery of a first batch begins in {month} and is to be complete by {year}.
        {officer}, who led the trials, said that pilots had [learned the system in nine days|asked to keep it].
        {rival} had offered a heavier {item} with twice the range at four times the price.
        For the first time the maker promises a new version of the software every {4..10} weeks.
        In tests the army lost the signal {3..19} times, and each time the {item} came home alone.
    """),
    subheadlines=lines("""
        Battalions will get [one team of pilots each|their own workshops|a drone for every platoon] by {year}.
        The trial at {base} showed [what cold does to batteries|how little the jammers mattered|that software counts for more than range].
        {company} must deliver the first {40..300} within {3..10} months.
        The army pays {2..9},{100..900} {currency} for each {item}, a tenth of what its predecessor cost.
        Pilots asked for [a slower landing|fewer screens|a quieter propeller], and got it.
    """),
    captions=lines("""
        A soldier [launches|catches|packs] a~ {code} {kind} at {base}
        The {code} on its [rail|trailer|rubber launcher] before a night flight near {town}
        Wings of the {code} in the {company} workshop in {town}
    """),
    paragraphs={
        "detail": paragraph(
            """
            The {code} weighs {4..38} kilograms, [folds into a tube|fits into two rucksacks|travels in the back of a pick-up], and stays in the air for {70..340} minutes.
            [Its wings are pressed from flax and resin|The frame is printed|The body is moulded foam], which [costs little|can be mended with tape], and which radar hardly sees.
            Navigation does not rely on satellites: a camera [compares the ground with a stored map|counts the movement of hedges and roads] and is right to within {4..25} metres.
            One pilot can [watch|guide] up to {4..12} of {items}, although the army's rules [allow only three|ask for a second pair of eyes].
            The ground station is a [tablet and a mast|laptop in a rubber case], and {company} says that it takes {3..9} minutes to set up.
            """,
            """
            Between minus {12..29} and plus {38..49} degrees the battery keeps four fifths of its charge.
            When jammed, {items} climb, turn round and look for the link again at half power.
            The motor is a standard part that model builders have bought for years.
            A parachute the size of a bath towel brings the {item} down if the engine stops.
            Soldiers complained about the whine of the propeller, which was given [a third blade|a different pitch] in {month}.
            The camera, made by {rival}, tells a tractor from a tank at {3..7} kilometres.
            Pictures are thinned out on board, so that a weak radio is enough.
            """,
        ),
        "background": paragraph(
            """
            Two years ago the {adj} army owned {11..90} unmanned aircraft, all of one type, and needed {number} weeks to replace a broken wing.
            An inquiry after the {past_year} exercise found that brigades had [used up|crashed] their drones on the second day.
            The purchase is part of a plan under which {country} wants {2..9},000 unmanned aircraft by {year}.
            Most of the small {kind}s in {country} [came from abroad|were bought with donations] until {past_year}, when an export ban cut off the supply of motors.
            """,
            """
            Since then [schools of aviation|farm suppliers|makers of sailing boats] have been asked to bid, and some have won.
            A workshop at {base} now returns a damaged {item} within {2..6} days.
            The civil aviation authority opened a corridor over {town2} for training flights.
            Insurance, oddly, was the last thing to be settled.
            Officers admit that they still do not know how many pilots they will need.
            {partner} took the same road earlier and lends instructors.
            """,
        ),
    },
)  # fmt: skip

AIR_DEFENCE = Topic(
    section="Air Defense",
    tags=("Air Defence", "Missiles", "Radar", "Air Force"),
    service="Air Force",
    facts={
        "thing": ("the air defence programme", "the battery order", "the missile purchase", "the interceptor project"),
        "items": ("the launchers", "the batteries"),
        "item": ("battery", "launcher"),
        "code": ("Palisade", "Lantern", "Skyfence", "Rampart", "Halberd", "Beacon 3", "Bulwark", "Aegir", "Sentinel Hill"),
        "kind": ("short-range battery", "medium-range battery", "missile battery", "gun system", "truck-borne battery"),
    },
    angles=angles("""
        {country} will [protect|guard] {town} and {number} other cities with the {code} {kind}, [buying|ordering] the system from {company} for {amount}, officials said on {weekday}.
          > {country} [Chooses|Buys|Orders] {code} Air Defence System for {Amount}
          > {company} to [Guard|Shield] {town} With {code} Air Defence System
        The {adj} air force [fired|shot] the {code} {kind} for the first time on {weekday}, hitting {few} of {many} targets over the sea off {town}.
          > {code} {Item} [Hits|Stops] {Few} of {Many} Targets in Test Off {town}
          > {adj} Gunners [Fire|Try Out] {code} {Kind} for the First Time
        {company} has [handed over|delivered] the first {code} {item} to the {adj} air force at {base}, [a month early|after a winter of delays|as agreed].
          > {company} [Delivers|Hands Over] First {code} {Item} to {country}
          > First {code} {Item} [Arrives|Takes Up Its Post] at {base_title}
        Faulty [connectors|cables] have [stopped|interrupted] production of the {code} {kind} in {town}, {company} told its shareholders on {weekday}.
          > Faulty Parts Halt {company_s} {code} Line in {town}
          > {country} [Waits|Must Wait] for {code} as {company} Stops Its Line
        {country} and {partner} will [keep a common stock of|buy together and share] interceptors for their {code} batteries, under a treaty [signed|initialled] in {town}.
          > {country} and {partner} to [Pool|Share] {code} Interceptors
          > Treaty Signed in {town} Gives {country} and {partner} One {code} Stock
        The hole in {country_s} radar picture over {town} will be closed by {year}, the air force promised on {weekday}, [naming for the first time a date|with equipment from {company}].
          > {adj} Radar Gap Over {town} to [Close|Narrow] by {year}, Air Force Says
          > Air Force [Names|Gives] Date for Closing {country_s} Radar Gap
        About {60..480} {adj} gunners have [moved to|arrived in] {town} to learn the {code} {kind}, which {country} [wants to have in service|means to rely on] before winter.
          > {adj} Air Force [Sends|Brings] Gunners to {town} for {code}
          > {country} [Hurries|Trains] Crews for {code} Before Winter
    """),
    lead_follows=lines("""
        {items} will be [manned|served] by {40..120} soldiers each, [half of them reservists|most of whom are still in training].
        A second site near {town2} has been surveyed, and farmers there were told in {month}.
        {rival} had offered a rival system and lost by {2..11} points out of a hundred, a person who has seen the scores said.
        The contract with {company} includes {few} dozen interceptors and a [simulator|school].
        The air force gave no figures for [range|stocks], citing secrecy.
        {officer} thanked the crews, who had slept {3..5} hours a night for a week.
    """),
    subheadlines=lines("""
        The first {item} is to guard {town} from {month}.
        {company} will [make the interceptors|assemble the trucks|test the electronics] in {town2}.
        Three more may follow [if parliament agrees|once crews are trained|in {year}].
        Officers say the test [went better than planned|left questions about rain|proved the link to older radars].
        Stocks of interceptors should last for {20..75} days instead of {4..15}.
    """),
    captions=lines("""
        A~ {code} {item} [on a hill near|outside|being unloaded in] {town}
        The {kind} during [a night shoot|a tracking exercise|inspection] at {base}
        Crews [raise the mast|load a canister|check cables] of a~ {code} {item} at {base}
    """),
    paragraphs={
        "detail": paragraph(
            """
            The {code} finds targets at {35..140} kilometres, [follows {60..250} of them at once|sorts birds from drones by their wing beats], and can be ready to move in {8..25} minutes.
            Its radar turns {20..60} times a minute and [has no moving parts in the antenna|hides among the signals of broadcast towers].
            Each {item} consists of [three lorries and a trailer|a mast, two generators and a cabin|four launchers and a command post], all of which fit under a railway tunnel.
            The interceptor is {2..4} metres long, flies at {2..4} times the speed of sound and [costs a tenth of its predecessor|is thrown out cold before its motor lights].
            Software links {items} with the older systems around {town2}, so that [one crew can fire with another's eyes|a lost radar no longer silences the rest].
            """,
            """
            The display shows the cost of each shot beside the likely damage, an idea of the gunners' own.
            Rain shortens the range by about {5..19} per cent, which the maker says is [normal|being worked on].
            Batteries can hear {number} kinds of drone before they see them.
            The cabin is armoured against splinters and, as crews noted with approval, heated.
            In {month} the system was fooled by a flock of starlings, but only once.
            A reserve {item} is kept in {town} with its batteries charged.
            """,
        ),
        "background": paragraph(
            """
            For {11..29} years {country} had [no ground-based air defence worth the name|a single regiment of guns]; the last missiles were scrapped in {past_year}.
            The competition drew {number} bids, of which only those of {company} and {rival} [met the dates|included local work].
            A drone that came down in a car park in {town2} in {past_year} [changed the debate|was found by a schoolboy, not by the air force].
            Stocks are the sore point: {country} [fired|used up] more interceptors in last year's exercise than it [bought|received] in the year.
            """,
            """
            The report on it, {120..480} pages long, was published with {number} of its chapters blacked out.
            Old radars were [sold as scrap|put into museums] and, in one case, bought back.
            Reservists who knew the guns are being asked to return as instructors.
            {partner} lent two radars, which are to go home in {year}.
            Hill tops with a good view had meanwhile been let to telephone companies.
            Since then, every brigade has had to name an officer for air defence.
            """,
        ),
    },
)  # fmt: skip
