"""Says things in Slack, once each: posts, edits, App Homes, and the search for what may have been said already."""

import hmac
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from bot.front import Rendered, Target, Undeliverable, mark
from bot.parking import OF_CHANNELS
from bot.patience import Patience
from bot.people import Person
from bot.troubles import Cause
from handlers.slack import messages
from handlers.slack.web_api.channels import keeps_private
from handlers.slack.web_api.client import Reply, Slack
from handlers.slack.web_api.uploads import Pictures

EVENT = "leadloop_notice"
"""The type of our messages' metadata. Every app of the workspace can read it, so it holds a keyed hash and no name."""
LOOKED_AT = 200
"""Messages a page of history."""

MARK = 12
"""So many characters of a mark stand in a file's name."""


class Sender:
    """The front that `bot.deliver` asks; the secret makes the keyed hashes of notices' keys."""

    platform = "slack"

    def __init__(self, slack: Slack, patience: Patience, secret: bytes) -> None:
        self.slack = slack
        self.patience = patience
        self.secret = secret
        self.pictures = Pictures(slack, patience.send)
        self._rooms: dict[str, str] = {}

    def render(self, shown: object, reader: Person | None) -> Rendered:
        body = messages.render(shown, reader)
        written = json.dumps(body, sort_keys=True).encode()
        return Rendered(body, hmac.new(self.secret, written, sha256).hexdigest())

    def send(self, target: Target, rendered: Rendered, *, receipt: str, key: str) -> str:
        """Raises TryLater, Undeliverable or Unsure. A message that somebody deleted is posted anew."""
        if target.address.startswith("home:"):
            self._call("views.publish", user_id=target.reference, view=rendered.body["view"])
            return target.address
        if "gone" in rendered.body:
            return self._delete_file(receipt) if _is_file(receipt) else self._remove(receipt)
        if "file" in rendered.body:
            return receipt or self._share(target, rendered.body, key)
        said = {**self.pictures.hang(rendered.body), "metadata": self._metadata(key)}
        try:
            return self._say(target, said, receipt)
        except Undeliverable as refused:
            self.pictures.refused(rendered.body, refused)
            raise

    def _say(self, target: Target, said: Mapping[str, object], receipt: str) -> str:
        if target.private and target.channel:
            keeps_private(self.slack, target.channel)
        if receipt and self._stands(target, said, receipt):
            return receipt
        try:
            return self._post(target, said)
        except Undeliverable as refused:
            self._rooms.pop(target.reference, None)
            if _moved(target, target.reference, refused):  # what stands above it will stand elsewhere, and it with that
                raise Undeliverable(refused.why, Cause.MOOT) from refused
            raise

    def _stands(self, target: Target, said: Mapping[str, object], receipt: str) -> bool:
        """Whether it says so where it stood; not where it is gone, or another channel was chosen for it."""
        try:
            self._edit(receipt, said)
        except Undeliverable as gone:
            if gone.why != "message_not_found" and not _moved(target, receipt, gone):
                raise
            return False
        return True

    def find(self, target: Target, key: str, *, since: datetime) -> str | None:
        """The receipt of the message of this key that was posted at `since` or later, if there is one."""
        channel, thread = self._where(target)
        sought = mark(self.secret, key)
        for message in self._history(channel, thread, since):
            payload = message.get("metadata", {}).get("event_payload", {})
            if payload.get("mark") == sought:
                return f"{channel}:{message['ts']}"
            for file in message.get("files", ()):
                if _named(sought, file):
                    return f"{channel}:{file['id']}"
        return None

    def _share(self, target: Target, body: Mapping[str, Any], key: str) -> str:
        """A file's message takes no metadata, so its name holds the mark by which it is found."""
        channel, _ = self._where(target)
        name = f"{body['file']['name']}-{mark(self.secret, key)[:MARK]}.{body['file'].get('ending', 'csv')}"
        data = str(body["file"]["content"]).encode()
        comment = {"channel_id": channel, "initial_comment": body["text"]}
        return f"{channel}:{self.slack.upload(name, name, data, within=self.patience.send, **comment)}"

    def _metadata(self, key: str) -> Mapping[str, object]:
        return {"event_type": EVENT, "event_payload": {"mark": mark(self.secret, key)}}

    def _edit(self, receipt: str, said: Mapping[str, object]) -> None:
        channel, _, ts = receipt.partition(":")
        self._call("chat.update", channel=channel, ts=ts, **said)

    def _remove(self, receipt: str) -> str:
        """What somebody deleted already is gone all the same."""
        channel, _, ts = receipt.partition(":")
        try:
            self._call("chat.delete", channel=channel, ts=ts)
        except Undeliverable as gone:
            if gone.why != "message_not_found":
                raise
        return ""

    def _delete_file(self, receipt: str) -> str:
        """The line that came with it stays: https://docs.slack.dev/reference/methods/files.delete."""
        try:
            self._call("files.delete", file=receipt.partition(":")[2])
        except Undeliverable as gone:
            if gone.why not in {"file_deleted", "file_not_found"}:
                raise
        return ""

    def _post(self, target: Target, said: Mapping[str, object]) -> str:
        channel, thread = self._where(target)
        quiet = {"unfurl_links": False, "unfurl_media": False}
        reply = self._call("chat.postMessage", channel=channel, thread_ts=thread, **quiet, **said)
        return f"{reply['channel']}:{reply['ts']}"

    def _where(self, target: Target) -> tuple[str, str | None]:
        """The channel, and the thread in it if the target is one."""
        if target.address.startswith("person:"):
            return self._room(target.reference), None
        channel, _, thread = target.reference.partition(":")
        return channel, thread or None

    def _room(self, user: str) -> str:
        """The direct messages with somebody: edits need the channel's own id."""
        if user not in self._rooms:
            self._rooms[user] = self._call("conversations.open", users=user)["channel"]["id"]
        return self._rooms[user]

    def _history(self, channel: str, thread: str | None, since: datetime) -> Iterator[Reply]:
        method = "conversations.replies" if thread else "conversations.history"
        oldest, cursor = f"{since.timestamp():.6f}", None
        while cursor != "":
            page = self._call(
                method,
                channel=channel,
                ts=thread,
                oldest=oldest,
                cursor=cursor,
                limit=LOOKED_AT,
                include_all_metadata=True,
            )
            yield from page["messages"]
            cursor = page.get("response_metadata", {}).get("next_cursor", "")

    def _call(self, method: str, **arguments: object) -> Reply:
        return self.slack.call(method, within=self.patience.send, **arguments)


def _moved(target: Target, receipt: str, refused: Undeliverable) -> bool:
    """The message stands in a channel that nobody can write in any more, and another one was chosen for it since."""
    stands_in, _, _ = receipt.partition(":")
    return target.channel not in {"", stands_in} and refused.cause in OF_CHANNELS


def _is_file(receipt: str) -> bool:
    """A message's name is a number, a file's begins with a letter."""
    return receipt.partition(":")[2].startswith("F")


def _named(mark: str, file: Mapping[str, object]) -> bool:
    return mark[:MARK] in str(file.get("name"))
