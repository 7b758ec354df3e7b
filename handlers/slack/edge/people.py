"""Bolt's middleware that tells listeners who acts, from where and when.

`context["person"|"zone"|"locale"|"origin"|"now"]`.
"""

from collections.abc import Callable
from datetime import datetime

from slack_bolt import BoltRequest
from slack_bolt.middleware import Middleware
from slack_bolt.response import BoltResponse

from bot.errors import Refused
from bot.people import Person
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.identities import Actor, actor
from handlers.slack.edge.origins import origin
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.web_api.directory import PLATFORM, Directory


class People(Middleware):
    """Refuses guests and strangers with Refused; what apps do is acknowledged and goes no further.

    Events that tell about somebody (user_change, team_join) go on without a person: nobody did them.
    """

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.directory = Directory(around)
        self._first_met = ""

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - and this
        next: Callable[[], BoltResponse],  # noqa: A002 - Bolt's own signature
    ) -> BoltResponse | None:
        if self._is_for_another_app(req.body):
            raise Refused("stranger")
        now = self.around.clock()
        req.context["now"], req.context["origin"] = now, origin(req.body)
        if who := actor(req.body):
            person = self._person(who, now)
            req.context["person"] = person.id
            req.context["zone"], req.context["locale"] = person.zone, person.locale
        elif not isinstance((req.body.get("event") or {}).get("user"), dict):
            return BoltResponse(status=200)
        return next()

    def _is_for_another_app(self, body: Body) -> bool:
        """The signing secret, or our own connection, says that it is for us; this is what the payload itself says."""
        ours = self.around.slack.app
        return bool(ours) and body.get("api_app_id", ours) != ours

    def _workspace(self) -> str:
        """Ours, by the first whom we met, for as long as Slack has not said since the start."""
        if not self._first_met:
            with self.around.store.read() as reading:
                self._first_met = reading.workspace(PLATFORM)
        return self._first_met

    def _person(self, who: Actor, now: datetime) -> Person:
        if who.team != (self.around.slack.team or self._workspace() or who.ours):
            raise Refused("stranger")
        person = self.directory.person(who.user, who.team, now=now)
        if person.known and not person.member:
            raise Refused("guest")
        return person
