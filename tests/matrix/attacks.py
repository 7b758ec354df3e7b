"""An attacker in the workspace: sends what Slack's client would, with ids, values and metadata edited by hand."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sandbox import payloads
from sandbox.push import Ack
from sandbox.records import TEAM, Json
from tests.matrix import product
from tests.matrix.product import Stage
from tests.matrix.stage import CARDS, GIVEN, Matrix, thread_of

OTHERS = "T0OTHERS01"
HOME: Json = {"type": "home", "id": "V0HOME", "private_metadata": "", "state": {"values": {}}}


@dataclass(frozen=True)
class Heard:
    """What came back, to this person alone."""

    text: str
    """What they read, on one line."""
    callback: str
    """Of the form or page that opened."""
    raw: str
    """All of it, byte for byte."""


@dataclass(frozen=True)
class Attacker:
    """Somebody of the matrix. Nothing that they send was offered to them."""

    matrix: Matrix
    name: str

    def presses(self, action_id: str, value: object = "0", view: Json | None = None) -> Heard:
        """A button, as if of App Home, or of this view."""
        pressed: Json = {"type": "button", "action_id": action_id, "block_id": "b", "value": str(value)}
        pressed["action_ts"] = self.matrix.world.ts()
        return self._sends("block_actions", actions=[pressed], view=view or HOME)

    def submits(self, callback: str, metadata: Mapping[str, object] | str, values: Json | None = None) -> Heard:
        """A form, whose private_metadata says this, and in whose inputs stands that."""
        packed = metadata if isinstance(metadata, str) else json.dumps(metadata)
        view: Json = {"type": "modal", "id": self.matrix.world.new_id("V"), "callback_id": callback}
        view |= {"private_metadata": packed, "state": {"values": values or {}}}
        return self._sends("view_submission", view=view, response_urls=[])

    def window(self, words: str, **chosen: str) -> Json:
        """The window that the command with these words opens, with filters that stand so, whatever was offered."""
        world, user = self.matrix.world, self.matrix.users[self.name]
        self.matrix.company.sandbox.push.command(self._command(words))
        with world.lock:
            opened = world.stacks.get(user.id, [])
        shown = opened[-1].as_json() if opened else HOME
        filters = {f"browse:{name}": {"selected_option": {"value": value}} for name, value in chosen.items()}
        return shown | {"state": {"values": {"filters": filters}}}

    def writes(self, text: str, under: Json | None = None) -> Heard:
        """A message to the bot, or so they say; `under` may claim any thread of any channel."""
        place = self.matrix.world.dm(self.matrix.users[self.name].id).id
        said = {"type": "message", "channel_type": "im", "channel": place, "text": text, "ts": self.matrix.world.ts()}
        return self.happens(**said | (under or {}))

    def shares(self, lead: int) -> Heard:
        """A file in the thread of a lead's card, or of a message that is not there."""
        link = "https://sandbox-inc.slack.com/files/U1/F1/brief.pdf"
        file = {"id": self.matrix.world.new_id("F"), "name": "brief.pdf", "permalink": link}
        where = {
            "channel": CARDS,
            "channel_type": "channel",
            "thread_ts": thread_of(lead),
            "ts": self.matrix.world.ts(),
        }
        return self.happens(type="message", subtype="file_share", text="", files=[file], **where)

    def mentions(self, text: str) -> Heard:
        return self.happens(type="app_mention", channel="C0LEADS001", text=text, ts=self.matrix.world.ts())

    def calls(self, callback: str) -> Heard:
        """A global shortcut."""
        return self._sends("shortcut", callback_id=callback, action_ts=self.matrix.world.ts())

    def calls_on(self, callback: str, message: Json) -> Heard:
        """A message's shortcut, on any message that they say there is."""
        stamp = self.matrix.world.ts()
        place = {"id": "C0LEADS001", "name": "leads"}
        where = {"channel": place, "message": message | {"ts": stamp}, "message_ts": stamp, "action_ts": stamp}
        return self._sends("message_action", callback_id=callback, **where)

    def types(self, text: str) -> Heard:
        """The command."""
        return self._heard(self.matrix.company.sandbox.push.command(self._command(text)))

    def happens(self, **event: object) -> Heard:
        """An event that claims to be by this person."""
        user = self.matrix.users[self.name]
        by = {"user": user.id, "team": OTHERS if self.name == "stranger" else TEAM}
        told = self.matrix.company.sandbox.push.event(by | event)
        if told is not None:
            told.result(10)
        return self._heard(Ack(""))

    def _command(self, text: str) -> Json:
        world, user = self.matrix.world, self.matrix.users[self.name]
        sent = payloads.command(world, user, world.channel("leads"), "/lead", text, self.matrix.company.sandbox.url)
        return sent | ({"team_id": OTHERS} if self.name == "stranger" else {})

    def _sends(self, kind: str, **more: object) -> Heard:
        user = self.matrix.users[self.name]
        payload = payloads.interaction(self.matrix.world, kind, user, **more)
        if self.name == "stranger":
            payload["user"]["team_id"] = OTHERS
        return self._heard(self.matrix.company.sandbox.push.interaction(payload))

    def _heard(self, ack: Ack) -> Heard:
        """What the answer says, and the windows that opened meanwhile; they are closed again."""
        with self.matrix.world.lock:
            opened = [view.body for view in self.matrix.world.stacks.pop(self.matrix.users[self.name].id, [])]
        answer: Json = ack.body if isinstance(ack.body, dict) else {"text": ack.body}
        shown = [answer["view"]] if "view" in answer else opened
        said = [*answer.get("errors", {}).values(), *([] if shown else _texts(answer))]
        said += [line for view in shown for line in _texts(view)]
        callback = next((str(view.get("callback_id", "")) for view in shown), "")
        raw = json.dumps([ack.trouble, ack.body, [_unnamed(body) for body in opened]], sort_keys=True)
        return Heard(" ".join(said), callback, raw)


def _unnamed(view: Json) -> Json:
    """Without the names that Slack itself gives to blocks."""
    return view | {"blocks": [{name: block[name] for name in block if name != "block_id"} for block in view["blocks"]]}


def _texts(given: object) -> list[str]:
    """What can be read of a message or view."""
    return read_blocks(given.get("blocks") or given.get("text", "")) if isinstance(given, dict) else []


def read_blocks(given: object) -> list[str]:
    """The texts of Block Kit, in their order."""
    if isinstance(given, str):
        return [given] if given else []
    if isinstance(given, list):
        return [text for one in given for text in read_blocks(one)]
    if not isinstance(given, dict):
        return []
    own = given.get("text")
    if isinstance(own, str):
        return [own]
    return [text for one in given.values() if isinstance(one, dict | list) for text in read_blocks(one)]


def none(found: Iterable[str]) -> None:
    """No cell may be wrong; all that are, are named."""
    wrong = list(found)
    assert not wrong, "\n".join(wrong)


def tells_too_much(name: str, stage: Stage, heard: Heard) -> str:
    """How to reach somebody is for those who reach them, whatever is sent."""
    given = GIVEN[stage.kind]
    told = [reach for reach in (given.email, given.phone) if reach in heard.raw]
    may = name not in product.OUTSIDE and product.allowed(["reaches"], name, stage)
    return f"it told {told}" if told and not may else ""
