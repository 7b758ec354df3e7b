"""Block Kit's blocks, and on which surface each may stand; https://docs.slack.dev/reference/block-kit/blocks."""

from sandbox.rules.elements import ACCESSORIES, ACTING, ELEMENTS, IDENTIFIER, INPUTS, URL, WEB, plain, text
from sandbox.rules.shapes import Check, any_of, anything, both, flag, integer, listing, one_of, record, string, typed

NAMED = {"block_id": IDENTIFIER}
IMAGE_FILE = record({}, {"id": string(255), "url": URL})

RICH_STYLE = record({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline"), flag))
RICH_LEAVES: dict[str, Check] = {
    "text": record({"text": string(3000)}, {"style": RICH_STYLE}),
    "link": record({"url": URL}, {"text": string(3000), "unsafe": flag, "style": RICH_STYLE}),
    "user": record({"user_id": string(255)}, {"style": RICH_STYLE}),
    "usergroup": record({"usergroup_id": string(255)}, {"style": RICH_STYLE}),
    "channel": record({"channel_id": string(255)}, {"style": RICH_STYLE}),
    "emoji": record({"name": string(255)}, {"unicode": string(255), "style": RICH_STYLE}),
    "date": record({"timestamp": integer(0, 10**10), "format": string(255)}, {"url": URL, "fallback": string(255)}),
    "broadcast": record({"range": one_of("here", "channel", "everyone")}),
}
LEAVES = {"elements": listing(typed(RICH_LEAVES), 1000, 0)}
SECTION = record(LEAVES)
RICH_PARTS: dict[str, Check] = {
    "rich_text_section": SECTION,
    "rich_text_preformatted": record(LEAVES, {"border": integer(0, 1), "language": string(50)}),
    "rich_text_quote": record(LEAVES, {"border": integer(0, 1)}),
    "rich_text_list": record(
        {"style": one_of("bullet", "ordered"), "elements": listing(typed({"rich_text_section": SECTION}), 1000)},
        {"indent": integer(0, 8), "offset": integer(0, 1000), "border": integer(0, 1)},
    ),
}
RICH = record({"elements": listing(typed(RICH_PARTS), 1000)}, NAMED)
CELLS: dict[str, Check] = {
    "raw_text": record({"text": string(3000)}),
    "raw_number": record({"value": anything}, {"text": string(3000)}),
    "rich_text": RICH,
}
CONTEXT: dict[str, Check] = {
    "image": ELEMENTS["image"],
    "plain_text": record({"text": string(3000)}, {"emoji": flag}),
    "mrkdwn": record({"text": string(3000)}, {"verbatim": flag}),
}

BLOCKS: dict[str, Check] = {
    "section": both(
        record(
            {},
            NAMED
            | {
                "text": text(3000),
                "fields": listing(text(2000), 10),
                "accessory": typed(ELEMENTS, ACCESSORIES),
                "expand": flag,
            },
        ),
        any_of("text", "fields"),
    ),
    "header": record({"text": plain(150)}, NAMED | {"level": integer(1, 4)}),
    "divider": record({}, NAMED),
    "context": record({"elements": listing(typed(CONTEXT), 10)}, NAMED),
    "actions": record({"elements": listing(typed(ELEMENTS, ACTING), 25)}, NAMED),
    "input": record(
        {"label": plain(2000), "element": typed(ELEMENTS, INPUTS)},
        NAMED | {"hint": plain(2000), "optional": flag, "dispatch_action": flag},
    ),
    "image": both(
        record(
            {"alt_text": string(2000)},
            NAMED | {"image_url": WEB, "slack_file": IMAGE_FILE, "title": plain(2000)},
        ),
        any_of("image_url", "slack_file"),
    ),
    "rich_text": RICH,
    "markdown": record({"text": string(12_000)}, NAMED),
    "table": record(
        {"rows": listing(listing(typed(CELLS), 20), 100)},
        NAMED | {"column_settings": listing(anything, 20, 0)},
    ),
    "file": record({"external_id": string(255), "source": one_of("remote")}, NAMED),
    "video": record(
        {
            "alt_text": string(2000),
            "title": plain(200),
            "thumbnail_url": URL,
            "video_url": URL,
        },
        NAMED
        | {
            "title_url": URL,
            "description": plain(200),
            "author_name": string(50),
            "provider_name": string(50),
            "provider_icon_url": URL,
        },
    ),
}
SURFACES: dict[str, frozenset[str]] = {
    "message": frozenset(BLOCKS),
    "modal": frozenset(BLOCKS) - {"file", "markdown", "table"},
    "home": frozenset(BLOCKS) - {"file", "markdown", "table"},
}
