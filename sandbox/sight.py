"""What a person can see in Slack, and how they find what they mean in it."""

from dataclasses import dataclass

from sandbox import finding
from sandbox.finding import Surface
from sandbox.push import Push
from sandbox.records import BOT_USER, Channel, Message, User, View
from sandbox.world import World

Where = Surface | str | None  # "form", "home", or a channel's name
DM = "dm"  # the channel name for the conversation with the bot


@dataclass(frozen=True)
class Sight:
    """The eyes of a person."""

    world: World
    push: Push
    url: str
    id: str

    @property
    def user(self) -> User:
        return self.world.users[self.id]

    @property
    def home(self) -> View | None:
        """The App Home as last published for this person."""
        return self.world.homes.get(self.id)

    @property
    def forms(self) -> list[View]:
        """The stack of open modals, the one on top last."""
        return list(self.world.stacks.get(self.id, []))

    @property
    def form(self) -> View | None:
        return self.forms[-1] if self.forms else None

    def channels(self) -> list[Channel]:
        """The channels that this person can open, direct messages with the bot not among them."""
        guest = self.user.is_restricted
        every = [one for one in self.world.channels.values() if one.kind != "im"]
        return [one for one in every if self.id in one.members or (one.kind == "public" and not guest)]

    def messages(self, channel: str = "leads") -> list[Message]:
        """What stands in a channel (`"dm"`: with the bot), oldest first, whispers to this person among it."""
        place = self.place(channel)
        with self.world.lock:
            mine = [one for one in self.world.ephemerals if one.to == self.id and one.channel == place.id]
            return sorted([*place.messages, *mine], key=lambda one: float(one.ts))

    def sees(self, words: str, channel: str = "leads") -> Message:
        """The newest message with these words in its text or blocks; LookupError if there is none."""
        for one in reversed(self.messages(channel)):
            if words in finding.words(one):
                return one
        raise LookupError(f"{self.user.name} sees no {words!r} in {channel}")

    def dms(self) -> list[Message]:
        """What the bot wrote to this person."""
        return [one for one in self.world.dm(self.id).messages if one.user == BOT_USER]

    def ephemerals(self) -> list[Message]:
        """What was shown to this person alone, anywhere."""
        return [one for one in self.world.ephemerals if one.to == self.id]

    @property
    def answers(self) -> list[str]:
        """The texts of what was shown to this person alone, the app's and Slack's own."""
        return [one.text for one in self.ephemerals()]

    def place(self, channel: str) -> Channel:
        if channel == DM:
            return self.world.dm(self.id)
        place = self.world.channel(channel)
        if place.kind == "im":
            if place.user != self.id:
                raise LookupError(f"{self.user.name} cannot see {channel}")
        elif place not in self.channels():
            raise LookupError(f"{self.user.name} cannot see {channel}")
        return place

    def top_form(self) -> View:
        if self.form is None:
            raise LookupError(f"{self.user.name} has no form open")
        return self.form

    def surfaces(self, on: Where) -> list[Surface]:
        """Where to look, the likeliest first: the open form, the newest messages, the home."""
        if isinstance(on, Message | View):
            return [on]
        if on == "form":
            return [self.top_form()]
        home: list[Surface] = [self.home] if self.home else []
        if on == "home":
            return home
        if on is not None:
            return list(reversed(self.messages(on)))
        if self.form:
            return [self.form]
        seen = [one for place in [*self.channels(), self.world.dm(self.id)] for one in self.messages(place.id)]
        return [*sorted(seen, key=lambda one: float(one.ts), reverse=True), *home]

    def lost(self, text: str, on: Where) -> str:
        seen = [label for surface in self.surfaces(on) for label in finding.labels(surface)]
        return f"{self.user.name} sees no {text!r}; there is {seen}"
