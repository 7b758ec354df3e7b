"""Files on their way to Slack: uploaded first and shared nowhere, then named by the message that shows them."""

import json
import logging
from collections.abc import Mapping
from hashlib import sha256

from bot.front import TryLater, Undeliverable, Unsure
from handlers.slack import pictures
from handlers.slack.web_api.client import Slack

log = logging.getLogger(__name__)

NOT_YET = "invalid_blocks"
"""What Slack says of a message with a file that it has not looked at yet."""
PATIENT = 3
"""Refusals of a message with its picture, after which it goes without."""


class Pictures:
    """Puts uploaded files where a message's pictures are still to be drawn; without one rather than not at all."""

    def __init__(self, slack: Slack, within: float) -> None:
        self.slack = slack
        self.within = within
        self._files: dict[str, str] = {}
        self._refused: dict[str, int] = {}

    def hang(self, body: Mapping[str, object]) -> Mapping[str, object]:
        """The body as Slack takes it."""
        if not any("drawing" in block for block in _blocks(body)):
            return body
        hung = [self._hung(block) if "drawing" in block else block for block in _blocks(body)]
        return {**body, "blocks": [block for block in hung if block is not None]}

    def refused(self, body: Mapping[str, object], error: Undeliverable) -> None:
        """Raises TryLater while it may be that Slack has only not looked at the file yet."""
        names = [_name(block) for block in _blocks(body) if "drawing" in block]
        for name in names:
            self._refused[name] = self._refused.get(name, 0) + 1
        if error.why == NOT_YET and names and self._refused[names[0]] <= PATIENT:
            raise TryLater(self.slack.patience.retry) from error
        raise error

    def _hung(self, block: Mapping[str, object]) -> Mapping[str, object] | None:
        name = _name(block)
        if self._refused.get(name, 0) >= PATIENT:
            return None
        try:
            file = self._files.get(name) or self._upload(block)
        except (TryLater, Undeliverable, Unsure) as lost:
            log.warning("A picture was not uploaded: %s.", type(lost).__name__)
            return None
        self._files = {name: file}  # for another attempt at the same message; others have pictures of their own
        return {"type": "image", "alt_text": block["alt_text"], "slack_file": {"id": file}}

    def _upload(self, block: Mapping[str, object]) -> str:
        drawing = block["drawing"]
        data = pictures.png(drawing if isinstance(drawing, dict) else {})
        return self.slack.upload("week.png", str(block["alt_text"]), data, within=self.within)


def _blocks(body: Mapping[str, object]) -> list[Mapping[str, object]]:
    blocks = body.get("blocks")
    return blocks if isinstance(blocks, list) else []


def _name(block: Mapping[str, object]) -> str:
    return sha256(json.dumps(block["drawing"], sort_keys=True).encode()).hexdigest()
