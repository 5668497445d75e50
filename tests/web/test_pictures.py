"""The routes of shared passages and networks."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import sayso
from sayso.web.app import create_app

SHARED = "the harbour of Ostmere was sold, quay by quay, by the men who were paid to keep it"


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(
        f"Mrs. Pryce wrote: “We know that {SHARED}.” She left the town.\n"
    )
    (folder / "b.txt").write_text(
        f"Mr. Lund said: “They say {SHARED}, and I doubt it.” He stayed.\n"
    )
    (folder / "metadata.csv").write_text(
        "file,title,author,date\na.txt,First,Ada Holt,1931\nb.txt,<b>Second,Ben Orme,1933\n"
    )
    with sayso.open(folder, coder="Ann") as project:
        project.add(workers=1)
    app = create_app(folder, hosts=("testserver",), token="let-me-in")
    made = TestClient(app, base_url="http://testserver", headers={"origin": "http://testserver"})
    made.get("/?token=let-me-in")
    return made


def test_shared_passages_come_with_what_changed(client: TestClient) -> None:
    (passage,) = client.get("/api/passages").json()["passages"]
    first, second = passage["members"]

    assert (first["title"], first["first"], second["title"]) == ("First", True, "<b>Second")
    assert SHARED in "".join(words for words, _, _ in second["parts"])
    quiet = client.get("/api/passages", params={"document": "nothing"}).json()
    assert quiet == {"more": False, "passages": []}
    assert client.get("/api/passages", params={"preset": "magic"}).status_code == 422


def test_who_quotes_whom_is_placed(client: TestClient) -> None:
    answer = client.get("/api/network").json()
    names = {node["name"]: node for node in answer["nodes"]}

    assert {"Ada Holt", "Ben Orme"} <= set(names)
    assert all(-1 <= node[axis] <= 1 for node in answer["nodes"] for axis in ("x", "y"))
    assert len(answer["within"]["ties"]) == 2
    assert answer["unit"] == "years"
    assert [start for start, _ in answer["steps"]] == ["1931", "1932", "1933"]


def test_a_span_changes_ties_and_moves_no_node(client: TestClient) -> None:
    """The nodes of a span are those of the whole; who has no tie in it is there with strength 0."""
    whole = client.get("/api/network").json()
    later = client.get("/api/network", params={"since": "1932"}).json()
    alone = client.get("/api/network/within", params={"since": "1932"}).json()
    strong = {
        node["name"]
        for node, strength in zip(later["nodes"], later["within"]["strengths"], strict=True)
        if strength and node["kind"] == "row"
    }

    assert later["nodes"] == whole["nodes"]
    assert strong == {"Ben Orme"}
    assert alone == later["within"]
    silent = client.get("/api/network/within", params={"since": "1932", "until": "1932"}).json()
    assert silent["ties"] == []
    assert set(silent["strengths"]) == {0.0}


@pytest.mark.parametrize(
    ("since", "until", "status"), [("1933", "1931", 400), ("soon", "", 422), ("1931-13", "", 400)]
)
def test_a_span_that_is_none_is_refused(
    client: TestClient, since: str, until: str, status: int
) -> None:
    params = {"since": since} | ({"until": until} if until else {})

    assert client.get("/api/network/file", params=params | {"kind": "svg"}).status_code == status


def test_a_network_that_lacks_coding_says_so(client: TestClient) -> None:
    answer = client.get("/api/network", params={"view": "actors"}).json()

    assert "concept" in answer["missing"]
    assert answer["nodes"] == []


@pytest.mark.parametrize("kind", ["gexf", "graphml", "svg"])
def test_a_network_can_be_taken_along(client: TestClient, kind: str) -> None:
    answer = client.get("/api/network/file", params={"kind": kind})

    assert answer.status_code == 200
    assert f"sayso-quotes.{kind}" in answer.headers["content-disposition"]
    assert "Ada Holt" in answer.text
    assert client.get("/api/network/file", params={"kind": "exe"}).status_code == 422
    refused = client.get("/api/network/file", params={"kind": kind, "view": "actors"})
    assert refused.status_code == 400


def test_a_tie_leads_to_its_statements(client: TestClient) -> None:
    answer = client.get("/api/network").json()
    names = [node["name"] for node in answer["nodes"]]
    one, other, _ = answer["within"]["ties"][0]
    told = client.get("/api/network/behind", params={"row": names[one], "other": names[other]})
    outer = [one for one in told.json()["statements"] if not one["parent"]]

    assert len(outer) == 1
    assert SHARED in outer[0]["exact"]
    missing = client.get("/api/network/behind", params={"row": "Nobody", "other": names[other]})
    assert missing.status_code == 400


def test_positions_over_time(client: TestClient) -> None:
    assert "concept" in client.get("/api/positions").json()["missing"]
    client.post("/api/coder", json={"name": "Ann"})
    concept = client.post("/api/concepts", json={"name": "It was sold"}).json()["concept"]["id"]
    listed = client.get("/api/statements").json()["statements"]
    ids = [one["id"] for one in listed if not one["parent"]]
    for nth, agreement in enumerate(("for", "against")):
        client.post(
            "/api/code",
            json={"ids": [ids[nth]], "concept": concept, "agreement": agreement},
        )
    answer = client.get("/api/positions").json()

    assert [(row["start"][:4], row["for"], row["against"]) for row in answer["rows"]] == [
        ("1931", 1, 0),
        ("1933", 0, 1),
    ]
    alone = client.get("/api/positions", params={"within": answer["others"][0]}).json()
    assert len(alone["rows"]) == 1
