"""Dates as pages write them, for machines or in print: read to aware UTC, with how exact they are."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from extract.article import Precision
from extract.printed_dates import Printed, common_year, printed_dates
from extract.wording import one_line

EARLIEST = 1900
EXACTNESS: tuple[Precision, ...] = ("year", "month", "day", "hour", "minute", "second")

_ISO = re.compile(
    r"""(?x) ^\s* ([12]\d{3}) (?: ([-/.]?) (\d{2}) (?: \2 (\d{2}) )? )?
    (?: (?:[T\s]\s* | :) (\d{1,2}) (?: :?(\d{2}) (?: :?(\d{2}) (?:[.,]\d{1,9})? )? )?
        \s* (?: (Z|UTC|GMT) | (?:UTC|GMT)? ([+\u2212-]) (\d{2}) :? (\d{2})? (?: :\d{2} )? )? )?
    \s* (?:\[[\w/+-]+\])? \s*$"""
)
_EPOCH = re.compile(r"^\s*(\d{10})(\d{3})?(?:\.\d+)?\s*$")
_RFC2822 = re.compile(r"^\s*(?:[A-Za-z]{3,9},?\s*)?\d{1,2}[ -][A-Za-z]{3}[a-z]*[ -]\d{2,4}\s+\d{1,2}:\d{2}")
_JAVASCRIPT = re.compile(r"([+-]\d{4})?\s*\([^)]*\)\s*$")

# Abbreviations that say one thing wherever they are printed; those that do not (IST, CST, BST) are read as the
# site's own zone writes them, else as most of the press does. Hours from UTC.
_ABBREVIATIONS = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3,
    "msk": 3, "мск": 3, "trt": 3, "tsi": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "bst": 1, "ist": 5.5, "pkt": 5, "sgt": 8, "hkt": 8, "jst": 9,
    "kst": 9, "aest": 10, "aedt": 11, "acst": 9.5, "awst": 8, "nzst": 12, "nzdt": 13, "wib": 7, "wita": 8, "wit": 9, "npt": 5.75, "myt": 8, "irst": 3.5, "acdt": 10.5, "ict": 7, "pht": 8,
    "sast": 2, "eat": 3, "wat": 1, "cat": 2, "gst": 4, "brt": -3, "art": -3, "idt": 3,
}  # fmt: skip
_CIVIL = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}
_CIVIL |= {"київ": "Europe/Kyiv", "kyiv": "Europe/Kyiv", "cet/cest": "Europe/Berlin"}


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date that was read: an aware UTC instant, how exact it is, and the words it was read from."""

    value: datetime
    precision: Precision
    raw: str
    day: date
    """The day as written, in whatever zone that was."""

    zone_assumed: bool = False
    """It has a time of day, but nothing said in which zone: the given one was taken."""

    order_assumed: bool = False
    """Day and month could be the other way round."""

    swapped: date | None = None
    """The day if they are."""

    @property
    def timed(self) -> bool:
        """Whether it tells the time of day."""
        return EXACTNESS.index(self.precision) > EXACTNESS.index("day")


def parse_machine(text: str, zone: tzinfo, latest: datetime) -> DateFound | None:
    """Read a date written for machines: ISO 8601 in all its sloppiness, RFC 2822, JavaScript's, seconds since 1970.

    A time without a zone is in ``zone``. None if it is no date, or later than ``latest``.
    """
    raw = one_line(text)[:200]
    if match := _ISO.match(raw):
        return _from_iso(match, raw, zone, latest)
    if match := _EPOCH.match(raw):
        return _checked(datetime.fromtimestamp(int(match[1]), UTC), "second", raw, latest)
    if _RFC2822.match(raw):
        try:
            value = parsedate_to_datetime(raw)
        except (ValueError, OverflowError):
            return None
        precision: Precision = "second" if raw.count(":") > 1 else "minute"
        if value.tzinfo is None and not re.search(r"-0000\s*$", raw):
            return parse_printed(raw, zone=zone, latest=latest)
        return _checked(value if value.tzinfo else value.replace(tzinfo=UTC), precision, raw, latest)
    found = parse_printed(_JAVASCRIPT.sub(r"\1", raw), zone=zone, latest=latest)
    return replace(found, raw=raw) if found is not None else None


def parse_printed(
    text: str,
    *,
    zone: tzinfo,
    latest: datetime,
    languages: tuple[str, ...] = (),
    format: str | None = None,  # noqa: A002
) -> DateFound | None:
    """Read the first date that is printed in a short text, in any of some sixty languages.

    ``format`` (as for strptime) is tried first. A time without a zone is in ``zone``. Relative dates ("2 hours ago")
    are refused. None if there is no date with a year, or only dates later than ``latest``.
    """
    line = one_line(text)[:400]
    if format is not None and (found := _by_format(line, format, zone, latest)):
        return found
    return next((d for p in printed_dates(line, languages) if (d := from_printed(p, zone, latest))), None)


