"""The English grammar: facts of a story, and all that is said about them."""

from dataclasses import replace
from datetime import datetime

from demo.english_common import BLOCK_QUOTES, HEADINGS, LIST_LEADS, LIST_POINTS, PARAGRAPHS
from demo.english_land import BUDGETS, EXERCISES, VEHICLES
from demo.english_sea_air import AIR_DEFENCE, DRONES, SHIPS
from demo.grammar import Dice, Topic, curly
from demo.language import Language
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


def facts(topic: Topic, published_at: datetime, dice: Dice, home: str | None) -> dict[str, str]:
    """Draw the facts of one story."""
    drawn = dice.some(COUNTRIES, 3)
    if home:
        drawn = [pair for pair in COUNTRIES if pair[0] == home] + [pair for pair in drawn if pair[0] != home]
    (country, adj), (partner, partner_adj) = drawn[:2]
    company, rival = dice.some(COMPANIES, 2)
    town, town2 = dice.some(TOWNS, 2)
    number, number2 = sorted(dice.some(range(len(NUMBERS)), 2))
    last = dice.some(LAST_NAMES, 4)
    first = dice.some(FIRST_NAMES, 4)
    currency = dice.pick(CURRENCIES)
    service = topic.service if dice.chance(0.7) or topic.service != "Army" else dice.pick(SERVICES)
    base = dice.pick(BASES)
    kind = dice.pick(topic.facts["kind"])
    amount = _amount(dice, currency)
    own = {key: dice.pick(values) for key, values in topic.facts.items()}
    ordinal = dice.pick(ORDINALS)
    return own | {
        "country": country,
        "adj": adj,
        "partner": partner,
        "partner_adj": partner_adj,
        "company": company,
        "rival": rival,
        "town": town,
        "town2": town2,
        "base": base,
        "base_title": base.removeprefix("the ")[0].upper() + base.removeprefix("the ")[1:],
        "number": NUMBERS[number],
        "Number": NUMBERS[number].capitalize(),
        "number2": NUMBERS[number2],
        "Number2": NUMBERS[number2].capitalize(),
        "ordinal": ordinal,
        "Ordinal": ordinal.capitalize(),
        "ordinal_word": dice.pick(ORDINALS[1:]),
        "currency": currency,
        "amount": amount,
        "Amount": amount.title(),
        "amount2": f"{dice.below(90) + 6} million {currency}",
        "service": service,
        "service_word": service.lower(),
        "kind": kind,
        "Kind": "-".join(" ".join(w[:1].upper() + w[1:] for w in kind.split(" ")).split("-")),
        "Item": own["item"].capitalize(),
        "officer": f"{dice.pick(RANKS[service])} {first[0]} {last[0]}",
        "officer_last": last[0],
        "minister": f"{first[1]} {last[1]}",
        "minister_last": last[1],
        "analyst": f"{first[2]} {last[2]}",
        "analyst_last": last[2],
        "sergeant": f"{first[3]} {last[3]}",
        "institute": dice.pick(INSTITUTES),
        "year": str(2027 + dice.below(8)),
        "year_now": "2026",
        "past_year": str(2011 + dice.below(14)),
        "month": dice.pick(MONTHS),
        "weekday": f"{published_at:%A}",
    }


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
