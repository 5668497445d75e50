"""Dates are found, settled by their context, and written as EDTF."""

from __future__ import annotations

import importlib.util
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.model import Mention
from sayso.readers.dates import READER
from sayso.readers.dates_values import Day
from sayso.text import unchanged


def mentions(text: str, *, date: str | None = None) -> list[Mention]:
    document = replace(unchanged("d", "s", "k", text), date=date)
    return list(READER.read(document, reading="r", known=()))


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It began on March 8, 2014 in a hall.", "March 8, 2014", "2014-03-08"),
        ("It began on 8 March 2014.", "8 March 2014", "2014-03-08"),
        ("It began on the 8th of March, 2014.", "8th of March, 2014", "2014-03-08"),
        ("Dated 1914-08-03.", "1914-08-03", "1914-08-03"),
        ("Dated 13/11/1918.", "13/11/1918", "1918-11-13"),
        ("Dated 12/11/1918.", "12/11/1918", "1918-XX-XX"),
        ("Dated 12.11.1918.", "12.11.1918", "1918-11-12"),
        ("It came on November 3 (1862) at last.", "November 3 (1862)", "1862-11-03"),
        ("In May 1940 it fell.", "May 1940", "1940-05"),
        ("In early May of 1940 it fell.", "early May of 1940", "1940-05"),
        ("In 1990 it ended.", "1990", "1990"),
        ("The book (1996) says so.", "1996", "1996"),
        ("In the 1930s they met.", "the 1930s", "193X"),
        ("All through the late 1920s they met.", "the late 1920s", "192X"),
        ("Its tradition of the 1920s-50s is lost.", "the 1920s-50s", "192X/195X"),
        ("Its Nineteenth Century roots.", "Nineteenth Century", "18XX"),
        ("In the 19th century it grew.", "the 19th century", "18XX"),
        ("In the fifth century BC it grew.", "the fifth century BC", "-04XX"),
        ("Written c. 1850 or so.", "c. 1850", "1850~"),
        ("Written circa 1850.", "circa 1850", "1850~"),
        ("Her book (1850?) is lost.", "1850?", "1850?"),
        ("It was probably in 1850.", "1850", "1850?"),
        ("The war of 1936-38 went on.", "1936-38", "1936/1938"),
        ("The man (1946–2011) wrote.", "1946–2011", "1946/2011"),
        ("The season 1917/18 was cold.", "1917/18", "1917/1918"),
        ("He ruled from 1929 to 1931.", "1929 to 1931", "1929/1931"),
        ("It lasted between 1914 and 1918.", "1914 and 1918", "1914/1918"),
        ("From May 1929 to June 1931 it ran.", "May 1929 to June 1931", "1929-05/1931-06"),
        ("They met on March 5-8, 1921.", "March 5-8, 1921", "1921-03-05/1921-03-08"),
        ("In spring 1921 it thawed.", "spring 1921", "1921-21"),
        ("In the winter of 1941-42 it froze.", "the winter of 1941-42", "1941-24"),
        ("The battle of 490 BC was won.", "490 BC", "-0489"),
        ("In the 480s BC they built.", "the 480s BC", "-0488/-0479"),
        ("He died in AD 731 at home.", "AD 731", "0731"),
        ("He died in the year 731, at home.", "731", "0731"),
        ("He died on September 17th, 680.", "September 17th, 680", "0680-09-17"),
    ],
)
def test_a_date_with_its_year(text: str, words: str, edtf: str) -> None:
    """A date that carries its year is explicit, with the words as they stand."""
    (found,) = mentions(text)

    assert (words, edtf, "explicit") == (found.span.exact, found.date, found.basis)


