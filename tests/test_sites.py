"""The site files that we ship. A new file meets all of this by lying in the folder."""

import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from extract.site import (
    SHIPPED,
    Discover,
    Layout,
    Listing,
    Site,
    compiled_selector,
    load_site,
    load_sites,
    site_of,
)
from extract.site_rules import Family
from extract.urls import on_hosts

FILES = sorted(SHIPPED.glob("*.toml"))
SITES = [path for path in FILES if not path.stem.startswith("_")]
FAMILIES = [path for path in FILES if path.stem.startswith("_")]

# The only articles that we have seen of them.
ONE_EXAMPLE = {"gov-uk-mod"}
NO_ARTICLES = (
    *("/", "", "/tag/x/", "/author/x/", "/category/x/", "/about/", "/feed/", "/page/2/"),
    *("/tag/a-tag-with-a-long-name/", "/author/somebody-with-a-long-name", "/category/news/page/12/", "/search?q=x"),
    *("/robots.txt", "/sitemap.xml", "/wp-content/uploads/2026/08/some-long-picture-name.jpg"),
    *("/2026/", "/2026/08/", "/2026/08/20/", "/share?u=https://example.com/news/12345/a-long-slug-of-an-article/"),
)
SELECTORS = [name for name in Layout.model_fields if name not in {"until", "prune", "published_format"}]

every_site = pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def sites() -> dict[str, Site]:
    """All shipped sites, loaded together."""
    return load_sites()


@every_site
def test_a_shipped_site_is_complete(path: Path) -> None:
    """Each file loads by itself, names its language, and has examples and a way to find articles."""
    site = load_site(path)

    assert site.stem == path.stem
    assert site.language
    assert len(set(site.examples)) >= (1 if site.stem in ONE_EXAMPLE else 2)
    assert site.discover.feeds or site.discover.sitemaps or site.discover.listings
    assert site.discover.accept


@every_site
def test_examples_are_articles(path: Path) -> None:
    """Each example is on the site's hosts and accepted, also with a tracker behind it and without its last slash."""
    site = load_site(path)

    for example in site.examples:
        assert on_hosts(example, site.hosts)
        for variant in (example, example.rstrip("/"), f"{example}?utm_source=rss", f"{example}#comments"):
            assert site.discover.accepts(variant), variant
            assert site.url_key(variant) == site.url_key(example)


@every_site
@pytest.mark.parametrize("place", NO_ARTICLES)
def test_pages_that_are_no_articles_are_refused(path: Path, place: str) -> None:
    """Front, section, tag, author and feed pages of a site's own hosts are not taken for articles."""
    site = load_site(path)

    for host in site.hosts:
        assert not site.discover.accepts(f"https://{host}{place}")


@every_site
def test_places_of_discovery_are_no_articles(path: Path) -> None:
    """The homepage, feeds, sitemaps and listings are absolute addresses, and none of them passes as an article."""
    site = load_site(path)
    discover = site.discover

    for url in (site.homepage, *discover.feeds, *discover.sitemaps, *(listing.url for listing in discover.listings)):
        assert urlsplit(url).scheme == "https"
        assert urlsplit(url).hostname
        assert not discover.accepts(url)


@every_site
def test_a_key_tells_articles_apart(path: Path) -> None:
    """Examples, all of them different articles, have different identities, and whole ones: no empty key."""
    site = load_site(path)
    keys = {site.url_key(example) for example in site.examples}

    assert len(keys) == len(site.examples)
    if site.discover.key:
        assert all(key.removeprefix(f"{site.stem}:").isalnum() for key in keys)


@every_site
def test_selectors_of_layouts_are_compiled(path: Path) -> None:
    """Every selector of every layout, the family's included, is ready to be used on a page."""
    for layout in load_site(path).layouts:
        written = [*layout.prune, *(s for name in SELECTORS if isinstance(s := getattr(layout, name), str))]
        assert written or layout.published_format
        assert all(callable(compiled_selector(selector)) for selector in written)


@every_site
def test_what_a_site_gives_is_its_own(path: Path) -> None:
    """A site repeats nothing that its family says already."""
    own = tomllib.loads(path.read_text(encoding="utf-8"))
    if "base" not in own:
        return
    family = tomllib.loads((SHIPPED / f"{own['base']}.toml").read_text(encoding="utf-8"))
    newest = family["layout"][-1]

    for mine, theirs in ((own.get("discover", {}), family["discover"]), *((x, newest) for x in own.get("layout", []))):
        assert not [key for key in mine if key in theirs and mine[key] == theirs[key]]


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_families_are_shared_and_are_no_sites(path: Path, sites: dict[str, Site]) -> None:
    """A family is used by some site, holds only what sites may share, and is not a site itself."""
    rules = tomllib.loads(path.read_text(encoding="utf-8"))

    assert path.stem not in sites
    assert set(rules) <= set(Family.model_fields)
    assert path.stem in {site.base for site in sites.values()}


def test_the_folder_is_the_registry(sites: dict[str, Site]) -> None:
    """Every file of the folder that is no family is a site, DefenseMirror among them."""
    assert sorted(sites) == sorted(path.stem for path in SITES)
    assert sites["defensemirror"].timezone == "Asia/Kolkata"


def test_every_host_belongs_to_one_site(sites: dict[str, Site]) -> None:
    """Each host leads to the site that names it and to no other, with or without www."""
    for site in sites.values():
        for host in site.hosts:
            assert site_of(f"https://{host}/x", sites) is site
            assert site_of(f"http://www.{host.removeprefix('www.')}/", sites) is site


def test_one_article_of_defense_mirror_under_all_its_addresses(sites: dict[str, Site]) -> None:
    """Slug, host, scheme and trailing slash are decoration at DefenseMirror: the number is the article."""
    site = sites["defensemirror"]
    variants = (
        "https://www.defensemirror.com/news/38213/Peruvian_Firm_SEMAN_to_Manufacture_Parts_for_S_Korean_KF_21_Jet",
        "https://defensemirror.com/news/38213",
        "http://www.defensemirror.com/news/38213/",
        "https://defensemirror.com/news/38213/Another_Slug__?utm_source=x",
    )

    assert {site.url_key(url) for url in variants} == {"defensemirror:38213"}
    assert all(site.discover.accepts(url) for url in variants)


def test_the_example_for_contributors_loads_and_shows_every_key(tmp_path: Path) -> None:
    """What CONTRIBUTING.md tells authors to write is read as it stands there, and leaves no key out."""
    guide = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = guide.partition("## Add a site in ten minutes\n")[2].partition("\n## ")[0]
    example = section.partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "gazette.toml").write_text(example, encoding="utf-8")

    gazette = load_sites(tmp_path)["gazette"]
    rules = tomllib.loads(example)
    discover, layouts = rules["discover"], rules["layout"]

    assert set(rules) == {field.alias or name for name, field in Site.model_fields.items()} - {"stem"}
    assert set(discover) == set(Discover.model_fields)
    assert set(discover["listings"][0]) == set(Listing.model_fields)
    assert {key for layout in layouts for key in layout} == set(Layout.model_fields)
    assert {gazette.url_key(example) for example in gazette.examples} == {"gazette:10412", "gazette:10388"}
    assert all(f"`{path.stem}`" in section for path in FAMILIES)
