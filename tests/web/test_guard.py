"""Who may ask the server anything, and what browsers may do with its answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.web.app import create_app
from sayso.web.desk import Shelf

HOST = "127.0.0.1:8123"
HERE = f"http://{HOST}"
JSON = {"content-type": "application/json", "origin": HERE}


@pytest.fixture
def stranger(shelf: Shelf, tmp_path: Path) -> Iterator[TestClient]:
    """A browser that has not been let in."""
    pages = tmp_path / "pages"
    (pages / "assets").mkdir(parents=True)
    (pages / "index.html").write_text("<!doctype html>the page")
    (pages / "assets" / "a-1.js").write_text("1")
    app = create_app(None, hosts=(HOST,), token="the token", where=shelf, pages=pages)
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        yield client


@pytest.fixture
def guest(stranger: TestClient) -> TestClient:
    """A browser that has been let in."""
    stranger.get("/?token=the token")
    return stranger


def test_nothing_is_answered_without_the_cookie(stranger: TestClient) -> None:
    """Neither pages nor API answer a browser that did not bring the token."""
    found = [stranger.get(one).status_code for one in ("/", "/api/desk", "/assets/a-1.js")]

    assert found == [401, 401, 401]


def test_the_token_is_exchanged_for_a_cookie_once(stranger: TestClient, shelf: Shelf) -> None:
    """The token leads to the address without it, sets a strict cookie, and works once."""
    first = stranger.get("/?token=the token")
    let_in = stranger.get("/").status_code
    again = TestClient(stranger.app, base_url=HERE, follow_redirects=False).get("/?token=the token")

    assert (first.status_code, first.headers["location"]) == (303, "/")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(first.headers["set-cookie"].split("; "))
    assert let_in == 200
    assert again.status_code == 401
    assert "used before" in again.text


def test_a_wrong_token_lets_nobody_in_and_uses_nothing_up(stranger: TestClient) -> None:
    """After a wrong token the right one still works."""
    wrong = stranger.get("/?token=guess")
    right = stranger.get("/?token=the token")

    assert (wrong.status_code, right.status_code) == (401, 303)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example:8123"}, 421),
        ({"host": "127.0.0.1:9999"}, 421),
        ({"host": ""}, 421),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, 200),
        ({"origin": HERE, "sec-fetch-site": "same-origin"}, 200),
    ],
)
def test_pages_of_other_sites_may_not_ask(
    guest: TestClient, headers: dict[str, str], status: int
) -> None:
    """A foreign host name or origin is refused, even with the cookie."""
    assert status == guest.get("/api/desk", headers=headers).status_code


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"content-type": "application/json"}, "{}", 403),
        ({"content-type": "text/plain", "origin": HERE}, "{}", 415),
        ({"origin": HERE}, "{}", 415),
        ({**JSON, "content-length": "99999999999"}, "{}", 413),
        (JSON, "{", 422),
        (JSON, '{"unknown": 1}', 422),
        (JSON, "{}", 200),
    ],
)
def test_a_change_names_its_origin_kind_and_length(
    guest: TestClient, headers: dict[str, str], body: str, status: int
) -> None:
    """A form of another site cannot be sent as a change; a body must be what it says."""
    assert status == guest.post("/api/desk/close", headers=headers, content=body).status_code


def test_every_answer_carries_the_policy(guest: TestClient) -> None:
    """Pages, answers and refusals allow scripts of this server only, and no frame."""
    answers = [
        guest.get("/"),
        guest.get("/api/desk"),
        guest.get("/nothing"),
        guest.get("/api/desk", headers={"host": "evil.example"}),
    ]

    for one in answers:
        policy = one.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert one.headers["x-content-type-options"] == "nosniff"
        assert one.headers["cache-control"] == "no-store"


def test_assets_last_and_pages_do_not(guest: TestClient) -> None:
    """What carries a hash in its name may be kept by the browser."""
    assert "immutable" in guest.get("/assets/a-1.js").headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    ["/../pyproject.toml", "/..%2f..%2fetc/passwd", "/assets/%2e%2e/index.html", "/%00", "/a\\b"],
)
def test_no_address_leads_out_of_the_pages(guest: TestClient, path: str) -> None:
    """Only the built files are served, whatever the address."""
    found = guest.get(path)

    assert found.status_code in (400, 404) or found.text == "<!doctype html>the page"


def test_the_api_is_not_described_by_pages_from_elsewhere(guest: TestClient) -> None:
    """There are no generated documentation pages, which would load foreign scripts."""
    assert [guest.get(one).status_code for one in ("/docs", "/redoc")] == [404, 404]


def test_without_pages_the_server_says_how_to_build_them(shelf: Shelf, tmp_path: Path) -> None:
    """A checkout without built pages answers with the command; built later, they are served."""
    pages = tmp_path / "later"
    app = create_app(None, hosts=(HOST,), token="t", where=shelf, pages=pages)
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        client.get("/?token=t")
        before = client.get("/")
        pages.mkdir()
        (pages / "index.html").write_text("built")
        after = client.get("/")

    assert before.status_code == 503
    assert "python hatch_build.py" in before.text
    assert after.text == "built"
