"""The API of actors: the register, pairs to judge, and judging."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.web.app import create_app
from sayso.web.desk import Shelf

from .test_routes import HOST, Client

TEXT = "Ruth Caloway wrote: “The council was warned.” Ruth Calloway said: “It slept.”\n"


@pytest.fixture
def client(shelf: Shelf, tmp_path: Path) -> Iterator[Client]:
    texts = tmp_path / "names"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    with sayso.open(texts) as project:
        project.add(workers=1, trained=False)
    app = create_app(texts, hosts=(HOST,), token="t", where=shelf)
    headers = {"origin": f"http://{HOST}"}
    with Client(app, base_url=f"http://{HOST}", headers=headers) as made:
        made.get("/?token=t", follow_redirects=False)
        made.act("coder", name="R. T.")
        yield made


def test_a_pair_comes_with_places_and_is_judged(client: Client) -> None:
    pairs = client.ask("actors/candidates")["pairs"]
    pair = next(one for one in pairs if "Ruth" in one["one"]["name"])
    ids = [pair["one"]["id"], pair["two"]["id"]]

    assert [it["exact"] for it in pair["one"]["places"]] == [pair["one"]["name"]]
    assert pair["reason"]
    client.act("actors/judge", pairs=[ids], same=True)
    told = client.ask("actors")
    assert told["judged"] == 1
    whole = next(one for one in told["actors"] if one["id"] in ids)
    assert sorted(whole["members"]) == sorted(ids)
    shown = client.ask(f"actors/{whole['id']}")
    assert len(shown["places"]) == 2
    assert shown["judgements"][0]["same"] is True
    client.act(f"actors/{whole['id']}", "PATCH", name="Ruth C.")
    assert client.ask(f"actors/{whole['id']}")["actor"]["name"] == "Ruth C."
    assert client.ask("actors/judgements")["judgements"][0]["coder"] == "R. T."
    client.act("actors/judge", pairs=[ids], same=None)
    assert client.ask("actors")["judged"] == 0


def test_pairs_are_asked_for_one_actor_and_places_apart(client: Client) -> None:
    """The pairs of one actor are those that hold it; places come alone, each place once."""
    whole = client.ask("actors/candidates", places=0)
    one = next(it["one"]["id"] for it in whole["pairs"] if "Ruth" in it["one"]["name"])
    some = client.ask("actors/candidates", places=0, of=one)

    assert all("places" not in it["one"] for it in whole["pairs"])
    assert all(one in (it["one"]["id"], it["two"]["id"]) for it in some["pairs"])
    assert client.ask(f"actors/{one}")["waiting"] == some["total"]
    places = client.ask(f"actors/{one}/places")["places"]
    said = client.ask(f"actors/{one}/statements")
    assert [it["speaker"] for it in said["statements"]] == [places[0]["exact"]]
    assert said["total"] == 1
    assert len({tuple(it["span"]) for it in places}) == len(places) == 1


def test_the_history_says_what_was_judged_and_named(client: Client) -> None:
    """A judgement is told by the names of both, a name by itself; both lead to the page of actors."""
    pair = client.ask("actors/candidates")["pairs"][0]
    ids = [pair["one"]["id"], pair["two"]["id"]]
    client.act("actors/judge", pairs=[ids], same=True)
    client.act(f"actors/{ids[0]}", "PATCH", name="Ruth C.")
    acts = [it["acts"][0] for it in client.ask("history")["steps"]]

    assert [it["kind"] for it in acts] == ["rename", "same"]
    assert acts[0]["words"] == "Ruth C."
    assert pair["one"]["name"] in acts[1]["words"]
    assert {it["page"] for it in acts} == {"actors"}


def test_wrong_requests_say_what_is_wrong(client: Client) -> None:
    answer = client.post("/api/actors/judge", json={"pairs": [["x", "y"]], "same": True})

    assert answer.status_code == 404
    assert "'x'" in answer.json()["message"]
    assert client.get("/api/actors/nobody").status_code == 404


def test_statements_are_asked_for_by_actor(client: Client) -> None:
    """List, facets and what a decision would reach follow the actor; judged the same is one."""
    named = {one["name"]: one for one in client.ask("actors", names=True)["actors"]}
    one, two = (named[name]["id"] for name in ("Ruth Caloway", "Ruth Calloway"))

    assert client.ask("statements", actor=one)["total"] == 1
    assert client.ask("matching", actor=two)["count"] == 1
    client.act("actors/judge", pairs=[[one, two]], same=True)
    assert client.ask("statements", actor=one)["total"] == 2
    assert client.ask("statements", actor=two)["total"] == 2
    ids = [it["id"] for it in client.ask("statements", actor=one)["statements"]]
    client.act("decide", ids=ids[:1], status="rejected")
    assert client.ask("statements", actor=one, status="rejected")["total"] == 1
    assert {it["value"]: it["count"] for it in client.ask("facets", actor=two)["status"]} == {
        "proposed": 1, "rejected": 1,
    }  # fmt: skip
    client.act("decide", filters={"actor": one}, status="accepted")
    assert client.ask("statements", actor=two, status="accepted")["total"] == 2


def test_an_actor_that_is_not_there_is_said_so(client: Client) -> None:
    """A link to nobody is answered in plain words."""
    answer = client.get("/api/statements", params={"actor": "nobody"})

    assert answer.status_code == 404
    assert "nobody" in answer.text
