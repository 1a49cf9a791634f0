"""Site files: what is read, what is refused and in which words, and what a site knows of its pages."""

import os
import pickle
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extract.site import (
    SHIPPED,
    Layout,
    Site,
    SiteFileError,
    compiled_selector,
    hosts_of,
    load_site,
    load_sites,
    site_of,
)

HEAD = """name = "Gazette"
homepage = "https://www.gazette.example/news/"
hosts = ["www.gazette.example"]
"""
FAMILY = """language = "fr"
timezone = "Europe/Paris"
[discover]
feeds = ["/feed/"]
reject = ["/tag/"]
delay = 7
[[layout]]
until = 2020-01-01
body = ".old"
[[layout]]
body = ".new"
headline = "h1"
prune = [".share"]
"""


def write(folder: Path, rules: str | bytes, name: str = "gazette") -> Path:
    """Write a site file."""
    path = folder / f"{name}.toml"
    path.write_bytes(rules if isinstance(rules, bytes) else rules.encode())
    return path


def refusal(folder: Path, rules: str | bytes, name: str = "gazette") -> str:
    """What loading a site file says, without the folder."""
    with pytest.raises(SiteFileError) as error:
        load_site(write(folder, rules, name))
    assert "\n" not in str(error.value)
    return str(error.value).replace(f"{folder}/", "")


def site(**rules: Any) -> Site:
    """A site made in memory."""
    known = {
        "stem": "gazette",
        "name": "Gazette",
        "homepage": "https://gazette.example/",
        "hosts": ("gazette.example",),
    }
    return Site.model_validate(known | rules)


# -- reading ----------------------------------------------------------------------------------------------------------


def test_a_whole_site_file_is_read(tmp_path: Path) -> None:
    """Every key of the format arrives as a typed value, relative addresses completed from the homepage."""
    loaded = load_site(
        write(
            tmp_path,
            HEAD
            + """country = "GB"
language = "en"
timezone = "Europe/London"
examples = ["https://gazette.example/news/12"]
[discover]
feeds = ["/feed/", "https://feeds.example.org/gazette"]
sitemaps = ["/sitemap.xml"]
listings = [{ url = "/news/?page={page}", links = "h3 a", first_page = 0, last_page = 9 }]
accept = ['/news/\\d+']
reject = ['/tag/']
key = '/news/(\\d+)'
delay = 1
[[layout]]
until = 2024-06-01
body = "div.old"
[[layout]]
body = "div.text"
prune = [".share", "//h4[.='Also Read']/following-sibling::*"]
headline = "h1"
published_format = "%I:%M %p, %B %d, %Y"
""",
        )
    )

    assert (loaded.stem, loaded.country, loaded.language, str(loaded.zone)) == ("gazette", "GB", "en", "Europe/London")
    assert loaded.discover.feeds == ("https://www.gazette.example/feed/", "https://feeds.example.org/gazette")
    assert loaded.discover.sitemaps == ("https://www.gazette.example/sitemap.xml",)
    assert loaded.discover.listings[0].url == "https://www.gazette.example/news/?page={page}"
    assert loaded.discover.delay == 1.0
    assert [layout.until for layout in loaded.layouts] == [date(2024, 6, 1), None]
    assert compiled_selector(loaded.layouts[1].prune[0]) is compiled_selector(".share")


def test_three_keys_make_a_site(tmp_path: Path) -> None:
    """Name, homepage and hosts are enough; all else has a default, and every address may be an article."""
    loaded = load_site(write(tmp_path, HEAD))

    assert (loaded.timezone, loaded.discover.delay, loaded.layouts) == ("UTC", 2.0, ())
    assert loaded.discover.accepts("https://www.gazette.example/anything")


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf" + HEAD.encode(), HEAD.replace("\n", "\r\n").encode()])
def test_what_editors_on_windows_write_is_read(tmp_path: Path, raw: bytes) -> None:
    """A byte order mark and line ends of two signs change nothing."""
    assert load_site(write(tmp_path, raw)) == load_site(write(tmp_path, HEAD))


def test_hosts_of_other_scripts_are_kept_as_urls_hold_them(tmp_path: Path) -> None:
    """A host may be written in its own script; URLs hold it in punycode, and either spelling is the site's."""
    rules = 'name = "Z"\nhomepage = "https://zeitung-münchen.example/"\nhosts = ["zeitung-münchen.example"]\n'
    loaded = load_site(write(tmp_path, rules + 'examples = ["https://ZEITUNG-MÜNCHEN.example/1"]'))

    assert loaded.hosts == ("xn--zeitung-mnchen-osb.example",)
    for url in ("https://xn--zeitung-mnchen-osb.example/1", "https://Zeitung-München.Example:443/1"):
        assert site_of(url, {"z": loaded}) is loaded


