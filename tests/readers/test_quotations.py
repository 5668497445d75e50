"""The reader of quotations: what is somebody's words, whose, and what only stands in marks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sayso.model import Actor, Block, Document, Mention, Note, Quoted, Record, Span, Statement
from sayso.plugins import Given
from sayso.readers.quotations import READER
from sayso.sources.plain import SOURCE
from sayso.text import anchor, unchanged

Row = tuple[str, str, str | None, str | None]

# Each case: a text, and what is read in it: kind, words, speaker, cue. Quoted words have neither.
CASES: dict[str, tuple[str, list[Row]]] = {
    "cue before": (
        "The mayor said, “The bridge will stand.” Nobody moved.",
        [("direct", "The bridge will stand.", "The mayor", "said")],
    ),
    "cue before with colon": (
        "In her diary Ellen Vane wrote: “Not a word was true.”",
        [("direct", "Not a word was true.", "Ellen Vane", "wrote")],
    ),
    "cue before with that": (
        "Professor Odd argued that “the ledger was forged in haste.”",
        [("mixed", "the ledger was forged in haste.", "Professor Odd", "argued")],
    ),
    "cue before with an addressee": (
        "Hale told the assembled miners: “You have been deceived.”",
        [("direct", "You have been deceived.", "Hale", "told")],
    ),
    "cue after": (
        "“The bridge will stand,” the mayor said.",
        [("direct", "The bridge will stand,", "the mayor", "said")],
    ),
    "cue after, turned round": (
        "“The bridge will stand,” said Mayor Jane Pell.",
        [("direct", "The bridge will stand,", "Mayor Jane Pell", "said")],
    ),
    "question before its cue": (
        "“Will it stand?” asked the old ferryman.",
        [("direct", "Will it stand?", "the old ferryman", "asked")],
    ),
    "question before its cue, as a sentence of its own": (
        "“Will it stand?” Pell asked. No answer came.",
        [("direct", "Will it stand?", "Pell", "asked")],
    ),
    "pronoun before": (
        "He replied: “We have no such paper.”",
        [("direct", "We have no such paper.", "He", "replied")],
    ),
    "pronoun after": (
        "“We have no such paper,” she added quietly.",
        [("direct", "We have no such paper,", "she", "added")],
    ),
    "broken by its cue": (
        "“The ledger,” said Pell, “was never in my hands.”",
        [("direct", "The ledger, / was never in my hands.", "Pell", "said")],
    ),
    "broken by its cue into two sentences": (
        "“I saw the ledger,” Pell recalled. “It was blue.”",
        [("direct", "I saw the ledger, / It was blue.", "Pell", "recalled")],
    ),
    "two speakers in turn": (
        "“It was blue,” said Pell. “It was red,” said Hale.",
        [
            ("direct", "It was blue,", "Pell", "said"),
            ("direct", "It was red,", "Hale", "said"),
        ],
    ),
    "speaker with an apposition": (
        "“It was blue,” said Pell, the keeper of the archive.",
        [("direct", "It was blue,", "Pell, the keeper of the archive", "said")],
    ),
    "subject with an apposition before the verb": (
        "Ann Pell, the keeper of the archive, wrote: “It was blue.”",
        [("direct", "It was blue.", "Ann Pell, the keeper of the archive", "wrote")],
    ),
    "subject with a phrase behind it": (
        "The president of the Ferry Guild declared, “We shall not row.”",
        [("direct", "We shall not row.", "The president of the Ferry Guild", "declared")],
    ),
    "verb group with an auxiliary and an adverb": (
        "Hale has repeatedly claimed: “The vote was bought.”",
        [("direct", "The vote was bought.", "Hale", "has repeatedly claimed")],
    ),
    "according to before": (
        "According to the Ferry Guild, the toll was “a plain robbery of the poor”.",
        [("mixed", "a plain robbery of the poor", "the Ferry Guild", "According to")],
    ),
    "according to after": (
        "The toll was “a plain robbery of the poor”, according to the Ferry Guild.",
        [("mixed", "a plain robbery of the poor", "the Ferry Guild", "according to")],
    ),
    "as somebody put it": (
        "“Every toll is a theft,” as Hale put it.",
        [("direct", "Every toll is a theft,", "Hale", "put it")],
    ),
    "in the words of": (
        "In the words of Ellen Vane, “a toll is a theft”.",
        [("direct", "a toll is a theft", "Ellen Vane", "In the words of")],
    ),
    "a noun as cue": (
        "Their argument is: “The ledger was lost before the fire.”",
        [("direct", "The ledger was lost before the fire.", "Their", "argument is")],
    ),
    "a noun as cue with its possessor": (
        "Pell’s conclusion was that “no toll was ever paid.”",
        [("mixed", "no toll was ever paid.", "Pell’s", "conclusion was")],
    ),
    "a view that is expressed": (
        "The late Orla Hale expressed a common view among ferrymen that “the toll was a tax.”",
        [("mixed", "the toll was a tax.", "The late Orla Hale", "expressed a common view")],
    ),
    "those who": (
        "There are those who argue that, “The toll has ruined the valley.”",
        [("direct", "The toll has ruined the valley.", "those who", "argue")],
    ),
    "a party without a name": (
        "Our critics reply, “You have counted the dead twice.”",
        [("direct", "You have counted the dead twice.", "Our critics", "reply")],
    ),
    "a fragment in the reporter's sentence": (
        "Hale called the report “a disgrace to the guild” and left.",
        [("mixed", "a disgrace to the guild", "Hale", "called")],
    ),
    "a fragment far behind its verb": (
        "Pell said the new toll on the eastern bridge was “an open wound” for the town.",
        [("mixed", "an open wound", "Pell", "said")],
    ),
    "two fragments with one cue": (
        "Vane described it as “a shabby bargain” and “a lasting shame”.",
        [
            ("mixed", "a shabby bargain", "Vane", "described"),
            ("mixed", "a lasting shame", "Vane", "described"),
        ],
    ),
    "a participle shares the subject": (
        "Hale rejected the offer, saying: “We are not for sale.”",
        [("direct", "We are not for sale.", "Hale", "saying")],
    ),
    "a second verb shares the subject": (
        "She opened the window and shouted, “The ledger is here!”",
        [("direct", "The ledger is here!", "She", "shouted")],
    ),
    "nobody named": (
        "As is suggested, “It was the flood that ended the toll.”",
        [("direct", "It was the flood that ended the toll.", None, "is suggested")],
    ),
    "alone, behind a sentence about its speaker": (
        "The Ferry Guild was firm on this. “No member of ours has ever paid the toll.”",
        [("direct", "No member of ours has ever paid the toll.", "The Ferry Guild", None)],
    ),
    "alone, behind a sentence that one word opens": (
        "Charged with the toll, nobody came.\n\n“No member of ours has ever paid the toll.”",
        [("direct", "No member of ours has ever paid the toll.", None, None)],
    ),
    "behind a colon, said by kin": (
        "His mother took up another matter (February 2):\n\n“I am glad that you left the town.”",
        [("direct", "I am glad that you left the town.", "His mother", None)],
    ),
    "behind a name that is a verb too": (
        "Accused: “It was a very long petition.”",
        [("direct", "It was a very long petition.", "Accused", None)],
    ),
    "behind a verb alone": (
        "Answered: “It was a very long petition.”",
        [("direct", "It was a very long petition.", None, "Answered")],
    ),
    "alone, nobody named": (
        "“No member of ours has ever paid the toll.”",
        [("direct", "No member of ours has ever paid the toll.", None, None)],
    ),
    "announced at the end of an unfinished line": (
        "The guild closed its books, while proclaiming\n\n“We owe nothing to anybody in town.”",
        [("direct", "We owe nothing to anybody in town.", "The guild", "proclaiming")],
    ),
    "single marks": (
        "Pell said, ‘The ledger’s cover was blue.’",
        [("direct", "The ledger’s cover was blue.", "Pell", "said")],
    ),
    "straight marks": (
        'Pell said, "The cover was blue."',
        [("direct", "The cover was blue.", "Pell", "said")],
    ),
    "straight single marks": (
        "Pell said, 'The cover was blue.'",
        [("direct", "The cover was blue.", "Pell", "said")],
    ),
    "low and high marks": (
        "Pell said: „The cover was blue.“",
        [("direct", "The cover was blue.", "Pell", "said")],
    ),
    "guillemets": (
        "Pell said: « The cover was blue. »",
        [("direct", "The cover was blue.", "Pell", "said")],
    ),
    "guillemets turned outward": (
        "Pell said: »The cover was blue.«",
        [("direct", "The cover was blue.", "Pell", "said")],
    ),
    "marks of a typewriter": (
        "Pell said, ``The cover was blue.''",
        [("direct", "The cover was blue.", "Pell", "said")],
    ),
    "an opening mark where a closing one belongs": (
        "Pell said, “The cover was blue all over. “ Hale laughed.",
        [("direct", "The cover was blue all over.", "Pell", "said")],
    ),
    "a quotation inside one": (
        "Pell said, “I heard Hale say, ‘The cover was red,’ and I left.”",
        [
            ("direct", "I heard Hale say, ‘The cover was red,’ and I left.", "Pell", "said"),
            ("direct", "The cover was red,", "Hale", "say"),
        ],
    ),
    "scare quotes inside a quotation": (
        "Pell wrote: “The so ‘learned’ keeper has lost the book.”",
        [
            ("direct", "The so ‘learned’ keeper has lost the book.", "Pell", "wrote"),
            ("scare", "learned", None, None),
        ],
    ),
    "the same marks nested": (
        "Her aim is “to test many “well known stories” about the toll, one by one “ in print.",
        [
            (
                "mixed",
                "to test many “well known stories” about the toll, one by one",
                "Her",
                "aim is",
            ),
            ("scare", "well known stories", None, None),
        ],
    ),
    "several paragraphs": (
        "Pell wrote: “The first page is blue.\n\n“The second page is red.”",
        [("direct", "The first page is blue. / The second page is red.", "Pell", "wrote")],
    ),
    "a paragraph without marks after a colon": (
        "Then Orla Hale wrote to the guild:\n\nI have paid the toll for twenty years and more.",
        [
            (
                "direct",
                "I have paid the toll for twenty years and more.",
                "Orla Hale",
                "wrote",
            )
        ],
    ),
    "a letter and its writer": (
        "From his Sister Jane (June 3):\n\n“I dreamed of you, Hal, and of the boats.”",
        [("direct", "I dreamed of you, Hal, and of the boats.", "his Sister Jane", None)],
    ),
    "an agent of a passive": (
        "It is remarked by Sir William Pell, “that tolls breed tolls.”",
        [("direct", "that tolls breed tolls.", "Sir William Pell", "is remarked")],
    ),
    "an old verb": (
        "It contradicts the maxim of the guild, which saith, “No man can pay twice.”",
        [("direct", "No man can pay twice.", None, "saith")],
    ),
    "a name in capitals behind an article": (
        "He took the “New England Rum” to the ferry.",
        [("term", "New England Rum", None, None)],
    ),
    "scare quotes": (
        "The ‘friends’ of the guild stayed at home.",
        [("scare", "friends", None, None)],
    ),
    "scare quotes behind a distancing word": (
        "The self-proclaimed “Levellers” praise the toll.",
        [("scare", "Levellers", None, None)],
    ),
    "two words under another verb": (
        "A position that sees the guild “change sides” in May is easily held.",
        [("scare", "change sides", None, None)],
    ),
    "a title behind a possessive": (
        "The book answers Hale’s “Open Letter” at length.",
        [("title", "Open Letter", None, None)],
    ),
    "a title with a year": (
        "Later came “A history of tolls” (1911).",
        [("title", "A history of tolls", None, None)],
    ),
    "a title that is announced": (
        "In 1911 she published an essay entitled “On paying twice”.",
        [("title", "On paying twice", None, None)],
    ),
    "a prize": (
        "The guild gave its first award “For Distinguished Service to Bridges and Fords” to Pell.",
        [("title", "For Distinguished Service to Bridges and Fords", None, None)],
    ),
    "a term": (
        "The term “ferry right” is older than the guild.",
        [("term", "ferry right", None, None)],
    ),
    "a name that is given": (
        "The boat was known as “the old widow” in town.",
        [("term", "the old widow", None, None)],
    ),
    "words that are not said": (
        "The defenders do not say “we were wrong to trust him.”",
        [("hypothetical", "we were wrong to trust him.", None, None)],
    ),
    "words that nobody ever said": (
        "Nobody has ever said, “I enjoyed paying the toll.”",
        [("hypothetical", "I enjoyed paying the toll.", None, None)],
    ),
    "words that would have been said": (
        "Hale would have answered, “Count the boats again.”",
        [("hypothetical", "Count the boats again.", None, None)],
    ),
    "words that one might say": (
        "One might say, “It was only a toll.”",
        [("hypothetical", "It was only a toll.", None, None)],
    ),
    "words on condition": (
        "If Hale says “pay the toll at once”, they will pay.",
        [("hypothetical", "pay the toll at once", None, None)],
    ),
    "words that are refused": (
        "She refused to say “I regret the toll.”",
        [("hypothetical", "I regret the toll.", None, None)],
    ),
    "a denial is a statement": (
        "Hale did not deny that “the books were burnt on purpose”.",
        [("mixed", "the books were burnt on purpose", "Hale", "did not deny")],
    ),
    "a claim used as a noun is no cue": (
        "The “ferry” claim rests on a single page.",
        [("scare", "ferry", None, None)],
    ),
    "apostrophes are no marks": (
        "The ferrymen’s boats weren’t the guild’s, ’tis said.",
        [],
    ),
    "inches are no marks": ('The plank is 12" wide.', []),
    "empty marks": ("He left “” blank.", []),
    "a name before a colon": (
        "Pell: “The cover was blue, and that is all I know.”",
        [("direct", "The cover was blue, and that is all I know.", "Pell", None)],
    ),
    "a dash and a name behind": (
        "“The cover was blue, and that is all I know.” — Ann Pell",
        [("direct", "The cover was blue, and that is all I know.", "Ann Pell", None)],
    ),
    "a place in a law before it": (
        "The charter is plain on this. Article 14: “No toll shall be taken of the poor.”",
        [("direct", "No toll shall be taken of the poor.", "Article 14", None)],
    ),
    "a place in a book that we read": (
        "We read in 1 John 4:10, “Herein is love, not that we loved.” So much for that.",
        [("direct", "Herein is love, not that we loved.", "1 John 4:10", None)],
    ),
    "a place in a book that somebody wrote": (
        "Pell wrote in chapter ten, “The cover of the ledger was blue.”",
        [("direct", "The cover of the ledger was blue.", "Pell", "wrote")],
    ),
    "a day is no place in a book": (
        "They met on March 5, “The cover of the ledger was blue to the last.”",
        [("direct", "The cover of the ledger was blue to the last.", None, None)],
    ),
    "a clause between the parts": (
        "“Stop,” said Pell, as Mrs. Hale rose from the long bench on which she had been seated all "
        "that day; “stop, and listen to the toll.”",
        [("direct", "Stop, / stop, and listen to the toll.", "Pell", "said")],
    ),
    "a source in brackets behind": (
        "“The cover of the ledger was blue to the last” (Pell 1911, 12).",
        [("direct", "The cover of the ledger was blue to the last", "Pell", None)],
    ),
}


def read(text: str, known: tuple[Record, ...] = (), **changed: object) -> list[Record]:
    document = replace(unchanged("d", "s", "k", text), **changed)
    return list(READER.read(document, reading="r", known=known))


def rows(records: list[Record]) -> list[Row]:
    found: list[Row] = []
    for one in records:
        if isinstance(one, Statement):
            words = " / ".join(part.exact for part in one.content)
            speaker = " / ".join(part.exact for part in one.speakers) or None
            found.append((one.kind, words, speaker, one.cue.exact if one.cue else None))
        elif isinstance(one, Quoted):
            found.append((one.kind, one.span.exact, None, None))
    return found


@pytest.mark.parametrize("name", CASES)
def test_each_quotation_is_read_for_what_it_is(name: str) -> None:
    """Kind, words, speaker and cue are those of the case."""
    text, expected = CASES[name]

    assert expected == rows(read(text))


@pytest.mark.parametrize("name", CASES)
def test_every_span_stands_where_it_says(name: str) -> None:
    """All spans hold the words of the text at their place."""
    text, _ = CASES[name]

    for one in read(text):
        spans: list[Span] = []
        if isinstance(one, Statement):
            spans = [*one.content, *one.speakers, *([one.cue] if one.cue else [])]
        elif isinstance(one, Quoted):
            spans = [one.span]
        assert all(text[part.start : part.end] == part.exact for part in spans)


def test_a_block_quotation_needs_no_marks() -> None:
    """A block of that role is a statement of the speaker announced before it."""
    text = "Pell put it in writing. She wrote:\n\nThe cover was blue.\n\nSo it was."
    start = text.index("The cover")
    blocks = (
        Block(0, 34, "paragraph"),
        Block(start, start + 19, "blockquote"),
        Block(start + 21, len(text), "paragraph"),
    )

    assert rows(read(text, blocks=blocks)) == [("direct", "The cover was blue.", "She", "wrote")]


def test_a_nickname_within_a_name_is_a_term() -> None:
    (found,) = read("In 1905 William “Big Bill” Haywood called the meeting to order.")

    assert isinstance(found, Quoted)
    assert (found.kind, found.span.exact) == ("term", "Big Bill")
    assert found.reason == "A nickname within a name."


def test_a_work_in_marks_in_a_note_is_a_title() -> None:
    """Marks in a note name a work where nothing is said there."""
    text = "The ledger was blue.\n\nAnn Pell, “On the colour of ledgers”, p. 4."
    blocks = (Block(0, 20, "paragraph"), Block(22, len(text), "note"))

    assert rows(read(text, blocks=blocks)) == [("title", "On the colour of ledgers", None, None)]


def test_an_inner_statement_names_the_one_around_it() -> None:
    """The statement inside a quotation has the outer statement as its parent."""
    outer, inner = [
        one for one in read(CASES["a quotation inside one"][0]) if isinstance(one, Statement)
    ]

    assert (None, outer.id) == (outer.parent, inner.parent)


@pytest.mark.parametrize(
    "text", ["Pell wrote: “It was blue.”7 So.", "Pell wrote: “It was blue “ 7."]
)
def test_the_marker_behind_a_quotation_is_linked(text: str) -> None:
    """The note whose marker follows the closing mark belongs to the statement."""
    marker = anchor(text, "7")
    note = Note("n", "d", "r", marker, "7", None)

    (statement,) = [one for one in read(text, (note,)) if isinstance(one, Statement)]

    assert [(one.label, one.note) for one in statement.notes] == [("7", None)]


def test_the_marker_behind_the_attribution_is_linked() -> None:
    """A marker at the end of the sentence belongs to the quotation it reports."""
    text = "“It was blue,” said Pell.7 Then he left."
    body = Span(36, 40, "left")
    note = Note("n", "d", "r", anchor(text, "7"), "7", body)

    (statement,) = [one for one in read(text, (note,)) if isinstance(one, Statement)]

    assert [one.note for one in statement.notes] == ["n"]


def _mention(text: str, exact: str, actor: str, occurrence: int = 0) -> Mention:
    where = anchor(text, exact, occurrence=occurrence)
    return Mention(f"{actor}{where.start}", "d", "r", where, "person", actor=actor)


def test_a_named_speaker_has_the_actor_of_the_name() -> None:
    """The mention inside the speaker's words gives the actor, who is the holder."""
    text = "“It was blue,” said old Ann Pell."
    (statement,) = read(text, (_mention(text, "Ann Pell", "pell"),))

    assert isinstance(statement, Statement)
    assert (statement.actors, statement.holder) == (("pell",), "pell")


