"""Words for "published" and "updated" in the languages that news is read in: one list for all who look for dates.

Stems, to be found anywhere in a line; `LABEL` is such a word where it opens a line, with what stands before and after it.
"""

import re
from typing import Final

_UPDATED: Final = (
    r"updat|modif|revis|\bedited|aktuali[sz]|geändert|mis(?:e)?\s+à\s+jour|màj|actuali[sz]|aggiorna|atuali[sz]|bijgewerkt|güncel"
    r"|zaktualiz|оновлен|обновлен|обновен|uppdater|opdater|oppdater|päivitetty|frissít|ενημέρ|ažurir|uuendat|atnaujin|atjaun"
    r"|更新|修改|수정|업데이트|تحديث|تعديل|به‌روز|بروزرسانی|עודכן|अपडेट|संशोधित|আপডেট|اپ ڈیٹ|cập nhật|diperbarui|อัปเดต|แก้ไข"
)
_PUBLISHED: Final = (
    r"publi(?!c\b)|pubblic|posted|veröffentlicht|опублік|опублик|yayı[nm]|erschienen|originally|gepubliceerd|opublikowan|zveřejn|vydán|julkaistu|közzé|megjelen|δημοσ"
    r"|udgivet|offentliggjort|发布|發布|发表|發表|公開|掲載|投稿|입력|등록|게재|نُ?شر|منتشر|פורסם|प्रकाशित|diterbitkan|đăng|เผยแพร่"
)
UPDATED: Final = re.compile(rf"(?i){_UPDATED}")
PUBLISHED: Final = re.compile(rf"(?i){_PUBLISHED}")
# "First published on:", "Last updated", "Mis à jour le", "Stand:", before a date.
LABEL: Final = re.compile(
    r"(?i)^\W*(?:(?:first|originally|last|page|article|zuletzt|dernière|última|ultimo|son|ilk|ostatnia|останнє|вперше|последнее)\s+)?"
    rf"(?:(?:{_UPDATED}|{_PUBLISHED})[^\W\d]*|reviewed|date|stand)(?:\s+(?:tarihi|date|on|at|am|le|el|il|em|op|dnia|den))?(?:\s*[:：]\s*|\s+|$)"
)


def tells_when(text: str) -> bool:
    """Whether a line opens with a word for "published" or "updated"."""
    label = LABEL.match(text)
    return label is not None and (UPDATED.search(label[0]) is not None or PUBLISHED.search(label[0]) is not None)