# -- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ('acept = ["x"]', "gazette.toml:4: acept: there is no such key: remove it"),
        ('timezon = "UTC"', "gazette.toml:4: timezon: there is no such key: did you mean `timezone`?"),
        ("stem = 'x'", "gazette.toml:4: stem: there is no such key: remove it, the file's name is the site's"),
        ("layouts = []", "gazette.toml:4: layouts: there is no such key: did you mean `layout`?"),
        ("\n[discover]\nacept = []", "gazette.toml:6: discover.acept: there is no such key: did you mean `accept`?"),
        (
            "[discover]\nexamples = []",
            "gazette.toml:5: discover.examples: this key belongs at the top, above the first [table]: move it there",
        ),
        ('accept = ["x"]', "gazette.toml:4: accept: this key belongs below [discover]: move it there"),
        (
            "[[layout]]\nuntil = 2020-01-01\n[[layout]]\n# a comment\ntitle = 'h1'",
            "gazette.toml:8: layout.2.title: there is no such key: did you mean `headline`?",
        ),
        (
            "[discover]\nlistings = [\n  { url = '/a', links = 'a' },\n  { url = '/b', links = 'a', lastpage = 2 },\n]",
            "gazette.toml:7: discover.listings.2.lastpage: there is no such key: did you mean `last_page`?",
        ),
        (
            "[[discover.listings]]\nurl = '/a'\nlinks = 'a'\nfrom = 1",
            "gazette.toml:7: discover.listings.1.from: there is no such key: remove it",
        ),
    ],
)
def test_an_unknown_key_is_named_with_what_was_meant(tmp_path: Path, rules: str, sentence: str) -> None:
    """File, line and key of any table, and the key that the author probably had in mind, or its right place."""
    assert refusal(tmp_path, HEAD + rules) == sentence


