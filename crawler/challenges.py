"""Pages that stand guard before a site: recognised, counted, never archived as articles and never worked around."""

import re
from collections.abc import Mapping

# Longer pages have a text of their own; an article about bot walls may well say what these say.
LONGEST = 256 * 1024
# Fewer bytes of text than this are no article, whatever its title.
SHORT = 400
TITLE = re.compile(rb"<title[^>]*>([^<]{0,200})", re.IGNORECASE)
TITLES = re.compile(
    r"(?i)^\s*(?:just a moment|attention required! \| cloudflare|checking your browser|access denied"
    r"|pardon our interruption"
    r"|ddos-guard|security check|are you (?:a )?(?:human|robot)|robot or human|please wait|verifying you are human"
    r"|human verification|one more step|bot verification|you have been blocked|request unsuccessful|client challenge)"
)
# What the scripts of such pages load or name: none of it stands in a page that a reader was meant to see.
SCRIPTS = (
    b"/cdn-cgi/challenge-platform/h/", b"window._cf_chl_opt", b"cf-challenge-running", b"cf_chl_prog",
    b"cf-error-details", b"_incapsula_resource", b"geo.captcha-delivery.com", b"px-captcha",
    b"perimeterx.net/captcha", b"/_sec/cp_challenge/", b"awswafcookiedomainlist",
    b"awswafintegration.checkforcerefresh", b"ddos-guard/js-challenge", b"sucuri_cloudproxy_js",
    b"kpsdk.configure", b"hcaptcha.com/1/api.js", b"google.com/recaptcha/api.js",
    b"challenges.cloudflare.com/turnstile",
)  # fmt: skip


def is_challenge(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether a response is a challenge or a wall in an article's stead, whatever its status."""
    if headers.get("cf-mitigated", "").lower() == "challenge" or headers.get("x-amzn-waf-action", "").lower() in (
        "challenge",
        "captcha",
    ):
        return True
    if len(body) > LONGEST:
        return False
    title = TITLE.search(body[:8192])
    guarded = bool(title and TITLES.match(title[1].decode("utf-8", "replace")))
    refused = status in (401, 403, 405, 429, 503)
    if not refused and not guarded:  # readers' forms carry captchas too, and this is the way of nearly all pages
        return False
    lower = body.lower()
    scripted = any(mark in lower for mark in SCRIPTS)
    if refused:
        return guarded or scripted
    # Titles can be innocent: on an answer that claims success something else must be there.
    return scripted or len(_text(lower)) < SHORT


def _text(page: bytes) -> bytes:
    """What a reader would see of a page in lower case, roughly. Linear in its length, whatever is left open in it."""
    for name in (b"script", b"style", b"noscript"):
        page = _without(page, b"<" + name, b"</" + name)
    return b" ".join(re.sub(rb"<[^<>]*>", b" ", page).split())


def _without(page: bytes, start: bytes, end: bytes) -> bytes:
    kept, position = [], 0
    while (begins := page.find(start, position)) >= 0:
        kept.append(page[position:begins])
        ends = page.find(end, begins)
        position = len(page) if ends < 0 else ends + len(end)
    return b" ".join([*kept, page[position:]])
