"""Passages that stand in several documents are found, wherever and however they stand."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.reuse import compare, find

CLAIM = (
    "The harbour was never lost by the engineers who built it; it was sold, berth by berth, by the "
    "men who were paid to keep it, and every child in Ostmere knows their names."
)
SYLLABLES = "ba ce di fo gu la me ni ro su ta ve wi xo yu zam pel tor gan lith".split()


def filler(seed: int, words: int = 120) -> str:
    """Invented words that no other seed gives."""
    rng = random.Random(seed)
    made = ["".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))) for _ in range(words)]
    return " ".join(made).capitalize() + ". "


def documents(*texts: str) -> list[dict[str, str]]:
    return [{"id": f"d{n}", "text": text} for n, text in enumerate(texts)]


def shared(found, texts: list[str]) -> list[tuple[str, str]]:
    rows = found.pairs.to_pylist()
    by_id = {f"d{n}": text for n, text in enumerate(texts)}
    return [
        (by_id[r["doc_a"]][r["begin_a"] : r["end_a"]], by_id[r["doc_b"]][r["begin_b"] : r["end_b"]])
        for r in rows
    ]


def test_a_passage_is_found_with_its_exact_offsets() -> None:
    """Offsets are code points of the texts as given, at word edges."""
    texts = [filler(1) + CLAIM + " " + filler(2), "😀 " + filler(3) + CLAIM + " " + filler(4)]

    ((one, other),) = shared(find(documents(*texts)), texts)

    assert one == other == CLAIM.rstrip(".")


def test_identical_documents_share_all_of_their_text() -> None:
    """A reprint from the first letter to the last is one passage."""
    text = filler(5, 400).strip(". ")

    ((one, other),) = shared(find(documents(text, text)), [text, text])

    assert one == other == text


def test_a_reprint_from_the_first_letter_is_found() -> None:
    """Nothing needs to stand before a passage."""
    texts = [CLAIM + " " + filler(6), CLAIM + " " + filler(7)]

    ((one, _),) = shared(find(documents(*texts)), texts)

    assert one == CLAIM.rstrip(".")


def test_a_passage_that_stands_twice_in_a_document_is_found_twice() -> None:
    """Repetition within a document hides nothing."""
    texts = [filler(8) + CLAIM + " " + filler(9), CLAIM + " " + filler(10) + CLAIM + filler(11)]

    found = find(documents(*texts))

    assert sorted(found.pairs["begin_b"].to_pylist()) == [
        0, len(CLAIM) + 1 + len(filler(10))
    ]  # fmt: skip
    assert found.clusters.to_pylist()[0]["passages"] == 3


def test_a_claim_in_four_hundred_documents_is_found_in_all_of_them() -> None:
    """What is repeated most is not dropped."""
    texts = [filler(100 + n, 30) + CLAIM + " " + filler(900 + n, 30) for n in range(400)]

    found = find(documents(*texts))

    assert found.clusters.num_rows == 1
    assert found.clusters.to_pylist()[0]["documents"] == 400


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.replace(" ", "\n"),
        lambda s: s.replace("engineers", "engi-\nneers"),
        lambda s: s.upper(),
        lambda s: s.replace("s", "ſ"),
        lambda s: s.replace(", ", " — ").replace(";", ""),
        lambda s: s.replace("berth by berth", "piece by piece"),
        lambda s: s.replace("who were paid to keep it", "..."),
        lambda s: s.replace("e", "é"),
    ],
)
def test_a_changed_passage_is_found(change) -> None:
    """Lines, hyphens, case, long s, marks, a changed word or a cut do not hide a passage."""
    texts = [filler(12) + CLAIM + " " + filler(13), filler(14) + change(CLAIM) + " " + filler(15)]

    assert find(documents(*texts)).pairs.num_rows == 1


@pytest.mark.parametrize(
    "passage",
    [
        "我们必须从历史的教训中学习，否则我们将重复同样的错误，这是每一个人都知道的事情，也是港口的命运。码头不是工程师丢掉的，而是被那些拿了钱来保护它的人一个泊位一个泊位卖掉的，镇上的孩子都知道他们的名字。",
        "לא המהנדסים איבדו את הנמל אלא האנשים ששולמו כדי לשמור עליו ומכרו אותו רציף אחר רציף וכל ילד בעיר יודע את שמותיהם",
        "Гавань потеряли не инженеры, которые её построили; её продали, причал за причалом, те, кому платили за её охрану.",
    ],
)  # fmt: skip
def test_any_script_is_read(passage: str) -> None:
    """Chinese, Hebrew and Cyrillic letters seed as Latin ones do."""
    texts = [filler(16) + passage + " " + filler(17), "🚢 " + filler(18) + passage + filler(19)]

    assert find(documents(*texts)).pairs.num_rows == 1


def test_the_earlier_document_comes_first_and_undated_ones_are_marked() -> None:
    """The first in this corpus is named; what has no date is not said to be later."""
    rows = documents(*(filler(20 + n) + CLAIM + filler(30 + n) for n in range(3)))
    for row, date in zip(rows, ("1911-06", "1909", ""), strict=True):
        row["date"] = date

    found = find(rows)

    (cluster,) = found.clusters.to_pylist()
    assert (cluster["first_doc"], cluster["first_date"], cluster["undated"]) == ("d1", "1909", 1)
    marked = {row["doc"]: (row["first"], row["tied"]) for row in found.passages.to_pylist()}
    assert marked == {"d1": (True, False), "d0": (False, False), "d2": (False, True)}


def test_parts_of_one_series_are_not_compared() -> None:
    """Two documents of one series share nothing that matters; `skip_same=None` compares all."""
    rows = documents(filler(40) + CLAIM, filler(41) + CLAIM)
    for row in rows:
        row["series"] = "Herald"

    assert find(rows).pairs.num_rows == 0
    assert find(rows, skip_same=None).pairs.num_rows == 1


def test_two_formulas_do_not_chain_a_third_text_to_them() -> None:
    """A text that shares a different passage with each of two others does not unite the three."""
    other = CLAIM[::-1]
    texts = [filler(50) + CLAIM, filler(51) + CLAIM + filler(52) + other, filler(53) + other]

    assert find(documents(*texts)).clusters.num_rows == 2


@pytest.mark.parametrize("kind", ["arrow", "polars", "rows"])
def test_any_table_of_documents_is_taken(kind: str) -> None:
    """Arrow tables, polars frames and rows give the same pairs."""
    rows = documents(filler(60) + CLAIM, filler(61) + CLAIM)
    given = {"arrow": pa.Table.from_pylist(rows), "polars": pl.DataFrame(rows), "rows": rows}[kind]

    assert find(given).pairs.num_rows == 1


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([{"id": "a"}], "no column 'text'"),
        ([{"id": "a", "text": ""}, {"id": "a", "text": ""}], "stands twice"),
    ],
)
def test_documents_that_cannot_be_compared_are_refused(rows, message: str) -> None:
    """The message names the column or the id."""
    with pytest.raises(UsageError, match=message):
        find(rows)


def test_an_unknown_preset_is_refused_with_those_there_are() -> None:
    """The message lists the presets."""
    with pytest.raises(UsageError, match="sensitive"):
        find([], "best")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_texts_can_be_compared(texts: list[str]) -> None:
    """Empty, one-word, emoji and control-character documents are read without a word."""
    found = find(documents(*texts))

    for row in found.pairs.to_pylist():
        assert 0 <= row["begin_a"] < row["end_a"] <= len(texts[int(row["doc_a"][1:])])


def test_a_very_long_document_is_read() -> None:
    """A document too long for a packed number is compared, too."""
    long = filler(70, 1000) * 640 + CLAIM

    found = find(documents(long, filler(71) + CLAIM))

    assert len(long) > 5_000_000
    assert found.pairs.num_rows == 1


def test_two_texts_are_compared_without_a_table() -> None:
    """The pairwise comparison finds a short quotation and nothing in unrelated texts."""
    text = filler(80) + CLAIM + " " + filler(81)

    assert [text[a:b] for a, b, *_ in compare(text, "He wrote: " + CLAIM[:60])] == [
        CLAIM[: CLAIM.index("it was sold") + 2]
    ]
    assert compare(text, filler(82) + filler(83)) == []


@pytest.mark.parametrize("word", ["Peace", "سلام", "平和", "😀", "", "\u202e", "\ud800"])
def test_documents_of_one_word_or_none_share_nothing(word: str) -> None:
    """They neither match nor disturb the others."""
    texts = [word, word, filler(1) + CLAIM, f"{filler(2)}{CLAIM} {word}"]

    found = find(documents(*texts))

    assert [(row["doc_a"], row["doc_b"]) for row in found.pairs.to_pylist()] == [("d2", "d3")]


def test_offsets_count_code_points_among_emoji_and_right_to_left_text() -> None:
    passage = "قال الوزير إن الميناء لم يضع بل بيع رصيفا بعد رصيف لمن دفع أكثر في تلك السنة البعيدة"
    texts = [f"👩‍👩‍👧‍👦 {passage} 🏴", f"\u202b{filler(3)}🎉{passage}\u202c {filler(4)}"]

    ((one, other),) = shared(find(documents(*texts)), texts)

    assert one == other
    assert one in passage
    assert len(one) > 0.9 * len(passage)


def test_a_hundred_unrelated_texts_share_nothing_pair_by_pair() -> None:
    """Words of chance letters have nothing in common, however closely one looks."""
    rng = random.Random(1788)

    def chance() -> str:
        words = ("".join(rng.choices("etaoinshrdlu", k=rng.randint(2, 9))) for _ in range(600))
        return " ".join(words)

    assert [compare(chance(), chance()) for _ in range(100)] == [[]] * 100


def test_two_texts_share_what_a_search_of_every_run_finds() -> None:
    """The pairwise comparison and the preset of that name give the same passages, long after short."""
    chance = random.Random(1917)
    pairs = []
    for n in range(12):
        words = filler(200 + n, chance.choice([20, 200, 3000])).split()
        at = chance.randrange(len(words))
        changed = [*words[:at], *CLAIM.split(), *words[at:]]
        one = " ".join(changed)
        pairs.append((one, f"{filler(300 + n)} {' '.join(changed[max(0, at - 9) : at + 40])}"))

    for one, other in pairs:
        found = find(documents(one, other), "pairwise").pairs.to_pylist()
        expected = [(r["begin_a"], r["end_a"], r["begin_b"], r["end_b"]) for r in found]

        assert expected
        assert expected == [tuple(row[:4]) for row in compare(one, other)]


def test_a_page_of_dots_is_held_against_another() -> None:
    """Runs that stand everywhere are not met everywhere: four hundred million meetings otherwise."""
    ((begin, end, *_),) = compare("o" * 20_000, "o" * 20_000)

    assert (begin, end) == (0, 20_000)


def test_comparisons_of_several_threads_do_not_disturb_each_other() -> None:
    """Each thread works in arrays of its own."""
    texts = [filler(400 + n, 300) + CLAIM + filler(500 + n, 40 * n) for n in range(8)]
    pairs = [(one, other) for one in texts for other in texts if one != other]
    alone = [compare(*pair) for pair in pairs]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda pair: compare(*pair), pairs))

    assert together == alone
