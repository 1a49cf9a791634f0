"""Crawls of small sites on loopback, each in a process of its own: what is fetched, what is kept, what is said."""

import gzip
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from crawling import command, run, site_file
from misbehaving import Page, Redirect, Sequence, Server, article, free_port, rss, serving

from extract.site import load_site
from warehouse.archive import Archive
from warehouse.check import check
from warehouse.lock import hold
from warehouse.state import State

FEED = 'feeds = ["/rss"]\naccept = ["/news/"]\ndelay = 0'


@pytest.fixture
def server() -> Iterator[Server]:
    """A web server."""
    with serving() as opened:
        yield opened


def outcomes(data: Path) -> dict[str, str]:
    """Every URL's outcome, by path."""
    rows = query(data, "SELECT url, outcome FROM frontier")
    return {"/" + url.split("/", 3)[3]: outcome for url, outcome in rows}


def query(data: Path, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Ask the state file."""
    connection = sqlite3.connect(data / "state.sqlite")
    try:
        return connection.execute(statement, values).fetchall()
    finally:
        connection.close()


def reason(data: Path, path: str) -> str:
    """Why a URL came out as it did."""
    return str(query(data, "SELECT reason FROM frontier WHERE url LIKE ?", f"%{path}")[0][0])


def sql(data: Path, statement: str, *values: Any) -> None:
    """Change the state file, to make time pass."""
    connection = sqlite3.connect(data / "state.sqlite")
    with connection:
        connection.execute(statement, values)
    connection.close()


def captures(data: Path) -> list[tuple[str, str, bytes]]:
    """URL, kind and decoded body of everything in the archive."""
    state = State(data / "state.sqlite")
    archive = Archive(data, state)
    found = [(row.url, row.kind, archive.read(row).body) for row in archive.index.all()]
    state.close()
    return found


@pytest.fixture
def small(server: Server, tmp_path: Path) -> Path:
    """A site with a feed of ten articles."""
    server.pages = {f"/news/{n}": article(n) for n in range(10)} | {"/rss": rss(server.url, range(10))}
    return site_file(tmp_path, "small", server.url, FEED)


def test_every_article_of_the_feed_is_archived_once(server: Server, small: Path, tmp_path: Path) -> None:
    """A first crawl archives each article byte for byte, asks for robots.txt and the feed once, and nothing twice."""
    report = run(tmp_path / "data", [small])
    assert report["sites"]["small"]["new"] == 10
    assert report["attention"] == []
    once = ["/robots.txt", "/.well-known/tdmrep.json", "/rss", *(f"/news/{n}" for n in range(10))]
    assert sorted(server.paths()) == sorted(once)
    found = captures(tmp_path / "data")
    assert sorted((url, kind) for url, kind, _ in found) == [(f"{server.url}/news/{n}", "response") for n in range(10)]
    assert {body.decode() for _, _, body in found} == {article(n).body for n in range(10)}
    assert set(outcomes(tmp_path / "data").values()) == {"archived"}


def test_what_the_archive_has_is_not_fetched_again_after_the_state_file_was_lost(
    server: Server, small: Path, tmp_path: Path
) -> None:
    """The index made again from the archive says which articles are there; only what is new is asked for."""
    data = tmp_path / "data"
    run(data, [small])
    for path in data.glob("state.sqlite*"):
        path.unlink()
    check(data, {"small": load_site(small)}, repair=True, workers=0)
    server.pages |= {"/news/10": article(10), "/rss": rss(server.url, range(11))}
    server.asked.clear()
    run(data, [small])
    assert [path for path in server.paths() if path.startswith("/news/")] == ["/news/10"]
    assert set(outcomes(data).values()) == {"archived"}
    assert len(outcomes(data)) == 11


def test_a_second_crawl_of_an_unchanged_site_asks_for_the_feed_alone(
    server: Server, small: Path, tmp_path: Path
) -> None:
    """Run again, the only request is a conditional one for the feed, answered 304, and the report says so."""
    run(tmp_path / "data", [small])
    server.asked.clear()
    report = run(tmp_path / "data", [small])
    assert server.paths() == ["/rss"]
    assert "if-none-match" in server.asked[0].headers
    assert report["sites"]["small"] == report["sites"]["small"] | {
        "requests": 1, "not_modified": 1, "new": 0, "fetched": 0, "found": 0, "outcome": "done",
    }  # fmt: skip


def test_an_article_whose_feed_entry_changed_is_looked_at_again(server: Server, small: Path, tmp_path: Path) -> None:
    """A changed entry makes its article due; a changed page is kept beside the old, an unchanged one as revisit."""
    data = tmp_path / "data"
    run(data, [small])
    server.asked.clear()
    server.pages["/rss"].body = (
        server.pages["/rss"]
        .body.replace("Article 3<", "Article 3, corrected<")
        .replace("Article 4<", "Article 4, corrected<")
    )
    server.pages["/news/3"] = article(3, "Corrected.")
    report = run(data, [small])
    assert sorted(server.paths()) == ["/news/3", "/news/4", "/rss"]
    counts = report["sites"]["small"]
    assert (counts["fetched"], counts["new"], counts["unchanged"], counts["not_modified"]) == (1, 0, 1, 1)
    found = [(url[-1], kind) for url, kind, _ in captures(data) if url[-1] in "34"]
    assert sorted(found) == [("3", "response"), ("3", "response"), ("4", "response"), ("4", "revisit")]
    assert outcomes(data)["/news/4"] == "unchanged"


def test_a_fresh_article_is_looked_at_again_when_its_time_comes(server: Server, small: Path, tmp_path: Path) -> None:
    """An article published lately is due again within a day; asked conditionally, it becomes a revisit, not a copy."""
    data = tmp_path / "data"
    today = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    server.pages["/rss"] = rss(server.url, range(10), date=today)
    run(data, [small])
    (due,) = query(data, "SELECT next_try_at FROM frontier WHERE url LIKE '%/news/1'")[0]
    assert 0 < (datetime.fromisoformat(due) - datetime.now(UTC)).total_seconds() < 86_400
    server.asked.clear()
    run(data, [small])
    assert server.paths() == ["/rss"]
    sql(data, "UPDATE frontier SET next_try_at = '2020-01-01T00:00:00.000000Z'")
    report = run(data, [small])
    assert report["sites"]["small"]["unchanged"] == 10
    assert [kind for url, kind, _ in captures(data) if url.endswith("/1")] == ["response", "revisit"]
    assert query(data, "SELECT count(*) FROM frontier WHERE next_try_at < '2026'") == [(0,)]


def test_robots_are_obeyed_and_remembered(server: Server, small: Path, tmp_path: Path) -> None:
    """What robots.txt forbids to us is not fetched and said so; the file is asked for once a day, not once a run."""
    server.pages["/robots.txt"] = Page(
        "User-agent: defnews\nDisallow: /news/5\n\nUser-agent: *\nDisallow: /", "text/plain"
    )
    for _ in range(2):
        run(tmp_path / "data", [small])
    assert server.paths().count("/robots.txt") == 1
    assert "/news/5" not in server.paths()
    assert outcomes(tmp_path / "data")["/news/5"] == "skipped_robots"


@pytest.mark.parametrize("answer", [Page("busy", status=503), Page("wait", status=429)])
def test_a_site_whose_robots_cannot_be_had_is_left_alone(
    server: Server, small: Path, tmp_path: Path, answer: Page
) -> None:
    """robots.txt answering 5xx or 429 means that nothing is fetched; everything stays as it was for the next run."""
    server.pages["/robots.txt"] = answer
    report = run(tmp_path / "data", [small])
    assert set(server.paths()) == {"/robots.txt"}
    assert "robots.txt" in report["attention"][0]
    server.pages["/robots.txt"] = Page("", "text/plain")
    sql(tmp_path / "data", "DELETE FROM hosts")
    assert run(tmp_path / "data", [small])["sites"]["small"]["new"] == 10


def test_redirects_end_at_one_article(server: Server, small: Path, tmp_path: Path) -> None:
    """URLs that redirect to a listed article share its capture: one request an address, one page archived."""
    server.pages["/news/1"] = Redirect("/news/2")
    server.pages["/news/3"] = Redirect("/moved/news/3")
    server.pages["/moved/news/3"] = article(3)
    run(tmp_path / "data", [small])
    assert len(server.paths()) == len(set(server.paths()))
    urls = [url for url, _, _ in captures(tmp_path / "data")]
    assert len(urls) == len(set(urls)) == 9
    assert set(outcomes(tmp_path / "data").values()) == {"archived"}
    server.asked.clear()
    run(tmp_path / "data", [small])
    assert server.paths() == ["/rss"]


@pytest.mark.parametrize(
    ("answer", "outcome", "why"),
    [
        (Redirect("/news/0"), "failed", "redirects too often"),
        (Redirect("http://elsewhere.example/x"), "skipped_rule", "none of the site's hosts"),
        (Redirect("file:///etc/passwd"), "failed", "without a target"),
        (Redirect("data:text/html,x"), "failed", "without a target"),
        (Redirect("javascript:alert(1)"), "failed", "without a target"),
        (Redirect(None), "failed", "without a target"),
        (Page("no", status=404), "failed", "gone"),
        (Page("no", status=410), "failed", "gone"),
        (Page("no", status=403), "failed_temporary", "answers 403"),
        (Page("oops", status=500), "failed_temporary", "answers 500"),
        (Page(b"\xff\xd8\xff", "image/jpeg"), "skipped_rule", "image/jpeg"),
        (Page(b"%PDF-1.7", "application/pdf"), "archived", "None"),
        (Page("", "text/html"), "archived", "None"),
        (Page("x", headers={"X-Robots-Tag": "noarchive"}), "skipped_optout", "noarchive"),
        (Page("x", headers={"X-Robots-Tag": "otherbot: noarchive"}), "archived", "None"),
        (Page("x", headers={"TDM-Reservation": "1"}), "skipped_optout", "tdm-reservation"),
        (Page('<meta name="robots" content="index, noai">'), "skipped_optout", "noai"),
        (
            Page("<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"),
            "failed_temporary",
            "challenge",
        ),
        (Page("<title>Just a moment...</title>", status=403), "failed_temporary", "challenge"),
        (Page("fine", headers={"cf-mitigated": "challenge"}), "failed_temporary", "challenge"),
    ],
)
def test_each_answer_has_its_outcome(
    server: Server, small: Path, tmp_path: Path, answer: Any, outcome: str, why: str
) -> None:
    """What a server answers decides the one outcome of the URL; the other articles are not affected."""
    server.pages["/news/0"] = answer
    server.pages["/rss"] = rss(server.url, range(3))
    report = run(tmp_path / "data", [small])
    found = outcomes(tmp_path / "data")
    assert found["/news/0"] == outcome
    assert why in reason(tmp_path / "data", "/news/0")
    assert found["/news/1"] == found["/news/2"] == "archived"
    counts = report["sites"]["small"]
    assert counts["failed"] == outcome.startswith("failed")
    assert counts["skipped"] == outcome.startswith("skipped")


def test_opt_outs_can_be_recorded_instead(server: Server, small: Path, tmp_path: Path) -> None:
    """With the policy `record` a page that opts out is archived, and its metadata says so."""
    server.pages["/rss"] = rss(server.url, [0])
    server.pages["/news/0"] = Page("<p>x</p>", headers={"X-Robots-Tag": "noai", "Content-Signal": "ai-train=no"})
    run(tmp_path / "data", [small], settings={"DEFNEWS_OPT_OUTS": "record"})
    (path,) = (tmp_path / "data" / "archive").rglob("*.warc.gz")
    content = gzip.decompress(path.read_bytes())
    assert b'"opt_outs": ["ai-train=no", "noai"]' in content


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        (Page("<!doctype html><html><head></head></html>"), "answers with a web page"),
        (Page('<rss version="2.0"><channel></channel></rss>', "text/xml"), "names no article"),
        (Page("<rss><channel><item", "text/xml"), "names no article"),
        (Page("nothing of the kind", "text/xml"), "neither a feed nor a sitemap"),
        (Page('<!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>', "text/xml"), "declares XML entities"),
        (Page("", "text/xml"), "is empty"),
        (Page("gone", status=404), "answers 404"),
        (Redirect("/rss"), "redirects too often"),
    ],
)
def test_a_feed_that_is_none_is_named_in_the_report(
    server: Server, small: Path, tmp_path: Path, feed: Any, said: str
) -> None:
    """A source that gives nothing is a sentence with the site, the address and what to do; the run goes on."""
    server.pages["/rss"] = feed
    report = run(tmp_path / "data", [small])
    (sentence,) = report["attention"]
    assert sentence.startswith(f"small: {server.url}/rss ")
    assert said in sentence
    assert report["sites"]["small"]["outcome"] == "attention"


def test_an_unreachable_host_is_a_sentence(tmp_path: Path) -> None:
    """A host that nobody answers at ends in one sentence that names it; its turn comes again in a later run."""
    path = site_file(tmp_path, "away", f"http://127.0.0.1:{free_port()}", FEED)
    report = run(tmp_path / "data", [path])
    assert len(report["attention"]) == 1
    assert "no connection" in report["attention"][0]


def test_a_host_that_keeps_failing_is_left_alone_in_the_next_run_too(
    server: Server, small: Path, tmp_path: Path
) -> None:
    """After some failures in a row the host is not asked any more, now or in the next run; the report says how long."""
    for n in range(10):
        server.pages[f"/news/{n}"] = Page("down", status=502)
    report = run(tmp_path / "data", [small])
    assert any("left alone until" in sentence for sentence in report["attention"])
    assert len(server.paths()) < 14
    server.asked.clear()
    report = run(tmp_path / "data", [small])
    assert server.paths() == []
    assert any("left alone until" in sentence for sentence in report["attention"])
    assert "pending" in outcomes(tmp_path / "data").values()


def test_retry_after_is_honoured_in_the_next_run(server: Server, small: Path, tmp_path: Path) -> None:
    """A host that asks to wait an hour is not asked for anything before."""
    server.pages["/rss"] = Page("wait", status=429, headers={"Retry-After": "3600"})
    report = run(tmp_path / "data", [small])
    assert server.paths() == ["/robots.txt", "/rss"]
    assert "asks to wait" in report["attention"][0]
    server.asked.clear()
    run(tmp_path / "data", [small])
    assert server.paths() == []


def test_a_passing_error_is_tried_again_in_the_same_run(server: Server, small: Path, tmp_path: Path) -> None:
    """An error that passes costs no article."""
    server.pages["/news/2"] = Sequence(
        [Page("x", status=500), Page("x", status=503, headers={"Retry-After": "0"}), article(2)]
    )
    report = run(tmp_path / "data", [small], settings={"DEFNEWS_FIRST_BACKOFF": 0.001})
    assert report["sites"]["small"]["new"] == 10


def test_no_two_requests_are_closer_than_the_delay(server: Server, small: Path, tmp_path: Path) -> None:
    """By the server's own clock, requests to a host keep the site's delay, or that of robots.txt where it is longer."""
    small.write_text(small.read_text().replace("delay = 0", "delay = 0.05"))
    server.pages["/robots.txt"] = Page("User-agent: *\nCrawl-delay: 0.2", "text/plain")
    server.pages["/news/1"] = Redirect("/news/2")
    run(tmp_path / "data", [small])
    times = [asked.at for asked in server.asked]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(gaps) >= 10
    assert min(gaps) >= 0.2


def test_the_limit_counts_new_articles(server: Server, small: Path, tmp_path: Path) -> None:
    """`limit` archives that many, failures aside, and leaves the rest pending; the next run goes on with them."""
    server.pages["/news/0"] = Page("gone", status=404)
    report = run(tmp_path / "data", [small], limit=4)
    assert report["sites"]["small"]["new"] == 4
    assert list(outcomes(tmp_path / "data").values()).count("pending") in (5, 6)
    assert run(tmp_path / "data", [small])["sites"]["small"]["new"] == 5


def test_since_leaves_out_what_is_older(server: Server, small: Path, tmp_path: Path) -> None:
    """Entries dated before `since` are not fetched; undated ones are."""
    old = rss(server.url, range(5), date="Mon, 05 Oct 2020 10:00:00 +0000").body
    server.pages["/rss"].body = old
    server.pages["/rss2"] = rss(server.url, range(5, 8))
    small.write_text(small.read_text().replace('"/rss"]', '"/rss", "/rss2"]'))
    report = run(tmp_path / "data", [small], since="2026-01-01")
    assert report["sites"]["small"]["new"] == 3


def test_urls_outside_the_rules_are_entered_but_not_fetched(server: Server, small: Path, tmp_path: Path) -> None:
    """What accept leaves out and what lies on other hosts has its outcome in the frontier, so that sums add up."""
    server.pages["/rss"].body = (
        server.pages["/rss"]
        .body.replace("/news/7<", "/tag/7<")
        .replace(f"{server.url}/news/8", "http://other.example/news/8")
    )
    report = run(tmp_path / "data", [small])
    counts = report["sites"]["small"]
    assert (counts["found"], counts["new"], counts["skipped"]) == (10, 8, 2)
    assert not any(path.startswith("/tag") for path in server.paths())
    small.write_text(small.read_text().replace('accept = ["/news/"]', 'accept = ["/news/", "/tag/"]'))
    server.pages["/tag/7"] = article(7)
    assert run(tmp_path / "data", [small])["sites"]["small"]["new"] == 1


def test_several_sites_are_crawled_at_once(tmp_path: Path) -> None:
    """Sites of one run are fetched side by side, not one after the other."""
    with serving() as one, serving("127.0.0.2") as two:
        files = []
        for name, server in (("one", one), ("two", two)):
            server.pages = {f"/news/{n}": article(n) for n in range(5)} | {"/rss": rss(server.url, range(5))}
            files.append(site_file(tmp_path, name, server.url, FEED.replace("delay = 0", "delay = 0.1")))
        report = run(tmp_path / "data", files)
        assert [report["sites"][name]["new"] for name in ("one", "two")] == [5, 5]
        assert one.asked[0].at < two.asked[-1].at
        assert two.asked[0].at < one.asked[-1].at


def test_the_user_agent_says_who_we_are(server: Server, small: Path, tmp_path: Path) -> None:
    """Requests name the program; the contact address is the user's own, and there is none without."""
    run(tmp_path / "data", [small], limit=1)
    assert "defnews/" in server.asked[0].headers["user-agent"]
    assert "@" not in server.asked[0].headers["user-agent"]
    server.asked.clear()
    run(tmp_path / "data", [small], limit=1, contact="desk@example.org\r\nX: y")
    assert "+desk@example.orgX: y" in server.asked[0].headers["user-agent"]
    assert {"cookie", "referer", "x"}.isdisjoint(server.asked[0].headers)


def test_a_second_run_on_the_same_folder_is_refused(small: Path, tmp_path: Path) -> None:
    """Two crawls of one folder at once: the second says so."""
    with hold(tmp_path / "data", "crawl"):
        done = subprocess.run(command(tmp_path / "data", [small]), capture_output=True, text=True, check=False)
    assert "another run is crawling" in done.stderr