@pytest.mark.parametrize(
    ("rules", "where", "advice"),
    [
        (
            "examples = 'https://gazette.example/'",
            "4: examples",
            "write a list in [ ] (found 'https://gazette.example/')",
        ),
        ("language = 3", "4: language", "write it in quotes (found 3)"),
        ("language = 'en-GB'", "4: language", "small letters of ISO 639, such as en"),
        ("country = 'UK'", "4: country", "such as GB"),
        ("country = 'gb'", "4: country", "two capital letters"),
        ("discover = 3", "4: discover", "write it as one table, [discover]"),
        ("[[discover]]\nfeeds = []", "4: discover", "write it as one table, [discover]"),
        ("[layout]\nbody = 'p'", "4: layout", "write [[layout]] in double brackets"),
        ("layout = ['x']", "4: layout.1", "write a table"),
        ("[discover.listings]\nurl = '/x'", "4: discover.listings", "write [[discover.listings]] in double brackets"),
        ("[discover]\ndelay = '2'", "5: discover.delay", "write a number without quotes (found '2')"),
        ("[discover]\ndelay = true", "5: discover.delay", "(found true)"),
        ("[discover]\ndelay = -1", "5: discover.delay", "greater than or equal to 0"),
        ("[discover]\ndelay = nan", "5: discover.delay", "(found nan)"),
        ("[discover]\ndelay = inf", "5: discover.delay", "less than or equal to 3600"),
        ("[discover]\nfeeds = [\n'/a',\n3]", "7: discover.feeds.2", "write it in quotes (found 3)"),
        ("[discover]\nfeeds = ['gazette.example/feed']", "5: discover.feeds.1", "start it with https://, or with /"),
        ("[discover]\nsitemaps = ['ftp://gazette.example/x']", "5: discover.sitemaps.1", "is no web address"),
        ("[discover]\naccept = ['a', '(']", "5: discover.accept.2", "is not a regular expression: missing )"),
        ("[discover]\naccept = ['[[a]']", "5: discover.accept.1", "is not a regular expression: Possible nested set"),
        ("[discover]\naccept = ['a{99999999999999999999}']", "5: discover.accept.1", "is not a regular expression"),
        ("[discover]\nreject = ['']", "5: discover.reject.1", "matches every address"),
        ("[discover]\nkey = '\\d+'", "5: discover.key", "needs a group in brackets"),
        ("[discover]\nkey = '('", "5: discover.key", "is not a regular expression"),
        ("timezone = 'Asia/Kolkatta'", "4: timezone", "did you mean Asia/Kolkata?"),
        ("timezone = 'EST'", "4: timezone", "use UTC or a name such as Asia/Kolkata"),
        ("timezone = 'localtime'", "4: timezone", "is no time zone"),
        ("timezone = 'Europe'", "4: timezone", "is no time zone"),
        ("timezone = '../UTC'", "4: timezone", "is no time zone"),
        ("timezone = 'Asia/'", "4: timezone", "is no time zone"),
        ("[[layout]]\nbody = 'div['", "5: layout.1.body", "is neither a CSS selector nor an XPath"),
        ("[[layout]]\nprune = ['.a', '//p[']", "5: layout.1.prune.2", "is neither a CSS selector nor an XPath"),
        ("[[layout]]\nheadline = '//h1[matches(., 1)]'", "5: layout.1.headline", "calls matches()"),
        ("[[layout]]\nbody = 'p::text'", "5: layout.1.body", "so that it selects elements"),
        ("[[layout]]\nuntil = '2024-01-01'", "5: layout.1.until", "without quotes or time (found '2024-01-01')"),
        ("[[layout]]\nuntil = 2024-01-01T00:00:00Z", "5: layout.1.until", "without quotes or time"),
        ("[[layout]]\npublished_format = 'DD.MM.YYYY'", "5: layout.1.published_format", "as strptime does"),
        ("[[layout]]\npublished_format = '%d %B'", "5: layout.1.published_format", "add %Y"),
        ("[[layout]]\npublished_format = '%B %Y'", "5: layout.1.published_format", "does not name a day"),
        ("[[layout]]\npublished_format = '%I:%M %d/%m/%Y'", "5: layout.1.published_format", "add %p"),
        ("[[layout]]\npublished_format = '%d/%m/%Y %Q'", "5: layout.1.published_format", "is no date format"),
        ("[[layout]]\n[[layout]]\nbody = 'p'", "5: layout.2.until", "layout 1 has no until either"),
        (
            "[[layout]]\nuntil = 2024-01-01\n[[layout]]\n[[layout]]\nuntil = 2024-01-01",
            "8: layout.3.until",
            "layout 1 ends on 2024-01-01 too",
        ),
        ("examples = ['https://gazette.example/1',\n'https://other.example/']", "5: examples.2", "not on one of"),
        ("examples = ['gazette.example/1']", "4: examples.1", "start it with https://"),
        ("examples = ['https://gazette.example/1']\n[discover]\naccept = ['/x']", "4: examples.1", "is no article"),
        ("examples = ['https://gazette.example/1']\n[discover]\nreject = ['1']", "4: examples.1", "is no article"),
        ("examples = ['https://gazette.example/1']\n[discover]\nkey = '(none)'", "4: examples.1", "discover.key finds"),
        ("base = '_nobody'", "4: base", "there is no family '_nobody': use one of _"),
        ("base = '_wordpres'", "4: base", "did you mean _wordpress?"),
        ("base = 'defensemirror'", "4: base", "there is no family 'defensemirror'"),
        ("base = '../sites/_arc'", "4: base", "there is no family"),
        ("base = 3", "4: base", "write it in quotes"),
        ("[discover]\nlistings = [{ links = 'a' }]", "5: discover.listings.1.url", "this key is missing"),
    ],
)
def test_a_wrong_value_is_named_with_what_to_write(tmp_path: Path, rules: str, where: str, advice: str) -> None:
    """File, line and key, and a sentence that helps; values are not bent to the type that they should have."""
    said = refusal(tmp_path, HEAD + rules)

    assert said.startswith(f"gazette.toml:{where}: ")
    assert advice in said


@pytest.mark.parametrize(
    ("rules", "key", "advice"),
    [
        ("url = '/a', links = 'a', last_page = 3", "url", "last_page needs {page} in the url"),
        ("url = '/a?p={page}', links = 'a', first_page = 2", "last_page", "comes before first_page, which is 2"),
        ("url = '/{year}/{page}', links = 'a'", "url", "{year} is not known"),
        ("url = '/{page', links = 'a'", "url", "{page is not known"),
        ("url = 'news', links = 'a'", "url", "start it with https://, or with /"),
        ("url = '/a', links = 'a::attr(href)'", "links", "so that it selects elements"),
        ("url = '/a', links = 'a', first_page = -1", "first_page", "greater than or equal to 0"),
        ("url = '/a', links = 'a', last_page = 2.5", "last_page", "write a whole number"),
    ],
)
def test_a_listing_that_could_not_be_walked_is_refused(tmp_path: Path, rules: str, key: str, advice: str) -> None:
    """Pages to walk need a number in their address, in the right order."""
    said = refusal(tmp_path, f"{HEAD}[discover]\nlistings = [\n{{ {rules} }},\n]")

    assert said.startswith(f"gazette.toml:6: discover.listings.1.{key}: ")
    assert advice in said


