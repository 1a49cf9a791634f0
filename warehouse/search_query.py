"""The words of a search as a query of the index: which terms, in which fields, by the stemmer of each document."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import tantivy
from tantivy import Occur, Query

from warehouse.search_index import EXACT, STEMMED, UNSTEMMED, SearchError
from warehouse.terms import PLAIN, STEMS, terms

BOOSTS = {"headline": 3.0, "subheadline": 2.0, "body": 1.0}
FIELDS = (*STEMMED, *UNSTEMMED, *EXACT)
APOSTROPHE = re.compile(r"(?<=\w)['`](?=\w)")  # which would open a quotation
OCCURS = {None: Occur.Must, "must": Occur.Must, "should": Occur.Should, "must_not": Occur.MustNot}
REFUSED = {
    "range": "a range cannot be searched for: use --since and --until for dates, or put the words in quotes",
    "regex": "patterns between slashes cannot be searched for: put the words in quotes, or write the beginning of a word and *",
    "exists": "* needs the beginning of a word before it",
    "all": "* needs the beginning of a word before it",
}


@dataclass(frozen=True, slots=True)
class Sought:
    """Terms that stand one behind the other in what is found: a word, a designation, a phrase."""

    terms: tuple[str, ...]
    open_end: bool = False
    """Whether the last is the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A search as the index understands it."""

    query: Query
    sought: dict[str, list[Sought]] = field(default_factory=dict)
    """What a text has to show to be found, by stemmer; for highlighting."""


def understand(words: str, index: tantivy.Index, searcher: tantivy.Searcher) -> Understood:
    """Read what a user typed. Raises `SearchError`: one sentence that says what is wrong and what would be right."""
    asked = APOSTROPHE.sub("’", words.strip())
    if not asked:
        raise SearchError('there is nothing to search for: write words such as "rare earth"')
    try:
        tree = tantivy.parse_query(asked)
    except ValueError:
        raise SearchError(_syntax(asked)) from None
    present = [stem for stem in STEMS if searcher.doc_freq("stem", stem)] or [PLAIN]
    reading = _Reading(index.schema, present)
    query = reading.node(tree, wanted=True)
    if query is None:
        raise SearchError(f"there is no word in {words.strip()!r}: search for words of letters or digits")
    return Understood(query, reading.sought)


def filtered(
    query: Query, schema: tantivy.Schema, *, site: str | None, language: str | None, span: tuple[int | None, int | None]
) -> Query:
    """Narrow a query to a site, a language and a span of seconds since 1970 (the last not in it); the score stays that of the words."""
    clauses = [(Occur.Must, query)]
    for name, value in (("site", site), ("language", language)):
        if value is not None:
            clauses.append((Occur.Must, _unscored(Query.term_query(schema, name, value.lower()))))
    since, until = span
    if since is not None or until is not None:
        last = None if until is None else until - 1
        dated = Query.range_query(schema, "dated_at", tantivy.FieldType.Integer, since, last)
        clauses.append((Occur.Must, _unscored(dated)))
    return Query.boolean_query(clauses) if len(clauses) > 1 else query


class _Reading:
    """One search being read, node by node of the tree that tantivy's grammar gives."""

    def __init__(self, schema: tantivy.Schema, present: list[str]) -> None:
        self._schema = schema
        self._present = present
        self.sought: dict[str, list[Sought]] = {stem: [] for stem in STEMS}

    def node(self, tree: dict[str, Any], *, wanted: bool) -> Query | None:
        """A node's query; None if there is no word in it. ``wanted``: not below a NOT."""
        match tree["type"]:
            case "literal":
                return self._literal(tree, wanted=wanted)
            case "bool":
                return self._clauses(tree["clauses"], wanted=wanted)
            case "boost":
                under = self.node(tree["underlying"], wanted=wanted)
                return None if under is None else Query.boost_query(under, float(tree["boost"]))
            case "set":
                one = {"type": "literal", "delimiter": "none", "slop": 0, "prefix": False, "field_name": tree["field"]}
                return self._clauses([("should", one | {"phrase": e}) for e in tree["elements"]], wanted=wanted)
            case kind:
                raise SearchError(REFUSED.get(kind, "this cannot be searched for: put the words in quotes"))

    def _clauses(self, clauses: Iterable[tuple[str | None, dict[str, Any]]], *, wanted: bool) -> Query | None:
        made = [
            (OCCURS[occur], query)
            for occur, tree in clauses
            if (query := self.node(tree, wanted=wanted and occur != "must_not")) is not None
        ]
        if not made:
            return None
        if all(occur == Occur.MustNot for occur, _ in made):  # all but these
            made.append((Occur.Must, _unscored(Query.exists_query("dated_at"))))
        return Query.boolean_query(made) if len(made) > 1 else made[0][1]

    def _literal(self, tree: dict[str, Any], *, wanted: bool) -> Query | None:
        name, phrase = tree["field_name"], tree["phrase"]
        if name is not None and name not in FIELDS:
            raise SearchError(
                f"there is no field {name!r}: use {', '.join(FIELDS)}, or put the words in quotes if none is meant"
            )
        if name in EXACT:
            return Query.term_query(self._schema, name, phrase.lower())
        open_end = tree["prefix"]
        if tree["delimiter"] == "none" and "*" in phrase:
            if phrase.index("*") != len(phrase) - 1 or len(phrase) == 1:
                raise SearchError("* may stand only at the end of a word, for any ending")
            open_end = True
        by_terms: dict[Sought, list[str]] = {}
        for stem in [PLAIN] if name in UNSTEMMED else self._present:
            for sought in _variants(phrase, stem, open_end=open_end):
                by_terms.setdefault(sought, []).append(stem)
                if wanted and name not in UNSTEMMED:
                    loose = [Sought((term,)) for term in sought.terms] if tree["slop"] else [sought]
                    self.sought[stem] += loose
        if not by_terms:
            return None
        return _either(
            _boosted(self._for_documents_of(self._terms(f, sought, tree["slop"]), f, stems), BOOSTS.get(f, 1.0))
            for f in ([name] if name else BOOSTS)
            for sought, stems in by_terms.items()
        )

    def _terms(self, name: str, sought: Sought, slop: int) -> Query:
        *before, last = sought.terms
        if sought.open_end and before:
            patterns: list[str | tuple[int, str]] = [*map(re.escape, before), re.escape(last) + ".*"]
            return Query.regex_phrase_query(self._schema, name, patterns, slop)
        if sought.open_end:
            return Query.regex_query(self._schema, name, re.escape(last) + ".*")
        if before:
            return Query.phrase_query(self._schema, name, list(sought.terms), slop)
        return Query.term_query(self._schema, name, last)

    def _for_documents_of(self, query: Query, name: str, stems: list[str]) -> Query:
        """Confine terms to documents of the stemmers that gave them: another's term may be another word."""
        if name in UNSTEMMED or len(stems) == len(self._present):
            return query
        theirs = _either(Query.term_query(self._schema, "stem", stem) for stem in stems)
        return Query.boolean_query([(Occur.Must, query), (Occur.Must, _unscored(theirs))])


def _variants(phrase: str, stem: str, *, open_end: bool) -> Iterator[Sought]:
    """What a phrase looks like in documents of a stemmer; a beginning of a word may be one before and after stemming."""
    found = tuple(terms(phrase, stem))
    if not found:
        return
    if not open_end:
        yield Sought(found)
        return
    plain = terms(phrase, PLAIN)
    yield Sought((*found[:-1], plain[-1]), open_end=True)
    if found[-1] != plain[-1]:
        yield Sought(found)


def _either(queries: Iterable[Query]) -> Query:
    made = list(queries)
    return made[0] if len(made) == 1 else Query.boolean_query([(Occur.Should, query) for query in made])


def _boosted(query: Query, boost: float) -> Query:
    return query if boost == 1.0 else Query.boost_query(query, boost)


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _syntax(asked: str) -> str:
    _, errors = tantivy.parse_query_lenient(asked)
    told = errors[0] if errors else {}
    message = str(told.get("message", "")).replace("\\", "") or "an operator or a bracket has nothing beside it"
    place = f" at character {int(told['pos']) + 1}" if "pos" in told else ""
    return f"the search {asked!r} cannot be read: {message}{place}; words in quotes are taken as they are"
