"""Hears that somebody's profile changed, so that zones, names and who is a guest stay true between their clicks."""

from dataclasses import dataclass

from slack_bolt import App, BoltContext

from bot import services
from bot.people import Identity
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.identities import profile
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.web_api.directory import PLATFORM


def register(app: App, around: Surroundings) -> None:
    app.event("user_change")(ProfileListeners(around).changed)


@dataclass(frozen=True)
class ProfileListeners:
    around: Surroundings

    def changed(self, event: Body, body: Body, context: BoltContext) -> None:
        """Only of people whom we know already."""
        user = event["user"]
        identity = Identity(PLATFORM, user.get("team_id") or body.get("team_id") or "", user["id"])
        with self.around.store.read() as unit:
            known = unit.find_person(identity)
        if known:
            services.change_profile(self.around.store, context["origin"], identity, profile(user), now=context["now"])
