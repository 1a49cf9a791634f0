"""Boilerplate out of the article's element, with reasons. Names and words raise a suspicion; links, place, length and
neighbours decide."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from extract.calls import call_kind
from extract.cues import Cue, fold, kind_with, leading_cue, line_kind, marked
from extract.insets import insets
from extract.leaves import SENTENCE_END, Leaf, Region
from extract.printed_dates import month_named
from extract.urls import host_of
from extract.wording import one_line

# How much of the container's prose a region of a kind may hold and still be dropped.
_LIMITS: Final = {
    "comments": 0.5, "consent": 0.5, "footer": 0.4, "navigation": 0.4, "hidden": 0.25, "advertisement": 0.3, "form": 0.3,
    "modal": 0.3, "related": 0.3, "newsletter": 0.2, "share": 0.2, "author": 0.2, "tags": 0.15, "meta": 0.12, "caption": 0.4,
    "gallery": 0.2, "aside": 0.3, "header": 0.1, "embed": 0.25,
}  # fmt: skip
_LONG: Final = {"meta": 400, "tags": 600, "share": 500, "hidden": 3000, "embed": 800, "newsletter": 900, "author": 1500}
_ONLY_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NUMERIC_DATE: Final = re.compile(r"(?<!\d)\d{1,4}([./-])\d{1,2}\1\d{1,4}(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LABEL_OF_DATE: Final = re.compile(
    r"(?i)updated|modified|published|posted|aktualisiert|veröffentlicht|publi[éc]|mis\s+à\s+jour|actualizad|оновлен|опублік|обновлен|опублик|güncelle|yayın|aggiornat|pubblicat|aktualiz|opublikowan|bijgewerkt|gepubliceerd"
)
_UNITS: Final = (
    r"(?:s|m|h|d|w|min|hrs?|std|godz|seconds?|minutes?|hours?|days?|weeks?|months?|stunden?|minuten?|tagen?|heures?|jours?|horas?|días?|minutos?|ore|giorni|dias|години?|годин|днів|дні|хвилин\w*"
    r"|часов|часа?|дней|минут\w*|saat|dakika|gün|godzin\w*|dni|uur|dagen|дн|год|ч|хв)"
)
_AGO: Final = re.compile(
    rf"(?i)^\W*(?:(?:updated|modified|posted|published)\W*)?(?:(?:an?|\d{{1,3}})\s*{_UNITS}\.?\s*(?:ago|temu|önce|тому|назад|fa|atrás|geleden|sedan|siden)|(?:vor|hace|il\s+y\s+a|há)\s+(?:\w+|\d{{1,3}})\s*{_UNITS}|\d{{1,3}}[hmd])\W*$"
)
_BYLINE: Final = re.compile(
    r"(?:(?i:by|von|par|por|від|автор:?|yazan:?|author:?|written by|reported by|story by|text:|texte|redakce|autor:?|auteur:?|"
    r"di|door|av|af)\s+)[^\W\d_][\w.’'-]+(?:[\s,&|·-]+(?:and\s+|und\s+|et\s+|y\s+|та\s+|ve\s+)?[^\W\d_][\w.’'@-]*){0,9}"
)
_CAPTION: Final = re.compile(
    r"(?i)^\W*(?:(?:file\s+|stock\s+|representational\s+|representative\s+)?(?:photo|image|picture|pic|photograph|illustration|graphic|screengrab|screenshot|"
    r"foto|bild|fotos|imagen|ілюстрація|фото|скріншот|fotoğraf|görsel|crédit|crédits|credit|credits|video)\s*"
    r"(?:credits?|courtesy|by|via|source|de|von|par|illustrati\w+|nachweis)?\s*[:：©/|-]\s*\S|©\s*\S|\((?:photo|image|picture|foto|bild|фото|ap|file)\b)"
)
_BIO: Final = re.compile(
    r"(?i)\b(?:is|was|are|has|writes|covers|reports|joined|served|teaches|specializes|specialises|works|ist|schreibt|arbeitet|"
    r"berichtet|war|est|écrit|travaille|couvre|es|escribe|cubre|trabaja|fue|пише|працює|працював|висвітлює|є|журналіст\w*|кореспондент\w*|"
    r"yazar\w*|muhabir\w*|gazeteci\w*|çalışıyor|görev\w*)\b|[—–:|-]\s*\S"
)
_BIO_ROLE: Final = re.compile(
    r"(?i)\b(?:reporter|correspondent|editor|journalist|writer|author|columnist|fellow|professor|analyst|director|contributor|freelance\w*|"
    r"blogger|researcher|staff|producer|redakteur\w*|korrespondent\w*|journaliste?\w*|autor\w*|rédact\w+|correspondant\w*|"
    r"reporter\w*|redactor\w*|corresponsal|periodista|editor\w*|журналіст\w*|кореспондент\w*|редактор\w*|оглядач\w*|muhabir\w*|yazar\w*|editör\w*|gazeteci\w*|"
    r"he|she|him|her|twitter|follow|e-?mail|covers|writes|reports|schreibt|berichtet|écrit|couvre|escribe|cubre|пише|висвітлює)\b|@"
)


# "Jane Roe is a staff writer who covers navies": a name, and what it does for the publication.
_STAFF: Final = re.compile(
    r"""(?x)^\W*(?:[A-ZÀ-ÝА-ЯІЇЄҐ][\w.’'-]*,?\s+){2,4}(?:\([^)]{2,40}\)\s+)?(?:(?<=\S,\s)[^,.]{3,60},\s+)?(?:is|was|works|ist|arbeitet|est|travaille|es|trabaja|—|–|-|є)\s+(?:as\s+|als\s+|comme\s+|como\s+)?(?:an?\s+|the\s+|our\s+|eine?\s+|une?\s+|una?\s+)?
    (?:[\w’'-]+\s+){0,5}?(?i:reporter\w*|correspondent|editor|editor-in-chief|journalist\w*|columnist|(?:staff|freelance|senior)\s+writer|contributor|contributing\s+\w+|redakteur\w*|korrespondent\w*|journaliste|rédact\w+|periodista|redactor\w*|corresponsal|журналіст\w*|кореспондент\w*|редактор\w*)\b(?!\s+(?:said|told|says))"""
)


# What goes as a whole box: a label beside nothing but such text goes with it.
_BOXES: Final = frozenset(
    [
        "newsletter",
        "related",
        "linked_paragraph",
        "linked_heading",
        "link_list",
        "share",
        "author",
        "comments",
        "consent",
        "advertisement",
        "navigation",
        "tags",
        "gallery",
        "donation",
        "account",
        "contact",
        "correction",
        "feedback",
        "event",
        "poll",
        "translation",
        "machine",
        "listen",
        "ticker",
        "disclaimer",
        "disclosure",
    ]
)


# How a sentence of a text ends and a headline does not.
_STATED: Final = re.compile(r"""[^.…]\.["'”’»)]*$""")
# "From 2023: Pilots warned of cracked hulls": a label, and what has the form of a headline.
_LABELLED: Final = re.compile(r"^(?:[\w’'-]+\s+){0,3}[\w’'-]+\s?[:|]\s+(?:\S+\s+){3,14}[^\s.!?…]+$")
_COMMENTS: Final = re.compile(
    r"(?i)\d|comment|kommentar|comentar|коментар|комментар|yorum|reacti|reageer|komentarz|commenti"
)
_LABEL_MARKS: Final = (":", "|", "：", "–", "—", "»", "›", "→", "▶", "►", "·", "•", "?", "!")
# What leads to a headline in a sentence that says where to read it.
_POINTING: Final = re.compile(
    r"""(?ix)\b(?:read|learn|find\s+out|see|hear)\s+more\b|\bfor\s+more\b.{0,60}\b(?:read|see|check|visit|click)\b|\bto\s+(?:find\s+out|learn|read)\s+more\b|\b(?:check\s+out|click)\s+(?:our|here|the)\b
    |\b(?:our|the)\s+(?:full|latest|previous|earlier|in-?depth)\s+(?:story|report|coverage|article|interview|guide|explainer)\b|^\W*(?:you\s+can\s+)?(?:also\s+)?(?:read|see|watch|listen\s+to)\s+(?:also\b|our\b|this\b|the\s+full\b)|\bin\s+our\s+(?:story|report|article|explainer|guide|overview|coverage)\b|\b(?:re-?read|revisit)\s+our\b
    |\b(?:mehr\s+(?:dazu|zum\s+thema|darüber|hierzu)|lesen\s+sie|hier\s+lesen|finden\s+sie\s+(?:hier|in\s+unser\w+)|unser\w*\s+(?:überblick|bericht|artikel|analyse|liveticker|dossier))\b
    |\b(?:pour\s+en\s+savoir\s+plus|(?:re)?lire\s+(?:aussi|notre|l['’]|la\s+suite)|(?:re)?lisez\s+(?:aussi|notre)|(?:re)?lire\b.{0,20}\bnotre|retrouvez|à\s+(?:lire|voir|écouter)|consultez\s+notre|notre\s+(?:dossier|article|entretien|enquête))\b
    |\b(?:puede[ns]?\s+(?:consultar|leer)|lea\b|lee\b|consulte|más\s+información|nuestro\s+(?:especial|reportaje|artículo|análisis)|nuestra\s+(?:entrevista|cobertura)|te\s+contamos)\b
    |\b(?:читайте|читати|дивіться|докладніше|детальніше|більше\s+про\s+це|у\s+нашому\s+(?:тексті|матеріалі)|подробнее|читать|смотрите|в\s+нашем\s+(?:тексте|материале))\b
    |\b(?:okuyun|okuyabilirsiniz|haberimiz\w*|yazımız\w*|ayrıntı\w*\s+için|tıklay\w*|izleyin)\b|\b(?:leggi|approfondisci|leia|saiba\s+mais|veja|czytaj|przeczytaj|więcej|lees|bekijk|läs|les\s+mer|læs|lue)\b"""
)
# Small letters where they count: "US", "Su-30" and "sie" are none of these.
_READER: Final = (
    r"(?:[Yy]ou|[Yy]ours?|[Ww]e|[Oo]ur|us|(?<!^)Ihre?[nrsm]?|(?<=\w )Sie|[Uu]nser\w*|[Ww]ir|[Vv]ous|[Vv]otre|[Vv]os|[Nn]otre|[Nn]ous|[Uu]sted|tu|te|[Nn]uestr\w+|[Ww]am|[Вв]ас|[Вв]ам|[Вв]аш\w*|[Нн]аш\w*|[Мм]и|[Вв]и|[Вв]ы|[Мм]ы"
    r"|[Ss]iz(?:i|e|in|ler\w*)?|[Bb]iz(?:e|im|i)?|tuo|tua|[Nn]ostr[oaie]|[Vv]ocê|noss[oa]s?|twój|twoj\w+|[Nn]asz\w*|jouw|uw|ons|onze)"
)
_TO_READER: Final = re.compile(
    rf"\b{_READER}\b|(?i:(?:^|[?!.]\s)\W*(?:also\s+)?(?:read|see|try|check|take\s+a\s+look|watch|listen|revisit|catch\s+up|don['’]t\s+miss|dig|go|meet|explore|discover|get)\b)"
)
_PRONOUN: Final = re.compile(rf"\b{_READER}\b")
_QUOTED: Final = re.compile(r"[“”„«»]|\"\w")
_CREDIT_BEHIND: Final = re.compile(
    r"""(?ix)[.!?)"”»]\s*\(?(?:(?:file|stock|handout)\s+)?(?:photos?|images?|pictures?|fotos?|bild(?:er)?|imagen|crédits?|credits?|фото|ілюстрація|fotoğraf)\s*(?:credits?\s*|courtesy\s*|by\s*)?[:：/©]\s*\S.{0,60}$
    |\((?:[\w.\s/]{0,40}\s)?(?:photo|image|picture|foto|фото|bild)s?\s+(?:by|von|de|di|courtesy|credit|via)\b.{0,60}\)\W*$|\((?:ap|afp|reuters|getty|epa|dpa|efe)[^)]{0,20}(?:photo|images?|via)[^)]{0,40}\)\W*$|[.!?]\s*[©|]\s*\S.{0,40}$
    |\((?:file|archive|archives|handout|illustrative|representative|archiv|archivo|archives|архів|архив|arşiv|archivio|arquivo|archiwum)(?:\s+(?:photo|image|picture|foto|фото))?\)\W*$|[.!?]\s*courtesy\s+(?:of\s+)?\S.{0,40}$|[.!?]\s*(?:credit|crédit|quelle|source|via)\s*:\s*\S.{0,40}$"""
)
_MOST_CARDS: Final = 40


# Kinds of lines that tell what the element around them is for.
_TELLING: Final = frozenset(
    (
        "newsletter", "related", "share", "comments", "consent", "navigation", "gallery", "donation", "account", "contact", "correction", "feedback",
        "event", "poll", "translation", "machine", "listen", "ticker",
    )
)  # fmt: skip
_BOX: Final = 500  # characters of a box that speaks to the reader
_FEW: Final = 3
_USUAL: Final = 4  # so many elements of one make are no insets but how the text is built


_POINTERS: Final = frozenset(("related", "linked_paragraph", "linked_heading", "link_list", "aside"))


@dataclass(slots=True)
class Known:
    """What is known of the article before its text is read, to tell it from what repeats it."""

    headline: str = ""
    subheadline: str | None = None
    authors: tuple[str, ...] = ()
    host: str = ""
    headline_above: bool = False
    """The headline stands before the article's element: where it stands in it too, it has nothing to do with what is above."""


def prune(
    leaves: list[Leaf],
    containers: Sequence[HtmlElement],
    known: Known,
    controls: frozenset[HtmlElement] = frozenset(),
) -> list[Leaf]:
    """Mark what is not the article with the rule that says so; give the leaves that stay.

    ``controls`` are the elements in which buttons and fields stood.
    """
    _Pruning(leaves, containers, known, controls).run()
    return [leaf for leaf in leaves if not leaf.rule]


class _Pruning:
    """One container's leaves while they are judged."""

    def __init__(
        self, leaves: list[Leaf], containers: Sequence[HtmlElement], known: Known, controls: frozenset[HtmlElement]
    ) -> None:
        self.leaves = leaves
        self.controls = controls
        self.containers = frozenset(containers)
        self.known = known
        self.total = sum(leaf.weight for leaf in leaves) or 1
        self.above = {a for c in containers for a in c.iterancestors()} | self.containers
        self.groups: list[list[int]] = []
        self.verdicts: dict[Region, bool] = {}
        self.cues: dict[int, Cue | None] = {}
        self.paths: dict[HtmlElement, tuple[HtmlElement, ...]] = {}

    def run(self) -> None:
        self.regions()
        self.repeated_headline()
        self.repeated_subheadline()
        self.lines()
        self.comments()
        self.related_groups()
        self.lists()
        self.linked()
        self.calls()
        self.insets()
        self.repeated()
        self.opening()
        self.closing()
        self.remnants()
        self.headings()

    def drop(self, index: int, rule: str) -> None:
        if not self.leaves[index].rule:
            self.leaves[index].rule = f"prune:{rule}"

    # --- regions that tag, role or name give away ---

    def regions(self) -> None:
        for leaf in self.leaves:
            region = leaf.region
            while region is not None and region.element not in self.above:
                if self.foreign(region):
                    leaf.rule = f"prune:{region.kind}:{region.name}"
                    break
                region = region.parent

    def foreign(self, region: Region) -> bool:
        """Whether a region's content agrees with its name."""
        verdict = self.verdicts.get(region)
        if verdict is None:
            verdict = self.verdicts[region] = self.judge(region)
        return verdict

    def judge(self, region: Region) -> bool:
        kind = region.kind
        limit = _LIMITS.get(kind)
        if limit is None or region.weight > limit * self.total:
            return False
        if region.chars > _LONG.get(kind, 100_000):
            return False
        if kind == "navigation" and region.element.tag != "nav" and region.weight > 300:
            return region.link_chars > 0.5 * region.chars
        if kind == "hidden" and region.weight > 150:
            return region.link_chars > 0.5 * region.chars
        if any(True for _ in region.element.iter("h1")) and kind not in ("hidden", "comments", "consent"):
            return False
        if (
            kind in ("aside", "caption")
            and region.element.tag == "figure"
            and region.element.find(".//table") is not None
        ):
            return False
        if kind in ("related", "gallery", "embed"):
            # Prose that only bears such a name stays; links, shortness or a cue must agree with it.
            return region.link_chars > 0.2 * region.chars or region.weight < 300 or region.prose <= 1
        return True

    # --- single lines ---

    def repeated_headline(self) -> None:
        """Drop what stands above the headline, and the headline."""
        wanted = fold(self.known.headline)
        if not wanted:
            return
        first_prose = next((i for i, x in enumerate(self.leaves) if x.weight and not x.rule), len(self.leaves))
        found = [
            i
            for i, x in enumerate(self.leaves[:60])
            if not x.rule and len(x.text) <= 1.3 * len(wanted) + 20 and self.is_headline(i, wanted, first_prose)
        ]
        for index in found:
            self.drop(index, "headline_again")
        titles = [i for i in found if self.leaves[i].heading]
        if not titles or self.known.headline_above:
            return
        above = sum(x.weight for x in self.leaves[: titles[0]] if not x.rule)
        if above < (0.3 * self.total if self.leaves[titles[0]].element.tag == "h1" else 1):
            for index in range(titles[0]):
                self.drop(index, "above_headline")

    def is_headline(self, index: int, wanted: str, first_prose: int) -> bool:
        """Whether a line is the headline: word for word, or nearly so where headlines stand."""
        leaf = self.leaves[index]
        text = fold(leaf.text)
        if text == wanted:
            return True
        return leaf.heading and (leaf.element.tag == "h1" or index < first_prose) and _alike(text, wanted)

    def repeated_subheadline(self) -> None:
        """Drop the line under the headline where it stands as one."""
        if self.known.subheadline:
            under = fold(self.known.subheadline)
            for index, leaf in enumerate(self.leaves[:30]):
                if leaf.heading and fold(leaf.text) == under:
                    self.drop(index, "subheadline_again")

    def lines(self) -> None:
        for index, leaf in enumerate(self.leaves):
            if leaf.rule:
                continue
            text = leaf.text
            if len(text) > 700:
                continue
            kind = kind_with(self.leading(index), text) or controls_kind(leaf)
            if kind is not None and kind != "related" and self.line_may_go(index, leaf, kind):
                self.drop(index, kind)
            elif len(text) <= 60 and not leaf.heading and leaf.cell is None and self.is_date_line(text):
                self.drop(index, "date")
            elif (
                (len(text) <= 300 and _CAPTION.match(text) and leaf.weight < 250)
                or (len(text) <= 300 and not leaf.heading and leaf.cell is None and _CREDIT_BEHIND.search(text))
                or (leaf.pictured and len(text) <= 220 and self.is_under_picture(leaf))
            ):
                self.drop(index, "caption")
            elif not any(map(str.isalnum, text)):
                self.drop(index, "ornament")

    def is_under_picture(self, leaf: Leaf) -> bool:
        """Whether a line stands with a picture in one element, or in small type right under it."""
        element = leaf.element
        if leaf.heading or leaf.cell is not None or leaf.parts > 1 or element in self.above:
            return False
        small = element.tag == "small" or element.find(".//small") is not None
        if element.find(".//img") is None:
            return small and leaf.weight < 200
        alone = len("".join(element.itertext())) <= 2 * len(leaf.text)
        return alone and (small or leaf.emphasised >= 0.9 * len(leaf.text) or not SENTENCE_END.search(leaf.text))

    def comments(self) -> None:
        """Drop what stands below the title of the comments."""
        start = next((i for i, x in enumerate(self.leaves) if _rule_kind(x) == "comments" and i), None)
        if start is None or sum(x.weight for x in self.leaves[:start]) < 0.5 * self.total:
            return
        title = self.leaves[start]
        if (
            len(title.text) > 60
            or not _COMMENTS.search(title.text)
            or not (title.heading or self.leaves[start - 1].rule or start > 0.6 * len(self.leaves))
        ):
            return
        for index in range(start, len(self.leaves)):
            self.drop(index, "comments")

    def line_may_go(self, index: int, leaf: Leaf, kind: str) -> bool:
        if kind in ("copyright", "agency", "first_appeared", "newsletter", "share", "consent") and len(leaf.text) > 60:
            return leaf.weight < 0.25 * self.total
        if leaf.heading or leaf.item is not None or leaf.cell is not None:
            # "Share", "Author", "Comments" may head a section of the text itself: then prose follows it.
            if kind in ("comments", "tags", "author", "navigation") and leaf.heading and kind != "comments":
                return not self.prose_follows(index)
            return leaf.cell is None
        return True

    def prose_follows(self, index: int) -> bool:
        after = next((x for x in self.leaves[index + 1 : index + 3] if not x.rule), None)
        return after is not None and after.weight > 0

    def is_date_line(self, text: str) -> bool:
        """Whether a line is a date, with at most a few words of what happened then."""
        if not any(map(str.isdigit, text)) or SENTENCE_END.search(text):
            return bool(_AGO.match(text))
        words = _ONLY_LETTERS.findall(text)
        months = sum(month_named(word) is not None for word in words)
        others = len(words) - months
        year = _YEAR.search(text) is not None
        dated = _NUMERIC_DATE.search(text) or (months == 1 and (year or others <= 1 or _LABEL_OF_DATE.search(text)))
        return bool((dated and others <= 3) or _AGO.match(text))

    # --- related articles ---

    def leading(self, index: int) -> Cue | None:
        if index not in self.cues:
            self.cues[index] = leading_cue(self.leaves[index].text)
        return self.cues[index]

    def cue(self, index: int) -> Cue | None:
        found = self.leading(index)
        return found if found is not None and found.kind == "related" else None

    def related_groups(self) -> None:
        labelled = [i for i, x in enumerate(self.leaves) if not x.rule and is_labelled(x)]
        for index in labelled if len(labelled) <= _FEW else ():  # more are how this text is built
            self.drop(index, "related")
        for index, leaf in enumerate(self.leaves):
            if leaf.rule or len(leaf.text) > 500:
                continue
            cue = self.cue(index)
            if cue is None:
                continue
            if not cue.rest:
                self.group(index, cue)
            elif is_related_line(leaf, cue):
                self.drop(index, "related")

    def group(self, index: int, cue: Cue) -> None:
        """Drop the block that a cue heads: all of the element around it, or the links that follow it."""
        leaf = self.leaves[index]
        wrapper = self.wrapper(index)
        inside = range(index + 1, self.span(index, wrapper)[1]) if wrapper is not None else range(0)
        if inside and any(self.leaves[i].links for i in inside):
            for i in range(index, inside[-1] + 1):
                self.drop(i, "related")
            return
        end = self.follow(index)
        strong = cue.strong or cue.separator.strip()[:1] in (":", "»", "›", "→", "…")
        if end == index + 1 and not (strong and (leaf.links or not self.prose_follows(index) or not leaf.heading)):
            return
        for i in range(index, end):
            self.drop(i, "related")

    def wrapper(self, index: int) -> HtmlElement | None:
        """The largest element around a cue that holds little prose and is not (around) the container."""
        best = None
        for element in self.path(self.leaves[index].element):
            if element in self.above:
                break
            first, last = self.span(index, element)
            inside = self.leaves[first:last]
            prose = sum(x.weight for x in inside if x.link_share < 0.3)
            links = sum(x.link_chars for x in inside)
            if prose > 0.25 * self.total or (prose > 250 and links < 0.3 * prose) or len(inside) > 80:
                break
            best = element
        return best

    def path(self, element: HtmlElement) -> tuple[HtmlElement, ...]:
        found = self.paths.get(element)
        if found is None:
            chain = [element]
            for above in element.iterancestors():
                if above in self.above:
                    break
                chain.append(above)
            found = self.paths[element] = tuple(chain)
        return found

    def follow(self, index: int) -> int:
        """Where the links under a cue end."""
        head = self.leaves[index]
        end = index + 1
        listed: HtmlElement | None = None
        for i in range(index + 1, min(len(self.leaves), index + 60)):
            leaf = self.leaves[i]
            if leaf.rule:
                if end == i:
                    end = i + 1
                continue
            linky = leaf.link_share > 0.6
            if linky and not (
                leaf.heading and head.heading and self.prose_follows(i) and leaf.element.tag <= head.element.tag
            ):
                end = i + 1
                if leaf.item is not None:
                    listed = leaf.item.getparent()
                continue
            if listed is not None and leaf.item is not None and leaf.item.getparent() is listed:
                end = i + 1
                continue
            if leaf.item is not None and i == index + 1 and not leaf.weight:
                listed = leaf.item.getparent()  # a list of bare headlines right under the cue
                end = i + 1
                continue
            if len(leaf.text) <= 60 and self.is_date_line(leaf.text):
                end = i + 1
                continue
            break
        return end

    # --- lists and paragraphs of links ---

    def lists(self) -> None:
        """Drop lists and tables that are mostly links."""
        groups: dict[HtmlElement, list[int]] = {}
        for index, leaf in enumerate(self.leaves):
            if leaf.rule:
                continue
            if leaf.item is not None and (parent := leaf.item.getparent()) is not None and parent not in self.above:
                groups.setdefault(parent, []).append(index)
        for indexes in groups.values():
            chars = sum(len(self.leaves[i].text) for i in indexes)
            linked = sum(self.leaves[i].link_chars for i in indexes)
            prose = sum(self.leaves[i].weight for i in indexes)
            if linked >= 0.7 * chars and prose < 0.3 * chars:
                for i in indexes:
                    self.drop(i, "link_list")

    def linked(self) -> None:
        """Drop paragraphs that are nothing but a link to another article."""
        # Where many headings are links, they head what follows; one or two are set between the paragraphs.
        few = sum(x.heading and x.link_share >= 0.85 and not x.rule for x in self.leaves) <= _FEW
        for index, leaf in enumerate(self.leaves):
            if leaf.rule or not leaf.links or leaf.cell is not None:
                continue
            if len(leaf.links) >= 3 and leaf.link_share >= 0.6 and len(leaf.text.split()) <= 5 * len(leaf.links):
                if leaf.item is None and not SENTENCE_END.search(leaf.text):
                    self.drop(index, "navigation")
                continue
            if leaf.link_share < 0.85:
                if not leaf.heading and points_elsewhere(leaf):
                    self.drop(index, "linked_paragraph")
                continue
            words = len(leaf.text.split())
            if leaf.heading:
                if words >= 3 and (not self.prose_follows(index) or (few and words >= 4 and self.points_home(leaf))):
                    self.drop(index, "linked_heading")
                continue
            if leaf.item is None and not (words >= 9 and leaf.weight == 0 and _STATED.search(leaf.text)):
                self.drop(index, "linked_paragraph")

    def points_home(self, leaf: Leaf) -> bool:
        """Whether a heading is no entry of a list, and leads to another page of the same publication."""
        if not leaf.text[0].isalpha() and leaf.text[0] not in "\"'“„«‘":
            return False
        host = host_of(leaf.links[0].get("href") or "")
        return not host or not self.known.host or host == self.known.host

    # --- what is said to the reader, and what is set apart ---

    def calls(self) -> None:
        """Drop lines that ask something of the reader or tell how the text came to be."""
        for index, leaf in enumerate(self.leaves):
            if not leaf.rule and leaf.cell is None and (kind := call_kind(leaf.text)):
                self.drop(index, kind)

    def insets(self) -> None:
        """Drop elements set apart from the text where more than that speaks against them."""
        groups = self.groups = insets(self.leaves, self.path)
        makes = Counter(self.make(indexes) for indexes in groups)
        for indexes in groups:
            kept = [i for i in indexes if not self.leaves[i].rule]
            # What is set apart again and again in the same way is how this text is built.
            usual = makes[self.make(indexes)] > _USUAL
            if kept and (why := self.why_inset(indexes, [self.leaves[i] for i in kept], usual)):
                for i in kept:
                    self.drop(i, why)

    def make(self, indexes: list[int]) -> tuple[object, ...]:
        leaf = self.leaves[indexes[0]]
        return tuple(e.tag for e in self.path(leaf.element)), leaf.element.get("class")

    def why_inset(self, indexes: list[int], kept: list[Leaf], usual: bool) -> str:
        """What speaks against an inset: what has gone of it already, links, controls, or that it is only labels."""
        prose = sum(x.weight for x in kept if x.link_share < 0.5)
        if prose > 0.1 * self.total or any(
            x.cell is not None or x.quote is not None or x.element.tag == "pre" for x in kept
        ):
            return ""
        gone = [self.leaves[i] for i in indexes if _rule_kind(self.leaves[i]) in _BOXES]
        if kept[-1].heading and not self.leaves[indexes[-1]].rule and self.prose_follows(indexes[-1]):
            return ""
        chars = sum(len(x.text) for x in kept)
        lost = sum(len(x.text) for x in gone)
        stated = any(SENTENCE_END.search(x.text) and x.link_share < 0.8 for x in kept)
        told = any(_rule_kind(x) in _TELLING for x in gone)
        if (
            (told and prose < 400 and not usual)
            or lost > (chars if told else 3 * chars)
            or (lost > chars and not prose and not stated)
        ):
            return "remnant"
        linked = sum(x.link_chars for x in kept)
        if linked >= 0.5 * chars and not prose and not stated:
            return "linked_inset"
        if (
            not usual
            and chars <= _BOX
            and sum(x.item is not None for x in kept) < 3
            and all(len(x.text) <= 220 for x in kept)
            and speaks_to_reader(kept)
        ):
            return "box"
        if not usual and self.is_choice(kept):
            return "poll"
        if usual or prose or any(x.heading for x in kept):
            return ""
        if any(self.controlled(i) for i in indexes) and (not stated or chars < 200):
            return "form"
        if not stated and chars <= 120 and not any(x.item is not None for x in kept):
            return "label"
        return ""

    def is_choice(self, kept: list[Leaf]) -> bool:
        """Whether lines are a question and short answers to choose from."""
        choices = [x for x in kept if len(x.text.split()) <= 2]
        return len(kept) > 2 and len(choices) >= len(kept) - 1 and any("?" in x.text for x in kept)

    def controlled(self, index: int) -> bool:
        """Whether buttons or fields to fill in stand in the same element as a leaf."""
        return not self.controls.isdisjoint(self.path(self.leaves[index].element))

    def repeated(self) -> None:
        """Drop what is pulled out of the text to be shown large: it stands in a paragraph word for word."""
        places = {i for group in self.groups for i in group} | {
            i for i, x in enumerate(self.leaves) if x.quote is not None
        }
        places = {
            i for i in places if not self.leaves[i].rule and self.leaves[i].item is None and not self.leaves[i].heading
        }
        if not places:
            return
        texts = [(x, _bare(x.text)) for x in self.leaves if x.weight and not x.rule]
        for index in places:
            leaf = self.leaves[index]
            if not 25 <= len(leaf.text) <= 500:
                continue
            wanted = _bare(leaf.text)
            if any(other is not leaf and len(bare) > len(wanted) and wanted in bare for other, bare in texts):
                self.drop(index, "pulled_quote")

    # --- the two ends ---

    def opening(self) -> None:
        """Drop bylines, dates and labels between headline and text."""
        names = {fold(a) for a in self.known.authors}
        first = next((i for i, x in enumerate(self.leaves) if not x.rule and x.weight), len(self.leaves))
        for index in range(first):
            leaf = self.leaves[index]
            if leaf.rule or leaf.item is not None or leaf.cell is not None or leaf.quote is not None:
                continue
            text = leaf.text
            words = len(text.split())
            if leaf.element.tag == "h1":
                self.drop(index, "headline_again")
            elif (_BYLINE.fullmatch(text) and words <= 16) or (
                names and any(n and n in fold(text) for n in names) and words <= 16
            ):
                self.drop(index, "byline")
            elif (leaf.link_share > 0.6 and words <= 8) or (
                not leaf.heading and words <= 4 and not SENTENCE_END.search(text)
            ):
                self.drop(index, "above_text")

    def closing(self) -> None:
        """Drop author notes, bare links and labels under the text."""
        kept = [i for i, x in enumerate(self.leaves) if not x.rule]
        names = [fold(a) for a in self.known.authors if len(a) > 5]
        for index in reversed(kept[-6:]):
            leaf = self.leaves[index]
            text = leaf.text
            if len(kept) > 3 and len(text) < 700 and names:
                opening = fold(text[:80])
                if any(opening.startswith((n, f"by {n}", f"about {n}", f"dr. {n}", f"prof. {n}")) for n in names) and (
                    len(text.split()) <= 6 or (_BIO.search(text) and _BIO_ROLE.search(text))
                ):
                    self.drop(index, "author")
                    continue
            if len(kept) > 3 and len(text) < 500 and _STAFF.match(text):
                self.drop(index, "author")
        for index in reversed([i for i in kept if not self.leaves[i].rule]):
            leaf = self.leaves[index]
            if leaf.weight or leaf.cell is not None or SENTENCE_END.search(leaf.text):
                break
            if leaf.link_share > 0.6 and leaf.item is None:
                self.drop(index, "below_text")
            elif not leaf.heading:
                break

    def remnants(self) -> None:
        """Drop labels that are all that is left of an element whose other text has gone."""
        for index, leaf in enumerate(self.leaves):
            if (
                leaf.rule
                or leaf.weight
                or len(leaf.text) > 120
                or (SENTENCE_END.search(leaf.text) and not leaf.heading)
            ):
                continue
            beside = self.leaves[max(0, index - 1) : index + 2]
            if not any(x.rule and _rule_kind(x) in _BOXES for x in beside):
                continue
            for element in self.path(leaf.element):
                first, last = self.span(index, element)
                if last - first > 1:
                    rules = {_rule_kind(self.leaves[i]) for i in range(first, last) if i != index}
                    if rules <= _BOXES and "" not in rules:
                        self.drop(index, "remnant")
                    break

    def span(self, index: int, element: HtmlElement) -> tuple[int, int]:
        """The leaves around one that lie in the same element: they stand together in reading order."""
        first = last = index
        while first > 0 and element in self.path(self.leaves[first - 1].element):
            first -= 1
        while last + 1 < len(self.leaves) and element in self.path(self.leaves[last + 1].element):
            last += 1
        return first, last + 1

    def headings(self) -> None:
        """Drop headings that have lost what they headed, and those after the end."""
        following: Leaf | None = None
        dropped_after = False
        for index in range(len(self.leaves) - 1, -1, -1):
            leaf = self.leaves[index]
            if leaf.rule:
                dropped_after = True
                continue
            if leaf.heading and self.heads_links(index):
                self.drop(index, "heading_of_links")
                dropped_after = True
                continue
            if leaf.heading and (
                following is None or (dropped_after and following.heading and _level(following) <= _level(leaf))
            ):
                self.drop(index, "heading_of_nothing")
                dropped_after = True
                continue
            following = leaf
            dropped_after = False

    def heads_links(self, index: int) -> bool:
        """Whether right under a heading stands a list of links that has gone, without a title of its own."""
        links = 0
        for leaf in self.leaves[index + 1 : index + 12]:
            kind = _rule_kind(leaf)
            if kind not in ("link_list", "linked_inset", "linked_heading", "linked_paragraph", "date"):
                return links > 1
            links += kind != "date"
        return links > 1


def controls_kind(leaf: Leaf) -> str | None:
    """Kind of a run of controls set side by side without any text of their own around them; None for other leaves."""
    element = leaf.element
    if (
        len(leaf.text) > 120
        or leaf.parts > 1
        or len(element) < 2
        or (element.text or "").strip()
        or any((e.tail or "").strip() for e in element)
    ):
        return None
    kinds = [line_kind(part) for e in element if (part := one_line("".join(e.itertext())))]
    return kinds[0] if kinds and all(kinds) else None


def is_labelled(leaf: Leaf) -> bool:
    """Whether a line of its own, all set off, is a label and a headline."""
    set_off = leaf.emphasised >= 0.9 * len(leaf.text) and not leaf.heading and leaf.item is None and leaf.cell is None
    return set_off and len(leaf.text) <= 160 and bool(_LABELLED.match(leaf.text))


def speaks_to_reader(leaves: Sequence[Leaf]) -> bool:
    """Whether lines, labels among them, say "we" or "you" without quoting anybody."""
    labels = sum(not SENTENCE_END.search(x.text) or len(x.text) <= 25 for x in leaves)
    text = " ".join(x.text for x in leaves)
    return bool(labels and len(leaves) > 1 and _PRONOUN.search(text)) and not _QUOTED.search(text)


def points_elsewhere(leaf: Leaf) -> bool:
    """Whether a line is a few words and the headline that they point to as a link: a label, or "You can read more in"."""
    lead, headline, rest = leaf.text.partition(one_line("".join(leaf.links[-1].itertext())))
    if not headline or len(lead) > 110 or len(headline.split()) < 4 or len(leaf.links) > 1:
        return False
    if len(rest) > 12 and not (len(rest) <= 40 and re.fullmatch(r"(?i)\W*(?:also\s+)?(?:read|see|check)\W*", lead)):
        return False
    if any((a.get("href") or "").startswith("#") for a in leaf.links):
        return False
    if leaf.link_share >= 0.5 and len(lead.split()) <= 5 and lead.rstrip()[-1:] in _LABEL_MARKS:
        return not _STATED.search(headline)
    if leaf.link_share < 0.3:
        return False
    said_to_reader = (
        headline[0].isupper() and len(lead.split()) <= 10 and leaf.link_share >= 0.4 and _TO_READER.search(lead)
    )
    return bool(_POINTING.search(lead) or said_to_reader)


def is_related_line(leaf: Leaf, cue: Cue) -> bool:
    """Whether a line that a cue opens points to another article, rather than being a sentence of the text."""
    text = leaf.text
    share = leaf.link_share
    if leaf.links and all((a.get("href") or "").startswith("#") for a in leaf.links):
        return False
    if marked(cue):
        if leaf.links:
            return share >= 0.3 or (cue.strong and len(text) <= 250)
        capitals = text[: len(text) - len(cue.rest)].strip(" :|-–—»›>→").isupper()
        ended = bool(SENTENCE_END.search(cue.rest))
        set_off = (
            capitals
            or cue.strong
            or leaf.emphasised >= 0.9 * len(text)
            or cue.separator.strip()[:1] in (":", "：", "|")
        )
        return len(cue.rest) <= 220 and set_off and (not ended or (capitals and len(cue.rest) <= 120))
    if not leaf.links:
        return False
    if cue.strong:
        return share >= 0.4 and len(text) <= 300
    if len(text) > 250:
        return False
    before = text.partition(one_line("".join(leaf.links[0].itertext())))[0].rstrip()
    return share >= 0.6 or (share >= 0.35 and before.endswith((":", "：", "–", "—", "»", "→")))


def _bare(text: str) -> str:
    """A text without its marks, as pulled quotes differ from what they repeat."""
    return " ".join(_WORDS.findall(text.casefold()))


_WORDS: Final = re.compile(r"\w+")


def _rule_kind(leaf: Leaf) -> str:
    return leaf.rule.partition(":")[2].partition(":")[0]


def _level(leaf: Leaf) -> int:
    tag = leaf.element.tag
    return int(tag[1]) if isinstance(tag, str) and len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 4


def _alike(a: str, b: str) -> bool:
    """Whether two headlines are one, cut or with the site's name behind it."""
    if min(len(a), len(b)) < 15:
        return a == b
    return a.startswith(b) or b.startswith(a) or _words_shared(a, b) > 0.85


def _words_shared(a: str, b: str) -> float:
    one, two = set(a.split()), set(b.split())
    return len(one & two) / max(len(one | two), 1)


def dropped_fragments(leaves: Sequence[Leaf], containers: Iterable[HtmlElement]) -> list[HtmlElement]:
    """The elements of what was dropped as pointers to other articles, with all that went with them, in page order."""
    outside = {a for c in containers for a in c.iterancestors()} | set(containers)
    found: dict[HtmlElement, None] = {}
    for index, leaf in enumerate(leaves):
        if leaf.links and _rule_kind(leaf) in _POINTERS and len(leaf.text.split()) > 3 and leaf.link_share > 0.2:
            found[_whole(leaves, index, outside)] = None
    return [e for e in found if not any(a in found for a in e.iterancestors())]


def _whole(leaves: Sequence[Leaf], index: int, outside: set[HtmlElement]) -> HtmlElement:
    """The largest element around a dropped leaf in which nothing was kept, unless it holds very much."""
    best = leaves[index].element
    first = last = index
    for element in best.iterancestors():
        if element in outside:
            break
        while first > 0 and element in leaves[first - 1].element.iterancestors():
            first -= 1
        while last + 1 < len(leaves) and element in leaves[last + 1].element.iterancestors():
            last += 1
        if last - first > _MOST_CARDS or not all(leaf.rule for leaf in leaves[first : last + 1]):
            break
        best = element
    return best
