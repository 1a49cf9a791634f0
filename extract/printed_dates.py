"""Find dates printed for readers: month names of some sixty languages, numbers in any order, times and zones beside."""
# ruff: noqa: SIM905

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pkgutil import get_data
from typing import Literal

# Combining marks are part of a word; for Python's \w they are not, so that मार्च would be four words.
_MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff\u0e31-\u0e4e\u0eb1-\u0ebc\u102b-\u103e\u17b4-\u17d3"
_TOKEN = re.compile(rf"\d+|[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
# Years of an era: Japan's, and those of the Republic of China.
_ERA = re.compile(r"(令和|平成|昭和|民[國国])\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_VIETNAMESE = re.compile(r"(?i)(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})")
_NUMERIC = re.compile(
    r"""(?x) (?<![\d.,/:-])
    (?: (?P<y>[12]\d{3}) \s?[-/.年년]\s? (?P<m>\d{1,2}) \s?[-/.月월]\s? (?P<d>\d{1,2}) (?: \s?[日일] | (?![\d]) )
      | (?P<a>\d{1,2}) \s?(?P<sep>[-/.])\s? (?P<b>\d{1,2}) \s?(?P=sep)\s? (?P<c>\d{4}|\d{2}) (?![\d]|[-/.]\d) )"""
)
_TIME = re.compile(
    r"""(?xi) (?<![\d:.,/+-])
    (?P<before>上午|下午|中午|晚上|早上|凌晨|오전|오후|午前|午後)? \s?
    (?: (?P<h>[01]?\d|2[0-3]) \s? (?: : | h\s? | \.(?=[0-5]\d(?!\d|\.\d)) | 時 | 时 | 시\s? | \su\.?\s ) \s?
        (?P<m>[0-5]\d) (?: \s? (?::|\.|分|분) \s? (?P<s>[0-5]\d) )? (?![\d%]) (?:\s?[分분秒초])? (?:\.\d{1,6})?
      | (?P<h2>[01]?\d|2[0-3]) (?= \s?(?:[ap]\.?m\b|[ap]\.m\.|uhr\b|h\b) )
      | (?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d) (?= \s?(?:hrs?|hours)\b ) )
    (?! \s?min )
    \s? (?P<ap> [ap]\.?\s?m\b\.? | π\.?μ\.? | μ\.?μ\.? | صباح\S* | مساء\S* | ص(?!\w) | م(?!\w) | पूर्वाह्न | अपराह्न )?"""
)
_ZONE = re.compile(
    r"""(?x) ^ [\s,(]* (?:Uhr\b|hrs?\b|hours\b|h\b)? [\s,(]*
    ( (?:UTC|GMT)?\s?[+\u2212-]\s?\d{1,2}:?(?:\d{2})?(?!\d) | (?:UTC|GMT)\b | Z\b | (?-i:[A-Z]{2,5})\b | (?i:мск)\b )"""
)
_AFTERNOON = frozenset("pm 下午 晚上 오후 午後 μμ م अपराह्न".split())
_FORENOON = frozenset("am 上午 早上 凌晨 오전 午前 πμ ص पूर्वाह्न".split())
# What may stand between a date and a time that is parted by a point: without it, 12.30 is any number.
_BEFORE_POINT = re.compile(r"(?i)\W*(?:um|kl|klo|at|ore|alle|om|u|à|godz|ob|o)?\W*")
# Words and marks that may stand between the parts of a date.
_FILLERS = frozenset(
    """st nd rd th of the er re ème de del d di du da do le el o i a na den dne dia día mes an kl
    г года рік року р m gada aastal óra ημέρα ی no""".split()
)
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as printed: its day, time and zone as far as they are there, and where it stands in the text."""

    day: date
    precision: Literal["day", "month"]
    raw: str
    start: int
    end: int
    time: tuple[int, int | None, int | None] | None = None
    zone: str | None = None
    swapped: date | None = None
    """The other reading of day and month, where only numbers are printed."""

    ambiguous: bool = False
    """Nothing on the page says which of the two readings is right."""


@dataclass(frozen=True, slots=True)
class _Day:
    day: date
    start: int
    end: int
    precision: Literal["day", "month"] = "day"
    swapped: date | None = None
    ambiguous: bool = False


def printed_dates(text: str, languages: tuple[str, ...] = ()) -> Iterator[Printed]:
    """Find the dates with a year that are printed in one line of text, in reading order.

    ``languages`` (tags such as ``en-gb``) decide between readings: 3/4/2025, or the month that ``listopad`` names.
    """
    plain = _ascii_digits(text)
    days = sorted([*_named(plain, languages), *_numeric(plain, languages)], key=lambda d: d.start)
    taken = 0
    for position, found in enumerate(days):
        if found.start < taken:
            continue
        following = next((d.start for d in days[position + 1 :] if d.start >= found.end), len(plain))
        time, zone, start, end = _time_beside(plain, found, taken, following)
        taken = max(found.end, end)
        yield Printed(
            found.day, found.precision, text[start:end].strip(" ,;|-–—·•()"), start, end, time, zone, found.swapped,
            found.ambiguous,
        )  # fmt: skip


def _ascii_digits(text: str) -> str:
    if text.isascii():
        return text
    text = text.replace("İ", "I").replace("\u00a0", " ").replace("\u202f", " ")
    return "".join(str(unicodedata.decimal(c)) if c > "\x7f" and c.isdecimal() else c for c in text)


@cache
def _months() -> dict[str, dict[str, int]]:
    """Month numbers by name, then by language; ``""`` stands for all other languages."""
    months: dict[str, dict[str, int]] = {}
    for line in (get_data("extract", "months.txt") or b"").decode("utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, names = line.split(": ", 1)
        for number, variants in enumerate(names.split("|"), 1):
            for name in filter(None, variants.split("/")):
                known = months.setdefault(_folded(name), {"": number})
                if known[""] != number:
                    known[language] = number
    return months


def month_named(word: str, languages: tuple[str, ...] = ()) -> int | None:
    """Give the number of the month that a word names in some language, the given ones first."""
    folded = word.casefold() if word.isascii() else _folded(word)
    known = _months().get(folded)
    if known is None and folded.startswith("ב"):  # "in March" is one word in Hebrew
        known = _months().get(folded[1:])
    if known is None:
        return None
    return next((known[x] for tag in languages if (x := tag.partition("-")[0]) in known), known[""])


def _folded(word: str) -> str:
    """Give a word as its spellings agree: in one case, composed, without the dots of Hindi and Bengali borrowed sounds."""
    return unicodedata.normalize("NFC", word.casefold()).replace("\u093c", "").replace("\u09bc", "")


def _named(text: str, languages: tuple[str, ...]) -> Iterator[_Day]:
    tokens = [t for t in _TOKEN.finditer(text) if _counts(t[0])]
    for i, token in enumerate(tokens):
        if token[0].isdecimal():
            continue
        month, last = month_named(token[0], languages), i
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if month is None and following is not None:
            month, last = month_named(" ".join(text[token.start() : following.end()].split()), languages), i + 1
        elif following is not None and not following[0].isdecimal() and month_named(following[0], languages) == month:
            last = i + 1  # مارس / آذار: one month by both its names
        if month is None:
            continue
        before = _number(tokens, i - 1, i, text)
        after = _number(tokens, last + 1, last, text)
        if before and after and before[0] <= 31 and after[1]:  # 3 May 2025
            parts = (after[0], before[0], tokens[i - 1].start(), tokens[last + 1].end())
        elif after and not after[1] and (year := _number(tokens, last + 2, last + 1, text)) and year[1]:  # May 3, 2025
            parts = (year[0], after[0], token.start(), tokens[last + 2].end())
        elif after and not after[1] and before and before[1]:  # 2025 May 3
            parts = (before[0], after[0], tokens[i - 1].start(), tokens[last + 1].end())
        elif (
            before and not before[1] and (year := _number(tokens, i - 2, i - 1, text)) and year[1]
        ):  # 2025. gada 3. maijs
            parts = (year[0], before[0], tokens[i - 2].start(), tokens[last].end())
        elif after and after[1] and len(text) <= 30:  # May 2025
            yield _Day(date(after[0], month, 1), token.start(), tokens[last + 1].end(), "month")
            continue
        else:
            continue
        if day := _date(parts[0], month, parts[1]):
            yield _Day(day, parts[2], parts[3])


def _counts(token: str) -> bool:
    """Whether a token says anything about a date: no filling word, no sign of a footnote."""
    return token.isdecimal() or not (token.isdigit() or token.casefold() in _FILLERS)


def _number(tokens: list[re.Match[str]], index: int, neighbour: int, text: str) -> tuple[int, bool] | None:
    """Give a number that stands close beside another token, and whether it is a year."""
    if not 0 <= index < len(tokens) or not tokens[index][0].isdecimal() or len(tokens[index][0]) > 4:
        return None
    first, second = sorted((tokens[index], tokens[neighbour]), key=lambda t: t.start())
    gap = text[first.end() : second.start()]
    if len(gap) > 10 or re.search(r"[:;|()!?]", gap):
        return None
    number = int(tokens[index][0])
    number = common_year(number)
    if len(tokens[index][0]) == 2 and (gap.endswith(("'", "’")) or (gap == "-" and _is_hyphened(tokens, index, text))):
        return 2000 + number, True
    if number in _YEARS:
        return number, True
    return (number, False) if 1 <= number <= 31 else None


def common_year(year: int) -> int:
    """Give a year of the Buddhist calendar, as Thailand counts, in the common era; any other as it is."""
    return year - 543 if 2400 <= year < 2700 else year


def _is_hyphened(tokens: list[re.Match[str]], index: int, text: str) -> bool:
    """Whether a number ends a date like 04-MAR-25."""
    if index < 2 or not tokens[index - 2][0].isdecimal() or tokens[index - 1][0].isdecimal():
        return False
    return text[tokens[index - 2].end() : tokens[index - 1].start()] == "-"


def _numeric(text: str, languages: tuple[str, ...]) -> Iterator[_Day]:
    for match in _NUMERIC.finditer(text):
        if match["y"]:
            if day := _date(common_year(int(match["y"])), int(match["m"]), int(match["d"])):
                yield _Day(day, match.start(), match.end())
            continue
        a, b, year = int(match["a"]), int(match["b"]), common_year(int(match["c"]))
        if year < 100:
            year += 2000 if year < 70 else 1900
        day_first, month_first = _date(year, b, a), _date(year, a, b)
        if not day_first or not month_first or day_first == month_first:
            if day := day_first or month_first:
                yield _Day(day, match.start(), match.end())
            continue
        american = any(x in ("en-us", "en-ph", "fil") for x in languages)
        unsaid = not american and match["sep"] != "." and (not languages or "en" in languages)
        first, second = (
            (month_first, day_first) if american or (unsaid and match["sep"] == "/") else (day_first, month_first)
        )
        yield _Day(first, match.start(), match.end(), "day", second, unsaid)
    for match in _ERA.finditer(text) if "年" in text else ():
        years = 1 if match[2] == "元" else int(match[2])
        if day := _date(_ERAS[match[1]] + years, int(match[3]), int(match[4])):
            yield _Day(day, match.start(), match.end())
    for match in _VIETNAMESE.finditer(text) if "áng" in text else ():
        if day := _date(int(match[3]), int(match[2]), int(match[1])):
            yield _Day(day, match.start(), match.end())


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _by_point(time: re.Match[str]) -> bool:
    """Whether hour and minute are parted by a point and nothing else says that this is a time."""
    return time["m"] is not None and not time["ap"] and time.string[time.end("h") : time.start("m")].strip() == "."


def _time_beside(
    text: str, found: _Day, taken: int, following: int
) -> tuple[tuple[int, int | None, int | None] | None, str | None, int, int]:
    """Give the time that stands close to a date, after it or else before it, its zone, and the span of it all."""
    if found.precision != "day":
        return None, None, found.start, found.end
    after = _TIME.search(text, found.end, min(found.end + 40, following))
    before = None if after else next(iter(_TIME.finditer(text, max(taken, found.start - 30), found.start)), None)
    match = after or before
    if match is None or (_by_point(match) and after and not _BEFORE_POINT.fullmatch(text, found.end, match.start())):
        return None, None, found.start, found.end
    hour = int(match["h"] or match["h2"] or match["h3"])
    half = (match["before"] or match["ap"] or "").replace(".", "").replace(" ", "").casefold()
    if (half in _AFTERNOON or half.startswith("مساء")) and hour < 12:
        hour += 12
    elif (half in _FORENOON or half.startswith("صباح")) and hour == 12:
        hour = 0
    minute = int(match["m"] or match["m3"]) if match["m"] or match["m3"] else None
    second = int(match["s"]) if match["s"] else None
    end = match.end()
    zone = _ZONE.search(text[end : end + 20])
    if zone is None and before:  # 10:31, 4 March 2025 EST
        end = found.end
        zone = _ZONE.search(text[end : end + 20])
    if zone:
        end += zone.end()
    return (hour, minute, second), zone[1] if zone else None, min(found.start, match.start()), max(found.end, end)
