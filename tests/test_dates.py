"""Dates as machines write them and as papers print them: the instant, how exact it is, and never the future."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import parse_machine, parse_printed
from extract.printed_dates import month_named, printed_dates

LATEST = datetime(2026, 1, 1, tzinfo=UTC)
KOLKATA = ZoneInfo("Asia/Kolkata")
moments = st.datetimes(datetime(1990, 1, 1), datetime(2025, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
offsets = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2024-05-01T10:00:00+02:00", "2024-05-01T08:00:00", "second"),
        ("2024-05-01T10:00:00.123Z", "2024-05-01T10:00:00", "second"),
        ("2024-05-01T10:00:00+0530", "2024-05-01T04:30:00", "second"),
        ("2024-05-01 10:00 UTC", "2024-05-01T10:00:00", "minute"),
        ("2024-05-01T10:00:00-5:00", "2024-05-01T15:00:00", "second"),
        ("2024-05-01T10:00Z[Europe/Paris]", "2024-05-01T10:00:00", "minute"),
        ("2024-05-01T24:00:00+02:00", "2024-05-01T22:00:00", "second"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59", "second"),
        ("20240501T101112Z", "2024-05-01T10:11:12", "second"),
        ("Wed, 01 May 2024 10:00:00 GMT", "2024-05-01T10:00:00", "second"),
        ("Wed, 1 May 2024 10:00:00 +0200", "2024-05-01T08:00:00", "second"),
        ("Wed May 01 2024 10:00:00 GMT+0200 (Central European Summer Time)", "2024-05-01T08:00:00", "second"),
        ("1714557600", "2024-05-01T10:00:00", "second"),
        ("1714557600000", "2024-05-01T10:00:00", "second"),
        ("2025-11-20 21:44:23 EST", "2025-11-21T02:44:23", "second"),
    ],
)
def test_machine_dates_that_name_their_zone(text: str, value: str, precision: str) -> None:
    """A stated offset is followed to the second, whatever zone the site is in."""
    found = parse_machine(text, KOLKATA, LATEST)
    assert found is not None
    assert (found.value.isoformat(), found.precision, found.zone_assumed) == (value + "+00:00", precision, False)
    assert found.raw == text


def test_a_machine_time_without_a_zone_is_in_the_given_one() -> None:
    """A naive time is the site's own, and is marked as an assumption."""
    found = parse_machine("2024-05-01T10:00:00", KOLKATA, LATEST)
    assert found is not None
    assert (found.value, found.zone_assumed) == (datetime(2024, 5, 1, 4, 30, tzinfo=UTC), True)


@pytest.mark.parametrize(
    "text", ["2024-05-01", "20240501", "2024/05/01", "2024-05-01T00:00:00", "2024-05-01T00:00:00.000Z", "2024-5-1"]
)
def test_midnight_sharp_is_a_day(text: str) -> None:
    """A date without a time keeps its day in every zone, and does not claim to be exact."""
    found = parse_machine(text, KOLKATA, LATEST)
    assert found is not None
    assert (found.value, found.precision, found.day) == (datetime(2024, 5, 1, tzinfo=UTC), "day", date(2024, 5, 1))


@pytest.mark.parametrize(
    "text",
    ["", "x", "2024-13-01", "2024-02-30", "0000-00-00T00:00:00", "2030-01-01", "9999999999", "30/11/-0001", "12345"],
)
def test_what_is_no_date_or_in_the_future_is_refused(text: str) -> None:
    """Nothing is made of nonsense, and nothing is later than the capture."""
    assert parse_machine(text, UTC, LATEST) is None
    assert parse_printed(text, zone=UTC, latest=LATEST) is None


