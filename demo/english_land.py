"""What English stories about vehicles, exercises, budgets and people are made of."""
# One template a line, however long.

from demo.grammar import Topic, angles, lines, paragraph

VEHICLES = Topic(
    section="Land",
    tags=("Armoured Vehicles", "Army", "Procurement", "Logistics"),
    service="Army",
    facts={
        "thing": ("the vehicle order", "the armoured vehicle programme", "the truck purchase", "the howitzer programme"),
        "items": ("the vehicles", "the new vehicles"),
        "item": ("vehicle", "prototype", "chassis"),
        "code": ("Badger", "Lynx Mk 4", "Aurochs", "Hound", "Ibex", "Mastiff Light", "Wolverine", "Pangolin", "Stoat"),
        "kind": ("armoured carrier", "wheeled howitzer", "recovery vehicle", "bridge layer", "scout car", "heavy truck"),
    },
    angles=angles("""
        The {adj} army will [replace|retire] its oldest carriers with {number} dozen {code} {kind}s from {company}, in a deal that [parliament approved|the cabinet backed] on {weekday}.
          > {country} [Orders|Buys] {Number} Dozen {code} {Kind}s
          > {company} to [Supply|Build] {code} {Kind} for {adj} Army
        {company} [showed|presented] the {code} {kind} in {town} on {weekday}, {number} months after {country} had asked for a vehicle that [its tunnels can swallow|a conscript can repair].
          > {company} [Rolls Out|Unveils|Presents] {code} {Kind} in {town}
          > A~ {Kind} That [Fits Its Tunnels|a Conscript Can Repair]: {country} Gets a Look at {code}
        {country} has [refused to accept|sent back] {few} {code} {kind}s because [their brakes overheat on long descents|cracks were found in welded seams].
          > {adj} Army [Rejects|Sends Back|Refuses] {Few} {code} {Kind}s Over [Faults|Defects]
          > {company} [Loses Time|Under Pressure] as {country} Refuses {code} {Kind}s
        {partner} will sell {number} used {kind}s to {country} for {amount}, [about a third of the price of new ones|with spares for six years], both governments said on {weekday}.
          > {partner} Sells {Number} Used {Kind}s to {country} for {Amount}
          > {country} [Goes Second-Hand|Shops in {partner}] for {Kind}s
        The {code} {kind} [swam|waded] across the river at {base} on {weekday}, the last of the tests on which {country} had insisted.
          > {code} {Kind} [Crosses River|Gets Its Feet Wet] in Last Test at {base_title}
          > {code} {Kind} Passes {country_s} Final Test
        {company} and {rival}, competitors for {20..60} years, will build the {code} {kind} together in {town}, [ending a legal dispute|as the {adj} government had wished].
          > {company}, {rival} Form Venture to Build {code} in {town}
          > {company} and {rival} [Bury Dispute|Join Forces] Over {country_s} {code} {Kind}
        The last {kind} of the old pattern left the {company} plant in {town} on {weekday}; the {code} [takes its place|follows] on the same line.
          > Last of the Old {Kind}s Leaves {town} Plant as {code} Takes Over
          > {company} Switches {town} Line to {code} {Kind}
    """),
    lead_follows=lines("""
        The first {item} of the series is to reach {base} in {month}.
        {thing} costs {amount}, of which {11..39} per cent [stays in {country}|goes into spare parts].
        {officer}, who commands the test unit, [called the result honest|said that his drivers had voted for it].
        An option for {number} more runs out in {year}.
        The ministry keeps back a tenth of the price until {items} have driven a winter without repairs.
        {items} replace a type that entered service in 19{68..89}.
    """),
    subheadlines=lines("""
        The army keeps {items} for [thirty|forty] years and wants the drawings as well.
        {company} has to prove by {month} that [the brakes are safe|the welds will hold|it can build two a week].
        The plant in {town} will hire {60..700} people.
        Soldiers drove the {item} for {11..60} thousand kilometres before the decision.
        Weight, not price, decided between {company} and {rival}.
    """),
    captions=lines("""
        A~ {code} {kind} [in the mud of|on the test track at|climbing a bank at] {base}
        The assembly line for the {code} in {town}
        Mechanics [lift the engine out of|change a wheel of] a~ {code} {kind} at {base}
    """),
    paragraphs={
        "detail": paragraph(
            """
            The {code} weighs {9..38} tonnes, carries {3..11} soldiers, and [turns on the spot|climbs a step of a metre|fits on an ordinary low-loader].
            [A diesel of {300..780} horsepower|A diesel with an electric motor behind it] drives {items} to {75..110} kilometres an hour on roads and [a good half of that|a third of it] across fields.
            Armour comes in [three|four] layers that are bolted on by hand, so that {items} can be [light for the railway and heavy for the front|mended one plate at a time].
            Seats hang from the roof, [which spares the spine when a mine goes off|as in rally cars], and the doors open with one hand.
            The engine can be [changed|lifted out] in {25..90} minutes with tools that are carried on board.
            """,
            """
            Drivers see through cameras, but the old periscope was kept after a trial in the dust.
            The turret is made by {rival} and has been sold to {number} other armies.
            Fuel for {450..900} kilometres sits outside the cabin.
            {town2}'s technical school [checked the welds|measured the noise] and published what it found.
            Wheels as large as a tractor's make tracks unnecessary except in deep snow.
            Heaters, at the soldiers' request, come on before the engine does.
            The radio has its own battery and lasts {9..40} hours in silence.
            """,
        ),
        "background": paragraph(
            """
            {country} has {300..1400} armoured vehicles of {number} types, and [no two brigades use the same spare parts|its depots stock {20..60} thousand different parts].
            The plan for a single family of vehicles goes back to {past_year}, when [a convoy broke down on the way to {town2}|a general counted fourteen kinds of wheel].
            Two earlier prototypes, both by {rival}, [were too wide for the railway|sank].
            The army's workshops in {town2} repaired {500..2900} vehicles last year, [a record|more than they were built for].
            """,
            """
            Auditors put the cost of that variety at {amount2} a year.
            Mechanics learned to make brackets by themselves, and some of these are now official parts.
            Roads in the {adj} north carry no more than {24..44} tonnes, which ruled out half of the market.
            The old carriers will go to [the reserve|fire brigades|a museum and a scrapyard].
            Only {number} of the bridges on the main supply route bear more than that.
            Former officers had asked for tracks, and lost the argument on cost.
            """,
        ),
    },
)  # fmt: skip

