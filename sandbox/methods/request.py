"""One call of a Web API method: its arguments, and the questions that many methods ask."""

from dataclasses import dataclass
from typing import Any

from sandbox.records import BOT_USER, KIND_SCOPE, Channel, Json, Message, User, View
from sandbox.refusal import RefusalError, invalid
from sandbox.world import World

PAGE = 100  # https://docs.slack.dev/apis/web-api/pagination: a default page of conversations.*


@dataclass(frozen=True)
class Request:
    """`url` is the sandbox's own address, for the links that it hands out."""

    world: World
    args: Json
    url: str

    def text(self, name: str, default: str = "") -> str:
        found = self.args.get(name, default)
        return found if isinstance(found, str) else str(found)

    def flag(self, name: str) -> bool:
        return str(self.args.get(name, False)).lower() in {"true", "1"}

    def need(self, name: str) -> str:
        if not self.args.get(name):
            raise invalid("invalid_arguments", [f"[ERROR] missing required field: {name}"])
        return self.text(name)

    def items(self, name: str) -> list[Any]:
        found = self.args.get(name) or []
        if not isinstance(found, list):
            raise invalid("invalid_arguments", [f"[ERROR] must provide an array [json-pointer:/{name}]"])
        return found

    def user(self, name: str = "user") -> User:
        found = self.world.users.get(self.need(name))
        if found is None:
            raise RefusalError("user_not_found")
        return found

    def channel(self, *, scope: str = "", name: str = "channel") -> Channel:
        """The channel by id, if the bot may see it. `scope` is the verb of its kind's scope, as in `im:history`."""
        found = self.world.channels.get(self.need(name))
        if found is None or (found.kind != "public" and BOT_USER not in found.members):
            raise RefusalError("channel_not_found")
        if scope:
            self.need_scope(f"{KIND_SCOPE[found.kind]}:{scope}")
        return found

    def need_scope(self, scope: str) -> None:
        """https://docs.slack.dev/reference/scopes: refused with what was needed and what the token has."""
        if scope not in self.world.manifest.scopes:
            raise RefusalError("missing_scope", needed=scope, provided=",".join(sorted(self.world.manifest.scopes)))

    def message(self, channel: Channel, name: str = "ts") -> Message:
        found = self.world.message(channel.id, self.need(name))
        if found is None:
            raise RefusalError("message_not_found")
        return found

    def view(self) -> View:
        """The view that views.update means, by view_id or external_id."""
        world = self.world
        if self.args.get("view_id"):
            found = world.view(self.text("view_id"))
        else:
            wanted = self.need("external_id")
            every = [view for stack in world.stacks.values() for view in stack]
            found = next((view for view in every if view.body.get("external_id") == wanted), None)
        if found is None:
            raise RefusalError("not_found")
        return found

    def page(self, found: list[Json], name: str, default: int = PAGE) -> Json:
        """A page of a list with its cursor, https://docs.slack.dev/apis/web-api/pagination."""
        start = self._cursor()
        limit = int(self.args.get("limit") or default)
        end = start + limit
        cursor = f"next:{end}" if end < len(found) else ""
        return {name: found[start:end], "response_metadata": {"next_cursor": cursor}}

    def _cursor(self) -> int:
        given = self.text("cursor")
        if not given:
            return 0
        if not given.removeprefix("next:").isdigit():
            raise RefusalError("invalid_cursor")
        return int(given.removeprefix("next:"))