def test_a_pronoun_has_the_only_person_named_before_it() -> None:
    """With one person named before, the pronoun is that person; the span stays the pronoun."""
    text = "Ann Pell came back. She said, “It was blue.”"
    (statement,) = read(text, (_mention(text, "Ann Pell", "pell"),))

    assert isinstance(statement, Statement)
    assert (statement.actors, statement.speakers[0].exact) == (("pell",), "She")


def test_a_pronoun_after_two_persons_stays_open() -> None:
    """Where two persons are named, nobody is guessed."""
    text = "Ann Pell met Orla Hale. She said, “It was blue.”"
    known = (_mention(text, "Ann Pell", "pell"), _mention(text, "Orla Hale", "hale"))
    (statement,) = read(text, known)

    assert isinstance(statement, Statement)
    assert statement.actors == ()


def test_a_party_without_a_name_becomes_an_unnamed_actor() -> None:
    """“Our critics” is an actor of the kind unnamed; “those who” alone is nobody in particular."""
    actors = [one for one in read(CASES["a party without a name"][0]) if isinstance(one, Actor)]

    assert [(one.name, one.kind) for one in actors] == [("Our critics", "unnamed")]
    assert not [one for one in read(CASES["those who"][0]) if isinstance(one, Actor)]


def test_a_marked_phrase_is_a_statement() -> None:
    """A note marker makes a statement of words that would be scare quotes without it."""
    text = "The guild had “a hand in every single pocket”7 of the town."
    note = Note("n", "d", "r", anchor(text, "7"), "7", None)

    assert [
        rows(read(text.replace("single ", "").replace("every", "a")))[0][0],
        rows(read(text, (note,)))[0][0],
    ] == ["scare", "mixed"]


