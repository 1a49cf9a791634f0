"""Regions of an article's element that tag, role or name give away, and whether what they hold agrees."""

from typing import Final

from extract.draft import Draft
from extract.element_roles import name_of_kind
from extract.leaves import Region

# How much of the container's prose a region of a kind may hold and still be dropped.
_LIMITS: Final = {
    "comments": 0.5, "consent": 0.5, "footer": 0.4, "navigation": 0.4, "hidden": 0.25, "advertisement": 0.3, "form": 0.3,
    "modal": 0.3, "related": 0.3, "newsletter": 0.2, "share": 0.2, "author": 0.2, "tags": 0.15, "meta": 0.12, "caption": 0.4,
    "gallery": 0.2, "aside": 0.3, "header": 0.1, "embed": 0.25,
}  # fmt: skip
_LONG: Final = {"meta": 400, "tags": 600, "share": 500, "hidden": 3000, "embed": 800, "newsletter": 900, "author": 1500}


def regions(draft: Draft) -> None:
    """Drop regions that are called something else than text and look it."""
    verdicts: dict[Region, bool] = {}
    for leaf in draft.leaves:
        region = leaf.region
        while region is not None and region.element not in draft.above:
            if region not in verdicts:
                verdicts[region] = _is_foreign(region, draft.total)
            if verdicts[region]:
                leaf.rule = f"prune:{region.kind}:{region.name or name_of_kind(region.element, region.kind)}"
                break
            region = region.parent


def _is_foreign(region: Region, total: int) -> bool:
    """Whether a region's content agrees with its name."""
    kind = region.kind
    limit = _LIMITS.get(kind)
    if limit is None or region.weight > limit * total:
        return False
    if region.chars > _LONG.get(kind, 100_000):
        return False
    if kind == "navigation" and region.element.tag != "nav" and region.weight > 300:
        return region.link_chars > 0.5 * region.chars
    if kind == "hidden" and region.weight > 150:
        return region.link_chars > 0.5 * region.chars
    if any(True for _ in region.element.iter("h1")) and kind not in ("hidden", "comments", "consent"):
        return False
    if kind in ("aside", "caption") and region.element.tag == "figure" and region.element.find(".//table") is not None:
        return False
    if kind in ("related", "gallery", "embed"):
        # Prose that only bears such a name stays; links, shortness or a cue must agree with it.
        return region.link_chars > 0.2 * region.chars or region.weight < 300 or region.prose <= 1
    return True
