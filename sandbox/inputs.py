"""What a person has typed or chosen in an input, in the words of `state.values`."""

from sandbox import rules
from sandbox.records import Json, Value
from sandbox.rules.elements import INPUTS

# Where each kind keeps its value in the state, and where the app's first value comes from;
# https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
PLACES: dict[str, tuple[str, str]] = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", "initial_files"),
}
MANY = frozenset({"selected_options", "selected_users", "selected_conversations", "selected_channels", "files"})


def initial(blocks: list[Json]) -> dict[str, dict[str, Json]]:
    """The state of a fresh surface: every input with its first value, or none."""
    found: dict[str, dict[str, Json]] = {}
    for block in blocks:
        for element in rules.elements(block):
            if element["type"] in INPUTS:
                place, first = PLACES[element["type"]]
                value = element.get(first, [] if place in MANY else None)
                found.setdefault(block["block_id"], {})[element["action_id"]] = {"type": element["type"], place: value}
    return found


def holding(element: Json, raw: Value) -> Json:
    """The state of this element after the person gave `raw`: texts, option values, ids, ISO dates, or lists of them."""
    place, _ = PLACES[element["type"]]
    if place in MANY:
        given = raw if isinstance(raw, list | tuple) else [raw]
        value: Value = [_one(element, place, one) for one in given if one not in (None, "")]
    else:
        value = _one(element, place, raw) if raw not in (None, "") else None
    return {"type": element["type"], place: value}


def is_empty(state: Json) -> bool:
    return not state[PLACES[state["type"]][0]]


def options(element: Json) -> list[Json]:
    groups = element.get("option_groups") or [{"options": element.get("options") or []}]
    return [option for group in groups for option in group["options"]]


def option_named(element: Json, wanted: str) -> Json:
    """An option by its label or its value; KeyError if a person could not find it."""
    for option in options(element):
        if wanted in {option["text"]["text"], option["value"]}:
            return option
    raise KeyError(f"no option {wanted!r} among {[one['text']['text'] for one in options(element)]}")


def _one(element: Json, place: str, raw: Value) -> Value:
    if element["type"] in {"external_select", "file_input"}:
        return raw  # an option that the app itself suggested; a file as Slack tells of it
    if place.startswith("selected_option"):
        return option_named(element, str(raw))
    if place == "selected_date_time":
        return int(raw)
    return str(raw)
