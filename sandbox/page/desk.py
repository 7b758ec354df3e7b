"""The page's addresses: who looks gets a screen, and whatever a person does is handed to their `Human`."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sandbox.page import deeds, screen
from sandbox.page.drawing import Drawing
from sandbox.page.places import HOME
from sandbox.page.travel import STEPS, Journey
from sandbox.page.unread import ReadMarks
from sandbox.records import User
from sandbox.server import Sandbox

STATIC = Path(__file__).parent / "static"
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
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._drawing = Drawing()
        self._marks = ReadMarks()
        self._journey = Journey(sandbox.moves_to)

    def welcome(self, _request: Request) -> Response:
        return HTMLResponse(self._drawing.welcome(self._sandbox.world))

    def look(self, request: Request) -> Response:
        """The whole page for a browser; for a poll only what changed, and 204 when nothing did."""
        polling = request.headers.get("HX-Request") == "true"
        if polling and request.query_params.get("seen") == screen.freshness(self._sandbox.world, self._journey):
            return Response(status_code=204)
        if not polling and request.path_params["place"] == HOME:
            self._sandbox.human(request.path_params["person"]).opens_home()
        return self._drawn(request, request.query_params.get("thread"), whole=not polling)

    async def do(self, request: Request) -> Response:
        form = await request.form()
        return await run_in_threadpool(self._done, request, form)

    async def travel(self, request: Request) -> Response:
        form = await request.form()
        step = next(step for step in STEPS if step.name == form["to"])
        now = self._sandbox.world.now()
        self._journey.begin(now, step.to(now, ZoneInfo(self._viewer(request).tz)))
        return await run_in_threadpool(self._shown, request, form)

    def picture(self, request: Request) -> Response:
        file = self._sandbox.world.files.get(request.path_params["file"])
        if file is None or file.data is None:
            return Response(status_code=404)
        return Response(file.data, media_type=str(file.as_json("")["mimetype"]))

    def _done(self, request: Request, form: FormData) -> Response:
        human = self._sandbox.human(request.path_params["person"])
        reader = screen.reader(self._sandbox.world, self._viewer(request))
        DEEDS[request.path_params["deed"]](deeds.Deed(human, reader, request.path_params["place"], form))
        return self._shown(request, form)

    def _shown(self, request: Request, form: FormData) -> Response:
        """The screen as it is now; without scripts, by way of a redirect."""
        thread = str(form.get("in_thread") or "") or None
        if request.headers.get("HX-Request") == "true":
            return self._drawn(request, thread, whole=False)
        return RedirectResponse(request.url.path.rpartition("/")[0], status_code=303)

    def _drawn(self, request: Request, thread: str | None, *, whole: bool) -> Response:
        world, viewer = self._sandbox.world, self._viewer(request)
        try:
            seen = screen.read(world, self._marks, self._journey, viewer, request.path_params["place"], thread)
        except KeyError:
            return RedirectResponse(f"/as/{viewer.name}/general", status_code=303)
        return HTMLResponse(self._drawing.room(seen, whole=whole))

    def _viewer(self, request: Request) -> User:
        return self._sandbox.world.user(request.path_params["person"])
