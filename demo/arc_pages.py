"""Pages of the Arc XP publication, whose article element holds much that is not the article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from demo.markup import attribute, iso_z, ld_json, parts, text
from demo.prose import Story
from demo.publication import PICTURES

if TYPE_CHECKING:
    from demo.arc import Arc

AD = '<div class="AdWrapper-sc-b6bmx2 kBWOXZ dfp-ad"><span>Advertisement</span></div>'
BIOGRAPHY = "has covered the armed services since school. The views in the picture captions are the camera's own."


def article_page(site: Arc, story: Story) -> str:
    """Make the page of a story."""
    truth = site.truth(story)
    elements = [
        element.replace("<p>", '<p class="default__StyledText-sc-10mj2vp-0 fSEoiL body-paragraph">', 1)
        if element.startswith("<p>")
        else element
        for element in parts(truth.blocks, link=(story.company, site.at("/industry/")))
    ]
    inline, *below = truth.related or ([None])
    if inline:
        interstitial = (
            '<div class="InterstitialLink-sc-1vc9kmx bzUpUJ">'
            '<div class="InterstitialLink__Label-sc-1vc9kmx-1">RELATED</div>'
            f'<a href="{attribute(inline.url)}"><h4>{text(inline.headline)}</h4></a></div>'
        )
        elements.insert(min(2, len(elements)), interstitial)
    elements.insert(min(5, len(elements)), AD)
    names = " and ".join(
        f'<a href="/author/{number}/">{text(name)}</a>' for number, name in enumerate(truth.authors, 1)
    )
    biographies = "\n".join(
        f'<div class="default__Wrapper-sc-1xfzyuf-0 author-bio"><h5>About {text(name)}</h5>'
        f"<p>{text(name)} {BIOGRAPHY}</p></div>"
        for name in truth.authors
    )
    cards = "\n".join(
        f'<article class="o-storyCard"><h4><a href="{attribute(item.url)}">{text(item.headline)}</a></h4></article>'
        for item in below
        if item
    )
    head = f"""<link rel="canonical" href="{attribute(truth.url)}">
<meta name="description" content="{attribute(story.subheadline)}">
<meta property="og:type" content="article">
<meta property="og:title" content="{attribute(story.headline)}">
<meta property="og:url" content="{attribute(truth.url)}">
<meta property="og:image" content="{truth.image_url}">
<meta name="keywords" content="{attribute(",".join(story.tags))}">
{ld_json(site.structured_data(story))}
"""
    content = f"""<div class="o-articleHeader"><div class="m-overline">
<a href="/{attribute(story.section.lower())}/">{text(story.section)}</a></div>
<h1 class="Heading-sc-1w5xk2o-0 headline">{text(story.headline)}</h1>
<div class="c-attribution"><span>By {names}</span>
<time datetime="{iso_z(truth.published_at)}">{truth.published_at:%b %d, %Y, %I:%M %p} UTC</time></div></div>
<figure class="m-leadArt"><img src="/images/{story.number % PICTURES}.png" alt="{attribute(story.caption)}">\
<figcaption>{text(story.caption)} (Staff)</figcaption></figure>
<article class="default__ArticleBody-sc-1pe6hmd-0 o-articleBody c-articleBody articleBody" data-gtm-name="Article Body">
{chr(10).join(elements)}
<div class="ShareBar__Wrapper-sc-1swf62g m-sharebar">
<span>Share:</span> <a href="#">Facebook</a> <a href="#">LinkedIn</a></div>
{biographies}
<div class="List__Wrapper-sc-15zrl9r"><h3>In Other News</h3>
{cards}
<button>Load More</button></div>
</article>
<div class="GridItem-sc-1q9qz0p">.GridItem-sc-1q9qz0p {{ display: grid; }}</div>"""
    return page(site, story.headline, head, content)


def challenge_page(site: Arc) -> str:
    """Make the page of a wall that asks guests to wait."""
    return f"""<!DOCTYPE html>
<html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow">
<meta http-equiv="refresh" content="390"></head>
<body class="no-js"><div class="main-wrapper"><h1 class="zone-name-title">{site.host}</h1>
<h2>Checking that you are a person. This may take a few seconds.</h2>
<div id="challenge-error-text">Enable JavaScript and cookies to continue</div></div>
<script>(function(){{window._cf_chl_opt={{cvId:'3',cType:'managed'}};}}());</script></body></html>
"""


def home_page(site: Arc, internal: Iterable[str]) -> str:
    """Make the homepage."""
    rows = "\n".join(
        f'<article class="o-storyCard"><h2><a href="{attribute(site.address(s))}">{text(s.headline)}</a></h2></article>'
        for s in site.stories[:15]
    )
    links = " ".join(f'<a href="{attribute(url)}">Staff notice</a>' for url in internal)
    return page(site, site.name, "", f"<h1>Top stories</h1>\n{rows}\n<p>{links}</p>")


def page(site: Arc, title: str, head: str, content: str) -> str:
    """Put a page's content into the site's frame."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{text(title)}</title>
<meta property="og:site_name" content="{site.name}">
<link rel="alternate" type="application/rss+xml" href="/arc/outboundfeeds/rss/?outputType=xml">
{head}<style>.o-articleBody{{max-width:40rem}}</style></head>
<body>
<div id="consent"><p>Your privacy choices: we and our 614 partners would like to know you.</p><button>Agree</button>
</div>
<header class="masthead"><nav>
<a href="/">Home</a> <a href="/naval/">Naval</a> <a href="/land/">Land</a> <a href="/air/">Air</a>\
 <a href="/unmanned/">Unmanned</a></nav><a class="subscribe" href="/newsletters/">Sign up for the Early Muster</a>
</header>
<main class="c-main">
{content}
</main>
<footer class="b-footer"><ul><li><a href="/about/">About Us</a></li><li><a href="/contact/">Contact</a></li>\
<li><a href="/terms/">Terms of Use</a></li></ul>
<p>&copy; 2026 {site.name}. No part of it may be saluted without permission.</p></footer>
</body>
</html>
"""