EXERCISES = Topic(
    section="Exercises",
    tags=("Exercises", "Training", "Alliances", "Readiness"),
    service="Army",
    facts={
        "thing": ("the exercise", "the manoeuvre", "the training cycle"),
        "items": ("the troops", "the units", "the brigades"),
        "item": ("unit", "company", "battalion"),
        "code": ("Winter Gate", "Open Harbour", "Steady Lantern", "Long Bridge", "Amber Shore", "Quiet Forest", "Iron Tide"),
        "kind": ("river crossing", "night march", "port defence", "evacuation", "landing", "supply run"),
    },
    angles=angles("""
        About {2..19},000 soldiers from {country} and {partner} [began|opened] the exercise {code} on {weekday} with a~ {kind} [near|at] {town}.
          > {country} and {partner} [Open|Begin|Start] Exercise {code} [Near|at] {town}
          > {code} Exercise [Opens|Begins] With {Kind} [Near|at] {town}
        A~ {adj} brigade [bridged|crossed] the river at {town} in {38..170} minutes on {weekday}, [the fastest time|twice as fast as last year], in the course of the exercise {code}.
          > {adj} Brigade [Crosses|Bridges] River at {town} in Record Time
          > {code}: {country_s} Sappers [Beat|Race] the Clock at {town}
        {country} has [moved|cut short] its exercise {code} after [a fire in the pine woods|floods] near {town}, the army said on {weekday}.
          > {country} [Rearranges|Changes] {code} After Alarm Near {town}
          > Emergency Near {town} Upsets {country_s} {code} Exercise
        Umpires at the exercise {code} [declared|ruled] on {weekday} that {country_s} main supply base at {base} had been lost, [and told the brigades to go on without it|three hours into the first day].
          > Umpires [Declare|Rule] {country_s} Main Base Lost in {code} Exercise
          > {code}: {country} [Fights On|Carries On] Without {base_title}
        The exercise {code}, which ends this week, has shown that {country} can [move a division by rail|feed and fuel {3..9},000 visitors] but not [talk to them by radio|hide them from drones].
          > Exercise {code} Shows {country_s} [Strengths and Gaps|Good and Bad Sides]
          > What {country} [Learned|Found Out] in Exercise {code}
        {partner} has [sent|shipped] {number} hundred soldiers through the port of {town} for the exercise {code}, to learn [how long it takes|what breaks].
          > {partner} [Sends|Ships] {Number} Hundred Soldiers Through {town} for {code}
          > Port of {town} [Fills|Crowded] as {partner_adj} Troops Land for {code}
        Reservists from {town} [decided|turned] the {kind} in {country_s} exercise {code} on {weekday}, [arriving by bus|a day ahead of the regulars].
          > Reservists [Save|Decide] {Kind} in {country_s} {code} Exercise
          > {town} Reservists Surprise Regulars at {code}
    """),
    lead_follows=lines("""
        It is the largest [exercise of its kind|manoeuvre] in {country} since {past_year}.
        {officer}, the exercise director, said that nothing had been rehearsed.
        Reservists make up {21..58} per cent of the force.
        Traffic between {town} and {town2} will be slow until the end of the week.
        Observers from {number} countries were invited, and most have come.
        The army pays for damage to fields, and has set aside {amount2} for it.
    """),
    subheadlines=lines("""
        {officer} [wants to see mistakes|gave the umpires the last word|cut the radio for two days].
        The {kind} at {town} is the hardest part, planners say.
        Civil [hospitals|railways|ports] take part for the first time.
        About {300..950} vehicles will be on the roads between {town} and {town2}.
        The lessons are to be public by {month}, most of them.
    """),
    captions=lines("""
        Soldiers [wait for a ferry|dig in|unload pallets] near {town} during {code}
        A column of {partner_adj} trucks on the road to {town2}
        An umpire [marks a bridge as destroyed|counts casualties] at {base}
    """),
    paragraphs={
        "detail": paragraph(
            """
            On the second day the network was switched off, and [orders went by motorcycle|companies drew lots for the two remaining radios].
            The {kind} began at {2..5} in the morning under [smoke|rain], with {20..90} boats and {number} ferries.
            Trains brought {40..190} wagons to {town2}, where [ramps built by apprentices|a siding that had been closed for years] shortened unloading to {3..11} hours.
            A field hospital treated {90..400} simulated wounded in a night, [with surgeons from three cities|half of them civilians from {town}].
            {items} had been told to expect drones, and [cut branches|slept under nets] accordingly.
            """,
            """
            Sappers laid {1..9} kilometres of track over the marsh.
            One {item} went the wrong way and, to the delight of the umpires, met the enemy's staff.
            Drivers were allowed {5..7} hours of sleep and no telephones.
            Fuel came by pipeline for the first time, {200..900} cubic metres a day.
            The other side was played by {partner_adj} paratroopers, who enjoyed it.
            Only {number} of {50..110} vehicles broke down, fewer than the planners had feared.
            Two villages had offered their barns, and both were used.
            """,
        ),
        "background": paragraph(
            """
            The series began in {past_year} with {300..900} soldiers and a borrowed bridge.
            Last year's exercise was remembered for [its traffic jams|a bakery that fed a battalion], and for a report that named every delay by road and hour.
            {country} promised its allies to have a brigade ready within {5..20} days; the exercise is [the test of it|meant to show how far off that is].
            {partner} and {country} have trained together since {past_year}, but [never in winter|only on paper|never with live ammunition].
            """,
            """
            Most of the {70..190} lessons of that year have been dealt with, officials say, and {number} have not.
            Railwaymen have since been given places on the staff.
            The rule that umpires may overrule generals dates from then.
            A bridge too weak for tanks at {town2} was replaced in the spring.
            Mayors along the route now get the timetable before the press does.
            Critics said that it had been a parade with maps.
            """,
        ),
    },
)  # fmt: skip

