"""Articles of our own making of which it is known who copied whom: copies as newsrooms make them, and near misses."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from demo.english import ENGLISH
from demo.german import GERMAN
from demo.prose import stories

SITES = tuple(f"site{number:02}" for number in range(40))

SYNONYMS = {
    "said": "stated", "will": "is to", "about": "roughly", "two": "2", "three": "3", "which": "that", "new": "latest",
    "army": "land forces", "ministry": "department", "years": "yrs", "months": "mths", "because": "as", "has": "had",
    "and": "as well as", "last": "final", "build": "construct", "buy": "purchase", "small": "compact", "ship": "vessel",
}  # fmt: skip

BOILERPLATE = {
    "en": "This article was first published elsewhere and is reproduced here with permission. Sign up for our morning "
    "briefing to receive the most important news from the defence industry in your inbox every working day.",
    "de": "Dieser Beitrag erschien zuerst bei einem Partner und wird hier mit freundlicher Genehmigung übernommen. "
    "Abonnieren Sie unseren Newsletter, damit Ihnen keine Nachricht aus der Verteidigungsindustrie entgeht.",
    "fr": "Cet article a été publié pour la première fois par un partenaire et il est reproduit ici avec son accord. "
    "Abonnez-vous à notre lettre pour recevoir chaque matin les nouvelles de l'industrie de défense.",
    "es": "Este artículo fue publicado originalmente por un medio asociado y se reproduce aquí con su permiso. "
    "Suscríbase a nuestro boletín para recibir cada mañana las noticias de la industria de defensa.",
}

CONTRACT = """{company}, {town}, has been awarded a {amount} {kind} modification ({number}) to a previously awarded contract for the procurement of {items} and associated spares, support equipment, technical data and engineering services. This modification brings the total cumulative face value of the contract to {total}. Work will be performed in {town} ({share}%); and {place} ({rest}%), and is expected to be completed by {month} {year}. Fiscal {fiscal} procurement funds in the amount of {amount} will be obligated at time of award, none of which will expire at the end of the current fiscal year. This contract was not competitively procured. The naval systems command is the contracting activity.

{rival}, {place}, was awarded a {other} firm-fixed-price contract for the maintenance and repair of {things}. Bids were solicited via the internet with {bids} received. Work will be performed in {place}, with an estimated completion date of {month} {day}, {year}. Fiscal {fiscal} operation and maintenance funds in the amount of {other} were obligated at the time of the award. The army contracting command is the contracting activity ({second})."""

REPORT = """The ministry of national defence detected {a} aircraft and {b} naval vessels operating around the island between 6 am on the {day} and 6 am on the {next} of {month}. Of these, {c} aircraft crossed the median line and entered the northern, central and southwestern parts of the air defence identification zone. The armed forces monitored the situation and employed combat air patrol aircraft, navy ships and coastal missile systems in response to the detected activities. {d} balloons were sighted, the lowest at {e} feet. The ministry publishes these figures every morning and will continue to do so."""

BRIEFING = (
    REPORT
    + """

