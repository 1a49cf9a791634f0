"""Pages of the WordPress publication, with all that its theme and plug-ins put around a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demo.markup import attribute, iso, ld_json, parts, slug, text
from demo.prose import Story
from demo.publication import PICTURES, changed_at

if TYPE_CHECKING:
    from demo.wordpress import WordPress

NEWSLETTER = """<div class="newsletter-box"><h4>Get the Sentinel in your inbox</h4>
<p>Sign up for our weekly newsletter and never miss a story.</p>
<form action="/subscribe" method="post"><input type="email" placeholder="Email address"><button>Subscribe</button>
</form></div>"""
SHARE = """<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social">
<h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li class="share-facebook">
<a href="?share=facebook">Facebook</a></li>
<li class="share-x"><a href="?share=x">X</a></li><li class="share-email"><a href="mailto:">Email</a></li></ul></div>
</div></div>"""
COMMENTS = """<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on this story</h2>
<ol class="comment-list"><li class="comment"><b class="fn">OldSignaller</b> <div class="comment-content">
<p>We had the same \
trouble with ours in the eighties, and nobody wrote about it then.</p></div></li>
<li class="comment"><b class="fn">harbourwatch</b> <div class="comment-content">
<p>Great piece, thanks. Any word on the \
second yard?</p></div></li></ol>
<h3 id="reply-title">Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p>
</div>"""
BIOGRAPHY = "writes about procurement for The Demo Sentinel and was an engineer before. Send tips by carrier pigeon."


def article_page(site: WordPress, story: Story) -> str:
    """Make the page of a post."""
    truth = site.truth(story)
    elements = parts(story.blocks, link=(story.company, site.at(f"/tag/{slug(story.company)}/")))
    elements.insert(min(3, len(elements)), NEWSLETTER)
    image = f"/images/{story.number % PICTURES}.png"
    head = f"""<link rel="canonical" href="{attribute(truth.url)}">
<link rel="shortlink" href="{site.at(f"/?p={site.post_id(story)}")}">
<meta name="description" content="{attribute(story.subheadline)}">
<meta property="og:type" content="article">
<meta property="og:title" content="{attribute(story.headline)}">
<meta property="og:url" content="{attribute(truth.url)}">
<meta property="og:site_name" content="{site.name}">
<meta property="og:image" content="{truth.image_url}">
<meta property="article:published_time" content="{iso(truth.published_at)}">
<meta property="article:modified_time" content="{iso(changed_at(story))}">
<meta name="author" content="{attribute(truth.authors[0])}">
{ld_json(site.structured_data(story))}
"""
    tags = ", ".join(f'<a href="/tag/{slug(tag)}/" rel="tag">{text(tag)}</a>' for tag in story.tags)
    related = "\n".join(
        f'<li><a href="{attribute(item.url)}"><span class="rp-title">{text(item.headline)}</span></a></li>'
        for item in truth.related
    )
    content = f"""<article id="post-{site.post_id(story)}" class="post type-post status-publish format-standard hentry">
<header class="entry-header"><a class="cat-link" href="/category/{slug(story.section)}/">{text(story.section)}</a>
<h1 class="entry-title">{text(story.headline)}</h1>
<p class="entry-standfirst">{text(story.subheadline)}</p>
<div class="entry-meta"><span class="byline">{text(truth.byline or "")}</span> <span class="posted-on">\
<time class="entry-date published" datetime="{iso(truth.published_at)}">{truth.published_at:%B %d, %Y}</time></span>
</div></header>
<figure class="post-thumbnail"><img src="{image}" alt="{attribute(story.caption)}" width="960" height="540">
<figcaption>{text(story.caption)}</figcaption></figure>
<div class="entry-content">
{chr(10).join(elements)}
{SHARE}
<div class="related-posts"><h3>Related Posts</h3><ul>
{related}
</ul></div>
</div>
<footer class="entry-footer"><span class="tags-links">Tagged {tags}</span>
<div class="author-box"><h4>About {text(truth.authors[0])}</h4><p>{text(truth.authors[0])} {BIOGRAPHY}</p></div>
</footer>
</article>
{COMMENTS}"""
    return page(site, story.headline, head, content)


def amp_page(site: WordPress, story: Story) -> str:
    """Make the AMP page of a post: the same text, hardly anything around it."""
    truth = site.truth(story)
    return f"""<!doctype html>
