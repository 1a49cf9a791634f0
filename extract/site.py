"""Site files: what we know of one publication, as data. Adding a site is adding one TOML file."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from cssselect import SelectorError
from lxml import etree
from parsel.csstranslator import HTMLTranslator
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from extract.urls import host_of, on_hosts, url_key

SHIPPED = Path(__file__).parent / "sites"
STEM = re.compile(r"[a-z0-9][a-z0-9_-]*")


class SiteFileError(Exception):
    """A site file that cannot be used: which file, line and key, and what to write instead."""


@cache
def compiled_selector(selector: str) -> etree.XPath:
    """Compile a site file's selector: XPath if it starts with ``/``, ``.//`` or ``(``, else CSS.

    Raises ``ValueError`` with one sentence when it is neither.
    """
    is_xpath = selector.startswith(("/", "./", "(", "..")) or selector.startswith(".//")
    try:
        xpath = selector if is_xpath else HTMLTranslator().css_to_xpath(selector)
        return etree.XPath(xpath, regexp=False, namespaces=None)
    except (SelectorError, etree.XPathSyntaxError) as error:
        raise ValueError(f"{selector!r} is neither a CSS selector nor an XPath: {error}") from None


def _selector(value: str) -> str:
    compiled_selector(value)
    return value


def _regex(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"{value!r} is not a regular expression: {error}") from None
    return value


def _key_regex(value: str) -> str:
    if re.compile(_regex(value)).groups < 1:
        raise ValueError(f"{value!r} needs a group in brackets around what identifies an article")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"{value!r} is no time zone: use a name such as Asia/Kolkata") from None
    return value


def _host(value: str) -> str:
    if host_of(f"http://{value}/") != value:
        raise ValueError(f"{value!r} is no host: write it in lower case without scheme and path, such as www.example.com")
    return value


def _web_address(value: str) -> str:
    if host_of(value) is None:
        raise ValueError(f"{value!r} is no http(s) address")
    return value


Selector = Annotated[str, AfterValidator(_selector)]
Regex = Annotated[str, AfterValidator(_regex)]
KeyRegex = Annotated[str, AfterValidator(_key_regex)]
Zone = Annotated[str, AfterValidator(_zone)]
Host = Annotated[str, AfterValidator(_host)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class Rules(BaseModel):
    """A part of a site file: unknown keys are refused, values never change once loaded."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Listing(Rules):
    """Pages of a site that list articles, for sites (or pasts) that no feed covers."""

    url: str
    """Address; ``{page}`` stands for the page number."""

    links: Selector
    """The links to articles on it."""

    first_page: int = Field(default=1, ge=0)
    last_page: int = Field(default=1, ge=0)

    @model_validator(mode="after")
    def _pages(self) -> "Listing":
        if self.last_page > self.first_page and "{page}" not in self.url:
            raise ValueError("last_page needs {page} in the url")
        return self


class Discover(Rules):
    """Where a site's articles are found."""

    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    listings: tuple[Listing, ...] = ()
    accept: tuple[Regex, ...] = ()
    reject: tuple[Regex, ...] = ()
    key: KeyRegex | None = None
    delay: float = Field(default=2.0, ge=0, le=3600)

    def accepts(self, url: str) -> bool:
        """Whether a URL may be an article: some ``accept`` matches (or there is none) and no ``reject`` does."""
        if any(re.search(pattern, url) for pattern in self.reject):
            return False
        return not self.accept or any(re.search(pattern, url) for pattern in self.accept)


class Layout(Rules):
    """Rules for a period of a site's markup. The newest has no ``until``."""

    until: date | None = None
    body: Selector | None = None
    prune: tuple[Selector, ...] = ()
    headline: Selector | None = None
    subheadline: Selector | None = None
    byline: Selector | None = None
    published: Selector | None = None
    modified: Selector | None = None
    section: Selector | None = None
    caption: Selector | None = None
    view_count: Selector | None = None
    published_format: str | None = None
    """``strptime`` format of the printed date, tried before anything is guessed."""