The ministry said that the sorties were flown from {bids} bases and that {fiscal} such sorties have been counted since the beginning of the year. Analysts see in them an attempt to wear out the pilots and the airframes of the other side, and to make what was once an exception a matter of routine. The spokesman repeated that the armed forces are able to defend the country, that they have neither provoked nor will be provoked, and that they keep the allies informed."""
)

STUB = """You have read all the free articles that are available to you this month. To continue reading this article and to have access to every other piece of analysis on our site, subscribe today or sign in to your account. Subscribers also receive our weekly newsletter, invitations to our events, and the complete archive of the magazine, which goes back more than thirty years."""

ABOUT = """About the company: {company} is a world leader in the design, development and manufacture of advanced systems for customers in the land, sea, air and space domains. Headquartered in {town}, it employs people in more than a score of countries and has supplied armed forces on every continent for over half a century. Forward-looking statements in this release are subject to risks and uncertainties, and actual results may differ materially from those that are expressed or implied. The company undertakes no obligation to update them."""


@dataclass(frozen=True)
class Piece:
    """One article, the story it truly tells, and how it was made."""

    story: str
    made: str
    site: str
    headline: str
    body: str
    published_at: datetime


def edited(paragraphs: list[str], dice: random.Random) -> list[str]:
    """A sub-editor was here: words replaced, a sentence gone, typewriter quotes."""
    text = "\n\n".join(paragraphs).replace("“", '"').replace("”", '"').replace("’", "'")
    words = re.split(r"(\W+)", text)
    for place, word in enumerate(words):
        if word in SYNONYMS and dice.random() < 0.35:
            words[place] = SYNONYMS[word]
    parts = "".join(words).split("\n\n")
    longest = max(range(len(parts)), key=lambda n: len(parts[n]))
    sentences = parts[longest].split(". ")
    if len(sentences) > 2:
        parts[longest] = ". ".join(sentences[:1] + sentences[2:])
    return parts


def truncated(paragraphs: list[str], dice: random.Random) -> list[str]:
    """Only the beginning: between half and four fifths."""
    return paragraphs[: max(3, round(len(paragraphs) * dice.uniform(0.5, 0.8)))]


def foreign(paragraphs: list[str], dice: random.Random) -> list[str]:
    """Boilerplate in some language before and after."""
    before, after = dice.sample(list(BOILERPLATE.values()), 2)
    return [before, *paragraphs, after]


def introduced(paragraphs: list[str], dice: random.Random) -> list[str]:
    """An introduction of its own instead of the first paragraph, and a closing line."""
    own = f"Readers of {dice.choice(SITES)} have followed this matter closely for some time, and it has taken a turn."
    return [own, *paragraphs[1:], "We will report further developments on this page as soon as they become known."]


def whole(paragraphs: list[str], dice: random.Random) -> list[str]:
    """The text as it came."""
    return paragraphs


COPYING: dict[str, tuple[Callable[[list[str], random.Random], list[str]], ...]] = {
    "retitled": (whole,),
    "edited": (edited,),
    "truncated": (truncated,),
    "boilerplate": (foreign,),
    "introduced": (introduced,),
    "edited, boilerplate": (edited, foreign),
    "truncated, boilerplate": (truncated, foreign),
}


def pieces(count: int, seed: int = 7) -> Iterator[Piece]:
    """Make stories and their copies, then near misses; about seven articles for each of ``count`` stories."""
    dice = random.Random(seed)  # noqa: S311 (filler)
    told = [*stories("wire", count, ENGLISH), *stories("draht", max(1, count // 4), GERMAN)]
    live = iter(stories("live", len(told), ENGLISH))
    for story in told:
        name = f"{story.headline} {story.number}"
        paragraphs = [text for _, text in story.blocks]
        home, *others = dice.sample(SITES, len(COPYING) + 1)
        sites = iter(others)
        yield Piece(name, "original", home, story.headline, "\n\n".join(paragraphs), story.published_at)
        for made, steps in COPYING.items():
            if dice.random() < 0.5:
                continue
            copy = paragraphs
            for step in steps:
                copy = step(copy, dice)
            title = f"{dice.choice(('Update', 'Report', 'Brief', 'Analysis'))}: {story.subheadline}"
            at = story.published_at + timedelta(minutes=dice.randrange(20, 4000))
            yield Piece(name, made, next(sites), title, "\n\n".join(copy), at)
        if dice.random() < 0.5:  # the live report goes on at another address: more news, another text
            more = [text for _, text in next(live).blocks]
            text = "\n\n".join([*more, *paragraphs[: len(more)]])
            at = story.published_at + timedelta(hours=dice.randrange(2, 20))
            yield Piece(f"live {name}", "live report", home, "Live: " + story.headline, text, at)
        if dice.random() < 0.3:  # printed again a year later, as every year
            at = story.published_at - timedelta(days=365)
            yield Piece(f"year before {name}", "year before", home, story.headline, "\n\n".join(paragraphs), at)
    yield from _forms(count, dice, told[0].published_at, told)


def _forms(count: int, dice: random.Random, newest: datetime, told: list) -> Iterator[Piece]:  # type: ignore[type-arg]
    """Forms filled in anew every time, each issue printed at two sites; notices and closing paragraphs that many share."""
    for issue in range(max(2, count // 2)):
        values = _values(dice)
        at = newest - timedelta(days=issue)
        for form, text, headline in (
            ("contracts", CONTRACT, f"Contracts for the day, number {issue}"),
            ("report", REPORT, "Daily report"),
            ("briefing", BRIEFING, "Daily briefing"),
        ):
            body = text.format(**values)
            for site in dice.sample(SITES, 2):
                yield Piece(f"{form} {issue}", form, site, headline, body, at)
        story = dice.choice(told)
        yield Piece(f"stub {issue}", "notice", dice.choice(SITES), story.headline + f" {issue}", STUB, at)
        about = ABOUT.format(company="Halmar Marine Works", town="Lindhaven")
        lead = "\n\n".join(text for _, text in told[issue].blocks[:2])
        release = f"{lead} The agreement is the company's number {issue}.\n\n{about}"
        yield Piece(f"release {issue}", "release", dice.choice(SITES), f"Release {issue}", release, at)


def _values(dice: random.Random) -> dict[str, str]:
    money = lambda: f"${dice.randrange(7, 990)},{dice.randrange(1000):03},{dice.randrange(1000):03}"  # noqa: E731
    share = dice.randrange(40, 95)
    return {
        "company": dice.choice(("Halmar Marine Works", "Carrow Aerospace", "Tessal Dynamics", "Polaris Ordnance")),
        "rival": dice.choice(("Orvik Systems", "Aldine Optronics", "Northgate Armour", "Helix Propulsion")),
        "town": dice.choice(("Port Aurel", "Lindhaven", "Graymouth")), "place": dice.choice(("Rovik", "Velmar")),
        "amount": money(), "total": money(), "other": money(), "kind": dice.choice(("cost-plus", "firm-fixed-price")),
        "number": f"N000{dice.randrange(10, 99)}-26-C-{dice.randrange(1000, 9999)}",
        "second": f"W911{dice.randrange(10, 99)}-26-C-{dice.randrange(1000, 9999)}",
        "items": dice.choice(("radars", "missiles", "sonar sets")), "things": dice.choice(("trucks", "bridges", "hulls")),
        "share": str(share), "rest": str(100 - share), "month": dice.choice(("March", "June", "November")),
        "year": str(dice.randrange(2027, 2034)), "fiscal": str(dice.randrange(2024, 2027)), "day": str(dice.randrange(1, 28)),
        "next": str(dice.randrange(2, 29)), "bids": str(dice.randrange(1, 9)), "a": str(dice.randrange(3, 70)),
        "b": str(dice.randrange(3, 20)), "c": str(dice.randrange(1, 40)), "d": str(dice.randrange(0, 9)),
        "e": str(dice.randrange(9, 30) * 1000),
    }  # fmt: skip
