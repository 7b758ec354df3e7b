"""Bolt's middleware that tells each listener who acts, from where and when: `context["person"|"origin"|"now"]`."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from slack_bolt import BoltRequest
from slack_bolt.middleware import Middleware
from slack_bolt.response import BoltResponse

from bot.deliver import TryLater, Undeliverable, Unsure
from bot.errors import Refused
from bot.people import Identity, Person, Profile
from handlers.slack.identities import Actor, actor, profile
from handlers.slack.origins import origin
from handlers.slack.surroundings import Surroundings

log = logging.getLogger(__name__)

PLATFORM = "slack"
FRESH = timedelta(days=1)


class People(Middleware):
    """Refuses guests and strangers with Refused; what apps do is acknowledged and goes no further.

    Events that tell about somebody (user_change, team_join) go on without a person: nobody did them.
    """

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.quiet_until = 0.0
        """Monotonic; after a look-up that failed nobody waits for another one."""

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - and this
        next: Callable[[], BoltResponse],  # noqa: A002 - Bolt's own signature
    ) -> BoltResponse | None:
        now = self.around.clock()
        req.context["now"], req.context["origin"] = now, origin(req.body)
        if who := actor(req.body):
            req.context["person"] = self._person(who, now).id
        elif not isinstance(req.body.get("event", {}).get("user"), dict):
            return BoltResponse(status=200)
        return next()

    def _person(self, who: Actor, now: datetime) -> Person:
        if who.team != (self.around.slack.team or who.ours):
            raise Refused("stranger")
        identity = Identity(PLATFORM, who.team, who.user)
        with self.around.store.read() as reading:
            known = reading.find_person(identity)
        person = known if known and self._fresh(known, now) else self._meet(identity, known, now)
        if person.known and not person.member:
            raise Refused("guest")
        return person

    def _fresh(self, person: Person, now: datetime) -> bool:
        if person.known and now - person.seen_at < FRESH:
            return True
        return monotonic() < self.quiet_until

    def _meet(self, identity: Identity, known: Person | None, now: datetime) -> Person:
        """No transaction is open while Slack is asked; without its answer somebody known stays as they were."""
        told = self._look_up(identity)
        if known and not told:
            return known
        with self.around.store.write() as unit:
            return unit.meet(identity, told, now)

    def _look_up(self, identity: Identity) -> Profile | None:
        if monotonic() < self.quiet_until:
            return None
        patience = self.around.patience
        try:
            user = self.around.slack.call(
                "users.info", within=patience.lookup, user=identity.user, include_locale=True
            )["user"]
        except (TryLater, Undeliverable, Unsure) as lost:
            log.warning("Slack could not tell who somebody is: %s.", type(lost).__name__)
            self.quiet_until = monotonic() + patience.settle
            return None
        if user.get("is_stranger") or user.get("team_id", identity.team) != identity.team:
            raise Refused("stranger")
        return profile(user)