@pytest.mark.parametrize(
    "text",
    [
        "They may march, and some may fall in line.",
        "He sent 1917 men and 2,000 horses for $1917.",
        "It grew.1917 It fell,1918 and “rose”1919 again.",
        "See No. 1917, p. 1850 and Resolution 1483.",
        "It is at https://example.org/2014/05/08 now.",
        "COVID19 and 3.1990 and 1990.5 and 12345 and 12-14.",
        "The second week was long; the day of reckoning, the year of living.",
        "August Bebel spoke to April Smith.",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Amounts, numbers, names and verbs are no dates."""
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "words", "edtf", "basis"),
    [
        ("It began in 1941. In July it spread.", "July", "1941-07", "inferred"),
        ("It began in 1941. On 3 July it spread.", "3 July", "1941-07-03", "inferred"),
        ("In December 1941 it began. In January it spread.", "January", "1942-01", "inferred"),
        ("In May 1941 it began. On the 15th it spread.", "the 15th", "1941-05-15", "inferred"),
        ("In May 1941 it began. Later that year it spread.", "Later that year", "1941", "inferred"),
        ("It began in 1941. Two years later it ended.", "Two years later", "1943", "relative"),
        (
            "It began in 1849. Twenty-five years later it",
            "Twenty-five years later",
            "1874",
            "relative",
        ),
        (
            "It began in 1849. Almost ten years later it",
            "Almost ten years later",
            "1859~",
            "relative",
        ),
        ("It began in 490 BC. Ten years later it ended.", "Ten years later", "-0479", "relative"),
        ("On 28 July 1914 it began. Six days later", "Six days later", "1914-08-03", "relative"),
        ("In May 1921 he left. The following March", "The following March", "1922-03", "relative"),
        ("In May 1921 he left. In the following year,", "the following year", "1922", "relative"),
        ("In 1921 he left. In the '30s he wrote.", "'30s", "193X", "inferred"),
        ("They met on 5 and 6 March 1921.", "5", "1921-03-05", "explicit"),
        ("It ran in July and August 1914.", "July", "1914-07", "inferred"),
    ],
)
def test_a_date_settled_by_those_around_it(text: str, words: str, edtf: str, basis: str) -> None:
    """A date without a year takes it from the dates around it, and says so."""
    found = {one.span.exact: one for one in mentions(text)}

    assert (edtf, basis) == (found[words].date, found[words].basis)


def test_the_numbers_of_notes_are_no_years() -> None:
    """A superscript that looks like a year dates nothing, whatever stands before it."""
    text = "They met in the reign of Charles 1070 and in 1071."
    place = (text.index("1070"), text.index("1070") + 4)
    document = replace(unchanged("d", "s", "k", text), superscripts=(place,))
    found = list(READER.read(document, reading="r", known=()))

    assert [one.date for one in found] == ["1071"]


def test_a_year_named_in_passing_does_not_move_the_story() -> None:
    """A sentence that looks far back leaves the time of the story as it was."""
    text = "In 1941 the war spread. The town, which the king had founded in 1703, fell. In May it rose."

    assert [one.date for one in mentions(text)] == ["1941", "1703", "1941-05"]


def test_nothing_is_dated_without_a_year_to_go_by() -> None:
    """No year is invented: not today's, and not of a document without a date."""
    assert mentions("In May he left. Two years later he returned. Last year it rained.") == []


def test_the_date_of_the_document_serves_where_the_text_has_none() -> None:
    """In a dated letter "last year" and "On May 3" have a year."""
    found = mentions("Last year it rained. On May 3 he left.", date="1936-06-01")

    assert [(one.date, one.basis) for one in found] == [
        ("1935", "relative"),
        ("1936-05-03", "inferred"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On 25 October 1917 (Old Style) it began.",
        "On 25 October 1917 (O.S.) it began.",
        "On 25 October (O.S.) 1917 it began.",
    ],
)
def test_old_style_dates_name_their_calendar(text: str) -> None:
    """A Julian date is kept as written and marked."""
    (found,) = mentions(text)

    assert (found.date, found.calendar) == ("1917-10-25", "julian")


@pytest.mark.parametrize(
    ("start", "count", "unit", "there"),
    [
        (Day(1915, 12, 30), 3, "day", Day(1916, 1, 2)),
        (Day(1916, 2, 28), 1, "week", Day(1916, 3, 6)),
        (Day(1915, 11), 3, "month", Day(1916, 2)),
        (Day(-489, 9, 12), 1, "day", Day(-489, 9, 13)),
        (Day(0), -1, "year", Day(-1)),
        (Day(1915), 3, "day", None),
    ],
)
def test_days_are_counted_through_the_calendar(
    start: Day, count: int, unit: str, there: Day | None
) -> None:
    """Counting crosses months and years, also before Christ; what is unknown stays so."""
    assert start.moved(count, unit) == there  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sign", ["1917 ", "May ", "19", "1-1-", "the year ", "early ", "March 8 ", "two years later "]
)
def test_repeated_signs_are_read_to_the_end(sign: str) -> None:
    """A text of nothing but beginnings of dates is read without trouble."""
    found = mentions(sign * (100_000 // len(sign)))

    assert all(one.span.exact for one in found)


def test_the_dates_of_the_chapter(shared: Path) -> None:
    """All eleven dates of the chapter, none of them inferred."""
    text = (shared / "corpora/still-defending/chapter-5.txt").read_text(encoding="utf-8")
    found = mentions(re.sub(r"\s*\n\s*", " ", text))

    assert [one.date for one in found] == [
        "1991", "2014-03-08", "1946/2011", "1996", "2013", "1938", "1956", "1990", "18XX",
        "192X/195X", "1990",
    ]  # fmt: skip
    assert {one.basis for one in found} == {"explicit"}


def test_histories_of_wars_that_were_not_looked_at(shared: Path) -> None:
    """On the half of WikiWars that was set aside, the measures promised are met."""
    path = Path(__file__).resolve().parents[2] / "benchmarks/dates.py"
    folder = shared / "data/time/wikiwars/keyinline"
    if not path.is_file() or not folder.is_dir():
        pytest.skip("the benchmark or its data is not beside the tests")
    spec = importlib.util.spec_from_file_location("benchmark_dates", path)
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = benchmark
    spec.loader.exec_module(benchmark)

    aside = [one for one in sorted(folder.glob("*.xml")) if one.name[:2] not in benchmark.TUNED_ON]
    count = benchmark.measure(aside)

    assert 2 * count.value / (count.found + count.marked) >= 0.87
    assert count.year_right / count.years >= 0.985
