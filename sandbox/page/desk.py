"""The page's addresses: who looks gets a screen, and whatever a person does is handed to their `Human`."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sandbox.page import deeds, screen
from sandbox.page.drawing import Drawing
from sandbox.page.places import HOME
from sandbox.page.travel import STEPS, Journey
from sandbox.page.unread import ReadMarks
from sandbox.people import Human
from sandbox.server import Sandbox

STATIC = Path(__file__).parent / "static"
SAFE = {"Content-Security-Policy": "default-src 'self'; img-src * data:; base-uri 'none'; frame-ancestors 'none'"}
"""Should anything slip through the escaping, the browser runs no script but the page's own."""
DEEDS: dict[str, Callable[[deeds.Deed], None]] = {
    "say": deeds.say,
    "act": deeds.act,
    "shortcut": deeds.shortcut,
}


def routes(sandbox: Sandbox) -> list[BaseRoute]:
    """All that the page answers; mount them beside the sandbox's own."""
    desk = Desk(sandbox)
    return [
        Route("/", desk.welcome),
        Route("/as/{person}/{place}", desk.look),
        Route("/as/{person}/{place}/time", desk.travel, methods=["POST"]),
        Route("/as/{person}/{place}/{deed}", desk.do, methods=["POST"]),
        Route("/pictures/{file}", desk.picture),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]


class Desk:
    """Holds what is the page's own: how far people have read, and the journey through time that is under way."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._drawing = Drawing()
        self._marks = ReadMarks()
        self._journey = Journey(sandbox.moves_to)

    def welcome(self, _request: Request) -> Response:
        return HTMLResponse(self._drawing.welcome(self._sandbox.world), headers=SAFE)

    def look(self, request: Request) -> Response:
        """The whole page for a browser; for a poll only what changed, and 204 when nothing did."""
        if _polls(request):
            fresh = screen.freshness(self._sandbox.world, self._journey)
            return Response(status_code=204) if request.query_params.get("seen") == fresh else self._drawn(request)
        if request.path_params["place"] == HOME:
            self._human(request).opens_home()
        return self._drawn(request)

    async def do(self, request: Request) -> Response:
        async with request.form() as form:
            return await run_in_threadpool(self._done, request, form)

    async def travel(self, request: Request) -> Response:
        form = await request.form()
        step = next(step for step in STEPS if step.name == form["to"])
        now = self._sandbox.world.now()
        self._journey.begin(now, step.to(now, ZoneInfo(self._human(request).user.tz)))
        return await run_in_threadpool(self._answered, request)

    def picture(self, request: Request) -> Response:
        file = self._sandbox.world.files.get(request.path_params["file"])
        if file is None or file.data is None:
            return Response(status_code=404)
        return Response(file.data, media_type=str(file.as_json("")["mimetype"]))

    def _done(self, request: Request, form: FormData) -> Response:
        human = self._human(request)
        deed = deeds.Deed(human, screen.eyes(human), request.path_params["place"], form)
        with suppress(LookupError):  # what was pressed is gone by now; the fresh screen says so better than an error
            DEEDS[request.path_params["deed"]](deed)
        return self._answered(request)

    def _answered(self, request: Request) -> Response:
        """The screen as it is now; without scripts, by way of a redirect."""
        if _polls(request):
            return self._drawn(request)
        return RedirectResponse(request.headers.get("referer", "/"), status_code=303)

    def _drawn(self, request: Request) -> Response:
        human = self._human(request)
        try:
            place, thread = request.path_params["place"], request.query_params.get("thread")
            seen = screen.read(human, self._marks, self._journey, place, thread)
        except LookupError:
            return RedirectResponse(f"/as/{human.user.name}/general", status_code=303)
        return HTMLResponse(self._drawing.room(seen, whole=not _polls(request)), headers=SAFE)

    def _human(self, request: Request) -> Human:
        name = request.path_params["person"]
        if name not in [user.name for user in screen.cast(self._sandbox.world)]:
            raise HTTPException(303, headers={"Location": "/"})
        return self._sandbox.human(name)


def _polls(request: Request) -> bool:
    """Whether the page asks for its changing part, and not a browser for the whole."""
    return request.headers.get("HX-Request") == "true"