class Site(Rules):
    """One publication: its name and hosts, where its articles are found, and how its pages are laid out."""

    stem: str = Field(pattern=STEM.pattern)
    """File name without its ending: the site's name on the command line and in the warehouse."""

    name: str = Field(min_length=1)
    homepage: WebAddress
    hosts: tuple[Host, ...] = Field(min_length=1)
    country: Country | None = None
    language: Language | None = None
    timezone: Zone = "UTC"
    base: str | None = None
    examples: tuple[WebAddress, ...] = ()
    discover: Discover = Discover()
    layouts: tuple[Layout, ...] = Field(default=(), alias="layout")

    @model_validator(mode="after")
    def _consistent(self) -> "Site":
        if not on_hosts(self.homepage, self.hosts):
            raise ValueError("homepage is not on one of the site's hosts")
        for example in self.examples:
            if not on_hosts(example, self.hosts):
                raise ValueError(f"example {example} is not on one of the site's hosts")
            if not self.discover.accepts(example):
                raise ValueError(f"example {example} is not an article by accept and reject")
        untils = [layout.until for layout in self.layouts]
        if len(set(untils)) != len(untils):
            raise ValueError("two layouts have the same until (or none): give every layout but the newest its own date")
        return self

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all that changes what extraction makes of a page; a change of it makes the site's rows stale."""
        rules = self.model_dump(mode="json", include={"stem", "hosts", "language", "timezone", "layouts"})
        rules |= self.discover.model_dump(mode="json", include={"key", "accept", "reject"})
        return hashlib.sha256(json.dumps(rules, sort_keys=True).encode()).hexdigest()

    @cached_property
    def zone(self) -> ZoneInfo:
        """Zone of printed times that name none."""
        return ZoneInfo(self.timezone)

    def layout_at(self, fetched_at: datetime) -> Layout | None:
        """The layout of a capture's day (UTC): the earliest ``until`` not yet past, else the one without."""
        day = fetched_at.date()
        dated = sorted((x.until, x) for x in self.layouts if x.until is not None and x.until >= day)
        if dated:
            return dated[0][1]
        return next((x for x in self.layouts if x.until is None), None)

    def url_key(self, url: str) -> str:
        """Identity of one of the site's URLs; see `extract.urls.url_key`."""
        pattern = re.compile(self.discover.key) if self.discover.key and on_hosts(url, self.hosts) else None
        return url_key(url, pattern, self.stem)


def load_sites(*folders: Path | str) -> dict[str, Site]:
    """Load every site file, the shipped folder first; a file of the same name in a later folder takes its place.

    Keys are file stems. Folders that do not exist are skipped. Raises `SiteFileError` for the first file in error.
    """
    files: dict[str, Path] = {}
    for folder in (SHIPPED, *map(Path, folders)):
        if folder.is_dir():
            files |= {path.stem: path for path in sorted(folder.glob("*.toml"))}
    sites = {stem: load_site(path, files) for stem, path in files.items() if not stem.startswith("_")}
    _refuse_shared_hosts(sites, files)
    return sites


def load_site(path: Path, files: Mapping[str, Path] | None = None) -> Site:
    """Load one site file, with its ``base`` looked up among ``files`` (stem to path), beside it, then among the shipped.

    Raises `SiteFileError` naming file, line and key.
    """
    if not STEM.fullmatch(path.stem):
        raise SiteFileError(f"{path}: rename the file: small letters, digits, - and _ make a site's name")
    own = _read(path)
    merged = own
    if isinstance(base := own.get("base"), str):
        known = files or {}
        candidates = [known.get(base), path.parent / f"{base}.toml", SHIPPED / f"{base}.toml"]
        base_path = next((c for c in candidates if c is not None and c.is_file()), None)
        if base_path is None or not base.startswith("_"):
            raise SiteFileError(f"{path}:{_line(path, ('base',))}: base: there is no family {base!r}: use one of {_families(files)}")
        merged = _merge(_read(base_path), own)
    try:
        return Site.model_validate({"stem": path.stem, **_absolute(merged)}, strict=False)
    except ValidationError as error:
        first = error.errors()[0]
        keys = tuple(k for k in first["loc"] if not (isinstance(k, str) and k.startswith("function-")))
        where = ".".join(str(k + 1) if isinstance(k, int) else k for k in keys) or "file"
        raise SiteFileError(f"{path}:{_line(path, keys)}: {where}: {_advice(first)}") from None


