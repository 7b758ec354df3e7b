"""Slack's Web API over connections that are kept open, each call made once: whoever calls decides about a second time.

The SDK's client opens a connection a call, and by default repeats what was cut off. Everything is sent as a form, since
the reading methods take no JSON: https://docs.slack.dev/apis/web-api.
"""

import json
import logging
import re
from base64 import b64encode
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, Timeout
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from bot.front import TryLater, Undeliverable, Unsure
from bot.patience import Patience
from bot.settings import Rotation
from handlers.slack.web_api.methods import METHODS
from handlers.slack.web_api.pool import host, pool
from handlers.slack.web_api.refusals import LATER, OUR_TOKEN, cause

log = logging.getLogger(__name__)

Reply = Mapping[str, Any]

UNSURE = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
"""Slack warns that these may come after the work was done: https://docs.slack.dev/reference/methods/chat.postMessage."""
SLACKS = re.compile(r"https://[a-z0-9-]+\.slack(-gov)?\.com")
"""Where answers may go: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses."""
PACED = frozenset({"ratelimited", "rate_limited"})


@dataclass(frozen=True)
class Installation:
    """What auth.test tells: https://docs.slack.dev/reference/methods/auth.test."""

    team: str
    user: str
    scopes: frozenset[str]
    said_at: datetime | None
    """Slack's own time."""


