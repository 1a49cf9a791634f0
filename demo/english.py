"""The English grammar: facts of a story, and all that is said about them."""

from dataclasses import replace
from datetime import datetime

from demo.english_common import BLOCK_QUOTES, HEADINGS, LIST_LEADS, LIST_POINTS, PARAGRAPHS
from demo.english_land import BUDGETS, EXERCISES, VEHICLES
from demo.english_sea_air import AIR_DEFENCE, DRONES, SHIPS
from demo.grammar import Dice, Topic, curly
from demo.language import Facts, Language
from demo.vocabulary import (
    BASES,
    COMPANIES,
    COUNTRIES,
    CURRENCIES,
    FIRST_NAMES,
    INSTITUTES,
    LAST_NAMES,
    MONTHS,
    NUMBERS,
    RANKS,
    TOWNS,
)

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
SERVICES = ("Army", "Navy", "Air Force")


def facts(topic: Topic, published_at: datetime, dice: Dice, home: str | None) -> Facts:
    """Draw the facts of one story."""
    drawn = dice.some(COUNTRIES, 3)
    if home:
        drawn = [pair for pair in COUNTRIES if pair[0] == home] + [pair for pair in drawn if pair[0] != home]
    (country, adj), (partner, partner_adj) = drawn[:2]
    company, rival = dice.some(COMPANIES, 2)
    town, town2 = dice.some(TOWNS, 2)
    numbers = dice.some(NUMBERS, 3)
    few, many = dice.pick(NUMBERS[:6]), dice.pick(NUMBERS[7:14])
    names = list(zip(dice.some(FIRST_NAMES, 4), dice.some(LAST_NAMES, 4), strict=True))
    officer, minister, analyst, sergeant = (f"{first} {last}" for first, last in names)
    officer_last, minister_last, analyst_last, _ = (last for _, last in names)
    currency = dice.pick(CURRENCIES)
    service = topic.service if dice.chance(0.7) or topic.service != "Army" else dice.pick(SERVICES)
    base = dice.pick(BASES)
    institute = dice.pick(INSTITUTES)
    officer = f"{dice.pick(RANKS[service])} {officer}"
    kind = dice.pick(topic.facts["kind"])
    amount = _amount(dice, currency)
    own: Facts = {key: dice.pick(values) for key, values in topic.facts.items()}
    ordinal = dice.pick(ORDINALS)
    drawn_facts: Facts = {
        "country": country,
        "adj": adj,
        "partner": partner,
        "partner_adj": partner_adj,
        "company": company,
        "company_s": f"{company}'" if company.endswith("s") else f"{company}'s",
        "country_s": f"{country}'s",
        "rival": rival,
        "town": town,
        "town2": town2,
        "base": base,
        "base_title": " ".join(word[0].upper() + word[1:] for word in base.removeprefix("the ").split()),
        "number": tuple(numbers),
        "Number": numbers[0].capitalize(),
        "few": few,
        "Few": few.capitalize(),
        "many": many,
        "Many": many.capitalize(),
        "ordinal": ordinal,
        "Ordinal": ordinal.capitalize(),
        "ordinal_word": dice.pick(ORDINALS[1:]),
        "currency": currency,
        "amount": amount,
        "Amount": amount.title(),
        "amount2": tuple(f"{dice.below(90) + 6} million {currency}" for _ in range(2)),
        "service": service,
        "service_word": service.lower(),
        "kind": kind,
        "Kind": kind.title(),
        "Item": str(own["item"]).capitalize(),
        "officer": officer,
        "officer_introduced": officer,
        "officer_last": officer_last,
        "minister": minister,
        "minister_introduced": f"Defence Minister {minister}",
        "minister_last": minister_last,
        "analyst": analyst,
        "analyst_introduced": f"{analyst} of {institute}",
        "analyst_last": analyst_last,
        "sergeant": sergeant,
        "institute": institute,
        "year": str(2027 + dice.below(8)),
        "year_now": "2026",
        "past_year": tuple(str(2011 + dice.below(14)) for _ in range(3)),
        "month": tuple(dice.some(MONTHS, 2)),
        "weekday": f"{published_at:%A}",
    }
    return own | drawn_facts


def _amount(dice: Dice, currency: str) -> str:
    if dice.chance(0.3):
        return f"{1 + dice.below(6)}.{1 + dice.below(9)} billion {currency}"
    return f"{14 + dice.below(900)} million {currency}"


ENGLISH = Language(
    topics=(SHIPS, DRONES, BUDGETS, VEHICLES, AIR_DEFENCE, EXERCISES),
    paragraphs=PARAGRAPHS,
    headings=HEADINGS,
    list_leads=LIST_LEADS,
    list_points=LIST_POINTS,
    block_quotes=BLOCK_QUOTES,
    quotes=curly,
    facts=facts,
)
ENGLISH_TYPEWRITTEN = replace(ENGLISH, quotes=str)
