"""What the elements of a page mean for its text: roles, emphasis, what is no text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.model import BlockRole, PieceKind

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr basefont".split()
)
BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main
    menu nav ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
EMPHASIS = frozenset("em i b strong cite u var dfn".split())
NOT_TEXT = frozenset(
    """head script style template noscript svg iframe object select option button textarea title
    audio video canvas input datalist applet map frameset noembed xmp""".split()
)
CLOSED = frozenset("template noscript svg select object datalist".split())
"""Elements left out whole, whose content says nothing about the elements around them."""
ENDING = frozenset("main article body html".split())
"""Elements whose end also ends one that was left open."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FURNITURE_ROLES = frozenset("navigation banner contentinfo complementary search menu".split())
_FURNITURE = frozenset(
    """nav navbar navigation menu sidebar breadcrumb breadcrumbs cookie cookies cookie-banner
    advert advertisement ads share sharing share-buttons social related related-posts comments
    comment-list newsletter subscribe footer site-footer site-header masthead skip-link toolbar
    pagination noprint pagenum pageno""".split()
)
_NOTES = frozenset("footnote footnotes endnote endnotes rearnote rearnotes".split())
_NOTE_TYPES = frozenset(
    "footnote endnote rearnote note doc-footnote doc-endnote footnote-body fn".split()
)
_NOTE_LISTS = frozenset(
    "footnotes endnotes rearnotes notes doc-endnotes doc-footnotes footnotes-list".split()
)
_VERSE = re.compile(r"\b(?:verse|poem|poetry|song|hymn|stanza)\b")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def words(attributes: Mapping[str, str]) -> frozenset[str]:
    """Give the words of an element's class, type and role."""
    told = (attributes.get(name, "") for name in ("class", "epub:type", "role"))
    return frozenset(" ".join(told).lower().split())


def dropped(name: str, attributes: Mapping[str, str], *, in_article: bool) -> PieceKind | None:
    """Say as what an element is left out; None for one whose text is text."""
    if name in NOT_TEXT or "hidden" in attributes:
        return "markup"
    if attributes.get("aria-hidden") == "true" or _HIDDEN.search(attributes.get("style", "")[:500]):
        return "markup"
    told = words(attributes)
    if told & (_NOTE_TYPES | _NOTE_LISTS):
        return None
    if name == "nav" or attributes.get("role") in _FURNITURE_ROLES:
        return "furniture"
    if name in ("footer", "aside") and not in_article:
        return "furniture"
    named = told | {attributes.get("id", "").lower()}
    return "furniture" if named & _FURNITURE and name not in ("body", "html", "main") else None


def role(name: str, attributes: Mapping[str, str]) -> BlockRole | None:
    """Give the role that an element gives to the paragraphs in it; None where it gives none."""
    if name in HEADINGS:
        return "heading"
    told = words(attributes)
    if any(_VERSE.search(one) for one in told):
        return "verse"
    if "epigraph" in told:
        return "epigraph"
    by_name: dict[str, BlockRole] = {
        "li": "list_item",
        "dd": "list_item",
        "dt": "list_item",
        "blockquote": "blockquote",
        "figcaption": "caption",
        "caption": "caption",
        "td": "table",
        "th": "table",
        "tr": "table",
    }
    return by_name.get(name)


def is_note(attributes: Mapping[str, str]) -> bool:
    """Say whether an element declares itself a note."""
    return bool(words(attributes) & _NOTE_TYPES) and bool(attributes.get("id"))


def is_note_list(attributes: Mapping[str, str]) -> bool:
    """Say whether an element declares itself a list of notes."""
    return bool(words(attributes) & (_NOTE_LISTS | _NOTES))