class Slack:
    """One installation's Web API; safe to use from many threads."""

    def __init__(self, token: str, url: str, patience: Patience) -> None:
        self.token = token
        self.url = url
        self.patience = patience
        self.team = ""
        """Our workspace, once Slack has told: in shared channels others' people may click too."""
        self.fading = ""
        """Why our token will not be good for long, where it is one that is exchanged."""
        self.app = ""
        """Which app we are, once Slack has told."""
        self._refused = False
        """Whether our token was not taken the last time: that is said once."""
        self._pool = pool(url)
        self._hosts: dict[str, HTTPConnectionPool] = {}
        """By scheme and name: the manager would read each address anew to find its connections."""
        self._afterwards = ThreadPoolExecutor(4, thread_name_prefix="afterwards")
        self._pending: set[Future[None]] = set()

    def call(self, method: str, *, within: float, **arguments: object) -> Reply:
        """What Slack answered; raises TryLater, Undeliverable (its `why` is Slack's error code) or Unsure.

        Arguments of None are left out. Only methods that METHODS knows may be called: the manifest asks for no more.
        """
        return self._read(self._exchange(method, within, arguments))

    def installation(self) -> Installation:
        """Who we are to Slack, and what it lets us do; raises as `call` does."""
        response = self._exchange("auth.test", self.patience.lookup, {})
        reply = self._read(response)
        date, scopes = response.headers.get("date"), response.headers.get("x-oauth-scopes", "")
        self.team = reply["team_id"]
        self.app = self.app or self._app(reply.get("bot_id"))
        return Installation(
            team=reply["team_id"],
            user=reply["user_id"],
            scopes=frozenset(scope.strip() for scope in scopes.split(",") if scope.strip()),
            said_at=parsedate_to_datetime(date) if date else None,
        )

    def exchange(self, rotation: Rotation, refresh_token: str) -> Reply:
        """The next token and refresh token, for this one; raises as `call` does.

        https://docs.slack.dev/reference/methods/oauth.v2.access
        """
        ours = b64encode(f"{rotation.client_id}:{rotation.client_secret}".encode()).decode()
        wanted = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        return self._read(self._exchange("oauth.v2.access", self.patience.send, wanted, by=f"Basic {ours}"))

    def _app(self, bot: object) -> str:
        """https://docs.slack.dev/reference/methods/bots.info; "" where Slack does not tell now."""
        try:
            return str(self.call("bots.info", within=self.patience.lookup, bot=bot)["bot"]["app_id"])
        except (TryLater, Undeliverable, Unsure, KeyError):
            return ""

    def view(self, method: str, **arguments: object) -> Reply:
        """views.open and the like, while the trigger lives."""
        return self.call(method, within=self.patience.view, **arguments)

    def upload(self, name: str, title: str, data: bytes, *, within: float, **shared: object) -> str:
        """A file that is `shared` as files.completeUploadExternal takes it, or nowhere until a message names it.

        Returns its id, and raises as `call` does: https://docs.slack.dev/messaging/working-with-files#uploading_files
        """
        place = self.call("files.getUploadURLExternal", within=within, filename=name, length=len(data))
        response = self._post(place["upload_url"], data, {"Content-Type": "application/octet-stream"}, within)
        if response.status != 200:  # noqa: PLR2004 - the one that Slack documents
            raise Unsure(f"status {response.status}")
        files = [{"id": place["file_id"], "title": title[:255]}]
        self.call("files.completeUploadExternal", within=within, files=files, **shared)
        return str(place["file_id"])

    def download(self, url: str, *, most: int, within: float) -> bytes:
        """A file, by the address that Slack tells of it; one byte more than `most` where it is larger.

        Only from Slack, since our token goes with it. Raises TryLater, Unsure, or Undeliverable("no_file") where Slack
        shows its own page instead: https://docs.slack.dev/reference/objects/file-object#authentication
        """
        if not self._is_slacks(url):
            raise Undeliverable("no_file")
        with self._ask("GET", url, None, {"Authorization": f"Bearer {self.token}"}, within, whole=False) as response:
            if response.status == 429 or response.status >= 500:  # noqa: PLR2004
                raise TryLater(self._after(response), f"status {response.status}")
            if response.status != 200 or "html" in response.headers.get("content-type", ""):  # noqa: PLR2004
                raise Undeliverable("no_file")
            try:
                return response.read(most + 1, decode_content=True)
            except HTTPError as error:
                raise Unsure(type(error).__name__) from error

    def respond(self, url: str, body: Mapping[str, object]) -> None:
        """A private sentence by a `response_url`: after the acknowledgement, once, and lost if Slack cannot take it.

        Only to Slack: the address comes with a payload, or back with a form.
        """
        if not self._is_slacks(url):
            log.warning("A private answer was to go to somebody else than Slack.")
            return
        sending = self._afterwards.submit(self._respond, url, json.dumps(body).encode())
        self._pending.add(sending)
        sending.add_done_callback(self._pending.discard)

    def _is_slacks(self, url: str) -> bool:
        """At one of Slack's own hosts; or where the Web API is, as in the sandbox."""
        name, _ = host(url)
        return name == host(self.url)[0] or bool(SLACKS.fullmatch(name))

    def settle(self, within: float) -> None:
        """Wait until everything given to `respond` has been sent."""
        wait(set(self._pending), within)

    def close(self, within: float = 0.0) -> None:
        self.settle(within)
        self._afterwards.shutdown(wait=False, cancel_futures=True)
        self._pool.clear()

    def _respond(self, url: str, body: bytes) -> None:
        try:
            response = self._post(url, body, {"Content-Type": "application/json"}, self.patience.send)
        except (TryLater, Unsure) as lost:
            log.warning("A private answer may not have arrived: %s.", type(lost).__name__)
            return
        if response.status != 200:  # noqa: PLR2004 - the one that Slack documents
            log.warning("A private answer was not taken: status %s.", response.status)

    def _exchange(
        self, method: str, within: float, arguments: Mapping[str, object], *, by: str = ""
    ) -> BaseHTTPResponse:
        if method not in METHODS:
            raise KeyError(method)
        fields = {name: _field(value) for name, value in arguments.items() if value is not None}
        headers = {
            "Authorization": by or f"Bearer {self.token}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self._post(self.url + method, urlencode(fields, errors="replace").encode(), headers, within)

    def _post(self, url: str, body: bytes, headers: Mapping[str, str], within: float) -> BaseHTTPResponse:
        return self._ask("POST", url, body, headers, within)

    def _ask(
        self, how: str, url: str, body: bytes | None, headers: Mapping[str, str], within: float, *, whole: bool = True
    ) -> BaseHTTPResponse:
        """`whole`: all of the answer is there when this returns."""
        name, path = host(url)
        connections = self._hosts.get(name) or self._hosts.setdefault(name, self._pool.connection_from_url(url))
        try:
            return connections.urlopen(
                how,
                path,
                body=body,
                headers=headers,
                timeout=Timeout(total=within),
                retries=False,
                redirect=False,
                preload_content=whole,
            )
        except (ConnectTimeoutError, NewConnectionError) as error:  # no byte of it has left
            raise TryLater(self.patience.retry, "unreachable") from error
        except HTTPError as error:
            raise Unsure(type(error).__name__) from error

    def _read(self, response: BaseHTTPResponse) -> Reply:
        if response.status == 429:  # noqa: PLR2004
            raise TryLater(self._after(response), "ratelimited")
        if response.status >= 500:  # noqa: PLR2004
            raise Unsure(f"status {response.status}")
        try:
            reply: Reply = json.loads(response.data)
        except ValueError as error:
            raise Unsure("answer cut off") from error
        if not reply.get("ok"):
            raise self._refusal(str(reply.get("error")), response)
        self._refused = False
        return reply

    def _refusal(self, error: str, response: BaseHTTPResponse) -> Exception:
        if error in UNSURE:
            return Unsure(error)
        if error in PACED:
            return TryLater(self._after(response), error)
        if error in OUR_TOKEN:
            if not self._refused:
                log.error("Slack does not take our token (%s): see `python app.py doctor`.", error)
            self._refused = True
            return TryLater(self.patience.retry_most, error)
        if error in LATER:
            return TryLater(self.patience.retry_most, error)
        return Undeliverable(error, cause(error))

    def _after(self, response: BaseHTTPResponse) -> float:
        """What Slack asks for, within reason: whatever else answers in its name may ask for years."""
        seconds = response.headers.get("retry-after", "")
        return min(float(seconds), self.patience.retry_most) if seconds.isdecimal() else self.patience.retry


def _field(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
