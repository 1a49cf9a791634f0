"""The demo's press keeps its word: its truths are on its pages, and its servers speak HTTP as servers should."""

import gzip
import http.client
import io
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest

from demo.grammar import Dice, expand
from demo.ministry import EMBARGOED, Ministry
from demo.press import PUBLICATIONS, Press
from demo.truth import ArticleTruth
from extract.site import load_site

ROOT = Path(__file__).parent.parent
STEMS = [kind.stem for kind in PUBLICATIONS]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture(scope="module")
def shared() -> Iterator[Press]:
    """One press for the tests that only look."""
    with Press() as opened:
        yield opened


def free_ports() -> list[int]:
    """Neighbouring ports below those that systems hand out, so that nobody is given one of them meanwhile."""
    count = len(PUBLICATIONS)
    for start in range(15000 + os.getpid() % 1000 * 10, 30000, count):
        with ExitStack() as probes:
            try:
                for port in range(start, start + count):
                    probes.enter_context(socket.socket()).bind(("127.0.0.1", port))
            except OSError:
                continue
            return list(range(start, start + count))
    raise AssertionError("no free ports below 30000")


def get(url: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    try:
        connection.request(method, parts.path + (f"?{parts.query}" if parts.query else ""), headers=headers or {})
        response = connection.getresponse()
        return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
    finally:
        connection.close()


class Blocks(HTMLParser):
    """Texts of the elements that hold running text, white space folded."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "figcaption"):
            self._open.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "figcaption") and self._open:
            self.texts.append(" ".join("".join(self._open.pop()).split()))

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].append(data)


def texts_of(truth: ArticleTruth, body: bytes) -> list[str]:
    parser = Blocks()
    parser.feed(body.decode(truth.encoding))
    return parser.texts


@pytest.mark.parametrize("stem", STEMS)
def test_every_truth_stands_on_its_page_in_order(shared: Press, stem: str) -> None:
    """Each article's page has its headline, and all of its body's texts in the order of the truth."""
    for truth in shared.publication(stem).articles:
        found = texts_of(truth, get(truth.url).body)
        assert truth.headline in found
        positions = [found.index(text) for text in truth.paragraphs]
        assert positions == sorted(positions)
        assert truth.subheadline is None or truth.subheadline in found
        assert any(text.startswith(str(truth.caption)) for text in found)
        assert 5 <= sum(kind == "paragraph" for kind, _ in truth.blocks) <= 12


@pytest.mark.parametrize("stem", STEMS)
def test_site_files_are_valid_and_accept_every_article(shared: Press, stem: str, tmp_path: Path) -> None:
    """A publication's site file loads, names its host, and takes every article's address for one."""
    publication = shared.publication(stem)
    path = tmp_path / f"{stem}.toml"
    path.write_text(publication.site_file(), encoding="utf-8")
    site = load_site(path)
    assert site.hosts == (f"127.0.0.1:{publication.port}",)
    assert all(site.discover.accepts(article.url) for article in publication.articles)
    assert len({site.url_key(article.url) for article in publication.articles}) == len(publication.articles) == 24
    for source in (*site.discover.feeds, *site.discover.sitemaps):
        assert get(source).status == 200
    for listing in site.discover.listings:
        shown = [get(listing.url.replace("{page}", str(n))).status for n in range(1, listing.last_page + 2)]
        assert shown == [200] * listing.last_page + [404]


@pytest.mark.parametrize("stem", STEMS)
def test_traps_are_what_they_say(shared: Press, stem: str) -> None:
    """Every trap answers as described, and is named by all that is said to list it."""
    publication = shared.publication(stem)
    articles = {article.url for article in publication.articles}
    assert publication.traps
    for trap in publication.traps:
        answer = get(trap.url)
        if trap.kind == "redirect":
            assert (answer.status, answer.headers["location"]) == (301, trap.article_url)
        else:
            assert answer.status == (404 if trap.kind == "missing" else 200), trap
        assert (trap.outcome == "article") == (trap.article_url in articles)
        path = urllib.parse.urlsplit(trap.url)
        written = path.path + (f"?{path.query}" if path.query else "")
        for source in trap.listed_in:
            body = get(source).body
            body = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
            assert written.replace("&", "&amp;") in body.decode(), (trap, source)


def test_every_kind_of_trap_is_set(shared: Press) -> None:
    """No kind of trap gets lost when publications change."""
    assert {trap.kind for trap in shared.traps} == {
        *("missing", "pdf", "tracker", "decoration", "date_without_zone", "no_feed_date", "redirect", "amp", "video"),
        *("soft_404", "tag_page", "two_sections", "challenge", "robots", "windows_1252", "noarchive"),
    }


def test_robots_files_keep_out_what_the_traps_say(shared: Press) -> None:
    """Addresses that robots.txt disallows are the traps of that kind, and no article."""
    for publication in shared.publications:
        rules = get(publication.at("/robots.txt")).body.decode()
        closed = tuple(re.findall(r"^Disallow: (\S+)$", rules, re.MULTILINE))
        kept_out = {t.url for t in publication.traps if urllib.parse.urlsplit(t.url).path.startswith(closed)}
        assert kept_out == {t.url for t in publication.traps if t.outcome == "disallowed"}
        assert not any(urllib.parse.urlsplit(a.url).path.startswith(closed) for a in publication.articles)
    assert "Crawl-delay" in get(shared.publication("demo_mirror").at("/robots.txt")).body.decode()


def test_windows_1252_pages_are_declared_in_two_ways_and_need_it(shared: Press) -> None:
    """Some of the ministry's pages are no UTF-8; the header says so, or only the page does."""
    for trap in (trap for trap in shared.traps if trap.kind == "windows_1252"):
        answer = get(trap.url)
        with pytest.raises(UnicodeDecodeError):
            answer.body.decode("utf-8")
        in_header = "windows-1252" in answer.headers["content-type"]
        in_page = b"charset=windows-1252" in answer.body
        assert in_header != in_page


@pytest.mark.parametrize("stem", STEMS)
def test_conditional_requests_are_answered_304(shared: Press, stem: str) -> None:
    """With an ETag or a date of what it has, a client gets 304 without content; with others, all of it."""
    publication = shared.publication(stem)
    for path in (publication.articles[0].url, publication.url, publication.at("/robots.txt"), *feeds(publication.stem)):
        url = urllib.parse.urljoin(publication.url, path)
        first = get(url)
        assert first.status == 200
        tag, date = first.headers["etag"], first.headers["last-modified"]
        for headers in (
            {"If-None-Match": tag},
            {"If-None-Match": f'"other", W/{tag}'},
            {"If-None-Match": tag, "If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"},
            {"If-Modified-Since": date},
            {"if-modified-since": "Sat, 31 Oct 2026 00:00:00 GMT"},
        ):
            again = get(url, headers)
            assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
        for headers in (
            {"If-None-Match": '"other"'},
            {"If-None-Match": '"other"', "If-Modified-Since": date},
            {"If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"},
            {"If-Modified-Since": "yesterday"},
        ):
            assert get(url, headers).body == first.body


def feeds(stem: str) -> list[str]:
    return {
        "demo_mirror": ["/rss"],
        "demo_sentinel": ["/feed/", "/feed/?paged=2", "/sitemap_index.xml", "/post-sitemap2.xml.gz"],
        "demo_weekly": ["/arc/outboundfeeds/sitemap-news/?outputType=xml"],
        "demo_ministry": ["/newsroom?page=2"],
        "demo_wehrblick": ["/atom.xml", "/feed.json"],
    }[stem]


def test_gzip_is_given_to_those_who_ask_and_always_the_same(shared: Press) -> None:
    """Packed answers unpack to the plain ones, have the same bytes every time, and a tag that says they are packed."""
    url = shared.articles[0].url
    plain, packed = get(url), get(url, {"Accept-Encoding": "br, gzip;q=0.8"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.body == get(url, {"Accept-Encoding": "gzip"}).body
    assert packed.headers["etag"] == f"W/{plain.headers['etag']}"
    assert get(url, {"If-None-Match": packed.headers["etag"], "Accept-Encoding": "gzip"}).status == 304
    assert "content-encoding" not in get(url, {"Accept-Encoding": "gzip;q=0"}).headers


def test_head_says_what_get_would(shared: Press) -> None:
    """HEAD gives the headers of GET and no content."""
    url = shared.articles[0].url
    asked, got = get(url, method="HEAD"), get(url)
    assert asked.body == b""
    same = ("content-length", "content-type", "etag", "last-modified")
    assert [asked.headers[name] for name in same] == [got.headers[name] for name in same]


def test_a_connection_serves_many_requests(shared: Press) -> None:
    """Connections are kept alive, over 304 and 404 and HEAD too."""
    publication = shared.publications[0]
    connection = http.client.HTTPConnection(publication.host, timeout=10)
    try:
        connection.connect()
        first = connection.sock
        for method, path, status in (
            ("GET", "/", 200),
            ("HEAD", "/rss", 200),
            ("GET", "/nowhere", 404),
            ("GET", "/rss", 200),
        ):
            connection.request(method, path)
            response = connection.getresponse()
            response.read()
            assert (response.status, connection.sock) == (status, first)
    finally:
        connection.close()


def test_requests_are_written_down(press: Press) -> None:
    """The log has every request in order: when, to whom, what, the answer and the headers sent."""
    publication = press.publications[1]
    tag = get(publication.url).headers["etag"]
    get(publication.url, {"If-None-Match": tag, "User-Agent": "me"})
    get(press.publications[0].at("/nowhere?x=1"), method="HEAD")
    first, second, third = press.requests
    assert [first.status, second.status, third.status] == [200, 304, 404]
    assert first.at <= second.at <= third.at
    assert (second.publication, second.method, second.path) == (publication.stem, "GET", "/")
    assert second.headers["if-none-match"] == tag
    assert second.headers["user-agent"] == "me"
    assert (third.method, third.path) == ("HEAD", "/nowhere?x=1")
    assert press.requests.of(publication.stem) == (first, second)
    press.requests.clear()
    assert len(press.requests) == 0


def test_the_same_ports_give_the_same_bytes() -> None:
    """Two presses, one after the other on the same ports, answer alike down to the packed bytes."""

    def everything(press: Press) -> dict[str, tuple[bytes, str]]:
        urls = [a.url for a in press.articles] + [t.url for t in press.traps]
        urls += [p.at(path) for p in press.publications for path in ("/", "/robots.txt", *feeds(p.stem))]
        answers = {url: get(url, {"Accept-Encoding": "gzip"}) for url in urls}
        return {url: (a.body, a.headers.get("etag", "")) for url, a in answers.items()}

    ports = free_ports()
    with Press(ports) as press:
        first = everything(press)
    with Press(ports) as press:
        assert everything(press) == first


def test_content_does_not_depend_on_hash_seed_or_time_zone() -> None:
    """Another process with another hash seed, zone and locale tells the same stories."""
    program = (
        "import hashlib; from demo.press import PUBLICATIONS; "
        "pages = [str(a) for kind in PUBLICATIONS for a in kind(8640, 24, 0.02).articles]; "
        "print(hashlib.sha256('\\n'.join(pages).encode()).hexdigest())"
    )
    digests = set()
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Los_Angeles")):
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=environment)
        digests.add(done.stdout)
    assert len(digests) == 1


def test_the_correction_changes_one_article_and_what_lists_it(press: Press) -> None:
    """After `correct`, one page has another text, headline and ETag; feed and sitemap date it; no other changes."""
    before, after = press.correction
    sentinel = press.publication("demo_sentinel")
    pages = [a.url for a in press.articles]
    listed = [
        sentinel.at(path) for path in ("/", "/feed/", "/sitemap_index.xml", "/post-sitemap2.xml.gz", "/tag/drones/")
    ]
    unlisted = [sentinel.at("/post-sitemap.xml.gz"), sentinel.at("/feed/?paged=2")]
    tags = {url: get(url).headers["etag"] for url in (*pages, *listed, *unlisted)}
    changed_first = parsedate_to_datetime(get(before.url).headers["last-modified"])
    press.correct()
    changed = {url for url, tag in tags.items() if get(url, {"If-None-Match": tag}).status == 200}
    assert changed == {before.url, *listed}
    assert before.url == after.url
    assert before.headline != after.headline
    assert before.paragraphs[0] == after.paragraphs[0]
    assert before.paragraphs[1] != after.paragraphs[1]
    assert before.paragraphs[2:] == after.paragraphs[2:]
    assert before.published_at == after.published_at < after.modified_at
    assert after in sentinel.articles
    assert before not in sentinel.articles
    found = texts_of(after, get(after.url).body)
    assert after.headline in found
    assert set(after.paragraphs) <= set(found)
    assert before.paragraphs[1] not in found
    assert parsedate_to_datetime(get(after.url).headers["last-modified"]) > changed_first
    feed = get(sentinel.at("/feed/")).body.decode()
    sitemap = gzip.decompress(get(sentinel.at("/post-sitemap2.xml.gz")).body).decode()
    written = after.modified_at.isoformat(timespec="seconds")
    assert f"<atom:updated>{written}" in feed
    assert f"<loc>{after.url}</loc><lastmod>{written}" in sitemap


def test_a_press_started_corrected_is_the_press_after_its_correction() -> None:
    """``corrected=True`` gives what `correct` leads to."""
    ports = free_ports()
    with Press(ports) as press:
        press.correct()
        truths = press.articles
        bodies = [get(p.at(path)).body for p in press.publications for path in ("/", *feeds(p.stem))]
    with Press(ports, corrected=True) as again:
        assert again.articles == truths
        assert [get(p.at(path)).body for p in again.publications for path in ("/", *feeds(p.stem))] == bodies


def test_articles_are_of_2026_and_newest_first(shared: Press) -> None:
    """All is published in 2026 before November, in falling order of time, whatever the clock says."""
    for publication in shared.publications:
        times = [article.published_at for article in publication.articles]
        assert times == sorted(times, reverse=True)
        assert datetime(2026, 1, 1, tzinfo=UTC) < times[-1]
        assert times[0] < datetime(2026, 11, 1, tzinfo=UTC)


def test_hundreds_of_articles_differ_in_address_headline_and_every_paragraph() -> None:
    """At four hundred a publication, no address, headline or paragraph occurs twice."""
    for kind in PUBLICATIONS:
        articles = kind(8640, 400, 0.0).articles
        assert len(articles) == 400
        assert len({a.url for a in articles}) == 400
        assert len({a.headline for a in articles}) == 400
        paragraphs = [text for a in articles for block, text in a.blocks if block == "paragraph"]
        assert len(set(paragraphs)) == len(paragraphs)


def test_no_two_articles_look_like_near_duplicates(shared: Press) -> None:
    """Any two texts share less than a third of their runs of three words."""

    def runs(article: ArticleTruth) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", article.body.lower())
        return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}

    for one, other in combinations(map(runs, shared.articles), 2):
        assert len(one & other) < len(one | other) / 3


def test_texts_have_no_trace_of_the_grammar(shared: Press) -> None:
    """No bracket, brace, doubled blank or wrong article is left in what readers see."""
    for truth in shared.articles:
        seen = (truth.headline, truth.subheadline, truth.caption, *truth.paragraphs)
        for text in filter(None, seen):
            assert not re.search(r"[\[\]{}|~]|\s\s|\s[,.;]|\.\.|\b[Aa] [aeio]\w", text), text
            assert text == text.strip()
            assert text[0].isupper() or not text[0].isalpha(), text


def test_grammar_says_numbers_articles_and_choices_as_readers_expect() -> None:
    """Small numbers are words but for measures; a~ becomes a or an by sound; choices nest."""
    dice = Dice("seed")
    assert (
        expand("{3..3} days, {3..3} per cent, {3..3}.5, {12..12} days", {}, dice)
        == "Three days, 3 per cent, 3.5, 12 days"
    )
    assert expand("a~ {x} and a~ unit and a~ {8..8}-week trial", {"x": "old ship"}, dice) == (
        "An old ship and a unit and an eight-week trial"
    )
    assert {expand("[one|t[wo|oo]]", {}, dice) for _ in range(50)} == {"One", "Two", "Too"}


def test_a_small_press_works_and_an_empty_one_is_refused() -> None:
    """One article a publication is enough to serve everything; none, or too few ports, is a clear error."""
    with Press(articles_per_publication=1) as press:
        press.correct()
        for publication in press.publications:
            (article,) = publication.articles
            assert article.headline in texts_of(article, get(article.url).body)
            assert get(publication.url).status == 200
        assert all(get(trap.url).status in (200, 301, 404) for trap in press.traps)
    with pytest.raises(ValueError, match="at least one article"):
        Press(articles_per_publication=0)
    with pytest.raises(ValueError, match="5 publications"):
        Press([8640])


def test_ports_are_given_back_and_a_taken_port_is_an_error() -> None:
    """After the block nobody answers, kept-alive connections end, and a port in use is refused at once."""
    with Press() as press:
        ports = [p.port for p in press.publications]
        kept = http.client.HTTPConnection(press.publications[0].host, timeout=10)
        kept.request("GET", "/robots.txt")
        kept.getresponse().read()
        with pytest.raises(OSError, match="in use"):
            Press(ports)
    for port in ports:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=10)
    assert kept.sock is not None
    assert kept.sock.recv(1) == b""
    kept.close()


