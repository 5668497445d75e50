"""Measure the reader of dates on WikiWars: half of the documents were used to improve it.

Usage: python benchmarks/dates.py [FOLDER]    FOLDER holds the keyinline files.

Only calendar dates count (no durations, no "now"). A date is found if it overlaps a marked one, its
value is right if equal to TIMEX2's. The ends of an interval count one by one, as they are marked.
"""

from __future__ import annotations

import html
import re
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sayso.readers.dates import dated
from sayso.text import unchanged

HERE = Path(__file__).resolve().parents[2] / "shared/data/time/wikiwars/keyinline"
TUNED_ON = ("01", "03", "05", "07", "09", "11", "13", "15")
_TAG = re.compile(r"<TIMEX2([^>]*)>|</TIMEX2>")
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


@dataclass
class Count:
    """What was marked, found, and right."""

    marked: int = 0
    found: int = 0
    overlap: int = 0
    extent: int = 0
    value: int = 0
    years: int = 0
    year_right: int = 0
    years_found: int = 0

    def lines(self) -> str:
        """Give the measures in one line."""
        precision, recall = self.value / self.found, self.value / self.marked
        return (
            f"marked {self.marked}  found {self.found}  "
            f"overlap F1 {2 * self.overlap / (self.found + self.marked):.3f}  "
            f"extent F1 {2 * self.extent / (self.found + self.marked):.3f}  "
            f"value F1 {2 * precision * recall / (precision + recall):.3f}  "
            f"explicit years right {self.year_right / self.years:.4f} of {self.years}  "
            f"of those found {self.year_right / max(1, self.years_found):.4f}"
        )


def gold(path: Path) -> tuple[str, list[tuple[int, int, str]]]:
    """Give the text of a document and its marked expressions."""
    body = re.search(r"<TEXT>\n?(.*?)</TEXT>", path.read_text(encoding="utf-8"), re.DOTALL)
    source = body[1] if body else ""
    text, at, opened, marked = "", 0, [], []
    for tag in _TAG.finditer(source):
        text += html.unescape(source[at : tag.start()])
        at = tag.end()
        if tag[0] == "</TIMEX2>":
            start, value = opened.pop()
            marked.append((start, len(text), value))
        else:
            value = re.search(r'val="([^"]*)"', tag[1])
            opened.append((len(text), value[1] if value else ""))
    return text + html.unescape(source[at:]), marked


def is_date(value: str) -> bool:
    """Say whether a TIMEX2 value is a calendar date."""
    return bool(re.match(r"(BC)?\d{2,4}(-|$)", value))


def timex(edtf: str) -> str:
    """Write an EDTF date as TIMEX2 does."""
    if "/" in edtf:  # a decade before Christ
        return f"BC{(1 - int(edtf.split('/')[1])) // 10:03d}"
    before = edtf.startswith("-")
    year, _, rest = edtf.lstrip("-").partition("-")
    if before and year.isdigit():
        year = f"{int(year) + 1:04d}"
    value = ("BC" if before else "") + year.rstrip("X")
    return value + ("-" + _SEASONS.get(rest, rest) if rest else "")


def year_of(value: str) -> str | None:
    """Give the year of a TIMEX2 value, if it has one."""
    match = re.match(r"(BC)?\d{4}", value)
    return match[0] if match else None


def measure(paths: Iterable[Path], *, show: bool = False) -> Count:
    """Count over the documents."""
    count = Count()
    for path in paths:
        text, marked = gold(path)
        dates = [one for one in marked if is_date(one[2])]
        others = [one for one in marked if not is_date(one[2])]
        free = set(range(len(dates)))
        explicit = {nth for nth, one in enumerate(dates) if _explicit(text, one)}
        count.marked += len(dates)
        count.years += len(explicit)
        for one in dated(unchanged("d", "s", "k", text)):
            start, end = one.expression.start, one.expression.end
            hits = [nth for nth in free if start < dates[nth][1] and dates[nth][0] < end]
            if not hits:
                count.found += not any(start < it[1] and it[0] < end for it in others)
                if show and not any(start < it[1] and it[0] < end for it in others):
                    print("  extra", repr(text[max(0, start - 30) : end + 20]), one.edtf)
                continue
            nth = max(hits, key=lambda it: min(end, dates[it][1]) - max(start, dates[it][0]))
            free.discard(nth)
            value = timex(one.edtf)
            count.found += 1
            count.overlap += 1
            count.extent += (start, end) == dates[nth][:2]
            count.value += value == dates[nth][2].removesuffix("TXX")
            if nth in explicit:
                count.years_found += 1
                count.year_right += year_of(value) == year_of(dates[nth][2])
            if show and value != dates[nth][2]:
                print("  wrong", repr(text[max(0, start - 50) : end]), dates[nth][2], value)
        if show:
            for nth in sorted(free):
                print(
                    "  missed", repr(text[dates[nth][0] - 20 : dates[nth][1] + 10]), dates[nth][2]
                )
    return count


def _explicit(text: str, one: tuple[int, int, str]) -> bool:
    return bool(year_of(one[2])) and bool(re.search(r"\d{3,4}(?!\d)|BC", text[one[0] : one[1]]))


def main() -> None:
    """Print the measures of both halves."""
    folder = Path(sys.argv[1]) if sys.argv[1:] and sys.argv[1] != "-v" else HERE
    paths = sorted(folder.glob("*.xml"))
    tuned = [one for one in paths if one.name[:2] in TUNED_ON]
    print("improved on: ", measure(tuned, show="-v" in sys.argv).lines())
    print("not looked at:", measure([one for one in paths if one not in tuned]).lines())
    print("all:          ", measure(paths).lines())
    texts = [gold(one)[0] for one in paths]
    began = time.process_time()
    for text in texts:
        dated(unchanged("d", "s", "k", text))
    size = sum(len(one) for one in texts)
    print(f"{size / (time.process_time() - began):,.0f} characters a second")


if __name__ == "__main__":
    main()
