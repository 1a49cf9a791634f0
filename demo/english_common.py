"""Paragraphs that English stories of any kind can have, and the headings, points and quotes between them."""
# One template a line, however long.

from demo.grammar import lines, paragraph

PARAGRAPHS = {
    "quote": paragraph(
        """
        "We asked for {items} that work on the first cold morning, and [that is what we are getting|I believe we will get them]," said {officer}, who [oversees|signed off] {thing}.
        "Nobody in this {service_word} [needs another prototype|is short of plans]," {officer} told reporters at {base}. "[What we need is delivery|We need things that arrive]."
        {officer}, who [speaks for|is responsible for] {thing}, said: "[The numbers look good on paper|It has been a long road]. [Paper does not drive to {town2}|Ask me again after the winter]."
        "It is [not the cheapest answer|a modest step], but it is [one that we can support for thirty years|ours]," said {officer} of the {adj} {service}.
        Asked about the risk, {officer} [shrugged|smiled]. "If {thing} [fails|slips], it will [fail in the open|be my name on the report]," the officer said.
        "[Two years ago|When I took this job] we could not have [answered that question|done this]," said {officer}. "Now we can, [most days|and on a Sunday too]."
        "My soldiers do not care [who built it|what it is called]," {officer} said in {town}. "They care [whether it starts|about spare parts and sleep]."
        {officer} put it [bluntly|more simply]: "[We bought time|We were late], and [time was the dearest thing on the list|now we are less late]."
        "The lesson of {past_year} was that [stocks matter more than speeches|a plan without drivers is a map]," said {officer}, [who was there|a veteran of that year].
        "I would rather [explain a delay|send it back] than [explain an accident|sign for it]," {officer} told a committee in {town}.
        """,
        """
        {officer_last} added that [the first report|an honest account of the costs] would be published in {month}.
        The officer declined to say [what {items} would cost to run|how many had been asked for at first|where the second site would be].
        According to {officer_last}, crews [helped to write|rewrote] {number} of the requirements.
        There was, {officer_last} admitted, [no plan B|a shorter list as well|one figure that still keeps planners awake].
        {officer_last} thanked [the people of {town}|the workshops|the reservists], without whom nothing would have moved.
        In a later interview {officer_last} gave {year} as the more likely date.
        """,
    ),
    "money": paragraph(
        """
        The contract is worth {amount}, to be paid in [{number} instalments|stages as milestones are met], with penalties of {2..9} per cent for [each month of delay|late delivery].
        {amount} has been [set aside|approved] for {thing}; [a further {amount2} depends on next year's vote|the rest must come from savings].
        For {company} the deal [fills the order books until {year}|is the largest since {past_year}]; its [shares rose|bonds hardly moved] on {weekday}.
        About {22..64} per cent of the work will be done in {country}, [most of it in {town2}|spread over {number} towns].
        The ministry puts the cost over the whole life of {items} at {amount}, [about three times the purchase price|a figure it had never published before].
        {company} will invest {amount2} in [a hall|a test stand|an apprentice school] in {town2}, part of [the offset agreement|a bargain with the region].
        """,
        """
        Payment in {currency} was a condition of the seller.
        Exchange rates are fixed until the end of {year}.
        A fifth is held back until {items} have passed their last inspection.
        {rival} will [supply|make] some of the parts under a separate agreement.
        The figure does not include [ammunition|buildings|training], officials said.
        Similar deals in {partner} ended {9..38} per cent above their price, auditors there found.
        Unions in {town} have asked that temporary workers be kept on.
        """,
    ),
    "reaction": paragraph(
        """
        {analyst} of {institute} called the decision [overdue|sensible but late|a gamble with good odds].
        Not everyone is convinced: {analyst}, who studies the {adj} forces at {institute}, [doubts the timetable|sees a risk in the software].
        The opposition in {country} [welcomed the step|asked for the contract to be published|complained that {town2} had been left out].
        In {partner}, the reaction was [polite|muted|warm]: a spokeswoman said that [neighbours had been told in time|both sides would gain].
        Residents of {town} [have mixed feelings|were told at a meeting in the sports hall].
        {rival} [congratulated its competitor|said that it stood by its offer], and pointed to [a delivery record|tests in {partner}] that it called better.
        """,
        """
        "[Buying is the easy part|The hard years are the third and the fourth]," said {analyst_last}, [pointing to|recalling] a similar purchase in {past_year}.
        {analyst_last} expects [the price to rise|crews to be the bottleneck|two of the promises to be dropped].
        Others note that {partner} [tried the same and stopped|has waited longer for less].
        A petition against the noise has {300..4800} signatures.
        Local firms, for their part, hope for [orders|a second railway line].
        Retired officers wrote to a newspaper in {town2} that the same had been promised in {past_year}.
        """,
    ),
    "outlook": paragraph(
        """
        The next [step|milestone] is due in {month}, when [a commission visits {town}|{company} must show a finished {item}|the auditors report].
        Whether the date holds depends on [{number} suppliers in {partner}|a single test stand in {town2}|engineers whom the whole industry is looking for].
        If all goes well, {items} will be [fully operational|declared ready] in {year}; [the ministry's own risk paper says a year later|nobody at {base} would bet on it].
        A decision about [a second batch|export to {partner}|an upgrade] is expected before the end of {year}.
        Training begins at {base} in {month}, with {14..90} instructors, some of them from {partner}.
        The {adj} {service} has [opened a page|set up an office] where [soldiers can report faults|firms can ask questions], and promises an answer within {5..21} days.
        """,
        """
        Until then the old equipment stays in use.
        {minister_last} wants to be told of every delay of more than {7..30} days.
        Parliament will be asked again in {month}.
        Tests in [heat|snow|salt water] follow in the spring of {year}.
        {company} says that its suppliers are [ready|under contract until {year}].
        An independent engineer from {town2} will watch over the schedule.
        The winter, as everyone at {base} knows, begins early.
        """,
    ),
    "people": paragraph(
        """
        The forces are short of {400..3900} [technicians|drivers|radio operators], and {thing} needs {30..190} of them.
        At {base}, {number} [instructors|mechanics] have [moved into huts|given up their leave] so that courses can begin in {month}.
        Sergeant {sergeant}, who has [driven|served with] the old equipment for {6..21} years, [was asked for his opinion four times|said that the new manual is shorter].
        Conscripts from {town2} will be [the first to train|trained] with {items}, in courses of {3..14} weeks.
        """,
        """
        Pay was raised by {3..11} per cent in {past_year}, which slowed the losses without ending them.
        Families have been promised [flats|a nursery|a school bus] by {year}.
        Every third applicant is a woman, twice as many as in {past_year}.
        Former soldiers may return for {3..18} months without losing their pension.
        A retired instructor from {partner} comes over on Thursdays.
        The course ends with a test that {11..39} per cent fail the first time.
        """,
    ),
    "neighbours": paragraph(
        """
        {partner}, which shares [a border|a strait|a missile range] with {country}, [operates similar equipment|has followed a different course] since {past_year}.
        The {partner_adj} forces [lent|offered] {number} [instructors|test vehicles|simulators], and in return will [use {base}|see the results].
        Four other countries in the region are [looking for|about to buy] something of the kind; [{partner} is the furthest along|none has the money yet].
        A programme of joint [patrols|training|maintenance] with {partner} began in {past_year} and [has been extended twice|has survived two changes of government].
        """,
        """
        A common store of spare parts near {town2} has saved both sides {amount2}, by their own account.
        Language was [the smallest problem|a problem only on the radio].
        Talks about a treaty go on.
        Diplomats say that [the sums are small and the habit matters|it began with a handshake at a funeral].
        Officers from both countries meet in {town} each {month}.
        The arrangement can be ended at {6..18} months' notice.
        """,
    ),
}  # fmt: skip

