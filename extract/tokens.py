"""What the names in ``class`` and ``id`` say about an element: data and its look-up. Names hint; content confirms."""

import re
from functools import lru_cache
from operator import add
from typing import Final

# Single words of a name (split at dashes, underscores and inner capitals), then joined names. One kind each.
_NAMES: Final = {
    "comments": "comment comments commentlist disqus respond coral livefyre viafoura fbcomments hypercomments openweb "
    "replies yorumlar kommentare commentaires comentarios comentários remark42 commento",
    "consent": "cookie cookies consent gdpr onetrust cookiebar cookieconsent usercentrics didomi ccpa privacybanner",
    "related": "related relateds relatednews relatedposts relatedarticles relatedstories relatedcontent recommended recommend "
    "recommends recommendation recommendations recirc recirculation readmore alsoread readalso seealso morestories morenews "
    "morefrom moreon trending mostread mostpopular mostviewed popularposts outbrain taboola zergnet revcontent mgid adskeeper "
    "teaser teasers upnext nextup readnext nextread nextarticle suggested suggestion suggestions yarpp similar crosslink "
    "crosslinks linkbox inlinelink inlinelinks internallink interlink furtherreading latestnews recentposts dontmiss "
    "ilgili ilgilihaber benzer verwandt relacionadas relacionados relacionado lireaussi leiamais leertambien "
    "jprelatedposts recentnews topstories readers alsolike youmaylike youmightlike editorspick editorspicks "
    "relatedstory relatedlink relatedlinks promobox inlinepromo storylist articlelist newslist sponsoredlinks "
    "correlati powiazane gerelateerd trendingnow morelinks inrelated relatedinline crosslinking linkedarticle linkedarticles",
    "newsletter": "newsletter newsletters subscribe subscribes subscription subscriptions signup mailchimp mc4wp optin mailinglist "
    "nlsignup emailsignup donate donation donations fundraising calltoaction cta bulletin regwall registerwall "
    "inscription abonnement boletin ebulten mailmunch mailerlite convertkit hubspotform sendinblue membershippromo upsell",
    "share": "share shares sharing sharebar sharedaddy sharethis social socials socialmedia addthis addtoany a2a sharebuttons "
    "followus follow followers printfriendly sociallinks socialicons socialshare heateor shariff reactions "
    "bookmark listen audioplayer texttospeech tts googlenews whatsappchannel telegramchannel paylas partage compartir teilen "
    "toolbar articletools storytools fontsize textsize ssba simplesocial",
    "author": "authorbox authorbio aboutauthor authorinfo authorcard authorprofile bio biography authordescription authorabout "
    "postauthor entryauthor authors author contributor contributors byline bylines abouttheauthor molongui ppma authorblock "
    "articleauthor writer",
    "tags": "tags taglist tagcloud tagslinks posttags entrytags articletags keywords tagsbox tagbox topiclist topictags "
    "storytags newstags etiketler etiquetas schlagworte relatedtopics topics tagswrap",
    "meta": "meta metadata postmeta entrymeta articlemeta postinfo articleinfo timestamp datetime pubdate postdate entrydate "
    "articledate publishdate publisheddate dateline updated modified breadcrumb breadcrumbs kicker eyebrow catlinks "
    "readingtime readtime viewcount postviews views infobar storymeta storyinfo newsdate published",
    "advertisement": "ad ads advert adverts advertisement advertisements advertising advertorial adsbygoogle dfp adslot adunit "
    "adwrapper adcontainer advt googlead googleads promoted sponsored sponsor sponsors werbung anzeige publicite publicidad "
    "reklam reklama adbox adblock banner banners leaderboard mpu gpt adsense adzone",
    "navigation": "nav navs navigation navbar subnav menu menus submenu pagination pager postnavigation postnav prevnext nextprev "
    "pagenav articlenav sitenav skiplink skiplinks sidebar sidebars rightrail leftrail siderail rail "
    "tableofcontents tocwrapper toclist toccontainer articletoc jumplinks tocwrapper breadcrumbnav offcanvas megamenu topbar eztoc",
    "footer": "footer sitefooter pagefooter globalfooter bottombar colophon copyright copyrights",
    "caption": "caption captions figcaption imagecaption imgcaption photocaption wpcaptiontext credit photocredit imagecredit "
    "imgcredit piccaption mediacaption photographer bildunterschrift legende legend photocaptions imagesource imgsource "
    "imagecaptions photoinfo picturecaption videocaption",
    "gallery": "gallery photogallery imagegallery slideshow carousel slider swiper slick lightbox flickity glide galleria "
    "owlcarousel mediagallery gallerycontrols",
    "hidden": "sronly srtext screenreadertext screenreader visuallyhidden visuallyhide visuallyhidden offscreen assistivetext printonly "
    "noprint",
    "modal": "modal modals popup popups overlay lightboxcontent dialog toast tooltip popover interstitial paywallprompt "
    "paywallmessage paywalloffer loginprompt adblocknotice notification",
    "embed": "twittertweet instagrammedia tiktokembed fbpost embed embeds videoembed videoplayer player playlist poll quiz survey "
    "livescore stockticker ticker",
}  # fmt: skip
# Names of the element that holds the article's text.
_BODY: Final = frozenset(
    [
        "articlebody",
        "articlecontent",
        "articletext",
        "articlefulltext",
        "articlemaincontent",
        "articlecontentbody",
        "articlebodycontent",
        "storybody",
        "storycontent",
        "storytext",
        "storybodytext",
        "entrycontent",
        "postcontent",
        "postbody",
        "posttext",
        "postentry",
        "postarticle",
        "newsbody",
        "newscontent",
        "newstext",
        "newsdetail",
        "newsdetails",
        "newsarticle",
        "newsdetailcontent",
        "contentbody",
        "bodycontent",
        "bodycopy",
        "bodytext",
        "articlecopy",
        "maintext",
        "maincontenttext",
        "fulltext",
        "texte",
        "articletexte",
        "corpsarticle",
        "haberdetay",
        "habericerik",
        "habermetni",
        "newsfull",
        "textcontent",
        "richtext",
        "richtextcontent",
        "wysiwyg",
        "prose",
        "fieldnamebody",
        "fieldbody",
        "tdpostcontent",
        "singlecontent",
        "articlewrap",
        "contentarticle",
        "articlecontenttext",
        "cuerpo",
        "cuerponoticia",
        "notacuerpo",
        "articulocontenido",
        "contenidonota",
        "artikeltext",
        "artikelinhalt",
        "beitragstext",
        "detailtext",
        "detailcontent",
        "detailbody",
        "newsitembody",
        "blogcontent",
        "blogbody",
        "blogpostcontent",
        "ckeditor",
        "theposttext",
        "thecontent",
        "sdcontent",
        "storyarea",
        "storydetails",
        "storyelementtext",
        "contenttext",
        "pagecontentbody",
        "articlebodytext",
        "articlebodywrapper",
        "articleviewcontent",
        "articleviewbody",
        "pressreleasebody",
        "pressreleasecontent",
        "releasebody",
        "releasecontent",
        "paragraph",
        "texteditor",
        "postsinglecontent",
        "entrybody",
        "singlepostcontent",
        "tekst",
        "artykultresc",
        "articledetail",
        "articlesection",
        "bodymain",
        "mainbody",
        "articlecontentwrapper",
        "contentdetail",
        "contentmain",
    ]
)
_SKIPPED: Final = re.compile(
    r"^(?:tag|category|cat|topic|section|type|status|format|post|postid|page|term|tax|has|is|no|not|with|without|js|hentry|wp-block-(?:group|columns?|"
    r"post-content|paragraph|list|heading|quote)|elementor|et|fl|vc|wpb|col|row|uk|mt|mb|ml|mr|pt|pb|pl|pr|px|py|mx|my|sm|md|lg|xl|"
    r"font|text|bg|flex|grid|d|w|h|u|l|o)[-_:](?!tags?$|meta$|nav|share|sharing|author|related|social|comments?|date|info$|views?$|content|body|entry|text$)"
)
_SPLIT: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\x00-\x7f\W]+")
# What build tools append to a name: letters and digits in turns spell "ad" or "nav" by chance.
_HASH: Final = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9]+[A-Za-z]+[0-9])[A-Za-z0-9]{5,}(?![A-Za-z0-9])")
_DIGITS: Final = frozenset("0123456789")
_KIND: Final = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_SAYING: Final = frozenset((*_KIND, *_BODY))
# What the first word of a known name may be, where its words are parted.
_BEGINNINGS: Final = frozenset(name[:size] for name in (*_KIND, *_BODY) for size in range(2, len(name) + 1))
# Words that are boilerplate only as the last or whole word of a name: "ad-free", "menu-order", "header-author-wrap" are not.
_PREFIX_ONLY: Final = frozenset(
    [
        "no",
        "not",
        "non",
        "without",
        "open",
        "closed",
        "has",
        "is",
        "hide",
        "show",
        "enable",
        "disable",
        "count",
        "toggle",
        "before",
        "after",
    ]
)
_WRAPPERS: Final = frozenset(("wrap", "wrapper", "with", "layout", "page", "site", "body"))
_AMBIGUOUS: Final = frozenset(
    [
        "legend",
        "views",
        "updated",
        "modified",
        "published",
        "bio",
        "follow",
        "share",
        "rail",
        "promo",
        "player",
        "hide",
        "hidden",
        "cta",
        "banner",
        "slider",
        "author",
        "writer",
        "readers",
    ]
)