BUDGETS = Topic(
    section="Policy",
    tags=("Budget", "Parliament", "Procurement", "Policy"),
    service="Army",
    facts={
        "thing": ("the budget", "the spending plan", "the reform"),
        "items": ("the forces", "the brigades"),
        "item": ("budget line", "project", "contract"),
        "code": ("Shield Fund", "Readiness Act", "Armament Plan", "Munitions Reserve", "Harbour Programme"),
        "kind": ("spending plan", "supplementary budget", "package of laws", "procurement plan"),
    },
    angles=angles("""
        {country} will spend {amount} more on defence next year, [most of it on ammunition and repairs|half of it borrowed], Defence Minister {minister} said on {weekday}.
          > {country} [Raises|Lifts|to Raise] Defence Budget by {Amount}
          > {minister_last}: {country} Will Spend {Amount} More on Defence
        Auditors have [found fault with|examined] the {code}, under which {country} has spent {amount} since {past_year}, and [count {few} projects that are late|praise its bookkeeping but not its results].
          > {adj} Auditors [Question|Criticise|Examine] {code}
          > Where the {Amount} Went: Auditors Look Into {country_s} {code}
        Parliament [passed|adopted] the {code} on {weekday} by {120..240} votes to {20..110}, [after a debate of eleven hours|with help from the opposition].
          > {adj} Parliament [Passes|Adopts] {code} [After Long Debate|With Opposition Votes]
          > {country_s} {code} [Clears Parliament|Becomes Law]
        The {adj} armed forces [returned|could not spend] {amount} of last year's budget, according to figures that the ministry [released|was made to release] on {weekday}.
          > {adj} Forces Left {Amount} [Unspent|in the Bank] Last Year
          > {country} [Could Not Spend|Hands Back] {Amount} of Its Defence Budget
        A new law will [halve|shorten] the time that {country} needs to buy weapons, [from four years to less than two|by dropping three of seven signatures], the government in {town} said.
          > {country} [Cuts|Shortens] Arms Buying Under New Law
          > Fewer Signatures, Faster Purchases: {country} [Rewrites|Changes] Its Arms Law
        Defence Minister {minister} on {weekday} [proposed|defended] the {code}, a~ {kind} that would [double the stock of ammunition|tie spending to readiness] by {year}.
          > {minister_last} [Proposes|Defends|Presents] {country_s} {code}
          > {country_s} {code} Would [Double Ammunition Stocks|Tie Money to Readiness]
        {country} will [rent|sell|share] parts of {base} under the {code}, [to pay for new barracks|after neighbours had asked for the land], officials said in {town}.
          > {country} to Give Up Parts of {base_title} Under {code}
          > {code} Puts Parts of {base_title} on the Market
    """),
    lead_follows=lines("""
        The {kind} must still pass [the upper house|the finance committee] in {month}.
        It is the {ordinal_word} change of the kind in a row, and the largest.
        The forces' own wish list was about twice as long.
        Shares in {company} rose {2..9} per cent after the announcement.
        {minister_last} called it the end of a decade of patching.
        Nobody in the chamber spoke against the aim, only against the haste.
    """),
    subheadlines=lines("""
        Most of the money goes to [ammunition|repairs|housing], not to new weapons.
        The opposition [agrees on the sum and not on the list|wants a vote on each project|calls the figures soft].
        {minister_last} promised a [quarterly|public] list of delays.
        Inflation has eaten {9..31} per cent of the last increase, auditors say.
        Small firms in {town} and {town2} hope for [framework contracts|faster payment].
    """),
    captions=lines("""
        Defence Minister {minister} [before the committee|on the way to the vote|with the budget papers]
        Ammunition [crates|pallets] in a depot near {town}
        The [parliament|ministry] building in {town}
    """),
    paragraphs={
        "detail": paragraph(
            """
            Ammunition gets {amount2}, [enough for {20..60} days of fighting by the ministry's own count|three times as much as last year].
            Some {11..34} per cent is set aside for barracks, where [every third boiler is older than its soldiers|mould was found in {number} blocks].
            The largest single {item} is [an order with {company}|the repair of runways|a training centre in {town2}], at {amount2}.
            Under the plan, any project that runs {12..24} months late [goes back to the cabinet|loses its manager|is published with its reasons].
            Firms with fewer than {50..250} employees are to receive [a tenth|an eighth|a fifth] of all orders, [paid within thirty days|without the usual bank guarantee].
            """,
            """
            Nothing is foreseen for new aircraft before {year}.
            Travel, on the other hand, was cut by [a third|a quarter|a fifth].
            A reserve of {3..12} per cent is kept for rising prices.
            Research gets less than one part in {20..45}, to the regret of universities.
            Officials admit that the steel in it was priced in {month}.
            Every purchase above {2..9} million must name the person who answers for it.
            The list runs to {90..310} lines, of which the public sees about half.
            """,
        ),
        "background": paragraph(
            """
            {country} spent {1..3}.{1..9} per cent of its output on defence last year, [up from less than one in {past_year}|more than {partner} but less than promised].
            The {code} was set up in {past_year} [outside the ordinary budget|after a depot was found to be empty].
            Past increases went [into pensions|to price rises] first; only {number} of {90..180} planned purchases were signed on time.
            A commission under {analyst} had warned in {past_year} that the ministry had [more lawyers than engineers|no list of what it owned].
            """,
            """
            It took the ministry {few} years to answer.
            In the meantime {partner} bought the same equipment for less.
            Interest on the debt now costs as much as the navy.
            Much of the kit bought in those years is still in its boxes at {base}.
            The finance ministry has asked for receipts ever since.
            Voters, polls say, mind the waste more than the sum.
            """,
        ),
    },
)  # fmt: skip
