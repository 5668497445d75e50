"""What the routes share: the desk of a request, and the project its page expects to lie open."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from fastapi import Depends, Request, Response
from pydantic import BaseModel, ConfigDict

from sayso.web.desk import Desk

if TYPE_CHECKING:
    from sayso.project import Project

T = TypeVar("T")
Answer = dict[str, Any]
PAGE_PROJECT = "x-sayso-project"
REVISION = "X-Sayso-Revision"


class Body(BaseModel):
    """The body of a request; what it does not know it refuses."""

    model_config = ConfigDict(extra="forbid")


class Asked:
    """One request: ask the project that the page belongs to, or act on it."""

    def __init__(self, request: Request, response: Response) -> None:
        self.desk: Desk = request.app.state.desk
        self._expected = request.headers.get(PAGE_PROJECT) or None
        self._response = response

    async def ask(self, question: Callable[[Project], T]) -> T:
        """Ask the open project something."""
        return await self.desk.ask(question, expected=self._expected)

    async def act(self, change: Callable[[Project], T]) -> T:
        """Change the open project."""
        done = await self.desk.act(change, expected=self._expected)
        # The page then knows its own act from a change made elsewhere.
        self._response.headers[REVISION] = str(self.desk.revision)
        return done


def written(answer: Answer) -> Response:
    """Write a long answer out at once: FastAPI would walk through all of it first."""
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    # A text may hold half a surrogate pair, which UTF-8 cannot carry and JSON can.
    try:
        data = body.encode("utf-8")
    except UnicodeEncodeError:
        data = json.dumps(answer).encode("ascii")
    return Response(data, media_type="application/json")


On = Annotated[Asked, Depends(Asked)]
