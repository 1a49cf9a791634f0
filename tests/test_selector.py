"""Selectors of site files."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from extract.selector import compiled_selector, selects_elements

PAGE = html.fromstring(
    """<html><head><meta name="date" content="2026-08-20"></head><body>
    <h4>Also Read</h4><ul class="related"><li><a href="/a">A</a></li></ul>
    <div class="share text">one <b>two</b></div><p lang="en">three</p></body></html>"""
)


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        (".share", ["one two"]),
        ("div.text, p", ["one two", "three"]),
        ('li:contains("A") > a', ["A"]),
        ("//h4[.='Also Read']/following-sibling::*", ["A", "one two", "three"]),
        (".//b", ["two"]),
        ("(//*[@class])[2]", ["one two"]),
        ("//p[normalize-space(.) = 'three']", ["three"]),
    ],
)
def test_css_and_xpath_select_elements(selector: str, texts: list[str]) -> None:
    """What starts with / ./ or ( is XPath, all else CSS, a class of its own too."""
    assert ["".join(e.itertext()).strip() for e in compiled_selector(selector)(PAGE)] == texts
    assert selects_elements(selector)


@pytest.mark.parametrize(
    ("selector", "result"),
    [
        ("meta[name=date]::attr(content)", ["2026-08-20"]),
        ("//meta/@content", ["2026-08-20"]),
        ("b::text", ["two"]),
        ("//b/text()", ["two"]),
        ("(//b/text())[1]", ["two"]),
        ("//p | //b/text()", None),
        ("//p/node()", ["three"]),
        ("//a/attribute::href", ["/a"]),
    ],
)
def test_texts_and_attributes_are_told_from_elements(selector: str, result: list[str] | None) -> None:
    """Results are plain strings: lxml's own would keep the page alive and could not be pickled."""
    found = compiled_selector(selector)(PAGE)

    assert not selects_elements(selector)
    if result is not None:
        assert found == result
        assert all(type(text) is str for text in found)
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


def test_a_predicate_on_an_attribute_still_selects_elements() -> None:
    """Only what a selector ends in decides, not what it asks for on the way."""
    assert selects_elements("//a[@href]")
    assert selects_elements("//div[contains(@class, '/@x')]")
    assert selects_elements("//li[a/text()]")
    assert not selects_elements("(count(//a))")


@pytest.mark.parametrize(
    "selector",
    [
        *("", " ", "div..x", "div[", "p:nth-child(", "//div[", "//", "..//[", "div::nonsense", "p:hover(", "a::attr()"),
        *("//p[matches(., 'x')]", "//a[lower-case(.)='x']", "//re:test(.)", "//svg:path", "//a[$x]", "svg|path"),
        *("//p[position() = ", "(//p", "//p\x00", "//" + "(" * 5000, ":not(" * 3000, "(//a)[foo()]", "(count('a'))"),
    ],
)
def test_a_selector_that_no_page_could_use_is_refused(selector: str) -> None:
    """Syntax, functions, variables and prefixes that XPath 1.0 lacks fail now, not on the first page that has an h4."""
    with pytest.raises(ValueError, match=r"neither a CSS selector nor an XPath|calls|uses") as error:
        compiled_selector(selector)
    assert len(str(error.value)) < 400


@given(st.text(st.sampled_from("abh1./*[]()@:=,'\"| >+~#-$\\\n☃"), max_size=25))
def test_any_text_is_a_usable_selector_or_refused(selector: str) -> None:
    """Whatever an author writes, it is refused with a sentence, or it can be used on a page."""
    try:
        compiled = compiled_selector(selector)
    except ValueError:
        return
    compiled(PAGE)
    assert isinstance(selects_elements(selector), bool)


def test_a_selector_is_compiled_once() -> None:
    """Layouts are used on every page: the second use costs a look-up."""
    assert compiled_selector("div.entry-content") is compiled_selector("div.entry-content")
    assert isinstance(compiled_selector("div.entry-content"), etree.XPath)
