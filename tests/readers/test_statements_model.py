"""The trained reader: what it adds to the rules, what lies within what, and how it is left out."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import sayso
from sayso.model import Actor, Quoted, Record, Statement
from sayso.project_reading import read_document, rules, trained
from sayso.readers.statements import (
    Statements,
    _bidden,
    _content,
    _named,
    _owned,
    _says_nothing,
    _shared,
    _surer,
    _unaddressed,
)
from sayso.readers.statements_decode import (
    Part,
    Told,
    likeliest,
    logarithms,
    speak,
    stretches,
    tell,
)
from sayso.readers.statements_input import DISTANCES, FAR, PARTS
from sayso.readers.statements_model import FOLDER, _ahead
from sayso.text import unchanged

TEXT = (
    "The members of the league were convinced from the first that the harbour had been sold. "
    "Many in the town expected the council to resign before the winter. Mrs. Pryce never denied "
    "having warned the engineer, and it has often been objected that her letter came too late."
)


NESTED = (
    "The chronicler relates that the abbot complained that the mill had been burnt. He adds that "
    "nobody believed it, and declines to say who had told him."
)


def read(text: str, *, readers: tuple[str, ...] | None = None) -> list[Record]:
    document = replace(unchanged("d", "s", "text.txt", text), language="en")
    found, failures = read_document(document, readers=readers)
    assert failures == []
    return [one for _, records in found.readings for one in records]


def said(text: str, *, readers: tuple[str, ...] | None = None) -> list[Statement]:
    return [one for one in read(text, readers=readers) if isinstance(one, Statement)]


def test_who_speaks_as_a_relative_pronoun_or_by_a_name_of_its_own_is_an_actor() -> None:
    text = (
        "The law was passed by Lord North, who denied that he had ever read it. The critics, who "
        "complained that the harbour had been sold, went home."
    )
    found = read(text)
    names = {one.id: one.name for one in found if isinstance(one, Actor)}
    told = {
        one.speakers[0].start: [names[it] for it in one.actors]
        for one in found
        if isinstance(one, Statement) and one.speakers and one.speakers[0].exact == "who"
    }

    assert told[text.index("who denied")] == ["Lord North"]
    assert told[text.index("who complained")] == ["The critics"]


def test_it_finds_reported_speech_that_the_rules_miss() -> None:
    found = said(TEXT)

    assert any("the harbour had been sold" in one.content[0].exact for one in found)
    assert len(found) > len(said(TEXT, readers=rules()))
    for one in found:
        for span in (*one.content, *one.speakers, *((one.cue,) if one.cue else ())):
            assert TEXT[span.start : span.end] == span.exact
        assert 0 < one.score < 1
        assert one.reason.endswith(".")


def test_what_is_reported_within_a_report_has_it_as_parent() -> None:
    found = said(NESTED)
    outer = next(one for one in found if one.cue and one.cue.exact == "relates")
    inner = next(one for one in found if one.cue and one.cue.exact == "complained")

    assert inner.parent == outer.id
    assert outer.parent is None
    assert [one.exact for one in inner.speakers] == ["the abbot"]


def test_nothing_is_read_twice() -> None:
    text = "Mrs. Pryce argued that the harbour was lost before the winter. So it was."
    found = said(text)

    assert len(found) == 1
    assert "rules find it too" in found[0].reason


def part(role: str, text: str, words: str) -> Part:
    start = text.index(words)
    return Part(role, start, start + len(words), 0.9)


def told(text: str, cue: str, content: str, speaker: str = "") -> Told:
    speakers = [part("SRC", text, speaker)] if speaker else []
    return Told(part("CUE", text, cue), speakers, [part("CNT", text, content)])


@pytest.mark.parametrize(
    ("text", "cue", "content", "nothing"),
    [
        ("It follows that the mill closed.", "follows", "that the mill closed", True),
        ("Hence it will follow that all closed.", "will follow", "that all closed", True),
        ("It appears to me that all closed.", "appears", "that all closed", False),
        ("The report follows that line.", "follows", "that line", False),
        ("It was denied that all closed.", "was denied", "that all closed", False),
        ("They are considered as obscure.", "are considered", "as", True),
        ("She denied it.", "denied", "it", False),
    ],
)
def test_what_reports_nobody_or_has_no_content_is_no_statement(
    text: str, cue: str, content: str, nothing: bool
) -> None:
    assert _says_nothing(text, told(text, cue, content)) is nothing


def test_a_joined_cue_has_the_speaker_of_the_one_before() -> None:
    text = "The warden saw the wall, said that it leaked, and warned the Board of a flood."
    one = told(text, "said", "that it leaked", "The warden")
    two = told(text, "warned", "of a flood")
    within = told(text, "leaked", "that it")

    assert [it.speakers for it in _shared(text, [one, two])] == [one.speakers] * 2
    assert [it.speakers for it in _shared(text, [one, within])] == [one.speakers, []]
    apart = "The warden said that it leaked. And nobody warned of it."
    one, two = told(apart, "said", "that it leaked", "The warden"), told(apart, "warned", "of it")
    assert [it.speakers for it in _shared(apart, [one, two])] == [one.speakers, []]


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "speaks"),
    [
        ("We have been told that the mill closed.", "have been told", "We", False),
        ("The clerk was asked why it closed.", "was asked", "The clerk", False),
        ("He is said to have closed it.", "is said", "He", False),
        ("It was said by the clerk that it closed.", "was said by", "the clerk", True),
        ("It has been thought that it closed.", "has been thought", "It", False),
        ("The mill is known to have closed.", "is known", "The mill", False),
        ("It adds that the mill closed.", "adds", "It", True),
        ("I am convinced that the mill closed.", "am convinced", "I", True),
        ("The clerk told us that it closed.", "told", "The clerk", True),
    ],
)
def test_whom_something_was_told_does_not_speak(
    text: str, cue: str, speaker: str, speaks: bool
) -> None:
    one = _unaddressed(text, told(text, cue, "closed", speaker))

    assert bool(one.speakers) is speaks


@pytest.mark.parametrize(
    ("text", "chances", "left"),
    [
        ("Pell told the President that it leaked", (0.9, 0.5), ["Pell"]),
        ("Pell told the President that it leaked", (0.4, 0.9), ["the President"]),
        ("Pell told the President that it leaked", (0.9, 0.8), ["Pell", "the President"]),
        ("Pell and the President said that it leaked", (0.9, 0.2), ["Pell", "the President"]),
    ],
)
def test_the_surer_of_two_speakers_that_stand_apart_is_left(
    text: str, chances: tuple[float, float], left: list[str]
) -> None:
    parts = [
        Part("SRC", text.index(one), text.index(one) + len(one), chance)
        for one, chance in zip(("Pell", "the President"), chances, strict=True)
    ]
    one = _surer(text, Told(Part("CUE", 5, 9, 0.9), parts, []))

    assert [text[part.start : part.end] for part in one.speakers] == left


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("Let us now suppose that it closed.", "suppose", "us"),
        ("Let me add that it closed.", "Let me add", "me"),
        ("They let us go, and it is said that it closed.", "is said", None),
    ],
)
def test_those_bidden_to_suppose_are_who_does(text: str, cue: str, speaker: str | None) -> None:
    one = _bidden(text, replace(told(text, cue, "closed"), speakers=[]))

    assert [text[part.start : part.end] for part in one.speakers] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "left"),
    [
        ("They are right in their opinion that it leaked.", "in their opinion", "", "their"),
        ("Pell gave his word that it leaked.", "gave his word", "Pell", "Pell"),
        ("The opinion that it leaked is old.", "The opinion", "", None),
        ("Why is it suggested that it leaked?", "suggested", "it", None),
        ("Pell is it who suggested that it leaked.", "suggested", "Pell", "Pell"),
    ],
)
def test_whose_word_it_is_speaks_and_an_empty_it_does_not(
    text: str, cue: str, speaker: str, left: str | None
) -> None:
    one = _owned(text, _unaddressed(text, told(text, cue, "that it leaked", speaker)))

    assert [text[it.start : it.end] for it in one.speakers] == ([left] if left else [])


@pytest.mark.parametrize("heading", ["The Harbour Pamphlet", "A Letter to the Council"])
def test_a_heading_is_no_part_of_the_name_below_it(heading: str) -> None:
    text = f"{heading}\n\nAnn Haywood told the meeting that the harbour was lost."
    (one,) = said(text)

    assert [each.exact for each in one.speakers] == ["Ann Haywood"]


def test_the_next_paragraph_is_not_said_by_who_spoke_in_the_one_before() -> None:
    text = (
        "“Were the books burnt on purpose?” asked Mrs. Pryce.\n\n“Yes,” answered the clerk.\n\n"
        "“Then the league has lied to us from the first day of the strike.”\n"
    )
    found = {one.content[0].exact: one for one in said(text) if one.kind == "direct"}

    assert [one.exact for one in found["Yes,"].speakers] == ["the clerk"]
    assert len(found["Yes,"].content) == 1
    (last,) = [one for words, one in found.items() if words.startswith("Then the league")]
    assert last.cue is None or last.cue.exact != "answered"


def test_a_speaker_is_looked_for_again_where_none_was_found() -> None:
    cue = (3, 4, 1.0)
    seen = np.zeros((8, 2), np.float32)

    def scores(rows: np.ndarray, far: np.ndarray, sure: float = 2.0) -> np.ndarray:
        made = np.zeros((1, rows.shape[1], len(PARTS)), np.float32)
        made[0, :, 0] = 5
        made[0, 5:7, 0] = 0
        made[0, 5, PARTS.index("B-CNT")] = made[0, 6, PARTS.index("I-CNT")] = 9
        made[0, 1, PARTS.index("B-SRC")] = 5 - sure
        return made

    def parts(speaking: float) -> list[tuple[int, int, str]]:
        ((_, found),) = tell([cue], seen, scores, speaking)
        return [one[:3] for one in found]

    assert parts(0.0) == parts(1.5) == [(5, 7, "CNT")]
    assert parts(2.5) == [(1, 2, "SRC"), (5, 7, "CNT")]


def test_every_cue_is_told_of_its_own_surroundings_in_the_order_of_the_cues() -> None:
    seen = np.arange(400, dtype=np.float32)[:, None]
    cues = [(2, 3, 0.9), (150, 151, 0.8), (200, 203, 0.7), (201, 202, 0.6), (398, 400, 0.5)]

    def behind(rows: np.ndarray, far: np.ndarray) -> np.ndarray:
        assert rows.shape[:2] == far.shape
        assert (np.diff(rows[:, :, 0], axis=1) == 1).all()
        made = np.zeros((*far.shape, len(PARTS)), np.float32)
        middle = (DISTANCES - 1) // 2
        made[:, :, PARTS.index("B-CNT")] = np.where(far == middle + 2, 20, -20)
        return made

    found = list(tell(cues, seen, behind))

    assert [cue for cue, _ in found] == cues
    assert [[part[:3] for part in parts] for _, parts in found[:-1]] == [
        [(end + 1, end + 2, "CNT")] for _, end, _ in cues[:-1]
    ]
    assert found[-1][1] == []


def test_what_is_said_is_followed_beyond_the_reach_of_its_cue() -> None:
    seen = np.arange(400, dtype=np.float32)[:, None]

    def scores(first: int, last: int) -> list[list[tuple[int, int, str]]]:
        def parts(rows: np.ndarray, far: np.ndarray) -> np.ndarray:
            made = np.zeros((*far.shape, len(PARTS)), np.float32)
            at = rows[:, :, 0]
            made[:, :, PARTS.index("I-CNT")] = np.where((at > first) & (at < last), 20, -20)
            made[:, :, PARTS.index("B-CNT")] = np.where(at == first, 20, -20)
            return made

        return [
            [part[:3] for part in found]
            for _, found in tell([(150, 152, 0.9), (300, 301, 0.9)], seen, parts)
        ]

    assert scores(155, 290) == [[(155, 290, "CNT")]] * 2
    assert scores(155, 200)[0] == [(155, 200, "CNT")]
    assert scores(20, 140)[0] == [(20, 140, "CNT")]
    assert scores(155, 400)[0] == [(155, 152 + FAR, "CNT")]


def test_a_quotation_is_asked_for_who_says_it_and_not_what() -> None:
    seen = np.arange(400, dtype=np.float32)[:, None]

    def parts(rows: np.ndarray, far: np.ndarray) -> np.ndarray:
        made = np.zeros((*far.shape, len(PARTS)), np.float32)
        at = rows[:, :, 0]
        made[:, :, 0] = 5
        made[:, :, PARTS.index("B-SRC")] = np.where(np.isin(at, (90, 170, 395)), 9, -9)
        made[:, :, PARTS.index("B-CNT")] = np.where(at == 100, 20, -20)
        return made

    found = list(speak([(120, 128), (160, 164), (390, 392)], [135, 180, 399], seen, parts))

    assert [[one[:2] for one in row] for row in found] == [
        [(90, 91), (170, 171)],  # the second lies in another quotation
        [(90, 91)],
        [],
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He says: When a man is ordained, a power is conferred upon him.", "direct"),
        ("Jesus asked them, Whom do men say that I am?", "direct"),
        ("We recall: The harbour was sold in the winter of that year.", "own"),
        ("He says that Whom is a pronoun of the case that is governed.", "indirect"),
        ("According to the Gospel, Jesus went down into the city that day.", "indirect"),
        ("The clerk says, Pell sold the harbour to a stranger for a song.", "indirect"),
    ],
)
def test_words_that_follow_as_they_were_said_are_direct_without_marks(text: str, kind: str) -> None:
    first = min(said(text), key=lambda one: one.cue.start if one.cue else len(text))

    assert (first.cue is not None, first.kind) == (True, kind)


def test_a_quotation_without_a_cue_is_said_by_whom_the_words_around_it_name() -> None:
    text = (
        "“Have you posted the letters?” asked Mrs. Pryce.\n\n“Yes, I posted them this morning,” said "
        "Tom.\n\n“Then it is too late.”\n\nThe clerk rose. “Nobody has seen the books since June.”\n"
    )
    found = {one.content[0].exact: one for one in said(text) if one.kind == "direct"}
    late, books = found["Then it is too late."], found["Nobody has seen the books since June."]

    assert "I" not in [one.exact for one in late.speakers]
    assert [one.exact for one in books.speakers] == ["The clerk"]
    assert (books.cue, 0.4 <= books.score <= 0.6) == (None, True)
    assert "no cue stands beside it" in books.reason.lower()


def test_a_few_words_that_only_a_rule_takes_for_said_are_judged_again() -> None:
    text = "The thing called “taking thought” is, by its nature, of no use to a tired man."
    found = read(text)

    assert [one.span.exact for one in found if isinstance(one, Quoted)] == ["taking thought"]
    assert not [one for one in found if isinstance(one, Statement)]


def test_words_in_marks_are_judged_once_with_or_without_a_report_nearby() -> None:
    alone = (
        "The so-called “Bellarmine” jugs stand in the second room. The field is known as “Sunday”."
    )
    for text in (alone, f"{alone} Mrs. Pryce wrote that the harbour had been “sold for a song”."):
        found = [one for one in read(text) if isinstance(one, Quoted)]
        places = [(one.span.start, one.span.end) for one in found]

        assert {one.span.exact for one in found} >= {"Bellarmine", "Sunday"}
        assert len(places) == len(set(places))
        assert all("trained reader" in one.reason for one in found)
        assert all(0 <= one.score <= 1 for one in found)


def test_a_short_answer_in_marks_is_said_and_not_held_at_a_distance() -> None:
    text = "“Have you posted the letters?” asked Mrs. Pryce.\n\n“Yes.”\n\nShe put on her hat.\n"
    found = read(text)
    (answer,) = [one for one in said(text) if one.content[0].exact == "Yes."]

    assert (answer.kind, answer.cue, answer.speakers) == ("direct", None, ())
    assert not any(isinstance(one, Quoted) and one.span.exact == "Yes." for one in found)


def test_a_lone_small_word_beside_the_content_is_none_of_it() -> None:
    text = "He knew how it closed. So he left."
    one = told(text, "knew", "how it closed")
    loose = Part("CNT", text.index("So"), text.index("So") + 2, 0.9)

    assert [part.exact for part in _content(text, replace(one, content=[*one.content, loose]))] == [
        "how it closed"
    ]
    assert [part.exact for part in _content(text, replace(one, content=[loose]))] == ["So"]


@pytest.mark.parametrize(
    ("text", "cue", "cut", "whole"),
    [
        ("He meant to answer the book on the old quay. It rained.", "meant", "to answer the book on",
         "to answer the book on the old quay"),
        ("They saw how the boats came in. It rained.", "saw", "how the boats came in",
         "how the boats came in"),
        ("To pay the toll for the, he said, was wrong.", "said", "To pay the toll for the",
         "To pay the toll for the"),
        ("It was sold, in the opinion of Pell.", "opinion", "It was sold, in",
         "It was sold, in"),
        ("He knew that it was lost and\n\nThe mayor rose.", "knew", "that it was lost and",
         "that it was lost and"),
    ],
)  # fmt: skip
def test_a_content_that_breaks_off_at_a_small_word_goes_on_to_the_next_sign(
    text: str, cue: str, cut: str, whole: str
) -> None:
    assert [part.exact for part in _content(text, told(text, cue, cut))] == [whole]


def test_parts_of_a_content_that_meet_are_one() -> None:
    text = "Each agreed to pay with the proviso that the teacher was to “board round” them."
    one = told(text, "agreed", "to pay with the proviso that the")
    at = text.index("board round")
    parts = [*one.content, Part("CNT", at, at + 17, 0.9)]

    assert [part.exact for part in _content(text, replace(one, content=parts))] == [
        "to pay with the proviso that the teacher was to “board round” them"
    ]


def test_scare_quotes_within_a_quotation_are_left_to_the_rules() -> None:
    text = "Mrs. Pryce wrote: “The so-called ‘gift’ of the harbour was a sale, and a bad one.”"
    found = [one for one in read(text) if isinstance(one, Quoted)]

    assert [one.span.exact for one in found] == ["gift"]
    assert "trained reader" not in found[0].reason


def test_a_long_text_is_read_to_its_end() -> None:
    filler = "The weather was fair and the road was dry. " * 120
    long = "\n\n".join([TEXT, filler, TEXT, filler * 3, TEXT, filler])
    found = said(long)
    starts = [at for at in range(len(long)) if long.startswith(TEXT, at)]

    for start in starts:
        inside = [one for one in found if start <= one.content[0].start < start + len(TEXT)]
        assert any("harbour had been sold" in one.content[0].exact for one in inside)
        assert len(inside) >= 3
    assert all(long[part.start : part.end] == part.exact for one in found for part in one.content)


def test_a_long_s_is_read_as_an_s() -> None:
    text = "The Alderman doth confeſſe that the Sluice was cut, and ſwears that he ſaw no Warrant."
    plain = text.replace("ſ", "s")

    assert [one.content[0].start for one in said(text)] == [
        one.content[0].start for one in said(plain)
    ]
    assert said(text) != []


def test_rules_read_alone_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")

    assert trained() == ("statements",)
    with sayso.open(folder, coder="Ann") as project:
        project.add(workers=1, trained=False)
        assert project.count_statements(reader="statements") == 0
        assert project.add(workers=1).unchanged == 1
        again = project.add(workers=1, trained=True)
        assert (again.documents, again.versions) == (1, 0)
        assert project.count_statements(reader="statements") > 0
        assert project.add(workers=1, trained=True).unchanged == 1
        assert project.verify() == []


def test_decoding_gives_legal_rows_and_every_stretch_once() -> None:
    rng = np.random.default_rng(1)
    scores = logarithms(rng.normal(size=(5, 40, len(PARTS))).astype(np.float32))
    rows = likeliest(scores, PARTS)

    for row in rows:
        for one, two in pairwise([0, *row.tolist()]):
            assert PARTS[two][0] != "I" or PARTS[one][2:] == PARTS[two][2:]
        covered = [at for low, high, _ in stretches(row, PARTS) for at in range(low, high)]
        assert covered == np.flatnonzero(row).tolist()


def test_without_its_weights_it_reads_nothing_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copy(FOLDER / "vocabulary.txt", tmp_path)
    reader = Statements(tmp_path)

    assert list(reader.read(unchanged("d", "s", "k", TEXT), reading="r", known=())) == []
    assert "statements.onnx" in caplog.text


@pytest.mark.parametrize("text", ["", " \n", "“" * 3000, "said that " * 2000, "\U0001f600" * 500])
def test_odd_texts_do_no_harm(text: str) -> None:
    list(Statements().read(unchanged("d", "s", "k", text), reading="r", known=()))


def test_windows_are_asked_in_threads_and_given_in_their_order() -> None:
    rows = [[(nth, nth + 1, nth, nth + 1)] for nth in range(20)]

    found = list(_ahead(lambda row: [np.array([row[0][0]], np.float32)], rows))

    assert [int(out[0][0]) for _, out in found] == list(range(20))
    assert [row for row, _ in found] == rows


@pytest.mark.parametrize(
    ("found", "speaker"),
    [("Mr", "Mr. Vane"), ("told Mr.", "told Mr. Vane"), ("St", "St Paul"), ("He", "He")],
)
def test_a_title_alone_names_nobody(found: str, speaker: str) -> None:
    text = "He told Mr. Vane of it, as St Paul did."
    start = text.index(found)

    assert _named(text, start, start + len(found), len(text)).exact == speaker