<html amp lang="en-GB"><head><meta charset="utf-8"><title>{text(story.headline)}</title>
<link rel="canonical" href="{attribute(truth.url)}">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle"}}</script>
<meta property="article:published_time" content="{iso(truth.published_at)}">
</head><body><article class="amp-wp-article">
<header class="amp-wp-article-header"><h1 class="entry-title">{text(story.headline)}</h1>
<p class="entry-standfirst">{text(story.subheadline)}</p><span class="byline">{text(truth.byline or "")}</span></header>
<div class="entry-content amp-wp-article-content">
{chr(10).join(parts(story.blocks))}
</div></article></body></html>
"""


def video_page(site: WordPress) -> str:
    """Make the page of a video, which has no text to speak of."""
    content = """<article class="post format-video"><header>
<h1 class="entry-title">Watch: a Bridge Layer at Work</h1></header>
<div class="entry-content"><div class="wp-video"><video controls src="/video/bridge.mp4"></video></div>
<p>Two minutes, no sound.</p></div></article>"""
    return page(site, "Watch: a Bridge Layer at Work", '<meta property="og:type" content="video.other">', content)


def soft_404_page(site: WordPress) -> str:
    """Make the page for a post that is gone, as careless themes do."""
    content = """<section class="error-404 not-found"><h1 class="page-title">Oops! That page can&#8217;t be found.</h1>
<p>It looks like nothing was found at this location. Maybe try a search?</p>
<form role="search"><input type="search"><button>Search</button></form></section>"""
    return page(site, "Page not found", "", content)


def tag_page(site: WordPress, tag: str) -> str:
    """Make the list of posts on a subject."""
    rows = "\n".join(teaser(site, story) for story in site.stories[:10])
    return page(site, f"{tag} Archives", "", f'<h1 class="page-title">Tag: {text(tag)}</h1>\n{rows}')


def home_page(site: WordPress) -> str:
    """Make the homepage."""
    rows = "\n".join(teaser(site, story) for story in site.stories[:12])
    return page(site, "Defence news", '<meta property="og:type" content="website">', f"<h1>Latest</h1>\n{rows}")


def teaser(site: WordPress, story: Story) -> str:
    """Make the teaser of a post in a list."""
    return (
        f'<article class="teaser"><h2 class="entry-title">'
        f'<a href="{attribute(site.address(story))}">{text(story.headline)}</a></h2>'
        f"<p>{text(story.subheadline)}</p></article>"
    )


def page(site: WordPress, title: str, head: str, content: str) -> str:
    """Put a page's content into the theme."""
    latest = "".join(
        f'<li><a href="{attribute(site.address(s))}">{text(s.headline)}</a></li>' for s in site.first_edition[:5]
    )
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{text(title)} - {site.name}</title>
<link rel="alternate" type="application/rss+xml" title="{site.name} &raquo; Feed" href="{site.at("/feed/")}">
{head}</head>
<body class="wp-singular post-template-default single">
<div id="cookie-law-info-bar" role="dialog"><span>This website uses cookies to improve your experience. \
<a class="cli_action_button">Accept</a> <a href="/privacy-policy/">Read more</a></span></div>
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead"><p class="site-title"><a href="{site.url}">{site.name}</a></p>
<nav class="main-navigation"><ul><li><a href="/category/naval/">Naval</a></li><li><a href="/category/land/">Land</a>
</li>\
<li><a href="/category/policy/">Policy</a></li><li><a href="/about/">About</a></li></ul></nav></header>
<div id="content"><main id="primary" class="site-main">
{content}
</main>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>Recent Posts</h2>
<ul>{latest}</ul></section>
<section class="widget"><div class="ad-slot">Advertisement</div></section></aside></div>
<footer id="colophon"><p>&copy; 2026 {site.name}. All rights reserved. Proudly powered by tea.</p></footer>
</body>
</html>
"""
