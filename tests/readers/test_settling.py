"""What rules and the trained reader found, put together: nothing is said twice."""

from __future__ import annotations

from sayso.model import Quoted, Record, Statement, statement_id
from sayso.readers.settling import settled
from sayso.text import span

TEXT = (
    "The report says that “the harbour was sold” before the winter. Mrs. Pryce wrote: “He told me "
    "that the harbour was lost.” It was a “gift”. Pell argued that the toll had been unlawful."
)


def statement(
    kind: str, content: str, cue: str = "", speaker: str = "", *, score: float = 0.9
) -> Statement:
    def place(words: str) -> tuple[int, int]:
        start = TEXT.index(words)
        return start, start + len(words)

    spans = (span(TEXT, *place(content)),)
    return Statement(
        statement_id("d", spans, kind), "d", "r", kind, spans,  # type: ignore[arg-type]
        cue=span(TEXT, *place(cue)) if cue else None,
        speakers=(span(TEXT, *place(speaker)),) if speaker else (),
        score=score, reason="A rule.",
    )  # fmt: skip


def together(ruled: list[Record], told: list[Record]) -> list[Statement]:
    rows = settled([("quotations", tuple(ruled)), ("statements", tuple(told))])
    return [one for _, found in rows for one in found if isinstance(one, Statement)]


def test_nothing_changes_without_the_trained_reader() -> None:
    rows = [("quotations", (statement("direct", "“He told me that the harbour was lost.”"),))]

    assert rows == settled(rows)


def test_a_quotation_without_a_speaker_gets_the_one_that_is_read() -> None:
    rule = statement("direct", "“He told me that the harbour was lost.”", score=0.6)
    told = statement("direct", "“He told me that the harbour was lost.”", "wrote", "Mrs. Pryce")
    (found,) = together([rule], [told])

    assert found.speakers == told.speakers
    assert found.cue == told.cue
    assert found.id == rule.id


def test_two_speakers_that_differ_leave_the_rule_with_a_low_score() -> None:
    rule = statement("direct", "“He told me that the harbour was lost.”", "wrote", "Pell")
    told = statement("direct", "“He told me that the harbour was lost.”", "wrote", "Mrs. Pryce")
    (found,) = together([rule], [told])

    assert found.speakers == rule.speakers
    assert found.score == 0.5
    assert "disagree" in found.reason


def test_reported_speech_that_both_find_is_that_of_the_trained_reader() -> None:
    rule = statement("indirect", "the toll had been unlawful", "argued", "Pell", score=0.85)
    told = statement("indirect", "that the toll had been unlawful", "argued", "Pell", score=0.6)
    (found,) = together([rule], [told])

    assert found.content == told.content
    assert found.score == 0.85
    assert "rules find it too" in found.reason


def test_a_fragment_in_marks_gives_way_to_the_report_it_stands_in() -> None:
    rule = statement("mixed", "“the harbour was sold”", "says", "The report")
    told = statement(
        "mixed", "that “the harbour was sold” before the winter", "says", "The report", score=0.7
    )
    (found,) = together([rule], [told])

    assert found.content == told.content


def test_words_that_the_rules_call_quoted_are_no_statement() -> None:
    where = span(TEXT, TEXT.index("“gift”"), TEXT.index("“gift”") + 6)
    quoted = Quoted("q", "d", "r", where, "scare")
    told = statement("direct", "“gift”", "was")

    assert together([quoted], [told]) == []


def test_a_report_within_a_quotation_is_nested_and_both_stay() -> None:
    rule = statement("direct", "“He told me that the harbour was lost.”", "wrote", "Mrs. Pryce")
    told = statement("indirect", "that the harbour was lost", "told me", "He")
    outer, inner = together([rule], [told])

    assert outer.parent is None
    assert inner.parent == outer.id
