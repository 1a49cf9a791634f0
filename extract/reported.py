"""Whether a text reports what somebody says: then what it asks, offers or warns of is news."""

import re
from typing import Final

QUOTATION: Final = re.compile(r"[“”„«»\"]")
_SAID: Final = re.compile(
    r"""(?ix)\b(?:
    said|says|told|tells|according\s+to|announced|reported|added|warned|recalled|argued|argues|explained|noted|wrote|writes|asked|testified|predicted|insisted|replied|complained
    |urged|urges|pleaded|instructed|advised|advises|cautioned|alleged|contended|quipped|shouted|ruled|(?:court|tribunal|inquiry|inquest|hearing|jury|committee|judges?|inspectors?|auditors?|investigators?|prosecutors?)\s+(?:heard|found|was\s+told|were\s+told)
    |claimed|conceded|promised|stressed|declared|confirmed|denied|recounted|joked|vowed|stated|admitted|remarked|suggested|estimated|concluded|responded|believes
    |sagte|sagten|sagt|gesagt|erklärten?|teilten?|laut|hieß|zufolge|betonten?|berichteten?|warnten?|kündigten?|versicherten?|meinten?|schrieb|schreibt|forderten?|erzählten?|räumte\s+ein
    |(?:a|avait|ont|avaient)\s+(?:déclaré|demandé|dit|ajouté|affirmé|expliqué|indiqué|précisé|assuré|lancé|témoigné|prédit|rappelé|souligné|averti|confié|promis|répondu|écrit|annoncé|raconté|reconnu|estimé)
    |selon|d['’]après|dit-\w+|déclare|affirme|explique|assure|raconte|estime
    |dijo|dijeron|dice|dicen|dicho|explicó|afirmó|según|anunció|informó|declaró|testificó|aseguró|señaló|advirtió|indicó|recordó|respondió|prometió|reconoció|escribió|contó|relató|admitió|pronosticó
    |(?:ha|hanno)\s+(?:detto|dichiarato|spiegato|affermato|aggiunto|annunciato|scritto|raccontato|ricordato)|secondo
    |disse|disseram|diz|segundo|afirmou|declarou|explicou|anunciou|contou|garantiu|escreveu|lembrou|admitiu
    |powiedzia\w+|według|poinformowa\w+|oświadczy\w+|doda[łl]\w*|napisa[łl]\w*|zapowiedzia\w+|stwierdzi\w+|przyzna[łl]\w*|zezna[łl]\w*
    |сказа(?:в|ла|ли|но)|каже|кажуть|повідоми\w+|заяви\w+|зазначи\w+|розпові\w+|поясни\w+|свідчи(?:в|ла|ли)|написа(?:в|ла|ли)|пообіця\w+|відпові(?:в|ла|ли)|наголоси\w+|дода(?:в|ла|ли)|за\s+словами|визна(?:в|ла|ли)
    |сказал\w*|говорит|сообщи\w+|отмети\w+|рассказа\w+|пояснил\w*|написал\w*|подчеркну\w+|добавил\w*|пообеща\w+|ответил\w*|признал\w*|по\s+словам
    |söyledi\w*|açıkladı\w*|belirtti\w*|dedi(?:ler)?|diyor|göre|anlattı\w*|vurguladı\w*|ifade\s+etti\w*|bildirdi\w*|yazdı\w*|ekledi\w*|kaydetti\w*|uyardı\w*|duyurdu\w*
    |zei|zegt|zeiden|volgens|meldden?|verklaarden?|aldus|schreef|sade|säger|enligt|sagde|siger|ifølge|řekla?|uvedla?|podle|sdělila?|oznámila?|sanoi|mukaan|elmondta|szerint|spus|potrivit
    )\b"""
)


def is_reported(text: str) -> bool:
    """Whether a text quotes or reports what somebody says."""
    return QUOTATION.search(text) is not None or _SAID.search(text) is not None


def is_speech(text: str) -> bool:
    """Whether a text has words in quotation marks and says that somebody says them: what they ask for is asked by them."""
    return QUOTATION.search(text) is not None and _SAID.search(text) is not None
