"""Is it an article at all: challenge pages, soft 404s, listings, stubs are outcomes of their own."""

import re
from dataclasses import dataclass

from extract.article import Reason
from extract.body import Text
from extract.page import Page
from extract.urls import split_http

_CHALLENGE_TITLE = re.compile(
    r"(?i)^\W*(?:just a moment|attention required|access (?:denied|to this page has been denied)|are you (?:a )?(?:human|robot)|"
    r"please (?:wait|verify|enable)|security check|checking your browser|verify(?:ing)? (?:you are|that you are)|one moment,? please|"
    r"ddos-guard|pardon our interruption|request (?:blocked|unsuccessful)|robot check|captcha|human verification|bot verification|"
    r"you have been blocked|403 forbidden|forbidden\W*$|blocked\W*$|client challenge|vercel security checkpoint|"
    r"before you continue|bevor sie (?:zu|fortfahren)|avant de continuer|un momento|einen moment|bir dakika)\b"
)
_CHALLENGE_TEXT = re.compile(
    r"(?i)checking (?:if the site connection is secure|your browser before)|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"enable javascript and cookies to continue|needs to review the security of your connection|complete the security check|"
    r"unusual traffic from your|why have i been blocked|ray id|automated (?:access|requests)|please solve (?:the|this) captcha|"
    r"press (?:&|and) hold to confirm|prove (?:that )?you(?:'re| are) (?:not a robot|human)|performance (?:&|and) security by cloudflare|"
    r"access to this (?:page|site|resource) (?:has been |is )?(?:denied|blocked|restricted)"
)
_CHALLENGE_MARKS = (
    "cf-challenge",
    "cf_chl_",
    "challenge-platform",
    "_incapsula_resource",
    "px-captcha",
    "ddos-guard",
    "captcha-delivery.com",
    "awswafintegration",
    "geo.captcha-delivery",
)
_NOT_FOUND = re.compile(
    r"(?i)^\W*(?:error\W*)?(?:404\b.{0,60}|(?:(?:the |this |that )?(?:page|article|content|story|post|file|document|url)\b.{0,60}\b(?:not found|no longer (?:exists?|available)|"
    r"(?:does|did) ?n[o']t exist|can(?:not|'t) be found|could ?n[o']t be found|has been (?:removed|deleted|moved)|(?:is )?unavailable|missing))|not found|page not found|"
    r"nothing (?:was )?found|oops\b.{0,60}|(?:we )?(?:can(?:not|'t)|could(?: not|n't)) find (?:the|that|this|your)\b.{0,60}|(?:sorry\W+)?(?:we )?(?:the page|this page)\b.{0,40}(?:looking for|requested)\b.{0,60}|"
    r"seite (?:wurde )?nicht gefunden|(?:die |diese )seite\b.{0,60}(?:nicht gefunden|existiert nicht|nicht (?:mehr )?verfügbar)|page (?:non trouvée|introuvable)|"
    r"(?:cette |la )page\b.{0,50}(?:n'existe (?:pas|plus)|introuvable)|página no encontrada|(?:la |esta )página\b.{0,50}(?:no (?:existe|se encuentra|ha sido encontrada))|"
    r"сторінк[ау] не знайдено|страница не найдена|sayfa bulunamadı|(?:aradığınız )?sayfa\b.{0,40}bulunam\w+|página não encontrada|pagina non trovata|strona nie (?:została )?znalezion\w+)"
)
_CONSENT = re.compile(
    r"(?i)we value your privacy|before you continue to|wir (?:schätzen|respektieren) ihre (?:privatsphäre|daten)|mit werbung weiterlesen|weiter mit werbung|"
    r"manage (?:your )?(?:privacy|cookie|consent)|your privacy (?:choices|matters)|avec votre accord|continuer sans accepter|zustimmen und weiter|"
    r"consent to (?:the )?(?:use|processing)|store and/or access information on a device"
)
_LISTING_TYPES = frozenset(("CollectionPage", "SearchResultsPage", "ItemList", "Blog", "ProfilePage"))
_LISTING_PATH = re.compile(
    r"(?i)/(?:tags?|category|categories|topics?|authors?|search|archives?|sections?|page/\d+|themen|schlagworte?|étiquettes?|etiquetas?|etiket|kategori|rubrique|seccion)(?:/[^/]*){0,2}/?$"
)
_VIDEO_TYPES = frozenset(("VideoObject", "ImageGallery", "MediaGallery", "AudioObject", "PodcastEpisode"))
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|HowTo)$")
MIN_WORDS = 25
# Scripts that part no words: about two characters make one.
_WIDE = re.compile(r"[぀-ヿ㐀-鿿฀-๿]")
_STUB_WORDS = 90
_LEAST_ENTRIES = 8


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page is no article."""

    reason: Reason
    detail: str


def refused_early(page: Page, raw: str) -> Refusal | None:
    """Recognise challenge pages and error answers by title and status, before anything is read out of the page."""
    title = page.structured.title or ""
    status = page.capture.status
    if (
        _CHALLENGE_TITLE.match(title)
        and not _is_article(page)
        and len(raw) < 400_000
        and (_small(page) or _marked(raw))
    ):
        return Refusal("challenge_page", f"the page is a check for humans, titled {title[:80]!r}")
    if status in (404, 410):
        return Refusal("soft_404", f"the server answered {status}")
    if status in (401, 403, 429, 503) and (_marked(raw) or _CHALLENGE_TEXT.search(raw[:200_000])):
        return Refusal("challenge_page", f"the server answered {status} with a check for humans")
    if status >= 400:
        return Refusal("not_article", f"the server answered {status}")
    return None


def refused_late(page: Page, found: Text, words: int) -> Refusal | None:
    """Judge what extraction has found: an error page's text, a list of links, a stub, or too little text."""
    title = page.structured.title or ""
    heads = [x.text for x in found.page if x.heading][:3]
    text = " ".join(x.text for x in found.page[:40])[:3000]
    if words < 150 and not _is_article(page):
        if _NOT_FOUND.match(title) or any(_NOT_FOUND.match(h) for h in heads[:2]):
            return Refusal("soft_404", "the page says that there is nothing at this address")
        if words < 120 and _CHALLENGE_TEXT.search(text):
            return Refusal("challenge_page", "the page asks its reader to prove to be human")
        if words < 100 and _CONSENT.search(text):
            return Refusal("challenge_page", "the page only asks for consent")
    if entries := _listed(page, found, words):
        return Refusal("listing", f"the page lists {entries} other pages and has no text of its own")
    if words < _STUB_WORDS and (medium := _medium(page)):
        return Refusal("not_article", f"the page is a {medium} with {words} words beside it")
    if max(words, len(_WIDE.findall(found.body[:2000])) // 2) < MIN_WORDS:
        return Refusal("empty_body", f"the page has {words} words of text")
    return None


def _listed(page: Page, found: Text, words: int) -> int:
    """How many pages an index or tag page points to; 0 for a page that is no such thing."""
    if _is_article(page):
        return 0
    pointers = sum(x.link_chars > 0.8 * len(x.text) and len(x.text.split()) >= 4 for x in found.page)
    if pointers < _LEAST_ENTRIES:
        return 0
    kept = [x for x in found.leaves if not x.rule]
    prose = sum(x.weight > 0 for x in kept)
    long_prose = sum(x.weight > 200 for x in kept)
    address = split_http(page.capture.url)
    said = not _LISTING_TYPES.isdisjoint(page.structured.types) or (
        address is not None and (address.path in ("", "/") or bool(_LISTING_PATH.search(address.path)))
    )
    og_type = (page.structured.first_meta("og:type") or ("", ""))[1]
    if og_type == "article":
        said = said and long_prose < 3
    elif not said:
        # Headlines to click and no text, or teasers: as many short texts as headlines, each under its own.
        bare = words < 8 * pointers
        teasers = prose >= 6 and 0.6 * pointers <= prose <= 1.2 * pointers and words < 60 * pointers
        said = not found.flags and long_prose == 0 and (bare or (teasers and _longest_run(found) < 3))
    # What reads like an article is one, whatever its address says.
    return pointers if said and long_prose <= max(2, pointers // 3) else 0


def _longest_run(found: Text) -> int:
    """How many paragraphs stand together at most, without a pointer to another page between them."""
    longest = run = 0
    for leaf in found.page:
        if leaf.link_share > 0.8:
            run = 0
        elif leaf.weight:
            run += 1
            longest = max(longest, run)
    return longest


def _medium(page: Page) -> str:
    """Whether a page without an article says that it is a video, a gallery or a recording."""
    if page.structured.article is not None:
        return ""
    og_type = (page.structured.first_meta("og:type") or ("", ""))[1]
    if og_type.startswith(("video", "music")):
        return og_type.partition(".")[0]
    return next(iter(sorted(_VIDEO_TYPES & page.structured.types)), "")


def _small(page: Page) -> bool:
    return len(" ".join("".join(page.tree.itertext()).split())) < 60_000


def _marked(raw: str) -> bool:
    lowered = raw[:200_000].lower()
    return any(mark in lowered for mark in _CHALLENGE_MARKS)


def _is_article(page: Page) -> bool:
    return page.structured.article is not None or any(_ARTICLE_TYPE.search(t) for t in page.structured.types)