HEADINGS = lines("""
    What the {service_word} gets
    A long wait in {town}
    The price of delay
    Who pays
    What comes next
    Lessons from {partner}
    Doubts about the timetable
    Under the hood
    The people question
""")

LIST_LEADS = lines("""
    According to a summary that the ministry published on {weekday}, the agreement between {company} and {country} also covers:
    Besides the main order, {company} has promised {country} the following:
    A fact sheet that was handed out in {town} lists what is to happen at {base} before {year}:
    Three further points were settled in {town} for {amount2}:
""")

LIST_POINTS = lines("""
    {number} [simulators|test benches|training cabins] for the school at {base}
    spare parts for {3..14} years, stored in {town2}
    a repair contract with {rival}, open to a new tender in {year}
    courses for {40..600} [technicians|instructors] from {month}
    a yearly public report on [cost and delay|readiness|accidents]
    access to the [source code|drawings|test data] for {country_s} own engineers
    [noise|dust] measurements around {town}, paid for by {company}
    an exchange of {number} officers with {partner}
""")

BLOCK_QUOTES = lines("""
    "[Equipment is a promise|A contract is a beginning]. [It is kept in workshops, not in speeches|What counts is the third winter]." — {minister}, defence minister
    "If it cannot be repaired in the rain at {base}, [we do not want it|it is of no use to us]." — {officer}
    "The cheapest {item} is the one that [comes back|you need not buy twice]." — {analyst}, {institute}
""")
