"""What Slack's own client asks of a form before it is sent: required fields, e-mails, numbers, lengths."""

import re
from decimal import Decimal, InvalidOperation

from sandbox import inputs
from sandbox.finding import Spot, spots
from sandbox.records import Json, View

EMAIL = re.compile(r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$")
FILE_BYTES = 10 * 1024 * 1024
REQUIRED = "Please complete this required field."


def faults(view: View) -> dict[str, str]:
    """By block_id, what https://docs.slack.dev/reference/block-kit/block-elements asks; empty if it may go."""
    found = {}
    for spot in spots(view):
        if spot.block["type"] == "input":
            block, action = spot.ids
            said = _fault(spot, view.state[block][action])
            if said:
                found[block] = said
    return found


def _fault(spot: Spot, state: Json) -> str:
    if inputs.is_empty(state):
        return "" if spot.block.get("optional") else REQUIRED
    if state["type"] == "file_input":
        return _files(spot.element, state["files"])
    check = {"email_text_input": _email, "number_input": _number, "plain_text_input": _length}.get(state["type"])
    return check(spot.element, str(state["value"])) if check else ""


def _files(element: Json, files: list[Json]) -> str:
    """https://docs.slack.dev/reference/block-kit/block-elements/file-input-element"""
    endings = element.get("filetypes")
    if len(files) > element.get("max_files", 10):
        return f"Please upload at most {element.get('max_files', 10)} files."
    if endings and not all(file["name"].rpartition(".")[2].lower() in endings for file in files):
        return f"Please upload files of these types: {', '.join(endings)}."
    return "Files can be at most 10 MB." if any(file["size"] > FILE_BYTES for file in files) else ""


def _email(_element: Json, value: str) -> str:
    return "" if EMAIL.match(value) else "Please enter a valid email address."


def _number(element: Json, value: str) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return "Please enter a valid number."
    if not number.is_finite() or (not element["is_decimal_allowed"] and number != number.to_integral_value()):
        return "Please enter a whole number." if number.is_finite() else "Please enter a valid number."
    low, high = element.get("min_value"), element.get("max_value")
    if (low and number < Decimal(low)) or (high and number > Decimal(high)):
        return "Please enter a number in the range."
    return ""


def _length(element: Json, value: str) -> str:
    if len(value) < element.get("min_length", 0):
        return f"Please enter at least {element['min_length']} characters."
    if len(value) > element.get("max_length", 3000):
        return f"Please enter at most {element.get('max_length', 3000)} characters."
    return ""
