"""The HTTP API: what pages ask, what they change, and how errors are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import sayso
from sayso.web.app import create_app
from sayso.web.desk import Shelf

from . import making

HOST = "127.0.0.1:8123"


class Client(TestClient):
    """A browser that was let in, and sends what the pages send."""

    def ask(self, path: str, /, **query: Any) -> Any:
        answer = self.get(f"/api/{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def act(self, path: str, method: str = "POST", /, **body: Any) -> Any:
        answer = self.request(method, f"/api/{path}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture
def client(shelf: Shelf, letters: Path) -> Iterator[Client]:
    app = create_app(letters, hosts=(HOST,), token="t", where=shelf)
    headers = {"origin": f"http://{HOST}"}
    with Client(app, base_url=f"http://{HOST}", headers=headers) as made:
        made.get("/?token=t", follow_redirects=False)
        made.act("coder", name="  R.   T. ")
        yield made


def test_the_desk_tells_the_project_and_the_coder(client: Client) -> None:
    """The frame of every page knows what lies open and who codes."""
    told = client.ask("desk")

    assert (told["project"]["name"], told["project"]["coder"]) == ("letters", "R. T.")
    assert [one["name"] for one in told["recent"]] == ["letters"]


def test_a_document_comes_whole_with_offsets_in_code_points(client: Client) -> None:
    """Every span of every record cuts its words out of the text, astral characters included."""
    document = client.ask("documents")["documents"][0]["id"]
    read = client.ask(f"documents/{document}")
    text = read["text"]
    said = [text[slice(*span)] for one in read["statements"] for span in one["content"]]

    assert said == [match[3] for match in making.SAID.finditer(making.LETTER)]
    assert " ".join(text[one[0] : one[1]] for one in read["blocks"]).split() == text.split()
    assert [one["label"] for one in read["notes"]] == ["1", "2"]


def test_statements_are_filtered_ordered_and_counted(client: Client) -> None:
    """Filters, order and page size hold together with the total."""
    found = client.ask("statements", speaker="Tom Lund", limit=2)
    ordered = client.ask("statements", order="speaker")["statements"]
    spoken = [one["speaker"] for one in ordered]

    assert (found["total"], len(found["statements"])) == (3, 2)
    assert spoken == sorted(spoken, key=str.casefold)
    assert client.ask("statements", text="sum")["total"] == 3
    assert client.ask("statements", concept="")["total"] == 12


def test_a_facet_counts_what_the_other_facets_let_pass(client: Client) -> None:
    """The chosen facet still shows its other values; the others show what is left."""
    one = client.ask("statements", limit=1)["statements"][0]["id"]
    client.act("decide", ids=[one], status="accepted")
    facets = client.ask("facets", status="accepted")

    assert {part["value"]: part["count"] for part in facets["status"]} == {
        "proposed": 11,
        "accepted": 1,
    }
    assert [part["count"] for part in facets["speaker"]] == [1]


def test_a_decision_on_all_that_match_is_one_undo(client: Client) -> None:
    """What a filter reaches is shown first; the decision is one step back and forth."""
    shown = client.ask("matching", speaker="Tom Lund")
    done = client.act("decide", filters={"speaker": "Tom Lund"}, status="rejected", why="no")
    rejected = client.ask("statements", status="rejected")["total"]
    client.act("undo")
    after = client.ask("statements", status="rejected")["total"]
    client.act("redo")

    assert (shown["count"], len(shown["samples"]), shown["precision"]) == (3, 3, None)
    assert (done["count"], rejected, after) == (3, 3, 0)
    assert client.ask("statements", status="rejected")["total"] == 3
    assert client.ask("matching", speaker="Anna Weir")["precision"] == [0, 3]


def test_a_statement_is_corrected_created_and_given_a_memo(client: Client) -> None:
    """What a person makes is anchored like everything else and shows in its document."""
    one = client.ask("statements", limit=1)["statements"][0]
    start, end = one["content"][0]
    made = client.act(f"statements/{one['id']}/correct", content=[[start + 4, end]], why="shorter")
    new = client.act("statements", document=one["document"], content=[[0, 11]], kind="own")
    memos = client.act(f"statements/{new['statement']['id']}/memo", text="the heading")
    shown = client.ask(f"statements/{made['statement']['id']}")

    assert shown["exact"] == one["exact"][4:]
    assert shown["status"] == "accepted"
    assert client.ask(f"statements/{one['id']}")["status"] == "corrected"
    assert client.ask(f"statements/{new['statement']['id']}")["exact"] == "The quarrel"
    assert [memo["text"] for memo in memos["memos"]] == ["the heading"]


def test_concepts_are_added_nested_merged_and_removed(client: Client) -> None:
    """The codebook keeps its tree, and a merge carries statements over."""
    wall = client.act("concepts", name="the wall")["concept"]["id"]
    sum_ = client.act("concepts", name="the sum", parent=wall)["concept"]["id"]
    client.act(f"concepts/{sum_}", "PATCH", definition="what it cost", parent=None)
    client.act("code", filters={"text": "sum"}, concept=sum_, agreement="against")
    client.act(f"concepts/{sum_}/merge", into=wall)
    coded = client.ask("statements", concept=wall, agreement="against")["total"]
    names = [one["name"] for one in client.ask("concepts")["concepts"]]
    client.request("DELETE", f"/api/concepts/{wall}", json={})

    assert (coded, names) == (3, ["the wall"])
    assert client.ask("concepts")["concepts"] == []


def test_findings_come_with_their_evidence_and_are_judged(client: Client) -> None:
    """Evidence stands in its context, cut at words; a verdict carries its reason."""
    first = client.ask("findings")["findings"][0]
    parts = client.ask(f"findings/{first['id']}")["evidence"]
    client.act("findings/judge", ids=[first["id"]], state="dismissed", why="two harbours")
    judged = client.ask("findings", state="dismissed")["findings"][0]

    assert [part["exact"] for part in parts] == ["1871", "1873"]
    assert all(part["before"].endswith(("in ", "and ")) for part in parts)
    assert (judged["why"], judged["coder"]) == ("two harbours", "R. T.")


def test_search_counts_places_and_gives_their_context(client: Client) -> None:
    """A phrase is found in every letter."""
    found = client.ask("search", words='"better wall"', limit=2)

    assert found["total"] >= 3
    assert len(found["hits"]) == 2
    assert client.ask("search", words="nowhere")["total"] == 0


def test_the_history_tells_steps_with_the_words_they_are_about(client: Client) -> None:
    """A decision on many is one step that tells its first acts; pages of steps go on."""
    client.act("concepts", name="the wall")
    client.act("decide", filters={}, status="accepted", why="all of them")
    client.act("undo")
    first = client.ask("history", most=2)
    rest = client.ask("history", most=2, offset=first["next"])

    assert [one["count"] for one in first["steps"]] == [1, 12]
    assert len(first["steps"][1]["acts"]) == 4
    assert all(act["words"] for act in first["steps"][1]["acts"])
    assert [act["words"] for act in rest["steps"][0]["acts"]] == ["the wall"]
    assert rest["next"] is None


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a.txt", "a.txt"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/absolute.txt", "absolute.txt"),
        ("con.txt", "con_.txt"),
        ("a\u202etxt.exe", "a txt.exe"),
        ("a\nb\x00c.txt", "a b c.txt"),
        (".hidden", "hidden"),
        ("   ", "file"),
        ("x" * 400 + ".txt", "x" * 117 + ".txt"),
        ("ü漢.txt", "ü漢.txt"),
    ],
)
def test_a_dropped_file_gets_a_name_that_is_legal_and_inside(
    client: Client, letters: Path, name: str, kept: str
) -> None:
    """Whatever a file is called, it lands in the project folder under a legal name."""
    before = set(letters.parent.rglob("*"))
    answer = client.put(
        "/api/files", params={"name": name}, content=b"words",
        headers={"content-type": "application/octet-stream"},
    )  # fmt: skip

    assert answer.json() == {"name": kept}
    assert {one for one in set(letters.parent.rglob("*")) - before if one.suffix != ".db-wal"} == {
        letters / kept
    }


def test_a_dropped_file_never_overwrites_another(client: Client, letters: Path) -> None:
    """The same bytes are kept once, other bytes under the next free name."""
    kind = {"content-type": "application/octet-stream"}
    names = [
        client.put("/api/files", params={"name": "a.txt"}, content=one, headers=kind).json()["name"]
        for one in (b"one", b"two", b"one")
    ]

    assert names == ["a.txt", "a (2).txt", "a.txt"]
    assert (letters / "a.txt").read_bytes() == b"one"


def test_pasted_text_becomes_a_file(client: Client, letters: Path) -> None:
    """A title names the file, and without one the first words do; the text is kept as it is."""
    named = client.act("paste", title="A: letter?", text="Dear reader 🧱\n")["name"]
    first = client.act("paste", text="Dear reader, once more and at some length, this is it.")[
        "name"
    ]

    assert (named, first) == ("A letter.txt", "Dear reader, once more and at some length.txt")
    assert (letters / named).read_text(encoding="utf-8") == "Dear reader 🧱\n"


def test_folders_are_listed_without_hidden_ones(client: Client, tmp_path: Path) -> None:
    """The list says which folders hold a project, and how many files."""
    (tmp_path / ".secret").mkdir()
    listed = client.ask("folders", path=str(tmp_path))

    assert "letters" in [one["name"] for one in listed["folders"] if one["project"]]
    assert ".secret" not in [one["name"] for one in listed["folders"]]
    assert client.get("/api/folders", params={"path": "relative"}).status_code == 400


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "documents/none", None, 404),
        ("GET", "statements/none", None, 404),
        ("GET", "findings/none", None, 404),
        ("GET", "nothing", None, 404),
        ("GET", "statements?status=maybe", None, 422),
        ("GET", "statements?limit=0", None, 422),
        ("POST", "decide", {"ids": ["none"], "status": "accepted"}, 404),
        ("POST", "decide", {"ids": [], "filters": {}, "status": "accepted"}, 400),
        ("POST", "decide", {"ids": [], "status": "corrected"}, 400),
        ("POST", "code", {"ids": []}, 400),
        ("POST", "concepts", {"name": " "}, 400),
        ("POST", "coder", {"name": " "}, 400),
        ("POST", "paste", {"text": " "}, 400),
        ("POST", "desk/open", {"path": "/no/such/place"}, 400),
        ("POST", "jobs/none/cancel", {}, 404),
    ],
)
def test_an_error_is_told_in_a_line(
    client: Client, method: str, path: str, body: dict[str, Any] | None, status: int
) -> None:
    """Every refusal has a status and one message in plain words."""
    answer = client.request(method, f"/api/{path}", json=body)

    assert answer.status_code == status, answer.text
    assert answer.json()["message"].endswith((".", "?"))


def test_a_page_of_another_project_is_told_to_reload(client: Client, tmp_path: Path) -> None:
    """An act meant for a project that was put away changes nothing in the one that lies open."""
    old = client.ask("desk")["project"]["id"]
    other = making.fill(tmp_path / "other", making.letters(1)).parent
    client.act("desk/open", path=str(other))
    answer = client.post("/api/undo", json={}, headers={"x-sayso-project": old})

    assert answer.status_code == 409
    assert "Reload the page" in answer.json()["message"]


def test_without_a_project_the_pages_are_told_so(client: Client) -> None:
    """Closing leaves the server answering, and what needs a project says so."""
    client.act("desk/close")

    assert client.get("/api/documents").status_code == 409
    assert client.ask("desk")["project"] is None


def test_who_takes_from_whom_comes_with_the_passages_behind_each_tie(
    client: Client, letters: Path
) -> None:
    """Two dated texts of one passage become a tie from the later to the earlier."""
    words = (
        "the gate was opened at four in the morning by the keeper, and the board had been warned of "
        "it twice before the water came over the wall of the valley"
    )
    folder = letters.parent / "takings"
    folder.mkdir()
    for name in ("old", "new"):
        (folder / f"{name}.txt").write_text(f"In the {name} text it says that {words}. So it ends.")
    (folder / "metadata.csv").write_text(
        "file,title,author,date\nold.txt,The Old,Lund,1924\nnew.txt,The New,Pryce,1931\n"
    )
    with sayso.open(folder) as project:
        project.add(workers=1)
    client.act("desk/open", path=str(folder))
    made = client.ask("network", view="reuse")
    names = [one["name"] for one in made["nodes"]]

    assert [(names[one], names[other]) for one, other, _ in made["within"]["ties"]] == [
        ("Pryce", "Lund")
    ]
    (taking,) = client.ask("network/behind", view="reuse", row="Pryce", other="Lund")["takings"]
    assert words in taking["exact"]
    assert taking["from"]["title"] == "The Old"