def from_printed(printed: Printed, zone: tzinfo, latest: datetime) -> DateFound | None:
    """Give the instant that a printed date means; of two readings of its numbers the one that is not in the future."""
    for day, order_assumed in ((printed.day, printed.ambiguous), (printed.swapped, False)):
        if day is None:
            continue
        if printed.time is None:
            found = day_found(day, printed.precision, printed.raw, zone, latest)
        else:
            hour, minute, second = printed.time
            given = zone_named(printed.zone, zone, day)
            precision: Precision = "hour" if minute is None else "minute" if second is None else "second"
            value = datetime(day.year, day.month, day.day, hour, minute or 0, second or 0, tzinfo=given or zone)
            found = _checked(value, precision, printed.raw, latest, zone_assumed=given is None)
        if found is not None:
            return replace(found, order_assumed=order_assumed, swapped=printed.swapped if order_assumed else None)
    return None


def zone_named(name: str | None, zone: tzinfo, day: date) -> tzinfo | None:
    """Give the zone that a printed abbreviation or offset means; None if it names none."""
    if not name:
        return None
    if match := re.fullmatch(r"(?:utc|gmt)?\s*([+\u2212-])\s*(\d{1,2}):?(\d{2})?", name, re.IGNORECASE):
        return _offset(match[1], match[2], match[3])
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone)
    if (noon.tzname() or "").casefold() == name.casefold():
        return zone
    if (hours := _ABBREVIATIONS.get(name.casefold())) is not None:
        return UTC if hours == 0 else timezone(timedelta(hours=hours))
    return ZoneInfo(_CIVIL[name.casefold()]) if name.casefold() in _CIVIL else None


def day_found(day: date, precision: Precision, raw: str, zone: tzinfo, latest: datetime) -> DateFound | None:
    """Give a date without a time as midnight UTC; of the capture's own day, as midnight where that day came first."""
    for value in (
        datetime(day.year, day.month, day.day, tzinfo=UTC),
        datetime(day.year, day.month, day.day, tzinfo=zone),
        datetime(day.year, day.month, day.day, tzinfo=timezone(timedelta(hours=14))),
    ):
        if found := _checked(value, precision, raw, latest):
            return replace(found, day=day)
    return None


def _from_iso(match: re.Match[str], raw: str, zone: tzinfo, latest: datetime) -> DateFound | None:
    year, _, month, day, hour, minute, second, named, sign, hours, minutes = match.groups()
    try:
        date_only = date(common_year(int(year)), int(month or 1), int(day or 1))
        if hour is None or day is None:
            precision: Precision = "day" if day else "month" if month else "year"
            return day_found(date_only, precision, raw, zone, latest)
        clock = time(
            int(hour) % 24, int(minute or 0), min(int(second or 0), 59)
        )  # 24:00 ends a day, :60 is a leap second
    except ValueError:
        return None
    if int(hour) == 24:
        date_only += timedelta(days=1)
    offset = UTC if named else _offset(sign, hours, minutes) if sign else None
    # Midnight sharp with no zone, or in UTC, is how systems write that they know only the day.
    if clock == time() and (offset is None or offset is UTC):
        return day_found(date_only, "day", raw, zone, latest)
    precision = "second" if second else "minute" if minute else "hour"
    return _checked(
        datetime.combine(date_only, clock, offset or zone), precision, raw, latest, zone_assumed=offset is None
    )


def _offset(sign: str, hours: str, minutes: str | None) -> tzinfo | None:
    delta = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if delta > timedelta(hours=15):
        return None
    return UTC if not delta else timezone(delta if sign == "+" else -delta)


def _by_format(line: str, wanted: str, zone: tzinfo, latest: datetime) -> DateFound | None:
    try:
        value = datetime.strptime(line, wanted)  # noqa: DTZ007
    except ValueError:
        return None
    if value.year == EARLIEST and not re.search(r"%[YyGcxDF]", wanted):
        return None
    if not re.search(r"%[HIcXTR]", wanted):
        return day_found(value.date(), "day", line, zone, latest)
    precision: Precision = (
        "second" if re.search(r"%[ScXT]", wanted) else "minute" if re.search(r"%[MR]", wanted) else "hour"
    )
    assumed = value.tzinfo is None and not re.search(r"UTC|GMT|Z$", wanted)
    zoned = value if value.tzinfo else value.replace(tzinfo=zone if assumed else UTC)
    return _checked(zoned, precision, line, latest, zone_assumed=assumed)


def _checked(
    value: datetime, precision: Precision, raw: str, latest: datetime, *, zone_assumed: bool = False
) -> DateFound | None:
    try:
        in_utc = value.astimezone(UTC)
    except OverflowError:
        return None
    if in_utc > latest or in_utc.year < EARLIEST:
        return None
    return DateFound(in_utc, precision, raw, value.date(), zone_assumed)
