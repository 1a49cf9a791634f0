"""What a check finds, and what would be done about it."""

from dataclasses import dataclass
from typing import Literal

Part = Literal["archive", "index", "warehouse", "search"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that does not agree."""

    part: Part
    said: str
    """What is wrong, in a sentence."""

    remedy: str
    """What ``--repair`` would do about it, or what only the user can do."""

    repairable: bool = True