def site_of(url: str, sites: Mapping[str, Site]) -> Site | None:
    """The site that a URL lies on, by host; None if no site file names it."""
    return next((site for site in sites.values() if on_hosts(url, site.hosts)), None)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise SiteFileError(f"{path}: save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"^(.*) \(at line (\d+), column \d+\)$", str(error))
        message, line = (found[1], found[2]) if found else (str(error), "end")
        raise SiteFileError(f"{path}:{line}: not valid TOML: {message}") from None
    except OSError as error:
        raise SiteFileError(f"{path}: cannot be read: {error.strerror}") from None


def _merge(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """A family's keys, overridden key by key; each of the site's layouts starts from the family's newest."""
    merged = base | own
    if isinstance(own.get("discover", {}), dict) and isinstance(base.get("discover", {}), dict):
        merged["discover"] = base.get("discover", {}) | own.get("discover", {})
    family = next((x for x in base.get("layout", []) if "until" not in x), {})
    if isinstance(own.get("layout"), list):
        merged["layout"] = [family | x if isinstance(x, dict) else x for x in own["layout"]]
    return merged


def _absolute(rules: dict[str, Any]) -> dict[str, Any]:
    """Addresses of `discover` may be relative to the homepage, as families need."""
    homepage, discover = rules.get("homepage"), rules.get("discover")
    if not isinstance(homepage, str) or not isinstance(discover, dict):
        return rules
    discover = dict(discover)
    for key in ("feeds", "sitemaps"):
        if isinstance(discover.get(key), list):
            discover[key] = [urljoin(homepage, u) if isinstance(u, str) else u for u in discover[key]]
    if isinstance(discover.get("listings"), list):
        discover["listings"] = [
            x | {"url": urljoin(homepage, x["url"])} if isinstance(x, dict) and isinstance(x.get("url"), str) else x
            for x in discover["listings"]
        ]
    return rules | {"discover": discover}


def _advice(error: Any) -> str:
    match error["type"]:
        case "extra_forbidden":
            return "there is no such key: remove it or correct its spelling"
        case "missing":
            return "this key is missing: add it"
        case "value_error":
            return str(error["ctx"]["error"])
        case _:
            return f"{error['msg'][0].lower()}{error['msg'][1:]} (found {error['input']!r})"


def _line(path: Path, keys: tuple[str | int, ...]) -> int:
    """Line of a key in a TOML file, or of the table it belongs to; 1 if it is not written there."""
    best, table, counts = 1, (), dict[str, int]()
    wanted = tuple(keys)
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if header := re.match(r"\s*\[\[\s*([\w.-]+)\s*\]\]", text):
            counts[header[1]] = counts.get(header[1], -1) + 1
            table = (*header[1].split("."), counts[header[1]])
        elif header := re.match(r"\s*\[\s*([\w.-]+)\s*\]", text):
            table = tuple(header[1].split("."))
        elif assignment := re.match(r"\s*[\"']?([\w-]+)[\"']?\s*=", text):
            found = (*table, assignment[1])
            if found == wanted[: len(found)]:
                return number
        if table and table == wanted[: len(table)]:
            best = number if best == 1 else best
    return best


def _families(files: Mapping[str, Path] | None) -> str:
    names = {p.stem for p in SHIPPED.glob("_*.toml")} | {s for s in files or {} if s.startswith("_")}
    return ", ".join(sorted(names)) or "none"


def _refuse_shared_hosts(sites: Mapping[str, Site], files: Mapping[str, Path]) -> None:
    owner: dict[str, str] = {}
    for site in sites.values():
        for host in {h.removeprefix("www.") for h in site.hosts}:
            if host in owner:
                path = files[site.stem]
                raise SiteFileError(
                    f"{path}:{_line(path, ('hosts',))}: hosts: {host} belongs to site {owner[host]!r} already: remove it from one of them"
                )
            owner[host] = site.stem


def hosts_of(sites: Iterable[Site]) -> frozenset[str]:
    """All hosts of some sites."""
    return frozenset(host for site in sites for host in site.hosts)
