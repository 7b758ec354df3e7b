"""Block Kit's texts, options, confirm dialogs and elements; limits from https://docs.slack.dev/reference/block-kit."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from sandbox.rules.shapes import (
    Check,
    any_of,
    anything,
    both,
    complaint,
    flag,
    integer,
    listing,
    matching,
    one_of,
    record,
    string,
    typed,
)

IDENTIFIER = string(255)
VALUE = string(2000)
# A rich text may link to an address or a number; what a browser is to open or load is on the web.
WEB = both(string(3000), matching(lambda url: bool(re.match(r"^(https?|slack)://", url)), "invalid url"))
URL = both(string(3000), matching(lambda url: bool(re.match(r"^(https?|mailto|tel|slack)[:]", url)), "invalid url"))
CLOCK = matching(lambda given: bool(re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", given)), "must be a valid time")


def plain(most: int) -> Check:
    return typed({"plain_text": record({"text": string(most)}, {"emoji": flag})})


def text(most: int) -> Check:
    marked = record({"text": string(most)}, {"verbatim": flag})
    return typed({"plain_text": record({"text": string(most)}, {"emoji": flag}), "mrkdwn": marked})


def _is_day(given: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", given)) and bool(date.fromisoformat(given))
    except ValueError:
        return False


DAY = matching(_is_day, "must be a valid date")
CONFIRM = record(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)
OPTION = record({"text": plain(75), "value": string(150)}, {"description": plain(75)})
RICH_OPTION = record({"text": text(75), "value": string(150)}, {"description": text(75)})
LINKED_OPTION = record({"text": plain(75), "value": string(150)}, {"description": plain(75), "url": WEB})
GROUP = record({"label": plain(75), "options": listing(OPTION, 100)})
DISPATCH = record({}, {"trigger_actions_on": listing(one_of("on_enter_pressed", "on_character_entered"), 2)})


def _chosen_among_options(given: dict[str, Any], where: str) -> Iterator[str]:
    """What is chosen at first must be one of the options, word for word."""
    groups = given.get("option_groups") or [{"options": given.get("options") or []}]
    known = [option for group in groups for option in group["options"]]
    one = given.get("initial_option")
    for at, chosen in enumerate(given.get("initial_options") or []):
        if chosen not in known:
            yield complaint("initial_options must be a subset of options", f"{where}/initial_options/{at}")
    if one and one not in known:
        yield complaint("initial_option must be one of options", f"{where}/initial_option")


ACTED = {"action_id": IDENTIFIER, "confirm": CONFIRM, "focus_on_load": flag}
HINTED = ACTED | {"placeholder": plain(150)}
TYPED = {"action_id": IDENTIFIER, "placeholder": plain(150), "focus_on_load": flag, "dispatch_action_config": DISPATCH}
SELECT = HINTED | {"options": listing(OPTION, 100), "option_groups": listing(GROUP, 100)}
USERS = listing(string(255), 1000)
MANY = {"max_selected_items": integer(1, 1000)}
FILTER = {"filter": anything, "default_to_current_conversation": flag, "response_url_enabled": flag}


def _choice(one: dict[str, Check]) -> Check:
    return both(record({}, SELECT | one), any_of("options", "option_groups"), _chosen_among_options)


def _boxes(one: dict[str, Check]) -> Check:
    shape = record({"options": listing(RICH_OPTION, 10)}, ACTED | one)
    return both(shape, _chosen_among_options)


ELEMENTS: dict[str, Check] = {
    "button": record(
        {"text": plain(75)},
        {
            "action_id": IDENTIFIER,
            "url": WEB,
            "value": VALUE,
            "style": one_of("primary", "danger"),
            "confirm": CONFIRM,
            "accessibility_label": string(75),
        },
    ),
    "image": both(
        record(
            {"alt_text": string(2000)}, {"image_url": WEB, "slack_file": record({}, {"id": string(255), "url": URL})}
        ),
        any_of("image_url", "slack_file"),
    ),
    "overflow": record({"options": listing(LINKED_OPTION, 5)}, {"action_id": IDENTIFIER, "confirm": CONFIRM}),
    "static_select": _choice({"initial_option": OPTION}),
    "multi_static_select": _choice({"initial_options": listing(OPTION, 100)} | MANY),
    "external_select": record({}, HINTED | {"initial_option": OPTION, "min_query_length": integer(0, 3000)}),
    "users_select": record({}, HINTED | {"initial_user": string(255)}),
    "multi_users_select": record({}, HINTED | MANY | {"initial_users": USERS}),
    "conversations_select": record({}, HINTED | FILTER | {"initial_conversation": string(255)}),
    "multi_conversations_select": record({}, HINTED | FILTER | MANY | {"initial_conversations": USERS}),
    "channels_select": record({}, HINTED | {"initial_channel": string(255), "response_url_enabled": flag}),
    "multi_channels_select": record({}, HINTED | MANY | {"initial_channels": USERS}),
    "datepicker": record({}, HINTED | {"initial_date": DAY}),
    "timepicker": record({}, HINTED | {"initial_time": CLOCK, "timezone": string(255)}),
    "datetimepicker": record({}, ACTED | {"initial_date_time": integer(0, 10**10)}),
    "radio_buttons": _boxes({"initial_option": RICH_OPTION}),
    "checkboxes": _boxes({"initial_options": listing(RICH_OPTION, 10)}),
    "plain_text_input": record(
        {},
        TYPED
        | {
            "initial_value": string(3000, 0),
            "multiline": flag,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
    ),
    "number_input": record(
        {"is_decimal_allowed": flag},
        TYPED | {"initial_value": string(255), "min_value": string(255), "max_value": string(255)},
    ),
    "email_text_input": record({}, TYPED | {"initial_value": string(3000)}),
    "url_text_input": record({}, TYPED | {"initial_value": string(3000)}),
    "file_input": record(
        {}, {"action_id": IDENTIFIER, "filetypes": listing(string(30), 100), "max_files": integer(1, 10)}
    ),
}
INPUTS = frozenset(ELEMENTS) - {"button", "image", "overflow"}
ACTING = frozenset(ELEMENTS) - {"image", "file_input"} - frozenset(one for one in ELEMENTS if "_input" in one)
ACCESSORIES = ACTING - {"datetimepicker"} | {"image"}