@pytest.mark.parametrize(
    ("host", "advice"),
    [
        ("Gazette.example", "write gazette.example"),
        ("https://gazette.example", "write gazette.example"),
        ("gazette.example/news", "write gazette.example"),
        ("gazette.example:443", "write gazette.example"),
        ("gazette.example:80", "write gazette.example"),
        ("gazette.example.", "write gazette.example"),
        ("user@gazette.example", "write gazette.example"),
        *(
            (host, "such as www.example.com")
            for host in ("", " ", "*.gazette.example", "a b", "a..b", "-", "x:99999", "[:")
        ),
    ],
)
def test_a_host_is_a_host(tmp_path: Path, host: str, advice: str) -> None:
    """Hosts are compared with those of URLs as they stand: what could never match is refused, with the right form."""
    rules = HEAD.replace('"www.gazette.example"', f'\n  "www.gazette.example",\n  "{host}",\n')
    said = refusal(tmp_path, rules)

    assert said.startswith("gazette.toml:5: hosts.2: ")
    assert said.endswith((advice, f"write it {advice}"))


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "[::1]:8000", "localhost", "news.gazette.example", "a_b.example"])
def test_unusual_hosts_are_hosts(host: str) -> None:
    """Address literals, ports and single names: a test site, or one of a closed network."""
    local = site(homepage=f"http://{host}/", hosts=(host,))

    assert site_of(f"http://{host}/x", {"local": local}) is local
    assert site_of(f"http://{host.partition(']')[0]}x:1/", {"local": local}) is None


def test_a_homepage_off_the_hosts_is_refused(tmp_path: Path) -> None:
    """The homepage completes relative addresses, so it must be the site's."""
    said = refusal(tmp_path, HEAD.replace("www.gazette.example/news/", "gazette.example.org/"))

    assert said == (
        "gazette.toml:2: homepage: https://gazette.example.org/ is not on one of the site's hosts: add its host to them"
    )


def test_missing_keys_are_named(tmp_path: Path) -> None:
    """An empty file is short of three."""
    assert refusal(tmp_path, "") == "gazette.toml:1: name: this key is missing: add it (and 2 more)"
    assert refusal(tmp_path, HEAD.replace('"www.gazette.example"', "")).startswith(
        "gazette.toml:3: hosts: write at least"
    )
    assert refusal(tmp_path, HEAD.replace("Gazette", "")).startswith("gazette.toml:1: name: write something")


def test_of_several_errors_the_most_helpful_is_told(tmp_path: Path) -> None:
    """A misspelt key explains a missing one; else the first line comes first; the others are counted."""
    misspelt = refusal(tmp_path, HEAD.replace("homepage", "hompage") + "[discover]\ndelay = -1")
    by_line = refusal(tmp_path, HEAD + "language = 1\n[discover]\ndelay = -1\nfeeds = 1")

    assert misspelt == "gazette.toml:2: hompage: there is no such key: did you mean `homepage`? (and 2 more)"
    assert by_line == "gazette.toml:4: language: write it in quotes (found 1) (and 2 more)"