def test_other_languages_keep_their_quotations() -> None:
    """A text in another language has its quotations read without cues."""
    text = "Der Wirt sprach: „Die Brücke wird gewiss noch lange stehen.“ Alle schwiegen."

    (row,) = rows(read(text, language="de"))

    assert row[:2] == ("direct", "Die Brücke wird gewiss noch lange stehen.")


@pytest.mark.parametrize(
    "sign", ["“", "”", '"', "‘", "’", "'", "«", "“a ", "”a ", "a “b” ", '"a" said B. ', "said, “"]
)
def test_repeated_signs_are_survived(sign: str) -> None:
    """A long run of marks is read to its end, and every record stands in the text."""
    text = sign * (40_000 // len(sign))

    for one in read(text):
        where = one.content[0] if isinstance(one, Statement) else getattr(one, "span", None)
        assert where is None or text[where.start : where.end] == where.exact


def test_reading_twice_gives_the_same() -> None:
    """The records of two readings are equal."""
    text = "\n\n".join(text for text, _ in CASES.values())

    assert read(text) == read(text)


# The chapter: first words, last words, kind, marker, speaker. Its text is not part of this.
CHAPTER: list[tuple[str, str, str, str | None, str | None]] = [
    ("Yet, for", "anywhere.", "direct", "1", "The CPGB ML"),
    ("We must", "movement.", "direct", "2", None),
    ("to deconstruct", "unconsciousness", "mixed", "3", "his"),
    ("It was", "revolution.", "direct", "4", None),
    ("if there", "Khrushchev", "mixed", "5", "The late Ludo Marten"),
    ("In 1956", "Gorbachev.", "direct", "6", "those who"),
    ("Essentially,", "imperialism.", "direct", "7", None),
    ("Here is", "proletariat.", "direct", "8", None),
    ("To desert", "imperialism.", "direct", None, "The CPGB ML"),
    ("In the", "1990.", "direct", "9", "The New Communist Party"),
]
CHAPTER_QUOTED = [
    ("title", "For Distinguished", "Activism"),
    ("scare", "wrong", "wrong"),
    ("scare", "intellectual", "intellectual"),
    ("title", "Secret Speech", "Secret Speech"),
    ("scare", "well known", "truths"),
    ("scare", "Stalinists", "Stalinists"),
    ("scare", "change colour", "change colour"),
    ("scare", "left", "left"),
    ("hypothetical", "we would", "did."),
]


@pytest.fixture
def chapter(shared) -> Document:  # type: ignore[no-untyped-def]
    """The chapter as the plain source reads it."""
    data = (shared / "corpora/still-defending/chapter-5.txt").read_bytes()
    (document,) = SOURCE.read(Given("chapter-5.txt", data, "s", "text/plain"))
    assert isinstance(document, Document)
    return document


def _chapter_notes(text: str) -> tuple[Note, ...]:
    """Find the nine markers behind closing marks by hand."""
    places = [one.start(1) for one in re.finditer(r"[”“] ?(\d)(?!\d)", text)]
    return tuple(
        Note(f"n{text[at]}", "d", "r", Span(at, at + 1, text[at]), text[at], None) for at in places
    )


def test_the_ten_quotations_of_the_chapter(chapter: Document) -> None:
    """Each of the ten has its exact words, kind, marker, and its speaker where one is named."""
    records = READER.read(chapter, reading="r", known=_chapter_notes(chapter.text))
    found = [one for one in records if isinstance(one, Statement)]

    assert len(found) == len(CHAPTER)
    for one, (first, last, kind, marker, speaker) in zip(found, CHAPTER, strict=True):
        words = one.content[0].exact
        assert (words.startswith(first), words.endswith(last), one.kind) == (True, True, kind)
        assert [one.label for one in one.notes] == ([marker] if marker else [])
        assert [part.exact for part in one.speakers] == ([speaker] if speaker else [])


def test_what_is_no_statement_in_the_chapter(chapter: Document) -> None:
    """Titles, scare quotes and the words nobody said are quoted words, and nothing else is."""
    records = READER.read(chapter, reading="r", known=())
    found = [one for one in records if isinstance(one, Quoted)]

    assert [kind for kind, _, _ in CHAPTER_QUOTED] == [one.kind for one in found]
    for one, (_, first, last) in zip(found, CHAPTER_QUOTED, strict=True):
        assert one.span.exact.startswith(first)
        assert one.span.exact.endswith(last)
