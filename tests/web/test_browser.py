"""The workbench in a real browser: what a person does with keys and mouse, and what is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.web.desk import Shelf

from .chromium import Browser, needed
from .making import document, fill, long_text
from .making import letters as made_letters
from .serving import serving

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "", "corpus", "read", "statements", "concepts", "findings", "search?q=wall", "history", "columns",
    "network", "positions", "actors", "actors/pairs", "passages", "passages?reworded=yes",
)  # fmt: skip


@contextmanager
def visiting(browser: Browser, project: Path | None, shelf: Shelf) -> Iterator[None]:
    """Serve a workbench, open it in the browser, and leave it before the server ends."""
    with serving(project, shelf) as address:
        browser.goto(address)
        yield
        browser.goto("about:blank")


def statuses(browser: Browser) -> dict[str, int]:
    """Count the statements of the project as the API gives them."""
    return browser.evaluate(
        "fetch('/api/facets').then(one => one.json()).then(found => "
        "Object.fromEntries(found.status.map(one => [one.value, one.count])))"
    )


def at_rest(browser: Browser, page: str) -> None:
    """Go to a page and wait until it has come to rest."""
    browser.evaluate(f"location.hash = '#/{page}'")
    browser.wait("document.querySelector('main h1, main h2')")
    browser.evaluate("new Promise(done => setTimeout(done, 250))")


def signed(browser: Browser) -> None:
    """Say who codes, which the first decision asks for."""
    browser.wait_for_text("Who codes?")
    browser.wait("document.activeElement?.matches('dialog input')")
    browser.write("R. T.")
    browser.press("Enter")
    browser.wait("!document.querySelector('dialog')")


def test_a_first_visit_leads_to_a_finding_a_decision_and_its_undo(
    browser: Browser, letters: Path, shelf: Shelf
) -> None:
    """The sample opens on its gravest finding; a statement is accepted and taken back by key."""
    with visiting(browser, None, shelf):
        browser.click_text("Open the sample")
        browser.wait("location.hash.startsWith('#/findings/')")
        browser.wait_for_text("paid for in 1871, and in 1873")
        browser.wait("document.querySelectorAll('.evidence mark').length === 2")
        browser.click(".evidence a")
        browser.wait("location.hash.includes('#/read/')")
        browser.wait("document.querySelector('.focus')")

        browser.press("j")
        browser.wait("document.querySelector('.card.open')")
        browser.press("a")
        signed(browser)
        browser.wait_for_text("1 of 4 decided")
        accepted = statuses(browser)
        browser.press("z")
        browser.wait_for_text("0 of 4 decided")

        assert accepted == {"proposed": 11, "accepted": 1}
        assert statuses(browser) == {"proposed": 12}


def test_a_folder_is_looked_at_then_read_then_there(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    """A folder is chosen from the list; a dry run comes first, and reading fills the corpus."""
    texts = tmp_path / "my texts"
    texts.mkdir()
    for name in ("one", "two"):
        said = f"Anna Weir said: “The wall of letter {name} stands, and it will stand.”\n"
        (texts / f"{name}.txt").write_text(said, encoding="utf-8")
    (texts / "metadata.csv").write_text("file,title\none.txt,The first letter\n")
    with visiting(browser, None, shelf):
        browser.click_text("Choose a folder", within="button")
        browser.click_text("my texts")
        browser.wait_for_text("3 files here")
        browser.click_text("Use this folder")
        browser.wait_for_text("What would be read")
        browser.click_text("Read 2 files")
        browser.wait_for_text("Reading is finished")
        browser.wait_for_text("2 documents")
        browser.click_text("The first letter")
        browser.wait("document.querySelector('.card.open')")
        said = browser.evaluate("document.querySelector('.card.open blockquote').innerText")

        assert said.startswith("The wall of letter one stands")


def test_pasted_text_is_read_into_a_new_dossier(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    """Without any project, pasting makes a folder for a new dossier and shows the dry run."""
    with visiting(browser, None, shelf):
        browser.click_text("Paste text")
        browser.wait("document.querySelector('dialog textarea')")
        browser.click("dialog input")
        browser.write("A note")
        browser.click("dialog textarea")
        browser.write("Anna Weir said: “The wall stands, and it will stand.”")
        browser.click_text("Add this text")
        browser.wait_for_text("What would be read")
        browser.click_text("Read 1 file")
        browser.wait_for_text("1 document")
        kept = [one.name for one in (tmp_path / "made").rglob("*.txt")]

        assert kept == ["A note.txt"]


def test_search_shows_every_place_and_leads_to_its_characters(
    browser: Browser, letters: Path, shelf: Shelf
) -> None:
    """The slash key leads to the search from anywhere; a hit leads to its words in the text."""
    with visiting(browser, letters, shelf):
        at_rest(browser, "corpus")
        browser.press("/")
        browser.wait("document.activeElement?.id === 'search-words'")
        browser.write('"better wall"')
        browser.press("Enter")
        browser.wait_for_text("3 places")
        browser.press("Escape")
        browser.press("j")
        browser.press("Enter")
        browser.wait("location.hash.includes('#/read/')")
        focused = browser.wait(
            "[...document.querySelectorAll('.focus')].map(one => one.innerText).join('')"
        )

        assert focused in ("better", "wall", "better wall")


def test_words_that_a_person_selects_become_a_statement(
    browser: Browser, letters: Path, shelf: Shelf
) -> None:
    """Selected words beyond an astral character become a statement of exactly these characters."""
    with visiting(browser, letters, shelf):
        at_rest(browser, "read")
        browser.wait("document.querySelector('.card.open')")
        browser.evaluate(
            "(() => { const all = [...document.querySelectorAll('[data-a]')];"
            " const part = all.find(one => one.textContent.includes('Anna Weir knows it'));"
            " const node = part.firstChild; const at = node.data.indexOf('Anna Weir knows it');"
            " getSelection().setBaseAndExtent(node, at, node, at + 'Anna Weir knows it'.length); })()"
        )
        browser.press("n")
        signed(browser)
        browser.wait(
            "document.querySelector('.card.open blockquote')?.innerText === 'Anna Weir knows it'"
        )
        made = browser.evaluate(
            "fetch('/api/statements?status=accepted').then(one => one.json())"
            ".then(found => found.statements.map(one => one.exact))"
        )

        assert made == ["Anna Weir knows it"]


def test_edges_moved_by_keys_become_a_correction(
    browser: Browser, letters: Path, shelf: Shelf
) -> None:
    """Brackets move the edges by words, Enter keeps the correction, and undo brings the old back."""
    with visiting(browser, letters, shelf):
        at_rest(browser, "read")
        browser.wait("document.querySelector('.card.open')")
        for key in ("e", "]", "{"):
            browser.press(key)
        browser.wait("document.querySelector('.card.open .edit')")
        browser.press("Enter")
        signed(browser)
        browser.wait_for_text("Corrected.")
        query = "fetch('/api/statements?text=built').then(one => one.json()).then(found => "
        corrected = browser.evaluate(
            query + "found.statements.map(one => [one.exact, one.status]).slice(0, 2))"
        )
        browser.press("z")
        browser.wait_for_text("Undone")
        undone = browser.evaluate(query + "found.total)")

        assert sorted(corrected) == [
            ["The harbour was built without one honest account.", "corrected"],
            ["harbour was built without one honest account", "accepted"],
        ]
        assert undone == 3


def test_a_held_down_key_goes_on_without_a_complaint(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    """The address follows the statement once the keys rest; browsers refuse more than that."""
    folder = fill(tmp_path / "long", [long_text(6_000, 400)]).parent
    with visiting(browser, folder, shelf):
        at_rest(browser, "read")
        browser.wait("document.querySelector('.card.open')")
        for _ in range(320):
            browser.press("j")
        browser.wait("document.querySelector('.card.open')?.innerText.includes('number 320 ')")
        browser.wait("location.hash.includes('?s=')")
        shown = browser.evaluate("location.hash")
        browser.press("k")
        browser.wait(f"location.hash !== {json.dumps(shown)}")


def test_all_that_match_are_accepted_as_one_step(
    browser: Browser, letters: Path, shelf: Shelf
) -> None:
    """A decision on many shows count and samples first, and one undo takes all of it back."""
    with visiting(browser, letters, shelf):
        at_rest(browser, "statements?speaker=Tom%20Lund")
        browser.wait_for_text("3 statements match")
        browser.press("P")
        browser.press("a")
        browser.wait_for_text("3 statements match. It is one step")
        browser.wait_for_text("how often they are right is not known")
        browser.click_text("Accept 3")
        signed(browser)
        browser.wait_for_text("Accepted 3 statements")
        accepted = statuses(browser)
        browser.press("z")
        browser.wait_for_text("Undone")

        assert accepted == {"proposed": 9, "accepted": 3}
        assert statuses(browser) == {"proposed": 12}


def test_the_codebook_grows_and_its_history_is_told(
    browser: Browser, letters: Path, shelf: Shelf
) -> None:
    """Concepts are added, given to statements, merged; the history tells each step."""
    with visiting(browser, letters, shelf):
        at_rest(browser, "concepts")
        for name in ("the wall", "the harbour wall"):
            browser.press("n")
            browser.wait("document.activeElement?.matches('.head input')")
            browser.write(name)
            browser.press("Enter")
            if name == "the wall":
                signed(browser)
            browser.wait(f"document.querySelector('.big')?.value === {json.dumps(name)}")
            browser.press("Escape")
            browser.evaluate("document.activeElement.blur()")
        at_rest(browser, "read")
        browser.wait("document.querySelector('.card.open')")
        browser.press("c")
        browser.write("the wall")
        browser.press("Enter")
        browser.wait_for_text("Concept set")
        browser.press("-")
        browser.wait(
            "document.querySelector('.card.open [aria-pressed=true]')?.innerText.includes('Against')"
        )
        at_rest(browser, "concepts")
        browser.click_text("the wall")
        browser.wait_for_text("1 statement")
        browser.click_text("Merge into another")
        browser.wait("document.querySelector('dialog input')")
        browser.click("dialog input")
        browser.write("harbour")
        browser.press("Enter")
        browser.wait("document.querySelector('.big')?.value === 'the harbour wall'")
        browser.wait_for_text("1 statement")
        at_rest(browser, "history")
        browser.wait_for_text("Merged a concept")
        told = browser.evaluate(
            "[...document.querySelectorAll('li strong')].map(one => one.innerText)"
        )

        assert [one for one in told if "oncept" in one] == [
            "Merged a concept", "Coded: concept “the wall”", "Added a concept", "Added a concept",
        ]  # fmt: skip


def test_a_finding_is_dismissed_with_a_reason(
    browser: Browser, letters: Path, shelf: Shelf
) -> None:
    """Number keys dismiss with a reason; the finding leaves the list of open ones."""
    with visiting(browser, letters, shelf):
        at_rest(browser, "findings")
        browser.wait("document.querySelector('.evidence mark')")
        browser.press("3")
        signed(browser)
        browser.wait_for_text("8 of 9")
        found = browser.evaluate(
            "fetch('/api/findings?state=dismissed').then(one => one.json())"
            ".then(found => found.findings.map(one => [one.why, one.coder]))"
        )

        assert found == [["So, but of no weight here", "R. T."]]


def test_markup_and_hidden_signs_of_a_document_are_shown_and_never_run(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    """Markup of a document stands there as its characters; signs that hide or turn are escapes."""
    text = "A heading\n\nAnna Weir said: “<img src=x onerror=alert(1)> stays \u202eturned.”\n"
    hostile = document("<b>x</b>.txt", text, title="<i>T</i>", author="\u202eA", date="1874")
    folder = fill(tmp_path / "hostile", [hostile]).parent
    with visiting(browser, folder, shelf):
        at_rest(browser, "read")
        browser.wait_for_text("<img src=x onerror=alert(1)> stays \\u202eturned.")
        in_text = browser.evaluate("document.querySelectorAll('main img, main i, main b').length")
        browser.wait_for_text("<i>T</i>")

        assert in_text == 0


def test_a_long_document_keeps_only_what_is_near_the_window_in_the_page(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    """Of a long document few blocks stand in the page, and keys still reach every statement."""
    folder = fill(tmp_path / "long", [long_text(40_000, 1_000)]).parent
    with visiting(browser, folder, shelf):
        at_rest(browser, "read")
        browser.wait("document.querySelector('.card.open')")
        browser.press("k")
        browser.wait_for_text("No open statement that way")
        for _ in range(60):
            browser.press("j")
        browser.wait(
            "document.querySelector('.card.open blockquote')?.innerText.includes('number 60 ')"
        )
        blocks = browser.evaluate("document.querySelectorAll('.block').length")
        inside = browser.evaluate(
            "(() => { const box = document.querySelector('.active.content').getBoundingClientRect();"
            " return box.top > 50 && box.bottom < innerHeight; })()"
        )

        assert 0 < blocks < 60
        assert inside


def test_a_span_of_time_is_chosen_by_keys_and_by_mouse_and_no_node_moves(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    """Ends and band move by the keys of a slider; ties follow, and every node keeps its place."""
    texts = [
        document(f"{year}.txt", f"{name} said: “The wall stands and will stand.”\n",
                 title=str(year), author=f"Author {year}", date=str(year))
        for year, name in ((1874, "Anna Weir"), (1876, "Tom Lund"), (1879, "Ada Holt"))
    ]  # fmt: skip
    nodes = (
        "[...document.querySelectorAll('svg .node')].map(one => (one.querySelector('circle') ??"
        " one.querySelector('rect')).getBoundingClientRect()).map(one => `${Math.round(one.x + one.width / 2)}"
        " ${Math.round(one.y + one.height / 2)}`).join()"
    )
    ties = "document.querySelectorAll('svg line').length"
    with visiting(browser, fill(tmp_path / "dossier", texts), shelf):
        at_rest(browser, "network")
        browser.wait(f"{ties} === 3")
        before = browser.evaluate(nodes)
        browser.evaluate("document.querySelector('.slider .last').focus()")
        for _ in range(3):
            browser.press("ArrowLeft")
        browser.wait_for_text("1874 to 1876")
        browser.wait(f"{ties} === 2")
        told = browser.evaluate("document.querySelector('.slider .told').innerText")
        browser.evaluate("document.querySelector('.slider .both').focus()")
        browser.press("End")
        browser.wait_for_text("1877 to 1879")
        browser.wait(f"{ties} === 1")
        after = browser.evaluate(nodes)
        address = browser.evaluate("location.hash")
        browser.press("Home")
        browser.wait_for_text("1874 to 1876")
        browser.click_text("Whole time")
        browser.wait(f"{ties} === 3")

        assert "2 of 3 dated statements" in told
        assert after == before
        assert "since=1877" in address
        assert "until" not in address
        assert browser.complaints == []


def test_the_ends_of_a_span_are_dragged(browser: Browser, letters: Path, shelf: Shelf) -> None:
    """The last end is drawn to the middle of the time; a press beside the span brings it there."""
    with visiting(browser, letters, shelf):
        browser.look(1200, 900)
        at_rest(browser, "network")
        browser.wait("document.querySelector('.slider')")
        box = browser.evaluate(
            "(box => [box.left, box.top, box.width, box.height])"
            "(document.querySelector('.slider .track').getBoundingClientRect())"
        )
        left, top, width, height = box

        def mouse(kind: str, share: float) -> None:
            browser.call(
                "Input.dispatchMouseEvent", type=kind, x=left + share * width,
                y=top + height - 4, button="left", buttons=1, clickCount=1,
            )  # fmt: skip

        mouse("mousePressed", 1.004)
        mouse("mouseMoved", 0.7)
        mouse("mouseMoved", 0.504)
        mouse("mouseReleased", 0.504)
        browser.wait("location.hash.includes('until=')")
        middle = browser.evaluate("document.querySelector('.slider .last').ariaValueNow")
        mouse("mousePressed", 0.9)
        mouse("mouseReleased", 0.9)
        browser.wait(f"document.querySelector('.slider .last').ariaValueNow > {middle}")

        assert middle == "1"  # of the years 1874 to 1877, the second


NAMESAKES = tuple(
    document(f"{nth}.txt", f"{name} said: “The wall of part {nth} stands.”\n",
             title=f"Part {nth}", author="R. Crane", date=f"188{nth}")
    for nth, name in enumerate(("Ruth Caloway", "Ruth Calloway", "Anna Weir", "Anna Weir"))
)  # fmt: skip


def test_two_actors_are_judged_by_key_and_taken_back(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    """A pair stands side by side with its places; one key judges it, undo brings it back."""
    with visiting(browser, fill(tmp_path / "dossier", NAMESAKES), shelf):
        at_rest(browser, "actors")
        browser.wait_for_text("1 pair may be one")
        browser.press("q")
        browser.wait("document.querySelectorAll('.sides mark').length === 2")
        told = browser.evaluate("document.querySelector('.sides').innerText")
        browser.press("d")
        signed(browser)
        browser.wait_for_text("No pair waits")
        browser.press("z")
        browser.wait("document.querySelectorAll('.sides mark').length === 2")
        browser.press("s")
        browser.wait_for_text("No pair waits")
        browser.wait("document.querySelectorAll('.list li').length === 2")
        browser.click_text("Ruth Caloway", within=".list a")
        browser.wait_for_text("Judged to be one")
        members = browser.evaluate("document.querySelectorAll('.members li').length")
        at_rest(browser, "history")
        browser.wait_for_text("Judged to be two actors")
        history = browser.evaluate("document.querySelector('main').innerText")

        assert "Ruth Calloway" in told
        assert "Part 0" in told
        assert members == 2
        assert "Judged to be one actor\n\n“Ruth Cal" in history


def test_statements_are_narrowed_to_an_actor_by_keys_and_by_link(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    """The actor is found by typing, stands in the address, and a link from Actors leads there."""
    with visiting(browser, fill(tmp_path / "dossier", NAMESAKES), shelf):
        at_rest(browser, "statements")
        everything = browser.evaluate("document.querySelectorAll('.rows li').length")
        browser.click("input[aria-label=Actor]")
        browser.wait("document.querySelectorAll('.actor [role=option]').length > 1")
        browser.write("caloway")
        browser.wait("document.querySelectorAll('.actor [role=option]').length === 1")
        browser.press("Enter")
        browser.wait("location.hash.includes('actor=')")
        browser.wait("document.querySelector('input[aria-label=Actor]').value === 'Ruth Caloway'")
        browser.wait("document.querySelectorAll('.rows li').length === 1")
        narrowed = browser.evaluate("document.querySelector('.rows').innerText")
        browser.click(".actor button")
        browser.wait("!location.hash.includes('actor=')")
        browser.wait(f"document.querySelectorAll('.rows li').length === {everything}")
        at_rest(browser, "actors")
        browser.click_text("Ruth Caloway", within=".list a")
        browser.click("a[href*='actor=']")
        browser.wait("location.hash.includes('statements') && location.hash.includes('actor=')")
        browser.wait("document.querySelectorAll('.rows li').length === 1")

        assert everything == 4
        assert "The wall of part 0 stands." in narrowed


def test_a_judgement_against_another_is_refused_in_words(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    """What was judged to be two is not put together by a choice; the page says what stands against it."""
    with visiting(browser, fill(tmp_path / "dossier", NAMESAKES), shelf):
        at_rest(browser, "actors/pairs")
        browser.wait_for_text("Are these one?")
        browser.press("d")
        signed(browser)
        browser.wait_for_text("No pair waits")
        browser.click_text("Anna Weir", within=".list a")
        browser.click(".same input[role=combobox]")
        browser.write("Caloway")
        browser.press("Enter")
        browser.wait_for_text("are one.")
        browser.click_text("Ruth Calloway", within=".list a")
        browser.wait("document.querySelector('#actor-name')?.value === 'Ruth Calloway'")
        browser.click(".same input[role=combobox]")
        browser.press("Enter")  # the only other
        browser.wait_for_text("were judged to be two; that would make them one")
        browser.click_text("Take back")
        browser.wait_for_text("Taken back.")
        refusals = list(browser.complaints)
        browser.complaints.clear()  # Chromium tells of each request that is refused

        assert len(refusals) == 1


CLAIM = (
    "the gate was opened at four in the morning by the keeper, and the board had been warned of it "
    "twice before the water came over the wall of the valley"
)
RETOLD = (
    document("old.txt", f"I write that {CLAIM}. Come soon.", title="The <b>Old", author="Lund", date="1924"),
    document("new.txt", f"We know that {CLAIM.replace('at four', 'at five')}. So it ended.", title="The New", author="Pryce", date="1931"),
    document("late.txt", f"Recall that {CLAIM.replace('at four', 'at five')}! It rains.", title="The Late", author="Moor", date="1958"),
)  # fmt: skip


def columns(browser: Browser) -> list[str]:
    """Give what stands left and right of the first passage."""
    return browser.evaluate("[...document.querySelectorAll('article:first-of-type .two > div')].map(one => one.innerText)")  # fmt: skip


def test_a_passage_stands_side_by_side_and_keys_walk_through_its_places(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    """Two places with what differs; the arrow keys of the line of time choose another; no markup runs."""
    with visiting(browser, fill(tmp_path / "dossier", RETOLD), shelf):
        at_rest(browser, "passages")
        browser.wait("document.querySelector('article [role=slider]')")
        before = columns(browser)
        marked = browser.evaluate(
            "[...document.querySelectorAll('article mark.meaning')].map(one => one.innerText)"
        )
        browser.evaluate("document.querySelector('article [role=slider]').focus()")
        browser.press("ArrowUp")
        browser.wait(
            "document.querySelector('[role=slider]').getAttribute('aria-valuenow') === '3'"
        )
        after = columns(browser)
        told = browser.evaluate(
            "document.querySelector('[role=slider]').getAttribute('aria-valuetext')"
        )
        browser.press("o")
        browser.wait_for_text("Recall that")
        address = browser.evaluate("location.hash")

        assert [one.split("\n")[0] for one in before] == ["The <b>Old", "The New"]
        assert "first in this corpus" in before[0]
        assert marked == ["four", "five"]
        assert [one.split("\n")[0] for one in after] == ["The New", "The Late"]
        assert told == "The Late, 1958"
        assert address.startswith("#/read/")


def test_from_a_place_in_read_one_key_leads_to_its_other_places(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    made = fill(tmp_path / "dossier", RETOLD)
    with visiting(browser, made, shelf):
        at = RETOLD[1].text.index("keeper")
        at_rest(browser, f"read/{RETOLD[1].id}?at={at}&end={at + 6}")
        browser.wait_for_text("We know that")
        browser.press("v")
        browser.wait_for_text("1 passage of other documents at this place of The New")
        right = columns(browser)[1]
        at_rest(browser, f"read/{RETOLD[1].id}?at=0&end=2")
        browser.wait_for_text("We know that")
        browser.press("v")
        browser.wait_for_text("No passage of other documents at this place")

        assert right.startswith("The New")


def test_passages_are_sorted_filtered_and_the_reworded_kept_apart(
    browser: Browser, tmp_path: Path, shelf: Shelf
) -> None:
    with visiting(browser, fill(tmp_path / "dossier", RETOLD), shelf):
        at_rest(browser, "passages?containing=nowhere")
        browser.wait_for_text("No shared passage passes the filters")
        browser.click_text("Show all")
        browser.wait("document.querySelectorAll('article').length === 1")
        browser.click("input[role=switch]")
        browser.wait_for_text("No reworded passage is proposed")
        heading = browser.evaluate("document.querySelector('h1').innerText")
        shown = browser.evaluate("document.querySelectorAll('article').length")

        assert heading == "Reworded passages (less certain)"
        assert shown == 0


@pytest.mark.parametrize("count", [0, 1, 3])
def test_no_page_breaks_its_frame_or_complains(
    browser: Browser, tmp_path: Path, shelf: Shelf, count: int
) -> None:
    """Empty, with one document and with some, no page is wider than a window of 400 pixels."""
    folder = fill(tmp_path / "some", made_letters(count) if count else []).parent
    with visiting(browser, folder, shelf):
        wider = []
        for page in PAGES:
            for width in (400, 1440):
                browser.look(width, 820)
                at_rest(browser, page)
                if browser.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    wider.append((page, width))

        assert wider == []


def faults(browser: Browser) -> list[str]:
    """Let axe look for faults of WCAG 2.2 A and AA in what is shown."""
    if not AXE.is_file():
        needed("axe-core is not installed (npm ci in web/)")
    browser.evaluate("new Promise(done => setTimeout(done, 250))")
    browser.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found: list[str] = browser.evaluate(
        "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })"
        ".then(done => done.violations.map(one => "
        "`${one.id}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160))}`))"
    )
    return found


@pytest.mark.parametrize("dark", [False, True])
def test_every_page_meets_wcag_aa_as_far_as_a_program_can_tell(
    browser: Browser, letters: Path, shelf: Shelf, dark: bool
) -> None:
    """axe finds no fault on any page, light and dark, wide and narrow."""
    with visiting(browser, letters, shelf):
        found = []
        for page in PAGES:
            for width in (1440, 400):
                browser.look(width, 820, dark=dark)
                at_rest(browser, page)
                found += [f"{page} at {width}: {one}" for one in faults(browser)]

        assert found == []


@pytest.mark.parametrize("width", [1440, 400])
def test_sheets_and_forms_meet_wcag_aa_as_far_as_a_program_can_tell(
    browser: Browser, letters: Path, shelf: Shelf, width: int
) -> None:
    """axe finds no fault in what opens above a page, and in the form of a statement."""
    browser.look(width, 900)
    with visiting(browser, letters, shelf):
        found = {}
        at_rest(browser, "read")
        browser.wait("document.querySelector('.card.open')")
        browser.press("e")
        browser.wait("document.querySelector('.card.open .edit')")
        found["the form"] = faults(browser)
        for key, title in (("?", "Keys"), ("A", "Accept all like this")):
            browser.press(key)
            browser.wait_for_text(title)
            found[title] = faults(browser)
            browser.press("Escape")
            browser.wait("!document.querySelector('dialog')")
        at_rest(browser, "statements")
        browser.press("P")
        found["picked statements"] = faults(browser)
        browser.press("a")
        browser.wait_for_text("Accept all that match")
        found["a decision on many"] = faults(browser)

        assert {name: one for name, one in found.items() if one} == {}
