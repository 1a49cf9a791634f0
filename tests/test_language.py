"""The language of a text: declared, unless script or words belie it."""

import sys

import pytest

from extract.language import language_of

TEXTS = {
    "en": "The navy commissioned a new ship on Monday, the second of four that are built at the yard. The minister spoke of an important day for the fleet and thanked the workers, who have been at it for six years. The third ship is to follow next year.",
    "de": "Die Marine hat am Montag in Kiel ein neues Schiff in Dienst gestellt. Es ist das zweite von vier Schiffen dieser Klasse, die auf der Werft gebaut werden. Der Minister sprach von einem wichtigen Tag für die Flotte und dankte den Arbeitern.",
    "fr": "La marine a mis en service lundi à Brest un nouveau navire, le deuxième d'une série de quatre. Le ministre a parlé d'un jour important pour la flotte et a remercié les ouvriers du chantier, qui travaillaient à sa construction depuis six ans.",
    "es": "La marina puso en servicio el lunes en Cádiz un nuevo buque, el segundo de una serie de cuatro. El ministro habló de un día importante para la flota y dio las gracias a los trabajadores del astillero, que llevaban seis años en su construcción.",
    "pl": "Marynarka wojenna wprowadziła w poniedziałek do służby nowy okręt, drugi z czterech. Minister mówił o ważnym dniu dla floty i podziękował robotnikom, którzy budowali go przez sześć lat. Trzeci okręt ma być gotowy w przyszłym roku, a ostatni, jak podaje ministerstwo, w 2028 roku.",
    "tr": "Deniz kuvvetleri pazartesi günü yeni bir gemiyi hizmete aldı. Bu gemi dört gemilik serinin ikincisi olarak biliniyor. Bakan, filo için önemli bir gün olduğunu söyledi ve altı yıldır inşaatta çalışan işçilere teşekkür etti. Üçüncü gemi ise gelecek yıl için daha hazır olacak.",
    "uk": "Військово-морські сили у понеділок ввели в експлуатацію новий корабель, другий із чотирьох. Міністр сказав, що це важливий день для флоту, та подякував робітникам, які будували його впродовж шести років. Третій корабель має бути готовий наступного року, а останній, за даними міністерства, у 2028 році.",
    "ru": "Военно-морские силы в понедельник ввели в строй новый корабль, второй из четырёх. Министр сказал, что это важный день для флота, и поблагодарил рабочих, которые строили его шесть лет. Третий корабль должен быть готов в следующем году, а последний, по данным министерства, в 2028 году.",
    "ja": "海上自衛隊は月曜日、新しい護衛艦を就役させた。四隻のうち二隻目となる。大臣は艦隊にとって重要な日だと述べ、六年間建造に携わった作業員に感謝した。三隻目は来年就役する予定で、最後の艦は二〇二八年になるという。",
    "zh": "海军周一将一艘新舰编入现役，这是四艘中的第二艘。部长表示这对舰队来说是重要的一天，并感谢六年来参与建造的工人。第三艘预计明年服役，最后一艘据该部称将于二〇二八年服役。舰员已经登舰并准备首次出海。",
}  # fmt: skip


@pytest.mark.parametrize("declared", [None, *TEXTS])
@pytest.mark.parametrize("language", TEXTS)
def test_a_wrong_declaration_does_not_hold(language: str, declared: str | None) -> None:
    """Whatever the page declares, the text's own language comes out: by its script, or by its commonest words."""
    assert language_of(TEXTS[language], declared) == language


@pytest.mark.parametrize("declared", ["en", "nn", "sl", "af", "eu"])
def test_a_declaration_holds_where_nothing_speaks_against_it(declared: str) -> None:
    """A text of names and numbers, or a language whose words are not known here, is taken as declared."""
    assert language_of("HMS Example F321 25-26/05 Kiel Brest Split Gdynia 5.12 " * 9, declared) == declared


def test_a_few_words_are_not_enough() -> None:
    """A caption cannot overrule the page, and leaves an undeclared language open."""
    assert language_of("Die neue Fregatte der Marine", "en") == "en"
    assert language_of("Die neue Fregatte", None) is None


def test_what_fills_pages_before_they_have_a_text_needs_no_language_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Latin is known by its commonest words."""
    monkeypatch.setitem(sys.modules, "py3langid", None)
    text = (
        "In portu magno naves multae sunt, et nautae cum magistro ad ripam ambulant. Qui non laborat, is non edit, sed quod "
        "mare dat, id omnes habent. Ut ventus est, ita et navis it, si per noctem stellae sunt; ac ab ora ad oram nihil quam aqua est."
    )
    assert language_of(text) == "la"
