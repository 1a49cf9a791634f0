"""Site files: what we know of one publication, as data. Adding a site is adding one TOML file."""

import difflib
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, model_validator

from extract.selector import compiled_selector
from extract.site_file import SiteFile, SiteFileError, most_helpful, read_site_file
from extract.site_rules import Discover, Family, KeyedError, Layout, Listing, Rules, pattern, refuse_equal_periods
from extract.site_values import Country, Host, Language, WebAddress, Zone
from extract.urls import host_of, on_hosts, url_key

__all__ = [
    "SHIPPED",
    "Discover",
    "Layout",
    "Listing",
    "Site",
    "SiteFileError",
    "compiled_selector",
    "hosts_of",
    "load_site",
    "load_sites",
    "site_of",
]

SHIPPED = Path(__file__).parent / "sites"
STEM = re.compile(r"[a-z0-9][a-z0-9_-]*")
FAMILY = re.compile(r"_[a-z0-9_-]+")


class Site(Rules):
    """One publication: its name and hosts, where its articles are found, and how its pages are laid out."""

    stem: str = Field(pattern=rf"^{STEM.pattern}$")
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
            raise KeyedError(f"{self.homepage} is not on one of the site's hosts: add its host to them", "homepage")
        for number, example in enumerate(self.examples):
            if not on_hosts(example, self.hosts):
                raise KeyedError(f"{example} is not on one of the site's hosts", "examples", number)
            if not self.discover.accepts(example):
                raise KeyedError(
                    f"{example} is no article by accept and reject: correct it or them", "examples", number
                )
            if self.discover.key and not pattern(self.discover.key).search(unquote(example)):
                raise KeyedError(f"discover.key finds nothing in {example}: correct it or the key", "examples", number)
        refuse_equal_periods(self.layouts)
        return self

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all that changes what extraction makes of a page; a change of it makes the site's rows stale."""
        # Without defaults: a key that a later version knows besides must not make every row stale.
        rules = self.model_dump(
            mode="json", include={"stem", "name", "country", "language", "timezone"}, exclude_defaults=True
        )
        rules["hosts"] = sorted(set(self.hosts))
        rules["key"] = self.discover.key
        rules["accept"], rules["reject"] = sorted(set(self.discover.accept)), sorted(set(self.discover.reject))
        in_time = sorted(self.layouts, key=lambda layout: layout.last_day)
        rules["layouts"] = [layout.model_dump(mode="json", exclude_defaults=True) for layout in in_time]
        return hashlib.sha256(json.dumps(rules, sort_keys=True).encode()).hexdigest()

    @cached_property
    def zone(self) -> ZoneInfo:
        """Zone of printed times that name none."""
        return ZoneInfo(self.timezone)

    @cached_property
    def bare_hosts(self) -> frozenset[str]:
        """The hosts without ``www.``, which makes no difference."""
        return frozenset(host.removeprefix("www.") for host in self.hosts)

    def layout_at(self, fetched_at: datetime) -> Layout | None:
        """The layout of a capture's day (UTC): the earliest ``until`` not yet past, else the one without."""
        day = fetched_at.astimezone(UTC).date()
        return min((x for x in self.layouts if x.last_day >= day), key=lambda layout: layout.last_day, default=None)

    def url_key(self, url: str) -> str:
        """Identity of one of the site's URLs; see `extract.urls.url_key`."""
        found = pattern(self.discover.key) if self.discover.key and on_hosts(url, self.hosts) else None
        return url_key(url, found, self.stem)


def load_sites(*folders: Path | str) -> dict[str, Site]:
    """Load every site file, the shipped folder first; a file of the same name in a later folder takes its place.

    Keys are file stems. Folders that do not exist are skipped. Raises `SiteFileError` for the first file in error.
    """
    files = site_files(*folders)
    sites = {stem: load_site(path, files) for stem, path in files.items() if not stem.startswith("_")}
    _refuse_shared_hosts(sites, files)
    return sites


def site_files(*folders: Path | str) -> dict[str, Path]:
    """The files that `load_sites` reads, families too, by stem."""
    files: dict[str, Path] = {}
    for folder in (SHIPPED, *map(Path, folders)):
        files |= {path.stem: path for path in _toml_files(folder)}
    return files