def test_clients_that_hang_up_leave_no_trace(press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    """A client that goes away in the middle of a request or an answer prints no traceback, and others are served."""
    publication = press.publications[0]
    for sent in (b"", b"GET /rss HT", b"GET /rss HTTP/1.1\r\nHost: x\r\n\r\n" * 200):
        with socket.create_connection(("127.0.0.1", publication.port), timeout=10) as client:
            client.sendall(sent)
            # A reset instead of a polite end, so that the server's next write fails.
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    assert get(publication.url).status == 200
    press.close()
    assert capsys.readouterr() == ("", "")


def test_what_robots_keep_out_would_be_served(shared: Press) -> None:
    """A crawler that disobeys does get a page, so that its fault is seen."""
    ministry = shared.publication(Ministry.stem)
    for path in EMBARGOED:
        assert b"gov-body" in get(ministry.at(path)).body


def test_served_for_people_from_the_command_line() -> None:
    """``python -m demo`` prints the addresses, serves them, ends on Ctrl-C; a taken port is told in one sentence."""
    port = free_ports()[0]
    command = [sys.executable, "-m", "demo", "--articles", "2", "--port"]
    # Where the tests run in the background SIGINT is ignored, and a child would inherit that.
    listening = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    with subprocess.Popen([*command, str(port)], stdout=subprocess.PIPE, text=True, cwd=ROOT, **listening) as running:  # type: ignore[call-overload]
        assert running.stdout is not None
        addresses = [running.stdout.readline().split()[0] for _ in PUBLICATIONS]
        try:
            assert running.stdout.readline() == "Ctrl-C ends it.\n"
            assert [get(address).status for address in addresses] == [200] * len(PUBLICATIONS)
            second = subprocess.run([*command, str(port)], capture_output=True, text=True, cwd=ROOT)
            assert second.returncode == 2
            assert "name another with --port" in second.stderr
            assert "Traceback" not in second.stderr
        finally:
            running.send_signal(2)
        assert running.wait(20) == 0


def test_addresses_without_their_slash_or_with_trackers_lead_to_the_article(shared: Press) -> None:
    """WordPress redirects to the address with its slash; trackers make no difference."""
    truth = shared.publication("demo_sentinel").articles[0]
    bare = get(truth.url.rstrip("/"))
    assert (bare.status, bare.headers["location"]) == (301, truth.url)
    assert get(f"{truth.url}?utm_source=x&utm_medium=y").body == get(truth.url).body
    with urllib.request.urlopen(truth.url.rstrip("/"), timeout=10) as followed:
        assert followed.url == truth.url
    with pytest.raises(urllib.error.HTTPError, match="404") as missing:
        urllib.request.urlopen(f"{truth.url}nothing/", timeout=10)
    missing.value.close()


def test_pictures_are_pictures(shared: Press) -> None:
    """Every article's picture is a PNG that its server has."""
    for url in {truth.image_url for truth in shared.articles if truth.image_url}:
        answer = get(url)
        assert answer.headers["content-type"] == "image/png"
        assert io.BytesIO(answer.body).read(8) == b"\x89PNG\r\n\x1a\n"