@pytest.mark.parametrize(
    "text",
    [
        "10:31 AM, May 1, 2024",
        "Published 1 May 2024 | 10:31",
        "May 1st, 2024 @ 10:31 am",
        "1er mai 2024 à 10h31",
        "1. Mai 2024, 10.31 Uhr",
        "1 de mayo de 2024, 10:31",
        "1 de maio de 2024 às 10h31",
        "1 maggio 2024 alle 10:31",
        "1 травня 2024, 10:31",
        "1 мая 2024 г., 10:31",
        "1 Mayıs 2024 10:31",
        "1 maja 2024, 10:31",
        "1 mei 2024 om 10:31 u.",
        "2024. május 1. 10:31",
        "2024 m. gegužės 1 d. 10:31",
        "1 Μαΐου 2024, 10:31 π.μ.",
        "2024年5月1日 10時31分",
        "1 May ³ 2024, 10:31",
        "2024년 5월 1일 오전 10:31",
        "١ مايو ٢٠٢٤ 10:31",
        "1 พฤษภาคม 2567 10:31",
        "1 Mei 2024, 10:31",
        "01.05.2024 10:31",
        "2024/05/01 10:31",
    ],
)
def test_printed_dates_of_many_languages_are_one_instant(text: str) -> None:
    """Month names, order and digits of a language do not matter: it is the same minute in the site's zone."""
    found = parse_printed(text, zone=KOLKATA, latest=LATEST)
    assert found is not None
    assert (found.value, found.precision) == (datetime(2024, 5, 1, 5, 1, tzinfo=UTC), "minute")
    assert found.zone_assumed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("May 1, 2024 at 3:05 p.m. ET", "2024-05-01T19:05:00+00:00"),
        ("10:31 a.m. EDT on Wed, May 1 2024", "2024-05-01T14:31:00+00:00"),
        ("1 May 2024 10:31 GMT", "2024-05-01T10:31:00+00:00"),
        ("1 May 2024 10:31 (UTC+3)", "2024-05-01T07:31:00+00:00"),
        ("1 мая 2024, 10:31 МСК", "2024-05-01T07:31:00+00:00"),
        ("1 May 2024 10:31 IST", "2024-05-01T05:01:00+00:00"),
        ("12:15 AM GMT, May 1, 2024", "2024-05-01T00:15:00+00:00"),
    ],
)
def test_a_printed_zone_is_followed(text: str, value: str) -> None:
    """An abbreviation or an offset beside the time says where it is counted."""
    found = parse_printed(text, zone=KOLKATA, latest=LATEST)
    assert found is not None
    assert found.value.isoformat() == value


def test_an_ambiguous_abbreviation_is_read_as_the_sites_own_zone_writes_it() -> None:
    """CST is Shanghai's in Shanghai, and Chicago's elsewhere."""
    text = "1 May 2024 10:31 CST"
    here = parse_printed(text, zone=ZoneInfo("Asia/Shanghai"), latest=LATEST)
    there = parse_printed(text, zone=UTC, latest=LATEST)
    assert here is not None
    assert there is not None
    assert (here.value.hour, there.value.hour) == (2, 16)


def test_numbers_alone_are_read_in_the_order_of_the_country() -> None:
    """3/4/2025 is April in London and March in Washington; where nobody says, the reading is marked."""
    for languages, month, assumed in (
        (("en-gb",), 4, False),
        (("en-us",), 3, False),
        (("de",), 4, False),
        ((), 3, True),
    ):
        found = parse_printed("3/4/2025", zone=UTC, latest=LATEST, languages=languages)
        assert found is not None
        assert (found.value.month, found.order_assumed) == (month, assumed)
    only = parse_printed("25/4/2025", zone=UTC, latest=LATEST, languages=("en-us",))
    assert only is not None
    assert (only.value.month, only.order_assumed) == (4, False)


def test_of_two_readings_the_one_in_the_future_is_dropped() -> None:
    """On 20 November 2025, 12/11/2025 cannot be in December."""
    found = parse_printed("12/11/2025", zone=UTC, latest=datetime(2025, 11, 20, tzinfo=UTC))
    assert found is not None
    assert found.day == date(2025, 11, 12)


def test_a_word_that_names_two_months_is_read_by_language() -> None:
    """Listopad is November in Poland and October in Croatia."""
    assert (month_named("listopada", ("pl",)), month_named("listopada", ("hr",))) == (11, 10)


