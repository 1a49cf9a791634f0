"""Selectors of site files: CSS or XPath, compiled once."""

import re
from functools import cache

from cssselect import SelectorError
from lxml import etree
from parsel.csstranslator import HTMLTranslator

_XPATH_START = ("/", "./", "..", "(")
_LITERAL = re.compile(r"""'[^']*'|"[^"]*\"""")
_CALL = re.compile(r"(?<![\w.-])([A-Za-z_][\w.-]*)\s*\(")
# XPath 1.0 §4 and §2.3. Others compile without complaint and fail on the first page that reaches them.
_KNOWN = re.compile(
    """last|position|count|id|local-name|namespace-uri|name|string|concat|starts-with|contains|substring(-before|-after)?
    |string-length|normalize-space|translate|boolean|not|true|false|lang|number|sum|floor|ceiling|round
    |text|node|comment|processing-instruction|and|or|div|mod""",
    re.VERBOSE,
)
_NO_ELEMENT = re.compile(
    r"(?:(?:@|\battribute::)\s*[\w:*-]+|\b(?:text|node|comment|processing-instruction)\s*\([\s']*\))[\s)]*$"
)


@cache
def compiled_selector(selector: str) -> etree.XPath:
    """Compile a site file's selector: XPath if it starts with ``/``, ``./``, ``..`` or ``(``, else CSS.

    CSS may end in ``::text`` or ``::attr(name)``. Raises ``ValueError`` with one sentence when it is neither.
    """
    try:
        xpath = selector if is_xpath(selector) else HTMLTranslator().css_to_xpath(selector)
        # Plain strings as results: lxml's own kind keeps the whole page alive, and cannot be pickled.
        compiled = etree.XPath(xpath, regexp=False, smart_strings=False)
        compiled(etree.Element("html"))
    except (SelectorError, etree.XPathError, ValueError, RecursionError) as error:
        raise ValueError(f"{_shortened(selector)} is neither a CSS selector nor an XPath: {error}") from None
    if is_xpath(selector):
        _refuse_unknown_names(selector)
    return compiled


def elements_of(selector: str, tree: etree._Element) -> list[etree._Element]:
    """The elements that a selector gives on a page; texts and attributes are left out."""
    found = compiled_selector(selector)(tree)
    return [item for item in found if isinstance(item, etree._Element)] if isinstance(found, list) else []


def selects_elements(selector: str) -> bool:
    """Whether a selector gives elements, as what is pruned or searched must be; not texts, attributes or a number."""
    compiled = compiled_selector(selector)
    if not isinstance(compiled(etree.Element("html")), list):
        return False
    # Texts and attributes come as lists too, empty on an empty page: only the last steps tell.
    return not any(_NO_ELEMENT.search(part) for part in _alternatives(compiled.path))


def is_xpath(selector: str) -> bool:
    """Whether a selector is read as XPath; ``.share`` is a CSS class."""
    return selector.startswith(_XPATH_START)


def _alternatives(xpath: str) -> list[str]:
    """The alternatives of a union, without predicates: what stands in brackets chooses, and is not what is given."""
    bare, depth = [], 0
    for character in _LITERAL.sub("''", xpath):
        depth += character == "["
        if depth == 0:
            bare.append(character)
        depth -= character == "]"
    return "".join(bare).split("|")


def _refuse_unknown_names(xpath: str) -> None:
    code = _LITERAL.sub("''", xpath)
    for name in _CALL.findall(code):
        if not _KNOWN.fullmatch(name):
            raise ValueError(f"{_shortened(xpath)} calls {name}(), which XPath 1.0 does not have")
    if found := re.search(r"\$[\w.-]+|(?<!:)\b[\w.-]+:(?!:)[\w*.-]+", code):
        raise ValueError(f"{_shortened(xpath)} uses {found[0]}: variables and name-space prefixes are not known here")


def _shortened(selector: str) -> str:
    return repr(selector if len(selector) <= 80 else f"{selector[:80]}…")
