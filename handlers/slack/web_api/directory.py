"""Finds people by their Slack ids, and asks Slack who they are where we do not know, or no longer."""

import logging
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from time import monotonic

from bot import services
from bot.errors import Refused
from bot.front import TryLater, Undeliverable, Unsure
from bot.ids import PersonId
from bot.people import Identity, Person, Profile
from handlers.slack.edge.identities import profile
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.web_api import profile_fields

log = logging.getLogger(__name__)

PLATFORM = "slack"
FRESH = timedelta(days=1)
AT_ONCE = 8
"""Look-ups at a time."""


class Directory:
    """Who is who. No transaction is open while Slack is asked."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.quiet_until = 0.0
        """Monotonic; after a look-up that failed nobody waits for another one."""

    def person(self, user: str, team: str, *, now: datetime) -> Person:
        """Raises Refused("stranger"). Where Slack does not answer, somebody known stays as they were."""
        identity = Identity(PLATFORM, team, user)
        known = self._find(identity)
        return known if known and self._fresh(known, now) else self._meet(identity, known, now)

    def people(self, users: Iterable[str], team: str, *, now: datetime) -> dict[str, PersonId]:
        """Several at once, and not asked about for long: a form that names twenty must be answered in three seconds.

        Raises TryLater where Slack does not tell in time who somebody is; whom it told of is known the next time.
        """
        until = monotonic() + self.around.patience.view

        def person(user: str) -> PersonId:
            late = monotonic() > until
            found = self._find(Identity(PLATFORM, team, user)) if late else self.person(user, team, now=now)
            if found is None or (not found.known and self._away):
                raise TryLater(self.around.patience.retry)
            return found.id

        names = tuple(users)
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="directory") as asking:  # none is in hand after the answer
            return dict(zip(names, asking.map(person, names), strict=True))

    @property
    def _away(self) -> bool:
        return monotonic() < self.quiet_until

    def _find(self, identity: Identity) -> Person | None:
        with self.around.store.read() as reading:
            return reading.find_person(identity)

    def _fresh(self, person: Person, now: datetime) -> bool:
        if person.known and now - person.seen_at < FRESH:
            return True
        return self._away

    def _meet(self, identity: Identity, known: Person | None, now: datetime) -> Person:
        told = self._look_up(identity)
        if known and not told:
            return known
        with self.around.store.write() as unit:
            met = unit.meet(identity, told, now)
            if met.deactivated:
                services.leave(unit, met.id, now=now)
            return met

    def _look_up(self, identity: Identity) -> Profile | None:
        if self._away:
            return None
        patience = self.around.patience
        try:
            user = self.around.slack.call(
                "users.info", within=patience.lookup, user=identity.user, include_locale=True
            )["user"]
        except Undeliverable as unknown:
            log.warning("Slack would not tell who somebody is: %s.", unknown.why)
            return None
        except (TryLater, Unsure) as lost:
            log.warning("Slack could not tell who somebody is: %s.", type(lost).__name__)
            self.quiet_until = monotonic() + patience.settle
            return None
        if user.get("is_stranger") or user.get("team_id", identity.team) != identity.team:
            raise Refused("stranger")
        return replace(profile(user), department=self._department(identity))

    def _department(self, identity: Identity) -> str | None:
        """None where no field is chosen, or Slack does not tell now: then what we know stays."""
        with self.around.store.read() as reading:
            field = reading.setup().profile_field
        try:
            return profile_fields.value(self.around.slack, identity.user, field) if field else None
        except (TryLater, Undeliverable, Unsure) as lost:
            log.warning("Slack did not tell where somebody works: %s.", type(lost).__name__)
            return None
