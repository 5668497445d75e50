"""What a page says of itself in its head: title, author, date, address, language."""

from __future__ import annotations

import html
from collections.abc import Mapping

from sayso.model import Json
from sayso.sources.frontmatter import language_code
from sayso.sources.html_tokens import tokens
from sayso.sources.parts import Described

LONGEST = 500
"""Code points kept of one value."""
_TITLE = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_AUTHOR = ("citation_author", "author", "dc.creator", "dcterms.creator", "article:author", "byl")
_DATE = (
    "citation_publication_date", "citation_date", "article:published_time", "dc.date",
    "dcterms.date", "dcterms.issued", "dcterms.created", "date", "pubdate", "publish-date",
    "parsely-pub-date",
)  # fmt: skip
_PLACE = ("citation_journal_title", "dc.publisher", "og:site_name")
_KEPT = ("description", "og:description", "keywords", "generator")


def head(raw: str) -> Described:
    """Give what the elements of the head, and the language of the page, say."""
    told: dict[str, list[str]] = {}
    title = url = language = None
    inside = ""
    for token in tokens(raw):
        given = token.attributes
        if not token.name:
            if inside == "title" and title is None:
                title = _clean(html.unescape(raw[token.start : token.end]))
            continue
        inside = "" if token.closing else token.name
        if token.name in ("html", "body") and not token.closing:
            language = language or given.get("lang") or given.get("xml:lang")
        if token.name == "body" and not token.closing:
            break
        if token.name == "meta":
            name = (given.get("name") or given.get("property") or "").lower()
            if name and given.get("content"):
                told.setdefault(name, []).append(_clean(given["content"]))
        if token.name == "link" and "canonical" in given.get("rel", "").lower().split():
            url = url or given.get("href")
    return _described(told, title, url, language)


def _described(
    told: Mapping[str, list[str]], title: str | None, url: str | None, language: str | None
) -> Described:
    authors = _first(told, _AUTHOR)
    address = url or next(iter(told.get("og:url", [])), None)
    kept: dict[str, Json] = {name: told[name][0] for name in _KEPT if name in told}
    if title:
        kept["page_title"] = title
    return Described(
        title=next(iter(_first(told, _TITLE)), None),
        author="; ".join(one for one in authors if not one.startswith("http")) or None,
        date=next(iter(_first(told, _DATE)), None),
        published_in=next(iter(_first(told, _PLACE)), None),
        url=address if address and address.startswith(("http://", "https://")) else None,
        language=language_code(language) if language else None,
        metadata=kept,
    )


def _first(told: Mapping[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return next((told[name] for name in names if name in told), [])


def _clean(value: str) -> str:
    return " ".join(value[: 4 * LONGEST].split())[:LONGEST]