@pytest.mark.parametrize(
    ("raw", "where", "advice"),
    [
        (HEAD + "[discover\nfeeds = []", "4", "not valid TOML: Expected"),
        (HEAD + "x = [1,\n\n", "4", "not valid TOML"),
        (HEAD + "country = GB\nlanguage = 'en'", "4", "not valid TOML: Invalid value"),
        (HEAD + "[[layout]]\nuntil = 2024-13-45", "5", "not valid TOML"),
        (HEAD + "x = " + "[" * 100_000, "4", "not valid TOML"),
        (HEAD + "x = " + "9" * 5_000, "4", "not valid TOML"),
        (HEAD.encode() + b"# caf\xe9\n", "4", "not UTF-8: save the file as UTF-8"),
        (HEAD.encode("utf-16"), "1", "not UTF-8: save the file as UTF-8"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(tmp_path: Path, raw: str | bytes, where: str, advice: str) -> None:
    """Broken files, and files in other encodings, are told as such."""
    said = refusal(tmp_path, raw)

    assert said.startswith(f"gazette.toml:{where}: ")
    assert advice in said
    assert len(said) < 300


@pytest.mark.parametrize("name", ["Gazette", "ga zette", "-gazette", "gazette.old", "gazetté"])
def test_a_file_name_that_makes_no_site_name_is_refused(tmp_path: Path, name: str) -> None:
    """The stem is a folder of the archive and a word on the command line."""
    assert "rename the file" in refusal(tmp_path, HEAD, name)
    with pytest.raises(ValidationError):
        site(stem=name)
    with pytest.raises(ValidationError):
        site(stem=f"gazette\n{name}")


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    """So is a file that is not there, each in one sentence."""
    (tmp_path / "gazette.toml").mkdir()
    with pytest.raises(SiteFileError, match=r"gazette\.toml: cannot be read: Is a directory"):
        load_sites(tmp_path)
    with pytest.raises(SiteFileError, match=r"none\.toml: cannot be read: No such file"):
        load_site(tmp_path / "none.toml")


keys = st.sampled_from(
    [*Site.model_fields, *Layout.model_fields, "layout", "feeds", "accept", "key", "listings", "url", "links", "delay"]
)
scalars = st.none() | st.booleans() | st.integers(-3, 3) | st.text(st.sampled_from("ab_/*[(.:%{é"), max_size=5)
trees = st.recursive(scalars, lambda x: st.lists(x, max_size=2) | st.dictionaries(keys, x, max_size=3), max_leaves=6)


@given(st.dictionaries(keys, trees, max_size=4))
def test_no_file_brings_anything_but_a_site_or_a_refusal(tmp_path_factory: Any, rules: dict[str, Any]) -> None:
    """Whatever values stand behind the keys, loading ends in a site or in one sentence with file, line and key."""
    folder = tmp_path_factory.getbasetemp()
    known = {"name": "G", "homepage": "https://g.example/", "hosts": ["g.example"]}
    path = write(folder, "".join(f"{key} = {_toml(value)}\n" for key, value in (known | rules).items()))
    said = f"{path}:1:"
    try:
        load_site(path)
    except SiteFileError as error:
        said = str(error)
    assert said.startswith(f"{path}:")
    assert said.removeprefix(f"{path}:").partition(":")[0].isdecimal()


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return "2024-06-01" if value is None else str(value).lower() if not isinstance(value, str) else f"'{value}'"


# -- families ---------------------------------------------------------------------------------------------------------


def test_a_site_overrides_its_family_key_by_key(tmp_path: Path) -> None:
    """Keys of the site win, those that it lacks come from the family; relative addresses are the site's."""
    write(tmp_path, FAMILY, "_press")
    loaded = load_site(
        write(tmp_path, HEAD + 'base = "_press"\nlanguage = "en"\n[discover]\nsitemaps = ["/map.xml"]\ndelay = 1')
    )

    assert (loaded.language, loaded.timezone) == ("en", "Europe/Paris")
    assert loaded.discover.feeds == ("https://www.gazette.example/feed/",)
    assert loaded.discover.sitemaps == ("https://www.gazette.example/map.xml",)
    assert loaded.discover.reject == ("/tag/",)
    assert loaded.discover.delay == 1
    assert [layout.body for layout in loaded.layouts] == [".old", ".new"]


def test_each_layout_of_a_site_starts_from_the_newest_of_its_family(tmp_path: Path) -> None:
    """What a layout of the site lacks is taken from the family's newest, but never its period."""
    write(tmp_path, FAMILY, "_press")
    loaded = load_site(
        write(
            tmp_path,
            HEAD + 'base = "_press"\n[[layout]]\nuntil = 2021-01-01\nprune = []\n[[layout]]\nbody = "main"',
        )
    )

    assert [(x.until, x.body, x.headline, x.prune) for x in loaded.layouts] == [
        (date(2021, 1, 1), ".new", "h1", ()),
        (None, "main", "h1", (".share",)),
    ]


def test_a_site_with_layouts_of_its_past_alone_has_the_newest_of_its_family_today(tmp_path: Path) -> None:
    """Telling how a site looked before does not take away how it looks now."""
    write(tmp_path, FAMILY, "_press")
    loaded = load_site(write(tmp_path, HEAD + 'base = "_press"\n[[layout]]\nuntil = 2021-01-01\nbody = "main"'))

    assert [(x.until, x.body) for x in loaded.layouts] == [(date(2021, 1, 1), "main"), (None, ".new")]


@pytest.mark.parametrize(
    ("family", "said"),
    [
        ("base = '_arc'", "_press.toml:1: base: a family has no base of its own: copy what it needs from there"),
        ("\n[discover]\nacept = []", "_press.toml:3: discover.acept: there is no such key: did you mean `accept`?"),
        ("[[layout]]\nbody = '['", "_press.toml:2: layout.1.body: '[' is neither a CSS selector nor an XPath"),
        ("hosts = ['a.example']", "_press.toml:1: hosts: this key belongs in the file of a site, not of a family"),
        ("[[layout]]\n[[layout]]", "_press.toml:2: layout.2.until: layout 1 has no until either"),
        ("discover = 3", "_press.toml:1: discover: write it as one table, [discover]"),
        ("layout = 3", "_press.toml:1: layout: write a list"),
        ("x = ", "_press.toml:1: not valid TOML"),
    ],
)
def test_an_error_in_a_family_is_told_of_the_family(tmp_path: Path, family: str, said: str) -> None:
    """Its own file and line, not those of the site that names it."""
    write(tmp_path, family, "_press")

    assert refusal(tmp_path, HEAD + 'base = "_press"').startswith(said)


def test_an_error_beside_a_family_is_told_of_the_site(tmp_path: Path) -> None:
    """An example that the family's rules refuse is an error of the file that gives the example."""
    write(tmp_path, FAMILY, "_press")
    said = refusal(tmp_path, HEAD + 'base = "_press"\n\nexamples = ["https://gazette.example/tag/x"]')

    assert said.startswith("gazette.toml:6: examples.1: ")


# -- folders ----------------------------------------------------------------------------------------------------------


def test_a_later_folder_overrides_and_adds(tmp_path: Path) -> None:
    """The user's files take the place of shipped ones of the same name, stand beside the rest, and may be families."""
    mine, other = tmp_path / "mine", tmp_path / "other"
    mine.mkdir()
    other.mkdir()
    shipped = load_sites()["defensemirror"]
    own = 'name = "Mine"\nhomepage = "https://www.defensemirror.com/"\nhosts = ["defensemirror.com"]\n'
    write(mine, own, "defensemirror")
    write(mine, HEAD + 'base = "_press"')
    write(mine, FAMILY, "_press")
    write(other, FAMILY.replace("fr", "nl"), "_press")
    write(mine, "hidden, and no TOML", ".defensemirror")
    write(mine, "a note", "note").rename(mine / "note.txt")

    sites = load_sites(mine, str(other), tmp_path / "nowhere")

    assert sites["defensemirror"].name == "Mine"
    assert sites["defensemirror"].digest != shipped.digest
    assert sites["gazette"].language == "nl"
    assert set(sites) == {*load_sites(), "gazette"}
    assert hosts_of([sites["gazette"]]) == {"www.gazette.example"}


def test_two_sites_cannot_have_one_host(tmp_path: Path) -> None:
    """The file that came later is named, with what its author can do about it."""
    path = write(tmp_path, HEAD.replace("www.gazette.example", "defensemirror.com"))
    with pytest.raises(SiteFileError) as error:
        load_sites(tmp_path)
    assert str(error.value) == (
        f"{path}:3: hosts: defensemirror.com belongs to site 'defensemirror' already: "
        "rename this file to defensemirror.toml to take its place"
    )

    write(tmp_path, HEAD)
    second = write(tmp_path, HEAD.replace('["www.', '["'), "second")
    second.write_text(second.read_text(encoding="utf-8").replace("//www.", "//"), encoding="utf-8")
    with pytest.raises(SiteFileError, match=r"second\.toml:3: hosts: .* 'gazette' already: remove it from one of them"):
        load_sites(tmp_path)


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder that is not there has no sites; one that is there and cannot be listed is no empty one."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    for name in ("file", "loop"):
        with pytest.raises(SiteFileError, match=rf"{name}: this folder of site files cannot be read: "):
            load_sites(tmp_path / name)


def test_an_error_in_any_file_is_told(tmp_path: Path) -> None:
    """The first file in error stops the loading: a site missing in silence would be worse."""
    write(tmp_path, HEAD)
    write(tmp_path, HEAD.replace("gazette", "zeitung") + "x = 1", "zeitung")

    with pytest.raises(SiteFileError, match=r"zeitung\.toml:4: x: there is no such key"):
        load_sites(tmp_path)


# -- what a site knows ------------------------------------------------------------------------------------------------


def test_a_site_is_found_by_host() -> None:
    """With and without www, in any case, with the scheme's own port; other ports and sub-domains are other hosts."""
    gazette = site(hosts=("gazette.example", "news.gazette.example:8080"))
    sites = {"other": site(hosts=("other.example",), homepage="https://other.example/"), "gazette": gazette}

    for host in ("gazette.example", "www.gazette.example", "GAZETTE.example:443", "www.news.gazette.example:8080"):
        assert site_of(f"https://{host}/x", sites) is gazette
    for url in (
        *("https://gazette.example:8080/", "https://m.gazette.example/", "https://gazette.example.evil.example/"),
        *(
            "https://notgazette.example/",
            "https://evil.example/?gazette.example",
            "mailto:a@gazette.example",
            "",
            "http://",
        ),
        *("https://gazette.example@evil.example/", "https://news.gazette.example/", "http://[bad"),
    ):
        assert site_of(url, sites) is None


def at(moment: str) -> datetime:
    """A moment of a capture."""
    return datetime.fromisoformat(moment)


def test_the_layout_of_a_capture_is_the_earliest_not_yet_past() -> None:
    """A layout holds through its last day, in UTC wherever the capture's clock stood; then the next one does."""
    layouts = ({"until": date(2024, 6, 1), "body": "b"}, {"body": "c"}, {"until": date(2022, 1, 1), "body": "a"})
    gazette = site(layout=layouts)

    def body(moment: str) -> str | None:
        layout = gazette.layout_at(at(moment))
        return layout.body if layout else None

    assert body("1999-01-01T00:00+00:00") == "a"
    assert body("2022-01-01T23:59:59+00:00") == "a"
    assert body("2022-01-02T00:00+00:00") == "b"
    assert body("2024-06-01T23:59+00:00") == "b"
    assert body("2024-06-02T04:00+05:30") == "b"
    assert body("2024-06-01T22:00-04:00") == "c"
    assert body("2030-01-01T00:00+00:00") == "c"


def test_a_site_without_a_layout_for_the_day_has_none() -> None:
    """After the last day of the last layout, and without any, extraction is on its own."""
    assert site().layout_at(at("2024-01-01T00:00+00:00")) is None
    assert site(layout=({"until": date(2020, 1, 1)},)).layout_at(at("2020-01-02T00:00+00:00")) is None


dates = st.dates(date(2015, 1, 1), date(2026, 1, 1))


@given(st.data(), st.sets(dates, max_size=5), st.booleans(), dates, st.integers(-12, 14), st.integers(0, 23))
def test_the_order_of_layouts_in_the_file_does_not_matter(
    data: st.DataObject, untils: set[date], newest: bool, day: date, zone: int, hour: int
) -> None:
    """The layout of a day, and the digest, are the same however the file orders them."""
    every = [{"until": until, "body": f".x{until:%Y%m%d}"} for until in sorted(untils)] + [{"body": ".now"}] * newest
    shuffled = data.draw(st.permutations(every))
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC).astimezone(timezone(timedelta(hours=zone)))

    gazette = site(layout=tuple(shuffled))
    expected = min((until for until in untils if until >= day), default=None)
    layout = gazette.layout_at(moment)

    assert gazette.digest == site(layout=tuple(every)).digest
    assert (layout.body if layout else None) == (f".x{expected:%Y%m%d}" if expected else ".now" if newest else None)


def test_a_key_decides_what_an_article_is() -> None:
    """Addresses with one key are one article, under any of the site's hosts; other hosts are not asked for it."""
    gazette = site(discover={"key": r"/news/(\d+)"}, hosts=("gazette.example", "old.example"))

    assert gazette.url_key("https://gazette.example/news/12/slug") == gazette.url_key(
        "http://www.old.example/news/12?x=1"
    )
    assert gazette.url_key("https://else.example/news/12") == "https://else.example/news/12"
    assert gazette.url_key("https://gazette.example/about/") == "https://gazette.example/about"


def test_accept_and_reject_decide_together() -> None:
    """An address needs one accept, if there are any, and no reject."""
    discover = site(discover={"accept": (r"/news/\d", r"/wire/"), "reject": (r"/wire/test",)}).discover

    assert discover.accepts("https://gazette.example/news/1")
    assert discover.accepts("https://gazette.example/wire/1")
    assert not discover.accepts("https://gazette.example/wire/test")
    assert not discover.accepts("https://gazette.example/about")


def test_a_site_never_changes_and_travels(tmp_path: Path) -> None:
    """Values cannot be set, equal files are equal sites, and a site can be sent to another process, used or not."""
    gazette = load_site(write(tmp_path, HEAD + "[[layout]]\nbody = '.x'\n[discover]\nkey = '/(\\d+)'"))
    fresh = pickle.dumps(gazette)
    used = (gazette.digest, gazette.zone, gazette.bare_hosts, gazette.url_key("https://www.gazette.example/1"))

    for sent in (fresh, pickle.dumps(gazette)):
        copy = pickle.loads(sent)  # noqa: S301
        assert copy == gazette
        assert (copy.digest, copy.zone, copy.bare_hosts, copy.url_key("https://www.gazette.example/1")) == used
    with pytest.raises(ValidationError):
        gazette.name = "Other"  # type: ignore[misc]


# -- digest -----------------------------------------------------------------------------------------------------------

RULES = """timezone = "Asia/Kolkata"
[discover]
feeds = ["/feed"]
accept = ["/news/", "/wire/"]
key = '/(\\d+)'
[[layout]]
until = 2024-01-01
body = ".old"
[[layout]]
body = ".new"
prune = [".a", ".b"]
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('body = ".new"', 'body = ".newer"'),
        ("until = 2024-01-01", "until = 2024-01-02"),
        ('[".a", ".b"]', '[".a"]'),
        ("Asia/Kolkata", "Asia/Tokyo"),
        ('hosts = ["www.gazette.example"]', 'hosts = ["www.gazette.example", "old.example"]'),
        ("key = '/(\\d+)'", "key = '/(\\d)'"),
        ("key = '/(\\d+)'", ""),
        ('"/news/", ', ""),
        ("Gazette", "The Gazette"),
        ('timezone = "A', 'country = "IN"\ntimezone = "A'),
        ('timezone = "A', 'language = "hi"\ntimezone = "A'),
    ],
)
def test_a_change_of_the_rules_changes_the_digest(tmp_path: Path, old: str, new: str) -> None:
    """What extraction makes of a page may differ, so the rows are stale."""
    assert old in HEAD + RULES
    before = load_site(write(tmp_path, HEAD + RULES)).digest

    assert load_site(write(tmp_path, (HEAD + RULES).replace(old, new))).digest != before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('name = "Gazette"\n', '# a comment\n\n"name"="Gazette"   \n'),
        ('feeds = ["/feed"]', 'feeds = ["/feed", "/rss"]\nsitemaps = ["/map.xml"]\ndelay = 9'),
        ('"/news/", "/wire/"', '"/wire/", "/news/"'),
        ('prune = [".a", ".b"]', 'prune = [\n  ".a",\n  ".b",\n]'),
        ('hosts = ["www.gazette.example"]', 'hosts = ["www.gazette.example", "www.gazette.example"]'),
        (RULES[RULES.index("[[layout]]\nuntil") : RULES.index("[[layout]]\nbody")], ""),
    ],
)
def test_what_does_not_touch_extraction_leaves_the_digest(tmp_path: Path, old: str, new: str) -> None:
    """Comments, order and where articles are found make no row stale."""
    before = load_site(write(tmp_path, HEAD + RULES)).digest
    rules = (HEAD + RULES).replace(old, new)
    if new == "":
        rules += old

    assert rules != HEAD + RULES
    assert load_site(write(tmp_path, rules)).digest == before


def test_all_that_extraction_reads_of_a_site_is_in_the_digest() -> None:
    """Code that begins to read another key of a site file must put it into the digest, and into the tests above."""
    reading = [path for path in SHIPPED.parent.glob("*.py") if not path.stem.startswith("site")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in reading)
    read = set(re.findall(r"\bsite\.((?:discover\.)?[a-z_]+)\b(?! import)", text))
    rules = {"stem", "name", "country", "language", "zone", "timezone", "hosts", "bare_hosts", "layout_at", "layouts"}

    assert "name" in read
    assert read - {"digest"} <= rules | {
        "url_key",
        "discover.key",
        "discover.accept",
        "discover.reject",
        "discover.accepts",
    }


def test_the_digest_covers_the_family(tmp_path: Path) -> None:
    """A change of the family's layout makes the rows of all its sites stale, one of its feeds none."""
    path = write(tmp_path, HEAD + 'base = "_press"')
    write(tmp_path, FAMILY, "_press")
    before = load_site(path).digest

    write(tmp_path, FAMILY.replace('["/feed/"]', '["/rss/"]').replace("delay = 7", "delay = 8"), "_press")
    assert load_site(path).digest == before
    write(tmp_path, FAMILY.replace('".new"', '".newest"'), "_press")
    assert load_site(path).digest != before


def test_the_digest_is_the_same_wherever_it_is_taken(tmp_path: Path) -> None:
    """Neither environment, time zone, hash seed nor folder of the process has a part in it."""
    code = (
        "import json, datetime; from extract.site import load_sites;"
        "day = datetime.datetime(2024, 6, 1, 23, 30, tzinfo=datetime.UTC);"
        "print(json.dumps({k: [s.digest, str(s.layout_at(day))] for k, s in load_sites().items()}, sort_keys=True))"
    )
    here = str(SHIPPED.parent.parent)
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": here, **environment},
            cwd=tmp_path,
            capture_output=True,
            check=True,
        ).stdout
        for environment in (
            {"TZ": "UTC", "PYTHONHASHSEED": "1"},
            {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2", "LC_ALL": "C", "HOME": "/nonexistent"},
        )
    }

    assert len(said) == 1
    assert b"defensemirror" in said.pop()
