"""Pages of our own prose with every usual shape of clutter set between and after the true paragraphs."""

import html
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from clutter_words import HEADLINES, LOOKALIKES, PARAGRAPHS, WORDS


@dataclass
class Made:
    """A page with the truth about it."""

    html: str
    headline: str
    paragraphs: list[str]
    clutter: list[str]
    lookalikes: list[str]
    shapes: list[str]
    related: list[str] = field(default_factory=list)


@dataclass
class Piece:
    """One block of clutter: its markup, the texts in it that must not come out, and the headlines it points to."""

    html: str
    texts: list[str]
    related: list[str] = field(default_factory=list)


class Clutter:
    """Writes clutter in one language."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.words = WORDS[language]
        self.headlines = list(HEADLINES[language])
        rng.shuffle(self.headlines)
        self.rng = rng
        self.number = rng.randrange(1000, 9000)

    def headline(self) -> str:
        if not self.headlines:
            raise AssertionError("a page has more clutter than there are headlines")
        return self.headlines.pop()

    def url(self) -> str:
        self.number += 1
        return self.rng.choice(
            ("/news/{}", "https://www.example.org/{}/story", "/2024/05/{}-report.html", "story?id={}")
        ).format(self.number)

    def link(self, text: str) -> str:
        return f'<a href="{self.url()}">{html.escape(text, quote=False)}</a>'

    def w(self, key: str) -> str:
        return self.rng.choice(self.words[key])

    # --- related articles ---

    def heading_and_list(self, tag: str = "h3") -> Piece:
        cue, heads = self.w("related"), [self.headline() for _ in range(3)]
        items = "".join(f"<li>{self.link(h)}</li>" for h in heads)
        return Piece(f"<{tag}>{cue}</{tag}><ul>{items}</ul>", [cue, *heads], heads)

    def bold_and_list(self) -> Piece:
        cue, heads = self.w("related"), [self.headline() for _ in range(2)]
        items = "".join(f"<li>{self.link(h)}</li>" for h in heads)
        return Piece(f"<p><b>{cue}:</b></p><ul>{items}</ul>", [cue, *heads], heads)

    def related_div(self) -> Piece:
        cue, heads = self.w("related"), [self.headline() for _ in range(2)]
        name = self.rng.choice(("related-posts", "article-related", "more-stories", "recirc", "box"))
        items = "".join(f'<div class="item">{self.link(h)}</div>' for h in heads)
        return Piece(f'<div class="{name}"><span>{cue}</span>{items}</div>', [cue, *heads], heads)

    def related_aside(self) -> Piece:
        cue, head = self.w("related"), self.headline()
        return Piece(f"<aside><h4>{cue}</h4><p>{self.link(head)}</p></aside>", [cue, head], [head])

    def related_table(self) -> Piece:
        cue, heads = self.w("related"), [self.headline() for _ in range(2)]
        rows = "".join(f"<tr><td>{self.link(h)}</td></tr>" for h in heads)
        return Piece(f"<table><tr><th>{cue}</th></tr>{rows}</table>", [cue, *heads], heads)

    def related_quote(self) -> Piece:
        cue, head = self.w("related"), self.headline()
        return Piece(f"<blockquote><p>{cue}: {self.link(head)}</p></blockquote>", [cue, head], [head])

    def strong_and_link(self) -> Piece:
        cue, head = self.w("related"), self.headline()
        mark = self.rng.choice((":", "", " |", " –"))
        return Piece(f"<p><strong>{cue}{mark}</strong> {self.link(head)}</p>", [cue, head], [head])

    def plain_link(self) -> Piece:
        cue, head = self.w("related"), self.headline()
        return Piece(f"<p>{cue}: {self.link(head)}</p>", [cue, head], [head])

    def all_in_link(self) -> Piece:
        cue, head = self.w("related"), self.headline()
        return Piece(f"<p>{self.link(f'{cue}: {head}')}</p>", [cue, head], [head])

    def bare_link(self) -> Piece:
        head = self.headline()
        return Piece(f"<p>{self.link(head)}</p>", [head], [head])

    def sentence_with_link(self) -> Piece:
        head = self.headline()
        before, after = self.w("sentence").split("{}")
        return Piece(f"<p>{before}{self.link(head)}{after}</p>", [f"{before}{head}{after}".strip()], [head])

    def related_without_link(self) -> Piece:
        cue, head = self.w("related"), self.headline()
        return Piece(f"<p><em>{cue}: {head}</em></p>", [f"{cue}: {head}"])

    def cards(self) -> Piece:
        cue, heads = self.w("related"), [self.headline() for _ in range(3)]
        dates = [self.w("date") for _ in heads]
        cards = "".join(
            f'<div><a href="{self.url()}"><img src="/i/{n}.jpg" alt=""></a><h4>{self.link(h)}</h4><span>{d}</span></div>'
            for n, (h, d) in enumerate(zip(heads, dates, strict=True))
        )
        return Piece(f'<div class="row"><h3>{cue}</h3>{cards}</div>', [cue, *heads, *dates], heads)

    def cards_with_summaries(self) -> Piece:
        title, heads = self.w("label"), [self.headline() for _ in range(2)]
        texts, dates = [self.w("summary") for _ in heads], [self.w("date") for _ in heads]
        cards = "".join(
            f'<article class="css-1k{n}x9"><span>{self.words["tag_names"][0]}</span><h3>{self.link(h)}</h3><p>{t}</p><time>{d}</time></article>'
            for n, (h, t, d) in enumerate(zip(heads, texts, dates, strict=True))
        )
        return Piece(f'<section class="css-8z7y"><h2>{title}</h2>{cards}</section>', [title, *heads, *texts], heads)

    def section_with_summaries(self) -> Piece:
        title, heads = self.w("label"), [self.headline() for _ in range(3)]
        texts = [self.w("summary") for _ in heads]
        items = "".join(f"<h4>{self.link(h)}</h4><p>{t}</p>" for h, t in zip(heads, texts, strict=True))
        return Piece(f"<h2>{title}</h2>{items}", [title, *heads, *texts], heads)

    def badge_and_link(self) -> Piece:
        cue, head, text = self.w("related"), self.headline(), self.w("date")
        return Piece(
            f'<div class="sc-1ab"><span>{cue}</span>{self.link(head)}<span>{text}</span></div>', [head], [head]
        )

    def dated_link(self) -> Piece:
        head, date = self.headline(), self.w("date")
        return Piece(f"<p>{self.link(head)} – {date}</p>", [head], [head])

    def arrow_line(self) -> Piece:
        head = self.headline()
        return Piece(f"<p><strong>» {head}</strong></p>", [head])

    def label(self) -> Piece:
        text = self.w("label")
        return Piece(f"<p>{text}</p>", [text])

    def read_here(self) -> Piece:
        before, word, after = self.w("here").replace("}", "{").split("{")
        text = f"{before}{word}{after}"
        return Piece(f"<p>{before}{self.link(word)}{after}</p>", [text])

    def notice(self) -> Piece:
        text = self.w("notice")
        return Piece(f"<p>{text}</p>", [text])

    def credit(self) -> Piece:
        text = self.w("credit")
        return Piece(f"<p>{text}</p>", [text])

    def author_note(self) -> Piece:
        text = self.w("author_note")
        return Piece(f"<hr><p><em>{text}</em></p>", [text])

    # --- the rest ---

    def newsletter(self) -> Piece:
        title, text, button = self.w("newsletter_title"), self.w("newsletter"), self.w("button")
        name = self.rng.choice(("newsletter-signup", "nl", "box-inline", ""))
        form = f'<form><input type="email"><button>{button}</button></form>'
        return Piece(f'<div class="{name}"><h4>{title}</h4><p>{text}</p>{form}</div>', [title, text])

    def newsletter_line(self) -> Piece:
        text = self.w("newsletter")
        return Piece(f"<p><em>{text}</em></p>", [text])

    def share_bar(self) -> Piece:
        label = self.w("share")
        nets = "".join(
            f'<li><a href="https://share.example/{n}">{n}</a></li>' for n in ("Facebook", "X", "WhatsApp", "Telegram")
        )
        return Piece(
            f'<div class="{self.rng.choice(("share-bar", "tools", ""))}"><span>{label}</span><ul>{nets}</ul></div>',
            [label, "WhatsApp"],
        )

    def follow_line(self) -> Piece:
        text = self.w("follow")
        return Piece(f"<p><strong>{text}</strong></p>", [text])

    def author_box(self) -> Piece:
        name, text = "Orla Venn", self.w("author")
        box = self.rng.choice(("author-box", "about-author", "author-bio"))
        return Piece(
            f'<div class="{box}"><img src="/o.jpg"><h4>{name}</h4><p>{name} {text}</p></div>', [f"{name} {text}"]
        )

    def tags(self) -> Piece:
        label = self.w("tags")
        names = self.words["tag_names"]
        links = ", ".join(f'<a href="/tag/{n}">{t}</a>' for n, t in enumerate(names))
        return Piece(f"<p>{label}: {links}</p>", [f"{label}: {', '.join(names)}"])

    def comments(self) -> Piece:
        title, text = self.w("comments"), self.w("comment")
        return Piece(
            f'<div id="comments"><h3>{title}</h3><ol><li class="comment"><b>bluejay77</b><p>{text}</p></li></ol></div>',
            [title, text],
        )

    def advertisement(self) -> Piece:
        label = self.w("ad")
        return Piece(
            f'<div class="{self.rng.choice(("ad-slot", "x1"))}"><span>{label}</span><ins></ins></div>', [label]
        )

    def consent(self) -> Piece:
        text = self.w("consent")
        return Piece(
            f'<div class="{self.rng.choice(("cookie-notice", "embed-hint"))}"><p>{text}</p><button>OK</button></div>',
            [text],
        )

    def gallery(self) -> Piece:
        label = self.w("gallery")
        return Piece(
            f'<div class="media"><img src="/g.jpg" alt=""><span>1 / 7</span><a href="#">{label}</a></div>',
            ["1 / 7", label],
        )

    def copyright(self) -> Piece:
        text = self.w("copyright")
        return Piece(f"<p>{text}</p>", [text])

    def agency(self) -> Piece:
        text = self.w("agency")
        return Piece(f"<p><i>{text}</i></p>", [text])

    def first_appeared(self) -> Piece:
        text = self.w("first_appeared")
        return Piece(f"<p><em>{text}</em></p>", [text])

    def neighbours(self) -> Piece:
        back, forth = self.words["neighbours"]
        heads = [self.headline(), self.headline()]
        links = f"<div>{back}<br>{self.link(heads[0])}</div><div>{forth}<br>{self.link(heads[1])}</div>"
        return Piece(f'<div class="{self.rng.choice(("post-navigation", "pn"))}">{links}</div>', [back, *heads])

    def caption(self) -> Piece:
        text = self.w("caption")
        return Piece(f'<figure><img src="/f.jpg"><figcaption>{text}</figcaption></figure>', [text])

    def sections_after(self) -> Piece:
        title, heads = self.w("section"), [self.headline() for _ in range(2)]
        items = "".join(f"<h4>{self.link(h)}</h4>" for h in heads)
        return Piece(f"<h3>{title}</h3>{items}", [title, *heads])


BETWEEN: tuple[str, ...] = (
    "heading_and_list", "bold_and_list", "related_div", "related_aside", "related_table", "related_quote", "strong_and_link", "plain_link",
    "all_in_link", "bare_link", "sentence_with_link", "related_without_link", "cards", "newsletter", "newsletter_line", "share_bar",
    "follow_line", "advertisement", "consent", "gallery", "caption", "cards_with_summaries", "badge_and_link", "dated_link", "arrow_line",
    "label", "read_here", "notice", "credit",
)  # fmt: skip
AFTER: tuple[str, ...] = (
    "author_box", "tags", "comments", "copyright", "agency", "first_appeared", "neighbours", "sections_after", "heading_and_list", "cards",
    "newsletter", "share_bar", "cards_with_summaries", "label", "read_here", "notice", "credit", "author_note", "section_with_summaries",
)  # fmt: skip


def write(text: str) -> str:
    return html.escape(text, quote=False)


FRAMES: dict[str, Callable[[str, str, str], str]] = {
    "semantic": lambda h, t, body: f"<main><article><header><h1>{h}</h1></header>{body}</article></main>",
    "blog": lambda h, t, body: (
        f'<div id="content"><div class="post"><h1 class="entry-title">{h}</h1><div class="entry-content">{body}</div></div></div>'
    ),
    "bare": lambda h, t, body: (
        f'<div id="wrap"><div class="c7"><h1>{h}</h1>{body}</div><div class="c4"><p>{t}</p></div></div>'
    ),
    "late": lambda h, t, body: (
        f'<div class="page"><h1>{h}</h1><div class="g"><div class="g8"><div>{body}</div></div></div></div>'
    ),
}
CHROME = (
    '<nav><ul><li><a href="/a">Land</a></li><li><a href="/b">Sea</a></li><li><a href="/c">Air</a></li></ul></nav>',
    '<footer><p><a href="/about">About</a> <a href="/imprint">Imprint</a></p><p>The Harbour Courier, 12 Quay Street</p></footer>',
)


def make(seed: int, language: str, *, frame: str | None = None, between: int = 4, after: int = 3) -> Made:
    """Make a page: ten paragraphs of which some only look like clutter, with clutter between and after them."""
    rng = random.Random(seed)
    clutter = Clutter(language, rng)
    frame = frame or rng.choice(sorted(FRAMES))
    paragraphs = rng.sample(PARAGRAPHS[language], 8)
    lookalikes = rng.sample(LOOKALIKES[language], 2)
    for text in lookalikes:
        paragraphs.insert(rng.randrange(1, len(paragraphs)), text)
    shapes = rng.sample(BETWEEN, between)
    places = sorted(rng.sample(range(1, len(paragraphs)), between))
    pieces = {place: getattr(clutter, shape)() for place, shape in zip(places, shapes, strict=True)}
    ends = rng.sample(AFTER, after)
    # Comments and neighbours close a page; a copyright line stands under what it closes.
    ends.sort(
        key=lambda name: (
            AFTER.index(name) if name in ("comments", "neighbours", "sections_after", "section_with_summaries") else -1
        )
    )
    tail = [getattr(clutter, shape)() for shape in ends]
    body = []
    for number, text in enumerate(paragraphs):
        if number in pieces:
            body.append(pieces[number].html)
        body.append(f"<p>{write(text)}</p>")
    body += [piece.html for piece in tail]
    headline = clutter.headline()
    page = FRAMES[frame](write(headline), clutter.w("ad"), "\n".join(body))
    every = [*pieces.values(), *tail]
    return Made(
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{write(headline)}</title></head>'
        f"<body>{CHROME[0]}{page}{CHROME[1]}</body></html>",
        headline,
        paragraphs,
        [text for piece in every for text in piece.texts],
        lookalikes,
        [*shapes, *ends],
        [head for piece in every for head in piece.related],
    )
