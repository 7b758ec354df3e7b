"""What can be typed or chosen in a form, as functions to dicts, and read back from Slack's `view.state.values`.

An input's block id and action id are the domain's name of the field, so that a refusal finds its place.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time

from handlers.slack.kit.blocks import BUTTON, LABEL, TEXT, Block, cut, plain
from handlers.slack.kit.reading import typed as typed_plainly

Values = Mapping[str, Mapping[str, Mapping[str, object]]]
"""`view.state.values`: block id → action id → what is in it."""
_DIGITS = re.compile(r"\d{1,9}", re.ASCII)
Choice = tuple[str, str]
"""A code and its words."""


def field(name: str, label: str, element: Block, *, optional: bool = True, hint: str = "") -> Block:
    block: Block = {"type": "input", "block_id": name, "label": plain(label, LABEL), "optional": optional}
    block["element"] = element | {"action_id": name}
    return block | ({"hint": plain(hint, LABEL)} if hint else {})


def typed(initial: str = "", *, long: bool = False, placeholder: str = "", at_once: bool = False) -> Block:
    """A line, or some. No `max_length`: our own sentence says what is too long, and what was typed stays.

    `at_once`: whoever opens the form types here; so it is with one field of a form at most.
    """
    element: Block = {"type": "plain_text_input", "multiline": long} | ({"focus_on_load": True} if at_once else {})
    if initial:
        element["initial_value"] = cut(initial, TEXT)
    return element | ({"placeholder": plain(placeholder, 150)} if placeholder else {})


def whole_number(initial: int, *, least: int, most: int) -> Block:
    """Typed on a phone's digits. https://docs.slack.dev/reference/block-kit/block-elements/number-input-element"""
    bounds = {"min_value": str(least), "max_value": str(most), "initial_value": str(initial)}
    return {"type": "number_input", "is_decimal_allowed": False, **bounds}


def options(choices: Iterable[Choice]) -> list[Block]:
    return [{"text": plain(words, BUTTON), "value": code} for code, words in choices]


def radio(choices: Sequence[Choice], chosen: str = "") -> Block:
    return _one_of("radio_buttons", choices, chosen)


def select(choices: Sequence[Choice], chosen: str = "", *, placeholder: str = "") -> Block:
    """`placeholder` says what is chosen here, where no label does."""
    element = _one_of("static_select", choices, chosen)
    return element | ({"placeholder": plain(placeholder, 150)} if placeholder else {})


def _one_of(kind: str, choices: Sequence[Choice], chosen: str) -> Block:
    first = options(choice for choice in choices if choice[0] == chosen)
    element: Block = {"type": kind, "options": options(choices)}
    return element | ({"initial_option": first[0]} if first else {})


def boxes(choices: Sequence[Choice], ticked: Iterable[str] = ()) -> Block:
    first = options(choice for choice in choices if choice[0] in set(ticked))
    element: Block = {"type": "checkboxes", "options": options(choices)}
    return element | ({"initial_options": first} if first else {})


def person(user: str = "") -> Block:
    element: Block = {"type": "users_select"}
    return element | ({"initial_user": user} if user else {})


def persons(users: Sequence[str] = ()) -> Block:
    element: Block = {"type": "multi_users_select"}
    return element | ({"initial_users": list(users)} if users else {})


def channel(reference: str = "", *, private: bool = False) -> Block:
    """Channels of this workspace only, not those shared with others; `private` leaves out the public ones."""
    include = ["private"] if private else ["public", "private"]
    element: Block = {
        "type": "conversations_select",
        "filter": {"include": include, "exclude_bot_users": True, "exclude_external_shared_channels": True},
    }
    return element | ({"initial_conversation": reference} if reference else {})


def day(initial: date | None = None) -> Block:
    element: Block = {"type": "datepicker"}
    return element | ({"initial_date": initial.isoformat()} if initial else {})


def clock(initial: time) -> Block:
    return {"type": "timepicker", "initial_time": f"{initial:%H:%M}"}


def file(ending: str) -> Block:
    """One file. Slack's own client offers those with this ending; what comes is for us to look at.

    https://docs.slack.dev/reference/block-kit/block-elements/file-input-element
    """
    return {"type": "file_input", "filetypes": [ending], "max_files": 1}


def read(values: Values, name: str, place: str) -> object:
    """What is in the input of this name, at Slack's place for it; None where there is no such input or nothing in it.

    https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
    """
    return values.get(name, {}).get(name, {}).get(place)


def text(values: Values, name: str) -> str:
    return typed_plainly(str(read(values, name, "value") or ""))


def whole(values: Values, name: str) -> int | None:
    """Of at most so many digits as anybody means; None for anything else."""
    typed = text(values, name).strip()
    return int(typed) if _DIGITS.fullmatch(typed) else None


def chosen(values: Values, name: str) -> str:
    option = read(values, name, "selected_option")
    return str(option.get("value") or "") if isinstance(option, Mapping) else ""


def ticked(values: Values, name: str) -> tuple[str, ...]:
    found = read(values, name, "selected_options")
    options = found if isinstance(found, list) else []
    return tuple(str(one.get("value") or "") for one in options if isinstance(one, Mapping))


def user(values: Values, name: str) -> str:
    return str(read(values, name, "selected_user") or "")


def users(values: Values, name: str) -> tuple[str, ...]:
    found = read(values, name, "selected_users")
    return tuple(map(str, found)) if isinstance(found, list) else ()


def files(values: Values, name: str) -> tuple[Mapping[str, object], ...]:
    """As Slack tells of them: https://docs.slack.dev/reference/objects/file-object"""
    found = read(values, name, "files")
    return tuple(one for one in found if isinstance(one, Mapping)) if isinstance(found, list) else ()


def conversation(values: Values, name: str) -> str:
    return str(read(values, name, "selected_conversation") or "")


def chosen_day(values: Values, name: str) -> str:
    """ISO 8601, or empty; whether it is a day is for the domain to say."""
    return str(read(values, name, "selected_date") or "")


def chosen_time(values: Values, name: str) -> str:
    """ISO 8601, or empty."""
    return str(read(values, name, "selected_time") or "")