def test_a_sites_format_comes_first() -> None:
    """A format in a site file decides what could be read otherwise; text that does not fit it is still read."""
    for text in ("10:31 AM, February 3, 2025", "3 Feb 2025 10:31"):
        found = parse_printed(text, zone=KOLKATA, latest=LATEST, format="%I:%M %p, %B %d, %Y")
        assert found is not None
        assert found.value == datetime(2025, 2, 3, 5, 1, tzinfo=UTC)
    odd = parse_printed("25-02-03", zone=UTC, latest=LATEST, format="%y-%m-%d")
    assert odd is not None
    assert (odd.day, odd.precision) == (date(2025, 2, 3), "day")


@pytest.mark.parametrize("text", ["2 hours ago", "yesterday", "Monday", "May 1", "10:31", "vor 3 Tagen", "Build 12.3"])
def test_relative_and_partial_dates_are_refused(text: str) -> None:
    """What needs a calendar of today to be understood is no date."""
    assert parse_printed(text, zone=UTC, latest=LATEST) is None


def test_the_first_date_of_a_line_is_taken_and_all_are_found() -> None:
    """A line with two dates gives both, each with the time that stands with it."""
    line = "20 mai 2024 à 18:52, mis à jour le 21 mai 2024 à 9:00"
    assert [(p.day.day, p.time) for p in printed_dates(line)] == [(20, (18, 52, None)), (21, (9, 0, None))]


def test_today_in_tokyo_is_not_the_future() -> None:
    """A page fetched at 20:00 UTC may bear tomorrow's date; it keeps it, at an instant that is not later."""
    latest = datetime(2025, 5, 1, 20, 0, tzinfo=UTC)
    found = parse_printed("2 May 2025", zone=ZoneInfo("Asia/Tokyo"), latest=latest)
    assert found is not None
    assert found.day == date(2025, 5, 2)
    assert found.value <= latest
    assert parse_printed("3 May 2025", zone=ZoneInfo("Asia/Tokyo"), latest=latest) is None


@given(moments, offsets)
def test_iso_and_rfc2822_come_back_as_the_same_instant(moment: datetime, zone: timezone) -> None:
    """Whatever zone an instant is written in, it is read as that instant."""
    local = moment.replace(microsecond=0).astimezone(zone)
    for text in (local.isoformat(), local.isoformat(" "), local.strftime("%a, %d %b %Y %H:%M:%S %z")):
        found = parse_machine(text, KOLKATA, LATEST)
        assert found is not None
        assert found.value == local or (found.precision == "day" and local.utcoffset() == timedelta(0))


@given(
    moments,
    st.sampled_from(["%d %B %Y %H:%M", "%B %d, %Y, %I:%M %p", "%H:%M, %d %b %Y", "%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M"]),
    st.sampled_from(["UTC", "Europe/Kyiv", "Asia/Kolkata", "America/New_York", "Australia/Sydney"]),
)
def test_printed_times_come_back_in_the_sites_zone(moment: datetime, shape: str, zone: str) -> None:
    """A printed time means the same minute that the site's clock showed."""
    local = moment.astimezone(ZoneInfo(zone)).replace(second=0, microsecond=0, fold=0)
    found = parse_printed(local.strftime(shape), zone=ZoneInfo(zone), latest=LATEST)
    assert found is not None
    assert found.value == local.astimezone(UTC) or (found.precision == "day" and found.day == local.date())


@given(st.text(max_size=60), st.datetimes(timezones=st.just(UTC)))
def test_any_text_is_read_or_refused_and_never_later_than_the_capture(text: str, latest: datetime) -> None:
    """No text raises, and no date lies after the capture."""
    for found in (parse_machine(text, UTC, latest), parse_printed(text, zone=KOLKATA, latest=latest)):
        assert found is None or (found.value <= latest and found.value.tzinfo is UTC)


