"""Bytes to text: what is declared, what is true, what is damaged."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.capture import Capture
from extract.decode import Decoded, Undecodable, decode

UKRAINIAN = (
    "<p>Міністерство оборони України повідомило про нові поставки озброєння, які надійдуть наступного тижня.</p>"
)
RUSSIAN = "<p>Министерство обороны сообщило о новых поставках вооружения на следующей неделе.</p>"
GERMAN = "<html lang=de><p>Die Marine prüft „größere“ Flotten – für Öl und Übungen über München hinaus.</p>"
POLISH = "<html lang='pl'><p>Żołnierze wojsk lądowych ćwiczą na poligonie, także późną nocą, gdy pada śnieg.</p>"
TURKISH = "<html lang=tr><p>Türk Silahlı Kuvvetleri yeni insansız hava aracı için sözleşme imzaladı.</p>"
GREEK = "<p>Το Υπουργείο Άμυνας ανακοίνωσε νέα προγράμματα εξοπλισμών για τον στόλο.</p>"
ARABIC = "<p>أعلنت وزارة الدفاع عن صفقة جديدة لشراء الطائرات المقاتلة الحديثة</p>"
JAPANESE = "<p>防衛省は新しい護衛艦の建造を発表しました。これは来年から始まります。</p>"
CHINESE = "<p>国防部发言人表示，我国海军新型驱逐舰已经交付部队使用，这是重要的一步。</p>"
TAIWANESE = "<p>國防部發言人表示，海軍新型驅逐艦已經交付部隊使用，這是重要的一步。</p>"
KOREAN = "<p>국방부는 새로운 전투기 도입 계획을 발표했다고 밝혔다. 이번 사업은 내년에 시작된다.</p>"


def read(body: bytes, content_type: str | None = None) -> Decoded:
    headers = {} if content_type is None else {"content-type": content_type}
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return decode(Capture(url="https://example.org/", fetched_at=moment, headers=headers, body=body))


@pytest.mark.parametrize("text", [UKRAINIAN, GERMAN, JAPANESE, "<p>plain</p>", ""])
def test_sound_utf8_is_read_without_a_word(text: str) -> None:
    """UTF-8 that is sound carries no flag, whether it is declared, has a BOM, or neither."""
    for body in (text.encode(), b"\xef\xbb\xbf" + text.encode()):
        assert read(body) == Decoded(text, "utf-8", ())
        assert read(body, "text/html; charset=UTF-8") == Decoded(text, "utf-8", ())


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (UKRAINIAN, "cp1251", "windows-1251"),
        (UKRAINIAN, "koi8-u", "koi8-u"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-u"),
        (GERMAN, "cp1252", "windows-1252"),
        (POLISH, "cp1250", "windows-1250"),
        (POLISH, "iso8859-2", "iso8859-2"),
        (TURKISH, "cp1254", "windows-1254"),
        (GREEK, "cp1253", "windows-1253"),
        (ARABIC, "cp1256", "windows-1256"),
        (JAPANESE, "shift_jis", "shift_jis"),
        (JAPANESE, "euc_jp", "euc-jp"),
        (CHINESE, "gb18030", "gb18030"),
        (TAIWANESE, "big5", "big5"),
        (KOREAN, "euc-kr", "euc-kr"),
    ],
)
class TestLegacy:
    def test_it_is_found_where_nothing_is_declared(self, text: str, encoding: str, name: str) -> None:
        """The character set is told from the bytes alone, and named with how it was found."""
        found = read(text.encode(encoding))
        assert found.text == text
        assert found.flags == (f"encoding:{name}", "encoding_source:detected")

    def test_it_is_believed_where_it_is_declared(self, text: str, encoding: str, name: str) -> None:
        """A true declaration is followed: in the header, in a meta tag, in a meta tag behind 2 KB of markup."""
        found = read(text.encode(encoding), f"text/html; charset={encoding}")
        assert found.text == text
        assert "encoding_source:http_header" in found.flags
        for padding in (0, 6000):
            page = f"<!-- {'x' * padding} --><meta charset='{encoding}'>{text}"
            found = read(page.encode(encoding))
            assert found.text == page
            assert "encoding_source:meta" in found.flags

    def test_a_declaration_of_utf8_that_fails_is_overruled(self, text: str, encoding: str, name: str) -> None:
        """Bytes that are no UTF-8 are not read as UTF-8, whatever the header says; the flags say so."""
        found = read(text.encode(encoding), "text/html; charset=utf-8")
        assert found.text == text
        assert found.flags == (f"encoding:{name}", "encoding_overruled", "encoding_source:detected")


def test_utf8_is_read_as_utf8_though_the_header_says_latin1() -> None:
    """A server that labels everything ISO-8859-1 produces no mojibake."""
    found = read(GERMAN.encode(), "text/html; charset=iso-8859-1")
    assert found.text == GERMAN
    assert found.flags == ("encoding:utf-8", "encoding_overruled")


def test_cyrillic_is_read_as_cyrillic_though_the_header_says_latin1() -> None:
    """Every byte string decodes as windows-1252: what comes out decides, not that it decodes."""
    found = read(UKRAINIAN.encode("cp1251"), "text/html; charset=iso-8859-1")
    assert found.text == UKRAINIAN
    assert "encoding_overruled" in found.flags


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_read_with_and_without_a_bom(encoding: str) -> None:
    """The zeros of the markup tell the byte order where no BOM does."""
    for text in (GERMAN, JAPANESE):
        assert read(text.encode(encoding)).text == text
        marked = read(("\ufeff" + text).encode(encoding))
        assert marked.text == text
        assert marked.flags == (f"encoding:{encoding}", "encoding_source:bom")


def test_a_declared_iso2022jp_is_read_though_its_bytes_are_ascii() -> None:
    """Escape sequences are valid UTF-8: only the declaration tells."""
    found = read(JAPANESE.encode("iso2022_jp"), "text/html; charset=iso-2022-jp")
    assert found.text == JAPANESE


def test_a_meta_that_claims_utf16_is_not_believed() -> None:
    """A meta tag that can be read is not in UTF-16 (HTML standard)."""
    page = "<meta charset='utf-16'><p>Übung</p>"
    assert read(page.encode()).text == page


def test_windows1252_within_utf8_is_read_and_flagged() -> None:
    """A pasted curly quote in another character set costs neither itself nor the rest."""
    body = "<p>The “café” naïve déjà vu</p>".encode() + "<p>it’s – ok</p>".encode("cp1252")
    found = read(body)
    assert found.text == "<p>The “café” naïve déjà vu</p><p>it’s – ok</p>"
    assert found.flags == ("encoding:utf-8", "encoding_source:detected", "mixed_encoding")


def test_characters_cut_in_half_are_damage_not_mojibake() -> None:
    """The rest of a UTF-8 character that was cut becomes U+FFFD, and the page is flagged."""
    body = UKRAINIAN.encode() + "…".encode()[:2] + b" </p>" + UKRAINIAN.encode()
    found = read(body)
    assert found.text == UKRAINIAN + "\ufffd </p>" + UKRAINIAN
    assert "damaged_text" in found.flags


def test_surrogates_and_nuls_do_not_come_through() -> None:
    """No parser is shown a NUL or half a surrogate pair; a whole pair (CESU-8) is the character it stands for."""
    assert read(b"<p>a\0b</p>") == Decoded("<p>ab</p>", "utf-8", ("damaged_text",))
    assert read("<p>ü".encode() + b"\xed\xa0\xbd\xed\xb8\x80</p>").text == "<p>ü\U0001f600</p>"
    lone = read("<p>ü".encode() + b"\xed\xa0\xbd</p>")
    assert lone.text == "<p>ü\ufffd</p>"
    assert "damaged_text" in lone.flags


TWICE = "<p>It’s “x” – 5 € für Göran… ☕ — ’tis</p>"


@pytest.mark.parametrize("misread", ["latin-1", "cp1252"])
def test_a_text_that_was_encoded_twice_is_read_and_flagged(misread: str) -> None:
    """Who stored a page may have read its UTF-8 as another character set; browsers show what C1 controls stand for."""
    wrong = "".join(
        bytes((byte,)).decode(misread, "ignore") or chr(byte) for byte in TWICE.encode()
    )  # as the web reads windows-1252: what that leaves out is a control character
    found = read(wrong.encode())
    assert found.text == TWICE
    assert found.utf8 == TWICE.encode()
    assert found.flags == ("double_encoding",)


def test_a_part_that_was_encoded_twice_is_told_by_its_punctuation() -> None:
    """A text pasted into a sound page: its dashes and quotation marks come back, and nothing else is touched."""
    page = "<p>« Voilà la liberté » déjà vécue à Évry</p>"
    found = read(f"{page}<p>It{'’s “well”'.encode().decode('latin-1')}</p>".encode())
    assert found.text == f"{page}<p>It’s “well”</p>"


@pytest.mark.parametrize(
    "text",
    [
        "« la liberté » et l’été » – É®",
        "« la liberté\u00a0», « l’été\u00a0», « l’unité\u00a0», « la santé\u00a0»",
        "VietnamÃ©",
        "Ð and Ñ are letters",
        "JOÃO “SÃO” Ã‰",
        "Preis: 5 €, größer als ½",
        "Â« A »",
    ],
)
def test_letters_that_look_like_it_stay(text: str) -> None:
    """What some language may write is left alone where the page does not speak as a whole."""
    assert read(f"<p>{text} — ordinary “marks” à côté</p>".encode()).text == f"<p>{text} — ordinary “marks” à côté</p>"


@given(
    st.text(
        st.characters(min_codepoint=0x20, max_codepoint=0x2FFF, exclude_categories=["Cc"], exclude_characters="â"),
        max_size=30,
    )
)
def test_what_was_encoded_once_stays(text: str) -> None:
    """Whatever letters stand in a page of ordinary text, none of them are joined by chance."""
    page = f"<p>{text} Zażółć gęślą jaźń, Ελληνικά, Українська, déjà vu, naïve façade, œuvre</p>"
    assert read(page.encode()) == Decoded(page, "utf-8", ())


@pytest.mark.parametrize(
    ("body", "word"),
    [(b"%PDF-1.7 \xe2\xe3", "PDF"), (b"\x89PNG\r\n\x1a\n\0\0", "PNG"), (b"\x1f\x8b\x08\0", "gzip"),
     (bytes(range(256)) * 40, "binary")],
)  # fmt: skip
def test_what_is_no_text_is_refused_by_name(body: bytes, word: str) -> None:
    """A PDF, a picture or packed data is no page: the exception says what it is."""
    with pytest.raises(Undecodable, match=word):
        read(body, "text/html; charset=utf-8")


@given(
    st.binary(max_size=400),
    st.sampled_from([None, "text/html", "text/html; charset=utf-8", "a;charset=\xff", "x;charset=gbk"]),
)
@example(b"\xff\xfe", None)
@example(b"\0" * 64, None)
@example(b"<meta charset='nonsense'>\xe9", None)
@example(b"\x1b$B\x80", "text/html; charset=iso-2022-jp")
def test_any_bytes_become_text_or_are_refused(body: bytes, content_type: str | None) -> None:
    """Nothing but `Undecodable` is raised, and what comes out can be encoded and has no NUL."""
    try:
        found = read(body, content_type)
    except Undecodable:
        return
    assert "\0" not in found.text
    found.text.encode("utf-8")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=200))
def test_ascii_comes_out_as_it_went_in(text: str) -> None:
    """Plain ASCII is the same in every declared character set, and carries no flag."""
    for declared in ("utf-8", "iso-8859-1", "windows-1251", "shift_jis"):
        body = text.encode("ascii")
        if not body.startswith((b"%PDF-", b"GIF8", b"OggS", b"ID3", b"RIFF")):
            assert read(body, f"text/html; charset={declared}") == Decoded(text, "utf-8", ())