def kind_of(names: str) -> str:
    """The kind of boilerplate that ``class`` and ``id`` name, ``body`` for the article's text, or an empty string."""
    found = ""
    for name in names.split():
        kind = _kind_of_name(name)
        if kind == "body":
            return kind
        found = found or kind
    return found


@lru_cache(maxsize=32_768)
def _kind_of_name(name: str) -> str:
    if not 2 <= len(name) <= 80:
        return ""
    words = _words_of(name)[:8]
    if _BEGINNINGS.isdisjoint(words) or _says_nothing(words) or words[0] in _PREFIX_ONLY or _SKIPPED.match(name):
        return ""
    starts = [i for i, word in enumerate(words) if word in _BEGINNINGS]
    if "sidebar" in words and not _WRAPPERS.isdisjoint(words):
        return ""
    return "body" if _is_body(words, starts) else _kind_of_words(name, words, starts)


def _words_of(name: str) -> list[str]:
    """The words of a name in lower case, parted at dashes, underscores, digits and inner capitals."""
    if name.islower() and name.isascii() and (parted := name.replace("_", "-")).replace("-", "").isalpha():
        return [word for word in parted.split("-") if word]  # most names
    words = _SPLIT.findall(name if _DIGITS.isdisjoint(name) else _HASH.sub(" ", name))
    return words if name.islower() else [word.lower() for word in words]


