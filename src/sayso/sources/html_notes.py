"""The notes of a page: links that are markers, elements that are bodies, links back."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from sayso.sources.html_parts import Link, Page, Place
from sayso.sources.parts import Part, Run, text_of

LONGEST = 30
"""Paragraphs that one note may have; a link to more is a link to a section."""
_DIGITS = re.compile(r"(\d{1,4})\D{0,8}\Z")
_LABEL = re.compile(r"[\[(]?(\d{1,4}|[a-z]|[ivxl]{1,6}|[*†‡§]{1,3})[\])]?")
_AROUND = " \t\n.:()[]^\u2060\xa0"
_BACK = re.compile(r"[\s↩↑⤴⬆^\[\]()←︎️⏎]*(?:back|return|zurück|jump up)?[\s↩↑⤴⬆^\[\]()←︎️⏎]*\Z", re.I)


def with_notes(raw: str, page: Page) -> list[Part]:
    """Give the parts of a page in the order of the text: notes last, linked to their markers."""
    labels = _marked(raw, page)
    for key, place in page.places.items():
        if key in labels or (place.note and _may_be_note(page, place)):
            label = labels.get(key) or _own_label(raw, page, key, place)
            for part in page.parts[place.first : place.last]:
                if part.note is None:
                    part.role, part.level, part.note, part.label = "note", 0, key, label
            _with_lead(raw, page.parts[place.first], label)
    _without_links_back(page)
    body = [one for one in page.parts if one.note is None]
    return body + [one for one in page.parts if one.note is not None]


def _marked(raw: str, page: Page) -> dict[str, str]:
    """Mark the runs of links that point to notes; give the label of each note found so."""
    labels: dict[str, str] = {}
    sources = Counter(id_ for link in page.links for id_ in [link.target])
    for link in page.links:
        place = page.places.get(link.target)
        if not link.declared or place is None or place.first <= link.part:
            continue
        if not _may_be_note(page, place) or not _shows_note(raw, page, link, place, sources):
            continue
        runs = page.parts[link.part].runs
        for nth in range(link.first_run, link.last_run):
            runs[nth] = replace(runs[nth], marker=link.target)
        label = _LABEL.match(link.shown)
        labels.setdefault(link.target, label[1] if label else link.shown)
    return labels


def _may_be_note(page: Page, place: Place) -> bool:
    parts = page.parts[place.first : place.last]
    return 0 < len(parts) <= LONGEST and all(one.role != "heading" for one in parts)


def _shows_note(raw: str, page: Page, link: Link, place: Place, sources: Counter[str]) -> bool:
    """Say whether a link with a short label points to a note rather than to a section."""
    runs = page.parts[link.part].runs[link.first_run : link.last_run]
    if place.note or (runs and all(one.superscript for one in runs)):
        return True
    if any(sources[id_] for id_ in link.ids):
        return True
    start = text_of(raw, page.parts[place.first])[:12].strip(_AROUND)
    return start.startswith(link.shown.strip(_AROUND))


def _own_label(raw: str, page: Page, key: str, place: Place) -> str:
    """Give the label of a note that nothing points to: its own, that of its id, its number."""
    start = re.match(r"[\[(]?(\d{1,4})[\])]?[.:\s]", text_of(raw, page.parts[place.first])[:12])
    if start:
        return start[1]
    digits = _DIGITS.search(key[-20:])
    return digits[1] if digits else str(place.listed)


def _with_lead(raw: str, part: Part, label: str) -> None:
    """Count the runs that are the label before a note's words; cut a run that holds both."""
    if not part.runs or part.lead:
        return
    shown = ""
    for nth, run in enumerate(part.runs[:4]):
        text = raw[run.start : run.end] if run.text is None else run.text
        shown += text
        if shown.strip(_AROUND) == label:
            part.lead = nth + 1
            return
        begin = re.match(rf"[\[(]?{re.escape(label)}[\])]?[.:)]?\s+(?=\S)", shown[:20])
        if begin and nth == 0 and run.text is None:
            cut = run.start + begin.end()
            part.runs[:1] = [replace(run, end=cut), replace(run, start=cut)]
            part.lead = 1
            return
        if shown.strip(_AROUND) and not label.startswith(shown.strip(_AROUND)):
            return


def _without_links_back(page: Page) -> None:
    """Drop the arrows that lead from a note back to its marker."""
    for link in page.links:
        part = page.parts[link.part] if link.part < len(page.parts) else None
        if part is None or part.note is None or link.first_run < part.lead:
            continue
        if not _BACK.match(link.shown):
            continue
        for nth in range(link.first_run, min(link.last_run, len(part.runs))):
            run = part.runs[nth]
            part.runs[nth] = Run(run.start, run.end, "", "markup")
