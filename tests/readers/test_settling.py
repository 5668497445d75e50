"""What rules and the trained reader found, put together: nothing is said twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import (
    Quoted,
    QuotedKind,
    Record,
    Span,
    Statement,
    StatementKind,
    anchored_id,
    statement_id,
)
from sayso.readers.settling import settled
from sayso.text import span

TEXT = (
    "The report says that “the harbour was sold” before the winter. Mrs. Pryce wrote: “He told me "
    "that the harbour was lost.” It was a “gift”. Pell argued that the toll had been unlawful."
)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return span(text, start, start + len(words))


def read(
    text: str,
    kind: StatementKind,
    content: Sequence[str],
    cue: str = "",
    speaker: str = "",
    *,
    score: float = 0.9,
) -> Statement:
    spans = tuple(at(text, one) for one in content)
    return Statement(
        statement_id("d", spans, kind), "d", "r", kind, spans,
        cue=at(text, cue) if cue else None, speakers=(at(text, speaker),) if speaker else (),
        score=score, reason="A rule.",
    )  # fmt: skip


def statement(
    kind: StatementKind, content: str, cue: str = "", speaker: str = "", *, score: float = 0.9
) -> Statement:
    return read(TEXT, kind, [content], cue, speaker, score=score)


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


def test_of_two_speakers_that_differ_the_one_that_is_read_stands_with_a_low_score() -> None:
    rule = statement("direct", "“He told me that the harbour was lost.”", "wrote", "Pell")
    told = statement("direct", "“He told me that the harbour was lost.”", "wrote", "Mrs. Pryce")
    (found,) = together([rule], [told])

    assert found.speakers == told.speakers
    assert found.score == 0.5
    assert "disagree" in found.reason


def test_a_label_before_a_quotation_speaks_whoever_is_read_to() -> None:
    rule = statement("direct", "“He told me that the harbour was lost.”", "", "Pell", score=0.75)
    told = statement("direct", "“He told me that the harbour was lost.”", "wrote", "Mrs. Pryce")
    (found,) = together([rule], [told])

    assert found.speakers == rule.speakers
    assert found.cue is None


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


def words(exact: str, kind: QuotedKind, score: float, text: str = TEXT) -> Quoted:
    where = at(text, exact)
    return Quoted(anchored_id("quoted", "d", (where,), kind), "d", "r", where, kind, score, "Why.")


def test_words_that_might_be_said_are_a_statement_where_the_trained_reader_tells_them() -> None:
    might = words("“the harbour was sold”", "hypothetical", 0.85)
    told = replace(statement("direct", "the harbour was sold", "says", "The report"), modal=True)

    assert every([might], [told]) == [told]
    assert every([might], []) == [might]


def every(ruled: list[Record], told: list[Record]) -> list[Record]:
    rows = settled([("quotations", tuple(ruled)), ("statements", tuple(told))])
    return [one for _, found in rows for one in found]


def test_what_the_trained_reader_takes_marked_words_for_stands_for_the_rule() -> None:
    rule, judged = words("gift", "scare", 0.7), words("gift", "term", 0.9)

    assert every([rule], [judged]) == [judged]


BROKEN = "“They promised,” he kept on saying: “they promised Ann.”"
WHOLE = read(BROKEN, "direct", ["“They promised,”", "“they promised Ann.”"], "kept on saying", "he")
BEGUN = read(BROKEN, "direct", ["They promised,"], score=0.6)
REST = read(BROKEN, "direct", ["they promised Ann."], score=0.6)


def test_words_before_the_cue_belong_to_the_quotation_behind_it() -> None:
    scare, doubt, sure = (words("They promised", "scare", one, BROKEN) for one in (0.7, 0.1, 0.9))
    (found,) = every([scare, REST], [doubt, WHOLE])

    assert isinstance(found, Statement)
    assert [one.exact for one in found.content] == ["They promised,", "they promised Ann."]
    assert (found.speakers, found.cue) == (WHOLE.speakers, WHOLE.cue)
    assert found.id == statement_id("d", found.content, "direct")
    # What is surely held at a distance is not said.
    kept = [one for one in every([scare, REST], [sure, WHOLE]) if isinstance(one, Statement)]
    assert [one.content for one in kept] == [REST.content]


def test_a_second_bare_quotation_goes_on_with_the_first() -> None:
    (found,) = every([BEGUN, REST], [WHOLE])

    assert isinstance(found, Statement)
    assert found.content == (*BEGUN.content, *REST.content)


def test_words_in_marks_at_the_end_of_a_report_are_not_all_of_it() -> None:
    text = "Imhof reported that they slept in bouts of twenty minutes, “like sentries”."
    rule = read(text, "direct", ["like sentries"], "reported", "Imhof")
    all_ = "that they slept in bouts of twenty minutes, “like sentries”"
    told = read(text, "mixed", [all_], "reported", "Imhof")
    (found,) = together([rule], [told])

    assert (found.content, found.kind) == (told.content, "mixed")
    # But where nothing else is said they are, with the marks left out.
    short = read(text, "mixed", ["“like sentries”"], "reported", "Imhof")
    assert [one.content for one in together([rule], [short])] == [rule.content]


def test_a_report_does_not_break_off_within_marks() -> None:
    text = "Vane said that it was lost. It had been “sold to strangers by night”."
    rule = read(text, "mixed", ["sold to strangers by night"])
    told = read(text, "mixed", ["that it was lost", "“sold to strangers by"], "said", "Vane")
    (found,) = together([rule], [told])

    assert [one.exact for one in found.content] == [
        "that it was lost",
        "“sold to strangers by night",
    ]
    assert found.id == statement_id("d", found.content, "mixed")


def test_contents_behind_one_cue_are_one_though_the_rules_go_on_too_far() -> None:
    text = "Holm objects that the hand is later, and she holds that nobody joked."
    rule = read(text, "indirect", ["the hand is later, and she holds that nobody joked"], "objects")
    told = read(text, "indirect", ["that the hand is later"], "objects", "Holm")

    assert [one.content for one in together([rule], [told])] == [told.content]


def test_a_part_of_the_cue_and_the_subject_of_another_are_nobody_who_says_it() -> None:
    text = "It is a fair guess that the toll fell. She was advised, she said, to wait for it."
    rule = read(text, "indirect", ["the toll fell"], "guess", "a fair")
    told = read(text, "indirect", ["that the toll fell"], "a fair guess")
    assert [one.speakers for one in together([rule], [told])] == [()]

    other = read(text, "indirect", ["to wait for it"], "said", "she")
    told = read(text, "indirect", ["to wait for it"], "was advised,")
    assert [one.speakers for one in together([other], [told])] == [()]
    same = read(text, "indirect", ["to wait for it"], "advised", "She")
    assert [one.speakers for one in together([same], [told])] == [same.speakers]


def test_two_cues_for_the_parts_of_a_quotation_make_two_statements() -> None:
    text = "When he told them “not now,” the crowd chanted, “Fight for it!”"
    rule = read(text, "direct", ["not now,", "Fight for it!"], "chanted", "the crowd")
    told = [
        read(text, "direct", ["“not now,”"], "told", "he"),
        read(text, "direct", ["“Fight for it!”"], "chanted", "the crowd"),
    ]

    assert together([rule], list(told)) == told
    # One cue for both leaves them one.
    whole = read(text, "direct", ["“not now,”", "“Fight for it!”"], "chanted", "the crowd")
    assert [one.content for one in together([rule], [whole])] == [rule.content]


def test_a_bare_quotation_that_nobody_said_is_no_statement() -> None:
    rule, judged = statement("direct", "gift", score=0.6), words("gift", "scare", 0.9)

    assert every([rule], [judged]) == [judged]


def test_words_that_somebody_is_read_to_say_are_no_title() -> None:
    rule, judged = (
        words("the harbour was sold", "title", 0.8),
        words("the harbour was sold", "title", 0.1),
    )
    told = statement("mixed", "that “the harbour was sold” before the winter", "says", "The report")

    assert every([rule], [told, judged]) == [told]


def test_a_judgement_of_words_that_became_a_report_goes() -> None:
    rule = statement("direct", "“He told me that the harbour was lost.”", score=0.6)
    told = statement("direct", "“He told me that the harbour was lost.”", "wrote", "Mrs. Pryce")
    judged = words("“He told me that the harbour was lost.”", "term", 0.9)

    (found,) = every([rule], [told, judged])
    assert isinstance(found, Statement)
    assert found.speakers == told.speakers


def test_a_part_of_a_quotation_with_its_cue_is_that_quotation() -> None:
    rule = statement("mixed", "“He told me that the harbour was lost.”", "wrote", "Mrs. Pryce")
    told = statement("direct", "He told me", "wrote", score=0.2)
    (found,) = together([rule], [told])

    assert (found.content, found.speakers) == (rule.content, rule.speakers)
