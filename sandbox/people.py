"""Everything that a person can do in Slack, one method each; the page and the tests act through it alike."""

from collections.abc import Mapping
from concurrent.futures import wait
from dataclasses import dataclass

from sandbox import answers, finding, happenings, inputs, payloads, speech, submitting
from sandbox.finding import Spot, Surface
from sandbox.manifest import Shortcut
from sandbox.push import Ack
from sandbox.records import Channel, Json, Message, Value, View
from sandbox.refusal import RefusalError
from sandbox.sight import DM, Sight, Where
from sandbox.tickets import ResponseUrl
from sandbox.world import World

NO_FILES: Mapping[str, bytes] = {}


@dataclass(frozen=True)
class Human(Sight):
    """A person of the workspace. Only what this person can see can be clicked; `forge` is the door for bad payloads."""

    # writing

    def types(self, text: str, channel: str = "leads") -> None:
        """A slash command, as in `types("/lead Acme")`; Slack says so if the app does not answer in time."""
        name, _, rest = text.partition(" ")
        place = self.place(channel)
        manifest = self.world.manifest
        if name not in manifest.commands or "commands" not in manifest.scopes:
            said = f"{name} is not a valid command."
            answers.trouble(self.world, self.id, place.id, said)
            return
        words = speech.command(self.world, rest.strip(), escaped=manifest.commands[name])
        ack = self.push.command(payloads.command(self.world, self.user, place, name, words, self.url))
        self._hear(place, name, ack)

    def says(
        self, text: str, channel: str = DM, thread_ts: str | None = None, files: Mapping[str, bytes] = NO_FILES
    ) -> Message:
        """A message, perhaps with files by their names; returns when the app has heard of it, or has failed to once."""
        place = self.place(channel)
        if place.kind == "im" and (self.world.manifest.messages_read_only or not self.world.manifest.messages_tab):
            raise LookupError("the app takes no messages")
        message = Message(self.world.ts(), place.id, self.id, speech.message(self.world, text), thread_ts=thread_ts)
        message.files = [self.world.upload(name, data, self.id, place.id) for name, data in files.items()]
        self.world.post(message)
        wait(self.world.announce(message))
        return message

    def unsays(self, message: Message) -> None:
        """Deletes what they wrote."""
        wait(self.world.unsay(message))

    def invites(self, name: str, channel: str) -> None:
        """Brings somebody, or the bot (`"leadloop"`), into a channel that this person can see."""
        wait(happenings.joins(self.world, self.world.user(name), self.place(channel).id))

    def removes(self, name: str, channel: str) -> None:
        wait(happenings.leaves(self.world, self.world.user(name), self.place(channel).id))

    def archives(self, channel: str) -> None:
        wait(happenings.archives(self.world, self.user, self.place(channel).id))

    def unarchives(self, channel: str) -> None:
        wait(happenings.unarchives(self.world, self.user, self.place(channel).id))

    def opens_to_all(self, channel: str) -> None:
        """A private channel becomes public."""
        happenings.opens_to_all(self.world, self.place(channel).id)

    def closes_to_others(self, channel: str) -> None:
        """A public channel becomes private."""
        happenings.closes_to_others(self.world, self.place(channel).id)

    def deletes(self, channel: str) -> None:
        wait(happenings.deletes(self.world, self.place(channel).id))

    def travels(self, tz: str) -> None:
        wait(happenings.travels(self.world, self.user, tz))

    def opens_home(self) -> None:
        opened: Json = {"type": "app_home_opened", "user": self.id, "channel": self.world.dm(self.id).id, "tab": "home"}
        if self.home:
            opened["view"] = self.home.as_json()
        wait(self.world.tell(opened))

    # shortcuts

    def shortcut(self, name: str) -> None:
        """A global shortcut by its name."""
        found = self._shortcut("global", name)
        self._interact(payloads.interaction(self.world, "shortcut", self.user, **_called(self.world, found)), None)

    def message_shortcut(self, name: str, message: Message) -> None:
        """A shortcut in a message's menu, by its name."""
        found = self._shortcut("message", name)
        where = payloads.on_message(self.world, self.user, message, self.url)
        picked = {key: where[key] for key in ("channel", "message", "response_url")} | {"message_ts": message.ts}
        payload = payloads.interaction(self.world, "message_action", self.user, **picked, **_called(self.world, found))
        self._interact(payload, message)

    # forms

    def sets(self, label: str, value: Value) -> None:
        """Fills an input by its label: text, an option's label, a person's name, an ISO date, or a list of them."""
        spot = finding.labelled(self.top_form(), label)
        self.fills(*spot.ids, self._meant(spot, value))

    def attaches(self, label: str, files: Mapping[str, bytes]) -> None:
        """Puts files, by their names, into an input of the form on top."""
        self.fills(*finding.labelled(self.top_form(), label).ids, self.uploads(files))

    def uploads(self, files: Mapping[str, bytes]) -> list[Json]:
        """Into a form: Slack has them from then on, and tells the app of them when it is sent."""
        return [self.world.upload(name, data, self.id).as_json(self.url) for name, data in files.items()]

    def fills(self, block_id: str, action_id: str, raw: Value) -> None:
        """Fills an input of the form on top by its ids; an input that dispatches tells the app at once."""
        spot = finding.at(self.top_form(), block_id, action_id)
        self.keep(spot, raw)
        if spot.block.get("dispatch_action"):
            self.acts(spot.surface, block_id, action_id, raw)

    def keep(self, spot: Spot, raw: Value) -> None:
        """What is typed or chosen stands in its input; the app hears of it with the next press or submission."""
        block, action = spot.ids
        with self.world.lock:
            spot.surface.state.setdefault(block, {})[action] = inputs.holding(spot.element, raw)
            self.world.touch()

    def submits(self) -> dict[str, str]:
        """Sends the form on top. Returns what stands under its fields, by label; then the form is still open."""
        view = self.top_form()
        submitting.submit(self.world, self.push, self.user, view)
        known = {spot.block["block_id"]: spot.label for spot in finding.spots(view)}
        return {known.get(block, block): said for block, said in view.errors.items()}

    def closes(self) -> None:
        self.top_form()
        submitting.close(self.world, self.push, self.user)

    # pressing

    def clicks(self, text: str, on: Where = None) -> None:
        """Presses a button, or an option of an overflow menu, by its text; a confirm dialog is answered with yes."""
        for surface in self.surfaces(on):
            found = finding.button(surface, text)
            if found:
                self.acts(surface, *found[0].ids, found[1])
                return
        raise LookupError(self.lost(text, on))

    def picks(self, option: str, on: Where = None) -> None:
        """Picks an option that acts at once: of a select, of radio buttons, of an overflow menu."""
        for surface in self.surfaces(on):
            spot = finding.choice(surface, option)
            if spot:
                self.acts(surface, *spot.ids, option)
                return
        raise LookupError(self.lost(option, on))

    def acts(self, surface: Surface, block_id: str, action_id: str, raw: Value = None) -> bool:
        """Uses an element by its ids, as a page does: `raw` is what was chosen or typed. Returns whether it is well."""
        spot = finding.at(surface, block_id, action_id)
        if spot.element["type"] not in {"button", "overflow"}:
            self.keep(spot, raw)
        on = (
            payloads.on_view(surface)
            if isinstance(surface, View)
            else payloads.on_message(self.world, self.user, surface, self.url)
        )
        act = payloads.action(self.world, spot.element, block_id, raw)
        return self._interact(
            payloads.interaction(self.world, "block_actions", self.user, **on, actions=[act]), surface
        )

    def suggestions(self, surface: View, block_id: str, action_id: str, typed: str) -> list[Json]:
        """What the app offers in an external select while this person types; an option of it goes to `fills`."""
        on = payloads.on_view(surface)
        asked = {"value": typed, "block_id": block_id, "action_id": action_id}
        ack = self.push.interaction(payloads.interaction(self.world, "block_suggestion", self.user, **on, **asked))
        return list(ack.body.get("options", [])) if isinstance(ack.body, dict) else []

    def forge(self, payload: Json) -> Ack:
        """Sends any interaction as if Slack had, for tests of what a person cannot do."""
        return self.push.interaction(payloads.interaction(self.world, "block_actions", self.user) | payload)

    # inside

    def _shortcut(self, kind: str, name: str) -> Shortcut:
        for one in self.world.manifest.shortcuts:
            if (one.kind, one.name) == (kind, name):
                return one
        raise LookupError(f"no {kind} shortcut {name!r} in the manifest")

    def _meant(self, spot: Spot, value: Value) -> Value:
        """People and channels by name become ids."""
        if isinstance(value, list | tuple):
            return [self._meant(spot, one) for one in value]
        if "users" in spot.element["type"]:
            return self.world.user(value).id
        if "channels" in spot.element["type"] or "conversations" in spot.element["type"]:
            return self.world.channel(value).id
        return value

    def _hear(self, place: Channel, name: str, ack: Ack) -> None:
        said = ack.trouble if ack.trouble != "http_error" else "dispatch_failed"
        if not said and ack.body:
            try:
                answers.show(self.world, ResponseUrl(self.id, place.id, self.world.now()), ack.body)
            except RefusalError as refusal:
                said = refusal.code
        if said:
            answers.trouble(self.world, self.id, place.id, f':warning: {name} failed with the error "{said}"')

    def _interact(self, payload: Json, surface: Surface | None) -> bool:
        ack = self.push.interaction(payload)
        if not ack.trouble:
            return True
        if isinstance(surface, View):
            surface.errors = {submitting.WHOLE: submitting.TROUBLE}
            self.world.touch()
        else:
            place = surface.channel if surface else self.world.dm(self.id).id
            answers.trouble(self.world, self.id, place, f":warning: {submitting.TROUBLE}")
        return False


def _called(world: World, shortcut: Shortcut) -> Json:
    return {"callback_id": shortcut.callback_id, "action_ts": world.ts()}