@given(
    st.lists(
        st.sampled_from(["2024", "May", "31", "12:30", "/", "-", "pm", "UTC", "+0200", "мая", "de", "99", "年", ".", ",", "T", "Z", "³", "①"]),
        max_size=9,
    ),
    moments,
)  # fmt: skip
def test_heaps_of_date_parts_do_not_break_it(parts: list[str], latest: datetime) -> None:
    """Parts of dates in any order and number give a date that is not in the future, or none."""
    for text in ("".join(parts), " ".join(parts)):
        for found in (parse_machine(text, KOLKATA, latest), parse_printed(text, zone=UTC, latest=latest)):
            assert found is None or found.value <= latest


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Tue, Mar 04, 2025, 10:31 PM IST", "en", "2025-03-04T17:01"),
        ("Mar 4 2025 10:31 UTC+3", "en", "2025-03-04T07:31"),
        ("4. Jänner 2025", "de", "2025-01-04"),
        ("Publié le mardi 4 mars 2025 à 10 heures 31", "fr", "2025-03-04"),
        ("4 de setiembre de 2025", "es", "2025-09-04"),
        ("Martedì 4 marzo 2025, ore 10:31", "it", "2025-03-04T10:31"),
        ("4 Marzo 2025 ore 10.31", "it", "2025-03-04T10:31"),
        ("di 4 mrt 2025, 10.31 uur", "nl", "2025-03-04T10:31"),
        ("04.03.2025 godz. 10:31", "pl", "2025-03-04T10:31"),
        ("4. 3. 2025 10:31", "cs", "2025-03-04T10:31"),
        ("10:31, 4 березня 2025 р.", "uk", "2025-03-04T10:31"),
        ("10:31, 4 марта 2025 (МСК)", "ru", "2025-03-04T07:31"),
        ("4 Mart 2025, 10:31 TSİ", "tr", "2025-03-04T07:31"),
        ("الثلاثاء، 4 مارس/ آذار 2025، 10:31 مساءً", "ar", "2025-03-04T22:31"),
        ("4 آذار 2025 10:31 م", "ar", "2025-03-04T22:31"),
        ("04 رمضان 1446 هـ - 4 مارس 2025", "ar", "2025-03-04"),
        ("4 رمضان 1446", "ar", None),
        ("2025年3月4日 下午10:31", "zh", "2025-03-04T22:31"),
        ("2025年3月4日 星期二 10:31", "zh", "2025-03-04T10:31"),
        ("2025年3月4日 午前10時31分", "ja", "2025-03-04T10:31"),
        ("令和7年3月4日", "ja", "2025-03-04"),
        ("승인 2025.03.04 10:31", "ko", "2025-03-04T10:31"),
        ("मंगलवार, 04 मार्च 2025 10:31 पूर्वाह्न", "hi", "2025-03-04T10:31"),
        ("०४ मार्च २०२५", "hi", "2025-03-04"),
        ("4 มีนาคม 2568 10:31 น.", "th", "2025-03-04T10:31"),
        ("4 มี.ค. 2568 10:31", "th", "2025-03-04T10:31"),
        ("04/03/2568", "th", "2025-03-04"),
        ("Ngày 4 tháng 3 năm 2025", "vi", "2025-03-04"),
        ("Selasa, 4 Maret 2025 | 10:31 WIB", "id", "2025-03-04T03:31"),
        ("4 במרץ 2025, 10:31", "he", "2025-03-04T10:31"),
        ("۱۴۰۳/۱۲/۱۴", "fa", None),
        ("৪ মার্চ ২০২৫, ১০:৩১", "bn", "2025-03-04T10:31"),
        ("4 மார்ச் 2025 10:31", "ta", "2025-03-04T10:31"),
        ("2025. gada 4. marts, 10:31", "lv", "2025-03-04T10:31"),
        ("Mar. 4, 2025 / 10:31 AM / CBS", "en", "2025-03-04T10:31"),
        ("March 4th 2025, 10:31 CDT", "en", "2025-03-04T15:31"),
        ("March 4, 2025 1031 hrs IST", "en", "2025-03-04T05:01"),
        ("March 4, 2025 3:15 minutes", "en", "2025-03-04"),
        ("4 March 2025 | Issue 12.30", "en", "2025-03-04"),
        ("04-MAR-25 10:31", "en", "2025-03-04T10:31"),
        ("Mar 4 '25", 'en', '2025-03-04'),
    ],
)  # fmt: skip
def test_printed_dates_as_papers_of_many_lands_write_them(text: str, language: str, expected: str | None) -> None:
    """Eras, Buddhist years, digits and marks of other scripts, halves of the day, zones before and behind; Hijri is left."""
    found = parse_printed(text, zone=UTC, latest=LATEST, languages=(language, language.partition("-")[0]))
    assert (found and found.value.isoformat()[: 16 if found.timed else 10]) == expected
