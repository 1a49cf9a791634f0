"""A text as the terms that search finds it by: words in lower case without accents, stemmed by the text's language."""

import re
import unicodedata
from collections.abc import Iterator

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

# Scripts written without spaces (or, as Korean, with endings on every word): each sign is a term, words are phrases.
UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ecd\u1000-\u103f\u1780-\u17d3\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
# Digits part from letters, so that F-35, F35, F 35 and F-35A share the terms that F-35 is looked for by.
MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff"  # signs that belong to the letter before
)
WORD = re.compile(rf"\d+|[{UNSPACED}]|[^\W\d_ʼ{UNSPACED}](?:[^\W\d_ʼ{UNSPACED}]|[{MARKS}])*(?:['’ʼ]s\b)?")
# The same for texts that have none of these signs, which is nearly all; two and three times as fast.
UNUSUAL = re.compile(rf"[{UNSPACED}{MARKS}]")
USUAL_WORD = re.compile(r"\d+|[^\W\d_ʼ]+(?:['’ʼ]s\b)?")
ASCII_WORD = re.compile(r"[0-9]+|[A-Za-z]+(?:'s\b)?")
UNWRITTEN = re.compile("[\u0300-\u036f\u064b-\u065f\u0670]+")  # accents left over, Arabic vowels
POSSESSIVE = re.compile(r"['’ʼ]s$")
STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
PLAIN = "plain"
STEMS = (*sorted(set(STEMMERS.values())), PLAIN)
LONGEST = 100  # letters: what is longer is no word
REMEMBERED = 200_000


def stem_of(language: str | None) -> str:
    """Which of `STEMS` fits an ISO 639-1 code; ``plain`` where there is no stemmer for it."""
    return STEMMERS.get((language or "").partition("-")[0].lower(), PLAIN)


def terms(text: str, stem: str) -> list[str]:
    """The terms of a text, in order, by one of `STEMS`."""
    if text.isascii():
        words = ASCII_WORD.findall(text)
    else:
        text = _composed(text)
        words = (WORD if UNUSUAL.search(text) else USUAL_WORD).findall(text)
    return list(map(_known[stem].__getitem__, words))


def placed_terms(text: str, stem: str) -> Iterator[tuple[str, int, int]]:
    """The terms of a text, each with where its word begins and ends; the text is in Unicode's composed form (NFC)."""
    known = _known[stem]
    for match in WORD.finditer(text):
        yield known[match[0]], match.start(), match.end()


def _composed(text: str) -> str:
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class _Words(dict[str, str]):
    """Words met before, with their terms: a stemmer is asked once a word."""

    def __init__(self, stem: str) -> None:
        self._stem = stem
        self._analyzer: TextAnalyzer | None = None

    def __missing__(self, word: str) -> str:
        if self._analyzer is None:
            builder = TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.lowercase())
            if self._stem != PLAIN:
                builder = builder.filter(Filter.stemmer(self._stem))
            self._analyzer = builder.filter(Filter.ascii_fold()).build()
        plain = unicodedata.normalize("NFKC", POSSESSIVE.sub("", word))[:LONGEST]
        term = "".join(UNWRITTEN.sub("", "".join(self._analyzer.analyze(plain))).split()) or word
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = term
        return term


_known = {stem: _Words(stem) for stem in STEMS}