def load_site(path: Path, files: Mapping[str, Path] | None = None) -> Site:
    """Load one site file; its ``base`` is looked up among ``files`` (stem to path), beside it, then among the shipped.

    Raises `SiteFileError` naming file, line and key.
    """
    if not STEM.fullmatch(path.stem):
        raise SiteFileError(f"{path}: rename the file: small letters, digits, - and _ make a site's name")
    own = read_site_file(path)
    merged = own.rules
    if isinstance(base := own.rules.get("base"), str):
        merged = _merge(_family(base, own, files or {}).rules, own.rules)
    try:
        if "stem" in own.rules:
            raise own.error(("stem",), "there is no such key: remove it, the file's name is the site's")
        return Site.model_validate({**_absolute(merged), "stem": path.stem})
    except ValidationError as errors:
        raise most_helpful(errors, own, Site.model_fields) from None


def site_of(url: str, sites: Mapping[str, Site]) -> Site | None:
    """The site that a URL lies on, by host; None if no site file names it."""
    host = host_of(url)
    if host is None:
        return None
    bare = host.removeprefix("www.")
    return next((site for site in sites.values() if bare in site.bare_hosts), None)


def hosts_of(sites: Iterable[Site]) -> frozenset[str]:
    """All hosts of some sites."""
    return frozenset(host for site in sites for host in site.hosts)


def _toml_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise SiteFileError(f"{folder}: this folder of site files cannot be read: {error.strerror}") from None


def _family(name: str, own: SiteFile, files: Mapping[str, Path]) -> SiteFile:
    """The file that a site names as its ``base``, checked by itself, so that its errors are told as its own."""
    candidates = (files.get(name), own.path.parent / f"{name}.toml", SHIPPED / f"{name}.toml")
    path = next((c for c in candidates if c is not None and c.is_file()), None) if FAMILY.fullmatch(name) else None
    if path is None:
        beside = [p.stem for folder in (SHIPPED, own.path.parent) for p in _toml_files(folder)]
        known = sorted({stem for stem in (*files, *beside) if stem.startswith("_")})
        close = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]}?" if close else f"use one of {', '.join(known) or 'none'}"
        raise own.error(("base",), f"there is no family {name!r}: {hint}")
    family = read_site_file(path)
    if "base" in family.rules:
        raise family.error(("base",), "a family has no base of its own: copy what it needs from there")
    try:
        Family.model_validate(_frozen(family.rules))
    except ValidationError as errors:
        raise most_helpful(errors, family, Family.model_fields) from None
    return family


def _merge(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """A family's keys, overridden key by key; each of the site's layouts starts from the family's newest.

    A site that gives layouts of its past alone has the family's newest today.
    """
    merged = base | own
    if isinstance(own.get("discover", {}), dict):
        merged["discover"] = base.get("discover", {}) | own.get("discover", {})
    if isinstance(own.get("layout"), list):
        newest: dict[str, Any] = next((layout for layout in base.get("layout", []) if "until" not in layout), {})
        layouts = [newest | layout if isinstance(layout, dict) else layout for layout in own["layout"]]
        past_alone = all(isinstance(layout, dict) and "until" in layout for layout in layouts)
        merged["layout"] = [*layouts, newest] if newest and past_alone else layouts
    return merged


def _absolute(rules: dict[str, Any]) -> dict[str, Any]:
    """The rules with the addresses of `discover` completed from the homepage's, and with tuples for lists."""
    homepage, discover = rules.get("homepage"), rules.get("discover")
    if isinstance(homepage, str) and host_of(homepage) and isinstance(discover, dict):
        discover = discover | {k: _joined(homepage, discover[k]) for k in ("feeds", "sitemaps") if k in discover}
        if isinstance(listings := discover.get("listings"), list):
            discover["listings"] = [
                listing | {"url": _joined(homepage, listing["url"])}
                if isinstance(listing, dict) and "url" in listing
                else listing
                for listing in listings
            ]
        rules = rules | {"discover": discover}
    frozen: dict[str, Any] = _frozen(rules)
    return frozen


def _joined(homepage: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_joined(homepage, item) for item in value]
    return urljoin(homepage, value) if isinstance(value, str) and value.startswith("/") else value


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _refuse_shared_hosts(sites: Mapping[str, Site], files: Mapping[str, Path]) -> None:
    owner: dict[str, Site] = {}
    for site in sites.values():
        for host in sorted(site.bare_hosts):
            if other := owner.get(host):
                advice = "remove it from one of them"
                if files[other.stem].parent != files[site.stem].parent:
                    advice = f"rename this file to {other.stem}.toml to take its place"
                sentence = f"{host} belongs to site {other.stem!r} already: {advice}"
                raise read_site_file(files[site.stem]).error(("hosts",), sentence)
            owner[host] = site
