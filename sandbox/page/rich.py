"""The rich_text block as safe HTML (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block)."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from sandbox.page.emoji import EMOJI
from sandbox.page.mrkdwn import link, mention, moment, plain
from sandbox.page.reader import Reader

Element = Mapping[str, Any]
STYLES = {"bold": "strong", "italic": "em", "strike": "s", "code": "code"}
LEAVES: dict[str, Callable[[Element, Reader], Markup]] = {
    "text": lambda leaf, _: plain(leaf["text"]),
    "link": lambda leaf, reader: link(leaf["url"], leaf.get("text") or leaf["url"], reader),
    "emoji": lambda leaf, _: plain(EMOJI.get(leaf["name"], f":{leaf['name']}:")),
    "user": lambda leaf, reader: mention("@" + reader.people.get(leaf["user_id"], leaf["user_id"])),
    "channel": lambda leaf, reader: mention("#" + reader.channels.get(leaf["channel_id"], leaf["channel_id"])),
    "usergroup": lambda leaf, _: mention("@" + leaf["usergroup_id"]),
    "broadcast": lambda leaf, _: mention("@" + leaf["range"]),
    "date": lambda leaf, reader: moment(str(leaf["timestamp"]), leaf["format"], reader),
}


def styled(leaf: Element, reader: Reader) -> Markup:
    shown = LEAVES[leaf["type"]](leaf, reader)
    for style, on in leaf.get("style", {}).items():
        if on and style in STYLES:
            shown = Markup("<{0}>{1}</{0}>").format(STYLES[style], shown)
    return shown


def line(element: Element, reader: Reader) -> Markup:
    return Markup().join(styled(leaf, reader) for leaf in element["elements"])


def listed(element: Element, reader: Reader) -> Markup:
    tag = "ol" if element["style"] == "ordered" else "ul"
    items = Markup().join(Markup("<li>{}</li>").format(line(item, reader)) for item in element["elements"])
    return Markup('<{0} class="indent-{1}">{2}</{0}>').format(tag, int(element.get("indent", 0)), items)


PARTS: dict[str, Callable[[Element, Reader], Markup]] = {
    "rich_text_section": lambda part, reader: Markup("<p>{}</p>").format(line(part, reader)),
    "rich_text_list": listed,
    "rich_text_quote": lambda part, reader: Markup("<blockquote>{}</blockquote>").format(line(part, reader)),
    "rich_text_preformatted": lambda part, reader: Markup("<pre>{}</pre>").format(line(part, reader)),
}


def rich_text(block: Element, reader: Reader) -> Markup:
    """All of a rich_text block, or of a rich_text cell in a table."""
    return Markup().join(PARTS[part["type"]](part, reader) for part in block["elements"])
