"""The routes of shared passages and networks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

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


def found(client: TestClient, path: str, **params: Any) -> dict[str, Any]:
    """Ask until the search has come to its end, as the page does."""
    while True:
        answer: dict[str, Any] = client.get(f"/api/{path}", params=params).json()
        if not answer["looking"]:
            return answer
        assert not answer["looking"]["failure"]


def test_shared_passages_come_with_what_changed(client: TestClient) -> None:
    answer = found(client, "passages")
    (passage,) = answer["passages"]
    first, second = passage["members"]

    assert (answer["total"], answer["span"]) == (1, [1931.5, 1933.5])
    assert (first["title"], first["first"], second["title"]) == ("First", True, "<b>Second")
    assert (first["against"], second["against"], second["alike"]) == (None, 0, 1)
    assert SHARED in "".join(words for words, _, _ in second["parts"])
    assert SHARED in "".join(words for _, _, words in second["parts"])
    assert found(client, "passages", document="nothing")["total"] == 0
    assert found(client, "passages", containing="quay BY quay")["total"] == 1
    assert found(client, "passages", documents=3)["passages"] == []
    at = {"document": second["document"], "start": second["start"], "end": second["end"]}
    assert found(client, "passages", **at)["total"] == 1
    assert client.get("/api/passages", params={"preset": "magic"}).status_code == 422
    assert client.get("/api/passages", params={"sort": "luck"}).status_code == 422


def test_a_place_says_that_another_source_is_likely(client: TestClient) -> None:
    """Both quote the words, so that neither is said to have them from the other."""
    (passage,) = found(client, "passages")["passages"]
    origins = [one["origin"] for one in passage["members"]]

    assert all(one["source"] is None for one in origins)
    assert origins[1]["common"] or origins[1]["outside"]


def test_reworded_passages_come_apart_from_shared_ones(tmp_path: Path, client: TestClient) -> None:
    told = (
        "The ministry closed the northern mines in the spring of 1931, although its own surveyors "
        "had reported that the seams would last another forty years."
    )
    again = (
        "In the spring of 1931 the mines of the north were shut by the ministry, against the report "
        "of its surveyors, who gave the seams another forty years."
    )
    folder = tmp_path / "reworded"
    folder.mkdir()
    (folder / "a.txt").write_text(f"It rained. {told}\n")
    (folder / "b.txt").write_text(f"{again} It snowed.\n")
    with sayso.open(folder) as project:
        project.add(workers=1)
    client.post("/api/desk/open", json={"path": str(folder)})
    answer = found(client, "passages/reworded")
    (pair,) = answer["pairs"]

    assert found(client, "passages")["total"] == 0
    assert answer["total"] == 1
    assert 0.3 <= pair["score"] <= 1
    assert {one["text"] for one in pair["sides"]} == {told, again}
    assert found(client, "passages/reworded", document="nothing")["pairs"] == []


def test_a_search_for_passages_can_be_stopped(client: TestClient) -> None:
    """What was stopped begins anew when it is asked for again."""
    client.get("/api/passages", params={"preset": "sensitive"})

    assert client.post("/api/passages/stop", json={}).status_code == 200
    assert found(client, "passages", preset="sensitive")["total"] == 1


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


def test_a_decision_changes_the_network_of_a_span(client: TestClient) -> None:
    """What a span was counted from is counted anew once something was decided."""
    client.post("/api/coder", json={"name": "Ann"})
    span = {"count": "accepted", "since": "1930"}
    before = client.get("/api/network/within", params=span)
    client.post("/api/decide", json={"filters": {}, "status": "accepted"})
    after = client.get("/api/network/within", params=span).json()
    client.post("/api/decide", json={"filters": {}, "status": "rejected"})
    again = client.get("/api/network/within", params=span)

    assert (before.status_code, again.status_code) == (400, 400)
    assert len(after["ties"]) == 2


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
