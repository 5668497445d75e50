"""The API of actors: the register, pairs to judge, and judging."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.web.app import create_app
from sayso.web.desk import Shelf

from .test_routes import HOST, Client

TEXT = "Ruth Caloway wrote: “The council was warned.” Ruth Calloway said: “It slept.”\n"


@pytest.fixture
def client(shelf: Shelf, tmp_path: Path) -> Iterator[Client]:
    texts = tmp_path / "names"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    app = create_app(texts, hosts=(HOST,), token="t", where=shelf)
    headers = {"origin": f"http://{HOST}"}
    with Client(app, base_url=f"http://{HOST}", headers=headers) as made:
        made.get("/?token=t", follow_redirects=False)
        made.act("coder", name="R. T.")
        desk = made.app.app.state.desk  # type: ignore[attr-defined]
        desk.project.add(workers=1, trained=False)
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


def test_wrong_requests_say_what_is_wrong(client: Client) -> None:
    answer = client.post("/api/actors/judge", json={"pairs": [["x", "y"]], "same": True})

    assert answer.status_code == 404
    assert "'x'" in answer.json()["message"]
    assert client.get("/api/actors/nobody").status_code == 404