def _says_nothing(words: list[str]) -> bool:
    """Whether neither a word of a name nor any that stand side by side in it, written together, are known: most names."""
    if not _SAYING.isdisjoint(words):
        return False
    pairs = list(map(add, words, words[1:]))
    if not _SAYING.isdisjoint(pairs) or not _SAYING.isdisjoint(map(add, pairs, words[2:])):
        return False
    return len(words) < 4 or "".join(words) not in _SAYING


def _is_body(words: list[str], starts: list[int]) -> bool:
    """Whether a name's words are one of the usual names of the element that holds an article's text."""
    if "".join(words) in _BODY:
        return True
    count = len(words)
    return any(
        "".join(words[i : i + size]) in _BODY
        for i in starts
        for size in (2, 3)
        if count > 2 and i + size <= count and (i == 0 or i + size == count)
    )


def _kind_of_words(name: str, words: list[str], starts: list[int]) -> str:
    for size in (3, 2):
        for start in starts:
            if start + size <= len(words) and (kind := _KIND.get("".join(words[start : start + size]))):
                return kind
    if kind := _KIND.get("".join(words)):
        return kind
    found = ((i, words[i], _KIND.get(words[i])) for i in starts)
    return next(
        (
            kind
            for i, w, kind in found
            if kind and (w not in _AMBIGUOUS or len(words) <= 3) and _is_word(name, words, i)
        ),
        "",
    )


def _is_word(name: str, words: list[str], index: int) -> bool:
    """Whether a short word stands by itself or among words, and is no piece of letters at random (``sc-6sFAd``)."""
    word = words[index]
    if len(word) > 3 or word in _DELIMITER.split(name.lower()):
        return True
    return all(len(w) > 2 for i, w in enumerate(words) if i in (index - 1, index + 1))


_DELIMITER: Final = re.compile(r"[-_:./]")
