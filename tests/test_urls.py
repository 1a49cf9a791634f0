"""URL identity: all variants of an article's address fold into one, and nothing else does."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract import urls
from extract.urls import clean_url, host_of, on_hosts, url_key

ADDRESS = "https://example.org/news/2025/05/a-story-1234"
word = st.text("abcdefghij0123456789-", min_size=1, max_size=8)
addresses = st.builds(
    lambda scheme, host, path, query: (
        f"{scheme}://{host}.example.org/{'/'.join(path)}{'?' + '&'.join(query) if query else ''}"
    ),
    st.sampled_from(["http", "https", "HTTPS"]),
    st.sampled_from(["www", "WWW", "amp", "news", "xn--bcher-kva"]),
    st.lists(
        word | st.sampled_from(["amp", "Ä", "%C3%84", "a b", "x.amp.html", "", ".", "..", ";jsessionid=1"]), max_size=4
    ),
    st.lists(
        st.builds("{}={}".format, word, word) | st.sampled_from(["utm_source=x", "amp", "amp=1", "b", "=", "a=%2F"]),
        max_size=4,
    ),
)


@pytest.mark.parametrize(
    "variant",
    [
        "http://example.org/news/2025/05/a-story-1234",
        "https://www.example.org/news/2025/05/a-story-1234",
        "https://EXAMPLE.org:443/news/2025/05/a-story-1234/",
        "https://example.org/news/2025/05/a-story-1234#comments",
        "https://example.org/news/2025/05/a-story-1234?utm_source=rss&utm_medium=feed",
        "https://example.org/news/2025/05/a-story-1234?fbclid=abc#x",
        "https://example.org/news/2025/05/a-story-1234/amp/",
        "https://amp.example.org/news/2025/05/a-story-1234",
        "https://example.org/news/2025/05/a-story-1234?outputType=amp",
        "https://user:secret@example.org/news/2025/05/a-story-1234;jsessionid=ABC",
        "  https://example.org/news/2025/05/a-story-1234 ",
    ],
)
def test_variants_of_an_address_are_one(variant: str) -> None:
    """Scheme, www, port, slash, fragment, trackers, session and AMP make no other article."""
    assert url_key(variant) == url_key(ADDRESS) == ADDRESS


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/2025/05/a-story-1235",
        "https://example.org/news/2025/05/A-Story-1234",
        "https://news.example.org/news/2025/05/a-story-1234",
        "https://example.com/news/2025/05/a-story-1234",
        "https://example.org:8443/news/2025/05/a-story-1234",
        "https://example.org/news/2025/05/a-story-1234?page=2",
        "https://example.org/news/2025/05/a-story-1234?id=7",
        "https://example.org/news/2025/05/a-story-1234/print",
        "https://example.org/news/2025/05/ramp",
    ],
)
def test_other_addresses_stay_other(other: str) -> None:
    """A path in other letters, another host or port, a parameter that may choose the article: another article."""
    assert url_key(other) != url_key(ADDRESS)


def test_the_order_of_parameters_makes_no_difference() -> None:
    """Two parameters the other way round are the same address."""
    assert url_key("https://example.org/a?x=1&y=2") == url_key("https://example.org/a?y=2&x=1")


def test_a_sites_key_decides_alone() -> None:
    """Where a number identifies an article, the rest of the address is decoration; other addresses keep their own key."""
    pattern = re.compile(r"/news/(\d+)")
    keys = {
        url_key(u, pattern, "site") for u in ("https://a.example/news/12/x", "http://www.a.example/news/12?ref=7#z")
    }
    assert keys == {"site:12"}
    assert url_key("https://a.example/about", pattern, "site") == "https://a.example/about"


def test_the_address_shown_can_be_opened() -> None:
    """Scheme, host and path stay the publisher's; trackers, user info and the fragment go; relative ones are resolved."""
    assert clean_url("http://www.example.org/A/?utm_source=x&id=7#top") == "http://www.example.org/A/?id=7"
    assert clean_url("../b c", "https://example.org/x/y/z") == "https://example.org/x/b%20c"
    assert clean_url("//cdn.example.org/p.jpg", "https://example.org/") == "https://cdn.example.org/p.jpg"


@pytest.mark.parametrize(
    "address", ["", "mailto:a@example.org", "javascript:void(0)", "/relative", "https://", "http://[::1", "data:,x"]
)
def test_what_is_no_web_address_has_none(address: str) -> None:
    """Only http and https with a host can be shown; anything else is its own identity."""
    assert clean_url(address) is None
    assert host_of(address) is None
    assert url_key(address) == address.strip()


def test_hosts_are_compared_without_www() -> None:
    """A site's hosts cover their www form, and nothing that merely ends alike."""
    assert on_hosts("https://www.example.org/a", ["example.org"])
    assert on_hosts("http://127.0.0.1:8000/a", ["127.0.0.1:8000"])
    assert not on_hosts("https://notexample.org/", ["example.org"])
    assert not on_hosts("https://example.org.evil.example/", ["example.org"])


@given(addresses | st.text(max_size=40) | st.text(max_size=30).map("https://example.org/".__add__))
@example("https://example.org/a/amp/amp/")
@example("https://www.www.example.org//")
@example("https://example.org/?")
@example("https://example.org/%")
@example("https://example.org/a?b=%26utm_source=x")
@example("https://exa\u200dmple.org/a")
def test_cleaning_twice_changes_nothing_more(address: str) -> None:
    """Both the address shown and the identity are fixed points, and equal addresses shown have one identity."""
    key = url_key(address)
    assert url_key(key) == key
    cleaned = clean_url(address)
    if cleaned is not None:
        assert clean_url(cleaned) == cleaned
        assert url_key(cleaned) == key


@given(addresses)
def test_variants_of_any_address_fold(address: str) -> None:
    """A fragment, a tracker or another scheme never makes another article of any address."""
    key = url_key(address)
    assert url_key(f"{address}#part") == key
    assert url_key(f"{address}{'&' if '?' in address else '?'}utm_campaign=x") == key
    assert url_key(re.sub("(?i)^https?", "http", address)) == url_key(re.sub("(?i)^https?", "https", address))


@given(
    st.from_regex(r"[a-z0-9.-]{1,14}", fullmatch=True),
    st.text(alphabet="abzAZ09_~.-/", max_size=14),
    st.sampled_from([None, "https://x.example/a/b"]),
)
def test_the_short_way_gives_what_the_long_way_gives(host: str, path: str, base: str | None) -> None:
    """An address that needs no cleaning is let through unchanged, and only if cleaning would not change it."""
    url = f"https://{host}/{path}"
    short = urls.clean_url(url, base), urls.url_key(url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(urls, "PLAIN", re.compile(r"(?!)"))
        assert (urls.clean_url(url, base), urls.url_key(url)) == short
